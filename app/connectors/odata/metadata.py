"""The description of a service (``$metadata``, megabytes of XML) read for a few of its lists (docs/protocols/sap.md: Names).

It is read as a stream, several times over: first for the lists' types, then for what those are made of. Nothing outside the
document is ever fetched for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from lxml import etree

from app.model.errors import BadAnswer
from app.model.values import FieldType

#: Of what :func:`pack` makes; another one is not read.
FORMAT = 1
_TYPES: Mapping[str, FieldType] = {
    **dict.fromkeys(("Boolean",), FieldType.BOOLEAN),
    **dict.fromkeys(("Date", "DateTime", "DateTimeOffset"), FieldType.DATE),
    **dict.fromkeys(
        ("Byte", "SByte", "Int16", "Int32", "Int64", "Single", "Double", "Decimal"),
        FieldType.NUMBER,
    ),
}
_DEFINED = ("EntityType", "ComplexType", "EnumType")
#: Deeper than anything that is mapped.
_DEEPEST = 3


@dataclass(frozen=True)
class Property:
    """``type`` is LINES for a list; ``parts`` are those of a list's rows, or of a value that has parts. ``title`` is what the
    server calls it, empty where it says nothing; ``readonly`` what it says can't be written."""

    name: str
    type: FieldType
    nullable: bool = True
    readonly: bool = False
    choices: tuple[str, ...] = ()
    parts: tuple[Property, ...] = ()
    title: str = ""


@dataclass(frozen=True)
class EntityType:
    name: str
    key: tuple[str, ...]
    properties: tuple[Property, ...]


@dataclass(frozen=True)
class _Raw:
    """A type as it is written. ``members`` are an enumeration's."""

    base: str = ""
    key: tuple[str, ...] = ()
    lines: tuple[tuple[Property, str], ...] = ()
    members: tuple[str, ...] = ()

    @property
    def needs(self) -> set[str]:
        return {_inner(type_) for _, type_ in self.lines if not type_.startswith("Edm.")} | {self.base}


def read(document: bytes, sets: Iterable[str] | None = None) -> dict[str, EntityType]:
    """The record types of ``sets``, or of all; a set that isn't there is left out. Raises :class:`BadAnswer`."""
    wanted = None if sets is None else set(sets)
    named = {
        name: _inner(one.get("EntityType", ""))
        for one in _elements(document, ("EntitySet",))
        if (name := one.get("Name", "")) and (wanted is None or name in wanted)
    }
    raw: dict[str, _Raw] = {}
    missing = set(named.values())
    while missing:
        raw |= {name: _Raw() for name in missing}  # for those that are defined nowhere
        raw |= {name: _raw(one) for one in _elements(document, _DEFINED) if (name := one.get("Name", "")) in missing}
        missing = {name for one in raw.values() for name in one.needs if name} - raw.keys()
    made: dict[str, EntityType] = {}  # several sets may be of one type
    for name in set(named.values()):
        made[name] = EntityType(name, _key(raw, name), tuple(_properties(raw, name, 0)))
    return {name: made[type_] for name, type_ in named.items()}


# --- as plain JSON -----------------------------------------------------------------------------------------------


def pack(found: Mapping[str, EntityType]) -> dict[str, Any]:
    types = {one.name: one for one in found.values()}
    return {
        "sets": {name: one.name for name, one in found.items()},
        "types": {name: [list(one.key), [_packed(part) for part in one.properties]] for name, one in types.items()},
    }


def unpack(kept: Mapping[str, Any]) -> dict[str, EntityType]:
    types = {
        name: EntityType(name, tuple(key), tuple(map(_unpacked, properties)))
        for name, (key, properties) in kept["types"].items()
    }
    return {name: types[type_] for name, type_ in kept["sets"].items()}


def _packed(one: Property) -> list[Any]:
    flags = (one.nullable, one.readonly)
    return [one.name, one.type.value, *flags, list(one.choices), [_packed(part) for part in one.parts], one.title]


def _unpacked(kept: list[Any]) -> Property:
    name, type_, nullable, readonly, choices, parts, title = kept
    return Property(
        name, FieldType(type_), nullable, readonly, tuple(choices), tuple(_unpacked(part) for part in parts), title
    )


# --- the document ------------------------------------------------------------------------------------------------


def _elements(document: bytes, tags: tuple[str, ...]) -> Iterator[Any]:
    """Those with one of the names, whatever the version of their schema; each is forgotten after it was looked at."""
    try:
        for _event, one in etree.iterparse(
            BytesIO(document),
            events=("end",),
            tag=[f"{{*}}{tag}" for tag in (*_DEFINED, "EntitySet")],
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
        ):
            if etree.QName(one).localname in tags:
                yield one
            one.clear()
            while one.getprevious() is not None:
                del one.getparent()[0]
    except etree.XMLSyntaxError:
        raise BadAnswer(
            "SAP's description of its fields can't be read; nothing of it was used.",
            hint="Try again.",
            code="unreadable",
        ) from None


def _raw(one: Any) -> _Raw:
    lines, key, members = [], [], []
    for inner in one.iter("{*}*"):  # no comments
        tag = etree.QName(inner).localname
        if tag == "Property":
            lines.append((_property(inner), inner.get("Type", "")))
        elif tag == "PropertyRef":
            key.append(inner.get("Name", ""))
        elif tag == "Member":
            members.append(inner.get("Name", ""))
    return _Raw(_inner(one.get("BaseType", "")), tuple(key), tuple(lines), tuple(members))


def _property(one: Any) -> Property:
    said = {etree.QName(name).localname: value for name, value in one.attrib.items()}
    # SAP Gateway's own attributes.
    fixed = said.get("creatable") == "false" and said.get("updatable") == "false"
    return Property(
        said.get("Name", ""),
        _TYPES.get(said.get("Type", "").removeprefix("Edm."), FieldType.TEXT),
        said.get("Nullable") != "false",
        fixed,
        title=said.get("label", ""),
    )


# --- putting it together -----------------------------------------------------------------------------------------


def _properties(raw: Mapping[str, _Raw], name: str, depth: int) -> Iterator[Property]:
    one = raw[name]
    if one.base in raw and one.base != name:
        yield from _properties(raw, one.base, depth + 1)
    for found, type_ in one.lines:
        inner = _inner(type_)
        many = type_.startswith("Collection(")
        if inner in raw and raw[inner].members:
            found = replace(found, type=FieldType.PICKLIST, choices=raw[inner].members)
        elif inner in raw and depth < _DEEPEST:
            found = replace(found, parts=tuple(_properties(raw, inner, depth + 1)))
        yield replace(found, type=FieldType.LINES) if many else found


def _key(raw: Mapping[str, _Raw], name: str) -> tuple[str, ...]:
    one = raw[name]
    return one.key or (_key(raw, one.base) if one.base in raw and one.base != name else ())


def _inner(type_: str) -> str:
    """``SAPB1.BPAddress`` of ``Collection(SAPB1.BPAddress)``, without its namespace."""
    return type_.removeprefix("Collection(").removesuffix(")").rpartition(".")[2]
