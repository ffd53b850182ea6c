"""Every connection between a session of supervision and the window: facts go down, intents come back."""

from doge_gui.pacer import Pacer
from doge_gui.session import Session
from doge_gui.views.main_window import MainWindow
from doge_gui.views.tray import Tray


def connect(session: Session, window: MainWindow, tray: Tray) -> None:
    """Connect them. What belongs to the session goes with it."""
    session.annunciator.status_changed.connect(tray.show_sound)
    _facts(session, window)
    _alarms(session, window)
    window.poll_now_requested.connect(session.supervision.poll_now)
    window.pause_requested.connect(session.supervision.pause)
    window.disconnect_requested.connect(session.supervision.disconnect_plcs)


def _facts(session: Session, window: MainWindow) -> None:
    supervision, pacer = session.supervision, Pacer(session)
    supervision.snapshot_ready.connect(pacer.take_snapshot)
    supervision.schedule_changed.connect(pacer.take_schedule)
    supervision.addresses_changed.connect(pacer.take_addresses)
    supervision.disconnections_changed.connect(pacer.take_disconnections)
    pacer.disconnections_due.connect(window.show_disconnections)
    pacer.picture_due.connect(window.show_picture)
    pacer.schedule_due.connect(window.show_schedule)
    pacer.addresses_due.connect(window.show_addresses)
    session.mistakes_found.connect(window.show_config_mistakes)
    session.config_taken.connect(window.show_config_ok)
    session.log_changed.connect(window.show_log)


def _alarms(session: Session, window: MainWindow) -> None:
    alarms, sound = session.alarms, session.annunciator
    alarms.changed.connect(window.show_alarms)
    sound.sounding_changed.connect(window.show_sounding)
    sound.status_changed.connect(window.show_sound)
    window.acknowledge_requested.connect(alarms.acknowledge)
    window.reset_requested.connect(alarms.reset)
    window.shelve_requested.connect(alarms.shelve)
    window.unshelve_requested.connect(alarms.unshelve)
    window.out_of_service_requested.connect(alarms.take_out_of_service)
    window.in_service_requested.connect(alarms.put_in_service)
    window.silence_requested.connect(alarms.silence)
    window.mute_requested.connect(alarms.mute)
    window.unmute_requested.connect(alarms.unmute)
    window.sound_test_requested.connect(sound.test)
    window.volume_changed.connect(sound.set_volume)
    window.performance_requested.connect(session.statistics.ask)
    session.statistics.ready.connect(window.measuring.show_performance)
    session.statistics.failed.connect(window.measuring.show_failure)
    window.begin()
