"""One company's data: its tables, its clock, and who is told of a change. Everything under one lock."""

from __future__ import annotations

import hashlib
import itertools
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Any

from tests.simulators.clock import Clock
from tests.simulators.sap.problems import Refused
from tests.simulators.sap.schema import (
    ENTITIES,
    LINE_TABLES,
    PART_PROPERTIES,
    SHARED_TABLES,
    Entity,
    Property,
    user_property,
)
from tests.simulators.sap.values import Row

Key = str | int | tuple[Any, ...]
#: ``changed(entity, operation, key)``; the operations are the webhooks' own words.
Changed = Callable[[Entity, str, Key], None]
#: What a partner has built in: the text it refuses a row with, or nothing.
Rule = Callable[[Entity, Row], str]
INDIA = timezone(timedelta(hours=5, minutes=30))


class Table:
    """An entity set's rows by their keys. ``versions`` is what the ETags come from."""

    def __init__(self, entity: Entity) -> None:
        self.entity = entity
        self.rows: dict[Key, Row] = {}
        self.versions: dict[Key, int] = {}
        self._sorted: list[Key] | None = None

    def key_of(self, row: Row) -> Key:
        keys = tuple(row[one.name] for one in self.entity.keys)
        return keys if len(keys) > 1 else keys[0]

    def put(self, row: Row) -> Key:
        key = self.key_of(row)
        if key not in self.rows:
            self._sorted = None
        self.rows[key] = row
        self.versions[key] = self.versions.get(key, 0) + 1
        return key

    def forget(self, key: Key) -> None:
        del self.rows[key]
        self._sorted = None

    @property
    def keys(self) -> list[Key]:
        """In their order."""
        if self._sorted is None:
            self._sorted = sorted(self.rows)
        return self._sorted


@dataclass
class Company:
    """``.now`` is the server's own wall clock, which the stamps have. What sites differ in: ``case_sensitive`` compares (HANA);
    ``stamps_new``: a new row has UpdateDate, too; ``settling_stamps``: a payment moves its invoice's; ``series``: number of
    a series → pattern of its codes; ``approval``: entity sets whose new documents become drafts; ``rules``: a partner's own;
    ``denied``: user → entity sets; ``tax_needed``: on each line; ``etags``: an old release has none; ``filler``: types that
    only make $metadata longer, 500 are 2 MB; ``lag``: seconds until other nodes know a user field."""

    clock: Clock
    name: str = "SBODEMOIN"
    version: str = "1000340"
    zone: tzinfo = INDIA
    case_sensitive: bool = True
    stamps_new: bool = True
    settling_stamps: bool = False
    approval: set[str] = field(default_factory=set)
    rules: list[Rule] = field(default_factory=list)
    denied: dict[str, set[str]] = field(default_factory=dict)
    series: dict[tuple[str, int], str] = field(
        default_factory=lambda: {("BusinessPartners", 71): "C{:05}", ("Items", 72): "I{:05}"}
    )
    tax_needed: bool = False
    etags: bool = True
    local_currency: str = "INR"
    filler: int = 0
    lag: float = 0.0
    lock: threading.RLock = field(default_factory=threading.RLock)
    changed: list[Changed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tables = {name: Table(entity) for name, entity in ENTITIES.items()}
        #: Counts changes of user fields.
        self.fields_changed = 0
        self._counts: dict[str, itertools.count[int]] = {}
        #: User field → (the node that made it, when it was made).
        self._made_at: dict[Key, tuple[str, float]] = {}

    @property
    def now(self) -> datetime:
        return self.clock().astimezone(self.zone).replace(tzinfo=None)

    @property
    def today(self) -> str:
        return self.now.date().isoformat()

    def next_number(self, what: str, first: int = 1) -> int:
        return next(self._counts.setdefault(what, itertools.count(first)))

    def rows(self, name: str) -> list[Row]:
        """In the keys' order."""
        table = self.tables[name]
        return [table.rows[key] for key in table.keys]

    def row(self, entity: Entity, key: Key, text: str = "") -> Row:
        """Raises the refusal for one that there isn't."""
        found = self.tables[entity.set].rows.get(key)
        if found is None:
            raise Refused(-2028, text)
        return found

    def etag(self, entity: Entity, key: Key) -> str:
        """Nothing for entities that have none. Two rows that were changed equally often have the same."""
        return _etag(self.tables[entity.set].versions[key]) if entity.marked and self.etags else ""

    # --- changes -------------------------------------------------------------------------------------------------------

    def store(self, entity: Entity, row: Row, operation: str) -> Key:
        """With its stamps; whoever listens is told."""
        table, now = self.tables[entity.set], self.now
        day, time = now.date().isoformat(), now.time().isoformat("seconds")
        old = table.rows.get(table.key_of(row))
        for name, value in ((entity.created, day), ("CreateTime", time), ("DocTime", time)):
            if old is None and name in entity.properties:
                row[name] = value
        if entity.stamped:
            stamped = old is not None or self.stamps_new
            row |= {"UpdateDate": day if stamped else None, "UpdateTime": time if stamped else None}
        key = table.put(row)
        if "DataVersion" in entity.properties:
            row["DataVersion"] = table.versions[key]
        self.tell(entity, operation, key)
        return key

    def settle(self, entity: Entity, key: Key, **figures: Any) -> None:
        """What the system works out by itself: no stamp moves, and no ETag."""
        rows = self.tables[entity.set].rows
        rows[key] = {**rows[key], **figures}

    def remove(self, entity: Entity, key: Key) -> None:
        self.tables[entity.set].forget(key)
        self.tell(entity, "Deleted", key)

    def tell(self, entity: Entity, operation: str, key: Key) -> None:
        for tell in self.changed:
            tell(entity, operation, key)

    # --- user fields ---------------------------------------------------------------------------------------------------

    def properties(self, entity: Entity, node: str = "") -> dict[str, Property]:
        """The entity's own and its user fields, those that the node knows of."""
        return self._with_fields(entity.properties, entity.table, node)

    def part_properties(self, entity: Entity, collection: Property, node: str = "") -> dict[str, Property]:
        table = LINE_TABLES.get((entity.set, collection.name), "")
        return self._with_fields(PART_PROPERTIES[collection.kind], table, node)

    def _with_fields(self, own: dict[str, Property], table: str, node: str) -> dict[str, Property]:
        fields = self.user_fields(table, node) if table else []
        return own | {one.name: one for one in map(user_property, fields)} if fields else own

    def user_fields(self, table: str, node: str = "") -> list[Row]:
        """Rows of UserFieldsMD. All of them when no node is named."""
        found = self.tables["UserFieldsMD"].rows
        return [row for key, row in found.items() if row["TableName"] == table and (not node or self._knows(node, key))]

    def _knows(self, node: str, key: Key) -> bool:
        maker, at = self._made_at[key]
        return not maker or maker == node or self.clock.seconds() - at >= self.lag

    def add_user_field(self, row: Row, node: str = "") -> Key:
        """On all tables that share it; existing rows get its default when it is mandatory. The key on its own table."""
        self.fields_changed += 1
        made: dict[str, Key] = {}
        value = row["DefaultValue"] if row["Mandatory"] == "tYES" else None
        for table in _sharing(row["TableName"]):
            number = self.next_number(f"field {table}", 0)
            made[table] = key = self.tables["UserFieldsMD"].put({**row, "TableName": table, "FieldID": number})
            self._made_at[key] = node, self.clock.seconds()
            self._each(table, lambda one: {**one, f"U_{row['Name']}": value})
        return made[row["TableName"]]

    def drop_user_field(self, row: Row) -> None:
        """From all tables that share it, with what was in it."""
        self.fields_changed += 1
        fields, name = self.tables["UserFieldsMD"], f"U_{row['Name']}"
        for table in _sharing(row["TableName"]):
            for key in [
                key for key, one in fields.rows.items() if (one["TableName"], one["Name"]) == (table, row["Name"])
            ]:
                fields.forget(key)
            self._each(table, lambda one: {field: value for field, value in one.items() if field != name})

    def _each(self, table: str, change: Callable[[Row], Row]) -> None:
        """Every row of a table of the database, be it an entity's or inside one."""
        for one in self.tables.values():
            if one.entity.table == table:
                one.rows.update({key: change(row) for key, row in one.rows.items()})
        for (set, collection), of in LINE_TABLES.items():
            if of == table:
                for key, row in self.tables[set].rows.items():
                    self.tables[set].rows[key] = {**row, collection: [change(line) for line in row[collection]]}


def _sharing(table: str) -> Sequence[str]:
    return next((tables for tables in SHARED_TABLES if table in tables), (table,))


@lru_cache(maxsize=4096)
def _etag(version: int) -> str:
    return f'W/"{hashlib.sha1(str(version).encode()).hexdigest().upper()}"'
