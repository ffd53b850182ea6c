"""The first start: the assistant with all that it asks for, the scan, the files, this machine's networks."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from doge_gui.core.addresses import AddressListError
from doge_gui.core.first_plan import FirstPlan
from doge_gui.core.scan_range import network_around
from doge_gui.engine.scan_desk import ScanDesk
from doge_gui.first_configuration import NotWrittenError, place_in, write_first
from doge_gui.gateways.list_file import text_of
from doge_gui.views.assistant.window import Assistant
from doge_gui.views.theme import ThemeManager


class FirstStart(QObject):
    """Leads from no configuration to one; holds the assistant's window and its scan.

    Signals:
        example_wanted(): watch the example fleet.
        open_wanted(str): watch by this configuration, which is there already.
        finished(str): watch by this configuration, which was just written.
    """

    example_wanted = Signal()
    open_wanted = Signal(str)
    finished = Signal(str)

    def __init__(self, themes: ThemeManager, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is where the files are offered to go: the user's configuration folder."""
        super().__init__(parent)
        self.window = Assistant(themes.theme, own_networks(), str(folder))
        self._scans = ScanDesk(parent=self)
        window, scans = self.window, self._scans
        themes.changed.connect(window.set_theme)
        window.example_wanted.connect(self.example_wanted)
        window.open_wanted.connect(self.open_wanted)
        window.list_wanted.connect(self._on_list_wanted)
        window.place_wanted.connect(self._on_place_wanted)
        window.save_wanted.connect(self._on_save_wanted)
        window.scan_wanted.connect(scans.begin)
        window.scan_cancelled.connect(scans.cancel)
        scans.found.connect(window.show_found)
        scans.progress.connect(window.show_progress)
        scans.ended.connect(window.show_scan_ended)

    def show(self) -> None:
        """Show the assistant."""
        self.window.show()

    def end(self) -> bool:
        """Close the window and end a scan; False where the scan's thread takes too long. Nothing is told."""
        self.blockSignals(True)
        self._scans.blockSignals(True)
        self.window.close()
        ended = self._scans.stop()
        self.window.deleteLater()
        return ended

    @Slot(str)
    def _on_list_wanted(self, path: str) -> None:
        try:
            text = text_of(Path(path))
        except AddressListError as error:
            self.window.show_unreadable(Path(path).name, str(error))
        else:
            self.window.show_list(Path(path).name, text)

    @Slot(str)
    def _on_place_wanted(self, folder: str) -> None:
        self.window.show_place(place_in(Path(folder)))

    @Slot(object)
    def _on_save_wanted(self, plan: FirstPlan) -> None:
        try:
            path = write_first(plan)
        except NotWrittenError as error:
            self.window.show_not_saved(str(error))
        else:
            self.finished.emit(str(path))


def own_networks() -> tuple[str, ...]:
    """The private IPv4 networks that this machine is in, as ranges of a scan, each once."""
    from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

    flags = QNetworkInterface.InterfaceFlag
    ipv4 = QAbstractSocket.NetworkLayerProtocol.IPv4Protocol
    networks: dict[str, None] = {}
    for interface in QNetworkInterface.allInterfaces():
        if not interface.flags() & flags.IsRunning or interface.flags() & flags.IsLoopBack:
            continue
        for entry in interface.addressEntries():
            if entry.ip().protocol() == ipv4:
                networks[network_around(entry.ip().toString(), entry.prefixLength())] = None
    networks.pop("", None)
    return tuple(networks)
