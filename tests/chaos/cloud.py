"""A simulated cloud system as a site of a world: a table of its own as rows, its people. Customers only.

The connector is the real one. Around each of its calls the world's clock moves, faults strike and people (or death) come; where
the simulator is a program of its own, that is the business of whoever syncs.
"""

from __future__ import annotations

import json
import zlib
from abc import ABC, abstractmethod
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.connectors.base import ConnectorKind
from app.connectors.http.client import Call
from app.model.tokens import Tokens
from tests.chaos.clock import VirtualClock
from tests.chaos.erps import HIDDEN, Character
from tests.chaos.hub import Hub
from tests.chaos.store import State
from tests.simulators.clock import Clock

#: More fates of a write than any ERP has: the login ends before it, the answer breaks off.
PLANS: tuple[tuple[str, ...], ...] = (("token",), ("cut",), ("", "late"))
#: For how long a request may be under way, in seconds; less than a connector reckons with.
_UNDER_WAY = 7.0


class WorldClock(Clock):
    """A simulator's: the world's."""

    def __init__(self, clock: VirtualClock) -> None:
        super().__init__()
        self._clock = clock

    def __call__(self) -> datetime:
        return self._clock.utc()


class _Rows:
    """The part of a store that the promises look into."""

    def __init__(self, site: CloudSite) -> None:
        self._site = site
        self.seen: dict[str, State] = {}

    def latest(self) -> dict[str, State]:
        found = {}
        ops = self._site.open_ops()
        for rid, fields in self._site.told().items():
            op = ops.get(rid) or ops.get(str(fields["CODE"]))
            fields = {**fields, HIDDEN: fields[HIDDEN] or "default"}
            found[rid] = State(0, "Parties", rid, 0, 0.0, 0.0, False, 0.0, None, op, fields)
        self.seen |= found
        return found

    def one(self, module: str, rid: str) -> State | None:
        return self.latest().get(rid) if module == "Parties" else None

    def ever(self, module: str) -> list[State]:
        self.latest()
        return list(self.seen.values()) if module == "Parties" else []

    def counter(self) -> int:
        """Another number after any change."""
        return zlib.crc32(json.dumps(self._site.all_there(), sort_keys=True).encode())

    def snapshot(self) -> Any:
        return dict(self.seen), self._site.kept()

    def restore(self, kept: Any) -> None:
        self.seen = dict(kept[0])
        self._site.put_back(kept[1])


class _Faults(defaultdict[str, deque[str]]):
    """Bad moments to come; what the simulator was told of them already goes with them."""

    def __init__(self, forget: Callable[[], None]) -> None:
        super().__init__(deque)
        self._forget = forget

    def clear(self) -> None:
        super().clear()
        self._forget()


class CloudSite(ABC):
    """What :class:`tests.chaos.erps.Erp` is for a fake ERP. ``org`` is what people there and bad moments act on: the ``sim``,
    or where it is a program of its own what controls it; ``table`` names the customers in its calls."""

    modules = frozenset({"Parties"})
    #: Hub fields that this ERP has no place for.
    lacks: frozenset[str] = frozenset()
    #: What the rows' fields are called there, where it is otherwise.
    names: Mapping[str, str] = {}

    def __init__(self, character: Character, table: Mapping[str, str], hub: Hub, org: Any, sim: Any = None) -> None:
        self.character = character
        self.name = character.name
        self.table = table
        self.org = org
        self.sim = sim
        self.hub = hub
        self.clock = hub.clock
        self.store = _Rows(self)
        self.requests = self.writes = 0
        self.faults = _Faults(sim.faults.forget if sim is not None else org.forget_faults)
        self.hook: Callable[[str, str, str | None], None] = lambda _where, _module, _rid: None
        self.alarms: list[str] = []
        self._arrivals: list[float] = []

    # --- what each system does its own way ---------------------------------------------------------------------------

    @abstractmethod
    def furnish(self) -> None:
        """What is there before anybody works in it."""

    @abstractmethod
    def open(self, strategy: str, delete_policy: str) -> None:
        """Sign in and connect."""

    @abstractmethod
    def kind(self) -> ConnectorKind:
        """The real connector, with :meth:`around` around its calls."""

    @abstractmethod
    def told(self) -> dict[str, dict[str, Any]]:
        """Those in use, by id, under the rows' own names."""

    @abstractmethod
    def named(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """What a person enters there for ``fields`` of a row."""

    @abstractmethod
    def reads_one(self, call: Call) -> bool:
        """Does this call look at records by their ids?"""

    @abstractmethod
    def refuse(self, fault: str) -> None:
        """Have the next write refused, as it is by a system that is busy (``limited``), or ill (``refused``)."""

    def login(self) -> Tokens | None:
        """What a process that is to sync it must be given."""
        return None

    # --- around our calls ------------------------------------------------------------------------------------------

    def connect(self, url: str, auth: Mapping[str, Any], strategy: str, delete_policy: str) -> None:
        kind = self.kind()
        self.hub.know_kind(kind)
        self.hub.connect_kind(kind, self.name, ("customer",), strategy, delete_policy, url=url, auth=auth)

    def around(self, when: str, call: Call, write: bool) -> None:
        if when == "before":
            self.requests += 1
            self.clock.tick(0.2)
            self.act_late()
            kind = "write" if write else "read" if self.reads_one(call) else "list"
            waiting = self.faults[kind]
            self.comes(call, kind, waiting.popleft() if waiting else "")
        elif write:
            self.writes += 1
            self.hook("write:after", "Parties", None)

    def comes(self, call: Call, kind: str, fault: str) -> None:
        """A call is about to be sent."""
        self.plan(fault)
        self.hook("write:before" if kind == "write" else kind, "Parties", None)

    def plan(self, fault: str) -> None:
        org = self.org
        if fault in ("before", "after"):
            org.lose_next_write(done=fault == "after")
        elif fault == "late":
            org.delay_next_write()
            self._arrivals.append(self.clock.now + _UNDER_WAY)
        elif fault == "cut":
            org.cut_next(kind="any")
        elif fault == "token":
            org.kill_tokens()
        elif fault:
            self.refuse(fault)

    def act_late(self) -> None:
        """The time there is ours, and what is due arrives."""
        if self.sim is None:
            self.org.clock_set(at=self.clock.utc().isoformat())
        if self._arrivals and self._arrivals[0] <= self.clock.now:
            self._arrivals.pop(0)
            self.org.arrive()

    def open_ops(self) -> dict[str, str]:
        """Our writes without an answer, by the record's id there, or its birth where they make it."""
        found = {}
        for op, rid, payload in self.hub.select(
            "SELECT op_id, remote_id, payload FROM journal WHERE state = 'inflight'"
            f" AND connection_id = '{self.hub.ids.get(self.name)}'"
        ):
            birth = json.loads(payload)["fields"].get(self.names.get("CODE", "CODE"))
            found[rid or str(birth)] = op
        return found

    # --- people ----------------------------------------------------------------------------------------------------

    def all_there(self) -> list[dict[str, Any]]:
        return list(self.org.rows(**self.table))

    def rows(self, module: str) -> dict[str, State]:
        return self.store.latest() if module == "Parties" else {}

    def create(self, module: str, fields: Mapping[str, Any]) -> str:
        self.act_late()
        return str(self.org.add(**self.table, **self.named(fields)))

    def edit(self, module: str, rid: str, **fields: Any) -> None:
        self.act_late()
        self.org.change(**self.table, id=rid, **self.named(fields))

    def delete(self, module: str, rid: str) -> None:
        self.act_late()
        self.org.delete(**self.table, id=rid)

    def is_named(self, module: str, rid: str) -> bool:
        return False

    def rewritten(self, name: str, value: Any) -> Any:
        """What is made of a value that people enter."""
        return value

    # --- going back --------------------------------------------------------------------------------------------------

    @abstractmethod
    def kept(self) -> Any:
        """All that the simulator holds."""

    @abstractmethod
    def put_back(self, kept: Any) -> None: ...


@dataclass(frozen=True)
class Cloud:
    """A kind of site. ``start`` serves one in this process, ``program`` are the words of :class:`CloudProcess`. ``site`` takes
    the hub and what controls the system, and the simulator when it is in this process; ``kind`` is the connector of another
    process, with the hub, the login and what is told of each moment."""

    start: Callable[[VirtualClock], Any]
    program: tuple[str, ...]
    site: Callable[..., CloudSite]
    kind: Callable[[Hub, Tokens | None, Callable[..., None]], ConnectorKind]
    plans: tuple[tuple[str, ...], ...] = PLANS
