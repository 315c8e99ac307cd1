"""Runs as lines and as a page; errors as CSV. Plain Python."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from app.sheets.cells import harmless
from app.ui import formats, states
from app.ui.overview.presenter import run_words
from app.ui.words import from_below, mark, plural, tr

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
    state = states.run_state(run)
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
            words = f"{words.removesuffix(':')}: {', '.join(read)}"
        records = int(each.get("records") or 0)
        out.append((words, formats.grouped(records) if records else "", formats.span(float(each.get("seconds") or 0))))
    return out


def question(run: Any) -> tuple[str, str] | None:
    """The question of a held run, and what each answer does."""
    if run.status != "held" or not run.guard:
        return None
    return from_below(run.guard.get("message", "")), from_below(run.guard.get("hint", ""))


def failure(run: Any) -> tuple[str, str] | None:
    if not run.error:
        return None
    return from_below(run.error.get("message", "")), from_below(run.error.get("hint", ""))


def remarks(run: Any) -> str:
    """What the run's message says besides the counts, which have a place of their own: it is a sentence of more."""
    if run.status in ("failed", "held") or ". " not in run.message:
        return ""
    return from_below(run.message)


def errors_csv(run: Any, errors: Sequence[Any]) -> str:
    """For Excel: a byte order mark, so that it reads Devanagari; what it would take as a formula is defused."""
    titles = [
        tr("Kind"),
        tr("Number there"),
        tr("Reason"),
        tr("What to do"),
        tr("Attempts"),
        tr("Last try"),
        tr("Code"),
    ]
    lines = (
        (
            states.entity_title(each.entity_type),
            each.remote_id or each.local_id or "",
            from_below(each.message),
            from_below(each.hint),
            str(each.attempts),
            formats.exactly(each.last_at),
            each.code,
        )
        for each in errors
    )
    return _csv(titles, lines)


def runs_csv(runs: Sequence[Any]) -> str:
    """The list of runs as it is shown."""
    titles = [tr("Started"), tr("Connection"), tr("Kind"), tr("Status"), tr("Result"), tr("Took")]
    lines = (
        (
            formats.exactly(each.started_at),
            each.connection_name,
            kind(each),
            states.of_table(states.RUNS, each.status).words,
            run_words(each),
            row(each)[-1],
        )
        for each in runs
    )
    return _csv(titles, lines)


def _csv(titles: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(titles)
    for cells in lines:
        writer.writerow([harmless(cell) for cell in cells])
    return "\ufeff" + out.getvalue()


def again_words(error: Any) -> str:
    """Will a failed record be tried again without anybody doing something?"""
    tries = plural(error.attempts, "tried once", "tried {n} times") if error.attempts else ""
    if error.next_retry_at:
        again = tr("tried again by itself {time}", time=formats.ahead(error.next_retry_at))
    else:
        again = tr("not tried again by itself before it changes")
    return ", ".join(part for part in (tries, again) if part)


def changed_here(run: Any) -> int:
    """The records that a run changed here."""
    return sum(int(each.get(key, 0) or 0) for each in run.counts.values() for key in states.HERE if key != "linked")


def was_sent(run: Any) -> bool:
    return any(each.get(key) for each in run.counts.values() for key in states.SENT)


def can_undo(run: Any) -> bool:
    return not run.dry_run and run.status in ("completed", "partial", "failed", "cancelled") and changed_here(run) > 0


def undo_words(run: Any) -> str:
    """What an undo does and what it does not."""
    does = plural(
        changed_here(run),
        "The {n} record that this run changed here becomes what it was before.",
        "The {n} records that this run changed here become what they were before.",
    )
    lines = [
        does + " " + tr("What it brought in anew is marked as deleted, and no longer synced."),
        tr("What somebody edited since stays as it is, and is named afterwards."),
        tr("Nothing is taken back in {name} now: where a record is synced both ways, the next sync sends it there.",
           name=run.connection_name),
    ]  # fmt: skip
    if was_sent(run):
        lines.append(tr("What this run sent to {name} stays there.", name=run.connection_name))
    return "\n".join(lines)


def undo_next(run: Any) -> str:
    return tr(
        "The next sync sends what it may to {name}. To look at that first, choose “Show what a sync would do”.",
        name=run.connection_name,
    )
