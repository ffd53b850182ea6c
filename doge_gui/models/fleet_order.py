"""Sorting and filtering the fleet by index arrays: rows stay where they are, an array says their order."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.intp]


def natural_ranks(texts: Sequence[str]) -> NDArray[np.int64]:
    """Place of every text in natural order (`API-2` before `API-10`, case aside), shape (n,)."""
    order = sorted(range(len(texts)), key=lambda row: (_natural(texts[row]), texts[row]))
    ranks = np.empty(len(texts), np.int64)
    ranks[order] = np.arange(len(texts))
    return ranks


def _natural(text: str) -> list[str | int]:
    """Text and numbers in turn, so that two such lists can always be compared."""
    parts = re.split(r"([0-9]{1,18})", text.casefold())
    return [int(part) if place % 2 else part for place, part in enumerate(parts)]


def sorted_rows(
    rows: Rows,
    keys: NDArray[np.generic],
    missing: NDArray[np.bool_],
    ranks: NDArray[np.int64],
    descending: bool,
) -> Rows:
    """`rows` by key, then by rank. Missing keys come last whichever way the sorting goes.

    `keys`, `missing` and `ranks` cover the whole fleet, shape (gateways,); keys are signed numbers.
    """
    absent = missing[rows]
    chosen = np.where(absent, 0, keys[rows])
    return rows[np.lexsort((ranks[rows], -chosen if descending else chosen, absent))]


def matching(haystacks: Iterable[str], text: str) -> NDArray[np.bool_]:
    """Where every word of `text` occurs, case aside. Haystacks come casefolded."""
    words = text.casefold().split()
    return np.array([all(word in haystack for word in words) for haystack in haystacks], np.bool_)


def same_rows(left: Rows, right: Rows) -> bool:
    """Both show the same gateways, in whatever order."""
    return len(left) == len(right) and np.array_equal(np.sort(left), np.sort(right))


def runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rising rows as runs of neighbours, each by its first and last row."""
    numbers = np.asarray(rows, np.intp)
    if not len(numbers):
        return []
    breaks = np.flatnonzero(np.diff(numbers) > 1)
    firsts, lasts = numbers[[0, *(breaks + 1)]], numbers[[*breaks, len(numbers) - 1]]
    return list(zip(firsts.tolist(), lasts.tolist(), strict=True))
