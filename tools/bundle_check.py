"""What was built holds what the program needs, and nothing of what it was developed with.

    python -m tools.bundle_check dist/watchdoge        exit code 1, and the faults in lines, where it does not

Run it with the Python of the bundle's environment: PyInstaller reads its own archive.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from tools.bundle_parts import QT_TRANSLATIONS, data

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {
    "PySide6",
    "annotated_types",
    "blinker",
    "certifi",
    "charset_normalizer",
    "click",
    "colorama",
    "doge_gui",
    "filelock",
    "flask",
    "idna",
    "itsdangerous",
    "jinja2",
    "markupsafe",
    "numpy",
    "platformdirs",
    "prometheus_client",
    "pycurl",
    "pydantic",
    "pydantic_core",
    "pyqtgraph",
    "requests",
    "shiboken6",
    "sqlalchemy",
    "typing_extensions",
    "typing_inspection",
    "urllib3",
    "waitress",
    "werkzeug",
    "xlsxwriter",
}
"""The program and what it imports; whatever else is inside was collected by mistake."""
NOT_SHIPPED = {"setuptools"}
"""Locked, for the environment's own console scripts."""
TESTS = {"tests", "test", "conftest", "_pytest", "pytest", "hypothesis", "mypy", "idlelib", "lib2to3"}
NEEDED_TESTS = {"jinja2.tests", "werkzeug.test"}
"""What templates can ask of a value, and a client that Werkzeug itself imports: they only sound like it."""
PLUGINS = ("libqxcb", "libqoffscreen", "libqsvgicon", "libqsvg")
"""Of Qt, on Linux: without these no window stands, no self-test runs and no icon is seen."""
SYSTEM = re.compile(
    r"(ld-linux[a-z0-9_-]*|libEGL|libGL|libc|libdl|libgcc_s|libm|libpthread|libresolv|librt|libstdc\+\+"
    r"|libutil|libwayland-[a-z]+|libxcb)\.so\.\d+"
)
"""Libraries that come with the system: PyInstaller leaves them there, or bundle_parts does."""


def modules(program: Path) -> set[str]:
    """Full names of the Python modules inside the program file."""
    archive = import_module("PyInstaller.archive.readers").CArchiveReader(str(program))
    names = [name for name in archive.toc if name.startswith("PYZ")]
    return {module for name in names for module in archive.open_embedded_archive(name).toc}


def foreign_modules(found: Iterable[str]) -> Iterator[str]:
    """Faults: modules of packages that the program does not import, and tests of those that it does."""
    known = PACKAGES | set(sys.stdlib_module_names)
    strange = {name.partition(".")[0] for name in found} - known
    for name in sorted(strange):
        if not name.startswith(("_pyi_", "pyi", "_sysconfigdata")):
            yield f"the package {name} is inside; the program does not import it"
    for name in sorted(found):
        if TESTS & set(name.split(".")) and name not in NEEDED_TESTS:
            yield f"the module {name} is inside; it is for tests"


def foreign_metadata(folder: Path, locked: set[str]) -> Iterator[str]:
    """Faults: installed packages whose metadata, with their licences, are missing or too many."""
    inside = {normal(path.name.partition("-")[0]) for path in folder.glob("*.dist-info")}
    own = {"watchdoge-supercharged"}
    for name in sorted(inside - locked - own):
        yield f"the metadata of {name} are inside; it is not locked for the program"
    for name in sorted((locked | own) - NOT_SHIPPED - inside):
        yield f"the metadata of {name} are missing, and its licence with them"


def normal(name: str) -> str:
    """A distribution's name in its normal form."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(lock: Path) -> set[str]:
    """Names of the packages that a lock file installs on every platform."""
    text = lock.read_text(encoding="utf-8")
    return {normal(found[1]) for found in re.finditer(r"^([A-Za-z0-9._-]+)==\S+ \\$", text, re.MULTILINE)}


def missing_data(inside: Path) -> Iterator[str]:
    """Faults: data that the spec lists, or that Qt needs, and that are not there."""
    for source, goal in data(ROOT):
        if not (inside / goal / Path(source).name).is_file():
            yield f"{goal}/{Path(source).name} is missing"
    for language in (ROOT / "resources" / "translations").glob("*.ts"):
        if not (inside / "resources" / "translations" / f"{language.stem}.qm").is_file():
            yield f"the translation {language.stem} is missing"
    names = {path.name for path in inside.rglob("*")}
    if not names & set(QT_TRANSLATIONS):
        yield "Qt's own translations are missing"
    if sys.platform == "linux":
        for wanted in (*(f"{plugin}.so" for plugin in PLUGINS), "libpulse.so.0"):
            if wanted not in names:
                yield f"{wanted} is missing"


def missing_notices(inside: Path) -> Iterator[str]:
    """Faults: libraries were taken from a Debian without the notices of their packages."""
    notices = inside / "licences" / "system"
    for library, package in (("libpulse.so.0", "libpulse0"), ("libglib-2.0.so.0", "libglib2.0-0")):
        if (inside / library).exists() and not any(notices.glob(f"{package}*_*.txt")):
            yield f"the notice of {package} is missing; {library} is inside"


def unresolved(inside: Path) -> Iterator[str]:
    """Faults: libraries that one inside asks for, and that neither the bundle nor every system has."""
    libraries = [path for path in sorted(inside.rglob("*.so*")) if path.is_file() and not path.is_symlink()]
    names = {path.name for path in inside.rglob("*.so*")}
    told = subprocess.run(["objdump", "-p", *libraries], capture_output=True, text=True, check=False).stdout
    for part in told.split(": file format ")[1:]:
        for wanted in re.findall(r"NEEDED\s+(\S+)", part):
            if wanted not in names and not SYSTEM.fullmatch(wanted):
                name = re.search(r"SONAME\s+(\S+)", part)
                yield f"{wanted} is missing; {name[1] if name else 'a plugin'} needs it"


def faults(folder: Path) -> list[str]:
    """All of them, each in a line."""
    inside = folder / "_internal"
    suffix = ".exe" if sys.platform == "win32" else ""
    found = [
        *foreign_modules(modules(folder / f"watchdoge{suffix}")),
        *foreign_metadata(inside, locked(ROOT / "requirements.lock")),
        *missing_data(inside),
    ]
    if sys.platform == "linux":
        found += sorted(set(unresolved(inside)))
        found += missing_notices(inside) if shutil.which("dpkg-query") else []
    return found


def main() -> int:
    """Tell the faults; the exit code."""
    found = faults(Path(sys.argv[1]))
    for fault in found:
        print(f"bundle: {fault}", file=sys.stderr)
    if not found:
        print("The bundle holds what the program needs, and no development package")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
