"""The streams: everybody is told the newest at once, and nobody who is slow costs the others anything."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from doge_gui.web.event_hub import EventHub
from doge_gui.web.event_pace import Pace
from doge_gui.web.event_stream import EventStream, message

QUICK = Pace(tick_s=0.02, alive_s=0.2, stalled_s=0.6)
CALM = Pace(tick_s=0.02, alive_s=60.0, stalled_s=60.0)
BIG = 300_000
"""Bytes of facts that no connection takes at once."""


class Room:
    """A hub whose facts the test sets, and browsers that are connected to it."""

    def __init__(self, pace: Pace, rest: Callable[[float], None] = time.sleep) -> None:
        self.facts = "0"
        self.asked_for: list[tuple[str, str]] = []
        self.hub = EventHub(self.render, time.monotonic, ("overview", "fleet"), pace, rest)
        self._browsers: list[socket.socket] = []

    def render(self, topic: str, language: str) -> bytes:
        self.asked_for.append((topic, language))
        if self.facts == "broken":
            raise ValueError("no words for it")
        return f'{{"{topic}":"{self.facts}"}}'.encode()

    def was_asked(self, times: int) -> bool:
        return len(self.asked_for) >= times

    def tell(self, facts: str) -> None:
        self.facts = facts
        self.hub.wake()

    def enter(
        self, topic: str = "overview", language: str = "en", buffer: int | None = None
    ) -> socket.socket:
        with socket.create_server(("127.0.0.1", 0)) as door:
            browser = socket.socket()
            if buffer is not None:
                browser.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
            browser.settimeout(20.0)
            browser.connect(door.getsockname())
            self._browsers.append(browser)
            self.hub.take(door.accept()[0], b"", EventStream(topic, language))
        return browser

    def leave(self) -> None:
        for browser in self._browsers:
            browser.close()


@pytest.fixture
def room(request: pytest.FixtureRequest) -> Iterator[Room]:
    room = Room(getattr(request, "param", CALM))
    room.hub.start()
    try:
        yield room
    finally:
        ended = room.hub.stop()
        room.leave()
        assert ended


def until(fact: Callable[[], bool]) -> None:
    """Wait for a fact; a test that waits in vain ends by its own time limit."""
    end = time.monotonic() + 20.0
    while not fact():
        assert time.monotonic() < end
        time.sleep(0.002)


def read_until(browser: socket.socket, wanted: bytes) -> bytes:
    """What a browser receives, up to and with `wanted`."""
    text = b""
    while wanted not in text:
        part = browser.recv(65_536)
        assert part, text[-200:]
        text += part
    return text


def test_who_comes_is_told_the_newest_at_once_and_then_what_changes(room: Room) -> None:
    browser = room.enter()
    assert read_until(browser, b"\n\nevent: overview\nid: 1\n").startswith(b"retry: 2000\n\n")
    room.tell("7")
    assert read_until(browser, b'event: overview\nid: 2\ndata: {"overview":"7"}\n\n')


def test_facts_are_put_into_words_once_for_everybody_and_only_where_somebody_listens(room: Room) -> None:
    browsers = [room.enter(language=language) for language in ("en", "fr", "en", "en")]
    for browser in browsers:
        read_until(browser, b"id: 1\n")
    room.asked_for.clear()
    room.tell("8")
    for browser in browsers:
        read_until(browser, b'"8"}\n\n')
    assert sorted(room.asked_for) == [("overview", "en"), ("overview", "fr")]


def test_what_did_not_change_is_not_told_again(room: Room) -> None:
    browser = room.enter()
    read_until(browser, b"id: 1\n")
    for count in range(2, 5):
        room.hub.wake()
        until(partial(room.was_asked, count))
    room.tell("9")
    assert read_until(browser, b'"9"}').count(b"event: ") == 1


@pytest.mark.parametrize("room", [QUICK], indirect=True)
def test_where_nothing_changes_a_sign_of_life_is_sent(room: Room) -> None:
    browser = room.enter()
    assert read_until(browser, b"event: alive\ndata: {}\n\n").count(b"event: overview") == 1


@pytest.mark.parametrize("room", [QUICK], indirect=True)
def test_facts_that_changed_by_time_alone_are_told_without_being_asked(room: Room) -> None:
    browser = room.enter()
    read_until(browser, b"id: 1\n")
    room.facts = "older"  # and nobody says so
    assert read_until(browser, b'{"overview":"older"}')


def test_a_slow_browser_is_owed_the_rest_of_one_message_and_the_newest(room: Room) -> None:
    quick, slow = room.enter(), room.enter(buffer=4096)
    for number in range(1, 30):
        room.tell(f"{number:03}" + "x" * BIG)
        read_until(quick, b'{"overview":"%03d' % number)
        read_until(quick, b"\n\n")
        assert room.hub.backlog < BIG + 1_000
    assert room.hub.backlog > 0
    room.tell("at last")
    told = read_until(slow, b'"at last"}\n\n')
    assert told.count(b"event: overview\n") <= 4, "what is past was queued for it"


@pytest.mark.parametrize("room", [QUICK], indirect=True)
@pytest.mark.parametrize("helped", [True, False], ids=["by the system", "where the system does not help"])
def test_who_takes_nothing_is_let_go(room: Room, helped: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not helped:
        monkeypatch.delattr(socket, "TCP_USER_TIMEOUT", raising=False)
    room.facts = "x" * 20 * BIG
    room.enter(buffer=4096)
    until(lambda: room.hub.clients == 1)
    until(lambda: room.hub.clients == 0)


def test_who_hangs_up_or_goes_on_talking_is_let_go(room: Room) -> None:
    gone, talking = room.enter(), room.enter()
    until(lambda: room.hub.clients == 2)
    gone.close()
    until(lambda: room.hub.clients == 1)
    talking.sendall(b"GET / HTTP/1.1\r\n\r\n")
    until(lambda: room.hub.clients == 0)


@pytest.mark.parametrize("room", [Pace(most=2)], indirect=True)
def test_no_more_than_so_many_listen(room: Room) -> None:
    first, second = room.enter(), room.enter()
    read_until(first, b"id: 1\n")
    assert room.hub.is_full
    assert room.enter().recv(1) == b""
    second.close()
    until(lambda: not room.hub.is_full)
    assert read_until(room.enter(), b"id: 1\n")


def test_two_hundred_are_told_in_turns_that_let_the_interpreter_go() -> None:
    rests: list[float] = []
    room = Room(CALM, rests.append)
    room.hub.start()
    try:
        browsers = [room.enter() for _ in range(200)]
        for browser in browsers:
            read_until(browser, b"id: 1\n")
        rests.clear()
        room.tell("1")
        for browser in browsers:
            read_until(browser, b'"1"}')
        assert rests == [CALM.rest_s] * len(rests)
        assert len(rests) >= 200 // CALM.at_once - 1
    finally:
        assert room.hub.stop()
        room.leave()


def test_a_topic_that_cannot_be_put_into_words_is_told_once_and_harms_no_other(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    defects: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: defects.append(told.exc_type))
    browser = room.enter()
    read_until(browser, b"id: 1\n")
    for count in range(2, 5):
        room.tell("broken")
        until(partial(room.was_asked, count))
    room.tell("mended")
    assert read_until(browser, b'"mended"}')
    assert defects == [ValueError]


def test_the_end_is_the_end_of_every_stream_and_later_comers_are_turned_away() -> None:
    room = Room(CALM)
    room.hub.start()
    browser = room.enter()
    read_until(browser, b"id: 1\n")
    assert room.hub.stop()
    assert room.hub.stop()
    while browser.recv(65_536):
        pass
    assert room.enter().recv(1) == b""
    room.hub.wake()
    room.leave()


def test_facts_of_several_lines_stay_one_message() -> None:
    assert message("fleet", 3, b"a\nb") == b"event: fleet\nid: 3\ndata: a\ndata: b\n\n"
