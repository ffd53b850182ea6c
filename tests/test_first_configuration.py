"""The first configuration is written whole, or not at all, and never over another one."""

import os
from pathlib import Path

import pytest

from doge_gui.core.addresses import Address, AddressListError
from doge_gui.core.config_text import parse_config
from doge_gui.core.first_plan import FirstPlan
from doge_gui.first_configuration import NotWrittenError, place_in, write_first
from doge_gui.gateways.address_file import FileSource
from doge_gui.gateways.list_file import text_of

GATEWAYS = (Address("API-1", "10.0.0.5", 8000), Address("API-2", "10.0.0.6", 8001))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_both_files_are_there_and_are_read_by_the_program(tmp_path) -> None:
    folder = tmp_path / "été 1" / "watchdoge"
    assert place_in(folder).trouble == ""
    assert not folder.exists(), "looking is not writing"
    path = write_first(FirstPlan(GATEWAYS, folder=str(folder)))
    assert names(folder) == ["configDoge.json", "ip_addresses.json"]
    config = parse_config(path.read_text(encoding="utf-8"))
    assert FileSource(folder / config.addresses.path, config.gateway.port).fetch().addresses == GATEWAYS


def test_files_that_are_there_stay_as_they_are(tmp_path) -> None:
    (tmp_path / "ip_addresses.json").write_text("mine")
    (tmp_path / "configDoge.json").symlink_to(tmp_path / "nowhere")
    assert place_in(tmp_path).renamed
    path = write_first(FirstPlan(GATEWAYS, folder=str(tmp_path)))
    assert path.name == "configDoge-2.json"
    assert (tmp_path / "ip_addresses.json").read_text() == "mine"
    assert parse_config(path.read_text()).addresses.path == "ip_addresses-2.json"


def test_a_file_that_comes_at_the_last_moment_is_not_replaced(tmp_path, monkeypatch) -> None:
    link = Path.hardlink_to

    def somebody_is_faster(self: Path, target: Path) -> None:
        if self.name == "configDoge.json":
            self.write_text("theirs")
        link(self, target)

    monkeypatch.setattr(Path, "hardlink_to", somebody_is_faster)
    with pytest.raises(NotWrittenError):
        write_first(FirstPlan(GATEWAYS, folder=str(tmp_path)))
    assert names(tmp_path) == ["configDoge.json"], "no half of a configuration, no scraps"
    assert (tmp_path / "configDoge.json").read_text() == "theirs"


def test_a_file_system_without_links_takes_the_files_too(tmp_path, monkeypatch) -> None:
    def no_links(self: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    path = write_first(FirstPlan(GATEWAYS, folder=str(tmp_path)))
    assert names(tmp_path) == ["configDoge.json", "ip_addresses.json"]
    parse_config(path.read_text())


def test_a_place_that_takes_nothing_says_why(tmp_path) -> None:
    (tmp_path / "file").write_text("")
    assert "no folder" in place_in(tmp_path / "file" / "below").trouble
    assert place_in(Path("relative")).trouble
    assert place_in(Path(f"/{'x' * 300}/{'y' * 5000}")).trouble
    with pytest.raises(NotWrittenError):
        write_first(FirstPlan(GATEWAYS, folder=str(tmp_path / "file")))


def test_a_lists_file_is_read_or_refused_in_a_line(tmp_path) -> None:
    good = tmp_path / "list.csv"
    good.write_bytes(b"\xef\xbb\xbfAPI,RASP_catch\n")
    assert text_of(good) == "API,RASP_catch\n"
    (tmp_path / "latin").write_bytes(b"\xe9")
    os.mkfifo(tmp_path / "pipe")
    for name in ("nowhere", "latin", "pipe", ""):
        with pytest.raises(AddressListError):
            text_of(tmp_path / name)
