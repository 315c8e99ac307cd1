"""Creating, changing, voiding and deleting records."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.simulators.quickbooks.books import Books, Record
from tests.simulators.quickbooks.documents import Documents
from tests.simulators.quickbooks.entities import SYSTEM, Entity
from tests.simulators.quickbooks.payments import Payments
from tests.simulators.quickbooks.problems import Refused

_NAME_PARTS = ("Title", "GivenName", "MiddleName", "FamilyName", "Suffix")
_PLURALS = {
    "Customer": "customers",
    "Item": "items",
    "Account": "accounts",
    "TaxCode": "tax codes",
    "Vendor": "vendors",
}
_ADDRESSES = ("BillAddr", "ShipAddr")
Ids = Container[tuple[str, str]]


@dataclass(frozen=True)
class Write:
    """``unseen``: what an earlier item of the same batch made, which this one can't see. ``duplicates``: a
    document's number may be used again. ``by_person``: not through the API, so a lapsed subscription doesn't matter."""

    unseen: Ids = ()
    duplicates: bool = False
    by_person: bool = False


class Writing:
    def __init__(self, books: Books) -> None:
        self._books = books
        self._documents = Documents(books)
        self._payments = Payments(books)

    # --- the calls ---------------------------------------------------------------------------------------------

    def saved(self, entity: Entity, sent: Record, write: Write = Write()) -> Record:
        """What POST does: create without an Id, else change. Raises the fault."""
        self._may(entity, write)
        if not sent.get("Id"):
            return self._store(entity, self._created(entity, sent, write), "Create")
        old = self._asked(entity, sent, write)
        made = self._merged(entity, old, sent) if sent.get("sparse") else self._replaced(entity, old, sent)
        return self._store(entity, self._fit(entity, made, sent, old, write), "Update")

    def deleted(self, entity: Entity, sent: Record, write: Write = Write()) -> Record:
        """A transaction's end, as it is answered."""
        self._may(entity, write)
        if entity.listed or not entity.label:
            raise Refused("500", detail="Operation Delete is not supported.")
        old = self._asked(entity, sent, write)
        self._open(entity, old)
        self._payments.release(entity, old)
        self._books.remove(entity, old["Id"])
        return {"status": "Deleted", "domain": "QBO", "Id": old["Id"]}

    def voided(self, entity: Entity, sent: Record, by: str, write: Write = Write()) -> Record:
        """Amounts and quantities become nothing, the document stays. ``by``: ``operation`` or ``include``."""
        self._may(entity, write)
        if entity.voids != by:
            raise Refused("500", detail="Operation void is not supported.")
        old = self._asked(entity, sent, write)
        self._open(entity, old)
        self._payments.release(entity, old)
        old = self._books.record(entity, old["Id"])
        note = ": ".join(part for part in ("Voided", old.get("PrivateNote", "")) if part)
        made = {**old, "PrivateNote": note, "TotalAmt": 0, "Line": [_nothing(line) for line in old.get("Line", ())]}
        made |= {name: 0 for name in ("Balance", "UnappliedAmt") if name in old}
        if "TxnTaxDetail" in old:
            made["TxnTaxDetail"] = {"TotalTax": 0}
        if entity.name == "Payment":
            made["Line"] = []
        return self._books.store(entity, made, "Void")

    # --- what is allowed ---------------------------------------------------------------------------------------

    def _may(self, entity: Entity, write: Write) -> None:
        if not entity.writable:
            raise Refused("500")
        if self._books.lapsed and not write.by_person:
            raise Refused("6190")

    def _asked(self, entity: Entity, sent: Record, write: Write) -> Record:
        """The record that is meant, as it stands. Raises the fault for a stale SyncToken."""
        old = self._books.record(entity, str(sent.get("Id")), write.unseen)
        if sent.get("SyncToken") is None:
            raise Refused("2020", "SyncToken")
        if str(sent["SyncToken"]) != old["SyncToken"]:
            raise Refused("5010", self._books.person, self._books.person)
        return old

    def _open(self, entity: Entity, record: Record) -> None:
        """Raises the fault for what lies in closed books or in a deposit."""
        if self._books.closed_until and str(record.get("TxnDate", "~")) <= self._books.closed_until:
            raise Refused("6210")
        if entity.name == "Payment" and record["Id"] in self._books.deposited:
            raise Refused("6540")

    # --- what becomes of what was sent -------------------------------------------------------------------------

    def _created(self, entity: Entity, sent: Record, write: Write) -> Record:
        given = {name: value for name, value in _said(sent).items() if name not in SYSTEM | entity.own}
        made = {**entity.defaults, **given}
        if entity.listed:
            made.setdefault("Active", True)
        fit = self._fit(entity, {**made, "Id": ""}, sent, None, write)
        return {**fit, "Id": self._books.next_id(entity)}

    def _replaced(self, entity: Entity, old: Record, sent: Record) -> Record:
        """Whatever was not sent is cleared, but for what nobody sends."""
        kept = {name: old[name] for name in SYSTEM | entity.own if name in old}
        given = {name: value for name, value in _said(sent).items() if name not in SYSTEM | entity.own}
        standing = {"Active": old["Active"]} if entity.listed else {}
        return {**entity.defaults, **standing, **given, **kept}

    def _merged(self, entity: Entity, old: Record, sent: Record) -> Record:
        made = dict(old)
        for name, value in sent.items():
            if name in SYSTEM | entity.own or value is None:
                continue
            if self._books.nested == "merge" and isinstance(value, dict) and isinstance(made.get(name), dict):
                value = {**made[name], **value}
            made[name] = value
        return _said(made)

    def _fit(self, entity: Entity, made: Record, sent: Record, old: Record | None, write: Write) -> Record:
        """The record with all that QuickBooks adds. Raises the fault for what doesn't fit."""
        lines = made.get("Line", [])
        if not isinstance(lines, list) or not all(isinstance(line, dict) for line in lines):
            raise Refused("2170", "Line")
        for name in entity.required:
            if made.get(name) in (None, "", []):
                raise Refused("2020", name)
        for name, allowed in entity.enums.items():
            if made.get(name) is not None and made[name] not in allowed:
                raise Refused("2170", f"{name} {made[name]}")
        for name, most in entity.longest.items():
            if len(str(made.get(name) or "")) > most:
                raise Refused("2050", f"Min:0 Max:{most} supported. Supplied length:{len(str(made[name]))}")
        self._check_refs(entity, made, old or {}, write)
        if entity.listed:
            return self._named(entity, made, old, write)
        if entity.name == "Preferences":
            return made
        return self._dated(entity, made, sent, old, write)

    def _check_refs(self, entity: Entity, made: Record, old: Record, write: Write) -> None:
        for name, of in entity.refs.items():
            if made.get(name) is not None:
                made[name] = self._ref(of, made[name], {_id(old.get(name))}, write)
        for detail in _details(made):
            for name in entity.line_refs.keys() & detail.keys():
                of = entity.line_refs[name]
                if of != "TaxCode" or self._books.country != "US":
                    before = {_id(one.get(name)) for one in _details(old)}
                    detail[name] = self._ref(of, detail[name], before, write)

    def _ref(self, entity: str, ref: Any, before: set[str], write: Write) -> Record:
        """The reference as it is stored. What was there before may have become inactive since."""
        id = _id(ref)
        if id and id in before:
            return {"value": id}
        record = self._books.tables[entity].records.get(id)
        if record is None or (entity, id) in write.unseen:
            raise Refused("2500", _PLURALS.get(entity, "lists"))
        if not record.get("Active", True):
            raise Refused("610")
        return {"value": id}

    def _named(self, entity: Entity, made: Record, old: Record | None, write: Write) -> Record:
        label = entity.label
        if label == "DisplayName" and not made.get(label):
            made[label] = " ".join(str(made[part]) for part in _NAME_PARTS if made.get(part)) or made.get(
                "CompanyName", ""
            )
            if not made[label]:
                raise Refused("2020", "DisplayName")
        self._go_inactive(entity, made, old)
        if old is None or str(made[label]).casefold() != str(old[label]).casefold():
            others = self._books.holders(entity, str(made[label])) - {(entity.name, made["Id"])}
            if others:
                raise Refused("6240")
        if label == "DisplayName":
            made.setdefault("PrintOnCheckName", made[label])
            made.setdefault("CurrencyRef", self._books.currency)
        if entity.name in {"Customer", "Item", "Account"}:
            made["FullyQualifiedName"] = self._full_name(entity, made)
        if entity.name == "Item":
            self._item(made)
        self._number_addresses(made)
        return made

    def _go_inactive(self, entity: Entity, made: Record, old: Record | None) -> None:
        was, mark = old is None or old["Active"], " (deleted)"
        if not self._books.marks_inactive or bool(made["Active"]) == was:
            return
        name = str(made[entity.label]).removesuffix(mark)
        made[entity.label] = name if made["Active"] else name + mark

    def _full_name(self, entity: Entity, made: Record) -> str:
        parent = self._books.tables[entity.name].records.get(made.get("ParentRef", {}).get("value", ""))
        return f"{parent['FullyQualifiedName']}:{made[entity.label]}" if parent else str(made[entity.label])

    def _item(self, made: Record) -> None:
        needed = {
            "Inventory": ("IncomeAccountRef", "AssetAccountRef", "ExpenseAccountRef", "InvStartDate"),
            "Service": ("IncomeAccountRef",),
            "NonInventory": ("IncomeAccountRef",),
        }.get(made["Type"], ())
        for name in needed:
            if not made.get(name):
                raise Refused("2020", name)
        if made["Type"] == "Inventory":
            if made.get("QtyOnHand") is None:
                raise Refused("6520")
            if not made.get("TrackQtyOnHand"):
                raise Refused("2020", "TrackQtyOnHand")

    def _dated(self, entity: Entity, made: Record, sent: Record, old: Record | None, write: Write) -> Record:
        made.setdefault("TxnDate", self._books.moments.today())
        try:
            date.fromisoformat(str(made["TxnDate"]))
        except ValueError:
            raise Refused("2170", f"TxnDate {made['TxnDate']}") from None
        for one in filter(None, (old, made)):
            self._open(entity, one)
        made.setdefault("CurrencyRef", self._books.currency)
        if entity.name == "Payment":
            return self._payments.fit(made, old)
        self._number(entity, made, old, write)
        customer = self._books.tables["Customer"].records.get(made["CustomerRef"]["value"], {})
        for name in _ADDRESSES:
            if old is None and name in customer and name not in made:
                made[name] = {part: value for part, value in customer[name].items() if part != "Id"}
        if entity.name == "Invoice":
            made.setdefault("DueDate", made["TxnDate"])
            made.setdefault("LinkedTxn", [])
        self._number_addresses(made)
        return self._documents.total(entity, made, sent)

    def _number(self, entity: Entity, made: Record, old: Record | None, write: Write) -> None:
        """Where people give the numbers, none is used twice; else one that is missing is given."""
        asked = made.get("DocNumber")
        if not asked:
            if not self._books.own_numbers and old is None:
                made["DocNumber"] = self._books.next_document()
            return
        others = self._books.tables[entity.name].called(str(asked)) - {made["Id"]}
        if others and self._books.own_numbers and not write.duplicates and asked != (old or {}).get("DocNumber"):
            raise Refused("6140")

    def _number_addresses(self, made: Record) -> None:
        for name in _ADDRESSES:
            if isinstance(made.get(name), dict) and "Id" not in made[name]:
                made[name] = {"Id": self._books.next_address(), **made[name]}

    def _store(self, entity: Entity, made: Record, operation: str) -> Record:
        if entity.name != "Payment":
            return self._books.store(entity, made, operation)
        return self._payments.store(made, operation)


def _said(values: Record) -> Record:
    """Without what is empty, also in its objects: nothing empty is stored or told. An object with nothing but an id
    is empty."""
    said = {name: _said(value) if isinstance(value, dict) else value for name, value in values.items()}
    return {name: value for name, value in said.items() if value not in (None, "", {}) and not _only_id(value)}


def _only_id(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() == {"Id"}


def _id(ref: Any) -> str:
    return str(ref.get("value", "")) if isinstance(ref, dict) else ""


def _details(record: Record) -> list[Record]:
    return [detail for line in record.get("Line", ()) if (detail := line.get(line.get("DetailType", "")))]


def _nothing(line: Record) -> Record:
    kind = line.get("DetailType", "")
    detail = {name: 0 if name == "Qty" else value for name, value in (line.get(kind) or {}).items()}
    return {**line, "Amount": 0, **({kind: detail} if kind in line else {})}
