from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.platform.logs import Logs, cap_folder, catch_uncaught, start_logging
from app.platform.redaction import HIDDEN, Redactor

log = logging.getLogger("test.logs")


@pytest.fixture
def logs(tmp_path: Path) -> Iterator[Logs]:
    started = start_logging(tmp_path, level="DEBUG")
    yield started
    started.stop()


def text(logs: Logs) -> str:
    return "\n".join(line.text for line in logs.memory.lines())


# --- redaction -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Authorization: Bearer S3CRET-abc.def",
        "headers={'Authorization': 'Zoho-oauthtoken S3CRET.x.y', 'Accept': 'json'}",
        "[('authorization', 'Basic S3CRETabcd=='), ('accept', '*/*')]",
        "x-verification-token: S3CRET",
        "Cookie: B1SESSION=S3CRET; ROUTEID=.node1",
        "got token Bearer S3CRETabcdef from somewhere",
        '{"client_secret": "S3CRET\\" more", "client_id": "kept"}',
        "{'password': 'S3CRET', 'user': 'kept'}",
        '{"access_token":"S3CRET","expires_in":3600}',
        "POST https://h/token?grant_type=refresh&refresh_token=S3CRET&client_id=kept",
        "password=S3CRET,user=kept",
        "ConnectionSettings(password='S3CRET')",
        "postgresql://user:S3CRET@host/hub",
        "my_api_key=S3CRET",
    ],
)
def test_secrets_are_taken_out(line: str) -> None:
    redacted = Redactor()(line)
    assert "S3CRET" not in redacted
    assert HIDDEN in redacted
    assert ("kept" in line) == ("kept" in redacted)


@pytest.mark.parametrize(
    "line",
    [
        "read 500 vouchers in 2.0 s",
        "the token check comes first",
        "password changed by the user",
        "http://127.0.0.1:9000/ answered 200",
        "Basic settings are complete",
        '{"tokens": 5, "name": "Secretary & Sons"}',
    ],
)
def test_ordinary_lines_stay_as_they_are(line: str) -> None:
    assert Redactor()(line) == line


def test_known_values_are_taken_out_wherever_they_are() -> None:
    redact = Redactor()
    redact.hide("abcdefgh", "abcdefgh-longer", "a")
    assert redact("x=abcdefgh-longer y:abcdefgh a") == f"x={HIDDEN} y:{HIDDEN} a"


def test_neither_file_nor_memory_holds_a_secret(logs: Logs, tmp_path: Path) -> None:
    logs.redact.hide("known-value")
    log.info("posting %s", {"password": "S3CRET"})
    try:
        raise ValueError("password='S3CRET' and known-value")
    except ValueError:
        log.exception("it failed")
    written = (tmp_path / "app.log").read_text()
    for kept in (written, text(logs)):
        assert "S3CRET" not in kept
        assert "known-value" not in kept
        assert "it failed" in kept
        assert "ValueError" in kept


# --- memory ----------------------------------------------------------------------------------------------------


def test_memory_keeps_the_last_lines(logs: Logs) -> None:
    for n in range(2100):
        log.debug("line %d", n)
    lines = logs.memory.lines()
    assert len(lines) == 2000
    assert lines[-1].text.endswith("line 2099")
    assert [line.number for line in logs.memory.lines(after=lines[-3].number)] == [2099, 2100]
    assert (lines[-1].level, lines[-1].name) == (logging.DEBUG, "test.logs")


def test_a_bad_call_does_not_stop_the_program(logs: Logs, capsys: pytest.CaptureFixture[str]) -> None:
    bad = logging.LogRecord("test", logging.INFO, __file__, 1, "%d", ("not a number",), None)
    logs.memory.handle(bad)
    log.info("after")
    assert "after" in text(logs)
    assert "not a number" in capsys.readouterr().err


# --- size ------------------------------------------------------------------------------------------------------


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def test_the_total_size_is_capped(tmp_path: Path) -> None:
    most = 1_000_000
    for start in range(3):
        (tmp_path / f"old{start}.log.1").write_text("x" * 300_000)
        started = start_logging(tmp_path, total=most)
        for n in range(200):
            log.warning("%d %s", n, "₹" * 2000)
        log.warning("huge %s", "y" * 1_000_000)
        started.stop()
        assert size(tmp_path) <= most
    assert "(cut)" in (tmp_path / "app.log").read_text()


def test_the_oldest_files_go(tmp_path: Path) -> None:
    for age, name in enumerate(("a.log", "b.log.1", "c.log.2")):
        (tmp_path / name).write_text("x" * 100)
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    (tmp_path / "notes.txt").write_text("kept")
    assert [path.name for path in cap_folder(tmp_path, 150)] == ["b.log.1", "c.log.2"]
    assert cap_folder(tmp_path, 150) == []


def test_a_folder_that_cannot_be_written_costs_only_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    started = start_logging(tmp_path / "file" / "logs")
    log.warning("still here")
    started.stop()
    assert "no log file can be written" in text(started)
    assert "still here" in text(started)
    log.warning("after stop")
    assert "after stop" not in text(started)


# --- uncaught --------------------------------------------------------------------------------------------------

Caught = list[tuple[BaseException, str]]


@pytest.fixture
def caught(logs: Logs) -> Iterator[Caught]:
    found: Caught = []
    undo = catch_uncaught(lambda error, where: found.append((error, where)))
    yield found
    undo()


def fail() -> None:
    raise ValueError("password=S3CRET went wrong")


def leave() -> None:
    raise SystemExit


def in_thread(work: Callable[[], None]) -> None:
    thread = threading.Thread(target=work, name="worker")
    thread.start()
    thread.join()


def test_errors_of_every_thread_come_to_one_place(caught: Caught, logs: Logs) -> None:
    in_thread(fail)
    in_thread(leave)
    try:
        fail()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)

    class Spoiled:
        def __del__(self) -> None:
            fail()

    Spoiled()
    assert [where for _, where in caught][:2] == ["thread worker", "the main thread"]
    assert caught[2][1].startswith("clean-up")
    assert text(logs).count("uncaught in") == 3
    assert "S3CRET" not in text(logs)


def test_ctrl_c_is_not_reported(caught: Caught, capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert caught == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_report_that_fails_is_in_the_log(logs: Logs) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def broken(error: BaseException, where: str) -> None:
        raise RuntimeError("no window")

    undo = catch_uncaught(broken)
    in_thread(fail)
    undo()
    assert "the report of an uncaught error failed" in text(logs)
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
