"""When the history is asked for curves, and what is known of the question under way."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from doge_gui.core.recording.curves import TrendQuestion

DEBOUNCE_MS = 120
"""A view that is being moved is asked for when it rests so long."""
PATIENCE_MS = 300
"""Loading that takes longer shows how far it is."""


class TrendAsking(QObject):
    """One question at a time is under way; another view replaces it, a mere refresh waits for it.

    Signals: `due()` ask now; `question_wanted(object)` TrendQuestion; `cancel_wanted()`;
    `progress_changed(int, int)` so many curves of so many, (0, 0) when there is nothing to show.
    """

    due = Signal()
    question_wanted = Signal(object)
    cancel_wanted = Signal()
    progress_changed = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._soon, self._patience = QTimer(self), QTimer(self)
        for timer, wait_ms, slot in (
            (self._soon, DEBOUNCE_MS, self.due),
            (self._patience, PATIENCE_MS, self._on_slow),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait_ms)
            timer.timeout.connect(slot)
        self._under_way: TrendQuestion | None = None
        self._last: TrendQuestion | None = None
        self._again = False
        self._progress = (0, 0)

    @property
    def busy(self) -> bool:
        """A question is under way."""
        return self._under_way is not None

    @property
    def settling(self) -> bool:
        """Another view was chosen a moment ago."""
        return self._soon.isActive()

    def soon(self) -> None:
        """Another view: ask when it rests."""
        self._soon.start()

    def refresh(self) -> None:
        """The same view with newer values: ask now, or as soon as the question under way is answered."""
        if self._soon.isActive():
            return
        if self.busy:
            self._again = True
        else:
            self.due.emit()

    def ask(self, question: TrendQuestion) -> None:
        """Put a question, in place of the one under way."""
        self._soon.stop()
        self._again = False
        self._under_way = self._last = question
        self._progress = (0, len(question.tags))
        self._patience.start()
        self.question_wanted.emit(question)

    def answered(self, question: TrendQuestion) -> bool:
        """Whether this is the question whose answer is awaited; then it is under way no more."""
        if question != self._under_way:
            return False
        again = self._again
        self._end()
        if again:
            self.refresh()
        return True

    def belongs(self, question: TrendQuestion) -> bool:
        """Whether this is the newest question, answered or not."""
        return question == self._last

    def failed(self) -> None:
        """The question under way has no answer."""
        self._end()

    @Slot()
    def cancel(self) -> None:
        """Leave the question under way; its answer so far is still taken."""
        if self.busy:
            self._soon.stop()
            self._patience.stop()
            self.progress_changed.emit(0, 0)
            self.cancel_wanted.emit()

    @Slot(int, int)
    def show_progress(self, done: int, of: int) -> None:
        """So many curves are finished."""
        if self.busy:
            self._progress = (done, of)
            if not self._patience.isActive():
                self.progress_changed.emit(done, of)

    def _end(self) -> None:
        self._under_way, self._again = None, False
        self._patience.stop()
        self.progress_changed.emit(0, 0)

    @Slot()
    def _on_slow(self) -> None:
        if self.busy:
            self.progress_changed.emit(*self._progress)
