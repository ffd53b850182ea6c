"""The program against gateways served by four real web servers at once."""

import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

pytestmark = pytest.mark.system
SERVERS = Path(__file__).with_name("servers.py")
TOTALS = [16, 20, 24]


@contextmanager
def python_server(kind: str) -> Iterator[int]:
    process = subprocess.Popen(
        [sys.executable, str(SERVERS), kind], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        yield int(process.stdout.readline())
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@contextmanager
def nginx(folder: Path) -> Iterator[int]:
    """nginx with the contract's answers written into its configuration, and a log of what it was asked."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    configuration = folder / "nginx.conf"
    configuration.write_text(
        f"""daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
        events {{ worker_connections 64; }}
        http {{
          access_log {folder}/asked.log; default_type application/json;
          client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
          uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
          server {{
            listen 127.0.0.1:{port};
            location = /multi_possible {{ return 200 '[1, 0, 1]'; }}
            location = /checkplusde3 {{ return 200 '[0, 0, 0]'; }}
            location = /compteur_bille {{ return 200 '[4, 5, 6]'; }}
            location = /temperature {{ return 200 '{{"value": 21.5}}'; }}
            location /compteur_bille/ {{ return 200 'ok'; }}
            location = /deconnection {{ return 200 '{{"status": "disconnected"}}'; }}
          }}
        }}"""
    )
    process = subprocess.Popen(
        [program, "-c", str(configuration), "-p", str(folder)], stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()


def test_every_server_is_read_and_written_once(tmp_path) -> None:
    with ExitStack() as stack:
        ports = {
            kind: stack.enter_context(python_server(kind)) for kind in ("flask", "waitress", "http.server")
        }
        ports["nginx"] = stack.enter_context(nginx(tmp_path))
        listed = {kind: {"API": kind, "RASP_catch": f"127.0.0.1:{port}"} for kind, port in ports.items()}
        (tmp_path / "ip_addresses.json").write_text(json.dumps(listed))
        (tmp_path / "configDoge.json").write_text(
            json.dumps(
                {
                    "job": {"disconnect_each_cycle": True},
                    "requests": [{"name": "temperature", "sum": True, "threshold": 240}],
                }
            )
        )
        ended = subprocess.run(
            [
                *(sys.executable, "-m", "doge_gui", "--headless", "--cycles", "3", "--interval", "0.4"),
                *("--config", str(tmp_path / "configDoge.json")),
            ],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        written = {
            kind: json.load(urllib.request.urlopen(f"http://127.0.0.1:{ports[kind]}/writes", timeout=5))
            for kind in ("flask", "waitress", "http.server")
        }
    assert ended.returncode == 0, ended.stderr
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    assert len(lines) == 3
    for line in lines:
        assert line["failures"] == {}
        assert line["answered"] == line["connected"] == line["totals_written"] == 4
        assert line["marbles"] == {"total": TOTALS, "complete": True}
        assert line["requests"]["temperature"] == {"sum": 86.0, "complete": True, "breach": False}
    once = [f"compteur_bille/{circuit}/{total}" for circuit, total in enumerate(TOTALS)]
    assert written == dict.fromkeys(written, once * 3)
    asked = re.findall(r"GET /(compteur_bille/\S+) ", (tmp_path / "asked.log").read_text())
    assert asked == once * 3
