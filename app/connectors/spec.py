"""What a connector declares of itself: its settings, what the engine may count on, and how the entities map.

The forms, the API's validation and the mapping editor are driven by it; reading it contacts nobody and imports nothing heavy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from app.model.values import FieldType


@dataclass(frozen=True)
class SettingSpec:
    """One key of ``authConfig``: it drives the forms and the API's validation, in the order of the connector's list.

    ``choices`` are ``(value, title)``; without a ``default`` the first is the usual one. ``link`` is the web page where such a
    value is made. ``entry``: how a text is asked for: ``line``, ``lines`` (long, may be read from a file), ``file`` (the path of
    one), or ``copy`` (a line that the other system is told as well). ``place``: ``main``, ``more`` (behind "More settings"), or
    in no form: ``books`` (comes with the choice of the books, or with the sign-in), ``sync`` (part of what is synced).
    ``only_if``: another setting (or ``auth_type``; in ``sync`` also ``delete_policy``) and the values of it with which this one is
    asked for, and needed. ``writes``: of one in ``sync``, the kinds of record with whose writing it matters.
    ``suggested`` is what the form of a new connection begins with, where that is not what holds while nothing is given.
    ``outdates``: settings that a change of this one takes away, unless they are sent with it.
    """

    name: str
    title: str
    required: bool = False
    secret: bool = False
    type: FieldType = FieldType.TEXT
    default: Any = None
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    link: str = ""
    entry: Literal["line", "lines", "file", "copy"] = "line"
    place: Literal["main", "more", "books", "sync"] = "main"
    only_if: tuple[str, tuple[Any, ...]] | None = None
    writes: tuple[str, ...] = ()
    suggested: Any = None
    outdates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Capabilities:
    """What the engine may count on.

    ``conditional_write``: a write with ``expected_version`` is refused (:class:`Stale`) when the record moved; without it
    the engine reads just before each write. ``idempotency_key``: the same :class:`WriteOp` sent twice is done once.
    ``find_by_our_key``: a record carries the hub's id, so that :meth:`Connector.find` is certain. ``lot``: how many writes
    one :meth:`Connector.write_many` takes. ``request_life``: for how many seconds a request whose answer was lost may
    still take effect. ``chooses``: something of the books is to be chosen before documents are written (:meth:`Connector.choices`).
    """

    incremental: bool = False
    tombstones: bool = False
    id_sweep: bool = False
    write: bool = False
    conditional_write: bool = False
    idempotency_key: bool = False
    find_by_our_key: bool = False
    webhooks: bool = False
    lines_in_lists: bool = False
    chooses: bool = False
    lot: int = 1
    request_life: float = 0.0


@dataclass(frozen=True)
class FieldTemplate:
    """One line of a default mapping. ``local`` inside a group is ``lines[].product``, ``remote`` ``LINES[].STOCKITEMNAME``."""

    local: str
    remote: str
    type: FieldType = FieldType.TEXT
    direction: str = "both"
    required: bool = False
    readonly: bool = False
    transform: tuple[Mapping[str, Any], ...] = ()
    value_map: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class EntityTemplate:
    """How an entity maps to a module of this ERP unless the admin says otherwise. An ERP may keep an entity in one of several
    modules (customers as people or as companies): then there is a template for each, the usual one first. ``given``: it fits
    where that other entity is synced with that module (the invoices' customer is a company). ``title`` is what a person calls the
    module, where there is a choice; ``about`` a line on what stands there, where that is not what one expects."""

    entity: str
    module: str
    fields: tuple[FieldTemplate, ...]
    given: tuple[str, str] | None = None
    title: str = ""
    about: str = ""


@dataclass(frozen=True)
class ConnectorSpec:
    """A connector's identity. ``system`` is the contract's ``erpSystem``. ``hub_key`` is the name offered for the field that
    carries our id there (the sync configs' ``hubKeyField``), empty where there is no room for one; the connector makes it when it
    isn't there. ``absent`` are entities that a person may look for and why they can't be synced there, in a sentence."""

    system: str
    title: str
    auth_types: tuple[str, ...]
    settings: tuple[SettingSpec, ...]
    capabilities: Capabilities
    templates: tuple[EntityTemplate, ...]
    default_base_url: str = ""
    hub_key: str = ""
    absent: Mapping[str, str] = field(default_factory=dict)

    def modules(self, entity: str) -> Mapping[str, str]:
        """The modules that ``entity`` may be kept in with their titles, the usual one first."""
        found: dict[str, str] = {}
        for one in self.templates:
            if one.entity == entity:
                found.setdefault(one.module, one.title or one.module)
        return found

    def template(
        self, entity: str, module: str | None = None, others: Mapping[str, str] = MappingProxyType({})
    ) -> EntityTemplate | None:
        """The template of ``entity`` (in ``module``, if that is given) for a connection whose ``others`` (entity → module) are
        synced already."""
        fitting = [
            one
            for one in self.templates
            if one.entity == entity
            and module in (None, one.module)
            and (one.given is None or others.get(one.given[0]) == one.given[1])
        ]
        return next((one for one in fitting if one.given is not None), fitting[0] if fitting else None)


# The lines of a template, as most of them are.


def text(local: str, remote: str, *, required: bool = False) -> FieldTemplate:
    return FieldTemplate(local, remote, required=required)


def number(local: str, remote: str, *, transform: tuple[Mapping[str, Any], ...] = ()) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.NUMBER, transform=transform)


def date(local: str, remote: str, *, required: bool = False) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.DATE, required=required)


def flag(local: str, remote: str) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.BOOLEAN)


def lookup(local: str, remote: str) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.LOOKUP)


def choice(local: str, remote: str, value_map: tuple[tuple[str, str], ...] = ()) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.PICKLIST, value_map=value_map)


def lines(local: str, remote: str) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.LINES)


def shown(
    local: str, remote: str, type_: FieldType = FieldType.NUMBER, *, transform: tuple[Mapping[str, Any], ...] = ()
) -> FieldTemplate:
    """A field that only the ERP can change."""
    return FieldTemplate(local, remote, type_, direction="to_local", readonly=True, transform=transform)
