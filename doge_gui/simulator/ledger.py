"""What the gateways saw: the client's side of the story, as the other end of the wire tells it."""

from collections import deque
from collections.abc import Mapping
from typing import Any

from doge_gui.core.questions import COMPTEUR_BILLE, DECONNECTION, MULTI_POSSIBLE
from doge_gui.simulator.contract import WRITE_TOTAL, Asked

KEPT_WRITES = 1000
KEPT_QUESTIONS = 50
SHOWN_ROWS = 40


class Ledger:
    """One gateway's account. A question counts once it was read, whatever became of its answer."""

    __slots__ = (
        "connections_open",
        "connections_opened",
        "most_connections",
        "questions",
        "recent",
        "refused",
        "writes",
    )

    def __init__(self) -> None:
        self.questions: dict[str, int] = {}
        """How often each was asked, by its name in the scenario file."""
        self.refused = 0
        """Requests outside the contract, answered 404."""
        self.writes: deque[tuple[int, int]] = deque(maxlen=KEPT_WRITES)
        """The last (circuit, total) pairs that came to be written, in their order."""
        self.recent: deque[str] = deque(maxlen=KEPT_QUESTIONS)
        """The last questions, in their order."""
        self.connections_opened = 0
        self.connections_open = 0
        self.most_connections = 0
        """The most connections that were open at once."""

    def note(self, asked: Asked) -> None:
        """A question came in."""
        name = asked.question
        self.questions[name] = self.questions.get(name, 0) + 1
        self.recent.append(name)
        if name == WRITE_TOTAL:
            self.writes.append((asked.circuit, asked.total))

    def note_opened(self) -> None:
        """A client connected."""
        self.connections_opened += 1
        self.connections_open += 1
        self.most_connections = max(self.most_connections, self.connections_open)

    def note_closed(self) -> None:
        """A client's connection ended, by whichever side."""
        self.connections_open -= 1

    def as_json(self) -> dict[str, Any]:
        """The account as plain JSON values."""
        return {
            "questions": dict(self.questions),
            "asked": sum(self.questions.values()),
            "writes": [list(write) for write in self.writes],
            "writes_seen": self.questions.get(WRITE_TOTAL, 0),
            "disconnections": self.questions.get(DECONNECTION, 0),
            "refused": self.refused,
            "recent": list(self.recent),
            "connections_opened": self.connections_opened,
            "connections_open": self.connections_open,
            "most_connections": self.most_connections,
        }


def table(document: Mapping[str, Any]) -> str:
    """A ledger document as a short table, one row per gateway."""
    rows = [("gateway", "asked", "multi", "marbles", "writes", "disconnections", "connections", "at once")]
    gateways: Mapping[str, Mapping[str, Any]] = document["gateways"]
    for name, account in list(gateways.items())[:SHOWN_ROWS]:
        rows.append(
            (
                name,
                str(account["asked"]),
                str(account["questions"].get(MULTI_POSSIBLE, 0)),
                str(account["questions"].get(COMPTEUR_BILLE, 0)),
                str(account["writes_seen"]),
                str(account["disconnections"]),
                str(account["connections_opened"]),
                str(account["most_connections"]),
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    if len(gateways) > SHOWN_ROWS:
        lines.append(f"... and {len(gateways) - SHOWN_ROWS} more")
    lines.append(
        f"{document['asked']} questions to {len(gateways)} gateways in {document['elapsed_s']:.1f} s"
    )
    return "\n".join(lines)
