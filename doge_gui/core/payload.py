"""Strict reading of a gateway's JSON: exactly the contract's shapes, or a reason why not.

The standard library's parser takes more than JSON (NaN, 1e999, repeated keys, `true` where a number
stands); every one of these would become a false count on the screen, so they are refused here.
"""

import json
import math
import re
from typing import Any

from doge_gui.core.phrase import phrase
from doge_gui.core.questions import CIRCUITS, Answer

INT64_MAX = 2**63 - 1
_MAX_NESTING = 32
_MAX_DIGITS = 40
_TEXT = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
"""A text, or the rest of the body where its closing quote is missing: once begun it always matches and never
goes back, so that the time stays in proportion to the body."""
_BRACKET = re.compile(rb"[\[\]{}]")
_SHOWN = 60

Vector = tuple[int, int, int]
Reading = Vector | float | str
"""A count per circuit, a configured request's number, or a status as text."""


_SPACE = rb"[ \t\r\n]*"
_COUNT = rb"(0|[1-9][0-9]{0,17})"
_PLAIN_VECTOR = re.compile(
    rb"%b\[%b%b%b,%b%b%b,%b%b%b\]%b" % (_SPACE, *(_SPACE, _COUNT, _SPACE) * CIRCUITS, _SPACE)
).fullmatch
_PLAIN_NUMBER = re.compile(
    rb'%b\{%b"value"%b:%b(-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,17})?)%b\}%b' % ((_SPACE,) * 6)
).fullmatch
"""Nearly every answer has one of these plain forms, which a pattern reads in half of the parser's time. They
are a part of what the parser takes, read to the same values; whatever else comes goes to the parser."""


class PayloadError(ValueError):
    """An answer that does not have the contract's form; its text says what is wrong with it."""


def parse(answer: Answer, body: bytes) -> Reading:
    """Turn an answer's `body` into its reading.

    Raises PayloadError, and nothing else, for every body that does not have the form of `answer`.
    """
    if answer is Answer.VECTOR:
        plain = _PLAIN_VECTOR(body)
        if plain is not None:
            first, second, third = plain.groups()
            return (int(first), int(second), int(third))
    elif answer is Answer.NUMBER:
        plain = _PLAIN_NUMBER(body)
        if plain is not None:
            return float(plain[1])
    elif answer is Answer.FREE:
        return ""
    document = _document(body)
    if answer is Answer.VECTOR:
        return _vector(document)
    if answer is Answer.NUMBER:
        return _number(document)
    return json.dumps(document, ensure_ascii=False)


def _document(body: bytes) -> Any:
    if not body:
        raise PayloadError(phrase("said.answers", "empty answer"))
    if body.count(b"[") + body.count(b"{") > _MAX_NESTING and _nesting(body) > _MAX_NESTING:
        raise PayloadError(phrase("said.answers", "nested too deeply"))
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PayloadError(phrase("said.answers", "not UTF-8 at byte {0}").format(error.start)) from error
    try:
        document = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise PayloadError(
            phrase("said.answers", "not JSON: {0} at character {1}").format(error.msg, error.pos + 1)
        ) from error
    if "\\u" in text and _has_lone_surrogate(document):
        raise PayloadError(phrase("said.answers", "a lone surrogate in a text"))
    return document


def _nesting(body: bytes) -> int:
    """How deep the brackets outside texts stand in each other, in time linear in the body."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(_TEXT.sub(b"", body)):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _vector(document: Any) -> Vector:
    if type(document) is not list or len(document) != CIRCUITS:
        raise PayloadError(
            phrase("said.answers", "expected {0} counts, got {1}").format(CIRCUITS, _shown(document))
        )
    for circuit, count in enumerate(document):
        if type(count) is not int:
            raise PayloadError(
                phrase("said.answers", "circuit {0}: {1} is not an integer").format(circuit, _shown(count))
            )
        if not 0 <= count <= INT64_MAX:
            raise PayloadError(
                phrase("said.answers", "circuit {0}: {1} is not a possible count").format(
                    circuit, _shown(count)
                )
            )
    return (document[0], document[1], document[2])


def _number(document: Any) -> float:
    if type(document) is not dict or set(document) != {"value"}:
        raise PayloadError(
            phrase("said.answers", 'expected {{"value": number}}, got {0}').format(_shown(document))
        )
    value = document["value"]
    if type(value) is not float and type(value) is not int:
        raise PayloadError(phrase("said.answers", "{0} is not a number").format(_shown(value)))
    return float(value)


def _has_lone_surrogate(document: Any) -> bool:
    try:
        json.dumps(document, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _shown(value: Any) -> str:
    text = json.dumps(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _integer(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise PayloadError(phrase("said.answers", "a number of {0} digits").format(len(digits)))
    return int(digits)


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise PayloadError(phrase("said.answers", "{0} is not a finite number").format(digits[:_SHOWN]))
    return value


def _constant(name: str) -> Any:
    raise PayloadError(phrase("said.answers", "{0} is not JSON").format(name))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) != len(pairs):
        raise PayloadError(phrase("said.answers", "a key stands twice"))
    return document


_DECODER = json.JSONDecoder(
    parse_int=_integer, parse_float=_finite, parse_constant=_constant, object_pairs_hook=_unique
)
