"""Prints lines without ever holding up who says them: a reader that does not read stops nothing."""

import contextlib
import os
import queue
import threading
from typing import TextIO

_MOST_WAITING = 10_000
_LAST_WAIT_S = 1.0


class LinePrinter:
    """Writes lines in a thread of its own.

    Where the reader is slow, lines wait; past some thousands further ones are left out and counted. Where it
    has gone, as after `| head`, `gone` is set and nothing is written any more.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._lines: queue.Queue[str | None] = queue.Queue(_MOST_WAITING)
        self.gone = threading.Event()
        self.left_out = 0
        self._thread = threading.Thread(target=self._write, name="line printer", daemon=True)
        self._thread.start()

    def say(self, line: str) -> None:
        """Have a line printed."""
        try:
            self._lines.put_nowait(line)
        except queue.Full:
            self.left_out += 1

    def close(self) -> bool:
        """Write what waits, for a second at most; False where the reader does not take it."""
        with contextlib.suppress(queue.Full):
            self._lines.put_nowait(None)
        self._thread.join(_LAST_WAIT_S)
        return not self._thread.is_alive()

    def _write(self) -> None:
        while (line := self._lines.get()) is not None:
            if self.gone.is_set():
                continue
            try:
                print(line, file=self._out, flush=True)
            except OSError:
                self.gone.set()
                # Python shall not complain at its end about what it could not write.
                with contextlib.suppress(OSError, ValueError):
                    os.dup2(os.open(os.devnull, os.O_WRONLY), self._out.fileno())
