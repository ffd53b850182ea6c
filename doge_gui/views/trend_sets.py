"""Named sets of curves: a button with a menu that saves, loads, renames and deletes them."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox, QSizePolicy, QToolButton

from doge_gui.core.trends.sets import (
    FIRST,
    TrendSet,
    as_text,
    from_text,
    proper_name,
    renamed,
    saved,
    without,
)
from doge_gui.views.theme import Settings, font

_SETS, _LAST = "trends/sets", "trends/last"
_SHOWN_CHARS, _NARROW_CHARS = 22, 5


class TrendSetStore:
    """The sets in the settings. What was damaged there counts as nothing."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.sets = tuple(one for one in from_text(settings.value(_SETS)) if one.name)

    def keep(self, sets: tuple[TrendSet, ...]) -> None:
        """Have these and no others."""
        self.sets = sets
        self._settings.setValue(_SETS, as_text(sets))

    @property
    def last(self) -> TrendSet:
        """What was shown last, before anything was the fleet's marbles."""
        return next(iter(from_text(self._settings.value(_LAST))), FIRST)

    def remember(self, shown: TrendSet) -> None:
        """This is what is shown."""
        self._settings.setValue(_LAST, as_text([shown]))


class TrendSetButton(QToolButton):
    """Shows the name of the set in force, and holds the menu.

    Signals: `loaded(object)` a TrendSet was chosen; `save_wanted(str)` the curves shown, under this name.
    """

    loaded = Signal(object)
    save_wanted = Signal(str)

    def __init__(self, store: TrendSetStore) -> None:
        super().__init__()
        self.store = store
        self.name = store.last.name
        self._narrow = False
        self.setFont(font(12, QFont.Weight.Medium))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.tr("Saved sets of curves"))
        self.menu_ = QMenu(self)
        self.setMenu(self.menu_)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_.aboutToShow.connect(self.fill)
        self.menu_.triggered.connect(self._on_triggered)
        self.show_name(self.name)

    def show_name(self, name: str) -> None:
        """The set of this name is in force; an empty name: none that was saved."""
        known = any(one.name == name for one in self.store.sets)
        self.name = name if known else ""
        words = self.name or self.tr("Sets")
        most = _NARROW_CHARS if self._narrow else _SHOWN_CHARS
        short = words if len(words) <= most else f"{words[:most]}…"
        self.setText(f"{short} ▾".replace("&", "&&"))
        self.setAccessibleName(self.tr("Set of curves: {0}").format(words))

    def set_narrow(self, narrow: bool) -> None:
        """Show less of a long name."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.show_name(self.name)

    @Slot()
    def fill(self) -> None:
        """Write the menu anew."""
        self.menu_.clear()
        for one in self.store.sets:
            action = self.menu_.addAction(one.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(one.name == self.name)
            action.setData(("load", one.name))
        if self.store.sets:
            self.menu_.addSeparator()
        self._entry(self.tr("Fleet's &marbles"), "first")
        self.menu_.addSeparator()
        self._entry(self.tr("&Save as…"), "save")
        self._entry(self.tr("&Rename…"), "rename", bool(self.name))
        self._entry(self.tr("&Delete…"), "delete", bool(self.name))

    def _entry(self, text: str, what: str, enabled: bool = True) -> None:
        action = self.menu_.addAction(text)
        action.setData((what, ""))
        action.setEnabled(enabled)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        what, name = action.data()
        if what == "load":
            self.load(name)
        elif what == "first":
            self.show_name("")
            self.loaded.emit(FIRST)
        elif what == "delete":
            self._ask_delete()
        else:
            self._ask_name(what)

    def load(self, name: str) -> None:
        """Have the set of this name in force."""
        found = next((one for one in self.store.sets if one.name == name), None)
        if found is not None:
            self.show_name(name)
            self.loaded.emit(found)

    def _ask_name(self, what: str) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Save curves") if what == "save" else self.tr("Rename set"))
        dialog.setLabelText(self.tr("Name; a set that has it already is replaced:"))
        dialog.setTextValue(self.name)
        dialog.textValueSelected.connect(self.save_as if what == "save" else self.rename)
        dialog.open()

    @Slot(str)
    def save_as(self, text: str) -> None:
        """Have the curves shown saved under a name."""
        name = proper_name(text)
        if name:
            self.save_wanted.emit(name)

    def save(self, one: TrendSet) -> None:
        """Save a set; it is in force."""
        self.store.keep(saved(self.store.sets, one))
        self.show_name(one.name)

    @Slot(str)
    def rename(self, text: str) -> None:
        """Give the set in force another name."""
        name = proper_name(text)
        if name and self.name:
            self.store.keep(renamed(self.store.sets, self.name, name))
            self.show_name(name)

    def _ask_delete(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Delete the set “{0}”? Its curves stay on the screen.").format(self.name))
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        delete.clicked.connect(self.delete)
        box.open()

    @Slot()
    def delete(self) -> None:
        """Forget the set in force."""
        self.store.keep(without(self.store.sets, self.name))
        self.show_name("")
