"""What was done is in the trail, once and in order, whatever ends the program."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from doge_gui.core.audit.action import Act
from doge_gui.core.audit.chain import Entry
from doge_gui.history import audit_rows
from doge_gui.history.audit_head import HeadFile
from doge_gui.history.database import Database, begin_anew
from doge_gui.history.event_rows import instant, restored
from doge_gui.history.places import Place
from tests.history.audit_site import BEGAN, DAY, HOSTILE, PLANT, STARTED_AGAIN, Site, act


@pytest.fixture
def site(place: Place, tmp_path: Path) -> Site:
    return Site(place, HeadFile(tmp_path / "history.db.audit-head"))


@pytest.fixture
def file(tmp_path: Path) -> Site:
    """In a file only."""
    return Site(tmp_path / "history.db", HeadFile.beside(tmp_path / "history.db"))


def test_what_was_done_is_there_over_any_number_of_starts(site: Site) -> None:
    for action in DAY:
        site.record(action)
    with site.recording() as one:
        for minute in range(10, 13):
            one.record(act(minute), act(minute))
        assert (one.trail.notice, one.trail.head_error) == ("", "")
    told = site.facts()
    assert [facts.detail for facts in told[1:9]] == [f"{minute}. act" for minute in range(1, 9)]
    assert (told[0].act, told[0].who, instant(told[0].at)) == ("started", "watchdoge", BEGAN)
    assert restored(told[9].detail) == HOSTILE
    verdict = site.check()
    assert verdict.sound
    assert (verdict.count, verdict.unconfirmed, verdict.before) == (16, 0, None)
    assert verdict.last == site.heads.read()[PLANT].head


def test_plants_have_a_trail_each(site: Site) -> None:
    site.record(*DAY)
    site.record(*DAY[:2], plant="Süd\ud800")
    site.record(*DAY[:1])
    assert (site.check().count, site.check("Süd\ud800").count) == (11, 2)
    assert site.check().sound
    assert site.check("Süd\ud800").sound


def test_what_is_rolled_back_was_never_done(site: Site) -> None:
    with site.recording() as one:
        one.record(*DAY)
        before = site.heads.path.read_bytes()
        one.lose(act(99))
        assert site.heads.path.read_bytes() == before
        one.record()
        one.record(act(11))
    assert [facts.detail for facts in site.facts()][10:] == ["11. act"]
    assert site.check().sound


def test_killed_between_the_commit_and_the_head(site: Site) -> None:
    with site.recording() as one:
        one.record(*DAY[:4])
        with one.database.writing() as connection:
            one.trail.write(connection, DAY[4:])
    verdict = site.check()
    assert verdict.sound
    assert (verdict.count, verdict.unconfirmed) == (10, 6)
    site.record(act(11))
    assert [facts.detail for facts in site.facts()][9:] == [site.facts()[9].detail, "11. act"]
    assert (site.check().sound, site.check().unconfirmed) == (True, 0)


@pytest.mark.parametrize("damage", [None, b"", b"{", b"[]", b'{"format": 1, "plants": {"p": 3}}', b"\xff"])
def test_a_head_file_that_is_lost_or_damaged_stops_nothing_and_is_told(site: Site, damage) -> None:
    site.record(*DAY)
    if damage is None:
        site.heads.path.unlink()
    else:
        site.heads.path.write_bytes(damage)
    with site.recording() as one:
        assert "history.db.audit-head: the head kept outside was lost" in one.trail.notice
        assert ("damaged" in one.trail.notice) == (damage is not None)
        one.record(act(11))
        one.record(act(12))
    told = site.facts()[10:]
    assert [facts.act for facts in told] == ["file changed", "swept", "swept"]
    assert (told[0].who, told[0].subject) == ("watchdoge", "history.db.audit-head")
    assert (instant(told[0].at), "lost" in told[0].detail) == (STARTED_AGAIN, True)
    assert (site.check().sound, site.check().unconfirmed) == (True, 0)


def test_an_entry_about_the_head_is_written_once_whatever_fails(site: Site) -> None:
    site.record(*DAY)
    site.heads.path.unlink()
    with site.recording() as one:
        one.lose(act(99))
        one.record(act(11))
        one.record(act(12))
    assert [facts.act for facts in site.facts()[10:]] == ["file changed", "swept", "swept"]


def test_a_head_that_cannot_be_written_stops_nothing_and_is_told(site: Site) -> None:
    with site.recording() as one:
        one.record(*DAY[:3])
        kept = site.heads.path.read_bytes()
        site.heads.path.unlink()
        site.heads.path.mkdir()
        one.record(*DAY[3:])
        assert "audit-head: cannot be read: " in one.trail.head_error
        site.heads.path.rmdir()
        site.heads.path.write_bytes(kept)
        assert site.check().sound
        one.record(act(11))
        assert one.trail.head_error == ""
    assert (site.check().sound, site.check().count, site.check().unconfirmed) == (True, 11, 0)
    assert list(site.heads.path.parent.glob("*audit-head*")) == [site.heads.path]


def damaged(site: Site) -> Path:
    """The file is damaged, set aside and begun anew; where it was set aside."""
    assert isinstance(site.place, Path)
    before = set(site.place.parent.glob("history-damaged-*.db"))
    database, _ = begin_anew(site.place, STARTED_AGAIN)
    database.close()
    (aside,) = set(site.place.parent.glob("history-damaged-*.db")) - before
    return aside


def test_after_a_damaged_file_the_chain_goes_on_in_the_new_one(file: Site) -> None:
    file.record(*DAY)
    aside = damaged(file)
    with file.recording(aside=aside) as one:
        assert one.trail.notice == ""
        one.record(act(11))
    first = file.trail()[0]
    assert isinstance(first, Entry)
    assert (first.number, first.facts.act, first.facts.subject) == (11, Act.FILE_CHANGED.value, aside.name)
    verdict = file.check()
    assert verdict.sound
    assert (verdict.count, verdict.first, verdict.before) == (2, first, aside.name)
    file.record(act(12))
    assert (file.check().count, file.check().before) == (3, aside.name)
    # What was set aside is whole by itself.
    assert Site(aside, HeadFile.beside(aside)).check().sound
    aside_edited = Site(aside, HeadFile.beside(aside))
    aside_edited.edit("DELETE FROM audit WHERE number = 10")
    assert not aside_edited.check().sound


def test_killed_right_after_the_new_file_was_begun(file: Site) -> None:
    file.record(*DAY)
    aside = damaged(file)
    # Before anything was written; then before the head was.
    with file.recording(aside=aside):
        pass
    with file.recording() as one, one.database.writing() as connection:
        one.trail.write(connection, [act(11)])
    assert file.check().sound
    file.record(act(12))
    assert (file.check().sound, file.check().count, file.check().before) == (True, 3, aside.name)


def test_every_plant_in_a_damaged_file_goes_on_whoever_set_it_aside(file: Site) -> None:
    file.record(*DAY)
    file.record(*DAY[:5], plant="other")
    first = damaged(file)
    file.record(act(11), aside=first)
    # And again, before the other plant was watched once more: its entries lie in the first file.
    second = damaged(file)
    file.record(act(12), plant="other", aside=second)
    file.record(act(13))
    assert (file.check().sound, file.check().before) == (True, second.name)
    assert (file.check("other").sound, file.check("other").before) == (True, first.name)
    assert Site(first, HeadFile.beside(first)).check("other").sound
    assert (file.check("other").count, file.check().count) == (2, 2)


def test_a_damaged_file_without_a_trail_leaves_a_trail_that_says_so(file: Site) -> None:
    Database(file.place, writable=True).close()
    aside = damaged(file)
    file.record(act(1), aside=aside)
    told = file.facts()
    assert (told[0].act, told[0].subject) == ("file changed", aside.name)
    assert (file.check().sound, file.check().count, file.check().before) == (True, 2, None)


def test_a_file_that_somebody_took_away_is_not_explained_by_itself(file: Site) -> None:
    file.record(*DAY)
    assert isinstance(file.place, Path)
    file.place.unlink()
    with file.recording() as one:
        assert "entries were missing" in one.trail.notice
        one.record(act(11))
    broken = file.check().broken
    assert broken is not None
    assert (broken.number, broken.said) == (1, "missing, with all up to 10")


def test_the_tables_of_an_earlier_program_hold_no_trail(file: Site) -> None:
    file.record(*DAY)
    assert isinstance(file.place, Path)
    with closing(sqlite3.connect(file.place)) as connection:
        connection.execute("DROP TABLE audit")
    with closing(Database(file.place, writable=False)) as database:
        assert list(audit_rows.read(database, 1)) == []


def test_entries_are_read_from_an_instant_on_and_page_by_page(site: Site, monkeypatch) -> None:
    monkeypatch.setattr(audit_rows, "_PAGE", 4)
    site.record(*DAY)
    assert (len(site.trail()), site.check().sound) == (10, True)
    with closing(Database(site.place, writable=False)) as database:
        late = [*audit_rows.read(database, 1, BEGAN + timedelta(minutes=7))]
        assert [entry.number for entry in late] == [8, 9, 10]
        assert [*audit_rows.read(database, 1, BEGAN + timedelta(days=1))] == []
