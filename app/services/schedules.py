"""Times of day and quiet hours, as a person or program gives them: read, checked and put in order.

Stored and shown as ``{"times": ["09:00", …], "days": ["mon", …], "quiet_hours": {"start": "22:00", "end": "07:00"}}``: without
days on every day, without times by interval.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.model.errors import InvalidInput
from app.services import drafts
from app.services.names import snake_keys

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
#: The setting with the quiet hours of all connections: ``{"start", "end"}``.
QUIET = "schedule.quiet_hours"
#: The setting with the stamp until which nothing runs of its own accord.
PAUSED = "schedule.paused_until"
_MOST_TIMES = 48
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", re.ASCII)


def read_schedule(draft: Mapping[str, Any], *, quiet: bool = False) -> dict[str, Any] | None:
    """The schedule of a draft; ``None`` for one that says nothing. ``quiet``: may it have quiet hours? Raises
    :class:`InvalidInput`."""
    sent = snake_keys(drafts.mapping(draft, "schedule"))
    made: dict[str, Any] = {}
    times = _several(sent, "times")
    if times:
        if len(times) > _MOST_TIMES:
            raise InvalidInput(f"At most {_MOST_TIMES} times a day.", field="schedule.times", hint="Use an interval.")
        made["times"] = sorted({read_time(one, f"schedule.times[{at}]") for at, one in enumerate(times)})
    days = _several(sent, "days")
    for at, day in enumerate(days):
        if day not in DAYS:
            raise InvalidInput(f"{day!r} is not a weekday.", field=f"schedule.days[{at}]", hint=", ".join(DAYS))
    if days and "times" not in made:
        raise InvalidInput("Weekdays go with times of day.", field="schedule.times", hint='Add times: ["09:00"].')
    if days and set(days) != set(DAYS):
        made["days"] = [day for day in DAYS if day in days]
    if sent.get("quiet_hours") is not None:
        if not quiet:
            raise InvalidInput("Quiet hours are set for the whole connection.", field="schedule.quietHours")
        made["quiet_hours"] = read_quiet(sent["quiet_hours"], "schedule.quietHours")
    return made or None


def read_quiet(value: Any, field: str) -> dict[str, str]:
    """Quiet hours. Raises :class:`InvalidInput`."""
    if not isinstance(value, Mapping):
        raise InvalidInput("Quiet hours have a start and an end.", field=field)
    made = {name: read_time(value.get(name), f"{field}.{name}".lstrip(".")) for name in ("start", "end")}
    if made["start"] == made["end"]:
        raise InvalidInput(
            "Quiet hours can't end when they start.", field=field, hint="To stop all automatic syncs, pause them."
        )
    return made


def read_time(value: Any, field: str) -> str:
    """``9:05`` and ``09:05`` → ``09:05``. Raises :class:`InvalidInput`."""
    found = _TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise InvalidInput(f"{value!r} is not a time of day.", field=field, hint="Write it as 09:00 or 18:30.")
    return f"{int(found[1]):02}:{found[2]}"


def _several(sent: Mapping[str, Any], key: str) -> Sequence[Any]:
    value = sent.get(key) or ()
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise InvalidInput(f"{key} must be a list.", field=f"schedule.{key}")
    return value
