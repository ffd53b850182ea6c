"""The version resource of the Windows program: what the file's Properties show."""

from __future__ import annotations

import re

_TEXT = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "The WatchDoge Supercharged authors"),
      StringStruct("FileDescription", "Supervision of PLC gateways"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "watchdoge"),
      StringStruct("LegalCopyright", "MIT licence"),
      StringStruct("OriginalFilename", "watchdoge.exe"),
      StringStruct("ProductName", "WatchDoge Supercharged"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""


def text(version: str) -> str:
    """The resource as PyInstaller reads it, for a version such as `1.2.3` or `1.2.3rc1`."""
    given = [int(number) for number in re.findall(r"\d+", version)[:4]]
    numbers = tuple([*given, 0, 0, 0, 0][:4])
    return _TEXT.format(numbers=numbers, version=version)
