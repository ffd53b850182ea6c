"""An address list as people have it at hand: the JSON form, a CSV table, or cells from a spreadsheet."""

from doge_gui.core.addresses import AddressBook, AddressListError, from_csv, from_json, from_rows
from doge_gui.core.phrase import phrase

COLUMNS = ("API", "RASP_catch")


def read_list(text: str, default_port: int) -> AddressBook:
    """Read a list whatever its form: JSON where it begins with a brace, otherwise a table.

    A table without its head has the name first and the address second. Cells stand between tabs, commas or
    semicolons. Raises AddressListError where nothing can be made of the text as a whole.
    """
    text = text.removeprefix("\ufeff")
    begin = text.lstrip()[:1]
    if not begin:
        raise AddressListError(phrase("said.addresses", "the list is empty"))
    if begin in "{[":
        return from_json(text, default_port)
    lines = [line for line in text.splitlines() if line.strip()]
    if _is_head(lines[0]) and "\t" not in lines[0]:
        return from_csv(text, default_port)
    rows = [_cells(line) for line in lines]
    if _is_head(lines[0]):
        return from_rows(rows[0], rows[1:], default_port)
    if all(len(row) == 1 for row in rows):
        expected = phrase("said.addresses", "expected a name and an address on each line: API-1; 10.0.0.5")
        raise AddressListError(expected)
    return from_rows(COLUMNS, rows, default_port)


def _is_head(line: str) -> bool:
    cells = [cell.lower() for cell in _cells(line)]
    return any(column.lower() in cells for column in COLUMNS)


def _cells(line: str) -> list[str]:
    for separator in ("\t", ";", ","):
        if separator in line:
            return [cell.strip().strip('"').strip() for cell in line.split(separator)]
    # `API-1 10.0.0.5`
    return line.split(maxsplit=1)
