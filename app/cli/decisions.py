"""``undo`` and ``retry``: what a run changed taken back, what failed tried again."""

from __future__ import annotations

from app.cli.hub import hub
from app.cli.progress import watch
from app.cli.sync import PARTLY, WELL, exit_code
from app.cli.terminal import out
from app.services.options import Options

#: Records named at most.
_NAMED = 20


def run_undo(options: Options, log_id: str) -> int:
    """0 when all of it was taken back, 1 when something was left as it is."""
    with hub(options) as app:
        undone = app.services.runs.undo(log_id, by="cli")
    out(f"{undone.changed:,} records are as they were before that run. The next syncs bring the other systems back.")
    for left in undone.left[:_NAMED]:
        out(f"  left as it is: {left.entity_type} {left.label}. {left.reason}")
    if len(undone.left) > _NAMED:
        out(f"  … and {len(undone.left) - _NAMED:,} more.")
    return PARTLY if undone.left else WELL


def run_retry(options: Options, connection: str) -> int:
    """Ends as a sync does."""
    with hub(options) as app:
        target = app.services.connections.named(connection)
        run = watch(app.services, app.services.runs.retry_all(target.id))
        out(f"{run.connection_name}: {run.message}.")
        for failed in app.services.runs.errors(run.id)[:_NAMED] if run.failed else ():
            out(f"  {failed.entity_type} {failed.called}: {failed.message} {failed.hint}")
        return exit_code(run)
