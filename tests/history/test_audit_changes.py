"""Somebody opens the database and changes what was done: the check names the first entry he touched."""

from pathlib import Path

import pytest
from sqlalchemy import update

from doge_gui.core.audit.chain import START, linked
from doge_gui.core.audit.check import Fault
from doge_gui.history.audit_head import HeadFile
from doge_gui.history.places import Place
from doge_gui.history.schema import AUDIT
from tests.history.audit_site import DAY, PLANT, Site


@pytest.fixture
def site(place: Place, tmp_path: Path) -> Site:
    """A day's trail of ten entries, and that of another plant."""
    return filled(Site(place, HeadFile(tmp_path / "history.db.audit-head")))


@pytest.fixture
def file(tmp_path: Path) -> Site:
    """The same in a file only, in which anything can be written into a row."""
    return filled(Site(tmp_path / "history.db", HeadFile(tmp_path / "history.db.audit-head")))


def filled(site: Site) -> Site:
    site.record(*DAY)
    site.record(*DAY[:3], plant="other")
    assert site.check().sound
    return site


ANOTHER = "(SELECT hash FROM audit WHERE plant = 2 AND number = 2)"
EDITS = {
    "at": "at + 1",
    "who": "'Bob'",
    "who, by a space": "who || ' '",
    "who, spelled otherwise": r"'\u0041da'",
    "action": "'stopped'",
    "subject": "'API-4'",
    "detail": "detail || '.'",
    "hash": ANOTHER,
}
# What only SQLite lets happen.
GARBLED = {
    "at, as a text": "'soon'",
    "at, as a fraction": "0.5",
    "who, as bytes": "CAST(who AS BLOB)",
    "who, as no text": "CAST(x'ff' AS TEXT)",
    "hash, as a text": "hex(hash)",
    "hash, as a number": "1000000000000",
    "hash, cut short": "substr(hash, 1, 31)",
}


def edited(site: Site, edit: str, value: str, number: int) -> Fault:
    """One column of one row is changed; what the check then says is wrong with just that row."""
    column = edit.split(",", maxsplit=1)[0]
    site.edit(f"UPDATE audit SET {column} = {value} WHERE plant = 1 AND number = {number}")
    broken = site.check().broken
    assert broken is not None
    assert broken.number == number
    assert broken.said.startswith("altered")
    assert site.check("other").sound
    return broken.fault


@pytest.mark.parametrize("edit", EDITS)
def test_any_edited_column_of_any_row(site: Site, edit: str) -> None:
    # The later ones first: what is named is the first of them.
    for number in (10, 6, 1):
        assert edited(site, edit, EDITS[edit], number) is Fault.ALTERED


@pytest.mark.parametrize("edit", GARBLED)
def test_a_row_that_cannot_be_an_entry(file: Site, edit: str) -> None:
    assert edited(file, edit, GARBLED[edit], 6) is Fault.UNREADABLE


OURS = "WHERE plant = 1 AND number"
COPIED = "at, who, action, subject, detail, hash FROM audit WHERE plant = 1 AND number ="
CHANGES: dict[str, tuple[Fault, int, tuple[str, ...]]] = {
    "the first deleted": (Fault.MISSING, 1, (f"DELETE FROM audit {OURS} = 1",)),
    "one deleted": (Fault.MISSING, 4, (f"DELETE FROM audit {OURS} = 4",)),
    "some deleted": (Fault.MISSING, 4, (f"DELETE FROM audit {OURS} IN (4, 5, 8)",)),
    "the last deleted": (Fault.CUT_OFF, 10, (f"DELETE FROM audit {OURS} = 10",)),
    "the tail cut off": (Fault.CUT_OFF, 7, (f"DELETE FROM audit {OURS} > 6",)),
    "all deleted": (Fault.CUT_OFF, 1, (f"DELETE FROM audit {OURS} > 0",)),
    "given to another plant": (Fault.MISSING, 9, (f"UPDATE audit SET plant = 2 {OURS} = 9",)),
    "the plant renamed": (
        Fault.ALTERED,
        1,
        (
            "UPDATE plant SET name = 'p' WHERE number = 1",
            f"UPDATE plant SET name = '{PLANT}' WHERE number = 2",
        ),
    ),
    "two swapped": (
        Fault.ALTERED,
        3,
        (
            f"UPDATE audit SET number = -1 {OURS} = 3",
            f"UPDATE audit SET number = 3 {OURS} = 7",
            f"UPDATE audit SET number = 7 {OURS} = -1",
        ),
    ),
    "one put to the front": (Fault.OUT_OF_PLACE, 0, (f"UPDATE audit SET number = 0 {OURS} = 3",)),
    "one put to the end": (Fault.MISSING, 3, (f"UPDATE audit SET number = 11 {OURS} = 3",)),
    "one put far beyond": (Fault.MISSING, 3, (f"UPDATE audit SET number = {2**63 - 1} {OURS} = 3",)),
    "one inserted at the end": (Fault.ALTERED, 11, (f"INSERT INTO audit SELECT plant, 11, {COPIED} 10",)),
    "one inserted in between": (
        Fault.ALTERED,
        5,
        (
            f"UPDATE audit SET number = -number {OURS} >= 5",
            f"UPDATE audit SET number = 1 - number {OURS} < 0",
            f"INSERT INTO audit SELECT plant, 5, {COPIED} 4",
        ),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_rows_deleted_moved_and_inserted(site: Site, change: str) -> None:
    fault, number, statements = CHANGES[change]
    site.edit(*statements)
    broken = site.check().broken
    assert broken is not None
    assert (broken.fault, broken.number) == (fault, number)
    # A start writes the head anew; it does not cover up what was done before it.
    for _ in range(2):
        site.record(*DAY[:2])
        broken = site.check().broken
        assert broken is not None
        assert broken.number == number


def test_a_number_that_is_a_text(file: Site) -> None:
    file.edit("UPDATE audit SET number = 'three' WHERE plant = 1 AND number = 10")
    broken = file.check().broken
    assert broken is not None
    assert (broken.fault, broken.number) == (Fault.UNREADABLE, 10)
    file.record(*DAY[:2])
    broken = file.check().broken
    assert broken is not None
    assert (broken.fault, broken.number) == (Fault.MISSING, 10)


def test_a_number_below_the_first_is_not_gone_on_from(site: Site) -> None:
    site.edit(f"DELETE FROM audit {OURS} > 1", f"UPDATE audit SET number = -5 {OURS} = 1")
    site.heads.path.unlink()
    site.record(*DAY[:2])
    numbers = [entry.number for entry in site.trail()]
    assert numbers == [-5, 1, 2]
    broken = site.check().broken
    assert broken is not None
    assert (broken.fault, broken.number) == (Fault.OUT_OF_PLACE, -5)


def make_anew(site: Site, spared: int) -> None:
    """Entry 4 is changed, and every hash after it made to fit; but not those of the last entries."""
    told = site.facts()
    told[3] = told[3]._replace(who="Bob")
    forged, _ = linked(START, PLANT, told)
    site.edit(
        *(
            update(AUDIT)
            .where(AUDIT.c.plant == 1, AUDIT.c.number == one.number)
            .values(who=one.facts.who, hash=one.hash)
            for one in forged[: len(forged) - spared]
        )
    )


def test_a_chain_made_anew_is_not_the_one_that_the_head_outside_knows(site: Site) -> None:
    make_anew(site, 0)
    broken = site.check().broken
    assert broken is not None
    assert (broken.fault, broken.number) == (Fault.REBUILT, 10)
    # What is recorded from then on does not fit it, for every later check.
    for _ in range(2):
        site.record(*DAY[:2])
        broken = site.check().broken
        assert broken is not None
        assert (broken.fault, broken.number) == (Fault.ALTERED, 11)
    assert "not those that were recorded" in site.facts()[10].detail


def test_a_chain_made_anew_but_for_its_end(site: Site) -> None:
    make_anew(site, 1)
    broken = site.check().broken
    assert broken is not None
    assert (broken.fault, broken.number) == (Fault.ALTERED, 10)


def test_the_tail_cut_off_while_the_program_runs(site: Site) -> None:
    with site.recording() as one:
        one.record(*DAY[:2])
        with one.database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM audit WHERE plant = 1 AND number > 8")
        one.record(*DAY[:2])
    broken = site.check().broken
    assert broken is not None
    assert (broken.fault, broken.number, broken.said) == (Fault.MISSING, 9, "missing, with all up to 12")
