"""Asks gateways the questions of a cycle, each in order on its own line; reads the answers strictly."""

import threading
import time
from collections.abc import Callable, Iterable, Sequence

from doge_gui.core.addresses import Address
from doge_gui.core.questions import Question
from doge_gui.core.replies import ActionReply, GatewayReply
from doge_gui.gateways.line import Call, Outcome
from doge_gui.gateways.switchboard import Switchboard
from doge_gui.gateways.talk import Limits, Spent, Talk, calls_of


class GatewayClient:
    """The questions to one group of gateways. Used by one thread at a time."""

    def __init__(self, switchboard: Switchboard, clock: Callable[[], float] = time.monotonic) -> None:
        self._switchboard = switchboard
        self._clock = clock
        self._spent: dict[str, Spent] = {}
        self._asked: tuple[Question, ...] = ()
        self._calls: dict[str, tuple[Call, ...]] = {}

    def read(
        self,
        addresses: Sequence[Address],
        questions: Sequence[Question],
        limits: Limits,
        on_reply: Callable[[GatewayReply], None],
        stop: threading.Event,
        between: Callable[[], None] | None = None,
    ) -> None:
        """Ask `questions` of every gateway; `on_reply` gets each gateway's reply as soon as it is whole.

        After a transport failure the rest of that gateway's questions are not asked. Begins a new budget.
        """
        self._spent.clear()
        calls = self._reading_calls(addresses, tuple(questions), limits)
        talks = [
            Talk(address, questions, each, limits, Spent())
            for address, each in zip(addresses, calls, strict=True)
        ]

        def ended(talk: Talk) -> None:
            self._spent[talk.address.netloc] = talk.spent
            on_reply(talk.reading(self._clock()))

        self._run(talks, ended, stop, between)

    def act(
        self,
        addresses: Sequence[Address],
        questions: Sequence[Question],
        limits: Limits,
        on_reply: Callable[[ActionReply], None],
        stop: threading.Event,
        between: Callable[[], None] | None = None,
    ) -> None:
        """Send acting `questions`, each once, to every gateway, within what is left of its budget."""
        talks = [
            Talk(
                address,
                questions,
                calls_of(address.netloc, questions, limits),
                limits,
                self._spent.get(address.netloc, Spent()),
            )
            for address in addresses
        ]

        def ended(talk: Talk) -> None:
            self._spent[talk.address.netloc] = talk.spent
            on_reply(talk.action(self._clock()))

        self._run(talks, ended, stop, between)

    def begin_budget(self) -> None:
        """Forget what was spent: what follows stands outside the cycle."""
        self._spent.clear()

    def forget(self, netlocs: Iterable[str]) -> None:
        """Hang up on gateways that are asked no more."""
        gone = tuple(netlocs)
        for netloc in gone:
            self._calls.pop(netloc, None)
        self._switchboard.forget(gone)

    def hang_up(self) -> None:
        """Close every connection until the next question."""
        self._switchboard.hang_up()

    def close(self) -> None:
        """Close everything."""
        self._switchboard.close()

    def _reading_calls(
        self, addresses: Sequence[Address], questions: tuple[Question, ...], limits: Limits
    ) -> list[tuple[Call, ...]]:
        """The cycle's questions to each gateway as calls, which stay the same from cycle to cycle."""
        if questions != self._asked:
            self._asked = questions
            self._calls.clear()
        made: list[tuple[Call, ...]] = []
        for address in addresses:
            calls = self._calls.get(address.netloc)
            if calls is None or calls[0].deadline_s != limits.deadline_s:
                calls = self._calls[address.netloc] = calls_of(address.netloc, questions, limits)
            made.append(calls)
        return made

    def _run(
        self,
        talks: Sequence[Talk],
        ended: Callable[[Talk], None],
        stop: threading.Event,
        between: Callable[[], None] | None,
    ) -> None:
        by_line = {talk.address.netloc: talk for talk in talks}

        def on_outcome(line: str, outcome: Outcome) -> Call | None:
            talk = by_line[line]
            talk.take(outcome)
            following = talk.next_call()
            if following is None:
                ended(talk)
            return following

        first = []
        for talk in talks:
            call = talk.next_call()
            if call is None:
                ended(talk)
            else:
                first.append((talk.address.netloc, call))
        self._switchboard.drive(first, on_outcome, stop, between)
