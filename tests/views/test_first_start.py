"""Somebody starts the program for the first time."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from doge_gui.core.config_text import parse_config
from doge_gui.core.scan_findings import Found
from doge_gui.first_start import FirstStart, own_networks
from doge_gui.models.assistant_found import FoundGateways
from doge_gui.models.assistant_listed import ListedGateways
from doge_gui.simulator.fleet import FleetInThread
from doge_gui.simulator.server import FleetOptions

LIST = "API;RASP_catch\nAPI-1;10.0.0.5\nAPI-2;10.0.0.6:8001\nAPI-3;10.0.0.300\n"


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "config"


@pytest.fixture
def start(qtbot, themes, folder):
    start = FirstStart(themes, folder)
    start.show()
    qtbot.waitExposed(start.window)
    start.window.activateWindow()
    qtbot.waitUntil(start.window.isActiveWindow)
    yield start
    assert start.end()


def press(qtbot, window: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(window.focusWidget() or window, key)


def test_the_example_fleet_is_one_key_away(qtbot, start) -> None:
    with qtbot.waitSignal(start.example_wanted):
        press(qtbot, start.window, Qt.Key.Key_Return)


def test_a_pasted_list_becomes_a_configuration(qtbot, start, folder) -> None:
    window = start.window
    window.choice.list.click()
    assert not window.next.isEnabled()
    window.list.text.setPlainText(LIST)
    qtbot.waitUntil(window.next.isEnabled)
    assert window.list.said.whole == "◆ 2 gateways can be watched · one entry is left out"
    table = window.list.table
    assert table.index(0, 0).data() == "API-3", "what is wrong comes first"
    assert "not a host" in table.index(0, 2).data()
    window.next.click()
    assert window.summary.interval.value() == 60
    assert window.summary.effect.text().startswith("These questions only read")
    assert "configDoge.json" in window.summary.files.text()
    assert not folder.exists(), "nothing is written before it is said so"
    with qtbot.waitSignal(start.finished) as told:
        press(qtbot, window, Qt.Key.Key_Return)
    config = parse_config(Path(told.args[0]).read_text())
    assert not config.job.write_totals
    assert list(json.loads((folder / "ip_addresses.json").read_text())) == ["API-1", "API-2"]


def test_a_dropped_file_is_shown_before_anything_is_done_with_it(qtbot, start, tmp_path) -> None:
    path = tmp_path / "plant.csv"
    path.write_text(LIST)
    drop(start.window, path)
    assert start.window.pages.currentWidget() is start.window.list
    assert start.window.list.text.toPlainText() == LIST
    assert start.window.list.origin.whole == "plant.csv"
    drop(start.window, tmp_path / "gone.csv")
    assert start.window.list.said.whole == "◆ gone.csv: No such file or directory"


def drop(window: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))


def test_a_scan_says_what_it_asks_finds_the_gateways_and_watches_the_chosen(qtbot, start, folder) -> None:
    window, scan = start.window, start.window.scan
    with FleetInThread(FleetOptions(gateways=3, marble_speed=0.0)) as fleet:
        ports = [entry["RASP_catch"].rpartition(":")[2] for entry in fleet.addresses.values()]
        window.choice.scan.click()
        scan.hosts.setText("127.0.0.1")
        scan.ports.setText(",".join(ports))
        assert f"127.0.0.1, port {', '.join(sorted(ports, key=int))}" in scan.told.text()
        assert fleet.ledger()["asked"] == 0, "nothing is asked before it is said so"
        scan.ports.setFocus()
        press(qtbot, window, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not scan.scanning)
        assert fleet.ledger()["asked"] == 3
    assert scan.table.rowCount() == 3
    scan.table.setData(scan.table.index(0, 0), "Station 1")
    scan.table.setData(scan.table.index(1, 0), "Station 1")
    assert not window.next.isEnabled(), "two PLCs cannot have one name"
    scan.table.setData(scan.table.index(1, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    window.next.click()
    assert "Station 1" in window.summary.watched.whole
    with qtbot.waitSignal(start.finished):
        window.start.click()
    listed = json.loads((folder / "ip_addresses.json").read_text())
    assert len(listed) == 2
    assert listed["Station 1"]["RASP_catch"] == f"127.0.0.1:{min(ports, key=int)}"


def test_esc_cancels_a_scan_and_then_closes_the_window(qtbot, start) -> None:
    window = start.window
    window.choice.scan.click()
    window.scan.hosts.setText("127.9.0.0/23")
    window.scan.ports.setText("9")
    window.scan.go.click()
    assert window.scan.cancel.hasFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.scan.scanning)
    assert window.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("hosts", "ports", "words"),
    [
        ("", "8000", "Enter a range"),
        ("10.0.0.0/16", "8000", "65 534 times"),
        ("10.0.0.1", "web", "“web” is no port"),
        ("10.0.0.1, 10.0.0.999", "8000", "“10.0.0.999” is no IPv4 address"),
    ],
)
def test_a_range_that_cannot_be_asked_is_told_with_its_remedy(start, hosts, ports, words) -> None:
    scan = start.window.scan
    scan.hosts.setText(hosts)
    scan.ports.setText(ports)
    assert words in scan.told.text().replace("\u202f", " ")
    assert not scan.go.isEnabled()


def test_public_addresses_are_warned_of(start) -> None:
    start.window.choice.scan.click()
    start.window.scan.hosts.setText("203.0.113.0/29")
    assert start.window.scan.warned.isVisible()
    start.window.scan.hosts.setText("10.0.0.0/29")
    assert not start.window.scan.warned.isVisible()


def test_the_summary_says_what_is_written_into_the_plant_and_what_is_wrong(qtbot, start, tmp_path) -> None:
    window, summary = start.window, start.window.summary
    window.show_list("list", LIST)
    window.next.click()
    summary.requests.setText("temperature")
    assert "checkplusde3, temperature, compteur_bille" in summary.asked.text()
    summary.write.click()
    assert summary.effect.text().startswith("◆ Each complete total is written into every PLC")
    summary.requests.setText("deconnection")
    assert summary.wrong.isVisible()
    assert not window.start.isEnabled()
    summary.requests.clear()
    summary.folder.setText("not/whole")
    assert summary.files.text().startswith("◆ Nothing can be written there")
    assert not window.start.isEnabled()
    summary.folder.setText(str(tmp_path))
    (tmp_path / "configDoge.json").write_text("{}")
    with qtbot.waitSignal(start.finished) as told:
        window.start.click()
    assert told.args[0] == str(tmp_path / "configDoge-2.json")
    assert (tmp_path / "configDoge.json").read_text() == "{}"


def controls_of(window: QWidget) -> list[QWidget]:
    """What the keyboard can be in. A spin box's own field belongs to it."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
    ]


def test_every_control_is_named_and_reached_by_tab(qtbot, start) -> None:
    window = start.window
    window.show_list("list", LIST)
    window.show_found(Found("127.0.0.1", 8000, 0.01))
    for page in range(4):
        window._go_to(page)
        controls = controls_of(window)
        labelled = [label.buddy() for label in window.findChildren(QLabel)]
        for control in controls:
            text = control.text() if isinstance(control, QAbstractButton) else control.accessibleName()
            assert text or control in labelled, control
        reached = []
        for _ in range(len(controls) + 2):
            reached.append(window.focusWidget())
            press(qtbot, window, Qt.Key.Key_Tab)
        assert all(control in reached for control in controls)


def test_a_folder_where_the_program_does_not_look_is_told(start, folder, tmp_path) -> None:
    summary = start.window.summary
    start.window.show_list("list", LIST)
    start.window.next.click()
    assert "next start" not in summary.files.text()
    summary.folder.setText(str(tmp_path))
    assert "At the next start, open configDoge.json yourself" in summary.files.text()


def test_nothing_is_clipped_in_a_small_window(start) -> None:
    window = start.window
    hint = window.minimumSizeHint()
    assert hint.width() <= 760
    assert hint.height() <= 560


def test_the_models_keep_qts_rules(qtbot) -> None:
    found, listed = FoundGateways(), ListedGateways()
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (found, listed)
    ]
    for host in ("10.0.0.9", "10.0.0.10", "10.0.0.2", "10.0.0.9"):
        found.add(Found(host, 8000, 0.01))
    assert [found.index(row, 1).data() for row in range(found.rowCount())] == [
        "10.0.0.2:8000",
        "10.0.0.9:8000",
        "10.0.0.10:8000",
    ]
    found.choose_all(False)
    assert found.gateways() == ()
    assert len(testers) == 2


def test_only_private_networks_of_this_machine_are_offered() -> None:
    for network in own_networks():
        assert network.startswith(("10.", "172.", "192.168.", "169.254."))
