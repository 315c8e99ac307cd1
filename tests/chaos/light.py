"""Log, leases, configs and connections kept in memory: they are not what a crash trial proves, and cost it two thirds of its
time. The state machine and the killed processes run on the real ones."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from app.db.configs import ConfigStore, SyncConfig
from app.db.connections import Connection, ConnectionStore
from app.db.database import Database
from app.db.runs import Run
from app.model.clock import stamp
from app.model.errors import NotFound
from app.model.ids import new_id


class KnownConfigs(ConfigStore):
    """Configs don't change in a world."""

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._known: dict[str, list[SyncConfig]] = {}

    def list(self, **given: Any) -> list[SyncConfig]:
        key = repr(sorted(given.items()))
        if key not in self._known:
            self._known[key] = super().list(**given)
        return self._known[key]

    def touch_sync(self, config_ids: Any, at: str | None = None) -> None:
        """Nobody looks."""


class KnownConnections(ConnectionStore):
    """Reads each connection once, until it is changed."""

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._known: dict[Any, Any] = {}

    def get(self, connection_id: str) -> Connection:
        if connection_id not in self._known:
            self._known[connection_id] = super().get(connection_id)
        return self._known[connection_id]  # type: ignore[no-any-return]

    def list(
        self, tenant_id: str | None = None, system: str | None = None, status: str | None = None
    ) -> list[Connection]:
        key = (tenant_id, system, status)
        if key not in self._known:
            self._known[key] = super().list(*key)
        return self._known[key]  # type: ignore[no-any-return]

    def update(self, connection_id: str, **changes: Any) -> Connection:
        self._known.clear()
        return super().update(connection_id, **changes)

    def touch_sync(self, connection_id: str, *, success: bool, at: str | None = None) -> None:
        """Nobody looks."""


_EMPTY = {one.name: None for one in fields(Run)} | {
    "records_processed": 0, "records_success": 0, "records_failed": 0, "records_skipped": 0, "conflicts": 0,
}  # fmt: skip


class LightRuns:
    """The part of :class:`app.db.runs.RunStore` that the engine needs."""

    def __init__(self) -> None:
        self._runs: dict[str, Run] = {}

    def create(self, **given: Any) -> Run:
        run = Run(**{**_EMPTY, "tenant_id": "default-tenant", **given, "id": new_id(), "started_at": stamp()})
        self._runs[run.id] = run
        return run

    def get(self, run_id: str) -> Run:
        if run_id not in self._runs:
            raise NotFound("There is no such run.")
        return self._runs[run_id]

    def wait(self, connection_id: str, now: str) -> None:
        """Nobody does: that an ERP named a time is for the real log to know."""

    def begin(self, run_id: str) -> None:
        self.progress(run_id, status="running")

    def progress(self, run_id: str, **changes: Any) -> None:
        self._runs[run_id] = replace(self._runs[run_id], **changes)

    def finish(self, run_id: str, status: str, *, message: str | None = None, **changes: Any) -> Run:
        self.progress(run_id, status=status, message=message, ended_at=stamp(), **changes)
        return self._runs[run_id]

    def end_held(self, connection_id: str, *, keep: str) -> int:
        return 0

    def mark_interrupted(self, **_given: Any) -> int:
        return 0


class LightLeases:
    """One taker, one fence: the table's own."""

    FENCE = 1

    def take(self, connection_id: str, holder: str, seconds: float) -> int:
        return self.FENCE

    def renew(self, connection_id: str, fence: int, seconds: float) -> bool:
        return True

    def release(self, connection_id: str, fence: int) -> None:
        """Nobody waits."""
