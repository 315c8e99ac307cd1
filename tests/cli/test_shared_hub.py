"""Two data folders on one PostgreSQL hub: the key goes along, and what is a server's business is said."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from app import bootstrap
from app.cli import main
from app.services.options import Options

pytestmark = pytest.mark.database("postgresql")
PASSPHRASE = "correct horse ₹"


@pytest.fixture
def machine(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run a command as the program of a machine, which is a data folder with its key in a file."""
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))

    def run(name: str, *arguments: str, typed: str = "") -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        place = ["--data-dir", str(tmp_path / name), "--database-url", database_url, "--secrets", "file"]
        return main([*arguments, *place])

    return run


@pytest.fixture
def store_a_password(database_url: str, tmp_path: Path) -> Callable[[str], None]:
    """As somebody does who adds a connection on a machine."""

    def add(name: str) -> None:
        options = Options(tmp_path / name, database_url, secrets="file")
        with bootstrap.closing(bootstrap.start(options, schedule=False, listen=None)) as app:
            app.parts.check_secrets()
            app.parts.secrets.put("owner", "password", f"of {name}")

    return add


def test_a_second_machine_needs_the_key_of_the_first(
    machine: Callable[..., int],
    store_a_password: Callable[[str], None],
    database_url: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "hub.key"
    store_a_password("first")
    assert machine("second", "serve", "--port", "0") == 2
    assert "key import" in capfd.readouterr().err
    assert machine("first", "key", "export", str(file), typed="short\n") == 2
    assert not file.exists()
    assert machine("first", "key", "export", str(file), typed=f"{PASSPHRASE}\n") == 0
    assert machine("first", "key", "export", str(file), typed=f"{PASSPHRASE}\n") == 2
    assert machine("second", "key", "import", str(file), typed="another one\n") == 2
    assert "passphrase" in capfd.readouterr().err
    assert machine("second", "key", "import", str(file), typed=f"{PASSPHRASE}\n") == 0
    with bootstrap.closing(
        bootstrap.start(Options(tmp_path / "second", database_url, secrets="file"), schedule=False, listen=None)
    ) as app:
        assert app.parts.secrets.get("owner", "password") == "of first"
    assert PASSPHRASE not in file.read_text()


def test_the_key_of_another_hub_is_refused(
    machine: Callable[..., int],
    store_a_password: Callable[[str], None],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    store_a_password("first")
    other = ["--data-dir", str(tmp_path / "alone"), "--secrets", "file"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n"))
        assert main(["key", "export", str(tmp_path / "alone.key"), *other]) == 0
    before = (tmp_path / "first" / "master.key").read_bytes()
    assert machine("first", "key", "import", str(tmp_path / "alone.key"), typed=f"{PASSPHRASE}\n") == 2
    assert "not the key" in capfd.readouterr().err
    assert (tmp_path / "first" / "master.key").read_bytes() == before


def test_a_hub_without_passwords_needs_no_key(machine: Callable[..., int], database_url: str, tmp_path: Path) -> None:
    assert machine("first", "doctor") == 0
    for name in ("first", "second"):
        bootstrap.start(Options(tmp_path / name, database_url, secrets="file"), schedule=False, listen=None).close()


def test_backups_are_the_servers_business(
    machine: Callable[..., int], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert machine("first", "backup", str(tmp_path / "copy.db")) == 2
    assert "pg_dump" in capfd.readouterr().err
    (tmp_path / "copy.db").write_bytes(b"SQLite format 3\0")
    assert machine("first", "restore", str(tmp_path / "copy.db")) == 2
    assert "pg_restore" in capfd.readouterr().err
    assert not (tmp_path / "first" / "hub.db").exists()
