"""A field for the name of a file, with the way to choose one."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QPushButton

from doge_gui.core.settings.options import Option
from doge_gui.models.settings_words import Words
from doge_gui.views.settings.fields import LineField


class FileField(LineField):
    """The name of a file, relative to the configuration's folder where it lies there."""

    def __init__(self, option: Option, words: Words, folder: str) -> None:
        super().__init__(option, words)
        self._folder = folder
        self.browse = QPushButton("…")
        self.browse.setObjectName("slim")
        self.browse.setAutoDefault(False)
        self.browse.setFixedHeight(self.line.sizeHint().height())
        self.browse.setToolTip(self.tr("Choose a file"))
        self.browse.setAccessibleName(self.tr("{0}: choose a file").format(words.of(option).label))
        self.browse.clicked.connect(self._on_browse)
        self._box.addWidget(self.browse)

    @Slot()
    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a file"), self._start())
        # Whether it is there already is the program's to see, not the question here.
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Choose"))
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def take(self, path: str) -> None:
        """Enter a file that was chosen."""
        chosen = Path(path)
        inside = self._folder and chosen.is_relative_to(self._folder)
        text = chosen.relative_to(self._folder).as_posix() if inside else str(chosen)
        self.line.setText(text)
        self.edited.emit(self._meant(text))
        self.left.emit()

    def _start(self) -> str:
        return str((Path(self._folder) / self.line.text()).parent)

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        self.line.setToolTip("")
