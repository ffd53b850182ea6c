"""The cycles on their way to the record: what of each is stored, and what waits while it cannot be."""

from collections import deque
from dataclasses import replace

from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.cycles import CycleOutcome, CycleRecord
from doge_gui.core.recording.sampler import Sampler
from doge_gui.core.snapshot import Snapshot

MOST_WAITING_BYTES = 64_000_000
"""While the record cannot be written, cycles wait for it in memory up to this; then the oldest go."""
_SAMPLE_BYTES, _CYCLE_BYTES = 13, 1_000


class CycleKeeper:
    """Used by one thread at a time."""

    def __init__(self, interval_s: float) -> None:
        """`interval_s`: seconds between cycles."""
        self.interval_s = interval_s
        self._sampler = Sampler()
        self._waiting: deque[Batch] = deque()
        self._bytes = 0
        self.stored = 0
        """Number of the newest cycle that is recorded."""
        self.lost = 0
        """Cycles that could not wait any longer."""

    def take(self, snapshot: Snapshot) -> None:
        """Take a cycle whose readings are complete."""
        record = self._sampler.take(snapshot, self.interval_s)
        self._waiting.append(Batch(cycle=record))
        self._bytes += _size(record)
        while self._bytes > MOST_WAITING_BYTES and len(self._waiting) > 1:
            self._drop_oldest()

    def end(self, snapshot: Snapshot) -> None:
        """Take what became of the cycle taken last."""
        facts = snapshot.facts
        outcome = CycleOutcome(facts.number, facts.elapsed_s, facts.totals_written)
        if self._waiting and self._waiting[-1].cycle is not None:
            self._waiting[-1] = replace(self._waiting[-1], outcome=outcome)
        elif self.stored == facts.number:
            self._waiting.append(Batch(outcome=outcome))

    @property
    def next(self) -> Batch | None:
        """What is to be recorded next."""
        return self._waiting[0] if self._waiting else None

    def note_stored(self) -> None:
        """What was next is on the disk."""
        batch = self._waiting.popleft()
        if batch.cycle is not None:
            self._bytes -= _size(batch.cycle)
            self.stored = batch.cycle.number

    def drop(self) -> None:
        """There is no room for what waits: the next cycle begins anew, after a gap."""
        self.lost += sum(batch.cycle is not None for batch in self._waiting)
        self._waiting.clear()
        self._bytes = 0
        self._sampler.begin_anew()

    def begin_anew(self) -> None:
        """The record is another file now: what waits went on from what is not in it."""
        self.drop()

    def _drop_oldest(self) -> None:
        """The oldest go, and with them what went on from them."""
        dropped = self._waiting.popleft()
        while dropped.cycle is not None:
            self._bytes -= _size(dropped.cycle)
            self.lost += 1
            after = self._waiting[0].cycle if self._waiting else None
            if after is None or after.begins:
                break
            dropped = self._waiting.popleft()
        if not self._waiting:
            self._sampler.begin_anew()


def _size(record: CycleRecord) -> int:
    return _CYCLE_BYTES + _SAMPLE_BYTES * len(record.samples)
