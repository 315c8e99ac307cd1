"""What a connection to SAP Business One is: its settings, its capabilities, and how the entities map where nobody says otherwise.

Nothing here needs the network: the registry reads it at start.
"""

from __future__ import annotations

from app.connectors.spec import (
    Capabilities,
    ConnectorSpec,
    EntityTemplate,
    FieldTemplate,
    SettingSpec,
    choice,
    date,
    flag,
    lines,
    lookup,
    number,
    shown,
    text,
)
from app.model.values import FieldType

#: The user field that carries our id in SAP, where the wizard has one made.
HUB_KEY = "U_HubId"
#: SAP's usual codes of India's states and of countries; a company's own stand in its tables, and the value table is there to be
#: changed (docs/protocols/sap.md: Names).
STATES = (
    ("Andaman & Nicobar Islands", "AN"),
    ("Andhra Pradesh", "AP"),
    ("Arunachal Pradesh", "AR"),
    ("Assam", "AS"),
    ("Bihar", "BH"),
    ("Chandigarh", "CH"),
    ("Chhattisgarh", "CG"),
    ("Delhi", "DL"),
    ("Goa", "GO"),
    ("Gujarat", "GJ"),
    ("Haryana", "HR"),
    ("Himachal Pradesh", "HP"),
    ("Jammu & Kashmir", "JK"),
    ("Jharkhand", "JH"),
    ("Karnataka", "KT"),
    ("Kerala", "KL"),
    ("Madhya Pradesh", "MP"),
    ("Maharashtra", "MH"),
    ("Manipur", "MN"),
    ("Meghalaya", "ML"),
    ("Mizoram", "MZ"),
    ("Nagaland", "NL"),
    ("Odisha", "OR"),
    ("Puducherry", "PC"),
    ("Punjab", "PJ"),
    ("Rajasthan", "RJ"),
    ("Sikkim", "SK"),
    ("Tamil Nadu", "TN"),
    ("Telangana", "TS"),
    ("Tripura", "TR"),
    ("Uttar Pradesh", "UP"),
    ("Uttarakhand", "UT"),
    ("West Bengal", "WB"),
)
COUNTRIES = (
    ("India", "IN"),
    ("United Arab Emirates", "AE"),
    ("United Kingdom", "GB"),
    ("United States of America", "US"),
    ("Singapore", "SG"),
    ("Nepal", "NP"),
    ("Bangladesh", "BD"),
    ("Sri Lanka", "LK"),
)
_STAGES = (("Open", "sos_Open"), ("Won", "sos_Sold"), ("Lost", "sos_Missed"))


def _coded(local: str, remote: str, codes: tuple[tuple[str, str], ...]) -> FieldTemplate:
    return FieldTemplate(local, remote, value_map=codes)


CUSTOMER = EntityTemplate(
    "customer",
    "BusinessPartners",
    (
        text("business_name", "CardName", required=True),
        text("email", "EmailAddress"),
        text("phone", "Phone1"),
        text("mobile", "Cellular"),
        text("website", "Website"),
        text("address", "BILL_TO.Street"),
        text("city", "BILL_TO.City"),
        _coded("state", "BILL_TO.State", STATES),
        text("pincode", "BILL_TO.ZipCode"),
        _coded("country", "BILL_TO.Country", COUNTRIES),
        text("gstin", "BILL_TO.GSTIN"),
        number("credit_limit", "CreditLimit"),
        text("notes", "FreeText"),
        flag("is_active", "ACTIVE"),
        shown("closing_balance", "CurrentAccountBalance"),
    ),
)
CONTACT = EntityTemplate(
    "contact",
    "ContactEmployees",
    (
        text("first_name", "FirstName"),
        text("last_name", "LastName", required=True),
        text("email", "E_Mail"),
        text("phone", "Phone1"),
        text("mobile", "MobilePhone"),
        text("designation", "Position"),
        lookup("customer", "CardCode"),
        text("notes", "Remarks1"),
    ),
)
PRODUCT = EntityTemplate(
    "product",
    "Items",
    (
        text("name", "ItemName", required=True),
        text("sku", "ItemCode"),
        text("description", "ForeignName"),
        text("unit", "SalesUnit"),
        number("rate", "PRICE"),
        flag("is_active", "ACTIVE"),
        shown("closing_quantity", "QuantityOnStock"),
    ),
)
DEAL = EntityTemplate(
    "deal",
    "SalesOpportunities",
    (
        text("name", "OpportunityName", required=True),
        lookup("customer", "CardCode"),
        choice("stage", "Status", _STAGES),
        number("amount", "MaxLocalTotal"),
        number("probability", "ClosingPercentage"),
        date("close_date", "PredictedClosingDate"),
        text("notes", "Remarks"),
    ),
)
_DOCUMENT = (
    text("number", "NUMBER", required=True),
    date("date", "DocDate", required=True),
    lookup("customer", "CardCode"),
    date("due_date", "DocDueDate"),
    choice("status", "STATUS"),
    shown("reference", "REFERENCE", FieldType.TEXT),
    text("narration", "Comments"),
    lines("lines", "DocumentLines"),
    lookup("lines[].product", "DocumentLines[].ItemCode"),
    text("lines[].description", "DocumentLines[].ItemDescription"),
    number("lines[].quantity", "DocumentLines[].Quantity"),
    number("lines[].rate", "DocumentLines[].UnitPrice"),
    number("lines[].discount_percent", "DocumentLines[].DiscountPercent"),
    shown("lines[].amount", "DocumentLines[].LineTotal"),
    shown("subtotal", "SUBTOTAL"),
    shown("tax_total", "VatSum"),
    shown("total", "DocTotal"),
)
ORDER = EntityTemplate("order", "Orders", _DOCUMENT)
INVOICE = EntityTemplate("invoice", "Invoices", (*_DOCUMENT, shown("balance_due", "BALANCE")))
PAYMENT = EntityTemplate(
    "payment",
    "IncomingPayments",
    (
        shown("number", "NUMBER", FieldType.TEXT),
        date("date", "DocDate", required=True),
        lookup("customer", "CardCode"),
        number("amount", "AMOUNT"),
        choice("status", "STATUS"),
        text("narration", "Remarks"),
        lines("allocations", "PaymentInvoices"),
        lookup("allocations[].invoice", "PaymentInvoices[].DocEntry"),
        choice("allocations[].kind", "PaymentInvoices[].KIND"),
        number("allocations[].amount", "PaymentInvoices[].SumApplied"),
    ),
)

SETTINGS = (
    SettingSpec(
        "company_db",
        "Company database",
        required=True,
        help="The database's name, as it stands in the list of companies where one logs in to SAP Business One (SBODEMOIN).",
    ),
    SettingSpec("username", "User", required=True, help="Best a user of its own for SalesMate Sync, with a licence."),
    SettingSpec(
        "password", "Password", required=True, secret=True, only_if=("auth_type", ("username_password", "certificate"))
    ),
    SettingSpec(
        "certificate_file",
        "Certificate file",
        required=True,
        entry="file",
        help="The certificate that shows who we are, as a PEM file.",
        only_if=("auth_type", ("certificate",)),
    ),
    SettingSpec(
        "key_file",
        "Private key",
        secret=True,
        entry="lines",
        help="Empty where it stands in the certificate's file.",
        place="more",
    ),
    SettingSpec(
        "ca_file",
        "Authority's certificate",
        entry="file",
        help="A PEM file, where the server's certificate comes from an authority of your own.",
        place="more",
    ),
    SettingSpec(
        "fingerprint_sha256",
        "Fingerprint of the server's certificate",
        help="With it this one certificate is trusted, and no other. Filled in when you trust the one that was shown.",
        place="more",
    ),
    SettingSpec(
        "time_zone",
        "Time zone of the server",
        help="Like Asia/Kolkata. Empty for the zone of this computer. It decides which of two changes is the newer one.",
        place="more",
    ),
    SettingSpec(
        "line_changes",
        "A line that was removed here",
        choices=(("replace", "is removed in SAP"), ("merge", "stays in SAP")),
        help="Of orders and other documents. Lines that were changed or added are so in SAP either way.",
        place="sync",
    ),
)

SPEC = ConnectorSpec(
    system="sap",
    title="SAP Business One",
    auth_types=("username_password", "certificate"),
    settings=SETTINGS,
    capabilities=Capabilities(
        incremental=True,
        id_sweep=True,
        write=True,
        conditional_write=True,
        find_by_our_key=True,
        webhooks=True,
        lines_in_lists=True,
        chooses=True,
        request_life=180.0,
    ),
    templates=(CUSTOMER, CONTACT, PRODUCT, DEAL, ORDER, INVOICE, PAYMENT),
    hub_key=HUB_KEY,
)
