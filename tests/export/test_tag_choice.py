"""Tags as an engineer types them."""

import pytest

from doge_gui.core.recording.tags import FLEET, Tag
from doge_gui.export.tag_choice import UnknownTagError, chosen

TAGS = (
    Tag(FLEET, "compteur_bille/0"),
    Tag(FLEET, "compteur_bille/1"),
    Tag("API-3", "temperature"),
    Tag("API-3", "latency"),
    Tag("API-10", "latency"),
    Tag("a,b*", "latency"),
)


def names(*wanted: str) -> list[str]:
    return [str(tag) for tag in chosen(wanted, TAGS)]


def test_names_patterns_and_their_order():
    assert names("API-3:temperature,compteur_bille/0") == ["API-3:temperature", "compteur_bille/0"]
    assert names("compteur_bille/*") == ["compteur_bille/0", "compteur_bille/1"]
    assert names("*:latency", "API-3:*") == [
        *("API-3:latency", "API-10:latency", "a,b*:latency"),
        "API-3:temperature",
    ]


def test_a_whole_name_is_taken_as_it_is():
    assert names("a,b*:latency") == ["a,b*:latency"]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("API-3:temprature", "did you mean API-3:temperature"),
        ("compteur_bile/0", "did you mean compteur_bille/0 or compteur_bille/1"),
        ("api-3:latency", "did you mean API-3:latency"),
        ("zzz", "write one such as compteur_bille/0"),
        ("nobody:*", "is no recorded tag"),
    ],
)
def test_a_mistyped_tag_is_named_with_what_comes_near(wanted, said):
    with pytest.raises(UnknownTagError, match="is no recorded tag") as caught:
        names("API-3:latency," + wanted)
    assert said in str(caught.value)


def test_nothing_is_recorded_yet():
    with pytest.raises(UnknownTagError, match="nothing is recorded yet"):
        chosen(["x"], ())
