"""When a repeat runs next, and why not sooner. Pure."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from app.model.clock import parse_stamp
from app.schedule.repeats import Repeat
from app.schedule.times import Quiet, wall
from app.services.views import RunView

#: After the first failure, then twice as long each time, and at most; in seconds.
_FIRST, _LONGEST = 60, 3600
#: Runs looked at for that: enough for the longest.
LOOKED_AT = 12
#: What an ERP does that is not there: its connector's codes.
_SILENT = frozenset(
    "unreachable not_ready refused no_route unknown_host no_answer still_waiting left_in_flight stalled reset cut_off "
    "empty_answer proxy too_slow server_500 server_502 server_503 server_504".split()
)


@dataclass(frozen=True)
class Failing:
    """The runs of a connection fail: since when the next try is to wait, how long, and what was wrong. ``until``: the other
    system named the time. ``soon``: it may pass by itself, so a try before the regular time is worth it."""

    since: datetime
    wait: timedelta
    code: str
    until: datetime | None
    soon: bool


@dataclass(frozen=True)
class Situation:
    """``fired``: when the repeat last began. ``quiet``: the hours that hold for it. ``not_before``: everything is paused, or the
    PC has just woken up (``because`` says which)."""

    now: datetime
    fired: datetime | None = None
    failing: Failing | None = None
    quiet: tuple[Quiet, ...] = ()
    not_before: datetime | None = None
    because: str = ""
    zone: tzinfo | None = None


@dataclass(frozen=True)
class Next:
    """``reason`` is empty for the regular time."""

    at: datetime
    reason: str = ""


def next_run(repeat: Repeat, situation: Situation) -> Next:
    """A time that has passed is due now, once. The server's word, a failure, a pause and quiet hours put it off, in this
    order."""
    zone, now = situation.zone, situation.now
    found = _due(repeat, situation)
    for limit, because in ((repeat.not_before, "paused"), (situation.not_before, situation.because)):
        if limit is not None and limit > max(found.at, now):
            found = Next(limit, f"{because} until {clock_words(limit, now, zone)}" if because else found.reason)
    at = max(found.at, now)
    while any(quiet.holds(at, zone) for quiet in situation.quiet):
        at = max(quiet.ends(at, zone) for quiet in situation.quiet)
        found = Next(at, f"quiet until {clock_words(at, now, zone)}")
    return found


def _due(repeat: Repeat, situation: Situation) -> Next:
    last = max(repeat.last, situation.fired or repeat.last)
    regular = repeat.pace.after(last, situation.zone)
    regular += timedelta(seconds=spread(f"{repeat.name}{regular}", repeat.pace.spread))
    failing = situation.failing
    if failing is None:
        return Next(regular)
    words = failing_words(failing, repeat.system)
    tried_since = situation.fired is not None and failing.until is not None and situation.fired >= failing.until
    if failing.until is not None and not tried_since:
        return _said(failing.until, situation, f"{words} until {{}}")
    again = failing.since + failing.wait
    if situation.fired is not None and situation.fired >= again:  # it is being tried
        again = situation.fired + failing.wait
    at = again if failing.soon else max(again, regular)
    return _said(at, situation, f"waiting: {words}, next try {{}}")


def _said(at: datetime, situation: Situation, words: str) -> Next:
    return Next(at, words.format(clock_words(at, situation.now, situation.zone)) if at > situation.now else "")


def failing(runs: Iterable[RunView]) -> Failing | None:
    """What a connection's runs, the newest first, tell of it. Runs that a person asked for make the waits no longer."""
    newest: RunView | None = None
    own = 0
    for run in runs:
        if run.dry_run or run.status in {"pending", "running", "held", "cancelled"}:
            continue
        if run.status != "failed" or run.ended_at is None:
            break
        newest = newest or run
        own += run.triggered_by == "schedule"
    if newest is None or newest.ended_at is None:
        return None
    error = newest.error or {}
    code = str(error.get("code", ""))
    until = (error.get("details") or {}).get("until") if code == "rate_limited" else None
    wait = min(_FIRST * 2 ** max(own - 1, 0), _LONGEST)
    return Failing(
        parse_stamp(newest.ended_at),
        timedelta(seconds=wait + spread(newest.id, wait // 10)),
        code,
        datetime.fromisoformat(until) if until else None,
        error.get("retryable") is True or code == "interrupted",
    )


def failing_words(failing: Failing, system: str) -> str:
    if failing.code == "rate_limited":
        return f"{system} asks us to wait"
    if failing.code in _SILENT:
        return f"{system} does not answer"
    return "the last sync failed"


def spread(name: str, most: int) -> int:
    """Seconds from 0 to ``most``: always the same for a name, so that looking again moves nothing."""
    return zlib.crc32(name.encode()) % (most + 1)


def clock_words(moment: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """``07:00``, with the day when it is more than a day away."""
    shown = wall(moment, zone)
    return f"{shown:%H:%M}" if moment - now < timedelta(days=1) else f"{shown:%d %b %H:%M}"
