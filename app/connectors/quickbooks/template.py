"""What a QuickBooks Online connection is: its settings, its capabilities, and how the entities map unless the admin says otherwise.

Nothing here needs the network: the registry reads it at start.
"""

from __future__ import annotations

from app.connectors.base import Capabilities, ConnectorSpec, EntityTemplate, FieldTemplate, SettingSpec
from app.model.values import FieldType

#: An estimate is what QuickBooks has of an order (docs/protocols/quickbooks.md: Orders).
_STATUS = (("draft", "Pending"), ("posted", "Accepted"), ("posted", "Closed"), ("cancelled", "Rejected"))


def _text(local: str, remote: str, *, required: bool = False) -> FieldTemplate:
    return FieldTemplate(local, remote, required=required)


def _number(local: str, remote: str) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.NUMBER)


def _date(local: str, remote: str, *, required: bool = False) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.DATE, required=required)


def _lookup(local: str, remote: str) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.LOOKUP)


def _shown(local: str, remote: str, type_: FieldType = FieldType.NUMBER) -> FieldTemplate:
    """A field that only QuickBooks can change."""
    return FieldTemplate(local, remote, type_, direction="to_local", readonly=True)


def _flag(local: str, remote: str) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.BOOLEAN)


CUSTOMER = EntityTemplate(
    "customer",
    "Customer",
    (
        _text("business_name", "DisplayName", required=True),
        _text("email", "PrimaryEmailAddr.Address"),
        _text("phone", "PrimaryPhone.FreeFormNumber"),
        _text("mobile", "Mobile.FreeFormNumber"),
        _text("website", "WebAddr.URI"),
        _text("address", "BillAddr.LINES"),
        _text("city", "BillAddr.City"),
        _text("state", "BillAddr.CountrySubDivisionCode"),
        _text("pincode", "BillAddr.PostalCode"),
        _text("country", "BillAddr.Country"),
        _text("notes", "Notes"),
        _flag("is_active", "Active"),
        _shown("closing_balance", "Balance"),
    ),
)
PRODUCT = EntityTemplate(
    "product",
    "Item",
    (
        _text("name", "Name", required=True),
        _text("sku", "Sku"),
        _text("description", "Description"),
        _number("rate", "UnitPrice"),
        _flag("is_active", "Active"),
        _shown("closing_quantity", "QtyOnHand"),
    ),
)
_HEAD = (
    _text("number", "DocNumber"),
    _date("date", "TxnDate", required=True),
    _lookup("customer", "CustomerRef"),
    _text("narration", "PrivateNote"),
)
_DETAIL = "Line[].SalesItemLineDetail"
_DOCUMENT = (
    *_HEAD,
    FieldTemplate("lines", "Line", FieldType.LINES),
    _lookup("lines[].product", f"{_DETAIL}.ItemRef"),
    _text("lines[].description", "Line[].Description"),
    _number("lines[].quantity", f"{_DETAIL}.Qty"),
    _number("lines[].rate", f"{_DETAIL}.UnitPrice"),
    _number("lines[].amount", "Line[].Amount"),
    _shown("subtotal", "SUBTOTAL"),
    _number("tax_total", "TxnTaxDetail.TotalTax"),
    _shown("total", "TotalAmt"),
)
ORDER = EntityTemplate(
    "order",
    "Estimate",
    (
        *_DOCUMENT,
        _date("due_date", "ExpirationDate"),
        FieldTemplate("status", "TxnStatus", FieldType.PICKLIST, value_map=_STATUS),
    ),
)
INVOICE = EntityTemplate(
    "invoice",
    "Invoice",
    (
        *_DOCUMENT,
        _date("due_date", "DueDate"),
        FieldTemplate("status", "STATUS", FieldType.PICKLIST),
        _shown("balance_due", "Balance"),
    ),
)
PAYMENT = EntityTemplate(
    "payment",
    "Payment",
    (
        _text("number", "PaymentRefNum"),
        _date("date", "TxnDate", required=True),
        _lookup("customer", "CustomerRef"),
        _text("narration", "PrivateNote"),
        _number("amount", "TotalAmt"),
        FieldTemplate("status", "STATUS", FieldType.PICKLIST),
        FieldTemplate("allocations", "ALLOCATIONS", FieldType.LINES),
        _lookup("allocations[].invoice", "ALLOCATIONS[].Invoice"),
        FieldTemplate("allocations[].kind", "ALLOCATIONS[].Kind", FieldType.PICKLIST),
        _number("allocations[].amount", "ALLOCATIONS[].Amount"),
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
        help="Enter exactly this among the app's redirect addresses. For a real company Intuit takes only https addresses "
        "of a domain of yours: the browser then ends there, and you paste its address here.",
    ),
    SettingSpec("refresh_token", "Refresh token", secret=True, place="books"),
    SettingSpec("realm_id", "Company no.", place="books", help="Filled in by the sign-in."),
    SettingSpec(
        "removal",
        "An invoice or payment that was deleted here",
        choices=(("void", "is voided in QuickBooks"), ("delete", "is deleted in QuickBooks")),
        help="A voided one stays in the books with its number and nothing in it; of a deleted one nothing stays.",
        place="sync",
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
)
