"""Asks gateways the questions of a cycle, each in order on its own line; reads the answers strictly."""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from requests import PreparedRequest, Response
from requests.structures import CaseInsensitiveDict

from doge_gui.core.addresses import Address
from doge_gui.core.payload import PayloadError, Reading, Vector, parse
from doge_gui.core.questions import Answer, Question
from doge_gui.core.replies import ActionReply, Failure, GatewayReply, Reason
from doge_gui.gateways.switchboard import Call, Outcome, Switchboard

_HEADERS: CaseInsensitiveDict[str] = CaseInsensitiveDict(
    {"User-Agent": "WatchDoge", "Accept": "application/json"}
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a gateway may take."""

    deadline_s: float = 2.0
    """One question."""
    budget_s: float = 5.0
    """All questions of one gateway in one cycle."""


class GatewayClient:
    """The questions to one group of gateways. Used by one thread at a time."""

    def __init__(self, switchboard: Switchboard, clock: Callable[[], float] = time.monotonic) -> None:
        self._switchboard = switchboard
        self._clock = clock
        self._spent: dict[str, float] = {}

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
        talks = [_Talk(address, questions, limits, 0.0) for address in addresses]

        def ended(talk: _Talk) -> None:
            self._spent[talk.address.netloc] = talk.spent_s
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
            _Talk(address, questions, limits, self._spent.get(address.netloc, 0.0)) for address in addresses
        ]

        def ended(talk: _Talk) -> None:
            self._spent[talk.address.netloc] = talk.spent_s
            on_reply(talk.action(self._clock()))

        self._run(talks, ended, stop, between)

    def begin_budget(self) -> None:
        """Forget what was spent: what follows stands outside the cycle."""
        self._spent.clear()

    def forget(self, netlocs: Iterable[str]) -> None:
        """Hang up on gateways that are asked no more."""
        self._switchboard.forget(netlocs)

    def hang_up(self) -> None:
        """Close every connection until the next question."""
        self._switchboard.hang_up()

    def close(self) -> None:
        """Close everything."""
        self._switchboard.close()

    def _run(
        self,
        talks: "Sequence[_Talk]",
        ended: "Callable[[_Talk], None]",
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


class _Talk:
    """One gateway's questions of one sweep: what was asked, what came, what is next."""

    __slots__ = (
        "_answers",
        "_at",
        "_cut",
        "_failures",
        "_limits",
        "_over",
        "_questions",
        "address",
        "spent_s",
    )

    def __init__(
        self, address: Address, questions: Sequence[Question], limits: Limits, spent_s: float
    ) -> None:
        self.address = address
        self.spent_s = spent_s
        self._questions = questions
        self._limits = limits
        self._at = 0
        self._answers: list[Reading | None] = []
        self._failures: list[Failure] = []
        self._over = 0.0
        self._cut = False

    def next_call(self) -> Call | None:
        """The next question as a call; None when there is none or it shall not be asked."""
        if self._at >= len(self._questions) or (self._failures and self._failures[-1].lost):
            return None
        question = self._questions[self._at]
        left = self._limits.budget_s - self.spent_s
        if left <= 0:
            self._fail(
                question, Reason.BUDGET, f"{self._limits.budget_s:.1f} s for all questions are used up"
            )
            self._at = len(self._questions)
            return None
        self._cut = left < self._limits.deadline_s
        deadline_s = min(left, self._limits.deadline_s)
        return Call(_prepared(self.address.netloc, question.path), deadline_s, question.acts)

    def take(self, outcome: Outcome) -> None:
        """Note what became of the question under way."""
        question = self._questions[self._at]
        self._at += 1
        answer: Reading | None = None
        if isinstance(outcome, Response):
            elapsed = outcome.elapsed.total_seconds()
            self.spent_s += elapsed
            self._over += elapsed
            answer = self._parsed(question, outcome)
        elif outcome.reason is Reason.TIMEOUT and self._cut:
            self.spent_s = self._limits.budget_s
            self._fail(
                question, Reason.BUDGET, f"{self._limits.budget_s:.1f} s for all questions are used up"
            )
            self._at = len(self._questions)
        else:
            if outcome.reason is Reason.TIMEOUT:
                self.spent_s += self._limits.deadline_s
            self._fail(question, outcome.reason, str(outcome))
        self._answers.append(answer)

    def reading(self, now: float) -> GatewayReply:
        """The readings; `now` in monotonic seconds."""
        answers = self._answers + [None] * (len(self._questions) - len(self._answers))
        vectors: list[Vector | None] = []
        values: list[float | None] = []
        for question, answer in zip(self._questions, answers, strict=True):
            if question.answer is Answer.VECTOR:
                vectors.append(answer if isinstance(answer, tuple) else None)
            else:
                values.append(answer if isinstance(answer, float) else None)
        given = sum(answer is not None for answer in answers)
        return GatewayReply(
            plc=self.address.plc,
            vectors=(vectors[0], vectors[1], vectors[2]),
            values=tuple(values),
            failures=tuple(self._failures),
            latency_s=self._over / given if given else float("nan"),
            finished_at=now,
        )

    def action(self, now: float) -> ActionReply:
        """What was done; `now` in monotonic seconds."""
        good = [answer for answer in self._answers if isinstance(answer, str)]
        return ActionReply(
            plc=self.address.plc,
            done=len(good),
            status=good[-1] if good else "",
            failures=tuple(self._failures),
            finished_at=now,
        )

    def _parsed(self, question: Question, response: Response) -> Reading | None:
        if response.status_code != 200:
            self._fail(question, Reason.STATUS, f"status {response.status_code}")
            return None
        try:
            return parse(question.answer, response.content)
        except PayloadError as error:
            self._fail(question, Reason.PAYLOAD, str(error))
            return None

    def _fail(self, question: Question, reason: Reason, detail: str) -> None:
        self._failures.append(Failure(question.path, reason, detail))


def _prepared(netloc: str, path: str) -> PreparedRequest:
    """A GET as requests prepares it. Both parts are checked already, so nothing is left to be escaped."""
    request = PreparedRequest()
    request.method = "GET"
    request.url = f"http://{netloc}/{path}"
    request.headers = _HEADERS
    return request
