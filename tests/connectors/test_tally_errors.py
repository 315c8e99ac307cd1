"""Each trouble has its own plain message and next step."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.tally import KIND, errors, requests
from app.connectors.tally.address import Address, parse_address
from app.connectors.tally.gate import Gate
from app.connectors.tally.session import Client, identity_of
from app.model.cancel import CancelToken
from app.model.errors import BadAnswer, ConnectorError, Misconfigured, NotReady, Rejected, Unreachable
from tests.connectors.tally_rig import MemoryState

EMPTY_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 0\r\n\r\n"


def ok(body: str, *, claim: int = 0, charset: str = "utf-16") -> bytes:
    """An HTTP answer; ``claim`` more bytes are promised than come."""
    data = body.encode("utf-16-le" if charset == "utf-16" else "utf-8")
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset={charset}\r\nContent-Length: {len(data) + claim}\r\n\r\n"
    )
    return head.encode() + data


def take_request(connection: socket.socket) -> None:
    """All of it: hanging up on what was not read resets the connection."""
    got = b""
    while b"\r\n\r\n" not in got:
        got += connection.recv(65_536) or b"\r\n\r\n"
    head, _, body = got.partition(b"\r\n\r\n")
    length = next(
        (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")), 0
    )
    while len(body) < length:
        body += connection.recv(65_536)


@contextmanager
def server(answer: bytes, *, reset: bool = False) -> Iterator[int]:
    """Answers every connection with ``answer`` and hangs up."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(5)
                take_request(connection)
                if reset:
                    linger = (1).to_bytes(4, "little") + (0).to_bytes(4, "little")
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                if answer:
                    connection.sendall(answer)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def trouble(tmp_path: Path, port: int, host: str = "127.0.0.1") -> ConnectorError:
    client = Client(Gate(tmp_path, Address(host, port)), 5.0)
    request = requests.collection("Demo", requests.Kind.LEDGER, ("MASTERID",), "ledgers")
    with pytest.raises(ConnectorError) as caught:
        client.ask(request, identity_of, CancelToken())
    assert caught.value.message
    assert caught.value.hint
    return caught.value


HEAD = (
    "<ENVELOPE>\r\n <HEADER>\r\n  <VERSION>1</VERSION>\r\n  <STATUS>1</STATUS>\r\n </HEADER>\r\n"
    " <BODY><DATA><COLLECTION>"
)
LEDGER = '<LEDGER NAME="A" RESERVEDNAME=""><MASTERID TYPE="Number"> 1</MASTERID></LEDGER>'
TAIL = "</COLLECTION></DATA></BODY></ENVELOPE>\r\n"
FAILED = "<ENVELOPE><HEADER><VERSION>1</VERSION><STATUS>0</STATUS></HEADER><BODY><DATA>{}</DATA></BODY></ENVELOPE>"

#: name: (answer, code, class)
ANSWERS: dict[str, tuple[bytes, str, type[ConnectorError]]] = {
    "a web page": (ok("<!DOCTYPE html><html>router</html>", charset="utf-8"), "not_tally", Misconfigured),
    "a web server's refusal": (
        b"HTTP/1.1 404 Not Found\r\nServer: nginx\r\nContent-Length: 0\r\n\r\n",
        "not_tally",
        Misconfigured,
    ),
    "a TLS server": (b"\x15\x03\x01\x00\x02\x02\x46", "not_tally", Misconfigured),
    "another protocol": (b"SSH-2.0-OpenSSH_9.2\r\n", "not_tally", Misconfigured),
    "a JSON service": (ok('{"error": "no"}', charset="utf-8"), "not_tally", Misconfigured),
    "plain text": (ok("hello there", charset="utf-8"), "not_tally", Misconfigured),
    "nothing at all": (EMPTY_OK, "empty_answer", NotReady),
    "only blanks": (ok("\r\n\r\n"), "empty_answer", NotReady),
    "Unknown Request": (
        ok("<RESPONSE>Unknown Request, cannot be processed</RESPONSE>\r\n"),
        "unknown_request",
        BadAnswer,
    ),
    "cut off inside an object": (ok(HEAD + LEDGER + '<LEDGER NAME="B"><MAST'), "cut_off", BadAnswer),
    "cut off between objects": (ok(HEAD + LEDGER), "cut_off", BadAnswer),
    "cut off by HTTP's count": (ok(HEAD + LEDGER, claim=500), "cut_off", BadAnswer),
    "company not open": (
        ok(
            FAILED.format(
                "<LINEERROR>Could not set &apos;SVCurrentCompany&apos; to &apos;Lab &amp; Co&apos;</LINEERROR>"
            )
        ),
        "company_not_open",
        NotReady,
    ),
    "no company": (
        ok(FAILED.format("<LINEERROR>Could not find Company &apos;&apos;</LINEERROR>")),
        "no_company_open",
        NotReady,
    ),
    "no reason": (ok(FAILED.format("")), "failed_status", BadAnswer),
    "unknown function": (
        ok("<ERRORMSG>Could not find: $$X</ERRORMSG><ERRORMSG>Function Execution Failed!</ERRORMSG>"),
        "unknown_function",
        BadAnswer,
    ),
    "broken XML": (ok(HEAD + '<LEDGER NAME="A"><MASTERID>1</LEDGER>' + TAIL), "unreadable", BadAnswer),
    "a declaration": (ok(HEAD + '<LEDGER NAME="A"><!ENTITY x "y"></LEDGER>' + TAIL), "unreadable", BadAnswer),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_answers(name: str, tmp_path: Path) -> None:
    answer, code, kind = ANSWERS[name]
    with server(answer) as port:
        error = trouble(tmp_path, port)
    assert (error.code, type(error)) == (code, kind), error.message


def test_messages_tell_the_troubles_apart(tmp_path: Path) -> None:
    said = {}
    for name, (answer, *_) in ANSWERS.items():
        with server(answer) as port:
            said[name] = trouble(tmp_path, port).message.replace(str(port), "port")
    # An SSH server and a TLS server are both "not HTTP".
    same_on_purpose = {
        "another protocol",
        "nothing at all",
        "only blanks",
        "cut off inside an object",
        "cut off between objects",
        "cut off by HTTP's count",
    }
    distinct = [message for name, message in said.items() if name not in same_on_purpose]
    assert len(set(distinct)) == len(distinct)


def test_the_closed_company_is_named(tmp_path: Path) -> None:
    with server(ANSWERS["company not open"][0]) as port:
        assert "“Lab & Co”" in trouble(tmp_path, port).message


def test_refused(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    error = trouble(tmp_path, port)
    assert isinstance(error, Unreachable)
    assert error.code == "refused"
    assert "F1" in error.hint


def test_hung_up_without_an_answer(tmp_path: Path) -> None:
    with server(b"") as port:
        assert trouble(tmp_path, port).code == "reset"


def test_reset_in_the_middle(tmp_path: Path) -> None:
    with server(ok(HEAD + LEDGER * 5_000, claim=1_000_000), reset=True) as port:
        assert trouble(tmp_path, port).code in ("reset", "cut_off")


def test_unknown_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    error = trouble(tmp_path, 9000, "accounts-pc")
    assert error.code == "unknown_host"
    assert "accounts-pc" in error.message


def test_no_route(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_: object, **__: object) -> None:
        raise TimeoutError("timed out")

    monkeypatch.setattr(socket, "create_connection", connect)
    assert trouble(tmp_path, 9000, "192.0.2.1").code == "no_route"


@pytest.mark.parametrize(
    "text",
    [
        "https://host:9000",
        "http://user:pw@host",
        "http://host/path",
        "http://ho st",
        "http://host:99999",
        "",
        "http://",
    ],
)
def test_addresses_that_cannot_be(text: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        parse_address(text)
    assert "http://" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("http://Accounts-PC:9001/", "accounts-pc", 9001),
        ("localhost", "127.0.0.1", 9000),
        ("192.168.1.20:9002", "192.168.1.20", 9002),
        ("http://[fe80::1]:9000", "fe80::1", 9000),
    ],
)
def test_addresses(text: str, host: str, port: int) -> None:
    assert parse_address(text) == Address(host, port)


def test_a_date_that_is_refused_is_a_rejected_record() -> None:
    error = errors.from_text(
        "Voucher date is missing for: 'Sales' voucher 4. [Verify the data, resolve any errors, and retry Split.]"
    )
    assert isinstance(error, Rejected)
    assert "Educational" in error.hint


def test_what_is_not_in_the_table_is_told_as_it_is() -> None:
    error = errors.from_text("Something entirely new happened")
    assert "Something entirely new happened" in error.message


def test_a_wrong_address_is_told_by_the_connection_test(tmp_path: Path) -> None:
    settings = ConnectionSettings("c", "C", "tally", "https://host", "none", {"company": "Demo"})
    report = KIND.open(settings, ConnectorPorts(MemoryState(), tmp_path)).test(CancelToken())
    assert [check.ok for check in report.checks] == [False]
    assert "plain http" in report.message
