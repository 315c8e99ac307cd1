"""A simulated QuickBooks as a site of a world: its customers as rows, its bookkeeper as people. Customers only.

Its login is the hub's own, stored as the program does it: each renewal changes it, and some processes die before they stored the
new one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import timedelta
from functools import partial
from typing import Any

from app.connectors.base import ConnectorKind
from app.connectors.http.client import Call
from app.connectors.quickbooks.put_away import is_away
from app.connectors.quickbooks.template import SPEC
from app.model.tokens import Tokens
from tests.chaos.clock import VirtualClock
from tests.chaos.cloud import PLANS, Cloud, CloudSite, WorldClock
from tests.chaos.erps import Character
from tests.chaos.hub import Hub
from tests.chaos.quickbooks_kind import NAMES, SORTS, Sort, kind_of, logins
from tests.simulators.quickbooks import CLIENT_ID, SimulatedQuickbooks
from tests.simulators.quickbooks.books import Books
from tests.simulators.quickbooks.control_http import Control

#: What a write suffers besides: somebody else was said to have it open, its name to be another's.
_PLANS: tuple[tuple[str, ...], ...] = (("stale",), ("taken",))
#: Seconds: so little that logins are renewed all the time.
_LIFE = 90


def start_quickbooks(clock: VirtualClock) -> SimulatedQuickbooks:
    """In this process, with the world's clock."""
    sim = SimulatedQuickbooks(clock=WorldClock(clock), limits=False)
    sim.checks_spec = False
    sim.start()
    return sim


class QuickbooksSite(CloudSite):
    lacks = frozenset({"credit_limit"})
    names = NAMES

    def __init__(self, sort: Sort, hub: Hub, org: Any, sim: SimulatedQuickbooks | None = None) -> None:
        character = Character(sort.letter, SPEC.capabilities, knows_rewriting=True)
        super().__init__(character, {"entity": "Customer"}, hub, org, sim)
        self.sort = sort
        self._busy = 0

    def kind(self) -> ConnectorKind:
        return kind_of(self.sort, self.hub.db, self.clock, self.around)

    def furnish(self) -> None:
        nested = "merge" if self.sort.merges else "replace"
        control = self.org if self.sim is None else Control(self.sim)
        control.set(nested=nested, marks_inactive=self.sort.marks, life=_LIFE)

    def open(self, strategy: str, delete_policy: str) -> None:
        self.act_late()
        auth = {
            "client_id": CLIENT_ID,
            "realm_id": Books.realm,
            "environment": "sandbox",
            "discovery_url": f"{self.org.url}/.well-known/openid_sandbox_configuration/",
        }
        self.connect(self.org.url, auth, strategy, delete_policy)
        granted, now = self.org.grant(), self.clock.utc()
        until = now + timedelta(seconds=float(granted["expires_in"]))
        login = Tokens(str(granted["refresh_token"]), str(granted["access_token"]), now, until)
        logins(self.hub.db, self.hub.ids[self.name], self.clock, self.around).put(login)

    def around(self, when: str, call: Call | None, write: bool) -> None:
        if call is None:
            self.hook("login", "Parties", None)
        else:
            super().around(when, call, write)

    def told(self) -> dict[str, dict[str, Any]]:
        found = {}
        for row in self.all_there():
            if not is_away(row):
                flat = row | {f"BillAddr.{part}": value for part, value in (row.get("BillAddr") or {}).items()}
                found[str(row["Id"])] = {name: flat.get(path) for name, path in NAMES.items()}
        return found

    def edit(self, module: str, rid: str, **fields: Any) -> None:
        """A person sees the whole address and changes a part of it."""
        address = self.org.one(**self.table, id=rid).get("BillAddr") or {}
        named = self.named(fields)
        if "BillAddr" in named:
            named["BillAddr"] = {**address, **named["BillAddr"]}
        self.act_late()
        self.org.change(**self.table, id=rid, **named)

    def named(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        named: dict[str, Any] = {}
        for name, value in fields.items():
            group, _, part = NAMES[name].partition(".")
            if part:
                named.setdefault(group, {})[part] = value
            else:
                named[group] = value
        return named

    def reads_one(self, call: Call) -> bool:
        return "STARTPOSITION" not in call.params.get("query", "STARTPOSITION")

    def refuse(self, fault: str) -> None:
        if fault == "limited":
            self._busy += 1
            self.org.refuse_next(code="3001", kind="write", times=2, shape="xml" if self._busy % 2 else "json")
        elif fault == "stale":
            self.org.refuse_next(code="5010", kind="update")
        elif fault == "taken":
            self.org.refuse_next(code="6240", kind="create")
        else:
            self.org.fail_next(status=500, kind="write")

    # --- going back --------------------------------------------------------------------------------------------------

    def kept(self) -> Any:
        sim = self.sim
        with sim.books.lock:
            tables = {name: (dict(table.records), dict(table.gone)) for name, table in sim.books.tables.items()}
        accounts = sim.accounts
        signed = deepcopy((accounts.logins, accounts.active, accounts._told_at))
        return tables, signed, dict(sim.replays._answers), list(sim.held), list(self._arrivals)

    def put_back(self, kept: Any) -> None:
        sim = self.sim
        with sim.books.lock:
            for name, (records, gone) in kept[0].items():
                table = sim.books.tables[name]
                for id in list(table.records):
                    table.forget(id)
                for record in records.values():
                    table.put(record)
                table.gone = dict(gone)
        accounts = sim.accounts
        accounts.logins, accounts.active, accounts._told_at = deepcopy(kept[1])
        sim.replays._answers = dict(kept[2])
        sim.held, self._arrivals = list(kept[3]), list(kept[4])
        sim.clear()


def _kind(sort: Sort) -> Callable[[Hub, Tokens | None, Callable[..., None]], ConnectorKind]:
    return lambda hub, _login, moment: kind_of(sort, hub.db, hub.clock, moment)


CLOUDS: Mapping[str, Cloud] = {
    sort.letter: Cloud(
        start_quickbooks, ("quickbooks", "--no-limits"), partial(QuickbooksSite, sort), _kind(sort), (*PLANS, *_PLANS)
    )
    for sort in SORTS.values()
}
