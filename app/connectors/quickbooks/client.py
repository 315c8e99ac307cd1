"""Calls to one company in QuickBooks Online: signed, within its limits, its metered reads counted.

An access token that QuickBooks refuses is renewed once and the call sent again: a call with a bad token was not carried out. A
second refusal in a row ends the run.
"""

from __future__ import annotations

import json
import logging
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.http.answers import Answer
from app.connectors.http.client import LARGEST, Call, Client, Times
from app.connectors.http.failures import Throttled, lost
from app.connectors.http.limits import HOLD, Limits
from app.connectors.http.vendors import POLICIES, Policy
from app.connectors.login import Login
from app.connectors.quickbooks import errors
from app.connectors.quickbooks.environments import api_of
from app.connectors.quickbooks.meter import Meter, Metered
from app.connectors.quickbooks.sign_in import Renewal, ends_soon, provider
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import BadAnswer, ConnectorError, Misconfigured
from app.model.tokens import Tokens

log = logging.getLogger(__name__)

MINOR_VERSION = "75"
#: Objects in one page of a query, and in one answer of changes.
MOST = 1000
MOST_IN_BATCH = 30
#: A batch is dearer: 40 of them in a minute, of 500 calls.
_BATCH = {"per_minute": 12}
#: A query with an address longer than this goes in a body.
_LONGEST_QUERY = 2000
_FRESH = Times(connect=5.0, silence=5.0, whole=10.0)
_FROM = re.compile(r"\bfrom\s+(\w+)", re.IGNORECASE)
_COUNTS = frozenset({"startPosition", "maxResults", "totalCount"})


@dataclass(frozen=True)
class Found:
    """A query's ``rows``; ``total`` is the answer of ``count(*)``."""

    rows: list[dict[str, Any]]
    total: int | None = None


@dataclass(frozen=True)
class Changed:
    """What changed, by entity; an entity with nothing new has an empty list. ``time`` is QuickBooks' own, as it said it."""

    rows: Mapping[str, list[dict[str, Any]]]
    time: str = ""
    count: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "count", sum(map(len, self.rows.values())))


class Quickbooks:
    """One connection's. Safe to use from several threads. Paths are within the company (``customer/12``).

    Everything raises what :class:`app.connectors.http.client.Client`, :class:`app.connectors.login.Login` and
    :func:`app.connectors.quickbooks.errors.judge` do. Numbers with a point are texts in what is answered."""

    def __init__(
        self,
        settings: ConnectionSettings,
        ports: ConnectorPorts,
        *,
        clock: Clock = utc_now,
        times: Times = Times(),
        sleep: Callable[[CancelToken, float], None] = CancelToken.wait,
    ) -> None:
        signed_by = provider(settings, ports.state)
        if signed_by is None:
            raise Misconfigured("QuickBooks needs a sign-in.", hint="Set the kind of login to OAuth 2 in the settings.")
        realm = str(settings.auth.get("realm_id") or "")
        if not realm.isdecimal():
            raise Misconfigured(
                "It is not known which company in QuickBooks this connection is for.",
                hint="Connect it: signing in tells it.",
                code="no_realm",
            )
        self._clock = clock
        self._proxy = ports.proxy
        renewal = Renewal(settings, signed_by, ports.state, self._fetch, proxy=ports.proxy, clock=clock)
        self._login = Login(signed_by, ports.tokens, renewal, clock)
        self._meter = Meter(ports.state, clock)
        self._calling = threading.local()
        self._ended: ConnectorError | None = None
        self._limiter = ports.limits.of(settings.id, POLICIES["quickbooks"])
        self._client = Client(
            f"{api_of(settings)}/v3/company/{realm}",
            errors.TITLE,
            self._limiter,
            sign=self._signed,
            proxy=ports.proxy,
            times=times,
            sleep=sleep,
        )

    def close(self) -> None:
        """Safe to call twice."""
        self._meter.store()
        self._client.close()

    # --- reading: metered ----------------------------------------------------------------------------------------

    def get(
        self, path: str, params: Mapping[str, str], cancel: CancelToken, *, largest: int = LARGEST, hold: float = HOLD
    ) -> dict[str, Any]:
        """One object by its path, as ``{"Customer": {…}, "time": …}``. Raises :class:`Gone`."""
        return self._read(Call("GET", path, _versioned(params), largest=largest), cancel, hold)

    def query(self, statement: str, cancel: CancelToken, *, largest: int = LARGEST, hold: float = HOLD) -> Found:
        """Rows of the entity that the statement names, none for an empty answer."""
        if len(statement) <= _LONGEST_QUERY:
            call = Call("GET", "query", _versioned({"query": statement}), largest=largest)
        else:
            kind = {"Content-Type": "application/text"}
            call = Call("POST", "query", _versioned({}), kind, statement.encode(), largest=largest)
        answer = self._read(call, cancel, hold).get("QueryResponse")
        named = _FROM.search(statement)
        if not isinstance(answer, dict) or named is None:
            raise _unfit()
        total = answer.get("totalCount")
        return Found(_rows(answer, named[1]), total if isinstance(total, int) else None)

    def cdc(
        self,
        entities: Sequence[str],
        since: datetime,
        cancel: CancelToken,
        *,
        largest: int = LARGEST,
        hold: float = HOLD,
    ) -> Changed:
        """What changed in ``entities`` since then (30 days ago at most): :data:`MOST` objects or fewer, without a word of more."""
        params = {"entities": ",".join(entities), "changedSince": since.isoformat(timespec="seconds")}
        body = self._read(Call("GET", "cdc", _versioned(params), largest=largest), cancel, hold)
        outer = body.get("CDCResponse")
        parts = (
            outer[0].get("QueryResponse") if isinstance(outer, list) and outer and isinstance(outer[0], dict) else None
        )
        if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
            raise _unfit()
        rows: dict[str, list[dict[str, Any]]] = {name: [] for name in entities}
        for part in parts:
            for name in part.keys() - _COUNTS:
                if name not in rows:
                    raise _unfit()
                rows[name] += _rows(part, name)
        return Changed(rows, str(body.get("time") or ""))

    def _read(self, call: Call, cancel: CancelToken, hold: float) -> dict[str, Any]:
        return _object(self._done(partial(self._client.read, call), cancel, None, hold))

    # --- writing: not metered ------------------------------------------------------------------------------------

    def post(
        self,
        path: str,
        body: Mapping[str, Any],
        cancel: CancelToken,
        *,
        params: Mapping[str, str] = {},
        requestid: str = "",
        hold: float = HOLD,
    ) -> dict[str, Any]:
        """Write one object; the answer is the whole of it, as ``{"Customer": {…}, "time": …}``. ``requestid`` (50 characters at
        most): the same again gets the first one's answer and does nothing."""
        sent = self._call(path, body, params, requestid, {})
        answer = self._done(partial(self._client.write, sent), cancel, body, hold)
        return _object_or_lost(answer)

    def batch(
        self, items: Sequence[Mapping[str, Any]], cancel: CancelToken, *, requestid: str = "", hold: float = HOLD
    ) -> list[dict[str, Any] | None]:
        """Write up to :data:`MOST_IN_BATCH` items (``{"operation": "create", "Customer": {…}}``), none of which may need another:
        for each, in order, ``{"Customer": {…}}`` or ``{"Fault": …}`` (:func:`app.connectors.quickbooks.errors.faults_of`),
        ``None`` where nothing was said of it. ``requestid`` as in :meth:`post`, 36 characters at most."""
        named = [{"bId": str(number), **item} for number, item in enumerate(items)]
        sent = self._call("batch", {"BatchItemRequest": named}, {}, requestid, _BATCH)
        answer = _object_or_lost(self._done(partial(self._client.write, sent), cancel, {}, hold))
        rows = answer.get("BatchItemResponse")
        told = {str(row.get("bId")): row for row in rows if isinstance(row, dict)} if isinstance(rows, list) else {}
        if any(fault.code == errors.THROTTLED for row in told.values() for fault in errors.faults_of(row)):
            self._limiter.refused(None)
        return [told.get(item["bId"]) for item in named]

    @staticmethod
    def _call(
        path: str, body: Mapping[str, Any], params: Mapping[str, str], requestid: str, cost: Mapping[str, int]
    ) -> Call:
        own = {"requestid": requestid} if requestid else {}
        sent = json.dumps(body, ensure_ascii=False, allow_nan=False).encode()
        return Call("POST", path, _versioned({**params, **own}), {}, sent, cost)

    # --- one call ------------------------------------------------------------------------------------------------

    def _done(
        self, send: Callable[..., Answer], cancel: CancelToken, sent: Mapping[str, Any] | None, hold: float
    ) -> Answer:
        refused = ""
        while True:
            if self._ended is not None:
                raise self._ended
            tokens = self._login.tokens(cancel, refused)
            self._calling.access = tokens.access
            try:
                return send(cancel, judge=partial(self._judged, sent=sent), hold=hold)
            except errors.LoginRefused as error:
                if refused:
                    self._ended = error.at_last()
                refused = tokens.access

    def _judged(self, answer: Answer, sent: Mapping[str, Any] | None) -> ConnectorError | Throttled | None:
        found = errors.judge(answer, sent)
        if found is not None:
            # What Intuit's support asks for.
            log.info(
                "QuickBooks said no with %d; its intuit_tid is %.80s", answer.status, answer.headers.get("intuit_tid")
            )
        if sent is None and not isinstance(found, Throttled | errors.LoginRefused):
            self._meter.count()
        return found

    def _signed(self) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {self._calling.access}"}

    # --- what is told of the connection --------------------------------------------------------------------------

    def metered(self) -> Metered:
        """This month's reads of this connection, by whichever of our programs."""
        return self._meter.now()

    def login(self, cancel: CancelToken) -> Tokens:
        """One that can be used."""
        return self._login.tokens(cancel)

    def login_ends(self, cancel: CancelToken) -> date | None:
        """The day on which a person must have signed in again, when it is near."""
        return ends_soon(self.login(cancel), self._clock())

    def _fetch(self, url: str, cancel: CancelToken) -> Answer:
        client = Client(url, "Intuit", Limits().of("discovery", Policy("Intuit", {})), proxy=self._proxy, times=_FRESH)
        try:
            # As a write: once, since there is always another way.
            return client.write(Call("GET", url, largest=64 * 1024), cancel, hold=1.0)
        finally:
            client.close()


# --- parts of an answer ------------------------------------------------------------------------------------------


def _versioned(params: Mapping[str, str]) -> dict[str, str]:
    return {**params, "minorversion": MINOR_VERSION}


def _object(answer: Answer) -> dict[str, Any]:
    body = answer.json()
    if not answer.good or not isinstance(body, dict):
        raise _unfit()
    return body


def _object_or_lost(answer: Answer) -> dict[str, Any]:
    """Of a write: it was taken, but what became of it can't be read."""
    try:
        return _object(answer)
    except BadAnswer:
        raise lost(errors.TITLE) from None


def _rows(part: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    rows = part.get(name, [])
    if not isinstance(rows, list) or not {dict}.issuperset(map(type, rows)):
        raise _unfit()
    return rows


def _unfit() -> BadAnswer:
    return BadAnswer(
        "QuickBooks' answer is not what was asked for; nothing of it was used.", hint="The next sync tries again."
    )
