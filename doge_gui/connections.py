"""Every connection between a session of supervision and the window: facts go down, intents come back."""

from functools import partial

from doge_gui.engine.replay_desk import ReplayDesk
from doge_gui.pacer import Pacer
from doge_gui.session import Session
from doge_gui.views.main_window import MainWindow
from doge_gui.views.replay_screen import ReplayScreen
from doge_gui.views.tray import Tray
from doge_gui.views.trend_screen import TrendScreen


def connect(session: Session, window: MainWindow, tray: Tray) -> Pacer:
    """Connect them. Returns what paces the facts; it goes with the session, or with the window."""
    pacer = Pacer(session)
    session.annunciator.status_changed.connect(tray.show_sound)
    session.annunciator.sounding_changed.connect(tray.show_sounding)
    _facts(session, window, pacer)
    _alarms(session, window)
    _past(session, window)
    window.poll_now_requested.connect(session.supervision.poll_now)
    window.pause_requested.connect(session.supervision.pause)
    window.disconnect_requested.connect(session.supervision.disconnect_plcs)
    return pacer


def _facts(session: Session, window: MainWindow, pacer: Pacer) -> None:
    supervision = session.supervision
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
    session.web_changed.connect(window.web.show_web)
    session.past.ready.connect(window.screen_.plots.show_past)


def _past(session: Session, window: MainWindow) -> None:
    reports = session.reports
    window.past.report_wanted.connect(reports.order)
    reports.begun.connect(window.past.show_report_begun)
    reports.done.connect(window.past.show_report)
    reports.failed.connect(window.past.show_report_failure)
    window.past.replay_wanted.connect(session.replay.open)
    window.past.replay_left.connect(session.replay.close)
    window.trends.connect_by(partial(_trends, session))
    window.replay.connect_by(partial(connect_replay, session.replay))


def _trends(session: Session, screen: TrendScreen) -> None:
    desk = session.trends
    screen.question_wanted.connect(desk.ask)
    screen.cancel_wanted.connect(desk.cancel)
    screen.tags_wanted.connect(desk.ask_tags)
    desk.ready.connect(screen.show_answer)
    desk.marked.connect(screen.show_marks)
    desk.span_known.connect(screen.show_recorded)
    desk.progressed.connect(screen.show_progress)
    desk.failed.connect(screen.show_failure)
    desk.tags_known.connect(screen.show_tags)
    session.alarms.changed.connect(screen.take_report)


def connect_replay(desk: ReplayDesk, screen: ReplayScreen) -> None:
    """What was recorded goes to a screen, the operator's wishes come back."""
    desk.past_known.connect(screen.show_past)
    desk.position_changed.connect(screen.show_position)
    desk.picture_ready.connect(screen.show_picture)
    desk.alarms_ready.connect(screen.show_alarms)
    desk.onsets_known.connect(screen.show_onsets)
    desk.nothing_found.connect(screen.show_nothing_found)
    desk.loading.connect(screen.show_loading)
    desk.failed.connect(screen.show_failure)
    desk.ended.connect(screen.show_ended)
    screen.play_wanted.connect(desk.play)
    screen.pause_wanted.connect(desk.pause)
    screen.speed_chosen.connect(desk.set_speed)
    screen.step_wanted.connect(desk.step)
    screen.seek_wanted.connect(desk.seek)
    screen.next_alarm_wanted.connect(desk.next_alarm)
    screen.previous_alarm_wanted.connect(desk.previous_alarm)
    screen.sound_toggled.connect(desk.set_sound)


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
