"""What the calls are given: the services, their query parameters, a place for work that waits on an ERP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

import anyio.to_thread
from anyio import CapacityLimiter
from fastapi import Depends, Query, Request

from app.listener.waiting import Waiting
from app.model.cancel import CancelToken
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


Hub = Annotated[Services, Depends(_services)]
Erp = Annotated[Outside, Depends(_outside)]
Waiter = Annotated[Waiting, Depends(_waiting)]
Limit = Annotated[int, Query(ge=1, le=1000, description="At most so many")]
Cursor = Annotated[str | None, Query(max_length=200, description="`nextCursor` of the page before")]
