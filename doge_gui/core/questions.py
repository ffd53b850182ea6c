"""What a cycle asks of a gateway: the paths of the contract, told once for the client and the simulator."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

CIRCUITS = 3
"""The plant has three circuits, numbered 0, 1 and 2."""

MULTI_POSSIBLE = "multi_possible"
CHECK_PLUS_DE_3 = "checkplusde3"
COMPTEUR_BILLE = "compteur_bille"
DECONNECTION = "deconnection"

VECTOR_QUESTIONS = (MULTI_POSSIBLE, CHECK_PLUS_DE_3, COMPTEUR_BILLE)
"""The questions answered by one count per circuit, in the order of a Snapshot's `counts` axis 1."""

RESERVED_NAMES = frozenset({MULTI_POSSIBLE, CHECK_PLUS_DE_3, COMPTEUR_BILLE, DECONNECTION})

REQUEST_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""A configured request becomes a path of its own: nothing that could resolve elsewhere is allowed."""


class Answer(Enum):
    """The form of a good answer's body."""

    VECTOR = "three integers >= 0"
    NUMBER = '{"value": a finite number}'
    STATUS = "any JSON"
    FREE = "anything"


@dataclass(frozen=True, slots=True)
class Question:
    """One HTTP GET to one gateway."""

    path: str
    """Below the gateway's root, without the leading slash."""
    answer: Answer
    acts: bool = False
    """It has a side effect: it is sent once, whatever happens to its answer."""


def reading_questions(request_names: Sequence[str]) -> tuple[Question, ...]:
    """The questions of one cycle to one gateway, in the order of the job."""
    return (
        Question(MULTI_POSSIBLE, Answer.VECTOR),
        Question(CHECK_PLUS_DE_3, Answer.VECTOR),
        *(Question(name, Answer.NUMBER) for name in request_names),
        Question(COMPTEUR_BILLE, Answer.VECTOR),
    )


def write_questions(totals: Sequence[int]) -> tuple[Question, ...]:
    """Write the fleet's marble totals, circuit by circuit, into one PLC."""
    return tuple(
        Question(f"{COMPTEUR_BILLE}/{circuit}/{total}", Answer.FREE, acts=True)
        for circuit, total in enumerate(totals)
    )


DISCONNECTION = Question(DECONNECTION, Answer.STATUS, acts=True)
