"""The health of the cycle and of the program that runs it: for whoever watches the watcher."""

from doge_gui.core.snapshot import Phase
from doge_gui.core.station_facts import StationFacts
from doge_gui.core.statuses import AddressStatus
from doge_gui.core.statuses import Schedule as CoreSchedule
from doge_gui.core.tally import REASONS
from doge_gui.core.tally import Tally as CoreTally
from doge_gui.web.api import shapes_program as shapes
from doge_gui.web.api.asked import AskedNothing
from doge_gui.web.api.sight import Sight, cycle_of

_MOST_LEFT_OUT = 20


def cycle(sight: Sight, _: AskedNothing) -> shapes.CycleHealth:
    """How the watch goes."""
    facts = sight.facts
    return shapes.CycleHealth(
        version=sight.version,
        running_for_s=sight.since(facts.started_at),
        freshness=sight.freshness(),
        cycle=cycle_of(facts.snapshot.facts) if facts.snapshot else None,
        reading_s=facts.cycle_s,
        schedule=_schedule(sight, facts.schedule),
        addresses=_addresses(sight, facts.addresses),
        sound=shapes.Working(ok=facts.sound.ready, detail=facts.sound.detail) if facts.sound else None,
        log=shapes.Working(ok=not facts.log_error, detail=facts.log_error),
        history=_recording(facts),
        disk=_disk(facts),
        configuration_mistakes=len(facts.mistakes),
        tally=_tally(facts.tally),
    )


def _schedule(sight: Sight, told: CoreSchedule | None) -> shapes.Schedule | None:
    if told is None:
        return None
    return shapes.Schedule(
        interval_s=told.interval_s,
        next_in_s=None if told.next_at is None else told.next_at - sight.now,
        running=told.running,
        paused=told.paused,
    )


def _addresses(sight: Sight, told: AddressStatus | None) -> shapes.Addresses | None:
    if told is None:
        return None
    return shapes.Addresses(
        origin=told.origin,
        gateways=told.gateways,
        checked_ago_s=sight.since(told.checked_at),
        error=told.error,
        failing_for_s=sight.since(told.failing_since),
        left_out=len(told.problems),
        first_left_out=tuple(
            shapes.LeftOut(entry=one.entry, what=one.what) for one in told.problems[:_MOST_LEFT_OUT]
        ),
    )


def _recording(facts: StationFacts) -> shapes.Recording:
    newest = recorded = None
    if facts.snapshot is not None and facts.alarms is not None:
        newest = facts.snapshot.facts.number - (facts.snapshot.facts.phase is Phase.READING)
        recorded = facts.alarms.recorded
    return shapes.Recording(
        newest_cycle=newest,
        recorded_cycle=recorded,
        lag_cycles=None if newest is None or recorded is None else max(0, newest - recorded),
        error=facts.record_error,
    )


def _disk(facts: StationFacts) -> shapes.Disk | None:
    disk = facts.disk
    if disk is None:
        return None
    return shapes.Disk(free_bytes=disk.free_bytes, total_bytes=disk.total_bytes, nearly_full=disk.nearly_full)


def _tally(told: CoreTally) -> shapes.Tally:
    failed = dict(zip(REASONS, told.failed_readings, strict=True))
    return shapes.Tally(
        cycles=told.cycles,
        complete=told.complete,
        lost=told.lost,
        back=told.back,
        failed_readings={reason.value: count for reason, count in failed.items()},
    )
