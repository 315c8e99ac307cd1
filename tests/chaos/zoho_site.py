"""A simulated Zoho as a site of a world: its contacts (or accounts) as rows, its salespeople as people. Customers only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from app.connectors.base import ConnectorKind
from app.connectors.http.client import Call
from app.connectors.zoho.template import HUB_KEY, SPEC
from app.model.tokens import MemoryTokens, Tokens
from app.model.values import canonical_number
from tests.chaos.clock import VirtualClock
from tests.chaos.cloud import Cloud, CloudSite, WorldClock
from tests.chaos.erps import HIDDEN, Character
from tests.chaos.hub import Hub
from tests.chaos.zoho_kind import SORTS, Sort, kind_of
from tests.simulators.zoho import SimulatedZoho
from tests.simulators.zoho.accounts import CLIENT_ID

#: The rows' own names but for the customer's: fields that this organisation made.
_CUSTOM = {"CODE": "text", "CITY": "text", "TOWN": "text", "NOTES": "textarea", "REMARK": "text", "LIMIT": "currency"}


def start_zoho(clock: VirtualClock) -> SimulatedZoho:
    """In this process, with the world's clock."""
    sim = SimulatedZoho(clock=WorldClock(clock))
    sim.start()
    return sim


class ZohoSite(CloudSite):
    """Its login is in this process alone: another one is given it."""

    def __init__(self, sort: Sort, hub: Hub, org: Any, sim: SimulatedZoho | None = None) -> None:
        can = replace(SPEC.capabilities, find_by_our_key=sort.keyed)
        super().__init__(Character(sort.letter, can, knows_rewriting=True), {"module": sort.module}, hub, org, sim)
        self.sort = sort
        self.names = {"NAME": sort.name}
        self.tokens = MemoryTokens()

    def kind(self) -> ConnectorKind:
        return kind_of(self.sort, self.tokens, self.clock, self.around)

    def furnish(self) -> None:
        for name, kind in {**_CUSTOM, HIDDEN: "text"}.items():
            self.org.add_field(**self.table, name=name, data_type=kind)
        if self.sort.keyed:
            self.org.add_field(**self.table, name=HUB_KEY, unique=True, length=50)

    def open(self, strategy: str, delete_policy: str) -> None:
        self.act_late()
        self.sign_in()
        auth = {"client_id": CLIENT_ID, "accounts_url": self.org.url, "edition": "enterprise"}
        self.connect(f"{self.org.url}/crm/v8", auth, strategy, delete_policy)

    def sign_in(self) -> None:
        granted, now = self.org.grant(), self.clock.utc()
        self.tokens._tokens = Tokens(
            str(granted["refresh_token"]),
            str(granted["access_token"]),
            now,
            now + timedelta(seconds=float(granted["expires_in"])),
            extras={"api_domain": str(granted["api_domain"])},
        )

    def login(self) -> Tokens:
        return replace(self.tokens.load(), access="")

    def told(self) -> dict[str, dict[str, Any]]:
        found = {}
        for row in self.all_there():
            fields = {name: row.get(name) for name in (*_CUSTOM, HIDDEN)}
            fields["NAME"] = row.get(self.sort.name)
            limit = fields["LIMIT"]
            fields["LIMIT"] = None if limit is None else canonical_number(str(limit), money=True)
            found[str(row["id"])] = fields
        return found

    def named(self, fields: Mapping[str, Any]) -> dict[str, Any]:
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

    def reads_one(self, call: Call) -> bool:
        return "ids" in call.params or call.body is not None

    def comes(self, call: Call, kind: str, fault: str) -> None:
        # Zoho deletes whatever the version: against an edit between our look and the deletion nothing helps.
        deletes = call.method == "DELETE"
        if not deletes:
            super().comes(call, kind, fault)
        else:
            self.plan("before" if fault == "late" else fault)

    def refuse(self, fault: str) -> None:
        if fault == "limited":
            self.org.fail_next(status=429, body=_said("TOO_MANY_REQUESTS"), kind="write", times=2)
        else:
            self.org.fail_next(status=503, body=_said("SERVICE_UNAVAILABLE"), kind="write")

    def rewritten(self, name: str, value: Any) -> Any:
        """Zoho drops outer blanks and keeps amounts to two decimals."""
        if name == "LIMIT":
            return None if value is None else canonical_number(value, money=True)
        return value.strip() if isinstance(value, str) else value

    # --- going back --------------------------------------------------------------------------------------------------

    def kept(self) -> Any:
        with self.sim.org.lock:
            tables = {
                name: (dict(table.records), {id: replace(gone) for id, gone in table.gone.items()})
                for name, table in self.sim.org.tables.items()
            }
        return tables, list(self.sim.held), list(self._arrivals)

    def put_back(self, kept: Any) -> None:
        """The records; and the time is an earlier one, so what was counted by time is forgotten."""
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
        self.sign_in()


def _said(code: str) -> Any:
    return {"code": code, "details": {}, "message": code.lower(), "status": "error"}


def _kind(sort: Sort) -> Callable[[Hub, Tokens | None, Callable[..., None]], ConnectorKind]:
    return lambda hub, login, moment: kind_of(sort, MemoryTokens(login or Tokens()), hub.clock, moment)


CLOUDS: Mapping[str, Cloud] = {
    sort.letter: Cloud(start_zoho, ("zoho",), partial(ZohoSite, sort), _kind(sort)) for sort in SORTS.values()
}
