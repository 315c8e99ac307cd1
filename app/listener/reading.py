"""Reading JSON bodies strictly: no NaN, no half characters, no NUL, no thousandfold nesting. Each of them would
reach the database or break an answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any

import orjson
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute


class StrictRequest(Request):
    async def json(self) -> Any:
        body = await self.body()
        try:
            found = orjson.loads(body)
        except orjson.JSONDecodeError as error:
            raise json.JSONDecodeError(error.msg, "", error.pos) from None
        if b"\\u0000" in body and _has_nul(found):
            raise RequestValidationError(
                [{"type": "nul", "loc": ("body",), "msg": "A text holds a NUL character.", "input": None}]
            )
        return found


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
