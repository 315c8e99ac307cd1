"""Starts what `dev.py build` made, as a user would: no Python, no checkout, an empty home. Not among the tests that run by
themselves, for it wants a build first: `dev.py build --check`, or `dev.py test tests/packaging/frozen.py` after a build."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import tomllib
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist"
FOLDER = DIST / "salesmate-sync"
WINDOWS = sys.platform == "win32"
TERMINAL = FOLDER / ("salesmate-sync.exe" if WINDOWS else "salesmate-sync")
WINDOW = {
    "win32": FOLDER / "SalesMate Sync.exe",
    "darwin": DIST / "SalesMate Sync.app/Contents/MacOS/salesmate-sync",
}.get(sys.platform, TERMINAL)
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(autouse=True, scope="module")
def built() -> None:
    assert TERMINAL.is_file(), "nothing is built: python3 dev.py build"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {
        "DISPLAY",
        "XAUTHORITY",
        "QT_QPA_PLATFORM",
        "SYSTEMROOT",
        "WINDIR",
        "TEMP",
        "TMP",
        "COMSPEC",
        "LANG",
        "USERNAME",
    }
    env = {name: value for name, value in os.environ.items() if name.upper() in kept}
    home = str(tmp_path / "home")
    env.update(
        HOME=home, USERPROFILE=home, APPDATA=home, LOCALAPPDATA=home, SALESMATE_SYNC_LOCKS=str(tmp_path / "locks")
    )
    env["PATH"] = os.environ["SYSTEMROOT"] + r"\System32" if WINDOWS else "/usr/bin:/bin"
    Path(home).mkdir()
    return env


Ran = subprocess.CompletedProcess[str]


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Callable[..., Ran]:
    def call(*arguments: str) -> Ran:
        return subprocess.run(
            [str(TERMINAL), *arguments], env=environment, cwd=tmp_path, capture_output=True, encoding="utf-8",
            errors="replace", timeout=240,
        )  # fmt: skip

    return call


def test_it_tells_its_version(run: Callable[..., Ran]) -> None:
    done = run("--version")
    assert (done.returncode, done.stdout.strip()) == (0, f"salesmate-sync {VERSION}"), done.stderr


def test_the_doctor_finds_nothing_wrong(run: Callable[..., Ran], tmp_path: Path) -> None:
    done = run("doctor", "--data-dir", str(tmp_path / "data"), "--secrets", "file")
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["Nothing is wrong."]), done.stdout + done.stderr


def test_it_can_speak_to_postgresql(run: Callable[..., Ran], tmp_path: Path) -> None:
    address = "postgresql://127.0.0.1:1/hub"  # nobody is there: the driver found that out
    done = run("doctor", "--data-dir", str(tmp_path / "data"), "--secrets", "file", "--database-url", address)
    assert (done.returncode, "The database server can't be reached" in done.stderr) == (2, True), done.stderr


def test_the_demo_syncs_and_agrees_with_the_books(run: Callable[..., Ran]) -> None:
    done = run("demo", "--headless")
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["Hub and books agree."]), done.stdout + done.stderr


def test_the_window_opens_answers_and_ends(
    run: Callable[..., Ran], environment: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    own = ["--data-dir", str(data), "--secrets", "file"]
    process = subprocess.Popen([str(WINDOW), *own], env=environment, cwd=tmp_path)
    try:
        url = _listening(data, process)
        with urllib.request.urlopen(f"{url}/health") as answer:
            assert json.load(answer)["version"] == VERSION
        assert run(*own).returncode == 0  # a second start shows the first one's window, and ends
        assert process.poll() is None
        asked = run("--quit", *own)
        assert asked.returncode == 0, asked.stderr
        assert process.wait(30) == 0
        assert not (data / "instance.json").exists()  # the folder was let go of
    finally:
        process.kill()
    log = "".join(path.read_text(encoding="utf-8") for path in (data / "logs").glob("*.log"))
    assert "listening on" in log
    assert not [line for line in log.splitlines() if " ERROR" in line or " CRITICAL" in line]


def _listening(data: Path, process: subprocess.Popen[bytes]) -> str:
    """Once the hub is open and the listener answers, its address stands in the note of who holds the folder."""
    note = data / "instance.json"
    until = time.monotonic() + 120
    while time.monotonic() < until and process.poll() is None:
        try:
            url = json.loads(note.read_text(encoding="utf-8"))["url"]
        except (OSError, ValueError):
            url = ""
        if url:
            return str(url)
        time.sleep(0.2)
    raise AssertionError(f"it did not come to listen (is port 8055 free?); exit code {process.poll()}")


def test_it_holds_what_is_loaded_by_name() -> None:
    from PyInstaller.archive.readers import CArchiveReader

    modules = set(CArchiveReader(str(TERMINAL)).open_embedded_archive("PYZ.pyz").toc)
    keyrings = {f"keyring.backends.{name}" for name in ("Windows", "macOS", "SecretService", "kwallet", "fail")}
    if sys.platform.startswith("linux"):
        keyrings |= {"secretstorage", "jeepney"}
    assert modules >= keyrings | {"app.connectors.tally", "app.ui.settings.page", "openpyxl", "psycopg.pq", "re2"}
    unwanted = ("pytest", "PySide6.QtQml", "tkinter", "tests", "setuptools", "app.ui.mapping_bench")
    assert not [name for name in modules if name.startswith(unwanted)]


def test_it_holds_what_is_read_as_files() -> None:
    inside = FOLDER / "_internal"
    for folder in ("resources", "app/db/migrations/versions"):
        wanted = {
            path.relative_to(ROOT).as_posix()
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        wanted -= {name for name in wanted if "/translations/" in name and not name.endswith(".qm")}
        assert not sorted(name for name in wanted if not (inside / name).is_file())
    assert (inside / "licences" / "psycopg" / "LICENSE.txt").is_file()
    for metadata in (f"salesmate_sync-{VERSION}", "keyring-*"):
        assert list(inside.glob(f"{metadata}.dist-info/entry_points.txt")), metadata


def test_of_qt_it_holds_only_what_is_used() -> None:
    names = {path.name.removeprefix("lib").split(".")[0] for path in (FOLDER / "_internal" / "PySide6").rglob("*Qt6*")}
    allowed = {"Qt6Core", "Qt6DBus", "Qt6Gui", "Qt6Network", "Qt6Svg", "Qt6Widgets", "Qt6XcbQpa"}
    assert names <= allowed


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="for Linux desktops")
def test_a_user_installs_and_removes_it(environment: dict[str, str], tmp_path: Path) -> None:
    home = Path(environment["HOME"])

    def script(folder: Path, *arguments: str) -> str:
        done = subprocess.run(
            ["sh", str(folder / "install.sh"), *arguments], env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    mine = home / ".local/share/salesmate-sync" / "hub.sqlite"
    mine.parent.mkdir(parents=True)
    mine.touch()
    for _ in ("first", "upgrade"):
        assert VERSION in script(FOLDER)
    program = home / ".local/bin/salesmate-sync"
    assert (
        subprocess.run([str(program), "--version"], env=environment, capture_output=True, text=True).stdout.split()[1]
        == VERSION
    )
    entry = (home / ".local/share/applications/salesmate-sync.desktop").read_text(encoding="utf-8")
    assert f'\nExec="{program}"\n' in entry
    assert (home / ".local/share/icons/hicolor/48x48/apps/salesmate-sync.png").is_file()
    assert not list((home / ".local/lib").glob("*.*"))
    autostart = home / ".config/autostart/salesmate-sync.desktop"
    autostart.parent.mkdir(parents=True)
    autostart.touch()
    assert "kept" in script(home / ".local/lib/salesmate-sync", "--uninstall")
    assert [path for path in home.rglob("*") if path.is_file() or path.is_symlink()] == [mine]
    script(FOLDER)
    script(home / ".local/lib/salesmate-sync", "--uninstall", "--delete-data")
    assert not [path for path in home.rglob("*") if path.is_file()]
