"""How a run ends: what its row says."""

from __future__ import annotations

from app.db.runs import Run, RunStore
from app.model.entities import ENTITIES
from app.model.errors import AppError, Cancelled, Held
from app.sync.order import RunOrder
from app.sync.progress import SENT, Phases, RunCounts


def close(runs: RunStore, log_id: str, order: RunOrder, error: AppError, counts: RunCounts, phases: Phases) -> Run:
    """The run's row after ``error`` ended it."""
    phases.end()
    columns = {**counts.columns(), "phases": phases.done}
    described = {
        "code": error.code,
        "message": error.message,
        "hint": error.hint,
        "details": error.details,
        "retryable": error.retryable,
    }
    if isinstance(error, Held):
        guard = {**described, "guard": error.guard, "order": order.kept()}
        runs.progress(log_id, status="held", guard=guard, message=error.message, **columns)
        return runs.get(log_id)
    status = "cancelled" if isinstance(error, Cancelled) else "failed"
    return runs.finish(log_id, status, message=error.message, error=described, **columns)


def summary(counts: RunCounts) -> str:
    """What a run did, for a person."""
    parts = [
        f"{count:,} {word}"
        for word in ("created", "updated", "deleted", "linked", "failed")
        if (count := counts.total(word))
    ]
    if sent := counts.total(*SENT):
        parts.append(f"{sent:,} sent")
    if waiting := counts.total("conflicts"):
        parts.append(f"{waiting:,} waiting for a decision")
    return ", ".join(parts) or "Nothing had changed"


def hanging(counted: tuple[tuple[str, str], int]) -> str:
    """What waits with a question about what it names, for a person: ``((entity, entity named), how many)``."""
    (entity, named), count = counted
    spec, other = ENTITIES[entity], ENTITIES[named].title.lower()
    if count == 1:
        return f"1 {spec.title.lower()} waits for the decision about its {other}"
    return f"{count:,} {spec.plural.lower()} wait for the decision about their {other}"
