"""HTTP on one connection: whoever holds one without asking for anything loses it, and there are only so many. Imports uvicorn:
import it late."""

from __future__ import annotations

import asyncio
import logging

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from app.listener.rarely import Rarely

log = logging.getLogger(__name__)
log.addFilter(Rarely())
# Says of each broken request that it was one.
logging.getLogger("uvicorn.error").addFilter(Rarely())

#: Within so many seconds a connection must bring a whole head of a request, from its first moment or the answer before.
HEAD_TIME = 30.0
#: Each connection takes a file descriptor, and the hub needs some of its own.
MOST_CONNECTIONS = 500


class Protocol(H11Protocol):
    """uvicorn's own timer covers only connections that are silent after an answer."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS:
            log.warning("there are %d connections already: another one was closed", MOST_CONNECTIONS)
            transport.abort()
        else:
            self._watch()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._forget()

    def _watch(self) -> None:
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is not None and not cycle.response_complete:
            self._forget()
        elif self._deadline is None:
            self._deadline = self.loop.call_later(HEAD_TIME, self._late)

    def _forget(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _late(self) -> None:
        # Not aborted: what was answered may still be on its way.
        self.transport.close()
