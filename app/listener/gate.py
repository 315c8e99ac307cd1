"""Before any call is looked at: whose name it was sent to, whether it carries the token, how long its body is.

The order matters: 401 comes before 404, 413 and 422, so that a stranger learns nothing about what is here. The body of an
event is left to :mod:`app.listener.receiving`, which first sees whether there is such a webhook.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.listener.problems import answer

MAX_BODY = 1024 * 1024
#: A whole body must have come within this time, in seconds: a slow sender must not hold a place.
BODY_TIME = 30.0
_HOOKS, _RECEIVE = "/api/erp/webhooks/", "/receive"


class Gate:
    """ASGI middleware. ``is_token`` says whether what a call carries is the token, ``hosts`` whether a ``Host`` header is
    ours."""

    def __init__(self, inner: ASGIApp, *, is_token: Callable[[bytes], bool], hosts: Callable[[str], bool]) -> None:
        self._inner = inner
        self._is_token = is_token
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        headers = dict(scope["headers"])  # the last of a kind counts
        refusal = self._refused(scope, headers)
        if refusal is None and not receives(scope["path"]):
            body = await read_body(headers, receive, MAX_BODY)
            if isinstance(body, bytes):
                receive = _replay(body, receive)
            else:
                refusal = body
        await (refusal or self._inner)(scope, receive, send)

    def _refused(self, scope: Scope, headers: dict[bytes, bytes]) -> Response | None:
        host = headers.get(b"host", b"").decode("latin-1")
        if host and not self._hosts(host):
            return answer(403, "forbidden_host", "This name is not one under which SalesMate Sync answers.")
        if not self._open(scope, headers) and not self._authorised(headers):
            return answer(
                401,
                "unauthorised",
                "The access token is missing or wrong.",
                {"hint": "Send the header Authorization: Bearer TOKEN; the token is in the file api-token."},
                {"WWW-Authenticate": "Bearer"},
            )
        if b"%00" in scope.get("raw_path", b""):
            return answer(404, "not_found", "There is no such address.")
        if b"%00" in scope["query_string"]:
            return answer(422, "invalid_input", "A value holds a NUL character.")
        return None

    @staticmethod
    def _open(scope: Scope, headers: dict[bytes, bytes]) -> bool:
        if receives(scope["path"]):  # events prove themselves; SAP asks with a GET whether the address is ours
            return scope["method"] == "POST" or (scope["method"] == "GET" and b"x-b1-webhook-token" in headers)
        return (scope["method"], scope["path"]) == ("GET", "/health")

    def _authorised(self, headers: dict[bytes, bytes]) -> bool:
        scheme, _, token = headers.get(b"authorization", b"").partition(b" ")
        return self._is_token(token.strip()) and scheme.lower() == b"bearer"


def receives(path: str) -> bool:
    """Is it the address of a webhook's events?"""
    return path.startswith(_HOOKS) and path.endswith(_RECEIVE) and "/" not in hook_of(path)


def hook_of(path: str) -> str:
    """The webhook's id in the address of its events."""
    return path[len(_HOOKS) : -len(_RECEIVE)]


async def read_body(headers: Mapping[bytes, bytes], receive: Receive, limit: int) -> bytes | Response:
    """The body in one piece, or the answer that refuses it: it is over ``limit`` bytes, or takes too long."""
    length = headers.get(b"content-length", b"0")
    if length.isdigit() and int(length) > limit:
        return _too_large(limit)
    try:
        async with asyncio.timeout(BODY_TIME):
            body = await _read(receive, limit)
    except TimeoutError:
        return answer(408, "too_slow", "The body did not arrive in time.", headers={"Connection": "close"})
    except ClientDisconnect:
        return answer(408, "gone", "The sender went away.")
    return _too_large(limit) if body is None else body


async def _read(receive: Receive, limit: int) -> bytes | None:
    """The body, or ``None`` as soon as it is longer than allowed: nothing is read past that."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        if len(body) > limit:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _replay(body: bytes, receive: Receive) -> Receive:
    sent = False

    async def again() -> Message:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _too_large(limit: int) -> Response:
    return answer(413, "too_large", f"The body is over {limit // 1024} KiB.", headers={"Connection": "close"})
