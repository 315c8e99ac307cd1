"""Which of the hub's records a row of a file is about (contract: Matching): by our id, by the identifying fields, else by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from app.db.imports import by_name, numberless
from app.db.merge import MergeStore
from app.db.records.reading import Labels, labels_of
from app.db.shapes import HubRow
from app.model.entities import EntitySpec
from app.model.folding import fold, fold_name
from app.model.ids import is_id
from app.model.values import FieldType
from app.services.importing import views as v
from app.sheets.columns import ID
from app.sheets.gather import Draft

#: What a paper without a number is known by.
_NUMBERLESS = ("date", "customer", "amount", "instrument_number")


@dataclass(frozen=True, slots=True)
class Match:
    """``hub`` where the record is known; ``doubt`` where it can't be said which one of the ``candidates`` it is, if any
    (``may_be_new``); ``fault`` where the id is wrong."""

    hub: HubRow | None = None
    by: tuple[str, ...] = ()
    doubt: str = ""
    fault: str = ""
    candidates: tuple[HubRow, ...] = ()
    may_be_new: bool = True


_NEW = Match()


class Matcher:
    """For one file: it also knows what earlier rows were about."""

    def __init__(self, store: MergeStore, spec: EntitySpec, decided: Mapping[int, str]) -> None:
        """``decided``: by the number of its first row, what a person says of a doubtful one."""
        self._store = store
        self._spec = spec
        self._decided = decided
        self._found: set[str] = set()
        self._keys: set[tuple[str, ...]] = set()
        self._names: dict[str, bool] = {}  # to whether the row had identifying fields
        self._by_key: Mapping[str, Sequence[str]] = {}
        self._by_name: dict[str, list[tuple[str, str]]] = {}
        self._rows: dict[str, HubRow] = {}
        self.labels: Labels = {}

    def match(self, conn: Connection, drafts: Sequence[Draft]) -> list[Match]:
        """A match for each; a fixed number of queries for all. ``labels`` has then what the records found refer to."""
        self._load(conn, drafts)
        return [self._once(one, self._one(one)) for one in drafts]

    def _load(self, conn: Connection, drafts: Sequence[Draft]) -> None:
        spec = self._spec
        open_ = [one for one in drafts if not one.id]
        self._by_key = {}
        if len(spec.match_on) == 1:
            wanted = {str(one.values[spec.match_on[0]]) for one in open_ if self._key(one)}
            self._by_key = {
                fold(value): ids
                for value, ids in self._store.by_field(conn, spec.name, spec.match_on[0], wanted).items()
            }
        self._by_name = by_name(conn, spec.name, {name for one in open_ if (name := self._name(one))})
        days = {one.values["date"] for one in open_ if self._name(one) == ""}
        if days:
            self._by_name[""] = numberless(conn, spec.name, days)
        ids = {one.id for one in drafts if is_id(one.id)}
        ids |= {record_id for found in self._by_key.values() for record_id in found}
        ids |= {record_id for found in self._by_name.values() for record_id, _ in found}
        self._rows = self._store.hub_rows(conn, spec.name, sorted(ids))
        self.labels = labels_of(conn, self._references())

    def _references(self) -> dict[str, set[str]]:
        wanted: dict[str, set[str]] = {}
        for hub in self._rows.values():
            for entity, record_id in references(self._spec, hub.values):
                wanted.setdefault(entity, set()).add(record_id)
        return wanted

    def _key(self, one: Draft) -> tuple[str, ...] | None:
        """The folded identifying fields, if none is empty; of a paper without a number what else it is known by."""
        spec, values = self._spec, one.values
        if spec.is_document and not values.get("number"):
            known = [str(values.get(name) or "") for name in _NUMBERLESS]
            return tuple(map(fold, known)) if all(known[:3]) else None
        parts = tuple(fold(str(values.get(name) or "")) for name in spec.match_on)
        return parts if parts and all(parts) else None

    def _name(self, one: Draft) -> str | None:
        """The folded name to look for; an empty one where papers have no number."""
        label = one.values.get(self._spec.label_field)
        if label:
            return fold_name(label)
        return "" if self._spec.is_document and self._key(one) else None

    def _one(self, one: Draft) -> Match:
        if one.id:
            hub = self._rows.get(one.id)
            if hub is None:
                return Match(fault=v.NO_SUCH_ID)
            return Match(fault=v.IS_DELETED) if hub.deleted_at else Match(hub, (ID,))
        return self._document(one) if self._spec.is_document else self._master(one)

    def _master(self, one: Draft) -> Match:
        key, on = self._key(one), self._spec.match_on
        if key and (ids := self._by_key.get(key[0], ())):
            found = tuple(self._rows[one_id] for one_id in ids)
            return Match(found[0], on) if len(ids) == 1 else Match(doubt=v.SEVERAL_KEY, candidates=found)
        alike = [hub for hub in self._called(one) if self._could_be(one, hub)]
        if len(alike) > 1:
            return Match(doubt=v.SEVERAL_NAME, candidates=tuple(alike))
        if not alike:
            return _NEW
        if key and any(alike[0].values.get(name) for name in on):
            return Match(doubt=v.OTHER_KEY, candidates=tuple(alike))
        return Match(alike[0], (self._spec.label_field,))

    def _called(self, one: Draft) -> list[HubRow]:
        name = self._name(one)
        return [self._rows[record_id] for record_id, _ in self._by_name.get(name, ())] if name is not None else []

    def _could_be(self, one: Draft, hub: HubRow) -> bool:
        """A surname or a deal's title says little: first name and customer, where both sides have one, must fit."""
        for name in ("first_name", "customer"):
            ours, theirs = hub.values.get(name), one.values.get(name)
            if name in self._spec.field and ours and theirs and not self._same(name, ours, theirs):
                return False
        return True

    def _same(self, name: str, ours: str, theirs: str) -> bool:
        field = self._spec.field[name]
        if field.type is not FieldType.LOOKUP or field.lookup is None:
            return fold(ours) == fold(theirs)
        return ours == theirs or fold_name(self.labels.get((field.lookup, ours)) or "") == fold_name(theirs)

    def _document(self, one: Draft) -> Match:
        values = one.values
        on = self._spec.match_on if values.get("number") else _NUMBERLESS
        same = [
            hub for hub in self._called(one) if all(self._equal(hub, one, name) for name in on if name != "customer")
        ]
        if not same:
            return _NEW
        sure = [hub for hub in same if self._equal(hub, one, "customer")]
        if len(sure) == 1:
            return Match(sure[0], tuple(on))
        return Match(doubt=v.SEVERAL_KEY if sure else v.OTHER_CUSTOMER, candidates=tuple(sure or same))

    def _equal(self, hub: HubRow, one: Draft, name: str) -> bool:
        ours, theirs = hub.values.get(name) or "", one.values.get(name) or ""
        return bool(ours) == bool(theirs) and (not ours or self._same(name, ours, theirs))

    def _once(self, one: Draft, found: Match) -> Match:
        """Two rows of a file never write the same record."""
        choice = self._decided.get(one.rows[0]) if found.doubt else None
        if choice == v.DECIDED_NEW:
            return _NEW
        if choice is not None:
            found = next((Match(hub) for hub in found.candidates if hub.id == choice), found)
        if found.doubt or found.fault:
            return found
        if found.hub is not None:
            twice = found.hub.id in self._found
            self._found.add(found.hub.id)
            return Match(doubt=v.TWICE, may_be_new=False) if twice else found
        key, name = self._key(one), self._name(one)
        twice = key is not None and key in self._keys
        if name and not self._spec.is_document:
            whole = fold(" ".join(str(one.values.get(part) or "") for part in ("first_name", "customer"))) + name
            had_key = self._names.get(whole)
            twice = twice or (had_key is not None and not (had_key and key))
            self._names[whole] = key is not None
        if key is not None:
            self._keys.add(key)
        if twice and self._decided.get(one.rows[0]) == v.DECIDED_NEW:
            return found
        return Match(doubt=v.TWICE) if twice else found


def references(spec: EntitySpec, values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """``(entity, id)`` of all that a record's values refer to, its lines' included."""
    found: list[tuple[str | None, Any]] = [
        (field.lookup, values.get(field.name)) for field in spec.scalar_fields if field.lookup
    ]
    for group in spec.line_fields:
        lookups = [child for child in group.children if child.lookup]
        found += [(child.lookup, line.get(child.name)) for line in values.get(group.name) or () for child in lookups]
    return [(entity, record_id) for entity, record_id in found if entity and record_id]
