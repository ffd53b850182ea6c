"""Readings that lie on a server: written here first, there soon, and whole."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
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
from tests.core.recording.fleets import BEGAN, story
from tests.history.looking import rows
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


def opened(path: Path, server: ServerUrl, plant: str = PLANT) -> Recorder:
    return Recorder(path, plant, lambda: BEGAN, elsewhere=Elsewhere(server, 100_000_000))


def there(server: ServerUrl, plant: str = PLANT) -> int:
    """How many cycles have reached the server."""
    with closing(HistoryReader(server, plant)) as reader:
        long_ago, far = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
        return sum(1 for _ in reader.cycles(long_ago, far))


def tell(recorder: Recorder, sampler: Sampler, pictures: list) -> None:
    """A cycle with an alarm, an act and an outcome each."""
    for picture in pictures:
        number = picture.facts.number
        act = Action(picture.facts.started_at, "Ada", Act.ALARMS, f"act {number}")
        recorder.append(Batch((raised(number),), None, (act,), sampler.take(picture, 60.0)))
        recorder.append(Batch(outcome=CycleOutcome(number, 0.5, 4)))


def same_on_both(path: Path, server: ServerUrl, plant: str = PLANT) -> None:
    """Alarms and acts are the same here and there, and both trails are sound."""
    assert list(read_journal(server, plant)) == list(read_journal(path, plant))
    heads = (path.with_name("history.db.audit-head"), path.with_name("history.db.server-audit-head"))
    for place, head in zip((path, server), heads, strict=True):
        with closing(Database(place, writable=False)) as database:
            number = audit_rows.plants(database)[plant]
            known = HeadFile(head).read()[plant].head
            assert not verify(audit_rows.read(database, number), plant, known).broken


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
    return rows(path, "SELECT count(*) FROM spool") == [(0,)]


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


class Site:
    """A plant with its own configuration, on a computer that others share."""

    def __init__(self, name: str, server: ServerUrl, seed: int) -> None:
        self.name, self.server = name, server
        self.pictures = list(story(seed, 60))
        self.sampler = Sampler(most_readings=20 * 60)
        self.told = 0

    def tell(self, recorder: Recorder, cycles: int) -> None:
        """The next cycles, with what nobody waits for in between, as a program does it."""
        for picture in self.pictures[self.told : self.told + cycles]:
            tell(recorder, self.sampler, [picture])
            recorder.settle()
        self.told += cycles

    def arrived(self) -> bool:
        return there(self.server, self.name) == self.told

    def check(self, path: Path) -> None:
        """All of it is there, once, and reads as it was read."""
        stretches = whole(self.server, self.name)
        check(stretches, self.pictures[: self.told])
        assert {cycle.totals_written for stretch in stretches for cycle in stretch.cycles} == {4}
        same_on_both(path, self.server, self.name)


def run(path: Path, sites: list[Site], cycles: int, then: Callable[[list[Recorder]], None]) -> None:
    """The programs of all sites, started anew, record so many cycles at the same time."""
    with ExitStack() as stack, ThreadPoolExecutor(len(sites)) as pool:
        recorders = [stack.enter_context(closing(opened(path, site.server, site.name))) for site in sites]
        for site in sites:
            site.sampler = Sampler(most_readings=20 * 60)
        for done in [pool.submit(site.tell, recorders[n], cycles) for n, site in enumerate(sites)]:
            done.result()
        then(recorders)


def shut(postgres: PostgresServer, server: ServerUrl) -> None:
    """One database of the server lets nobody in, and sends away who is there."""
    name = server.filled().database
    with postgres.connected("postgres") as other:
        other.autocommit = True
        other.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])


def let_in(postgres: PostgresServer, server: ServerUrl) -> None:
    """It does again."""
    with postgres.connected("postgres") as other:
        other.autocommit = True
        other.execute(f"ALTER DATABASE {server.filled().database} ALLOW_CONNECTIONS true")


def test_two_plants_of_one_file_go_each_to_its_own_server(
    path: Path, server: ServerUrl, postgres: PostgresServer
) -> None:
    """Both record at once; the database of one is away meanwhile, and its program is ended and started."""
    near, far = Site("near", server, 7), Site("far", ServerUrl(postgres.database()), 8)

    def both(recorders: list[Recorder]) -> None:
        until(lambda: near.arrived() and far.arrived())
        until(lambda: sum(map(settle, recorders)) == 0 and nothing_waits(path))
        until(lambda: [recorder.notice for recorder in recorders] == ["", ""])

    run(path, [near, far], 20, both)
    shut(postgres, far.server)

    def only_near(recorders: list[Recorder]) -> None:
        until(near.arrived)
        until(lambda: "40 recordings wait on this disk" in recorders[1].notice)
        until(lambda: recorders[0].notice == "" and settle(recorders[0]) == 0)

    run(path, [near, far], 20, only_near)
    let_in(postgres, far.server)
    run(path, [near, far], 20, both)
    for site in (near, far):
        site.check(path)
        assert rows(site.server, "SELECT name FROM plant") == [(site.name,)]


def test_two_plants_of_one_file_share_a_server(path: Path, server: ServerUrl) -> None:
    one, other = Site("one", server, 9), Site("other", server, 10)
    run(path, [one, other], 30, lambda _: until(lambda: one.arrived() and other.arrived()))
    for site in (one, other):
        site.check(path)
    assert rows(server, "SELECT count(DISTINCT station), count(DISTINCT plant) FROM taken") == [(2, 2)]
