"""The way to systems on other machines: straight, as this machine's own settings say, or through a proxy."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from app.db.settings import SettingsStore
from app.model.cancel import CancelToken
from app.model.errors import AppError, InvalidInput
from app.model.events import Changed

if TYPE_CHECKING:
    from app.services.opening import Secrets
    from app.services.parts import Parts

log = logging.getLogger(__name__)

#: The setting with the proxy, as :class:`app.connectors.http.client.Client` takes it, and without a password.
PROXY = "network.proxy"
_USER = "network.proxy_user"
#: Where its password is among the secrets.
_PASSWORD = ("network", "proxy_password")
SYSTEM, NONE = "", "none"


@dataclass(frozen=True)
class Proxy:
    """``kind``: ``system`` (as this machine's settings say), ``none`` or ``address``."""

    kind: str = "system"
    address: str = ""
    user: str = ""
    has_password: bool = False


@dataclass(frozen=True)
class ProxyDraft:
    """What somebody typed. ``password`` ``None``: the stored one."""

    kind: str
    address: str = ""
    user: str = ""
    password: str | None = None


@dataclass(frozen=True)
class Tried:
    """What became of a try. ``outcome``: reached, proxy_answers (nothing further was asked for), no_proxy (nothing answers at
    its address), proxy_login (it wants another user or password), proxy_refused, certificate, unreachable. ``proxy`` and
    ``target`` are ``host:port``; ``target`` may be empty."""

    outcome: str
    proxy: str
    target: str

    @property
    def ok(self) -> bool:
        return self.outcome in {"reached", "proxy_answers"}


class Network:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def proxy(self) -> Proxy:
        stored = self._parts.stores.settings.get(PROXY, SYSTEM)
        if stored in {SYSTEM, NONE}:
            return Proxy("none" if stored == NONE else "system")
        # Somebody may have put user and password into the address by hand.
        plain, user, password = _apart(stored)
        has = bool(password) or self._parts.secrets.has(*_PASSWORD)
        return Proxy("address", plain, user or self._parts.stores.settings.get(_USER, ""), has)

    def choose(self, draft: ProxyDraft) -> Proxy:
        """Use it from the next call on. User and password are kept for the way back until another proxy is chosen. Raises
        :class:`InvalidInput` (field ``address`` or ``user``); the keyring's errors."""
        settings, secrets = self._parts.stores.settings, self._parts.secrets
        if draft.kind != "address":
            settings.set(PROXY, NONE if draft.kind == "none" else None)
        else:
            address, user, password = self._read(draft)
            if password:
                self._parts.check_secrets()
            with self._parts.db.write():
                settings.set(PROXY, address)
                settings.set(_USER, user or None)
                if password == "" or not user:
                    secrets.delete(*_PASSWORD)
                elif password is not None:
                    secrets.put(*_PASSWORD, password)
        self._parts.bus.publish(Changed(frozenset({"settings"})))
        return self.proxy()

    def try_out(self, draft: ProxyDraft, target: str = "", cancel: CancelToken | None = None) -> Tried:
        """Ask ``target`` (an https address) the way the draft says; nothing is stored. Without a target only whether the
        proxy answers. Raises :class:`InvalidInput` (field ``address`` or ``target``)."""
        from app.connectors.http.reach import reach

        proxy, shown = {"system": SYSTEM, "none": NONE}.get(draft.kind, ""), ""
        if draft.kind == "address":
            address, user, password = self._read(draft)
            if password is None and user:
                password = self._parts.secrets.get(*_PASSWORD)
            proxy, shown = _together(address, user, password or ""), urlsplit(address).netloc
        host = ""
        if target.strip():
            target = target.strip() if "://" in target else f"https://{target.strip()}"
            host = _host_of(target)
        elif draft.kind != "address":
            raise InvalidInput(
                "There is no address to try.", field="target", hint="Type the address of a system: https://example.com."
            )
        return Tried(reach(target if host else "", proxy, cancel or CancelToken()), shown, host)

    def _read(self, draft: ProxyDraft) -> tuple[str, str, str | None]:
        """Address, user, password; the last two may stand in the address."""
        address, user, password = _apart(_checked(draft.address))
        user = draft.user.strip() or user
        typed = draft.password if draft.password is not None else (password or None)
        if typed and not user:
            raise InvalidInput("A password needs the name of its user.", field="user")
        return address, user, typed


def proxy_for_calls(settings: SettingsStore, secrets: Secrets, hide: Callable[..., None]) -> str:
    """What connectors are given. A password that can't be opened is left out: the proxy then says that it wants a login, and
    what needs no proxy goes on."""
    stored = settings.get(PROXY, SYSTEM)
    user = settings.get(_USER, "")
    if stored in {SYSTEM, NONE} or not user:
        return stored
    try:
        password = secrets.get(*_PASSWORD) or ""
    except AppError as error:
        log.warning("the proxy's password can't be read: %s", error.message)
        password = ""
    if password:
        hide(password)
        hide(quote(password, safe=""))
    return _together(stored, user, password)


def _host_of(target: str) -> str:
    """``host:port`` of a web address. Raises :class:`InvalidInput`."""
    try:
        parts = urlsplit(target)
        if parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0:
            return parts.netloc.rpartition("@")[2]
    except ValueError:
        pass
    raise InvalidInput("That is not a web address.", field="target", hint="It looks like https://example.com.")


def _checked(typed: str) -> str:
    """``proxy:8080`` → ``http://proxy:8080``. Raises :class:`InvalidInput`."""
    address = typed.strip().rstrip("/")
    if address and "://" not in address:
        address = f"http://{address}"
    wrong = InvalidInput(
        "That is not the address of a proxy.", field="address", hint="It looks like http://proxy.office.example:8080."
    )
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise wrong from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query or " " in address:
        raise wrong
    if port is None:
        raise InvalidInput(
            "The proxy's address lacks its port.",
            field="address",
            # Without a password that stands in it.
            hint=f"Write it behind a colon, {_apart(address)[0]}:8080 for example.",
        )
    return address


def _apart(address: str) -> tuple[str, str, str]:
    """The address without its user and password, and these."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}", unquote(parts.username or ""), unquote(parts.password or "")


def _together(address: str, user: str, password: str) -> str:
    if not user:
        return address
    scheme, _, host = address.partition("://")
    login = quote(user, safe="") + (f":{quote(password, safe='')}" if password else "")
    return f"{scheme}://{login}@{host}"
