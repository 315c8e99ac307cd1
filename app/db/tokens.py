"""The logins that systems gave (OAuth 2), and the sign-ins that are under way: encrypted with the other secrets, and gone with
their connection.

The lasting login is the connection's secret ``refresh_token``, the same that may be given in ``authConfig``; the rest lies beside
it and counts only for that login and client. Who renews is a note in the connector's memory, changed under a lock of the
connection's row, so that all machines on one hub take turns.
"""

from __future__ import annotations

import hmac
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select

from app.db import tables
from app.db.connections import ConnectionStore
from app.db.database import Database
from app.db.leases import is_dead, own_holder
from app.db.secrets import SecretStore
from app.db.sql import dump, load
from app.db.state import DatabaseState
from app.model.clock import Clock, parse_stamp, stamp, utc_now
from app.model.errors import InvalidInput, NotFound
from app.model.ids import new_id
from app.model.tokens import Allowance, Tokens, Turn

REFRESH = "refresh_token"
_ACCESS, _UNDER_WAY = "oauth_access", "oauth_sign_ins"
_TURNS = "oauth_turns"
_MOMENTS = ("obtained_at", "expires_at", "refresh_expires_at", "ends_at")
#: How long a person may take to sign in.
SIGN_IN = timedelta(minutes=15)
#: So long it is known of a sign-in that it is over, and of so many.
_REMEMBERED, _MOST = timedelta(days=1), 10
#: What machines' clocks may differ by when counting what a system allows.
_PLAY = timedelta(seconds=5)

#: Values of one connection that the log is kept free of: the newest login and access token, and some before them.
_HIDDEN = 6

Told = Callable[[str], None]


@dataclass(frozen=True)
class SignIn:
    """One that is under way; ``verifier`` proves that whoever redeems its code began it."""

    state: str = field(repr=False)
    verifier: str = field(repr=False)
    redirect_uri: str
    expires_at: datetime


class TokenStore:
    """One connection's: the port of :mod:`app.connectors.login`, and the sign-ins. ``hide`` keeps a value out of the log
    until ``unhide``, ``changed`` is told the connection's id when its status changed.

    Every call may raise :class:`SecretsLocked`, and :class:`NotFound` when the connection is gone."""

    def __init__(
        self,
        db: Database,
        secrets: SecretStore,
        connection_id: str,
        *,
        hide: Told,
        unhide: Told = lambda _value: None,
        changed: Told = lambda _connection_id: None,
        clock: Clock = utc_now,
    ) -> None:
        self.lock = threading.Lock()
        self._db = db
        self._secrets = secrets
        self._id = connection_id
        self._connections = ConnectionStore(db)
        self._state = DatabaseState(db, connection_id)
        self._hide, self._unhide = hide, unhide
        self._hidden: dict[str, None] = {}
        self._hiding = threading.Lock()
        self._changed = changed
        self._clock = clock

    # --- tokens ------------------------------------------------------------------------------------------------

    def load(self) -> Tokens:
        with self._db.read():
            found = self._load()
        self._keep_out(found)
        return found

    def put(self, tokens: Tokens) -> None:
        """Take these for what a person has just signed in for. They count as one renewal."""
        self._keep_out(tokens)
        with self._locked():
            self._write(tokens)
            note = self._note()
            self._state.save(_TURNS, {"given": [*note.get("given", []), stamp(self._clock())]})

    def forget(self) -> None:
        """Without a login from now on."""
        with self._locked():
            self._secrets.delete(self._id, REFRESH)
            self._secrets.delete(self._id, _ACCESS)
            self._mark(None)

    def ask_turn(self, seen: Tokens, seconds: float, allowance: Allowance | None) -> Turn:
        now = self._clock()
        with self._locked():
            present = self._load()
            note = self._note()
            if present != seen:
                turn = Turn("renewed", present)
            elif _is_held(note, now):
                turn = Turn("busy")
            elif (until := _wait_until(note, now, allowance)) is not None:
                turn = Turn("too_often", until=until)
            else:
                turn = Turn("yours", key=f"{own_holder()}/{new_id()}")
                given = [*_given(note, now, allowance), stamp(now)]
                held = {"holder": turn.key, "until": stamp(now + timedelta(seconds=seconds))}
                self._state.save(_TURNS, {**held, "given": given})
        if turn.outcome == "renewed":
            self._keep_out(turn.tokens)
        return turn

    def keep(self, seen: Tokens, fresh: Tokens, key: str) -> Tokens:
        self._keep_out(fresh)
        # For good: a system may have forgotten the login that this one takes the place of.
        with self._locked(for_good=True):
            present = self._load()
            if present == seen:
                self._write(fresh)
                present = self._load()
            self._end_turn(key)
        return present

    def give_back(self, key: str, until: datetime | None = None, *, asked: bool = True) -> None:
        with self._locked():
            self._end_turn(key, until, asked=asked)

    def refused(self, seen: Tokens, message: str) -> None:
        with self._locked():
            own = self._connections.get(self._id)
            if self._load().refresh != seen.refresh or (own.status, own.status_message) == ("expired", message):
                return
            self._connections.set_status(self._id, "expired", message)
        self._changed(self._id)

    # --- sign-ins under way --------------------------------------------------------------------------------------

    def begin(self, sign_in: SignIn) -> None:
        """Remember it until it is completed or over."""
        with self._locked():
            now = self._clock()
            known = [one for one in self._sign_ins() if parse_stamp(one["expires_at"]) > now - _REMEMBERED]
            fresh = {
                "state": sign_in.state,
                "verifier": sign_in.verifier,
                "redirect_uri": sign_in.redirect_uri,
                "expires_at": stamp(sign_in.expires_at),
            }
            self._secrets.put(self._id, _UNDER_WAY, dump([*known, fresh][-_MOST:]))

    def take(self, state: str) -> SignIn:
        """The sign-in of that state, which is used up by this. Raises :class:`InvalidInput` (``state_unknown``, ``state_used``,
        ``state_expired``)."""
        with self._locked():
            known = self._sign_ins()
            # All of them, each in constant time.
            hits = [one for one in known if hmac.compare_digest(one["state"].encode(), state.encode())]
            if not hits:
                raise _no_sign_in("state_unknown")
            (found,) = hits
            if "verifier" not in found:
                raise _no_sign_in("state_used")
            expires, now = parse_stamp(found["expires_at"]), self._clock()
            verifier = found.pop("verifier")
            self._secrets.put(self._id, _UNDER_WAY, dump(known))
        # Also when the clock was put back meanwhile: then nobody knows how old it is.
        if not now < expires <= now + SIGN_IN + _PLAY:
            raise _no_sign_in("state_expired")
        return SignIn(state, verifier, found["redirect_uri"], expires)

    def _sign_ins(self) -> list[dict[str, str]]:
        return list(load(self._secrets.get(self._id, _UNDER_WAY)) or [])

    # --- inside ------------------------------------------------------------------------------------------------

    def _keep_out(self, tokens: Tokens) -> None:
        """Have the log not show them."""
        with self._hiding:
            for value in filter(None, (tokens.access, tokens.refresh)):
                if value not in self._hidden:
                    self._hide(value)
                self._hidden.pop(value, None)
                self._hidden[value] = None
            while len(self._hidden) > _HIDDEN:
                oldest = next(iter(self._hidden))
                del self._hidden[oldest]
                self._unhide(oldest)

    @contextmanager
    def _locked(self, *, for_good: bool = False) -> Iterator[Connection]:
        """A write transaction that keeps out all others that work with this connection's login."""
        row = tables.erp_connections.c.id
        with self._db.write_full() if for_good else self._db.write() as conn:
            if conn.execute(select(row).where(row == self._id).with_for_update()).one_or_none() is None:
                raise NotFound("There is no such connection. It may have been deleted.")
            yield conn

    def _load(self) -> Tokens:
        refresh = self._secrets.get(self._id, REFRESH) or ""
        kept = load(self._secrets.get(self._id, _ACCESS)) or {}
        if kept.get("of") != self._fingerprint(refresh):
            return Tokens(refresh)
        moments = {name: _moment(kept.get(name)) for name in _MOMENTS}
        return Tokens(refresh, kept["access"], extras=kept["extras"], **moments)

    def _write(self, tokens: Tokens) -> None:
        kept = {
            "of": self._fingerprint(tokens.refresh),
            "access": tokens.access,
            **{name: _stamp(getattr(tokens, name)) for name in _MOMENTS},
            "extras": dict(tokens.extras),
        }
        if tokens.refresh:
            self._secrets.put(self._id, REFRESH, tokens.refresh)
        else:
            self._secrets.delete(self._id, REFRESH)
        self._secrets.put(self._id, _ACCESS, dump(kept))
        told = {"expiresAt": tokens.refresh_expires_at, "endsAt": tokens.ends_at}
        ends = {name: stamp(moment) for name, moment in told.items() if moment is not None}
        self._mark({"set": True, **ends} if tokens.refresh else None)

    def _mark(self, shown: Mapping[str, Any] | None) -> None:
        """Have ``authConfig`` show that there is a lasting login, and until when."""
        auth = dict(self._connections.get(self._id).auth_config)
        if auth.get(REFRESH) == shown:
            return
        if shown is None:
            del auth[REFRESH]
        else:
            auth[REFRESH] = dict(shown)
        self._connections.update(self._id, auth_config=auth)

    def _fingerprint(self, refresh: str) -> str:
        client = self._connections.get(self._id).auth_config.get("client_id", "")
        return sha256(f"{client}\0{refresh}".encode()).hexdigest()

    def _note(self) -> dict[str, Any]:
        return dict(self._state.load(_TURNS) or {})

    def _end_turn(self, key: str, until: datetime | None = None, *, asked: bool = True) -> None:
        note = self._note()
        if note.get("holder") != key:
            return
        wait = {} if until is None else {"not_before": stamp(until)}
        self._state.save(_TURNS, {"given": note["given"] if asked else note["given"][:-1], **wait})


def _is_held(note: Mapping[str, Any], now: datetime) -> bool:
    holder = note.get("holder")
    return holder is not None and note["until"] > stamp(now) and not is_dead(holder.rpartition("/")[0])


def _given(note: Mapping[str, Any], now: datetime, allowance: Allowance | None) -> list[str]:
    """When tokens were given, as far as it counts still."""
    since = timedelta(0) if allowance is None else timedelta(seconds=allowance.seconds) + _PLAY
    return [one for one in note.get("given", []) if stamp(now - since) < one <= stamp(now + _PLAY)]


def _wait_until(note: Mapping[str, Any], now: datetime, allowance: Allowance | None) -> datetime | None:
    blocked = note.get("not_before")
    if blocked is not None and blocked > stamp(now):
        return parse_stamp(blocked)
    given = _given(note, now, allowance)
    if allowance is None or len(given) < allowance.count:
        return None
    return parse_stamp(given[-allowance.count]) + timedelta(seconds=allowance.seconds) + _PLAY


def _moment(text: str | None) -> datetime | None:
    return None if text is None else parse_stamp(text)


def _stamp(moment: datetime | None) -> str | None:
    return None if moment is None else stamp(moment)


def _no_sign_in(code: str) -> InvalidInput:
    said = {
        "state_unknown": "This address belongs to no sign-in of this connection.",
        "state_used": "This sign-in was completed already; its address is good for once.",
        "state_expired": "This sign-in has taken more than 15 minutes, or this computer's clock was changed meanwhile.",
    }[code]
    return InvalidInput(said, field="redirectedTo", hint="Begin the sign-in again.", code=code)
