"""Runs as lines and as a page; errors as CSV. Plain Python."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from app.ui import formats, states
from app.ui.overview.presenter import run_words
from app.ui.words import mark, tr

FILTERS = (
    ("", mark("All runs")),
    ("running", mark("Running")),
    ("held", mark("Wait for an answer")),
    ("partial", mark("With failed records")),
    ("failed", mark("Failed")),
    ("completed", mark("Completed")),
    ("cancelled", mark("Stopped")),
)


def kind(run: Any) -> str:
    words = tr(states.KINDS.get(run.sync_type, "Sync"))
    return tr("{kind}, trial run", kind=words) if run.dry_run else words


def row(run: Any, progress: Any = None) -> tuple[Any, ...]:
    """``(state, connection, what came of it, started, took)``; the state is a :class:`State`."""
    state = states.of_table(states.RUNS, run.status)
    words = states.progress_words(progress) if progress is not None and run.status == "running" else run_words(run)
    if run.dry_run:
        words = tr("Trial run: {result}", result=words)
    elif run.sync_type == "full":
        words = tr("Full sync: {result}", result=words)
    return state, run.connection_name, words, formats.when(run.started_at), took(run)


def took(run: Any) -> str:
    if run.ended_at:
        return formats.between(run.started_at, run.ended_at)
    if run.status == "running":
        started = formats.moment(run.started_at)
        return formats.span(max(0.0, (datetime.now(UTC) - started).total_seconds())) if started else ""
    return ""


def started(run: Any) -> str:
    trigger = tr(states.TRIGGERS.get(run.triggered_by, "")) or run.triggered_by
    return f"{formats.exactly(run.started_at)}, {trigger}"


def facts(run: Any) -> list[tuple[str, str]]:
    out = []
    if took(run):
        out.append((tr("Took"), took(run)))
    out.append((tr("Records looked at"), formats.grouped(run.processed)))
    return out


def count_rows(counts: Mapping[str, Mapping[str, int]], *, held: bool = False) -> list[tuple[str, str]]:
    """``(Customers, "4 new, 12 changed  ·  1,188 unchanged")`` for each kind of record."""
    out = []
    for entity in states.ordered(counts):
        if held and not any(counts[entity].values()):
            continue  # it stopped to ask before it took anything over
        words = states.counts_words({entity: counts[entity]})
        unchanged = int(counts[entity].get("unchanged", 0) or 0)
        if unchanged:
            words += "  ·  " + tr("{n} unchanged", n=formats.grouped(unchanged))
        out.append((states.entity_plural(entity), words))
    return out


def phase_rows(phases: Sequence[Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    """``(step, records, time)``."""
    out = []
    for each in phases:
        words = tr(states.PHASES.get(str(each.get("phase")), "")) or str(each.get("phase"))
        if each.get("entity"):
            read = [states.entity_plural(name).lower() for name in str(each["entity"]).split("+")]
            words = f"{words}: {', '.join(read)}"
        records = int(each.get("records") or 0)
        out.append((words, formats.grouped(records) if records else "", formats.span(float(each.get("seconds") or 0))))
    return out


def question(run: Any) -> tuple[str, str] | None:
    """The question of a held run, and what each answer does."""
    if run.status != "held" or not run.guard:
        return None
    return str(run.guard.get("message", "")), str(run.guard.get("hint", ""))


def failure(run: Any) -> tuple[str, str] | None:
    if not run.error:
        return None
    return str(run.error.get("message", "")), str(run.error.get("hint", ""))


def errors_csv(run: Any, errors: Sequence[Any]) -> str:
    """For Excel: a byte order mark, so that it reads Devanagari; what it would take as a formula is defused."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(
        [tr("Kind"), tr("Number there"), tr("Reason"), tr("What to do"), tr("Attempts"), tr("Last try"), tr("Code")]
    )
    for each in errors:
        cells = [
            states.entity_title(each.entity_type),
            each.remote_id or each.local_id or "",
            each.message,
            each.hint,
            str(each.attempts),
            formats.exactly(each.last_at),
            each.code,
        ]
        writer.writerow([formats.harmless(cell) for cell in cells])
    return "\ufeff" + out.getvalue()


def trial_lines(plan: Any) -> list[str]:
    """What a trial run would do, in words."""
    out = []
    words = {
        "create": tr("{n} would come in"),
        "update": tr("{n} would change"),
        "delete": tr("{n} would be marked as deleted"),
        "link": tr("{n} would be matched with ones that are here"),
        "conflict": tr("{n} would wait for your decision"),
    }
    for action, text in words.items():
        count = int(plan.counts.get("local", {}).get(action, 0) or 0)
        if count:
            out.append(text.replace("{n}", formats.grouped(count)))
    return out or [tr("Nothing would change")]
