"""`watchdoge audit`: whether what was done is still what was recorded, in words and as an exit code."""

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from doge_gui import paths
from doge_gui.audit_command import main
from doge_gui.history.audit_head import HeadFile
from doge_gui.history.database import begin_anew
from tests.history.audit_site import BEGAN, DAY, STARTED_AGAIN, Site, act

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


class Said(NamedTuple):
    code: int
    lines: list[str]
    errors: str


Asked = Callable[..., Said]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A configuration whose recordings lie beside it."""
    told = json.loads(paths.example_config().read_text(encoding="utf-8")) | {"history": {"path": "doge.db"}}
    file = tmp_path / "plant.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    return file


@pytest.fixture
def site(config: Path) -> Site:
    """Its recordings."""
    file = config.with_name("doge.db")
    return Site(file, HeadFile.beside(file))


@pytest.fixture
def day(site: Site, config: Path) -> Site:
    """After a day."""
    site.record(*DAY, plant=str(config))
    return site


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Asked:
    def asked(*arguments: object) -> Said:
        out = io.StringIO()
        try:
            code = main([*map(str, arguments)], out, NOW)
        except SystemExit as ended:
            code = int(ended.code or 0)
        return Said(code, out.getvalue().splitlines(), capsys.readouterr().err)

    return asked


def test_a_sound_trail(day: Site, config: Path, ask: Asked) -> None:
    digest = day.heads.read()[str(config)].head.hash.hex()
    code, lines, errors = ask("verify", "--config", config)
    assert (code, errors) == (0, "")
    assert lines == [
        f"sound: entries 1 (2026-01-31T08:00:00.000000Z) to 10 (2026-01-31T08:09:00.000000Z); hash {digest}"
    ]


def test_the_first_broken_entry_is_named_with_its_time(day: Site, config: Path, ask: Asked) -> None:
    day.edit("UPDATE audit SET who = 'Bob' WHERE number IN (4, 7)")
    code, lines, errors = ask("verify", "--config", config)
    assert (code, errors) == (1, "")
    assert lines[0].startswith("broken at entry 4 of 2026-01-31T08:03:00.000003Z: altered")
    assert lines[1].startswith("sound before that: entries 1 (2026-01-31T08:00:00.000000Z) to 3 (")


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM audit WHERE number = 5", "broken at entry 5: missing"),
        ("DELETE FROM audit WHERE number = 1", "broken at entry 1: missing"),
        ("DELETE FROM audit WHERE number > 8", "broken at entry 9: cut off, with all up to 10"),
        ("DELETE FROM audit", "broken at entry 1: cut off, with all up to 10"),
        ("UPDATE audit SET who = CAST(x'ff' AS TEXT) WHERE number = 2", "broken at entry 2: altered: "),
        (f"UPDATE audit SET at = {2**63 - 1} WHERE number = 2", f"broken at entry 2 of {2**63 - 1} micro"),
        ("UPDATE plant SET name = 'other'", "broken at entry 1: cut off, with all up to 10"),
    ],
)
def test_what_else_can_be_wrong(day: Site, config: Path, ask: Asked, statement: str, said: str) -> None:
    day.edit(statement)
    code, lines, _ = ask("verify", "--config", config)
    assert code == 1
    assert lines[0].startswith(said)


def test_a_database_that_is_gone_is_missed(day: Site, config: Path, ask: Asked) -> None:
    config.with_name("doge.db").unlink()
    code, lines, _ = ask("verify", "--config", config)
    assert (code, lines) == (1, ["broken at entry 1: cut off, with all up to 10"])


def test_without_the_head_a_trail_does_not_pass_as_sound(day: Site, config: Path, ask: Asked) -> None:
    day.heads.path.write_bytes(b"{")
    code, lines, _ = ask("verify", "--config", config)
    assert (code, lines[0][:6]) == (1, "sound:")
    assert lines[1].startswith(f"{day.heads.path}: damaged (")
    assert lines[1].endswith("whether its end was cut off or all was made anew cannot be known")
    day.heads.path.unlink()
    code, lines, _ = ask("verify", "--config", config)
    assert (code, lines[1].startswith("doge.db.audit-head has no head of this trail: ")) == (1, True)


def test_a_head_that_is_behind_is_sound(day: Site, config: Path, ask: Asked) -> None:
    with day.recording(str(config)) as one, one.database.writing() as connection:
        one.trail.write(connection, [act(11), act(12)])
    code, lines, _ = ask("verify", "--config", config)
    assert (code, lines[1:]) == (0, ["not yet in the head kept outside: the last 2"])


def test_after_a_damaged_file(day: Site, config: Path, ask: Asked) -> None:
    begin_anew(config.with_name("doge.db"), STARTED_AGAIN)[0].close()
    (aside,) = config.parent.glob("doge-damaged-*.db")
    day.record(act(11), plant=str(config), aside=aside)
    code, lines, _ = ask("verify", "--config", config)
    assert code == 0
    assert lines[0].startswith("sound: entries 11 (2026-01-31T09:00:00.000000Z) to 12 (")
    assert lines[1:] == [f"what was before lies in {aside.name}"]
    code, lines, _ = ask("verify", "--config", config, "--file", aside)
    assert (code, lines[0][:23]) == (0, "sound: entries 1 (2026-")
    aside.unlink()
    assert ask("verify", "--config", config).lines[1].endswith(f"lies in {aside.name}, which is not there")


@pytest.mark.parametrize("what", ["verify", "list"])
def test_nothing_is_recorded_yet(config: Path, ask: Asked, what: str) -> None:
    lines = ["nothing is recorded yet"] if what == "verify" else []
    assert ask(what, "--config", config) == (0, lines, "")
    assert not config.with_name("doge.db").exists()


def test_every_plant_in_a_file(day: Site, config: Path, ask: Asked) -> None:
    day.record(*DAY[:2], plant="/other\n/plant.json")
    day.record(*DAY[:3], plant="~")
    day.edit("UPDATE audit SET subject = 'API-9' WHERE plant = 1 AND number = 6")
    code, lines, _ = ask("verify", "--file", config.with_name("doge.db"))
    assert code == 1
    assert [line.split(": ")[:2] for line in lines] == [
        ["/other\\n/plant.json", "sound"],
        [str(config), "broken at entry 6 of 2026-01-31T08:05:00.000005Z"],
        [str(config), "sound before that"],
        ["~", "sound"],
    ]
    assert len(ask("list", "--file", config.with_name("doge.db")).lines) == 15
    none = config.with_name("none.db")
    assert ask("verify", "--file", none) == (2, [], f"watchdoge audit: {none}: there is no such file\n")


def test_the_list_for_people(day: Site, config: Path, ask: Asked) -> None:
    code, lines, errors = ask("list", "--config", config)
    assert (code, errors, len(lines)) == (0, "", 10)
    assert lines[0] == "2026-01-31T08:00:00.000000Z 1 watchdoge: started"
    assert lines[1] == "2026-01-31T08:01:00.000001Z 2 Ada: swept API-3 | 1. act"
    # What a gateway said cannot pass for a line of its own, nor speak to the terminal.
    assert lines[9].startswith("2026-01-31T08:09:00.000000Z 10 Ada: disconnected API-3 | refused\\n2026-01")
    assert "all is well\\x1b[2J\\x00\\ud800" in lines[9]
    day.edit("UPDATE audit SET who = CAST(x'ff' AS TEXT) WHERE number = 2")
    code, lines, _ = ask("list", "--config", config)
    assert (code, lines[1], len(lines)) == (1, "2 altered: a text in it is none", 10)


def test_the_list_for_programs(day: Site, config: Path, ask: Asked) -> None:
    code, lines, errors = ask("list", "--json", "--config", config)
    assert (code, errors) == (0, "")
    told = [json.loads(line) for line in lines]
    assert told[9] == {
        "plant": str(config),
        "number": 10,
        "at": "2026-01-31T08:09:00.000000Z",
        "who": "Ada",
        "act": "disconnected",
        "subject": "API-3",
        "detail": DAY[9].detail,
        "hash": day.heads.read()[str(config)].head.hash.hex(),
    }
    assert [datetime.fromisoformat(one["at"]) for one in told] == [action.at for action in DAY]
    assert datetime.fromisoformat(told[0]["at"]) == BEGAN


@pytest.mark.usefixtures("day")
def test_only_what_is_new_enough(config: Path, ask: Asked) -> None:
    for since, entries in [("2026-01-31T08:05:00Z", 5), ("2026-01-31T09:08:01+01:00", 1), ("2h", 0)]:
        code, lines, _ = ask("list", "--config", config, "--since", since)
        assert (code, len(lines)) == (0, entries)


def test_what_cannot_be_read_or_asked(config: Path, tmp_path: Path, ask: Asked) -> None:
    assert ask().code == 2
    assert ask("verify", "--since", "2h").code == 2
    said = ask("list", "--config", config, "--since", "yesterday")
    assert (said.code, said.lines) == (2, [])
    assert said.errors.startswith("watchdoge audit: --since: 'yesterday' is no instant; write ")
    said = ask("verify", "--config", tmp_path / "none.json")
    assert (said.code, "none.json" in said.errors) == (2, True)
    config.with_name("doge.db").write_bytes(b"damaged" * 1000)
    for what in ("verify", "list"):
        code, lines, errors = ask(what, "--config", config)
        assert (code, lines) == (2, [])
        assert errors.startswith("watchdoge audit: ")
        assert "doge.db: damaged" in errors
