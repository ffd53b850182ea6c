"""Who has the token comes in, by a program or by the page; who guesses waits; who has none sees no fact."""

import logging
from http.cookies import SimpleCookie

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from doge_gui.web.guard.sign_in import own_path
from tests.web.guarded_site import BEARER, TOKEN, Plant

WRONG = {"Authorization": "Bearer not-the-token-of-this-plant"}
FACTS = ("/", "/fleet", "/alarms", "/api/v1/snapshot", "/metrics", "/events/overview", "/nowhere", "/static")


@pytest.fixture
def plant() -> Plant:
    return Plant()


def browser(plant: Plant) -> FlaskClient:
    return plant.site(TOKEN).test_client()


def cookie_of(answer: TestResponse) -> str:
    morsel = SimpleCookie(answer.headers["Set-Cookie"])["watchdoge"]
    assert morsel["httponly"]
    assert (morsel["samesite"], morsel["path"], morsel["max-age"]) == ("Strict", "/", "2592000")
    return morsel.value


def test_without_the_token_nobody_sees_a_fact(plant: Plant) -> None:
    guest = browser(plant)
    for path in FACTS:
        answer = guest.get(path)
        assert answer.status_code in {303, 401}, path
        assert b"API-1" not in answer.data
        if answer.status_code == 401:
            assert answer.headers["WWW-Authenticate"] == "Bearer realm=WatchDoge"
    assert plant.looks == 0


def test_whoever_is_sent_to_the_door_goes_on_to_where_he_wanted(plant: Plant) -> None:
    answer = browser(plant).get("/trend?tag=a%26b&lang=fr")
    assert answer.headers["Location"] == "/sign-in?next=/trend?tag%3Da%2526b%26lang%3Dfr"
    page = browser(plant).get(answer.headers["Location"])
    assert b'data-onward="/trend?tag=a%26b&amp;lang=fr"' in page.data


def test_the_health_of_the_program_is_told_to_everybody_in_two_words(plant: Plant) -> None:
    guest = browser(plant)
    assert guest.get("/healthz").json == {"status": "ok"}
    assert guest.get("/readyz").json == {"status": "ready"}
    assert "version" in guest.get("/healthz", headers=BEARER).json
    assert guest.get("/healthz", headers=WRONG).status_code == 401, "it is no place to guess at"


def test_a_program_comes_in_with_the_token_in_a_header(plant: Plant) -> None:
    program = browser(plant)
    assert program.get("/api/v1/snapshot", headers=BEARER).status_code == 200
    assert program.get("/metrics", headers=BEARER).status_code == 200
    assert program.get("/api/v1/snapshot", headers=WRONG).status_code == 401
    assert program.get("/fleet", headers=WRONG).status_code == 401
    assert program.get(f"/api/v1/snapshot?token={TOKEN}").status_code == 401, "not in an address"


def test_a_browser_comes_in_by_the_page_and_stays_in_after_a_restart(plant: Plant) -> None:
    guest = browser(plant)
    assert guest.get("/sign-in/check").json == {"signed_in": False}
    cookie = cookie_of(guest.get("/sign-in/check", headers=BEARER))
    assert TOKEN not in cookie
    assert guest.get("/sign-in/check").json == {"signed_in": True}
    assert guest.get("/fleet").status_code == 200
    assert guest.get("/sign-in?next=/alarms").headers["Location"] == "/alarms"
    restarted = browser(plant)
    restarted.set_cookie("watchdoge", cookie)
    assert restarted.get("/fleet").status_code == 200
    renamed = plant.site(f"{TOKEN}-new").test_client()
    renamed.set_cookie("watchdoge", cookie)
    assert renamed.get("/fleet").status_code == 303


def test_the_cookie_is_for_tls_alone_where_it_was_given_over_tls(plant: Plant) -> None:
    over_tls = browser(plant).get("/sign-in/check", headers=BEARER, base_url="https://127.0.0.1")
    assert "; Secure" in over_tls.headers["Set-Cookie"]
    assert "; Secure" not in browser(plant).get("/sign-in/check", headers=BEARER).headers["Set-Cookie"]


def test_a_link_with_the_token_lets_in_and_leads_to_an_address_without_it(plant: Plant) -> None:
    guest = browser(plant)
    answer = guest.get(f"/sign-in?token={TOKEN}&next=/fleet")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/fleet")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert TOKEN not in cookie_of(answer)
    assert guest.get("/fleet").status_code == 200


def test_a_wrong_link_leads_to_the_form_that_says_so(plant: Plant) -> None:
    answer = browser(plant).get("/sign-in?token=not-the-token-of-this-plant")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in?next=/&said=wrong")
    assert b"This is not the token." in browser(plant).get(answer.headers["Location"]).data


def test_another_sites_link_tries_no_token_in_the_readers_name(plant: Plant) -> None:
    guest = browser(plant)
    strange = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    for _ in range(9):
        assert guest.get("/sign-in?token=wrong", headers=strange).headers["Location"] == "/sign-in?next=/"
    assert guest.get("/sign-in/check", headers=BEARER).status_code == 200


def test_who_guesses_waits_and_is_not_heard_meanwhile(plant: Plant, caplog: pytest.LogCaptureFixture) -> None:
    site = plant.site(TOKEN)
    guesser, member = site.test_client(), site.test_client()
    member.get("/sign-in/check", headers=BEARER)
    with caplog.at_level(logging.WARNING, "watchdoge"):
        for _ in range(5):
            assert guesser.get("/sign-in/check", headers=WRONG).status_code == 401
        for headers in (WRONG, BEARER):
            held = guesser.get("/api/v1/snapshot", headers=headers)
            assert (held.status_code, held.headers["Retry-After"]) == (429, "60")
    assert guesser.get(f"/sign-in?token={TOKEN}").headers["Location"] == "/sign-in?next=/&said=held"
    assert [record.getMessage() for record in caplog.records] == [
        "web: a wrong token was offered from 127.0.0.1",
        "web: 5 wrong tokens in a minute from 127.0.0.1; it has to wait",
    ]
    assert member.get("/fleet").status_code == 200, "who is in stays in"
    neighbour = {"REMOTE_ADDR": "192.0.2.9"}
    assert guesser.get("/metrics", headers=BEARER, environ_base=neighbour).status_code == 200
    plant.now += 60
    assert guesser.get("/api/v1/snapshot", headers=BEARER).status_code == 200


def test_without_a_token_there_is_no_door(plant: Plant) -> None:
    guest = plant.site().test_client()
    assert guest.get("/sign-in?next=/fleet").headers["Location"] == "/fleet"
    assert guest.get("/sign-in/check").json == {"signed_in": True}
    assert "Set-Cookie" not in guest.get("/sign-in/check", headers=WRONG).headers


def test_without_the_script_the_form_sends_nothing(plant: Plant) -> None:
    page = browser(plant).get("/sign-in").text
    assert "name=" not in page[page.index("<form") : page.index("</form>")]
    assert "<noscript>" in page


@pytest.mark.parametrize(
    "asked",
    [
        None,
        "",
        "fleet",
        "//evil.example",
        "/\\evil.example",
        "/a\\..\\evil",
        "https://evil.example/",
        "javascript:alert(1)",
        "/\tevil",
        "/\n/evil.example",
        "/sign-in",
        "/sign-in/check",
        "/sign-in?next=/",
        "/" + "a" * 2000,
    ],
)
def test_nobody_is_led_away_from_the_door(asked: str | None) -> None:
    assert own_path(asked) == "/"


def test_a_path_of_ours_is_gone_on_to() -> None:
    assert own_path("/trend?tag=API-1&from=2026-01-31") == "/trend?tag=API-1&from=2026-01-31"
