"""The whole office: the program between a simulated Tally and a simulated Zoho, and whether all three say the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from app import bootstrap
from app.connectors.tally.vouchers import split_marker
from app.connectors.zoho.template import HUB_KEY
from app.db.records import RecordStore
from app.services.options import Options
from app.services.views import ConflictView, RunView
from app.simulator import SimulatedTally
from app.simulator.truth import Books
from tests.simulators.zoho import SimulatedZoho
from tests.simulators.zoho.accounts import CLIENT_ID, CLIENT_SECRET
from tests.sync.tally_desk import CHOICES, COMPANY

ROOT = Path(__file__).resolve().parents[2]
MODULES = {"customer": "Accounts", "product": "Products", "order": "Sales_Orders", "invoice": "Invoices"}
ITEMS = {"order": "Ordered_Items", "invoice": "Invoiced_Items"}
_DOCUMENT = {
    "number": "Subject", "due_date": "Due_Date", "reference": "Purchase_Order", "narration": "Description",
    "customer": "Account_Name", "total": "Grand_Total",
}  # fmt: skip
#: Hub field → field in Zoho.
IN_ZOHO: Mapping[str, Mapping[str, str]] = {
    "customer": {
        "business_name": "Account_Name", "phone": "Phone", "website": "Website", "address": "Billing_Street",
        "city": "Billing_City", "state": "Billing_State", "pincode": "Billing_Code", "country": "Billing_Country",
        "notes": "Description",
    },
    "product": {"name": "Product_Name", "sku": "Product_Code", "description": "Description", "rate": "Unit_Price"},
    "order": _DOCUMENT,
    "invoice": {**_DOCUMENT, "date": "Invoice_Date"},
}  # fmt: skip


class Office:
    """``tally`` and ``zoho`` are connections by name; both sync all of :data:`MODULES` in both directions."""

    #: Entities, with their modules there.
    zoho_modules: Mapping[str, str] = MODULES
    tally_entities: Collection[str] = MODULES
    #: What Tally numbers itself, though it has a number elsewhere.
    tally_numbers: Collection[str] = ()

    def __init__(self, folder: Path, tally: SimulatedTally, zoho: SimulatedZoho) -> None:
        self.folder = folder
        self.tally, self.zoho = tally, zoho
        zoho.accounts.life = 86_400
        self.books: Books = tally.books(COMPANY)
        self.open()
        self.ids = {"tally": self._connect_tally(), "zoho": self._connect_zoho()}

    def open(self) -> None:
        self.app = start(self.folder)
        self.services = self.app.services
        self.records = RecordStore(self.app.parts.db)

    def close(self) -> None:
        self.app.close()

    def _connect_tally(self) -> str:
        auth = {"company": COMPANY, "choices": CHOICES, "optional_vouchers": False}
        made = self._connection("tally", self.tally.url, auth, auth_type="none")
        for entity in self.tally_entities:
            self._config(made, entity)
        return made

    def _connect_zoho(self) -> str:
        auth = {
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "accounts_url": self.zoho.url,
            "refresh_token": str(self.zoho.grant()["refresh_token"]),
            "edition": "ultimate",
        }
        made = self._connection("zoho", self.zoho.base_url, auth, auth_type="oauth2")
        for entity, module in self.zoho_modules.items():
            self._config(made, entity, remote_module=module, hub_key_field=HUB_KEY)
        return made

    def _connection(self, system: str, url: str, auth: Mapping[str, Any], **more: Any) -> str:
        draft = {"erp_system": system, "connection_name": system, "base_url": url, "auth_config": auth, **more}
        return self.services.connections.create(draft).id

    def _config(self, connection: str, entity: str, **more: Any) -> None:
        draft = {"connection_id": connection, "entity_type": entity, "sync_direction": "bidirectional", **more}
        self.services.configs.create({**draft, "delete_policy": "propagate", "conflict_resolution": "manual"})

    # --- what people do ----------------------------------------------------------------------------------------

    def later(self, seconds: float) -> None:
        self.zoho.clock.advance(seconds)

    def sync(self, *names: str, check: bool = False) -> list[RunView]:
        """One after the other, a minute between them; all unless it is said. ``check``: with the daily check."""
        runs = []
        for name in names or self.ids:
            self.later(60)
            runs.append(
                self.services.runs.wait(self.services.runs.start(connection_id=self.ids[name], check=check), 100)
            )
        return runs

    def settle(self) -> list[str]:
        """Sync until none has anything to do. What didn't go well."""
        for _ in range(6):
            runs = self.sync()
            if all(run.status == "completed" and not run.success for run in runs):
                return []
        return [f"{run.connection_name}: {run.status} {run.message} {run.error}" for run in runs]

    def quiet(self) -> list[str]:
        """What a further sync of all does, though nothing happened: nothing of it is right."""
        history = self._select("SELECT count(*) FROM record_history")
        self.forget_requests()
        found = [f"{run.connection_name}: {run.status} {run.counts}" for run in self.sync() if run.success]
        if self._select("SELECT count(*) FROM record_history") != history:
            found.append("a record of the hub was changed")
        if len(self.tally.requests) != 1:
            found.append(f"Tally was asked {len(self.tally.requests)} times")
        return [*found, *self.asked_too_much()]

    def forget_requests(self) -> None:
        self.zoho.requests.clear()
        self.tally.clear_log()

    def asked_too_much(self) -> Iterator[str]:
        """Of the other systems, since :meth:`forget_requests`."""
        asked = Counter(one.kind for one in self.zoho.requests)
        if asked != Counter(list=len(self.zoho_modules), deleted=len(self.zoho_modules)):
            yield f"Zoho was asked {dict(asked)}"

    def open_questions(self) -> list[ConflictView]:
        found, _ = self.services.conflicts.list(status="open")
        return list(found)

    def errors(self) -> list[str]:
        """What people are told of records that don't get on."""
        rows = self._select("SELECT message FROM sync_errors WHERE resolved_at IS NULL ORDER BY id")
        return [row[0] for row in rows]

    def rows(self, entity: str) -> list[dict[str, Any]]:
        return list(self.records.page(entity, limit=500))

    def called(self, entity: str, name: str) -> dict[str, Any]:
        label = {"customer": "business_name", "product": "name", "deal": "name"}.get(entity, "number")
        return next(row for row in self.rows(entity) if row[label] == name)

    def change(self, entity: str, name: str, **values: Any) -> None:
        """Somebody changes a record in the hub."""
        self.records.update(entity, self.called(entity, name)["id"], values, "user")

    def zoho_ids(self, entity: str) -> dict[str, str]:
        """The id in Zoho of each record, by what it is called."""
        label = next(iter(IN_ZOHO[entity].values()))
        return {row[label]: row["id"] for row in self.zoho.rows(MODULES[entity])}

    def in_zoho(self, entity: str, name: str) -> dict[str, Any]:
        """In Zoho; raises when there is not exactly one of that name."""
        label = next(iter(IN_ZOHO[entity].values()))
        (found,) = (row for row in self.zoho.rows(MODULES[entity]) if row[label] == name)
        return dict(found)

    # --- kill -9 -------------------------------------------------------------------------------------------------

    def sync_and_die(self, name: str, at: int) -> bool:
        """A sync in a process of its own that is killed at its ``at``-th moment; answers whether it came to that."""
        self.close()
        self.later(60)
        script = _KILLED.format(root=str(ROOT), folder=str(self.folder), connection=self.ids[name], at=at)
        done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, env={**os.environ}, timeout=100)
        assert done.returncode in (0, -signal.SIGKILL)
        self.open()
        return done.returncode != 0

    # --- is it all the same? ---------------------------------------------------------------------------------------

    def differences(self) -> list[str]:
        """Between the hub and either side, record by record and field by field, and what is there twice or not at all."""
        return [*self._from_zoho(), *self.from_tally()]

    def _from_zoho(self) -> Iterator[str]:
        names = {module: {row["id"]: row for row in self.zoho.rows(module)} for module in self.zoho_modules.values()}
        for entity, module in self.zoho_modules.items():
            hub = {row["id"]: row for row in self.rows(entity)}
            links = self.links_of("zoho", entity)
            yield from self.uneven(f"{entity} in Zoho", set(hub), set(names[module]), links)
            for rid, local in links.items():
                if rid in names[module] and local in hub:
                    yield from self._against_zoho(entity, hub[local], names[module][rid])

    def _against_zoho(self, entity: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[str]:
        label = f"{entity} {theirs[next(iter(IN_ZOHO[entity].values()))]}"
        for local, remote in IN_ZOHO[entity].items():
            here, there = ours[local], theirs[remote]
            if local == "customer":
                here, there = label_of(here), (there or {}).get("name")
            if not same(here, there):
                yield f"{label}.{local}: hub {here!r}, Zoho {there!r}"
        if entity in ITEMS:
            here = [
                (label_of(one["product"]), figure_of(one["quantity"]), figure_of(one["amount"]))
                for one in ours["lines"]
            ]
            there = [
                (one["Product_Name"]["name"], figure_of(one["Quantity"]), figure_of(one["Total_After_Discount"]))
                for one in theirs[ITEMS[entity]]
            ]
            if here != there:
                yield f"{label}.lines: hub {here}, Zoho {there}"

    def from_tally(self) -> Iterator[str]:
        books = self.books
        there: dict[str, dict[str, Mapping[str, Any]]] = {
            "customer": {
                str(one.master_id): {
                    "business_name": one.name, "phone": one.phone, "website": one.website,
                    "address": "\n".join(one.address), "state": one.state, "pincode": one.pincode, "country": one.country,
                    "notes": one.narration,
                }
                for one in books.customers()
            },
            "product": {
                str(one.master_id): {"name": one.name, "sku": one.part_no, "description": one.description}
                for one in books.items()
            },
            "order": {str(one.master_id): _voucher(one) for one in books.orders()},
            "invoice": {str(one.master_id): _voucher(one) for one in books.invoices()},
            "payment": {
                str(one.master_id): {
                    "number": one.number, "date": one.date.isoformat(), "customer": one.customer, "amount": one.amount,
                    "narration": _narration(one), "status": one.status,
                }
                for one in books.receipts()
            },
        }  # fmt: skip
        for entity in self.tally_entities:
            records = there[entity]
            hub = {row["id"]: row for row in self.rows(entity)}
            links = self.links_of("tally", entity)
            yield from self.uneven(f"{entity} in Tally", set(hub), set(records), links)
            for rid, local in links.items():
                if rid in records and local in hub:
                    told = records[rid]
                    if entity in self.tally_numbers:
                        told = {name: value for name, value in told.items() if name != "number"}
                    yield from self._against_tally(entity, hub[local], told)

    def _against_tally(self, entity: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[str]:
        for name, there in theirs.items():
            here = ours[name]
            if name == "customer":
                here = label_of(here)
            elif name == "lines":
                here = [
                    (label_of(one["product"]), figure_of(one["quantity"]), figure_of(one["amount"])) for one in here
                ]
            if not same(here, there):
                yield f"{entity} {ours['id']}.{name}: hub {here!r}, Tally {there!r}"

    def uneven(self, what: str, hub: set[str], there: set[str], links: Mapping[str, str]) -> Iterator[str]:
        told = self._select("SELECT local_id, remote_id FROM sync_errors WHERE resolved_at IS NULL")
        excused = {str(key) for row in told for key in row}
        if left := hub - set(links.values()) - excused:
            yield f"{what}: not there: {sorted(left)}"
        if left := there - set(links) - excused:
            yield f"{what}: not in the hub: {sorted(left)}"
        if len(set(links.values())) != len(links):
            yield f"{what}: linked twice"
        if left := {rid for rid, local in links.items() if rid not in there or local not in hub}:
            yield f"{what}: linked and gone: {sorted(left)}"

    def links_of(self, name: str, entity: str) -> dict[str, str]:
        return dict(
            self._select(
                "SELECT remote_id, local_entity_id FROM erp_entity_sync_records WHERE remote_deleted_at IS NULL"
                f" AND connection_id = '{self.ids[name]}' AND entity_type = '{entity}'"
            )
        )

    def _select(self, sql: str) -> list[Any]:
        with self.app.parts.db.read() as conn:
            return [tuple(row) for row in conn.exec_driver_sql(sql)]


def start(folder: Path) -> bootstrap.App:
    return bootstrap.start(Options(data_dir=folder / "data", secrets="file"), schedule=False, listen=None)


def label_of(reference: Mapping[str, str] | None) -> str | None:
    return reference["label"] if reference else None


def _voucher(one: Any) -> Mapping[str, Any]:
    told = {"number": one.number, "date": one.date.isoformat(), "reference": one.reference, "customer": one.customer}
    told |= {"narration": _narration(one), "total": one.total}
    return {**told, "lines": [(line.product, line.quantity, line.amount) for line in one.lines]}


def _narration(one: Any) -> str | None:
    return (split_marker(one.narration)[0] or "").strip() or None


def same(here: Any, there: Any) -> bool:
    if isinstance(here, list):
        return bool(here == there)
    if isinstance(there, Decimal | float | int):
        return figure_of(here) == figure_of(there)
    return (here or None) == (there or None)


def figure_of(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


_KILLED = """
import itertools, os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
import httpx
from app import bootstrap
from app.sync.engine import EnginePorts
from tests.sync.office import start

left = itertools.count(1)

def moment(*_where):
    if next(left) == {at}:
        os.kill(os.getpid(), 9)

def send(self, *given, **more):
    moment()
    answer = sent(self, *given, **more)
    moment()
    return answer

sent, httpx.Client.send = httpx.Client.send, send
bootstrap.EnginePorts = lambda ports, settings: EnginePorts(ports, settings, moment)
app = start(Path({folder!r}))
with bootstrap.closing(app):
    services = app.services
    services.runs.wait(services.runs.start(connection_id={connection!r}), 100)
"""
