"""Whoever asks in a way that is not meant to be gets a short answer, and nothing is done for him."""

import json
import logging

import pytest
from flask import Flask, abort
from jinja2 import DictLoader

from tests.web.guarded_site import TOKEN, Plant

METHODS = (
    "POST",
    "PUT",
    "DELETE",
    "PATCH",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "PROPFIND",
    "MKCOL",
    "LOCK",
    "COPY",
    "PURGE",
    "BREW",
    "get",
    "GETS",
)
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"


def paths_of(site: Flask) -> list[str]:
    """An address for each route."""
    known = {
        "<topic>": "overview",
        "<path:plc>": "API-1",
        "<name>": "Inter-Regular.otf",
        "<path:name>": "js/theme.js",
    }
    found = []
    for rule in site.url_map.iter_rules():
        path = rule.rule
        for part, value in known.items():
            path = path.replace(part, value)
        assert "<" not in path, f"{path}: say here what stands for its part"
        found.append(path)
    return found


def test_no_route_is_made_for_anything_but_looking() -> None:
    for rule in Plant().site().url_map.iter_rules():
        assert rule.methods == {"GET", "HEAD"}, rule.rule


@pytest.mark.parametrize("token", [None, TOKEN])
def test_no_method_but_get_and_head_does_anything_anywhere(token: str | None) -> None:
    plant = Plant()
    site = plant.site(token)
    client = site.test_client()
    for path in [*paths_of(site), "/nowhere", "/api/v1/nowhere"]:
        for method in METHODS:
            answer = client.open(path, method=method, headers={"X-HTTP-Method-Override": "GET"})
            assert answer.status_code == 405, (method, path)
            assert answer.headers["Allow"] == "GET, HEAD"
    assert plant.looks == 0


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 400),
        ({"Host": "127.0.0.1, evil.example"}, 400),
        ({"Host": "user:secret@127.0.0.1"}, 400),
        ({"Host": ""}, 400),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403),
        ({"Transfer-Encoding": "chunked"}, 400),
    ],
)
def test_no_route_answers_a_stranger(headers: dict[str, str], status: int) -> None:
    plant = Plant()
    site = plant.site()
    client = site.test_client()
    for path in [*paths_of(site), "/nowhere", "/static/nowhere.js"]:
        for method in ("GET", "HEAD"):
            answer = client.open(path, method=method, headers=headers)
            assert answer.status_code == status, path
            assert b"evil" not in answer.data
    assert plant.looks == 0


@pytest.mark.parametrize(("length", "status"), [("5", 413), ("5, 5", 400), ("-1", 400)])
def test_no_route_takes_a_body(length: str, status: int) -> None:
    plant = Plant()
    site = plant.site()
    for path in [*paths_of(site), "/nowhere"]:
        answer = site.test_client().get(path, environ_overrides={"CONTENT_LENGTH": length})
        assert answer.status_code == status, path
    assert plant.looks == 0


def test_a_link_on_another_sites_page_leads_here() -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert Plant().site().test_client().get("/", headers=headers).status_code == 200


@pytest.mark.parametrize("token", [None, TOKEN])
@pytest.mark.parametrize("host", ["127.0.0.1", "evil.example"])
def test_every_answer_tells_the_browser_what_it_may_do(token: str | None, host: str) -> None:
    site = Plant().site(token)
    client = site.test_client()
    for path in [*paths_of(site), "/nowhere"]:
        for method in ("HEAD", "POST"):
            with client.open(path, method=method, headers={"Host": host}) as answer:
                headers = answer.headers
            assert headers["Content-Security-Policy"].startswith(POLICY)
            assert "unsafe" not in headers["Content-Security-Policy"]
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
            assert headers["Cache-Control"] in {"no-store", "no-cache"}
            assert not [name for name in set(headers.keys()) if name.startswith("Access-Control")]
            assert not {"Server", "Strict-Transport-Security"} & set(headers.keys())


def test_files_may_be_kept_and_facts_may_not() -> None:
    client = Plant().site().test_client()
    with client.get("/static/js/theme.js") as script:
        assert script.headers["Cache-Control"] == "no-cache"
    with client.get("/static/js/theme.js", headers={"If-None-Match": script.headers["ETag"]}) as again:
        assert (again.status_code, again.data) == (304, b"")
    assert client.get("/api/v1/snapshot").headers["Cache-Control"] == "no-store"
    assert client.get("/static/js/nowhere.js").headers["Cache-Control"] == "no-store"


def test_over_tls_it_stays_with_tls() -> None:
    client = Plant().site().test_client()
    secure = client.get("/", base_url="https://127.0.0.1")
    assert secure.headers["Strict-Transport-Security"] == "max-age=2592000"
    assert secure.headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_a_person_reads_a_page_in_his_language_and_a_program_a_problem() -> None:
    client = Plant().site().test_client()
    page = client.get("/nowhere/<script>alert(1)</script>", headers={"Accept-Language": "fr"})
    assert (page.status_code, page.mimetype) == (404, "text/html")
    assert b'<html lang="fr">' in page.data
    assert b"alert(1)" not in page.data
    problem = client.get("/api/v1/nowhere")
    assert problem.content_type == "application/problem+json"
    assert json.loads(problem.data) == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "There is nothing at this address.",
    }
    assert (
        client.get("/nowhere", headers={"Accept": "application/json"}).mimetype == "application/problem+json"
    )


class Broken:
    """A site with a defect, which the facts of the plant make it run into."""

    def __init__(self) -> None:
        self.plant = Plant()
        self.site = self.plant.site()
        self.site.add_url_rule("/defect", "defect", self._defect)
        self.site.add_url_rule("/api/v1/defect", "api_defect", self._defect)
        self.site.add_url_rule("/busy", "busy", lambda: abort(503))

    def _defect(self) -> str:
        raise ValueError("the secret of the plant")


def test_a_defect_is_told_to_the_log_once_and_to_nobody_else(caplog: pytest.LogCaptureFixture) -> None:
    broken = Broken()
    client = broken.site.test_client()
    with caplog.at_level(logging.ERROR, "watchdoge"):
        answers = [client.get(path) for path in ("/defect", "/api/v1/defect", "/defect")]
    for answer in answers:
        assert answer.status_code == 500
        assert b"secret" not in answer.data
        assert b"Traceback" not in answer.data
        assert "Content-Security-Policy" in answer.headers
    (told,) = [record for record in caplog.records if record.name == "watchdoge"]
    assert told.getMessage() == "web: /defect failed"
    assert told.exc_info is not None
    assert str(told.exc_info[1]) == "the secret of the plant"
    broken.plant.now += 3600
    caplog.clear()
    client.get("/defect")
    assert len(caplog.records) == 1, "after a while it is told again"


def test_without_its_templates_the_site_still_tells_what_is_wrong() -> None:
    broken = Broken()
    broken.site.jinja_env.loader = DictLoader({})
    answer = broken.site.test_client().get("/busy")
    assert answer.status_code == 503
    assert answer.text == "503 WatchDoge cannot answer this at the moment.\n"
