"""The stored configs' mappings, compiled once for each state of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mapping.compiled import CompiledMapping, compile_mapping
from app.mapping.stored import field_mappings
from app.model.entities import ENTITIES

if TYPE_CHECKING:
    from app.db.configs import SyncConfig
    from app.db.templates import TemplateStore


class CompiledConfigs:
    """Safe from any thread: at worst two compile the same."""

    def __init__(self, templates: TemplateStore) -> None:
        self._templates = templates
        self._kept: dict[str, tuple[str, CompiledMapping]] = {}

    def of(self, config: SyncConfig) -> CompiledMapping:
        """Raises :class:`InvalidInput` for links that can't be compiled any more."""
        kept = self._kept.get(config.id)
        if kept is None or kept[0] != config.updated_at:
            links = field_mappings(config.mappings, self._templates.chain)
            kept = self._kept[config.id] = (config.updated_at, compile_mapping(ENTITIES[config.entity_type], links))
        return kept[1]
