"""A bad entry of the address list is named and left out; the rest lives."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.addresses import Address, AddressBook, AddressListError, from_csv, from_json, from_rows

PORT = 8000
NAMES = st.sampled_from(["API-1", "API-2", "API-3", "API-4", "API-5", "Écluse 6"])
PLACES = st.sampled_from(
    ["10.0.0.1", "10.0.0.2", "10.0.0.3:81", "pi-4.plant", "10.0.0.1:8000", "PI-4.plant."]
)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
HALF_ENTRIES = st.dictionaries(
    st.text(max_size=8),
    st.fixed_dictionaries(
        {}, optional={"API": JSON_VALUES, "RASP_catch": st.text(max_size=20) | JSON_VALUES}
    ),
    max_size=6,
)


NO_HOSTS = [
    *("", "10.0.0", "10.0.0.256", "010.0.0.1", "127.1", "0x7f000001", "a b", "-host", "bücher.plant"),
    *("10.0.0.5:", "10.0.0.5:0", "10.0.0.5:65536", "10.0.0.5:٣", "host:80:80", "[::1", "[10.0.0.5]:80"),
    *("http://10.0.0.5", "user@host", "host/path", "host?x", "fe80::1%eth0", "ho\nst", "a" * 64),
    ".".join("a" * 130),
]


def listed(**places: str) -> str:
    """The original's form of a list."""
    return json.dumps({plc: {"API": plc, "RASP_catch": place} for plc, place in places.items()})


def named(book: AddressBook) -> dict[str, str]:
    """Entries left out, and why."""
    return {problem.entry: problem.what for problem in book.problems}


def test_the_list_of_the_original_is_read_in_its_order():
    text = (
        '{"API-2": {"API": "API-2", "RASP_catch": "10.0.0.6:8001"}, "API-1": {"RASP_catch": " pi-1.plant "}}'
    )
    book = from_json(text, PORT)
    assert book == AddressBook((Address("API-2", "10.0.0.6", 8001), Address("API-1", "pi-1.plant", PORT)))
    assert [address.netloc for address in book.addresses] == ["10.0.0.6:8001", "pi-1.plant:8000"]


@pytest.mark.parametrize(
    ("place", "netloc"),
    [
        ("10.0.0.5", "10.0.0.5:8000"),
        ("10.0.0.5:1", "10.0.0.5:1"),
        ("localhost", "localhost:8000"),
        ("PLC_gw-3.Plant.", "plc_gw-3.plant:8000"),
        ("::1", "[::1]:8000"),
        ("[FE80:0::1]:81", "[fe80::1]:81"),
    ],
)
def test_a_host_is_taken_in_one_normal_form(place, netloc):
    assert from_json(listed(A=place), PORT).addresses[0].netloc == netloc


@pytest.mark.parametrize(
    "place",
    NO_HOSTS,
)
def test_what_is_no_host_is_named_and_left_out(place):
    book = from_json(json.dumps({"A": {"RASP_catch": place}, "B": {"RASP_catch": "10.0.0.9"}}), PORT)
    assert [address.plc for address in book.addresses] == ["B"]
    assert named(book)["A"].endswith("is not a host or host:port")


def test_two_plcs_with_one_address_are_both_named_and_the_rest_lives():
    book = from_json(listed(A="10.0.0.5", B="10.0.0.5:8000", C="10.0.0.7"), PORT)
    assert [address.plc for address in book.addresses] == ["C"]
    assert named(book) == dict.fromkeys("AB", "shares 10.0.0.5:8000 with another PLC; neither is asked")


def test_one_plc_with_two_addresses_is_named_and_the_rest_lives():
    book = from_csv("API,RASP_catch\nA,10.0.0.5\nA,10.0.0.6\nC,10.0.0.7\n", PORT)
    assert [address.plc for address in book.addresses] == ["C"]
    assert [(problem.entry, problem.what) for problem in book.problems] == [
        ("A", "stands with several addresses; not asked at 10.0.0.5:8000"),
        ("A", "stands with several addresses; not asked at 10.0.0.6:8000"),
    ]


def test_one_line_twice_is_named_and_asked_once():
    book = from_csv("API,RASP_catch\nA,10.0.0.5\nA,10.0.0.5:8000\n", PORT)
    assert book.addresses == (Address("A", "10.0.0.5", PORT),)
    assert named(book) == {"A": "stands 2 times with one address; asked once"}


def test_a_key_and_a_field_that_stand_twice_are_seen():
    twice = (
        '{"A": {"RASP_catch": "10.0.0.5"}, "A": {"RASP_catch": "10.0.0.6"}, "B": {"RASP_catch": "10.0.0.7"}}'
    )
    assert [address.plc for address in from_json(twice, PORT).addresses] == ["B"]
    field = '{"A": {"RASP_catch": "10.0.0.5", "RASP_catch": "10.0.0.6"}}'
    assert named(from_json(field, PORT)) == {"A": "a field stands twice in its entry"}


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ('"10.0.0.5"', "expected an object with API and RASP_catch"),
        ('{"API": "A"}', "RASP_catch is missing or not a text"),
        ('{"RASP_catch": 5}', "RASP_catch is missing or not a text"),
        ('{"API": "Z", "RASP_catch": "10.0.0.5"}', "its API says 'Z'; the key and API must be the same name"),
    ],
)
def test_an_entry_of_another_form_is_named(entry, what):
    book = from_json(f'{{"A": {entry}, "B": {{"RASP_catch": "10.0.0.7"}}}}', PORT)
    assert [address.plc for address in book.addresses] == ["B"]
    assert named(book) == {"A": what}


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("", "the PLC has no name"),
        ("x" * 201, "the name is longer than 200"),
        ("\ud800", "the name is not valid"),
    ],
)
def test_a_name_that_cannot_be_one_is_named(name, what):
    book = from_json(json.dumps({name: {"RASP_catch": "10.0.0.5"}}), PORT)
    assert not book.addresses
    assert book.problems[0].what.startswith(what)


@given(st.text(max_size=80) | (JSON_VALUES | HALF_ENTRIES).map(json.dumps))
def test_any_text_is_a_book_or_an_error_and_nothing_else(text):
    for read in (from_json, from_csv):
        try:
            book = read(text, PORT)
        except AddressListError:
            continue
        assert all(0 < address.port < 65536 and address.host for address in book.addresses)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"A": ' * 100_000, '{"A": ' + "9" * 5000 + "}", '{"A": {"API"', "[]"]
)
def test_what_is_no_list_at_all_is_one_error(text):
    with pytest.raises(AddressListError):
        from_json(text, PORT)


@given(st.lists(st.tuples(NAMES, PLACES), max_size=8), st.randoms(use_true_random=False))
def test_who_is_asked_does_not_depend_on_the_order_and_nobody_shares(entries, random):
    rows = list(entries)
    book = from_rows(("API", "RASP_catch"), rows, PORT)
    random.shuffle(rows)
    assert set(from_rows(("API", "RASP_catch"), rows, PORT).addresses) == set(book.addresses)
    assert len({address.plc for address in book.addresses}) == len(book.addresses)
    assert len({(address.host, address.port) for address in book.addresses}) == len(book.addresses)
    accounted = {address.plc for address in book.addresses} | {problem.entry for problem in book.problems}
    assert accounted == {plc for plc, _ in entries}


def test_a_table_is_read_with_semicolons_a_mark_and_other_columns():
    text = '\ufeffrasp_catch;Hall;api\r\n10.0.0.5;"north; left";API-1\r\n\r\n10.0.0.6;south\r\n'
    book = from_csv(text, PORT)
    assert book.addresses == (Address("API-1", "10.0.0.5", PORT),)
    assert named(book) == {"line 4": "a column is missing"}


@pytest.mark.parametrize(
    "text", ["", "API\nA\n", "host,name\n10.0.0.5,A\n", 'API,RASP_catch\n"' + "x" * 200_000]
)
def test_a_table_without_its_columns_is_one_error(text):
    with pytest.raises(AddressListError):
        from_csv(text, PORT)
