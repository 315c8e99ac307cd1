"""What an org holds: its modules, records, recycle bins and people. Everything under one lock."""

from __future__ import annotations

import itertools
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from tests.simulators.clock import Clock
from tests.simulators.zoho.moments import read_moment, text_of
from tests.simulators.zoho.problems import no_such_module
from tests.simulators.zoho.schema import Field, Module, fresh_modules

Record = dict[str, Any]
#: How long a record lies in the recycle bin, and how long the deleted list names one that is gone for good.
IN_BIN, IN_LIST = timedelta(days=60), timedelta(days=120)
_FIRST_ID = 554023000000002000


@dataclass
class Gone:
    """One entry of a module's deleted list."""

    id: str
    name: str
    kind: str
    at: str
    by: str
    created_by: str
    record: Record | None


class Table:
    """One module's records, with the orders and the lookups by value that are asked for."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.records: dict[str, Record] = {}
        self.gone: dict[str, Gone] = {}
        self.generation = 0
        self._orders: dict[str, tuple[int, list[tuple[str, str]]]] = {}
        self._by_value: dict[str, dict[str, set[str]]] = {}

    def put(self, record: Record) -> None:
        self.forget(record["id"])
        self.records[record["id"]] = record
        for name, index in self._by_value.items():
            index.setdefault(key_of(record.get(name)), set()).add(record["id"])
        self.generation += 1

    def forget(self, id: str) -> None:
        old = self.records.pop(id, None)
        if old is not None:
            for name, index in self._by_value.items():
                index[key_of(old.get(name))].discard(id)
            self.generation += 1

    def ordered(self, sort_by: str) -> list[tuple[str, str]]:
        """Every record as (its place in that order, id), rising."""
        known = self._orders.get(sort_by)
        if known is None or known[0] != self.generation:
            known = self.generation, sorted((str(r.get(sort_by, "")), id) for id, r in self.records.items())
            self._orders[sort_by] = known
        return known[1]

    def newer(self, sort_by: str, since: str) -> list[tuple[str, str]]:
        """The same of what was changed after a moment."""
        rows = self.ordered(sort_by)
        if not since:
            return rows
        if sort_by == "Modified_Time":
            return rows[bisect_right(rows, (since, "~")) :]
        return [row for row in rows if self.records[row[1]]["Modified_Time"] > since]

    def with_value(self, name: str, value: Any) -> list[str]:
        """Ids of the records with that value, the oldest first; capitals don't count."""
        index = self._by_value.get(name)
        if index is None:
            index = {}
            for id, record in self.records.items():
                index.setdefault(key_of(record.get(name)), set()).add(id)
            self._by_value[name] = index
        return sorted(index.get(key_of(value), ()))


def key_of(value: Any) -> str:
    return str(value).casefold() if value is not None else ""


@dataclass
class Org:
    """``generation`` moves with any change of anything: a rendered page holds names of other modules' records too.
    ``changed(module, operation, ids, names, who)`` is told of each change."""

    clock: Clock
    id: str = "60012345678"
    lock: threading.RLock = field(default_factory=threading.RLock)
    changed: list[Callable[[Module, str, list[str], list[str], str], None]] = field(default_factory=list)
    numbers: Iterator[str] = field(default_factory=lambda: map(str, itertools.count(_FIRST_ID, 7)))

    def __post_init__(self) -> None:
        self.modules = fresh_modules(self.numbers)
        self.tables = {name: Table(module) for name, module in self.modules.items()}
        self.profile, self.role = next(self.numbers), next(self.numbers)
        self.layouts = {name: next(self.numbers) for name in self.modules}
        #: Whose login the program has, and somebody else of the office.
        self.me, self.person = next(self.numbers), next(self.numbers)
        self.users = {
            self.me: ("Office Sync", "sync@example.com"),
            self.person: ("Patricia Boyle", "patricia@example.com"),
        }
        self.generation = 0
        self.written: dict[str, itertools.count[int]] = {name: itertools.count(1) for name in self.modules}

    def now(self) -> str:
        return text_of(self.clock())

    def table(self, name: str, wrapped: str = "") -> Table:
        """Raises the answer for a module that there isn't."""
        found = self.tables.get(name)
        if found is None or found.module.is_subform:
            raise no_such_module(wrapped)
        return found

    def user(self, id: str) -> Record:
        return {"name": self.users[id][0], "id": id}

    def name_of(self, module: str, id: str) -> str | None:
        """What a lookup shows; ``None`` when the record is gone."""
        table = self.tables.get(module)
        record = table.records.get(id) if table else None
        return str(record.get(table.module.label) or "") if table and record else None

    # --- changes -----------------------------------------------------------------------------------------------

    def store(self, table: Table, record: Record, operation: str, names: list[str]) -> None:
        table.put(record)
        self.generation += 1
        for tell in self.changed:
            tell(table.module, operation, [record["id"]], names, record["Modified_By"])

    def delete(self, table: Table, id: str, by: str) -> bool:
        """Into the recycle bin."""
        record = table.records.get(id)
        if record is None:
            return False
        table.forget(id)
        name = str(record.get(table.module.label) or "")
        table.gone[id] = Gone(id, name, "recycle", self.now(), by, record["Created_By"], record)
        self.generation += 1
        for tell in self.changed:
            tell(table.module, "delete", [id], [], by)
        return True

    def purge(self, table: Table, id: str) -> None:
        """Out of the recycle bin, for good."""
        gone = table.gone[id]
        gone.kind, gone.at, gone.record = "permanent", self.now(), None

    def restore(self, table: Table, id: str) -> None:
        """Back out of the recycle bin."""
        gone = table.gone.pop(id)
        if gone.record is None:
            raise KeyError(f"{id} is gone for good")
        self.store(table, {**gone.record, "Modified_Time": self.now(), "Modified_By": self.person}, "insert", [])

    def deleted(self, table: Table, kind: str, since: str) -> list[Gone]:
        """The deleted list, the oldest first, as it is now: what lay in the bin for long is gone for good."""
        for gone in [*table.gone.values()]:
            age = self.clock() - (read_moment(gone.at) or self.clock())
            if gone.kind == "recycle" and age > IN_BIN:
                gone.kind, gone.record = "permanent", None
            if age > IN_LIST:
                del table.gone[gone.id]
        found = [g for g in table.gone.values() if kind in {"all", g.kind} and g.at > since]
        return sorted(found, key=lambda gone: (gone.at, gone.id))

    def add_field(self, module: Module, made: Field) -> None:
        made.id = made.id or next(self.numbers)
        module.fields[made.name] = made
        self.generation += 1


def page_after(
    rows: list[tuple[str, str]], place: tuple[str, str] | None, size: int, falling: bool
) -> list[tuple[str, str]]:
    """The rows behind a place (from the start without one), in the order asked for."""
    if falling:
        end = len(rows) if place is None else bisect_left(rows, place)
        return rows[max(0, end - size) : end][::-1]
    start = 0 if place is None else bisect_right(rows, place)
    return rows[start : start + size]
