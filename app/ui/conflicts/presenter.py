"""Decisions that wait, in words. Plain Python."""

from __future__ import annotations

from typing import Any

from app.model.entities import entity_named
from app.ui import formats, states
from app.ui.records.presenter import shown
from app.ui.words import mark, plural, tr

KINDS = {
    "fields": mark("Changed on both sides"),
    "match": mark("May be one you have already"),
    "delete": mark("Deleted on one side, changed on the other"),
}


def kind_words(kind: str) -> str:
    return tr(KINDS.get(kind, "")) or kind.replace("_", " ").capitalize()


def rows(conflicts: list[Any]) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (
            each.id,
            (
                each.label or each.remote_id,
                states.entity_title(each.entity_type),
                kind_words(each.kind),
                about(each),
                each.connection_name,
                formats.when(each.created_at),
            ),
        )
        for each in conflicts
    ]


def about(each: Any) -> str:
    if each.fields:
        spec = entity_named(each.entity_type)
        names = [str(field.get("name")) for field in each.fields]
        titles = [tr(spec.field[name].title) if spec and name in spec.field else name for name in names]
        return ", ".join(titles[:3]) + (" …" if len(titles) > 3 else "")
    if each.candidates:
        return plural(len(each.candidates), "{n} possible match", "{n} possible matches")
    return ""


def sides(each: Any) -> list[tuple[str, str, str, str]]:
    """``(field, how it was, here, there)``."""
    spec = entity_named(each.entity_type)
    out = []
    for field in each.fields:
        name = str(field.get("name"))
        known = spec.field.get(name) if spec else None

        def said(value: Any, known: Any = known) -> str:
            return (shown(value, known) if known else formats.value(value)) or formats.NOTHING

        title = tr(known.title) if known else name
        out.append((title, said(field.get("base")), said(field.get("local")), said(field.get("remote"))))
    return out
