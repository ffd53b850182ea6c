"""The parts of the program that can fail by themselves, and how each is judged."""

from dataclasses import dataclass

from doge_gui.core.config_text import Mistake
from doge_gui.core.phrase import phrase
from doge_gui.core.station_facts import StationFacts, freshness
from doge_gui.web.topics.severity import Severity

_MOST_NOTES = 20
_LAG_CYCLES = 2
"""So many cycles may be on their way to the disk."""
_GOOD, _OFF, _WAITING = phrase("web", "Good"), phrase("web", "Not in use"), phrase("web", "Waiting")
_TROUBLE = phrase("web", "Trouble")


@dataclass(frozen=True, slots=True)
class Part:
    """One part and its judgement; every text in English."""

    key: str
    title: str
    severity: Severity
    word: str
    text: str = ""
    """May have places, which `filled` fills."""
    filled: tuple[str, ...] = ()
    figure: float | None = None
    form: str = ""
    notes: tuple[str | Mistake, ...] = ()


def cycle_age(facts: StationFacts, now: float) -> Part:
    """Whether the newest answers tell the present."""
    fresh, title = freshness(facts, now), phrase("web", "Newest answers")
    if fresh.paused:
        text = phrase("web", "Polling is paused at the desk.")
        return Part("age", title, Severity.LOW, phrase("web", "Paused"), text, (), fresh.age_s, "age")
    if fresh.age_s is None:
        return Part("age", title, Severity.LOW, _WAITING, phrase("web", "No cycle has ended yet."))
    if not fresh.fresh:
        text = phrase("web", "Nothing new came for too long: what is shown is old.")
        return Part("age", title, Severity.HIGH, phrase("web", "Old"), text, (), fresh.age_s, "age")
    return Part("age", title, Severity.NORMAL, phrase("web", "Fresh"), figure=fresh.age_s, form="age")


def cycle_time(facts: StationFacts) -> Part:
    """How long the readings of a cycle take, against its interval."""
    title = phrase("web", "Duration of a cycle")
    if facts.cycle_s is None or facts.schedule is None:
        return Part("duration", title, Severity.NORMAL, _WAITING)
    interval_s = facts.schedule.interval_s
    text, filled = phrase("web", "A cycle is due every {0} s."), (f"{interval_s:g}",)
    if facts.cycle_s > interval_s:
        word = phrase("web", "Too long")
        return Part("duration", title, Severity.MEDIUM, word, text, filled, facts.cycle_s, "span")
    return Part("duration", title, Severity.NORMAL, _GOOD, text, filled, facts.cycle_s, "span")


def overruns(facts: StationFacts) -> Part:
    """Cycles that were skipped since the start."""
    title, schedule = phrase("web", "Skipped cycles"), facts.schedule
    skipped = schedule.skipped if schedule else 0
    if not skipped:
        return Part("overruns", title, Severity.NORMAL, phrase("web", "None"), figure=0, form="count")
    text = phrase("web", "Since the start, because the cycle before took too long.")
    return Part("overruns", title, Severity.LOW, phrase("web", "Overrun"), text, (), skipped, "count")


def history(facts: StationFacts) -> Part:
    """How far the history is behind."""
    title, report = phrase("web", "History"), facts.alarms
    if facts.record_error:
        return Part("history", title, Severity.MEDIUM, _TROUBLE, notes=(facts.record_error,))
    if facts.snapshot is None or report is None:
        return Part("history", title, Severity.NORMAL, _WAITING)
    if not report.recorded:
        text = phrase("web", "No cycle of this run is recorded yet.")
        return Part("history", title, Severity.LOW, _WAITING, text)
    # The cycle under way is not to be recorded yet.
    lag = max(0, report.cycle - report.recorded)
    if lag > _LAG_CYCLES:
        text = phrase("web", "Cycles that are not recorded yet.")
        return Part("history", title, Severity.MEDIUM, phrase("web", "Behind"), text, (), lag, "count")
    return Part("history", title, Severity.NORMAL, phrase("web", "Recording"))


def addresses(facts: StationFacts, now: float) -> Part:
    """The list of gateways: where it comes from and how good it is."""
    title, status = phrase("web", "Address list"), facts.addresses
    if status is None:
        return Part("addresses", title, Severity.LOW, _WAITING)
    notes = tuple(f"{problem.entry}: {problem.what}" for problem in status.problems[:_MOST_NOTES])
    text = phrase("web", "{0}, gateways: {1}")
    filled = (status.origin, str(status.gateways))
    age_s = None if status.checked_at is None else max(0.0, now - status.checked_at)
    if status.error:
        notes = (status.error, *notes)
        return Part("addresses", title, Severity.MEDIUM, _TROUBLE, text, filled, age_s, "age", notes)
    if notes:
        word = phrase("web", "Entries left out")
        return Part("addresses", title, Severity.LOW, word, text, filled, age_s, "age", notes)
    return Part("addresses", title, Severity.NORMAL, _GOOD, text, filled, age_s, "age")


def sound(facts: StationFacts) -> Part:
    """Whether an alarm could be heard."""
    title, status = phrase("web", "Sound"), facts.sound
    if status is None:
        text = phrase("web", "Without a window nothing is to be heard.")
        return Part("sound", title, Severity.NORMAL, _OFF, text)
    if status.ready:
        return Part("sound", title, Severity.NORMAL, phrase("web", "Ready"))
    text = phrase("web", "Alarms are shown, but cannot be heard.")
    notes = (status.detail,) if status.detail else ()
    return Part("sound", title, Severity.LOW, phrase("web", "Lost"), text, notes=notes)


def log(facts: StationFacts) -> Part:
    """Whether the log reaches its file."""
    title = phrase("web", "Log")
    if facts.log_error:
        return Part("log", title, Severity.LOW, _TROUBLE, notes=(facts.log_error,))
    return Part("log", title, Severity.NORMAL, _GOOD)


def disk(facts: StationFacts) -> Part:
    """Room where the program records."""
    title, status = phrase("web", "Free on the disk"), facts.alarms.disk if facts.alarms else None
    if status is None:
        return Part("disk", title, Severity.NORMAL, _WAITING)
    if status.nearly_full:
        severity, word = Severity.MEDIUM, phrase("web", "Nearly full")
    elif status.filling:
        severity, word = Severity.LOW, phrase("web", "Filling")
    else:
        severity, word = Severity.NORMAL, _GOOD
    return Part("disk", title, severity, word, "", (), status.free_bytes, "bytes", (status.folder,))


def configuration(facts: StationFacts) -> Part:
    """Whether the configuration as it stands is in force."""
    title = phrase("web", "Configuration")
    if not facts.mistakes:
        return Part("configuration", title, Severity.NORMAL, phrase("web", "In force"))
    text = phrase("web", "It has mistakes and was refused; the last good one is in force.")
    notes = facts.mistakes[:_MOST_NOTES]
    return Part("configuration", title, Severity.MEDIUM, phrase("web", "Refused"), text, notes=notes)
