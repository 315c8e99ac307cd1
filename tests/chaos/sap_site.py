"""A simulated SAP Business One as a site of a world: its business partners as rows, its users as people. Customers only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from app.connectors.base import ConnectorKind
from app.connectors.http.client import Call
from app.connectors.sap.entities import PARTNERS
from app.connectors.sap.records import BILL_TO, billing_address, is_away
from app.connectors.sap.template import SPEC
from app.model.tokens import Tokens
from app.model.values import canonical_number
from tests.chaos.clock import VirtualClock
from tests.chaos.cloud import PLANS, Cloud, CloudSite, WorldClock
from tests.chaos.erps import Character
from tests.chaos.hub import Hub
from tests.chaos.sap_kind import NAMES, SORTS, Sort, kind_of
from tests.simulators.sap import COMPANY, USER, SimulatedSap
from tests.simulators.sap.control_http import Control

#: What a write suffers besides: somebody else was said to have changed it, its code to be another's, its session's server is
#: broken, and after a session's end others log in at the same time.
_PLANS: tuple[tuple[str, ...], ...] = (("stale",), ("taken",), ("node",), ("crowded",))


def start_sap(clock: VirtualClock) -> SimulatedSap:
    """In this process, with the world's clock."""
    sim = SimulatedSap(clock=WorldClock(clock))
    sim.start()
    return sim


class SapSite(CloudSite):
    names = NAMES

    def __init__(self, sort: Sort, hub: Hub, org: Any, sim: SimulatedSap | None = None) -> None:
        character = Character(sort.letter, SPEC.capabilities, knows_rewriting=True, lists_daily=True)
        super().__init__(character, {"entity": PARTNERS}, hub, org, sim)
        self.sort = sort
        self._orders: Any = org if sim is None else Control(sim)

    def kind(self) -> ConnectorKind:
        return kind_of(self.sort, self.clock, self.around)

    def furnish(self) -> None:
        """The field for our id is the connector's to make."""

    def open(self, strategy: str, delete_policy: str) -> None:
        self.act_late()
        auth = {"company_db": COMPANY, "username": USER, "time_zone": "Asia/Kolkata"}
        self.connect(f"{self.org.url.removesuffix('v2')}{self.sort.version}", auth, strategy, delete_policy)

    def told(self) -> dict[str, dict[str, Any]]:
        found = {}
        for row in self.all_there():
            if is_away(PARTNERS, row):
                continue
            flat = row | {f"{BILL_TO}.{part}": value for part, value in billing_address(row).items()}
            fields = {name: flat.get(path) for name, path in NAMES.items()}
            found[str(row["CardCode"])] = fields | {"LIMIT": _amount(fields["LIMIT"])}
        return found

    def create(self, module: str, fields: Mapping[str, Any]) -> str:
        self.act_late()
        return str(self.org.add(**self.table, CardCode=f"P-{fields['CODE']}", **self.named(fields)))

    def edit(self, module: str, rid: str, **fields: Any) -> None:
        """A person changes the address that there is."""
        known = billing_address(self.org.one(**self.table, key=rid))
        named = self.named(fields)
        for address in named.get("BPAddresses", ()):
            address |= {name: known[name] for name in ("RowNum", "AddressName") if name in known}
        self.act_late()
        self.org.change(**self.table, key=rid, **named)

    def delete(self, module: str, rid: str) -> None:
        self.act_late()
        self.org.delete(**self.table, key=rid)

    def named(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        named: dict[str, Any] = {}
        address: dict[str, Any] = {}
        for name, value in fields.items():
            group, _, part = NAMES[name].partition(".")
            if part:
                address[part] = value
            else:
                named[group] = float(value or 0) if name == "LIMIT" else value
        if address:
            named["BPAddresses"] = [{"AddressName": "Office", "AddressType": "bo_BillTo", **address}]
        return named

    def reads_one(self, call: Call) -> bool:
        return call.path.startswith(f"{PARTNERS}(") or "CardCode%20eq" in call.path

    def rewritten(self, name: str, value: Any) -> Any:
        """SAP keeps no spaces behind a text."""
        if name == "LIMIT":
            return _amount(value)
        return value.rstrip() or None if isinstance(value, str) else value

    def plan(self, fault: str) -> None:
        if fault in ("token", "crowded"):
            self._orders.end_sessions()
        if fault == "crowded":
            self.org.refuse_next(code=299, kind="login")
        elif fault == "cut":  # what reads is tried again: a login that breaks off is not
            self.org.cut_next(kind="list")
        elif fault != "token":
            super().plan(fault)

    def refuse(self, fault: str) -> None:
        if fault == "limited":
            self.org.fail_next(status=503, kind="write", times=2)
        elif fault == "stale":
            self.org.refuse_next(code=-2039, kind="update")
        elif fault == "taken":
            self.org.refuse_next(code=-10, text="Business partner code already assigned", kind="create")
        elif fault == "node":
            self.org.refuse_next(code=407, text="@REGIONS", kind="write")
        else:
            self.org.fail_next(status=502, kind="write")

    # --- going back --------------------------------------------------------------------------------------------------

    def kept(self) -> Any:
        sim = self.sim
        with sim.company.lock:
            tables = {
                name: (dict(sim.company.tables[name].rows), dict(sim.company.tables[name].versions))
                for name in (PARTNERS, "UserFieldsMD")
            }
        return tables, list(sim.held), list(self._arrivals)

    def put_back(self, kept: Any) -> None:
        sim = self.sim
        with sim.company.lock:
            for name, (rows, versions) in kept[0].items():
                table = sim.company.tables[name]
                table.rows, table.versions, table._sorted = dict(rows), dict(versions), None
            sim.company.fields_changed += 1
        sim.held, self._arrivals = list(kept[1]), list(kept[2])
        sim.clear()


def _amount(value: Any) -> str | None:
    """0 says that there is none."""
    return canonical_number(str(value), money=True) if float(value or 0) else None


def _kind(sort: Sort) -> Callable[[Hub, Tokens | None, Callable[..., None]], ConnectorKind]:
    return lambda hub, _login, moment: kind_of(sort, hub.clock, moment)


CLOUDS: Mapping[str, Cloud] = {
    sort.letter: Cloud(start_sap, ("sap",), partial(SapSite, sort), _kind(sort), (*PLANS, *_PLANS))
    for sort in SORTS.values()
}
