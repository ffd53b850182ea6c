"""The figure of the simulated fleet: it must not be what a measurement of the program runs into."""

import json
import threading
import time

import psutil

from doge_gui.core.addresses import from_json
from doge_gui.core.questions import reading_questions
from doge_gui.core.replies import GatewayReply
from doge_gui.gateways.client import GatewayClient
from doge_gui.gateways.switchboard import Switchboard
from doge_gui.gateways.talk import Limits
from tests.benchmarks.children import REQUESTS, BenchmarkError, fleet
from tests.benchmarks.figures import Figure

FLEET = 200
SECONDS = 3.0
LIMITS = Limits(deadline_s=10.0, budget_s=60.0)


def answers_per_second() -> list[Figure]:
    """Answers given for each second of one core that the simulator used."""
    questions = reading_questions(REQUESTS)
    client = GatewayClient(Switchboard())
    with fleet(FLEET) as plant:
        addresses = from_json(json.dumps(plant.addresses), 8000).addresses
        failed = 0

        def note(reply: GatewayReply) -> None:
            nonlocal failed
            failed += bool(reply.failures)

        def ask_all() -> None:
            client.read(addresses, questions, LIMITS, note, threading.Event())

        ask_all()
        process = psutil.Process(plant.pid)
        asked, used, began = plant.ledger()["asked"], _cpu_s(process), time.monotonic()
        while time.monotonic() - began < SECONDS:
            ask_all()
        took = time.monotonic() - began
        answers, seconds = plant.ledger()["asked"] - asked, _cpu_s(process) - used
        client.close()
    if failed:
        raise BenchmarkError(f"{failed} replies were not whole")
    raw = {
        "answers": answers,
        "the simulator's processor time": seconds,
        "on the clock": took,
        "answers a second on the clock, as one client asks": answers / took,
    }
    how = f"answers / processor seconds of its process; {FLEET} gateways, connections kept, one client"
    return [
        Figure("simulator: answers per second of one core", answers / seconds, 20_000, "/s", True, how, raw)
    ]


def _cpu_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system
