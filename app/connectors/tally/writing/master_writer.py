"""Customers (ledgers) and products (stock items) written to Tally (docs/protocols/tally.md: Writing masters).

The name is Tally's key: a create looks first whether it is free, an alteration goes to the name as Tally shows it now. Only
changed fields are sent; what a record needs besides (its group, its unit) is made first, one object a request.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from app.connectors.base import WriteKind, WriteOp, Written
from app.connectors.tally import masters, probe, requests
from app.connectors.tally.folding import fold_name
from app.connectors.tally.masters import LEDGER, MasterReader
from app.connectors.tally.pull_masters import KIND_OF, Row, read_masters, read_row
from app.connectors.tally.requests import Kind
from app.connectors.tally.roles import Roles
from app.connectors.tally.session import Session
from app.connectors.tally.writing import importing, master_body
from app.connectors.tally.writing.importing import AlteredInstead, CreatedInstead, Expected
from app.connectors.tally.writing.master_body import DATED, WRITABLE, Basis
from app.connectors.tally.writing.name_book import NameBook, Named
from app.connectors.tally.writing.writer import Counter, LotGuard
from app.connectors.tally.writing.xml_out import Xml, element
from app.model.cancel import CancelToken
from app.model.errors import ConnectorError, Gone, NameTaken, Rejected, Stale, UnknownOutcome
from app.model.records import RemoteRecord

#: What Tally says of an alteration of nobody: that, or what the new one that it would make of it lacks.
_NOT_THAT_NAME = frozenset({"not_there", "group_missing", "unit_missing"})
_WORDS = {
    Kind.LEDGER: "customer",
    Kind.STOCK_ITEM: "product",
    Kind.GROUP: "group",
    Kind.STOCK_GROUP: "stock group",
    Kind.UNIT: "unit",
}

#: What many records share.
_NO_PROOF = frozenset({"NAME", "PARENT", "BASEUNITS"})
#: So many new customers are looked at for one that was renamed.
_MOST_LOOKED_AT = 25


class MasterWriter:
    """Writes the masters of one session."""

    def __init__(self, session: Session, guard: LotGuard) -> None:
        self._session = session
        self._guard = guard
        self._books: dict[Kind, NameBook] = {}

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        probe.ensure(self._session, cancel)
        if op.kind is WriteKind.CREATE:
            return self._create(op, cancel)
        return self._delete(op, cancel) if op.kind is WriteKind.DELETE else self._update(op, cancel)

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        """The record that holds the create's name now and something else that was sent (people may have gone on with it). Tally,
        which does one thing after the other, has answered this look after whatever became of the create. One that shares
        nothing but the name may be another's, made since: the create is tried again then, and the name found taken, which
        asks a person."""
        probe.ensure(self._session, cancel)
        name = _name(op)
        holder = self._book(KIND_OF[op.module]).look_up(name, cancel)
        # One that has it as an alias isn't what a create makes.
        if holder is None or fold_name(holder.name) != fold_name(name):
            return self._renamed(op, cancel)
        record = self._read(op.module, holder.id, cancel)
        if record is None:
            return None
        return record if not _proof(op) or self._same(op, record, cancel) else None

    def _renamed(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        """The customer that the create made and somebody has given another name since: the one that the hub was never told of
        and that reads as it was sent in most of the rest. A name alone proves nothing."""
        told = self._session.customers_before()
        sent = _proof(op)
        if KIND_OF[op.module] is not Kind.LEDGER or told is None or not sent:
            return None
        new = [ident for ident in self._roles(cancel).customer_ids() if ident not in told]
        if len(new) > _MOST_LOOKED_AT:
            return None
        records = [record for ident in new if (record := self._read(op.module, ident, cancel)) is not None]
        alike = [one for one in records if 2 * len(self._same(op, one, cancel)) > len(sent)]
        return alike[0] if len(alike) == 1 else None

    def _same(self, op: WriteOp, record: RemoteRecord, cancel: CancelToken) -> list[str]:
        """The fields of a create that read as they were sent, of those that prove something."""
        known, sent = self._roles(cancel), _proof(op)
        return [name for name in sent if master_body.reads_as_sent(op.module, {name: sent[name]}, record.fields, known)]

    # -- create ---------------------------------------------------------------------------------------------------

    def _create(self, op: WriteOp, cancel: CancelToken) -> Written:
        name, kind = _name(op), KIND_OF[op.module]
        _check_writable(op)
        book = self._book(kind)
        holder = book.look_up(name, cancel)
        if holder is not None:
            self._check_free(op, name, holder, cancel)
        # Without it Tally drops what a receipt is allocated to (docs/protocols/tally.md: Writing).
        fields = {"ISBILLWISEON": True, **op.fields} if kind is Kind.LEDGER else op.fields
        inside = self._inside(op.module, fields, self._basis(op, {}))
        notes: list[str] = []
        parents = self._parents(op, notes, cancel)
        what = f"the {_WORDS[kind]} “{name}”"
        body = element(kind.tag, master_body.names(name), *parents, *inside, NAME=name, ACTION="Create")
        try:
            self._send(body, "create", what, cancel)
        except AlteredInstead as error:
            raise self._overwritten(op, name, error) from error
        record = self._read_created(op.module, name)
        return Written(record, self._guard.exact(Counter.MASTERS, record.version), tuple(notes))

    def _check_free(self, op: WriteOp, name: str, holder: Named, cancel: CancelToken) -> None:
        """Raise :class:`NameTaken` unless the holder of the name was deleted meanwhile."""
        record = self._read(op.module, holder.id, cancel)
        if record is None and not self._exists(op.module, holder.id, cancel):
            self._book(KIND_OF[op.module]).forget(holder.id)
            return
        called = f"“{name}”" if holder.name == name else f"“{name}” (there it is “{holder.name}”)"
        if record is not None:
            raise NameTaken(
                f"Tally has {called} already; nothing was written.",
                remote_id=record.id,
                hint="Where Conflicts asks about it, choose “The same as …” if it is; otherwise give one of them another name. "
                "Tally does not tell capitals, hyphens and spaces apart.",
            )
        raise NameTaken(
            f"Tally has {called} already, as a ledger that is no customer; nothing was written.",
            hint="Move that ledger below Sundry Debtors in Tally, or give the customer another name.",
        )

    def _overwritten(self, op: WriteOp, name: str, error: AlteredInstead) -> NameTaken:
        """The name was free a moment ago and no longer when our create came: it fell on what somebody had just made."""
        with _saved_already(name):
            holder = self._book(KIND_OF[op.module]).look_up(name, CancelToken())
            record = self._read(op.module, holder.id, CancelToken()) if holder is not None else None
        return NameTaken(
            error.message,
            remote_id=None if record is None else record.id,
            hint=f"{error.hint} Where Conflicts asks about it, choose “The same as …”.",
        )

    def _read_created(self, module: str, name: str) -> RemoteRecord:
        """The record that our create made, among what was saved since the name was looked up. Never cancelled: it is saved."""
        reader = self._reader(module)
        with _saved_already(name):
            rows = self._book(KIND_OF[module]).read_new(reader.leaves, CancelToken())
        for one in rows:
            row = read_row(reader, one) if reader.belongs(one) else None
            if isinstance(row, RemoteRecord) and row.key == fold_name(name):
                return row
        raise _not_shown(name)

    # -- update ---------------------------------------------------------------------------------------------------

    def _update(self, op: WriteOp, cancel: CancelToken) -> Written:
        _check_writable(op)
        before = self._before(op, cancel)
        kind, shown = KIND_OF[op.module], before.label
        inside = self._inside(op.module, op.fields, self._basis(op, before.fields))
        names: Xml | None = None
        if "NAME" in op.fields:
            new = _name(op)
            self._check_rename(op, new, cancel)
            names = master_body.names(new, before.fields.get("ALIAS") or ())
        notes: list[str] = []
        parents = self._parents(op, notes, cancel)
        body = element(kind.tag, names, *parents, *inside, NAME=shown, ACTION="Alter")
        try:
            self._send(body, "alter", f"the {_WORDS[kind]} “{shown}”", cancel)
        except CreatedInstead as error:
            raise self._undone(op, kind, shown, error) from error
        except Rejected as error:
            if error.code in _NOT_THAT_NAME and (moved := self._moved(op, shown, cancel)) is not None:
                raise moved from error
            raise
        record = self._read_back(op, shown)
        if record.version == before.version and all(
            record.fields.get(name) == before.fields.get(name) for name in op.fields
        ):
            raise _another_one(shown)
        return Written(record, self._guard.exact(Counter.MASTERS, record.version), tuple(notes))

    def _read_back(self, op: WriteOp, shown: str) -> RemoteRecord:
        """The record as our alteration left it. Never cancelled: it is saved."""
        with _saved_already(shown):
            record = self._read(op.module, _id(op), CancelToken())
            if "NAME" in op.fields:
                self._book(KIND_OF[op.module]).refresh(CancelToken())
        if record is None:
            raise _not_shown(shown)
        return record

    def _before(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord:
        """The record as it is now. What the caller has just read will do, unless it lacks the dated rows that we are about to
        change."""
        needed = {rows for name, rows in DATED[op.module].items() if name in op.fields}
        if "NAME" in op.fields:
            needed.add("ALIAS")
        before = op.before
        if before is None or not needed <= before.fields.keys():
            before = self._read(op.module, _id(op), cancel)
        if before is None:
            raise Gone(
                f"“{op.label}” is not in Tally any more; nothing was written.",
                hint="It was deleted in Tally, or is no longer below Sundry Debtors.",
            )
        return before

    def _check_rename(self, op: WriteOp, new: str, cancel: CancelToken) -> None:
        holder = self._book(KIND_OF[op.module]).look_up(new, cancel)
        if holder is not None and holder.id != _id(op) and self._exists(op.module, holder.id, cancel):
            raise NameTaken(
                f"“{op.label}” can't be renamed: Tally has “{holder.name}” already. Nothing was written.",
                hint="Give it another name. Tally does not tell capitals, hyphens and spaces apart.",
            )

    def _undone(self, op: WriteOp, kind: Kind, shown: str, error: CreatedInstead) -> ConnectorError:
        """Nobody had that name any more, and this Tally made a new one of it: it is taken away again. Tally itself deletes nothing
        that somebody has used meanwhile."""
        with _saved_already(shown):
            new = str(op.fields.get("NAME") or shown)
            body = element(kind.tag, element("NAME", text=new), NAME=new, ACTION="Delete")
            try:
                self._send(body, "delete", f"the {_WORDS[kind]} “{new}”", CancelToken())
            except Rejected as refused:
                return Rejected(
                    f"ATTENTION: “{shown}” was renamed or deleted in Tally just now, and our change made a new one of that name.",
                    code="doubled",
                    hint=f"Delete “{new}” in Tally if it isn't needed. ({refused.message})",
                )
            return self._moved(op, shown, CancelToken()) or _another_one(shown)

    def _moved(self, op: WriteOp, shown: str, cancel: CancelToken) -> ConnectorError | None:
        """Tally knew nobody of that name: renamed since it was read, or gone. ``None``: it is there as it was."""
        record = self._read(op.module, _id(op), cancel)
        if record is not None and record.label == shown:
            return None
        if record is not None:
            return Stale(f"“{shown}” was renamed in Tally to “{record.label}” just now; nothing was written.")
        return Gone(f"“{shown}” is not in Tally any more; nothing was written.")

    # -- delete ---------------------------------------------------------------------------------------------------

    def _delete(self, op: WriteOp, cancel: CancelToken) -> Written:
        kind, shown = KIND_OF[op.module], self._before(op, cancel).label
        body = element(kind.tag, element("NAME", text=shown), NAME=shown, ACTION="Delete")
        try:
            self._send(body, "delete", f"the {_WORDS[kind]} “{shown}”", cancel)
        except Rejected as error:
            if error.code in _NOT_THAT_NAME and (moved := self._moved(op, shown, cancel)) is not None:
                raise moved from error
            raise
        with _saved_already(shown):
            still_there = self._exists(op.module, _id(op), CancelToken())
        if still_there:
            raise UnknownOutcome(f"Tally says that it deleted “{shown}”, but still shows it.", hint=_LOOKED_UP)
        if kind in self._books:
            self._books[kind].forget(_id(op))
        return Written(None)

    # -- what a record needs --------------------------------------------------------------------------------------

    def _parents(self, op: WriteOp, notes: list[str], cancel: CancelToken) -> list[Xml]:
        """PARENT and BASEUNITS as Tally calls them; what isn't there is made first."""
        fields, children = op.fields, []
        if op.module == LEDGER:
            if "PARENT" in fields or op.kind is WriteKind.CREATE:
                children.append(element("PARENT", text=self._customer_group(fields.get("PARENT"), notes, cancel)))
            return children
        unit = master_body.trimmed(fields.get("BASEUNITS"))
        if not unit and ("BASEUNITS" in fields or op.kind is WriteKind.CREATE):
            raise Rejected(
                f"“{op.label}” has no unit, which Tally needs. Nothing was written.",
                field="BASEUNITS",
                hint="Fill in its unit, for example Nos.",
            )
        if "PARENT" in fields:
            group = master_body.trimmed(fields["PARENT"])
            name = self._ensure(Kind.STOCK_GROUP, group, notes, cancel) if group else ""
            # The top of the tree has no name: an empty PARENT means it (docs/protocols/tally.md: Writing).
            children.append(element("PARENT", text=name))
        if unit:
            children.append(element("BASEUNITS", text=self._ensure(Kind.UNIT, unit, notes, cancel)))
        return children

    def _inside(self, module: str, fields: Mapping[str, Any], basis: Basis) -> list[Xml]:
        return master_body.ledger(fields, basis) if module == LEDGER else master_body.item(fields, basis)

    def _customer_group(self, wanted: Any, notes: list[str], cancel: CancelToken) -> str:
        """The group's name in Tally. One that is no group of customers is refused: the record would leave them."""
        roles = self._roles(cancel)
        group = master_body.trimmed(wanted) or roles.customers_group
        name = self._ensure(Kind.GROUP, group, notes, cancel)
        if not roles.is_customer_group(name):
            raise Rejected(
                f"The group “{name}” is not below {roles.customers_group} in Tally: the record would be no customer there. "
                "Nothing was written.",
                field="PARENT",
                hint="Choose another group, or move that group below Sundry Debtors in Tally.",
            )
        return name

    def _ensure(self, kind: Kind, name: str, notes: list[str], cancel: CancelToken) -> str:
        """The name under which Tally has that group or unit, made if need be."""
        book = self._book(kind)
        known = book.known(name) or book.look_up(name, cancel)
        if known is not None:
            return known.name
        children = {
            Kind.GROUP: lambda: [
                element("NAME", text=name),
                element("PARENT", text=self._roles(cancel).customers_group),
            ],
            Kind.STOCK_GROUP: lambda: [element("NAME", text=name), element("PARENT")],
            Kind.UNIT: lambda: [element("NAME", text=name), element("ISSIMPLEUNIT", text="Yes")],
        }[kind]()
        word = _WORDS[kind]
        try:
            self._send(
                element(kind.tag, *children, NAME=name, ACTION="Create"), "create", f"the {word} “{name}”", cancel
            )
        except AlteredInstead:
            pass  # made in Tally in the very same moment, and by that name
        else:
            places = ", without decimal places" if kind is Kind.UNIT else ""
            notes.append(f"The {word} “{name}” was created in Tally{places}")
        made = book.look_up(name, cancel)
        return made.name if made is not None else name

    # -- asking and sending ---------------------------------------------------------------------------------------

    def _send(self, body: Xml, expected: Expected, what: str, cancel: CancelToken) -> None:
        """One import, with the company just seen open, judged and counted."""
        self._guard.ready(cancel)
        request = requests.import_masters(self._session.company.name, body, what)
        answer = importing.send(self._session, request, cancel)
        try:
            importing.judge(answer, expected, what)
        except (AlteredInstead, CreatedInstead):
            self._guard.saved(Counter.MASTERS)
            raise
        (self._guard.deleted if expected == "delete" else self._guard.saved)(Counter.MASTERS)

    def _book(self, kind: Kind) -> NameBook:
        if kind not in self._books:
            self._books[kind] = NameBook(self._session, kind)
        return self._books[kind]

    def _roles(self, cancel: CancelToken) -> Roles:
        return self._session.roles(cancel)

    def _basis(self, op: WriteOp, before: Mapping[str, Any]) -> Basis:
        """What isn't sent of a record that is there is as Tally has it: the hub may think otherwise (a conflict that waits for a
        decision)."""
        whole = op.whole if op.kind is WriteKind.CREATE else {**before, **op.fields}
        return Basis(whole, before, self._session.first_day, self._roles(CancelToken()))

    def _reader(self, module: str) -> MasterReader:
        return MasterReader(module, masters.FIELDS_OF[module], self._roles(CancelToken()))

    def _read(self, module: str, ident: int, cancel: CancelToken) -> RemoteRecord | None:
        """The record as it is now; ``None``: it isn't there, or is of no module of ours."""
        rows: list[Row] = read_masters(self._session, self._reader(module), [ident], cancel)
        return next((row for row in rows if isinstance(row, RemoteRecord)), None)

    def _exists(self, module: str, ident: int, cancel: CancelToken) -> bool:
        """Whether any object of that kind has the id, of our module or not."""
        reply = self._session.collect(
            KIND_OF[module],
            ("MASTERID",),
            "a look at one record",
            lambda one: one,
            cancel,
            where=requests.master_ids([ident]),
        )
        return reply.objects > 0


_LOOKED_UP = "It is looked up in Tally before anything else is done with it."


@contextmanager
def _saved_already(name: str) -> Iterator[None]:
    """Around the reading after a write: its errors say nothing was sent, but something was."""
    try:
        yield
    except ConnectorError as error:
        raise UnknownOutcome(
            f"Tally took the change of “{name}”, but it could not be read back: {error.message}", hint=_LOOKED_UP
        ) from error


def _another_one(name: str) -> Rejected:
    return Rejected(
        f"ATTENTION: Tally says that it changed “{name}”, but the record that SalesMate Sync knows by that name "
        "is as it was: another one "
        "must have taken the name and the change. Both must be looked at in Tally.",
        code="wrong_record",
        hint=f"Look at “{name}” in Tally and correct what should not have changed; the next sync shows both as they are.",
    )


def _not_shown(name: str) -> UnknownOutcome:
    return UnknownOutcome(f"Tally says that it saved “{name}”, but does not show it.", hint=_LOOKED_UP)


def _name(op: WriteOp) -> str:
    name = master_body.trimmed(op.fields.get("NAME", op.whole.get("NAME")))
    if not name:
        raise Rejected(
            f"“{op.label}” has no name, which Tally needs. Nothing was written.", field="NAME", hint="Fill in its name."
        )
    return name


def _id(op: WriteOp) -> int:
    if not (op.remote_id or "").isdecimal():
        raise Gone(f"“{op.label}” has no id that Tally knows; nothing was written.")
    return int(op.remote_id or 0)


def _check_writable(op: WriteOp) -> None:
    for name in op.fields:
        if name != "NAME" and name not in WRITABLE[op.module]:
            raise Rejected(
                f"The field {name} of “{op.label}” can't be written to Tally. Nothing was written.",
                field=name,
                hint="Take it out of the mapping, or set its direction to “from Tally”.",
            )


def _proof(op: WriteOp) -> dict[str, Any]:
    """Of what a create sent, that by which its record is known again."""
    return {name: value for name, value in op.fields.items() if name not in _NO_PROOF and value is not None}
