"""What is known of each module of SAP Business One that is synced, as data (docs/protocols/sap.md: Names)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Removal(StrEnum):
    """What takes a record out of use; SAP deletes next to nothing (docs/protocols/sap.md: Deleting). ``FREEZE``: it stays,
    inactive. ``CANCEL``: by the document's own call. ``REVERSE``: by another document. ``DELETE``: it is gone."""

    DELETE = "delete"
    FREEZE = "freeze"
    CANCEL = "Cancel"
    REVERSE = "CreateCancellationDocument"


@dataclass(frozen=True)
class Entity:
    """``name`` is the entity set's, in SAP's capitals. ``key`` is the field with its id, a number that grows where ``numbered``;
    ``entity`` what it is in the hub. ``label`` is the field by which a person calls a record. ``table`` is the database's, which
    user fields are made on. ``changed`` are the fields that tell when a record was changed, a day and a time, ``made`` and
    ``made_time`` those of its making (``""`` where there is none). ``etag``: rows bear one. ``figure`` moves without moving the
    stamps. ``only``: a filter for those that are what the hub means. ``inside``: the module that it is a collection of, and
    lives in, and ``inside_key`` that one's key. ``lines``: the collection that makes a document, and ``line_table`` that of its
    rows in the database."""

    name: str
    title: str
    entity: str | None
    key: str
    label: str
    table: str
    numbered: bool = False
    changed: tuple[str, str] = ("UpdateDate", "UpdateTime")
    made: str = "CreateDate"
    made_time: str = ""
    etag: bool = True
    figure: str | None = None
    only: str = ""
    inside: str | None = None
    inside_key: str = ""
    removal: Removal = Removal.FREEZE
    lines: str | None = None
    line_table: str = ""


def _document(name: str, title: str, entity: str | None, table: str, line_table: str, removal: Removal) -> Entity:
    """Without the documents that only take another one back."""
    return Entity(
        name,
        title,
        entity,
        "DocEntry",
        "DocNum",
        table,
        numbered=True,
        made="CreationDate",
        only="CancelStatus ne 'csCancellation'" if removal is Removal.REVERSE else "",
        removal=removal,
        lines="DocumentLines",
        line_table=line_table,
    )


PARTNERS, CONTACTS, PAYMENTS = "BusinessPartners", "ContactEmployees", "IncomingPayments"

#: Each after those that its references lead to: so they are read and written.
_ALL = (
    Entity(
        PARTNERS,
        "Business partners",
        "customer",
        "CardCode",
        "CardName",
        "OCRD",
        made_time="CreateTime",
        figure="CurrentAccountBalance",
        only="CardType eq 'cCustomer'",
    ),
    Entity(
        CONTACTS,
        "Contact persons",
        "contact",
        "InternalCode",
        "Name",
        "OCPR",
        etag=False,
        inside=PARTNERS,
        inside_key="CardCode",
    ),
    Entity(
        "Items",
        "Items",
        "product",
        "ItemCode",
        "ItemName",
        "OITM",
        made_time="CreateTime",
        figure="QuantityOnStock",
    ),
    Entity(
        "SalesOpportunities",
        "Opportunities",
        "deal",
        "SequentialNo",
        "OpportunityName",
        "OOPR",
        numbered=True,
        etag=False,
        removal=Removal.DELETE,
        lines="SalesOpportunitiesLines",
    ),
    _document("Quotations", "Sales quotations", None, "OQUT", "QUT1", Removal.CANCEL),
    _document("Orders", "Sales orders", "order", "ORDR", "RDR1", Removal.CANCEL),
    _document("Invoices", "A/R invoices", "invoice", "OINV", "INV1", Removal.REVERSE),
    Entity(
        PAYMENTS,
        "Incoming payments",
        "payment",
        "DocEntry",
        "DocNum",
        "ORCT",
        numbered=True,
        made="CreationDate",
        etag=False,
        removal=Removal.CANCEL,
    ),
)

ENTITIES: Mapping[str, Entity] = {entity.name: entity for entity in _ALL}
#: Fields of a document or partner whose value names a record of a module (where it is the header's or a line's own).
REFERENCES: Mapping[str, str] = {"CardCode": PARTNERS, "ItemCode": "Items", "ContactPersonCode": CONTACTS}
