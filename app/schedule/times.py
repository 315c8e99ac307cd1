"""Times of day and quiet hours by the clock on the wall, also on the days on which it is put forward or back. Pure.

A time that is skipped on such a day is the moment at which the clock jumps over it; one that comes twice counts the first time.
``zone`` is ``None`` for this machine's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from app.services.schedules import DAYS

_DAY = timedelta(days=1)


def moment_of(day: date, at: time, zone: tzinfo | None = None) -> datetime:
    """When the clock first shows ``at`` on ``day``, or later (UTC)."""
    first, second = (_utc(day, at, zone, fold) for fold in (0, 1))
    if second >= first:
        return first
    # The clock jumps over it: between these two it goes from before to after.
    wanted = datetime.combine(day, at)
    while first - second > timedelta(seconds=1):
        middle = second + (first - second) / 2
        first, second = (middle, second) if wall(middle, zone) >= wanted else (first, middle)
    return first.replace(microsecond=0)


def wall(moment: datetime, zone: tzinfo | None = None) -> datetime:
    """What the clock on the wall shows."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


@dataclass(frozen=True)
class Quiet:
    """From ``start`` to before ``end``, over midnight when ``end`` is the earlier."""

    start: time
    end: time

    @classmethod
    def of(cls, stored: Any) -> Quiet | None:
        """From what was checked and stored; ``None`` for nothing (or what somebody else wrote there)."""
        try:
            return cls(time.fromisoformat(stored["start"]), time.fromisoformat(stored["end"]))
        except (TypeError, KeyError, ValueError):
            return None

    def holds(self, moment: datetime, zone: tzinfo | None = None) -> bool:
        shown = wall(moment, zone).time()
        if self.start <= self.end:
            return self.start <= shown < self.end
        return shown >= self.start or shown < self.end

    def ends(self, moment: datetime, zone: tzinfo | None = None) -> datetime:
        """The first moment from ``moment`` on that is not quiet."""
        if not self.holds(moment, zone):
            return moment
        today = wall(moment, zone).date()
        ends = (
            end
            for day in (today, today + _DAY, today + 2 * _DAY)
            for end in (moment_of(day, self.end, zone), _utc(day, self.end, zone, 1))
        )
        return min(end for end in ends if end > moment and not self.holds(end, zone))


@dataclass(frozen=True)
class TimesOfDay:
    """``days``: the weekdays, 0 for Monday."""

    times: tuple[time, ...]
    days: frozenset[int] = frozenset(range(7))

    @classmethod
    def of(cls, schedule: Mapping[str, Any] | None) -> TimesOfDay | None:
        """From a stored schedule; ``None`` for one without times."""
        if not schedule or not schedule.get("times"):
            return None
        days = frozenset(DAYS.index(day) for day in schedule.get("days") or DAYS)
        return cls(tuple(time.fromisoformat(one) for one in schedule["times"]), days)

    @property
    def name(self) -> str:
        times = ",".join(f"{one:%H:%M}" for one in self.times)
        return times if len(self.days) == 7 else f"{times}/{''.join(map(str, sorted(self.days)))}"

    @property
    def spread(self) -> int:
        """Within how many seconds several connections begin."""
        return 10

    @property
    def gap(self) -> float:
        """Seconds within which a second beginning is another program's of the same one."""
        return 30.0

    def after(self, last: datetime, zone: tzinfo | None = None) -> datetime:
        """The first of these times later than ``last``."""
        return min(moment for moment in self._from(wall(last, zone).date() - _DAY, zone) if moment > last)

    def _from(self, first: date, zone: tzinfo | None) -> Iterator[datetime]:
        for number in range(10):
            day = first + number * _DAY
            if day.weekday() in self.days:
                for at in self.times:
                    yield moment_of(day, at, zone)


@dataclass(frozen=True)
class Every:
    """Again after so many seconds."""

    seconds: int

    @property
    def name(self) -> str:
        return str(self.seconds)

    @property
    def spread(self) -> int:
        return min(self.seconds // 10, 30)

    @property
    def gap(self) -> float:
        return min(30.0, 0.9 * self.seconds)

    def after(self, last: datetime, _zone: tzinfo | None = None) -> datetime:
        return last + timedelta(seconds=self.seconds)


Pace = Every | TimesOfDay


def _utc(day: date, at: time, zone: tzinfo | None, fold: int) -> datetime:
    return datetime.combine(day, at).replace(tzinfo=zone, fold=fold).astimezone(UTC)
