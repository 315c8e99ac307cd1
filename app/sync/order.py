"""What a run is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.connectors.base import PullMode
from app.db.runs import Run


@dataclass(frozen=True)
class RunOrder:
    """What is asked for. ``config_ids`` of ``None``: all active ones. ``check``: with the daily check. ``approved``: guards
    that a person has answered with "go on". ``plan_id``: apply that plan and nothing else, but for the items ``left_out``.
    ``hints``: read just these ``(module, remote id)`` and nothing else of the connected system."""

    connection_id: str
    config_ids: tuple[str, ...] | None = None
    sync_type: str = "manual"
    direction: str | None = None
    triggered_by: str = "user"
    dry_run: bool = False
    check: bool = False
    approved: frozenset[str] = field(default=frozenset())
    plan_id: str | None = None
    left_out: frozenset[int] = field(default=frozenset())
    hints: tuple[tuple[str, str], ...] = ()

    def kept(self) -> dict[str, Any]:
        """What the log's row does not say of it, as JSON: kept with a held run, which any process may let go on."""
        chosen = None if self.config_ids is None else list(self.config_ids)
        return {
            "config_ids": chosen,
            "direction": self.direction,
            "check": self.check,
            "approved": sorted(self.approved),
            "plan_id": self.plan_id,
            "left_out": sorted(self.left_out),
            "hints": list(self.hints),
        }

    @classmethod
    def of_held(cls, run: Run) -> RunOrder:
        """The order of a held run, with its guard approved."""
        guard = dict(run.guard or {})
        kept = guard.get("order") or {}
        chosen = kept.get("config_ids")
        return cls(
            run.connection_id,
            None if chosen is None else tuple(chosen),
            run.sync_type,
            direction=kept.get("direction"),
            triggered_by=run.triggered_by,
            dry_run=run.dry_run,
            check=bool(kept.get("check")),
            approved=frozenset((*kept.get("approved", ()), str(guard.get("guard")))),
            plan_id=kept.get("plan_id"),
            left_out=frozenset(kept.get("left_out") or ()),
            hints=tuple((module, remote_id) for module, remote_id in kept.get("hints") or ()),
        )

    @property
    def mode(self) -> PullMode:
        if self.sync_type == "full":
            return PullMode.FULL
        return PullMode.CHECK if self.check else PullMode.INCREMENTAL
