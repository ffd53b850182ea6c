"""The window's language as a report speaks it."""

from PySide6.QtCore import QCoreApplication

from doge_gui.core.reporting.tongue import Tongue
from doge_gui.models.alarm_words import message
from doge_gui.models.phrasebook import told
from doge_gui.models.writing import notation


def report_tongue() -> Tongue:
    """The language in force now. Its functions may be called in any thread."""
    here = notation()
    return Tongue(here.language, here, QCoreApplication.translate, told, message)
