"""The address list from a file, a web server and a database: the newest list, or one line about why not."""

import json
import socket
import sqlite3
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import ModuleType

import pytest

from doge_gui.core.addresses import AddressListError
from doge_gui.core.config import FileAddresses, SqlAddresses, UrlAddresses
from doge_gui.gateways import address_memory, address_sql
from doge_gui.gateways.address_sources import AddressSource, source_of

TWO = {"API-1": {"API": "API-1", "RASP_catch": "10.0.0.5"}, "API-2": {"RASP_catch": "10.0.0.6:8001"}}
HTTP = "127.0.0.1"


def plcs(source: AddressSource) -> list[str]:
    return [address.plc for address in source.fetch().addresses]


def complaint(source: AddressSource) -> str:
    """The line an operator reads when the list cannot be had."""
    with pytest.raises(AddressListError) as caught:
        source.fetch()
    line = str(caught.value)
    assert line.isprintable()
    assert len(line) <= 300
    return line


class TestFile:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "ip_addresses.json"

    @pytest.fixture
    def source(self, path: Path) -> AddressSource:
        return source_of(FileAddresses(), path.parent, 8000, {})

    def test_the_list_lies_beside_the_configuration(self, source, path):
        path.write_text(json.dumps(TWO))
        assert source.origin == "ip_addresses.json"
        assert [address.netloc for address in source.fetch().addresses] == ["10.0.0.5:8000", "10.0.0.6:8001"]

    def test_a_mark_at_its_head_is_no_part_of_it(self, source, path):
        path.write_text(json.dumps(TWO), encoding="utf-8-sig")
        assert plcs(source) == ["API-1", "API-2"]

    def test_a_name_that_ends_in_csv_is_a_table(self, tmp_path):
        (tmp_path / "Fleet.CSV").write_text("API,RASP_catch\nAPI-7,10.0.0.7\n")
        assert plcs(source_of(FileAddresses(path="Fleet.CSV"), tmp_path, 8000, {})) == ["API-7"]

    def test_an_unchanged_list_is_the_same_book_and_a_changed_one_is_read(self, source, path):
        path.write_text(json.dumps(TWO))
        first = source.fetch()
        path.write_text(json.dumps(TWO))
        assert source.fetch() is first
        path.write_text(json.dumps(TWO, indent=2))
        assert source.fetch() is first
        path.write_text(json.dumps({**TWO, "API-3": {"RASP_catch": "10.0.0.8"}}))
        assert plcs(source) == ["API-1", "API-2", "API-3"]

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (b"", "it is empty; write the list whole, then rename it into place"),
            (b" \n", "it is empty; write the list whole, then rename it into place"),
            (json.dumps(TWO).encode()[:-9], "not JSON: "),
            (b"[]", "expected an object"),
            (b"{}", "the list names no gateway"),
            (b'{"A": {"RASP_catch": "a b"}, "B": 5}', "no entry can be used (B: expected an object"),
            (b'{"\xe9": 1}', "not UTF-8 at byte 2; save it as UTF-8"),
        ],
    )
    def test_a_list_that_cannot_be_used_is_told_with_its_file(self, source, path, content, says):
        path.write_bytes(content)
        assert complaint(source).startswith(f"{path}: {says}")

    def test_a_half_written_list_is_an_error_until_it_is_whole(self, source, path):
        path.write_text(json.dumps(TWO))
        first = source.fetch()
        path.write_text(json.dumps(TWO)[:40])
        assert complaint(source).startswith(f"{path}: not JSON: ")
        path.write_text(json.dumps(TWO))
        assert source.fetch() is first

    def test_what_is_not_there_or_not_a_file_is_told_with_the_remedy(self, source, path):
        assert complaint(source) == f"{path}: no such file; put the list there or change addresses.path"
        path.mkdir()
        assert complaint(source) == f"{path}: not a file; change addresses.path"

    def test_a_huge_file_is_not_read(self, source, path):
        with path.open("wb") as file:
            file.truncate(address_memory.MAX_BYTES + 1)
        assert complaint(source) == f"{path}: larger than 16 MiB; is it the address list?"


class ListServer(ThreadingHTTPServer):
    """A web server on loopback that answers every request alike, and counts them."""

    daemon_threads = True
    status = 200
    body = b""
    pause_s = 0.0
    headers: tuple[tuple[str, str], ...] = ()

    def __init__(self) -> None:
        super().__init__((HTTP, 0), _Answer)
        self.asked: list[tuple[str, str | None]] = []

    def url(self, rest: str = "/list", user: str = "") -> str:
        return f"http://{user}{HTTP}:{self.server_port}{rest}"


class _Answer(BaseHTTPRequestHandler):
    server: ListServer

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["Authorization"]))
        time.sleep(self.server.pause_s)
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(self.server.body)))
        for name, text in self.server.headers:
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class TestUrl:
    @pytest.fixture
    def server(self) -> Iterator[ListServer]:
        with ListServer() as server:
            thread = Thread(target=server.serve_forever, args=(0.01,))
            thread.start()
            yield server
            server.shutdown()
            thread.join()

    def source(self, url: str, deadline_s: float = 2.0) -> AddressSource:
        return source_of(UrlAddresses(source="url", url=url, deadline_s=deadline_s), Path(), 8000, {})

    def test_the_list_of_a_web_server_is_read_and_kept_while_it_is_the_same(self, server):
        server.body = json.dumps(TWO).encode()
        source = self.source(server.url())
        first = source.fetch()
        assert [address.plc for address in first.addresses] == ["API-1", "API-2"]
        assert source.fetch() is first
        assert server.asked == [("/list", None), ("/list", None)]

    def test_secrets_of_the_address_reach_the_server_and_no_screen(self, server):
        server.body = json.dumps(TWO).encode()
        source = self.source(server.url("/list?key=s3cret", user="doge:pa55@"))
        assert plcs(source) == ["API-1", "API-2"]
        assert server.asked == [("/list?key=s3cret", "Basic ZG9nZTpwYTU1")]
        assert source.origin == f"http://127.0.0.1:{server.server_port}/list"
        server.status = 500
        assert "s3cret" not in complaint(source)
        assert "pa55" not in complaint(source)

    def test_a_redirect_is_told_and_not_followed(self, server):
        server.status, server.headers = 302, (("Location", "/elsewhere"),)
        source = self.source(server.url())
        assert complaint(source) == f"{server.url()}: status 302: it redirects; write the final address"
        assert server.asked == [("/list", None)]

    @pytest.mark.parametrize("status", [204, 404, 503])
    def test_another_status_is_told_whatever_the_body(self, server, status):
        server.status, server.body = status, b"" if status == 204 else json.dumps(TWO).encode()
        assert f"status {status} instead of 200" in complaint(self.source(server.url()))

    @pytest.mark.parametrize(
        ("body", "says"), [(b"", "it is empty"), (b"<html>", "not JSON"), (b"\x1f\x8b\x08", "not UTF-8")]
    )
    def test_an_answer_that_is_no_list_is_told(self, server, body, says):
        server.body = body
        assert complaint(self.source(server.url())).startswith(f"{server.url()}: {says}")

    def test_a_silent_server_is_told_within_the_deadline(self, server):
        server.pause_s = 1.0
        began = time.monotonic()
        assert complaint(self.source(server.url(), deadline_s=0.2)) == (
            f"{server.url()}: no answer in 0.2 s; is its server up?"
        )
        assert time.monotonic() - began < 0.9

    def test_an_endless_answer_is_cut(self, server, monkeypatch):
        monkeypatch.setattr("doge_gui.gateways.address_url.MAX_BYTES", 1000)
        server.body = b" " * 1001
        assert "the answer is too large" in complaint(self.source(server.url()))

    def test_a_server_that_is_down_is_told(self):
        with socket.socket() as nobody:
            nobody.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{nobody.getsockname()[1]}/list"
        assert complaint(self.source(url)) == f"{url}: connection refused; is its server up?"

    @pytest.mark.parametrize("url", ["http://[", "http://:80/", "http://a:99999/", "https://user:s3cret@[x/"])
    def test_an_address_that_is_none_is_told_without_its_secrets(self, url):
        assert "s3cret" not in complaint(self.source(url))


class TestSql:
    @pytest.fixture
    def database(self, tmp_path: Path) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(tmp_path / "plant.db", isolation_level=None)
        connection.execute("CREATE TABLE ip_addresses (API TEXT, RASP_catch TEXT, hall TEXT)")
        rows = [("API-1", "10.0.0.5", "north"), ("API-2", "10.0.0.6:8001", None)]
        connection.executemany("INSERT INTO ip_addresses VALUES (?, ?, ?)", rows)
        yield connection
        connection.close()

    def source(self, folder: Path, url: str = "sqlite:///plant.db", **options) -> AddressSource:
        environment = options.pop("environment", {})
        return source_of(SqlAddresses(source="sql", url=url, **options), folder, 8000, environment)

    def test_the_list_comes_out_of_a_database_beside_the_configuration(self, tmp_path, database):
        source = self.source(tmp_path)
        first = source.fetch()
        assert [address.netloc for address in first.addresses] == ["10.0.0.5:8000", "10.0.0.6:8001"]
        assert source.fetch() is first
        database.execute("INSERT INTO ip_addresses VALUES ('API-3', '10.0.0.7', '')")
        assert plcs(source) == ["API-1", "API-2", "API-3"]
        assert source.origin == "SQL query (sqlite)"

    def test_columns_count_by_name_and_empty_cells_are_named(self, tmp_path, database):
        database.execute("INSERT INTO ip_addresses VALUES (NULL, '10.0.0.9', ''), ('API-4', NULL, '')")
        query = "SELECT hall, RASP_catch AS rasp_CATCH, API AS api FROM ip_addresses WHERE hall != ':x %s'"
        book = self.source(tmp_path, query=query + " OR hall IS NULL").fetch()
        assert [address.plc for address in book.addresses] == ["API-1", "API-2"]
        assert {problem.entry for problem in book.problems} == {"entry at 10.0.0.9", "API-4"}

    def test_only_so_many_rows_are_read(self, tmp_path, database, monkeypatch):
        monkeypatch.setattr(address_sql, "MAX_ROWS", 1)
        assert plcs(self.source(tmp_path)) == ["API-1"]

    @pytest.mark.parametrize(
        ("query", "says"),
        [
            ("SELECT API FROM ip_addresses", "no column RASP_catch; found api"),
            ("SELECT API, RASP_catch FROM ip_addresses WHERE 0", "the list names no gateway"),
            ("SELECT * FROM nowhere", "no such table: nowhere"),
            ("SELEKT", 'near "SELEKT": syntax error'),
            ("DELETE FROM ip_addresses", "attempt to write a readonly database"),
            ("BEGIN", "the query gives no rows; addresses.query must be a SELECT"),
        ],
    )
    def test_a_query_that_gives_no_list_is_told_and_writes_nothing(self, tmp_path, database, query, says):
        assert complaint(self.source(tmp_path, query=query)) == f"SQL query (sqlite): {says}"
        assert database.execute("SELECT count(*) FROM ip_addresses").fetchone() == (2,)

    def test_an_endless_query_ends_at_the_deadline(self, tmp_path, database):
        query = "WITH RECURSIVE n(API, RASP_catch) AS (SELECT 1, 2 UNION ALL SELECT API + 1, 2 FROM n) "
        source = self.source(tmp_path, query=query + "SELECT * FROM n WHERE API < 0", deadline_s=0.1)
        began = time.monotonic()
        assert complaint(source) == "SQL query (sqlite): interrupted"
        assert time.monotonic() - began < 2.0

    def test_a_locked_database_is_told_within_the_deadline(self, tmp_path, database):
        database.execute("BEGIN EXCLUSIVE")
        assert complaint(self.source(tmp_path, deadline_s=0.1)) == "SQL query (sqlite): database is locked"

    def test_a_missing_database_is_told_and_not_made(self, tmp_path):
        path = tmp_path / "plant.db"
        assert complaint(self.source(tmp_path)).endswith(f"no database file {path}; change addresses.url")
        assert not path.exists()

    def test_a_variable_of_the_environment_fills_its_place(self, tmp_path, database):
        source = self.source(tmp_path, url="sqlite:///${PLANT}.db", environment={"PLANT": "plant"})
        assert plcs(source) == ["API-1", "API-2"]
        lacking = self.source(tmp_path, url="sqlite:///${PLANT}.db")
        assert complaint(lacking) == (
            "SQL query (sqlite): the environment has no PLANT; addresses.url needs it"
        )

    @pytest.mark.parametrize(
        ("url", "extra"), [("postgresql://u:s3cret@127.0.0.1/x", "postgresql"), ("mysql://u@h/x", "mysql")]
    )
    def test_a_missing_driver_is_told_with_what_to_install(self, tmp_path, monkeypatch, url, extra):
        monkeypatch.setitem(sys.modules, "psycopg", None)
        monkeypatch.setitem(sys.modules, "pymysql", None)
        line = complaint(self.source(tmp_path, url=url))
        assert line.endswith(f'is not installed; pip install "watchdoge-supercharged[{extra}]"')
        assert "s3cret" not in line

    def test_a_driver_that_lacks_a_package_is_told_with_what_to_install(self, tmp_path, monkeypatch):
        def connect(**_arguments: object) -> None:
            raise RuntimeError("'cryptography' package is required for caching_sha2_password auth")

        driver = ModuleType("pymysql")
        vars(driver).update(connect=connect, paramstyle="pyformat", VERSION=(1, 1, 0), Error=OSError)
        monkeypatch.setitem(sys.modules, "pymysql", driver)
        line = complaint(self.source(tmp_path, url="mysql://u:s3cret@h/x"))
        assert line == (
            "SQL query (mysql): 'cryptography' package is required for caching_sha2_password auth; "
            'pip install "watchdoge-supercharged[mysql]"'
        )

    def test_a_missing_sqlalchemy_is_told_with_what_to_install(self, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "sqlalchemy", None)
        assert complaint(self.source(tmp_path)) == (
            'SQL query (sqlite): SQLAlchemy is not installed; pip install "watchdoge-supercharged[sql]"'
        )

    @pytest.mark.parametrize("url", ["nosuch://u:s3cret@h/x", "postgresql://u:s3cret@h:port/x", "sqlite://"])
    def test_a_url_that_is_none_is_told_without_its_secrets(self, tmp_path, url):
        line = complaint(self.source(tmp_path, url=url))
        assert "addresses.url" in line
        assert "s3cret" not in line
