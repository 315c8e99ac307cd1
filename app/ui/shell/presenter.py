"""What the shell says: the status line, the rail's counts, the tray's state. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from app.model.clock import stamp
from app.services.views import NeedsYou
from app.ui import formats, states
from app.ui.words import from_below, plural, tr


def own_needs(listener_error: Any = None) -> tuple[NeedsYou, ...]:
    """What waits for a person in this program itself, before anything that the records need."""
    if listener_error is None:
        return ()
    text = from_below(listener_error.message)
    if "free" in listener_error.details:
        text = tr("{what} Syncs go on. Choose another port; it is used from the next start on.", what=text)
    return (NeedsYou("warning", tr("Other programs can't reach SalesMate Sync"), text, "settings:listener"),)


@dataclass(frozen=True)
class Line:
    """The status line. ``permille`` is ``None`` while the end of the work isn't known, ``-1`` when nothing runs."""

    shape: str
    tone: str
    text: str
    permille: int | None = -1
    log_id: str | None = None
    next_text: str = ""


@dataclass
class ShellState:
    """Fed by the dashboard and by events; answers what to show."""

    connections: Sequence[Any] = ()
    needs: Sequence[Any] = ()
    next_runs: Sequence[Any] = ()
    open_conflicts: int = 0
    failed_events: int = 0
    last_runs: dict[str, Any] = field(default_factory=dict)  # connection id -> its newest run
    running: dict[str, Any] = field(default_factory=dict)  # log id -> RunStarted or RunProgress
    names: dict[str, str] = field(default_factory=dict)
    paused_until: str | None = None  # everything; a pause of one connection is with that
    loaded: bool = False

    def take_dashboard(self, board: Any, own: Sequence[Any] = (), paused_until: str | None = None) -> None:
        self.loaded = True
        self.paused_until = paused_until
        self.connections = [view for view in board.connections if not states.is_unfinished(view)]
        self.needs = (*own, *board.needs_you)
        self.next_runs = board.next_runs
        self.last_runs = states.last_runs(board.recent)
        self.open_conflicts = board.open_conflicts
        self.failed_events = board.failed_events
        self.names.update({view.id: view.name for view in board.connections})
        alive = {view.running_log_id for view in board.connections if view.running_log_id}
        for log_id in [known for known in self.running if known not in alive]:
            del self.running[log_id]

    def take_started(self, event: Any) -> None:
        self.names[event.connection_id] = event.connection_name
        self.running.setdefault(event.log_id, event)

    def take_progress(self, event: Any) -> None:
        self.running[event.log_id] = event

    def take_ended(self, event: Any) -> None:
        self.running.pop(event.log_id, None)

    def counts(self) -> dict[str, int]:
        failing = sum(1 for view in self.connections if view.status in ("error", "expired"))
        runs = sum(1 for need in self.needs if need.target.startswith("run:"))
        return {
            "overview": len(self.needs),
            "connections": failing,
            "conflicts": self.open_conflicts,
            "activity": runs,
            "webhooks": self.failed_events,
        }

    def all_paused(self, now: datetime | None = None) -> bool:
        """No connection syncs by itself: everything is paused, or each of them is."""
        return bool(self.connections) and (
            states.is_paused(self, now) or all(states.is_paused(view, now) for view in self.connections)
        )

    def tray(self, now: datetime | None = None) -> str:
        """idle, syncing, attention, offline or paused."""
        if self.running:
            return "syncing"
        if self.needs or self.open_conflicts:
            return "attention"
        if self.all_paused(now):
            return "paused"
        if self._behind(now) is not None:
            return "offline"
        live = [view for view in self.connections if view.status == "active" and view.sync_enabled]
        return "idle" if live or not self.connections else "offline"

    def tray_words(self, now: datetime | None = None) -> str:
        state = self.tray(now)
        if state == "syncing":
            return self.line(now).text
        if state == "attention":
            count = max(len(self.needs), 1)
            return plural(count, "{n} thing waits for you", "{n} things wait for you")
        if state == "paused":
            return tr("Paused")
        if state == "offline":
            behind = self._behind(now)
            return behind.text if behind is not None else tr("No connection is working")
        return self._rest().text if self.connections else tr("Nothing is connected yet")

    def line(self, now: datetime | None = None) -> Line:
        if self.running:
            return self._running_line()
        if not self.loaded:
            return Line("running", "muted", tr("Opening your records…"))
        if not self.connections:
            return Line("info", "muted", tr("Nothing is connected yet"))
        next_text = self._next(now)
        if self.all_paused(now):
            return Line("paused", "muted", tr("Paused"), next_text=next_text)
        if self.needs:
            words = plural(len(self.needs), "{n} thing waits for you", "{n} things wait for you")
            return Line("question", "warn", words, next_text=next_text)
        if (behind := self._behind(now)) is not None:
            return replace(behind, next_text=next_text)
        if all(not view.last_success_at for view in self.connections):
            return Line("waiting", "muted", tr("Ready. Nothing was synced yet."), next_text=next_text)
        return replace(self._rest(), next_text=next_text)

    def _rest(self) -> Line:
        """Nothing runs, and nobody is needed."""
        unsent = sum(view.unsent for view in self.connections if view.status == "active" and view.sync_enabled)
        if unsent:
            return Line("waiting", "muted", states.unsent_words(unsent))
        return Line("check", "ok", tr("Everything is in step"))

    def _behind(self, now: datetime | None) -> Line | None:
        """What keeps a connection from being in step, where no person is needed."""
        for view in self.connections:
            if states.waits(view, now):
                return Line("waiting", "warn", f"{view.name}: {states.wait_words(view, now)}")
        for view in self.connections:
            if states.connection_state(view, None, now, self.last_runs.get(view.id)).shape == "warning":
                return Line("warning", "warn", tr("{name}: the last sync did not come through", name=view.name))
        return None

    def _running_line(self) -> Line:
        log_id, step = next(iter(self.running.items()))
        name = self.names.get(step.connection_id, "")
        words = states.progress_words(step) if hasattr(step, "phase") else tr("Starting")
        text = f"{name}: {words}" if name else words
        if len(self.running) > 1:
            text = f"{text}  ·  " + plural(len(self.running) - 1, "{n} more run", "{n} more runs")
        total, done = getattr(step, "total", None), getattr(step, "done", 0)
        permille = min(1000, done * 1000 // total) if total else None
        return Line("running", "accent", text, permille, log_id)

    def _next(self, now: datetime | None) -> str:
        times = sorted(str(run["at"]) for run in self.next_runs if run.get("at"))
        if not times:
            times = sorted(view.next_run_at for view in self.connections if view.next_run_at)
        return tr("Next sync {time}", time=formats.ahead(times[0], now)) if times else ""


PAUSES = (("30", 30), ("60", 60), ("tomorrow", 0))


def pause_until(choice: str, now: datetime | None = None) -> str:
    """The stamp at which a pause of the tray's menu ends: minutes, or tomorrow morning at eight (local time)."""
    present = now or datetime.now(UTC)
    minutes = dict(PAUSES)[choice]
    if minutes:
        return stamp(present + timedelta(minutes=minutes))
    morning = (present.astimezone() + timedelta(days=1)).replace(hour=8, minute=0, second=0, microsecond=0)
    return stamp(morning)


def wants(choice: str, notice: Any) -> bool:
    """Is a notice to be told outside of the window? ``choice``: ``all`` (or nothing), ``needs`` (what waits for a person),
    ``none``."""
    if choice in {"none", "no"}:
        return False
    return choice != "needs" or notice.level != "info"


class Grouping:
    """Notifications: at most one a minute; what comes in between is told together by the next."""

    SECONDS = 60.0

    def __init__(self) -> None:
        self._last = -1e9
        self._held: list[Any] = []

    def offer(self, notice: Any, now: float) -> tuple[str, str, str] | None:
        self._held.append(notice)
        return self.due(now)

    def wait(self, now: float) -> float:
        """Seconds until the held ones may be told."""
        return max(0.0, self._last + self.SECONDS - now)

    def due(self, now: float) -> tuple[str, str, str] | None:
        """``(title, text, target)`` of what may be told now."""
        if not self._held or now - self._last < self.SECONDS:
            return None
        held, self._held = self._held, []
        self._last = now
        if len(held) == 1:
            return from_below(held[0].title), from_below(held[0].text), held[0].target
        titles = list(dict.fromkeys(from_below(notice.title) for notice in held))
        targets = {notice.target for notice in held}
        text = "\n".join(titles[:4]) + ("\n…" if len(titles) > 4 else "")
        target = targets.pop() if len(targets) == 1 else "overview"
        return plural(len(held), "{n} message", "{n} messages"), text, target
