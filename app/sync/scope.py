"""What a run syncs: each active config with its compiled mapping, by remote module."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.mapping.compiled import CompiledMapping
from app.model.entities import DEPENDENCY_ORDER, EntitySpec
from app.model.values import FieldType


@dataclass(frozen=True)
class EntityScope:
    """One config as the engine uses it. ``fan_out``: the other connections that must hear of changes of this entity;
    ``pushes``: is this one such itself? ``pulls``: does anything come in?"""

    config_id: str
    entity: EntitySpec
    module: str
    mapping: CompiledMapping
    strategy: str
    delete_policy: str
    match_on: tuple[str, ...]
    fan_out: tuple[str, ...] = ()
    readonly: frozenset[str] = field(default=frozenset())
    pushes: bool = False
    pulls: bool = True


def readonly_fields(spec: EntitySpec) -> frozenset[str]:
    return frozenset(item.name for item in spec.fields if item.readonly and item.type is not FieldType.LINES)


def scope_of(scopes: Iterable[EntityScope]) -> str:
    """``module=mapping`` of each: under another mapping, or for another module, what was read before means nothing until
    a full pass."""
    return "|".join(sorted(f"{scope.module}={scope.mapping.fingerprint}" for scope in scopes))


def covers(kept: str, wanted: str) -> bool:
    """Was everything in ``wanted`` read where ``kept`` was, under the same mappings?"""
    return set(wanted.split("|")) <= set(kept.split("|"))


def names_module(scope: str, module: str) -> bool:
    """Is the module among those of a :func:`scope_of`?"""
    return any(part.startswith(f"{module}=") for part in scope.split("|"))


def in_order(scopes: Mapping[str, EntityScope]) -> list[EntityScope]:
    """What is referred to before what refers to it."""
    return sorted(scopes.values(), key=lambda scope: DEPENDENCY_ORDER.index(scope.entity.name))


def by_module(scopes: Iterable[EntityScope]) -> Mapping[str, EntityScope]:
    return {scope.module: scope for scope in scopes}
