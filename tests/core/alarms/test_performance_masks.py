"""What an operator was never shown is no load; what comes out from behind a mask is."""

from datetime import timedelta

from shifts import NORMAL, RTN, SHIFT, UNACK, at, book, entry, raised, shift, standing

from doge_gui.core.alarms.alarm import Service
from doge_gui.core.alarms.events import What


def test_what_was_hidden_at_birth_was_presented_to_nobody():
    lost = entry(100, "offline:API-1")
    hidden = entry(100, "high:API-1")
    behind = entry(100, "high:API-1", What.SUPPRESSED, source="offline:API-1")
    assert shift([lost, hidden, behind]).raised == 1
    bared = entry(400, "high:API-1", What.UNSUPPRESSED, after=UNACK)
    assert shift([lost, hidden, behind, bared]).raised == 2
    over = bared._replace(after=RTN)  # it was over by then: it does not call
    assert shift([lost, hidden, behind, over]).raised == 1


def test_what_is_raised_while_shelved_is_presented_when_it_comes_back():
    shelved = entry(50, "API-1", What.SHELVED, after=NORMAL, until=at(500))
    back = entry(500, "API-1", What.UNSHELVED, after=UNACK)
    assert shift([shelved, *raised(100, 200)]).raised == 0
    assert shift([shelved, *raised(100), back]).raised == 1


def test_a_second_mask_keeps_an_alarm_hidden():
    events = [
        entry(50, "API-1", What.SHELVED, after=NORMAL, until=at(500)),
        entry(60, "API-1", What.OUT_OF_SERVICE, after=NORMAL),
        *raised(100),
        entry(500, "API-1", What.UNSHELVED, after=UNACK),
    ]
    assert shift(events).raised == 0
    assert shift([*events, entry(600, "API-1", What.IN_SERVICE, after=UNACK)]).raised == 1


def test_what_was_masked_before_the_journal_at_hand_is_known_from_the_book_or_the_lifting():
    service = Service("Ada", "new motor", SHIFT - timedelta(days=2))
    assert shift(raised(100), book(standing("API-1", at(100), out_of_service=service))).raised == 0
    lifted = entry(900, "API-1", What.UNSHELVED, after=NORMAL)
    assert shift([*raised(100), lifted, *raised(1000)]).raised == 1
