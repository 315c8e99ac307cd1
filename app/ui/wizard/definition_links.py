"""Which field of a list, in a definition's guided form, is which of ours. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.model.entities import ENTITIES
from app.ui.wizard.definition import mapping, put
from app.ui.words import tr


def own_fields(entity: str, path: str) -> list[tuple[str, str]]:
    """``(title, name)`` of our fields that a field of theirs may be: those of lines for one inside a list."""
    spec = ENTITIES.get(entity)
    if spec is None:
        return []
    if "[]" not in path:
        return [(tr(one.title), one.name) for one in spec.scalar_fields]
    return [
        (f"{tr(group.title)}: {tr(one.title)}", f"{group.name}[].{one.name}")
        for group in spec.line_fields
        for one in group.children
    ]


@dataclass(frozen=True)
class Seen:
    """A field of theirs, with what stands in it somewhere."""

    path: str
    sample: str = ""
    sent_as: str = ""


def fields_of(resource: Mapping[str, Any], learned: Sequence[Any]) -> list[Seen]:
    """What was seen in records, and what is linked besides."""
    seen = [Seen(one.path, one.sample, one.sent_as) for one in learned]
    links = mapping(resource.get("mapping")).values()
    linked = [str(link.get("path") if isinstance(link, Mapping) else link) for link in links]
    there = {one.path for one in seen}
    lists = {path.partition("[]")[0] for path in [*there, *linked] if "[]" in path}
    return [*seen, *(Seen(path) for path in dict.fromkeys(linked) if path not in there | lists)]


def linked_to(resource: Mapping[str, Any], path: str) -> str:
    """Our field that is this one of theirs; empty for none."""
    for local, link in mapping(resource.get("mapping")).items():
        if (link.get("path") if isinstance(link, Mapping) else link) == path:
            return str(local)
    return ""


def with_links(resource: Mapping[str, Any], rows: Sequence[tuple[Seen, str]]) -> dict[str, Any]:
    """``rows``: all fields of theirs that are shown, each with ours (empty for none). Of two that are the same one of ours the
    first counts. How a field that was linked before is converted stays."""
    present, links = mapping(resource.get("mapping")), dict[str, Any]()
    spec = ENTITIES.get(str(resource.get("entity") or ""))
    for seen, local in rows:
        if not local or local in links:
            continue
        kept = present.get(local)
        if isinstance(kept, Mapping):
            links[local] = {**kept, "path": seen.path}
        else:
            needed = kept is None and spec is not None and spec.label_field == local
            links[local] = {"path": seen.path, "required": True} if needed else seen.path
        if "[]" in local:  # the rows of a list are linked with the first of their fields
            group = local.partition("[]")[0]
            links.setdefault(group, present.get(group) or seen.path.rpartition("[]")[0])
    made = put(resource, ("mapping",), links or None)
    found = made.get("fields")
    known = list(found) if isinstance(found, list) else []
    told = {mapping(one).get("path") for one in known}
    numbers = [seen.path for seen, local in rows if local and seen.sent_as == "number" and seen.path not in told]
    new = [{"path": path, "type": "lookup", "as": "number"} for path in numbers]
    return put(made, ("fields",), [*known, *new]) if new else made


def twice(rows: Sequence[tuple[Seen, str]]) -> list[str]:
    """Our fields that several of theirs are."""
    named = [local for _, local in rows if local]
    return [local for local in dict.fromkeys(named) if named.count(local) > 1]
