"""What must hold of the tables and the audit trail of a history whose supervisions were killed."""

from collections import Counter
from contextlib import closing

import numpy as np

from doge_gui.core.audit.action import Act
from doge_gui.core.audit.chain import Entry
from doge_gui.core.audit.check import verify
from doge_gui.core.recording.cycles import RecordedCycle
from doge_gui.history import audit_rows, migrations
from doge_gui.history.audit_head import HeadFile
from doge_gui.history.blocks import constants_of, samples_of, times_of
from doge_gui.history.database import Database
from doge_gui.history.journal import read_journal
from tests.history.looking import rows
from tests.history.test_migrations import ENTRIES, OLD
from tests.system.killed_history import Recorded
from tests.system.killed_plant import Site

_MOST_ACTS = 5
"""In one transaction here: start, configuration, totals."""


def begun(site: Site) -> bool:
    """Whether it came so far that there are tables of this version. Before that the ones before are whole."""
    # With such a journal beside it, it was killed while the file was made: only who writes can undo that.
    if not site.history.exists() or site.history.with_name(f"{site.history.name}-journal").exists():
        return False
    ((version,),) = rows(site.history, "PRAGMA user_version")
    if version < migrations.VERSION:
        tables = {
            name for (name,) in rows(site.history, "SELECT name FROM sqlite_schema WHERE type = 'table'")
        }
        assert (version, tables - {"sqlite_sequence"}) == ((1, OLD) if site.old else (0, set()))
    return bool(version == migrations.VERSION)


def check_file(site: Site) -> None:
    """A sound database, with all that an earlier version left in it."""
    assert rows(site.history, "PRAGMA integrity_check") == [("ok",)]
    assert rows(site.history, "PRAGMA foreign_key_check") == []
    if site.old:
        assert list(read_journal(site.history, "plant")) == ENTRIES
    assert not list(site.folder.glob("*damaged*"))


def check_log(site: Site) -> None:
    """The program met nothing that it did not expect."""
    log = (site.folder / "doge.log").read_text()
    assert " ERROR " not in log
    assert "cannot be recorded" not in log


def check_segments(site: Site) -> None:
    """Of each segment every cycle, and of each cycle every tag once: as sample, in a block, as a constant."""
    plans = {number: np.frombuffer(series, "<i4") for number, series in rows(site.history, _PLANS)}
    for number, plan, begin, end, cycles, sealed, times, constants in rows(site.history, _SEGMENTS):
        series = plans[plan]
        told = rows(site.history, "SELECT place, at FROM cycle WHERE segment = :s ORDER BY place", s=number)
        hot = rows(site.history, "SELECT place, samples FROM hot WHERE segment = :s ORDER BY place", s=number)
        blocks = {
            one for (one,) in rows(site.history, "SELECT series FROM block WHERE segment = :s", s=number)
        }
        assert [place for place, _ in told] == list(range(cycles))
        assert (told[0][1], told[-1][1]) == (begin, end)
        assert 0 <= sealed <= len(series)
        assert blocks <= set(series[:sealed].tolist())
        if sealed < len(series):
            assert [place for place, _ in hot] == list(range(cycles))
            assert samples_of(hot[0][1]).column.tolist() == list(range(len(series)))
        else:
            assert hot == []
        if sealed:
            assert times_of(times).tolist() == [at for _, at in told]
            constant = set(series[constants_of(constants).column].tolist())
            assert not constant & blocks
            assert set(series[:sealed].tolist()) <= constant | blocks
    assert rows(
        site.history, "SELECT count(*) FROM hot WHERE segment NOT IN (SELECT number FROM segment)"
    ) == [(0,)]


_PLANS = "SELECT number, series FROM plan"
_SEGMENTS = "SELECT number, plan, begin_at, end_at, cycles, sealed, times, constants FROM segment"


def trail(site: Site) -> list[Entry]:
    """The audit trail's entries; every one of them can be read."""
    with closing(Database(site.history, writable=False)) as database:
        number = audit_rows.plants(database).get(site.plant)
        found = [] if number is None else list(audit_rows.read(database, number))
    assert all(isinstance(entry, Entry) for entry in found)
    return [entry for entry in found if isinstance(entry, Entry)]


def check_trail(site: Site, found: Recorded) -> None:
    """The chain is whole, its head outside a transaction behind it at most, and it tells of every start."""
    kept, entries = HeadFile.beside(site.history).read().get(site.plant), trail(site)
    verdict = verify(entries, site.plant, kept.head if kept else None)
    assert verdict.sound, verdict.broken
    assert verdict.unconfirmed <= _MOST_ACTS
    acts = [entry.facts.act for entry in entries]
    if site.stopped:
        assert acts.pop() == Act.STOPPED.value
    assert set(acts) <= {Act.STARTED.value, Act.TOTALS_WRITTEN.value}
    check_starts(site, found, entries)
    check_totals(found, entries)


def check_starts(site: Site, found: Recorded, entries: list[Entry]) -> None:
    """Each supervision that recorded anything tells that it started, and what is not known of before."""
    started = [entry.facts for entry in entries if entry.facts.act == Act.STARTED.value]
    told = [run for run in site.runs if run]
    assert len(told) <= len(started) <= len(site.runs)
    cycles = [stretch.cycles[place] for stretch, place in found.cycles()]
    at = [round(cycle.at.timestamp() * 1e6) for cycle in cycles]
    assert [cycle.number for cycle in cycles].count(1) <= len(started)
    for number, facts in enumerate(started):
        newest = next(
            (cycle for cycle, when in zip(cycles[::-1], at[::-1], strict=True) if when < facts.at), None
        )
        assert facts.detail == (unknown_after(newest) if number else "")


def unknown_after(newest: RecordedCycle | None) -> str:
    """What is not known of a supervision that was killed after its newest recorded cycle."""
    ended = "the supervision before ended without a stop; "
    if newest is None:
        return f"{ended}whether it wrote totals is unknown"
    if newest.totals_written is None:
        return f"{ended}which PLCs took the totals of its cycle {newest.number} is unknown"
    return f"{ended}whether it wrote totals after its cycle {newest.number} is unknown"


def check_totals(found: Recorded, entries: list[Entry]) -> None:
    """Of each cycle whose outcome is known and of which PLCs took the totals, there is one entry."""
    told = Counter(
        (entry.facts.at, entry.facts.subject)
        for entry in entries
        if entry.facts.act == Act.TOTALS_WRITTEN.value
    )
    assert set(told.values()) <= {1}
    for stretch, place in found.cycles():
        cycle = stretch.cycles[place]
        if cycle.totals_written:
            total = " ".join(map(str, cycle.totals.totals[2].value))
            assert told[round(cycle.at.timestamp() * 1e6), total] == 1
