"""The overview: what is connected, what waits for a person, what went through lately."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.db.dashboard import dashboard as figures
from app.db.days import days
from app.db.webhook_events import FAILED
from app.db.webhook_lines import count
from app.model.clock import parse_stamp, stamp
from app.model.errors import LEFT_IN_FLIGHT
from app.services.runs import run_view
from app.services.views import ConnectionView, Dashboard, DayCount, NeedsYou, RunView
from app.services.webhook.registration import END, Kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.services.connections import Connections
    from app.services.parts import Parts
    from app.services.runs import Runs

#: How far the chart looks back.
CHART = timedelta(days=14)
_MOST_WEBHOOKS = 200
#: A login's end is told so long before.
ENDS_SOON = timedelta(days=14)
_ENDS = (
    ("endsAt", "Sign in again before that day: syncs go on without a break then.", ":authorise"),
    ("expiresAt", "It was not used for long. Let it sync before that day, or sign in again.", ""),
)


class Overview:
    def __init__(self, parts: Parts, connections: Connections, runs: Runs) -> None:
        self._parts = parts
        self._connections = connections
        self._runs = runs

    def look(self) -> Dashboard:
        found = figures(self._parts.db)
        connections = tuple(self._connections.list())
        names = {one.id: one.name for one in connections}
        held, _ = self._runs.list(status="held", limit=20)
        since = stamp(self._parts.clock() - CHART)
        recent = tuple(run_view(run, names) for run in found.recent_syncs)
        return Dashboard(
            connections=connections,
            needs_you=(
                *_left(recent),
                *_needs(connections, held, found.open_conflicts),
                *_ending(connections, self._parts.clock()),
                *self._unregistered(connections),
            ),
            days=tuple(DayCount(one.day, one.synced, one.failed) for one in days(self._parts.db, since)),
            recent=recent,
            totals=asdict(found.sync_stats),
            open_conflicts=found.open_conflicts,
            active_webhooks=found.active_webhooks,
            failed_events=count(self._parts.db, FAILED),
            next_runs=self._parts.scheduler.next_runs(),
        )

    def _unregistered(self, connections: Sequence[ConnectionView]) -> Iterator[NeedsYou]:
        """Webhooks that their system does not serve, of connections that are well otherwise."""
        names = {one.id: one.name for one in connections if one.status not in {"error", "expired"}}
        for webhook in self._parts.stores.webhooks.list(limit=_MOST_WEBHOOKS).items:
            kept = Kept.of(webhook)
            if webhook.connection_id in names and kept.is_told and kept.mark != END:
                title = f"{names[webhook.connection_id]} tells us of no changes"
                text = f"{kept.message} Ordinary syncs find what changes. {kept.hint}".strip()
                yield NeedsYou("warning", title, text, "webhooks")


def _left(recent: Sequence[RunView]) -> Iterator[NeedsYou]:
    """Connections that wait because the program was ended in the middle of a request: a person may know that it is over."""
    seen = set()
    for run in recent:
        newest = run.connection_id not in seen
        seen.add(run.connection_id)
        if newest and run.status == "failed" and (run.error or {}).get("code") == LEFT_IN_FLIGHT:
            text = "Look at Tally: if it is idle and shows no message, say so, and the sync goes on at once."
            yield NeedsYou("warning", f"{run.connection_name} waits in case Tally is still busy", text, f"run:{run.id}")


def _ending(connections: Sequence[ConnectionView], now: datetime) -> Iterator[NeedsYou]:
    """Logins that end soon. One that is unused for long needs a sync, or a person; one whose last day comes needs a person."""
    for one in connections:
        login = one.auth.get("refresh_token")
        if one.status == "expired" or not isinstance(login, Mapping):
            continue
        for told, text, what in _ENDS:
            if told in login and (ends := parse_stamp(str(login[told]))) <= now + ENDS_SOON:
                title = f"{one.name}: the login ends on {ends.astimezone():%d %b %Y}"
                yield NeedsYou("warning", title, text, f"connection:{one.id}{what}")
                break


def _needs(connections: tuple[ConnectionView, ...], held: Sequence[RunView], conflicts: int) -> Iterator[NeedsYou]:
    for run in held:
        question = str((run.guard or {}).get("message") or run.message)
        yield NeedsYou("warning", f"{run.connection_name}: a sync waits for your answer", question, f"run:{run.id}")
    for one in connections:
        if one.status in {"error", "expired"}:
            target = f"connection:{one.id}"
            if one.status == "expired" and one.signs_in:
                target += ":authorise"
            yield NeedsYou("error", f"{one.name} can't be synced", one.status_message, target)
    if conflicts:
        title = (
            "1 record waits for your decision" if conflicts == 1 else f"{conflicts:,} records wait for your decision"
        )
        yield NeedsYou("warning", title, "It was changed on both sides, or may be one you have already.", "conflicts")
    for one in connections:
        if one.open_errors:
            title = (
                f"{one.name}: {one.open_errors:,} record{'' if one.open_errors == 1 else 's'} could not be taken over"
            )
            yield NeedsYou("warning", title, "Each says why, and what to do.", f"connection:{one.id}")
