"""Step three: what will be asked, how often, and which files will be written."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from doge_gui.core.addresses import Address
from doge_gui.core.first_plan import (
    LONGEST_S,
    MOST_REQUESTS,
    SHORTEST_S,
    USUAL_S,
    FirstPlan,
    Place,
    request_names,
    wrong_requests,
)
from doge_gui.models.assistant_words import asked_line, effect_line, gateways_line, place_line
from doge_gui.models.phrasebook import told
from doge_gui.models.phrases import one_line
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import set_property


class SummaryPage(QWidget):
    """The plan as a whole.

    Signals: `place_wanted(str)` a folder to be looked at; `changed()` the plan is another.
    """

    place_wanted = Signal(str)
    changed = Signal()

    def __init__(self, folder: str) -> None:
        """`folder` is where the files go unless another is chosen."""
        super().__init__()
        self._gateways: tuple[Address, ...] = ()
        self._place: Place | None = None
        self._usual = folder
        self.interval = QSpinBox()
        self.interval.setRange(SHORTEST_S, LONGEST_S)
        self.interval.setValue(USUAL_S)
        self.interval.setSuffix(self.tr(" s"))
        self.interval.setFixedWidth(120)
        self.interval.lineEdit().setTextMargins(7, 0, 0, 0)
        self.interval.setToolTip(self.tr("Seconds from the start of a cycle to the next one's"))
        self.requests = QLineEdit()
        self.requests.setPlaceholderText(self.tr("none; for example temperature, pressure"))
        self.requests.setMaxLength(2000)
        self.requests.setToolTip(
            self.tr("Paths that your gateways answer with a number, beyond the plant's own")
        )
        self.write = QCheckBox(self.tr("&Write the marble totals into every PLC"))
        self.write.setToolTip(self.tr("Changes a value in the PLCs. It can be switched on later, too."))
        self.folder = QLineEdit(folder)
        self.browse = QPushButton(self.tr("&Browse…"))
        self.browse.setAutoDefault(True)
        self.watched = ElidedLabel(weight=QFont.Weight.DemiBold)
        self.asked, self.effect, self.files = PlainLabel(), PlainLabel(), PlainLabel()
        self.wrong = PlainLabel()
        for label in (self.asked, self.effect, self.files, self.wrong):
            label.setWordWrap(True)
        set_property(self.wrong, "severity", 2)
        self.wrong.hide()
        self._lay_out()
        self.interval.valueChanged.connect(self._on_changed)
        self.requests.textChanged.connect(self._on_changed)
        self.write.toggled.connect(self._on_changed)
        self.folder.textChanged.connect(self._on_folder)
        self.browse.clicked.connect(self._on_browse)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(PlainLabel(self.tr("Watched")), self.watched)
        form.addRow(self.tr("Asked &every"), self.interval)
        form.addRow(self.tr("&Further requests"), self.requests)
        form.addRow("", self.wrong)
        form.addRow("", self.write)
        name = QLabel(self.tr("F&older"))
        name.setBuddy(self.folder)
        form.addRow(name, row)
        form.addRow("", self.files)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(self.tr("Check and start"), 20, QFont.Weight.DemiBold))
        layout.addLayout(form)
        layout.addWidget(self._effects())
        layout.addStretch(1)

    def _effects(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(14, 10, 14, 11)
        inside.setSpacing(5)
        inside.addWidget(PlainLabel(self.tr("What your gateways will see"), weight=QFont.Weight.DemiBold))
        inside.addWidget(self.asked)
        inside.addWidget(self.effect)
        return frame

    @property
    def plan(self) -> FirstPlan:
        """What is chosen."""
        return FirstPlan(
            self._gateways,
            self.interval.value(),
            request_names(self.requests.text()),
            self.write.isChecked(),
            self.folder.text().strip(),
        )

    @property
    def ready(self) -> bool:
        """The plan can be carried out."""
        place = self._place
        right = not wrong_requests(self.plan.requests)
        return bool(self._gateways) and right and place is not None and not place.trouble

    def show_gateways(self, gateways: tuple[Address, ...]) -> None:
        """Take what is to be watched, and look anew at where the files go."""
        self._gateways = gateways
        self._on_changed()
        self._on_folder()

    def show_place(self, place: Place) -> None:
        """Take what can be written in a folder; an answer about another folder is passed over."""
        if place.folder == self.folder.text().strip():
            self._place = place
            self._tell_files(place_line(place, self._usual), bool(place.trouble))

    def show_not_saved(self, why: str) -> None:
        """Say why the files could not be written."""
        self._tell_files(self.tr("◆ Not written: {0}").format(one_line(told(why))), True)

    def _tell_files(self, words: str, marked: bool) -> None:
        self.files.say(words)
        set_property(self.files, "severity", 2 if marked else 0)
        set_property(self.files, "look", "" if marked else "muted")
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        plan = self.plan
        wrong = wrong_requests(plan.requests)
        if wrong:
            words = self.tr(
                "◆ “{0}” cannot be asked: use letters, digits, _ and -, none of the plant's own, at most {1}."
            )
            self.wrong.say(words.format(one_line(wrong[0])[:40], MOST_REQUESTS))
        self.wrong.setVisible(bool(wrong))
        if plan.gateways:
            self.watched.say(gateways_line(plan))
        if not wrong:
            self.asked.say(asked_line(plan))
        self.effect.say(effect_line(plan))
        set_property(self.effect, "severity", 2 if plan.write_totals else 0)
        self.changed.emit()

    @Slot()
    def _on_folder(self) -> None:
        self._place = None
        self.changed.emit()
        self.place_wanted.emit(self.folder.text().strip())

    @Slot()
    def _on_browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)
