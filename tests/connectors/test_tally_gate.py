"""One request at a time: between threads, between processes, after a timeout and after a kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.connectors.tally import requests, transport
from app.connectors.tally.address import Address, parse_address
from app.connectors.tally.gate import Exchange, Gate, Mark, MarkFile, clear_in_flight, gate_to
from app.connectors.tally.session import Client
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.errors import Cancelled, NotReady, Unreachable
from app.simulator import SimulatedTally
from tests.connectors.tally_rig import COMPANY, TallyRig, company

SHORT = 0.3


@pytest.fixture
def sim() -> Iterator[SimulatedTally]:
    with SimulatedTally([company(customers=5, items=3, vouchers=10)]) as sim:
        yield sim


def until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait for something that another thread is about to do."""
    reached = threading.Event()
    for _ in range(int(seconds / 0.01)):
        if condition():
            return
        reached.wait(0.01)
    raise AssertionError("it did not happen")


def ask(gate: Gate, timeout: float = 10.0, cancel: CancelToken | None = None) -> list[str]:
    return [one.name for one in Client(gate, timeout).companies(cancel or CancelToken())]


def mark_path(locks: Path, gate: Gate) -> Path:
    return locks / f"tally-{gate.address.slug}.json"


def leave_mark(locks: Path, gate: Gate, phase: str, age: timedelta = timedelta(0)) -> None:
    """What a killed process leaves behind."""
    MarkFile(mark_path(locks, gate)).write(Mark(4_000_000, stamp(datetime.now(UTC) - age), "vouchers of March", phase))


def test_threads_take_turns(sim: SimulatedTally, tmp_path: Path) -> None:
    gate = gate_to(tmp_path, parse_address(sim.url))
    results: list[list[str]] = []
    threads = [threading.Thread(target=lambda: results.append(ask(gate))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [[COMPANY]] * 8
    assert sim.max_in_flight == 1


def test_one_gate_for_an_address(tmp_path: Path) -> None:
    assert gate_to(tmp_path, parse_address("http://localhost:9000")) is gate_to(
        tmp_path, parse_address("127.0.0.1:9000/")
    )
    assert gate_to(tmp_path, parse_address("http://127.0.0.1:9001")) is not gate_to(
        tmp_path, parse_address("127.0.0.1")
    )


_CHILD = """
import sys
from pathlib import Path
from app.connectors.tally.address import parse_address
from app.connectors.tally.gate import gate_to
from app.connectors.tally.session import Client
from app.model.cancel import CancelToken
gate = gate_to(Path(sys.argv[1]), parse_address(sys.argv[2]))
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[3])):
    print(len(Client(gate, float(sys.argv[4])).companies(CancelToken())), flush=True)
"""


def child(locks: Path, url: str, times: int = 1, timeout: float = 30.0) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(locks), url, str(times), str(timeout)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == "ready\n"
    process.stdin.write("\n")
    process.stdin.flush()
    return process


def end(process: subprocess.Popen[str]) -> str:
    output, _ = process.communicate(timeout=60)
    return output


def test_processes_take_turns(sim: SimulatedTally, tmp_path: Path) -> None:
    others = [child(tmp_path, sim.url, times=15) for _ in range(2)]
    gate = gate_to(tmp_path, parse_address(sim.url))
    for _ in range(15):
        assert ask(gate) == [COMPANY]
    assert [end(other).split() for other in others] == [["1"] * 15] * 2
    assert sim.max_in_flight == 1
    assert not mark_path(tmp_path, gate).exists()


def test_after_a_timeout_nothing_is_sent_until_the_late_answer(sim: SimulatedTally, tmp_path: Path) -> None:
    gate = gate_to(tmp_path, parse_address(sim.url))
    sim.control.open_dialog()
    with pytest.raises(NotReady, match=r"has not answered for 0\.3 s") as caught:
        ask(gate, SHORT)
    assert "Tally window" in caught.value.hint
    sent = len(sim.requests)
    for _ in range(2):
        with pytest.raises(NotReady) as caught:
            ask(gate, SHORT)
        assert caught.value.code == "still_waiting"
    assert len(sim.requests) == sent
    sim.control.click_ok()
    until(lambda: gate.late_answer() is None)
    assert ask(gate) == [COMPANY]
    assert sim.max_in_flight == 1


def test_a_restart_of_tally_ends_the_wait(sim: SimulatedTally, tmp_path: Path) -> None:
    gate = gate_to(tmp_path, parse_address(sim.url))
    sim.control.open_dialog()
    with pytest.raises(NotReady):
        ask(gate, SHORT)
    sim.control.restart()
    until(lambda: gate.late_answer() is None)
    assert ask(gate) == [COMPANY]


def test_cancel_is_immediate_and_counts_as_a_timeout(sim: SimulatedTally, tmp_path: Path) -> None:
    gate = gate_to(tmp_path, parse_address(sim.url))
    sim.control.set_busy()
    cancel = CancelToken()
    raised: list[BaseException] = []

    def run() -> None:
        try:
            ask(gate, 60.0, cancel)
        except Cancelled as error:
            raised.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    until(lambda: len(sim.requests) > 0)
    cancel.cancel()
    thread.join(10)
    assert len(raised) == 1
    with pytest.raises(NotReady) as caught:
        ask(gate, SHORT)
    assert caught.value.code == "still_waiting"
    sim.control.release()
    until(lambda: gate.late_answer() is None)
    assert ask(gate) == [COMPANY]


def test_the_admin_may_end_the_wait(sim: SimulatedTally, tmp_path: Path) -> None:
    gate = gate_to(tmp_path, parse_address(sim.url))
    sim.control.open_dialog()
    with pytest.raises(NotReady):
        ask(gate, SHORT)
    assert clear_in_flight(tmp_path, sim.url)
    assert gate.late_answer() is None
    sim.control.click_ok()
    assert ask(gate) == [COMPANY]


# -- a killed process ---------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is not Windows'")
def test_kill_while_tally_works(sim: SimulatedTally, tmp_path: Path) -> None:
    sim.control.open_dialog()
    other = child(tmp_path, sim.url)
    gate = gate_to(tmp_path, parse_address(sim.url))
    until(lambda: mark_path(tmp_path, gate).exists() and len(sim.requests) + sim.max_in_flight > 0)
    # While it lives it holds the lock: we wait, and say for what.
    with pytest.raises(NotReady) as caught:
        ask(gate, SHORT)
    assert caught.value.code == "in_use"
    other.send_signal(signal.SIGKILL)
    end(other)
    assert json.loads(mark_path(tmp_path, gate).read_text())["phase"] == "waiting"
    with pytest.raises(NotReady, match="the open companies") as caught:
        ask(gate, SHORT)
    assert caught.value.code == "left_in_flight"
    sim.control.click_ok()
    assert clear_in_flight(tmp_path, sim.url)
    assert ask(gate) == [COMPANY]


def test_a_leftover_whose_answer_had_begun_is_no_obstacle(sim: SimulatedTally, tmp_path: Path) -> None:
    gate = gate_to(tmp_path, parse_address(sim.url))
    leave_mark(tmp_path, gate, "answering")
    assert ask(gate) == [COMPANY]


def test_a_leftover_is_forgotten_after_ten_minutes(sim: SimulatedTally, tmp_path: Path) -> None:
    gate = gate_to(tmp_path, parse_address(sim.url))
    leave_mark(tmp_path, gate, "waiting", timedelta(minutes=9, seconds=30))
    with pytest.raises(NotReady) as caught:
        ask(gate)
    assert caught.value.code == "left_in_flight"
    assert sim.requests == []
    leave_mark(tmp_path, gate, "waiting", timedelta(minutes=10, seconds=1))
    assert ask(gate) == [COMPANY]


def test_a_clock_set_back_does_not_lengthen_the_wait(sim: SimulatedTally, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    gate = Gate(tmp_path, parse_address(sim.url), clock=lambda: now)
    leave_mark(tmp_path, gate, "waiting", -timedelta(hours=5))
    with pytest.raises(NotReady) as caught:
        ask(gate)
    assert (now + timedelta(minutes=10)).astimezone().strftime("%H:%M:%S") in caught.value.message


def test_a_leftover_of_a_closed_tally_is_forgotten(sim: SimulatedTally, tmp_path: Path) -> None:
    gate = gate_to(tmp_path, parse_address(sim.url))
    leave_mark(tmp_path, gate, "waiting")
    sim.control.connector_off()
    with pytest.raises(Unreachable) as caught:
        ask(gate)
    assert caught.value.code == "refused"
    sim.control.connector_on()
    assert ask(gate) == [COMPANY]


def test_a_mark_that_cannot_be_read_counts_as_unknown_work(sim: SimulatedTally, tmp_path: Path) -> None:
    gate = gate_to(tmp_path, parse_address(sim.url))
    mark_path(tmp_path, gate).write_text('{"pid": 1')
    with pytest.raises(NotReady, match="an unknown request"):
        ask(gate)
    assert clear_in_flight(tmp_path, sim.url)
    assert ask(gate) == [COMPANY]


def test_what_nobody_waits_for_is_never_sent() -> None:
    """A write whose caller gave up before the connection stood must not go out behind its back."""
    late = Exchange("the customer “Acme”", datetime.now(UTC))
    late.abandon()
    assert not late.may_send()
    assert not late.sent
    gone = Exchange("the customer “Acme”", datetime.now(UTC))
    assert gone.may_send()
    gone.abandon()
    assert gone.sent


def test_an_exchange_given_up_before_it_connected_sends_nothing(
    sim: SimulatedTally, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected, given_up = threading.Event(), threading.Event()
    connect = transport._connect

    def slowly(*arguments: Any) -> Any:
        connection = connect(*arguments)
        connected.set()
        given_up.wait(20)
        return connection

    monkeypatch.setattr(transport, "_connect", slowly)
    gate = gate_to(tmp_path, parse_address(sim.url))
    with pytest.raises(NotReady):
        ask(gate, SHORT)
    assert connected.is_set()
    given_up.set()
    until(lambda: gate.late_answer() is None)
    monkeypatch.undo()
    assert sim.requests == []
    assert ask(gate) == [COMPANY]


def test_only_whitelisted_requests_exist() -> None:
    with pytest.raises(TypeError):
        requests.Request("<ENVELOPE/>", "something else", "VOUCHER")


def test_a_silent_tally_says_so_in_the_connection_test(tally: TallyRig) -> None:
    tally.sim.control.open_dialog()
    report = tally.open(timeout=SHORT).test(CancelToken())
    assert not report.ok
    assert "has not answered" in report.message
    assert "Tally window" in report.hint
    tally.sim.control.click_ok()
    until(lambda: gate_to(tally.locks, parse_address(tally.sim.url)).late_answer() is None)


def test_address_slug_is_a_file_name() -> None:
    assert Address("fe80::1", 9000).slug == "fe80__1_9000"
