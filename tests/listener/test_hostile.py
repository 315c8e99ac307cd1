"""What is sent in ignorance or with bad intent, to the real listener: the right status, no effect, no secret in the log."""

from __future__ import annotations

import json
import socket
from typing import Any

import httpx
import pytest

from app import bootstrap
from app.listener import gate

RECORDS = "/api/erp/records/customer"
NAME = b'{"business_name": "Hostile", '
DEEP = 100_000


def nested(levels: int, opening: bytes = b"[", closing: bytes = b"]") -> bytes:
    return NAME + b'"custom": {"x": ' + opening * levels + b"1" + closing * levels + b"}}"


@pytest.fixture
def untouched(client: httpx.Client, hub: bootstrap.App, token: str) -> Any:
    """Nothing that the test sends is stored, and the token never reaches the log."""
    before = sizes(client)
    yield
    assert sizes(client) == before
    assert token not in "".join(file.read_text() for file in hub.folders.logs.glob("*.log"))


def sizes(client: httpx.Client) -> list[int]:
    found = []
    for path, name in (("records/customer", "records"), ("connections", "connections"), ("sync-logs", "syncLogs")):
        found.append(len(client.get(f"/api/erp/{path}", params={"limit": 1000}).json()[name]))
    return found


BODIES = {
    "brackets": b"[" * DEEP,
    "braces": b'{"a":' * DEEP,
    "closed brackets": b"[" * DEEP + b"]" * DEEP,
    "65 levels": nested(63),
    "900 levels": nested(900),
    "900 objects": nested(900, b'{"a":', b"}"),
    "bad utf-8": NAME + b'"city": "\xff\xfe"}',
    "overlong utf-8": NAME + b'"city": "\xc0\xaf"}',
    "utf-16": (NAME + b'"city": "x"}').decode().encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf" + NAME + b'"city": "x"}',
    "nul": NAME + b'"city": "a\\u0000b"}',
    "nul byte": NAME + b'"city": "a\x00b"}',
    "nul in a key": NAME + b'"custom": {"a\\u0000": 1}}',
    "surrogate": NAME + b'"city": "\\ud800"}',
    "surrogates the wrong way": NAME + b'"city": "\\udc00\\ud800"}',
    "nan": NAME + b'"credit_limit": NaN}',
    "infinity": NAME + b'"credit_limit": -Infinity}',
    "huge exponent": NAME + b'"credit_limit": 1e999999}',
    "huge exponent as text": NAME + b'"credit_limit": "1e999999999"}',
    "tiny exponent as text": NAME + b'"credit_limit": "1e-999999999"}',
    "huge number": NAME + b'"credit_limit": ' + b"9" * 5000 + b"}",
    "huge number as text": NAME + b'"credit_limit": "' + b"9" * 5000 + b'"}',
    "a key twice": NAME + b'"city": "a", "city": "b"}',
    "a key twice inside": NAME + b'"custom": {"a": 1, "a": 2}}',
    "a key in both spellings": NAME + b'"businessName": "b"}',
    "cut": NAME,
    "two": NAME + b'"city": "x"} {}',
    "list": b"[]",
    "null": b"null",
    "empty": b"",
}  # fmt: skip


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_bodies(client: httpx.Client, body: bytes) -> None:
    answer = client.post(RECORDS, content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "invalid_input"), answer.text[:500]
    assert len(answer.content) < 2000


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    ("body", "words"),
    [
        (NAME + b'"city": "a", "city": "b"}', "'city' is there twice."),
        (NAME + b'"city": "\\u0000"}', "A text holds a NUL character."),
        (b"[" * 80 + b"]" * 80, "The body is nested more than 64 levels deep."),
        (NAME + b'"city": NaN}', "The body is not JSON"),
    ],
)
def test_why_a_body_is_refused(client: httpx.Client, body: bytes, words: str) -> None:
    answer = client.post(RECORDS, content=body, headers={"Content-Type": "application/json"})
    assert answer.json()["error"]["message"].startswith(words)


def test_what_is_just_allowed(client: httpx.Client) -> None:
    body = nested(62)
    made = client.post(RECORDS, content=body, headers={"Content-Type": "application/json"})
    assert made.status_code == 201
    record = made.json()["record"]
    assert record["custom"] == json.loads(body)["custom"]
    client.delete(f"{RECORDS}/{record['id']}")


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/erp/connections", {"erpSystem": "custom", "connectionName": "x", "authConfig": {"a": "HERE"}}),
        ("/api/erp/sync", {"connection_id": "HERE"}),
        ("/api/erp/sync", {"connection_id": "x", "triggered_by": "HERE"}),
        ("/api/erp/transform-templates", {"name": "x", "kind": "field", "definition": {"transform": "HERE"}}),
    ],
)
def test_other_calls_read_as_strictly(client: httpx.Client, path: str, body: dict[str, Any]) -> None:
    for bad in ('"\\ud800"', '"a\\u0000"', "[" * 900 + "]" * 900, '{"a": 1, "a": 2}', "1e999"):
        sent = json.dumps(body).replace('"HERE"', bad)
        answer = client.post(path, content=sent, headers={"Content-Type": "application/json"})
        assert answer.status_code == 422, (bad[:20], answer.text[:500])


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/xml",
        "nonsense",
        "application/octet-stream",
    ],
)
def test_other_content_types(client: httpx.Client, kind: str) -> None:
    answer = client.post(RECORDS, content=b'{"business_name": "Hostile"}', headers={"Content-Type": kind})
    assert answer.status_code == 422
    assert "application/json" in answer.json()["error"]["message"]


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "application/merge-patch+json", None])
def test_content_types_that_are_json(client: httpx.Client, kind: str | None) -> None:
    headers = {} if kind is None else {"Content-Type": kind}
    assert client.post(RECORDS, content=b"{}", headers=headers).json()["error"]["details"] == {"field": "business_name"}


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    "path",
    [
        "/api/erp/../../etc/passwd",
        "/api/erp/%2e%2e/%2e%2e/etc/passwd",
        "/api/erp/records/customer/%2e%2e",
        "/api/erp/records/customer/..%2f..%2finvoice",
        "/api/erp/records/customer/%252e%252e",
        "/api/erp/records/customer/..;/x",
        "/api/erp/records/customer;x=1",
        "/api/erp/records;x/customer",
        "//api/erp/connections",
        "/api//erp/connections",
        "/api/erp/connections/",
        "/API/ERP/connections",
        "/api/erp/connections%00",
        "/api/erp/connections/%00",
        "/api/erp/connections/%0d%0aX-Evil:1",
        "/api/erp/connections/%ff%fe",
        "/api/erp/connections/" + "x" * 5000,
        "/api/erp/sync-configs/019ab3c0-0000-7000-8000-000000000000",
        "/api/erp/sync-logs/019ab3c0-0000-7000-8000-000000000000",
        "/api/erp/records/customer/019ab3c0-0000-7000-8000-000000000000",
        "/api/erp/records/customer/' OR 1=1 --",
        "/api/erp/records/sqlite_master",
        "/api/erp/transform-templates/*",
        "http://elsewhere.example/api/erp/connections/x",
    ],
)
def test_paths(client: httpx.Client, path: str) -> None:
    """Sent as they stand, without the client's own tidying."""
    status, _ = raw(client, f"GET {path.replace(' ', '%20')} HTTP/1.1")
    assert status == 404


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "TRACE", "PATCH", "CONNECT", "PROPFIND", "GETX"])
@pytest.mark.parametrize("path", ["/health", "/api/erp/connections", "/api/erp/sync", "/openapi.json"])
def test_other_methods(client: httpx.Client, method: str, path: str) -> None:
    status, body = raw(client, f"{method} {path} HTTP/1.1")
    if (method, path) == ("HEAD", "/openapi.json"):
        assert status == 200
        return
    assert status == 405
    assert not body or json.loads(body)["error"]["code"] == "method_not_allowed"


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=-1",
        "limit=1001",
        "limit=99999999999999999999999",
        "limit=1e3",
        "limit=%D9%A1%D9%A2x",
        "cursor=%00",
        "cursor=" + "x" * 300,
        "cursor=' OR 1=1",
        "updated_since=9999-99-99",
        "updated_since=0001-01-01T00:00:00%2B23:59",
        "include_deleted=perhaps",
        "q=" + "x" * 300,
    ],
)
def test_queries(client: httpx.Client, query: str) -> None:
    assert raw(client, f"GET {RECORDS}?{query.replace(' ', '%20')} HTTP/1.1")[0] == 422


@pytest.mark.usefixtures("untouched")
def test_a_slow_sender_is_let_go(client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "BODY_TIME", 0.2)
    head = f"POST {RECORDS} HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json"
    status, body = raw(client, head, b'5\r\n{"bus\r\n')
    assert (status, json.loads(body)["error"]["code"]) == (408, "too_slow")


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    "head",
    [
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: -1",
        "Content-Length: 1_0",
        "Transfer-Encoding: chunked, gzip",
        "X-Evil: a\x00b",
        "Broken header",
    ],
)
def test_broken_heads(client: httpx.Client, head: str) -> None:
    assert raw(client, f"POST {RECORDS} HTTP/1.1\r\n{head}", b"{}")[0] in {400, 501}


@pytest.mark.usefixtures("untouched")
def test_a_chunk_that_promises_too_much(client: httpx.Client) -> None:
    head = f"POST {RECORDS} HTTP/1.1\r\nTransfer-Encoding: chunked"
    assert raw(client, head, b"%x\r\n" % 2_000_000 + b" " * 2_000_000)[0] == 413


def raw(client: httpx.Client, head: str, body: bytes = b"") -> tuple[int, bytes]:
    """One request as it stands, with the token; the answer's status and body."""
    port = client.base_url.port
    assert port is not None
    text = f"{head}\r\nHost: 127.0.0.1:{port}\r\nAuthorization: {client.headers['Authorization']}\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=10) as sock:
        sock.sendall(f"{text}Connection: close\r\n\r\n".encode() + body)
        answer = b""
        try:
            while part := sock.recv(65536):
                answer += part
        except ConnectionResetError:
            assert answer  # it was given before all of the body was read
    first, _, rest = answer.partition(b"\r\n\r\n")
    return int(first.split()[1]), rest
