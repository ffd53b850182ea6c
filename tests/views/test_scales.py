"""The window on screens of other densities: it starts, nothing is cut, and icons are drawn for its pixels."""

import json
import os
import subprocess
import sys

import pytest

PROGRAM = """
import json, sys
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from doge_gui.views.icons import icon
from doge_gui.views.labels import ElidedLabel
from doge_gui.views.navigation import NavigationButton
from doge_gui.views.theme import ThemeManager
from tools.whole_window import SCREENS, WholeWindow

application = QApplication([])
settings = QSettings(sys.argv[1], QSettings.Format.IniFormat)
themes = ThemeManager(application, settings)
whole = WholeWindow(8, True, themes, settings)
window = whole.window
window.resize(1024, 640)
window.show()
cut = []
for screen in SCREENS:
    whole.go_to(screen)
    # What is shown first lays itself out in several rounds.
    for _ in range(5):
        application.processEvents()
    picture = window.grab()
    for kind in (QLabel, QAbstractButton):
        for one in window.findChildren(kind):
            # These paint themselves into any room.
            if isinstance(one, (ElidedLabel, NavigationButton)):
                continue
            if not one.isVisibleTo(window) or not one.text():
                continue
            wanted = one.minimumSizeHint() if isinstance(one, QLabel) else one.sizeHint()
            words = isinstance(one, QLabel) and one.wordWrap()
            if one.height() + 1 < wanted.height() or (not words and one.width() + 1 < wanted.width()):
                cut.append(f"{screen}: {type(one).__name__} {one.text()!r} {one.size()} < {wanted}")
drawn = icon("alarms", 20, themes.theme.colour("text"), window.devicePixelRatioF())
image = drawn.toImage()
small = icon("alarms", 20, themes.theme.colour("text"), 1.0).toImage()
blown_up = small.scaled(image.size(), mode=Qt.TransformationMode.SmoothTransformation)
different = sum(
    abs(image.pixelColor(x, y).alpha() - blown_up.pixelColor(x, y).alpha()) > 40
    for x in range(image.width()) for y in range(image.height())
)
told = {
    "scale": window.devicePixelRatioF(),
    "picture": [picture.width(), picture.height(), picture.devicePixelRatio()],
    "table": window.screen_.fleet.grid._painter.scale,
    "icon": [drawn.width(), drawn.devicePixelRatio(), different],
    "cut": cut,
}
print(json.dumps(told))
whole.end()
"""


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_window_is_sharp_and_whole_at_every_scale(tmp_path, scale):
    environment = {**os.environ, "QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "window.ini")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["scale"] == scale
    assert told["picture"] == [1024 * scale, 640 * scale, scale]
    assert told["table"] == scale
    width, ratio, different = told["icon"]
    assert (width, ratio) == (20 * scale, scale)
    # It is drawn anew, not blown up.
    assert (different > 20) == (scale > 1)
    assert told["cut"] == []
