"""What a Zoho CRM connection is: its settings, its capabilities, and how the entities map unless the admin says otherwise.

Nothing here needs the network: the registry reads it at start.
"""

from __future__ import annotations

from dataclasses import replace

from app.connectors.base import Capabilities, ConnectorSpec, EntityTemplate, FieldTemplate, SettingSpec
from app.connectors.zoho.centres import CENTRES
from app.model.values import FieldType

#: The field that carries our id in Zoho, when the wizard makes one.
HUB_KEY = "Hub_Id"
_STATUS = (("draft", "Created"), ("posted", "Approved"), ("posted", "Delivered"), ("cancelled", "Cancelled"))


def _text(local: str, remote: str, *, required: bool = False) -> FieldTemplate:
    return FieldTemplate(local, remote, required=required)


def _number(local: str, remote: str) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.NUMBER)


def _date(local: str, remote: str, *, required: bool = False) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.DATE, required=required)


def _lookup(local: str, remote: str) -> FieldTemplate:
    return FieldTemplate(local, remote, FieldType.LOOKUP)


def _shown(local: str, remote: str) -> FieldTemplate:
    """A figure that only Zoho computes."""
    return FieldTemplate(local, remote, FieldType.NUMBER, direction="to_local", readonly=True)


#: Customers are people: a business's name stands in the last name (docs/protocols/zoho.md: Names of contacts).
CONTACTS_AS_CUSTOMERS = EntityTemplate(
    "customer",
    "Contacts",
    (
        _text("business_name", "Full_Name", required=True),
        _text("email", "Email"),
        _text("phone", "Phone"),
        _text("mobile", "Mobile"),
        _text("address", "Mailing_Street"),
        _text("city", "Mailing_City"),
        _text("state", "Mailing_State"),
        _text("pincode", "Mailing_Zip"),
        _text("country", "Mailing_Country"),
        _text("notes", "Description"),
    ),
    title="Contacts (people)",
)
ACCOUNTS_AS_CUSTOMERS = EntityTemplate(
    "customer",
    "Accounts",
    (
        _text("business_name", "Account_Name", required=True),
        _text("phone", "Phone"),
        _text("website", "Website"),
        _text("address", "Billing_Street"),
        _text("city", "Billing_City"),
        _text("state", "Billing_State"),
        _text("pincode", "Billing_Code"),
        _text("country", "Billing_Country"),
        _text("notes", "Description"),
    ),
    title="Accounts (companies)",
)
PRODUCT = EntityTemplate(
    "product",
    "Products",
    (
        _text("name", "Product_Name", required=True),
        _text("sku", "Product_Code"),
        _text("description", "Description"),
        _number("rate", "Unit_Price"),
        FieldTemplate("is_active", "Product_Active", FieldType.BOOLEAN),
    ),
)
CONTACT = EntityTemplate(
    "contact",
    "Contacts",
    (
        _text("first_name", "First_Name"),
        _text("last_name", "Last_Name", required=True),
        _text("email", "Email"),
        _text("phone", "Phone"),
        _text("mobile", "Mobile"),
        _text("designation", "Title"),
        _lookup("customer", "Account_Name"),
        _text("notes", "Description"),
    ),
)
_DEAL = (
    _text("name", "Deal_Name", required=True),
    FieldTemplate("stage", "Stage", FieldType.PICKLIST),
    _number("amount", "Amount"),
    _number("probability", "Probability"),
    _date("close_date", "Closing_Date"),
    _text("notes", "Description"),
)
DEAL = EntityTemplate("deal", "Deals", (*_DEAL, _lookup("customer", "Contact_Name")))
DEAL_OF_ACCOUNT = EntityTemplate(
    "deal", "Deals", (*_DEAL, _lookup("customer", "Account_Name"), _lookup("contact", "Contact_Name"))
)


def _document(items: str) -> tuple[FieldTemplate, ...]:
    return (
        _text("number", "Subject", required=True),
        FieldTemplate("status", "Status", FieldType.PICKLIST, value_map=_STATUS),
        _date("due_date", "Due_Date"),
        _text("reference", "Purchase_Order"),
        _text("narration", "Description"),
        FieldTemplate("lines", items, FieldType.LINES),
        _lookup("lines[].product", f"{items}[].Product_Name"),
        _text("lines[].description", f"{items}[].Description"),
        _number("lines[].quantity", f"{items}[].Quantity"),
        _number("lines[].rate", f"{items}[].List_Price"),
        _number("lines[].discount_percent", f"{items}[].Discount_Percent"),
        _number("lines[].amount", f"{items}[].Amount"),
        FieldTemplate("taxes", "TAXES", FieldType.LINES, direction="to_local", readonly=True),
        FieldTemplate("taxes[].name", "TAXES[].name", direction="to_local", readonly=True),
        _shown("taxes[].rate", "TAXES[].percentage"),
        _shown("taxes[].amount", "TAXES[].value"),
        _shown("subtotal", "NET_TOTAL"),
        _shown("tax_total", "TAX_TOTAL"),
        _shown("round_off", "Adjustment"),
        _number("total", "Grand_Total"),
    )


_ORDER = (*_document("Ordered_Items"), _date("date", "Order_Date"))
_INVOICE = (*_document("Invoiced_Items"), _date("date", "Invoice_Date", required=True))
ORDER = EntityTemplate("order", "Sales_Orders", (*_ORDER, _lookup("customer", "Contact_Name")))
INVOICE = EntityTemplate("invoice", "Invoices", (*_INVOICE, _lookup("customer", "Contact_Name")))


def _of_accounts(template: EntityTemplate) -> EntityTemplate:
    """The same where customers are companies."""
    fields = tuple(
        replace(one, remote="Account_Name") if one.remote == "Contact_Name" else one for one in template.fields
    )
    return replace(template, fields=fields, given=("customer", "Accounts"))


SETTINGS = (
    SettingSpec(
        "data_centre",
        "Data centre",
        choices=tuple((name, centre.title) for name, centre in CENTRES.items()),
        help="Where your Zoho account lies: the ending of its address in the browser (zoho.in, zoho.com, zoho.eu …).",
        suggested="in",
        outdates=("accounts_url",),
    ),
    SettingSpec(
        "client_id",
        "Client ID",
        required=True,
        link="https://api-console.zoho.in",
        help="Made once in Zoho's API console: Add Client > Server-based Applications, with the redirect address below.",
    ),
    SettingSpec("client_secret", "Client secret", required=True, secret=True, help="Stands beside the client ID."),
    SettingSpec(
        "redirect_uri",
        "Redirect address",
        default="http://127.0.0.1:8737/zoho",
        entry="copy",
        help="Enter exactly this in Zoho's console, as an authorised redirect address.",
    ),
    SettingSpec("refresh_token", "Refresh token", secret=True, place="books"),
    SettingSpec(
        "edition",
        "Edition of Zoho CRM",
        choices=(
            ("free", "Free"),
            ("standard", "Standard"),
            ("professional", "Professional"),
            ("enterprise", "Enterprise or Zoho One"),
            ("ultimate", "Ultimate"),
        ),
        help="Says how many calls at a time and in a day Zoho allows. When in doubt leave the smallest.",
        place="more",
    ),
    SettingSpec(
        "accounts_url",
        "Address for signing in",
        help="Filled in by the sign-in; only for data centres that are not in the list.",
        place="more",
    ),
    SettingSpec(
        "scopes",
        "Permissions asked for",
        help="Empty for those that SalesMate Sync needs. Separated by commas.",
        place="more",
    ),
    SettingSpec("organization", "Organisation", place="books", help="Filled in when the organisation is chosen."),
)

SPEC = ConnectorSpec(
    system="zoho",
    title="Zoho CRM",
    auth_types=("oauth2",),
    settings=SETTINGS,
    capabilities=Capabilities(
        incremental=True,
        tombstones=True,
        id_sweep=True,
        write=True,
        conditional_write=True,
        find_by_our_key=True,
        webhooks=True,
        lot=100,
        request_life=120.0,
    ),
    templates=(
        CONTACTS_AS_CUSTOMERS,
        ACCOUNTS_AS_CUSTOMERS,
        PRODUCT,
        CONTACT,
        DEAL,
        replace(DEAL_OF_ACCOUNT, given=("customer", "Accounts")),
        ORDER,
        _of_accounts(ORDER),
        INVOICE,
        _of_accounts(INVOICE),
    ),
    default_base_url="https://www.zohoapis.com/crm/v8",
    hub_key=HUB_KEY,
)
