"""A whole program connected to a simulated Zoho, with one clock for both. Zoho reaches its listener through a tunnel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from app import bootstrap
from app.connectors.zoho import KIND
from app.connectors.zoho.watch import Watches
from app.model.cancel import CancelToken
from app.services.options import ListenAt, Options
from tests.simulators.zoho import CLIENT_ID, CLIENT_SECRET, SimulatedZoho

TUNNEL = "https://events.shop.co.in"


def start(folder: Path) -> bootstrap.App:
    return bootstrap.start(Options(data_dir=folder / "data", secrets="file"), schedule=False, listen=ListenAt(port=0))


class ZohoOffice:
    """Nothing goes on by itself: :meth:`look` and :meth:`work_off` do it."""

    def __init__(self, app: bootstrap.App, sim: SimulatedZoho) -> None:
        assert app.listener is not None
        self.app, self.sim, self.services = app, sim, app.services
        app.parts.registry.add(replace(KIND, subscriptions=Watches(sim.clock)))
        app.parts.clock = sim.clock
        sim.watch.tunnels = {TUNNEL: app.listener.url}
        self.connection_id = self._connect()

    def _connect(self) -> str:
        auth: dict[str, Any] = {
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "accounts_url": self.sim.accounts_url,
            "refresh_token": str(self.sim.grant()["refresh_token"]),
            "edition": "enterprise",
        }
        made = self.services.connections.create(
            {
                "erp_system": "zoho",
                "connection_name": "CRM",
                "auth_type": "oauth2",
                "base_url": self.sim.base_url,
                "auth_config": auth,
            }
        )
        for entity, module in (("customer", "Contacts"), ("product", "Products")):
            self.services.configs.create(
                {
                    "connection_id": made.id,
                    "entity_type": entity,
                    "sync_direction": "pull",
                    "remote_module": module,
                }
            )
        return made.id

    def hook(self, public: str | None = TUNNEL, **more: Any) -> str:
        """A webhook; its address is the tunnel's with our path."""
        view, _ = self.services.webhooks.create({"connection_id": self.connection_id, **more})
        if public is not None:
            url = public + view.path if public == TUNNEL else public
            self.services.webhooks.update(view.id, {"webhook_url": url})
        return view.id

    def look(self, later: float = 60.0) -> None:
        """What the thread does now and then, so many seconds later."""
        self.sim.clock.advance(later)
        self.services.webhooks.subscribing.step(CancelToken())

    def registration(self, hook_id: str) -> Any:
        return self.services.webhooks.get(hook_id).registration

    def asked(self) -> list[str]:
        """The methods of the calls about channels, but for those with an access token that has ended."""
        return [one.method for one in self.sim.asked("watch") if one.status != 401]

    def sync(self) -> Any:
        return self.services.runs.wait(self.services.runs.start(connection_id=self.connection_id), 60)

    def work_off(self) -> None:
        for _ in range(2):
            self.services.webhooks.work.step()
            for log_id in self.app.parts.jobs.known():
                self.services.runs.wait(log_id, 60)
