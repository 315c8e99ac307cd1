"""Which connections sync of their own accord, and how often: worked out from connections and configs. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.model.clock import parse_stamp
from app.services.views import ConfigView, ConnectionView

#: For a config with autoSync and no frequency anywhere, in seconds.
DEFAULT_FREQUENCY = 900


@dataclass(frozen=True)
class Repeat:
    """Some configs of a connection (``None``: all active ones) every ``seconds``. ``last``: when they last ran, or were
    made."""

    connection_id: str
    connection_name: str
    config_ids: tuple[str, ...] | None
    seconds: int
    last: datetime
    not_before: datetime | None = None

    @property
    def name(self) -> str:
        """What is repeated how often: the same for every program on a hub."""
        chosen = "all" if self.config_ids is None else ",".join(self.config_ids)
        return f"sync:{self.connection_id}:{self.seconds}:{chosen}"

    @property
    def key(self) -> str:
        """The same repeat has the same key, so that a rebuild leaves its next time alone."""
        paused = self.not_before.isoformat() if self.not_before else ""
        return f"{self.name}:{paused}"

    def first(self, now: datetime) -> datetime:
        """When it is due: at once when it was missed (the program or the PC was off)."""
        due = max(self.last + timedelta(seconds=self.seconds), now)
        return max(due, self.not_before) if self.not_before else due


def repeats(connections: Iterable[ConnectionView], configs: Sequence[ConfigView]) -> Iterator[Repeat]:
    """A connection's configs, grouped by how often they run."""
    for connection in connections:
        if not connection.sync_enabled or connection.status in {"inactive", "expired"}:
            continue
        active = [config for config in configs if config.connection_id == connection.id and config.is_active]
        groups: dict[int, list[ConfigView]] = {}
        for config in active:
            seconds = _seconds(config, connection)
            if seconds is not None:
                groups.setdefault(seconds, []).append(config)
        for seconds, members in sorted(groups.items()):
            yield _repeat(connection, members, seconds, whole=len(members) == len(active))


def _seconds(config: ConfigView, connection: ConnectionView) -> int | None:
    """A config's own frequency when it syncs by itself, else the connection's, which is for all of its configs."""
    if config.auto_sync:
        return config.sync_frequency or connection.auto_sync_interval or DEFAULT_FREQUENCY
    return connection.auto_sync_interval


def _repeat(connection: ConnectionView, members: Sequence[ConfigView], seconds: int, *, whole: bool) -> Repeat:
    ran = [config.last_sync_at or connection.last_sync_at for config in members]
    last = min(stamp for stamp in ran if stamp) if all(ran) else connection.updated_at
    return Repeat(
        connection.id,
        connection.name,
        None if whole else tuple(config.id for config in members),
        seconds,
        parse_stamp(last),
        parse_stamp(connection.paused_until) if connection.paused_until else None,
    )
