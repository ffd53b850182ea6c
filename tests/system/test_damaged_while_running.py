"""The disk damages the history while the program runs: it is set aside, and watching and recording go on."""

import json
import resource
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from doge_gui.audit_command import main as audit
from doge_gui.core.alarms.book import replay
from doge_gui.history.journal import read_journal
from doge_gui.history.reader import HistoryReader
from doge_gui.simulator.fleet import SimulatedFleet
from tests.history.looking import change, rows
from tests.system.test_alarms_headless import HOT, Line, Watched, alarms, configure, states, value, watching

pytestmark = pytest.mark.system
GATEWAYS = 4
BEFORE = datetime(1971, 1, 1, tzinfo=UTC)


@pytest.fixture
def fleet() -> Iterator[SimulatedFleet]:
    with SimulatedFleet(GATEWAYS, marble_speed=100.0) as fleet:
        fleet.set_scenario([value("API-2", 999)])
        yield fleet


@pytest.fixture
def config(tmp_path: Path, fleet: SimulatedFleet) -> Path:
    path = tmp_path / "configDoge.json"
    list_gateways(path, fleet)
    configure(path)
    return path


def list_gateways(config: Path, fleet: SimulatedFleet, *without: str) -> None:
    listed = {plc: where for plc, where in fleet.addresses.items() if plc not in without}
    config.with_name("ip_addresses.json").write_text(json.dumps(listed))


def history(config: Path) -> Path:
    return config.with_name("alarms.db")


def aside(config: Path) -> list[Path]:
    """The damaged files that were set aside."""
    return sorted(config.parent.glob("alarms-damaged-*.db"))


def damage(file: Path, tables: Sequence[str] = ()) -> None:
    """Overwrite the first page of these tables, or all pages, with what was never written there.

    Whoever has the file open reads it anew then, as somebody else has written to it.
    """
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"))
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        wal = file.with_name(file.name + "-wal")
        while True:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("BEGIN IMMEDIATE")
            if wal.stat().st_size == 0:
                break
            # Somebody has written in between: what lies there would hide the damage.
            connection.execute("ROLLBACK")
        with file.open("r+b") as pages:
            for page in [roots[name] for name in tables] or range(2, file.stat().st_size // size + 1):
                pages.seek((page - 1) * size)
                pages.write(b"\xa5" * size)
        # It writes the first page only, which is whole, and by that all others are read anew.
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")


def check_goes_on(config: Path, program: Watched, stood: Line) -> None:
    """It is told and set aside; the same alarm stands, and from then on everything is recorded as before."""
    told = program.until(lambda line: "journal" in alarms(line))
    assert "damaged" in alarms(told)["journal"]["message"]
    healed = program.until(lambda line: states(line)["journal"] == "rtn_unack" and line["recorded"])
    for line in (told, healed):
        assert line["answered"] == GATEWAYS
        assert alarms(line)[HOT] == stood
    further = program.until(lambda line: line["cycle"] >= healed["cycle"] + 3)
    assert further["recorded"]
    assert len(aside(config)) == 1
    with closing(HistoryReader(history(config), str(config))) as reader:
        stretch = reader.stretch(BEFORE)
        assert stretch is not None
        numbers = [cycle.number for cycle in stretch.cycles]
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        assert {healed["cycle"], further["cycle"]} <= set(numbers)
        assert reader.book_at(datetime.now(UTC)).alarms.keys() == alarms(further).keys()


def check_trail(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The audit trail goes on in the new file, and says from which."""
    assert audit(["verify", "--config", str(config)]) == 0
    told = capsys.readouterr().out
    assert f"what was before lies in {aside(config)[0].name}" in told
    assert audit(["list", "--config", str(config)]) == 0
    assert "the file before was damaged and is set aside" in capsys.readouterr().out.splitlines()[0]


@pytest.mark.parametrize(
    "tables", [(), ("alarm_event",), ("audit",), ("cycle", "hot")], ids=["all", "alarms", "audit", "readings"]
)
def test_a_damaged_page_met_under_way(
    config: Path, fleet: SimulatedFleet, tables: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with watching(config) as program:
        stood = alarms(program.until(lambda line: line["cycle"] == 3))[HOT]
        damage(history(config), tables)
        # Something for the journal to tell.
        fleet.set_scenario([value("API-2", 999), value("API-3", 999)])
        check_goes_on(config, program, stood)
    check_trail(config, capsys)
    with watching(config) as program:
        again = program.next_line()
    assert alarms(again)[HOT] == stood
    assert alarms(again)["journal"]["state"] == "rtn_unack"
    assert len(aside(config)) == 1


def garble(file: Path) -> None:
    """The pages are sound; what lies in them is not."""
    change(file, "UPDATE hot SET samples = :garbled", garbled=b"garbled")


@pytest.mark.parametrize(
    "hurt",
    [partial(damage, tables=("rollup",)), partial(damage, tables=("block",)), garble],
    ids=["rollups", "sealed readings", "samples"],
)
def test_damage_met_when_readings_are_settled(
    config: Path, fleet: SimulatedFleet, hurt: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody waits for that, and no cycle or alarm needs what is damaged."""
    with watching(config) as program:
        stood = alarms(program.until(lambda line: line["cycle"] == 3))[HOT]
        hurt(history(config))
        # Another plan: the segment is finished, and what it holds is sealed.
        list_gateways(config, fleet, "API-3")
        told = program.until(lambda line: "journal" in alarms(line))
        assert alarms(told)[HOT] == stood
        assert "damaged" in alarms(told)["journal"]["message"]
        healed = program.until(lambda line: states(line)["journal"] == "rtn_unack" and line["recorded"])
        assert alarms(healed)[HOT] == stood
        program.until(lambda line: line["cycle"] >= healed["cycle"] + 3)
        assert rows(history(config), "PRAGMA integrity_check") == [("ok",)]
    check_trail(config, capsys)
    assert len(aside(config)) == 1


def test_a_damaged_page_met_at_the_next_start(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with watching(config) as program:
        program.until(lambda line: line["cycle"] == 3)
    damage(history(config), ["alarm_event"])
    with watching(config) as program:
        line = program.next_line()
        assert states(line) == {HOT: "unack", "journal": "rtn_unack"}
        assert f"set aside as {aside(config)[0].name}" in alarms(line)["journal"]["message"]
        assert line["recorded"]
    check_trail(config, capsys)
    events = list(read_journal(history(config), str(config)))
    assert replay(events).alarms.keys() == {HOT, "journal"}


@pytest.mark.skipif(sys.platform != "linux", reason="limits another process")
def test_a_disk_that_takes_nothing_for_a_while(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told, and watching goes on; what was said to be recorded is, and nothing is taken for damaged."""
    with watching(config) as program:
        lines = [program.next_line() for _ in range(3)]
        pid, limit = program.process.pid, resource.RLIMIT_FSIZE
        before = resource.prlimit(pid, limit)
        resource.prlimit(pid, limit, (1, before[1]))
        told = program.until(lambda line: "journal" in alarms(line))
        assert "check the disk" in alarms(told)["journal"]["message"]
        failing = [program.next_line() for _ in range(4)]
        assert {(line["recorded"], line["answered"]) for line in failing} == {(False, GATEWAYS)}
        resource.prlimit(pid, limit, before)
        healed = program.until(lambda line: states(line)["journal"] == "rtn_unack" and line["recorded"])
        lines += [healed, *(program.next_line() for _ in range(3))]
    assert all(line["recorded"] for line in lines)
    found = rows(history(config), "SELECT number FROM cycle ORDER BY segment, place")
    numbers = [number for (number,) in found]
    assert numbers == sorted(set(numbers))
    assert {line["cycle"] for line in lines} <= set(numbers)
    events = list(read_journal(history(config), str(config)))
    assert replay(events).alarms.keys() == alarms(lines[-1]).keys()
    assert audit(["verify", "--config", str(config)]) == 0
    assert capsys.readouterr().out.startswith("sound: entries 1 ")
    assert aside(config) == []
