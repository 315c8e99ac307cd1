"""What a QuickBooks Online connection is: its settings, its capabilities, and how the entities map unless the admin says otherwise.

Nothing here needs the network: the registry reads it at start.
"""

from __future__ import annotations

from app.connectors.spec import (
    Capabilities,
    ConnectorSpec,
    EntityTemplate,
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

#: An estimate is what QuickBooks has of an order (docs/protocols/quickbooks.md: Orders).
_STATUS = (("draft", "Pending"), ("posted", "Accepted"), ("posted", "Closed"), ("cancelled", "Rejected"))


CUSTOMER = EntityTemplate(
    "customer",
    "Customer",
    (
        text("business_name", "DisplayName", required=True),
        text("email", "PrimaryEmailAddr.Address"),
        text("phone", "PrimaryPhone.FreeFormNumber"),
        text("mobile", "Mobile.FreeFormNumber"),
        text("website", "WebAddr.URI"),
        text("address", "BillAddr.LINES"),
        text("city", "BillAddr.City"),
        text("state", "BillAddr.CountrySubDivisionCode"),
        text("pincode", "BillAddr.PostalCode"),
        text("country", "BillAddr.Country"),
        text("notes", "Notes"),
        flag("is_active", "Active"),
        shown("closing_balance", "Balance"),
    ),
)
PRODUCT = EntityTemplate(
    "product",
    "Item",
    (
        text("name", "Name", required=True),
        text("sku", "Sku"),
        text("description", "Description"),
        number("rate", "UnitPrice"),
        flag("is_active", "Active"),
        shown("closing_quantity", "QtyOnHand"),
    ),
)
_HEAD = (
    text("number", "DocNumber"),
    date("date", "TxnDate", required=True),
    lookup("customer", "CustomerRef"),
    text("narration", "PrivateNote"),
)
_DETAIL = "Line[].SalesItemLineDetail"
_DOCUMENT = (
    *_HEAD,
    lines("lines", "Line"),
    lookup("lines[].product", f"{_DETAIL}.ItemRef"),
    text("lines[].description", "Line[].Description"),
    number("lines[].quantity", f"{_DETAIL}.Qty"),
    number("lines[].rate", f"{_DETAIL}.UnitPrice"),
    number("lines[].amount", "Line[].Amount"),
    shown("taxes", "TAXES", FieldType.LINES),
    shown("taxes[].name", "TAXES[].name", FieldType.TEXT),
    shown("taxes[].rate", "TAXES[].percentage"),
    shown("taxes[].amount", "TAXES[].value"),
    shown("subtotal", "SUBTOTAL"),
    number("tax_total", "TxnTaxDetail.TotalTax"),
    shown("total", "TotalAmt"),
)
ORDER = EntityTemplate(
    "order",
    "Estimate",
    (
        *_DOCUMENT,
        date("due_date", "ExpirationDate"),
        choice("status", "TxnStatus", _STATUS),
    ),
    about="Estimates: QuickBooks Online has no sales orders",
)
INVOICE = EntityTemplate(
    "invoice",
    "Invoice",
    (
        *_DOCUMENT,
        date("due_date", "DueDate"),
        choice("status", "STATUS"),
        shown("balance_due", "Balance"),
    ),
)
PAYMENT = EntityTemplate(
    "payment",
    "Payment",
    (
        text("number", "PaymentRefNum"),
        date("date", "TxnDate", required=True),
        lookup("customer", "CustomerRef"),
        text("narration", "PrivateNote"),
        number("amount", "TotalAmt"),
        choice("status", "STATUS"),
        lines("allocations", "ALLOCATIONS"),
        lookup("allocations[].invoice", "ALLOCATIONS[].Invoice"),
        choice("allocations[].kind", "ALLOCATIONS[].Kind"),
        number("allocations[].amount", "ALLOCATIONS[].Amount"),
    ),
)

SETTINGS = (
    SettingSpec(
        "environment",
        "Company",
        choices=(("production", "A real company"), ("sandbox", "Intuit's sandbox, for trying")),
        help="Keys of the one kind do not open the other.",
    ),
    SettingSpec(
        "client_id",
        "Client ID",
        required=True,
        link="https://developer.intuit.com/app/developer/dashboard",
        help="Of your own app on Intuit's developer pages: Keys & credentials.",
    ),
    SettingSpec("client_secret", "Client secret", required=True, secret=True, help="Stands beside the client ID."),
    SettingSpec(
        "redirect_uri",
        "Redirect address",
        entry="copy",
        help="Enter exactly this among the app's redirect addresses. A real company needs an https address of your firm's "
        "website, as in https://www.yourfirm.com/quickbooks: the browser ends there, and you paste its address here. Intuit's "
        "sandbox takes http://localhost:8738/quickbooks, and the browser comes back by itself.",
    ),
    SettingSpec("refresh_token", "Refresh token", secret=True, place="books"),
    SettingSpec("realm_id", "Company no.", place="books", help="Filled in by the sign-in."),
    SettingSpec(
        "removal",
        "Deleted invoices and payments",
        choices=(("void", "are voided in QuickBooks"), ("delete", "are deleted in QuickBooks")),
        help="A voided one stays in the books with its number and nothing in it; of a deleted one nothing stays. Customers and "
        "products are made inactive, and estimates deleted, either way.",
        place="sync",
        only_if=("delete_policy", ("propagate",)),
        writes=("invoice", "payment"),
    ),
    SettingSpec(
        "webhook_verifier_token",
        "Verifier token of webhooks",
        secret=True,
        help="From the Webhooks page of your app, if it sends events to this computer.",
        place="more",
    ),
    SettingSpec(
        "discovery_url",
        "Discovery document",
        help="Where Intuit says how to sign in. Empty for the usual address.",
        place="more",
    ),
)

SPEC = ConnectorSpec(
    system="quickbooks",
    title="QuickBooks Online",
    auth_types=("oauth2",),
    settings=SETTINGS,
    capabilities=Capabilities(
        incremental=True,
        tombstones=True,
        id_sweep=True,
        write=True,
        conditional_write=True,
        idempotency_key=True,
        webhooks=True,
        lines_in_lists=True,
        chooses=True,
        lot=30,
        request_life=180.0,
    ),
    templates=(CUSTOMER, PRODUCT, ORDER, INVOICE, PAYMENT),
    default_base_url="https://quickbooks.api.intuit.com",
    absent={
        "contact": "QuickBooks has no people beside its customers: each customer bears the name of one person. As customers of "
        "their own they would stand in every list there, and come back here as customers a second time.",
    },
)
