"""States in words, shapes and tones: one table for each kind, used by every screen. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.model.entities import ENTITIES, entity_named
from app.services.views import UNSENT_MOST
from app.ui import formats
from app.ui.words import from_below, mark, plural, tr


@dataclass(frozen=True)
class State:
    """``shape`` is an icon's name; colour (``tone``) only repeats what shape and words say."""

    shape: str
    tone: str
    words: str


RUNS = {
    "pending": ("waiting", "muted", mark("Waiting for its turn")),
    "running": ("running", "accent", mark("Running")),
    "completed": ("check", "ok", mark("Completed")),
    "partial": ("warning", "warn", mark("Completed, some records failed")),
    "failed": ("error", "error", mark("Failed")),
    "held": ("question", "warn", mark("Waits for your answer")),
    "cancelled": ("paused", "muted", mark("Stopped")),
}
PHASES = {
    "starting": mark("Starting"),
    "waiting": mark("Waiting"),
    "recovering": mark("Checking the last run"),
    "settling": mark("Finding out what was written last time"),
    "connecting": mark("Connecting"),
    "reading": mark("Reading"),
    "checking": mark("Checking for deleted records"),
    "planning": mark("Comparing"),
    "writing": mark("Writing"),
    "sending": mark("Sending"),
    "finishing": mark("Finishing"),
}
LINKS = {
    "pending": ("waiting", "muted", mark("Waiting")),
    "synced": ("check", "ok", mark("In step")),
    "failed": ("error", "error", mark("Failed")),
    "conflict": ("question", "warn", mark("Waits for your decision")),
    "paused": ("paused", "muted", mark("Paused for this record")),
}
TRIGGERS = {
    "user": mark("started here"),
    "schedule": mark("by the timetable"),
    "scheduler": mark("by the timetable"),
    "api": mark("by another program"),
    "cli": mark("from the terminal"),
    "webhook": mark("after a message from outside"),
    "retry": mark("to try a failed record again"),
    "wizard": mark("at set-up"),
    "demo": mark("for the demo"),
    "approval": mark("after your approval"),
}
DIRECTIONS = {
    "pull": mark("From {system}"),
    "push": mark("To {system}"),
    "bidirectional": mark("Both ways"),
}
RULES = {
    "manual": mark("Ask me"),
    "remote_wins": mark("{system} wins"),
    "local_wins": mark("SalesMate Sync wins"),
    "newest_wins": mark("The newest change wins"),
}
DELETIONS = {
    "flag": mark("Keep the other one, and mark it"),
    "ignore": mark("Do nothing"),
    "propagate": mark("Delete the other one, too"),
}
#: What each of them does: by itself, and what is added where records are sent as well.
DELETES = {
    "flag": (mark("Deleted in {system}: kept here, with a mark."), mark("Deleted here: stays in {system}.")),
    "ignore": (mark("Deleted in {system}: nothing changes here."), mark("Deleted here: stays in {system}.")),
    "propagate": (
        mark("Deleted in {system}: marked as deleted here; it can be brought back."),
        mark(
            "Deleted here: deleted in {system}, too, which can't be undone there. Many at once are asked about first; what was "
            "changed there meanwhile is kept."
        ),
    ),
}
HERE = {
    "created": mark("new"),
    "updated": mark("changed"),
    "deleted": mark("deleted"),
    "linked": mark("matched"),
}
SENT = {
    "sent_created": mark("new"),
    "sent_updated": mark("changed"),
    "sent_deleted": mark("deleted"),
}
LEFT = {
    "failed": mark("failed"),
    "conflicts": mark("to decide"),
}
KINDS = {
    "full": mark("Full sync"),
    "incremental": mark("Sync"),
    "manual": mark("Sync"),
    "webhook": mark("Sync"),
    "check": mark("Daily check"),
}


def of_table(table: dict[str, tuple[str, str, str]], key: str) -> State:
    shape, tone, words = table.get(key, ("info", "muted", key))
    return State(shape, tone, tr(words))


def run_state(run: Any) -> State:
    """How a run went, or goes."""
    if run.status == "partial" and run.conflicts and not run.failed:
        return State("question", "warn", tr("Completed, decisions wait for you"))
    return of_table(RUNS, run.status)


def last_runs(recent: Sequence[Any]) -> dict[str, Any]:
    """The newest run of each connection that was meant in earnest, by connection."""
    out: dict[str, Any] = {}
    for run in recent:
        if not run.dry_run:
            out.setdefault(run.connection_id, run)
    return out


def entity_title(name: str) -> str:
    spec = entity_named(name)
    return tr(spec.title) if spec else name


def entity_plural(name: str) -> str:
    spec = entity_named(name)
    return tr(spec.plural) if spec else name


def ordered(names: Any) -> list[str]:
    """Entity names in the order a person expects: who, what, then the papers."""
    order = list(ENTITIES)
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


def is_paused(view: Any, now: datetime | None = None) -> bool:
    until = formats.moment(view.paused_until)
    return until is not None and until > (now or datetime.now(UTC))


def connection_state(view: Any, progress: Any = None, now: datetime | None = None, last_run: Any = None) -> State:
    """How a connection is, by what most concerns the admin. ``last_run``: its newest one, where it is known."""
    if progress is not None or view.running_log_id:
        return State("running", "accent", progress_words(progress) if progress is not None else tr("Syncing"))
    if view.status in ("error", "expired"):
        return State("error", "error", from_below(view.status_message) or tr("Not working"))
    if view.status == "inactive" or not view.sync_enabled:
        return State("offline", "muted", tr("Switched off"))
    if is_paused(view, now):
        return State("paused", "muted", tr("Paused until {time}", time=formats.ahead(view.paused_until, now)))
    if waits(view, now):
        return State("waiting", "warn", wait_words(view, now))
    return _rest_state(view, last_run)


def waits(view: Any, now: datetime | None = None) -> bool:
    """Is the connection's system left alone for a while?"""
    until = formats.moment(view.waits.until) if view.waits is not None else None
    return until is not None and until > (now or datetime.now(UTC))


def wait_words(view: Any, now: datetime | None = None) -> str:
    """Why a connection's system is left alone, and for how long."""
    given = {"time": formats.clock(view.waits.until, now), "system": view.system_title}
    if view.waits.used_up:
        return tr("Waits until {time}: the calls that {system} allows are used up", **given)
    return tr("Waits until {time}: {system} asked for a pause", **given)


def _rest_state(view: Any, last_run: Any) -> State:
    """Of a connection that is switched on and does nothing at the moment."""
    if view.open_conflicts:
        words = plural(view.open_conflicts, "{n} decision waits for you", "{n} decisions wait for you")
        return State("question", "warn", words)
    if view.open_errors:
        return State("warning", "warn", plural(view.open_errors, "{n} record failed", "{n} records failed"))
    if (last_run is not None and last_run.status == "failed") or _tried_in_vain(view):
        return State("warning", "warn", tr("The last sync did not come through"))
    if not view.last_success_at:
        return State("waiting", "muted", tr("Not synced yet"))
    if view.unsent:
        return State("waiting", "muted", unsent_words(view.unsent))
    return State("check", "ok", tr("In step"))


def unsent_words(count: int) -> str:
    if count >= UNSENT_MOST:
        return tr("More than {n} changes wait to be sent", n=formats.grouped(UNSENT_MOST - 1))
    return plural(count, "{n} change waits to be sent", "{n} changes wait to be sent")


def _tried_in_vain(view: Any) -> bool:
    return bool(view.last_sync_at) and view.last_sync_at > (view.last_success_at or "")


def progress_words(step: Any) -> str:
    """``Reading invoices: 1,200 of 8,400``."""
    phase = tr(PHASES.get(step.phase, "")) or step.phase
    if step.text and not step.entity:
        return from_below(step.text)
    if not step.entity:
        return phase
    what = entity_plural(step.entity).lower()
    if step.total:
        return tr(
            "{phase} {what}: {done} of {total}",
            phase=phase, what=what, done=formats.grouped(step.done), total=formats.grouped(step.total),
        )  # fmt: skip
    if step.done:
        return tr("{phase} {what}: {done}", phase=phase, what=what, done=formats.grouped(step.done))
    return tr("{phase} {what}", phase=phase, what=what)


def counts_words(counts: Any) -> str:
    """``1,204 new, 3 changed, 2 failed``; with something sent ``here: 3 changed; sent: 2 new; 1 failed``. Only what is not
    zero."""
    here, sent, left = (_count_words(counts, table) for table in (HERE, SENT, LEFT))
    if sent:
        here = tr("here: {counts}", counts=here) if here else ""
        return "; ".join(part for part in (here, tr("sent: {counts}", counts=sent), left) if part)
    return ", ".join(part for part in (here, left) if part) or tr("Nothing had changed")


def _count_words(counts: Any, table: dict[str, str]) -> str:
    total = {key: sum(int(each.get(key, 0) or 0) for each in counts.values()) for key in table}
    return ", ".join(f"{formats.grouped(n)} {tr(table[key])}" for key, n in total.items() if n)


#: Titles of the model's fields that its own rule would not give in the order a person expects: translated where shown.
MODEL_TEXTS = (
    mark("Customer"), mark("Customers"), mark("Product"), mark("Products"), mark("Order"), mark("Orders"),
    mark("Invoice"), mark("Invoices"), mark("Payment"), mark("Payments"), mark("Deal"), mark("Deals"),
    mark("Contact"), mark("Contacts"),
    mark("Business name"), mark("Contact person"), mark("E-mail"), mark("Phone"), mark("Mobile"), mark("Website"),
    mark("Address"), mark("City"), mark("State"), mark("PIN code"), mark("Country"), mark("GSTIN"), mark("PAN"),
    mark("GST registration type"), mark("Customer group"), mark("Credit limit"), mark("Credit days"),
    mark("Opening balance"), mark("Closing balance"), mark("Currency"), mark("Notes"), mark("Active"), mark("Name"),
    mark("SKU"), mark("Description"), mark("Category"), mark("Unit"), mark("HSN code"), mark("GST rate"),
    mark("Taxability"), mark("Rate"), mark("Opening quantity"), mark("Opening rate"), mark("Opening value"),
    mark("Closing quantity"), mark("Closing value"), mark("Number"), mark("Date"), mark("Due date"), mark("Status"),
    mark("Reference"), mark("Place of supply"), mark("Narration"), mark("Lines"), mark("Taxes"), mark("Allocations"),
    mark("Subtotal"), mark("Tax total"), mark("Round off"), mark("Total"), mark("Balance due"), mark("Amount"),
    mark("Mode"), mark("Account"), mark("Instrument number"), mark("Instrument date"), mark("Quantity"),
    mark("Discount percent"), mark("Kind"), mark("First name"), mark("Last name"), mark("Designation"), mark("Stage"),
    mark("Probability"), mark("Close date"),
)  # fmt: skip


def short(system_title: str) -> str:
    """``Tally Prime`` in one word."""
    return system_title if system_title == "Another system" else system_title.split(maxsplit=1)[0]


def is_unfinished(view: Any) -> bool:
    """A connection that the wizard has stored for its trial run and that nobody has confirmed yet."""
    return bool(view.auth.get("setup") == "unfinished")
