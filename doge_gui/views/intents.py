"""What an operator can want of the program: the one door through which it leaves the window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow


class Intents(QMainWindow):
    """A window that tells what the operator wants.

    Signals: `poll_now_requested()`; `pause_requested(bool)` True to pause, False to resume;
    `disconnect_requested(tuple)` PLC names, confirmed by the operator; `open_configuration_requested(str)`
    path; `closing()` before the window closes.

    Of alarms, by tuples of ids: `acknowledge_requested(tuple, str)` with a comment; `reset_requested(tuple)`;
    `shelve_requested(tuple, float, str)` for seconds, with a reason; `unshelve_requested(tuple)`;
    `out_of_service_requested(tuple, str)` with a reason; `in_service_requested(tuple)`.

    Of sound: `silence_requested()`; `mute_requested(float)` seconds; `unmute_requested()`;
    `sound_test_requested(int)` a Priority; `volume_changed(int)` percent.

    Of the program: `settings_requested()`; `assistant_requested()` to set up gateways; `language_chosen(str)`
    system, en or fr; `diagnostics_requested(str)` the archive's path. For what stands beside the window:
    `condition_changed(object)` the Condition, `alarms_digested(object)` the AlarmDigest that it shows.

    Of tables: `table_requested(object)` RowsOrder of one that is to become a file; `table_cancelled()`.
    Of the web view: `web_requested(str)` its address, to be opened in a browser.

    Of the alarms' performance: `performance_requested(float)` over the last so many seconds.
    """

    poll_now_requested = Signal()
    pause_requested = Signal(bool)
    disconnect_requested = Signal(tuple)
    open_configuration_requested = Signal(str)
    closing = Signal()
    acknowledge_requested = Signal(tuple, str)
    reset_requested = Signal(tuple)
    shelve_requested = Signal(tuple, float, str)
    unshelve_requested = Signal(tuple)
    out_of_service_requested = Signal(tuple, str)
    in_service_requested = Signal(tuple)
    silence_requested = Signal()
    mute_requested = Signal(float)
    unmute_requested = Signal()
    sound_test_requested = Signal(int)
    volume_changed = Signal(int)
    performance_requested = Signal(float)
    settings_requested = Signal()
    assistant_requested = Signal()
    language_chosen = Signal(str)
    diagnostics_requested = Signal(str)
    condition_changed = Signal(object)
    alarms_digested = Signal(object)
    table_requested = Signal(object)
    table_cancelled = Signal()
    web_requested = Signal(str)
