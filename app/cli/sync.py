"""``sync``: one sync from the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from app.cli.hub import hub
from app.cli.progress import watch
from app.cli.terminal import say, say_error
from app.model.entities import ENTITIES, EntitySpec, entity_named
from app.model.errors import AppError, Conflicting, InvalidInput
from app.services.facade import Services
from app.services.options import Options
from app.services.views import ConnectionView, PlanView, RunView

#: All well, some records failed or wait, could not run.
WELL, PARTLY, NOT = 0, 1, 2


def run_sync(
    options: Options, connection: str | None, *, entity: str | None, full: bool, dry_run: bool, as_json: bool
) -> int:
    """Sync one connection, or all that are switched on, one after the other. The worst of their codes."""
    spec = _entity(entity)
    with hub(options) as app:
        outcomes = []
        for target in _targets(app.services, connection, spec):
            outcomes.append(_sync_one(app.services, target, spec, full=full, dry_run=dry_run))
            if not as_json:
                _print_outcome(outcomes[-1])
        if as_json:
            sys.stdout.write(json.dumps({"runs": outcomes}, ensure_ascii=False, indent=2) + "\n")
        return max(int(outcome["exitCode"]) for outcome in outcomes)


def _entity(name: str | None) -> EntitySpec | None:
    """The kind of record that ``--entity`` names. Raises :class:`InvalidInput`."""
    if name is None:
        return None
    spec = entity_named(name.strip().lower())
    if spec is None:
        raise InvalidInput(f"{name!r} is not a kind of record.", field="entity", hint=f"Choose {', '.join(ENTITIES)}.")
    return spec


def _targets(services: Services, connection: str | None, spec: EntitySpec | None) -> Sequence[ConnectionView]:
    """The named connection, or all that are switched on (and sync that kind of record)."""
    if connection is not None:
        return [services.connections.named(connection)]
    found = [one for one in services.connections.list() if one.sync_enabled and one.status != "inactive"]
    if found and spec is not None:
        found = [one for one in found if _active(services, one, spec)]
        if not found:
            raise Conflicting(f"No connection syncs {spec.plural.lower()}.", hint="Choose what they sync first.")
    if not found:
        raise Conflicting(
            "There is no connection to sync yet.",
            hint="Make one in the window (salesmate-sync) or over REST; `salesmate-sync demo` shows how it looks.",
        )
    return found


def _sync_one(
    services: Services, connection: ConnectionView, spec: EntitySpec | None, *, full: bool, dry_run: bool
) -> dict[str, Any]:
    """Run and wait; what came of it, as it is printed. A connection that can't run does not stop the others."""
    try:
        log_id = services.runs.start(
            connection_id=connection.id,
            config_ids=_configs(services, connection, spec),
            sync_type="full" if full else "manual",
            triggered_by="cli",
            dry_run=dry_run,
        )
        run = watch(services, log_id)
    except AppError as error:
        return {
            "connection": connection.name,
            "connectionId": connection.id,
            "status": "failed",
            "error": {"code": error.code, "message": error.message, "hint": error.hint},
            "exitCode": NOT,
        }
    return _outcome(services, run)


def _configs(services: Services, connection: ConnectionView, spec: EntitySpec | None) -> tuple[str, ...] | None:
    """The active configs of one kind of record; ``None`` for all kinds. Raises :class:`Conflicting` when there is none."""
    if spec is None:
        return None
    chosen = _active(services, connection, spec)
    if not chosen:
        raise Conflicting(f"{connection.name} does not sync {spec.plural.lower()}.", hint="Choose what it syncs first.")
    return chosen


def _active(services: Services, connection: ConnectionView, spec: EntitySpec) -> tuple[str, ...]:
    found = services.configs.list(connection_id=connection.id, entity_type=spec.name)
    return tuple(config.id for config in found if config.is_active)


def _outcome(services: Services, run: RunView) -> dict[str, Any]:
    plan = services.runs.plan(run.id) if run.dry_run else None
    return {
        "connection": run.connection_name,
        "connectionId": run.connection_id,
        "logId": run.id,
        "status": run.status,
        "dryRun": run.dry_run,
        "message": run.message,
        "recordsProcessed": run.processed,
        "recordsSuccess": run.success,
        "recordsFailed": run.failed,
        "recordsSkipped": run.skipped,
        "conflicts": run.conflicts,
        "counts": run.counts,
        "error": run.error or run.guard,
        "errors": [vars(error) for error in services.runs.errors(run.id)] if run.failed else [],
        "plan": _plan(plan),
        "exitCode": exit_code(run),
    }


def exit_code(run: RunView) -> int:
    """0 all well; 1 some records failed or wait for a decision; 2 it did not run to its end (a held run waits for an
    answer before it goes on)."""
    if run.status not in {"completed", "partial"}:
        return NOT
    return PARTLY if run.status == "partial" or run.failed or run.conflicts else WELL


def _plan(plan: PlanView | None) -> dict[str, Any] | None:
    if plan is None:
        return None
    items = [{**vars(item), "fields": list(item.fields)} for item in plan.items]
    return {"id": plan.id, "counts": plan.counts, "items": items}


# --- printing -------------------------------------------------------------------------------------------------------


def _print_outcome(outcome: dict[str, Any]) -> None:
    error = outcome.get("error")
    head = f"{outcome['connection']}: {_STATUS.get(outcome['status'], outcome['status'])}"
    if outcome["exitCode"] == NOT and error:
        say_error(f"{outcome['connection']}: {error['message']}", error.get("hint", ""))
        if outcome["status"] == "held":
            say(f"  Held run {outcome['logId']}: answer it in the window or over REST (approve).")
        return
    sys.stdout.write(f"{head}. {outcome['message']}.\n")
    if outcome.get("plan"):
        _print_plan(outcome["plan"])
    else:
        _print_counts(outcome["counts"])
    for failed in outcome["errors"][:20]:
        which = f"{failed['entity_type']} {failed['label'] or failed['remote_id'] or failed['local_id']}"
        say(f"  {which}: {failed['message']} {failed['hint']}")
    if len(outcome["errors"]) > 20:
        say(f"  … and {len(outcome['errors']) - 20} more (--json lists them all).")


_STATUS = {"completed": "done", "partial": "done in part", "held": "waits for your answer"}
_COUNTS = ("created", "updated", "deleted", "linked", "failed", "conflicts")


def _print_counts(counts: dict[str, dict[str, int]]) -> None:
    rows = [(entity, [found.get(name, 0) for name in _COUNTS]) for entity, found in counts.items()]
    changed = [(ENTITIES[entity].plural, numbers) for entity, numbers in rows if any(numbers)]
    if changed:
        print_table(("", *_COUNTS), [(title, *(f"{number:,}" for number in numbers)) for title, numbers in changed])


def _print_plan(plan: dict[str, Any]) -> None:
    sys.stdout.write("Nothing was changed. A sync would do:\n")
    names = ("create", "update", "delete", "link", "conflict")
    sides = {"local": "here", "remote": "there"}
    rows = [
        (title, *(f"{plan['counts'].get(side, {}).get(name, 0):,}" for name in names)) for side, title in sides.items()
    ]
    print_table(("", *names), rows)


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Plain columns: the first to the left, numbers to the right."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    for row in (head, *rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        sys.stdout.write("  " + "  ".join(cells).rstrip() + "\n")
    sys.stdout.flush()
