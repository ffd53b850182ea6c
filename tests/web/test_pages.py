"""The frames of the pages and what they load: everything from here, in the reader's language."""

import hashlib
import json
import re
import tomllib
from functools import partial
from html.parser import HTMLParser

import flask
import pytest

from doge_gui import paths
from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.events import What
from doge_gui.core.alarms.states import AlarmState
from doge_gui.web.pages import PAGES, pages
from doge_gui.web.tongue import Tongue
from doge_gui.web.words import PAGE_WORDS
from doge_gui.web.words_journal import JOURNAL_WORDS
from doge_gui.web.words_scripts import SCRIPT_WORDS, script_words
from tests.web.plant import given

WEB = paths.resource("web")
SCRIPTS = sorted((WEB / "static" / "js").glob("*.js"))
STYLES = sorted((WEB / "static" / "css").glob("*.css"))
PATHS = [page.path for page in PAGES]


@pytest.fixture
def reader():
    site = flask.Flask("pages alone", static_folder=None)
    site.register_blueprint(pages(given()))
    with site.test_client() as client:
        # Read to its end and closed: files are sent as they are read.
        yield partial(client.get, buffered=True)


class Loaded(HTMLParser):
    """What a page loads, and what in it would run or style by itself."""

    def __init__(self, text):
        super().__init__()
        self.loads, self.inline = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.loads += [
            given[name] for name in ("src", "href") if name in given and tag in {"script", "link", "img"}
        ]
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (
            tag == "script" and "src" not in given and given.get("type") != "application/json"
        ):
            self.inline.append(tag)


@pytest.mark.parametrize("path", PATHS)
def test_all_that_a_page_loads_is_served_here(reader, path):
    page = Loaded(reader(path).text)
    assert page.loads
    for address in page.loads:
        assert address.startswith("/static/")
        assert reader(address).status_code == 200, address


@pytest.mark.parametrize("path", PATHS)
def test_nothing_in_a_page_needs_an_exception_from_the_policy(reader, path):
    assert Loaded(reader(path).text).inline == []


@pytest.mark.parametrize("path", PATHS)
def test_the_page_one_is_on_is_marked_and_the_others_lead_on(reader, path):
    text = reader(path).text
    assert re.findall(r'<a href="([^"]*)" aria-current="page"', text) == [path]
    assert all(f'<a href="{other}"' in text for other in PATHS)


def test_the_browser_s_language_is_taken_unless_another_was_chosen(reader):
    french = {"Accept-Language": "fr-FR,fr;q=0.9,en;q=0.5"}
    assert '<html lang="fr">' in reader("/", headers=french).text
    assert '<html lang="en">' in reader("/", headers={"Accept-Language": "de"}).text
    chosen = reader("/?lang=en", headers=french)
    assert "lang=en" in chosen.headers["Set-Cookie"]
    assert "SameSite=Lax" in chosen.headers["Set-Cookie"]
    assert '<html lang="en">' in reader("/", headers=french).text


def test_a_language_that_there_is_not_is_no_error_and_is_not_kept(reader):
    answer = reader("/?lang=%22%3E%3Cscript%3E")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert "<script>" not in answer.text


def test_changing_the_language_keeps_what_the_address_says(reader):
    text = reader("/trend?tag=API-1:a%26b&tag=cycle&span=3600").text
    assert 'href="/trend?tag=API-1%3Aa%26b&amp;tag=cycle&amp;span=3600&amp;lang=fr"' in text


def test_the_scripts_get_their_words_in_the_page_s_language(reader):
    text = reader("/?lang=fr").text
    words = json.loads(re.search(r'<script type="application/json" id="words">(.*?)</script>', text)[1])
    assert words == script_words(Tongue("fr", given().translate["fr"]))


def test_every_word_that_a_script_asks_for_is_there():
    known = {**SCRIPT_WORDS, **JOURNAL_WORDS}
    for script in SCRIPTS:
        text = script.read_text(encoding="utf-8")
        asked = set(re.findall(r'\bword\("(\w+)"', text))
        asked |= {f"{name}_{form}" for name in re.findall(r'\bcounted\("(\w+)"', text) for form in "1n"}
        assert asked <= known.keys(), script.name


def test_every_template_that_another_stands_on_is_there():
    folder = WEB / "templates"
    for path in folder.glob("*.html"):
        for name in re.findall(r'{% (?:extends|from|include) "([^"]+)"', path.read_text(encoding="utf-8")):
            assert (folder / name).is_file(), f"{path.name}: {name}"


def test_whatever_the_journal_tells_has_a_word():
    told = {f"kind_{kind.value.replace('-', '_')}" for kind in Kind}
    told |= {f"became_{state.value}" for state in AlarmState}
    told |= {f"did_{what.value.replace(' ', '_')}" for what in What if what is not What.TRANSITION}
    assert told <= JOURNAL_WORDS.keys()


def test_every_word_of_the_pages_is_used():
    templates = "".join(path.read_text(encoding="utf-8") for path in (WEB / "templates").glob("*.html"))
    pages_named = {page.name for page in PAGES}
    used = (
        set(re.findall(r"words\.(\w+)", templates))
        | set(re.findall(r'words\["(\w+)"\]', templates))
        | pages_named
    )
    assert PAGE_WORDS.keys() <= used


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_colours_are_those_of_the_window(theme):
    roles = tomllib.loads(paths.resource("themes", f"{theme}.toml").read_text(encoding="utf-8"))
    text = (WEB / "static" / "css" / "theme.css").read_text(encoding="utf-8")
    block = re.search(
        r":root\[data-theme=\"dark\"\] \{(.*?)\}" if theme == "dark" else r":root \{(.*?)\}", text, re.S
    )[1]
    colours = dict(re.findall(r"--([\w-]+): (#\w+);", block))
    curves = {f"curve-{place}": colours.pop(f"curve-{place}") for place in range(6)}
    assert list(curves.values()) == roles["curves"]["plcs"][:6]
    assert colours == {name: roles["palette"][roles["roles"][name.replace("-", "_")]] for name in colours}


def test_what_others_made_is_as_it_was_when_it_was_checked():
    folder = WEB / "static" / "vendor" / "uplot-1.6.32"
    sums = dict(
        reversed(line.split()) for line in (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    )
    assert sums.keys() == {path.name for path in folder.iterdir()} - {"SHA256SUMS"}
    for name, digest in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name


def test_modules_name_only_modules_that_are_there():
    for script in SCRIPTS:
        for name in re.findall(r'^import .* from "(.+)";$', script.read_text(encoding="utf-8"), re.M):
            assert (script.parent / name).is_file(), f"{script.name}: {name}"


@pytest.mark.parametrize("path", [*SCRIPTS, *STYLES], ids=lambda path: path.name)
def test_no_text_of_ours_reaches_for_the_outside(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?://|innerHTML|insertAdjacentHTML|eval\(|document\.write", text)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../templates/base.html",
        "/static/%2e%2e/templates/base.html",
        "/static/vendor/uplot-1.6.32/LICENSE",
        "/static/fonts/OFL.txt",
        "/static/fonts/Inter-Bold.otf",
        "/static/nothing.js",
    ],
)
def test_nothing_else_is_served(reader, path):
    assert reader(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("js/live.js", "text/javascript"),
        ("css/theme.css", "text/css"),
        ("icons/state-high.svg", "image/svg+xml"),
    ],
)
def test_files_are_told_as_what_they_are(reader, path, kind):
    answer = reader(f"/static/{path}")
    assert answer.mimetype == kind
    assert reader(f"/static/{path}", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
