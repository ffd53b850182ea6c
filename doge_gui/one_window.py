"""One window for each plant, whichever way it was opened: by a start, the assistant, a menu or a drop."""

from PySide6.QtCore import QObject, Signal

from doge_gui.desktop.single_instance import Claim, SingleInstance
from doge_gui.station import Options, config_path


class OneWindow(QObject):
    """Holds the claim on the plant that this program shows.

    Signals: `raise_requested()` somebody started the program again for this plant.
    """

    raise_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._held: SingleInstance | None = None

    @property
    def error(self) -> str:
        """Why a second start cannot be told from this one; empty where it can."""
        return self._held.error if self._held is not None else ""

    def claim(self, options: Options) -> Claim:
        """Become the one window of this plant, and give up the plant before; or have the other one raised."""
        name = plant_name(options)
        if name == self._name or options.unattended:
            return Claim.FIRST
        wanted = SingleInstance(name, self)
        claim = wanted.claim()
        if claim is not Claim.FIRST:
            wanted.deleteLater()
            return claim
        self.end()
        wanted.raise_requested.connect(self.raise_requested)
        self._name, self._held = name, wanted
        return claim

    def end(self) -> None:
        """Give the plant up."""
        held, self._held, self._name = self._held, None, ""
        if held is not None:
            held.end()
            held.deleteLater()


def plant_name(options: Options) -> str:
    """What there may be one of: a window per configuration, and one for the example."""
    if options.demo is not None and options.config is None:
        return "example"
    return str(config_path(options).resolve())
