"""Commands to a running simulator: JSON objects on standard input, answers on standard output, one a line.

The end of standard input means that the parent has gone; the simulator then ends too.
"""

import json
import os
import sys
import threading
from functools import partial

from doge_gui.simulator.server import FleetServer

STDIN = 0


def obey_stdin(server: FleetServer) -> None:
    """Obey commands from now on, in the loop's thread; a thread of its own waits for them."""
    threading.Thread(target=_read_commands, args=(server,), name="commands", daemon=True).start()


def _read_commands(server: FleetServer) -> None:
    pending = b""
    # The bare descriptor: a thread inside sys.stdin would hold its lock while the interpreter shuts down.
    while received := os.read(STDIN, 65536):
        *lines, pending = (pending + received).split(b"\n")
        for line in lines:
            server.loop.hand_over(partial(_obey, server, line))
    server.stop()


def _obey(server: FleetServer, line: bytes) -> None:
    try:
        command = json.loads(line)
    except ValueError as error:
        reply = {"error": [f"not JSON: {error}"]}
    else:
        reply = server.handle(command) if isinstance(command, dict) else {"error": ["a command is an object"]}
    sys.stdout.write(json.dumps(reply) + "\n")
    sys.stdout.flush()
