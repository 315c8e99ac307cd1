"""Windows of dates that adapt, so that one request holds Tally about two seconds. Pure.

(docs/protocols/tally.md: Performance) A request for vouchers freezes Tally's own screen while it works, and how long it
works depends on how many vouchers the days hold: only measuring tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

TARGET_SECONDS = 2.0
#: What one answer may hold before any of it is used (it is checked whole): the bound on our memory.
TARGET_ROWS = 2_000
LIST_ROWS = 20_000
FIRST_DAYS = 7
MOST_DAYS = 366
#: The largest step up or down between two windows: one odd measurement must not throw the size about.
_STEP = 4.0
#: Hours of the night in which a long hold disturbs nobody.
QUIET_FROM, QUIET_UNTIL = 22, 6
#: A smallest window that holds Tally longer than this waits for the night.
LONG_SECONDS = 8.0


def next_size(size: int, seconds: float, rows: int, *, most: int, target_rows: int = TARGET_ROWS) -> int:
    """How much to ask for next after ``size`` took ``seconds`` and brought ``rows``."""
    by_time = TARGET_SECONDS / seconds if seconds > 0 else _STEP
    by_rows = target_rows / rows if rows > 0 else _STEP
    factor = max(1 / _STEP, min(_STEP, by_time, by_rows))
    return max(1, min(most, int(size * factor)))


@dataclass
class DayWindows:
    """Splits ``start``..``end`` (inclusive) into windows without gap or overlap, forwards or, ``backwards``, from the
    end.

    After each window tell :meth:`took`. A person's edits while we read never change what the windows cover.
    """

    start: date
    end: date
    days: int = FIRST_DAYS
    backwards: bool = False
    target_rows: int = TARGET_ROWS
    most: int = MOST_DAYS

    def __iter__(self) -> Iterator[tuple[date, date]]:
        while self.start <= self.end:
            span = timedelta(days=max(1, self.days) - 1)
            if self.backwards:
                low, high = max(self.start, self._back(span)), self.end
                self.end = low - timedelta(days=1)
            else:
                low, high = self.start, min(self.end, self.start + span)
                self.start = high + timedelta(days=1)
            yield low, high

    def _back(self, span: timedelta) -> date:
        try:
            return self.end - span
        except OverflowError:
            return self.start

    def took(self, seconds: float, rows: int) -> None:
        self.days = next_size(self.days, seconds, rows, most=self.most, target_rows=self.target_rows)


@dataclass
class IdRanges:
    """Splits the ids above ``after`` into ranges; the last one, at or beyond ``last``, is open above.

    Ids beyond the counter are not supposed to exist; the open end finds them all the same.
    """

    after: int
    last: int
    size: int = 2_000
    target_rows: int = TARGET_ROWS

    def __iter__(self) -> Iterator[tuple[int, int | None]]:
        done = False
        while not done:
            low = self.after
            high = low + max(1, self.size)
            done = high >= self.last
            self.after = high
            yield low, None if done else high

    def took(self, seconds: float, rows: int) -> None:
        self.size = next_size(self.size, seconds, rows, most=1_000_000, target_rows=self.target_rows)


def is_quiet(hour: int) -> bool:
    """Whether ``hour`` (local) is at night."""
    return hour >= QUIET_FROM or hour < QUIET_UNTIL


def defer(days: int, seconds: float, hour: int, *, asked: bool) -> bool:
    """Whether to leave the rest for the night: the smallest window still holds Tally too long, it is day, and nobody
    asked for this run."""
    return days <= 1 and seconds > LONG_SECONDS and not asked and not is_quiet(hour)


def period_around(low: date, high: date) -> tuple[date, date]:
    """What to send as SVFROMDATE and SVTODATE: from a day 1 to a day 31 around the window.

    Educational mode honours only the days 1, 2 and 31 (docs/protocols/tally.md: Educational mode).
    """
    month = high.replace(day=1)
    while month.month not in (1, 3, 5, 7, 8, 10, 12):
        month = (month + timedelta(days=32)).replace(day=1)
    return low.replace(day=1), month.replace(day=31)
