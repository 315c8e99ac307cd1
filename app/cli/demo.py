"""``demo``: the program on a simulated Tally company."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.progress import watch
from app.cli.sync import exit_code, print_table
from app.cli.terminal import out, say, say_error
from app.cli.window import has_display
from app.model.entities import ENTITIES
from app.services.options import Options
from app.services.views import RunView

if TYPE_CHECKING:
    from app.bootstrap import App

_SHOWN = ("customer", "product", "order", "invoice", "payment")


def run_demo(options: Options, *, headless: bool, keep: Path | None, screenshots: Path | None) -> int:
    """With a display the window opens on the result; otherwise a summary, and 0 when hub and books agree."""
    from app import bootstrap

    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="salesmate-demo-")))
        # The demo's secrets lie in a file of its scratch folder: it asks no keyring, and touches no real data.
        chosen = replace(options, data_dir=folder, database_url=None, secrets="file")
        windowed = screenshots is not None or (not headless and has_display())
        say(f"Starting a simulated Tally with {bootstrap.DEMO_COMPANY}; the demo's data is in {folder}.")
        with bootstrap.closing(bootstrap.start_demo(chosen, schedule=windowed, listen=None)) as app:
            run = _first_sync(app)
            if windowed:
                return bootstrap.open_window(chosen, app, screenshots)
            return _summary(app, run)


def _first_sync(app: App) -> RunView:
    connection = app.services.connections.list()[0]
    return watch(app.services, app.services.runs.start(connection_id=connection.id, triggered_by="demo"))


def _summary(app: App, run: RunView) -> int:
    from app.bootstrap import demo_books

    books = demo_books(app)
    rows, agree = [], exit_code(run) == 0
    for entity in _SHOWN:
        counts = run.counts.get(entity, {})
        total = app.services.records.count(entity)
        agree &= total == books[entity]
        numbers = (counts.get("created", 0), counts.get("updated", 0), counts.get("failed", 0), total, books[entity])
        rows.append((ENTITIES[entity].plural, *(f"{number:,}" for number in numbers)))
    out("")
    print_table(("", "created", "updated", "failed", "in the hub", "in the books"), rows)
    invoiced = _invoice_total(app)
    agree &= invoiced == books["invoice_total"]
    out(f"\nInvoices: {invoiced:,.2f} in the hub, {books['invoice_total']:,.2f} in the books.")
    if run.error:
        say_error(str(run.error["message"]), str(run.error.get("hint", "")))
    if agree:
        out("Hub and books agree.")
        return 0
    say_error("Hub and books do not agree.", f"The first sync ended as {run.status}: {run.message}")
    return max(exit_code(run), 1)


def _invoice_total(app: App) -> Decimal:
    total, cursor = Decimal(0), None
    while True:
        page, cursor = app.services.records.page("invoice", after=cursor, limit=500)
        total += sum((Decimal(record["total"]) for record in page if record["total"]), Decimal(0))
        if cursor is None:
            return total
