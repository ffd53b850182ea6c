"""A file dropped on the window: read in a thread, recognised, previewed, and used where that is wanted."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from doge_gui import config_file
from doge_gui.core.addresses import Address
from doge_gui.core.config import Config, FileAddresses
from doge_gui.core.config_text import Mistake
from doge_gui.core.differences import config_changes, list_changes
from doge_gui.core.dropped_file import DroppedConfig, DroppedList, as_text, recognise
from doge_gui.models.difference_words import (
    list_rows,
    list_summary,
    mistake_rows,
    option_rows,
    option_summary,
)
from doge_gui.views.drop_preview import DropPreviews, DropTarget

_tr = QCoreApplication.translate
_WAIT_MS = 500


class _Reading(QRunnable):
    """Reads one file; a folder on the network may take its time."""

    def __init__(self, done: SignalInstance) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._done, self.path = done, ""

    def run(self) -> None:
        path = self.path
        try:
            self._done.emit(path, config_file.read(Path(path)), "")
        except config_file.ConfigWriteError as error:
            self._done.emit(path, "", str(error))


class DropDesk(QObject):
    """Takes dropped files. Nothing happens before a person has seen what would change and wants it so.

    Signals: `configuration_wanted(str)` path of a configuration to open; `list_used(str, str)` path of the
    address list that was replaced and of its copy, empty where there was none before; `failed(str)` why it
    was not.
    """

    configuration_wanted = Signal(str)
    list_used = Signal(str, str)
    failed = Signal(str)
    _read = Signal(str, str, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.target, self.previews = DropTarget(window), DropPreviews(window)
        self._config = Config()
        self._path: Path | None = None
        self._addresses: tuple[Address, ...] = ()
        self._dropped: DroppedList | None = None
        self._shown = ""
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._reading = _Reading(self._read)
        self._busy = False
        self.target.dropped.connect(self.take)
        self._read.connect(self._on_read)
        self.previews.accepted.connect(self._on_accepted)

    def set_plant(self, config: Config, path: Path | None) -> None:
        """The configuration in force and its file; None where it is none's, as the example fleet's."""
        self._config, self._path = config, path

    def set_addresses(self, addresses: tuple[Address, ...]) -> None:
        """The address list in force."""
        self._addresses = addresses

    @Slot(str)
    def take(self, path: str) -> None:
        """Read a file and preview it. While one is being read, others are not taken."""
        if not self._busy:
            self._busy, self._reading.path = True, path
            self._pool.start(self._reading)

    def end(self) -> bool:
        """Wait for the thread. False where it hangs at a file."""
        return self._pool.waitForDone(_WAIT_MS)

    @Slot(str, str, str)
    def _on_read(self, path: str, text: str, error: str) -> None:
        self._busy, self._shown, self._dropped = False, path, None
        if error:
            self.previews.show_mistakes(path, mistake_rows((Mistake("", error),)))
            return
        dropped = recognise(path, text, self._config.gateway.port)
        if isinstance(dropped, DroppedList):
            self._dropped = dropped
            self._preview_list(path, dropped)
        elif isinstance(dropped, DroppedConfig):
            changes = config_changes(self._config, dropped.config)
            self.previews.show_configuration(path, option_summary(changes), option_rows(changes))
        else:
            self.previews.show_mistakes(path, mistake_rows(dropped.mistakes))

    def _preview_list(self, path: str, dropped: DroppedList) -> None:
        changes = list_changes(self._addresses, dropped.book)
        file = self._list_file()
        if file is None:
            note = _tr("DropDesk", "The addresses in force come from no file, so that none can be replaced.")
        elif not dropped.book.addresses:
            note = _tr("DropDesk", "No entry of this list can be used.")
        else:
            note = _tr("DropDesk", "It would replace {0}; the old list is kept beside it as {1}.").format(
                file, f"{file.name}.bak"
            )
        usable = file is not None and bool(dropped.book.addresses)
        self.previews.show_list(path, list_summary(changes), note, list_rows(changes), usable)

    def _list_file(self) -> Path | None:
        """The file the addresses come from; None where they come from elsewhere."""
        section = self._config.addresses
        if self._path is None or not isinstance(section, FileAddresses):
            return None
        return self._path.parent / section.path

    @Slot()
    def _on_accepted(self) -> None:
        dropped, file = self._dropped, self._list_file()
        if dropped is None:
            self.configuration_wanted.emit(self._shown)
        elif file is not None:
            try:
                kept = replace_list(file, as_text(dropped, file.suffix.lower() == ".csv"))
            except config_file.ConfigWriteError as error:
                self.failed.emit(str(error))
            else:
                self.list_used.emit(str(file), str(kept) if kept else "")


def replace_list(file: Path, text: str) -> Path | None:
    """Put a text in an address list's place. Returns the copy of the old one, None where there was none.

    Raises ConfigWriteError; the list is as it was then.
    """
    if not file.exists():
        config_file.write(file, text, None)
        return None
    before = config_file.read(file)
    kept = file.with_name(f"{file.name}.bak")
    config_file.write(kept, before, config_file.read(kept) if kept.exists() else None)
    config_file.write(file, text, before)
    return kept
