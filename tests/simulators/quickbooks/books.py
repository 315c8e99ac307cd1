"""One company's books: its records, what is gone, and who owes what. Everything under one lock."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tests.simulators.clock import Clock
from tests.simulators.quickbooks.entities import ENTITIES, Entity
from tests.simulators.quickbooks.moments import Moments
from tests.simulators.quickbooks.problems import Refused

Record = dict[str, Any]
_LISTS = 30
CURRENCIES = {
    "US": {"value": "USD", "name": "United States Dollar"},
    "CA": {"value": "CAD", "name": "Canadian Dollar"},
    "GB": {"value": "GBP", "name": "British Pound Sterling"},
    "AU": {"value": "AUD", "name": "Australian Dollar"},
}
#: ``changed(entity, operation, id)``; the operations are the webhooks' own words.
Changed = Callable[[Entity, str, str], None]


class Table:
    """One entity's records, with the lists that were asked for, kept until something changes. ``gone``: id → moment."""

    def __init__(self, entity: Entity) -> None:
        self.entity = entity
        self.records: dict[str, Record] = {}
        self.gone: dict[str, str] = {}
        self._labels: dict[str, set[str]] = {}
        self._lists: dict[object, list[Record]] = {}

    def put(self, record: Record) -> None:
        self.forget(record["Id"])
        self.records[record["Id"]] = record
        self._labels.setdefault(self._label(record), set()).add(record["Id"])

    def forget(self, id: str) -> None:
        old = self.records.pop(id, None)
        if old is not None:
            self._labels[self._label(old)].discard(id)
        self._lists.clear()

    def called(self, name: str) -> set[str]:
        """Ids of the records with that name; capitals don't count."""
        return self._labels.get(name.casefold(), set())

    def listed(self, key: object, make: Callable[[], list[Record]]) -> list[Record]:
        if key not in self._lists:
            if len(self._lists) >= _LISTS:
                self._lists.clear()
            self._lists[key] = make()
        return self._lists[key]

    def _label(self, record: Record) -> str:
        return str(record.get(self.entity.label) or "").casefold()


@dataclass
class Books:
    """``closed_until``: a day, ``YYYY-MM-DD``; ``lapsed``: the subscription has ended; ``deposited``: ids of
    payments in a deposit. ``marks_inactive``: a deactivated name gets " (deleted)" behind it, as the vendor's own
    pages show it. ``nested``: a sparse update either replaces an object in an object (an address) or merges it; the
    vendor doesn't say."""

    clock: Clock
    country: str = "US"
    realm: str = "9130357849016276"
    closed_until: str = ""
    lapsed: bool = False
    marks_inactive: bool = False
    nested: str = "replace"
    person: str = "Patricia Boyle"
    deposited: set[str] = field(default_factory=set)
    lock: threading.RLock = field(default_factory=threading.RLock)
    changed: list[Changed] = field(default_factory=list)
    #: Id of an invoice → id of a payment → what that pays of it.
    applied: dict[str, dict[str, Decimal]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.moments = Moments(self.clock)
        self.tables = {name: Table(entity) for name, entity in ENTITIES.items()}
        self._numbers = {entity.ids: itertools.count(1) for entity in ENTITIES.values()}
        self._documents, self._addresses = itertools.count(1001), itertools.count(900_001)

    # --- reading -----------------------------------------------------------------------------------------------

    def record(self, entity: Entity, id: str, unseen: Container[tuple[str, str]] = ()) -> Record:
        """Raises the fault for one that there isn't, or that may not be seen yet."""
        found = self.tables[entity.name].records.get(id)
        if found is None or (entity.name, id) in unseen:
            raise Refused("610")
        return found

    def told(self, entity: Entity, record: Record) -> Record:
        """As the API tells it: with the names of what it refers to."""
        refs = [name for name in entity.refs if name in record]
        if not refs and not entity.line_refs:
            return record
        told = {**record, **{name: self._named(entity.refs[name], record[name]) for name in refs}}
        if entity.line_refs and "Line" in record:
            told["Line"] = [self._line(entity, line) for line in record["Line"]]
        return told

    def _line(self, entity: Entity, line: Record) -> Record:
        kind = line.get("DetailType", "")
        detail = line.get(kind)
        if not detail:
            return line
        named = {
            name: self._named(of, detail[name])
            for name, of in entity.line_refs.items()
            if name in detail and of != "TaxCode"
        }
        return {**line, kind: {**detail, **named}}

    def _named(self, entity: str, ref: Record) -> Record:
        table = self.tables[entity]
        record = table.records.get(ref["value"])
        return ref if record is None else {"value": ref["value"], "name": record.get(table.entity.label, "")}

    def holders(self, entity: Entity, name: str) -> set[tuple[str, str]]:
        """Who has that name, of all that may not have the same."""
        same = [table for table in self.tables.values() if entity.unique and table.entity.unique == entity.unique]
        return {(table.entity.name, id) for table in same for id in table.called(name)}

    @property
    def currency(self) -> Record:
        return CURRENCIES.get(self.country, CURRENCIES["US"])

    @property
    def own_numbers(self) -> bool:
        """Whether documents' numbers are given by people."""
        (preferences,) = self.tables["Preferences"].records.values()
        return bool(preferences["SalesFormsPrefs"]["CustomTxnNumbers"])

    @own_numbers.setter
    def own_numbers(self, own: bool) -> None:
        (preferences,) = self.tables["Preferences"].records.values()
        forms = {**preferences["SalesFormsPrefs"], "CustomTxnNumbers": own}
        self.tables["Preferences"].put({**preferences, "SalesFormsPrefs": forms})

    # --- changes -----------------------------------------------------------------------------------------------

    def next_id(self, entity: Entity) -> str:
        return str(next(self._numbers[entity.ids]))

    def next_document(self) -> str:
        return str(next(self._documents))

    def next_address(self) -> str:
        return str(next(self._addresses))

    def store(self, entity: Entity, record: Record, operation: str) -> Record:
        """With the next SyncToken and the time; whoever listens is told."""
        table, now = self.tables[entity.name], self.moments.now()
        old = table.records.get(record["Id"])
        token = str(int(old["SyncToken"]) + 1) if old else "0"
        created = old["MetaData"]["CreateTime"] if old else now
        times = {"CreateTime": created, "LastUpdatedTime": now}
        made = {**record, "domain": "QBO", "sparse": False, "SyncToken": token, "MetaData": times}
        table.put(made)
        table.gone.pop(made["Id"], None)
        self._owe(entity, old, made)
        self._tell(entity, operation, made["Id"])
        return made

    def remove(self, entity: Entity, id: str, operation: str = "Delete") -> Record:
        table = self.tables[entity.name]
        old = table.records[id]
        table.forget(id)
        table.gone[id] = self.moments.now()
        self._owe(entity, old, None)
        self._tell(entity, operation, id)
        return old

    def _tell(self, entity: Entity, operation: str, id: str) -> None:
        for tell in self.changed:
            tell(entity, operation, id)

    def _owe(self, entity: Entity, old: Record | None, new: Record | None) -> None:
        """A customer's balance follows the documents; the customer's SyncToken and time don't."""
        customers, credit = self.tables["Customer"], entity.name == "CreditMemo"
        for record, sign in ((old, -1), (new, 1)):
            customer = customers.records.get((record or {}).get("CustomerRef", {}).get("value", ""))
            if record is None or customer is None:
                continue
            left = decimal(record.get("Balance", 0))
            owed = (-left if credit else left) - decimal(record.get("UnappliedAmt", 0))
            if owed:
                balance = number(decimal(customer["Balance"]) + sign * owed)
                customers.put({**customer, "Balance": balance, "BalanceWithJobs": balance})


def decimal(value: Any) -> Decimal:
    return Decimal(str(value))


def number(value: Decimal) -> int | float:
    """As JSON has it: whole ones without a point."""
    return int(value) if value == value.to_integral_value() else float(value)
