"""A service's description: both versions of it, what is taken of it, and what it may cost."""

from __future__ import annotations

import json
import tracemalloc

import pytest

from app.connectors.odata.metadata import EntityType, Property, pack, read, unpack
from app.model import errors
from app.model.values import FieldType

TYPES = """
<EntityType Name="Base">
  <Key><PropertyRef Name="DocEntry"/></Key><Property Name="DocEntry" Type="Edm.Int32" Nullable="false"/></EntityType>
<EntityType Name="Document" BaseType="SAPB1.Base">
  <Property Name="DocDate" Type="{moment}"/>
  <Property Name="DocTotal" Type="Edm.Double"/>
  <Property Name="Confirmed" Type="Edm.Boolean"/>
  <Property Name="Cancelled" Type="SAPB1.BoYesNoEnum"/>
  <Property Name="AddressExtension" Type="SAPB1.AddressExtension"/>
  <Property Name="DocumentLines" Type="Collection(SAPB1.DocumentLine)"/>
  <NavigationProperty Name="BusinessPartner" {navigation}/>
</EntityType>
<ComplexType Name="AddressExtension"><Property Name="ShipToCity" Type="Edm.String"/></ComplexType>
<ComplexType Name="DocumentLine">
  <Property Name="LineNum" Type="Edm.Int32" Nullable="false"/><Property Name="Cancelled" Type="SAPB1.BoYesNoEnum"/>
  <Property Name="Deep" Type="Collection(SAPB1.DocumentLine)"/>
</ComplexType>
<EnumType Name="BoYesNoEnum">{members}</EnumType>
"""
SETS = """<EntityContainer Name="ServiceLayer">
<EntitySet Name="Orders" EntityType="SAPB1.Document"/><EntitySet Name="Invoices" EntityType="SAPB1.Document"/>
<EntitySet Name="Nothing" EntityType="SAPB1.Unknown"/></EntityContainer>"""
V3 = (
    '<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"><edmx:DataServices>'
    '<Schema Namespace="SAPB1" xmlns="http://schemas.microsoft.com/ado/2009/11/edm">'
    + TYPES.format(moment="Edm.DateTime", navigation='ToRole="x"', members='<Member Name="tNO"/><Member Name="tYES"/>')
    + SETS
    + "</Schema></edmx:DataServices></edmx:Edmx>"
)
V4 = (
    '<?xml version="1.0" encoding="UTF-8"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
    '<edmx:DataServices><Schema Namespace="SAPB1" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
    + TYPES.format(
        moment="Edm.DateTimeOffset",
        navigation='Type="x"',
        members='<Member Name="tNO" Value="0"/><Member Name="tYES" Value="1"/>',
    )
    + "</Schema><Schema Namespace='X' xmlns='http://docs.oasis-open.org/odata/ns/edm'>"
    + SETS
    + "</Schema></edmx:DataServices></edmx:Edmx>"
)
YES_NO = ("tNO", "tYES")


def named(found: EntityType) -> dict[str, Property]:
    return {one.name: one for one in found.properties}


@pytest.mark.parametrize("document", [pytest.param(V3, id="v3"), pytest.param(V4, id="v4")])
def test_both_versions_say_the_same(document: str) -> None:
    found = read(document.encode(), ["Orders", "Invoices", "Nothing", "NoSuch"])
    assert list(found) == ["Orders", "Invoices", "Nothing"]
    assert found["Orders"] is found["Invoices"]
    assert found["Nothing"].properties == ()
    order = named(found["Orders"])
    assert found["Orders"].key == ("DocEntry",)
    assert list(order) == [
        "DocEntry",
        "DocDate",
        "DocTotal",
        "Confirmed",
        "Cancelled",
        "AddressExtension",
        "DocumentLines",
    ]
    assert [one.type for one in order.values()][:4] == [
        FieldType.NUMBER,
        FieldType.DATE,
        FieldType.NUMBER,
        FieldType.BOOLEAN,
    ]
    assert (order["DocEntry"].nullable, order["DocDate"].nullable) == (False, True)
    assert (order["Cancelled"].type, order["Cancelled"].choices) == (FieldType.PICKLIST, YES_NO)
    assert order["AddressExtension"].parts == (Property("ShipToCity", FieldType.TEXT),)
    lines = order["DocumentLines"]
    assert lines.type is FieldType.LINES
    assert [(one.name, one.type) for one in lines.parts] == [
        ("LineNum", FieldType.NUMBER),
        ("Cancelled", FieldType.PICKLIST),
        ("Deep", FieldType.LINES),
    ]


def test_it_is_kept_as_plain_json() -> None:
    found = read(V4.encode(), ["Orders", "Invoices"])
    assert unpack(json.loads(json.dumps(pack(found)))) == found


def test_gateway_says_what_its_fields_are_called_and_which_are_fixed() -> None:
    document = """<Schema xmlns="e" xmlns:sap="s"><EntityType Name="T"><Key><PropertyRef Name="A"/></Key>
      <Property Name="A" Type="Edm.String" sap:label="Partner" sap:creatable="false" sap:updatable="false"/>
      <Property Name="B" Type="Edm.Time" sap:updatable="false"/></EntityType>
      <EntityContainer Name="C"><EntitySet Name="Ts" EntityType="N.T"/></EntityContainer></Schema>"""
    first, second = read(document.encode(), ["Ts"])["Ts"].properties
    assert (first.title, first.readonly, second.readonly) == ("Partner", True, False)


@pytest.mark.parametrize("document", [b"<html><p>", b"", b"not xml", V4.encode()[:-40]])
def test_what_is_none_is_refused(document: bytes) -> None:
    with pytest.raises(errors.BadAnswer):
        read(document, ["Orders"])


def test_nothing_outside_of_it_is_fetched() -> None:
    """Neither a file of this machine nor a text that grows."""
    head = '<!DOCTYPE s [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY a "xxxxxxxxxx">]>'
    document = f"""{head}<Schema><EntityType Name="T"><Property Name="A" Type="Edm.String">&f;&a;</Property></EntityType>
      <EntityContainer><EntitySet Name="Ts" EntityType="N.T"/></EntityContainer></Schema>"""
    assert read(document.encode(), ["Ts"])["Ts"].properties == (Property("A", FieldType.TEXT),)


def test_a_large_one_costs_no_more_than_what_is_taken_of_it() -> None:
    fields = "".join(f'<Property Name="Field{n}" Type="Edm.String"/>' for n in range(120))
    others = "".join(f'<EntityType Name="Other{n}">{fields}</EntityType>' for n in range(500))
    document = V4.replace("<EntityType Name=", f"{others}<EntityType Name=", 1).encode()
    assert len(document) > 2_000_000
    tracemalloc.start()
    try:
        found = read(document, ["Orders"])
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(found["Orders"].properties) == 7
    assert most < len(document)
