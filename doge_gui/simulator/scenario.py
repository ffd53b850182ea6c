"""The scenario file: which gateways misbehave, how, and from when to when.

    {"events": [
        {"gateways": ["API-3"], "from_s": 5, "to_s": 20, "fault": "silent", "question": "compteur_bille"},
        {"gateways": {"every": 10, "offset": 4}, "fault": "slow", "delay_ms": 250}]}

Times are seconds since the scenario came into force; without `to_s` an event lasts for ever. `gateways` is
a list of names, "all", or every n-th of the fleet. `question` narrows a fault to one question:
`multi_possible`, `checkplusde3`, `compteur_bille`, `compteur_bille/write`, `deconnection`, or the name of a
configured request.
"""

from collections.abc import Sequence

from pydantic import ValidationError

from doge_gui.simulator.faults import AnyEvent, Part, Value


class ScenarioError(Exception):
    """The scenario is wrong; `problems` names each mistake with its JSON path."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class Scenario(Part):
    """All events, in the file's order: of two faults of one answer the earlier one wins."""

    events: tuple[AnyEvent, ...] = ()


def read_scenario(text: str | bytes, gateways: Sequence[str], questions: Sequence[str]) -> Scenario:
    """Read a scenario for this fleet; raises ScenarioError with every mistake it found."""
    try:
        scenario = Scenario.model_validate_json(text)
    except ValidationError as error:
        raise ScenarioError([_problem(item["loc"], item["msg"]) for item in error.errors()]) from None
    problems = [
        f"events[{index}].{mistake}"
        for index, event in enumerate(scenario.events)
        for mistake in _unknown_names(event, gateways, questions)
    ]
    if problems:
        raise ScenarioError(problems)
    return scenario


def _unknown_names(event: AnyEvent, gateways: Sequence[str], questions: Sequence[str]) -> list[str]:
    mistakes: list[str] = []
    if isinstance(event.gateways, tuple):
        known = set(gateways)
        mistakes += [
            f"gateways[{number}]: no gateway is named {name!r}"
            for number, name in enumerate(event.gateways)
            if name not in known
        ]
    question = getattr(event, "question", None)
    if question is not None and question not in questions:
        mistakes.append(f"question: {question!r} is not one of {', '.join(questions)}")
    if isinstance(event, Value) and event.request not in questions:
        mistakes.append(f"request: {event.request!r} is not a configured request")
    return mistakes


def _problem(location: tuple[int | str, ...], message: str) -> str:
    # A tagged union puts the fault's name into the location, where the file has none.
    steps = [step for number, step in enumerate(location) if number != 2 or location[0] != "events"]
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")
    return f"{path or 'the file'}: {message.removeprefix('Value error, ')}"
