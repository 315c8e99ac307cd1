"""What the services answer about transform templates: frozen dataclasses, safe to hand between threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class TemplateView:
    """A template. ``definition`` has the contract's camelCase names:

    * field: ``{"transform": [steps], "valueMap": {…}, "validation": [rules]}``, each where there is one;
    * record: ``{"entityType", "remoteModule", "fieldMappings": [links]}``, the module where it is for one alone;
    * batch: ``{"mappings": [records]}``.

    ``system`` is ``None`` for one that suits every system. ``uses``: the links that refer to a field template now, how often
    another was applied.
    """

    id: str
    tenant_id: str
    system: str | None
    name: str
    kind: str
    definition: Mapping[str, Any]
    version: int
    uses: int
    created_at: str
    updated_at: str


@dataclass(frozen=True)
class TemplateVersionView:
    """What a template was, or is, from ``at`` (a stamp) on."""

    version: int
    name: str
    definition: Mapping[str, Any]
    at: str


@dataclass(frozen=True)
class TemplateUseView:
    """A link that refers to a template; ``field`` is the hub's."""

    connection_id: str
    connection_name: str
    config_id: str
    entity_type: str
    field: str


@dataclass(frozen=True)
class AppliedView:
    """A config whose links a batch template replaced."""

    config_id: str
    entity_type: str
    remote_module: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class BatchApplied:
    """What a batch template did to a connection; ``missing``: the kinds of record that it holds and nothing syncs there."""

    changed: tuple[AppliedView, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportReport:
    """What became of a file's templates, by name. ``same``: there already, and equal; ``renamed``: ``(name in the file,
    name here)`` of those that differ from one that bears the name; ``replaced``: those that took its place, as a new version."""

    added: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    replaced: tuple[str, ...] = ()
