"""A module's fields as the mapping editor shows them."""

from __future__ import annotations

from typing import Any

import pytest

from app.connectors.base import RemoteField
from app.connectors.odata.metadata import EntityType, Property
from app.connectors.sap.fields import remote_fields, title
from app.model.values import FieldType

TEXT, NUMBER, PICKLIST, LINES = FieldType.TEXT, FieldType.NUMBER, FieldType.PICKLIST, FieldType.LINES
PARTNER = EntityType(
    "BusinessPartner",
    ("CardCode",),
    (
        Property("CardCode", TEXT, nullable=False),
        Property("CardType", PICKLIST, choices=("cCustomer", "cLid")),
        Property("Frozen", PICKLIST, choices=("tNO", "tYES")),
        Property("U_Route", TEXT),  # as one server knows it; another one may not
        Property("AddressExtension", TEXT, parts=(Property("ShipToCity", TEXT),)),
        Property(
            "BPAddresses",
            LINES,
            parts=(
                Property("RowNum", NUMBER),
                Property("U_Gate", TEXT),
                Property("Inner", LINES, parts=(Property("X", TEXT),)),
            ),
        ),
        Property("Fixed", NUMBER, readonly=True, title="As Gateway calls it"),
    ),
)
OWN: dict[str, list[dict[str, Any]]] = {
    "": [
        {
            "Name": "Route",
            "Type": "db_Alpha",
            "SubType": "st_None",
            "Description": "Delivery route",
            "Mandatory": "tYES",
        },
        {"Name": "Since", "Type": "db_Date", "Description": ""},
        {"Name": "Opens", "Type": "db_Date", "SubType": "st_Time", "Description": "Opens at"},
        {"Name": "Weight", "Type": "db_Float", "SubType": "st_Quantity", "Description": "Weight"},
        {
            "Name": "Zone",
            "Type": "db_Alpha",
            "Description": "Zone",
            "ValidValuesMD": [{"Value": "N", "Description": "North"}, {"Value": "S", "Description": "South"}],
        },
    ],
    "BPAddresses": [{"Name": "Gate", "Type": "db_Numeric", "Description": "Gate"}],
}


def test_every_field_that_a_mapping_can_name() -> None:
    found = remote_fields(PARTNER, OWN)
    assert found == [
        RemoteField("CardCode", "Card code", TEXT, required=True),
        RemoteField("CardType", "Card type", PICKLIST, choices=("cCustomer", "cLid")),
        RemoteField("Frozen", "Frozen", FieldType.BOOLEAN, choices=("tNO", "tYES")),
        RemoteField("AddressExtension.ShipToCity", "Address extension: Ship to city", TEXT),
        RemoteField("BPAddresses", "BP addresses", LINES),
        RemoteField("BPAddresses[].RowNum", "Row number", NUMBER),
        RemoteField("BPAddresses[].U_Gate", "Gate", NUMBER),
        RemoteField("Fixed", "As Gateway calls it", NUMBER, readonly=True),
        RemoteField("U_Route", "Delivery route", TEXT, required=True),
        RemoteField("U_Since", "Since", FieldType.DATE),
        RemoteField("U_Opens", "Opens at", TEXT),
        RemoteField("U_Weight", "Weight", NUMBER),
        RemoteField("U_Zone", "Zone", PICKLIST, choices=("N", "S")),
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Phone1", "Phone 1"),
        ("DocDueDate", "Document due date"),
        ("BPAddresses", "BP addresses"),
        ("FederalTaxID", "Federal tax ID"),
        ("GSTIN", "GSTIN"),
        ("E_Mail", "E mail"),
        ("UpdateTS", "Update TS"),
        ("___", "___"),
    ],
)
def test_names_are_written_as_words(name: str, shown: str) -> None:
    assert title(name) == shown
