"""The field links of one config as lines of a table. Plain Python."""

from __future__ import annotations

from typing import Any

from app.model.entities import entity_named
from app.ui import states
from app.ui.words import mark, tr

WAYS = {"both": mark("both ways"), "to_local": mark("from there"), "to_remote": mark("to there")}


def local_title(entity: str, path: str) -> str:
    """``lines[].product`` as ``Lines › Product``."""
    spec = entity_named(entity)
    parts = []
    fields: Any = spec.field if spec else {}
    for name in path.split("."):
        bare = name.removesuffix("[]")
        field = fields.get(bare)
        parts.append(tr(field.title) if field else bare)
        fields = field.child if field else {}
    return " › ".join(parts)


def lines(config: Any) -> list[tuple[str, tuple[str, ...]]]:
    """``(key, (our field, arrow, its field, kind, notes))``."""
    out: list[tuple[str, tuple[str, ...]]] = []
    for link in config.field_mappings:
        arrow = {"both": "↔", "to_local": "←", "to_remote": "→"}.get(link.direction, "↔")
        if config.sync_direction == "pull" and link.direction == "both":
            arrow = "←"
        notes = []
        if link.is_required:
            notes.append(tr("required"))
        if link.is_readonly:
            notes.append(tr("read only"))
        if link.transform:
            steps = [str(step.get("name", "")) for step in link.transform if isinstance(step, dict)]
            notes.append(
                tr("changed on the way: {steps}", steps=", ".join(filter(None, steps)))
                if steps
                else tr("changed on the way")
            )
        if link.value_map:
            notes.append(tr("value table"))
        if link.default_value not in (None, ""):
            notes.append(tr("otherwise {value}", value=link.default_value))
        cells = (
            local_title(config.entity_type, link.local_field),
            arrow,
            link.remote_field,
            tr(TYPES.get(link.field_type, "")),
            ", ".join(notes),
        )
        out.append((link.local_field + link.remote_field, cells))
    return out


TYPES = {
    "text": mark("text"),
    "number": mark("number"),
    "date": mark("date"),
    "boolean": mark("yes or no"),
    "lookup": mark("reference"),
    "picklist": mark("choice"),
    "lines": mark("lines"),
}


def summary(config: Any, system: str) -> str:
    titles = [local_title(config.entity_type, name) for name in config.match_on]
    match = ", ".join(title if title.isupper() else title.lower() for title in titles)
    parts = [
        tr(states.DIRECTIONS.get(config.sync_direction, ""), system=system),
        tr("recognised by {fields}", fields=match) if match else "",
        tr(
            "changed on both sides: {rule}",
            rule=tr(states.RULES.get(config.conflict_resolution, ""), system=system).lower(),
        ),
    ]
    return "  ·  ".join(part for part in parts if part)
