"""Decisions that wait, in words, and what a person chose for each field. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.model.entities import FieldSpec, entity_named
from app.model.values import FieldType
from app.ui import formats, states
from app.ui.records.presenter import by_whom, line_words, shown
from app.ui.words import mark, plural, tr

KINDS = {
    "fields": mark("Changed on both sides"),
    "match": mark("May be one you have already"),
    "delete": mark("Deleted there, changed here"),
}
HERE, THERE, OTHER = "local", "remote", "other"
#: ``(resolution, the button, what it does to many at once)`` for each kind of conflict.
BULK: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "fields": (
        (HERE, mark("Take what is here"), mark("What is here stays; the other system gets it with the next sync.")),
        (THERE, mark("Take what is there"), mark("What is there is taken over here.")),
    ),
    "match": (
        ("link", mark("They are the same"), mark("Each is linked to its one possible match.")),
        ("separate", mark("Keep both apart"), mark("Each becomes a record of its own.")),
    ),
    "delete": (
        (HERE, mark("Keep, and make anew there"), mark("They stay here and are made anew in the other system.")),
        (THERE, mark("Delete here, too"), mark("They are marked as deleted here; they can be brought back.")),
    ),
}


def kind_words(kind: str) -> str:
    return tr(KINDS.get(kind, "")) or kind.replace("_", " ").capitalize()


def rows(conflicts: Sequence[Any]) -> list[tuple[str, tuple[str, ...]]]:
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


def decided_rows(conflicts: Sequence[Any]) -> list[tuple[str, tuple[str, ...]]]:
    """The same columns of what was decided: the decision, and when."""
    return [
        (key, (*cells[:3], decided_words(each), cells[4], formats.when(each.resolved_at or each.created_at)))
        for (key, cells), each in zip(rows(conflicts), conflicts, strict=True)
    ]


DECIDED: Mapping[str, Mapping[str, str]] = {
    "fields": {
        HERE: mark("What was here was taken"),
        THERE: mark("What was there was taken"),
        "merge": mark("Chosen field by field"),
        "agreed": mark("Both sides came to the same"),
    },
    "match": {
        "link": mark("They are the same"),
        "separate": mark("Kept apart"),
        "gone": mark("Deleted there meanwhile"),
    },
    "delete": {HERE: mark("Kept, and made anew there"), THERE: mark("Deleted here, too")},
}


def decided_words(each: Any) -> str:
    return tr(DECIDED.get(each.kind, {}).get(each.resolution or "", "")) or str(each.resolution or "")


def by_person(each: Any) -> bool:
    return each.resolved_by != "rule"


def decided_by(each: Any) -> str:
    when = formats.when(each.resolved_at or each.created_at)
    if not by_person(each):
        return tr("by your rule, {when}", when=when)
    return tr("by {who}, {when}", who=by_whom(str(each.resolved_by), {}), when=when)


def about(each: Any) -> str:
    if each.candidates:
        return plural(len(each.candidates), "{n} possible match", "{n} possible matches")
    titles = [title_of(each.entity_type, str(field.get("name"))) for field in each.fields]
    return ", ".join(titles[:3]) + (" …" if len(titles) > 3 else "")


def filtered(conflicts: Sequence[Any], connection: str | None, entity: str | None, kind: str | None) -> list[Any]:
    return [
        each
        for each in conflicts
        if connection in (None, each.connection_id) and entity in (None, each.entity_type) and kind in (None, each.kind)
    ]


def spec_of(entity: str, name: str) -> FieldSpec | None:
    spec = entity_named(entity)
    return spec.field.get(name) if spec else None


def title_of(entity: str, name: str) -> str:
    known = spec_of(entity, name)
    return tr(known.title) if known else name.removeprefix("custom.").replace("_", " ").capitalize()


def said(entity: str, name: str, value: Any, record: Mapping[str, Any] | None = None) -> str:
    """A value in words. ``record`` (the hub's own) knows what a lookup's id is called."""
    known = spec_of(entity, name)
    if known is None:
        return formats.value(value) or formats.NOTHING
    if known.type is FieldType.LINES and isinstance(value, list):
        return "\n".join(line_words(known, each) for each in value) or formats.NOTHING
    if known.type is FieldType.LOOKUP and isinstance(value, str):
        present = (record or {}).get(name)
        if isinstance(present, dict) and present.get("id") == value:
            value = present
    return shown(value, known) or formats.NOTHING


# --- changed on both sides


@dataclass(frozen=True)
class Side:
    """One field's three values, in words. ``typed``: may a third one be given?"""

    name: str
    title: str
    base: str
    here: str
    there: str
    typed: bool


def sides(each: Any, record: Mapping[str, Any] | None = None) -> list[Side]:
    out = []
    for field in each.fields:
        name, entity = str(field.get("name")), each.entity_type
        known = spec_of(entity, name)
        base, here, there = (said(entity, name, field.get(which), record) for which in ("base", HERE, THERE))
        typed = known is None or (known.type is not FieldType.LINES and not known.readonly)
        out.append(Side(name, title_of(entity, name), base, here, there, typed))
    return out


def changed_here(each: Any, history: Sequence[Any], names: Mapping[str, str]) -> str:
    """Who last changed one of the fields in question here, and when."""
    wanted = {str(field.get("name")) for field in each.fields}
    for version in history:
        if wanted & set(version.changes or {}):
            by = by_whom(version.source, names)
            return tr("changed {when} by {who}", when=formats.when(version.at), who=by)
    return ""


class Choices:
    """What was chosen for each field: here, there, or a third value."""

    def __init__(self, conflict: Any) -> None:
        self.fields: dict[str, Mapping[str, Any]] = {str(field.get("name")): field for field in conflict.fields}
        self.picked: dict[str, str] = {}
        self.typed: dict[str, Any] = {}

    def pick(self, name: str, which: str) -> None:
        self.picked[name] = which

    def pick_all(self, which: str) -> None:
        self.picked = dict.fromkeys(self.fields, which)

    @property
    def complete(self) -> bool:
        return len(self.picked) == len(self.fields)

    def result(self, name: str) -> Any:
        """The value as it will be; ``None`` also while nothing is chosen."""
        which = self.picked.get(name)
        return self.typed.get(name) if which == OTHER else self.fields[name].get(which) if which else None

    def resolution(self) -> tuple[str, dict[str, Any] | None]:
        """What the service is asked for; in a merge, what is not named stays as it is here."""
        for whole in (HERE, THERE):
            if all(which == whole for which in self.picked.values()):
                return whole, None
        return "merge", {name: self.result(name) for name, which in self.picked.items() if which != HERE}

    def effect(self, system: str, direction: str) -> str:
        """What happens when this is applied. ``direction`` is that of this kind of record."""
        left = len(self.fields) - len(self.picked)
        if left:
            return plural(left, "{n} field is still to be decided.", "{n} fields are still to be decided.")
        here = sum(1 for name, field in self.fields.items() if self.result(name) != field.get(HERE))
        there = sum(1 for name, field in self.fields.items() if self.result(name) != field.get(THERE))
        said = []
        if here:
            said.append(plural(here, "{n} field changes here.", "{n} fields change here."))
        if there and direction == "pull":
            said.append(only_read(system))
        elif there:
            said.append(
                plural(
                    there,
                    "{n} field changes in {name} with the next sync.",
                    "{n} fields change in {name} with the next sync.",
                    name=system,
                )
            )
        return " ".join(said) or tr("Both sides are the same then: nothing changes.")


def only_read(system: str) -> str:
    return tr("{name} keeps what it has: this kind of record is only read from it.", name=system)


# --- may be the same


@dataclass(frozen=True)
class Pair:
    """A field of two records side by side."""

    title: str
    there: str
    here: str
    same: bool


def pairs(each: Any, record: Mapping[str, Any]) -> list[Pair]:
    """The record there beside one of the hub's, what differs first."""
    out = []
    for field in each.fields:
        name = str(field.get("name"))
        there = said(each.entity_type, name, field.get("remote"))
        here = said(each.entity_type, name, record.get(name))
        out.append(Pair(title_of(each.entity_type, name), there, here, _folded(there) == _folded(here)))
    return sorted(out, key=lambda pair: pair.same)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def waiting_words(each: Any) -> str:
    """What else there waits for the decision; nothing where nothing does."""
    if not each.waiting:
        return ""
    counted = [
        f"{formats.grouped(n)} {(states.entity_title if n == 1 else states.entity_plural)(name).lower()}"
        for name, n in ((name, each.waiting[name]) for name in states.ordered(each.waiting))
    ]
    return tr(
        "Waiting for this decision: {what}. What waits comes in with it, and then it can't be taken back.",
        what=", ".join(counted),
    )


def candidate_words(entity: str, record: Mapping[str, Any]) -> tuple[str, str]:
    """``(what a possible match is called, what else tells it apart)``."""
    spec = entity_named(entity)
    title = str(record.get(spec.label_field) if spec else "") or str(record.get("id"))
    known = [record.get(name) for name in ("gstin", "email", "sku", "city", "state", "mobile", "date", "total")]
    return title, "  ·  ".join(str(value) for value in known if value)


# --- many at once


def by_kind(conflicts: Sequence[Any]) -> dict[str, list[Any]]:
    out: dict[str, list[Any]] = {}
    for each in conflicts:
        out.setdefault(each.kind, []).append(each)
    return out


def bulk_options(kind: str, conflicts: Sequence[Any]) -> list[tuple[str, str, str]]:
    """``(resolution, the choice, what it does)`` for several of one kind. Several possible matches are looked at one by one."""
    options = [(name, tr(words), tr(effect)) for name, words, effect in BULK.get(kind, ())]
    if kind == "match" and any(len(each.candidates) != 1 for each in conflicts):
        options = [option for option in options if option[0] != "link"]
    return options


def not_done(left: Sequence[tuple[str, str]], conflicts: Sequence[Any]) -> str:
    """A line for each decision that could not be applied, with the reason."""
    labels = {each.id: each.label or each.remote_id for each in conflicts}
    lines = [f"{labels.get(id_, id_)}: {why}" for id_, why in left[:10]]
    return "\n".join(lines) + ("\n…" if len(left) > 10 else "")
