"""Which connections sync of their own accord, and when: worked out from connections and configs. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.model.clock import parse_stamp
from app.schedule.times import Every, Pace, Quiet, TimesOfDay
from app.services.views import ConfigView, ConnectionView

#: For a config with autoSync and no frequency anywhere, in seconds.
DEFAULT_FREQUENCY = 900


@dataclass(frozen=True)
class Repeat:
    """Some configs of a connection (``None``: all active ones), at their ``pace``. ``last``: when they last ran, or were made;
    ``system`` names the other system in words, ``quiet`` are the connection's own quiet hours."""

    connection_id: str
    connection_name: str
    system: str
    config_ids: tuple[str, ...] | None
    pace: Pace
    last: datetime
    not_before: datetime | None = None
    quiet: Quiet | None = None

    @property
    def name(self) -> str:
        """What is repeated when: the same for every program on a hub, and through all runs."""
        chosen = "all" if self.config_ids is None else ",".join(self.config_ids)
        return f"sync:{self.connection_id}:{self.pace.name}:{chosen}"


def repeats(connections: Iterable[ConnectionView], configs: Sequence[ConfigView]) -> Iterator[Repeat]:
    """A connection's configs, grouped by when they run."""
    for connection in connections:
        if not connection.sync_enabled or connection.status in {"inactive", "expired"}:
            continue
        active = [config for config in configs if config.connection_id == connection.id and config.is_active]
        groups: dict[Pace, list[ConfigView]] = {}
        for config in active:
            pace = _pace(config, connection)
            if pace is not None:
                groups.setdefault(pace, []).append(config)
        for pace, members in sorted(groups.items(), key=lambda group: group[0].name):
            yield _repeat(connection, members, pace, whole=len(members) == len(active))


def _pace(config: ConfigView, connection: ConnectionView) -> Pace | None:
    """A config's own times or frequency when it syncs by itself, else the connection's, which are for all of its configs.
    Times of day go before an interval."""
    theirs: Pace | None = TimesOfDay.of(connection.schedule)
    if theirs is None and connection.auto_sync_interval:
        theirs = Every(connection.auto_sync_interval)
    if not config.auto_sync:
        return theirs
    own: Pace | None = TimesOfDay.of(config.schedule)
    if own is None and config.sync_frequency:
        own = Every(config.sync_frequency)
    return own or theirs or Every(DEFAULT_FREQUENCY)


def _repeat(connection: ConnectionView, members: Sequence[ConfigView], pace: Pace, *, whole: bool) -> Repeat:
    ran = [config.last_sync_at or connection.last_sync_at for config in members]
    last = min(stamp for stamp in ran if stamp) if all(ran) else connection.updated_at
    return Repeat(
        connection.id,
        connection.name,
        connection.system_title.split()[0],
        None if whole else tuple(config.id for config in members),
        pace,
        parse_stamp(last),
        parse_stamp(connection.paused_until) if connection.paused_until else None,
        Quiet.of((connection.schedule or {}).get("quiet_hours")),
    )
