"""What is installed is what was locked: same bytes, same versions everywhere, from no address of ours."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import bootstrap

ROOT = Path(bootstrap.__file__).parent
REQUIREMENT = re.compile(r"(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[0-9][0-9a-z.]*)( ; [^\\]+)?")


def requirements(lock: str) -> Iterator[tuple[str, list[str]]]:
    """Each requirement of a lock file with the hashes below it."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        requirement, *hashes = (part.strip() for part in line.split("--hash="))
        yield requirement, hashes


def versions(lock: str) -> dict[str, str]:
    """Package -> locked version."""
    found = [REQUIREMENT.fullmatch(requirement) for requirement, _ in requirements(lock)]
    return {match["name"]: match["version"] for match in found if match}


@pytest.mark.parametrize("lock", bootstrap.LOCKS)
def test_every_requirement_is_pinned_and_hashed(lock: str) -> None:
    for requirement, hashes in requirements(lock):
        assert REQUIREMENT.fullmatch(requirement), requirement
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes), requirement


@pytest.mark.parametrize("lock", bootstrap.LOCKS)
def test_no_address_and_no_path_stands_in_a_lock(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|file:|^-|@ ", text, re.MULTILINE)


@pytest.mark.parametrize("lock", bootstrap.LOCKS)
def test_one_version_serves_every_platform(lock: str) -> None:
    names = [requirement.partition("==")[0] for requirement, _ in requirements(lock)]
    assert len(names) == len(set(names))
    # Windows, macOS and Linux, several Pythons: a lock of one platform has one wheel and one source archive.
    hashes = dict(requirements(lock))
    numpy = next(hashes[requirement] for requirement in hashes if requirement.startswith("numpy=="))
    assert len(numpy) > 20


def test_tests_and_bundle_use_the_versions_the_program_ships_with() -> None:
    shipped = versions("requirements.lock")
    assert shipped
    for lock in bootstrap.LOCKS:
        assert shipped.items() <= versions(lock).items()


def test_every_declared_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for lock, groups in bootstrap.LOCKS.items():
        declared = list(project["project"]["dependencies"])
        for group in groups:
            declared += project["dependency-groups"][group]
        names = {re.split(r"[><=;\[ ]", entry)[0].lower() for entry in declared}
        assert names <= versions(lock).keys()


def test_qt_stays_below_the_version_that_aborts() -> None:
    for lock in bootstrap.LOCKS:
        locked = versions(lock)
        for name in ("pyside6-essentials", "pyside6-addons", "shiboken6"):
            assert (6, 11, 3) <= tuple(int(part) for part in locked[name].split(".")) < (6, 12)
