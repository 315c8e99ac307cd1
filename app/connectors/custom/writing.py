"""Writing to one resource: each call once, on the version that is known where the definition says how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.connectors.base import WriteKind, WriteOp, Written
from app.connectors.custom.definition import Call as CallDef
from app.connectors.custom.definition import FindCall, WriteCall
from app.connectors.custom.records import Row
from app.connectors.custom.sense import uses
from app.connectors.custom.source import Source
from app.connectors.custom.templates import at, within
from app.connectors.custom.values import canonical, merged, put, to_object
from app.connectors.http.answers import Answer
from app.connectors.http.failures import lost
from app.model.clock import Clock
from app.model.errors import Cancelled, ConnectorError, Gone, NameTaken, Rejected, Stale
from app.model.records import RemoteRecord


class Writer:
    def __init__(self, source: Source, clock: Clock) -> None:
        self._source = source
        self._resource = source.resource
        self._title = source.system.title
        self._clock = clock

    def write(self, op: WriteOp) -> Written:
        """As :meth:`app.connectors.base.Connector.write`."""
        if op.kind is WriteKind.CREATE:
            return self._create(op)
        if op.kind is WriteKind.UPDATE:
            return self._update(op)
        return self._delete(op)

    # --- new ----------------------------------------------------------------------------------------------------

    def _create(self, op: WriteOp) -> Written:
        call = self._resource.create
        if call is None:
            raise self._cannot(f"By its definition no new records are made in {self._title}. Nothing was sent.")
        if op.sent_at is not None:
            known = self._settled(op)
            if known is not None:
                return known
        fields = to_object(op.fields, self._source.reader.kinds)
        if self._source.reader.hub_key:
            put(fields, self._source.reader.hub_key, op.hub_key)
        made = self._source.calls.made("create", call, self._values(op, fields))
        if call.idempotency:
            made = replace(made, headers={**made.headers, call.idempotency: op.op_id})
        try:
            answer = self._source.system.write("create", made, self._source.cancel)
        except NameTaken as error:
            found = self.find(op) if self._chooses else None  # under an id of our own: it is what was sent before
            if found is not None:
                return Written(found, exact=False)
            raise self._taken(op, error) from None
        return self._result(call, answer, op.op_id if self._chooses else "")

    @property
    def _chooses(self) -> bool:
        """Do we choose a new record's id? Then the same sent twice can't make two."""
        return self._resource.create is not None and uses(self._resource.create, "op_id")

    def _settled(self, op: WriteOp) -> Written | None:
        """A create that was sent before: what came of it, if it can be seen."""
        call = self._resource.create
        assert call is not None
        assert op.sent_at is not None
        if self._chooses or self._resource.find is not None or self._source.reader.hub_key:
            found = self.find(op)
            if found is not None:
                return Written(found, exact=False)
        if call.idempotency and self._clock() - op.sent_at >= timedelta(seconds=call.remembered):
            raise self._source.undecided(op.label)
        return None

    def _taken(self, op: WriteOp, error: NameTaken) -> ConnectorError:
        """With the record that is in the way, where it can be found by what it looks like."""
        taken = self._resource.taken
        if taken is None:
            return error
        try:
            rows = self._matching(op, taken)
        except (ConnectorError, ValueError):
            return error
        ident = self._source.reader.id(rows[0]) if len(rows) == 1 else None
        return NameTaken(error.message, remote_id=ident, hint=error.hint)

    # --- changed ------------------------------------------------------------------------------------------------

    def _update(self, op: WriteOp) -> Written:
        call = self._resource.update
        if call is None:
            raise self._cannot(f"By its definition no records are changed in {self._title}. Nothing was sent.")
        fields = to_object(op.fields, self._source.reader.kinds)
        if not fields:
            return Written(None)  # nothing of it can be written there
        values = self._values(op, fields)
        groups = any(isinstance(value, Mapping) for value in fields.values())
        if uses(call, "etag") or uses(call, "whole") or (groups and self._resource.read is not None):
            row, answer = self._unmoved(op, call)
            # What a group of fields holds besides is not to be lost, whichever way it is taken over there.
            values["record"] = {name: merged(row.get(name), value) for name, value in fields.items()}
            values["whole"] = merged(row, fields)
            values["etag"] = answer.headers.get("etag", "") if answer is not None else ""
        answer = self._sent("update", call, values, op)
        return self._result(call, answer, str(op.remote_id))

    def _unmoved(self, op: WriteOp, call: CallDef) -> tuple[Row, Answer | None]:
        """The record as it is. Raises :class:`Stale` when it moved and the call is for one that didn't."""
        row, answer = self._source.row(str(op.remote_id))
        conditional = uses(call, "etag") or uses(call, "version")
        if conditional and op.expected_version and self._source.reader.version(row) != op.expected_version:
            raise Stale(
                f"Somebody changed this record in {self._title} in the meantime.", hint="The next sync reads it first."
            )
        return row, answer

    def _delete(self, op: WriteOp) -> Written:
        call = self._resource.delete
        if call is None:
            raise self._cannot(f"By its definition no records are deleted in {self._title}. Nothing was sent.")
        values = self._values(op, {})
        if uses(call, "etag"):
            answer = self._unmoved(op, call)[1]
            values["etag"] = answer.headers.get("etag", "") if answer is not None else ""
        self._sent("delete", call, values, op)
        return Written(None)

    def _sent(self, name: str, call: CallDef, values: Mapping[str, Any], op: WriteOp) -> Answer:
        made = self._source.calls.made(name, call, values)
        try:
            return self._source.system.write(name, made, self._source.cancel)
        except Stale as error:
            # Some say of what isn't there that it is not at that version.
            if not self._is_there(str(op.remote_id)):
                raise self._source.gone() from None
            raise error

    def _is_there(self, ident: str) -> bool:
        if self._resource.read is None:
            return True
        try:
            self._source.row(ident)
        except Gone:
            return False
        except ConnectorError:
            return True
        return True

    # --- what came of it ----------------------------------------------------------------------------------------

    def _result(self, call: WriteCall, answer: Answer, ident: str) -> Written:
        """The record from the answer, else as it reads now. Whatever can't be read of it: it was sent."""
        try:
            body = answer.json()
            row = at(body, call.record) if call.record is not None else None
            if isinstance(row, Mapping) and self._source.reader.id(row):
                return Written(self._source.reader.read(row))
            told = at(body, call.id) if call.id is not None else None
            ident = str(told or "") or ident or _last_step(answer.headers.get("location", ""))
            if not ident:
                raise lost(self._title)
            return Written(self._source.reader.read(self._source.row(ident)[0]), exact=False)
        except (ConnectorError, Cancelled, ValueError):
            raise lost(self._title) from None

    def find(self, op: WriteOp) -> RemoteRecord | None:
        """As :meth:`app.connectors.base.Connector.find`."""
        try:
            rows = self._found(op)
            if len(rows) < 2:
                return self._source.reader.read(rows[0]) if rows else None
        except ValueError:  # it is there and can't be read
            pass
        raise self._source.undecided(op.label)

    def _found(self, op: WriteOp) -> list[Row]:
        find, hub_key = self._resource.find, self._source.reader.hub_key
        if self._chooses:
            try:
                return [self._source.row(op.op_id)[0]]
            except Gone:
                return []
        if hub_key:
            rows = self._source.search(find, self._values(op, {}))
            return [row for row in rows if str(within(row, hub_key) or "") == op.hub_key]
        if find is not None and find.match:
            return self._matching(op, find)
        raise self._source.undecided(op.label)

    def _matching(self, op: WriteOp, call: FindCall) -> list[Row]:
        """The rows that have the same in all fields of the call's ``match``."""
        match = call.match
        wanted = [_shown(within(op.fields, path)) for path in match]
        if not any(wanted):
            raise self._source.undecided(op.label)
        fields = to_object(op.fields, self._source.reader.kinds)
        kinds = self._source.reader.kinds
        return [
            row
            for row in self._source.search(call, self._values(op, fields))
            if [_shown(canonical(within(row, path), kinds.get(path))) for path in match] == wanted
        ]

    def _values(self, op: WriteOp, fields: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "id": op.remote_id or "",
            "version": op.expected_version or "",
            "op_id": op.op_id,
            "hub_key": op.hub_key,
            "label": op.label,
            "record": fields,
        }

    def _cannot(self, message: str) -> Rejected:
        return Rejected(
            message,
            hint=f"Do it in {self._title} itself, or add the call to the connection's definition.",
            code="not_offered",
        )


def _last_step(url: str) -> str:
    return url.partition("?")[0].rstrip("/").rpartition("/")[2]


def _shown(value: Any) -> str:
    return "" if value is None else str(value).strip().casefold()
