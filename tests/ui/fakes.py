"""Services that answer from memory: every screen opens alone on them, and a test can steer each answer."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from app.connectors.base import Choice
from app.connectors.tally import KIND as TALLY
from app.model.entities import ENTITIES
from app.model.errors import AppError, Conflicting, NotFound, StaleVersion
from app.model.events import Changed, EventBus, RunEnded, RunProgress, RunStarted
from app.services import views as v
from app.services.access import Certificate, NetworkChoice
from app.services.master_key import KeyPlace
from app.services.network import Proxy
from app.services.retention import Room
from app.services.systems import SYSTEMS, system_view
from app.services.updates import UpdateState
from tests.ui.mapping_services import Mappings
from tests.ui.samples import ERRORS, FOUND, NOW, TEMPLATE, ago, conflicts, connection, plan, record, run


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
            if each.auth.get("company_guid") and each.auth.get("company_guid") == draft["auth_config"].get(
                "company_guid"
            ):
                raise Conflicting(
                    "These books are already connected as “Mehta Traders”.", hint="Open that connection instead."
                )
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

    def systems(self) -> list[v.SystemView]:
        return [system_view(each, TALLY if each.name == "tally" else None) for each in SYSTEMS.values()]

    def removal(self, id: str) -> v.RemovalView:
        return v.RemovalView(records=15766, configs=5, runs=40, decisions=3, failed=0, webhooks=0)

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

    choice_answer: Any = (
        Choice("sales", "Sales ledger", (("Sales GST 18%", 214), ("Sales", 9)), "Sales GST 18%", None,
               ("order", "invoice"), "Sales of goods are booked to it."),
        Choice("tax:CGST:9", "CGST 9 %", (("Output CGST 9%", 214),), None, "CGST (old)", ("invoice",)),
        Choice("bank", "Bank", (("HDFC Bank", 80), ("Cash", 12)), None, None, ("payment",)),
    )  # fmt: skip

    def choices(self, id: str, cancel: Any = None) -> Any:
        if isinstance(self.choice_answer, Exception):
            raise self.choice_answer
        return list(self.choice_answer)

    def draft_choices(self, draft: Any, cancel: Any = None) -> Any:
        self.home.calls.append(("draft_choices", draft))
        return self.choices("")

    def set_choices(self, id: str, chosen: dict[str, Any], cancel: Any = None) -> None:
        self.home.calls.append(("set_choices", id, chosen))

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
        self.made: list[v.ConfigView] = [
            self._view("c1", e) for e in ("customer", "product", "order", "invoice", "payment")
        ]

    can_write = True

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

    def presets(self, system: str, modules: Any = None, auth: Any = None) -> list[tuple[str, str, dict[str, str]]]:
        entities = ("customer", "product", "order", "invoice", "payment")
        reading = ("from", "Only from Tally", dict.fromkeys(entities, "pull"))
        if not self.can_write:
            return [reading]
        leads = {**dict.fromkeys(entities, "pull"), "order": "bidirectional", "payment": "bidirectional"}
        return [
            ("both", "Both ways", dict.fromkeys(entities, "bidirectional")), ("leads", "Tally leads", leads), reading,
            ("to", "Only to Tally", dict.fromkeys(entities, "push")),
        ]  # fmt: skip

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
        self.undo_error: AppError | None = None
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
        return plan(log_id)

    def cancel(self, log_id: str) -> None:
        self.home.calls.append(("cancel", log_id))

    def answer(self, log_id: str, approve: bool) -> None:
        self.home.calls.append(("answer", log_id, approve))

    def list(
        self,
        connection_id: Any = None,
        config_id: Any = None,
        status: Any = None,
        limit: int = 50,
        cursor: Any = None,
        text: Any = None,
    ) -> Any:
        found = [r for r in self.all if status in (None, r.status) and connection_id in (None, r.connection_id)]
        found = [r for r in found if text is None or text in str(r.error)]
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

    def retry(self, error_id: str) -> str:
        self.home.calls.append(("retry", error_id))
        return "r0"

    def retry_all(self, connection_id: str) -> str:
        self.home.calls.append(("retry_all", connection_id))
        return "r0"

    def apply(self, log_id: str, *, leave_out: Any = ()) -> str:
        self.home.calls.append(("apply", log_id, tuple(leave_out)))
        return "r0"

    def undo(self, log_id: str, *, by: str = "user", cancel: Any = None) -> v.UndoView:
        self.home.calls.append(("undo", log_id))
        if self.undo_error is not None:
            raise self.undo_error
        left = v.UndoLeft("customer", "customer-0000003", "Chennai Traders 3", "Changed here since.")
        return v.UndoView(49, (left,))


class Totals:
    """``rows`` and ``found`` are its answers; ``gate`` holds the next one back, ``error`` is raised instead."""

    def __init__(self, home: FakeServices) -> None:
        self.home = home
        self.gate: threading.Event | None = None
        self.error: Exception | None = None
        pairs = (("order", "Sales Order"), ("invoice", "Sales"), ("payment", "Receipt"))
        self.rows = [
            v.MonthTotal(entity, module, f"2026-{month:02d}", "posted", 31, "412380.50", 31, "412380.50", "0.00")
            for month in (7, 8, 9)
            for entity, module in pairs
        ]
        self.rows[4] = v.MonthTotal("invoice", "Sales", "2026-08", "posted", 30, "400000.50", 31, "412380.50", "-12380.00",
                                    2, "1180.00")  # fmt: skip
        self.rows.insert(6, v.MonthTotal("invoice", "Sales", "2026-08", "draft", 1, "10.00", 1, "10.00", "0.00"))
        self.found = [
            v.AmountDifference("only_there", "invoice", "Sales", "SI/2026/0031", None, "31", there_date="2026-08-20",
                               there_amount="12380.00", there_status="posted"),
            v.AmountDifference("amount", "invoice", "Sales", "SI/2026/0007", "invoice-0000007", "7", "2026-08-04", "500.00",
                               "posted", "2026-08-04", "400.00", "posted"),
            v.AmountDifference("status", "invoice", "Sales", "=SI/8", "invoice-0000008", "8", "2026-08-05", "50.00",
                               "posted", "2026-08-05", "0.00", "cancelled"),
            v.AmountDifference("month", "invoice", "Sales", "SI/9", "invoice-0000009", "9", "2026-07-31", "50.00", "posted",
                               "2026-08-01", "50.00", "posted"),
        ]  # fmt: skip

    def this_year(self) -> tuple[str, str]:
        return "2026-07", "2026-09"

    def compare(self, id: str, first: str, last: str, cancel: Any = None, progress: Any = None) -> list[v.MonthTotal]:
        self.home.calls.append(("compare", id, first, last))
        for done, month in enumerate(("", "2026-07", "2026-08")):
            progress(done, 3, month)
        while self.gate is not None and not self.gate.wait(0.01):
            cancel.check()
        if self.error is not None:
            raise self.error
        return self.rows

    def differences(
        self, id: str, module: str, month: str, cancel: Any = None, progress: Any = None
    ) -> list[v.AmountDifference]:
        self.home.calls.append(("differences", id, module, month))
        progress(0, 1, month)
        return self.found


class Records:
    def __init__(self, home: FakeServices) -> None:
        self.home = home
        self.totals = {"customer": 1204, "product": 640, "order": 312, "invoice": 8400, "payment": 5210}
        self.asked: list[str] = []
        self.changed: dict[str, dict[str, Any]] = {}
        self.refuse: AppError | None = None
        self.link_changes: dict[str, Any] = {}
        self.failed: list[v.ErrorView] = []

    def counts(self) -> dict[str, int]:
        return dict(self.totals)

    def count(self, entity: str) -> int:
        return self.totals.get(entity, 0)

    def page_starts(
        self, entity: str, *, q: Any = None, state: Any = None, size: int = 256, newest_first: bool = False,
        cancel: Any = None,
    ) -> Any:  # fmt: skip
        total = self.totals.get(entity, 0) if not q else min(3, self.totals.get(entity, 0))
        order = range(total - 1, -1, -1) if newest_first else range(total)
        return total, [f"{entity}-{n:07d}" for n in order[::size]]

    def from_id(
        self, entity: str, first_id: str, limit: int, q: Any = None, state: Any = None, newest_first: bool = False
    ) -> list[dict[str, Any]]:
        self.asked.append(first_id)
        start = int(first_id.rsplit("-", 1)[1])
        total = self.page_starts(entity, q=q)[0]
        order = range(start, -1, -1) if newest_first else range(start, total)
        return [record(entity, n) for n in order[:limit]]

    many = frozenset({"business_name"})

    def sortable(self, entity: str, count: int) -> frozenset[str]:
        known = (spec.name for spec in ENTITIES[entity].scalar_fields if not spec.lookup)
        return self.many if count > 100_000 else frozenset(known)

    def sorted_starts(
        self, entity: str, field: str, *, q: Any = None, state: Any = None, size: int = 256, descending: bool = False
    ) -> Any:
        self.asked.append((field, descending))
        total, starts = self.page_starts(entity, q=q, size=size, newest_first=descending)
        return total, [(one, one) for one in starts]

    def from_place(
        self, entity: str, field: str, first: Any, limit: int, *, q: Any = None, state: Any = None,
        descending: bool = False,
    ) -> Any:  # fmt: skip
        return self.from_id(entity, first[1], limit, q=q, newest_first=descending)

    def page(self, entity: str, *, q: Any = None, limit: int = 256) -> Any:
        named = [record(entity, n) for n in range(30)]
        field = ENTITIES[entity].label_field
        return [one for one in named if (q or "").casefold() in one[field].casefold()][:limit], None

    def invoices_of(self, customer_id: str, *, q: Any = None, limit: int = 50) -> list[dict[str, Any]]:
        return [{**record("invoice", n), "balance_due": due} for n, due in ((5, "0.00"), (4, "900.00"), (3, "500.00"))]

    def create(self, entity: str, values: Any, *, by: str = "user") -> dict[str, Any]:
        self.home.calls.append(("create_record", entity, dict(values)))
        if self.refuse is not None:
            error, self.refuse = self.refuse, None
            raise error
        return record(entity, 9)

    def get(self, entity: str, id: str, include_deleted: bool = True) -> dict[str, Any]:
        return record(entity, int(id.rsplit("-", 1)[1])) | self.changed.get(id, {})

    def update(self, entity: str, id: str, changes: Any, *, version: Any = None, by: str = "user") -> dict[str, Any]:
        self.home.calls.append(("update_record", id, dict(changes), version))
        return self._write(entity, id, dict(changes), version)

    def delete(self, entity: str, id: str, *, version: Any = None, by: str = "user") -> dict[str, Any]:
        self.home.calls.append(("delete_record", id, version))
        return self._write(entity, id, {"deleted_at": ago(seconds=1)}, version)

    def restore(self, entity: str, id: str, *, version: Any = None, by: str = "user") -> dict[str, Any]:
        self.home.calls.append(("restore_record", id, version))
        return self._write(entity, id, {"deleted_at": None}, version)

    def _write(self, entity: str, id: str, changes: dict[str, Any], version: Any) -> dict[str, Any]:
        if self.refuse is not None:
            error, self.refuse = self.refuse, None
            raise error
        present = self.get(entity, id)
        if version != present["version"]:
            raise StaleVersion("Somebody changed this record in between; your change was not made.")
        self.changed[id] = {**self.changed.get(id, {}), **changes, "version": present["version"] + 1}
        self.home.bus.publish(Changed(frozenset({"records"})))
        return self.get(entity, id)

    def pause(self, entity: str, record_id: str, connection_id: str, paused: bool) -> None:
        self.home.calls.append(("pause_record", entity, record_id, connection_id, paused))
        self.link_changes["paused"] = paused

    def sent(self, entity: str, record_id: str, limit: int = 50) -> list[v.SentView]:
        return [
            v.SentView(ago(hours=3), "c1", "Mehta Traders", "changed there", "refused", ("phone",), "Tally refused it: too long."),
            v.SentView(ago(days=2), "c1", "Mehta Traders", "made there", "arrived", ("business_name", "phone", "gstin")),
        ]  # fmt: skip

    def failures(self, record_id: str) -> list[v.ErrorView]:
        return list(self.failed)

    def links(self, id: str) -> list[v.LinkView]:
        entity = id.rsplit("-", 1)[0]
        link = v.LinkView(1, "c1", "Mehta Traders", entity, id, "Ledger", "guid-1-0000a1", "Anand Electricals", "18841",
                          "synced", ago(minutes=7), None)  # fmt: skip
        return [replace(link, **self.link_changes)]

    def history(self, entity: str, id: str, limit: int = 256, cursor: str | None = None) -> list[v.HistoryView]:
        known = [
            v.HistoryView(2, "update", {"closing_balance": ["1200.00", "7919.50"], "phone": [None, "020 2553 1200"]},
                          "Mehta Traders", "r1", ago(hours=2), {}),
            v.HistoryView(1, "create", {}, "Mehta Traders", "r9", ago(days=3), {**record(entity, 0), "phone": None}),
        ]  # fmt: skip
        return [each for each in known if cursor is None or each.version < int(cursor)][:limit]

    def go_back(self, entity: str, id: str, to: int, *, version: Any = None, by: str = "user") -> Any:
        self.home.calls.append(("go_back", entity, id, to, version))


class Conflicts:
    """``refuse`` holds what the next decision is answered with, by id."""

    def __init__(self, home: FakeServices) -> None:
        self.home = home
        self.refuse: dict[str, AppError] = {}
        self.decided: list[v.ConflictView] = []

    def list(
        self, status: Any = "open", connection_id: Any = None, limit: int = 50, cursor: Any = None,
        newest_first: bool = False,
    ) -> Any:  # fmt: skip
        found = self.home.conflict_list if status == "open" else self.decided[::-1]
        start = int(cursor or 0)
        following = str(start + limit) if start + limit < len(found) else None
        return found[start : start + limit], following

    def take_back_many(self, ids: Any, *, by: str = "user") -> tuple[int, list[tuple[str, str]]]:
        self.home.calls.append(("take_back", list(ids)))
        stay = [(id, self.refuse.pop(id).message) for id in ids if id in self.refuse]
        back = [each for each in self.decided if each.id in set(ids) - {id for id, _ in stay}]
        self.decided = [each for each in self.decided if each not in back]
        undecided = {"status": "open", "resolution": None, "resolved_at": None, "resolved_by": None}
        self.home.conflict_list = [*(replace(each, **undecided) for each in back), *self.home.conflict_list]
        self.home.bus.publish(Changed(frozenset({"conflicts", "records"})))
        return len(back), stay

    def count(self) -> int:
        return len(self.home.conflict_list)

    def get(self, id: str) -> v.ConflictView:
        return next(each for each in self.home.conflict_list if each.id == id)

    def resolve(
        self, id: str, resolution: str, *, fields: Any = None, local_id: Any = None, by: str = "user"
    ) -> v.ConflictView:
        if id in self.refuse:
            raise self.refuse.pop(id)
        self.home.calls.append(("resolve", id, resolution, fields, local_id))
        found = self.get(id)
        self.home.conflict_list = [each for each in self.home.conflict_list if each.id != id]
        done = {"status": "resolved", "resolution": resolution, "resolved_by": by, "resolved_at": ago(minutes=1)}
        self.decided.append(replace(found, **done))
        self.home.bus.publish(Changed(frozenset({"conflicts", "records"})))
        return self.decided[-1]

    def resolve_many(self, ids: Any, resolution: str, *, by: str = "user") -> tuple[int, list[tuple[str, str]]]:
        done, left = 0, []
        for each in ids:
            try:
                self.resolve(each, resolution)
                done += 1
            except AppError as error:
                left.append((each, error.message))
        return done, left


class Access:
    token_file = Path("/data/api-token")
    certificate_file = Path("/data/tls/certificate.pem")

    def __init__(self, home: FakeServices) -> None:
        self.home = home
        self.chosen = NetworkChoice(False)
        self.made: Any = None

    def choice(self) -> NetworkChoice:
        return self.chosen

    def certificate(self) -> Any:
        return self.made

    def choose(self, choice: NetworkChoice, by: str = "user") -> None:
        self.home.calls.append(("choose", choice))
        self.chosen = choice

    def make_certificate(self, names: Any = (), by: str = "user") -> Any:
        self.home.calls.append(("make_certificate",))
        ends = NOW + timedelta(days=800)
        self.made = Certificate(("localhost",), ends, "AB:CD", NOW, "CN=localhost", "CN=localhost")
        return self.made

    def renew_token(self, by: str = "user") -> str:
        self.home.calls.append(("renew_token",))
        return "new"


class Webhooks:
    """None are registered: the screen with some is tried on the real service."""

    def list(self, **asked: Any) -> Any:
        return [], None

    def lines(self, *asked: Any) -> Any:
        return [], None

    def last_received(self) -> dict[str, str]:
        return {}

    def failed(self) -> int:
        return 0


class FakeServices:
    """``calls`` lists what was asked to change something."""

    def __init__(self, connections: int = 1) -> None:
        self.bus = EventBus()
        self.calls: list[tuple[Any, ...]] = []
        self.rests: list[bool] = []  # whether the window was away
        self.instant = True
        self.pending: dict[str, v.RunView] = {}
        self.connection_list = [connection(n + 1) for n in range(connections)]
        if connections > 1:
            self.connection_list[1] = connection(2, status="error", status_message="Nothing answers at 192.168.1.20:9000.",
                                                 last_success_at=ago(hours=5), open_conflicts=3)  # fmt: skip
        self.connections = Connections(self)
        self.limits = SimpleNamespace(list=lambda connection_id=None: [])
        self.configs = Configs(self)
        self.runs = Runs(self)
        self.records = Records(self)
        self.totals = Totals(self)
        self.mappings = Mappings(self)
        self.kept: dict[str, Any] = {}
        self.settings = SimpleNamespace(get=lambda key, default=None: self.kept.get(key, default), set=self.kept.__setitem__,
                                        quiet_hours=lambda: None, all=lambda: dict(self.kept))  # fmt: skip
        self.backups = SimpleNamespace(possible=True, list=list, keep=14, folder=Path("/data/backups"))
        self.retention = SimpleNamespace(list=list, log_megabytes=20, room=lambda: Room(0, 0, 0, 0))
        self.network = SimpleNamespace(proxy=Proxy)
        self.updates = SimpleNamespace(state=lambda: UpdateState(False, "", "0.1.0"))
        self.master_key = SimpleNamespace(place=lambda: KeyPlace("keyring", None, None, in_use=True))
        self.access = Access(self)
        self.webhooks = Webhooks()
        self.conflict_list = conflicts()
        self.conflicts = Conflicts(self)
        self.scheduler = SimpleNamespace(
            next_runs=list, pause_all=lambda until: self.calls.append(("pause_all", until)),
            resume_all=lambda: self.calls.append(("resume_all",)), paused_until=lambda: None,
        )  # fmt: skip
        self.diagnostics = SimpleNamespace(
            doctor=lambda cancel=None: [v.DoctorCheck("database", True, "The database is sound."),
                                        v.DoctorCheck("keyring", False, "No keyring was found.", "Use --secrets file.")],
            bundle=lambda path: self.calls.append(("bundle", str(path))),
            log_lines=lambda: [f"2026-11-22 14:0{n % 10}:00 INFO app.sync run r{n} completed" for n in range(60)],
        )  # fmt: skip

    def dashboard(self) -> v.Dashboard:
        days = tuple(
            v.DayCount(
                (NOW - timedelta(days=13 - n)).date().isoformat(),
                [820, 1204, 640, 90, 0, 310, 1420][n % 7],
                14 if n in (3, 9) else 0,
            )
            for n in range(14)
        )
        needs = (
            v.NeedsYou("warning", "84 customers are gone in Tally", "The sync waits for your answer.", "run:r2"),
            v.NeedsYou(
                "error", "2 invoices could not be taken over", "One names a customer that is not there.", "run:r1"
            ),
        )
        if not self.connection_list:
            return v.Dashboard((), (), days, ())
        return v.Dashboard(
            tuple(self.connection_list), needs, days, tuple(self.runs.all[:6]), {}, len(self.conflict_list)
        )

    def prepare(self) -> None:
        pass

    def rest(self, *, away: bool = False) -> None:
        self.rests.append(away)

    def backup(self, path: Any, overwrite: bool = False) -> None:
        self.calls.append(("backup", str(path)))

    def restore(self, path: Any) -> None:
        self.calls.append(("restore", str(path)))


class FakeApp:
    """What ``app.bootstrap.start`` answers."""

    def __init__(self, services: FakeServices | None = None, data: Any = "salesmate-fake") -> None:
        self.services = services or FakeServices(2)
        self.bus = self.services.bus
        self.folders = SimpleNamespace(data=Path(data))
        self.closed = False

    def close(self, timeout: float = 5) -> None:
        self.closed = True
