"""What the overview shows, from one dashboard answer. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from app.services.views import DayCount
from app.ui import formats, states
from app.ui.words import from_below, tr

DAYS = 14


@dataclass(frozen=True)
class CardView:
    id: str
    name: str
    system: str
    state: states.State
    facts: tuple[tuple[str, str], ...]
    decisions: int
    running_log_id: str | None
    permille: int | None
    paused: bool
    active: bool


@dataclass(frozen=True)
class RunLine:
    id: str
    state: states.State
    title: str
    counts: str
    when: str


def card(view: Any, progress: Any = None, now: datetime | None = None, last_run: Any = None) -> CardView:
    total = getattr(progress, "total", None)
    paused = states.is_paused(view, now)
    last = formats.when(view.last_success_at, now) or tr("never")
    upcoming = formats.ahead(view.next_run_at, now) if view.next_run_at and not paused else ""
    if upcoming and view.next_run_reason:
        upcoming = f"{upcoming} ({from_below(view.next_run_reason)})"
    facts = [(tr("Last good sync"), last), (tr("Next sync"), upcoming or formats.every(view.auto_sync_interval))]
    company = str(view.books.get("name") or view.auth.get("company") or "") if view.books or view.auth else ""
    if company and company != view.name:
        facts.insert(0, (tr("Company"), company))
    return CardView(
        id=view.id,
        name=view.name,
        system=view.system_title,
        state=states.connection_state(view, progress, now, last_run),
        facts=tuple(facts),
        decisions=view.open_conflicts,
        running_log_id=getattr(progress, "log_id", None) or view.running_log_id,
        permille=min(1000, progress.done * 1000 // total) if total else None,
        paused=paused,
        active=view.status != "inactive" and view.sync_enabled,
    )


def run_line(run: Any, now: datetime | None = None) -> RunLine:
    kind = tr("Trial run, nothing written") if run.dry_run else tr(states.KINDS.get(run.sync_type, "Sync"))
    return RunLine(
        id=run.id,
        state=states.run_state(run),
        title=f"{run.connection_name}  ·  {kind}",
        counts=run_words(run),
        when=formats.when(run.started_at, now),
    )


def run_words(run: Any) -> str:
    """One sentence about how a run went."""
    if run.status == "held" and run.guard:
        return from_below(run.guard.get("message", ""))
    if run.status == "failed" and run.error:
        return from_below(run.error.get("message", ""))
    if run.status in ("pending", "running"):
        return tr(states.RUNS[run.status][2])
    if run.dry_run and run.status in ("completed", "partial"):
        return tr("open it to see the plan")
    if run.counts:
        return states.counts_words(run.counts)
    return from_below(run.message) or tr("Nothing had changed")


def totals(counts: Mapping[str, int]) -> list[tuple[str, str, str]]:
    """``(entity, title, number)`` of what the hub holds; kinds that were never synced are left out."""
    return [
        (name, states.entity_plural(name), formats.grouped(counts[name]))
        for name in states.ordered(counts)
        if counts[name]
    ]


def remedy(target: str) -> str:
    """The label of the one click."""
    kind = target.partition(":")[0]
    return {
        "conflicts": tr("Decide"),
        "run": tr("Look at it"),
        "connection": tr("Open connection"),
        "records": tr("Show records"),
        "settings": tr("Choose a port"),
    }.get(kind, tr("Open"))


def level(given: str) -> str:
    return {"warning": "warn", "warn": "warn", "error": "error", "info": "info", "question": "warn"}.get(given, "info")


def filled_days(days: Sequence[Any], today: date | None = None) -> list[DayCount]:
    """The last fortnight without gaps: a day on which nothing moved is a day, too."""
    there = {each.day[:10]: each for each in days}
    last = max([(today or datetime.now().astimezone().date()).isoformat(), *there])
    end = date.fromisoformat(last)
    wanted = [(end - timedelta(days=back)).isoformat() for back in range(DAYS - 1, -1, -1)]
    return [
        DayCount(day, there[day].synced, there[day].failed) if day in there else DayCount(day, 0, 0) for day in wanted
    ]


def days_total(days: Sequence[Any]) -> str:
    synced, failed = sum(day.synced for day in days), sum(day.failed for day in days)
    if not synced and not failed:
        return tr("No records moved in the last {n} days", n=len(days))
    return tr(
        "{synced} synced, {failed} failed in {n} days",
        synced=formats.grouped(synced),
        failed=formats.grouped(failed),
        n=len(days),
    )
