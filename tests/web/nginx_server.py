"""A real nginx with the configuration that the documentation shows, in a folder of its own."""

import re
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NGINX = "/usr/sbin/nginx"
NAME = "plant.example.org"
PAGE = Path(__file__).parents[2] / "docs" / "nginx.md"
_PATIENCE_S = 20.0
_AROUND = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{servers}
}}
"""


@dataclass(frozen=True)
class Proxy:
    """What runs."""

    port: int
    """Where it takes HTTPS."""
    plain_port: int
    """Where it takes HTTP, and says that HTTPS is the way."""
    certificate: Path
    log: Path

    def connect(self) -> ssl.SSLSocket:
        """A browser's connection, by the name, with the certificate checked."""
        trust = ssl.create_default_context(cafile=str(self.certificate))
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=_PATIENCE_S)
        return trust.wrap_socket(plain, server_hostname=NAME)


def documented() -> str:
    """The configuration in docs/nginx.md."""
    (found,) = re.findall(r"```nginx\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return str(found)


@contextmanager
def nginx(folder: Path, upstream: int) -> Iterator[Proxy]:
    """nginx in front of the program's port `upstream`; ended in any case."""
    certificate, key = _certificate(folder)
    proxy = Proxy(_free_port(), _free_port(), certificate, folder / "error.log")
    servers = documented()
    for shown, ours in (
        ("listen 80;", f"listen 127.0.0.1:{proxy.plain_port};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{proxy.port} ssl http2;"),
        ("/etc/ssl/watchdoge/certificate.pem", str(certificate)),
        ("/etc/ssl/watchdoge/key.pem", str(key)),
        ("http://127.0.0.1:5000", f"http://127.0.0.1:{upstream}"),
    ):
        assert shown in servers, shown
        servers = servers.replace(shown, ours)
    file = folder / "nginx.conf"
    file.write_text(_AROUND.format(folder=folder, servers=servers), encoding="utf-8")
    process = subprocess.Popen((NGINX, "-p", str(folder), "-c", str(file), "-e", str(proxy.log)))
    try:
        _wait_for(proxy, process)
        yield proxy
    finally:
        process.terminate()
        try:
            process.wait(5)
        finally:
            process.kill()
            process.wait()


def _wait_for(proxy: Proxy, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not _answers(proxy):
        assert process.poll() is None, proxy.log.read_text(encoding="utf-8")
        assert time.monotonic() < end
        time.sleep(0.02)


def _answers(proxy: Proxy) -> bool:
    try:
        proxy.connect().close()
    except OSError:
        return False
    return True


def _certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for the name, signed by itself, and its key."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        (
            *(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
            ),
            *("-days", "2", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"),
            *("-keyout", str(key), "-out", str(certificate)),
        ),
        check=True,
        capture_output=True,
        timeout=_PATIENCE_S,
    )
    return certificate, key


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
