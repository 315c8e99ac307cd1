"""Four fake ERPs of different character, each a store, a connector to it, and people who work in it.

========  =============  ===========  ===========  ============  ==========================  ================================
name      carries our    idempotency  conditional  deletions     rewrites                    and
          key            key          write
========  =============  ===========  ===========  ============  ==========================  ================================
A         no             yes          yes          feed          nothing                     a lost request may act later
B         yes            no           no           sweep of ids  case, length, rounding      coarse stamps, names are keys,
                                                                                             one request after the other
C         yes            no           yes          feed          case, spaces, length        lists show a change late
D         no             no           yes          feed          nothing                     found by what it looks like
========  =============  ===========  ===========  ============  ==========================  ================================
"""

from __future__ import annotations

import pickle
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from app.connectors.base import WriteKind, WriteOp
from app.connectors.spec import Capabilities
from app.model.errors import ConnectorError, Gone, NameTaken, Rejected, Stale
from app.model.values import canonical_number
from tests.chaos.clock import VirtualClock
from tests.chaos.store import ErpStore, State

MODULES = {"Parties": "customer", "Bills": "invoice", "Receipts": "payment"}
MODULE_OF = {entity: module for module, entity in MODULES.items()}
#: Where a record shows from which birth it comes: nobody edits it, no ERP rewrites it, nothing is matched by it.
BIRTH = {"customer": "CODE", "invoice": "BIRTH", "payment": "BIRTH"}
#: (module, field) → the module that it refers to; a group's child is ``BILLS[].INVOICE``.
REFERENCES = {
    ("Bills", "PARTY"): "Parties",
    ("Receipts", "PARTY"): "Parties",
    ("Receipts", "BILLS[].INVOICE"): "Bills",
}
#: A field that no mapping knows.
HIDDEN = "SECRET"
POISON = "poison"

Rewrite = Callable[[str, Any], Any]


def _plain(_name: str, value: Any) -> Any:
    return value


def _shouting(name: str, value: Any) -> Any:
    """B: upper case and short names, one decimal, no spaces at the ends."""
    if not isinstance(value, str):
        return value
    if name in ("NAME", "TEXT"):
        return value.strip().upper()[:18].rstrip()
    if name in ("LIMIT", "AMOUNT"):
        return canonical_number(Decimal(value).quantize(Decimal("0.1"), ROUND_HALF_UP), money=True)
    return value.strip() if name in ("CITY", "NARRATION", "NOTES") else value


def _tidy(name: str, value: Any) -> Any:
    """C: small letters in towns, single spaces, short notes."""
    if not isinstance(value, str):
        return value
    if name == "CITY":
        return value.lower()
    if name in ("NOTES", "NARRATION"):
        return " ".join(value.split())[:24].rstrip()
    return value


@dataclass(frozen=True)
class Character:
    """``key_is_name``: other records name a customer by its folded name. ``lag``: the most seconds until lists show a change
    (each takes its own time). ``grain``: stamps are multiples of it; ``counts``: a counter takes their place. ``overlap``: how
    far before its start the next pull begins. ``lists_daily``: deletions are seen by the daily check alone. The last four are
    defects that a connector may have."""

    name: str
    capabilities: Capabilities
    rewrite: Rewrite = _plain
    knows_rewriting: bool = False
    key_is_name: bool = False
    counts: bool = True
    lag: float = 0.0
    grain: float = 0.0
    overlap: float = 0.0
    one_stream: bool = True
    page_size: int = 2
    lists_daily: bool = False
    strict: bool = False
    greatest_seen: bool = False
    trusts_lists: bool = False
    absence_in_part: bool = False

    @property
    def rewrites(self) -> bool:
        return self.rewrite is not _plain

    @property
    def system(self) -> str:
        return f"fake-{self.name.lower()}"


_WRITES = Capabilities(incremental=True, write=True)
CHARACTERS: Mapping[str, Character] = {
    one.name: one
    for one in (
        Character(
            "A",
            replace(_WRITES, tombstones=True, conditional_write=True, idempotency_key=True, request_life=20.0, lot=3),
            page_size=1,
        ),
        Character(
            "B",
            replace(_WRITES, id_sweep=True, find_by_our_key=True),
            rewrite=_shouting,
            knows_rewriting=True,
            key_is_name=True,
            counts=False,
            grain=10.0,
            one_stream=False,
        ),
        Character(
            "C",
            replace(_WRITES, tombstones=True, conditional_write=True, find_by_our_key=True, request_life=20.0),
            rewrite=_tidy,
            counts=False,
            grain=0.001,
            lag=12.0,
            overlap=15.0,
        ),
        Character("D", replace(_WRITES, tombstones=True, conditional_write=True, request_life=20.0)),
    )
}


class Erp:
    """The ERP: its rows, its rules, its bad moments. Fields are in stored form here: a reference is the target's id."""

    modules = frozenset(MODULES)
    #: Hub fields that this ERP has no place for.
    lacks: frozenset[str] = frozenset()
    #: What the rows' fields are called in mappings, where it is otherwise.
    names: Mapping[str, str] = {}

    def __init__(self, character: Character, clock: VirtualClock, path: str = ":memory:") -> None:
        self.character = character
        self.clock = clock
        self.store = ErpStore(path)
        self.requests = 0
        self.writes = 0
        #: Bad moments to come, by what they strike: ``write``, ``list``, ``read``.
        self.faults: dict[str, deque[str]] = defaultdict(deque)
        #: Called with ``(where, module, id)``; people edit in it, and crashes come out of it.
        self.hook: Callable[[str, str, str | None], None] = lambda _where, _module, _rid: None
        #: Promises that the ERP itself saw broken.
        self.alarms: list[str] = []

    @property
    def name(self) -> str:
        return self.character.name

    # --- people --------------------------------------------------------------------------------------------------

    def create(self, module: str, fields: Mapping[str, Any]) -> str:
        self.act_late()
        return self._add(module, self._new_id(module), dict(fields)).id

    def edit(self, module: str, rid: str, **fields: Any) -> None:
        self.act_late()
        before = self._living(module, rid)
        self._change(before, fields)

    def delete(self, module: str, rid: str) -> None:
        self.act_late()
        self._remove(self._living(module, rid))

    def rows(self, module: str) -> dict[str, State]:
        """What lives now, whatever lists show."""
        return {rid: state for rid, state in self.store.latest(module).items() if not state.gone}

    def is_named(self, module: str, rid: str) -> bool:
        """Does another living row refer to this one?"""
        for (other, path), target in REFERENCES.items():
            if target != module:
                continue
            group, inside, child = path.partition("[].")
            for state in self.rows(other).values():
                rows = state.fields.get(group) or () if inside else [state.fields]
                if any(row.get(child if inside else path) == rid for row in rows):
                    return True
        return False

    # --- requests ------------------------------------------------------------------------------------------------

    def request(self, kind: str, module: str = "", rid: str | None = None) -> str:
        """A request arrives: the clock moves, late writes act, people do things. Answers the fault to come, or ``""``."""
        self.requests += 1
        self.clock.tick(0.2)
        self.act_late()
        if kind != "write":
            self.hook(kind, module, rid)
        waiting = self.faults[kind]
        return waiting.popleft() if waiting else ""

    def act_late(self) -> None:
        """What was held back and is due by now was done when it was due."""
        now = self.clock.now
        for op_id, due, op in self.store.held():
            if due > now:
                break
            self.store.let_go(op_id)
            self.clock.now = due
            with suppress(ConnectorError):  # refused, and nobody was there to hear it
                self.carry_out(pickle.loads(op))
            self.clock.now = now

    def hold(self, op: WriteOp) -> None:
        """The answer is lost, and the work is done somewhat later."""
        self.store.hold(op.op_id, self.clock.now + 7.0, pickle.dumps(op))

    def carry_out(self, op: WriteOp) -> State:
        """Do a write. Raises :class:`Rejected`, :class:`Stale`, :class:`Gone`."""
        self._one_at_a_time(op)
        if self.character.capabilities.idempotency_key and (done := self.store.of_op(op.op_id)) is not None:
            return done
        self._refuse_poison(op)
        fields = self._stored(op)
        if op.kind is WriteKind.CREATE:
            self._refuse_taken(op, fields)
            hub_key = op.hub_key if self.character.capabilities.find_by_our_key else None
            self.writes += 1
            return self._add(op.module, self._new_id(op.module), fields, hub_key, op.op_id)
        state = self.store.one(op.module, op.remote_id or "")
        if state is None or state.gone:
            raise Gone("The record is not there.")
        if self.character.capabilities.conditional_write and op.expected_version not in (None, str(state.version)):
            raise Stale("Somebody changed it.")
        self.writes += 1
        if op.kind is WriteKind.DELETE:
            if self.is_named(op.module, state.id):
                raise Rejected("Other records refer to it.", code="in_use")
            return self._remove(state, op.op_id)
        return self._change(state, fields, op.op_id)

    # --- rules ---------------------------------------------------------------------------------------------------

    def _one_at_a_time(self, op: WriteOp) -> None:
        for op_id, _due, held in self.store.held():
            other: WriteOp = pickle.loads(held)
            done = any(
                state.op == op_id for state in self.store.ever(other.module)
            )  # by a replay: it does nothing more
            if op_id != op.op_id and other.hub_key == op.hub_key and not done and self._may_act(other):
                self.alarms.append(f"I9: a {op.kind} of {op.label!r} came while a {other.kind} of it was under way")

    def _may_act(self, op: WriteOp) -> bool:
        """A conditional write of a version that is no more will be refused: nobody need wait for it."""
        state = self.store.one(op.module, op.remote_id) if op.remote_id else None
        return (
            state is None
            or not self.character.capabilities.conditional_write
            or op.expected_version == str(state.version)
        )

    def _refuse_poison(self, op: WriteOp) -> None:
        if any(isinstance(value, str) and POISON in value.lower() for value in op.fields.values()):
            raise Rejected("The text holds a word that is not allowed.", code="poison", hint="Take it out.")

    def _refuse_taken(self, op: WriteOp, fields: Mapping[str, Any]) -> None:
        if not self.character.key_is_name or op.module != "Parties":
            return
        name = fold_key(self.character.rewrite("NAME", fields.get("NAME")) or "")
        for rid, state in self.rows("Parties").items():
            if fold_key(state.fields.get("NAME") or "") == name:
                raise NameTaken("There is one of that name.", remote_id=rid)

    def _stored(self, op: WriteOp) -> dict[str, Any]:
        """The op's fields with the targets' keys as ids. Raises :class:`Rejected` for a key that names nothing."""
        fields = dict(op.fields)
        for (module, path), target in REFERENCES.items():
            if module != op.module:
                continue
            group, inside, child = path.partition("[].")
            if inside and group in fields:
                fields[group] = [{**row, child: self._by_key(target, row.get(child))} for row in fields[group] or ()]
            elif not inside and path in fields:
                fields[path] = self._by_key(target, fields[path])
        return fields

    def _by_key(self, module: str, key: str | None) -> str | None:
        if key is None:
            return None
        found = [rid for rid, state in self.rows(module).items() if self.key(state) == key]
        if len(found) != 1:
            raise Rejected(f"{key} names {len(found)} records.", code="no_such_target")
        return found[0]

    def key(self, state: State) -> str:
        if self.character.key_is_name and state.module == "Parties":
            return fold_key(state.fields.get("NAME") or "")
        if self.character.key_is_name and state.module == "Bills":
            return str(state.fields.get("NO") or state.id)
        return state.id

    # --- changes -------------------------------------------------------------------------------------------------

    def _living(self, module: str, rid: str) -> State:
        state = self.store.one(module, rid)
        assert state is not None
        assert not state.gone
        return state

    def _new_id(self, module: str) -> str:
        number = self.store.noted("ids", 0) + 1
        self.store.note("ids", number)
        return f"{self.name}{module[0]}{number}"

    def _add(
        self, module: str, rid: str, fields: dict[str, Any], hub_key: str | None = None, op: str | None = None
    ) -> State:
        now = self.clock.now
        first = State(0, module, rid, 1, self._stamp(), self._shown_at(), False, now, hub_key, op, fields)
        return self.store.add(replace(first, fields=self._rewritten({HIDDEN: "default", **fields})))

    def _change(self, before: State, fields: Mapping[str, Any], op: str | None = None) -> State:
        return self._next(before, {**before.fields, **fields}, False, op)

    def _remove(self, before: State, op: str | None = None) -> State:
        return self._next(before, before.fields, True, op)

    def _next(self, before: State, fields: Mapping[str, Any], gone: bool, op: str | None) -> State:
        after = replace(
            before,
            version=before.version + 1,
            stamp=self._stamp(),
            shown_at=self._shown_at(),
            gone=gone,
            op=op,
            fields=self._rewritten(fields),
        )
        return self.store.add(after)

    def _stamp(self) -> float:
        grain = self.character.grain
        return self.clock.now // grain * grain if grain else self.clock.now

    def _shown_at(self) -> float:
        lag = self.character.lag
        return self.clock.now + (lag * (self.store.counter() % 3) / 2 if lag else 0.0)

    def _rewritten(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        return {name: self.rewritten(name, value) for name, value in fields.items()}

    def rewritten(self, name: str, value: Any) -> Any:
        """What the ERP makes of a value that it is given."""
        if isinstance(value, list):
            return [self._rewritten(row) for row in value]
        return self.character.rewrite(name, value)


def fold_key(name: str) -> str:
    return name.lower().replace(" ", "")
