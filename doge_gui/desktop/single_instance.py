"""One program per configuration: a second start raises the first window and ends."""

import errno
import hashlib
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from filelock import FileLock, Timeout
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ASK, _ANSWER = b"raise", b"raised\n"
_PATIENCE_S = 2.0
_MOST_BYTES = 512
_MOST_CALLERS = 16
_LONGEST_SOCKET = 100
"""Characters; the system allows some 107."""
_TOKEN = "XDG_ACTIVATION_TOKEN"
"""What a Wayland desktop gives a program that may come to the front."""


class Claim(Enum):
    """What became of the wish to be the one."""

    FIRST = "first"
    """This is the one: it goes on."""
    RAISED = "raised"
    """Another one runs, and has raised its window."""
    SILENT = "silent"
    """Another one runs, but does not answer: it hangs. The operator must be told."""


class SingleInstance(QObject):
    """Holds a lock that the system frees however the process dies, and listens for later starts.

    Signals:
        raise_requested(): somebody started the program again: the window shall come to the front.
    """

    raise_requested = Signal()

    def __init__(self, name: str, parent: QObject | None = None, folder: Path | None = None) -> None:
        """`name` tells what there may be one of; `folder` is a private one of the user's for the lock."""
        super().__init__(parent)
        self._folder = folder or runtime_folder()
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._lock = FileLock(self._folder / f"{digest}.lock", thread_local=False)
        self._socket = _socket_name(self._folder, digest)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_called)
        self._callers: list[_Caller] = []
        self.error = ""
        """Why later starts cannot be told from this one; the program goes on all the same."""

    def claim(self) -> Claim:
        """Become the one, or have the one that is raise its window; takes at most about two seconds."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _check_owner(self._folder)
            self._lock.acquire(timeout=0)
        except Timeout:
            if self._ask_the_other():
                return Claim.RAISED
            if not self._has_ended():
                return Claim.SILENT
        except OSError as error:
            # Better watched twice than not at all.
            self.error = f"{self._folder}: {error.strerror or error}"
            return Claim.FIRST
        # Whoever left a socket of this name is dead: the lock is ours.
        QLocalServer.removeServer(self._socket)
        if not self._server.listen(self._socket):
            self.error = self._server.errorString()
        return Claim.FIRST

    def _has_ended(self) -> bool:
        """Whoever answered nothing was about to end, and is gone: the lock is ours now."""
        try:
            self._lock.acquire(timeout=0)
        except (Timeout, OSError):
            return False
        return True

    def end(self) -> None:
        """Let another one be it."""
        self._server.close()
        callers, self._callers = self._callers, []
        for caller in callers:
            caller.socket.abort()
        self._lock.release()

    def _ask_the_other(self) -> bool:
        ends_at = time.monotonic() + _PATIENCE_S
        socket = QLocalSocket()
        token = os.environ.get(_TOKEN, "")
        request = b"%s %s\n" % (_ASK, token.encode("ascii", "ignore")[: _MOST_BYTES // 2])
        while (left_ms := int((ends_at - time.monotonic()) * 1000)) > 0:
            socket.connectToServer(self._socket)
            if not socket.waitForConnected(min(left_ms, 500)):
                # It holds the lock, but does not listen yet: it is just starting.
                time.sleep(0.02)
                continue
            socket.write(request)
            answer = b""
            while b"\n" not in answer and len(answer) < _MOST_BYTES:
                left_ms = int((ends_at - time.monotonic()) * 1000)
                if left_ms <= 0 or not socket.waitForReadyRead(left_ms):
                    break
                answer += socket.readAll().data()
            socket.abort()
            if answer == _ANSWER:
                return True
        return False

    @Slot()
    def _on_called(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._callers) >= _MOST_CALLERS:
                self._callers.pop(0).socket.abort()
            socket.readyRead.connect(self._on_heard)
            socket.disconnected.connect(self._on_heard)
            self._callers.append(_Caller(socket))
        self._on_heard()

    @Slot()
    def _on_heard(self) -> None:
        """Look at everybody who called; whoever has gone is forgotten."""
        for caller in tuple(self._callers):
            if caller.socket.state() != QLocalSocket.LocalSocketState.ConnectedState:
                if caller in self._callers:
                    self._callers.remove(caller)
                caller.socket.deleteLater()
            elif (token := caller.wish()) is not None:
                if token:
                    os.environ[_TOKEN] = token
                self.raise_requested.emit()
                caller.answer()


@dataclass(eq=False)
class _Caller:
    """One later start that asks."""

    socket: QLocalSocket
    _asked: bytes = b""

    def wish(self) -> str | None:
        """The token it brings, maybe empty, once it has asked; else None. Nonsense is sent away."""
        self._asked += self.socket.read(_MOST_BYTES).data()
        line, end, _rest = self._asked.partition(b"\n")
        if not end and len(self._asked) < _MOST_BYTES:
            return None
        word, _space, token = line.partition(b" ")
        if not end or word != _ASK:
            self.socket.abort()
            return None
        text = token.decode("ascii", "replace")
        return text if text.isascii() and text.isprintable() else ""

    def answer(self) -> None:
        """Tell it that the window is raised."""
        self._asked = b""
        self.socket.write(_ANSWER)
        self.socket.flush()


def runtime_folder() -> Path:
    """A folder of the user's alone for locks and sockets, on this machine."""
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    if given and os.access(given, os.W_OK | os.X_OK):
        return Path(given) / "watchdoge"
    user = str(os.getuid()) if sys.platform != "win32" else os.environ.get("USERNAME", "user")
    return Path(tempfile.gettempdir()) / f"watchdoge-{user}"


def _check_owner(folder: Path) -> None:
    """Raises PermissionError where somebody else made the folder: he could answer in the program's place."""
    if sys.platform != "win32" and folder.stat().st_uid != os.getuid():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _socket_name(folder: Path, digest: str) -> str:
    """On Windows a pipe's name; elsewhere a path, unless that would be too long for one."""
    path = str(folder / f"{digest}.socket")
    return f"watchdoge-{digest}" if sys.platform == "win32" or len(path) > _LONGEST_SOCKET else path
