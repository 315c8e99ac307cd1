"""The three-way merge of one record, field by field, with two shadows (engine: Merge in). Pure.

Remote is compared with remote, local with local, never one with the other, because an ERP rewrites what it is given. An
absent field was not read and changes nothing; ``None`` is a cleared field and is a change like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.mapping.compiled import CompiledMapping, PendingReference, Resolve
from app.model.clock import parse_stamp
from app.model.values import Value, Values
from app.sync.shadows import NEVER, UNREAD, bare, earlier, is_earlier, is_empty, is_same, not_compared

REMOTE_WINS = "remote_wins"
LOCAL_WINS = "local_wins"
NEWEST_WINS = "newest_wins"
MANUAL = "manual"
#: Seconds: stamps are coarse, and clocks are read one after the other.
AS_GOOD_AS_EQUAL = 2.0
STRATEGIES = (LOCAL_WINS, REMOTE_WINS, NEWEST_WINS, MANUAL)


@dataclass(frozen=True)
class FieldConflict:
    """Both sides changed a field since they last agreed. ``winner``: local, remote, or ``None`` while a person decides.
    ``raw`` is the remote's own value: the remote shadow of a decision."""

    name: str
    base: Value
    local: Value
    remote: Value
    winner: str | None
    raw: Value = None


@dataclass
class Merged:
    """What a merge comes to. ``hub``: the hub's fields to change; the shadows are whole and new; ``dirty``: the hub holds a
    value that this remote has yet to get; ``pending``: lookups of changed fields that found nothing; ``agreed``: fields on
    which the sides agree now; ``frozen``: those that a person must decide about."""

    hub: dict[str, Value] = field(default_factory=dict)
    base_local: dict[str, Value] = field(default_factory=dict)
    base_remote: dict[str, Value] = field(default_factory=dict)
    conflicts: list[FieldConflict] = field(default_factory=list)
    pending: list[PendingReference] = field(default_factory=list)
    agreed: set[str] = field(default_factory=set)
    frozen: set[str] = field(default_factory=set)
    dirty: bool = False
    moved: bool = False


def leave_absent(mapping: CompiledMapping, raw: Values, base_local: Values, base_remote: Values) -> bool:
    """Linked since, and a whole record has no such field: it is not asked about again, and the hub's value goes there. Changes the
    shadows; answers whether there was any."""
    absent = [name for name in not_compared(base_remote) if name not in raw]
    for name in absent:
        if base_remote.pop(name) == UNREAD and name in base_local and name in mapping.outward.fields:
            base_local[name] = earlier(base_local[name])
    return bool(absent)


def newest(hub_changed_at: str | None, remote_changed_at: str | None, skew: float | None) -> str:
    """What ``newest_wins`` comes to for two stamps; ``skew``: seconds by which the remote's clock is ahead. A person decides
    where they can't be compared, or are as good as equal."""
    if not hub_changed_at or not remote_changed_at or skew is None:
        return MANUAL
    try:
        ahead = (parse_stamp(hub_changed_at) - parse_stamp(remote_changed_at)).total_seconds() + skew
    except (ValueError, TypeError):  # no stamp, or one without its zone
        return MANUAL
    if abs(ahead) <= AS_GOOD_AS_EQUAL:
        return MANUAL
    return LOCAL_WINS if ahead > 0 else REMOTE_WINS


def merge(
    mapping: CompiledMapping,
    raw: Mapping[str, Value],
    base_local: Mapping[str, Value],
    base_remote: Mapping[str, Value],
    hub: Mapping[str, Value],
    resolve: Resolve,
    strategy: str | Callable[[str], str],
    readonly: Collection[str] = (),
) -> Merged:
    """Merge the remote's ``raw`` values into a hub record.

    ``hub`` holds at least the hub's values of the fields in ``raw``. ``strategy`` is one of local_wins, remote_wins, manual,
    or says which for a field (see :func:`newest`). ``readonly`` fields belong to the remote: the hub never disputes them.
    Raises :class:`app.mapping.compiled.MappingError`.
    """
    out = Merged(base_local=dict(base_local), base_remote=dict(base_remote))
    changed = [name for name, value in raw.items() if base_remote.get(name, NEVER) != value]
    if not changed:
        return out
    incoming, pending = mapping.to_local(raw, resolve, changed)
    for name in changed:
        theirs, ours, base = incoming[name], hub.get(name), base_local.get(name, NEVER)
        was = base_remote.get(name, NEVER)
        out.moved = True
        if theirs == ours or _is_as_it_was(ours, raw[name], base, was):
            _agree(out, name, ours, raw[name])
        elif (
            name not in readonly and is_empty(theirs) and not is_empty(ours) and _is_new_link(mapping, name, base, was)
        ):
            # The hub has a value that the remote lacks. It is kept, and goes there.
            out.base_remote[name] = raw[name]
            if not is_earlier(base) and base is not NEVER:
                out.base_local[name] = earlier(base)
            out.dirty = True
        elif name in readonly or _unchanged_here(ours, base, was):
            _take(out, name, theirs, raw[name])
        elif mapping.is_computed(name):
            # Nobody entered what differs over there: what was changed here stays, and nobody is asked.
            _agree(out, name, ours, raw[name])
        else:
            known = None if base is NEVER else bare(base)
            conflict = FieldConflict(name, known, ours, theirs, None, raw[name])
            _dispute(out, name, conflict, strategy if isinstance(strategy, str) else strategy(name))
    out.pending = [reference for reference in pending if reference.field.partition("[]")[0] in out.agreed]
    return out


def _is_as_it_was(ours: Value, raw: Value, base: Any, remote: Any) -> bool:
    """Agreed upon before the link went out, and changed on neither side since?"""
    return is_earlier(base) and remote == earlier(raw) and is_same(ours, bare(base))


def _is_new_link(mapping: CompiledMapping, name: str, base: Any, was: Any) -> bool:
    """Was nothing agreed upon, or with another remote field?"""
    if base is NEVER or (is_earlier(base) and was in (UNREAD, NEVER)):
        return True
    return was == UNREAD and name in mapping.outward.fields


def _unchanged_here(ours: Value, base: Any, remote: Any) -> bool:
    """Has nobody changed the field in the hub since the sides agreed? Never agreed and empty counts as that; so does a new link
    whose hub field is as empty as it was when it was linked last."""
    if base is NEVER:
        return is_empty(ours)
    if is_earlier(base) and (remote == UNREAD or not is_earlier(remote)):
        return is_empty(ours) and is_empty(bare(base))
    return is_same(ours, bare(base))


def _agree(out: Merged, name: str, local: Value, remote: Value) -> None:
    out.base_local[name] = local
    out.base_remote[name] = remote
    out.agreed.add(name)


def _take(out: Merged, name: str, local: Value, remote: Value) -> None:
    out.hub[name] = local
    _agree(out, name, local, remote)


def _dispute(out: Merged, name: str, conflict: FieldConflict, strategy: str) -> None:
    if strategy == REMOTE_WINS:
        out.conflicts.append(replace(conflict, winner="remote"))
        _take(out, name, conflict.remote, conflict.raw)
    elif strategy == LOCAL_WINS:
        # The local shadow stays, so that the field is still dirty and the push writes over what came in.
        out.conflicts.append(replace(conflict, winner="local"))
        out.base_remote[name] = conflict.raw
        out.dirty = True
    else:
        # Neither shadow moves: the field is frozen in both directions until a person has decided.
        out.conflicts.append(conflict)
        out.frozen.add(name)
