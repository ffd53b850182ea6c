"""What the assistant writes is a configuration and a list that the program reads to the same meaning."""

import pytest

from doge_gui.core.addresses import Address, AddressListError, from_json
from doge_gui.core.config_text import parse_config
from doge_gui.core.first_plan import FirstPlan, config_text, list_text, request_names, wrong_requests
from doge_gui.core.pasted_list import read_list

GATEWAYS = (Address("API-1", "10.0.0.5", 8000), Address("API-2", "10.0.0.6", 8001), Address("É", "::1", 8000))


def test_the_files_say_what_was_chosen() -> None:
    plan = FirstPlan(GATEWAYS, 7, ("temperature",))
    config = parse_config(config_text(plan, "ip_addresses-2.json"))
    assert config.interval_s == pytest.approx(7)
    assert [request.name for request in config.requests] == ["temperature"]
    assert not config.job.write_totals
    assert not config.job.disconnect_each_cycle
    assert config.addresses.path == "ip_addresses-2.json"
    assert from_json(list_text(plan), config.gateway.port).addresses == GATEWAYS


@pytest.mark.parametrize("seconds", [1, 59, 86_400])
def test_every_interval_that_is_offered_is_allowed(seconds) -> None:
    assert parse_config(config_text(FirstPlan((), seconds), "l.json")).interval_s == pytest.approx(seconds)


def test_a_plan_tells_what_is_asked_and_what_is_written() -> None:
    plan = FirstPlan(GATEWAYS, requests=("temperature",))
    assert plan.questions == ("multi_possible", "checkplusde3", "temperature", "compteur_bille")
    assert plan.written == ""
    assert FirstPlan(GATEWAYS, write_totals=True).written == "compteur_bille/{circuit}/{total}"


def test_requests_that_cannot_be_asked_are_named() -> None:
    assert request_names(" temperature, pressure;temperature ") == ("temperature", "pressure")
    assert request_names(" , ") == ()
    assert wrong_requests(("temperature", "a/b", "deconnection")) == ("a/b", "deconnection")
    assert wrong_requests([f"r{number}" for number in range(65)]) == ("r64",)


@pytest.mark.parametrize(
    "text",
    [
        '{"API-1": {"API": "API-1", "RASP_catch": "10.0.0.5"}, "B": {"RASP_catch": "10.0.0.6:8001"}}',
        "API,RASP_catch\nAPI-1,10.0.0.5\nB,10.0.0.6:8001\n",
        "\ufeffRASP_catch;API\r\n10.0.0.5;API-1\r\n10.0.0.6:8001;B\r\n",
        "API\tRASP_catch\nAPI-1\t10.0.0.5\nB\t10.0.0.6:8001",
        "API-1\t10.0.0.5\n\nB\t10.0.0.6:8001",
        "API-1 10.0.0.5\nB   10.0.0.6:8001",
        "API-1; 10.0.0.5\nB; 10.0.0.6:8001",
    ],
)
def test_a_list_is_read_in_the_forms_that_people_have(text) -> None:
    book = read_list(text, 8000)
    assert book.addresses == (Address("API-1", "10.0.0.5", 8000), Address("B", "10.0.0.6", 8001))
    assert book.problems == ()


@pytest.mark.parametrize("text", ["", " \n", "[1]", "10.0.0.5\n10.0.0.6", '{"API-1"', "API;where\na;b"])
def test_what_is_no_list_is_refused(text) -> None:
    with pytest.raises(AddressListError):
        read_list(text, 8000)
