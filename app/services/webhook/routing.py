"""To which of a connection's modules an event belongs, or why nothing comes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from app.db.configs import SyncConfig
from app.db.webhook_events import Queued
from app.db.webhooks import Webhook
from app.model.entities import ENTITIES, entity_named

_NOTHING: tuple[SyncConfig, ...] = ()


class Routes:
    """``configs`` are the connection's, ``webhooks`` those of the events, by id."""

    def __init__(self, configs: Iterable[SyncConfig], webhooks: Mapping[str, Webhook]) -> None:
        self._webhooks = webhooks
        self._modules: dict[str, list[SyncConfig]] = defaultdict(list)
        self._entities: dict[str, list[SyncConfig]] = defaultdict(list)
        for config in configs:
            if config.is_active and config.sync_direction != "push":
                self._modules[config.remote_module.casefold()].append(config)
                self._entities[config.entity_type].append(config)

    def of(self, event: Queued) -> tuple[Sequence[SyncConfig], str]:
        """The configs that take its record, else the reason why none does."""
        webhook = self._webhooks[event.webhook_id]
        if event.type not in webhook.subscribed_events:
            return _NOTHING, "This webhook is not subscribed to events of this kind."
        found = self._named(event.module, webhook)
        if not found:
            what = f"“{event.module}”" if event.module else "It does not say of which kind the record is, and that"
            return _NOTHING, f"{what} is not synced from the other system over this connection."
        wanted = [config for config in found if not webhook.entity_types or config.entity_type in webhook.entity_types]
        if not wanted:
            return _NOTHING, f"This webhook is not subscribed to {ENTITIES[found[0].entity_type].plural.lower()}."
        return wanted, ""

    def _named(self, module: str, webhook: Webhook) -> Sequence[SyncConfig]:
        """By the other system's name, else by ours; without a name what the webhook is for, when that is one kind."""
        if not module:
            only = webhook.entity_types if len(webhook.entity_types) == 1 else ()
            return [config for entity in only for config in self._entities[entity]]
        spec = entity_named(module.casefold())
        return self._modules.get(module.casefold()) or (self._entities.get(spec.name, []) if spec else [])
