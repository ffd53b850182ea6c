"""Real web servers that serve the gateway contract: Flask's development server, waitress, http.server, nginx.

Run as a program, `python servers.py KIND`: serves on a free loopback port and prints it.
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

COUNTS = {"multi_possible": [1, 0, 1], "checkplusde3": [0, 0, 0], "compteur_bille": [4, 5, 6]}


def answer(path: str) -> object:
    """The contract's answer, or None where there is none."""
    parts = path.strip("/").split("/")
    if parts[0] == "deconnection":
        return {"status": "disconnected"}
    if parts[0] == "temperature":
        return {"value": 21.5}
    if parts[0] == "compteur_bille" and len(parts) == 3:
        return {"written": parts[2]}
    return COUNTS.get(parts[0])


def flask_application(writes: list[str]):
    from flask import Flask, Response

    application = Flask(__name__)

    @application.get("/writes")
    def seen() -> Response:
        return Response(json.dumps(writes), mimetype="application/json")

    @application.get("/<path:path>")
    def any_path(path: str) -> Response:
        if path.count("/") == 2:
            writes.append(path)
        return Response(json.dumps(answer(path)), mimetype="application/json")

    return application


class Handler(BaseHTTPRequestHandler):
    """Python's own server, keep-alive, one connection at a time."""

    protocol_version = "HTTP/1.1"
    writes: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        if self.path == "/writes":
            document: object = self.writes
        else:
            document = answer(self.path)
            if self.path.count("/") == 3:
                self.writes.append(self.path.strip("/"))
        body = json.dumps(document).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Quiet."""


def main(kind: str) -> None:
    if kind == "http.server":
        server = HTTPServer(("127.0.0.1", 0), Handler)
        print(server.server_port, flush=True)
        server.serve_forever()
    elif kind == "waitress":
        from waitress.server import create_server

        waitress = create_server(flask_application([]), host="127.0.0.1", port=0)
        print(waitress.effective_port, flush=True)
        waitress.run()
    else:
        from werkzeug.serving import make_server

        flask = make_server("127.0.0.1", 0, flask_application([]), threaded=False)
        print(flask.server_port, flush=True)
        flask.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1])
