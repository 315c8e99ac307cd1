"""What becomes of a real record under links that are being edited: each link on its own, so that one that fails hides no other.
Pure; what the records that values refer to are called is asked of a port."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from app.mapping.errors import MappingError
from app.mapping.fields import ABSENT, getter
from app.mapping.links import own_path
from app.mapping.targets import named_by
from app.mapping.validation import broken
from app.services.mapping.trials import Trial
from app.services.mapping.views import PreviewRow, SampleRecord, Shown

#: Lines of a document that are looked at.
_LINES = 200
#: ``(target, key or hub id)``; targets as in :data:`app.mapping.compiled.Resolve`.
Name = tuple[str, str]


class Known(Protocol):
    """The records that values refer to, over one connection. What is not known is left out of an answer."""

    def local_ids(self, wanted: Collection[Name]) -> Mapping[Name, str]:
        """Hub ids by the ERP's keys."""

    def remote_keys(self, wanted: Collection[Name]) -> Mapping[Name, str]:
        """The ERP's keys by hub ids."""

    def labels(self, wanted: Collection[Name]) -> Mapping[Name, str]:
        """What people call the hub's records, by hub ids."""

    def remote_labels(self, wanted: Collection[Name]) -> Mapping[Name, str]:
        """The same of the ERP's, by its keys."""


@dataclass
class Outcome:
    """What became of one link's values in one record; a field of lines has one for each line. ``lost``: ``(what came, what would be
    sent back)`` of the first that differ."""

    trial: Trial
    there: list[Any] = field(default_factory=list)
    raw: list[Any] = field(default_factory=list)
    becomes: list[Any] = field(default_factory=list)
    here: list[Any] = field(default_factory=list)
    sent: list[Any] = field(default_factory=list)
    problem: str = ""
    side: str = ""
    lost: tuple[Any, Any] | None = None

    def note(self, side: str, problem: str) -> None:
        """The first problem is the one that is told."""
        if not self.problem:
            self.side, self.problem = side, problem

    def fail(self, side: str, value: Any, reason: str, line: int | None) -> None:
        place = f"Line {line + 1}: " if line and self.trial.group else ""
        shown = in_words(value)
        said = f"{self.trial.title}: “{shown}” {reason}" if shown else f"{self.trial.title} {reason}"
        self.note(side, f"{place}{said}.")


def preview(tried: Sequence[Trial], sample: SampleRecord, known: Known, system: str) -> tuple[PreviewRow, ...]:
    """``system`` is the other system's title."""
    outcomes = look(tried, sample, known, system)
    return tuple(_rows(outcomes, known))


def look(tried: Sequence[Trial], sample: SampleRecord, known: Known, system: str) -> list[Outcome]:
    """Take a record through every link, both ways."""
    outcomes = [Outcome(trial) for trial in tried]
    working = [one for one in outcomes if one.trial.compiled is not None]
    if sample.remote is not None:
        for one in working:
            _read(one, sample.remote)
    _carry(working, known)
    coming = _as_becomes(working, sample.hub)
    if sample.hub is not None:
        for one in working:
            one.here = _at(one.trial, sample.hub)
    _send(working, sample.hub, coming, known, system)
    if sample.remote is None:
        _look_for_gaps(working, system)
    _check(working, sample.hub, coming)
    for one in outcomes:
        if one.trial.fault:
            one.note("", one.trial.fault)
    return outcomes


# --- in -------------------------------------------------------------------------------------------------------------------


def _read(one: Outcome, remote: Mapping[str, Any]) -> None:
    trial = one.trial
    assert trial.mapping is not None
    records: list[Mapping[str, Any]] = [remote]
    lines = _lines(trial, remote) if trial.group else [remote]
    get = getter(own_path(trial.mapping).removesuffix("[]") if trial.is_list else own_path(trial.mapping))
    one.there = [get(line) for line in lines]
    if trial.group:
        records = [_nested(trial.head, [line]) for line in lines]
    if trial.reads:
        one.raw = [_raw(one, record, number) for number, record in enumerate(records)]


def _lines(trial: Trial, remote: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    rows = getter(trial.head)(remote)
    return [row for row in rows[:_LINES] if isinstance(row, Mapping)] if isinstance(rows, list) else []


def _raw(one: Outcome, record: Mapping[str, Any], number: int) -> Any:
    trial = one.trial
    assert trial.compiled is not None
    try:
        raw = trial.compiled.read(record)
    except MappingError as error:
        one.fail("in", error.value, error.reason, number)
        return ABSENT
    if trial.group:
        return _at(trial, raw)[0]
    return raw.get(trial.link.local_field, ABSENT)


def _carry(outcomes: Sequence[Outcome], known: Known) -> None:
    wanted = {
        name
        for one in outcomes
        for value in one.raw
        if value is not ABSENT and one.trial.compiled is not None
        for name in one.trial.compiled.lookups(_record(one.trial, value))
    }
    found = known.local_ids(wanted) if wanted else {}
    for one in outcomes:
        one.becomes = [_becomes(one, value, number, found) for number, value in enumerate(one.raw)]


def _becomes(one: Outcome, raw: Any, number: int, found: Mapping[Name, str]) -> Any:
    trial = one.trial
    assert trial.compiled is not None
    if raw is ABSENT:
        return ABSENT
    try:
        values, pending = trial.compiled.to_local(_record(trial, raw), lambda target, key: found.get((target, key)))
    except MappingError as error:
        one.fail("in", error.value, error.reason, number)
        return ABSENT
    for missing in pending:
        kind = named_by(missing.target)[0].title.lower()
        one.note("in", f"The {kind} “{missing.key}” has not come in yet: {trial.title} stays empty until it has.")
    return _at(trial, values)[0]


def _as_becomes(outcomes: Sequence[Outcome], hub: Mapping[str, Any] | None) -> dict[str, Any]:
    """The hub's record with what comes in."""
    record: dict[str, Any] = dict(hub or {})
    rows: dict[str, list[dict[str, Any]]] = {}
    for one in outcomes:
        trial = one.trial
        if trial.group:
            lines = rows.setdefault(trial.group, [])
            lines += [{} for _ in range(len(one.becomes) - len(lines))]
            for line, value in zip(lines, one.becomes, strict=False):
                if value is not ABSENT:
                    line[trial.child] = value
        elif not trial.is_list and one.becomes and one.becomes[0] is not ABSENT:
            record[trial.link.local_field] = one.becomes[0]
    return record | {group: lines for group, lines in rows.items() if lines}


# --- out ------------------------------------------------------------------------------------------------------------------


def _send(
    outcomes: Sequence[Outcome],
    hub: Mapping[str, Any] | None,
    coming: Mapping[str, Any],
    known: Known,
    system: str,
) -> None:
    going = [one for one in outcomes if one.trial.sends]
    wanted = {
        name
        for one in going
        if one.trial.compiled is not None
        for record in (hub or {}, coming)
        for name in one.trial.compiled.outward.references(record)
    }
    keys = known.remote_keys(wanted) if wanted else {}
    for one in going:
        back = _sent(one, coming, keys, "")
        # An own field that a record of the hub lacks is empty.
        one.sent = back if hub is None else _sent(one, {one.trial.link.local_field: None, **hub}, keys, system)
        if one.trial.reads and not one.trial.is_list:
            one.lost = _lost(one, back)


def _sent(one: Outcome, record: Mapping[str, Any], keys: Mapping[Name, str], system: str) -> list[Any]:
    """What is sent of a hub record, of each line; with a ``system`` what keeps it from being sent is noted."""
    trial = one.trial
    if not trial.group:
        return [_sent_one(one, record, None, keys, system)]
    rows = list(record.get(trial.group) or ())[:_LINES]
    return [_sent_one(one, {trial.group: [row]}, number, keys, system) for number, row in enumerate(rows)]


def _sent_one(one: Outcome, record: Mapping[str, Any], line: int | None, keys: Mapping[Name, str], system: str) -> Any:
    trial = one.trial
    assert trial.compiled is not None
    assert trial.mapping is not None
    outward = trial.compiled.outward
    try:
        remote, missing = outward.build(record, lambda target, hub_id: keys.get((target, hub_id)))
    except MappingError as error:
        if system:
            one.fail("out", error.value, error.reason, line)
        return ABSENT
    if missing:
        if system:
            kind = named_by(missing[0].entity)[0].title.lower()
            one.note("out", f"The {kind} that {trial.title} names is not in {system} yet.")
        return ABSENT
    if line is not None:
        return getter(own_path(trial.mapping))(getter(trial.head)(remote)[0])
    path = trial.mapping.remote.removesuffix("[]") if trial.is_list else trial.mapping.remote
    return getter(path)(remote)


def _look_for_gaps(outcomes: Sequence[Outcome], system: str) -> None:
    """What a record that is made over there needs, and is empty."""
    for one in outcomes:
        trial = one.trial
        if not trial.sends or trial.group or trial.compiled is None or not trial.compiled.outward.required():
            continue
        if not one.here or one.here[0] in (None, "", []):
            one.note("out", f"{trial.title} is empty, and {system} needs it.")


def _lost(one: Outcome, back: Sequence[Any]) -> tuple[Any, Any] | None:
    for came, sent in zip(one.raw, back, strict=False):
        if came in (ABSENT, None, "") or sent is ABSENT:
            continue
        if _taken(one.trial, sent) != came:
            return came, sent
    return None


def _taken(trial: Trial, value: Any) -> Any:
    """A value as it would be read back."""
    compiled = trial.compiled
    assert compiled is not None
    links = compiled.groups[0].links if trial.group else compiled.links
    try:
        return links[0].take(value)
    except (ValueError, TypeError):
        return value


def _check(outcomes: Sequence[Outcome], hub: Mapping[str, Any] | None, coming: Mapping[str, Any]) -> None:
    """The rules of every link, on the hub's record as it is and as it becomes: one may look at several fields."""
    for one in outcomes:
        compiled = one.trial.compiled
        if compiled is None or not compiled.checks:
            continue
        arrives = any(value is not ABSENT for value in one.becomes)
        for side, record in (("out", hub if one.trial.sends else None), ("in", coming if arrives else None)):
            for problem in broken(compiled.checks, record or {}):
                one.fail(side, problem.value, problem.reason, problem.line)
                break


# --- as it is shown -------------------------------------------------------------------------------------------------------


def _rows(outcomes: Sequence[Outcome], known: Known) -> Iterator[PreviewRow]:
    ours: set[Name] = set()
    theirs: set[Name] = set()
    for one in outcomes:
        if target := one.trial.lookup:
            ours |= {(target, value) for value in (*one.becomes[:1], *one.here[:1]) if value and isinstance(value, str)}
            theirs |= {(target, value) for value in (*one.there[:1], *one.sent[:1]) if value and isinstance(value, str)}
    labels = known.labels(ours) if ours else {}
    names = known.remote_labels(theirs) if theirs else {}
    for one in outcomes:
        trial, target = one.trial, one.trial.lookup
        yield PreviewRow(
            trial.number,
            trial.link.local_field,
            trial.link.remote_field,
            there=_shown(one.there, names, target),
            becomes=_shown(one.becomes, labels, target) if trial.reads else Shown(state="none"),
            here=_shown(one.here, labels, target),
            sent=_shown(one.sent, names, target) if trial.sends else Shown(state="none"),
            problem=one.problem,
            side=one.side,
            loses=one.lost is not None,
            lines=_count(one) if trial.is_list or trial.group else None,
        )


def _count(one: Outcome) -> int:
    values = one.there or one.here
    if one.trial.group:
        return len(values)
    return len(values[0]) if values and isinstance(values[0], list) else 0


def _shown(values: Sequence[Any], labels: Mapping[Name, str], target: str) -> Shown:
    value = values[0] if values else ABSENT
    if value is ABSENT:
        return Shown(state="absent")
    text = in_words(value)
    return Shown(labels.get((target, text), text)) if text else Shown(state="empty")


def in_words(value: Any) -> str:
    """A value as a person reads it; nothing for nothing."""
    if value is None or value is ABSENT:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return "1 line" if len(value) == 1 else f"{len(value)} lines" if value else ""
    return str(value)


# --- records with one field -----------------------------------------------------------------------------------------------


def _record(trial: Trial, value: Any) -> dict[str, Any]:
    """A hub record that holds this value alone."""
    return {trial.group: [{trial.child: value}]} if trial.group else {trial.link.local_field: value}


def _at(trial: Trial, record: Mapping[str, Any]) -> list[Any]:
    """The values of the link's field in a hub record; of a list's field one for each line. A record without an own field has it
    empty."""
    if trial.group:
        return [row.get(trial.child) for row in (record.get(trial.group) or ())[:_LINES]]
    return [record.get(trial.link.local_field)]


def _nested(path: str, rows: list[Any]) -> dict[str, Any]:
    """A remote record that holds these lines alone."""
    record: Any = rows
    for name in reversed(path.split(".")):
        record = {name.removesuffix("[]"): record}
    made: dict[str, Any] = record
    return made
