"""What the calls are given: the services, their query parameters, a place for work that waits on an ERP."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeVar

import anyio.to_thread
from anyio import CapacityLimiter
from fastapi import Depends, Header, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from app.listener.waiting import Waiting
from app.model.cancel import CancelToken
from app.model.errors import InvalidInput
from app.services.facade import Services

T = TypeVar("T")

#: Calls that talk to an ERP may take a minute each: they have few places of their own, so that they never take
#: those of quick calls.
ERP_PLACES = 6


class Outside:
    """Runs blocking calls to ERPs on threads of their own. ``cancel`` is set when the listener stops."""

    def __init__(self) -> None:
        self.cancel = CancelToken()
        self._places: CapacityLimiter | None = None

    async def call(self, work: Callable[[CancelToken], T]) -> T:
        if self._places is None:
            self._places = CapacityLimiter(ERP_PLACES)
        return await anyio.to_thread.run_sync(work, self.cancel, limiter=self._places)


async def _services(request: Request) -> Services:
    found: Services = request.app.state.services
    return found


async def _outside(request: Request) -> Outside:
    found: Outside = request.app.state.outside
    return found


async def _waiting(request: Request) -> Waiting:
    found: Waiting = request.app.state.waiting
    return found


class Repeatable:
    """Carries out a creating call; one that comes again with its ``Idempotency-Key`` gets the first answer and does nothing."""

    def __init__(self, hub: Services, call: str, key: str | None) -> None:
        self._hub = hub
        self._call = call
        self._key = key

    def create(
        self, sent: Mapping[str, Any], make: Callable[[], BaseModel], before: Callable[[], object] | None = None
    ) -> BaseModel | Response:
        """What ``make`` answers, under status 201. ``make`` only writes to the hub; what may take its time goes ``before`` it."""
        if self._key is None:
            return make()
        if before is not None:
            before()
        asked = [self._call, sent]
        answer, again = self._hub.idempotency.once(
            self._key, asked, lambda: make().model_dump(mode="json", by_alias=True)
        )
        return JSONResponse(answer, 201, {"Idempotent-Replayed": "true"} if again else None)

    def start(self, sent: Mapping[str, Any], start: Callable[[], str]) -> str:
        """The id of the run that ``start`` queues, or queued the first time: also when the program was stopped since, and the
        run with it."""
        if self._key is None:
            return start()
        answer, _ = self._hub.idempotency.once(self._key, [self._call, sent], lambda: {"logId": start()})
        return str(answer["logId"])


IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern="^[ -~]+$",
        description="A new text for every new call (a UUID). Sent again with the same call within 24 hours it gets the first "
        "answer, and nothing is done twice",
    ),
]


async def _repeatable(request: Request, idempotency_key: IdempotencyKey = None) -> Repeatable:
    return Repeatable(request.app.state.services, f"{request.method} {request.url.path}", idempotency_key)


def expected_version(if_match: str | None) -> int | None:
    """The version that ``If-Match`` names: ``3``, ``"3"`` or ``W/"3"``; none for ``*``. Raises :class:`InvalidInput`."""
    text = ("*" if if_match is None else if_match).strip().removeprefix("W/").strip('"')
    if text == "*":
        return None
    if not (text.isascii() and text.isdigit()):
        raise InvalidInput("If-Match must be a version.", field="If-Match", hint="Send the version that you saw.")
    return int(text)


Hub = Annotated[Services, Depends(_services)]
Again = Annotated[Repeatable, Depends(_repeatable)]
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match", max_length=200, description="The version that is to be changed, bare or quoted; * for any"
    ),
]
Erp = Annotated[Outside, Depends(_outside)]
Waiter = Annotated[Waiting, Depends(_waiting)]
Limit = Annotated[int, Query(ge=1, le=1000, description="At most so many")]
Cursor = Annotated[str | None, Query(max_length=200, description="`nextCursor` of the page before")]
