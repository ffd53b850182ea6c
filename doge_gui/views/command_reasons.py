"""Why an action of the menus cannot be taken now."""

from PySide6.QtCore import QCoreApplication

_tr = QCoreApplication.translate


def why_not(name: str) -> str:
    """In a few words, for the action of this name in `Menus`; in general words for any other."""
    alarms = _tr("Commands", "no alarm it could act on")
    reasons = {
        "force": _tr("Commands", "no PLC is selected"),
        "find": _tr("Commands", "nothing to filter in sight"),
        "silence": _tr("Commands", "nothing sounds"),
        "mute": _tr("Commands", "muted already"),
        "unmute": _tr("Commands", "not muted"),
        "export_alarms": _tr("Commands", "only on the alarm screen"),
        "acknowledge_worst": _tr("Commands", "every alarm is acknowledged"),
        "jump": _tr("Commands", "no alarm is selected"),
    }
    reasons |= dict.fromkeys(
        ("acknowledge", "reset_alarms", "shelve", "unshelve", "out_of_service", "in_service"), alarms
    )
    return reasons.get(name, _tr("Commands", "not possible now"))
