"""What becomes of each record of a file: the same judgement for the preview and, inside the writing transaction, for the import."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from app.db.imports import by_name
from app.db.merge import MergeStore
from app.db.records.reading import Stored, labels_of
from app.db.records.validating import clean, empty
from app.db.shapes import HubRow
from app.model.entities import EntitySpec, FieldSpec
from app.model.errors import InvalidInput
from app.model.folding import fold_name
from app.model.ids import is_id
from app.model.lines import align
from app.services.importing import views as v
from app.services.importing.matching import Match, Matcher, references
from app.services.record_rules import RecordRules
from app.sheets.cells import writable
from app.sheets.gather import Choice, Draft, Fault
from app.sheets.values import as_text

_ABOUT = ("product", "description", "invoice", "reference", "name")


@dataclass
class Verdict:
    """``write``: the values of a new record, or those that change of ``hub``, in the stored form."""

    draft: Draft
    kind: str
    label: str
    hub: HubRow | None = None
    by: tuple[str, ...] = ()
    reason: str = ""
    faults: tuple[Fault, ...] = ()
    write: dict[str, Any] = field(default_factory=dict)
    shown: tuple[v.FieldChange, ...] = ()
    candidates: tuple[Mapping[str, Any], ...] = ()
    may_be_new: bool = False

    def item(self) -> v.ImportItem:
        return v.ImportItem(
            self.kind,
            tuple(self.draft.rows),
            self.label,
            self.hub.id if self.hub is not None else "",
            self.by,
            self.reason,
            self.shown,
            self.faults,
            self.candidates,
            self.may_be_new,
        )


class _Wrong(Exception):
    """These values can't be taken."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__()
        self.faults = tuple(faults)


class Judge:
    """For one reading of one file; ``rules`` are the mappings'."""

    def __init__(
        self, store: MergeStore, rules: RecordRules, spec: EntitySpec, choice: Choice, decided: Mapping[int, str]
    ) -> None:
        self._spec = spec
        self._choice = choice
        self._rules = rules
        self._present_rules = rules.rules(spec)
        self._matcher = Matcher(store, spec, decided)

    def judge(self, conn: Connection, drafts: Sequence[Draft]) -> list[Verdict]:
        """A verdict for each, in order. The number of queries does not depend on how many they are."""
        matches = self._matcher.match(conn, drafts)
        known = _Known(conn, self._spec, drafts)
        return [self._one(conn, one, match, known) for one, match in zip(drafts, matches, strict=True)]

    def _one(self, conn: Connection, draft: Draft, match: Match, known: _Known) -> Verdict:
        made = Verdict(draft, v.WRONG, self._label(draft, match), match.hub, match.by)
        first = draft.rows[0]
        if draft.faults or match.fault:
            whole = [Fault(first, "", "", match.fault)] if match.fault else []
            made.faults = (*whole, *draft.faults)
        elif match.doubt:
            made.kind, made.reason, made.may_be_new = v.DOUBTFUL, match.doubt, match.may_be_new
            made.candidates = tuple(self._candidate(hub) for hub in match.candidates)
        else:
            try:
                self._fill(conn, made, known)
            except _Wrong as wrong:
                made.faults = wrong.faults
        return made

    def _candidate(self, hub: HubRow) -> dict[str, Any]:
        """As the outside sees it, without its lines."""
        spec = self._spec
        values = {one.name: hub.values.get(one.name) for one in spec.scalar_fields}
        for one in spec.scalar_fields:
            if one.lookup and (named := values[one.name]):
                values[one.name] = self._matcher.labels.get((one.lookup, str(named)))
        return {"id": hub.id, **values}

    def _label(self, draft: Draft, match: Match) -> str:
        name = self._spec.label_field
        ours = match.hub.values.get(name) if match.hub is not None else None
        return str(draft.values.get(name) or ours or "")

    def _fill(self, conn: Connection, made: Verdict, known: _Known) -> None:
        spec, hub, draft = self._spec, made.hub, made.draft
        values = self._resolved(draft, hub, known)
        self._check_needed(draft, values, creating=hub is None)
        present = None if hub is None else _stored(hub)
        try:
            cleaned = clean(conn, spec, values, present, find=lambda _field, value, _where: str(value))
            if hub is not None:
                cleaned = {name: _kept(hub.values.get(name), value) for name, value in cleaned.items()}
            for group in spec.line_fields:
                if group.name in cleaned:
                    cleaned[group.name] = _whole(cleaned[group.name], values[group.name], hub, group)
            before = {} if hub is None else hub.values
            after = {**(empty(spec) if hub is None else hub.values), **cleaned}
            self._rules.check_by(self._present_rules, spec, before, after)
        except InvalidInput as error:
            raise _Wrong([self._fault(draft, error)]) from None
        if hub is None:
            made.kind, made.write = v.NEW, cleaned
            told = {name: value for name, value in cleaned.items() if value is not None}
            made.shown = tuple(self._changes({}, told, known))
            return
        made.write = {name: value for name, value in cleaned.items() if _plain(hub.values.get(name)) != _plain(value)}
        made.kind = v.CHANGED if made.write else v.SAME
        made.shown = tuple(self._changes(hub.values, made.write, known))

    def _resolved(self, draft: Draft, hub: HubRow | None, known: _Known) -> dict[str, Any]:
        """The draft's values with ids in its lookups; what the record refers to already may be called by its label."""
        own = {}
        if hub is not None:
            for entity, record_id in references(self._spec, hub.values):
                own[entity, fold_name(self._matcher.labels.get((entity, record_id)) or "")] = record_id
        faults: list[Fault] = []

        def find(one: FieldSpec, value: Any, where: str) -> Any:
            if not one.lookup or value is None:
                return value
            found = own.get((one.lookup, fold_name(value))) or known.find(one.lookup, value)
            if isinstance(found, str):
                return found
            reason = v.NOT_ONE if found else v.NOT_FOUND[one.lookup]
            faults.append(Fault(draft.rows[0], self._choice.title(where), value, reason))
            return None

        made: dict[str, Any] = {}
        for name, value in draft.values.items():
            group = self._spec.field[name]
            if isinstance(value, list):
                made[name] = [
                    {key: find(group.child[key], cell, f"{name}[].{key}") for key, cell in line.items()}
                    for line in value
                ]
            else:
                made[name] = find(group, value, name)
        if faults:
            raise _Wrong(faults)
        return made

    def _check_needed(self, draft: Draft, values: Mapping[str, Any], *, creating: bool) -> None:
        missing = [
            one
            for one in self._spec.scalar_fields
            if one.required and values.get(one.name) is None and (creating or one.name in values)
        ]
        if missing:
            raise _Wrong(
                [Fault(draft.rows[0], self._choice.title(one.name) or one.title, "", v.NEEDED) for one in missing]
            )

    def _fault(self, draft: Draft, error: InvalidInput) -> Fault:
        return Fault(draft.rows[0], self._choice.title(error.field or ""), "", error.message)

    # --- what differs, for people -----------------------------------------------------------------------------------

    def _changes(self, present: Mapping[str, Any], write: Mapping[str, Any], known: _Known) -> list[v.FieldChange]:
        found: list[v.FieldChange] = []
        for name, after in write.items():
            one, before = self._spec.field[name], present.get(name)
            if one.children:
                found += self._line_changes(one, before or [], after or [], known)
            else:
                found.append(v.FieldChange(name, self._named(one, before, known), self._named(one, after, known)))
        return found

    def _line_changes(
        self, group: FieldSpec, before: Sequence[Any], after: Sequence[Any], known: _Known
    ) -> list[v.FieldChange]:
        found: list[v.FieldChange] = []
        places = align(before, after)
        for at, (line, place) in enumerate(zip(after, places, strict=True)):
            if place is None:
                found.append(v.FieldChange(f"{group.name}[{at}]", None, self._about(group, line, known)))
                continue
            for child in group.children:
                ours, theirs = before[place].get(child.name), line.get(child.name)
                if ours != theirs:
                    names = (self._named(child, ours, known), self._named(child, theirs, known))
                    found.append(v.FieldChange(f"{group.name}[{at}].{child.name}", *names))
        gone = set(range(len(before))) - set(places)
        return found + [
            v.FieldChange(f"{group.name}[{at}]", self._about(group, before[at], known), None) for at in sorted(gone)
        ]

    def _about(self, group: FieldSpec, line: Mapping[str, Any], known: _Known) -> Any:
        name = next((name for name in _ABOUT if line.get(name)), "amount")
        return self._named(group.child[name], line.get(name), known) or ""

    def _named(self, one: FieldSpec, value: Any, known: _Known) -> Any:
        if not one.lookup or value is None:
            return value
        label = self._matcher.labels.get((one.lookup, value)) or known.labels.get((one.lookup, value))
        return {"id": value, "label": label}


class _Known:
    """What the lookups of some drafts name: found for all of them at once."""

    def __init__(self, conn: Connection, spec: EntitySpec, drafts: Sequence[Draft]) -> None:
        wanted: dict[str, set[str]] = {}
        for draft in drafts:
            for entity, text in references(spec, draft.values):
                wanted.setdefault(entity, set()).add(text)
        self._by_name = {
            entity: by_name(conn, entity, {fold_name(text) for text in texts}) for entity, texts in wanted.items()
        }
        ids = {entity: {text for text in texts if is_id(text)} for entity, texts in wanted.items()}
        self.labels = labels_of(conn, ids)
        for entity, names in self._by_name.items():
            self.labels |= {(entity, record_id): label for found in names.values() for record_id, label in found}

    def find(self, entity: str, text: str) -> str | Collection[str]:
        """The id, or all ids that it could be (none, or several)."""
        if (entity, text.lower()) in self.labels:
            return text.lower()
        found = self._by_name[entity].get(fold_name(text), [])
        exact = [record_id for record_id, label in found if label == text] or [record_id for record_id, _ in found]
        return exact[0] if len(exact) == 1 else exact


def _plain(value: Any) -> Any:
    """A document without lines has none, however that is kept."""
    return None if value == [] else value


def _stored(hub: HubRow) -> Stored:
    return Stored(hub.id, hub.version, "", hub.updated_at, hub.deleted_at, "", {**hub.values, "custom": hub.custom})


def _whole(
    cleaned: Sequence[Mapping[str, Any]], given: Sequence[Mapping[str, Any]], hub: HubRow | None, group: FieldSpec
) -> list[dict[str, Any]]:
    """The lines with what the file does not tell of them as it was."""
    told = [{name: line[name] for name in names} for line, names in zip(cleaned, given, strict=True)]
    old = (hub.values.get(group.name) or []) if hub is not None else []
    places = align(old, told)
    return [
        dict.fromkeys(group.child) | line
        if place is None
        else old[place] | {name: _kept(old[place].get(name), value) for name, value in line.items()}
        for line, place in zip(told, places, strict=True)
    ]


def _kept(old: Any, new: Any) -> Any:
    """What is here, where a cell of a spreadsheet could say no more of it: blanks around, line ends, control characters."""
    if isinstance(old, str) and isinstance(new, str) and as_text(writable(old)) == as_text(writable(new)):
        return old
    return new
