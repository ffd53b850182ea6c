"""What Prometheus is told of a plant: every value with its meaning, and nothing where nothing is known."""

import gzip
import re
from dataclasses import replace

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families as from_openmetrics
from prometheus_client.parser import text_string_to_metric_families as from_text

from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.core.plan import RequestRule
from doge_gui.core.replies import Reason
from doge_gui.core.tally import counted
from doge_gui.web.metrics.gateway_lines import GatewayLines
from tests.core.pictures import cycle, good, lost, plan_of
from tests.web.plant import NOW, broken, broken_picture, healthy, healthy_picture, never
from tests.web.scraped import client_of, every, of, samples, with_picture


def test_a_healthy_plant_is_told_gateway_by_gateway_and_as_a_whole() -> None:
    told = samples(healthy())
    assert [of(told, "gateway_marbles", plc="API-2", circuit=circuit) for circuit in "012"] == [1, 2, 3]
    assert [of(told, "fleet_marbles", circuit=circuit) for circuit in "012"] == [3, 6, 9]
    assert of(told, "fleet_connected_gateways") == 3
    assert of(told, "gateway_value", plc="API-3", request="temperature") == 20
    assert of(told, "fleet_value", request="temperature") == 60
    assert of(told, "gateway_up", plc="API-1") == 1
    assert of(told, "gateway_state", plc="API-1") == 5
    assert of(told, "gateway_latency_seconds", plc="API-1") == 0.02
    assert of(told, "cycle_fresh") == 1
    assert of(told, "cycle_age_seconds") == 1
    assert of(told, "disk_free_bytes") == 40e9
    assert of(told, "web_clients") == 7
    assert of(told, "build_info", version="1.2.3") == 1
    assert of(told, "plant_info", plant="Atelier") == 1
    assert of(told, "request_info", request="temperature", label="temperature", unit="") == 1


def test_with_a_gateway_lost_there_is_no_total_and_none_of_its_old_values() -> None:
    told = samples(broken())
    assert not every(told, "fleet_marbles")
    assert not every(told, "fleet_value")
    assert of(told, "fleet_counted_gateways", question="compteur_bille") == 2
    assert of(told, "fleet_expected_gateways", question="compteur_bille") == 3
    assert of(told, "fleet_connected_gateways") == 2
    assert of(told, "gateway_up", plc="API-1") == 0
    assert of(told, "gateway_marbles", plc="API-1", circuit="0") is None
    assert of(told, "gateway_value", plc="API-1", request="temperature") is None
    assert of(told, "gateway_quality", plc="API-1", question="compteur_bille") == 1
    assert of(told, "gateway_marbles", plc="API-2", circuit="0") == 1
    assert of(told, "fleet_gateways", state="lost") == 1
    assert of(told, "request_breach", request="pressure") == 1
    assert [of(told, name) for name in ("sound_ready", "address_list_ok", "log_ok")] == [0, 0, 0]
    assert of(told, "address_list_age_seconds") == 60


def test_an_old_picture_is_not_passed_off_as_the_present() -> None:
    facts = healthy()
    told = samples(facts, now=NOW + 3600)
    for name in ("fleet_marbles", "fleet_value", "fleet_connected_gateways", "gateway_up", "gateway_marbles"):
        assert not every(told, name), name
    assert set(every(told, "gateway_quality").values()) == {2}
    assert of(told, "fleet_gateways", state="stale") == 3
    assert of(told, "cycle_fresh") == 0


def test_before_the_first_cycle_nothing_is_made_up() -> None:
    told = samples(never())
    assert of(told, "cycle_age_seconds") is None
    assert of(told, "cycle_fresh") == 0
    assert of(told, "sound_ready") is None
    assert of(told, "history_lag_cycles") is None
    assert not every(told, "fleet_marbles")
    assert of(told, "cycles_total") == 0
    assert not every(told, "fleet_expected_gateways")


def test_a_gateway_that_was_never_asked_is_neither_up_nor_down() -> None:
    plan = plan_of("API-1", "API-2")
    told = samples(with_picture(cycle(plan, good("API-1"))))
    assert of(told, "gateway_up", plc="API-1") == 1
    assert of(told, "gateway_up", plc="API-2") is None
    assert of(told, "gateway_state", plc="API-2") == 4


def test_every_priority_and_state_of_alarms_is_told_also_where_there_is_none() -> None:
    quiet, loud = samples(healthy()), samples(broken())
    states = [state for state in AlarmState if state is not AlarmState.NORMAL]
    assert len(every(quiet, "alarms")) == len(every(loud, "alarms")) == len(Priority) * len(states)
    assert not any(every(quiet, "alarms").values())
    facts = broken()
    assert facts.alarms is not None
    shown = sum(not alarm.masked for alarm in facts.alarms.book.standing())
    assert sum(every(loud, "alarms").values()) == shown > 0


def test_what_was_read_and_is_not_recorded_yet_is_the_lag() -> None:
    facts = healthy()
    assert facts.snapshot is not None
    assert facts.alarms is not None
    ninth = replace(facts.snapshot, facts=replace(facts.snapshot.facts, number=9))
    behind = replace(facts, snapshot=ninth, alarms=replace(facts.alarms, recorded=4))
    assert of(samples(behind), "history_lag_cycles") == 5


def test_counts_and_histograms_are_those_of_the_tally() -> None:
    tally = counted(counted(healthy().tally, healthy_picture()), broken_picture())
    told = samples(replace(healthy(), tally=tally))
    assert of(told, "cycles_total") == 2
    assert of(told, "cycles_complete_total") == 1
    assert of(told, "gateways_lost_total") == 1
    assert len(every(told, "failed_questions_total")) == len(Reason)
    assert of(told, "failed_questions_total", reason="timeout") == 1
    assert of(told, "answer_latency_seconds_bucket", le="0.01") == 0
    assert of(told, "answer_latency_seconds_bucket", le="0.025") == 5
    assert of(told, "answer_latency_seconds_bucket", le="+Inf") == 5
    assert of(told, "answer_latency_seconds_count") == 5
    assert of(told, "answer_latency_seconds_sum") == pytest.approx(0.1)


HOSTILE = [
    'a"b',
    "line\nbreak",
    "back\\slash\\n",
    "Zoë 😀",
    '"} 1\nwatchdoge_gateway_up{plc="forged',
    "\x00\r\x7f",
    "'",
]


@pytest.mark.parametrize("accept", ["text/plain", "application/openmetrics-text"])
def test_no_name_of_a_plc_can_forge_a_line(accept: str) -> None:
    facts = with_picture(cycle(plan_of(*HOSTILE), *(good(plc) for plc in HOSTILE), now=NOW - 1))
    text = client_of(facts).get("/metrics", headers={"Accept": accept}).data.decode()
    read = from_text if accept == "text/plain" else from_openmetrics
    up = [family for family in read(text) if family.name == "watchdoge_gateway_up"]
    assert [sample.labels["plc"] for sample in up[0].samples] == HOSTILE


def test_the_series_of_a_great_fleet_are_bounded_and_the_rest_is_counted() -> None:
    names = [f"API-{number}" for number in range(1200)]
    rules = [RequestRule(f"request-{number}") for number in range(70)]
    values = [float(number) for number in range(70)]
    plan = plan_of(*names, requests=rules)
    told = samples(with_picture(cycle(plan, *(good(plc, (1, 1, 1), *values) for plc in names), now=NOW - 1)))
    assert len(every(told, "gateway_up")) == 1000
    assert len(every(told, "gateway_value")) == 64_000
    assert of(told, "gateways_without_series") == 200
    assert of(told, "requests_without_series") == 6
    assert of(told, "fleet_marbles", circuit="0") == 1200


def test_a_picture_is_put_into_lines_once_for_all_who_ask() -> None:
    lines, picture = GatewayLines(), healthy_picture()
    first = lines.of(picture, fresh=True)
    assert lines.of(picture, fresh=True) is first
    assert lines.of(picture, fresh=False) != first


def test_the_next_picture_is_told_and_not_the_one_before() -> None:
    now = [healthy()]
    client = client_of(lambda: now[0])
    assert 'watchdoge_gateway_up{plc="API-1"} 1' in client.get("/metrics").text
    now[0] = broken()
    assert 'watchdoge_gateway_up{plc="API-1"} 0' in client.get("/metrics").text


ACCEPTED = {
    "": "text/plain; version=0.0.4; charset=utf-8",
    "*/*": "text/plain; version=0.0.4; charset=utf-8",
    "text/plain;version=0.0.4;q=0.5,application/openmetrics-text": "text/plain; version=0.0.4; charset=utf-8",
    "application/openmetrics-text;version=1.0.0,text/plain;q=0.5": (
        "application/openmetrics-text; version=1.0.0; charset=utf-8"
    ),
    # No offer, however strange, ends in an error or comes back in the answer.
    "application/openmetrics-text;version=x.y;escaping=z": (
        "application/openmetrics-text; version=1.0.0; charset=utf-8"
    ),
    ",;=;,": "text/plain; version=0.0.4; charset=utf-8",
}


@pytest.mark.parametrize("accept", ACCEPTED)
def test_the_format_is_the_one_that_was_asked_for(accept: str) -> None:
    answer = client_of(healthy()).get("/metrics", headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == ACCEPTED[accept]
    assert answer.text.endswith("# EOF\n") == ("openmetrics" in ACCEPTED[accept])
    assert answer.text.count("# EOF") <= 1


def test_whoever_takes_gzip_gets_the_same_text_in_fewer_bytes() -> None:
    client = client_of(never())
    plain, packed = (client.get("/metrics", headers={"Accept-Encoding": how}) for how in ("identity", "gzip"))
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) < len(plain.data) / 2
    pages = (plain.text, gzip.decompress(packed.data).decode())
    # The process' own figures move between the two.
    one, two = (re.sub(r"(?m)^process_.*\n", "", page) for page in pages)
    assert one == two


def test_only_reading_is_possible() -> None:
    client = client_of(healthy())
    assert client.head("/metrics").data == b""
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.open("/metrics", method=method).status_code == 405


def test_a_lost_fleet_costs_no_sample_of_what_is_not_known() -> None:
    names = [f"API-{number}" for number in range(50)]
    told = samples(with_picture(cycle(plan_of(*names), *(lost(plc) for plc in names), now=NOW - 1)))
    assert not every(told, "gateway_marbles")
    assert set(every(told, "gateway_quality").values()) == {0}
    assert of(told, "fleet_gateways", state="lost") == 50
