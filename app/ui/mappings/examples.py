"""The examples that stand beside the fields: of what is linked, one record's on both sides. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.model.values import FieldType
from app.services.mapping.views import MappingBench, PreviewRow, Shown, SideField
from app.ui.words import mark, tr

_YES_NO = {"True": mark("Yes"), "False": mark("No")}


def with_examples(bench: MappingBench, rows: Iterable[PreviewRow]) -> MappingBench:
    """``bench`` with what the record of these preview rows holds in the linked fields. The others keep some record's value:
    there is nothing to compare it with."""
    ours: dict[str, Shown] = {}
    theirs: dict[str, Shown] = {}
    for row in rows:
        ours.setdefault(row.local, row.becomes if row.here.state == "absent" else row.here)
        theirs.setdefault(row.remote, row.sent if row.there.state == "absent" else row.there)
    return replace(
        bench,
        local=tuple(_with_example(field, ours) for field in bench.local),
        remote=tuple(_with_example(field, theirs) for field in bench.remote),
    )


def _with_example(field: SideField, shown: Mapping[str, Shown]) -> SideField:
    samples, found = field.samples, shown.get(field.path)
    if found is not None and found.state in ("value", "empty") and not field.is_list:
        samples = (found.text,) if found.text else ()
    if field.type is FieldType.BOOLEAN:
        samples = tuple(tr(_YES_NO.get(one, one)) for one in samples)
    return field if samples == field.samples else replace(field, samples=samples)
