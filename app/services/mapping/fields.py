"""Both sides' fields as the mapping editor shows them: the hub's from its entities, the ERP's as it told them. Pure, but for a
memory of what was told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.connectors.base import RemoteField
from app.connectors.spec import EntityTemplate
from app.db.connections import Connection
from app.db.sql import dump
from app.mapping.names import CUSTOM
from app.model.clock import monotonic
from app.model.entities import EntitySpec, FieldSpec
from app.model.values import FieldType
from app.services.mapping.views import SideField
from app.services.views import MappingView

#: For how many seconds what an ERP told of its fields is taken for its present state.
_FRESH = 60.0
_SAMPLES = 3


@dataclass(frozen=True)
class Told:
    """What an ERP told of a module's fields, when it was asked last. ``fields`` are ``None`` when it never answered; ``notice``
    says why it did not the last time."""

    at: float
    fields: tuple[SideField, ...] | None
    notice: str = ""


class FieldMemory:
    """What was told, by connection (at its present address and books) and module. Safe from any thread."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._told: dict[str, Told] = {}
        self._lock = threading.Lock()

    def fresh(self, connection: Connection, module: str) -> Told | None:
        """What was told just now."""
        told = self.last(connection, module)
        if told is None or told.notice or self._clock() - told.at > _FRESH:
            return None
        return told

    def last(self, connection: Connection, module: str) -> Told | None:
        with self._lock:
            return self._told.get(_key(connection, module))

    def keep(self, connection: Connection, module: str, fields: Iterable[RemoteField]) -> Told:
        return self._put(connection, module, Told(self._clock(), tuple(told_field(field) for field in fields)))

    def note_silence(self, connection: Connection, module: str, notice: str) -> Told:
        """It did not answer: what it told before stands."""
        last = self.last(connection, module)
        return self._put(connection, module, Told(self._clock(), last.fields if last else None, notice))

    def _put(self, connection: Connection, module: str, told: Told) -> Told:
        with self._lock:
            self._told[_key(connection, module)] = told
        return told


def _key(connection: Connection, module: str) -> str:
    return dump([connection.id, connection.base_url, connection.auth_config, module])


# --- the ERP's -----------------------------------------------------------------------------------------------------------


def told_field(field: RemoteField) -> SideField:
    return SideField(
        field.path,
        field.title,
        field.type,
        field.required,
        field.readonly,
        (field.sample,) if field.sample else (),
        field.choices,
        group=group_of(field.path),
    )


def usual_fields(template: EntityTemplate | None) -> tuple[SideField, ...]:
    """The fields that the connector's template names."""
    found = {
        link.remote: SideField(
            link.remote, link.remote, link.type, link.required, link.readonly, group=group_of(link.remote)
        )
        for link in (template.fields if template else ())
    }
    return tuple(found.values())


def with_linked(fields: Sequence[SideField], links: Iterable[MappingView], *, live: bool) -> tuple[SideField, ...]:
    """``fields`` and those that links name besides. One that a ``live`` system did not offer is not known."""
    known = {field.path for field in fields}
    more: dict[str, SideField] = {}
    for link in links:
        path = link.remote_field.removesuffix("[]")
        if path not in known:
            more.setdefault(
                path, SideField(path, path, field_type(link.field_type), group=group_of(path), known=not live)
            )
    return (*fields, *more.values())


def field_type(name: str) -> FieldType:
    return FieldType(name) if name in FieldType.__members__.values() else FieldType.TEXT


def group_of(path: str) -> str:
    head, found, _ = path.partition("[].")
    return head if found else ""


# --- the hub's -----------------------------------------------------------------------------------------------------------


def hub_fields(spec: EntitySpec, own: Iterable[str], records: Sequence[Mapping[str, Any]]) -> tuple[SideField, ...]:
    """Every field of an entity, a list's children right behind it, then the ``own`` ones (names without ``custom.``). ``records``
    are recent ones as the outside sees them: their values are the samples."""
    found: list[SideField] = []
    for field in spec.fields:
        values = [record.get(field.name) for record in records]
        found.append(_hub_field(field, field.name, "", values))
        rows = [row for value in values if field.type is FieldType.LINES for row in value or ()]
        found += [
            _hub_field(child, f"{field.name}[].{child.name}", field.name, [row.get(child.name) for row in rows])
            for child in field.children
        ]
    for name in dict.fromkeys(own):
        values = [(record.get("custom") or {}).get(name) for record in records]
        title = name.replace("_", " ")
        found.append(SideField(f"{CUSTOM}{name}", f"{title[:1].upper()}{title[1:]} (own)", samples=_samples(values)))
    return tuple(found)


def own_names(links: Iterable[MappingView]) -> list[str]:
    return [link.local_field.removeprefix(CUSTOM) for link in links if link.local_field.startswith(CUSTOM)]


def _hub_field(field: FieldSpec, path: str, group: str, values: Iterable[Any]) -> SideField:
    made = SideField(
        path, field.title, field.type, field.required, field.readonly, (), field.choices, field.lookup or "", group
    )
    return made if made.is_list else replace(made, samples=_samples(values))


def _samples(values: Iterable[Any]) -> tuple[str, ...]:
    shown = (_plain(value) for value in values)
    return tuple(dict.fromkeys(text for text in shown if text))[:_SAMPLES]


def _plain(value: Any) -> str:
    """A value as a person reads it; a reference by its label."""
    if isinstance(value, Mapping):
        value = value.get("label")
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return value if isinstance(value, str) else ""
