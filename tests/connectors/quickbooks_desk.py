"""A client of a simulated QuickBooks Online, with a clock that waits at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.http.client import Times
from app.connectors.http.limits import Limits
from app.connectors.quickbooks.client import Quickbooks
from app.model.cancel import CancelToken
from app.model.limits import LimitStore
from app.model.tokens import MemoryTokens, Tokens, TokenStore
from tests.connectors.http.clocks import HandClock
from tests.connectors.tally_rig import MemoryState
from tests.simulators.quickbooks import SimulatedQuickbooks
from tests.simulators.quickbooks.accounts import CLIENT_ID, CLIENT_SECRET

_QUICK = Times(connect=5.0, silence=5.0, whole=10.0)


@dataclass
class QuickbooksDesk:
    """``saves`` are the names of what was kept, each time."""

    sim: SimulatedQuickbooks
    clock: HandClock = field(default_factory=HandClock)
    auth: dict[str, Any] = field(default_factory=dict)
    store: LimitStore | None = None
    tokens: TokenStore | None = None
    state: NotedState = field(default_factory=lambda: NotedState())
    waits: list[float] = field(default_factory=list)

    def settings(self) -> ConnectionSettings:
        auth = {
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "realm_id": self.sim.realm,
            "environment": "sandbox",
            "discovery_url": self.sim.discovery_url,
            **self.auth,
        }
        return ConnectionSettings("c", "Books", "quickbooks", self.sim.base_url, "oauth2", auth)

    def signed_in(self, **granted: str) -> Tokens:
        """What a sign-in brings; its end is by this desk's clock."""
        given, now = self.sim.grant(**granted), self.clock.now
        return Tokens(
            str(given["refresh_token"]),
            str(given["access_token"]),
            now,
            now + timedelta(hours=1),
            now + timedelta(days=100),
            now + timedelta(days=1825),
        )

    def open(self) -> Quickbooks:
        limits = Limits(self.store, clock=self.clock, pause=self.clock.pause, spread=lambda: 0.0)
        self.tokens = self.tokens or MemoryTokens(self.signed_in())
        ports = ConnectorPorts(self.state, Path(), limits, tokens=self.tokens)
        return Quickbooks(self.settings(), ports, clock=self.clock, times=_QUICK, sleep=self._sleep)

    def _sleep(self, _cancel: CancelToken, seconds: float) -> None:
        self.waits.append(seconds)
        self.clock.forward(seconds)


class NotedState(MemoryState):
    def __init__(self) -> None:
        super().__init__()
        self.saves: list[str] = []

    def save(self, name: str, value: Any) -> None:
        self.saves.append(name)
        super().save(name, value)
