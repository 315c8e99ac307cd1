"""What is known of each module of Zoho CRM that is synced, as data (docs/protocols/zoho.md: Modules)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Module:
    """``name`` is the API's own. ``entity``: what it is in the hub unless the admin says otherwise; ``None``: nothing of itself.

    ``label`` is the field by which a person calls a record. ``natural_key`` tells records apart where there is no field for the
    hub's id; ``names`` are the fields that a person's name is written to, of which the last is never empty. ``system_check`` is the
    field that Zoho itself looks at for duplicates in an upsert. ``items`` is the field with the lines of a document, which only a
    single read answers. ``lookups``: which module the lookups lead to, of those that are synced. ``scope``: the module's name in a
    permission."""

    name: str
    title: str
    entity: str | None
    label: str
    natural_key: str
    system_check: str
    scope: str
    items: str | None = None
    names: tuple[str, ...] = ()
    lookups: Mapping[str, str] = field(default_factory=dict)


def _document(name: str, title: str, entity: str | None, items: str, scope: str, lookups: Mapping[str, str]) -> Module:
    return Module(
        name,
        title,
        entity,
        "Subject",
        "Subject",
        "Subject",
        scope,
        items,
        lookups={"Account_Name": "Accounts", "Contact_Name": "Contacts", **lookups},
    )


_PERSON = ("First_Name", "Last_Name")
#: Each after those that its lookups lead to.
_ALL = (
    Module("Accounts", "Accounts", "customer", "Account_Name", "Account_Name", "Account_Name", "accounts"),
    Module(
        "Contacts",
        "Contacts",
        "contact",
        "Full_Name",
        "Email",
        "Email",
        "contacts",
        names=_PERSON,
        lookups={"Account_Name": "Accounts"},
    ),
    Module("Leads", "Leads", None, "Full_Name", "Email", "Email", "leads", names=_PERSON),
    Module("Products", "Products", "product", "Product_Name", "Product_Name", "Product_Name", "products"),
    Module(
        "Deals",
        "Deals",
        "deal",
        "Deal_Name",
        "Deal_Name",
        "Deal_Name",
        "deals",
        lookups={"Account_Name": "Accounts", "Contact_Name": "Contacts"},
    ),
    _document("Quotes", "Quotes", None, "Quoted_Items", "quotes", {"Deal_Name": "Deals"}),
    _document(
        "Sales_Orders",
        "Sales Orders",
        "order",
        "Ordered_Items",
        "salesorders",
        {"Deal_Name": "Deals", "Quote_Name": "Quotes"},
    ),
    _document("Invoices", "Invoices", "invoice", "Invoiced_Items", "invoices", {"Sales_Order": "Sales_Orders"}),
)

MODULES: Mapping[str, Module] = {module.name: module for module in _ALL}
#: The order in which modules are read and written, so that what is referred to is there first.
ORDER: tuple[str, ...] = tuple(MODULES)
