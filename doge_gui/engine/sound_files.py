"""Which file a tone is: the configured one while it can be played, else the priority's own."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from doge_gui.core.alarms.states import Priority
from doge_gui.core.phrase import phrase

_log = logging.getLogger("watchdoge")


class Tone(NamedTuple):
    """What is played: a request's own sound, or the tone of a priority."""

    sound: str | None
    priority: Priority


class _Fault(NamedTuple):
    """Why a file cannot be played, and how it stood then."""

    why: str
    stamp: tuple[int, int, int] | None


class SoundFiles:
    """Finds the file of a tone, and remembers which cannot be played until they are changed or put back."""

    def __init__(self, sound_of: Callable[[str | None, Priority], Path]) -> None:
        """`sound_of` finds the file of a configured sound, or of a priority's tone."""
        self._sound_of = sound_of
        self._faults: dict[Path, _Fault] = {}
        self._refused: str | None = None

    def path(self, tone: Tone) -> Path:
        """The file to play: the priority's own where the configured one is at fault."""
        path = self._sound_of(tone.sound, tone.priority)
        return self._sound_of(None, tone.priority) if self._fault(path) else path

    def fault(self) -> str:
        """Which of the program's own tones cannot be played, and why; empty while all can."""
        faults = ((path, self._fault(path)) for path in self._own())
        return next((f"{path} {why}" for path, why in faults if why), "")

    def note_played(self) -> None:
        """Something was played: the player is well."""
        self._refused = None

    def note_refused(self, path: str) -> None:
        """A sound that a fresh player refuses again is at fault itself, not the player.

        `path` is empty where the player was lost for another reason.
        """
        if path and path == self._refused and Path(path) not in self._own():
            self.note_unplayable(Path(path), phrase("said.sound", "cannot be played"))
        self._refused = path or None

    def note_unplayable(self, path: Path, why: str) -> bool:
        """Leave this file out while it stands as it is. Whether another is played in its place."""
        replaced = path not in self._own()
        if path not in self._faults:
            instead = "; the program's own is played in its place" if replaced else ""
            _log.warning("sound %s %s%s", path, why, instead)
        self._faults[path] = _Fault(why, _stamp(path))
        return replaced

    def _fault(self, path: Path) -> str:
        """Why this file cannot be played; empty where nothing speaks against it."""
        stamp, known = _stamp(path), self._faults.get(path)
        if stamp is None and (known is None or known.stamp is not None):
            self.note_unplayable(path, phrase("said.sound", "is not there"))
        elif known is not None and known.stamp != stamp:
            _log.info("sound %s was changed and is tried again", path)
            del self._faults[path]
        known = self._faults.get(path)
        return known.why if known is not None else ""

    def _own(self) -> tuple[Path, ...]:
        return tuple(self._sound_of(None, priority) for priority in Priority)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What changes when a file is written, replaced or made readable; None where there is no file."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size) if path.is_file() else None
