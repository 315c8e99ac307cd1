"""The listener's application: the calls, their document, and what stands before them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import anyio.to_thread
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from app import __version__
from app.listener import (
    answers,
    authorisations,
    configs,
    connections,
    document,
    limits,
    problems,
    receiving,
    records,
    runs,
    templates,
    totals,
    webhooks,
)
from app.listener.deps import Outside
from app.listener.gate import Gate, receives
from app.listener.waiting import Waiting
from app.services.facade import Services

#: Threads for calls that only read or write the database.
PLACES = 16


def make_app(services: Services, *, is_token: Callable[[bytes], bool], hosts: Callable[[str], bool]) -> ASGIApp:
    """The whole application. ``is_token`` says whether a call carries the token, ``hosts`` whether a ``Host`` header is one
    of ours."""

    @asynccontextmanager
    async def life(api: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = PLACES
        api.state.waiting = Waiting(services)
        yield
        api.state.waiting.close()
        receiver.close()

    receiver = receiving.Receiver(services)
    api = FastAPI(
        title="SalesMate Sync",
        version=__version__,
        lifespan=life,
        docs_url=None,  # their pages come from other people's servers
        redoc_url=None,
        redirect_slashes=False,
        strict_content_type=False,
        generate_unique_id_function=_operation_name,
    )
    api.state.services = services
    api.state.outside = Outside()
    problems.install(api)
    api.add_api_route("/health", _health, response_model=answers.Health, responses=_only(403, 500), tags=["health"])
    for router in (
        connections.router,
        authorisations.router,
        totals.router,
        configs.router,
        limits.router,
        templates.router,
        runs.router,
        records.router,
        webhooks.router,
    ):
        api.include_router(router)
    api.openapi = lambda: _document(api)  # type: ignore[method-assign]
    return Shell(api, Gate(_Ways(api, receiver), is_token=is_token, hosts=hosts))


class _Ways:
    """Events go past FastAPI: they come in bursts, and each waits for the disk."""

    def __init__(self, api: FastAPI, receiver: receiving.Receiver) -> None:
        self._api = api
        self._receiver = receiver

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        way: ASGIApp = self._receiver if scope["type"] == "http" and receives(scope["path"]) else self._api
        await way(scope, receive, send)


class Shell:
    """The gate in front of the application, with a way to let go of what waits."""

    def __init__(self, api: FastAPI, gate: Gate) -> None:
        self.api = api
        self._gate = gate

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await self._gate(scope, receive, send)

    def let_go(self) -> None:
        """Called on the event loop when the listener stops: whoever waits for a run or an ERP gets an answer now."""
        self.api.state.outside.cancel.cancel("SalesMate Sync is closing.")
        waiting: Waiting | None = getattr(self.api.state, "waiting", None)
        if waiting is not None:
            waiting.close()


async def _health() -> answers.Health:
    """Open to everybody."""
    return answers.Health(version=__version__)


def _only(*statuses: int) -> dict[int | str, dict[str, Any]]:
    return {status: shape for status, shape in problems.problems(*statuses).items() if status in statuses}


def _operation_name(route: APIRoute) -> str:
    return route.name


def _document(api: FastAPI) -> dict[str, Any]:
    """OpenAPI, with the token that every call but /health needs."""
    if api.openapi_schema is None:
        made = FastAPI.openapi(api)
        made.setdefault("components", {})["securitySchemes"] = {
            "token": {"type": "http", "scheme": "bearer", "description": "The text in the file api-token"}
        }
        made["security"] = [{"token": []}]
        made["paths"]["/health"]["get"]["security"] = []
        document.complete(made)
        api.openapi_schema = made
    return api.openapi_schema
