"""What went wrong with a question, as a program can read it: problem details (RFC 9457)."""

from collections.abc import Sequence
from http import HTTPStatus

from flask import Response
from pydantic import Field

from doge_gui.web.api.words import Answer, Text

PROBLEM_TYPE = "application/problem+json"


class Wrong(Answer):
    """One thing that is wrong with a question."""

    parameter: Text
    detail: Text


class Problem(Answer):
    """Problem details (RFC 9457, section 3)."""

    type: str = Field("about:blank", description="A problem of this kind has no page of its own.")
    title: str = Field(description="The status in words.")
    status: int
    detail: Text = Field(description="What is wrong, and what to do about it.")
    errors: tuple[Wrong, ...] = Field((), description="Each parameter that is wrong.")


class ProblemError(Exception):
    """A question that has no answer."""

    def __init__(
        self, status: HTTPStatus, detail: str, errors: Sequence[Wrong] = (), retry_after_s: int | None = None
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.errors = status, detail, tuple(errors)
        self.retry_after_s = retry_after_s

    def response(self) -> Response:
        """As it is answered."""
        told = Problem(title=self.status.phrase, status=self.status, detail=self.detail, errors=self.errors)
        response = Response(told.model_dump_json(), self.status, content_type=PROBLEM_TYPE)
        response.headers["Cache-Control"] = "no-store"
        if self.retry_after_s is not None:
            response.headers["Retry-After"] = str(self.retry_after_s)
        return response


def bad_parameters(wrong: Sequence[Wrong]) -> ProblemError:
    """Some parameters cannot be understood: all of them, told at once."""
    said = "; ".join(f"{one.parameter}: {one.detail}" for one in wrong)
    return ProblemError(HTTPStatus.BAD_REQUEST, said, wrong)
