"""The configuration's file is written whole or not at all, and never over what somebody else wrote."""

import os
import stat
import tempfile
from pathlib import Path

import pytest

from doge_gui.config_file import ConfigChangedError, ConfigWriteError, read, write

OLD, NEW = '{"job": {}}\r\n', '{"job": {"interval_minutes": 2}}\n'


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "plant é"
    folder.mkdir()
    place = folder / "configDoge.json"
    place.write_bytes(OLD.encode())
    return place


def alone(path) -> bool:
    """Nothing was left beside the file."""
    return [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_file_is_replaced_with_its_permissions(path):
    path.chmod(0o640)
    before = path.stat().st_ino
    write(path, NEW, OLD)
    assert path.read_bytes() == NEW.encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.stat().st_ino != before
    assert alone(path)


def test_a_link_stays_one_and_its_target_is_written(path, tmp_path):
    link = tmp_path / "link.json"
    link.symlink_to(path)
    write(link, NEW, OLD)
    assert link.is_symlink()
    assert read(path) == NEW
    assert alone(path)


def test_what_somebody_else_wrote_is_not_written_over(path):
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(ConfigChangedError) as told:
        write(path, NEW, OLD)
    assert told.value.found == "{}"
    assert (read(path), alone(path)) == ("{}", True)
    write(path, NEW, told.value.found)
    assert read(path) == NEW


def test_a_first_file_is_not_written_over_another(path, tmp_path):
    with pytest.raises(ConfigChangedError):
        write(path, NEW, None)
    other = tmp_path / "other.json"
    write(other, NEW, None)
    assert read(other) == NEW


def test_a_file_that_is_gone_or_none_is_told(path, tmp_path):
    path.unlink()
    with pytest.raises(ConfigWriteError, match="not there any more"):
        write(path, NEW, OLD)
    path.mkdir()
    with pytest.raises(ConfigWriteError, match="not a file"):
        write(path, NEW, OLD)
    with pytest.raises(ConfigWriteError, match="cannot be read"):
        read(tmp_path / "none.json")


def test_text_that_is_no_utf_8_leaves_the_file_untouched(path):
    with pytest.raises(ConfigWriteError, match="UTF-8"):
        write(path, '{"a": "\ud800"}', OLD)
    assert (read(path), alone(path)) == (OLD, True)


@pytest.fixture
def ordinary_path():
    """A file of somebody who is not allowed everything, as whom the test runs."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "configDoge.json")
        place.write_bytes(OLD.encode())
        somebody = 65534 if os.geteuid() == 0 else os.geteuid()
        os.chown(folder, somebody, -1)
        os.chown(place, somebody, -1)
        before = os.geteuid()
        os.seteuid(somebody)
        try:
            yield place
        finally:
            os.seteuid(before)


@pytest.mark.skipif(os.name != "posix", reason="permissions are others there")
def test_a_folder_that_is_read_only_leaves_the_file_untouched(ordinary_path):
    ordinary_path.parent.chmod(0o555)
    with pytest.raises(ConfigWriteError, match="cannot be written: Permission denied"):
        write(ordinary_path, NEW, OLD)
    assert (read(ordinary_path), alone(ordinary_path)) == (OLD, True)
    ordinary_path.parent.chmod(0o755)
    write(ordinary_path, NEW, OLD)
    assert read(ordinary_path) == NEW


@pytest.mark.skipif(os.name != "posix", reason="permissions are others there")
def test_a_file_that_is_write_protected_stays_so(ordinary_path):
    ordinary_path.chmod(0o444)
    with pytest.raises(ConfigWriteError, match="write-protected"):
        write(ordinary_path, NEW, OLD)
    assert read(ordinary_path) == OLD


def test_a_full_disk_leaves_the_file_untouched(path, monkeypatch):
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ConfigWriteError, match="No space left"):
        write(path, NEW, OLD)
    monkeypatch.undo()
    assert (read(path), alone(path)) == (OLD, True)
