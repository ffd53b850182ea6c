"""The window as a wall display: it fills one screen, and nobody leaves it by accident."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCursor, QGuiApplication, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox

LEAVE_KEYS = "Ctrl+Shift+Q"
_IDLE_MS, _LOOK_MS = 5000, 250
_SETTLE_MS = 500


def screen_of(wanted: str, screens: Sequence[QScreen]) -> QScreen | None:
    """The screen of this name, or of this number counted from 1; None where it is not there."""
    for screen in screens:
        if screen.name().casefold() == wanted.strip().casefold():
            return screen
    number = int(wanted) if wanted.strip().isdecimal() else 0
    return screens[number - 1] if 1 <= number <= len(screens) else None


class Kiosk(QObject):
    """Full screen, without menus, deaf to the closing that a window manager asks for.

    Signals:
        entered(): the window fills its screen; the screen saver shall be kept off.
        left(): the operator has confirmed that he leaves; the window is as it was before.
    """

    entered = Signal()
    left = Signal()

    def __init__(
        self,
        window: QMainWindow,
        screen: str = "",
        leading_out: Sequence[QAction] = (),
        others: Sequence[QAction] = (),
    ) -> None:
        """`screen`: a name, a number from 1 on, or nothing for the first one.

        `leading_out` are the actions that leave the window or end the program: they are disabled. `others`
        keep their shortcuts though the menu bar is hidden.
        """
        super().__init__(window)
        self._window, self.wanted = window, screen
        self._out, self._others = tuple(leading_out), tuple(others)
        self._enabled_before: tuple[bool, ...] = ()
        self.active = False
        self._question: QMessageBox | None = None
        self._leave = QShortcut(QKeySequence(LEAVE_KEYS), window)
        self._leave.setEnabled(False)
        self._leave.activated.connect(self._on_leave_wanted)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._place)
        self._pointer = _Pointer(self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_screens_changed)
            application.screenRemoved.connect(self._on_screens_changed)

    @Slot()
    def enter(self) -> None:
        """Fill the screen."""
        if self.active:
            return
        self.active = True
        self._enabled_before = tuple(action.isEnabled() for action in self._out)
        for action in self._out:
            action.setEnabled(False)
        self._window.addActions(list(self._others))
        self._window.menuBar().hide()
        self._window.installEventFilter(self)
        self._leave.setEnabled(True)
        self._pointer.begin()
        self._place()
        self.entered.emit()

    @Slot()
    def leave(self) -> None:
        """Give the window back; asks nobody."""
        if not self.active:
            return
        self.active = False
        self._window.removeEventFilter(self)
        self._settle.stop()
        self._pointer.end()
        self._leave.setEnabled(False)
        for action in self._others:
            self._window.removeAction(action)
        for action, enabled in zip(self._out, self._enabled_before, strict=True):
            action.setEnabled(enabled)
        self._window.menuBar().show()
        self._window.showNormal()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let no closing through that comes from outside, and come back from every other state."""
        if event.type() == QEvent.Type.Close and event.spontaneous():
            event.ignore()
            return True
        if event.type() == QEvent.Type.WindowStateChange and not self._window.isFullScreen():
            self._settle.start(_SETTLE_MS)
        return super().eventFilter(watched, event)

    @Slot()
    def _on_screens_changed(self) -> None:
        if self.active:
            # The desktop moves windows itself first.
            self._settle.start(_SETTLE_MS)

    @Slot()
    def _place(self) -> None:
        """Fill the screen that is wanted, or the first one while that is away."""
        if not self.active:
            return
        screen = screen_of(self.wanted, QGuiApplication.screens()) or QGuiApplication.primaryScreen()
        handle = self._window.windowHandle()
        if handle is not None and handle.screen() is not screen:
            handle.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()

    @Slot()
    def _on_leave_wanted(self) -> None:
        if self._question is None:
            self._question = _leave_question(self._window, self.tr("&Leave"), self.tr("&Stay"))
            self._question.setText(self.tr("Leave the full screen display?"))
            self._question.setInformativeText(
                self.tr("The watch goes on; the menus and the window's frame come back.")
            )
            self._question.finished.connect(self._on_answered)
        self._question.open()

    @Slot(int)
    def _on_answered(self, _result: int) -> None:
        question, self._question = self._question, None
        if question is None:
            return
        confirmed = question.buttonRole(question.clickedButton()) is QMessageBox.ButtonRole.DestructiveRole
        question.deleteLater()
        if confirmed:
            self.leave()


def _leave_question(window: QMainWindow, leave: str, stay: str) -> QMessageBox:
    question = QMessageBox(window)
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setWindowTitle(window.windowTitle())
    question.addButton(leave, QMessageBox.ButtonRole.DestructiveRole)
    kept = question.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    question.setDefaultButton(kept)
    question.setEscapeButton(kept)
    return question


class _Pointer(QObject):
    """Hides the mouse's pointer while nobody moves it. Looking now and then costs less than listening."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._at, self._still_ms, self._hidden = QPoint(), 0, False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_look)

    def begin(self) -> None:
        """Look from now on."""
        self._still_ms = 0
        self._timer.start(_LOOK_MS)

    def end(self) -> None:
        """Show it, and look no more."""
        self._timer.stop()
        self._show()

    @Slot()
    def _on_look(self) -> None:
        at = QCursor.pos()
        moved, self._at = at != self._at, at
        self._still_ms = 0 if moved else self._still_ms + _LOOK_MS
        if moved:
            self._show()
        elif self._still_ms >= _IDLE_MS and not self._hidden:
            self._hidden = True
            QApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)

    def _show(self) -> None:
        if self._hidden:
            self._hidden = False
            QApplication.restoreOverrideCursor()
