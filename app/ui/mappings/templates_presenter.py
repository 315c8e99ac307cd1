"""Templates in words: what one would change, what it is for, what became of an imported file. Plain Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.model.entities import ENTITIES
from app.model.errors import InvalidInput
from app.services.config_drafts import read_mappings
from app.services.systems import title_of
from app.services.template.definitions import records_of
from app.services.views import MappingView
from app.ui import formats, states
from app.ui.mappings import presenter, saving_presenter
from app.ui.widgets.table import Cell
from app.ui.words import from_below, mark, plural, tr

KINDS = {
    "field": mark("Steps for one field"),
    "record": mark("One kind of record"),
    "batch": mark("A whole connection"),
}
#: What becomes of a link: its sign, words and colour.
WHAT = {
    "added": ("+", mark("new"), "ok"),
    "removed": ("−", mark("removed"), "error"),
    "changed": ("≠", mark("changed"), "warn"),
}


@dataclass(frozen=True)
class Difference:
    """``what``: added, removed or changed; ``remote`` is the end that it has afterwards, ``before`` the one it had (if another)."""

    what: str
    local: str
    remote: str
    before: str = ""


def everything(templates: Any, **wanted: Any) -> list[Any]:
    """All templates of a kind or system, page by page."""
    found: list[Any] = []
    cursor = None
    while True:
        page, cursor = templates.list(**wanted, limit=200, cursor=cursor)
        found += page
        if cursor is None:
            return found


# --- what one would change ----------------------------------------------------------------------------------


def fits(record: Mapping[str, Any], config: Any) -> bool:
    """Is this part of a template for that config's kind of record?"""
    return record["entityType"] == config.entity_type and record.get("remoteModule") in (None, config.remote_module)


def for_config(found: Iterable[Any], config: Any) -> list[Any]:
    return [one for one in found if fits(one.definition, config)]


def links_of(record: Mapping[str, Any], config: Any) -> tuple[MappingView, ...]:
    """The links that this part of a template would give a config. Raises ``InvalidInput``."""
    return tuple(read_mappings(record["fieldMappings"], ENTITIES[config.entity_type], config.sync_direction))


def differences(before: Sequence[MappingView], after: Sequence[MappingView]) -> list[Difference]:
    """Link by link, by the hub's field: first what comes, then what changes, then what goes."""
    left, kept = list(before), {_ends(link) for link in after}
    added: list[Difference] = []
    changed: list[Difference] = []
    for link in after:
        same = next((one for one in left if _ends(one) == _ends(link)), None)
        if same is None:
            moved = (one for one in left if one.local_field == link.local_field and _ends(one) not in kept)
            same = next(moved, None)
        if same is None:
            added.append(Difference("added", link.local_field, link.remote_field))
            continue
        left.remove(same)
        if same.remote_field != link.remote_field:
            changed.append(Difference("changed", link.local_field, link.remote_field, same.remote_field))
        elif _plain(same) != _plain(link):
            changed.append(Difference("changed", link.local_field, link.remote_field))
    gone = [Difference("removed", link.local_field, link.remote_field) for link in left]
    return [*added, *changed, *gone]


def _ends(link: MappingView) -> tuple[str, str]:
    return link.local_field, link.remote_field


def _plain(link: MappingView) -> Any:
    return _bare(vars(link))


def _bare(value: Any) -> Any:
    """Without what means nothing: empty lists and settings, and the rule that a value table has unless it says otherwise."""
    if isinstance(value, Mapping):
        kept = {name: _bare(one) for name, one in value.items() if (name, one) != ("unmapped", "keep")}
        return {name: one for name, one in kept.items() if one not in (None, "", [], {})}
    return [_bare(one) for one in value] if isinstance(value, list | tuple) else value


def difference_cells(one: Difference, title: Callable[[str], str]) -> tuple[Cell, ...]:
    sign, words, tone = WHAT[one.what]
    there = f"{one.before} → {one.remote}" if one.before else one.remote
    return Cell(f"{sign}  {tr(words)}", tone), Cell(title(one.local)), Cell(there)


def summary(found: Sequence[Difference]) -> str:
    """``2 new links, 1 link changed, 3 links go``."""
    count = {what: sum(1 for one in found if one.what == what) for what in WHAT}
    parts = [
        plural(count["added"], "{n} new link", "{n} new links") if count["added"] else "",
        plural(count["changed"], "{n} link changed", "{n} links changed") if count["changed"] else "",
        plural(count["removed"], "{n} link removed", "{n} links removed") if count["removed"] else "",
    ]
    return ", ".join(part for part in parts if part) or tr("nothing changes")


@dataclass(frozen=True)
class BatchLine:
    """What a batch template would do to one kind of record: ``words``; ``problem`` when it can't. ``links`` are those that
    ``config_id`` would get, none where nothing changes."""

    entity: str
    words: str
    problem: bool = False
    config_id: str = ""
    links: tuple[MappingView, ...] = ()


def batch_lines(template: Any, configs: Sequence[Any]) -> list[BatchLine]:
    lines = []
    for record in records_of(template.kind, template.definition):
        fitting = [config for config in configs if fits(record, config)]
        if not fitting:
            lines.append(BatchLine(record["entityType"], tr("not synced over this connection: left out")))
        for config in fitting:
            try:
                links = links_of(record, config)
            except InvalidInput as error:
                lines.append(BatchLine(record["entityType"], from_below(error.message), problem=True))
                continue
            found = differences(config.field_mappings, links)
            lines.append(
                BatchLine(record["entityType"], summary(found), config_id=config.id, links=links if found else ())
            )
    named = {record["entityType"] for record in records_of(template.kind, template.definition)}
    others = (config.entity_type for config in configs if config.entity_type not in named)
    return [*lines, *(BatchLine(entity, tr("not in the template: stays as it is")) for entity in others)]


def batch_cells(line: BatchLine, synced: str) -> tuple[Cell, ...]:
    """``synced``: what changes for its synced records."""
    tone, icon = ("error", "error") if line.problem else ("", "") if line.links else ("muted", "")
    synced = synced if line.links else ""
    return (
        Cell(states.entity_plural(line.entity), bold=bool(line.links)),
        Cell(line.words, tone, icon, tip=line.words),
        Cell(synced, tip=synced),
    )


def synced_words(mappings: Any, line: BatchLine, cancel: Any) -> str:
    """Runs long. ``Phone: 12 records change here; State: …``."""
    if not line.links:
        return ""
    effects = mappings.effects(line.config_id, line.links, cancel=cancel)
    found = "; ".join(saving_presenter.effect_words(one) for one in saving_presenter.touched(effects))
    return found or saving_presenter.effects_words(effects)


# --- lists --------------------------------------------------------------------------------------------------


def used_words(template: Any) -> str:
    if template.kind == "field":
        return plural(template.uses, "{n} link", "{n} links") if template.uses else tr("by no link")
    return plural(template.uses, "{n} time", "{n} times") if template.uses else tr("not yet")


def about(template: Any) -> str:
    """What it is for: ``Customers, Tally Prime``."""
    system = title_of(template.system) if template.system else tr("every system")
    if template.kind == "field":
        return system
    kinds = dict.fromkeys(record["entityType"] for record in records_of(template.kind, template.definition))
    return ", ".join([*(states.entity_plural(name) for name in kinds), system])


def list_cells(template: Any) -> tuple[Cell, ...]:
    return (
        Cell(template.name, bold=True),
        Cell(about(template)),
        Cell(str(template.version)),
        Cell(used_words(template)),
        Cell(formats.when(template.updated_at), tip=formats.exactly(template.updated_at)),
    )


def manage_cells(template: Any) -> tuple[Cell, ...]:
    name, what, *rest = list_cells(template)
    return (name, Cell(tr(KINDS.get(template.kind, ""))), what, *rest)


def version_cells(version: Any, *, present: bool) -> tuple[Cell, ...]:
    return (
        Cell(tr("{n} (now)", n=version.version) if present else str(version.version), bold=present),
        Cell(version.name),
        Cell(held(version.definition)),
        Cell(formats.when(version.at), tip=formats.exactly(version.at)),
    )


def held(definition: Mapping[str, Any]) -> str:
    """How much is in it."""
    if "mappings" in definition:
        count = len(definition["mappings"])
        return plural(count, "{n} kind of record", "{n} kinds of record")
    if "fieldMappings" in definition:
        count = len(definition["fieldMappings"])
        return plural(count, "{n} link", "{n} links")
    parts = []
    if steps := definition.get("transform"):
        parts.append(plural(len(steps), "{n} step", "{n} steps"))
    if table := definition.get("valueMap"):
        parts.append(plural(len(table.get("pairs", ())), "a table of {n} value", "a table of {n} values"))
    if rules := definition.get("validation"):
        parts.append(plural(len(rules), "{n} rule", "{n} rules"))
    return ", ".join(parts)


# --- what became of it ------------------------------------------------------------------------------------


def import_words(report: Any) -> str:
    """A sentence for each outcome."""
    renamed = ", ".join(tr("{name} as {new}", name=name, new=new) for name, new in report.renamed)
    parts = [
        tr("Added: {names}.", names=", ".join(report.added)) if report.added else "",
        tr("Replaced, as a new version: {names}.", names=", ".join(report.replaced)) if report.replaced else "",
        tr("Added under another name: {names}.", names=renamed) if report.renamed else "",
        tr("Here already, and the same: {names}.", names=", ".join(report.same)) if report.same else "",
    ]
    return "\n".join(part for part in parts if part) or tr("There is no template in the file.")


def applied_words(applied: Any) -> str:
    """What a batch template did."""
    kinds = ", ".join(states.entity_plural(one.entity_type) for one in applied.changed)
    parts = [tr("Links set: {kinds}.", kinds=kinds) if kinds else tr("No links were set.")]
    if applied.missing:
        left = ", ".join(states.entity_plural(name) for name in applied.missing)
        parts.append(tr("Not synced over this connection, left out: {kinds}.", kinds=left))
    warnings = [
        f"{states.entity_plural(one.entity_type)}: {from_below(text)}"
        for one in applied.changed
        for text in one.warnings
    ]
    return "\n".join([*parts, *warnings])


def local_titles(config: Any) -> Callable[[str], str]:
    return lambda path: presenter.local_title(config.entity_type, path)
