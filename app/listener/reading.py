"""Reading JSON bodies strictly: no NaN, no half characters, no NUL, no key twice, no endless nesting. Each of them would reach the
database, break an answer, or be read in one way here and in another way elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any

import orjson
from fastapi import HTTPException, Request, Response
from fastapi.routing import APIRoute

#: Deeper than any body of the contract.
MOST_LEVELS = 64


class StrictRequest(Request):
    async def json(self) -> Any:
        return strict_json(await self.body())


def strict_json(body: bytes) -> Any:
    """Raises ``json.JSONDecodeError`` for what is not JSON and ``HTTPException`` for what we don't take (of whatever else is
    raised here FastAPI tells nothing)."""
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise json.JSONDecodeError(error.msg, "", error.pos) from None
    if body.count(b"{") + body.count(b"[") > MOST_LEVELS and _is_deep(found):
        raise _refused(f"The body is nested more than {MOST_LEVELS} levels deep.")
    if b"\\u0000" in body and _has_nul(found):
        raise _refused("A text holds a NUL character.")
    json.loads(body, object_pairs_hook=_each_once)
    return found


def _refused(message: str) -> HTTPException:
    return HTTPException(400, message)


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MOST_LEVELS):
        inner = [item.values() if isinstance(item, dict) else item for item in level if isinstance(item, dict | list)]
        level = [item for items in inner for item in items]
        if not level:
            return False
    return any(isinstance(item, dict | list) for item in level)


def _each_once(pairs: list[tuple[str, Any]]) -> None:
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _refused(f"{twice[:100]!r} is there twice.")


def _has_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\x00" in value
    if isinstance(value, dict):
        return any(_has_nul(key) or _has_nul(item) for key, item in value.items())
    return isinstance(value, list) and any(map(_has_nul, value))


class StrictRoute(APIRoute):
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def strictly(request: Request) -> Response:
            return await handle(StrictRequest(request.scope, request.receive))

        return strictly
