"""The settings screen and the configuration's file: opens one on the other, and writes what is saved."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from doge_gui import config_file
from doge_gui.core.program_options import ProgramOptions
from doge_gui.views.theme import Theme

_NOTHING = "{}"

if TYPE_CHECKING:
    from doge_gui.views.settings.dialog import SettingsDialog


class SettingsDesk(QObject):
    """Holds the settings screen while it is open.

    Signals: `program_changed(ProgramOptions)` chosen anew; `refused(str)` the file cannot be read, so that
    nothing was opened.
    """

    program_changed = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: SettingsDialog | None = None

    def open(
        self,
        path: Path | None,
        program: ProgramOptions,
        theme: Theme,
        window: QWidget | None,
        without: frozenset[str] = frozenset(),
        option: str = "",
    ) -> None:
        """Open the screen on a file, or bring it to the front where it is open.

        `path`: None where there is no configuration, so that only the program itself has settings;
        `without`: names of ProgramOptions' fields that make no sense here; `option`: path of the option to
        begin at.
        """
        if self.dialog is not None and self.dialog.path != str(path or "") and not self.unsaved:
            # Another plant's, or none's; with changes in it, it is not given up.
            self.close()
        if self.dialog is None:
            try:
                text = config_file.read(path) if path is not None else _NOTHING
            except config_file.ConfigWriteError as error:
                self.refused.emit(str(error))
                return
            # Seldom wanted: the start does not wait for it.
            from doge_gui.views.settings.dialog import SettingsDialog

            self.dialog = SettingsDialog(str(path or ""), text, program, theme, window, without)
            self.dialog.save_wanted.connect(self._on_save_wanted)
            self.dialog.program_changed.connect(self.program_changed)
            self.dialog.finished.connect(self._on_finished)
        self.to_front()
        self.dialog.go_to(option)

    @property
    def unsaved(self) -> bool:
        """Something was changed on the screen and not saved."""
        return self.dialog is not None and self.dialog.unsaved

    def to_front(self) -> None:
        """Show the screen over all others, where it is open."""
        if self.dialog is not None:
            self.dialog.show()
            self.dialog.raise_()
            self.dialog.activateWindow()

    @Slot()
    def look_again(self) -> None:
        """The file may have changed: the screen shows what it says now, or asks."""
        if self.dialog is None or not self.dialog.path:
            return
        try:
            self.dialog.show_changed(config_file.read(Path(self.dialog.path)))
        except config_file.ConfigWriteError as error:
            self.dialog.show_failure(str(error))

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    def close(self) -> None:
        """Close the screen without a question; what was not saved is lost."""
        if self.dialog is not None:
            self.dialog.discard()

    @Slot(str)
    def _on_save_wanted(self, text: str) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        try:
            config_file.write(Path(dialog.path), text, dialog.expected)
        except config_file.ConfigChangedError as error:
            dialog.show_changed(error.found)
        except config_file.ConfigWriteError as error:
            dialog.show_failure(str(error))
        else:
            dialog.show_saved()

    @Slot()
    def _on_finished(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
