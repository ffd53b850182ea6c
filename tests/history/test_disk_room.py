"""A disk without room: it is told as such, alarms still find room, and later all goes on."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from doge_gui.history import backup
from doge_gui.history.database import Database
from doge_gui.history.errors import FullError
from doge_gui.history.journal import Journal
from doge_gui.history.reserve import Reserve
from tests.history.sessions import raised
from tests.history.small_disk import MB, fill, small_disk

DISK = 8 * MB


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB."""
    with small_disk(tmp_path / "disk", DISK) as folder:
        yield folder


def until_full(record: Journal) -> None:
    """Record alarms as long as there is room."""
    for number in range(100):
        record.append([raised(number * 1000 + place) for place in range(1000)])


def test_the_reserve_is_room_that_is_there_when_it_is_needed(disk: Path) -> None:
    reserve = Reserve(disk / "history.db", 2 * MB)
    with closing(Journal(disk / "history.db", "plant")) as record:
        record.append([raised(0)])
        assert reserve.hold()
        assert reserve.path.stat().st_blocks * 512 >= 2 * MB
        ballast = fill(disk)
        with pytest.raises(FullError, match=r"history\.db: .*room"):
            until_full(record)
        known = list(record.read())
        assert reserve.release()
        record.append([raised(1)])
        assert list(record.read()) == [*known, raised(1)]
        # With twice its size free, and not before, it is taken again.
        assert not reserve.hold()
        assert not reserve.held
        ballast.unlink()
        assert reserve.hold()
        assert reserve.held


def test_nothing_is_left_of_a_reserve_that_found_no_room(disk: Path, monkeypatch) -> None:
    reserve = Reserve(disk / "history.db", 6 * MB)
    fill(disk)
    free = shutil.disk_usage(disk)
    # Somebody else was quicker.
    monkeypatch.setattr(shutil, "disk_usage", lambda _: free._replace(free=20 * MB))
    assert not reserve.hold()
    assert not reserve.path.exists()


def test_a_file_that_was_made_longer_only_is_no_reserve(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / "history.db", MB)
    assert not reserve.release()
    assert reserve.hold()
    os.truncate(reserve.path, 10)
    assert not reserve.held
    assert reserve.hold()
    assert reserve.path.stat().st_blocks * 512 >= MB
    assert reserve.release()
    assert not reserve.path.exists()


def test_without_a_folder_there_is_no_reserve(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / "none" / "history.db", MB)
    assert not reserve.hold()
    assert not reserve.held


def test_a_disk_that_fills_up_while_the_copy_is_made_leaves_the_file_as_it_was(
    disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = disk / "history.db"
    with closing(Journal(path, "plant")) as record:
        record.append([raised(number) for number in range(20_000)])
    fill(disk)
    monkeypatch.setattr(backup, "MARGIN", -DISK)
    before = path.read_bytes()
    with pytest.raises(FullError, match="room"):
        backup.backed_up(path, 1, raised(0).at)
    assert path.read_bytes() == before
    assert not list(disk.glob("history-v1*"))


def test_a_new_file_on_a_full_disk(disk: Path) -> None:
    ballast = fill(disk)
    with pytest.raises(FullError, match=r"history\.db: .*room"):
        Database(disk / "history.db", writable=True)
    ballast.unlink()
    Database(disk / "history.db", writable=True).close()
