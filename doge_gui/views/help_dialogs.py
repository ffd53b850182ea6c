"""Help: the shortcuts, and what the program is made of."""

import platform
from collections.abc import Sequence

import numpy as np
import pyqtgraph
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QAction, QFont, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from doge_gui import __version__
from doge_gui.views.labels import PlainLabel


class ShortcutsDialog(QDialog):
    """Every action that has a shortcut, in the order of the menus."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(6)
        shown = [action for action in actions if not action.shortcut().isEmpty()]
        for number, action in enumerate(shown):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            column, row = divmod(number, -(-len(shown) // 2))
            grid.addWidget(PlainLabel(keys, weight=QFont.Weight.DemiBold), row, 2 * column)
            grid.addWidget(PlainLabel(action.text().replace("&", "").rstrip("…")), row, 2 * column + 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(grid)
        layout.addWidget(_close_box(self))


class AboutDialog(QDialog):
    """Name, version and licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About WatchDoge"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 420)
        text = QPlainTextEdit(_made_of())
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self.tr("Versions and licences"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel("WatchDoge Supercharged", 19, QFont.Weight.DemiBold))
        layout.addWidget(
            PlainLabel(self.tr("Version {0} · supervises a fleet of PLC gateways").format(__version__))
        )
        layout.addWidget(text, 1)
        layout.addWidget(_close_box(self))
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)


def _close_box(dialog: QDialog) -> QDialogButtonBox:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    box.rejected.connect(dialog.reject)
    return box


def _made_of() -> str:
    return "\n".join(
        (
            "WatchDoge Supercharged: MIT licence",
            "",
            f"Python {platform.python_version()}: PSF licence",
            f"Qt {qVersion()}, PySide6 {pyside_version}: LGPL version 3; the libraries can be replaced",
            f"pyqtgraph {pyqtgraph.__version__}: MIT licence",
            f"numpy {np.__version__}: BSD licence",
            "requests: Apache licence 2.0",
            "pycurl: LGPL 2.1 or MIT; libcurl: curl licence",
            "pydantic, platformdirs: MIT licence",
            "Inter, the typeface: SIL Open Font Licence 1.1",
            "Sounds: made by this project, CC0",
            "",
            f"System: {platform.platform()}",
        )
    )
