"""One certificate is trusted and no other: compared before a byte is sent, on a real server with a certificate of its own."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.connectors.http.client import Call, Client
from app.connectors.http.tls import pinned, plain, shown
from app.model import errors
from app.model.cancel import CancelToken
from app.platform.certificates import describe
from app.services.server_certificates import look
from tests.connectors.http.clocks import HandClock, limiter
from tests.connectors.http.server import answer, self_signed, serving, silence
from tests.connectors.http.test_client import PLAIN

POST = Call("POST", "Login", body=b'{"Password": "s3cret"}')


def port_of(url: str) -> int:
    return int(url.rpartition(":")[2])


def fingerprint_of(url: str) -> str:
    return describe(shown("127.0.0.1", port_of(url), 5.0)[0]).fingerprint


def test_the_trusted_certificate_is_taken_whatever_its_name(tmp_path: Path) -> None:
    with serving(self_signed(tmp_path)) as server:
        der, known = shown("127.0.0.1", port_of(server.url), 5.0)
        assert not known
        found = describe(der)
        assert (found.owner, found.issuer, found.names) == ("CN=books", "CN=books", ("127.0.0.1",))
        assert found.begins < found.expires
        assert server.asked == []
        by_name = server.url.replace("127.0.0.1", "localhost")  # which is not in it
        client = Client(by_name, "SAP", limiter(HandClock(), PLAIN), tls=pinned(found.fingerprint))
        assert client.write(POST, CancelToken()).good
        client.close()


def test_another_certificate_gets_nothing_and_both_are_told(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    with serving(self_signed(tmp_path)) as first, serving(self_signed(tmp_path / "new")) as second:
        trusted, now = fingerprint_of(first.url), fingerprint_of(second.url)
        client = Client(second.url, "SAP", limiter(HandClock(), PLAIN), tls=pinned(trusted))
        for ask in (client.write, client.read):
            with pytest.raises(errors.Misconfigured) as caught:
                ask(POST, CancelToken())
            assert caught.value.code == "other_certificate"
            assert caught.value.details == {"trusted": trusted, "shown": now}
            assert trusted in caught.value.message
            assert now in caught.value.message
        client.close()
        assert second.asked == []


@pytest.mark.parametrize(
    "given", ["AB:" * 31 + "CD", "ab" * 32, " " + "A1" * 32 + " "], ids=["pairs", "small", "spaces"]
)
def test_fingerprints_are_read_as_people_copy_them(given: str) -> None:
    assert len(plain(given)) == 64


@pytest.mark.parametrize("given", ["", "AB:CD", "zz" * 32], ids=["empty", "short", "letters"])
def test_what_is_no_fingerprint_trusts_nobody(given: str) -> None:
    with pytest.raises(errors.Misconfigured):
        pinned(given)


@contextmanager
def saying(what: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server that takes one connection, hears something, and says that; its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            conn, _ = listening.accept()
            with conn:
                conn.recv(65536)
                what(conn)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield int(listening.getsockname()[1])
        thread.join(10)


@pytest.mark.parametrize("address", ["https://[", "https://books.example:99999", "https://a..b", "https://" + "a" * 64])
def test_an_address_that_is_none_is_said(address: str) -> None:
    with pytest.raises(errors.Misconfigured, match="not a web address"):
        look(address, {})


def test_what_is_wrong_with_a_server_is_told_apart() -> None:
    with saying(answer(400)) as port, pytest.raises(errors.Misconfigured, match="protected connection"):
        shown("127.0.0.1", port, 5.0)
    with saying(silence) as port, pytest.raises(errors.NotReady):
        shown("127.0.0.1", port, 0.2)
    with pytest.raises(errors.Unreachable, match="Nothing was sent"):
        shown("127.0.0.1", port, 5.0)
