"""What a mapping is called and what is said of it in a line. Plain Python."""

from __future__ import annotations

from typing import Any

from app.model.entities import entity_named
from app.ui import states
from app.ui.words import tr


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
