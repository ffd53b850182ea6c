"""The translations: gathered from the code, checked, and built into what the program reads.

    python -m tools.translations update        gather the texts of doge_gui into the .ts files
    python -m tools.translations build         make the .qm files where they are older than their .ts
    python -m tools.translations check         list what is untranslated or outdated; exit code 1 then
    python -m tools.translations open FILE     write what is untranslated as JSON: context -> text -> ""
    python -m tools.translations fill FILE     put the translations of such a file into the .ts

Run it with the Python of the environment: Qt's own programs that it calls lie in the PySide6 package there.
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools import SetupError
from tools.translation_file import Message, fill, messages, write_with_phrasebook, wrong

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
_CODE = ROOT / "doge_gui"
_NOT_SEEN = ("simulator",)
"""Folders whose words never reach the window."""
_ALIASES = "translate+=_tr,QT_TRANSLATE_NOOP+=phrase"
"""What the code calls Qt's functions; `phrase` makes a text that is translated where it is shown."""
_OPTIONS = ("-silent", "-tr-function-alias", _ALIASES, "-locations", "none", "-no-obsolete", "-sort-messages")


def languages() -> list[Path]:
    """The .ts files, one a language."""
    return sorted(FOLDER.glob("watchdoge_*.ts"))


def update(path: Path) -> None:
    """Bring a .ts file up to the code: new texts are added, those that are gone are dropped."""
    code = (file for file in sorted(_CODE.rglob("*.py")) if file.relative_to(_CODE).parts[0] not in _NOT_SEEN)
    # Paths in files of ours only; told relative to the root, so that any folder will do.
    _call("lupdate", *_OPTIONS, *(str(file.relative_to(ROOT)) for file in code), "-ts", str(path))


def stale() -> list[Path]:
    """The .ts files whose .qm is missing or older. Standard library only."""
    return [one for one in languages() if not _fresh(one.with_suffix(".qm"), one)]


def ensure() -> list[Path]:
    """Build the .qm files that are missing or older than their .ts; answers the ones built.

    Raises SetupError where Qt's compiler is not there or refuses a file.
    """
    built = []
    for source in stale():
        made = source.with_suffix(".qm")
        # Written beside and renamed: a second program that starts meanwhile reads a whole file.
        part = made.with_name(f"{made.name}.{os.getpid()}")
        with tempfile.TemporaryDirectory() as folder:
            whole = Path(folder, source.name)
            write_with_phrasebook(source, whole)
            _call("lrelease", "-silent", "-nounfinished", str(whole), "-qm", str(part))
        part.replace(made)
        built.append(made)
    return built


def problems(path: Path) -> list[str]:
    """What is untranslated, wrong or outdated in a .ts file, a line each."""
    with tempfile.TemporaryDirectory() as folder:
        now = Path(shutil.copy(path, folder))
        update(now)
        wanted = messages(now)
    there = messages(path)
    known = {(one.context, one.source) for one in there}
    found = [f"{_name(one)}: {wrong(one)}" for one in wanted if wrong(one)]
    kept = {(one.context, one.source) for one in wanted}
    found += [
        f"{_name(one)}: not in the file yet" for one in wanted if (one.context, one.source) not in known
    ]
    return found + [
        f"{_name(one)}: not in the code" for one in there if (one.context, one.source) not in kept
    ]


def _name(message: Message) -> str:
    return f"{message.context}: {message.source!r}"


def _fresh(made: Path, source: Path) -> bool:
    return made.is_file() and made.stat().st_mtime >= source.stat().st_mtime


def _call(program: str, *arguments: str) -> None:
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        raise SetupError(f"PySide6 is not in this environment; {program} lies in it")
    suffix = ".exe" if os.name == "nt" else ""
    command = [str(Path(found.origin).parent / f"{program}{suffix}"), *arguments]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SetupError(f"{program} cannot be run: {error}") from error
    if done.returncode:
        raise SetupError(f"{program} failed: {(done.stderr or done.stdout).strip()}")


def _open(target: Path) -> int:
    table: dict[str, dict[str, str]] = {}
    for source in languages():
        for one in messages(source):
            if wrong(one):
                table.setdefault(one.context, {})[one.source] = one.translation
    target.write_text(json.dumps(table, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"{sum(map(len, table.values()))} texts in {target}")
    return 0


def _check() -> int:
    found = [f"{path.name}: {line}" for path in languages() for line in problems(path)]
    print("\n".join(found) or "Every text is translated.")
    return 1 if found else 0


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; its exit code."""
    match list(arguments):
        case ["update"]:
            for path in languages():
                update(path)
        case ["build"]:
            for made in ensure():
                print(f"built {made.relative_to(ROOT)}")
        case ["check"]:
            return _check()
        case ["open", target]:
            return _open(Path(target))
        case ["fill", table]:
            changed = [
                fill(path, json.loads(Path(table).read_text(encoding="utf-8"))) for path in languages()
            ]
            print(f"{sum(changed)} translations taken")
        case _:
            print(__doc__, file=sys.stderr)
            return 64
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as error:
        sys.exit(str(error))
