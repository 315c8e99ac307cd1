"""How an import reads: fields to choose from, what becomes of each row, and what it comes to. Plain Python."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from app.model.entities import ENTITIES
from app.services.importing import views as v
from app.sheets.columns import ID, targets
from app.ui import formats, states
from app.ui.conflicts.presenter import candidate_words
from app.ui.records import presenter
from app.ui.words import from_below, mark, plural, tr

#: ``kind: (shape, tone, words)``.
KINDS: Mapping[str, tuple[str, str, str]] = {
    v.NEW: ("plus", "ok", mark("New")),
    v.CHANGED: ("edit", "accent", mark("Changed")),
    v.SAME: ("check", "muted", mark("The same")),
    v.DOUBTFUL: ("question", "warn", mark("Doubtful")),
    v.WRONG: ("error", "error", mark("Wrong")),
}
#: What the services say of a cell or a row.
SAID = (
    mark("is not a number; write it like 1,23,456.50"),
    mark("is not a date; write it like 31-12-2026"),
    mark("is a day that does not exist; it is read as day, month, year"),
    mark("is neither yes nor no"),
    mark("is none of the words that this field takes"),
    mark("is an error that Excel shows instead of a value"),
    mark("holds a character that is not text"),
    mark("differs from the first row of the same document"),
    mark("is not a customer here; import or add the customer first"),
    mark("is not a product here; import or add the product first"),
    mark("is not a contact here; import or add the contact first"),
    mark("is not an invoice here; import or add the invoice first"),
    mark("is the name of several records here; write the SalesMate id instead"),
    mark("Several records here have the same identifying fields. Correct them, or add the SalesMate id."),
    mark("Several records here bear this name. Add what tells them apart, or the SalesMate id."),
    mark("A record here bears this name, but another GSTIN, e-mail or SKU. Is it the same?"),
    mark("A document here has this number and date, but another customer. Is it the same?"),
    mark("An earlier row of this file is about the same record."),
    mark("No record here has this SalesMate id. Empty the cell to make a new record."),
    mark("The record with this SalesMate id was deleted here. Bring it back first, or empty the cell."),
    mark("This field is needed."),
)  # fmt: skip
#: In which letters a text file is written, by what is told of it.
ENCODINGS: Mapping[str, str] = {
    "utf-8": mark("UTF-8 (all languages)"),
    "cp1252": mark("Windows, Western European"),
    "utf-16": mark("UTF-16 (Excel's “Unicode text”)"),
}
#: Changes that one row of the table shows; all of them stand below it.
_SHOWN = 3
_REMEMBERED = 20


def fields(entity: str) -> list[tuple[str, str]]:
    """``(name, words)`` of what a column can be taken into."""
    return [(name, field_words(entity, name)) for name in targets(ENTITIES[entity])]


def field_words(entity: str, name: str) -> str:
    """``City``, ``Lines: Rate``, ``Line 3: Rate`` (``lines[2].rate``)."""
    if name == ID:
        return tr("SalesMate id")
    group, _, rest = name.partition("[")
    spec = ENTITIES[entity].field[group]
    if not rest:
        return tr(spec.title) + (" *" if spec.required else "")
    number, _, child = rest.partition("]")
    inside = tr(spec.child[child[1:]].title) if child else ""
    if not number:
        return tr("{list}: {field}", list=tr(spec.title), field=inside)
    place = tr("{list} {n}", list=tr(spec.title), n=int(number) + 1)
    return tr("{list}: {field}", list=place, field=inside) if inside else place


def missing(entity: str, chosen: Collection[str]) -> list[str]:
    """The fields that a new record can't be without and no column goes into."""
    spec = ENTITIES[entity]
    return [tr(one.title) for one in spec.scalar_fields if one.required and one.name not in chosen]


def change_words(entity: str, change: Any) -> str:
    """``City: Pune → Nagpur``."""
    old, new = _sides(entity, change)
    name = field_words(entity, change.name).removesuffix(" *")
    return tr("{field}: {old} → {new}", field=name, old=old, new=new)


def value_words(entity: str, change: Any) -> str:
    """``City: Nagpur``, of a new record."""
    name = field_words(entity, change.name).removesuffix(" *")
    return tr("{field}: {said}", field=name, said=_sides(entity, change)[1])


def _sides(entity: str, change: Any) -> tuple[str, str]:
    group, _, rest = change.name.partition("[")
    spec = ENTITIES[entity].field[group]
    child = rest.partition("]")[2]
    known = spec.child[child[1:]] if child else spec
    if rest and not child:  # a whole line: what it is about
        return formats.value(change.before) or formats.NOTHING, formats.value(change.after) or formats.NOTHING
    old, new = presenter.shown(change.before, known), presenter.shown(change.after, known)
    return old or formats.NOTHING, new or formats.NOTHING


def fault_words(fault: Any, *, row: bool) -> str:
    """``Row 7, Due date: “32/8/26” is not a date …``."""
    said = (
        tr("“{shown}” {reason}", shown=fault.shown, reason=from_below(fault.reason))
        if fault.shown
        else from_below(fault.reason)
    )
    said = tr("{field}: {said}", field=fault.column, said=said) if fault.column else said
    return tr("Row {n}, {said}", n=fault.row, said=said) if row else said


def details(entity: str, item: Any) -> list[str]:
    """Everything there is to say of one record of the file, a line each."""
    found = []
    if item.by and item.record_id:
        names = ", ".join(field_words(entity, name).removesuffix(" *") for name in item.by)
        found.append(tr("Found here by: {fields}", fields=names))
    return found + _news(entity, item)


def _news(entity: str, item: Any) -> list[str]:
    found = [from_below(item.reason)] if item.reason else []
    found += [fault_words(one, row=len(item.rows) > 1) for one in item.faults]
    words = value_words if item.kind == v.NEW else change_words
    return found + [words(entity, one) for one in item.changes]


def decisions(entity: str, item: Any, *, only_new: bool) -> list[tuple[str, str]]:
    """``(words, key)`` of what a person can decide of a doubtful row; nothing where there is nothing to decide. ``only_new``:
    what is here is not to be changed."""
    found = [] if only_new else [str(one["id"]) for one in item.candidates]
    found += [v.DECIDED_NEW] if item.may_be_new else []
    if item.kind != v.DOUBTFUL or not found:
        return []
    return [(tr("Leave this row out"), ""), *((decision_words(entity, item, key), key) for key in found)]


def decision_words(entity: str, item: Any, choice: str) -> str:
    if choice == v.DECIDED_NEW:
        return tr("Make a new record of it")
    record = next(one for one in item.candidates if one["id"] == choice)
    name, more = candidate_words(entity, record)
    paper = str(record.get("customer") or "") if ENTITIES[entity].is_document else ""
    about = "  ·  ".join(part for part in (paper, more) if part)
    return tr("It is “{name}” ({about})", name=name, about=about) if about else tr("It is “{name}”", name=name)


def rows_words(rows: Sequence[int]) -> str:
    """``7``, ``7–9``, ``7, 12``."""
    first, last = rows[0], rows[-1]
    if len(rows) == 1:
        return str(first)
    return (
        f"{first}–{last}"
        if last - first == len(rows) - 1
        else ", ".join(map(str, rows[:3])) + ("…" if rows[3:] else "")
    )


def odd_words(look: Any) -> tuple[str, str]:
    """What is said of a text file's lines that are no UTF-8; nothing where there are none."""
    if not look.odd:
        return "", ""
    lines = ", ".join(map(str, look.odd[:5])) + ("…" if len(look.odd) > 5 else "")
    if look.encoding == "utf-8":
        return (
            tr("The file is damaged, or written in two ways (line {lines})", lines=lines),
            tr(
                "It is read as UTF-8, and rows with a broken letter are told as wrong. If that is not right, choose another below."
            ),
        )
    return (
        tr("Read as Windows writes Western European letters (line {lines})", lines=lines),
        tr("Look whether the names are right. If they are not, choose another below."),
    )


def table_row(entity: str, item: Any) -> tuple[str, str, str, str]:
    """``(row, what, name, in short)``."""
    lines = _news(entity, item)
    more = "…" if len(lines) > _SHOWN else ""
    return rows_words(item.rows), tr(KINDS[item.kind][2]), item.label, "  ·  ".join(lines[:_SHOWN]) + more


def kind_words(kind: str, count: int) -> str:
    return tr("{kind}  {n}", kind=tr(KINDS[kind][2]), n=formats.grouped(count))


def preview_words(entity: str, preview: Any, *, only_new: bool) -> tuple[str, str, str]:
    """``(level, title, text)`` of the preview's note."""
    counts = preview.counts
    to_do = counts[v.NEW] + (0 if only_new else counts[v.CHANGED])
    parts = [_counted(kind, counts[kind]) for kind in v.KINDS if counts[kind]]
    kind = states.entity_plural(entity)
    text = f"{kind}: {', '.join(parts)}." if parts else ""
    if only_new and counts[v.CHANGED]:
        text = f"{text} {tr('What is here already stays as it is.')}"
    if not to_do:
        return "warn", tr("Nothing would be written"), text
    level = "warn" if counts[v.WRONG] or counts[v.DOUBTFUL] else "info"
    return level, tr("Nothing is written yet: this is what the import would do"), text.strip()


def _counted(kind: str, count: int) -> str:
    words = {
        v.NEW: lambda: plural(count, "{n} new", "{n} new"),
        v.CHANGED: lambda: plural(count, "{n} changed", "{n} changed"),
        v.SAME: lambda: plural(count, "{n} the same", "{n} the same"),
        v.DOUBTFUL: lambda: plural(count, "{n} doubtful and left out", "{n} doubtful and left out"),
        v.WRONG: lambda: plural(count, "{n} wrong and left out", "{n} wrong and left out"),
    }
    return words[kind]()


def done_words(done: Any) -> tuple[str, str, str]:
    """The same of what was done."""
    counts, left_out = done.counts, done.counts[v.WRONG] + done.counts[v.DOUBTFUL]
    changed = counts[v.CHANGED] - done.left
    parts = [
        plural(counts[v.NEW], "{n} record was made.", "{n} records were made."),
        plural(changed, "{n} record was changed.", "{n} records were changed."),
    ]
    same = counts[v.SAME] + done.left
    if same:
        parts.append(plural(same, "{n} stayed as it is.", "{n} stayed as they are."))
    if left_out:
        parts.append(plural(left_out, "{n} could not be taken.", "{n} could not be taken."))
    if done.trouble:
        parts.append(tr("The database took no more. {hint}", hint=done.trouble))
    if done.stopped:
        parts.append(tr("What was taken in stays; importing the file again goes on with the rest."))
        return "warn", tr("Stopped"), " ".join(parts)
    if counts[v.NEW] or changed:
        parts.append(tr("The next sync sends it to the connected systems, where that is switched on."))
    return ("warn" if left_out else "ok"), tr("The file is imported"), " ".join(parts)


def last_words(last: Any) -> str:
    return tr(
        "Last import: {file} ({kind}), {when}.",
        file=last.file,
        kind=states.entity_plural(last.entity),
        when=formats.when(last.at),
    )


# --- what is remembered of a file's titles ------------------------------------------------------------------------


def titles_key(entity: str, columns: Sequence[Any]) -> str:
    return "\t".join([entity, *(f"{one.at}={one.title}" for one in columns)])


def remembered(kept: str, key: str) -> dict[int, str] | None:
    """What was chosen the last time for these titles (``""``: not taken)."""
    found = _load(kept).get(key)
    return {int(at): name for at, name in found.items()} if isinstance(found, dict) else None


def remember(kept: str, key: str, chosen: Mapping[int, str]) -> str:
    """The same with the newest choice; the oldest are forgotten."""
    known = _load(kept)
    known.pop(key, None)
    known[key] = {str(at): name for at, name in chosen.items()}
    return json.dumps(dict(list(known.items())[-_REMEMBERED:]))


def _load(kept: str) -> dict[str, Any]:
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
