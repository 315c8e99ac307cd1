"""Finding Tally on loopback: it, silence, another server, nobody."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from app.connectors.tally import KIND
from app.connectors.tally.discovery import Progress, discover, port_in_ini
from app.model.cancel import CancelToken
from app.model.errors import Cancelled, InvalidInput
from app.simulator import SimulatedTally
from tests.connectors.tally_rig import COMPANY, company
from tests.connectors.test_tally_errors import ok, server


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_tells_them_apart(tmp_path: Path, free_port: int) -> None:
    seen: list[Progress] = []
    with SimulatedTally([company(vouchers=5)]) as sim, server(ok("<html>hello</html>", charset="utf-8")) as other:
        found = discover(
            [f"127.0.0.1:{port}" for port in (sim.port, other, free_port)],
            locks=tmp_path,
            cancel=CancelToken(),
            on_progress=seen.append,
        )
    kinds = {one.base_url.split(":")[-1].strip("/"): one for one in found}
    tally = kinds[str(sim.port)]
    assert (tally.kind, tally.companies, tally.release, tally.licence) == ("tally", (COMPANY,), "7.1", "Gold")
    assert kinds[str(other)].kind == "other"
    assert kinds[str(free_port)].kind == "refused"
    assert seen[-1] == Progress(3, 3)


def test_this_pc_says_why_not(tmp_path: Path, free_port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.connectors.tally.discovery.DEFAULT_PORT", free_port)
    found = discover([], locks=tmp_path, cancel=CancelToken())
    assert [one.kind for one in found] == ["refused"]
    assert found[0].hint


def test_a_dialog_is_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.connectors.tally.discovery._GREETING_SECONDS", 0.3)
    monkeypatch.setattr("app.connectors.tally.discovery._TIMEOUT", 0.3)
    with SimulatedTally([company(vouchers=5)]) as sim:
        sim.control.open_dialog()
        found = discover([f"127.0.0.1:{sim.port}"], locks=tmp_path, cancel=CancelToken())
        sim.control.click_ok()
    assert [one.kind for one in found] == ["silent"]
    assert "Tally window" in found[0].hint


def test_a_subnet_of_loopback(tmp_path: Path) -> None:
    with SimulatedTally([company(vouchers=5)]) as sim:
        found = discover(["127.0.0.1/32"], [sim.port], locks=tmp_path, cancel=CancelToken())
    assert [one.kind for one in found] == ["tally"]


def test_stop(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        discover(["127.0.0.0/24"], [1], locks=tmp_path, cancel=cancel)


@pytest.mark.parametrize("target", ["10.0.0.0/8", "300.1.2.3/24"])
def test_targets_that_are_refused(target: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput):
        discover([target], locks=tmp_path, cancel=CancelToken())


def test_port_in_tally_ini() -> None:
    assert port_in_ini(b"[TALLY]\r\nData = C:\\Tally\r\nServerPort = 9010\r\n") == 9010
    assert port_in_ini("Client Server = Both\r\nServerPort=9001\r\n".encode("utf-16")) == 9001
    assert port_in_ini(b"nothing here") is None


def test_importing_the_package_is_cheap() -> None:
    """The registry reads the specification without the parser or the network."""
    import subprocess
    import sys

    heavy = ("lxml", "http.client", "filelock")
    code = f"import sys, app.connectors.tally; print([name for name in {heavy} if name in sys.modules])"
    output = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    ).stdout
    assert output.strip() == "[]"
    assert KIND.spec.system == "tally"
