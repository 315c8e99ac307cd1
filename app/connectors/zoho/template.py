"""What a Zoho CRM connection is: its settings, its capabilities, and how the entities map unless the admin says otherwise.

Nothing here needs the network: the registry reads it at start.
"""

from __future__ import annotations

from dataclasses import replace

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
from app.connectors.zoho.centres import CENTRES
from app.model.values import FieldType

#: The field that carries our id in Zoho, when the wizard makes one.
HUB_KEY = "Hub_Id"
_STATUS = (("draft", "Created"), ("posted", "Approved"), ("posted", "Delivered"), ("cancelled", "Cancelled"))


#: Customers are people: a business's name stands in the last name (docs/protocols/zoho.md: Names of contacts).
CONTACTS_AS_CUSTOMERS = EntityTemplate(
    "customer",
    "Contacts",
    (
        text("business_name", "Full_Name", required=True),
        text("email", "Email"),
        text("phone", "Phone"),
        text("mobile", "Mobile"),
        text("address", "Mailing_Street"),
        text("city", "Mailing_City"),
        text("state", "Mailing_State"),
        text("pincode", "Mailing_Zip"),
        text("country", "Mailing_Country"),
        text("notes", "Description"),
    ),
    title="Contacts (people)",
)
ACCOUNTS_AS_CUSTOMERS = EntityTemplate(
    "customer",
    "Accounts",
    (
        text("business_name", "Account_Name", required=True),
        text("phone", "Phone"),
        text("website", "Website"),
        text("address", "Billing_Street"),
        text("city", "Billing_City"),
        text("state", "Billing_State"),
        text("pincode", "Billing_Code"),
        text("country", "Billing_Country"),
        text("notes", "Description"),
    ),
    title="Accounts (companies)",
)
PRODUCT = EntityTemplate(
    "product",
    "Products",
    (
        text("name", "Product_Name", required=True),
        text("sku", "Product_Code"),
        text("description", "Description"),
        number("rate", "Unit_Price"),
        flag("is_active", "Product_Active"),
    ),
)
CONTACT = EntityTemplate(
    "contact",
    "Contacts",
    (
        text("first_name", "First_Name"),
        text("last_name", "Last_Name", required=True),
        text("email", "Email"),
        text("phone", "Phone"),
        text("mobile", "Mobile"),
        text("designation", "Title"),
        lookup("customer", "Account_Name"),
        text("notes", "Description"),
    ),
)
_DEAL = (
    text("name", "Deal_Name", required=True),
    choice("stage", "Stage"),
    number("amount", "Amount"),
    number("probability", "Probability"),
    date("close_date", "Closing_Date"),
    text("notes", "Description"),
)
DEAL = EntityTemplate("deal", "Deals", (*_DEAL, lookup("customer", "Contact_Name")))
DEAL_OF_ACCOUNT = EntityTemplate(
    "deal", "Deals", (*_DEAL, lookup("customer", "Account_Name"), lookup("contact", "Contact_Name"))
)


def _document(items: str) -> tuple[FieldTemplate, ...]:
    return (
        text("number", "Subject", required=True),
        choice("status", "Status", _STATUS),
        date("due_date", "Due_Date"),
        text("reference", "Purchase_Order"),
        text("narration", "Description"),
        lines("lines", items),
        lookup("lines[].product", f"{items}[].Product_Name"),
        text("lines[].description", f"{items}[].Description"),
        number("lines[].quantity", f"{items}[].Quantity"),
        number("lines[].rate", f"{items}[].List_Price"),
        number("lines[].discount_percent", f"{items}[].Discount_Percent"),
        number("lines[].amount", f"{items}[].Amount"),
        FieldTemplate("taxes", "TAXES", FieldType.LINES, direction="to_local", readonly=True),
        FieldTemplate("taxes[].name", "TAXES[].name", direction="to_local", readonly=True),
        shown("taxes[].rate", "TAXES[].percentage"),
        shown("taxes[].amount", "TAXES[].value"),
        shown("subtotal", "NET_TOTAL"),
        shown("tax_total", "TAX_TOTAL"),
        shown("round_off", "Adjustment"),
        number("total", "Grand_Total"),
    )


_ORDER = (*_document("Ordered_Items"), date("date", "Order_Date"))
_INVOICE = (*_document("Invoiced_Items"), date("date", "Invoice_Date", required=True))
ORDER = EntityTemplate("order", "Sales_Orders", (*_ORDER, lookup("customer", "Contact_Name")))
INVOICE = EntityTemplate("invoice", "Invoices", (*_INVOICE, lookup("customer", "Contact_Name")))


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
