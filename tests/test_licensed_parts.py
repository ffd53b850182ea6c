"""Nothing comes with the program whose licence is not told, with its text."""

import re
import tomllib
from pathlib import Path

import bootstrap
from doge_gui import licensed_parts, paths
from doge_gui.licensed_parts import all_parts

ROOT = Path(bootstrap.__file__).parent
LOCKED = dict(
    re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
)
BUNDLED = {name for name in LOCKED if name != "setuptools"}
"""pycurl's package asks for setuptools; nothing of it is used or shipped."""


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_locked_package_is_listed_with_the_version_that_is_locked() -> None:
    told = tomllib.loads((paths.licence_folder() / "parts.toml").read_text(encoding="utf-8"))
    assert set(told["packages"]) == BUNDLED
    shown = {normal(part.name): part.version for part in all_parts()}
    assert {name: shown[name] for name in BUNDLED} == {name: LOCKED[name] for name in BUNDLED}


def test_every_part_has_a_licence_and_its_text() -> None:
    for part in all_parts():
        assert part.licence, part.name
        assert part.files(), part.name
        assert all(path.is_file() for path in part.files()), part.name
        assert len(part.full_text()) > 400, part.name


def test_the_document_names_every_part_and_every_version() -> None:
    document = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    for name, version in LOCKED.items():
        row = next(line for line in document.splitlines() if name in normal(line))
        assert version in row, name
    for part in all_parts():
        for name in part.name.split(", "):
            assert name.lower().replace("_", "-") in document.lower(), name


def test_every_text_belongs_to_a_part() -> None:
    folder = paths.licence_folder()
    used = {path for part in all_parts() for path in part.files()}
    assert set(folder.glob("*.txt")) <= used


def test_what_a_bundle_took_from_the_system_is_listed(monkeypatch, tmp_path) -> None:
    (tmp_path / "system").mkdir()
    (tmp_path / "system" / "libpulse0_16.1.txt").write_text("Copyright: Lennart", encoding="utf-8")
    (tmp_path / "parts.toml").write_text((paths.licence_folder() / "parts.toml").read_text("utf-8"), "utf-8")
    monkeypatch.setattr(licensed_parts.paths, "licence_folder", lambda: tmp_path)
    last = all_parts()[-1]
    assert (last.name, last.version, last.full_text()) == ("libpulse0", "16.1", "Copyright: Lennart")


def test_a_text_that_is_gone_is_named_in_its_place(monkeypatch, tmp_path) -> None:
    (python,) = [part for part in all_parts() if part.name == "Python"]
    monkeypatch.setattr(licensed_parts.paths, "licence_folder", lambda: tmp_path)
    assert python.full_text() == "Python.txt: No such file or directory"
