"""The lines of the preview: what becomes of each linked field of one record, in words. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.services.mapping.views import MappingBench, PreviewRow, SampleRecord, Shown, SideField
from app.ui.widgets.table import Cell
from app.ui.words import from_below, mark, plural, tr

#: Three kinds of nothing, each by its own word; the last is a link that doesn't go that way.
NOTHING = {"empty": mark("empty"), "absent": mark("not read"), "none": mark("—")}
_WHY = {
    "empty": mark("There is nothing in this field."),
    "absent": mark("It was not read, or there is no such record yet."),
    "none": mark("The link does not go this way."),
}
_LONG = 12  # letters that fit in a column for certain
_INDENT = "\u2003\u2003"
SEPARATOR = " ↔ "


def key(row: PreviewRow) -> str:
    """What a line is known by while links come and go."""
    return row.local + SEPARATOR + row.remote


def is_trouble(row: PreviewRow) -> bool:
    return bool(row.problem) or row.loses


def trouble(rows: Iterable[PreviewRow]) -> int:
    return sum(1 for row in rows if is_trouble(row))


def shown_rows(rows: Sequence[PreviewRow], *, problems_only: bool) -> list[PreviewRow]:
    return [row for row in rows if is_trouble(row)] if problems_only else list(rows)


def note(row: PreviewRow) -> tuple[str, str]:
    """``(words, tone)`` of what there is to say about a line; ``error``, ``warn`` or ``muted``."""
    if row.problem:
        problem = from_below(row.problem)
        return tr("On the way there: {problem}", problem=problem) if row.side == "out" else problem, "error"
    if row.loses:
        return tr("Sent back, it would not be what came from there: something gets lost on the way."), "warn"
    if row.lines is not None and "[]" not in row.local:
        return _lines_words(row.lines), "muted"
    if row.becomes.state == "value" and row.here.state in ("value", "empty") and row.becomes.text != row.here.text:
        return tr("not what is here now"), "muted"
    return "", "muted"


def _lines_words(count: int) -> str:
    """Of a list: which one of it stands below."""
    if not count:
        return tr("no lines")
    return plural(count, "below is the only line", "below is the first of {n} lines")


def cells(row: PreviewRow, ours: SideField, theirs: SideField) -> tuple[Cell, ...]:
    words, tone = note(row)
    icon = {"error": "error", "warn": "warning"}.get(tone, "")
    names = ours.title + SEPARATOR + theirs.title + (f" ({theirs.path})" if theirs.title != theirs.path else "")
    title = _INDENT + ours.title if ours.group else ours.title
    return (
        Cell(title, bold=ours.is_list, tip=names),
        _value(row.there),
        _value(row.becomes, failed=bool(row.problem) and row.side == "in"),
        _value(row.here),
        _value(row.sent, failed=bool(row.problem) and row.side == "out", loses=row.loses),
        Cell(words, tone, icon, tip=words),
    )


def _value(shown: Shown, *, failed: bool = False, loses: bool = False) -> Cell:
    tone, icon = ("error", "error") if failed else ("warn", "warning") if loses else ("", "")
    if shown.state == "value":
        return Cell(shown.text, tone, icon, tip=shown.text if len(shown.text) > _LONG else "")
    return Cell(tr(NOTHING[shown.state]), tone or "muted", icon, tip=tr(_WHY[shown.state]))


def sample_words(sample: SampleRecord | None, system: str) -> str:
    """On which side the record is, where it isn't on both."""
    if sample is None:
        return ""
    if sample.remote is None:
        return tr("Only here so far, not in {system}", system=system)
    return tr("Not here yet, only in {system}", system=system) if sample.hub is None else ""


def titles(bench: MappingBench | None) -> list[str]:
    """Of the columns."""
    system = bench.system_title if bench is not None else ""
    return [
        tr("Field"),
        tr("In {system}", system=system) if system else tr("There"),
        tr("Becomes here"),
        tr("Here now"),
        tr("Would be sent there"),
        tr("Notes"),
    ]
