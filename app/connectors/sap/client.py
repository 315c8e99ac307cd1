"""Calls to one company in SAP Business One, or to one service of SAP Gateway.

What refuses a session, a node or a token says so before anything is done: the call is sent once more with a fresh one. A second
refusal of the same kind in a row is the caller's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from typing import Any, Protocol
from urllib.parse import urlsplit

import orjson

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.http.answers import Answer
from app.connectors.http.client import LARGEST, Call, Client, Times
from app.connectors.http.failures import lost
from app.connectors.http.limits import HOLD
from app.connectors.http.trust import trust
from app.connectors.http.vendors import POLICIES
from app.connectors.odata import metadata
from app.connectors.odata.dialect import GATEWAY, Dialect, Row, dialect_of
from app.connectors.odata.metadata import EntityType
from app.connectors.odata.paging import follow
from app.connectors.odata.query import Query, text
from app.connectors.sap import errors
from app.connectors.sap.errors import Doing
from app.connectors.sap.gateway import GatewayLogin
from app.connectors.sap.session import Session
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import AuthRequired, BadAnswer, ConnectorError

#: Rows of one page.
PAGE = 200
_FAREWELL = Times(connect=3.0, silence=5.0, whole=8.0)


class Login(Protocol):
    """What proves who we are."""

    version: str

    def proof(self, cancel: CancelToken, *, write: bool) -> Mapping[str, str]:
        """The headers that a call needs."""

    def note(self, answer: Answer) -> None:
        """Keep what an answer tells about the proof."""

    def drop(self, proof: Mapping[str, str]) -> None:
        """It is not accepted any more: the next call gets another."""

    def forget_refusal(self) -> None: ...

    def end(self, farewell: Callable[[], Client]) -> None:
        """Give up what is held there, over a client of its own. Raises nothing; safe to call twice."""


@dataclass(frozen=True)
class Pong:
    """What answers at the address. ``skew``: by how many seconds its clock is ahead of ours; ``None`` where it does not say."""

    answered: bool
    skew: float | None = None


class ServiceLayer:
    """One connection's. Safe to use from several threads. Paths are within the service (``Orders(5)``), as
    :mod:`app.connectors.odata.query` writes them. Decimals in bodies are sent as they are; numbers with a point are texts in what
    is answered.

    Everything raises what :class:`app.connectors.http.client.Client` and :func:`app.connectors.sap.errors.judge` do."""

    def __init__(
        self,
        settings: ConnectionSettings,
        ports: ConnectorPorts,
        *,
        clock: Clock = utc_now,
        times: Times = Times(),
        sleep: Callable[[CancelToken, float], None] = CancelToken.wait,
    ) -> None:
        self.dialect: Dialect = dialect_of(settings.base_url)
        self._base = settings.base_url.rstrip("/")
        self._company = str(settings.auth.get("company_db") or "")
        self._state = ports.state
        self._clock = clock
        self._client_of = partial(
            Client,
            self._base,
            errors.TITLE,
            ports.limits.of(settings.id, POLICIES["sap"]),
            plain_http=bool(settings.auth.get("allow_plain_http")),
            proxy=ports.proxy,
            tls=trust(settings.auth) if self._base.lower().startswith("https:") else None,
            sleep=sleep,
        )
        self._client = self._client_of(times=times)
        self._ended: AuthRequired | None = None
        self._login: Login = (
            GatewayLogin(self._client, settings)
            if self.dialect is GATEWAY
            else Session(self._client, settings, ports, clock=clock, sleep=sleep)
        )

    def close(self) -> None:
        """Log out and let go. Raises nothing; safe to call twice."""
        self._login.end(lambda: self._client_of(times=_FAREWELL))
        self._client.close()

    # --- the server ----------------------------------------------------------------------------------------------

    def ping(self, cancel: CancelToken) -> Pong:
        """Without a login (docs/protocols/sap.md: Login and session). Older releases and Gateway don't answer it."""
        if self.dialect is GATEWAY:
            return Pong(answered=False)
        parts = urlsplit(self._base)
        answer = self._client.read(Call("GET", f"{parts.scheme}://{parts.netloc}/ping/", largest=64 * 1024), cancel)
        try:
            told = float(answer.json()["timestamp"])
            at = datetime.fromtimestamp(told, UTC)
        except (BadAnswer, KeyError, TypeError, ValueError, OverflowError):
            return Pong(answered=answer.good)
        return Pong(answered=True, skew=(at - self._clock()).total_seconds())

    def version(self, cancel: CancelToken) -> str:
        """The release (``1000340``), after logging in; empty where it is not told."""
        self._login.proof(cancel, write=False)
        return self._login.version

    def try_login_again(self) -> None:
        """A person asks for it: a password that was refused is tried once more."""
        self._ended = None
        self._login.forget_refusal()

    # --- reading -------------------------------------------------------------------------------------------------

    def get(
        self,
        path: str,
        cancel: CancelToken,
        *,
        page: int = 0,
        headers: Mapping[str, str] = {},
        largest: int = LARGEST,
        hold: float = HOLD,
    ) -> Answer:
        """``page``: how many rows are wanted at a time; 0: as many as is usual there. Raises :class:`Gone`."""
        asked = {"Prefer": f"odata.maxpagesize={page}"} if page else {}
        return self._done(Call("GET", path, {}, {**headers, **asked}, largest=largest), cancel, Doing.READ, hold)

    def rows(
        self, path: str, cancel: CancelToken, page: int = PAGE, *, headers: Mapping[str, str] = {}
    ) -> Iterator[list[Row]]:
        """A list's pages, each as it came (:meth:`Dialect.rows`)."""
        here: str | None = path
        while here is not None:
            body = self.get(here, cancel, page=page, headers=headers).json()
            yield self.dialect.rows(body)
            here = follow(self._base, here, self.dialect.next_link(body))

    def count(self, query: Query, cancel: CancelToken) -> int:
        told = self.get(query.count_path, cancel, headers={"Accept": "text/plain, application/json"}).text.strip()
        if not told.isdecimal():
            raise BadAnswer("SAP did not say how many records there are.", hint="The next sync tries again.")
        return int(told)

    def metadata(self, sets: Sequence[str] | None, cancel: CancelToken) -> dict[str, EntityType]:
        """The record types of these sets, or of all; a set that isn't there is left out. Kept between runs for one release, or for
        a day where that is not told."""
        release = self.version(cancel) or f"{self._clock():%Y-%m-%d}"
        mark = [self._base, self._company, release, metadata.FORMAT]
        kept = self._state.load("metadata")
        if not isinstance(kept, dict) or kept.get("mark") != mark or not _covers(kept.get("asked", ()), sets):
            document = self.get("$metadata", cancel, headers={"Accept": "application/xml"}).body
            kept = {
                "mark": mark,
                "asked": None if sets is None else list(sets),
                **metadata.pack(metadata.read(document, sets)),
            }
            self._state.save("metadata", kept)
        return {name: found for name, found in metadata.unpack(kept).items() if sets is None or name in sets}

    def user_fields(self, table: str, cancel: CancelToken) -> list[Row]:
        """The fields that the company has added to a table of the database (``OCRD``), as ``UserFieldsMD`` tells them."""
        query = Query("UserFieldsMD").filter(f"TableName eq {text(table)}")
        return [self.dialect.plain(row) for page in self.rows(query.path, cancel) for row in page]

    # --- writing -------------------------------------------------------------------------------------------------

    def post(
        self,
        path: str,
        body: Mapping[str, Any],
        cancel: CancelToken,
        *,
        quiet: bool = False,
        headers: Mapping[str, str] = {},
        hold: float = HOLD,
    ) -> Answer:
        """Create a record: 201 with it (:meth:`made`). ``quiet``: 204 and a ``location``, also where SAP keeps a draft until it is
        approved, and the record is not there."""
        asked = {**headers, "Prefer": "return-no-content"} if quiet else headers
        return self._done(Call("POST", path, {}, asked, _json(body)), cancel, Doing.CREATE, hold)

    def patch(
        self,
        path: str,
        body: Mapping[str, Any],
        cancel: CancelToken,
        etag: str = "",
        *,
        replace_collections: bool = False,
        hold: float = HOLD,
    ) -> Answer:
        """Change what is in ``body``: 204, without a new etag. ``etag``: exactly as it was received; raises :class:`Stale`.
        Lists in it are merged by their lines' keys, or take the place of the present ones."""
        headers = _if_match(etag) | ({"B1S-ReplaceCollectionsOnPatch": "true"} if replace_collections else {})
        return self._done(Call("PATCH", path, {}, headers, _json(body)), cancel, Doing.CHANGE, hold)

    def delete(self, path: str, cancel: CancelToken, etag: str = "", *, hold: float = HOLD) -> Answer:
        return self._done(Call("DELETE", path, {}, _if_match(etag)), cancel, Doing.CHANGE, hold)

    def action(
        self, path: str, body: Mapping[str, Any] | None, cancel: CancelToken, etag: str = "", *, hold: float = HOLD
    ) -> Answer:
        """``Orders(5)/Cancel``, or one of a service (``CompanyService_GetAdminInfo``)."""
        sent = None if body is None else _json(body)
        return self._done(Call("POST", path, {}, _if_match(etag), sent), cancel, Doing.CHANGE, hold)

    def made(self, answer: Answer) -> Row:
        """The record in the answer to a create, as it came. Raises :class:`UnknownOutcome`: it was taken, but what became of it
        can't be read."""
        try:
            return self.dialect.row(answer.json())
        except BadAnswer:
            raise lost(errors.TITLE) from None

    # --- one call ------------------------------------------------------------------------------------------------

    def _done(self, call: Call, cancel: CancelToken, doing: Doing, hold: float) -> Answer:
        write = doing is not Doing.READ
        send = self._client.write if write else self._client.read
        judge = partial(errors.judge, doing=doing, dialect=self.dialect)
        seen: set[type[errors.Again]] = set()
        while True:
            if self._ended is not None:
                raise self._ended
            proof = self._login.proof(cancel, write=write)
            try:
                answer = send(replace(call, headers={**call.headers, **proof}), cancel, judge=judge, hold=hold)
            except errors.Again as refusal:
                self._login.drop(proof)
                if type(refusal) in seen:
                    raise self._at_last(refusal) from None
                seen.add(type(refusal))
            except AuthRequired as error:
                self._ended = error
                raise
            else:
                self._login.note(answer)
                return answer

    def _at_last(self, refusal: errors.Again) -> ConnectorError:
        found = refusal.at_last()
        if isinstance(found, AuthRequired):
            self._ended = found
        return found


def _covers(asked: Sequence[str] | None, sets: Sequence[str] | None) -> bool:
    """``None`` stands for all."""
    return asked is None or (sets is not None and set(sets) <= set(asked))


def _if_match(etag: str) -> dict[str, str]:
    return {"If-Match": etag} if etag else {}


def _json(body: Mapping[str, Any]) -> bytes:
    return orjson.dumps(body, default=_decimal)


def _decimal(value: Any) -> orjson.Fragment:
    if isinstance(value, Decimal) and value.is_finite():
        return orjson.Fragment(format(value, "f"))
    raise TypeError(f"{type(value).__name__} can't be sent")
