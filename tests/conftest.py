"""What every test stands on: folders of its own, and a Qt that says when something is wrong."""

import contextlib
import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tools.display import virtual_screen

_SCREEN = contextlib.ExitStack()
# What takes long is measured by the benchmarks; on a slow day it is no defect.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

# Two workers on one screen would take the keyboard from each other's windows.
if sys.platform == "linux" and os.environ.get("PYTEST_XDIST_WORKER") and os.environ.get("DISPLAY"):
    os.environ.update(_SCREEN.enter_context(virtual_screen(os.environ)))

# Set before Qt is loaded: core and engine tests need no screen, and window tests are given one.
if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A machine without optional video libraries is not a defect of the program.
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.symbolsresolver=false")


@pytest.fixture(autouse=True)
def _same_platform() -> Iterator[None]:
    """A command that ran in this process and chose Qt's platform chose it for no program of a later test."""
    before = os.environ.get("QT_QPA_PLATFORM")
    yield
    os.environ.pop("QT_QPA_PLATFORM", None)
    if before is not None:
        os.environ["QT_QPA_PLATFORM"] = before


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings and logs of the person who runs it."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


def pytest_sessionstart() -> None:
    """The collector runs in this thread only, as in the program: widgets may be destroyed nowhere else."""
    gc.disable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Between two tests it has its rounds."""
    yield
    from doge_gui.engine.collector import due_generation

    generation = due_generation(gc.get_count(), gc.get_threshold())
    if generation is not None:
        gc.collect(generation)


def pytest_unconfigure() -> None:
    """The worker's own screen goes with it."""
    _SCREEN.close()
