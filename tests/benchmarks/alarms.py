"""The figures of the alarms."""

import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.children import measure
from tests.benchmarks.figures import Figure
from tests.benchmarks.window import screen
from tests.engine.audio_server import AudioServer, missing_tools


def alarms() -> list[Figure]:
    """Ten thousand alarms in one cycle, and the way of one to eye and ear."""
    with screen() as environment, tempfile.TemporaryDirectory(prefix="watchdoge-bench-") as folder:
        lacking = missing_tools()
        server = None if lacking else AudioServer(Path(folder))
        if server is not None:
            server.start()
        heard = {} if server is None else server.environment
        try:
            seen: dict[str, list[float]] = measure(
                "alarm_process", folder, environment={**environment, **heard}
            )
        finally:
            if server is not None:
                server.stop()
    judged, gaps, red, sounds = (seen[name] for name in ("judged", "gaps", "red", "sounds"))
    raw = {name: sorted(values, reverse=True)[:8] for name, values in seen.items()}
    many = "5,000 gateways with two requests each exceed at once; "
    return [
        Figure(
            "10,000 alarms in one cycle: judged",
            1000 * median(judged),
            150,
            "ms",
            False,
            f"{many}median of {len(judged)}",
            raw,
        ),
        Figure(
            "and the window's longest standstill",
            1000 * max(gaps),
            200,
            "ms",
            False,
            f"{many}they come, stand and are acknowledged before the open alarm screen",
            raw,
        ),
        Figure(
            "an alarm: from the reading's end to red, longest",
            max(red),
            1.0,
            "s",
            False,
            f"painted, of {len(red)}; 100 alarms come at once each time",
            raw,
        ),
        Figure(
            "and to the sound's beginning, longest",
            max(sounds),
            1.0,
            "s",
            False,
            f"as the player tells it, of {len(sounds)}, on an audio server without a card",
            raw,
        ),
    ]
