"""The icon containers of Windows and macOS, which both hold PNG pictures."""

from __future__ import annotations

import struct
from collections.abc import Mapping

ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Edges in pixels that Explorer and the task bar ask for at 1x to 2.5x."""
ICNS_KINDS = {
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}
"""Type of an entry -> edge in pixels: 128 to 512 points at 1x, then 512, 16, 32, 128 and 256 points at 2x."""


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """A Windows icon of PNG pictures, edge in pixels -> PNG. An edge of 256 is written as 0."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    entries = b""
    for edge, png in pictures.items():
        entries += struct.pack("<BBBBHHII", edge % 256, edge % 256, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return header + entries + b"".join(pictures.values())


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """A macOS icon of PNG pictures, edge in pixels -> PNG. All edges of ICNS_KINDS are needed."""
    entries = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[edge])) + pictures[edge]
        for kind, edge in ICNS_KINDS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(entries)) + entries
