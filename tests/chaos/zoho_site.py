"""A simulated Zoho as a site of a world: its contacts (or accounts) as rows, its salespeople as people. Customers only.

The connector is the real one. Around each of its calls the world's clock moves, faults strike and people (or death) come; where
the simulator is a program of its own, that is the business of whoever syncs.
"""

from __future__ import annotations

import json
import zlib
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from app.connectors.http.client import Call
from app.connectors.zoho.template import HUB_KEY, SPEC
from app.model.tokens import MemoryTokens, Tokens
from app.model.values import canonical_number
from tests.chaos.clock import VirtualClock
from tests.chaos.erps import HIDDEN, Character
from tests.chaos.hub import Hub
from tests.chaos.store import State
from tests.chaos.zoho_kind import SORTS, Sort, kind_of
from tests.simulators.zoho import SimulatedZoho
from tests.simulators.zoho.accounts import CLIENT_ID
from tests.simulators.zoho.clock import Clock

#: The rows' own names but for the customer's: fields that this organisation made.
_CUSTOM = {"CODE": "text", "CITY": "text", "TOWN": "text", "NOTES": "textarea", "REMARK": "text", "LIMIT": "currency"}
#: For how long a request may be under way, in seconds; less than the connector reckons with.
_UNDER_WAY = 7.0


#: More fates of a write than any ERP has: the login ends before it, the answer breaks off.
PLANS: tuple[tuple[str, ...], ...] = (("token",), ("cut",), ("", "late"))


class _WorldClock(Clock):
    def __init__(self, clock: VirtualClock) -> None:
        super().__init__()
        self._clock = clock

    def __call__(self) -> datetime:
        return self._clock.utc()


def start_zoho(sort: Sort, clock: VirtualClock) -> SimulatedZoho:
    """In this process, with the world's clock."""
    sim = SimulatedZoho(clock=_WorldClock(clock))
    sim.start()
    furnish(sort, sim.add_field)
    return sim


def furnish(sort: Sort, add_field: Callable[..., Any]) -> None:
    for name, kind in {**_CUSTOM, HIDDEN: "text"}.items():
        add_field(module=sort.module, name=name, data_type=kind)
    if sort.keyed:
        add_field(module=sort.module, name=HUB_KEY, unique=True, length=50)


# --- the site ------------------------------------------------------------------------------------------------------


class _Rows:
    """The part of a store that the promises look into."""

    def __init__(self, site: ZohoSite) -> None:
        self._site = site
        self.seen: dict[str, State] = {}

    def latest(self) -> dict[str, State]:
        found = {}
        ops = self._site.open_ops()
        for row in self._site.org.rows(module=self._site.sort.module):
            fields = {name: row.get(name) for name in (*_CUSTOM, HIDDEN)}
            fields["NAME"] = row.get(self._site.sort.name)
            limit = fields["LIMIT"]
            fields["LIMIT"] = None if limit is None else canonical_number(str(limit), money=True)
            fields[HIDDEN] = fields[HIDDEN] or "default"
            rid = str(row["id"])
            op = ops.get(rid) or ops.get(str(fields["CODE"]))
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
        return zlib.crc32(json.dumps(self._site.org.rows(module=self._site.sort.module), sort_keys=True).encode())

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


class ZohoSite:
    """What :class:`tests.chaos.erps.Erp` is for a fake ERP. ``org`` is what people there and bad moments act on: the ``sim``,
    or where it is a program of its own what controls it."""

    modules = frozenset({"Parties"})
    #: Hub fields that this ERP has no place for.
    lacks: frozenset[str] = frozenset()

    def __init__(self, sort: Sort, hub: Hub, org: Any, sim: SimulatedZoho | None = None) -> None:
        self.sort = sort
        self.name = sort.letter
        #: What the rows' fields are called there, where it is otherwise.
        self.names = {"NAME": sort.name}
        self.org = org
        self.sim = sim
        self.character = Character(
            sort.letter, replace(SPEC.capabilities, find_by_our_key=sort.keyed), knows_rewriting=True
        )
        self._hub = hub
        self.clock = hub.clock
        self.store = _Rows(self)
        self.requests = self.writes = 0
        self.faults = _Faults(sim.faults.forget if sim is not None else org.forget_faults)
        self.hook: Callable[[str, str, str | None], None] = lambda _where, _module, _rid: None
        self.alarms: list[str] = []
        self.tokens = MemoryTokens()
        self._arrivals: list[float] = []

    def connect(self, url: str, accounts_url: str, strategy: str, delete_policy: str) -> None:
        auth = {
            "client_id": CLIENT_ID,
            "accounts_url": accounts_url,
            "edition": "enterprise",
        }
        kind = kind_of(self.sort, self.tokens, self.clock, self._around)
        self._hub.know_kind(kind)
        self._hub.connect_kind(kind, self.name, ("customer",), strategy, delete_policy, url=url, auth=auth)

    def sign_in(self, granted: Mapping[str, Any]) -> None:
        now = self.clock.utc()
        self.tokens._tokens = Tokens(
            str(granted["refresh_token"]),
            str(granted["access_token"]),
            now,
            now + timedelta(seconds=float(granted["expires_in"])),
            extras={"api_domain": str(granted["api_domain"])},
        )

    # --- around our calls ------------------------------------------------------------------------------------------

    def _around(self, when: str, call: Call, write: bool) -> None:
        if when == "before":
            self._before(call, write)
        elif write:
            self.writes += 1
            self.hook("write:after", "Parties", None)

    def _before(self, call: Call, write: bool) -> None:
        self.requests += 1
        self.clock.tick(0.2)
        self.act_late()
        kind = "write" if write else "read" if "ids" in call.params or call.body is not None else "list"
        waiting = self.faults[kind]
        fault = waiting.popleft() if waiting else ""
        # Zoho deletes whatever the version: against an edit between our look and the deletion nothing helps.
        deletes = call.method == "DELETE"
        self.plan("before" if deletes and fault == "late" else fault)
        if not deletes:
            self.hook("write:before" if write else kind, "Parties", None)

    def plan(self, fault: str) -> None:
        org = self.org
        if fault in ("before", "after"):
            org.lose_next_write(done=fault == "after")
        elif fault == "late":
            org.delay_next_write()
            self._arrivals.append(self.clock.now + _UNDER_WAY)
        elif fault == "cut":
            org.cut_next(kind="any")
        elif fault == "limited":
            org.fail_next(status=429, body=_said("TOO_MANY_REQUESTS"), kind="write", times=2)
        elif fault == "refused":
            org.fail_next(status=503, body=_said("SERVICE_UNAVAILABLE"), kind="write")
        elif fault == "token":
            org.kill_tokens()

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
        for op, rid, payload in self._hub.select(
            "SELECT op_id, remote_id, payload FROM journal WHERE state = 'inflight'"
            f" AND connection_id = '{self._hub.ids.get(self.name)}'"
        ):
            found[rid or str(json.loads(payload)["fields"].get("CODE"))] = op
        return found

    # --- people ----------------------------------------------------------------------------------------------------

    def rows(self, module: str) -> dict[str, State]:
        return self.store.latest() if module == "Parties" else {}

    def create(self, module: str, fields: Mapping[str, Any]) -> str:
        self.act_late()
        return str(self.org.add(module=self.sort.module, **self._named(fields)))

    def edit(self, module: str, rid: str, **fields: Any) -> None:
        self.act_late()
        self.org.change(module=self.sort.module, id=rid, **self._named(fields))

    def delete(self, module: str, rid: str) -> None:
        self.act_late()
        self.org.delete(module=self.sort.module, id=rid)

    def _named(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """A name is now entered as two parts, now as one."""
        named = {name: value for name, value in fields.items() if name != "NAME"}
        if named.get("LIMIT") is not None:
            named["LIMIT"] = float(named["LIMIT"])
        if "NAME" not in fields:
            return named
        if self.sort.name != "Full_Name":
            return {**named, self.sort.name: fields["NAME"]}
        first, _, last = fields["NAME"].partition(" ") if len(fields["NAME"]) % 2 else ("", "", fields["NAME"])
        return {**named, "First_Name": first or None, "Last_Name": last}

    def is_named(self, module: str, rid: str) -> bool:
        return False

    def rewritten(self, name: str, value: Any) -> Any:
        """Zoho keeps what it is given, amounts to two decimals."""
        return canonical_number(value, money=True) if name == "LIMIT" and value is not None else value

    # --- going back --------------------------------------------------------------------------------------------------

    def kept(self) -> Any:
        assert self.sim is not None
        with self.sim.org.lock:
            tables = {
                name: (dict(table.records), {id: replace(gone) for id, gone in table.gone.items()})
                for name, table in self.sim.org.tables.items()
            }
        return tables, list(self.sim.held), list(self._arrivals)

    def put_back(self, kept: Any) -> None:
        """The records; and the time is an earlier one, so what was counted by time is forgotten."""
        assert self.sim is not None
        sim = self.sim
        with sim.org.lock:
            for name, (records, gone) in kept[0].items():
                table = sim.org.tables[name]
                for id in list(table.records):
                    table.forget(id)
                for record in records.values():
                    table.put(record)
                table.gone = {id: replace(one) for id, one in gone.items()}
            sim.org.generation += 1
        sim.held, self._arrivals = list(kept[1]), list(kept[2])
        sim.requests.clear()
        sim.limits.used = 0
        sim.limits._spent.clear()
        sim.accounts._made.clear()
        self.sign_in(sim.grant())


def _said(code: str) -> Any:
    return {"code": code, "details": {}, "message": code.lower(), "status": "error"}


class Zohos:
    """The simulated ones of one hub's worlds, each started when it is first needed and emptied for each world."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._sims: dict[str, tuple[SimulatedZoho, Any]] = {}

    def sites(self) -> Mapping[str, Callable[[Any], ZohoSite]]:
        return {sort.letter: lambda setup, sort=sort: self._site(sort, setup) for sort in SORTS.values()}  # type: ignore[misc]

    def _site(self, sort: Sort, setup: Any) -> ZohoSite:
        if sort.letter not in self._sims:
            sim = start_zoho(sort, self._hub.clock)
            self._sims[sort.letter] = sim, ZohoSite(sort, self._hub, sim, sim).kept()
        sim, empty = self._sims[sort.letter]
        site = ZohoSite(sort, self._hub, sim, sim)
        site.put_back(empty)
        site.connect(sim.base_url, sim.url, setup.strategy, setup.delete_policy)
        return site

    def stop(self) -> None:
        for sim, _ in self._sims.values():
            sim.stop()
