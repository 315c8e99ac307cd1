"""Services that answer from memory: every screen opens alone on them, and a test can steer each answer."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from app.model.entities import ENTITIES
from app.model.errors import Conflicting, InvalidInput, NotFound, Unreachable
from app.model.events import Changed, EventBus, RunEnded, RunProgress, RunStarted
from app.services import views as v

NOW = datetime.now(UTC)


def ago(**span: float) -> str:
    return (NOW - timedelta(**span)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def connection(number: int = 1, **changes: Any) -> v.ConnectionView:
    names = ["Mehta Traders", "Sharma & Sons ₹", "श्री बालाजी ट्रेडर्स"]
    made = v.ConnectionView(
        id=f"c{number}", tenant_id="default-tenant", name=names[(number - 1) % 3], system="tally", system_title="Tally Prime",
        auth_type="none", auth={"company": f"{names[(number - 1) % 3]} Pvt Ltd", "data_folder": r"C:\TallyData\100000"},
        base_url="http://localhost:9000", api_version=None, organization_id=None, status="active", status_message="",
        sync_enabled=True, auto_sync_interval=900, sync_direction="pull",
        books={"name": f"{names[(number - 1) % 3]} Pvt Ltd", "version": "TallyPrime 7.1", "licence": "Silver"},
        paused_until=None, last_sync_at=ago(minutes=7), last_success_at=ago(minutes=7), created_at=ago(days=40),
        updated_at=ago(minutes=7), next_run_at=(NOW + timedelta(minutes=8)).isoformat(), running_log_id=None,
    )  # fmt: skip
    return replace(made, **changes)


def run(number: int = 1, status: str = "completed", **changes: Any) -> v.RunView:
    counts = {
        "customer": {"created": 4, "updated": 12, "unchanged": 1188, "failed": 0, "linked": 1, "deleted": 0, "conflicts": 0},
        "invoice": {"created": 31, "updated": 2, "unchanged": 8367, "failed": 2, "linked": 0, "deleted": 1, "conflicts": 1},
    }
    phases = (
        {"phase": "connecting", "entity": None, "seconds": 0.2, "records": 0},
        {"phase": "reading", "entity": "customer", "seconds": 1.4, "records": 17},
        {"phase": "reading", "entity": "invoice", "seconds": 6.8, "records": 36},
        {"phase": "checking", "entity": "invoice", "seconds": 0.9, "records": 8400},
    )
    made = v.RunView(
        id=f"r{number}", connection_id="c1", connection_name="Mehta Traders", sync_config_id=None, sync_type="incremental",
        sync_direction="pull", triggered_by="schedule", status=status, dry_run=False, started_at=ago(minutes=7 + 60 * number),
        ended_at=ago(minutes=6.8 + 60 * number), processed=53, success=50, failed=2, skipped=0, conflicts=1, counts=counts,
        phases=phases, message="", error=None, guard=None,
    )  # fmt: skip
    return replace(made, **changes)


ERRORS = [
    v.ErrorView("e1", "c1", "invoice", "i7", "guid-7", "missing_reference",
                "Invoice SI/2026/0107 names the customer “Ganesh Stores”, which could not be found.",
                "Sync again: it is linked as soon as the customer is there.", 2, ago(minutes=-20), ago(minutes=7)),
    v.ErrorView("e2", "c1", "invoice", None, "guid-9", "bad_value",
                "Invoice SI/2026/0109 has an amount that can't be read: “12,ab”.",
                "Open it in Tally, correct the amount and save it.", 1, None, ago(minutes=7)),
]  # fmt: skip


def record(entity: str, number: int) -> dict[str, Any]:
    base = {
        "id": f"{entity}-{number:07d}", "version": 2, "created_at": ago(days=3), "updated_at": ago(hours=2),
        "deleted_at": None, "source": "Mehta Traders", "custom": {},
    }  # fmt: skip
    if entity == "customer":
        names = ["Anand Electricals", "Bharat Hardware & Paints", "गणेश भंडार", "Chennai Traders", "D'Souza & Co."]
        cities = [("Pune", "Maharashtra"), ("Chennai", "Tamil Nadu"), ("Surat", "Gujarat")]
        city, state = cities[number % 3]
        return base | {
            "business_name": f"{names[number % 5]} {number}", "contact_person": "Ramesh Iyer", "email": f"office{number}@example.in",
            "phone": "020 2553 1200", "mobile": "98220 12345", "address": "14, MG Road\nCamp", "city": city, "state": state,
            "pincode": "411001", "country": "India", "gstin": f"27ABCDE{number % 9999:04d}F1Z5", "pan": None,
            "customer_group": "Sundry Debtors", "credit_limit": "150000.00", "credit_days": "30",
            "opening_balance": "0.00", "closing_balance": f"{(number * 7919) % 2500000}.50", "is_active": True,
        }  # fmt: skip
    if entity == "product":
        return base | {
            "name": f"LED Bulb {number % 20 + 3} W", "sku": f"LED-{number:04d}", "category": "Lighting", "unit": "Nos",
            "hsn_code": "85395000", "gst_rate": "12", "rate": f"{80 + number % 50}.00",
            "closing_quantity": str(number * 3 % 900), "closing_value": f"{number * 240 % 900000}.00", "is_active": True,
        }  # fmt: skip
    if entity in ("order", "invoice"):
        return base | {
            "number": f"SI/2026/{number:04d}", "date": "2026-11-1" + str(number % 9),
            "customer": {"id": f"customer-{number:07d}", "label": f"Anand Electricals {number}"}, "due_date": None,
            "status": ("posted", "cancelled", "draft")[number % 7 if number % 7 < 3 else 0], "reference": "PO 118",
            "narration": "Goods sent by road.\nCall before delivery.", "subtotal": "36580.00", "tax_total": "6584.40",
            "round_off": "-0.40", "total": "43164.00", "balance_due": "13164.00", "place_of_supply": "Maharashtra",
            "lines": [
                {"product": {"id": "p1", "label": "LED Bulb 9 W"}, "description": None, "hsn_code": "85395000", "quantity": "120",
                 "unit": "Nos", "rate": "95.00", "discount_percent": "5", "gst_rate": "18", "amount": "10830.00"},
                {"product": {"id": "p2", "label": "Copper wire 2.5 sq mm"}, "description": None, "hsn_code": "85444999",
                 "quantity": "10.5", "unit": "Coil", "rate": "2452.38", "discount_percent": None, "gst_rate": "18",
                 "amount": "25750.00"},
            ],
            "taxes": [{"name": "CGST", "rate": "9", "amount": "3292.20"}, {"name": "SGST", "rate": "9", "amount": "3292.20"}],
        }  # fmt: skip
    return base | {
        "number": f"RCT/{number}", "status": "posted", "date": "2026-11-10", "mode": "Cheque", "account": "HDFC Bank",
        "customer": {"id": "customer-1", "label": "Anand Electricals 1"}, "amount": "125000.00",
        "instrument_number": "004512", "instrument_date": "2026-11-09", "narration": None,
        "allocations": [{"invoice": None, "reference": "SI/2026/0001", "kind": "against", "amount": "125000.00"}],
    }  # fmt: skip


FOUND = v.FoundServer(
    "http://localhost:9000", "ready", "Tally Prime answers.", "TallyPrime 7.1", "Silver", False,
    (
        v.FoundBooks("Mehta Traders Pvt Ltd", "guid-a", "2024-04-01", "2027-03-31", r"C:\TallyData\100000", "100000", "2026-11-20"),
        v.FoundBooks("Mehta Exports", "guid-b", "2025-04-01", "2027-03-31", r"C:\TallyData\100001", "100001", "2026-11-18"),
    ),
)  # fmt: skip
TEMPLATE = (
    v.MappingView("business_name", "NAME", "text", is_required=True),
    v.MappingView("gstin", "PARTYGSTIN", "text"),
    v.MappingView("pincode", "LEDMAILINGDETAILS[].PINCODE", "text"),
    v.MappingView("closing_balance", "CLOSINGBALANCE", "number", "to_local", is_readonly=True),
)


class Connections:
    def __init__(self, home: FakeServices) -> None:
        self.home = home
        self.found = [FOUND]
        self.discover_error: Exception | None = None
        self.test_answer = v.TestResult(True, "Tally answers and the company is open.", 34, {
            "checks": [
                {"name": "reach", "ok": True, "message": "Tally Prime answers at localhost:9000.", "hint": ""},
                {"name": "books", "ok": True, "message": "Mehta Traders Pvt Ltd is open.", "hint": ""},
            ], "version": "TallyPrime 7.1", "licence": "Silver"})  # fmt: skip

    def list(self, tenant_id: Any = None, system: Any = None, status: Any = None) -> list[v.ConnectionView]:
        return list(self.home.connection_list)

    def get(self, id: str) -> v.ConnectionView:
        for each in self.home.connection_list:
            if each.id == id:
                return each
        raise NotFound("There is no such connection.")

    def create(self, draft: dict[str, Any]) -> v.ConnectionView:
        self.home.calls.append(("create", draft))
        for each in self.home.connection_list:
            if each.auth.get("company_guid") and each.auth.get("company_guid") == draft["auth_config"].get("company_guid"):
                raise Conflicting("These books are already connected as “Mehta Traders”.", hint="Open that connection instead.")
        made = connection(9, id=f"new{len(self.home.calls)}", name=draft["connection_name"], auth=draft["auth_config"],
                          sync_enabled=draft.get("sync_enabled", True), last_success_at=None, last_sync_at=None)  # fmt: skip
        self.home.connection_list.append(made)
        return made

    def update(self, id: str, changes: dict[str, Any]) -> v.ConnectionView:
        self.home.calls.append(("update", id, changes))
        names = {"connection_name": "name", "sync_enabled": "sync_enabled", "auto_sync_interval": "auto_sync_interval",
                 "base_url": "base_url", "status": "status"}  # fmt: skip
        new = replace(self.get(id), **{names[key]: value for key, value in changes.items() if key in names})
        self.home.connection_list = [new if each.id == id else each for each in self.home.connection_list]
        self.home.bus.publish(Changed(frozenset({"connections"})))
        return new

    def delete(self, id: str) -> None:
        self.get(id)
        self.home.calls.append(("delete", id))
        self.home.connection_list = [each for each in self.home.connection_list if each.id != id]
        self.home.bus.publish(Changed(frozenset({"connections"})))

    def test(self, id: str, cancel: Any = None) -> v.TestResult:
        self.home.calls.append(("test", id))
        return self.test_answer

    def test_draft(self, draft: Any, cancel: Any = None) -> v.TestResult:
        return self.test_answer

    def books(self, draft: Any, cancel: Any = None) -> list[v.FoundBooks]:
        return list(FOUND.companies)

    def discover(self, targets: Any, cancel: Any, on_progress: Any, on_found: Any) -> list[v.FoundServer]:
        self.home.calls.append(("discover", targets))
        if self.discover_error is not None:
            raise self.discover_error
        for index, each in enumerate(self.found):
            on_progress(index + 1, len(self.found), each.base_url)
            on_found(each)
        return list(self.found)

    def modules(self, id: str) -> list[Any]:
        return []

    def pause(self, id: str, until: str | None) -> None:
        self.home.calls.append(("pause", id, until))

    def resume(self, id: str) -> None:
        self.home.calls.append(("resume", id))

    def tally_is_idle(self, id: str) -> None:
        self.home.calls.append(("tally_is_idle", id))


class Configs:
    def __init__(self, home: FakeServices) -> None:
        self.home = home
        self.made: list[v.ConfigView] = [self._view("c1", e) for e in ("customer", "product", "order", "invoice", "payment")]

    def _view(self, connection_id: str, entity: str, **draft: Any) -> v.ConfigView:
        return v.ConfigView(
            f"k-{connection_id}-{entity}", "default-tenant", connection_id, entity, ENTITIES[entity].table, entity.title(),
            draft.get("sync_direction", "pull"), True, 900, draft.get("conflict_resolution", "manual"),
            draft.get("delete_policy", "flag"), None, ENTITIES[entity].match_on, None, True, None, TEMPLATE,
        )  # fmt: skip

    def list(self, connection_id: Any = None, entity_type: Any = None) -> list[v.ConfigView]:
        return [each for each in self.made if connection_id in (None, each.connection_id)]

    def create(self, draft: dict[str, Any]) -> v.ConfigView:
        self.home.calls.append(("create_config", draft))
        self.made.append(self._view(**{"entity" if k == "entity_type" else k: x for k, x in draft.items()}))
        return self.made[-1]

    def update(self, id: str, changes: dict[str, Any]) -> v.ConfigView:
        self.home.calls.append(("update_config", id, changes))
        return self.made[0]

    def presets(self, system: str) -> list[tuple[str, str, dict[str, str]]]:
        entities = ("customer", "product", "order", "invoice", "payment")
        return [
            ("tally_leads", "Tally leads", dict.fromkeys(entities, "pull")),
            ("both_ways", "Both ways", {**dict.fromkeys(entities, "pull"), "customer": "bidirectional", "order": "bidirectional"}),
            ("read_only", "Read only", dict.fromkeys(entities, "pull")),
        ]

    def template(self, system: str, entity: str) -> list[v.MappingView]:
        return list(TEMPLATE)


class Runs:
    def __init__(self, home: FakeServices) -> None:
        self.home = home
        guard = {"code": "held_many_deletions", "message": "84 of 1,204 customers are gone in Tally. Is that right?",
                 "hint": "Approve to mark them as deleted here; reject to leave everything as it is.", "details": {}}  # fmt: skip
        failed = {"code": "unreachable", "message": "Nothing answers at localhost:9000.",
                  "hint": "Start Tally and open the company, then press Sync now.", "details": {}}  # fmt: skip
        self.all = [
            run(0), run(1, "partial"), run(2, "held", guard=guard), run(3, "failed", error=failed, counts={}),
            run(4), run(5, "cancelled"), run(6, dry_run=True), *(run(n) for n in range(7, 40)),
        ]  # fmt: skip
        self.held = threading.Event()
        self.final = "completed"

    def start(self, **order: Any) -> str:
        self.home.calls.append(("start", order))
        made = run(-1, "completed", id=f"run{len(self.home.calls)}", dry_run=order.get("dry_run", False),
                   connection_id=order.get("connection_id") or "c1")  # fmt: skip
        self.all.insert(0, replace(made, status="running"))
        bus = self.home.bus
        bus.publish(RunStarted(made.id, made.connection_id, made.connection_name, "manual"))
        bus.publish(RunProgress(made.id, made.connection_id, "reading", "customer", 400, 1204, ""))
        self.home.pending[made.id] = made
        if self.home.instant:
            self.finish(made.id)
        return made.id

    def finish(self, log_id: str) -> None:
        made = replace(self.home.pending.pop(log_id), status=self.final)
        self.all = [made if each.id == log_id else each for each in self.all]
        self.home.bus.publish(RunEnded(made.id, made.connection_id, made.connection_name, made.status))
        self.home.bus.publish(Changed(frozenset({"runs", "records"})))

    def wait(self, log_id: str, timeout: float | None = None) -> v.RunView:
        return self.get(log_id)

    def plan(self, log_id: str) -> v.PlanView | None:
        items = (
            v.PlanItemView("link", "local", "customer", "x", "guid-1", "Anand Electricals", (), "Same GSTIN"),
            v.PlanItemView("conflict", "local", "customer", "x", "guid-2", "Bharat Hardware", (), "Same name, no GSTIN"),
        )
        local = {"create": 1204, "update": 0, "delete": 0, "link": 12, "conflict": 1}
        return v.PlanView(log_id, {"local": local, "remote": {}}, items)

    def cancel(self, log_id: str) -> None:
        self.home.calls.append(("cancel", log_id))

    def answer(self, log_id: str, approve: bool) -> None:
        self.home.calls.append(("answer", log_id, approve))

    def list(self, connection_id: Any = None, config_id: Any = None, status: Any = None, limit: int = 50, cursor: Any = None) -> Any:
        found = [r for r in self.all if status in (None, r.status) and connection_id in (None, r.connection_id)]
        start = int(cursor or 0)
        following = str(start + limit) if start + limit < len(found) else None
        return found[start : start + limit], following

    def get(self, log_id: str) -> v.RunView:
        for each in self.all:
            if each.id == log_id:
                return each
        raise NotFound("There is no such run.")

    def errors(self, log_id: str) -> list[v.ErrorView]:
        return list(ERRORS) if self.get(log_id).status == "partial" else []

    def current(self) -> list[v.Progress]:
        return []

    def retry(self, error_id: str) -> None:
        self.home.calls.append(("retry", error_id))


class Records:
    SIZE = 256

    def __init__(self, home: FakeServices) -> None:
        self.home = home
        self.totals = {"customer": 1204, "product": 640, "order": 312, "invoice": 8400, "payment": 5210}
        self.asked: list[str] = []

    def counts(self) -> dict[str, int]:
        return dict(self.totals)

    def count(self, entity: str) -> int:
        return self.totals.get(entity, 0)

    def page_starts(self, entity: str, *, q: Any = None, state: Any = None, size: int = 256, cancel: Any = None) -> Any:
        total = self.totals.get(entity, 0) if not q else min(3, self.totals.get(entity, 0))
        return total, [f"{entity}-{n:07d}" for n in range(0, total, size)]

    def from_id(self, entity: str, first_id: str, limit: int, q: Any = None, state: Any = None) -> list[dict[str, Any]]:
        self.asked.append(first_id)
        start = int(first_id.rsplit("-", 1)[1])
        total = self.page_starts(entity, q=q)[0]
        return [record(entity, n) for n in range(start, min(start + limit, total))]

    def get(self, entity: str, id: str, include_deleted: bool = True) -> dict[str, Any]:
        return record(entity, int(id.rsplit("-", 1)[1]))

    def links(self, id: str) -> list[v.LinkView]:
        entity = id.rsplit("-", 1)[0]
        return [v.LinkView(1, "c1", "Mehta Traders", entity, id, "Ledger", "guid-1-0000a1", "Anand Electricals", "18841",
                           "synced", ago(minutes=7), None)]  # fmt: skip

    def history(self, entity: str, id: str) -> list[v.HistoryView]:
        return [
            v.HistoryView(2, "update", {"closing_balance": ["1200.00", "7919.50"], "phone": [None, "020 2553 1200"]},
                          "Mehta Traders", "r1", ago(hours=2), {}),
            v.HistoryView(1, "create", {}, "Mehta Traders", "r9", ago(days=3), {}),
        ]  # fmt: skip


class FakeServices:
    """``calls`` lists what was asked to change something."""

    def __init__(self, connections: int = 1) -> None:
        self.bus = EventBus()
        self.calls: list[tuple[Any, ...]] = []
        self.instant = True
        self.pending: dict[str, v.RunView] = {}
        self.connection_list = [connection(n + 1) for n in range(connections)]
        if connections > 1:
            self.connection_list[1] = connection(2, status="error", status_message="Nothing answers at 192.168.1.20:9000.",
                                                 last_success_at=ago(hours=5), open_conflicts=3)  # fmt: skip
        self.connections = Connections(self)
        self.configs = Configs(self)
        self.runs = Runs(self)
        self.records = Records(self)
        self.kept: dict[str, Any] = {}
        self.settings = SimpleNamespace(get=lambda key, default=None: self.kept.get(key, default), set=self.kept.__setitem__,
                                        all=lambda: dict(self.kept))  # fmt: skip
        fields = ({"name": "phone", "base": "020 2553 1200", "local": "020 2553 1299", "remote": "98220 12345"},)
        self.conflict_list = [
            v.ConflictView(f"x{n}", "c1", "Mehta Traders", "customer", kind, f"Anand Electricals {n}", f"customer-000000{n}",
                           f"guid-{n}", fields if kind == "fields" else (), ("customer-0000002",) if kind == "match" else (),
                           "open", ago(hours=n))
            for n, kind in enumerate(("fields", "match", "deleted_remote"), start=1)
        ]  # fmt: skip
        self.conflicts = SimpleNamespace(
            list=lambda status="open", connection_id=None, limit=200, cursor=None: (list(self.conflict_list), None),
            count=lambda: len(self.conflict_list),
        )
        self.scheduler = SimpleNamespace(
            next_runs=lambda: [], pause_all=lambda until: self.calls.append(("pause_all", until)),
            resume_all=lambda: self.calls.append(("resume_all",)),
        )  # fmt: skip
        self.diagnostics = SimpleNamespace(
            doctor=lambda cancel=None: [v.DoctorCheck("database", True, "The database is sound."),
                                        v.DoctorCheck("keyring", False, "No keyring was found.", "Use --secrets file.")],
            bundle=lambda path: self.calls.append(("bundle", str(path))),
            log_lines=lambda: [f"2026-11-22 14:0{n % 10}:00 INFO app.sync run r{n} completed" for n in range(60)],
        )  # fmt: skip

    def dashboard(self) -> v.Dashboard:
        days = tuple(
            v.DayCount((NOW - timedelta(days=13 - n)).date().isoformat(), [820, 1204, 640, 90, 0, 310, 1420][n % 7], 14 if n in (3, 9) else 0)
            for n in range(14)
        )
        needs = (
            v.NeedsYou("warning", "84 customers are gone in Tally", "The sync waits for your answer.", "run:r2"),
            v.NeedsYou("error", "2 invoices could not be taken over", "One names a customer that is not there.", "run:r1"),
        )
        if not self.connection_list:
            return v.Dashboard((), (), days, ())
        return v.Dashboard(tuple(self.connection_list), needs, days, tuple(self.runs.all[:6]), {}, len(self.conflict_list))

    def backup(self, path: Any, overwrite: bool = False) -> None:
        self.calls.append(("backup", str(path)))

    def restore(self, path: Any) -> None:
        self.calls.append(("restore", str(path)))


__all__ = ["FakeServices", "InvalidInput", "Unreachable", "connection", "record", "run"]


class FakeApp:
    """What ``app.bootstrap.start`` answers."""

    def __init__(self, services: FakeServices | None = None, data: Any = "/tmp/salesmate-fake") -> None:
        from pathlib import Path

        self.services = services or FakeServices(2)
        self.bus = self.services.bus
        self.folders = SimpleNamespace(data=Path(data))
        self.closed = False

    def close(self, timeout: float = 5) -> None:
        self.closed = True
