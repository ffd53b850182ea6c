"""What became of disconnections, in words that claim no more than is known."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from doge_gui.core.statuses import Disconnection, DisconnectionState
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import grouped, names, one_line

UNWELL = frozenset({DisconnectionState.FAILED, DisconnectionState.NOT_SENT})
"""It is not known to be disconnected."""

_tr = QCoreApplication.translate


def answer(last: Disconnection) -> str:
    """What a PLC answered, on one line: the `status` text of a JSON object, anything else whole."""
    return _status_text(last.status) or one_line(last.status)


def _status_text(answered: str) -> str:
    """The `status` text of a JSON object; empty where the answer is something else."""
    try:
        document = json.loads(answered)
    except (ValueError, RecursionError):
        return ""
    told = document.get("status") if isinstance(document, dict) else None
    return one_line(told) if isinstance(told, str) else ""


def shortcoming(last: Disconnection) -> str:
    """A failure in words: certainly not sent, or only not confirmed."""
    reason = translated(one_line(last.status))
    if last.state is DisconnectionState.NOT_SENT:
        return _tr("Disconnection", "not sent: {0}").format(reason)
    return _tr("Disconnection", "not confirmed: {0}").format(reason)


def in_a_cell(last: Disconnection) -> str:
    """The last disconnection of a PLC, with its local time."""
    at, disconnected = last.at.astimezone().strftime("%H:%M"), _tr("Disconnection", "disconnected")
    if last.state is DisconnectionState.PENDING:
        return _tr("Disconnection", "Waiting for the cycle's end")
    if last.state in UNWELL:
        return f"◆ {at}  {shortcoming(last)}"
    return f"{at}  {answer(last) or disconnected}"


def in_full(last: Disconnection) -> list[str]:
    """All that is known of the last disconnection, a line each: the answer is told as it came."""
    lines = [in_a_cell(last)]
    if last.state is DisconnectionState.FAILED:
        lines.append(_tr("Disconnection", "It may have been disconnected."))
    if last.state is DisconnectionState.DONE and answer(last) != one_line(last.status):
        lines.append(one_line(last.status))
    return lines


def summary(known: Sequence[Disconnection]) -> tuple[str, bool]:
    """The outcome of one confirmation in a line, and whether something failed."""
    failed = [one for one in known if one.state in UNWELL]
    if len(known) == 1 and not failed:
        return _one_done(known[0]), False
    words = _shortcomings(failed)
    if len(known) > 1:
        done = grouped(len(known) - len(failed))
        counted = _tr("Disconnection", "{0} of {1} disconnected").format(done, grouped(len(known)))
        words = [counted, *words]
    return "; ".join(words), bool(failed)


def _one_done(one: Disconnection) -> str:
    plc, told = one_line(one.plc), answer(one)
    if not told or _status_text(one.status):
        return f"{plc}: {told or _tr('Disconnection', 'disconnected')}"
    return _tr("Disconnection", "{0} disconnected: {1}").format(plc, told)


def _shortcomings(failed: Sequence[Disconnection]) -> list[str]:
    """The failures, PLCs with the same one together."""
    alike: dict[tuple[str, DisconnectionState], list[Disconnection]] = {}
    for one in failed:
        alike.setdefault((one.status, one.state), []).append(one)
    words = []
    for same in alike.values():
        text = f"{names(tuple(one_line(one.plc) for one in same))} {shortcoming(same[0])}"
        if same[0].state is DisconnectionState.FAILED:
            alone = _tr("Disconnection", "it may have been disconnected")
            more = _tr("Disconnection", "they may have been disconnected")
            text = f"{text} – {alone if len(same) == 1 else more}"
        words.append(text)
    return words
