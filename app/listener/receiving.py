"""POST /api/erp/webhooks/{id}/receive, without FastAPI: proved, on the disk, answered. An event needs no token of ours, so
nothing is done for one that can't prove where it is from."""

from __future__ import annotations

import logging
from typing import Any

import anyio.to_thread
import orjson
from pydantic import Field
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app.listener.answers import Answer
from app.listener.commits import Commits
from app.listener.gate import MAX_BODY, hook_of, read_body
from app.listener.problems import answer, problems, refusal
from app.listener.rarely import Rarely
from app.model.errors import AppError, NotFound
from app.services.facade import Services
from app.services.webhooks import Hook

log = logging.getLogger(__name__)
log.addFilter(Rarely())  # strangers can have anything refused

MAX_EVENT = 5 * MAX_BODY
#: A longer body, in bytes, is proved and read on another thread: up to 10,000 events take a second, and others wait.
_SHORT = 64 * 1024

_REFUSED = "an event for webhook %r was refused (%d %s)"
_TEXT = "latin-1"  # how HTTP's headers are read
_PATH = "/api/erp/webhooks/{webhook_id}/receive"


class Received(Answer):
    """It is on the disk. `eventIds` are all of the body's events, `eventId` the first of them."""

    event_id: str
    status: str = Field("received", description="Always `received`: what becomes of it is in webhook-events")
    event_ids: list[str]


class Receiver:
    """An ASGI application behind the gate."""

    def __init__(self, services: Services) -> None:
        self._hooks = services.webhooks
        self._commits = Commits(self._hooks.store)

    def close(self) -> None:
        self._commits.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        hook_id = hook_of(scope["path"])
        try:
            made = await self._answered(scope, receive, hook_id)
        except AppError as error:
            made = _refused(hook_id, error)
        except Exception as error:
            log.exception("an event of webhook %r could not be taken in", hook_id[:36], exc_info=error)
            made = answer(500, "internal", "Something went wrong in SalesMate Sync. The log has the details.")
        await made(scope, receive, send)

    async def _answered(self, scope: Scope, receive: Receive, hook_id: str) -> Response:
        method = scope["method"]
        if method not in {"GET", "POST"}:
            return answer(405, "method_not_allowed", "Events are sent with POST.", headers={"Allow": "GET, POST"})
        hook = self._hooks.known(hook_id)
        if hook is None:
            hook = await anyio.to_thread.run_sync(self._hooks.hook, hook_id)
        headers = [(name.decode(_TEXT), value.decode(_TEXT)) for name, value in scope["headers"]]
        if method == "GET":
            return self._handshake(hook, headers)
        body = await read_body(dict(scope["headers"]), receive, MAX_EVENT)
        if isinstance(body, bytes):
            return await self._taken(hook, headers, body)
        log.warning(_REFUSED, hook_id, body.status_code, "its body is too long or did not arrive")
        return body

    def _handshake(self, hook: Hook, headers: list[tuple[str, str]]) -> Response:
        challenge = self._hooks.handshake(hook, dict(headers))
        if challenge is None:
            return answer(405, "method_not_allowed", "Events are sent with POST.", headers={"Allow": "POST"})
        return _json(200, {"Challenge": challenge})

    async def _taken(self, hook: Hook, headers: list[tuple[str, str]], body: bytes) -> Response:
        if len(body) > _SHORT or hook.origin.company:  # an event of another company leads to the database
            arrivals = await anyio.to_thread.run_sync(self._hooks.accept, hook, headers, body)
        else:
            arrivals = self._hooks.accept(hook, headers, body)
        ids = await self._commits.add(arrivals, len(body))
        if ids is None:
            raise NotFound("There is no such webhook.")
        return _json(202, {"success": True, "eventId": ids[0], "status": "received", "eventIds": list(ids)})


def _json(status: int, body: Any) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")


def _refused(hook_id: str, error: AppError) -> Response:
    """Why is in the log, and nothing that was sent."""
    made = refusal(error)
    # %r: what a stranger put into an address stays on its line.
    log.warning(_REFUSED, hook_id[:36], made.status_code, error.code)
    return made


def add_to(document: dict[str, Any]) -> None:
    """Tell of the two calls in the OpenAPI document."""
    schemas = document["components"]["schemas"]
    schemas["Received"] = Received.model_json_schema(by_alias=True, ref_template="#/components/schemas/{model}")
    refused = {
        str(status): {
            "description": shape["description"],
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ProblemAnswer"}}},
        }
        for status, shape in problems(404, 405).items()
    }
    where = {"name": "webhook_id", "in": "path", "required": True, "schema": {"type": "string"}}
    taken = {"schema": {"$ref": "#/components/schemas/Received"}}
    document["paths"][_PATH] = {
        "post": {
            "tags": ["webhooks"],
            "operationId": "receive_event",
            "summary": "Receive Event",
            "description": "An event, proved by HMAC, the system's own token or X-Verification-Token; at most "
            f"{MAX_EVENT // 1024 // 1024} MiB. Answered once it is stored durably.",
            "security": [],
            "parameters": [where],
            "requestBody": {"required": True, "content": {"application/json": {"schema": {}}}},
            "responses": {
                "202": {"description": "Stored", "content": {"application/json": taken}},
                **refused,
            },
        }
    }
