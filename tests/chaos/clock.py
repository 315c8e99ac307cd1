"""One clock for the hub, the people and the ERPs of a world: it moves only when somebody does something."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import app.model.clock

_BEGIN = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


class VirtualClock:
    """``now`` is seconds since the world began."""

    def __init__(self, now: float = 0.0) -> None:
        self.now = now

    def tick(self, seconds: float) -> None:
        self.now += seconds

    def utc(self) -> datetime:
        return _BEGIN + timedelta(seconds=self.now)

    @contextmanager
    def ruling(self) -> Iterator[None]:
        """While it rules, everything in the program that asks for the time is told this one."""
        clock = self

        class Ruled(datetime):
            @classmethod
            def now(cls, tz: Any = None) -> datetime:
                return clock.utc().astimezone(tz)

        with patch.object(app.model.clock, "datetime", Ruled):
            yield


def moment(seconds: float) -> datetime:
    return _BEGIN + timedelta(seconds=seconds)


def seconds_of(when: datetime) -> float:
    return (when - _BEGIN).total_seconds()
