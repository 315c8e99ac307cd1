"""The seven entity types of the hub and their fields: the one place that names them (contract §4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from app.model.values import FieldType


@dataclass(frozen=True)
class FieldSpec:
    """One field of a hub entity. ``lookup`` names the entity that a lookup points to; ``children`` are a line's fields."""

    name: str
    type: FieldType = FieldType.TEXT
    required: bool = False
    readonly: bool = False
    money: bool = False
    lookup: str | None = None
    choices: tuple[str, ...] = ()
    children: tuple[FieldSpec, ...] = ()
    label: str = ""
    #: What a new record has where nothing was given.
    default: str | bool | None = None

    @property
    def title(self) -> str:
        """What a person reads."""
        return self.label or self.name.replace("_", " ").capitalize()

    @cached_property
    def child(self) -> Mapping[str, FieldSpec]:
        return {field.name: field for field in self.children}


@dataclass(frozen=True)
class EntitySpec:
    """One entity type: ``name`` as in the API, ``table`` in the hub, ``label_field`` by which a person calls a record."""

    name: str
    table: str
    fields: tuple[FieldSpec, ...]
    label_field: str
    title: str
    plural: str
    aliases: tuple[str, ...] = ()
    match_on: tuple[str, ...] = ()

    @cached_property
    def field(self) -> Mapping[str, FieldSpec]:
        return {field.name: field for field in self.fields}

    @cached_property
    def line_fields(self) -> tuple[FieldSpec, ...]:
        return tuple(field for field in self.fields if field.type is FieldType.LINES)

    @cached_property
    def scalar_fields(self) -> tuple[FieldSpec, ...]:
        return tuple(field for field in self.fields if field.type is not FieldType.LINES)

    @cached_property
    def is_document(self) -> bool:
        return bool(self.line_fields)


def _text(name: str, *, required: bool = False, label: str = "") -> FieldSpec:
    return FieldSpec(name, required=required, label=label)


def _number(name: str, *, readonly: bool = False, label: str = "") -> FieldSpec:
    return FieldSpec(name, FieldType.NUMBER, readonly=readonly, label=label)


def _money(name: str, *, required: bool = False, readonly: bool = False, label: str = "") -> FieldSpec:
    return FieldSpec(name, FieldType.NUMBER, required=required, readonly=readonly, money=True, label=label)


def _date(name: str, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name, FieldType.DATE, required=required)


def _lookup(name: str, to: str, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name, FieldType.LOOKUP, required=required, lookup=to)


def _flag_on(name: str, label: str = "") -> FieldSpec:
    return FieldSpec(name, FieldType.BOOLEAN, label=label, default=True)


STATUSES = ("draft", "posted", "cancelled")
_STATUS = FieldSpec("status", FieldType.PICKLIST, choices=STATUSES)

_LINES = FieldSpec(
    "lines",
    FieldType.LINES,
    children=(
        _lookup("product", "product"),
        _text("description"),
        _text("hsn_code", label="HSN code"),
        _number("quantity"),
        _text("unit"),
        _money("rate"),
        _number("discount_percent"),
        _number("gst_rate", label="GST rate"),
        _money("amount"),
    ),
)
_TAXES = FieldSpec("taxes", FieldType.LINES, children=(_text("name"), _number("rate"), _money("amount")))
_ALLOCATIONS = FieldSpec(
    "allocations",
    FieldType.LINES,
    children=(
        _lookup("invoice", "invoice"),
        _text("reference"),
        FieldSpec("kind", FieldType.PICKLIST, choices=("against", "new", "advance", "on_account")),
        _money("amount"),
    ),
)
_TOTALS = (_money("subtotal"), _money("tax_total"), _money("round_off"), _money("total"))

CUSTOMER = EntitySpec(
    "customer",
    "customers",
    (
        _text("business_name", required=True),
        _text("contact_person"),
        _text("email", label="E-mail"),
        _text("phone"),
        _text("mobile"),
        _text("website"),
        _text("address"),
        _text("city"),
        _text("state"),
        _text("pincode", label="PIN code"),
        _text("country"),
        _text("gstin", label="GSTIN"),
        _text("pan", label="PAN"),
        _text("gst_registration_type", label="GST registration type"),
        _text("customer_group"),
        _money("credit_limit"),
        _number("credit_days"),
        _money("opening_balance"),
        _money("closing_balance", readonly=True),
        _text("currency"),
        _text("notes"),
        _flag_on("is_active", "Active"),
    ),
    label_field="business_name",
    title="Customer",
    plural="Customers",
    aliases=("customer_profiles", "customer_profiles_new"),
    match_on=("gstin",),
)
PRODUCT = EntitySpec(
    "product",
    "products",
    (
        _text("name", required=True),
        _text("sku", label="SKU"),
        _text("description"),
        _text("category"),
        _text("unit"),
        _text("hsn_code", label="HSN code"),
        _number("gst_rate", label="GST rate"),
        _text("taxability"),
        _money("rate"),
        _number("opening_quantity"),
        _money("opening_rate"),
        _money("opening_value"),
        _number("closing_quantity", readonly=True),
        _money("closing_value", readonly=True),
        _flag_on("is_active", "Active"),
    ),
    label_field="name",
    title="Product",
    plural="Products",
    match_on=("sku",),
)
CONTACT = EntitySpec(
    "contact",
    "contacts",
    (
        _text("first_name"),
        _text("last_name", required=True),
        _text("email", label="E-mail"),
        _text("phone"),
        _text("mobile"),
        _text("designation"),
        _lookup("customer", "customer"),
        _text("notes"),
    ),
    label_field="last_name",
    title="Contact",
    plural="Contacts",
    match_on=("email",),
)
DEAL = EntitySpec(
    "deal",
    "deals",
    (
        _text("name", required=True),
        _lookup("customer", "customer"),
        _lookup("contact", "contact"),
        _text("stage"),
        _money("amount"),
        _text("currency"),
        _number("probability"),
        _date("close_date"),
        _text("notes"),
    ),
    label_field="name",
    title="Deal",
    plural="Deals",
)
ORDER = EntitySpec(
    "order",
    "orders",
    (
        _text("number", required=True),
        _date("date", required=True),
        _lookup("customer", "customer", required=True),
        _date("due_date"),
        _STATUS,
        _text("reference"),
        _text("narration"),
        _LINES,
        _TAXES,
        *_TOTALS,
    ),
    label_field="number",
    title="Order",
    plural="Orders",
    match_on=("number", "date", "customer"),
)
INVOICE = EntitySpec(
    "invoice",
    "invoices",
    (
        _text("number", required=True),
        _date("date", required=True),
        _lookup("customer", "customer", required=True),
        _date("due_date"),
        _STATUS,
        _text("reference"),
        _text("place_of_supply"),
        _text("narration"),
        _LINES,
        _TAXES,
        *_TOTALS,
        _money("balance_due", readonly=True),
    ),
    label_field="number",
    title="Invoice",
    plural="Invoices",
    match_on=("number", "date", "customer"),
)
PAYMENT = EntitySpec(
    "payment",
    "payments",
    (
        _text("number"),
        _STATUS,
        _date("date", required=True),
        _lookup("customer", "customer", required=True),
        _money("amount", required=True),
        _text("mode"),
        _text("account"),
        _text("instrument_number"),
        _date("instrument_date"),
        _text("narration"),
        _ALLOCATIONS,
    ),
    label_field="number",
    title="Payment",
    plural="Payments",
    match_on=("number", "date", "customer"),
)

#: In dependency order: what is referred to comes before what refers to it.
ENTITIES: Mapping[str, EntitySpec] = {
    spec.name: spec for spec in (CUSTOMER, PRODUCT, CONTACT, DEAL, ORDER, INVOICE, PAYMENT)
}
DEPENDENCY_ORDER: tuple[str, ...] = tuple(ENTITIES)
_BY_NAME = {name: spec for spec in ENTITIES.values() for name in (spec.name, spec.table, *spec.aliases)}


def entity_named(name: str) -> EntitySpec | None:
    """The entity of that name, table or accepted alias (contract §4), or ``None``."""
    return _BY_NAME.get(name)
