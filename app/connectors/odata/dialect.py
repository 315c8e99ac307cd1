"""What differs between the OData servers we meet: how answers are wrapped, and how dates are written (docs/protocols/sap.md:
Dialects)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from app.connectors.http.answers import Answer
from app.model.errors import BadAnswer, Misconfigured

Row = dict[str, Any]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECONDS = re.compile(r"/Date\((-?\d{1,15})(?:[+-]\d{4})?\)/")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
_CLOCK = re.compile(r"(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?Z?")
_USUAL_CLOCK = re.compile(r"\d{2}:\d{2}:\d{2}")
_DURATION = re.compile(r"PT(?:(\d{1,2})H)?(?:(\d{1,2})M)?(?:(\d{1,2})(?:\.\d+)?S)?")


@dataclass(frozen=True)
class Fault:
    """An error as the server tells it: ``code`` is a text whatever it was there."""

    code: str
    text: str


@dataclass(frozen=True)
class Dialect:
    """One way of speaking. ``mark`` begins the names of annotations. Raises :class:`BadAnswer` for an answer of another shape.

    ``wrapped``: answers stand in ``d``, lists in ``results``, annotations in ``__metadata``."""

    name: str
    mark: str
    count_option: str
    date_form: str = "'{}'"
    time_form: str = "'{}'"
    wrapped: bool = False

    # -- answers

    def rows(self, body: Any) -> list[Row]:
        """A list's rows as they came, for :meth:`etag` and :meth:`plain`."""
        inner = self._inner(body)
        found = (
            inner if self.wrapped and isinstance(inner, list) else _of(inner, "results" if self.wrapped else "value")
        )
        if not isinstance(found, list) or not {dict}.issuperset(map(type, found)):
            raise _unfit()
        return found

    def row(self, body: Any) -> Row:
        """A single record as it came."""
        found = self._inner(body)
        if not isinstance(found, dict):
            raise _unfit()
        return found

    def plain(self, row: Mapping[str, Any]) -> Row:
        """A row without its annotations; inner lists are lists."""
        if self.wrapped:
            return {name: _unwrapped(value) for name, value in row.items() if not _is_aside(name, value)}
        return {name: value for name, value in row.items() if self.mark not in name}

    def entity(self, body: Any) -> Row:
        """A single record without its annotations."""
        return self.plain(self.row(body))

    def etag(self, row: Mapping[str, Any]) -> str:
        """Exactly as it came; empty where there is none."""
        found = _of(row.get("__metadata"), "etag") if self.wrapped else row.get(f"{self.mark}etag")
        return found if isinstance(found, str) else ""

    def next_link(self, body: Any) -> str:
        """Where the next page is, as the server wrote it; empty on the last."""
        found = _of(self._inner(body), "__next" if self.wrapped else f"{self.mark}nextLink")
        return found if isinstance(found, str) else ""

    def _inner(self, body: Any) -> Any:
        return _of(body, "d") if self.wrapped else body

    # -- errors

    @staticmethod
    def fault(answer: Answer) -> Fault | None:
        """The error that an answer tells of; ``None`` for one that tells of none (a proxy's page, say)."""
        if not answer.body[:100].lstrip().startswith(b"{"):
            return None
        try:
            found = _of(answer.json(), "error")
        except BadAnswer:
            return None
        return Fault(str(found.get("code") or "").strip(), _told(found)) if isinstance(found, dict) else None

    # -- dates and times

    def date(self, day: str) -> str:
        """The literal of an ISO date."""
        return self.date_form.format(day)

    def time(self, clock: str) -> str:
        """The literal of ``HH:MM:SS``."""
        hours, minutes, seconds = clock.split(":")
        return self.time_form.format(clock, hours=hours, minutes=minutes, seconds=seconds)

    @staticmethod
    def read_date(value: Any) -> str | None:
        """The calendar day of a value, ISO. What looks like UTC in it is none: no zone is ever applied. Raises ``ValueError``."""
        return None if value in (None, "") else _day_of(str(value))

    @staticmethod
    def read_time(value: Any) -> str | None:
        """The time of day of a value, ``HH:MM:SS``. Raises ``ValueError``."""
        return None if value in (None, "") else _clock_of(str(value))


@lru_cache(maxsize=1024)
def _day_of(text: str) -> str:
    moment = _MILLISECONDS.fullmatch(text)
    if moment:
        try:
            return (_EPOCH + timedelta(milliseconds=int(moment[1]))).date().isoformat()
        except OverflowError:
            raise ValueError(f"not a date: {text[:40]!r}") from None
    day = _DAY.fullmatch(text)
    if day is None:
        raise ValueError(f"not a date: {text[:40]!r}")
    return day[1]


@lru_cache(maxsize=4096)
def _clock_of(text: str) -> str:
    if _USUAL_CLOCK.fullmatch(text):
        return text
    found = _CLOCK.fullmatch(text) or (_DURATION.fullmatch(text) if text != "PT" else None)
    if found is None:
        raise ValueError(f"not a time: {text[:40]!r}")
    return ":".join((part or "0").zfill(2) for part in found.groups())


#: The Service Layer's second version, and its first.
V4 = Dialect("v4", "@odata.", "$count=true")
V3 = Dialect("v3", "odata.", "$inlinecount=allpages")
#: SAP Gateway (ECC, S/4).
GATEWAY = Dialect(
    "gateway",
    "__",
    "$inlinecount=allpages",
    "datetime'{}T00:00:00'",
    "time'PT{hours}H{minutes}M{seconds}S'",
    wrapped=True,
)


def dialect_of(base_url: str) -> Dialect:
    """What is spoken at an address. Capitals count in it. Raises :class:`Misconfigured`."""
    try:
        path = urlsplit(base_url).path.rstrip("/")
    except ValueError:
        path = ""
    if path.endswith("/b1s/v2"):
        return V4
    if path.endswith("/b1s/v1"):
        return V3
    if "/sap/opu/odata/" in path:
        return GATEWAY
    raise Misconfigured(
        "This is not the address of SAP's Service Layer. Nothing was sent.",
        hint="It looks like https://server:50000/b1s/v2, in small letters. SAP Gateway's looks like "
        "https://server/sap/opu/odata/sap/NAME.",
        code="bad_address",
    )


def _of(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else None


def _told(error: Mapping[str, Any]) -> str:
    """Its message, or those of its details."""
    message = error.get("message")
    said = _of(message, "value") if isinstance(message, Mapping) else message
    if said:
        return str(said)
    inner = error.get("details") or _of(error.get("innererror"), "errordetails")
    rows = inner if isinstance(inner, list) else [error.get("innererror")]
    return " ".join(str(text) for row in rows if (text := _of(row, "message")))


def _is_aside(name: str, value: Any) -> bool:
    return name == "__metadata" or (isinstance(value, dict) and "__deferred" in value)


def _unwrapped(value: Any) -> Any:
    if isinstance(value, dict):
        if isinstance(value.get("results"), list):
            return _unwrapped(value["results"])
        return {name: _unwrapped(inner) for name, inner in value.items() if not _is_aside(name, inner)}
    return [_unwrapped(one) for one in value] if isinstance(value, list) else value


def _unfit() -> BadAnswer:
    return BadAnswer(
        "SAP's answer is not what was asked for; nothing of it was used.",
        hint="The next sync tries again.",
        code="unfit",
    )
