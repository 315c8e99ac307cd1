"""What is known of each entity of QuickBooks Online that is synced, as data (docs/protocols/quickbooks.md: Entities)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Removal(StrEnum):
    """What takes an entity out of use. ``DEACTIVATE``: it stays with ``Active`` false. ``VOID`` and ``DELETE`` are both offered by
    what can be voided: a voided one stays in the books with zero amounts, a deleted one is no more."""

    DEACTIVATE = "deactivate"
    VOID = "void"
    DELETE = "delete"


@dataclass(frozen=True)
class Entity:
    """``name`` is the API's own, also in queries (its capitals count) and answers. ``entity``: what it is in the hub.

    ``label`` is the field by which a person calls a record; ``unique`` the field whose value QuickBooks allows
    once. ``listed``: a name list, whose inactive rows a query hides. ``removals``: the ways to take one out
    of use, the usual one first. ``void_params`` are the parameters of voiding. ``items``: the field with the lines.
    ``figure``: the field that documents move while the record's SyncToken stays."""

    name: str
    title: str
    entity: str
    label: str
    listed: bool
    unique: str | None = None
    removals: tuple[Removal, ...] = (Removal.DEACTIVATE,)
    void_params: Mapping[str, str] = field(default_factory=dict)
    items: str | None = None
    figure: str | None = None

    @property
    def path(self) -> str:
        """Within the company's address."""
        return self.name.lower()


_VOID: Mapping[str, str] = MappingProxyType({"operation": "void"})
#: A payment is voided by an update that says so. (docs/protocols/quickbooks.md: Writing)
_VOID_PAYMENT: Mapping[str, str] = MappingProxyType({"operation": "update", "include": "void"})
DELETE: Mapping[str, str] = MappingProxyType({"operation": "delete"})

#: Each after those that its references lead to.
_ALL = (
    Entity(
        "Customer",
        "Customers",
        "customer",
        "DisplayName",
        listed=True,
        unique="DisplayName",
        figure="Balance",
    ),
    Entity("Item", "Products and services", "product", "Name", listed=True, unique="Name", figure="QtyOnHand"),
    Entity(
        "Estimate",
        "Estimates",
        "order",
        "DocNumber",
        listed=False,
        removals=(Removal.DELETE,),
        items="Line",
    ),
    Entity(
        "Invoice",
        "Invoices",
        "invoice",
        "DocNumber",
        listed=False,
        unique="DocNumber",
        removals=(Removal.VOID, Removal.DELETE),
        void_params=_VOID,
        items="Line",
    ),
    Entity(
        "Payment",
        "Payments received",
        "payment",
        "PaymentRefNum",
        listed=False,
        removals=(Removal.VOID, Removal.DELETE),
        void_params=_VOID_PAYMENT,
        items="Line",
    ),
)

ENTITIES: Mapping[str, Entity] = {entity.name: entity for entity in _ALL}
#: The order in which entities are read and written, so that what is referred to is there first.
ORDER: tuple[str, ...] = tuple(ENTITIES)
