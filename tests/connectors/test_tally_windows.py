"""Windows cover every day (or id) once, whatever Tally's speed."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.connectors.tally.windows import LONG_SECONDS, DayWindows, IdRanges, defer, is_quiet, next_size, period_around

DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))
TIMES = st.lists(st.tuples(st.floats(0, 60), st.integers(0, 50_000)), min_size=1, max_size=20)


@given(DAYS, st.integers(0, 900), st.integers(1, 400), TIMES, st.booleans())
def test_day_windows_cover_each_day_once(
    start: date, span: int, days: int, times: list[tuple[float, int]], backwards: bool
) -> None:
    end = start + timedelta(days=span)
    windows = DayWindows(start, end, days, backwards)
    covered: list[date] = []
    for at, (low, high) in enumerate(windows):
        assert low <= high
        covered += [low + timedelta(days=n) for n in range((high - low).days + 1)]
        windows.took(*times[at % len(times)])
    assert sorted(covered) == [start + timedelta(days=n) for n in range(span + 1)]


@given(st.integers(0, 10_000), st.integers(0, 30_000), TIMES)
def test_id_ranges_cover_every_id_and_end_open(after: int, last: int, times: list[tuple[float, int]]) -> None:
    ranges = IdRanges(after, last)
    expected = after
    for at, (low, high) in enumerate(ranges):
        assert low == expected
        if high is None:
            break
        assert high > low
        expected = high
        ranges.took(*times[at % len(times)])
    else:
        raise AssertionError("no open end")


@given(st.integers(1, 1000), st.floats(0.001, 100), st.integers(0, 10_000))
def test_sizes_follow_time_and_rows(size: int, seconds: float, rows: int) -> None:
    after = next_size(size, seconds, rows, most=366)
    assert 1 <= after <= 366
    if seconds > 2.0:
        assert after <= size
    if seconds < 1.0 and rows < 500 and size <= 90:
        assert after > size


def test_two_seconds_is_where_it_settles() -> None:
    """A Tally that takes 0.1 s for a day's vouchers ends at windows of about twenty days."""
    windows = DayWindows(date(2020, 1, 1), date(2025, 12, 31), 7)
    sizes = []
    for low, high in windows:
        days = (high - low).days + 1
        sizes.append(days)
        windows.took(days * 0.1, days * 10)
    assert sizes[0] == 7
    assert all(15 <= size <= 25 for size in sizes[4:-1])


def test_the_smallest_window_waits_for_the_night_unless_asked() -> None:
    assert defer(1, LONG_SECONDS + 1, 11, asked=False)
    assert not defer(1, LONG_SECONDS + 1, 11, asked=True)
    assert not defer(1, LONG_SECONDS + 1, 23, asked=False)
    assert not defer(2, LONG_SECONDS + 1, 11, asked=False)
    assert not defer(1, 1.0, 11, asked=False)
    assert [hour for hour in range(24) if is_quiet(hour)] == [0, 1, 2, 3, 4, 5, 22, 23]


@given(DAYS, st.integers(0, 400))
def test_periods_are_days_that_educational_mode_takes(low: date, span: int) -> None:
    high = low + timedelta(days=span)
    first, last = period_around(low, high)
    assert (first.day, last.day) == (1, 31)
    assert first <= low
    assert last >= high
    assert (last - high).days < 62
