"""The source of the addresses changed: which options of the section go along."""

from typing import Any

from doge_gui.core.settings.options import SOURCE, all_options


def keys_of(source: str) -> frozenset[str]:
    """The options that a source has."""
    return frozenset(
        option.pattern[-1]
        for option in all_options()
        if option.pattern[0] == SOURCE[0] and option.source == source
    )


def with_source(section: Any, source: str, before: Any) -> dict[str, Any]:
    """A section of another source. `before`: what the section was when it had that source last.

    Of the present one nothing goes along but how long to wait: a file's path is no URL.
    """
    if isinstance(before, dict):
        return before
    kept = {"deadline_s"} & keys_of(source)
    shared = (
        {key: value for key, value in section.items() if key in kept} if isinstance(section, dict) else {}
    )
    return {"source": source, **shared}
