"""What stands before every call: the token, the host's name, the body's length."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator

import httpx
import pytest

from app import bootstrap
from app.listener import server

MIB = 1024 * 1024


def test_health_is_open_and_tells_the_version(bare: httpx.Client) -> None:
    from app import __version__

    answer = bare.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "version": __version__}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/erp/connections"),
        ("GET", "/openapi.json"),
        ("GET", "/nowhere"),
        ("GET", "/api/erp/connections/unknown"),
        ("GET", "/api/erp/sync-logs?limit=nonsense"),
        ("POST", "/api/erp/connections"),
        ("POST", "/health"),
        ("HEAD", "/health"),
        ("OPTIONS", "/api/erp/connections"),
        ("GET", "//health"),
        ("GET", "/health/"),
        ("GET", "/docs"),
    ],
)
def test_without_the_token_nothing_else_answers(bare: httpx.Client, method: str, path: str) -> None:
    bare.event_hooks = {"response": []}
    answer = bare.request(method, path)
    assert answer.status_code == 401
    if method != "HEAD":
        assert answer.json()["success"] is False
        assert answer.json()["error"]["code"] == "unauthorised"


@pytest.mark.parametrize("given", ["Bearer", "Bearer wrong", "Basic {token}", "{token}", "Bearer {token}x"])
def test_a_wrong_token_is_refused(bare: httpx.Client, token: str, given: str) -> None:
    headers = {"Authorization": given.format(token=token)}
    assert bare.get("/api/erp/connections", headers=headers).status_code == 401


def test_the_token_lies_in_a_file_of_its_owner_alone(hub: bootstrap.App) -> None:
    assert hub.folders.token_file.name == "api-token"
    if os.name == "posix":
        assert stat.S_IMODE(hub.folders.token_file.stat().st_mode) == 0o600


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.7:8055", "[2001:db8::1]:80"])
def test_a_foreign_host_name_is_refused(client: httpx.Client, host: str) -> None:
    """A page whose name was pointed at this machine (DNS rebinding) still sends its own name."""
    assert client.get("/health", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("host", ["localhost", "localhost:1", "127.0.0.1", "[::1]:8055"])
def test_our_own_names_are_taken(client: httpx.Client, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 200


def test_no_page_of_another_origin_is_let_in(client: httpx.Client) -> None:
    client.event_hooks = {"response": []}
    answer = client.get("/health", headers={"Origin": "https://evil.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_a_long_body_is_refused_by_its_length(client: httpx.Client) -> None:
    answer = client.post("/api/erp/connections", content=b" " * (MIB + 1))
    assert answer.status_code == 413


def test_a_long_body_without_a_length_is_refused_as_soon_as_it_is_too_long(client: httpx.Client) -> None:
    sent = 0

    def chunks() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(1000):
            sent += MIB // 10
            yield b" " * (MIB // 10)

    assert client.post("/api/erp/connections", content=chunks()).status_code == 413
    assert sent < 50 * MIB


def test_a_body_of_just_the_limit_is_read(client: httpx.Client) -> None:
    answer = client.post("/api/erp/connections", content=b" " * MIB)
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b'{"erpSystem": NaN}',
        b'{"erpSystem": "\xff\xfe"}',
        b'{"erpSystem": "tally", "connectionName": "\\ud800"}',
        b'{"erpSystem": "tally", "connectionName": "a\\u0000b"}',
        b'{"erpSystem":' * 50_000,
        b"[" * 500_000,
    ],
    ids=["empty", "cut", "list", "text", "nan", "not utf-8", "half a character", "nul", "deep", "deep list"],
)
def test_bad_json_is_bad_input(client: httpx.Client, body: bytes) -> None:
    answer = client.post("/api/erp/connections", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "invalid_input"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"{bad", "not JSON"),
        (b"[1]", "must be a JSON object"),
        (b'"text"', "must be a JSON object"),
        (b"", "is missing"),
    ],
)
def test_what_is_wrong_with_a_whole_body_is_said_plainly(client: httpx.Client, body: bytes, words: str) -> None:
    answer = client.post("/api/erp/sync", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert words in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    "path", ["/api/erp/connections/%00", "/api/erp/connections/..%2f..", "/api/erp/records/customer/%2e%2e"]
)
def test_path_tricks_find_nothing(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_other_methods_are_named(client: httpx.Client) -> None:
    client.event_hooks = {"response": []}
    answer = client.patch("/api/erp/connections")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, POST"
    assert answer.json()["error"]["code"] == "method_not_allowed"
    assert client.post("/api/erp/connections/x").headers["allow"] == "DELETE, GET, PUT"


def test_short_answers_do_not_wait() -> None:
    """asyncio turns Nagle's delay off (40 ms for each short answer) only for sockets that are named as TCP."""
    with server._bind("127.0.0.1", 0) as bound:
        assert bound.proto == socket.IPPROTO_TCP
