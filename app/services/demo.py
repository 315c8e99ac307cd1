"""The demo company's connection and configs: what the wizard would make, made in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.configs import Configs
    from app.services.connections import Connections

ENTITIES = ("customer", "product", "order", "invoice", "payment")


class Demo:
    def __init__(self, connections: Connections, configs: Configs) -> None:
        self._connections = connections
        self._configs = configs

    def prepare(self, base_url: str, company: str) -> str:
        """The demo connection with its configs from the templates; its id. One that is there already (a kept data
        folder) is pointed at the company's present address."""
        for connection in self._connections.list(system="tally"):
            if connection.name == company:
                return self._connections.update(connection.id, {"base_url": base_url}).id
        made = self._connections.create(
            {
                "erp_system": "tally",
                "connection_name": company,
                "auth_type": "none",
                "auth_config": {"company": company},
                "base_url": base_url,
                "sync_direction": "bidirectional",
                "auto_sync_interval": 300,
            }
        )
        for entity in ENTITIES:
            self._configs.create(
                {"connection_id": made.id, "entity_type": entity, "sync_direction": "bidirectional", "auto_sync": True}
            )
        return made.id
