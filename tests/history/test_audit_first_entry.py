"""A program is killed between its very first entry and the head outside: nobody has taken anything away."""

from pathlib import Path

import pytest

from doge_gui.core.audit.chain import START
from doge_gui.core.audit.check import Fault
from doge_gui.history.audit_head import HeadFile
from tests.history.audit_site import DAY, PLANT, Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "history.db", HeadFile(tmp_path / "history.db.audit-head"))


def begin(site: Site, *, killed: bool) -> None:
    """The first start, with its first act; where it is killed, the head does not come to be kept."""
    with site.recording() as recording, recording.database.writing() as connection:
        written = recording.trail.write(connection, DAY[:1])
    if not killed:
        recording.trail.committed(written)


def test_killed_before_the_first_head_was_kept_the_trail_goes_on_as_if_it_had_been(site: Site) -> None:
    begin(site, killed=True)
    assert site.heads.read()[PLANT].head == START
    assert site.check().sound
    assert site.check().unconfirmed == 1
    with site.recording() as recording:
        assert recording.trail.notice == ""
        recording.record(*DAY[1:3])
    assert [facts.act for facts in site.facts()] == [action.act.value for action in DAY[:3]]
    assert (site.check().sound, site.check().unconfirmed) == (True, 0)


def test_killed_before_the_first_entry_nothing_is_told(site: Site) -> None:
    for _ in range(2):
        with site.recording() as recording:
            assert recording.trail.notice == ""
    site.record(*DAY[:2])
    assert [facts.act for facts in site.facts()] == [action.act.value for action in DAY[:2]]
    assert site.check().sound


def test_a_head_that_is_gone_is_told_however_young_the_trail(site: Site) -> None:
    begin(site, killed=False)
    site.heads.path.unlink()
    with site.recording() as recording:
        assert "the head kept outside was lost" in recording.trail.notice


def test_the_first_entries_made_anew_are_found(site: Site) -> None:
    begin(site, killed=False)
    site.edit("DELETE FROM audit")
    broken = site.check().broken
    assert broken is not None
    assert broken.fault is Fault.CUT_OFF
