"""What a Tally connection is: its settings, its capabilities, and how the entities map unless the admin says otherwise.

Nothing here needs the parser or the network: the registry reads it at start.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.connectors.spec import (
    Capabilities,
    ConnectorSpec,
    EntityTemplate,
    SettingSpec,
    choice,
    date,
    lines,
    lookup,
    number,
    shown,
    text,
)
from app.model.values import FieldType

_NEGATE: tuple[Mapping[str, Any], ...] = ({"name": "negate", "args": []},)


CUSTOMER = EntityTemplate(
    "customer",
    "Ledger",
    (
        text("business_name", "NAME", required=True),
        text("contact_person", "LEDGERCONTACT"),
        text("email", "EMAIL"),
        text("phone", "LEDGERPHONE"),
        text("mobile", "LEDGERMOBILE"),
        text("website", "WEBSITE"),
        text("address", "ADDRESS"),
        text("state", "LEDSTATENAME"),
        text("pincode", "PINCODE"),
        text("country", "COUNTRYNAME"),
        text("gstin", "PARTYGSTIN"),
        text("pan", "INCOMETAXNUMBER"),
        text("gst_registration_type", "GSTREGISTRATIONTYPE"),
        text("customer_group", "PARENT"),
        number("credit_limit", "CREDITLIMIT"),
        number("credit_days", "BILLCREDITPERIOD"),
        # Tally writes a debit negative; in the hub what a customer owes is positive.
        number("opening_balance", "OPENINGBALANCE", transform=_NEGATE),
        shown("closing_balance", "CLOSINGBALANCE", transform=_NEGATE),
        text("notes", "NARRATION"),
    ),
)
PRODUCT = EntityTemplate(
    "product",
    "StockItem",
    (
        text("name", "NAME", required=True),
        text("sku", "PARTNO"),
        text("description", "DESCRIPTION"),
        text("category", "PARENT"),
        text("unit", "BASEUNITS"),
        text("hsn_code", "HSNCODE"),
        number("gst_rate", "GSTRATE"),
        text("taxability", "TAXABILITY"),
        number("opening_quantity", "OPENINGBALANCE"),
        number("opening_rate", "OPENINGRATE"),
        # Stock is an asset, a debit: its value is negative in Tally.
        number("opening_value", "OPENINGVALUE", transform=_NEGATE),
        shown("closing_quantity", "CLOSINGBALANCE"),
        shown("closing_value", "CLOSINGVALUE", transform=_NEGATE),
    ),
)
_HEAD = (
    date("date", "DATE", required=True),
    lookup("customer", "PARTY"),
    shown("custom.party", "CUSTOMPARTY", FieldType.TEXT),
    choice("status", "STATUS"),
    text("narration", "NARRATION"),
)
_DOCUMENT = (
    text("number", "VOUCHERNUMBER", required=True),
    *_HEAD,
    date("due_date", "DUEDATE"),
    text("reference", "REFERENCE"),
    lines("lines", "LINES"),
    lookup("lines[].product", "LINES[].STOCKITEM"),
    text("lines[].description", "LINES[].DESCRIPTION"),
    text("lines[].hsn_code", "LINES[].GSTHSNNAME"),
    number("lines[].quantity", "LINES[].BILLEDQTY"),
    text("lines[].unit", "LINES[].UNIT"),
    number("lines[].rate", "LINES[].RATE"),
    number("lines[].discount_percent", "LINES[].DISCOUNT"),
    number("lines[].gst_rate", "LINES[].GSTRATE"),
    number("lines[].amount", "LINES[].AMOUNT"),
    lines("taxes", "TAXES"),
    text("taxes[].name", "TAXES[].NAME"),
    number("taxes[].rate", "TAXES[].RATE"),
    number("taxes[].amount", "TAXES[].AMOUNT"),
    number("subtotal", "SUBTOTAL"),
    number("tax_total", "TAXTOTAL"),
    number("round_off", "ROUNDOFF"),
    number("total", "TOTAL"),
)
ORDER = EntityTemplate("order", "Sales Order", _DOCUMENT)
INVOICE = EntityTemplate(
    "invoice", "Sales", (*_DOCUMENT, text("place_of_supply", "PLACEOFSUPPLY"), shown("balance_due", "BALANCEDUE"))
)
PAYMENT = EntityTemplate(
    "payment",
    "Receipt",
    (
        # Not every system numbers its payments; Tally then does.
        text("number", "VOUCHERNUMBER"),
        *_HEAD,
        number("amount", "AMOUNT"),
        text("mode", "MODE"),
        text("account", "ACCOUNT"),
        text("instrument_number", "INSTRUMENTNUMBER"),
        date("instrument_date", "INSTRUMENTDATE"),
        lines("allocations", "ALLOCATIONS"),
        lookup("allocations[].invoice", "ALLOCATIONS[].INVOICE"),
        text("allocations[].reference", "ALLOCATIONS[].NAME"),
        choice("allocations[].kind", "ALLOCATIONS[].KIND"),
        number("allocations[].amount", "ALLOCATIONS[].AMOUNT"),
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
        "New vouchers arrive in Tally as Optional",
        type=FieldType.BOOLEAN,
        default=True,
        help="An Optional voucher is a draft: it moves no balance and no stock until somebody accepts it in Tally. Switched off, "
        "what is made here counts in the books at once.",
        place="sync",
        writes=("order", "invoice", "payment"),
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
