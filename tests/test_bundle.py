"""The bundle holds what a station needs, nothing of the workshop, and is built anew when it is stale."""

import ast
import gzip
from pathlib import Path

import pytest

from tools import bundle, bundle_check, bundle_parts, deb, version_resource
from tools.processes import ROOT


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("libpulse.so.0", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so", False),
        ("PySide6/Qt/plugins/egldeviceintegrations/libanything.so", False),
        ("PySide6/Qt/translations/qtbase_fr.qm", True),
        ("PySide6/Qt/translations/qtbase_ko.qm", False),
        ("resources/translations/watchdoge_fr.qm", True),
        ("libstdc++.so.6", False),
    ],
)
def test_what_is_collected_is_sorted_by_its_name(name: str, needed: bool) -> None:
    assert bundle_parts.needed(name) is needed


def test_every_file_of_the_resources_is_shipped_but_the_sources_of_translations() -> None:
    shipped = {Path(source) for source, _ in bundle_parts.data(ROOT)}
    resources = {path for path in (ROOT / "resources").rglob("*") if path.is_file()}
    kept_back = resources - shipped
    assert {path.suffix for path in kept_back} <= {".ts"}
    goals = {goal for _, goal in bundle_parts.data(ROOT)}
    assert {"resources/icons", "resources/icons/app", "resources/themes", "sounds", "licences"} <= goals


def test_a_folder_of_resources_that_nobody_listed_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "resources" / "maps").mkdir(parents=True)
    with pytest.raises(ValueError, match="maps"):
        bundle_parts.data(tmp_path)


def test_packages_of_the_workshop_are_told_by_their_names() -> None:
    clean = ["doge_gui.app", "numpy.testing", "json.decoder", "pyimod02_importers", "_sysconfigdata__linux"]
    assert list(bundle_check.foreign_modules(clean)) == []
    faults = "\n".join(bundle_check.foreign_modules([*clean, "aiohttp.web", "numpy.tests.test_core", "mypy"]))
    assert "aiohttp" in faults
    assert "numpy.tests.test_core" in faults
    assert "mypy" in faults
    assert "numpy.testing" not in faults


def test_a_package_without_its_licence_and_one_too_many_are_told(tmp_path: Path) -> None:
    for name in ("watchdoge_supercharged-0.1.0", "numpy-2.4.6", "pytest-9.0"):
        (tmp_path / f"{name}.dist-info").mkdir()
    faults = list(bundle_check.foreign_metadata(tmp_path, {"numpy", "sqlalchemy", "setuptools"}))
    assert len(faults) == 2
    assert "pytest" in faults[0]
    assert "sqlalchemy" in faults[1]


def test_every_locked_package_is_known_to_the_check() -> None:
    locked = bundle_check.locked(ROOT / "requirements.lock")
    assert {"pyside6-essentials", "numpy", "xlsxwriter"} <= locked
    imported = {bundle_check.normal(name) for name in bundle_check.PACKAGES} | {"pyside6-essentials"}
    assert locked - bundle_check.NOT_SHIPPED - {"pyside6-addons"} <= imported


def test_missing_data_are_told_with_their_places(tmp_path: Path) -> None:
    faults = "\n".join(bundle_check.missing_data(tmp_path))
    assert "resources/themes/light.toml is missing" in faults
    assert "./configDoge.json is missing" in faults
    assert "watchdoge_fr is missing" in faults
    assert "Qt's own translations" in faults


def test_a_library_of_the_system_without_its_notice_is_told(tmp_path: Path) -> None:
    (tmp_path / "libpulse.so.0").touch()
    notices = tmp_path / "licences" / "system"
    notices.mkdir(parents=True)
    (notices / "libc6_2.36-9.txt").touch()
    assert ["libpulse0" in fault for fault in bundle_check.missing_notices(tmp_path)] == [True]
    (notices / "libpulse0_16.1-1.txt").touch()
    assert not list(bundle_check.missing_notices(tmp_path))


def small_tree(root: Path) -> None:
    for name in (
        "doge_gui/core/plan.py",
        "tools/bundle_parts.py",
        "requirements-bundle.lock",
        "doge_gui.spec",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("as it was")


@pytest.mark.parametrize("changed", ["doge_gui/core/plan.py", "requirements-bundle.lock", "sounds/new.wav"])
def test_a_change_in_what_it_is_made_of_makes_the_bundle_stale(tmp_path: Path, changed: str) -> None:
    small_tree(tmp_path)
    before = bundle.digest(tmp_path)
    (tmp_path / "doge_gui" / "plan.cpython-311.pyc").write_text("left by a run")
    (tmp_path / "README.md").write_text("nothing of it is shipped")
    assert bundle.digest(tmp_path) == before
    (tmp_path / changed).parent.mkdir(exist_ok=True)
    (tmp_path / changed).write_text("as it is now")
    assert bundle.digest(tmp_path) != before


@pytest.mark.parametrize(("version", "numbers"), [("1.2.3", (1, 2, 3, 0)), ("0.10.0rc2", (0, 10, 0, 2))])
def test_the_windows_version_resource_is_an_expression_with_four_numbers(
    version: str, numbers: tuple[int, ...]
) -> None:
    call = ast.parse(version_resource.text(version), mode="eval").body
    assert isinstance(call, ast.Call)
    fixed = call.keywords[0].value
    assert isinstance(fixed, ast.Call)
    assert ast.literal_eval(fixed.keywords[0].value) == numbers
    assert version in version_resource.text(version)


def bundle_of(folder: Path) -> Path:
    """What a build leaves, without its weight."""
    (folder / "_internal").mkdir(parents=True)
    (folder / "watchdoge").write_bytes(b"\x7fELF GLIBC_2.9 GLIBC_2.34")
    (folder / "_internal" / "libplant.so.1").write_bytes(b"GLIBC_2.35 GLIBC_PRIVATE")
    bundle.add_desktop_files(folder)
    return folder


def test_the_debian_package_asks_for_the_glibc_its_libraries_need(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    deb.fill(tree, bundle_of(tmp_path / "watchdoge"))
    control = deb.control(tree, "amd64")
    assert "libc6 (>= 2.35)" in control
    assert "libglib2.0-0 | libglib2.0-0t64" in control
    assert f"Version: {bundle.version()}\n" in control
    assert (tree / "usr/bin/watchdoge").resolve() == (tree / "usr/lib/watchdoge/watchdoge").resolve()
    assert not (tree / "usr/lib/watchdoge/install.sh").exists()
    assert not (tree / "usr/lib/watchdoge/share").exists()
    assert (tree / "usr/share/icons/hicolor/22x22/apps/watchdoge.png").is_file()
    manual = gzip.decompress((tree / "usr/share/man/man1/watchdoge.1.gz").read_bytes()).decode()
    assert f"Supercharged {bundle.version()}" in manual
    assert "@" not in manual
    assert "License: MIT" in (tree / "usr/share/doc/watchdoge/copyright").read_text()
