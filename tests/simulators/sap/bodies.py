"""What becomes of a body: what is known of it, what is ignored, and how its collections meet those that are there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.simulators.sap.company import Company
from tests.simulators.sap.problems import Refused
from tests.simulators.sap.schema import PARTS, Entity, Property
from tests.simulators.sap.values import Row, kept

#: Numbers of rows that the whole company counts; the others count in their record.
_COMPANY_WIDE = ("InternalCode", "AbsEntry", "CashFlowAssignmentsID")


class Bodies:
    def __init__(self, company: Company) -> None:
        self._company = company

    def read(self, entity: Entity, sent: Row, node: str = "") -> Row:
        """What was sent, as it is kept. What is read-only is left out without a word. Raises the refusal of a name that isn't
        known, or of a value that isn't possible."""
        return self._read(sent, self._company.properties(entity, node), entity.type, entity, entity.table, node)

    def _read(self, sent: Row, known: Mapping[str, Property], owner: str, entity: Entity, table: str, node: str) -> Row:
        read: Row = {}
        for name, value in sent.items():
            if name.startswith(("odata.", "__")) or "@" in name:
                continue
            one = known.get(name)
            if one is None:
                raise Refused(-1000, f"Property '{name}' of '{owner}' is invalid")
            if one.many:
                read[name] = self._lines(entity, one, value, node)
            elif one.read_only:
                continue
            elif one.group:
                read[name] = dict(value or {})
            else:
                read[name] = kept(one, value, owner)
                if name.startswith("U_"):
                    self._valid(table, name, read[name])
        return read

    def _lines(self, entity: Entity, one: Property, value: Any, node: str) -> list[Row]:
        if isinstance(value, dict):  # as the Gateway takes them
            value = value.get("results")
        if not isinstance(value, list) or not all(isinstance(line, dict) for line in value):
            raise Refused(-1000, f"Invalid value for property '{one.name}' of '{entity.type}'")
        known = self._company.part_properties(entity, one, node)
        return [self._read(line, known, one.kind, entity, "", node) for line in value]

    def _valid(self, table: str, name: str, value: Any) -> None:
        field = next((one for one in self._company.user_fields(table) if f"U_{one['Name']}" == name), None)
        choices = field["ValidValuesMD"] if field else []
        if choices and value not in {one["Value"] for one in choices}:
            told = ", ".join(f"'{one['Value']}' - '{one['Description']}'" for one in choices)
            raise Refused(-1004, f"'{value}' is not a valid value for property '{name}'. The valid values are: {told}")

    # --- records -------------------------------------------------------------------------------------------------------

    def fresh(self, entity: Entity, read: Row) -> Row:
        """A new record: whatever nobody said is null; user fields that must be filled have their default."""
        known = self._company.properties(entity)
        row: Row = {name: [] if one.many else {} if one.group else None for name, one in known.items()}
        for field in self._company.user_fields(entity.table) if entity.table else ():
            if field["Mandatory"] == "tYES":
                row[f"U_{field['Name']}"] = field["DefaultValue"]
        row |= {name: value for name, value in read.items() if not known[name].many}
        for name, one in known.items():
            if one.many:
                row[name] = self._joined(entity, one, [], read.get(name, []), replace=False)
        return row

    def merged(self, entity: Entity, old: Row, read: Row, replace: bool = False) -> Row:
        """Plain values are replaced; a collection's rows are met by their key, or replaced."""
        known = self._company.properties(entity)
        changes = {
            name: self._joined(entity, known[name], old[name], value, replace) if known[name].many else value
            for name, value in read.items()
            if not known[name].key
        }
        for name in changes:
            if known[name].group:
                changes[name] = {**(old.get(name) or {}), **read[name]}
        return {**old, **changes}

    def _joined(self, entity: Entity, one: Property, old: list[Row], sent: list[Row], replace: bool) -> list[Row]:
        """A row without a key that is there is a new one, behind the others."""
        key = PARTS[one.kind][0]
        there = {row[key]: row for row in old} if key else {}
        joined: list[Row] = [] if replace else [dict(row) for row in old]
        for row in sent:
            place = next((n for n, other in enumerate(joined) if key and row.get(key) == other[key] is not None), None)
            if place is not None:
                joined[place] |= row
            elif replace and row.get(key) in there:
                joined.append({**there[row[key]], **row})
            else:
                joined.append(self._new_line(entity, one, row, [*old, *joined]))
        return joined

    def _new_line(self, entity: Entity, one: Property, sent: Row, others: list[Row]) -> Row:
        known = self._company.part_properties(entity, one)
        key = PARTS[one.kind][0]
        row: Row = {**dict.fromkeys(known), **sent}
        if key and known[key].kind == "int" and key != "PriceList":
            taken = [other[key] for other in others if other[key] is not None]
            if key in _COMPANY_WIDE:
                row[key] = self._company.next_number(key)
            elif row[key] is None or row[key] in taken:
                row[key] = max(taken, default=-1) + 1
        return row
