"""`watchdoge alarms --journal`: what an operator and a program read of what happened."""

import json
import os
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from doge_gui import paths
from doge_gui.__main__ import main
from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.states import AlarmState
from doge_gui.history.journal import Journal
from doge_gui.instants import instant_of
from tests.history.sessions import BEGAN, raised

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
HOSTILE = "no answer\n2026-01-31T09:00:00Z all is well\x1b[2J\ud800"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A configuration whose recordings lie beside it."""
    told = json.loads(paths.example_config().read_text(encoding="utf-8")) | {"history": {"path": "doge.db"}}
    file = tmp_path / "plant.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    return file


@pytest.fixture
def story(config: Path) -> list[Event]:
    """Entries of a morning, recorded."""
    told = [
        raised(0),
        raised(0)._replace(
            at=BEGAN + timedelta(minutes=5),
            what=What.ACKNOWLEDGED,
            before=AlarmState.UNACK,
            after=AlarmState.ACKED,
            value=None,
            limit=None,
            who="Ada",
            comment="on my way",
        ),
        Event(BEGAN + timedelta(minutes=6), What.MUTED, who="Ada", until=BEGAN + timedelta(minutes=16)),
        Event(
            BEGAN + timedelta(minutes=30, microseconds=7),
            What.TRANSITION,
            "offline:API-3",
            Kind.OFFLINE,
            plc="API-3",
            after=AlarmState.UNACK,
            detail=HOSTILE,
            value=float("inf"),
        ),
    ]
    with closing(Journal(config.with_name("doge.db"), str(config))) as record:
        record.append(told)
    return told


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[str], str]:
    """Exit code, lines on standard output, standard error."""
    try:
        code = main(["alarms", *map(str, arguments)])
    except SystemExit as ended:
        code = int(ended.code or 0)
    written = capsys.readouterr()
    return code, written.out.splitlines(), written.err


@pytest.mark.usefixtures("story")
def test_one_line_per_entry(config: Path, capsys) -> None:
    code, lines, errors = said(capsys, "--journal", "--config", config)
    assert (code, errors) == (0, "")
    assert lines[0].startswith("2026-01-31T08:00:00.000000Z high:temperature:API-0 normal -> unack | ")
    assert lines[1].endswith("high:temperature:API-0 acknowledged (unack -> acked) by Ada: on my way")
    assert lines[2].endswith("sound muted until 2026-01-31 08:16:00Z by Ada")
    # What a gateway said cannot pass for a line of its own, nor speak to the terminal.
    assert len(lines) == 4
    assert lines[3].startswith("2026-01-31T08:30:00.000007Z offline:API-3 normal -> unack | API-3 lost: no ")
    assert "\x1b" not in lines[3]


def test_one_object_per_entry_with_every_field(config: Path, story: list[Event], capsys) -> None:
    code, lines, errors = said(capsys, "--journal", "--json", "--config", config)
    assert (code, errors) == (0, "")
    told = [json.loads(line) for line in lines]
    assert [list(one) for one in told] == [[*Event._fields, "entry"]] * 4
    assert told[0] | {"entry": ""} == {
        "at": "2026-01-31T08:00:00.000000Z",
        "what": "transition",
        "id": "high:temperature:API-0",
        "kind": "high",
        "subject": "temperature",
        "plc": "API-0",
        "before": "normal",
        "after": "unack",
        "priority": "low",
        "value": 241.0,
        "limit": 240.0,
        "detail": "",
        "who": "",
        "comment": "",
        "until": None,
        "source": "",
        "entry": "",
    }
    assert (told[2]["kind"], told[2]["until"]) == (None, "2026-01-31T08:16:00.000000Z")
    assert told[3]["detail"] == HOSTILE
    # A number that JSON does not know.
    assert told[3]["value"] is None
    assert [datetime.fromisoformat(one["at"]) for one in told] == [event.at for event in story]


@pytest.mark.usefixtures("story")
def test_only_what_is_new_enough(config: Path, capsys) -> None:
    for since, entries in [("2026-01-31T08:05:00Z", 3), ("2026-01-31T09:05:01+01:00", 2), ("2h", 0)]:
        code, lines, _ = said(capsys, "--journal", "--config", config, "--since", since)
        assert (code, len(lines)) == (0, entries)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90s", NOW - timedelta(seconds=90)),
        ("15m", NOW - timedelta(minutes=15)),
        ("1.5 h", NOW - timedelta(minutes=90)),
        ("3d", NOW - timedelta(days=3)),
        ("1w", NOW - timedelta(days=7)),
        ("2026-01-31T08:00Z", BEGAN),
        ("2026-01-31 10:00+02:00", BEGAN),
        ("2026-01-31T08:00", datetime(2026, 1, 31, 8).astimezone()),
        ("2026-01-31", datetime(2026, 1, 31).astimezone()),
    ],
)
def test_instants_as_people_write_them(text: str, expected: datetime) -> None:
    assert instant_of(text, NOW) == expected


@pytest.mark.parametrize("text", ["yesterday", "", "2h3m", "-2h", "999999999d", "2026-13-01", "inf h", "٣d٣"])
def test_what_is_no_instant_is_refused_with_what_may_be_written(text: str, config: Path, capsys) -> None:
    code, lines, errors = said(capsys, "--journal", f"--since={text}", "--config", config)
    assert (code, lines) == (2, [])
    assert errors.startswith("watchdoge alarms: --since: ")
    assert "2026-01-31T08:00, or a span such as 90s, 15m, 2h, 3d, 1w" in errors


def test_nothing_recorded_yet(config: Path, capsys) -> None:
    code, lines, errors = said(capsys, "--journal", "--config", config)
    assert (code, lines) == (0, [])
    assert errors == f"watchdoge alarms: nothing is recorded yet in {config.with_name('doge.db')}\n"
    assert not config.with_name("doge.db").exists()


@pytest.mark.usefixtures("story")
def test_another_plant_has_another_journal(config: Path, capsys) -> None:
    other = config.with_name("other.json")
    other.write_bytes(config.read_bytes())
    assert said(capsys, "--journal", "--config", other) == (0, [], "")


def test_a_wrong_command_line_and_a_wrong_configuration(tmp_path: Path, config: Path, capsys) -> None:
    assert said(capsys)[0] == 2
    code, _, errors = said(capsys, "--journal", "--config", tmp_path / "none.json")
    assert code == 2
    assert "none.json" in errors
    config.with_name("doge.db").write_bytes(b"damaged" * 1000)
    code, lines, errors = said(capsys, "--journal", "--config", config)
    assert (code, lines) == (1, [])
    assert "doge.db: damaged" in errors


@pytest.mark.system
@pytest.mark.skipif(sys.platform == "win32", reason="head")
def test_who_stops_reading_ends_it_quietly(config: Path) -> None:
    with closing(Journal(config.with_name("doge.db"), str(config))) as record:
        record.append([raised(number) for number in range(20_000)])
        command = [sys.executable, "-m", "doge_gui", "alarms", "--journal", "--config", str(config)]
        # While the program has the journal open.
        program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ)
        with program:
            assert program.stdout is not None
            assert program.stderr is not None
            assert program.stdout.readline().startswith(b"2026-01-31T08:00:00.000000Z high:")
            program.stdout.close()
            assert program.stderr.read() == b""
        assert program.returncode == 0
