"""The line that is always in sight: the worst fact with its remedy, or that all is well."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from doge_gui.models.facts import Condition, Fact, facts
from doge_gui.models.phrases import grouped, span
from doge_gui.models.quiet import Quiet, quiet
from doge_gui.models.severity import Severity
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import font, set_property

_ROW_PX = 30
_CHIP_PX = 88
_MOST_ROWS = 5


class FactRow(QWidget):
    """One fact on a line: severity, what is so, since when and what to do."""

    def __init__(self) -> None:
        super().__init__()
        self.chip = PlainLabel(px=12, weight=QFont.Weight.DemiBold)
        self.chip.setObjectName("chip")
        self.chip.setMinimumWidth(_CHIP_PX)
        self.chip.setFixedHeight(24)
        self.chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = ElidedLabel(weight=QFont.Weight.DemiBold)
        self.detail = ElidedLabel(look="muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.chip)
        layout.addWidget(self.title, 0)
        layout.addWidget(self.detail, 1)

    def show_fact(self, fact: Fact, since: float, now: float) -> None:
        """Show a fact that stands since `since` (monotonic seconds)."""
        self.chip.say(f"{fact.severity.mark} {fact.severity.word.upper()}")
        set_property(self.chip, "severity", int(fact.severity))
        self.title.say(fact.title)
        self.detail.say(self.tr("for {0} · {1}").format(span(now - since), fact.remedy))

    def show_quiet(self, told: Quiet) -> None:
        """Say that nothing is abnormal."""
        self.chip.say(f"{Severity.NORMAL.mark} {told.word}")
        set_property(self.chip, "severity", 0)
        self.title.say(told.line)
        self.detail.say("")


class Banner(QFrame):
    """The worst fact; a button unfolds the others beneath.

    Signals: `silence()`, `details_wanted()` of the configuration's mistakes, `left_out_wanted()` of the
    entries left out of the address list.
    """

    silence = Signal()
    details_wanted = Signal()
    left_out_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._since: dict[str, float] = {}
        self._facts: tuple[Fact, ...] = ()
        self._now = 0.0
        self.worst = FactRow()
        self._make_right()
        self._others = QWidget()
        self._list = QVBoxLayout(self._others)
        self._list.setContentsMargins(0, 0, 0, 6)
        self._list.setSpacing(0)
        self._rows: list[FactRow] = []
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._others)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVisible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 7, 14, 7)
        outer.setSpacing(4)
        outer.addLayout(self._first_line())
        outer.addWidget(self._scroll)

    def _make_right(self) -> None:
        self.more = QToolButton()
        self.more.setObjectName("flat")
        self.more.setCheckable(True)
        self.more.setFont(font(12, QFont.Weight.Medium))
        self.more.setToolTip(self.tr("Show everything that is abnormal"))
        self.more.toggled.connect(self._on_more)
        self.counts = {level: PlainLabel(weight=QFont.Weight.DemiBold) for level in _ABNORMAL}
        self.details = self._button(self.tr("Mistakes…"), self.tr("Show all mistakes of the configuration"))
        self.details.clicked.connect(self.details_wanted)
        self.left_out = self._button(
            self.tr("Left out…"), self.tr("Show all entries left out of the address list")
        )
        self.left_out.clicked.connect(self.left_out_wanted)
        self.silence_button = self._button(self.tr("Silence"), self.tr("Silence the alarm sound (Ctrl+M)"))
        self.silence_button.setObjectName("silence")
        self.silence_button.setEnabled(False)
        self.silence_button.clicked.connect(self.silence)
        self.example = PlainLabel(self.tr("EXAMPLE FLEET"), 12, QFont.Weight.DemiBold)
        self.example.setObjectName("example")
        self.example.setToolTip(self.tr("These gateways are simulated: no real plant is watched."))

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setFont(font(12, QFont.Weight.DemiBold))
        button.setToolTip(tip)
        button.setAccessibleName(text)
        return button

    def _first_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.worst, 1)
        shown = (self.more, *self.counts.values(), self.example, self.details, self.left_out)
        for widget in (*shown, self.silence_button):
            line.addWidget(widget)
            widget.setVisible(widget is self.silence_button)
        return line

    def show_condition(self, condition: Condition) -> None:
        """Show what is abnormal now."""
        self._now = condition.fleet.now
        self._facts = facts(condition)
        self._since = {fact.key: self._since.get(fact.key, self._now) for fact in self._facts}
        if self._facts:
            self._show(self.worst, self._facts[0])
        else:
            self.worst.show_quiet(quiet(condition.fleet))
        for level, label in self.counts.items():
            count = sum(fact.severity is level for fact in self._facts)
            label.say(f"{level.mark} {grouped(count)}")
            label.setAccessibleName(self.tr("{0}: {1}").format(level.word, count))
            set_property(label, "severity", int(level))
            label.setVisible(count > 0 and len(self._facts) > 1)
        addresses = condition.addresses
        self.example.setVisible(addresses is not None and addresses.example)
        self.left_out.setVisible(addresses is not None and bool(addresses.problems))
        self.details.setVisible(bool(condition.mistakes))
        self._unfold()

    def show_sounding(self, sounding: bool, reason: str) -> None:
        """Make the button live while an alarm sounds; `reason` says which."""
        self.silence_button.setEnabled(sounding)
        tip = self.tr("Silence the alarm sound (Ctrl+M)")
        self.silence_button.setAccessibleDescription(reason if sounding else tip)

    def _show(self, row: FactRow, fact: Fact) -> None:
        row.show_fact(fact, fact.since if fact.since is not None else self._since[fact.key], self._now)

    @Slot(bool)
    def _on_more(self, _shown: bool) -> None:
        self._unfold()

    def _unfold(self) -> None:
        others = self._facts[1:]
        self.more.setVisible(bool(others))
        shown = self.more.isChecked() and bool(others)
        arrow = "▴" if shown else "▾"
        self.more.setText(self.tr("{0} more {1}").format(grouped(len(others)), arrow))
        self.more.setAccessibleName(self.tr("{0} more facts").format(grouped(len(others))))
        self._scroll.setVisible(shown)
        if not shown:
            return
        while len(self._rows) < len(others):
            self._rows.append(FactRow())
            self._rows[-1].setFixedHeight(_ROW_PX)
            self._list.addWidget(self._rows[-1])
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(others))
            if number < len(others):
                self._show(row, others[number])
        self._scroll.setFixedHeight(min(len(others), _MOST_ROWS) * _ROW_PX + 6)


_ABNORMAL = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)
