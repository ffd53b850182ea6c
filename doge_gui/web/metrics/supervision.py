"""The metrics of the supervision itself: its cycles, its alarms, and what it needs to do its work."""

from collections import Counter
from collections.abc import Iterator

from prometheus_client import Metric

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.core.snapshot import Phase
from doge_gui.core.station_facts import Freshness, StationFacts
from doge_gui.core.statuses import AddressStatus
from doge_gui.core.tally import REASONS, Tally
from doge_gui.web.metrics.families import counter, counters, gauge, gauges, histogram

_NO_REPORT = AlarmReport()


def cycle_families(facts: StationFacts, freshness: Freshness) -> Iterator[Metric]:
    """Whether the plant is watched, and how long that takes."""
    schedule = facts.schedule
    yield gauge("cycle_age_seconds", "Time since every gateway had been asked.", freshness.age_s)
    yield gauge(
        "cycle_allowed_age_seconds",
        "The greatest age at which a cycle still tells the present.",
        freshness.allowed_s,
    )
    yield gauge("cycle_fresh", "Whether the newest cycle tells the present.", freshness.fresh)
    yield gauge("cycle_last_duration_seconds", "Time that the newest cycle took to read.", facts.cycle_s)
    interval = schedule.interval_s if schedule else None
    yield gauge("cycle_interval_seconds", "Time from one start of a cycle to the next.", interval)
    yield gauge("paused", "Whether an operator paused the supervision.", freshness.paused)
    skipped = schedule.skipped if schedule else 0
    yield counter("cycles_skipped", "Cycles left out because the one before overran.", skipped)
    yield from _counted(facts.tally)


def _counted(tally: Tally) -> Iterator[Metric]:
    yield counter("cycles", "Cycles that ended.", tally.cycles)
    yield counter("cycles_complete", "Cycles that counted the marbles of every gateway.", tally.complete)
    yield counter("gateways_written", "Gateways that took a cycle's three totals.", tally.written)
    yield counter("gateways_lost", "Times a gateway stopped answering.", tally.lost)
    yield counter("gateways_back", "Times a gateway answered again.", tally.back)
    reasons = [reason.name.lower() for reason in REASONS]
    yield counters(
        "failed_questions",
        "Questions without a good answer, by reason.",
        "reason",
        zip(reasons, tally.failed_readings, strict=True),
    )
    yield counters(
        "failed_acts",
        "Gateways to which a cycle's totals or disconnection could not be sent, by the first reason.",
        "reason",
        zip(reasons, tally.failed_acts, strict=True),
    )
    yield histogram(
        "answer_latency_seconds", "Mean time of a gateway's answers, once per cycle.", tally.latencies
    )
    yield histogram("cycle_duration_seconds", "Time that a whole cycle took.", tally.durations)


def alarm_families(facts: StationFacts) -> Iterator[Metric]:
    """Every combination of priority and state has a sample, also where it is zero."""
    report = facts.alarms or _NO_REPORT
    standing = report.book.standing()
    shown = Counter((alarm.priority, alarm.state) for alarm in standing if not alarm.masked)
    yield gauges(
        "alarms",
        "Alarms that stand and are not masked.",
        ["priority", "state"],
        [
            ((priority.name.lower(), state.value), shown[priority, state])
            for priority in reversed(Priority)
            for state in AlarmState
            if state is not AlarmState.NORMAL
        ],
    )
    masks = Counter(_mask(alarm) for alarm in standing if alarm.masked)
    yield gauges(
        "alarms_masked",
        "Alarms that stand and are hidden, by what hides them.",
        ["mask"],
        [((mask,), masks[mask]) for mask in ("out_of_service", "shelved", "suppressed")],
    )
    yield gauge("alarms_raised_recently", "Alarms raised within the last ten minutes.", report.raised)
    yield gauge("alarm_flood", "Whether more than ten were.", report.flood)
    yield gauge("history_lag_cycles", "Cycles that were read and are not recorded yet.", _lag(facts))


def _mask(alarm: Alarm) -> str:
    if alarm.out_of_service:
        return "out_of_service"
    return "shelved" if alarm.shelved else "suppressed"


def _lag(facts: StationFacts) -> int | None:
    if facts.snapshot is None or facts.alarms is None:
        return None
    cycle = facts.snapshot.facts
    read = cycle.number - (cycle.phase is Phase.READING)
    return max(0, read - facts.alarms.recorded)


def condition_families(facts: StationFacts, now: float, clients: int) -> Iterator[Metric]:
    """Disk, sound, log, address list; `now` is monotonic seconds."""
    disk, sound = facts.disk, facts.sound
    yield gauge("disk_free_bytes", "Room left where it records.", disk.free_bytes if disk else None)
    yield gauge("disk_size_bytes", "Size of that disk.", disk.total_bytes if disk else None)
    yield gauge(
        "sound_ready",
        "Whether an alarm could be heard; absent without a window.",
        sound.ready if sound else None,
    )
    yield gauge(
        "record_ok",
        "Whether alarms and readings can be recorded.",
        not facts.record_error if facts.alarms else None,
    )
    yield from _addresses(facts.addresses, now)
    yield gauge("log_ok", "Whether the log reaches its file.", not facts.log_error)
    yield gauge(
        "configuration_ok",
        "Whether the newest configuration is in force; otherwise the last good one is.",
        not facts.mistakes,
    )
    yield gauge("web_clients", "Browsers that are told of every change.", clients)
    yield gauge("uptime_seconds", "Time since the supervision began.", max(0.0, now - facts.started_at))
    yield gauge("example_fleet", "Whether the fleet is simulated.", facts.example)


def _addresses(status: AddressStatus | None, now: float) -> Iterator[Metric]:
    checked = status.checked_at if status else None
    yield gauge(
        "address_list_ok",
        "Whether the address list can be read; otherwise the last good one is in force.",
        not status.error if status else None,
    )
    yield gauge(
        "address_list_age_seconds",
        "Time since the address list was last read well.",
        None if checked is None else max(0.0, now - checked),
    )
    yield gauge(
        "address_list_gateways", "Gateways of the list in force.", status.gateways if status else None
    )
    yield gauge(
        "address_list_left_out_entries",
        "Entries of the list that cannot be used.",
        len(status.problems) if status else None,
    )
