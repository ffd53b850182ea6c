"""Watches the configuration's file: a valid change is handed on, an invalid one only told."""

import stat
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from doge_gui.core.config import Config
from doge_gui.core.config_text import ConfigError, Mistake, parse_config
from doge_gui.core.phrase import phrase

_MAX_BYTES = 1024 * 1024
_LOOK_MS = 1000
"""Where the system reports no change (network folders), the file is looked at this often."""
_SETTLE_MS = 50
_GRACE_MS = 300
"""A file that is being written may be invalid for this long before anybody is told."""

Signature = tuple[int, int, int]
"""Time of the last change in nanoseconds, size in bytes, inode."""


def read_config(path: Path) -> Config:
    """Read a configuration file. Raises ConfigError with every mistake, or with why it cannot be read."""
    try:
        # A pipe in the file's place could keep the reader waiting for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise ConfigError((Mistake("", phrase("said.config", "{0} is not a file").format(path)),))
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ConfigError(
            (
                Mistake(
                    "",
                    phrase("said.config", "{0} is not there").format(path),
                    phrase("said.config", "put the file back"),
                ),
            )
        ) from error
    except OSError as error:
        raise ConfigError(
            (
                Mistake(
                    "", phrase("said.config", "{0} cannot be read: {1}").format(path, error.strerror or error)
                ),
            )
        ) from error
    if len(content) > _MAX_BYTES:
        raise ConfigError((Mistake("", phrase("said.config", "{0} is larger than 1 MiB").format(path)),))
    try:
        return parse_config(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        what = phrase("said.config", "{0} is not UTF-8 at byte {1}").format(path, error.start)
        raise ConfigError((Mistake("", what, phrase("said.config", "save it as UTF-8")),)) from error


class ConfigWatch(QObject):
    """Follows one configuration file through edits, replacements, removal and return.

    Signals:
        config_changed(Config): a valid configuration that is not the one in force, or the one in force
            again after a rejected one.
        config_rejected(tuple[Mistake, ...]): the file cannot be used; the last good one stays in force.
    """

    config_changed = Signal(object)
    config_rejected = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None, in_force: Config | None = None) -> None:
        """Begin to watch. `in_force` is what the program runs by; None takes what the file says now."""
        super().__init__(parent)
        self._path = path.absolute()
        self._in_force = in_force
        self._mistakes: tuple[Mistake, ...] = ()
        self._seen: Signature | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_file_changed)
        self._watcher.directoryChanged.connect(self._on_folder_changed)
        self._look = self._timer(_LOOK_MS, single=False)
        self._look.timeout.connect(self._on_look_due)
        self._settle = self._timer(_SETTLE_MS, single=True)
        self._settle.timeout.connect(self._on_settled)
        self._grace = self._timer(_GRACE_MS, single=True)
        self._grace.timeout.connect(self._on_grace_over)
        self._begin()

    def stop(self) -> None:
        """Watch no more; no signal comes after this."""
        for timer in (self._look, self._settle, self._grace):
            timer.stop()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)

    def _begin(self) -> None:
        self._follow()
        if self._in_force is None:
            self._seen = self._signature()
            try:
                self._in_force = read_config(self._path)
            except ConfigError:
                self._grace.start()
        else:
            # The file may have changed since the program read it.
            self._settle.start()
        self._look.start()

    @Slot(str)
    def _on_file_changed(self, _path: str) -> None:
        self._follow()
        self._settle.start()

    @Slot(str)
    def _on_folder_changed(self, _path: str) -> None:
        self._follow()
        if self._signature() != self._seen:
            self._settle.start()

    @Slot()
    def _on_look_due(self) -> None:
        self._follow()
        if self._signature() != self._seen and not self._settle.isActive():
            self._settle.start()

    @Slot()
    def _on_settled(self) -> None:
        config, mistakes = self._read()
        if config is not None:
            self._accept(config)
        elif mistakes != self._mistakes and not self._grace.isActive():
            self._grace.start()

    @Slot()
    def _on_grace_over(self) -> None:
        config, mistakes = self._read()
        if config is not None:
            self._accept(config)
        elif mistakes != self._mistakes:
            self._mistakes = mistakes
            self.config_rejected.emit(mistakes)

    def _read(self) -> tuple[Config | None, tuple[Mistake, ...]]:
        # Taken before the reading: a change in between is seen as one at the next look.
        self._seen = self._signature()
        try:
            return read_config(self._path), ()
        except ConfigError as error:
            return None, error.mistakes

    def _accept(self, config: Config) -> None:
        self._grace.stop()
        news = config != self._in_force or bool(self._mistakes)
        self._in_force, self._mistakes = config, ()
        if news:
            self.config_changed.emit(config)

    def _follow(self) -> None:
        """Watch the file and its folder: an editor that replaces the file ends the watch of the old one."""
        folder = str(self._path.parent)
        if folder not in self._watcher.directories() and self._path.parent.is_dir():
            self._watcher.addPath(folder)
        if str(self._path) not in self._watcher.files() and self._path.is_file():
            self._watcher.addPath(str(self._path))

    def _signature(self) -> Signature | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return (found.st_mtime_ns, found.st_size, found.st_ino)

    def _timer(self, interval_ms: int, single: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(single)
        timer.setInterval(interval_ms)
        return timer
