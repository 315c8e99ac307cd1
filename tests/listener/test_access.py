"""Who gets in: a new token, a port that is taken, other computers, TLS. Each with a listener of its own."""

from __future__ import annotations

import json
import os
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from app import bootstrap
from app.model.errors import Conflicting, InvalidInput
from app.platform.certificates import make_certificate
from app.platform.token import renew_token
from app.services.access import NetworkChoice
from app.services.options import ListenAt, Options
from app.services.reachable import free_port, port_user, who_listens

Start = Callable[..., bootstrap.App]


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    running: list[bootstrap.App] = []

    def start(at: ListenAt | None, folder: str = "data") -> bootstrap.App:
        options = Options(data_dir=tmp_path / folder, secrets="file")
        running.append(bootstrap.start(options, kind="window", schedule=False, listen=at))
        return running[-1]

    yield start
    for app in running:
        app.close()


def status(app: bootstrap.App, token: str, **more: object) -> int:
    assert app.listener is not None
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.get(f"{app.listener.url}/api/erp/connections", headers=headers, **more).status_code  # type: ignore[arg-type]


# --- the token -------------------------------------------------------------------------------------------------


def test_a_running_program_takes_the_new_token_at_once(started: Start) -> None:
    app = started(ListenAt(port=0))
    old = app.services.access.token()
    assert status(app, old) == 200
    new = app.services.access.renew_token()
    assert (status(app, old), status(app, new)) == (401, 200)
    assert app.folders.token_file.read_text().strip() == new
    assert app.parts.stores.audit.list().items[0].action == "token_renewed"
    assert new not in app.parts.logs.redact(f"the header was {new}")


def test_a_token_made_by_another_process_is_taken(started: Start) -> None:
    app = started(ListenAt(port=0))
    old = app.services.access.token()
    new = renew_token(app.folders.token_file)
    assert (status(app, new), status(app, old)) == (200, 401)


# --- the port --------------------------------------------------------------------------------------------------


@contextmanager
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_taken_port_is_told_with_its_user_and_another_one(started: Start) -> None:
    with taken() as port:
        app = started(ListenAt(port=port, required=False))
        error = app.listener_error
        assert isinstance(error, Conflicting)
        assert f"(process {os.getpid()})" in error.message
        assert "another SalesMate Sync" not in error.message
        free = error.details["free"]
        assert isinstance(free, int)
        assert who_listens("127.0.0.1", free) == "free"


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
def test_a_port_taken_by_ourselves_is_told_as_such(started: Start, tls: bool) -> None:
    first = started(ListenAt(port=0, tls=tls))
    assert first.listener is not None
    second = started(ListenAt(port=first.listener.port, required=False), "other")
    assert second.listener_error is not None
    assert "in use by another SalesMate Sync (process" in second.listener_error.message


def test_nobody_uses_a_free_port() -> None:
    port = free_port("127.0.0.1", 20_000)
    assert port is not None
    found = port_user("127.0.0.1", port)
    assert (found.pid, found.ours, str(found)) == (None, False, "another program")


# --- other computers -------------------------------------------------------------------------------------------


def test_nobody_else_is_let_in_before_somebody_agreed(started: Start) -> None:
    with pytest.raises(InvalidInput, match="unprotected") as caught:
        started(ListenAt("0.0.0.0", 0))
    assert caught.value.field == "network"
    assert "--allow-network" in caught.value.hint


def test_without_a_certificate_that_is_warned_of(started: Start) -> None:
    app = started(ListenAt("0.0.0.0", 0, network=True))
    assert app.listener is not None
    assert app.listener.is_open
    assert app.listener.url.startswith("http://0.0.0.0:")
    assert any("no certificate protects" in line for line in app.services.diagnostics.log_lines())
    check = next(one for one in app.services.diagnostics.doctor() if one.area == "Listener")
    assert not check.ok
    assert "in clear" in check.message
    answer = httpx.get(f"http://127.0.0.1:{app.listener.port}/health", headers={"Host": "books.office:8055"})
    assert answer.status_code == 200  # under whatever name the network knows this machine


def test_the_windows_listener_goes_where_its_settings_say(started: Start) -> None:
    app = started(None)
    access = app.services.access
    assert access.choice() == NetworkChoice(False)
    assert access.settled(ListenAt()).host == "127.0.0.1"
    access.choose(NetworkChoice(True, tls=True))
    at = access.settled(ListenAt(port=1, required=False))
    assert (at.host, at.port, at.network, at.tls, at.required) == ("0.0.0.0", 1, True, True, False)
    assert access.choice() == NetworkChoice(True, tls=True)
    access.choose(NetworkChoice(True))
    assert access.settled(ListenAt()).tls is False
    access.choose(NetworkChoice(False))
    assert access.settled(ListenAt()) == ListenAt()
    assert app.services.settings.all() == {}


def test_what_one_machine_of_a_shared_hub_agreed_to_opens_no_other(started: Start) -> None:
    app = started(None)
    app.services.settings.set("listener.network", {"another folder": True})
    assert app.services.access.choice() == NetworkChoice(False)
    app.services.access.choose(NetworkChoice(True))
    app.services.access.choose(NetworkChoice(False))
    assert app.services.settings.all() == {"listener.network": {"another folder": True}}


# --- TLS -------------------------------------------------------------------------------------------------------


def test_its_own_certificate_is_made_once_and_can_be_trusted(started: Start) -> None:
    app = started(ListenAt(port=0, tls=True))
    assert app.listener is not None
    url = app.listener.url
    assert url.startswith("https://127.0.0.1:")
    trust = ssl.create_default_context(cafile=str(app.services.access.certificate_file))
    trust.verify_flags |= ssl.VERIFY_X509_STRICT
    assert status(app, app.services.access.token(), verify=trust) == 200
    by_name = f"https://localhost:{app.listener.port}/health"
    assert httpx.get(by_name, verify=trust).status_code == 200
    with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        httpx.get(f"{url}/health")
    made = app.services.access.certificate()
    check = next(one for one in app.services.diagnostics.doctor() if one.area == "Listener")
    assert check.ok
    assert f"{made.expires:%Y-%m-%d}" in check.message if made else False
    app.close()
    again = started(ListenAt(port=0, tls=True))
    assert again.services.access.certificate() == made


@pytest.mark.parametrize(
    "version", [ssl.TLSVersion.TLSv1_1, ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3], ids=lambda one: one.name
)
def test_nothing_older_than_tls_1_2(started: Start, version: ssl.TLSVersion) -> None:
    app = started(ListenAt(port=0, tls=True))
    assert app.listener is not None
    context = ssl.create_default_context(cafile=str(app.services.access.certificate_file))
    context.set_ciphers("DEFAULT:@SECLEVEL=0")  # or OpenSSL itself would refuse to ask for the old ones
    if version < ssl.TLSVersion.TLSv1_2:
        with pytest.warns(DeprecationWarning, match="deprecated"):
            context.minimum_version = context.maximum_version = version
    else:
        context.minimum_version = context.maximum_version = version
    with socket.create_connection(("127.0.0.1", app.listener.port), 10) as plain:
        if version < ssl.TLSVersion.TLSv1_2:
            with pytest.raises(ssl.SSLError):
                context.wrap_socket(plain, server_hostname="127.0.0.1")
            return
        with context.wrap_socket(plain, server_hostname="127.0.0.1") as spoken:
            assert spoken.version() == {"TLSv1_2": "TLSv1.2", "TLSv1_3": "TLSv1.3"}[version.name]


def test_plain_http_gets_nothing_from_a_tls_port(started: Start) -> None:
    app = started(ListenAt(port=0, tls=True))
    assert app.listener is not None
    with pytest.raises(httpx.HTTPError):
        httpx.get(f"http://127.0.0.1:{app.listener.port}/health")


def test_a_certificate_that_ends_soon_is_told_of(started: Start, tmp_path: Path) -> None:
    files = (tmp_path / "certificate.pem", tmp_path / "key.pem")
    made = make_certificate(*files, ("127.0.0.1",), datetime.now(UTC) - timedelta(days=820))
    app = started(ListenAt(port=0, certificate=files[0], key=files[1]))
    check = next(one for one in app.services.diagnostics.doctor() if one.area == "Listener")
    assert not check.ok
    assert f"ends on {made.expires:%Y-%m-%d}" in check.message
    assert any("certificate ends on" in line for line in app.services.diagnostics.log_lines())


def test_a_certificate_of_somebody_elses_is_copied(started: Start, tmp_path: Path) -> None:
    files = (tmp_path / "theirs.pem", tmp_path / "theirs-key.pem")
    theirs = make_certificate(*files, ("127.0.0.1",), datetime.now(UTC))
    app = started(None)
    assert app.services.access.use_certificate(*files) == theirs
    files[0].unlink()
    files[1].unlink()
    app.listen(ListenAt(port=0, tls=True))
    assert app.listener is not None
    trust = ssl.create_default_context(cafile=str(app.services.access.certificate_file))
    assert httpx.get(f"{app.listener.url}/health", verify=trust).status_code == 200


@pytest.mark.parametrize("given", ["certificate", "key"])
def test_a_certificate_and_its_key_go_together(started: Start, tmp_path: Path, given: str) -> None:
    with pytest.raises(InvalidInput, match="go together"):
        started(ListenAt(port=0, **{given: tmp_path / "file.pem"}))  # type: ignore[arg-type]


def test_a_damaged_certificate_leaves_the_window_without_a_listener(started: Start) -> None:
    app = started(None)
    app.services.access.make_certificate()
    app.services.access.certificate_file.write_text("damaged")
    app.listen(ListenAt(port=0, tls=True, required=False))
    assert app.listener is None
    assert app.listener_error is not None
    assert "is not a certificate" in app.listener_error.message


def test_where_it_listens_is_noted_with_its_scheme(started: Start) -> None:
    app = started(ListenAt(port=0, tls=True))
    noted = json.loads((app.folders.data / "instance.json").read_text())
    assert app.listener is not None
    assert noted["url"] == app.listener.url
