"""Pictures of every screen and wizard page, light and dark: for the README, and to look at every change.

Nothing here waits by turning the event loop itself: a timer takes each step once the work of the last is done.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

Shot = tuple[str, Callable[[], Any], Callable[[], QWidget]]
#: The file that the pictures import.
_LIST = "Customers 2026.csv"


class Album(QObject):
    """Goes through the shots in each look. ``finished`` comes after the last; ``taken`` lists the files."""

    finished = Signal()
    LOOKS = ("light", "dark")
    TICK_MS = 40
    CALM = 4  # ticks without work before a screen counts as filled

    def __init__(self, program: Any, folder: Path) -> None:
        super().__init__(program)
        self.program = program
        self.folder = folder
        self.taken: list[Path] = []
        self._calm = 0
        self._steps = self._all_steps()
        self._pending: Callable[[], Any] | None = None
        self._timer = QTimer(self, interval=self.TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.program.window.resize(1280, 840)
        self._timer.start()

    def _tick(self) -> None:
        waiting = self.program.work.busy or getattr(self.program.wizard, "is_busy", False)
        self._calm = 0 if waiting else self._calm + 1
        if self._calm < self.CALM:
            return
        self._calm = 0
        step = next(self._steps, None)
        if step is None:
            self._timer.stop()
            self.finished.emit()
            return
        step()

    def _all_steps(self) -> Iterator[Callable[[], Any]]:
        looks = list(self.LOOKS)
        for name, prepare, widget in self._shots():
            yield prepare
            for look in looks:
                yield partial(self._choose, look)
                yield partial(self._grab, f"{name}-{look}", widget)
            looks.reverse()  # the next one begins as this one ended: changing the look is what takes time
        yield self._close_wizard

    def _choose(self, look: str) -> None:
        self.program.window.message.hide()  # a passing one: what it says stands on the screen, too
        if self.program.theme.choice != look:
            self.program.theme.choose(look)

    def _grab(self, name: str, widget: Callable[[], QWidget]) -> None:
        path = self.folder / f"{name}.png"
        widget().grab().save(str(path))
        self.taken.append(path)

    @property
    def _has_tally(self) -> bool:
        """Is there a demo's Tally in which somebody can change something?"""
        return getattr(self.program.app, "simulator", None) is not None

    def _window(self) -> QWidget:
        return self.program.window

    def _shots(self) -> Iterator[Shot]:
        window = self.program.window
        yield "overview", lambda: window.show_screen("overview"), self._window
        yield "connections", lambda: window.show_screen("connections"), self._window
        yield "connection-edit", self._edit_connection, lambda: window.pages["connections"].dialog or window
        yield "connection-sync", self._sync_settings, lambda: window.pages["connections"].dialog or window
        yield "totals", self._compare_totals, self._window
        yield "totals-month", self._open_month, self._window
        yield "records", lambda: window.show_screen("records"), self._window
        yield "record", lambda: self._open_record("customer"), self._window
        yield "records-invoices", lambda: window.go("records:invoice"), self._window
        yield "record-invoice", lambda: self._open_record("invoice"), self._window
        yield "record-edit", self._edit_record, lambda: window.pages["records"].detail.dialog or window
        yield "records-export", self._export, lambda: window.pages["records"].dialog or window
        if self._has_tally:
            yield "records-import", self._import, lambda: window.pages["records"].dialog or window
            yield "records-import-preview", self._preview_import, lambda: window.pages["records"].dialog or window
        yield "mappings", self._map, self._window
        yield "mapping-link", self._link, self._window
        yield "mapping-suggest", self._suggest, self._window
        yield "mapping-save", self._save_mapping, lambda: window.pages["mappings"].dialog or window
        yield "mapping-lines", self._map_lines, self._window
        yield "conflicts", lambda: window.show_screen("conflicts"), self._window
        yield "activity", lambda: window.show_screen("activity"), self._window
        yield "run", self._open_run, self._window
        yield "webhooks-empty", lambda: window.show_screen("webhooks"), self._window
        if self._has_tally:
            yield "webhooks", self._receive, self._window
            yield "webhook-add", self._add_webhook, lambda: window.pages["webhooks"].dialog or window
            yield "webhook-guide", self._show_guide, lambda: window.pages["webhooks"].dialog or window
            yield "conflict", self._disagree, self._window
            yield "run-plan", self._plan, self._window
        yield "settings", lambda: window.show_screen("settings"), self._window
        for part in ("times", "data", "backups"):
            yield f"settings-{part}", partial(window.go, f"settings:{part}"), self._window
        dialog = self._dialog_of_settings
        yield "settings-move-make", partial(self._press_setting, "move", "make_button"), dialog
        yield "settings-move-open", partial(self._press_setting, "move", "open_button"), dialog
        yield "log", self._show_log, dialog
        yield from self._wizard_shots()
        if self._has_tally:
            yield "run-held", self._change_all_customers, self._window
            yield "overview-needs-you", lambda: window.show_screen("overview"), self._window

    def _edit_record(self) -> None:
        """An invoice with its lines; one of them is being typed."""
        detail = self.program.window.pages["records"].detail
        detail.edit.click()
        table = detail.dialog.lines.groups["lines"].table
        table.setFocus()
        table.go(0, [field.name for field in table.lines.fields].index("quantity"), opened=True)

    def _export(self) -> None:
        page = self.program.window.pages["records"]
        if page.detail.dialog is not None:
            page.detail.dialog.reject()
        page.search.setText("Steel")
        page.open_export()

    def _import(self) -> None:
        """A list of customers as an office keeps it: some are here already, some cells are wrong."""
        page, services = self.program.window.pages["records"], self.program.app.services
        self._close_dialog("records")
        page.search.clear()
        page.show_entity("customer")
        names = [one["business_name"] for one in services.records.page("customer", limit=3)[0]]
        rows = [
            ["Party Name", "City", "Credit Limit", "Mobile No", "GSTIN/UIN", "Route"],
            [names[0], "Nagpur", "2,50,000", "98220 12345", "", "North"],
            [names[1], "", "1,00,000.00", "", "", ""],
            [names[2], "Pune", "5 lakh", "", "", "South"],
            ["Ganesh Hardware", "Satara", "75,000", "98500 11223", "", ""],
            ["श्री गणेश ट्रेडर्स", "नाशिक", "50,000", "94220 33445", "", ""],
        ]
        path = self.folder / _LIST
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
        page.open_import(str(path))

    def _preview_import(self) -> None:
        dialog = self.program.window.pages["records"].dialog
        dialog.next.click()

    def _map(self) -> None:
        self._close_dialog("records")
        (self.folder / _LIST).unlink(missing_ok=True)
        self.program.window.show_screen("mappings")

    def _disagree(self) -> None:
        """A customer is changed here and in the demo's Tally, each differently: the next sync asks."""
        self._close_dialog("webhooks")
        window, app = self.program.window, self.program.app

        def call(token: Any) -> None:
            services = app.services
            view, customer = services.connections.list()[0], services.records.page("customer")[0][3]
            changes = {"phone": "020 2553 1299", "email": "accounts@example.in"}
            services.records.update("customer", customer["id"], changes, version=customer["version"])
            name, there = customer["business_name"], {"phone": "98220 12345", "email": "office@example.in"}
            app.simulator.control.edit_customer(view.books["name"], name, **there)
            services.runs.wait(services.runs.start(connection_id=view.id), 30)

        self.program.work.do(call, lambda _: window.show_screen("conflicts"), owner=self)

    def _receive(self) -> None:
        """A program beside the demo's Tally tells of changed customers. The demo itself listens nowhere; the picture shows where
        it usually does."""
        window, app = self.program.window, self.program.app
        window.desk.listener = SimpleNamespace(url="http://127.0.0.1:8055", is_open=False, is_tls=False)

        def call(token: Any) -> None:
            services = app.services
            view, customers = services.connections.list()[0], services.records.page("customer")[0][:4]
            hook, proof = services.webhooks.create({"connection_id": view.id, "entity_types": ["customer", "invoice"]})
            for customer in customers[1:3]:
                app.simulator.control.edit_customer(view.books["name"], customer["business_name"], mobile="98220 76543")
            told = [("update", "customer", services.records.links(one["id"])[0].remote_id) for one in customers]
            told[2:2] = [("create", "product", "88"), ("update", "customer", "99999")]
            for number, (event, entity, remote_id) in enumerate(told):
                body = {"event": event, "entityType": entity, "remoteId": remote_id, "eventId": f"till-{4711 + number}"}
                headers = [("x-verification-token", proof), ("content-type", "application/json")]
                services.webhooks.receive(hook.id, headers, json.dumps(body).encode())
            while any(services.webhooks.lines(status=status)[0] for status in ("received", "processing")):
                token.wait(0.1)

        self.program.work.do(call, lambda _: window.pages["webhooks"].refresh(), owner=self)

    def _add_webhook(self) -> None:
        self.program.window.pages["webhooks"].add()

    def _show_guide(self) -> None:
        page = self.program.window.pages["webhooks"]
        page.dialog.reject()
        page.show_guide()

    def _plan(self) -> None:
        """Changes on both sides that no sync has seen: a trial run shows them."""
        window, app = self.program.window, self.program.app

        def call(token: Any) -> str:
            services = app.services
            view, customers = services.connections.list()[0], services.records.page("customer")[0]
            for each in customers[4:7]:
                services.records.update("customer", each["id"], {"credit_days": "45"}, version=each["version"])
            for each in customers[7:9]:
                app.simulator.control.edit_customer(view.books["name"], each["business_name"], mobile="98220 54321")
            log_id = str(services.runs.start(connection_id=view.id, dry_run=True))
            services.runs.wait(log_id, 30)
            return log_id

        self.program.work.do(call, lambda log_id: window.go(f"run:{log_id}"), owner=self)

    def _change_all_customers(self) -> None:
        """Somebody in the demo's Tally changes every customer at once: the next sync asks before it takes that over."""
        self._close_wizard()
        window, app = self.program.window, self.program.app
        view = app.services.connections.list()[0]

        def call(token: Any) -> str:
            simulator, company = app.simulator, view.books["name"]
            for customer in list(simulator.books(company).customers()):
                simulator.control.edit_customer(company, customer.name, phone="022 4000 1200")
            log_id = str(app.services.runs.start(connection_id=view.id))
            app.services.runs.wait(log_id, 30)
            return log_id

        self.program.work.do(call, lambda log_id: window.go(f"run:{log_id}"), owner=self)

    def _link(self) -> None:
        """The customers' phone comes in as a number with its country code."""
        document = self.program.window.pages["mappings"].editor.document
        number = document.of_local("phone")[0]
        document.change(number, "change Phone", transform=[{"name": "phone_e164"}], validation=[{"rule": "phone"}])

    def _suggest(self) -> None:
        """Some of the links are taken away, and found again."""
        page = self.program.window.pages["mappings"]
        document = page.editor.document
        gone = [number for name in ("email", "mobile", "state") for number in document.of_local(name)]
        document.remove(gone, "unlink 3 fields")
        page.show_suggestions()

    def _save_mapping(self) -> None:
        page = self.program.window.pages["mappings"]
        page.editor.document.undo()
        page.open_save()

    def _map_lines(self) -> None:
        page = self.program.window.pages["mappings"]
        page.dialog.reject()
        page.editor.document.undo()
        page.open(f"{page.connection.currentData()}:invoice")

    def _edit_connection(self) -> None:
        page = self.program.window.pages["connections"]
        page.edit_first()

    def _sync_settings(self) -> None:
        self._close_dialog("connections")
        page = self.program.window.pages["connections"]
        page.sync_settings(page._views[0].id)

    def _compare_totals(self) -> None:
        """Somebody sold something in the demo's Tally since the last sync."""
        self._close_dialog("connections")
        window, simulator = self.program.window, getattr(self.program.app, "simulator", None)
        view = window.pages["connections"]._views[0]
        if simulator is not None:
            company = view.books["name"]
            books = simulator.books(company)
            customer, item = next(iter(books.customers())).name, next(iter(books.items())).name
            simulator.control.add_invoice(company, customer, "2026-08-20", [(item, "12", "450.00")])
        window.go(f"totals:{view.id}")
        window.pages["totals"].compare_soon()

    def _open_month(self) -> None:
        self.program.window.pages["totals"].open_first_difference()

    def _open_record(self, entity: str) -> None:
        window = self.program.window
        self._close_dialog("connections")
        window.go(f"records:{entity}")
        window.pages["records"].select_row({"invoice": 8}.get(entity, 3))

    def _open_run(self) -> None:
        self.program.window.pages["activity"].select_row(0)

    def _close_dialog(self, screen: str) -> None:
        page = self.program.window.pages.get(screen)
        if page is not None and getattr(page, "dialog", None) is not None:
            page.dialog.reject()

    def _wizard_shots(self) -> Iterator[Shot]:
        def wizard() -> QWidget:
            return self.program.wizard

        def begin() -> None:
            self._close_dialog("settings")
            self.program.open_wizard(picturing=self._demo_address())
            self.program.wizard.resize(960, 720)

        yield "wizard-1-system", begin, wizard
        steps = ("wizard-2-reach", "wizard-3-books", "wizard-4-what", "wizard-5-preview", "wizard-6-sync")
        for step in steps:
            yield step, self._next_step, wizard

    def _press_setting(self, card: str, button: str) -> None:
        self._close_dialog("settings")
        getattr(self.program.window.pages["settings"].cards[card], button).click()

    def _dialog_of_settings(self) -> QWidget:
        return self.program.window.pages["settings"].dialog or self.program.window

    def _show_log(self) -> None:
        self._close_dialog("settings")
        self.program.window.pages["settings"].cards["support"].show_log()

    def _next_step(self) -> None:
        self.program.wizard.next_for_pictures()

    def _demo_address(self) -> str:
        return str(self.program.app.simulator.url) if self._has_tally else "localhost:9000"

    def _close_wizard(self) -> None:
        if self.program.wizard is not None:
            self.program.wizard.reject()
