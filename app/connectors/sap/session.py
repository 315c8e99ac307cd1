"""A session with SAP's Service Layer: one login at a time, used until the server ends it (docs/protocols/sap.md: Login and
session).

Logins that come together refuse one another, so they queue up for each address, company and user: the threads of this object, and
all programs on this machine. A password that SAP refused is never sent again, by none of them, until it is another or a person
asks for it: SAP locks a user after a few bad tries.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from filelock import FileLock, Timeout

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.http.answers import Answer
from app.connectors.http.client import Call, Client
from app.connectors.sap import errors
from app.model.cancel import CancelToken
from app.model.clock import Clock, parse_stamp, stamp
from app.model.errors import AppError, AuthRequired, BadAnswer, ConnectorError, Misconfigured, NotReady, UnknownOutcome

log = logging.getLogger(__name__)

_LOOK = 0.1
#: After a login that was refused because others log in, in seconds.
_PAUSE = 2.0
_SESSION, _ROUTE = "B1SESSION", "ROUTEID"
_COOKIE = re.compile(rf"(?:^|[,;])\s*({_SESSION}|{_ROUTE})=([^;,\s]+)")
_REFUSED = "login_refused"


class Session:
    """One connection's. Safe to use from several threads."""

    def __init__(
        self,
        client: Client,
        settings: ConnectionSettings,
        ports: ConnectorPorts,
        *,
        clock: Clock,
        sleep: Callable[[CancelToken, float], None],
    ) -> None:
        self.version = ""
        self._client = client
        self._clock = clock
        self._sleep = sleep
        self._state = ports.state
        self._credentials = {
            "CompanyDB": str(settings.auth.get("company_db") or ""),
            "UserName": str(settings.auth.get("username") or ""),
            "Password": str(settings.auth.get("password") or ""),
        }
        who = "\n".join([settings.base_url, self._credentials["CompanyDB"], self._credentials["UserName"]])
        self._file = ports.locks / f"sap-{hashlib.sha256(who.encode()).hexdigest()[:16]}.lock"
        self._turn = threading.Lock()
        self._cookies: dict[str, str] = {}
        self._refused: ConnectorError | None = None

    def __repr__(self) -> str:  # never show the cookies
        return f"Session({self._file.name!r})"

    def proof(self, cancel: CancelToken, *, write: bool) -> Mapping[str, str]:
        """The session's cookies, after logging in where that is needed. Raises :class:`AuthRequired`, :class:`Misconfigured`,
        :class:`NotReady`, and what else a call raises."""
        cookies = self._cookies
        if not cookies:
            with self._alone(cancel):
                cookies = self._cookies or self._logged_in(cancel)
                self._cookies = cookies
        return {"Cookie": _written(cookies)}

    def note(self, answer: Answer) -> None:
        """A server that takes over from another tells its own route."""
        route, present = _told(answer).get(_ROUTE), self._cookies
        if route and present.get(_ROUTE) not in {None, route}:
            self._cookies = {**present, _ROUTE: route}

    def drop(self, proof: Mapping[str, str]) -> None:
        """The next call logs in anew, without a word of the server that had the old session."""
        present = self._cookies
        if present and f"{_SESSION}={present[_SESSION]}" in proof["Cookie"]:
            self._cookies = {}

    def end(self, farewell: Callable[[], Client]) -> None:
        cookies, self._cookies = self._cookies, {}
        if not cookies:
            return
        client = farewell()
        try:
            client.write(Call("POST", "Logout", headers={"Cookie": _written(cookies)}), CancelToken(), hold=1.0)
        except AppError as error:
            log.info("The SAP session was not ended: %s", error.code)  # it ends by itself
        finally:
            client.close()

    # --- logging in ----------------------------------------------------------------------------------------------

    @contextmanager
    def _alone(self, cancel: CancelToken) -> Iterator[None]:
        while not self._turn.acquire(timeout=_LOOK):
            cancel.check()
        try:
            # A session that came meanwhile needs no other program's turn.
            if self._cookies:
                yield
                return
            with self._alone_here(cancel):
                yield
        finally:
            self._turn.release()

    @contextmanager
    def _alone_here(self, cancel: CancelToken) -> Iterator[None]:
        lock = FileLock(self._file, thread_local=False)
        while True:
            cancel.check()
            try:
                lock.acquire(timeout=_LOOK, poll_interval=_LOOK / 4)
                break
            except Timeout:
                continue
        try:
            yield
        finally:
            lock.release()

    def _logged_in(self, cancel: CancelToken) -> dict[str, str]:
        if self._refused is not None:
            raise self._refused
        self._see_refusal()
        try:
            answer = self._asked(cancel)
        except AuthRequired as error:
            self._refused = error
            self._remember_refusal()
            raise
        except Misconfigured as error:
            self._refused = error
            raise
        told = answer.json()
        told = told if isinstance(told, dict) else {}
        cookies = {_SESSION: str(told.get("SessionId") or ""), **_told(answer)}
        if not cookies[_SESSION]:
            raise BadAnswer(
                "SAP let us in and told no session; nothing was read or written.",
                hint="Look whether the address is that of the Service Layer itself.",
                code="unfit",
            )
        self.version = str(told.get("Version") or "")
        return cookies

    def _asked(self, cancel: CancelToken) -> Answer:
        """As a write: a lost answer must not send the password again and again."""
        call = Call("POST", "Login", body=json.dumps(self._credentials, ensure_ascii=False).encode(), largest=64 * 1024)
        try:
            try:
                return self._client.write(call, cancel, judge=errors.of_login)
            except errors.Crowded:
                self._sleep(cancel, _PAUSE)
                return self._client.write(call, cancel, judge=errors.of_login)
        except UnknownOutcome:
            raise NotReady(
                "SAP did not answer the login. Nothing was read or written.",
                hint="It is tried again by itself. If it lasts, have the Service Layer looked at.",
                code="no_login",
            ) from None

    # --- a password that was refused -----------------------------------------------------------------------------

    def forget_refusal(self) -> None:
        self._refused = None
        self._state.save(_REFUSED, None)

    def _remember_refusal(self) -> None:
        salt = secrets.token_hex(16)
        kept = {"salt": salt, "mark": self._mark(salt), "at": stamp(self._clock())}
        self._state.save(_REFUSED, kept)

    def _see_refusal(self) -> None:
        """Raises :class:`AuthRequired` when just this login was refused before, by whichever of our programs."""
        kept: Any = self._state.load(_REFUSED)
        if not isinstance(kept, dict) or kept.get("mark") != self._mark(str(kept.get("salt"))):
            return
        at = parse_stamp(str(kept["at"])).astimezone()
        self._refused = AuthRequired(
            f"SAP refused this user name and password on {at:%d %b} at {at:%H:%M}. They were not sent again, so that SAP does "
            "not lock the user.",
            hint="Give the right password under Connections > Edit. If it was put right in SAP, test the connection: that tries "
            "it once more.",
            code="sap_304",
        )
        raise self._refused

    def _mark(self, salt: str) -> str:
        """Tells whether a login is the same, and is slow to guess a password by."""
        who = "\n".join([self._file.stem, *self._credentials.values()])
        return hashlib.scrypt(who.encode(), salt=salt.encode(), n=2**14, r=8, p=1, dklen=16).hex()


def _told(answer: Answer) -> dict[str, str]:
    return dict(_COOKIE.findall(answer.headers.get("set-cookie", "")))


def _written(cookies: Mapping[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())
