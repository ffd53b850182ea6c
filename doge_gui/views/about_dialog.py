"""About: what the program is, what it is made of with every licence, and what it runs on."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from doge_gui import __version__
from doge_gui.licensed_parts import Part, all_parts
from doge_gui.paths import resource
from doge_gui.views.about_facts import system_facts
from doge_gui.views.about_licences import Licences
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import font

_ICON_PX = 48
_FOREMOST = ("Python", "PySide6_Essentials", "numpy", "pyqtgraph", "pydantic", "pycurl", "SQLAlchemy")


class AboutDialog(QDialog):
    """Three pages: about, licences, system. `open()` it; it destroys itself when it is closed."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About WatchDoge"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(880, 560)
        self.setMinimumSize(520, 360)
        parts = all_parts()
        self.licences = Licences(parts)
        self.system = SystemFacts()
        self._pages = QStackedWidget()
        for page in (_Credits(parts), self.licences, self.system):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(_heading(self.tr("Version {0} · supervises a fleet of PLC gateways")))
        layout.addLayout(self._tabs())
        layout.addWidget(self._pages, 1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        layout.addWidget(box)

    def _tabs(self) -> QHBoxLayout:
        self._group = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(2)
        self.tabs: list[QToolButton] = []
        for number, name in enumerate((self.tr("About"), self.tr("Licences"), self.tr("System"))):
            button = QToolButton()
            button.setObjectName("tab")
            button.setText(name)
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setFont(font(weight=QFont.Weight.Medium))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button, number)
            self.tabs.append(button)
            line.addWidget(button)
        line.addStretch(1)
        self._group.idToggled.connect(self._on_tab)
        return line

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tabs[max(self._group.checkedId(), 0)].setFocus()

    @Slot(int, bool)
    def _on_tab(self, number: int, checked: bool) -> None:
        if checked:
            self._pages.setCurrentIndex(number)


def _heading(version: str) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(PlainLabel("WatchDoge Supercharged", 19, QFont.Weight.DemiBold))
    words.addWidget(PlainLabel(version.format(__version__), look="muted"))
    line = QHBoxLayout()
    line.setSpacing(14)
    path = resource("icons", "app", "watchdoge.svg")
    picture = QPixmap(str(path)) if path.is_file() else QPixmap()
    if not picture.isNull():
        sign = QLabel()
        mode = Qt.TransformationMode.SmoothTransformation
        sign.setPixmap(picture.scaled(_ICON_PX, _ICON_PX, Qt.AspectRatioMode.KeepAspectRatio, mode))
        line.addWidget(sign)
    line.addLayout(words, 1)
    return line


class _Credits(QWidget):
    """What it does and on whose work it stands, in a few lines."""

    def __init__(self, parts: tuple[Part, ...]) -> None:
        super().__init__()
        packages = [part for part in parts[1:] if part.version and not part.within]
        named = {part.name: part.version for part in packages}
        standing = ", ".join(f"{name.partition('_')[0]} {named[name]}" for name in _FOREMOST if name in named)
        rows = (
            self.tr(
                "Asks the gateway in front of each PLC, adds up what they count, judges it, records it and "
                "shows it. It is quiet when all is well, and impossible to miss when it is not."
            ),
            self.tr("WatchDoge Supercharged is free software under the MIT licence."),
            self.tr("It stands on {0}, and on what the page Licences lists.").format(standing),
            self.tr(
                "Qt, PySide6, libidn2 and libunistring are under the LGPL. They are used unmodified and "
                "lie in files of their own, which may be exchanged for another build of the same interface."
            ),
            self.tr(
                "The typeface is Inter, under the SIL Open Font Licence. "
                "The sounds are in the public domain (CC0)."
            ),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(12)
        for words in rows:
            label = PlainLabel(words)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(1)


class SystemFacts(QWidget):
    """Versions and surroundings, to be read and to be copied for somebody who helps."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = system_facts()
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy everything here as text"))
        self.copy.clicked.connect(self._on_copy)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(self.facts):
            grid.addWidget(PlainLabel(name, look="muted"), row, 0)
            label = ElidedLabel(value)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setMinimumHeight(QFontMetrics(label.font()).height())
            grid.addWidget(label, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(grid)
        layout.addStretch(1)
        layout.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {value}" for name, value in self.facts))
