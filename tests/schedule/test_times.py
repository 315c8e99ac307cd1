"""The schedule by the clock on the wall: days on which it jumps, a PC that sleeps, quiet hours, failures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.schedule.repeats import Repeat
from app.schedule.times import Every, Pace, Quiet, TimesOfDay, moment_of, wall
from app.schedule.upcoming import Failing, Next, Situation, failing, next_run
from app.services.views import RunView

BERLIN, KOLKATA = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kolkata")
ZONES = st.sampled_from([BERLIN, KOLKATA])
#: Days around which Berlin's clock is put forward and back, and a plain one.
DAYS = st.sampled_from([date(2026, 3, 28), date(2026, 10, 24), date(2026, 8, 1)])
CLOCK = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
QUIETS = st.builds(Quiet, CLOCK, CLOCK).filter(lambda quiet: quiet.start != quiet.end)
TIMES = st.builds(
    TimesOfDay,
    st.lists(CLOCK, min_size=1, max_size=4, unique=True).map(lambda times: tuple(sorted(times))),
    st.sets(st.integers(0, 6), min_size=1).map(frozenset),
)
TICK = timedelta(minutes=5)


def repeat(pace: Pace, last: datetime, quiet: Quiet | None = None) -> Repeat:
    return Repeat("c", "Books", "Tally", None, pace, last, quiet=quiet)


@pytest.mark.parametrize(
    ("day", "at", "utc"),
    [
        (date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),  # skipped: when it jumps
        (date(2026, 3, 29), time(3, 0), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # twice: the first
        (date(2026, 8, 1), time(9, 0), datetime(2026, 8, 1, 7, 0, tzinfo=UTC)),
    ],
    ids=["skipped", "after the skip", "twice", "plain"],
)
def test_a_time_of_day_is_one_moment(day: date, at: time, utc: datetime) -> None:
    assert moment_of(day, at, BERLIN) == utc


def test_this_machines_zone_is_the_one_without_a_name() -> None:
    at = moment_of(date(2026, 8, 1), time(9, 0))
    assert wall(at) == datetime(2026, 8, 1, 9, 0)
    assert at.astimezone().hour == 9


@given(QUIETS, ZONES, DAYS, st.integers(0, 3 * 24 * 60))
def test_quiet_hours_end_at_the_first_moment_that_is_not_quiet(
    quiet: Quiet, zone: ZoneInfo, day: date, minutes: int
) -> None:
    now = datetime.combine(day, time(0), UTC) + timedelta(minutes=minutes)
    end = quiet.ends(now, zone)
    assert not quiet.holds(end, zone)
    assert end - now <= timedelta(hours=25)
    step = now
    while step < end:
        assert quiet.holds(step, zone)
        step += timedelta(minutes=15)
    if end > now:
        assert quiet.holds(end - timedelta(seconds=1), zone)


@settings(max_examples=40)
@given(
    pace=st.one_of(TIMES, st.builds(Every, st.sampled_from([300, 900, 3600, 86_400]))),
    quiet=st.none() | QUIETS,
    zone=ZONES,
    day=DAYS,
    sleeps=st.lists(st.tuples(st.integers(0, 700), st.integers(1, 300)), max_size=3),
)
def test_through_days_nights_and_sleep(
    pace: Pace, quiet: Quiet | None, zone: ZoneInfo, day: date, sleeps: list[tuple[int, int]]
) -> None:
    """Never in quiet hours; awake, never later than a tick after it was due; what was missed once, not again and again."""
    start = datetime.combine(day, time(0), UTC)
    asleep = {tick for first, length in sleeps for tick in range(first, first + length)}
    fired: list[datetime] = []
    last, due_since = start, start
    for tick in range(3 * 24 * 12):
        now = start + tick * TICK
        if tick in asleep:
            due_since = now + TICK
            continue
        quiets = (quiet,) if quiet is not None else ()
        upcoming = next_run(repeat(pace, last), Situation(now, quiet=quiets, zone=zone))
        if quiet is not None and quiet.holds(now, zone):
            due_since = quiet.ends(now, zone)
        if upcoming.at > now:
            continue
        assert quiet is None or not quiet.holds(now, zone)
        regular = pace.after(last, zone)
        assert now - max(regular, due_since) <= TICK + timedelta(seconds=pace.spread)
        fired.append(now)
        last = now
    for one, following in pairwise(fired):
        assert pace.after(one, zone) <= following


@given(TIMES, ZONES, DAYS, st.integers(0, 3 * 24 * 60))
def test_the_next_time_is_the_first_on_a_chosen_day(times: TimesOfDay, zone: ZoneInfo, day: date, minutes: int) -> None:
    now = datetime.combine(day, time(0), UTC) + timedelta(minutes=minutes)
    found = times.after(now, zone)
    assert found > now
    assert wall(found, zone).weekday() in times.days
    assert wall(found, zone).time() in times.times or zone is BERLIN
    assert times.after(found, zone) > found


# --- why not sooner ---------------------------------------------------------------------------------------------

NOW = datetime(2026, 8, 1, 12, tzinfo=UTC)
RUN = RunView(
    id="r", connection_id="c", connection_name="Books", sync_config_id=None, sync_type="incremental",
    sync_direction="pull", triggered_by="schedule", status="failed", dry_run=False,
    started_at="2026-08-01T11:58:00.000Z", ended_at="2026-08-01T12:00:00.000Z", processed=0, success=0, failed=0,
    skipped=0, conflicts=0, counts={}, phases=(), message="", guard=None,
    error={"code": "refused", "retryable": True, "details": {}},
)  # fmt: skip


def upcoming(pace: Pace = Every(900), **situation: object) -> Next:
    given_one = {"now": NOW, "zone": UTC, **situation}
    return next_run(repeat(pace, NOW - timedelta(minutes=2)), Situation(**given_one))  # type: ignore[arg-type]


def test_each_failure_doubles_the_wait_up_to_an_hour_and_a_success_ends_it() -> None:
    waits = []
    for count in range(1, 10):
        found = failing([replace(RUN, id=f"r{n}") for n in range(count)])
        assert found is not None
        waits.append(found.wait)
    minutes = [1, 2, 4, 8, 16, 32, 60, 60, 60]
    for wait, least in zip(waits, minutes, strict=True):
        assert timedelta(minutes=least) <= wait <= timedelta(minutes=least * 1.1)
    good = replace(RUN, status="completed", error=None)
    assert failing([good, RUN, RUN]) is None
    assert failing([]) is None
    after = failing([RUN, good, RUN, RUN])
    assert after is not None
    assert after.wait < timedelta(minutes=2)


def test_runs_that_a_person_asked_for_and_open_ones_make_the_wait_no_longer() -> None:
    asked = replace(RUN, triggered_by="user")
    found = failing([replace(RUN, status="running", ended_at=None), asked, asked, replace(asked, dry_run=True), RUN])
    assert found is not None
    assert found.wait < timedelta(minutes=2)


def test_an_erp_that_is_away_is_tried_again_soon_and_says_when() -> None:
    found = failing([RUN])
    at, reason = upcoming(failing=found).at, upcoming(failing=found).reason
    assert timedelta(minutes=1) <= at - NOW <= timedelta(seconds=66)
    assert reason == "waiting: Tally does not answer, next try 12:01"


def test_what_a_person_must_put_right_is_not_tried_sooner_than_usual() -> None:
    wrong = failing([replace(RUN, error={"code": "auth_required", "retryable": False})])
    assert upcoming(failing=wrong).at >= NOW + timedelta(minutes=13)
    assert upcoming(failing=wrong).reason.startswith("waiting: the last sync failed, next try 12:1")


def test_the_other_systems_word_is_waited_for() -> None:
    until = NOW + timedelta(hours=30)
    error = {"code": "rate_limited", "retryable": True, "details": {"until": until.isoformat()}}
    found = failing([replace(RUN, error=error)])
    assert upcoming(failing=found) == Next(until, "Tally asks us to wait until 02 Aug 18:00")
    assert upcoming(failing=found, now=until).at == until
    assert upcoming(failing=found, now=until, fired=until).at > until  # it is being tried


def test_a_run_under_way_is_not_begun_again() -> None:
    found = failing([RUN])
    assert isinstance(found, Failing)
    begun = NOW + timedelta(minutes=2)
    assert upcoming(failing=found, now=begun, fired=begun).at > begun


def test_pause_and_quiet_hours_come_last() -> None:
    until = NOW + timedelta(hours=2)
    quiet = (Quiet(time(13, 30), time(15)), Quiet(time(14, 45), time(16)))
    assert upcoming(not_before=until, because="paused") == Next(until, "paused until 14:00")
    assert upcoming(not_before=until, because="paused", quiet=quiet) == Next(
        NOW + timedelta(hours=4), "quiet until 16:00"
    )
    assert upcoming(quiet=quiet).reason == ""
