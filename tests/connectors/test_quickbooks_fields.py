"""The field table: it is what Intuit's schemas say, and what a mapping can name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.connectors.quickbooks.entities import DELETE, ENTITIES, ORDER, Removal
from app.connectors.quickbooks.fields import FieldInfo, custom_fields, fields_of, remote_fields
from app.connectors.quickbooks.template import SPEC
from app.connectors.quickbooks.values import to_canonical
from app.model.values import FieldType
from tests.specs import make_quickbooks_fields as maker

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "quickbooks"
here = pytest.mark.skipif(not maker.SPECS.is_dir(), reason="Intuit's schemas are not here")


@here
def test_the_table_is_as_it_would_be_made_today() -> None:
    assert json.loads(maker.TARGET.read_text("utf-8")) == maker.table()


@pytest.mark.parametrize("entity", ORDER)
def test_every_field_has_a_path_and_a_title_of_its_own(entity: str) -> None:
    told = remote_fields(entity, {"1": "Crew"})
    paths = [one.path for one in told]
    assert len(set(paths)) == len(paths)
    assert {"Id", "SyncToken", "MetaData.LastUpdatedTime", "CustomField.1"} <= set(paths)
    assert all(one.title and not one.title.endswith("Ref") for one in told)
    assert all(one.readonly for one in told if one.path.startswith(("Id", "SyncToken", "MetaData")))
    assert all("[]" not in one.path.rpartition("[]")[0] for one in told)  # no lists within lists


@pytest.mark.parametrize(
    ("entity", "path", "type_", "required", "readonly"),
    [
        ("Customer", "DisplayName", FieldType.TEXT, True, False),
        ("Customer", "BillAddr.City", FieldType.TEXT, False, False),
        ("Customer", "Balance", FieldType.NUMBER, False, True),
        ("Customer", "ParentRef", FieldType.LOOKUP, False, False),
        ("Item", "Type", FieldType.PICKLIST, True, False),
        ("Item", "IncomeAccountRef.name", FieldType.TEXT, False, True),
        ("Item", "QtyOnHand", FieldType.NUMBER, False, False),
        ("Invoice", "CustomerRef", FieldType.LOOKUP, True, False),
        ("Invoice", "TxnDate", FieldType.DATE, False, False),
        ("Invoice", "TotalAmt", FieldType.NUMBER, False, True),
        ("Invoice", "Line", FieldType.LINES, True, False),
        ("Invoice", "Line[].SalesItemLineDetail.ItemRef", FieldType.LOOKUP, False, False),
        ("Invoice", "Line[].SubTotalLineDetail.ItemRef", FieldType.LOOKUP, False, True),
        ("Invoice", "TxnTaxDetail.TotalTax", FieldType.NUMBER, False, False),
        ("Estimate", "TxnStatus", FieldType.PICKLIST, False, False),
        ("Payment", "TotalAmt", FieldType.NUMBER, True, False),
        ("Payment", "UnappliedAmt", FieldType.NUMBER, False, True),
    ],
)
def test_fields(entity: str, path: str, type_: FieldType, required: bool, readonly: bool) -> None:
    (found,) = [one for one in remote_fields(entity) if one.path == path]
    assert (found.type, found.required, found.readonly) == (type_, required, readonly)


def test_choices_and_where_references_lead() -> None:
    assert fields_of("Estimate")["TxnStatus"].choices == ("Accepted", "Closed", "Pending", "Rejected")
    assert fields_of("Invoice")["GlobalTaxCalculation"].choices == ("TaxInclusive", "TaxExcluded", "NotApplicable")
    assert fields_of("Item")["Type"].choices[:3] == ("Inventory", "NonInventory", "Service")
    assert fields_of("Customer")["ParentRef"].leads_to == "Customer"
    assert fields_of("Item")["ParentRef"].leads_to == "Item"
    assert fields_of("Payment")["CustomerRef"].leads_to == "Customer"
    assert fields_of("Payment")["DepositToAccountRef"].kind == "parts"


def test_what_is_of_the_desktop_product_or_opens_an_invoice_is_not_offered() -> None:
    assert not {"SalesRepRef", "OtherAddr", "CreditLimit", "CustomerEx"} & set(fields_of("Customer"))
    assert not {"InvoiceLinkSecurityCode", "InvoiceEx"} & set(fields_of("Invoice"))
    assert not {"PaymentType", "CheckPayment"} & set(fields_of("Estimate"))


def test_custom_fields_are_the_companys_own() -> None:
    wrapped = {
        "SalesFormsPrefs": {
            "CustomField": [
                {
                    "CustomField": [
                        {"Name": "SalesFormsPrefs.UseSalesCustom2", "Type": "BooleanType", "BooleanValue": True}
                    ]
                },
                {
                    "CustomField": [
                        {"Name": "SalesFormsPrefs.SalesCustomName2", "Type": "StringType", "StringValue": "Crew"}
                    ]
                },
            ]
        }
    }
    borne = [{"CustomField": [{"DefinitionId": "1", "Name": "Site", "Type": "StringType"}]}, {"Id": "2"}]
    assert custom_fields(wrapped, borne) == {"1": "Site", "2": "Crew"}
    assert custom_fields({}) == {}
    told = {one.path: one.title for one in remote_fields("Invoice", custom_fields(wrapped))}
    assert told["CustomField.2"] == "Crew"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
def test_a_real_invoice_is_known_and_read() -> None:
    row = json.loads((SAMPLES / "java-sdk-14-Invoice+time.json").read_text("utf-8"), parse_float=str)["Invoice"]
    known = fields_of("Invoice")
    assert row.keys() - known.keys() == {"domain", "sparse"}
    read = {name: to_canonical(value, known[name]) for name, value in row.items() if name in known}
    assert (read["TotalAmt"], read["CustomerRef"]) == ("100055.55", "4841")
    assert read["Line"][0]["SalesItemLineDetail"]["ItemRef"] == "1"


# --- what is known of the entities --------------------------------------------------------------------------------


def test_entities() -> None:
    assert {one.entity for one in ENTITIES.values()} == {template.entity for template in SPEC.templates}
    for entity in ENTITIES.values():
        names: dict[str, FieldInfo] = dict(fields_of(entity.name))
        assert entity.label in names
        assert entity.unique is None or entity.unique in names
        assert entity.listed == ("Active" in names)
        assert entity.listed == (entity.removals == (Removal.DEACTIVATE,))
        assert bool(entity.void_params) == (Removal.VOID in entity.removals)
        leads = {part.leads_to for part in names.values()} - {None, entity.name}
        assert all(ORDER.index(str(one)) < ORDER.index(entity.name) for one in leads)
    assert ENTITIES["Payment"].void_params == {"operation": "update", "include": "void"}
    assert DELETE == {"operation": "delete"}
    assert ENTITIES["Invoice"].path == "invoice"
