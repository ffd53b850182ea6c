"""The archive helps to find a fault, and holds no password, however it was written down."""

import json
import os
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doge_gui.desktop.diagnostics import DiagnosticsError, Parts, write_archive, write_order
from doge_gui.desktop.redaction import redact, redact_config, redact_url, secrets_of

# What a secret is made of: letters that the archive's own words and escapes do not hold.
SECRETS = st.text(st.characters(categories=("L", "N", "P", "S"), exclude_characters="•"), min_size=6).map(
    lambda text: f"{text[:40]}ZqX"
)
NAMES = st.sampled_from(
    ["password", "Token", "api_key", "client-secret", "key", "db_passwd", "Authorization"]
)


def contents(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def config_with(url: str, **more) -> str:
    return json.dumps({"addresses": {"source": "sql", "url": url}, **more})


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "doge.log"
    path.write_text("2026-01-31 INFO API-3 lost: timeout\n")
    return path


def test_it_holds_what_helps(tmp_path, log):
    report = tmp_path / "crash-1.txt"
    report.write_text("Fatal Python error: Aborted")
    path = tmp_path / "diagnostics.zip"
    parts = Parts(
        str(path),
        config='{"job": {"interval_minutes": 1}}',
        logs=[log, tmp_path / "doge.log.1"],
        reports=[report],
        screens=[{"size": (1920, 1080), "scale": 1.5}],
        history={"bytes": 4096, "schema": 3, "cycles": 120},
        program={"language": "fr"},
        environment={"LANG": "fr_FR.UTF-8", "PGPASSWORD": "hidden"},
    )
    write_order(parts)
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0, "only who wrote it reads it"
    found = contents(path)
    assert "PySide6-Essentials 6." in found["about.txt"]
    assert "LANG=fr_FR.UTF-8" in found["about.txt"]
    assert "PGPASSWORD" not in found["about.txt"]
    assert json.loads(found["screens.json"]) == [{"size": [1920, 1080], "scale": 1.5}]
    assert json.loads(found["history.json"])["schema"] == 3
    assert json.loads(found["configuration.json"]) == {"job": {"interval_minutes": 1}}
    assert "API-3 lost" in found["log/0-doge.log"]
    assert "No such file" in found["log/1-doge.log.1.missing"]
    assert "Aborted" in found["reports/crash-1.txt"]
    assert "addresses.json" not in found
    assert not list(tmp_path.glob("*.part"))


def test_the_address_list_is_in_it_only_where_it_is_wanted(tmp_path):
    path = write_archive(tmp_path / "d.zip", Parts("", addresses='[{"API": "API-3"}]'))
    assert "API-3" in contents(path)["addresses.json"]


def test_of_a_long_log_the_end_is_kept(tmp_path):
    log = tmp_path / "doge.log"
    log.write_text("".join(f"line {number:07}\n" for number in range(300_000)))
    (text,) = [
        text
        for name, text in contents(write_archive(tmp_path / "d.zip", Parts("", logs=[log]))).items()
        if "log/" in name
    ]
    assert text.endswith("line 0299999\n")
    assert text.startswith("line ")
    assert len(text) <= 2 * 1024 * 1024


def test_what_cannot_be_written_is_told_and_nothing_is_left(tmp_path):
    with pytest.raises(DiagnosticsError, match="No such file"):
        write_archive(tmp_path / "none" / "d.zip", Parts(""))
    (tmp_path / "d.zip").mkdir()
    with pytest.raises(DiagnosticsError):
        write_archive(tmp_path / "d.zip", Parts(""))
    assert list(tmp_path.glob("*.part")) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(password=SECRETS, named=SECRETS, variable=SECRETS, name=NAMES)
def test_no_secret_is_in_any_part_of_it(tmp_path, password, named, variable, name):
    url = f"postgresql://watch:{quote(password, safe='')}@db.plant/fleet"
    config = config_with(url, extra={name: named}, history={"url": "${PLANT_DB}"})
    log, report = tmp_path / "doge.log", tmp_path / "crash-1.txt"
    log.write_text(
        f"cannot reach {url}: {password}\nfor {variable}\n{name}: {named}\n{json.dumps(named)}\n", "utf-8"
    )
    report.write_text(f"ValueError: {variable!s} {named}\n", "utf-8")
    parts = Parts(
        "",
        config,
        [log],
        [report],
        program={"last error": f"{variable} {password}", name: named},
        environment={"PLANT_DB": variable},
    )
    whole = "\n".join(contents(write_archive(tmp_path / "d.zip", parts)).values())
    for secret in (password, quote(password, safe=""), named, variable):
        assert secret not in whole
    assert "db.plant" in whole
    assert "${PLANT_DB}" in whole


def test_the_password_of_an_address_in_the_environment_is_hidden_by_itself_too():
    config = '{"history": {"url": "${PLANT_DB}"}}'
    secrets = secrets_of(config, {"PLANT_DB": "postgresql://watch:s3same!@db/plant"})
    assert redact("authentication failed for s3same!", secrets) == "authentication failed for •••"


@given(password=SECRETS)
def test_a_broken_configuration_gives_no_password_away(password):
    url = f"mysql://u:{quote(password, safe='')}@h/d"
    broken = f'{{"addresses": {{"url": "{url}", "password": {json.dumps(password)}'
    cleaned = redact(redact_config(broken), secrets_of(broken, {}))
    assert quote(password, safe="") not in cleaned
    assert password not in cleaned


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://10.0.0.5:8000/list", "http://10.0.0.5:8000/list"),
        ("postgresql://watch:s3cret@db/plant", "postgresql://watch:•••@db/plant"),
        ("postgresql://watch:a@b:c/d@db/plant", "postgresql://watch:•••@db/plant"),
        ("postgresql://watch:${PASSWORD}@db/plant", "postgresql://watch:${PASSWORD}@db/plant"),
        ("https://ghp_abcdef@host/list", "https://•••@host/list"),
        ("sqlite:///plant.db", "sqlite:///plant.db"),
    ],
)
def test_an_address_keeps_all_but_its_secret(url, shown):
    assert redact_url(url) == shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("GET http://h/list?token=abc123&page=2", "GET http://h/list?token=•••&page=2"),
        ('{"api_key": "abc 123", "port": 5000}', '{"api_key": "•••", "port": 5000}'),
        ("Authorization: Bearer abc123", "Authorization: Bearer •••"),
        ("password=${DB_PASSWORD}", "password=${DB_PASSWORD}"),
        ("KeyError: 'temperature'", "KeyError: 'temperature'"),
        ("API-3 lost: no answer in 2.0 s", "API-3 lost: no answer in 2.0 s"),
        ("keyboard: fr", "keyboard: fr"),
    ],
)
def test_a_line_keeps_all_but_its_secret(line, shown):
    assert redact(line) == shown
