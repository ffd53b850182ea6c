"""A first configuration: what the assistant was told, and the two files that say the same."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from doge_gui.core.addresses import Address
from doge_gui.core.questions import COMPTEUR_BILLE, REQUEST_NAME, RESERVED_NAMES, reading_questions

CONFIG_NAME, LIST_NAME = "configDoge.json", "ip_addresses.json"
DEFAULT_PORT = 8000
MOST_REQUESTS = 64
SHORTEST_S, USUAL_S, LONGEST_S = 1, 60, 86_400
"""Seconds from the start of a cycle to the next one's."""


@dataclass(frozen=True, slots=True)
class FirstPlan:
    """What is to be watched, and how."""

    gateways: tuple[Address, ...]
    interval_s: int = USUAL_S
    requests: tuple[str, ...] = ()
    """Questions beyond the plant's own, without a threshold."""
    write_totals: bool = False
    """Write the complete marble totals into every PLC, each cycle."""
    folder: str = ""
    """Where the two files go."""

    @property
    def questions(self) -> tuple[str, ...]:
        """Paths asked of each gateway in each cycle, all of them only read."""
        return tuple(question.path for question in reading_questions(self.requests))

    @property
    def written(self) -> str:
        """Path by which totals are written; empty where they are not."""
        return f"{COMPTEUR_BILLE}/{{circuit}}/{{total}}" if self.write_totals else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder for the two files, and the names that are free in it."""

    folder: str
    config_name: str = CONFIG_NAME
    list_name: str = LIST_NAME
    trouble: str = ""
    """Why nothing can be written there; empty where it can."""

    @property
    def renamed(self) -> bool:
        """Files with the usual names are there already, and stay as they are."""
        return (self.config_name, self.list_name) != (CONFIG_NAME, LIST_NAME)


def request_names(text: str) -> tuple[str, ...]:
    """The names between commas or spaces, each once."""
    return tuple(dict.fromkeys(re.split(r"[\s,;]+", text.strip(" ,;")) if text.strip(" ,;") else ()))


def wrong_requests(names: Sequence[str]) -> tuple[str, ...]:
    """Those that cannot be asked: not a request's name, the gateway's own question, or beyond the most."""
    fits = [REQUEST_NAME.fullmatch(name) and name not in RESERVED_NAMES for name in names]
    wrong = [name for name, fit in zip(names, fits, strict=True) if not fit]
    return (*wrong, *names[MOST_REQUESTS:])


def config_text(plan: FirstPlan, list_name: str) -> str:
    """The configuration file of a plan; `list_name` is the address list beside it."""
    document = {
        "job": {
            "interval_minutes": round(plan.interval_s / 60, 9),
            "write_totals": plan.write_totals,
            "disconnect_each_cycle": False,
        },
        "requests": [{"name": name, "label": name.capitalize()[:40]} for name in plan.requests],
        "addresses": {"source": "file", "path": list_name},
        "gateway": {"port": DEFAULT_PORT},
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def list_text(plan: FirstPlan) -> str:
    """The address list of a plan; the port is told only where it is not the usual one."""
    document = {one.plc: {"API": one.plc, "RASP_catch": _where(one)} for one in plan.gateways}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _where(address: Address) -> str:
    return address.host if address.port == DEFAULT_PORT else address.netloc
