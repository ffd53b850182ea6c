"""What a way of starting the program loads, and what it must leave alone."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.system


def loaded(module: str) -> set[str]:
    """The modules in memory after importing `module` in a fresh interpreter."""
    code = f"import sys, {module}; print(*sys.modules, sep='\\n')"
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return set(ended.stdout.split())


def test_without_a_window_no_widget_is_loaded() -> None:
    modules = loaded("doge_gui.headless")
    assert "PySide6.QtCore" in modules
    assert modules.isdisjoint({"PySide6.QtGui", "PySide6.QtWidgets", "pyqtgraph"})


def test_heavy_parts_are_loaded_when_they_are_needed() -> None:
    assert loaded("doge_gui.app").isdisjoint({"sqlalchemy", "flask", "PySide6.QtMultimedia"})


def test_the_simulator_needs_no_qt() -> None:
    assert not any(name.startswith("PySide6") for name in loaded("doge_gui.simulator.__main__"))
