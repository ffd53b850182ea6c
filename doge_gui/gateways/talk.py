"""One gateway's questions of one sweep, within its limits: a plain value machine without a socket."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from requests import PreparedRequest
from requests.structures import CaseInsensitiveDict

from doge_gui.core.addresses import Address
from doge_gui.core.payload import PayloadError, Reading, Vector, parse
from doge_gui.core.phrase import phrase
from doge_gui.core.questions import Answer, Question
from doge_gui.core.replies import ActionReply, Failure, GatewayReply, Reason
from doge_gui.gateways.line import Call, Outcome
from doge_gui.gateways.names import is_numeric
from doge_gui.gateways.transport import CurlResponse

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


class Spent(NamedTuple):
    """What one gateway has had of the cycle."""

    seconds: float = 0.0
    """Of its budget."""
    heard: bool = False
    """It has given an answer, good or wrong."""


class Talk:
    """What was asked of one gateway, what came, and what is next."""

    __slots__ = (
        *("_answers", "_at", "_calls", "_came", "_cut", "_failures", "_heard", "_limits", "_over"),
        *("_questions", "_spent_s", "address"),
    )

    def __init__(
        self,
        address: Address,
        questions: Sequence[Question],
        calls: Sequence[Call],
        limits: Limits,
        spent: Spent,
    ) -> None:
        """`calls` are the questions as calls; `spent` is what the cycle's earlier sweeps took."""
        self.address = address
        self._spent_s, self._heard = spent
        self._questions = questions
        self._calls = calls
        self._limits = limits
        self._at = 0
        self._answers: list[Reading | None] = []
        self._failures: list[Failure] = []
        self._over, self._came = 0.0, 0
        self._cut = False

    @property
    def spent(self) -> Spent:
        """What the gateway has had of the cycle up to now."""
        return Spent(self._spent_s, self._heard)

    def next_call(self) -> Call | None:
        """The next question as a call; None when there is none or it shall not be asked."""
        at = self._at
        if at >= len(self._calls) or (self._failures and self._failures[-1].lost):
            return None
        left = self._limits.budget_s - self._spent_s
        if left >= self._limits.deadline_s:
            return self._calls[at]
        if left <= 0:
            self._give_up()
            return None
        self._cut = True
        return self._calls[at]._replace(deadline_s=left)

    def take(self, outcome: Outcome) -> None:
        """Note what became of the question under way."""
        question = self._questions[self._at]
        answer: Reading | None = None
        if isinstance(outcome, CurlResponse):
            self._heard = True
            self._spent_s += outcome.elapsed_s
            self._over += outcome.elapsed_s
            self._came += 1
            answer = self._parsed(question, outcome)
        elif outcome.reason is Reason.TIMEOUT and self._cut and self._heard:
            # It answers, only too slowly for its budget. One that was never heard is lost.
            self._give_up()
            return
        else:
            if outcome.reason is Reason.TIMEOUT:
                self._spent_s += self._limits.deadline_s
            self._fail(question, outcome.reason, str(outcome))
        self._at += 1
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
        return GatewayReply(
            plc=self.address.plc,
            vectors=(vectors[0], vectors[1], vectors[2]),
            values=tuple(values),
            failures=tuple(self._failures),
            latency_s=self._over / self._came if self._came else float("nan"),
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

    def _give_up(self) -> None:
        """Ask no more: the budget is used up."""
        self._spent_s = self._limits.budget_s
        words = phrase("said.answers", "{0} s for all questions are used up").format(
            f"{self._limits.budget_s:.1f}"
        )
        self._fail(self._questions[self._at], Reason.BUDGET, words)
        self._at = len(self._questions)

    def _parsed(self, question: Question, response: CurlResponse) -> Reading | None:
        if response.status_code != 200:
            self._fail(
                question, Reason.STATUS, phrase("said.answers", "status {0}").format(response.status_code)
            )
            return None
        try:
            return parse(question.answer, response.body)
        except PayloadError as error:
            self._fail(question, Reason.PAYLOAD, str(error))
            return None

    def _fail(self, question: Question, reason: Reason, detail: str) -> None:
        self._failures.append(Failure(question.path, reason, detail))


def calls_of(netloc: str, questions: Sequence[Question], limits: Limits) -> tuple[Call, ...]:
    """The questions to one gateway as calls."""
    numeric = netloc.startswith("[") or is_numeric(netloc.rpartition(":")[0])
    named = "" if numeric else netloc
    return tuple(
        Call(_prepared(netloc, question.path), limits.deadline_s, question.acts, named)
        for question in questions
    )


class _Get(PreparedRequest):
    """A GET as requests prepares it.

    Its own initialiser makes a table of hooks for each, which takes longer than all the rest; nobody hooks
    into these.
    """

    hooks: dict[str, list[object]] = {}  # noqa: RUF012 - stays empty
    method = "GET"
    headers = _HEADERS
    body = None
    _cookies = None
    _body_position = None

    def __init__(self, url: str) -> None:
        self.url = url


def _prepared(netloc: str, path: str) -> PreparedRequest:
    """Both parts are checked already, so nothing is left to be escaped."""
    return _Get(f"http://{netloc}/{path}")
