"""A newcomer gives one command on a bare machine: what is missing is installed, or named with its remedy."""

import ast
import os
import shutil
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import bootstrap
from tools import SetupError, debian
from tools.environment import BEYOND, OLDEST, Environment, check_python

ROOT = Path(bootstrap.__file__).parent
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="X11 and dpkg are Linux matters")

BACKEND = '''
"""Builds an empty editable wheel and counts how often it was asked to."""
import pathlib, zipfile
def build_editable(folder, config_settings=None, metadata_directory=None):
    with pathlib.Path("builds").open("a") as log:
        log.write("built\\n")
    info = "plant-1.0.dist-info"
    with zipfile.ZipFile(pathlib.Path(folder) / "plant-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\\nName: plant\\nVersion: 1.0\\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(f"{info}/RECORD", "")
    return "plant-1.0-py3-none-any.whl"
'''


def small_project(root: Path) -> Environment:
    """A project without dependencies, whose build counts itself in the file `builds`."""
    (root / "backend.py").write_text(BACKEND)
    (root / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
        '[project]\nname = "plant"\nversion = "1.0"\n'
    )
    (root / "small.lock").write_text("")
    return Environment(root, root / ".venv", "small.lock")


def builds(environment: Environment) -> int:
    return len((environment.root / "builds").read_text().splitlines())


def test_the_second_command_installs_nothing_and_a_new_lock_installs_again(tmp_path: Path) -> None:
    environment = small_project(tmp_path)
    environment.ensure()
    environment.ensure()
    assert builds(environment) == 1

    (tmp_path / "small.lock").write_text("# a package was updated\n")
    environment.ensure()
    assert builds(environment) == 2

    # The system's Python is exchanged: the interpreter inside no longer starts.
    environment.python.unlink()
    environment.ensure()
    assert builds(environment) == 3

    # Whoever has the environment of the tests can run the program without another installation.
    (tmp_path / "runtime.lock").write_text("")
    Environment(tmp_path, environment.folder, "runtime.lock", ("small.lock",)).ensure()
    assert builds(environment) == 3


@pytest.mark.parametrize(
    ("locked", "complaint"),
    [
        (f"marble==1.0 --hash=sha256:{'0' * 64}", "DO NOT MATCH THE HASHES"),
        ("marble==1.0", "Hashes are required"),
    ],
    ids=["another hash", "no hash"],
)
def test_a_package_that_is_not_the_locked_one_stops_the_installation(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    locked: str,
    complaint: str,
) -> None:
    environment = small_project(tmp_path)
    (tmp_path / "wheel").mkdir()
    (tmp_path / "wheel" / "marble-1.0-py3-none-any.whl").write_bytes(b"not what was locked")
    (tmp_path / "small.lock").write_text(f"{locked}\n")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "wheel"))
    with pytest.raises(SetupError, match="give the same command again"):
        environment.ensure()
    assert complaint in capfd.readouterr().err
    assert not list(environment.folder.glob(".installed-*"))


def test_a_full_disk_is_told_before_anything_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = small_project(tmp_path)
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=100_000_000))
    with pytest.raises(SetupError, match=r"Only 0\.1 GB are free"):
        environment.ensure()
    assert not environment.folder.exists()


@pytest.mark.parametrize(
    ("version", "fits"), [((3, 10), False), ((3, 11), True), ((3, 14), True), ((3, 15), False)]
)
def test_an_unsuitable_python_is_named_with_the_remedy(version: tuple[int, int], fits: bool) -> None:
    if fits:
        check_python(version)
    else:
        with pytest.raises(SetupError, match=r"3\.11 to 3\.14 .*\n.*PYTHON="):
            check_python(version)


def test_an_older_python_can_read_the_script_and_be_told() -> None:
    code = "import bootstrap, sys; [print(m.__file__) for n, m in sys.modules.items() if n[:5] == 'tools']"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = [Path(word) for word in done.stdout.splitlines()]
    assert len(loaded) > 5
    for path in (ROOT / "bootstrap.py", *loaded):
        ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))


def test_the_pythons_told_are_those_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = f">={OLDEST[0]}.{OLDEST[1]},<{BEYOND[0]}.{BEYOND[1]}"
    assert project["requires-python"] == told


@linux_only
def test_without_root_the_exact_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    if not shutil.which("dpkg-query"):
        pytest.skip("not a Debian")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    debian.ensure(("dpkg",))
    with pytest.raises(SetupError) as told:
        debian.ensure(("dpkg", "no-such-package-here", "another-that-is-not"))
    install = "apt-get install --yes --no-install-recommends another-that-is-not no-such-package-here"
    assert f"sudo apt-get update && sudo {install}\n" in str(told.value)


def test_a_service_is_not_started_by_its_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy-rc.d"
    monkeypatch.setattr(debian, "POLICY", policy)
    with debian.no_service_started():
        assert subprocess.run([policy], check=False).returncode == 101
    assert not policy.exists()

    policy.write_text("the administrator's own")
    with debian.no_service_started():
        pass
    assert policy.read_text() == "the administrator's own"


@linux_only
def test_told_to_stop_it_ends_what_it_started() -> None:
    code = """
import bootstrap
import signal
import sys
signal.signal(signal.SIGTERM, bootstrap.on_terminate)
with bootstrap.surroundings(shown=False) as inside:
    print(inside["DISPLAY"], flush=True)
    child = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"
    bootstrap.call([sys.executable, "-c", child], inside)
"""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout is not None
        screen = started.stdout.readline().strip().removeprefix(":")
        child = int(started.stdout.readline())
        started.send_signal(signal.SIGTERM)
        assert started.wait(timeout=20) == 143
    assert not Path(f"/tmp/.X11-unix/X{screen}").exists()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@pytest.mark.parametrize("text", ["", "-1", "soon", "nan", "inf"])
def test_a_wrong_run_time_is_refused(text: str) -> None:
    with pytest.raises(SetupError, match="RUN_SECONDS"):
        bootstrap.run_seconds(text)


def test_a_run_time_is_read() -> None:
    assert [bootstrap.run_seconds(text) for text in ("0", "20", "1.5")] == [0.0, 20.0, 1.5]


def test_a_wrong_command_shows_the_commands() -> None:
    for arguments, code in (["fetch"], 64), ([], 64), (["--help"], 0):
        command = [sys.executable, str(ROOT / "bootstrap.py"), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == code
        assert all(f"bootstrap.py {name}" in done.stdout + done.stderr for name in bootstrap.COMMANDS)


def test_the_makefile_knows_every_command() -> None:
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    for name in bootstrap.COMMANDS:
        assert f"{name}:" in lines
        assert any(f"bootstrap.py {name}" in line for line in lines)
        assert any(line.startswith(f'\t@echo "make {name} ') for line in lines)
