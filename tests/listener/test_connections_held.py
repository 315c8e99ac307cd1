"""Connections that ask for nothing, and log lines that anybody can cause."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from contextlib import ExitStack, suppress

import httpx
import pytest

from app.listener import protocol
from app.listener.rarely import Rarely

Connect = Callable[[], socket.socket]


@pytest.fixture
def connect(bare: httpx.Client) -> Connect:
    def connect() -> socket.socket:
        return socket.create_connection(("127.0.0.1", bare.base_url.port), timeout=20)

    return connect


@pytest.mark.parametrize(
    ("sent", "answered"),
    [
        (b"", b""),
        (b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", b""),
        (b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /hea", b"200"),
        (b"POST /api/erp/sync HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 999\r\n\r\n{", b"401"),
    ],
    ids=["nothing", "half a head", "half a second head", "a body that nobody reads"],
)
def test_a_connection_that_brings_no_head_is_closed(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, sent: bytes, answered: bytes
) -> None:
    monkeypatch.setattr(protocol, "HEAD_TIME", 0.2)
    with connect() as sock:
        sock.sendall(sent)
        found = b""
        while part := sock.recv(4096):  # ends when the other side closes
            found += part
    assert found[9:12] == answered


def test_there_are_only_so_many_connections(
    bare: httpx.Client, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bare.get("/health").status_code == 200  # this one is kept open
    monkeypatch.setattr(protocol, "MOST_CONNECTIONS", 3)
    with ExitStack() as stack:
        held = [stack.enter_context(connect()) for _ in range(8)]
        held[-1].settimeout(20)
        with suppress(ConnectionResetError):
            assert held[-1].recv(1) == b""
        assert bare.get("/health").status_code == 200


def test_of_many_lines_of_a_kind_a_few_are_logged() -> None:
    now = [0.0]
    rarely = Rarely(2, clock=lambda: now[0])

    def logged(text: str, value: int = 0) -> str | None:
        record = logging.LogRecord("x", logging.WARNING, "", 0, text, (value,), None)
        return record.getMessage() if rarely.filter(record) else None

    assert [logged("refused %d", n) for n in range(5)] == ["refused 0", "refused 1", None, None, None]
    assert logged("other %d") == "other 0"
    now[0] = 60.0
    assert logged("refused %d", 5) == "refused 5 (3 more like this were not logged)"
    assert [logged("refused %d", n) for n in (6, 7)] == ["refused 6", None]
    now[0] = 200.0
    assert logged("other %d") == "other 0"
