"""What a Tally connection is: its settings, its capabilities, and how the entities map unless the admin says otherwise.

Nothing here needs the parser or the network: the registry reads it at start.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.connectors.base import Capabilities, ConnectorSpec, EntityTemplate, FieldTemplate, SettingSpec
from app.model.values import FieldType

_NEGATE: tuple[Mapping[str, Any], ...] = ({"name": "negate", "args": []},)


def _text(local: str, remote: str, *, required: bool = False) -> FieldTemplate:
    return FieldTemplate(local, remote, required=required)


def _number(local: str, remote: str, *, negate: bool = False) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.NUMBER, transform=_NEGATE if negate else ())


def _shown(local: str, remote: str, type_: FieldType = FieldType.NUMBER, *, negate: bool = False) -> FieldTemplate:
    """A field that only Tally can change."""
    return FieldTemplate(local, remote, type_, direction="to_local", readonly=True, transform=_NEGATE if negate else ())


def _date(local: str, remote: str, *, required: bool = False) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.DATE, required=required)


def _lookup(local: str, remote: str) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.LOOKUP)


def _choice(local: str, remote: str) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.PICKLIST)


CUSTOMER = EntityTemplate(
    "customer",
    "Ledger",
    (
        _text("business_name", "NAME", required=True),
        _text("contact_person", "LEDGERCONTACT"),
        _text("email", "EMAIL"),
        _text("phone", "LEDGERPHONE"),
        _text("mobile", "LEDGERMOBILE"),
        _text("website", "WEBSITE"),
        _text("address", "ADDRESS"),
        _text("state", "LEDSTATENAME"),
        _text("pincode", "PINCODE"),
        _text("country", "COUNTRYNAME"),
        _text("gstin", "PARTYGSTIN"),
        _text("pan", "INCOMETAXNUMBER"),
        _text("gst_registration_type", "GSTREGISTRATIONTYPE"),
        _text("customer_group", "PARENT"),
        _number("credit_limit", "CREDITLIMIT"),
        _number("credit_days", "BILLCREDITPERIOD"),
        # Tally writes a debit negative; in the hub what a customer owes is positive.
        _number("opening_balance", "OPENINGBALANCE", negate=True),
        _shown("closing_balance", "CLOSINGBALANCE", negate=True),
        _text("notes", "NARRATION"),
    ),
)
PRODUCT = EntityTemplate(
    "product",
    "StockItem",
    (
        _text("name", "NAME", required=True),
        _text("sku", "PARTNO"),
        _text("description", "DESCRIPTION"),
        _text("category", "PARENT"),
        _text("unit", "BASEUNITS"),
        _text("hsn_code", "HSNCODE"),
        _number("gst_rate", "GSTRATE"),
        _text("taxability", "TAXABILITY"),
        _number("opening_quantity", "OPENINGBALANCE"),
        _number("opening_rate", "OPENINGRATE"),
        # Stock is an asset, a debit: its value is negative in Tally.
        _number("opening_value", "OPENINGVALUE", negate=True),
        _shown("closing_quantity", "CLOSINGBALANCE"),
        _shown("closing_value", "CLOSINGVALUE", negate=True),
    ),
)
_HEAD = (
    _text("number", "VOUCHERNUMBER", required=True),
    _date("date", "DATE", required=True),
    _lookup("customer", "PARTY"),
    _shown("custom.party", "CUSTOMPARTY", FieldType.TEXT),
    _choice("status", "STATUS"),
    _text("narration", "NARRATION"),
)
_DOCUMENT = (
    *_HEAD,
    _date("due_date", "DUEDATE"),
    _text("reference", "REFERENCE"),
    FieldTemplate("lines", "LINES", FieldType.LINES),
    _lookup("lines[].product", "LINES[].STOCKITEM"),
    _text("lines[].description", "LINES[].DESCRIPTION"),
    _text("lines[].hsn_code", "LINES[].GSTHSNNAME"),
    _number("lines[].quantity", "LINES[].BILLEDQTY"),
    _text("lines[].unit", "LINES[].UNIT"),
    _number("lines[].rate", "LINES[].RATE"),
    _number("lines[].discount_percent", "LINES[].DISCOUNT"),
    _number("lines[].gst_rate", "LINES[].GSTRATE"),
    _number("lines[].amount", "LINES[].AMOUNT"),
    FieldTemplate("taxes", "TAXES", FieldType.LINES),
    _text("taxes[].name", "TAXES[].NAME"),
    _number("taxes[].rate", "TAXES[].RATE"),
    _number("taxes[].amount", "TAXES[].AMOUNT"),
    _number("subtotal", "SUBTOTAL"),
    _number("tax_total", "TAXTOTAL"),
    _number("round_off", "ROUNDOFF"),
    _number("total", "TOTAL"),
)
ORDER = EntityTemplate("order", "Sales Order", _DOCUMENT)
INVOICE = EntityTemplate(
    "invoice", "Sales", (*_DOCUMENT, _text("place_of_supply", "PLACEOFSUPPLY"), _shown("balance_due", "BALANCEDUE"))
)
PAYMENT = EntityTemplate(
    "payment",
    "Receipt",
    (
        *_HEAD,
        _number("amount", "AMOUNT"),
        _text("mode", "MODE"),
        _text("account", "ACCOUNT"),
        _text("instrument_number", "INSTRUMENTNUMBER"),
        _date("instrument_date", "INSTRUMENTDATE"),
        FieldTemplate("allocations", "ALLOCATIONS", FieldType.LINES),
        _lookup("allocations[].invoice", "ALLOCATIONS[].INVOICE"),
        _text("allocations[].reference", "ALLOCATIONS[].NAME"),
        _choice("allocations[].kind", "ALLOCATIONS[].KIND"),
        _number("allocations[].amount", "ALLOCATIONS[].AMOUNT"),
    ),
)

SETTINGS = (
    SettingSpec(
        "company",
        "Company",
        required=True,
        help="The company's name as Tally shows it. It must be open in Tally.",
        place="books",
    ),
    SettingSpec(
        "company_guid",
        "Company's identity",
        help="Filled in when the company is chosen; keeps a namesake apart.",
        place="books",
    ),
    SettingSpec(
        "data_folder",
        "Data folder",
        help="Where the company's data lies, when a copy of it is open too.",
        place="books",
    ),
    SettingSpec(
        "timeout",
        "Wait for an answer (seconds)",
        type=FieldType.NUMBER,
        default="30",
        help="How long we wait for Tally before saying that it does not answer.",
        place="more",
    ),
    SettingSpec(
        "optional_vouchers",
        "Create vouchers as Optional",
        type=FieldType.BOOLEAN,
        default=True,
        help="An Optional voucher is a draft in Tally: it moves no balance until somebody there accepts it.",
        place="sync",
    ),
    SettingSpec(
        "from_date",
        "Vouchers from",
        type=FieldType.DATE,
        help="The earliest voucher date to sync; empty for the whole book.",
    ),
    SettingSpec(
        "events_file",
        "File of events",
        help="Where the add-on in this Tally writes what was saved, cancelled or deleted (docs/webhooks-tally.md).",
        entry="file",
        place="more",
    ),
)

SPEC = ConnectorSpec(
    system="tally",
    title="Tally Prime",
    auth_types=("none",),
    settings=SETTINGS,
    capabilities=Capabilities(
        incremental=True, id_sweep=True, write=True, find_by_our_key=True, lines_in_lists=True, chooses=True
    ),
    templates=(CUSTOMER, PRODUCT, ORDER, INVOICE, PAYMENT),
    default_base_url="http://localhost:9000",
)
