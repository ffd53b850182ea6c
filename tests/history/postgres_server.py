"""A real PostgreSQL server of the tests' own: in a folder of its own, on a free port of this machine."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

USER = "watchdoge"
PASSWORD = "only for tests"
_DEBIAN = Path("/usr/lib/postgresql")
_START_S = 20


def programs() -> Path | None:
    """The folder with the server's programs; None where there are none."""
    if sys.platform == "win32":
        return None
    versions = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda found: int(found.parts[-3]))
    if versions:
        return versions[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


class PostgresServer:
    """One server; `start` and `stop` may follow each other."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self._binaries = binaries
        self._folder = folder
        self._data = folder / "data"
        self._process: subprocess.Popen[bytes] | None = None
        self._databases = count(1)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        secret = folder / "password"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        entry = ["--auth", "scram-sha-256", "--username", USER, f"--pwfile={secret}"]
        form = ["--encoding", "UTF8", "--locale", "C", "--no-sync"]
        self._run("initdb", "--pgdata", str(self._data), *entry, *form)

    def start(self) -> None:
        """Start it, and wait until it lets somebody in."""
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": self.port,
            "unix_socket_directories": self._folder,
            "fsync": "on",
            "shared_buffers": "32MB",
            "max_connections": 20,
        }
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        command = [self._program("postgres"), "-D", str(self._data), *words]
        with (self._folder / "log").open("ab") as log:
            # It ends with whoever started it, even where that is killed.
            self._process = subprocess.Popen(
                _as_server(["--pdeathsig", "INT"], command), stdout=log, stderr=log
            )
        self.wait_until_up()

    def wait_until_up(self) -> None:
        """Wait until it lets somebody in."""
        ends_at = time.monotonic() + _START_S
        while True:
            try:
                self.connected("postgres").close()
            except psycopg.OperationalError:
                if time.monotonic() > ends_at:
                    raise
                time.sleep(0.02)
            else:
                return

    def stop(self) -> None:
        """Stop it in order: who is connected is sent away."""
        self._end(signal.SIGINT)

    def restart(self) -> None:
        """Stop it, and start it at once."""
        self.stop()
        self.start()

    def kill(self) -> None:
        """As a power cut: neither it nor its children finish anything."""
        assert self._process is not None
        self._signal_all(signal.SIGKILL)
        self._process.wait()
        self._process = None

    def freeze(self) -> None:
        """It takes connections, as the system does it for it, and answers nothing."""
        self._signal_all(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on."""
        self._signal_all(signal.SIGCONT)

    def database(self) -> str:
        """A new, empty database; its URL as one configures it."""
        name = f"history_{next(self._databases)}"
        with self.connected("postgres") as connection:
            connection.autocommit = True
            connection.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def connected(self, database: str) -> psycopg.Connection[Any]:
        """A connection past the program."""
        way = {"host": "127.0.0.1", "port": self.port, "user": USER, "password": PASSWORD}
        return psycopg.connect(dbname=database, connect_timeout=2, **way)

    def url(self, database: str) -> str:
        """The URL of one of its databases."""
        return f"postgresql://{USER}:{PASSWORD.replace(' ', '%20')}@127.0.0.1:{self.port}/{database}"

    def end(self) -> None:
        """Stop it without tidying up, for the last time."""
        self._end(signal.SIGQUIT)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(_START_S)
            self._process = None

    def _signal_all(self, which: signal.Signals) -> None:
        assert self._process is not None
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        for pid in (self._process.pid, *map(int, children)):
            os.kill(pid, which)

    def _program(self, name: str) -> str:
        return str(self._binaries / name)

    def _run(self, name: str, *arguments: str) -> None:
        command = _as_server([], [self._program(name), *arguments])
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self._folder)


def _as_server(options: list[str], command: list[str]) -> list[str]:
    """As a user who may run a server: it refuses root."""
    if os.geteuid() == 0:
        options = ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", *options]
    return ["setpriv", *options, *command]


@contextmanager
def running() -> Iterator[PostgresServer]:
    """A server that is stopped, and gone from the disk, at the end."""
    binaries = programs()
    assert binaries is not None
    # Not where pytest keeps its folders: those are closed to the server's user.
    folder = Path(tempfile.mkdtemp(prefix="watchdoge-postgres-"))
    try:
        folder.chmod(0o755)
        server = PostgresServer(binaries, folder)
        server.start()
        try:
            yield server
        finally:
            server.end()
    finally:
        shutil.rmtree(folder)
