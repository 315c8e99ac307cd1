"""Writing to Zoho (docs/protocols/zoho.md: Writing): only changed fields that can be written, no workflow set off, nothing
written over what changed since.

New records of one module go in one call, changes that stand on one version, too; each answer tells of each record. What is not told
of an answer is read back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from app.connectors.base import WriteKind, WriteOp, Written, stopped
from app.connectors.http.answers import Answer
from app.connectors.zoho import items
from app.connectors.zoho.client import Zoho
from app.connectors.zoho.errors import of_item
from app.connectors.zoho.metadata import FieldInfo
from app.connectors.zoho.modules import Module
from app.connectors.zoho.outcomes import gone, moved, not_told, told_of
from app.connectors.zoho.reading import MOST_IDS, ROWS, Listed, Lister, rows_of
from app.connectors.zoho.records import MODIFIED, ORDER_DATE, SUMS, UNSETTLED, Row, decimal, moment, sweep_key
from app.connectors.zoho.values import to_json
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.errors import (
    Cancelled,
    ConnectorError,
    Gone,
    NameTaken,
    Rejected,
    Stale,
    UnknownOutcome,
)
from app.model.records import RemoteFields, RemoteRecord

#: Records that one call takes.
LOT = 100
_FULL, _FIRST, _LAST = "Full_Name", "First_Name", "Last_Name"
_BY = "Modified_By"
_TOTAL, _ADJUSTMENT = "Grand_Total", "Adjustment"
#: Of an answer that was lost: the clocks of Zoho and of this computer may differ by so much.
_SLACK = timedelta(minutes=5)
Outcome = Written | ConnectorError


@dataclass(frozen=True)
class _Ready:
    """An op and the row that Zoho is sent. ``evened``: its total was looked after."""

    at: int
    op: WriteOp
    row: Mapping[str, Any]
    evened: bool = False


class Writer:
    """Of one module. ``hub_key``: the field with our id, empty for none."""

    def __init__(
        self, zoho: Zoho, module: Module, infos: Mapping[str, FieldInfo], hub_key: str, lister: Lister, zone: Any
    ) -> None:
        self._zoho = zoho
        self._module = module
        self._infos = infos
        self._hub_key = hub_key if hub_key in infos else ""
        self._lister = lister
        self._zone = zone
        self._titles = {name: info.title for name, info in infos.items()}

    def write_many(self, ops: Sequence[WriteOp], cancel: CancelToken) -> list[Outcome]:
        """As :meth:`app.connectors.base.Connector.write_many`."""
        outcomes: list[Outcome | None] = [None] * len(ops)
        trouble: ConnectorError | None = None
        for group in self._groups(ops, outcomes):
            if trouble is None:
                try:
                    self._send(group, outcomes, cancel)
                    continue
                except (Rejected, Stale, Gone, UnknownOutcome) as error:
                    for one in group:
                        outcomes[one.at] = outcomes[one.at] or error
                    continue
                except (ConnectorError, Cancelled) as error:
                    if not any(isinstance(one, Written | UnknownOutcome) for one in outcomes):
                        raise
                    trouble = stopped(error) if isinstance(error, Cancelled) else error
            for one in group:
                outcomes[one.at] = outcomes[one.at] or trouble
        return [one if one is not None else not_told() for one in outcomes]

    # --- what is sent -------------------------------------------------------------------------------------------

    def _groups(self, ops: Sequence[WriteOp], outcomes: list[Outcome | None]) -> list[list[_Ready]]:
        """What may go in one call together; what can't be sent at all has its outcome."""
        groups: dict[tuple[WriteKind, str | None], list[_Ready]] = defaultdict(list)
        for at, op in enumerate(ops):
            if op.kind is not WriteKind.CREATE and (op.expected_version or UNSETTLED).endswith(UNSETTLED):
                # What was written later in that second bears the same version, and would be written over; so would what
                # nobody knows the version of.
                outcomes[at] = moved()
                continue
            try:
                row = self._row(op) if op.kind is not WriteKind.DELETE else {"id": op.remote_id}
                if op.kind is WriteKind.UPDATE and row.keys() == {"id"}:
                    outcomes[at] = self._as_it_is(op)
                    continue
            except (Rejected, Stale, Gone) as error:
                outcomes[at] = error
                continue
            groups[op.kind, op.expected_version if op.kind is WriteKind.UPDATE else None].append(_Ready(at, op, row))
        made = []
        for (kind, _), group in groups.items():
            most = MOST_IDS if kind is WriteKind.DELETE else LOT
            made += [group[start : start + most] for start in range(0, len(group), most)]
        return made

    def _row(self, op: WriteOp) -> Mapping[str, Any]:
        row: dict[str, Any] = {}
        fields = dict(op.fields)
        if _FULL in fields:
            row |= self._name(op, fields.pop(_FULL))
        if self._module.items:
            row |= self._lines(op, fields)
        for name, value in fields.items():
            info = self._infos.get(name)
            if info is None and name not in _OURS:
                raise Rejected(
                    f"The field {name} is no longer in Zoho's {self._module.title}. Nothing of this record was sent.",
                    field=name,
                    hint="Take it out of the mapping, or map another field.",
                )
            if info is not None and not info.readonly and info.data_type != "subform":
                row[name] = to_json(value, info, self._zone)
        if op.kind is WriteKind.CREATE:
            if self._hub_key:
                row[self._hub_key] = op.hub_key
            return {name: value for name, value in row.items() if value is not None}
        return {"id": op.remote_id, **row}

    def _name(self, op: WriteOp, value: Any) -> Mapping[str, Any]:
        """Zoho puts a person's name together itself: a whole name stands in the last name, behind a first name that it begins
        with."""
        whole, first = str(value or "").strip(), ""
        if op.kind is WriteKind.UPDATE:
            found = self._lister.by_ids([str(op.remote_id)], (_FIRST, MODIFIED))
            if not found:
                raise gone()
            first = str(found[0].get(_FIRST) or "").strip()
        begins = bool(first) and whole.startswith(f"{first} ")
        last = whole.removeprefix(f"{first} ") if begins else whole
        row: dict[str, Any] = {_LAST: to_json(last, replace(self._infos[_LAST], title="Name"))}
        return row if begins or op.kind is WriteKind.CREATE else {_FIRST: None, **row}

    def _lines(self, op: WriteOp, fields: dict[str, Any]) -> Mapping[str, Any]:
        """The lines and the adjustment, taken out of ``fields``."""
        name = self._module.items or ""
        total = fields.pop(_TOTAL, None)
        wanted = fields.pop(name, None)
        if wanted is None and total is None:
            return {}
        there = self._there(op) if op.kind is WriteKind.UPDATE else {}
        present = list(there.get(name) or ())
        row: dict[str, Any] = {}
        rows = items.kept(present)
        if wanted is not None:
            rows = row[name] = items.to_items(wanted, present)
        if total is None and self._hub_key and there.get(self._hub_key):
            total = op.whole.get(_TOTAL)  # we made it: its total stays ours
        if total is not None and _ADJUSTMENT in self._infos:
            row[_ADJUSTMENT] = float(items.adjustment(Decimal(str(total)), rows, present))
        return row

    def _as_it_is(self, op: WriteOp) -> Written:
        """Nothing of a change can be written to Zoho: what it shows there goes on being what it shows."""
        for record, row in self._lister.records([str(op.remote_id)]):
            if row.get(MODIFIED) != op.expected_version:
                raise moved()
            return Written(record)
        raise gone()

    def _there(self, op: WriteOp) -> Row:
        """The document as it is, with its lines."""
        found = self._lister.alone(str(op.remote_id))
        if found is None:
            raise gone()
        row, _ = found
        if row.get(MODIFIED) != op.expected_version:
            raise moved()
        return row

    # --- sending ------------------------------------------------------------------------------------------------

    def _send(self, group: Sequence[_Ready], outcomes: list[Outcome | None], cancel: CancelToken) -> None:
        send = {WriteKind.CREATE: self._create, WriteKind.UPDATE: self._update, WriteKind.DELETE: self._delete}
        try:
            send[group[0].op.kind](group, outcomes, cancel)
        except (Rejected, Stale, Gone):
            if len(group) == 1:
                raise
            # The answer is for all, and not all are at fault: each by itself.
            for one in group:
                if outcomes[one.at] is None:
                    try:
                        self._send([one], outcomes, cancel)
                    except (Rejected, Stale, Gone, UnknownOutcome) as error:
                        outcomes[one.at] = error

    def _create(self, group: Sequence[_Ready], outcomes: list[Outcome | None], cancel: CancelToken) -> None:
        if not self._hub_key:
            group = [one for one in group if not self._is_taken(one, outcomes, cancel)]
        if not group:
            return
        body: dict[str, Any] = {"data": [one.row for one in group], "trigger": []}
        path = self._module.name
        if self._hub_key and self._is_alone_unique:
            # Safe to be sent twice. Where another field is unique, too, an upsert would write over whoever has its value.
            path, body["duplicate_check_fields"] = f"{path}/upsert", [self._hub_key]
        self._conclude(group, self._zoho.post(path, body, cancel, records=len(group)), outcomes, cancel)

    @property
    def _is_alone_unique(self) -> bool:
        return all(not info.unique or name == self._hub_key for name, info in self._infos.items())

    def _is_taken(self, one: _Ready, outcomes: list[Outcome | None], cancel: CancelToken) -> bool:
        """Without a field for our id only its natural key tells a record from another: none is made beside one that has it."""
        key = self._module.natural_key
        value = one.row.get(key)
        found = self._query((key,), f"{key} = {_quoted(value)}", cancel).rows if value else ()
        if found:
            outcomes[one.at] = NameTaken(
                f"Zoho has a record with “{value}” already.",
                remote_id=str(found[0]["id"]) if len(found) == 1 else None,
                hint="Link the two if they are the same, else give one another name.",
            )
        return bool(found)

    def _update(self, group: Sequence[_Ready], outcomes: list[Outcome | None], cancel: CancelToken) -> None:
        headers = {"If-Unmodified-Since": str(group[0].op.expected_version)}
        body = {"data": [one.row for one in group], "trigger": []}
        path = self._module.name if len(group) > 1 else f"{self._module.name}/{group[0].op.remote_id}"
        answer = self._zoho.put(path, body, cancel, headers=headers, records=len(group))
        self._conclude(group, answer, outcomes, cancel)

    def _delete(self, group: Sequence[_Ready], outcomes: list[Outcome | None], cancel: CancelToken) -> None:
        """Zoho deletes whatever the version: it is looked at just before."""
        there = {
            str(row["id"]): row for row in self._lister.by_ids([str(one.op.remote_id) for one in group], (MODIFIED,))
        }
        left = []
        for one in group:
            row = there.get(str(one.op.remote_id))
            if row is None:
                outcomes[one.at] = gone()
            elif row.get(MODIFIED) != one.op.expected_version:
                outcomes[one.at] = Stale(
                    "Somebody changed this record in Zoho in the meantime; it was not deleted.",
                    hint="The next sync reads it and then decides, or asks.",
                )
            else:
                left.append(one)
        if left:
            asked = {"ids": ",".join(str(one.op.remote_id) for one in left)}
            answer = self._zoho.delete(self._module.name, asked, cancel)
            for one, told in zip(left, told_of(answer, len(left)), strict=True):
                done = told.get("code") == "SUCCESS"
                outcomes[one.at] = Written(None) if done else self._refused(one, told)

    # --- what came of it -----------------------------------------------------------------------------------------

    def _conclude(
        self, group: Sequence[_Ready], answer: Answer, outcomes: list[Outcome | None], cancel: CancelToken
    ) -> None:
        done: list[tuple[_Ready, Row]] = []
        for one, told in zip(group, told_of(answer, len(group)), strict=True):
            details = told.get("details")
            if told.get("code") == "SUCCESS" and isinstance(details, Mapping) and details.get("id"):
                done.append((one, details))
                outcomes[one.at] = self._as_sent(one, details)
            else:
                outcomes[one.at] = self._refused(one, told)
        try:
            self._read_back(done, outcomes, cancel)
        except (ConnectorError, Cancelled):
            return  # what was written stands; how it reads now comes with the next pull

    def _refused(self, one: _Ready, told: Row) -> ConnectorError:
        creating = one.op.kind is WriteKind.CREATE
        return of_item(told, module=self._module.name, creating=creating, titles=self._titles)

    def _as_sent(self, one: _Ready, details: Row) -> Written:
        """As far as the answer tells. Its version bears the mark: it was not read."""
        modified = str(details.get(MODIFIED) or "")
        at = moment(modified)
        record = RemoteRecord(
            self._module.name,
            str(details["id"]),
            modified + UNSETTLED,
            dict(one.op.whole),
            key=str(details["id"]),
            label=one.op.label,
            modified_at=None if at is None else stamp(at),
            sweep_key=sweep_key(details["id"]),
            hub_key=one.op.hub_key if self._hub_key and one.op.kind is WriteKind.CREATE else None,
        )
        return Written(record, exact=False)

    def _read_back(
        self, done: Sequence[tuple[_Ready, Row]], outcomes: list[Outcome | None], cancel: CancelToken
    ) -> None:
        sent = {str(told["id"]): (one, told) for one, told in done}
        for record, row in self._lister.records(list(sent), (_BY,)):
            one, told = sent[record.id]
            # Within one second only the name tells whether somebody else wrote since.
            ours = row.get(MODIFIED) == told.get(MODIFIED) and _who(row) == _who(told)
            outcomes[one.at] = Written(record, exact=ours)
            if ours and not one.evened and _ADJUSTMENT in one.row:
                self._even(one, row, outcomes, cancel)

    def _even(self, one: _Ready, row: Row, outcomes: list[Outcome | None], cancel: CancelToken) -> None:
        """Zoho may keep prices with fewer digits than ours, and takes off a discount that is no line's: what a document then
        lacks of its total is added."""
        total = one.op.fields.get(_TOTAL, one.op.whole.get(_TOTAL))
        off = decimal(total) - decimal(row.get(_TOTAL))
        if total is None or not off:
            return
        ident, adjustment = str(row["id"]), float(decimal(row.get(_ADJUSTMENT)) + off)
        body = {"data": [{"id": ident, _ADJUSTMENT: adjustment}], "trigger": []}
        headers = {"If-Unmodified-Since": str(row[MODIFIED])}
        (told,) = told_of(self._zoho.put(f"{self._module.name}/{ident}", body, cancel, headers=headers), 1)
        if told.get("code") == "SUCCESS":
            details = {**(told.get("details") or {}), "id": ident}
            self._read_back([(replace(one, evened=True), details)], outcomes, cancel)

    # --- after a lost answer -------------------------------------------------------------------------------------

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        if self._hub_key:
            found = self._query((self._hub_key,), f"{self._hub_key} = {_quoted(op.hub_key)}", cancel).rows
        else:
            found = self._made_since(op, cancel)
        if len(found) > 1:
            raise UnknownOutcome(
                f"Zoho has {len(found)} records that may be “{op.label}”, sent before its answer was lost.",
                hint="Delete in Zoho what is there twice; the next sync looks again.",
            )
        there = self._lister.records([str(found[0]["id"])]) if found else ()
        return next((record for record, _ in there), None)

    def _made_since(self, op: WriteOp, cancel: CancelToken) -> Sequence[Row]:
        names, asked = self._module.names, {_FULL, self._module.natural_key, *self._module.names}
        # Of the other fields one may be gone since.
        tells = {name: value for name, value in op.fields.items() if name in asked and name in self._infos}
        row = self._row(replace(op, kind=WriteKind.CREATE, fields=tells))
        # A person without an e-mail address is known by the name.
        key = next((name for name in (self._module.natural_key, *names[-1:]) if row.get(name)), None)
        if key is None:
            raise UnknownOutcome(
                f"It can't be told whether “{op.label}” was made in Zoho: its answer was lost and nothing tells it apart.",
                hint="Look for it in Zoho. A field for our id there (sync settings) rules this out.",
            )
        found = self._query(tuple(dict.fromkeys((key, *names, "Created_Time"))), f"{key} = {_quoted(row[key])}", cancel)
        made = found.rows
        if op.sent_at is not None:
            since = op.sent_at - _SLACK + min(self._lister.ahead(found.at), timedelta())
            made = [one for one in made if _made_at(one) >= since]
        if len(made) > 1 or key in names:  # people may share an address, or a last name
            made = [one for one in made if all((one.get(name) or None) == row.get(name) for name in names)]
        return made

    def _query(self, fields: Sequence[str], where: str, cancel: CancelToken) -> Listed:
        """The newest first: many may share a name."""
        chosen = ", ".join(("id", *fields))
        query = f"select {chosen} from {self._module.name} where {where} order by id desc limit {ROWS}"  # noqa: S608
        answer = self._zoho.post("coql", {"select_query": query}, cancel, changes=False)
        return Listed(rows_of(answer)[0], None, self._lister.at(answer))


#: Fields that are ours to compute (docs/protocols/zoho.md: Documents).
_OURS = SUMS | {ORDER_DATE}


def as_shown(fields: RemoteFields) -> RemoteFields:
    """Zoho keeps no spaces around a text."""
    return {name: value.strip() or None if isinstance(value, str) else value for name, value in fields.items()}


def _quoted(value: Any) -> str:
    """A COQL text: quotes are doubled, a backslash is one."""
    return "'" + str(value).replace("\\", "\\\\").replace("'", "''") + "'"


def _who(row: Row) -> Any:
    by = row.get(_BY)
    return by.get("id") if isinstance(by, Mapping) else by


def _made_at(row: Row) -> datetime:
    return moment(str(row.get("Created_Time") or "")) or datetime.max.replace(tzinfo=UTC)
