"""The program's own condition, at the window's foot."""

from datetime import datetime

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from doge_gui.core.statuses import AddressStatus, SoundStatus, WebStatus
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import grouped, one_line, running_time, span
from doge_gui.views.labels import ElidedLabel, PlainLabel
from doge_gui.views.theme import set_property

_PX = 12


class StatusLine(QFrame):
    """Addresses, sound, web view, a log in trouble at the left; running time and the clock at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setAccessibleName(self.tr("Status"))
        self.addresses = ElidedLabel(px=_PX, look="muted")
        self.sound = ElidedLabel(px=_PX, look="muted")
        self.web = ElidedLabel(px=_PX, look="muted")
        self.log = ElidedLabel(px=_PX, look="muted")
        self.running = PlainLabel(px=_PX, look="muted")
        self.clock = PlainLabel(px=_PX, look="muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 14, 5)
        layout.setSpacing(24)
        layout.addWidget(self.addresses, 0)
        layout.addWidget(self.sound, 0)
        layout.addWidget(self.web, 0)
        layout.addWidget(self.log, 0)
        layout.addStretch(1)
        layout.addWidget(self.running)
        layout.addWidget(self.clock)
        self.begin_anew()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes here by F6 alone, to have it read out."""
        labels = (self.addresses, self.sound, self.web, self.log, self.running, self.clock)
        told = (getattr(one, "whole", one.text()) for one in labels if one.isVisible())
        self.setAccessibleDescription(". ".join(told))
        super().focusInEvent(event)
        self.update()

    def begin_anew(self) -> None:
        """Know nothing of addresses, sound, web view and log."""
        self.addresses.say(self.tr("Addresses: not read yet"))
        self.sound.say(self.tr("Sound: not tried yet"))
        for label in (self.addresses, self.sound):
            set_property(label, "severity", 0)
        self.show_web(WebStatus())
        self.show_log("")

    def show_addresses(self, status: AddressStatus, now: float) -> None:
        """Where the list comes from, how long it is and how fresh."""
        origin = translated(one_line(status.origin))
        words = [
            self.tr("Addresses: {0}").format(origin),
            self.tr("{0} PLCs").format(grouped(status.gateways)),
        ]
        if status.error:
            since = status.failing_since if status.failing_since is not None else now
            words.append(self.tr("◆ failing for {0}").format(span(now - since)))
        elif status.checked_at is not None:
            words.append(self.tr("{0} ago").format(span(now - status.checked_at)))
        if status.problems:
            words.append(self.tr("● {0} left out").format(grouped(len(status.problems))))
        self.addresses.say(", ".join(words))
        set_property(self.addresses, "severity", 2 if status.error else 1 if status.problems else 0)

    def show_sound(self, status: SoundStatus) -> None:
        """Whether an alarm could be heard."""
        lost = self.tr("● Sound: lost, {0}").format(translated(one_line(status.detail)))
        self.sound.say(self.tr("Sound: ready") if status.ready else lost)
        set_property(self.sound, "severity", 0 if status.ready else 1)

    def show_web(self, status: WebStatus) -> None:
        """Where the web view is served, or why it is not; nothing where none is wanted."""
        place = status.url.partition("://")[2].rstrip("/")
        trouble = self.tr("● Web: not served, {0}").format(translated(one_line(status.error)))
        self.web.say(trouble if status.error else self.tr("Web: {0}").format(place))
        self.web.setVisible(bool(status.error or place))
        set_property(self.web, "severity", 1 if status.error else 0)

    def show_log(self, error: str) -> None:
        """Why the log cannot be written; nothing while it can."""
        self.log.say(self.tr("● Log: not written, {0}").format(translated(one_line(error))) if error else "")
        self.log.setVisible(bool(error))
        set_property(self.log, "severity", 1 if error else 0)

    def show_time(self, running_s: float, wall: datetime) -> None:
        """How long the window runs, and the time of day."""
        self.running.say(self.tr("Running {0}").format(running_time(running_s)))
        self.clock.say(wall.strftime("%H:%M:%S"))
