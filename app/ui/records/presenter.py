"""Which columns a kind of record shows, and how one record reads. Plain Python."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.model.entities import ENTITIES, EntitySpec, FieldSpec
from app.model.values import FieldType
from app.ui import formats, states
from app.ui.words import from_below, mark, tr

#: ``(field, width in lines of text)``; the first of each that has width 0 stretches.
COLUMNS: Mapping[str, tuple[tuple[str, float], ...]] = {
    "customer": (
        ("business_name", 0), ("state", 8), ("gstin", 10), ("mobile", 8), ("customer_group", 9),
        ("closing_balance", 8),
    ),
    "product": (
        ("name", 0), ("sku", 7), ("category", 8), ("unit", 4), ("hsn_code", 6.5), ("gst_rate", 5), ("rate", 6),
        ("closing_quantity", 8), ("closing_value", 8),
    ),
    "contact": (
        ("last_name", 0), ("first_name", 8), ("designation", 8), ("mobile", 8), ("email", 12), ("customer", 12),
    ),
    "deal": (("name", 0), ("customer", 12), ("stage", 7), ("amount", 7), ("probability", 6), ("close_date", 7)),
    "order": (
        ("date", 6.5), ("number", 9), ("customer", 0), ("reference", 8), ("due_date", 6.5), ("status", 6),
        ("total", 7.5),
    ),
    "invoice": (
        ("date", 6.5), ("number", 9), ("customer", 0), ("reference", 7), ("status", 6), ("tax_total", 7),
        ("total", 7.5), ("balance_due", 7.5),
    ),
    "payment": (
        ("date", 6.5), ("number", 8), ("customer", 0), ("mode", 6), ("account", 9), ("instrument_number", 8.5),
        ("amount", 8),
    ),
}  # fmt: skip
#: What stays in the table while a record is open beside it.
COMPACT: Mapping[str, frozenset[str]] = {
    "customer": frozenset({"business_name", "mobile", "closing_balance"}),
    "product": frozenset({"name", "closing_quantity", "rate"}),
    "contact": frozenset({"last_name", "first_name", "mobile"}),
    "deal": frozenset({"name", "stage", "amount"}),
    "order": frozenset({"date", "number", "customer", "total"}),
    "invoice": frozenset({"date", "number", "customer", "total"}),
    "payment": frozenset({"date", "number", "customer", "amount"}),
}
STATUS_WORDS = {"draft": mark("Draft"), "posted": mark("Posted"), "cancelled": mark("Cancelled")}
KIND_WORDS = {
    "against": mark("Against bill"), "new": mark("New bill"), "advance": mark("Advance"),
    "on_account": mark("On account"),
}  # fmt: skip
ACTIONS = {
    "create": mark("Came in"), "created": mark("Came in"), "insert": mark("Came in"),
    "update": mark("Changed"), "updated": mark("Changed"),
    "delete": mark("Marked as deleted"), "deleted": mark("Marked as deleted"),
    "restore": mark("Brought back"), "restored": mark("Brought back"),
}  # fmt: skip
#: What the services say of a write, and of what came of it.
SENT = (
    mark("made there"), mark("changed there"), mark("deleted there"), mark("sent, not confirmed yet"), mark("arrived"),
    mark("not sent: it had changed there just before"), mark("did not arrive"), mark("refused"),
    mark("waits for your decision"),
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A record as the table shows it; made on the reader thread."""

    id: str
    cells: tuple[str, ...]
    faded: bool = False
    party: int = -1  # the cell that names a party which is no customer of the hub


@dataclass(frozen=True)
class LineTable:
    title: str
    rows: tuple[tuple[str, str, str], ...]  # what, more about it, amount


@dataclass(frozen=True)
class Place:
    """How a record stands in one system. ``called``: its name there; ``reason`` and ``remedy`` of what failed."""

    connection_id: str
    where: str
    called: str
    state: states.State
    linked: bool = True
    paused: bool = False
    undecided: bool = False
    error_id: str = ""
    reason: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class Elsewhere:
    """What the services know of a record besides itself."""

    links: Sequence[Any] = ()
    history: Sequence[Any] = ()
    failures: Sequence[Any] = ()
    sent: Sequence[Any] = ()


@dataclass(frozen=True)
class Event:
    """A line of the history, or of what was sent. ``what``: what happened, and by whom or where; ``more``: the changes, or why
    not. ``version``: the one to go back to, 0 where there is none."""

    when: str
    what: str
    more: str
    version: int = 0


@dataclass(frozen=True)
class Detail:
    title: str
    subtitle: str
    notice: str
    fields: tuple[tuple[str, str, str], ...]  # title, value, a remark on it
    tables: tuple[LineTable, ...]
    places: tuple[Place, ...]
    history: tuple[Event, ...]
    sent: tuple[Event, ...]
    deleted: bool = False
    all_text: str = field(default="", compare=False)


def columns(entity: str) -> list[tuple[FieldSpec, float]]:
    spec = ENTITIES[entity]
    return [(spec.field[name], width) for name, width in COLUMNS[entity]]


_WAYS = {
    FieldType.DATE: (mark("{field}: oldest first"), mark("{field}: newest first")),
    FieldType.NUMBER: (mark("{field}: smallest first"), mark("{field}: largest first")),
}
_LETTERS = (mark("{field}: A to Z"), mark("{field}: Z to A"))


def orders(entity: str, fields: Collection[str]) -> list[tuple[str, str]]:
    """``(words, key)`` of the orders to choose from: the list's own, and by each column among ``fields`` up and down."""
    first = tr("Newest first") if ENTITIES[entity].is_document else tr("As they came in")
    out = [(first, "")]
    for spec, _ in columns(entity):
        if spec.name in fields:
            for down, words in enumerate(_WAYS.get(spec.type, _LETTERS)):
                out.append((tr(words, field=tr(spec.title)), order_key(spec.name, down=bool(down))))
    return out


def order_key(name: str, *, down: bool) -> str:
    return f"{name}:{'down' if down else 'up'}" if name else ""


def not_sorted(entity: str, name: str) -> tuple[str, str]:
    """Why a list can't be sorted by a column, and what to do instead."""
    spec = ENTITIES[entity].field[name]
    title = tr("Not sorted by {field}", field=tr(spec.title))
    if spec.type is FieldType.LOOKUP:
        return title, tr("It stands in another record. Type a name into the search instead.")
    what = states.entity_plural(entity).lower()
    return title, tr("With so many {what} that would take too long. Search or filter instead.", what=what)


def is_number(spec: FieldSpec) -> bool:
    return spec.type is FieldType.NUMBER


def shown(given: Any, spec: FieldSpec) -> str:
    if spec.type is FieldType.PICKLIST and isinstance(given, str):
        return tr(STATUS_WORDS.get(given, "") or KIND_WORDS.get(given, "")) or given
    return formats.value(given, str(spec.type))


def rows(entity: str, records: Sequence[Mapping[str, Any]]) -> list[Row]:
    specs = [spec for spec, _ in columns(entity)]
    place = next((at for at, spec in enumerate(specs) if spec.name == "customer"), -1)
    out = []
    for record in records:
        cells = [shown(record.get(spec.name), spec) for spec in specs]
        other = party(record) if place >= 0 else ""
        if other:
            cells[place] = other
        faded = bool(record.get("deleted_at")) or record.get("status") == "cancelled"
        out.append(Row(str(record["id"]), tuple(cells), faded, place if other else -1))
    return out


def party(record: Mapping[str, Any]) -> str:
    """Who the paper names when that is no customer of the hub: the cash ledger of a counter sale, a bank."""
    return "" if record.get("customer") else str((record.get("custom") or {}).get("party") or "")


def no_customer() -> str:
    return tr("Not a customer in SalesMate Sync: the name stands so in the books.")


def detail(
    entity: str,
    record: Mapping[str, Any],
    elsewhere: Elsewhere | None = None,
    names: Mapping[str, str] | None = None,
) -> Detail:
    """``names``: connections by id, for who changed what."""
    elsewhere = elsewhere or Elsewhere()
    spec = ENTITIES[entity]
    other = party(record) if "customer" in spec.field else ""
    fields = []
    for each in spec.scalar_fields:
        if other and each.name == "customer":
            fields.append((tr("Party"), other, no_customer()))
        else:
            fields.append((tr(each.title), shown(record.get(each.name), each), ""))
    fields = [line for line in fields if line[1]]
    for name, given in (record.get("custom") or {}).items():
        if not (other and name == "party"):
            fields.append((str(name).replace("_", " ").capitalize(), formats.value(given), ""))
    tables = tuple(_lines(each, record[each.name]) for each in spec.line_fields if record.get(each.name))
    title = str(record.get(spec.label_field) or tr("(no number)"))
    made = Detail(
        title=title,
        subtitle=_subtitle(spec, record),
        notice=tr("Marked as deleted {when}", when=formats.when(record.get("deleted_at")))
        if record.get("deleted_at")
        else "",
        fields=tuple(fields),
        tables=tables,
        places=places(elsewhere.links, elsewhere.failures, names or {}),
        history=history_lines(spec, elsewhere.history, names or {}),
        sent=tuple(sent_line(spec, each) for each in elsewhere.sent),
        deleted=bool(record.get("deleted_at")),
    )
    text = "\n".join([title, *(f"{name}\t{value}" for name, value, _ in fields)])
    return Detail(**{**made.__dict__, "all_text": text})


def _subtitle(spec: EntitySpec, record: Mapping[str, Any]) -> str:
    parts = [tr(spec.title)]
    if record.get("date"):
        parts.append(formats.day(record["date"]))
    if isinstance(record.get("customer"), dict):
        parts.append(str(record["customer"].get("label") or ""))
    elif "customer" in spec.field:
        parts.append(party(record))
    return "  ·  ".join(part for part in parts if part)


def _lines(spec: FieldSpec, rows_of: Sequence[Mapping[str, Any]]) -> LineTable:
    return LineTable(tr(spec.title), tuple(_line(spec, each) for each in rows_of))


def _line(spec: FieldSpec, each: Mapping[str, Any]) -> tuple[str, str, str]:
    reader = {"lines": _stock_line, "taxes": _tax_line, "allocations": _allocation_line}.get(spec.name, _any_line)
    return reader(spec, each)


def line_words(spec: FieldSpec, each: Mapping[str, Any]) -> str:
    """A line of a document in one line of text."""
    return "  ·  ".join(part for part in _line(spec, each) if part)


def _stock_line(spec: FieldSpec, each: Mapping[str, Any]) -> tuple[str, str, str]:
    """``LED Bulb 9 W``, ``120 Nos × 95.00, less 5 %, GST 18 %, HSN 85395000``, ``10,830.00``."""
    product, description = formats.value(each.get("product")), formats.value(each.get("description"))
    parts = []
    if each.get("quantity"):
        amount = " ".join(filter(None, (formats.grouped(each["quantity"]), each.get("unit"))))
        parts.append(f"{amount} × {formats.grouped(each['rate'])}" if each.get("rate") else amount)
    if formats.is_something(each.get("discount_percent")):
        parts.append(tr("less {n} %", n=each["discount_percent"]))
    if formats.is_something(each.get("gst_rate")):
        parts.append(tr("GST {n} %", n=each["gst_rate"]))
    if each.get("hsn_code"):
        parts.append(tr("HSN {code}", code=each["hsn_code"]))
    if product and description:
        parts.append(description)
    return product or description or formats.NOTHING, "  ·  ".join(parts), formats.value(each.get("amount"), "number")


def _tax_line(spec: FieldSpec, each: Mapping[str, Any]) -> tuple[str, str, str]:
    name = formats.value(each.get("name"))
    rate = f"{each['rate']} %" if each.get("rate") else ""
    return "  ".join(filter(None, (name, rate))), "", formats.value(each.get("amount"), "number")


def _allocation_line(spec: FieldSpec, each: Mapping[str, Any]) -> tuple[str, str, str]:
    what = formats.value(each.get("invoice")) or formats.value(each.get("reference")) or formats.NOTHING
    kind = tr(KIND_WORDS.get(str(each.get("kind")), ""))
    return what, kind, formats.value(each.get("amount"), "number")


def _any_line(spec: FieldSpec, each: Mapping[str, Any]) -> tuple[str, str, str]:
    return "  ·  ".join(shown(each.get(child.name), child) for child in spec.children if each.get(child.name)), "", ""


#: They follow from the lines, and stand below them.
TOTALS = frozenset({"subtotal", "tax_total", "round_off", "total"})


def editable(entity: str) -> list[FieldSpec]:
    """The fields that a person may change: what comes from the books alone or follows from the lines stays."""
    return [spec for spec in ENTITIES[entity].scalar_fields if not spec.readonly and spec.name not in TOTALS]


def places(links: Sequence[Any], failures: Sequence[Any], names: Mapping[str, str]) -> tuple[Place, ...]:
    """A place for each link; what failed stands at its own, or alone where the record has not come that far."""
    failed = {each.connection_id: each for each in failures}
    out = []
    for link in links:
        error = failed.pop(link.connection_id, None)
        place = Place(
            link.connection_id,
            link.connection_name,
            link.remote_label or link.remote_id,
            link_state(link),
            linked=not link.remote_deleted_at,
            paused=link.paused,
            undecided=link.sync_status == "conflict",
        )
        out.append(_with_error(place, error))
    for connection_id, error in failed.items():
        state = states.of_table(states.LINKS, "failed")
        out.append(_with_error(Place(connection_id, names.get(connection_id, ""), "", state, linked=False), error))
    return tuple(out)


def _with_error(place: Place, error: Any) -> Place:
    if error is None:
        return place
    return replace(place, error_id=error.id, reason=from_below(error.message), remedy=from_below(error.hint))


def link_state(link: Any) -> states.State:
    if link.remote_deleted_at:
        return states.State("warning", "warn", tr("Deleted there {when}", when=formats.when(link.remote_deleted_at)))
    if link.paused:
        return states.of_table(states.LINKS, "paused")
    state = states.of_table(states.LINKS, link.sync_status)
    if link.sync_status == "synced":
        words = tr("In step since {when}", when=formats.when(link.last_synced_at))
        return states.State(state.shape, state.tone, words)
    return state


def sent_line(spec: EntitySpec, each: Any) -> Event:
    """What was sent where and what came of it; the fields, and why it was not done."""
    what = tr("{name}: {what}, {state}", name=each.connection_name, what=tr(each.kind), state=tr(each.state))
    fields = [tr(spec.field[name].title) if name in spec.field else name for name in each.fields]
    more = "\n".join(part for part in (", ".join(fields), from_below(each.error or "")) if part)
    return Event(formats.when(each.at), what, more)


def by_whom(source: str, names: Mapping[str, str]) -> str:
    """``connection:<id>`` by its name; a person's doing by the front door they used."""
    kind, _, rest = (source or "").partition(":")
    if kind == "connection":
        return names.get(rest) or tr("a connection that was removed")
    if kind == "import":
        return tr("import of {file}", file=rest)
    words = {
        "api": tr("another program"),
        "user": tr("a person here"),
        "ui": tr("a person here"),
        "undo": tr("undo"),
        "conflict": tr("a decision"),
    }
    return words.get(kind, source or tr("this program"))


def history_lines(spec: EntitySpec, history: Sequence[Any], names: Mapping[str, str]) -> tuple[Event, ...]:
    """The newest first. One can go back to every version but the present one, and those that only marked it as deleted."""
    newest = history[0].version if history else 0
    return tuple(
        replace(
            history_line(spec, each, names),
            version=0 if each.version == newest or each.action == "delete" else each.version,
        )
        for each in history
    )


def going_back(spec: EntitySpec, record: Mapping[str, Any], then: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """``(field, as it is, as it was)`` of what differs from an earlier version, but for what the books compute."""
    out = []
    for each in spec.fields:
        if each.readonly:
            continue
        now, before = record.get(each.name), then.get(each.name)
        if each.type is FieldType.LINES:
            sides = ["\n".join(line_words(each, line) for line in value or ()) for value in (now, before)]
        else:
            sides = [shown(now, each), shown(before, each)]
        if sides[0] != sides[1]:
            out.append((tr(each.title), sides[0] or formats.NOTHING, sides[1] or formats.NOTHING))
    return out


def history_line(spec: EntitySpec, each: Any, names: Mapping[str, str]) -> Event:
    by = by_whom(each.source, names)
    what = tr(ACTIONS.get(each.action, "")) or each.action
    changes = []
    for name, change in (each.changes or {}).items():
        before, after = change if isinstance(change, list | tuple) and len(change) == 2 else (None, change)
        known = spec.field.get(name)
        if known is None:
            continue
        old, new = shown(before, known) or formats.NOTHING, shown(after, known) or formats.NOTHING
        if known.type is FieldType.LINES:
            changes.append(tr("{field} changed", field=tr(known.title)))
        else:
            changes.append(tr("{field}: {old} → {new}", field=tr(known.title), old=old, new=new))
    return Event(formats.when(each.at), tr("{what} · {by}", what=what, by=by), "\n".join(changes))


def where_changes_go(shown: Detail) -> str:
    """What becomes of an edit, before it is made."""
    linked = [place.where for place in shown.places if place.linked and not place.paused]
    if not linked:
        return tr("A change stays here: this record is linked to no other system.")
    return tr(
        "A change is kept here at once. It goes to {names} with the next sync, where this kind of record is synced both ways.",
        names=", ".join(linked),
    )


def what_deleting_does() -> str:
    return tr(
        "It is marked as deleted here and kept with its history; it can be brought back from its page.\n"
        "Where deletions are passed on, the next sync deletes it in the connected system, too. Otherwise it stays there."
    )
