"""Supervision of a simulated fleet, with everything it tells noted down."""

import json
import time
from collections.abc import Callable

from doge_gui.core.addresses import AddressBook, AddressListError, from_json
from doge_gui.core.plan import RequestRule
from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.core.statuses import AddressStatus, Disconnection, Schedule
from doge_gui.engine.job import Job
from doge_gui.engine.supervision import Supervision
from doge_gui.gateways.talk import Limits

TEMPERATURE = RequestRule("temperature", summed=True, threshold=240.0)
JOB = Job(rules=(TEMPERATURE,), limits=Limits(0.5, 2.0), interval_s=60.0)


class ListOnPaper:
    """An address source whose list a test writes."""

    origin = "paper"

    def __init__(self, addresses) -> None:
        self.text = json.dumps(addresses)
        self.error = ""
        self.wait_s = 0.0

    def fetch(self) -> AddressBook:
        time.sleep(self.wait_s)
        if self.error:
            raise AddressListError(self.error)
        return from_json(self.text, 8000)


class Desk:
    """Supervision with everything it told noted down."""

    def __init__(self, supervision: Supervision, source: ListOnPaper, qtbot) -> None:
        self.supervision, self.source, self._qtbot = supervision, source, qtbot
        self.snapshots: list[Snapshot] = []
        self.schedules: list[Schedule] = []
        self.disconnections: list[Disconnection] = []
        self.statuses: list[AddressStatus] = []
        supervision.snapshot_ready.connect(self.snapshots.append)
        supervision.schedule_changed.connect(self.schedules.append)
        supervision.disconnections_changed.connect(self.disconnections.extend)
        supervision.addresses_changed.connect(self.statuses.append)

    @property
    def done(self) -> list[Snapshot]:
        return [snapshot for snapshot in self.snapshots if snapshot.facts.phase is Phase.DONE]

    def until(self, fact: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(fact, timeout=10_000)

    def cycle(self) -> Snapshot:
        """Run one whole cycle now."""
        count = len(self.done)
        self.supervision.poll_now()
        self.until(lambda: len(self.done) > count)
        return self.done[-1]
