"""The configuration is edited, broken, deleted and put back while the program runs."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher
from PySide6.QtTest import QSignalSpy

from doge_gui.core.config import Config
from doge_gui.core.config_text import ConfigError
from doge_gui.engine.config_watch import ConfigWatch, read_config

WAIT_MS = 5000
LONGER_THAN_THE_GRACE_MS = 500


def text(minutes: float) -> str:
    return json.dumps({"job": {"interval_minutes": minutes}})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "configDoge.json"
    path.write_text(text(1))
    return path


@pytest.fixture
def watch(qapp, path: Path) -> Iterator[ConfigWatch]:
    watch = ConfigWatch(path)
    yield watch
    watch.stop()


class Operator:
    """Sees what the watch tells."""

    def __init__(self, qtbot, watch: ConfigWatch) -> None:
        self._qtbot, self._watch = qtbot, watch
        self._changes, self._refusals = QSignalSpy(watch.config_changed), QSignalSpy(watch.config_rejected)

    def told(self) -> tuple[int, int]:
        """How many changes and how many refusals."""
        return self._changes.count(), self._refusals.count()

    def next_change(self, change) -> float:
        """Interval in minutes of the configuration that `change` puts into force."""
        with self._qtbot.waitSignal(self._watch.config_changed, timeout=WAIT_MS) as seen:
            change()
        assert isinstance(seen.args[0], Config)
        return seen.args[0].job.interval_minutes

    def next_refusal(self, change) -> list[str]:
        """What is told about the file after `change`."""
        with self._qtbot.waitSignal(self._watch.config_rejected, timeout=WAIT_MS) as seen:
            change()
        return [str(mistake) for mistake in seen.args[0]]


@pytest.fixture
def operator(qtbot, watch: ConfigWatch) -> Operator:
    return Operator(qtbot, watch)


def replaced(path: Path, content: str) -> None:
    """Write as many editors do: a new file, renamed over the old one."""
    other = path.with_suffix(".swp")
    other.write_text(content)
    other.replace(path)


def test_a_valid_change_is_handed_on(operator, path):
    assert operator.next_change(lambda: path.write_text(text(2))) == 2
    assert operator.told() == (1, 0)


def test_an_editor_that_replaces_the_file_is_followed_again_and_again(operator, path):
    for minutes in (2, 3, 4):
        assert operator.next_change(lambda minutes=minutes: replaced(path, text(minutes))) == minutes
    assert operator.next_change(lambda: path.write_text(text(5))) == 5


def test_a_broken_file_is_told_at_its_place_and_a_good_one_clears_it(operator, path):
    broken = '{"job": {"interval_minutes": 0}, "flsk": null}'
    assert sorted(operator.next_refusal(lambda: path.write_text(broken))) == [
        "flsk: unknown key (did you mean 'flask'?)",
        "job.interval_minutes: input should be greater than or equal to 0.0166, got 0",
    ]
    # The same configuration as before the mistake: told too, for the message must go.
    assert operator.next_change(lambda: path.write_text(text(1))) == 1
    assert operator.told() == (1, 1)


def test_another_mistake_is_told_and_the_same_one_is_not_told_again(operator, path, qtbot):
    operator.next_refusal(lambda: path.write_text("{"))
    path.write_text("{ ")
    path.write_text("{")
    qtbot.wait(LONGER_THAN_THE_GRACE_MS)
    assert operator.told() == (0, 1)
    assert operator.next_refusal(lambda: path.write_text("[]")) == [
        "expected a JSON object (it begins with { and ends with })"
    ]


def test_a_file_that_is_being_written_does_not_flicker_as_wrong(operator, path, qtbot):
    path.write_text(text(2)[:10])
    qtbot.wait(150)
    assert operator.next_change(lambda: path.write_text(text(2))) == 2
    qtbot.wait(LONGER_THAN_THE_GRACE_MS)
    assert operator.told() == (1, 0)


def test_a_change_that_means_the_same_is_not_told(operator, path, qtbot):
    path.write_text(text(1) + "\n")
    qtbot.wait(LONGER_THAN_THE_GRACE_MS)
    assert operator.told() == (0, 0)


def test_a_deleted_file_is_told_by_its_name_and_followed_when_it_is_back(operator, path):
    assert operator.next_refusal(path.unlink) == [f"{path} is not there (put the file back)"]
    assert operator.next_change(lambda: path.write_text(text(1))) == 1
    assert operator.next_change(lambda: path.write_text(text(3))) == 3


def test_a_folder_that_goes_and_comes_back_is_followed(qtbot, tmp_path):
    folder = tmp_path / "plant"
    folder.mkdir()
    path = folder / "configDoge.json"
    path.write_text(text(1))
    watch = ConfigWatch(path)
    operator = Operator(qtbot, watch)
    operator.next_refusal(lambda: folder.rename(tmp_path / "elsewhere"))
    assert operator.next_change(lambda: (tmp_path / "elsewhere").rename(folder)) == 1
    assert operator.next_change(lambda: path.write_text(text(2))) == 2
    watch.stop()


def test_where_the_system_reports_nothing_the_file_is_looked_at(qtbot, path, monkeypatch):
    monkeypatch.setattr(QFileSystemWatcher, "addPath", lambda *_: False)
    watch = ConfigWatch(path)
    operator = Operator(qtbot, watch)
    assert operator.next_change(lambda: path.write_text(text(2))) == 2
    assert operator.next_refusal(path.unlink) == [f"{path} is not there (put the file back)"]
    watch.stop()


def test_a_change_between_the_programs_reading_and_the_watch_is_not_missed(qtbot, path):
    read = read_config(path)
    path.write_text(text(9))
    watch = ConfigWatch(path, in_force=read)
    assert Operator(qtbot, watch).next_change(lambda: None) == 9
    watch.stop()


def test_after_the_stop_nothing_is_told(operator, watch, path, qtbot):
    watch.stop()
    path.write_text("{")
    qtbot.wait(LONGER_THAN_THE_GRACE_MS)
    assert operator.told() == (0, 0)


def test_what_cannot_be_read_is_one_mistake_that_names_the_file(tmp_path):
    def told(path: Path) -> str:
        with pytest.raises(ConfigError) as caught:
            read_config(path)
        (mistake,) = caught.value.mistakes
        return str(mistake)

    binary, large, pipe = tmp_path / "binary", tmp_path / "large", tmp_path / "pipe"
    binary.write_bytes(b'{"\xff"')
    large.write_bytes(b" " * (1024 * 1024 + 1))
    assert told(binary) == f"{binary} is not UTF-8 at byte 2 (save it as UTF-8)"
    assert told(large) == f"{large} is larger than 1 MiB"
    assert told(tmp_path) == f"{tmp_path} is not a file"
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
        assert told(pipe) == f"{pipe} is not a file"
