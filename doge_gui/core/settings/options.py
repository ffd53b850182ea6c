"""The options of the configuration as data, read from its model: sort, limits, default, choices."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.rules import usual
from doge_gui.core.config import LEVELS, Config

ANY = "*"
"""Stands in a place for the number of an entry in a list."""
Pattern = tuple[str, ...]
"""Place of an option with ANY for entries: `("requests", "*", "name")`."""
SOURCE: Pattern = ("addresses", "source")


class Sort(Enum):
    """What is entered."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    SWITCH = "switch"
    CHOICE = "choice"
    ENTRIES = "entries"
    """A list whose entries have options of their own."""
    PART = "part"
    """A section that can be there or not."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a value must keep to; None where there is no limit."""

    least: float | None = None
    above: float | None = None
    """The value must be greater than this."""
    most: float | None = None
    fewest: int | None = None
    longest: int | None = None
    """Characters, or entries of a list."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be configured."""

    pattern: Pattern
    sort: Sort
    default: Any
    """Where the configuration does not name it; None also for an option that must be named."""
    required: bool = False
    optional: bool = False
    """null is a value."""
    limits: Limits = Limits()
    choices: tuple[str, ...] = ()
    parts: int = 1
    """More than one: the value is a list of so many."""
    source: str = ""
    """The source of addresses that has this option; empty for those of every one."""
    usual: Any = None
    """What holds while the value is null, where that can be told."""


@cache
def all_options() -> tuple[Option, ...]:
    """Every option of the configuration, in the model's order."""
    return tuple(_of_model(Config, (), None))


def _of_model(model: type[BaseModel], at: Pattern, default: Any) -> Iterator[Option]:
    for name, field in model.model_fields.items():
        value = getattr(default, name) if default is not None else field.get_default()
        yield from _of_field((*at, name), field, None if value is PydanticUndefined else value)


def _of_field(pattern: Pattern, field: FieldInfo, default: Any) -> Iterator[Option]:
    kinds, optional = _without_none(field.annotation)
    models = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]
    entry = _entry_model(kinds)
    if len(models) > 1:
        yield from _of_forms(pattern, models)
    elif models:
        if optional:
            yield Option(pattern, Sort.PART, default, optional=True)
        yield from _of_model(models[0], pattern, default)
    elif entry is not None:
        yield Option(pattern, Sort.ENTRIES, [], limits=_limits(field.metadata))
        yield from _of_model(entry, (*pattern, ANY), None)
    elif kinds:
        # An annotation of None alone leaves nothing to choose.
        yield _single(pattern, kinds[0], field, default, optional)


def _of_forms(pattern: Pattern, models: list[type[BaseModel]]) -> Iterator[Option]:
    """The forms of one section, told apart by `source`."""
    names = tuple(str(get_args(model.model_fields["source"].annotation)[0]) for model in models)
    yield Option((*pattern, "source"), Sort.CHOICE, names[0], choices=names)
    for name, model in zip(names, models, strict=True):
        for option in _of_model(model, pattern, None):
            if option.pattern[-1] != "source":
                yield replace(option, source=name)


def _single(pattern: Pattern, kind: Any, field: FieldInfo, default: Any, optional: bool) -> Option:
    limits, parts = _limits(field.metadata), 1
    if get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis:
        # Typed with commas between its entries.
        kind, limits, default = str, Limits(), ", ".join(default or ())
    elif get_origin(kind) is tuple:
        inner = get_args(kind)
        parts, kind = len(inner), get_args(inner[0])[0]
        limits = _limits([deep for told in get_args(inner[0])[1:] for deep in told.metadata])
        default = list(default) if default is not None else None
    choices = tuple(map(str, get_args(kind))) if get_origin(kind) is Literal else ()
    if pattern == ("logging", "level"):
        choices = LEVELS
    sort = Sort.CHOICE if choices else _SORTS[kind]
    required = field.is_required()
    return Option(
        pattern, sort, default, required, optional, limits, choices, parts, usual=_usual(pattern, default)
    )


_SORTS = {bool: Sort.SWITCH, int: Sort.WHOLE, float: Sort.NUMBER, str: Sort.TEXT}


def _usual(pattern: Pattern, default: Any) -> Any:
    """What an alarm's option comes to where it is not configured."""
    kind = pattern[1].replace("_", "-") if len(pattern) == 3 and pattern[0] == "alarms" else ""
    if kind not in {one.value for one in Kind} or default:
        return None
    value = getattr(usual(Kind(kind)), pattern[2], None)
    return value.name.lower() if isinstance(value, Enum) else value or None


def _without_none(annotation: Any) -> tuple[list[Any], bool]:
    """The forms of an annotation, and whether None is one more."""
    forms = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    plain = [get_args(form)[0] if get_origin(form) is Annotated else form for form in forms]
    return [form for form in plain if form is not NoneType], NoneType in plain


def _entry_model(kinds: list[Any]) -> type[BaseModel] | None:
    """The model of a list's entries; None where it is no list of models."""
    if len(kinds) != 1 or get_origin(kinds[0]) is not tuple:
        return None
    inner = get_args(kinds[0])
    first = inner[0]
    is_list = inner[-1] is Ellipsis and isinstance(first, type) and issubclass(first, BaseModel)
    return first if is_list else None


def _limits(metadata: list[Any]) -> Limits:
    told = {}
    for name, attribute in _LIMITS.items():
        for one in metadata:
            value = getattr(one, attribute, None)
            if value is not None:
                told[name] = value
    return Limits(**told)


_LIMITS = {"least": "ge", "above": "gt", "most": "le", "fewest": "min_length", "longest": "max_length"}
