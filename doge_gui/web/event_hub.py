"""All streams of events, served by one thread: what changed is put into words once, for everybody."""

import contextlib
import selectors
import socket
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Collection

from doge_gui.web.event_listener import Listener, StreamLine, prepared
from doge_gui.web.event_pace import Pace
from doge_gui.web.event_stream import ALIVE, RETRY, EventStream, message

_JOIN_S = 1.0


class EventHub:
    """Tells every listener the newest of its topic, in its language.

    `render(topic, language)` gives the facts as bytes of UTF-8, in the hub's thread; it is asked at most once
    per tick, and only where somebody listens. A slow listener gets the newest facts when it takes some again,
    nothing between.
    """

    def __init__(
        self,
        render: Callable[[str, str], bytes],
        clock: Callable[[], float],
        topics: Collection[str],
        pace: Pace | None = None,
        rest: Callable[[float], None] = time.sleep,
    ) -> None:
        self.topics = frozenset(topics)
        self.pace = pace or Pace()
        self._render = render
        self._clock = clock
        self._rest = rest
        self._lines: dict[tuple[str, str], StreamLine] = {}
        self._listeners: set[Listener] = set()
        self._due: dict[Listener, None] = {}
        self._to_render: deque[StreamLine] = deque()
        self._newcomers: deque[tuple[socket.socket, bytes, EventStream]] = deque()
        self._changed = False
        self._next_tick = self._next_round = float("-inf")
        self._lock = threading.Lock()
        self._running = False
        self._selector: selectors.BaseSelector
        self._waker: socket.socket | None = None
        self._thread = threading.Thread(target=self._run, name="event hub", daemon=True)

    @property
    def clients(self) -> int:
        """How many listen now."""
        return len(self._listeners) + len(self._newcomers)

    @property
    def is_alive(self) -> bool:
        """Whether its thread serves."""
        return self._thread.is_alive()

    @property
    def is_full(self) -> bool:
        """Whether nobody else is let in."""
        return self.clients >= self.pace.most

    @property
    def backlog(self) -> int:
        """Bytes that the slowest listener has not taken of the message under way."""
        return max((listener.backlog for listener in list(self._listeners)), default=0)

    def start(self) -> None:
        """Begin to serve. Does nothing while it does; cannot be begun again once stopped."""
        with self._lock:
            if self._thread.ident is None:
                self._running = True
                self._thread.start()

    def wake(self) -> None:
        """Say that the facts changed. From any thread; costs next to nothing."""
        if not self._changed:
            self._changed = True
            self._poke()

    def take(self, connection: socket.socket, head: bytes, stream: EventStream) -> None:
        """Send `head`, then the stream, to `connection`, which is the hub's from now on. From any thread."""
        with self._lock:
            if self._running and not self.is_full:
                self._newcomers.append((connection, head, stream))
            else:
                connection.close()
        self._poke()

    def stop(self) -> bool:
        """End all streams. False: the thread is still held up, in `render`."""
        with self._lock:
            self._running = False
        self._poke()
        if self._thread.ident is not None:
            self._thread.join(_JOIN_S)
        return not self._thread.is_alive()

    def _poke(self) -> None:
        with self._lock, contextlib.suppress(BlockingIOError):
            if self._waker is not None:
                self._waker.send(b"\0")

    def _run(self) -> None:
        alarm, waker = socket.socketpair()
        with alarm, waker, selectors.DefaultSelector() as selector:
            self._selector = selector
            alarm.setblocking(False)
            waker.setblocking(False)
            selector.register(alarm, selectors.EVENT_READ)
            with self._lock:
                self._waker = waker
            try:
                while self._running:
                    self._turn(selector, alarm)
            finally:
                self._close()

    def _turn(self, selector: selectors.BaseSelector, alarm: socket.socket) -> None:
        for key, mask in selector.select(self._wait_s()):
            if key.fileobj is alarm:
                with contextlib.suppress(BlockingIOError):
                    alarm.recv(4096)
            elif mask & selectors.EVENT_READ:
                # Nobody has anything to say on a stream: it hung up, or means mischief.
                self._drop(key.data)
            else:
                self._due[key.data] = None
        now = self._clock()
        self._admit(now)
        self._tick(now)
        if now >= self._next_round:
            self._next_round = now + min(self.pace.alive_s, self.pace.stalled_s, 5.0) / 5
            self._make_round(now)
        if self._to_render:
            self._put_into_words(self._to_render.popleft(), now)
        self._serve(now)
        if self._due or self._to_render:
            self._rest(self.pace.rest_s)

    def _wait_s(self) -> float | None:
        """How long nothing is to be done; None: until somebody comes."""
        if self._due or self._to_render or self._newcomers:
            return 0.0
        if not self._listeners:
            return None
        until = min(self._next_round, self._next_tick) if self._changed else self._next_round
        return max(0.0, until - self._clock())

    def _admit(self, now: float) -> None:
        while self._newcomers:
            # Counted among the newcomers until it is a listener, or one more would be let in meanwhile.
            self._let_in(*self._newcomers[0], now)
            self._newcomers.popleft()

    def _let_in(self, connection: socket.socket, head: bytes, stream: EventStream, now: float) -> None:
        at = stream.topic, stream.language
        line = self._lines.setdefault(at, StreamLine(*at))
        try:
            listener = Listener(prepared(connection, self.pace.stalled_s), head + RETRY, line, now)
        except OSError:
            connection.close()
            return
        # A page counts ages from when a message comes: an old one would be taken for new.
        if now - line.rendered_at >= self.pace.tick_s and line not in self._to_render:
            self._to_render.append(line)
        line.listeners.add(listener)
        self._listeners.add(listener)
        self._selector.register(connection, selectors.EVENT_READ, listener)
        if line not in self._to_render:
            self._due[listener] = None

    def _tick(self, now: float) -> None:
        if self._changed and now >= self._next_tick and self._listeners:
            self._changed = False
            self._next_tick = now + self.pace.tick_s
            self._to_render.extend(
                line for line in self._lines.values() if line.listeners and line not in self._to_render
            )

    def _make_round(self, now: float) -> None:
        """Send signs of life where they are due, and let go of those who take nothing."""
        for listener in list(self._listeners):
            if not listener.is_owed:
                listener.moved_at = now
            elif now - listener.moved_at >= self.pace.stalled_s:
                self._drop(listener, at_once=True)
        for line in self._lines.values():
            if line.listeners and now - line.told_at >= self.pace.alive_s and line not in self._to_render:
                # The facts may have changed by time alone: what is put into words tells their age too.
                self._to_render.append(line)

    def _put_into_words(self, line: StreamLine, now: float) -> None:
        if not line.listeners:
            return
        line.rendered_at = now
        data = line.data
        try:
            data = self._render(line.topic, line.language)
        except Exception:  # noqa: BLE001 - a thread's end: the defect is told once, the other streams go on
            if not line.failed:
                line.failed = True
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
        else:
            line.failed = False
        if data is not None and data != line.data:
            line.data, line.number, line.told_at = data, line.number + 1, now
            line.message = message(line.topic, line.number, data)
        elif now - line.told_at >= self.pace.alive_s:
            line.told_at = now
            for listener in line.listeners:
                listener.remind(ALIVE)
        ready = (listener for listener in line.listeners if listener.is_owed and not listener.waits_for_room)
        self._due.update(dict.fromkeys(ready))

    def _serve(self, now: float) -> None:
        for listener in list(self._due)[: self.pace.at_once]:
            del self._due[listener]
            waited = listener.waits_for_room
            if not listener.send(now):
                self._drop(listener)
            elif listener.waits_for_room != waited:
                wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if listener.waits_for_room else 0)
                self._selector.modify(listener.connection, wanted, listener)

    def _drop(self, listener: Listener, *, at_once: bool = False) -> None:
        if listener in self._listeners:
            self._listeners.discard(listener)
            listener.line.listeners.discard(listener)
            self._due.pop(listener, None)
            self._selector.unregister(listener.connection)
            listener.close(at_once=at_once)

    def _close(self) -> None:
        with self._lock:
            self._running, self._waker = False, None
        for connection, _, _ in self._newcomers:
            connection.close()
        self._newcomers.clear()
        for listener in list(self._listeners):
            self._drop(listener)
