"""Signing a connection in to a system that does that itself, in a browser (OAuth 2).

It has two halves: :meth:`Authorisations.begin` gives the address of the system's page, and :meth:`Authorisations.complete` takes
the address that the browser came back to, which may have happened on any computer: it is pasted. On a machine with a browser a tiny
server can catch it instead.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, parse_qsl, urlsplit, urlunsplit

from app.connectors.oauth import Exchange, Provider, authorize_url
from app.db.tokens import SIGN_IN, SignIn
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.errors import AppError, Conflicting, InvalidInput, NotFound
from app.model.events import Noticed
from app.model.hosts import is_loopback
from app.model.tokens import Tokens
from app.platform.catcher import Catcher
from app.services.connection_drafts import changed_connection
from app.services.reachable import port_keeper
from app.services.systems import title_of
from app.services.views import ConnectionView
from app.services.withdrawing import give_back, provider_of

if TYPE_CHECKING:
    from app.db.connections import Connection
    from app.services.connections import Connections
    from app.services.parts import Parts

log = logging.getLogger(__name__)

#: Takes the connection that is signed in now, or why it is not.
Outcome = Callable[[ConnectionView | AppError], None]

_LONGEST = 8000
_PASTE = "Paste the whole address that the browser shows after the sign-in."


@dataclass(frozen=True)
class Begun:
    """``caught``: the browser's coming back will be noticed here; otherwise its address is to be pasted. ``taken_by``: the program
    that has the port where it would have been noticed. ``own_code_from``: where in the system's own pages a person gets a code that
    may be pasted instead, asking there for ``scopes``; empty where there is none."""

    authorize_url: str = field(repr=False)
    state: str = field(repr=False)
    expires_at: str
    redirect_uri: str
    caught: bool = False
    taken_by: str = ""
    own_code_from: str = ""
    scopes: str = ""


class Authorisations:
    """Raises :class:`NotFound` for an unknown connection, :class:`Conflicting` (``not_installed``, ``no_authorisation``) for one
    whose system needs no sign-in or can't be connected to yet."""

    def __init__(self, parts: Parts, connections: Connections) -> None:
        self._parts = parts
        self._connections = connections
        self._lock = threading.Lock()
        self._catchers: dict[str, tuple[str, Catcher]] = {}  # by connection, with the sign-in's state

    def begin(
        self,
        connection_id: str,
        redirect: str | None = None,
        *,
        catch: bool = False,
        told: Outcome = lambda outcome: None,
    ) -> Begun:
        """Where a person signs in. ``redirect``: where the system sends the browser then, as it is registered there (default:
        ``redirect_uri`` of the settings). ``catch``: notice that here where it is this computer, at a free port when none is
        named; ``told`` hears then, on a thread of its own, how it ended. Contacts nobody. Raises :class:`InvalidInput`,
        :class:`Misconfigured`."""
        connection, provider = self._of(connection_id)
        if not provider.client_id:
            raise InvalidInput("The client id is missing.", field="authConfig.client_id", hint=_client_hint(provider))
        back = _redirect(redirect or provider.redirect_uri, free_port=catch)
        if fault := provider.redirect_fault(back):
            hint = f"Enter another redirect address in the connection's settings, and the same in {provider.title}."
            raise InvalidInput(fault, field="redirectUri", hint=hint, code="redirect_refused")
        self._parts.check_secrets()
        state, verifier = token_urlsafe(32), token_urlsafe(48)
        back, caught, taken_by = self._caught(connection, back, state, told) if catch else (back, False, "")
        expires = self._parts.clock() + SIGN_IN
        try:
            url = authorize_url(provider, back, state, verifier)
            self._parts.logins(connection_id).begin(SignIn(state, verifier, back, expires))
        except AppError:
            self._stop(connection_id)
            raise
        scopes = provider.scope_separator.join(provider.scopes) if provider.own_code_from else ""
        return Begun(url, state, stamp(expires), back, caught, taken_by, provider.own_code_from, scopes)

    def complete(
        self,
        connection_id: str,
        redirected_to: str | None = None,
        *,
        code: str | None = None,
        state: str | None = None,
        cancel: CancelToken | None = None,
    ) -> ConnectionView:
        """Take the address that the browser came back to, or the ``code`` and ``state`` in it; or a code that the system's own
        pages gave to a person (Zoho's Self Client). The connection is active then.

        A state is good for once, also when it fails. Raises :class:`InvalidInput` (``state_unknown``, ``state_used``,
        ``state_expired``), :class:`Conflicting` (``access_denied`` and the system's other refusals, ``other_books``), and what
        :class:`app.connectors.oauth.Exchange` raises. The login that was there stays until a new one has come."""
        connection, provider = self._of(connection_id)
        store, own, kept = self._parts.logins(connection_id), (redirected_to or "").strip(), dict[str, str]()
        if provider.own_code and re.fullmatch(provider.own_code, own):
            self._parts.check_secrets()
            provider, given = replace(provider, pkce=False), (own, "", "")
        else:
            back = _came_back(redirected_to, code, state)
            self._parts.check_secrets()
            sign_in = store.take(back["state"])
            if "code" not in back:
                raise _denied(provider, back["error"])
            kept = _kept(provider, connection, back)
            provider = self._with(connection, kept) if kept else provider
            given = back["code"], sign_in.verifier, sign_in.redirect_uri
        exchange = Exchange(provider, proxy=self._parts.opener.ports_for(connection_id).proxy, clock=self._parts.clock)
        tokens = exchange.redeem(*given, cancel or CancelToken())
        changes: dict[str, Any] = {"status": "active", **({"auth_config": kept} if kept else {})}
        with self._parts.bus.held(), self._parts.db.write_full():
            self._connections.update(connection_id, changes)
            store.put(tokens)
            self._parts.stores.audit.add("sign-in", "connection_authorised", connection_id)
            view = self._connections.get(connection_id)
        self._stop(connection_id)
        return view

    def cancel(self, connection_id: str, state: str) -> None:
        """Wait for that sign-in no more: what comes back from it later is refused."""
        self._stop(connection_id, state)
        with suppress(InvalidInput, NotFound):  # it has ended meanwhile
            self._parts.logins(connection_id).take(state)

    def withdraw(self, connection_id: str, cancel: CancelToken | None = None) -> ConnectionView:
        """Forget the login, here and, where it can be told, in the system. Raises connector errors when the system can't be told:
        then it is kept."""
        connection, provider = self._of(connection_id)
        store = self._parts.logins(connection_id)
        give_back(self._parts, connection, provider, cancel or CancelToken())
        with self._parts.bus.held(), self._parts.db.write():
            store.forget()
            self._parts.stores.audit.add("sign-in", "connection_withdrawn", connection_id)
            store.refused(Tokens(), f"You signed out of {provider.title}. Connect it again to go on syncing.")
            return self._connections.get(connection_id)

    def stop(self) -> None:
        """Wait for no browser any more."""
        with self._lock:
            waiting, self._catchers = self._catchers, {}
        for _, one in waiting.values():
            one.close()

    # --- the system ----------------------------------------------------------------------------------------------

    def _of(self, connection_id: str) -> tuple[Connection, Provider]:
        connection = self._parts.stores.connections.get(connection_id)
        provider = provider_of(self._parts, connection)
        if provider is None:
            raise Conflicting(
                f"{title_of(connection.erp_system)} needs no sign-in in a browser.",
                hint="Its login is in the connection's settings.",
                code="no_authorisation",
            )
        return connection, provider

    def _with(self, connection: Connection, kept: Mapping[str, str]) -> Provider:
        """The sign-in as it is with these settings. Raises :class:`InvalidInput` for values that can't be stored."""
        columns = {name: getattr(connection, name) for name in ("erp_system", "auth_config", "auth_type", "base_url")}
        checked = changed_connection(columns, {"auth_config": kept}, self._parts.registry).columns
        provider = provider_of(self._parts, replace(connection, **checked))
        assert provider is not None
        return provider

    # --- catching the browser --------------------------------------------------------------------------------------

    def _caught(self, connection: Connection, back: str, state: str, told: Outcome) -> tuple[str, bool, str]:
        """Where the browser comes back to, whether that will be noticed, and who else has its port."""
        parts = urlsplit(back)
        if parts.scheme != "http" or not is_loopback(parts.hostname or ""):
            return back, False, ""
        self._stop(connection.id)

        def heard(address: str) -> str | None:
            return self._heard(connection, address, told)

        port = 80 if parts.port is None else parts.port
        try:
            catcher = Catcher(port, parts.path or "/", heard, seconds=SIGN_IN.total_seconds())
        except OSError:
            return back, False, str(port_keeper("127.0.0.1", port))
        with self._lock:
            self._catchers[connection.id] = state, catcher
        return _with_port(parts, catcher.port) if port == 0 else back, True, ""

    def _heard(self, connection: Connection, address: str, told: Outcome) -> str | None:
        name = connection.connection_name
        try:
            view = self.complete(connection.id, address)
        except AppError as error:
            if error.code in {"state_unknown", "no_code"}:
                return None
            told(error)
            self._tell("error", f"{name} could not be connected", f"{error.message} {error.hint}".strip())
            return f"{error.message} {error.hint}".strip()
        except Exception:
            log.exception("a sign-in failed")
            broken = AppError("Something went wrong in SalesMate Sync.", hint="The log has the details.")
            told(broken)
            return f"{broken.message} {broken.hint}"
        told(view)
        self._tell("info", f"{view.name} is connected", f"You are signed in to {view.system_title}.")
        return f"{view.name} is connected. You can close this page."

    def _tell(self, level: str, title: str, text: str) -> None:
        self._parts.bus.publish(Noticed(level, title, text, "connections"))

    def _stop(self, connection_id: str, state: str | None = None) -> None:
        """``state``: that sign-in's alone; a later one goes on waiting."""
        with self._lock:
            own, catcher = self._catchers.get(connection_id, ("", None))
            if catcher is None or state not in (None, own):
                return
            del self._catchers[connection_id]
            catcher.close()  # within the lock: whoever begins anew needs its port


def _client_hint(provider: Provider) -> str:
    return f"Register this program in {provider.title} and copy the client id from there."


def _redirect(text: str, *, free_port: bool) -> str:
    field = "redirectUri"
    text = text.strip() or ("http://127.0.0.1:0/callback" if free_port else "")
    if not text:
        hint = "Send redirectUri, or set redirect_uri in authConfig: one that is registered in the other system."
        raise InvalidInput("It is not said where the browser comes back to.", field=field, hint=hint)
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        parts, port = SplitResult("", "", "", "", ""), None
    usable = parts.scheme in {"http", "https"} and parts.hostname and not parts.fragment and not parts.username
    if not usable or len(text) > 2000 or not text.isascii() or any(one.isspace() or one < "!" for one in text):
        raise InvalidInput("That is not an address that a browser could come back to.", field=field)
    loopback = is_loopback(parts.hostname or "")
    if parts.scheme == "http" and not loopback:
        hint = "Use https://, or http://127.0.0.1 or http://localhost."
        raise InvalidInput("Plain http would send the sign-in unprotected over the network.", field=field, hint=hint)
    if port == 0 and not (free_port and parts.scheme == "http"):
        raise InvalidInput("A port can't be 0.", field=field)
    return text


def _with_port(parts: SplitResult, port: int) -> str:
    return urlunsplit(parts._replace(netloc=f"{parts.hostname}:{port}"))


def _came_back(redirected_to: str | None, code: str | None, state: str | None) -> dict[str, str]:
    """``state``, and ``code`` or ``error``, with whatever stands beside them. Raises :class:`InvalidInput`."""
    if redirected_to is None:
        for name, value in (("state", state), ("code", code)):
            if not value or len(value) > _LONGEST:
                raise InvalidInput(f"{name} is missing or too long.", field=name, hint=_PASTE)
        return {"state": state or "", "code": code or ""}
    text = redirected_to.strip()
    if len(text) > _LONGEST:
        raise InvalidInput("That is too long for an address.", field="redirectedTo", hint=_PASTE)
    query = text.partition("?")[2] if "?" in text else text
    pairs = parse_qsl(query.partition("#")[0])
    found = dict(pairs)
    if len(found) < len(pairs):
        raise InvalidInput("Something stands twice in this address.", field="redirectedTo", hint=_PASTE)
    if not found.get("state") or not (found.get("code") or found.get("error")):
        message = "This is not the address that the browser came back to: it holds no code."
        raise InvalidInput(message, field="redirectedTo", hint=_PASTE, code="no_code")
    if found.get("error"):
        found.pop("code", None)
    return found


def _denied(provider: Provider, error: str) -> AppError:
    """What the system's page said instead of a code."""
    title, again = provider.title, "Begin the sign-in again."
    if error == "access_denied":
        return Conflicting(
            f"{title} was not allowed to let SalesMate Sync in: somebody declined, or that user may not agree to it.",
            hint=f"{again} Sign in as a user who may connect programs.",
            code="access_denied",
        )
    said = {
        "invalid_scope": "does not know one of the permissions that were asked for.",
        "unauthorized_client": "does not let this client id sign in like this.",
        "invalid_client": "does not know this client id.",
        "server_error": "had a fault of its own.",
        "temporarily_unavailable": "can't sign anybody in just now.",
    }.get(error, "refused the sign-in.")
    return Conflicting(f"{title} {said} Nothing was stored.", hint=again, code="sign_in_refused")


def _kept(provider: Provider, connection: Connection, back: Mapping[str, str]) -> dict[str, str]:
    """The settings that the address brings. Raises :class:`InvalidInput`, and :class:`Conflicting` (``other_books``)."""
    found: dict[str, str] = {}
    for one in provider.kept:
        value, present = back.get(one.param), connection.auth_config.get(one.setting)
        if not value:
            continue
        if not one.fits(value):
            raise InvalidInput(
                f"The browser came back with the address of a server that is none of {provider.title}'s. Nothing was stored.",
                field="redirectedTo",
                hint="Begin the sign-in again, and open its page in a browser without add-ons.",
                code="not_theirs",
            )
        if one.lasting and present not in (None, "", value):
            raise Conflicting(
                "That sign-in is for other books than the ones that this connection serves. Nothing was stored.",
                hint="Sign in to the same company again, or make a new connection for the other one.",
                code="other_books",
            )
        found[one.setting] = value
    return found
