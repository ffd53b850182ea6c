"""Where the desktop has a tray, it tells once that sound was lost; where it has none, nothing is missed."""

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from doge_gui.core.statuses import SoundStatus
from doge_gui.views.tray import Tray


def test_sound_that_is_lost_is_told_once_until_it_is_back(qtbot, monkeypatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda *told: said.append(told[2]))
    window = QWidget()
    qtbot.addWidget(window)
    tray = Tray(window)
    for status in (SoundStatus(True), *[SoundStatus(False, "no audio\ndevice")] * 2, SoundStatus(True)):
        tray.show_sound(status)
    assert said == ["Alarms are shown, but cannot be heard: no audio device"]
    tray.show_sound(SoundStatus(False, "gone"))
    assert len(said) == 2


def test_without_a_tray_the_window_tells_alone(qtbot, monkeypatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    window = QWidget()
    qtbot.addWidget(window)
    Tray(window).show_sound(SoundStatus(False, "no audio device"))
