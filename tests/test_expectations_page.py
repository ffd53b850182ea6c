"""The page of expectations promises nothing that is not there."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parent.parent / "docs" / "expectations.md"
ROOT = PAGE.parent.parent
TESTS = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE.read_text(encoding="utf-8"))
PICTURES = re.findall(r"\]\(([\w/.-]+\.png)\)", PAGE.read_text(encoding="utf-8"))


def test_there_are_twenty_rows_and_each_names_what_shows_it() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if re.match(r"\| \d+ \|", line)]
    assert [int(row.split("|")[1]) for row in rows] == list(range(1, 21))
    assert all("::test_" in row.split("|")[4] for row in rows)


@pytest.mark.parametrize(("path", "name"), TESTS)
def test_every_test_that_is_named_is_there(path: str, name: str) -> None:
    assert re.search(rf"^(async )?def {name}\(", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", PICTURES)
def test_every_picture_that_is_named_is_there(path: str) -> None:
    assert (PAGE.parent / path).is_file()
