"""Configuration text -> Config, or every mistake in it at once, each with its place and its remedy."""

import difflib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from doge_gui.core.config import SECRETS, Config
from doge_gui.core.phrase import phrase


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in a configuration."""

    path: str
    """JSON path, `requests[0].threshold`; empty for the file as a whole."""
    what: str
    remedy: str = ""
    """What to write instead, where that can be told."""

    def __str__(self) -> str:
        place = f"{self.path}: " if self.path else ""
        return f"{place}{self.what}" + (f" ({self.remedy})" if self.remedy else "")


class ConfigError(Exception):
    """A configuration that cannot be used, with all its mistakes."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes


def parse_config(text: str) -> Config:
    """Read a configuration. Raises ConfigError with every mistake found."""
    text = text.removeprefix("\ufeff")
    try:
        document = json.loads(text, object_pairs_hook=_Pairs)
        repeated = tuple(_repeated(document, ()))
    except json.JSONDecodeError as error:
        where = phrase("said.config", "line {0}, column {1}").format(error.lineno, error.colno)
        raise ConfigError(
            (
                Mistake(
                    "",
                    phrase("said.config", "not JSON: {0} at {1}").format(error.msg, where),
                    phrase("said.config", "see https://json.org"),
                ),
            )
        ) from error
    except RecursionError as error:
        raise ConfigError(
            (Mistake("", phrase("said.config", "not a configuration: nested too deeply")),)
        ) from error
    except ValueError as error:
        # An integer of thousands of digits.
        raise ConfigError((Mistake("", phrase("said.config", "not JSON: {0}").format(error)),)) from error
    if not isinstance(document, _Pairs):
        raise ConfigError(
            (
                Mistake(
                    "",
                    phrase("said.config", "expected a JSON object"),
                    phrase("said.config", "it begins with {{ and ends with }}").format(),
                ),
            )
        )
    try:
        # From the text, not from the parsed document: strict JSON input still turns a list into a tuple.
        config = Config.model_validate_json(text, strict=True)
    except ValidationError as error:
        found = tuple(_mistake(details) for details in error.errors(include_url=False))
        raise ConfigError((*repeated, *found)) from error
    if repeated:
        raise ConfigError(repeated)
    return config


def config_schema() -> dict[str, Any]:
    """JSON Schema of the configuration, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "WatchDoge Supercharged configuration",
        **{key: value for key, value in Config.model_json_schema().items() if key != "title"},
    }


class _Pairs(list[tuple[str, Any]]):
    """A JSON object as it was written, repeated keys included."""


def _repeated(value: Any, location: tuple[int | str, ...]) -> Iterator[Mistake]:
    if isinstance(value, _Pairs):
        for name, times in Counter(name for name, _ in value).items():
            if times > 1:
                what = phrase("said.config", "this key stands twice in one object")
                yield Mistake(_path((*location, name)), what, phrase("said.config", "keep one of them"))
        for name, inner in value:
            yield from _repeated(inner, (*location, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _repeated(inner, (*location, index))


_SOURCE_MISTAKES = {
    "union_tag_invalid": phrase("said.config", "unknown source"),
    "union_tag_not_found": "this key is missing",
}


def _mistake(details: ErrorDetails) -> Mistake:
    location = details["loc"]
    if not location:
        return Mistake("", details["msg"])
    variant = str(location[1]) if location[0] == "addresses" and len(location) > 1 else ""
    path = _path(location[:1] + location[2:] if variant else location)
    if details["type"] == "extra_forbidden":
        return Mistake(path, phrase("said.config", "unknown key"), _near(location))
    if details["type"] == "missing":
        return Mistake(path, phrase("said.config", "this key is missing"))
    if details["type"] in _SOURCE_MISTAKES:
        return Mistake(
            f"{path}.source",
            _SOURCE_MISTAKES[details["type"]],
            phrase("said.config", "one of file, url, sql"),
        )
    if details["type"] == "value_error":
        return Mistake(path, details["msg"].removeprefix("Value error, "))
    given = details["input"]
    plain = isinstance(given, bool | int | float | str | None) and path not in SECRETS
    shown = f", got {json.dumps(given)}" if plain else ""
    return Mistake(path, details["msg"][0].lower() + details["msg"][1:] + shown)


def _path(location: tuple[int | str, ...]) -> str:
    text = ""
    for part in location:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _near(location: tuple[int | str, ...]) -> str:
    names = _keys_at(location[:-1])
    close = difflib.get_close_matches(str(location[-1]), names, n=1, cutoff=0.6)
    return (
        phrase("said.config", "did you mean {0}?").format(repr(close[0]))
        if close
        else phrase("said.config", "known here: {0}").format(", ".join(names))
    )


def _keys_at(location: tuple[int | str, ...]) -> list[str]:
    """The option names known at a place of the configuration."""
    models: list[type[BaseModel]] = [Config]
    for part in location:
        if isinstance(part, str):
            fields: Mapping[str, Any] = {
                name: field for model in models for name, field in model.model_fields.items()
            }
            variants = [model for model in models if _variant(model) == part]
            models = variants or (list(_models_in(fields[part].annotation)) if part in fields else [])
    return sorted({name for model in models for name in model.model_fields})


def _variant(model: type[BaseModel]) -> str:
    """The tag that chooses this model among several forms of one option."""
    source = model.model_fields.get("source")
    return str(get_args(source.annotation)[0]) if source else ""


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for argument in get_args(annotation):
        yield from _models_in(argument)
