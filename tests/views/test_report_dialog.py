"""An operator asks for a shift's report."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QWidget

from doge_gui.views.report_dialog import ReportDialog

NOW = datetime(2026, 11, 22, 14, 3, 20, tzinfo=UTC)


@pytest.fixture
def dialog(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    opened = ReportDialog(lambda: NOW, window, str(tmp_path))
    opened.show()
    yield opened
    window.close()


def wanted(qtbot, dialog):
    with qtbot.waitSignal(dialog.report_wanted) as told:
        dialog.go.click()
    return told.args[0]


def test_the_last_shift_is_offered_at_once(qtbot, dialog, tmp_path):
    order = wanted(qtbot, dialog)
    assert (order.begin, order.end) == (NOW - timedelta(hours=8), NOW)
    local = (NOW - timedelta(hours=8)).astimezone()
    assert order.path == str(tmp_path / f"shift-{local:%Y-%m-%d-%H%M}.pdf")


def test_yesterday_is_the_local_day(qtbot, dialog):
    dialog.span.setCurrentIndex(2)
    order = wanted(qtbot, dialog)
    today = NOW.astimezone().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    assert order.end == today.astimezone()
    assert order.begin == (today - timedelta(days=1)).astimezone()


def test_from_and_to_are_edited_only_when_they_are_chosen(qtbot, dialog):
    assert not dialog.begin.isEnabled()
    dialog.span.setCurrentIndex(3)
    assert dialog.begin.isEnabled()
    dialog.begin.setDateTime(QDateTime.fromSecsSinceEpoch(int(NOW.timestamp()) - 7200))
    assert wanted(qtbot, dialog).begin == NOW - timedelta(hours=2)


def test_the_kind_and_the_files_ending_go_together(qtbot, dialog, tmp_path):
    dialog.kind.setCurrentIndex(1)
    assert dialog.file.text().endswith(".html")
    dialog.file.setText(str(tmp_path / "mine.pdf"))
    assert dialog.kind.currentData() == ".pdf"
    dialog.span.setCurrentIndex(1)
    assert dialog.file.text() == str(tmp_path / "mine.pdf")
    assert wanted(qtbot, dialog).path == str(tmp_path / "mine.pdf")


def test_what_cannot_be_is_said_before_it_is_tried(dialog, tmp_path):
    dialog.file.setText(str(tmp_path / "mine.txt"))
    assert not dialog.go.isEnabled()
    assert ".pdf or .html" in dialog.said.text()
    dialog.file.setText(str(tmp_path / "none" / "mine.pdf"))
    assert "no such folder" in dialog.said.text()
    dialog.file.setText(str(tmp_path / "mine.pdf"))
    assert dialog.go.isEnabled()
    (tmp_path / "there.pdf").write_bytes(b"")
    dialog.file.setText(str(tmp_path / "there.pdf"))
    assert dialog.go.isEnabled()
    assert "will be replaced" in dialog.said.text()
    dialog.span.setCurrentIndex(3)
    dialog.end.setDateTime(dialog.begin.dateTime())
    assert "ends before it begins" in dialog.said.text()
    assert not dialog.go.isEnabled()
