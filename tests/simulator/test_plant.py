"""The marbles of the simulated plant: none is lost, none is made, and the story is told by the seed alone."""

import math
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from doge_gui.simulator.plant import Plant

SECONDS = st.floats(0, 1e7, allow_nan=False)


def whole_plant(plant: Plant, now: float) -> list[list[int]]:
    return [plant.counts(station, now) for station in range(plant.stations)]


@given(stations=st.integers(1, 12), marbles=st.integers(0, 15), seed=st.integers(0, 99), now=SECONDS)
def test_a_marble_is_in_one_station_or_in_transit(stations: int, marbles: int, seed: int, now: float) -> None:
    plant = Plant(stations, seed, marbles_per_station=marbles)
    counted = [sum(circuit) for circuit in zip(*whole_plant(plant, now), strict=True)]
    in_transit = [circuit.in_transit(now) for circuit in plant.circuits]
    assert [a + b for a, b in zip(counted, in_transit, strict=True)] == [stations * marbles] * 3


def test_marbles_travel_and_some_are_in_transit() -> None:
    plant = Plant(8, seed=1)
    instants = [whole_plant(plant, now) for now in range(0, 120, 5)]
    assert len({str(instant) for instant in instants}) == len(instants)
    assert any(circuit.in_transit(30.0) for circuit in plant.circuits)


def test_a_marble_passes_every_station() -> None:
    plant = Plant(4, seed=3, marbles_per_station=1)
    seen = {
        station for now in range(400) for station in range(4) if plant.circuits[0].count(station, now) > 0
    }
    assert seen == {0, 1, 2, 3}


@settings(max_examples=30)
@given(seed=st.integers(0, 99), instants=st.lists(SECONDS, min_size=1, max_size=5))
def test_the_same_seed_tells_the_same_story_whoever_asks_first(seed: int, instants: list[float]) -> None:
    asked_in_order, asked_backwards = Plant(5, seed), Plant(5, seed)
    forwards = [whole_plant(asked_in_order, now) for now in sorted(instants)]
    backwards = [whole_plant(asked_backwards, now) for now in sorted(instants, reverse=True)]
    assert forwards == backwards[::-1]


def test_another_seed_tells_another_story() -> None:
    assert whole_plant(Plant(5, 1), 10.0) != whole_plant(Plant(5, 2), 10.0)


def test_marbles_that_stand_still_can_be_foretold() -> None:
    plant = Plant(6, seed=4, marble_speed=0.0)
    assert whole_plant(plant, 0.0) == whole_plant(plant, 1e6)


@given(now=SECONDS, seed=st.integers(0, 99))
def test_eight_quiet_gateways_stay_under_the_usual_threshold(now: float, seed: int) -> None:
    plant = Plant(8, seed)
    assert sum(plant.value("temperature", station, now) for station in range(8)) < 240


def test_values_vary_smoothly() -> None:
    plant = Plant(1, seed=1)
    values = [plant.value("anything", 0, now) for now in range(600)]
    steps = [abs(later - earlier) for earlier, later in pairwise(values)]
    assert max(values) - min(values) > 1.0
    assert max(steps) < 0.5


def test_a_disconnected_plc_rejoins_after_a_while() -> None:
    plant = Plant(3, seed=1, rejoin_s=30.0)
    plant.disconnect(1, now=100.0)
    assert [plant.connected(1, now) for now in (100.0, 129.9, 130.0)] == [False, False, True]
    assert plant.connected(0, 100.0)


def test_or_never() -> None:
    plant = Plant(3, seed=1, rejoin_s=0.0)
    plant.disconnect(1, now=100.0)
    assert not plant.connected(1, 1e12)


def test_a_plc_keeps_the_totals_written_into_it() -> None:
    plant = Plant(2, seed=1)
    plant.write_total(0, 2, 80)
    assert (plant.totals(0), plant.totals(1)) == ([None, None, 80], [None, None, None])


def test_a_large_fleet_is_counted_without_walking_it() -> None:
    """Stations anywhere in a plant of 5,000 hold a likely number of marbles, and 15 % are in transit."""
    plant = Plant(5000, seed=2)
    rng = Random(5)
    for _ in range(20):
        now, station = rng.uniform(0, 1e5), rng.randrange(5000)
        assert all(0 <= count < 60 for count in plant.counts(station, now))
    assert math.isclose(sum(c.in_transit(7.0) for c in plant.circuits) / 150_000, 0.15, abs_tol=0.01)
