"""Readings that lie on a server: written here first, there soon, and whole."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from doge_gui.core.audit.action import Act, Action
from doge_gui.core.audit.check import verify
from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.cycles import CycleOutcome
from doge_gui.core.recording.sampler import Sampler
from doge_gui.history import audit_rows
from doge_gui.history.audit_head import HeadFile
from doge_gui.history.database import Database
from doge_gui.history.forwarding import Elsewhere
from doge_gui.history.journal import Journal, read_journal
from doge_gui.history.places import ServerUrl
from doge_gui.history.reader import HistoryReader
from doge_gui.history.recorder import Recorder
from doge_gui.history.spool import waiting
from tests.core.recording.fleets import BEGAN, story
from tests.history.postgres_server import PostgresServer
from tests.history.sessions import raised
from tests.history.test_recorder import PLANT, check, settle, whole

WAIT_S = 30.0


def until(fact: Callable[[], bool]) -> None:
    """Wait for a fact that the forwarding thread makes true."""
    ends_at = time.monotonic() + WAIT_S
    while not fact():
        assert time.monotonic() < ends_at, "it never came"
        time.sleep(0.01)


@pytest.fixture
def server(postgres: PostgresServer) -> Iterator[ServerUrl]:
    yield ServerUrl(postgres.database())
    postgres.restart()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


def opened(path: Path, server: ServerUrl) -> Recorder:
    return Recorder(path, PLANT, lambda: BEGAN, elsewhere=Elsewhere(server, 100_000_000))


def there(server: ServerUrl) -> int:
    """How many cycles have reached the server."""
    with closing(HistoryReader(server, PLANT)) as reader:
        long_ago, far = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
        return sum(1 for _ in reader.cycles(long_ago, far))


def tell(recorder: Recorder, sampler: Sampler, pictures: list) -> None:
    """A cycle with an alarm, an act and an outcome each."""
    for picture in pictures:
        number = picture.facts.number
        act = Action(picture.facts.started_at, "Ada", Act.ALARMS, f"act {number}")
        recorder.append(Batch((raised(number),), None, (act,), sampler.take(picture, 60.0)))
        recorder.append(Batch(outcome=CycleOutcome(number, 0.5, 4)))


def same_on_both(path: Path, server: ServerUrl) -> None:
    """Alarms and acts are the same here and there, and both trails are sound."""
    assert list(read_journal(server, PLANT)) == list(read_journal(path, PLANT))
    heads = (path.with_name("history.db.audit-head"), path.with_name("history.db.server-audit-head"))
    for place, head in zip((path, server), heads, strict=True):
        with closing(Database(place, writable=False)) as database:
            number = audit_rows.plants(database)[PLANT]
            known = HeadFile(head).read()[PLANT].head
            assert not verify(audit_rows.read(database, number), PLANT, known).broken


def test_everything_reaches_the_server_and_reads_as_it_was_read(path: Path, server: ServerUrl) -> None:
    pictures, sampler = list(story(3, 60)), Sampler(most_readings=20 * 60)
    with closing(opened(path, server)) as recorder:
        tell(recorder, sampler, pictures)
        until(lambda: there(server) == 60)
        check(whole(server), pictures)
        assert {cycle.totals_written for stretch in whole(server) for cycle in stretch.cycles} == {4}
        same_on_both(path, server)
        until(lambda: settle(recorder) >= 0 and nothing_waits(path))


def nothing_waits(path: Path) -> bool:
    with closing(Database(path, writable=False)) as database, database.reading() as connection:
        return waiting(connection) == 0


def test_a_server_that_is_away_for_hours_misses_nothing(
    path: Path, server: ServerUrl, postgres: PostgresServer
) -> None:
    pictures, sampler = list(story(4, 90)), Sampler(most_readings=20 * 60)
    with closing(opened(path, server)) as recorder:
        tell(recorder, sampler, pictures[:30])
        until(lambda: there(server) == 30)
        postgres.stop()
        tell(recorder, sampler, pictures[30:60])
        until(lambda: "recordings wait on this disk" in recorder.notice)
    with closing(opened(path, server)) as recorder:
        # The program was ended and started again meanwhile: what waited still does.
        tell(recorder, Sampler(), pictures[60:])
        postgres.start()
        until(lambda: there(server) == 90)
        until(lambda: recorder.notice == "")
    check(whole(server), pictures)
    same_on_both(path, server)


def test_the_book_is_taken_up_here_while_the_server_is_away(
    path: Path, server: ServerUrl, postgres: PostgresServer
) -> None:
    with closing(opened(path, server)) as recorder:
        tell(recorder, Sampler(), list(story(5, 5)))
    postgres.stop()
    with closing(opened(path, server)) as recorder, closing(Journal(path, PLANT)) as journal:
        assert recorder.load() == journal.load()
        assert len(recorder.latest(100)) == 5
