"""What a spreadsheet program sees in a file."""

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# As spreadsheets do it, told apart from how the program does it: anything but a number after one of these.
_BEGINS = re.compile(r"""["' \t\r\n]*[=+\-@]""")


def cells_of_csv(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


def cells_of_xlsx(path: Path, sheet: int = 1) -> list[dict[str, tuple[str, str]]]:
    """Per row: column letters -> (type, text); `f` is a formula, `inlineStr` a text, `n` a number."""
    with zipfile.ZipFile(path) as parts:
        root = ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{sheet}.xml"))
        assert not [name for name in parts.namelist() if "externalLink" in name]
    return [
        {str(cell.get("r")).rstrip("0123456789"): _cell(cell) for cell in row}
        for row in root.iter(f"{_NAMESPACE}row")
    ]


def _cell(cell: ElementTree.Element) -> tuple[str, str]:
    if cell.find(f"{_NAMESPACE}f") is not None:
        return "f", ""
    return cell.get("t", "n"), "".join(cell.itertext())


def is_formula(text: str) -> bool:
    """A spreadsheet would work something out for this cell of a CSV file."""
    if not _BEGINS.match(text):
        return False
    try:
        float(text)
    except ValueError:
        return not text.startswith("'")
    return False
