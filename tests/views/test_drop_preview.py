"""A file is dropped on the window: what it would change is seen before it does."""

import json

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from doge_gui.core.addresses import from_json
from doge_gui.core.config_text import parse_config
from doge_gui.drop_desk import DropDesk


def listed(**places: str) -> str:
    return json.dumps({plc: {"API": plc, "RASP_catch": place} for plc, place in places.items()})


OLD = listed(A="10.0.0.1", B="10.0.0.2")


@pytest.fixture
def desk(qtbot, themes, tmp_path):
    """A window that takes files, of a plant whose list is a file."""
    window = QWidget()
    window.resize(600, 400)
    window.show()
    qtbot.waitExposed(window)
    held = DropDesk(window)
    held.window = window
    plant = tmp_path / "plant"
    plant.mkdir()
    held.list = plant / "ip_addresses.json"
    held.list.write_text(OLD, encoding="utf-8")
    held.set_plant(parse_config("{}"), plant / "configDoge.json")
    held.set_addresses(from_json(OLD, 8000).addresses)
    yield held
    assert held.end()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def drop(window: QWidget, *paths) -> bool:
    """Drag files over the window and let them go; whether the window took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), actions, data, button, none)
    enter.ignore()
    QCoreApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QCoreApplication.sendEvent(window, QDropEvent(QPointF(9, 9), actions, data, button, none))
    return enter.isAccepted()


def previewed(qtbot, desk, path):
    assert drop(desk.window, path)
    qtbot.waitUntil(lambda: desk.previews.preview is not None and desk.previews.preview.isVisible())
    return desk.previews.preview


def cells(preview) -> list[tuple[str, ...]]:
    table = preview.table
    return [
        tuple(table.item(row, column).text() for column in range(table.columnCount()))
        for row in range(table.rowCount())
    ]


def test_a_list_shows_what_it_would_change_and_replaces_the_old_one_only_then(qtbot, desk, tmp_path):
    file = tmp_path / "new.csv"
    file.write_text("API,RASP_catch\nB,10.0.0.9\n<b>C</b>,10.0.0.3\nD,no host\n", encoding="utf-8")
    preview = previewed(qtbot, desk, file)
    assert cells(preview) == [
        ("− Removed", "A", "10.0.0.1:8000", "–"),
        ("→ Moved", "B", "10.0.0.2:8000", "10.0.0.9:8000"),
        ("+ Added", "<b>C</b>", "–", "10.0.0.3:8000"),
        ("◆ Left out", "D", "–", "'no host' is not a host or host:port"),
    ]
    assert preview.summary.text() == "1 added · 1 removed · 1 moved · 0 stay as they are · 1 left out"
    assert "ip_addresses.json.bak" in preview.note.text()
    assert desk.list.read_text(encoding="utf-8") == OLD
    with qtbot.waitSignal(desk.list_used) as told:
        preview.go.click()
    assert told.args == [str(desk.list), str(desk.list) + ".bak"]
    new = from_json(desk.list.read_text(encoding="utf-8"), 1)
    assert [one.netloc for one in new.addresses] == ["10.0.0.9:8000", "10.0.0.3:8000"]
    assert desk.list.with_name("ip_addresses.json.bak").read_text(encoding="utf-8") == OLD


def test_escape_and_enter_leave_everything_as_it_is(qtbot, desk, tmp_path):
    file = tmp_path / "new.json"
    file.write_text(listed(C="10.0.0.3"), encoding="utf-8")
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        preview = previewed(qtbot, desk, file)
        with qtbot.assertNotEmitted(desk.list_used):
            qtbot.keyClick(preview, key)
        assert desk.previews.preview is None
    assert desk.list.read_text(encoding="utf-8") == OLD
    assert not desk.list.with_name("ip_addresses.json.bak").exists()


def test_a_list_cannot_replace_what_is_no_file(qtbot, desk, tmp_path):
    config = parse_config('{"addresses": {"source": "url", "url": "http://127.0.0.1/list"}}')
    desk.set_plant(config, desk.list.with_name("configDoge.json"))
    file = tmp_path / "new.json"
    file.write_text(listed(C="10.0.0.3"), encoding="utf-8")
    preview = previewed(qtbot, desk, file)
    assert not preview.go.isVisible()
    assert "come from no file" in preview.note.text()


def test_a_configuration_shows_old_and_new_and_is_opened_by_choice(qtbot, desk, tmp_path):
    file = tmp_path / "other é.json"
    file.write_text('{"job": {"interval_minutes": 5}, "gateway": {"port": 9000}}', encoding="utf-8")
    preview = previewed(qtbot, desk, file)
    assert cells(preview) == [("", "job.interval_minutes", "1", "5"), ("", "gateway.port", "8000", "9000")]
    with qtbot.waitSignal(desk.configuration_wanted) as told:
        preview.go.click()
    assert told.args == [str(file)]


def test_a_file_that_cannot_be_used_is_told_with_all_its_mistakes(qtbot, desk, tmp_path):
    file = tmp_path / "wrong.json"
    file.write_text('{"job": {"interval_minutes": 0}, "gatway": {}}', encoding="utf-8")
    preview = previewed(qtbot, desk, file)
    assert sorted(row[1] for row in cells(preview)) == ["gatway", "job.interval_minutes"]
    assert not preview.go.isVisible()
    file.write_bytes(b" " * (1024 * 1024 + 1))
    preview.reject()
    assert "larger than 1 MiB" in cells(previewed(qtbot, desk, file))[0][2]


def test_other_files_are_not_taken(desk, tmp_path):
    assert not drop(desk.window, tmp_path / "picture.png")
    assert not drop(desk.window, tmp_path / "a.json", tmp_path / "b.json")
    assert not drop(desk.window)


def test_a_list_that_cannot_be_written_is_told(qtbot, desk, tmp_path):
    file = tmp_path / "new.json"
    file.write_text(listed(C="10.0.0.3"), encoding="utf-8")
    preview = previewed(qtbot, desk, file)
    desk.list.unlink()
    desk.list.mkdir()
    with qtbot.waitSignal(desk.failed) as told:
        preview.go.click()
    assert "not a file" in told.args[0]
