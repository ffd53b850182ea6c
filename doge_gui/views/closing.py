"""What closing the window means: the end of the watch, or that it goes on in the tray. Asked once."""

from enum import Enum
from html import escape

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QCheckBox, QMessageBox, QPushButton, QWidget

from doge_gui.views.theme import Settings
from doge_gui.views.tray import Tray

KEY = "closing"


class OnClosing(Enum):
    """What the operator chose; the value is what the settings hold."""

    ASK = "ask"
    KEEP = "keep"
    """The window goes, the watch goes on in the tray."""
    QUIT = "quit"


def stored_choice(settings: Settings) -> OnClosing:
    """The remembered choice; to ask where there is none."""
    known = {choice.value: choice for choice in OnClosing}
    return known.get(str(settings.value(KEY)), OnClosing.ASK)


class Closing(QObject):
    """Decides on each closing of the window.

    Signals:
        quit_decided(): the program shall end. Not told when `decide` itself says so.
    """

    quit_decided = Signal()

    def __init__(self, window: QWidget, settings: Settings, tray: Tray) -> None:
        super().__init__(window)
        self._window, self._settings, self._tray = window, settings, tray
        self._question: _Question | None = None
        self._quitting = self._told = False

    def decide(self, event: QCloseEvent) -> bool:
        """True: the program ends now. False: the event is ignored, the window hidden, or a question stands.

        Without a tray there would be no way back to a hidden window, so closing ends the program. Closings
        that no person asked for (the end of the session, the program's own) end it as well.
        """
        if self._quitting or not self._tray.available or not event.spontaneous():
            event.accept()
            return True
        choice = stored_choice(self._settings)
        if choice is OnClosing.QUIT:
            event.accept()
            return True
        event.ignore()
        if choice is OnClosing.KEEP:
            self.keep()
        else:
            self._ask()
        return False

    def keep(self) -> None:
        """Hide the window; said once in a run, so that nobody believes the watch has ended."""
        self._window.hide()
        if not self._told:
            self._told = True
            title, text = self.tr("WatchDoge goes on watching"), self.tr("The window is behind this icon.")
            self._tray.say_once(title, text)

    def quit(self) -> None:
        """Whatever is remembered: the next closing ends the program (File > Quit, the tray's Quit)."""
        self._quitting = True

    def _ask(self) -> None:
        if self._question is None:
            self._question = _Question(self._window)
            self._question.finished.connect(self._on_answered)
        self._question.open()

    @Slot()
    def _on_answered(self) -> None:
        question = self._question
        if question is None:
            return
        self._question = None
        choice = question.choice
        if choice is not None and question.remember.isChecked():
            self._settings.setValue(KEY, choice.value)
        question.deleteLater()
        if choice is OnClosing.KEEP:
            self.keep()
        elif choice is OnClosing.QUIT:
            self.quit()
            self.quit_decided.emit()


class _Question(QMessageBox):
    """Keep watching, quit, or neither."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        # Without its coloured icon: colour is for what is abnormal.
        self.setIcon(QMessageBox.Icon.NoIcon)
        self.setWindowTitle(self.tr("Close the window"))
        self.setText(escape(self.tr("Shall WatchDoge go on watching the plant?")))
        self.setInformativeText(
            escape(
                self.tr(
                    "In the tray it goes on asking the gateways, and alarms are heard. Quitting ends that."
                )
            )
        )
        keep, quit_, role = self.tr("&Keep watching"), self.tr("&Quit"), QMessageBox.ButtonRole
        self.keep: QPushButton = self.addButton(keep, role.AcceptRole)
        self.quit: QPushButton = self.addButton(quit_, role.DestructiveRole)
        self.cancel: QPushButton = self.addButton(self.tr("&Cancel"), role.RejectRole)
        self.keep.setToolTip(self.tr("Hide the window; the tray's icon brings it back"))
        self.quit.setToolTip(self.tr("End the program; nothing watches the plant then"))
        self.cancel.setToolTip(self.tr("Leave the window open"))
        self.setDefaultButton(self.keep)
        self.setEscapeButton(self.cancel)
        self.remember = QCheckBox(self.tr("&Remember this; it can be changed in the settings"))
        self.remember.setChecked(True)
        self.setCheckBox(self.remember)

    @property
    def choice(self) -> OnClosing | None:
        """What was answered; None for neither."""
        clicked = self.clickedButton()
        if clicked is self.keep:
            return OnClosing.KEEP
        return OnClosing.QUIT if clicked is self.quit else None
