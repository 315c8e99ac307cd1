"""``$metadata``: two kinds of EDMX, and the Gateway's. It is made from what the company has, for the node that is asked."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from tests.simulators.sap.company import Company
from tests.simulators.sap.schema import ENTITIES, ENUMS, PART_PROPERTIES, PARTS, Entity, Property

_EDMX_OLD = "http://schemas.microsoft.com/ado/2007/06/edmx"
_M = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"
_TYPES = {
    "v1": {"text": "String", "int": "Int32", "number": "Double", "date": "DateTime", "time": "Time"},
    "v2": {"text": "String", "int": "Int32", "number": "Double", "date": "DateTimeOffset", "time": "TimeOfDay"},
    "gateway": {"text": "String", "int": "Int32", "number": "Decimal", "date": "DateTime", "time": "Time"},
}
_HEADS = {
    "v1": (
        f'<edmx:Edmx Version="1.0" xmlns:edmx="{_EDMX_OLD}"><edmx:DataServices m:DataServiceVersion="3.0" xmlns:m="{_M}">'
        '<Schema Namespace="SAPB1" xmlns="http://schemas.microsoft.com/ado/2009/11/edm">'
    ),
    "v2": (
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
        '<Schema Namespace="SAPB1" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
    ),
    "gateway": (
        f'<edmx:Edmx Version="1.0" xmlns:edmx="{_EDMX_OLD}"><edmx:DataServices m:DataServiceVersion="2.0" xmlns:m="{_M}">'
        '<Schema Namespace="SAPB1" xmlns="http://schemas.microsoft.com/ado/2008/09/edm">'
    ),
}


def metadata(company: Company, dialect: str, node: str = "") -> bytes:
    """Standard fields have no lengths."""
    parts = ['<?xml version="1.0" encoding="UTF-8"?>', _HEADS[dialect]]
    if dialect != "gateway":
        parts += _enums(dialect)
        parts += _complex(company, dialect, node)
    parts += _entities(company, dialect, node)
    parts += _filler(company.filler, dialect)
    parts += _container(dialect)
    return "".join([*parts, "</Schema></edmx:DataServices></edmx:Edmx>"]).encode()


def _enums(dialect: str) -> Iterator[str]:
    for name, members in ENUMS.items():
        yield (
            f'<EnumType IsFlags="false" Name="{name}" UnderlyingType="Edm.Int32">'
            if dialect == "v2"
            else f'<EnumType Name="{name}">'
        )
        for number, (member, _) in enumerate(members):
            yield f'<Member Name="{member}" Value="{number}"/>' if dialect == "v2" else f'<Member Name="{member}"/>'
        yield "</EnumType>"


def _complex(company: Company, dialect: str, node: str) -> Iterator[str]:
    owners = {
        one.kind: (entity, one) for entity in ENTITIES.values() for one in entity.properties.values() if not one.plain
    }
    for name in PARTS:
        entity, collection = owners[name]
        yield f'<ComplexType Name="{name}">'
        for one in company.part_properties(entity, collection, node).values():
            yield _property(one, dialect)
        yield "</ComplexType>"


def _entities(company: Company, dialect: str, node: str) -> Iterator[str]:
    seen: set[str] = set()
    for entity in ENTITIES.values():
        if entity.type in seen:
            continue
        seen.add(entity.type)
        known = company.properties(entity, node)
        yield f'<EntityType Name="{entity.type}"><Key>'
        yield from (f'<PropertyRef Name="{key.name}"/>' for key in entity.keys)
        yield "</Key>"
        for one in known.values():
            if dialect != "gateway" or one.plain:
                yield _property(one, dialect)
            elif one.many:
                yield (
                    f'<NavigationProperty Name="{one.name}" Relationship="SAPB1.{entity.type}_{one.name}" '
                    f'FromRole="{entity.type}" ToRole="{one.kind}"/>'
                )
        yield "</EntityType>"
    if dialect == "gateway":
        yield from _parts_as_entities()


def _parts_as_entities() -> Iterator[str]:
    """The Gateway has no collections inside a record: each is an entity type, and an association."""
    for entity in {one.type: one for one in ENTITIES.values()}.values():
        for one in entity.properties.values():
            if one.many:
                yield (
                    f'<Association Name="{entity.type}_{one.name}"><End Type="SAPB1.{entity.type}" Multiplicity="1" '
                    f'Role="{entity.type}"/><End Type="SAPB1.{one.kind}" Multiplicity="*" Role="{one.kind}"/></Association>'
                )
    for name, (key, _) in PARTS.items():
        yield f'<EntityType Name="{name}">'
        yield f'<Key><PropertyRef Name="{key}"/></Key>' if key else ""
        yield from (_property(one, "gateway") for one in PART_PROPERTIES[name].values())
        yield "</EntityType>"


def _property(one: Property, dialect: str) -> str:
    plain = _TYPES[dialect].get(one.kind)
    kind = f"Edm.{plain}" if plain else f"SAPB1.{one.kind}" if dialect != "gateway" or not one.plain else "Edm.String"
    if one.many:
        kind = f"Collection({kind})"
    more = ' Nullable="false"' if one.key else ""
    if dialect == "gateway":
        more += f' MaxLength="{one.length}"' if one.length else ""
        more += ' sap:creatable="false" sap:updatable="false"' if one.read_only else ""
        more += ' xmlns:sap="http://www.sap.com/Protocols/SAPData"' if one.read_only else ""
    return f"<Property Name={quoteattr(one.name)} Type={quoteattr(kind)}{more}/>"


def _filler(count: int, dialect: str) -> Iterator[str]:
    """Some 4 kB each: 500 are what a real company has."""
    if not count:
        return
    properties = "".join(_property(Property(f"Property{number}", "text"), dialect) for number in range(80))
    for number in range(count):
        key = '<Key><PropertyRef Name="Code"/></Key><Property Name="Code" Type="Edm.String" Nullable="false"/>'
        yield f'<EntityType Name="Filler{number}">{key}{properties}</EntityType>'


def _container(dialect: str) -> Iterator[str]:
    default = ' m:IsDefaultEntityContainer="true"' if dialect != "v2" else ""
    yield f'<EntityContainer Name="ServiceLayer"{default}>'
    yield from (_set(entity) for entity in ENTITIES.values())
    yield "</EntityContainer>"


def _set(entity: Entity) -> str:
    return f'<EntitySet Name="{entity.set}" EntityType="SAPB1.{entity.type}"/>'
