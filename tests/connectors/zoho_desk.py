"""A client of a simulated Zoho, with a clock that waits at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.http.client import Times
from app.connectors.http.limits import Limits
from app.connectors.zoho.client import Zoho
from app.model.cancel import CancelToken
from app.model.limits import CONCURRENT, LimitStore
from app.model.tokens import MemoryTokens, Tokens, TokenStore
from tests.connectors.http.clocks import HandClock
from tests.simulators.zoho import SimulatedZoho

CLIENT = {"client_id": "1000.SIMULATEDCLIENT", "client_secret": "simulated-client-secret"}
_QUICK = Times(connect=5.0, silence=5.0, whole=10.0)


@dataclass
class ZohoDesk:
    sim: SimulatedZoho
    clock: HandClock = field(default_factory=HandClock)
    auth: dict[str, Any] = field(default_factory=dict)
    base_url: str = ""
    store: LimitStore | None = None
    tokens: TokenStore | None = None
    waits: list[float] = field(default_factory=list)

    def settings(self) -> ConnectionSettings:
        auth = {**CLIENT, "accounts_url": self.sim.accounts_url, **self.auth}
        return ConnectionSettings("c", "CRM", "zoho", self.base_url or self.sim.base_url, "oauth2", auth)

    def signed_in(self) -> Tokens:
        """What a sign-in brings; its end is by this desk's clock."""
        given = self.sim.grant()
        return Tokens(
            str(given["refresh_token"]),
            str(given["access_token"]),
            self.clock.now,
            self.clock.now.replace(hour=self.clock.now.hour + 1),
            extras={"api_domain": str(given["api_domain"])},
        )

    def open(self) -> Zoho:
        limits = Limits(self.store, clock=self.clock, pause=self.clock.pause, spread=lambda: 0.0)
        self.tokens = self.tokens or MemoryTokens(self.signed_in())
        ports = ConnectorPorts(_NoState(), Path(), limits, tokens=self.tokens)
        return Zoho(self.settings(), ports, clock=self.clock, times=_QUICK, sleep=self._sleep)

    def _sleep(self, _cancel: CancelToken, seconds: float) -> None:
        self.waits.append(seconds)
        self.clock.forward(seconds)


class _NoState:
    def load(self, name: str) -> Any | None:
        raise AssertionError(name)

    def save(self, name: str, value: Any) -> None:
        raise AssertionError(name)


__all__ = ["CLIENT", "CONCURRENT", "ZohoDesk"]
