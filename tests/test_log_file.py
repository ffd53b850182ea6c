"""The log: a line per event, files that are kept, and a disk that may fail without stopping anything."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.config import LoggingSection
from doge_gui.log_file import LOGGER, LogFile, one_line, open_log

LOG = logging.getLogger(LOGGER)
HOUR = 3600.0


class Clock:
    """Monotonic seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds

    def advance(self, seconds: float) -> None:
        self.seconds += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Iterator[Callable[..., LogFile]]:
    """Opens the log in the test's folder with a bare format; closes whatever is still open."""
    level = LOG.level

    def open_with(*, anew: bool = True, **options: object) -> LogFile:
        section = LoggingSection.model_validate({"format": "%(levelname)s %(message)s", **options})
        return open_log(section, tmp_path, clock, anew=anew)

    yield open_with
    for handler in list(LOG.handlers):
        if isinstance(handler, LogFile):
            handler.close()
    LOG.setLevel(level)


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_an_event_is_a_line_in_the_file_beside_the_configuration(opened, tmp_path):
    handler = opened()
    LOG.warning("API-3 lost: %s", "timeout")
    LOG.debug("not asked for")
    assert lines(tmp_path / "doge.log") == ["WARNING API-3 lost: timeout"]
    assert (handler.status.path, handler.status.error) == (tmp_path / "doge.log", "")


def test_the_level_of_the_configuration_decides(opened, tmp_path):
    opened(level="ERROR")
    LOG.warning("less")
    LOG.error("enough")
    assert lines(tmp_path / "doge.log") == ["ERROR enough"]


@pytest.mark.parametrize(("filemode", "kept"), [("a", ["INFO before", "INFO after"]), ("w", ["INFO after"])])
def test_at_start_the_file_is_appended_to_or_begun_anew(opened, tmp_path, filemode, kept):
    (tmp_path / "doge.log").write_text("INFO before\n")
    opened(filemode=filemode)
    LOG.info("after")
    assert lines(tmp_path / "doge.log") == kept


def test_a_configuration_that_changes_while_running_loses_no_line(opened, tmp_path):
    first = opened(filemode="w")
    LOG.info("one")
    first.close()
    opened(filemode="w", level="WARNING", anew=False)
    LOG.info("below the new level")
    LOG.warning("two")
    assert lines(tmp_path / "doge.log") == ["INFO one", "WARNING two"]
    assert sum(isinstance(handler, LogFile) for handler in LOG.handlers) == 1


def test_after_its_time_the_file_is_kept_and_a_new_one_begun_with_the_next_line(opened, tmp_path, clock):
    opened(time_before_flush=HOUR)
    LOG.info("one")
    clock.advance(HOUR - 1)
    LOG.info("two")
    clock.advance(1)
    assert [path.name for path in tmp_path.iterdir()] == ["doge.log"]
    LOG.info("three")
    assert lines(tmp_path / "doge.log.1") == ["INFO one", "INFO two"]
    assert lines(tmp_path / "doge.log") == ["INFO three"]


def test_the_last_files_are_kept_the_newest_as_number_one(opened, tmp_path, clock):
    (tmp_path / "doge.log.bak").write_text("somebody's own\n")
    (tmp_path / "doge.log.7").write_text("of a time when more were kept\n")
    opened(time_before_flush=HOUR, keep=2)
    for number in range(5):
        LOG.info("event %d", number)
        clock.advance(HOUR)
    found = {path.name: lines(path) for path in tmp_path.iterdir()}
    assert found == {
        "doge.log": ["INFO event 4"],
        "doge.log.1": ["INFO event 3"],
        "doge.log.2": ["INFO event 2"],
        "doge.log.bak": ["somebody's own"],
    }


def age(path: Path) -> int:
    """0 for the file that is written now, else its number."""
    return 0 if path.name == "doge.log" else int(path.suffix.removeprefix("."))


@given(st.lists(st.floats(0, 2 * HOUR), max_size=30))
def test_no_line_is_ever_lost_between_two_files(tmp_path_factory, waits):
    folder, clock = tmp_path_factory.mktemp("log"), Clock()
    handler = open_log(LoggingSection(format="%(message)s", keep=1000), folder, clock)
    for number, wait in enumerate(waits):
        clock.advance(wait)
        LOG.warning("%d", number)
    handler.close()
    files = sorted(folder.iterdir(), key=age, reverse=True)
    assert [line for path in files for line in lines(path)] == [str(number) for number in range(len(waits))]


def test_a_traceback_is_one_line_with_its_event(opened, tmp_path):
    opened()
    try:
        raise ValueError("first\nsecond")
    except ValueError:
        LOG.exception("in a slot")
    (line,) = lines(tmp_path / "doge.log")
    assert line.startswith("ERROR in a slot\\nTraceback (most recent call last):\\n")
    assert line.endswith("ValueError: first\\nsecond")


@pytest.mark.parametrize(
    ("sent", "written"),
    [
        ("a\r\nb\tc", "a\\r\\nb\\tc"),
        ("\x1b[31mred\x9b0m\x00\x7f", "\\x1b[31mred\\x9b0m\\x00\\x7f"),
        ("a\u2028b\u2029c\x85d", "a\\u2028b\\u2029c\\x85d"),
        ("a\u202eb\u2066c\u200fd", "a\\u202eb\\u2066c\\u200fd"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("Écluse n°3 – 20 °C \N{GRINNING FACE} \\o/", "Écluse n°3 – 20 °C \N{GRINNING FACE} \\o/"),
    ],
)
def test_what_could_break_or_forge_a_line_is_written_as_an_escape(opened, tmp_path, sent, written):
    opened()
    LOG.info("%s", sent)
    assert lines(tmp_path / "doge.log") == [f"INFO {written}"]


@given(st.text(st.characters(), max_size=40))
def test_any_text_is_one_line_that_can_be_written(text):
    line = one_line(text)
    assert line.encode("utf-8").decode("utf-8") == line
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line


def test_a_folder_is_made_where_it_is_missing(opened, tmp_path):
    handler = opened(filename="logs/plant/doge.log")
    LOG.info("one")
    assert lines(tmp_path / "logs" / "plant" / "doge.log") == ["INFO one"]
    assert handler.status.error == ""


def test_where_no_file_can_be_the_program_runs_and_the_lines_go_to_standard_error(
    opened, tmp_path, clock, capsys
):
    blocked = tmp_path / "logs"
    blocked.write_text("a file where the folder should be")
    handler = opened(filename="logs/doge.log")
    LOG.info("one")
    assert capsys.readouterr().err == "INFO one\n"
    assert handler.status.error.startswith(f"{blocked / 'doge.log'}: cannot be opened: ")
    assert handler.status.error.endswith("the log goes to standard error")
    blocked.unlink()
    clock.advance(60)
    LOG.info("two")
    assert lines(blocked / "doge.log") == ["INFO two"]
    assert handler.status.error == ""
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_and_loses_no_line(opened, tmp_path, capsys):
    (tmp_path / "doge.log").symlink_to("/dev/full")
    handler = opened()
    LOG.info("one")
    LOG.info("two")
    assert capsys.readouterr().err == "INFO one\nINFO two\n"
    assert "cannot be written: No space left on device" in handler.status.error


def test_a_file_that_somebody_takes_away_is_begun_again(opened, tmp_path):
    opened()
    LOG.info("one")
    (tmp_path / "doge.log").rename(tmp_path / "taken.log")
    LOG.info("two")
    assert lines(tmp_path / "taken.log") == ["INFO one"]
    assert lines(tmp_path / "doge.log") == ["INFO two"]


def test_where_no_new_file_can_be_begun_the_old_one_goes_on(opened, tmp_path, clock):
    handler = opened(time_before_flush=HOUR, keep=1)
    LOG.info("one")
    (tmp_path / "doge.log.1").mkdir()
    clock.advance(HOUR)
    LOG.info("two")
    assert lines(tmp_path / "doge.log") == ["INFO one", "INFO two"]
    assert "no new file begun" in handler.status.error
    (tmp_path / "doge.log.1").rmdir()
    clock.advance(HOUR)
    LOG.info("three")
    assert lines(tmp_path / "doge.log.1") == ["INFO one", "INFO two"]
    assert handler.status.error == ""


def test_after_closing_nothing_is_written_and_no_file_stays_open(opened, tmp_path):
    handler = opened()
    LOG.warning("one")
    handler.close()
    handler.close()
    handler.handle(logging.makeLogRecord({"msg": "late"}))
    assert handler not in LOG.handlers
    assert lines(tmp_path / "doge.log") == ["WARNING one"]
    if Path("/proc/self/fd").exists():
        held = [entry.readlink() for entry in Path("/proc/self/fd").iterdir() if entry.exists()]
        assert tmp_path / "doge.log" not in held
