"""What a simulated gateway answers when nothing is wrong with its wire, read from the plant."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from doge_gui.core.questions import CHECK_PLUS_DE_3, CIRCUITS, COMPTEUR_BILLE, DECONNECTION, MULTI_POSSIBLE
from doge_gui.simulator.faults import Event, IgnoreDisconnection, Miscount, NotConnected, Value
from doge_gui.simulator.plant import Plant

WRITE_TOTAL = f"{COMPTEUR_BILLE}/write"
"""The name, in scenarios and ledgers, of the question that writes a total."""

_WRITE_TARGET = re.compile(rf"/{COMPTEUR_BILLE}/([0-{CIRCUITS - 1}])/(\d{{1,19}})".encode())

NO_FAULTS: tuple[Event, ...] = ()


class Asked(NamedTuple):
    """A question of the contract, understood."""

    question: str
    """Its path, a configured request's name, or WRITE_TOTAL."""
    circuit: int = 0
    total: int = 0
    """What WRITE_TOTAL writes, and for which circuit."""


class Contract:
    """Understands the questions of a fleet and takes their answers from the plant."""

    def __init__(self, plant: Plant, names: Sequence[str], requests: Sequence[str]) -> None:
        self.plant = plant
        self.questions = (
            MULTI_POSSIBLE,
            CHECK_PLUS_DE_3,
            COMPTEUR_BILLE,
            WRITE_TOTAL,
            DECONNECTION,
            *requests,
        )
        self._names = names
        self._targets = {
            f"/{question}".encode(): Asked(question) for question in self.questions if question != WRITE_TOTAL
        }

    def understand(self, target: bytes) -> Asked | None:
        """The question behind a path as it stood on the wire, or None where the contract has no such path."""
        asked = self._targets.get(target)
        if asked is None and (write := _WRITE_TARGET.fullmatch(target)):
            return Asked(WRITE_TOTAL, int(write[1]), int(write[2]))
        return asked

    def body(self, asked: Asked, station: int, now: float, faults: Iterable[Event] = NO_FAULTS) -> bytes:
        """The answer's JSON; writing a total and disconnecting take effect here."""
        match asked.question:
            case "compteur_bille":
                return _vector(self._marbles(station, now, faults))
            case "multi_possible":
                away = any(isinstance(fault, NotConnected) for fault in faults)
                return b"[1, 1, 1]" if self.plant.connected(station, now) and not away else b"[0, 0, 0]"
            case "checkplusde3":
                return b"[0, 0, 0]"
            case "compteur_bille/write":
                self.plant.write_total(station, asked.circuit, asked.total)
                return b'"written"'
            case "deconnection":
                return self._disconnected(station, now, faults)
        return self._value(asked.question, station, now, faults)

    def _marbles(self, station: int, now: float, faults: Iterable[Event]) -> list[int]:
        counts = self.plant.counts(station, now)
        for fault in faults:
            if isinstance(fault, Miscount):
                step = -fault.marbles if fault.fault == "lose_marble" else fault.marbles
                counts[fault.circuit] = max(0, counts[fault.circuit] + step)
        return counts

    def _disconnected(self, station: int, now: float, faults: Iterable[Event]) -> bytes:
        if not any(isinstance(fault, IgnoreDisconnection) for fault in faults):
            self.plant.disconnect(station, now)
        return json.dumps({"status": "disconnected", "API": self._names[station]}).encode()

    def _value(self, name: str, station: int, now: float, faults: Iterable[Event]) -> bytes:
        value = self.plant.value(name, station, now)
        for fault in faults:
            if isinstance(fault, Value) and fault.request == name:
                value = fault.value
        return json.dumps({"value": value}).encode()


def _vector(counts: Sequence[int]) -> bytes:
    return b"[%d, %d, %d]" % tuple(counts)
