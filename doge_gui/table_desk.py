"""Writes the tables of the screens in a thread of its own: the window goes on, and a long one can be left."""

from PySide6.QtCore import QObject, Signal, Slot

from doge_gui.engine.writing_desk import WritingDesk
from doge_gui.export.files import ExportError
from doge_gui.models.table_order import RowsOrder, write_rows
from doge_gui.models.trend_table import TableOrder, write_trend
from doge_gui.views.main_window import MainWindow


class TableDesk(QObject):
    """Has one table written at a time, in the order of the orders.

    Signals:
        begun(str): the path that is being written.
        progressed(str, int, int): the path, and so many rows of so many.
        done(str): the path that was written.
        given_up(str): the path that was left, as the operator wanted it; no file of it is there.
        failed(str): why a file is not there.
    """

    begun = Signal(str)
    progressed = Signal(str, int, int)
    done = Signal(str)
    given_up = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left, self._path = False, ""
        self._desk = WritingDesk(self._write, (ExportError,), self)
        self._desk.begun.connect(self._on_begun)
        self._desk.done.connect(self.done)
        self._desk.failed.connect(self._on_failed)

    def serve(self, window: MainWindow) -> None:
        """Take the orders of a window, and tell it what becomes of them."""
        window.table_requested.connect(self.order)
        window.past.table_wanted.connect(self.order)
        window.table_cancelled.connect(self.cancel)
        self.begun.connect(window.exports.show_begun)
        self.progressed.connect(window.exports.show_progress)
        self.done.connect(window.exports.show_done)
        self.given_up.connect(window.exports.show_given_up)
        self.failed.connect(window.exports.show_failure)

    @Slot(object)
    def order(self, wanted: RowsOrder | TableOrder) -> None:
        """Have a table written."""
        self._desk.order(wanted)

    @Slot()
    def cancel(self) -> None:
        """Leave the table that is being written."""
        self._left = True

    def stop(self) -> bool:
        """Leave what is being written and what waits; False where that takes too long."""
        return self._desk.stop()

    def _write(self, order: RowsOrder | TableOrder) -> None:
        """Called in the thread. Raises ExportError."""

        def told(rows: int, of: int) -> None:
            self.progressed.emit(order.path, rows, of)

        if isinstance(order, TableOrder):
            write_trend(order, self._stopping, told)
        else:
            write_rows(order, told, self._stopping)

    def _stopping(self) -> bool:
        return self._left or self._desk.stopping

    @Slot(str)
    def _on_begun(self, path: str) -> None:
        self._left, self._path = False, path
        self.begun.emit(path)

    @Slot(str)
    def _on_failed(self, error: str) -> None:
        if self._left:
            self.given_up.emit(self._path)
        else:
            self.failed.emit(error)
