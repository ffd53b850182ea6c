"""Light, dark, high contrast: a palette, then roles, from a file; the operator's choice or the desktop's."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from string import Template
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from doge_gui.models.severity import Severity
from doge_gui.paths import resource

FAMILY = "Inter"
NAMES = ("light", "dark", "contrast")
"""Of the themes that come with the program."""
TEXT_PX = 13
"""Size of running text; everything else is told relative to it."""


class Settings(Protocol):
    """What the window needs of QSettings."""

    def value(self, key: str, /) -> object:
        """The stored value, None when there is none."""

    def setValue(self, key: str, value: object, /) -> None:
        """Store a value."""


class Choice(Enum):
    """What the operator chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True)
class Theme:
    """Colours by role, `#rrggbb`."""

    name: str
    dark: bool
    roles: dict[str, str]
    total_curve: str
    plc_curves: tuple[str, ...]
    focus_px: float = 2.0
    """Width of the frame around what the keyboard is in, where it is painted."""
    selection_px: int = 0
    """Width of the lines that frame a selected row; 0 where its ground tells it alone."""
    extra: str = ""
    """Name of a style sheet that comes after the common one; empty is none."""

    def colour(self, role: str) -> QColor:
        """The colour of a role."""
        return QColor(self.roles[role])

    def severity(self, severity: Severity) -> QColor:
        """Text and shape of a severity."""
        return self.colour(("muted", "low", "medium", "high")[severity])

    def palette(self) -> QPalette:
        """The roles in Qt's own terms, for what no style sheet reaches."""
        palette = QPalette()
        for name, role in _QT_ROLES.items():
            palette.setColor(name, self.colour(role))
        for name in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, name, self.colour("outline"))
        return palette

    def style_sheet(self) -> str:
        """The style sheet with this theme's colours."""
        names = ("style.qss", self.extra) if self.extra else ("style.qss",)
        text = "".join(resource("themes", name).read_text(encoding="utf-8") for name in names)
        return Template(text).substitute(self.roles, icons=resource("icons").as_posix(), name=self.name)


_QT_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "button",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_high",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Accent: "accent",
}


def load(path: Path) -> Theme:
    """Read a theme file. Raises KeyError where something is missing or a role names no colour."""
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    colours = document["palette"]
    roles = {role: colours[colour] for role, colour in document["roles"].items()}
    curves, lines = document["curves"], document["lines"]
    return Theme(
        document["name"],
        document["dark"],
        roles,
        curves["total"],
        tuple(curves["plcs"]),
        float(lines["focus"]),
        int(lines["selection"]),
        document.get("extra", ""),
    )


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def font(px: int = TEXT_PX, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False) -> QFont:
    """The program's font with figures of one width, so that columns of numbers stand still."""
    face = QFont(FAMILY)
    face.setPixelSize(px)
    face.setWeight(weight)
    face.setItalic(italic)
    face.setFeature(QFont.Tag("tnum"), 1)
    return face


def load_fonts() -> None:
    """Make the font that ships with the program known to Qt."""
    for path in sorted(resource("fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and have the widget styled anew when it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def desktop_wants_contrast() -> bool:
    """The desktop asks for high contrast, where it tells Qt so."""
    # The hints of accessibility live only as long as somebody holds those they belong to.
    hints = QGuiApplication.styleHints()
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


class ThemeManager(QObject):
    """Puts the chosen theme on the application.

    Signals: `changed(Theme)` after a new theme is in force.
    """

    changed = Signal(object)

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        wants_contrast: Callable[[], bool] = desktop_wants_contrast,
    ) -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        self._wants_contrast = wants_contrast
        self._themes = {name: load(resource("themes", f"{name}.toml")) for name in NAMES}
        stored = settings.value("theme")
        known = {choice.value: choice for choice in Choice}
        self.choice = known.get(str(stored), Choice.SYSTEM)
        load_fonts()
        application.setStyle("Fusion")
        application.setFont(font())
        self.theme = self._wanted()
        self._apply()
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._on_desktop_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_desktop_changed)

    def choose(self, choice: Choice) -> None:
        """Take the operator's choice and remember it."""
        self.choice = choice
        self._settings.setValue("theme", choice.value)
        self._follow()

    @Slot()
    def _on_desktop_changed(self) -> None:
        self._follow()

    def _follow(self) -> None:
        if self._wanted() is not self.theme:
            self.theme = self._wanted()
            self._apply()
            self.changed.emit(self.theme)

    def _wanted(self) -> Theme:
        if self.choice is Choice.SYSTEM:
            if self._wants_contrast():
                return self._themes["contrast"]
            dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return self._themes["dark" if dark else "light"]
        return self._themes[self.choice.value]

    def _apply(self) -> None:
        self._application.setPalette(self.theme.palette())
        self._application.setStyleSheet(self.theme.style_sheet())
