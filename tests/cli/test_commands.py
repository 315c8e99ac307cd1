"""The commands as a person types them."""

from __future__ import annotations

import io
import json
import signal
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import httpx
import pytest

from app import __version__, bootstrap
from app.cli import main


def test_the_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capfd.readouterr().out == f"salesmate-sync {__version__}\n"
    assert main(["sync", "--version"]) == 0
    assert capfd.readouterr().out == f"salesmate-sync {__version__}\n"


def test_the_command_line_loads_nothing_heavy_for_help() -> None:
    code = (
        "import sys\nfrom app.cli import main\nmain(['--help'])\n"
        "print([name for name in ('sqlalchemy', 'PySide6', 'fastapi', 'httpx', 'apscheduler') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"


def test_an_unknown_command_is_a_usage_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["frobnicate"]) == 2
    assert "frobnicate" in capfd.readouterr().err
    assert main(["serve", "--port", "x"]) == 2
    assert main(["--secrets", "paper", "sync"]) == 2
    capfd.readouterr()
    assert main(["serve", "--data-dir"]) == 2
    assert "requires an argument" in capfd.readouterr().err


def test_without_a_display_the_window_says_what_to_do_instead(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main([]) == 2
    assert "serve" in capfd.readouterr().err


def test_sync_brings_the_books_in_and_ends_with_nothing_to_do(command) -> None:  # type: ignore[no-untyped-def]
    first = command("sync", "demo traders & co", "--json")
    assert first.code == 0, first.err
    run = json.loads(first.out)["runs"][0]
    assert run["status"] == "completed"
    assert run["counts"]["customer"]["created"] >= 10
    second = command("sync")
    assert second.code == 0
    assert "Nothing had changed" in second.out
    assert "Traceback" not in second.err


def test_sync_of_one_kind_full_and_dry(command) -> None:  # type: ignore[no-untyped-def]
    found = command("sync", bootstrap.DEMO_COMPANY, "--entity", "customers", "--full", "--dry-run", "--json")
    assert found.code == 0, found.err
    run = json.loads(found.out)["runs"][0]
    assert run["dryRun"] is True
    assert run["plan"]["counts"].keys() == {"local", "remote"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("Nobody",), "no connection"),
        (("--entity", "ledger"), "Error: 'ledger' is not a kind of record"),
        (("--entity", "deal"), "No connection syncs deals"),
        ((bootstrap.DEMO_COMPANY, "--entity", "deal"), "does not sync deals"),
    ],
)
def test_what_can_not_be_synced(command, arguments: tuple[str, ...], words: str) -> None:  # type: ignore[no-untyped-def]
    found = command("sync", *arguments)
    assert found.code == 2
    assert words in found.err


def test_a_tally_that_is_switched_off_is_told_plainly(command, site) -> None:  # type: ignore[no-untyped-def]
    site.tally.control.connector_off()
    try:
        found = command("sync")
    finally:
        site.tally.control.connector_on()
    assert found.code == 2
    assert found.err.startswith("Connecting")
    assert "Error: Demo Traders & Co" in found.err
    assert "Traceback" not in found.err


def test_a_folder_that_can_not_be_used_is_told_plainly(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert main(["sync", "--data-dir", str(tmp_path / "file" / "data"), "--secrets", "file"]) == 2
    err = capfd.readouterr().err
    assert err.startswith("Error: ")
    assert "Traceback" not in err


def test_connections_that_do_not_sync_a_kind_of_record_are_left_out(command, site) -> None:  # type: ignore[no-untyped-def]
    with bootstrap.closing(bootstrap.start(site.options, kind="guest", schedule=False, listen=None)) as app:
        other = {"erp_system": "tally", "connection_name": "Other", "auth_config": {"company": "Nobody"}}
        made = app.services.connections.create(other)
        try:
            assert command("sync", "--entity", "invoice").code == 0
            assert "Other: Nothing is chosen" in command("sync").err
        finally:
            app.services.connections.delete(made.id)


def test_a_mistake_of_ours_is_in_the_log_and_not_on_the_screen(  # type: ignore[no-untyped-def]
    command, site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a mistake")

    monkeypatch.setattr("app.services.runs.Runs.start", broken)
    found = command("sync")
    assert found.code == 2
    assert "RuntimeError" in found.err
    assert "Traceback" not in found.err
    assert "RuntimeError: a mistake" in (site.data / "logs" / "app.log").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_the_database_is_its_owners_alone_in_a_folder_that_others_may_read(tmp_path: Path) -> None:
    data = tmp_path / "open"
    data.mkdir(mode=0o755)
    copy = tmp_path / "copy.db"
    place = ("--data-dir", str(data), "--secrets", "file")
    assert main(["backup", str(copy), *place]) == 0
    assert main(["restore", str(copy), *place]) == 0
    assert [path.stat().st_mode & 0o777 for path in (copy, data / "hub.db")] == [0o600, 0o600]


def test_doctor_says_what_is_wrong_and_its_bundle_holds_no_secret(command, site, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    app = bootstrap.start(site.options, kind="guest", schedule=False, listen=None)
    secret = "very-secret-word"
    auth = {"client_id": "1", "client_secret": secret}
    made = app.services.connections.create({"erp_system": "zoho", "connection_name": "Z", "auth_config": auth})
    app.close()
    bundle = tmp_path / "bundle.zip"
    found = command("doctor", "--bundle", str(bundle))
    assert found.code == 1
    assert "ok     Connection Demo Traders & Co" in found.out
    assert "WRONG  Connection Z" in found.out
    with zipfile.ZipFile(bundle) as opened:
        whole = "".join(opened.read(name).decode() for name in opened.namelist())
    assert "revision" in whole
    assert secret not in whole
    assert (site.data / "api-token").exists() is False or (site.data / "api-token").read_text().strip() not in whole
    app = bootstrap.start(site.options, kind="guest", schedule=False, listen=None)
    app.services.connections.delete(made.id)
    app.close()
    assert command("doctor").code == 0


def test_backup_and_restore(command, site, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "hub.db"
    assert command("backup", str(file)).code == 0
    again = command("backup", str(file))
    assert again.code == 2
    assert "exists already" in again.err
    assert "--force" in again.err
    assert command("backup", str(file), "--force").code == 0
    restored = command("restore", str(file))
    assert restored.code == 0, restored.err
    assert "kept as" in restored.out
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"not a database")
    refused = command("restore", str(bad))
    assert refused.code == 2
    assert "not a backup" in refused.err
    with sqlite3.connect(f"file:{site.data / 'hub.db'}?mode=ro", uri=True) as opened:
        assert opened.execute("SELECT count(*) FROM erp_connections").fetchone() == (1,)
    opened.close()


def test_serve_answers_and_ends_on_a_signal(process, site, command) -> None:  # type: ignore[no-untyped-def]
    served = process("serve", "--data-dir", str(site.data), "--port", "0")
    line = served.stdout.readline()
    assert line.startswith("listening on http://127.0.0.1:")
    url = line.split()[-1]
    assert httpx.get(f"{url}/health").json()["status"] == "ok"
    token = (site.data / "api-token").read_text().strip()
    headers = {"Authorization": f"Bearer {token}"}
    assert len(httpx.get(f"{url}/api/erp/connections", headers=headers).json()["connections"]) == 1
    assert f"Answers at {url}." in command("doctor").out
    # Beside it: a sync takes its turn, a backup is made, a second one and a restore are refused.
    assert command("sync").code == 0
    assert command("backup", str(site.data / "beside.db")).code == 0
    refused = command("restore", str(site.data / "beside.db"))
    assert (refused.code, "running" in refused.err) == (2, True)
    second = process("serve", "--data-dir", str(site.data), "--port", "0")
    assert second.wait(30) == 2
    assert "running with this data folder" in second.stderr.read()
    port = url.rpartition(":")[2]
    other = process("serve", "--data-dir", str(site.data.parent / "other"), "--port", port)
    assert other.wait(30) == 2
    told = other.stderr.read()
    assert f"Port {port}" in told
    assert "--port" in told
    served.send_signal(signal.SIGTERM)
    assert served.wait(5) == 0


def test_serve_ends_in_time_while_a_sync_hangs(process, site) -> None:  # type: ignore[no-untyped-def]
    served = process("serve", "--data-dir", str(site.data), "--port", "0")
    url = served.stdout.readline().split()[-1]
    token = (site.data / "api-token").read_text().strip()
    with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}) as client:
        connection = client.get("/api/erp/connections").json()["connections"][0]["id"]
        site.tally.control.set_busy()
        try:
            assert client.post("/api/erp/sync", json={"connection_id": connection, "wait": False}).status_code == 202
            served.send_signal(signal.SIGINT)
            assert served.wait(5) == 0
        finally:
            site.tally.control.release()


def test_the_demo_agrees_with_its_books(process, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    demo = process("demo", "--headless", "--keep", str(tmp_path / "kept"))
    out, err = demo.communicate(timeout=100)
    assert demo.returncode == 0, err
    assert "Hub and books agree." in out
    assert (tmp_path / "kept" / "hub.db").exists()


def test_ctrl_c_stops_a_sync_at_a_safe_point(process, site) -> None:  # type: ignore[no-untyped-def]
    site.tally.control.set_busy()
    try:
        started = process("sync", "--data-dir", str(site.data))
        assert started.stderr.readline().startswith("Connecting")
        started.send_signal(signal.SIGINT)
        _, err = started.communicate(timeout=30)
    finally:
        site.tally.control.release()
    assert started.returncode == 2
    assert "Stopping at the next safe point" in err
    assert "Traceback" not in err


def test_what_nobody_caught_in_serve_is_in_the_log(tmp_path: Path) -> None:
    import threading

    from app import bootstrap
    from app.services.options import Options

    before = threading.excepthook
    app = bootstrap.start(Options(data_dir=tmp_path, secrets="file"), kind="serve", schedule=False, listen=None)
    try:

        def break_down() -> None:
            raise RuntimeError("a thread of ours broke")

        thread = threading.Thread(target=break_down, name="broken")
        thread.start()
        thread.join()
        assert any("uncaught in thread broken" in line for line in app.services.diagnostics.log_lines())
    finally:
        app.close()
    assert threading.excepthook is before


def test_a_hub_moves_with_its_key(new_site, capfd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    file, words = tmp_path / "office.salesmate", "blue mango 47 river\n"
    with new_site() as old:
        here = ["--data-dir", str(old.data), "--secrets", "file"]
        there = ["--data-dir", str(tmp_path / "new"), "--secrets", "file"]
        monkeypatch.setattr("sys.stdin", io.StringIO(words + "wrong passphrase\n" + words))
        assert main(["backup", str(file), "--with-key", *here]) == 0
        assert "restore FILE" in capfd.readouterr().out
        assert main(["restore", str(file), *there]) == 2
        assert "does not open this moving file" in capfd.readouterr().err
        assert main(["restore", str(file), *there]) == 0
        assert (tmp_path / "new" / "master.key").read_bytes() == (old.data / "master.key").read_bytes()
