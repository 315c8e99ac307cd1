"""Whether there is a newer version: asked of an address in the settings, and only when somebody switched that on. Nothing is
ever downloaded or run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app import __version__
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.errors import BadAnswer, InvalidInput
from app.model.events import Changed, Noticed
from app.services.network import proxy_for_calls

if TYPE_CHECKING:
    from app.services.parts import Parts

#: ``updates.last`` is ``{"at", "version", "notes_url"}`` of the last good answer.
_ON, _URL, _LAST, _CLAIMED = "updates.on", "updates.url", "updates.last", "updates.claimed"
_ONCE = timedelta(days=1)
#: The answer is a few lines, in bytes.
_LARGEST = 64 * 1024
_VERSION = re.compile(r"v?(\d{1,6}(?:\.\d{1,6}){0,3})", re.ASCII)
_NOTHING: dict[str, Any] = {}


@dataclass(frozen=True)
class UpdateState:
    """``newer`` is the newer version, or empty; ``asked_at`` a stamp, of the last good answer."""

    on: bool
    url: str
    present: str
    newer: str = ""
    notes_url: str = ""
    asked_at: str | None = None


class Updates:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def state(self) -> UpdateState:
        get = self._parts.stores.settings.get
        last = get(_LAST, _NOTHING)
        version = str(last.get("version", ""))
        newer = version if version and is_newer(version, __version__) else ""
        url = get(_URL, "")
        notes = str(last.get("notes_url", ""))
        return UpdateState(
            get(_ON, False) and bool(url), url, __version__, newer, notes if _is_web(notes) else "", last.get("at")
        )

    def choose(self, *, on: bool, url: str) -> UpdateState:
        """Raises :class:`InvalidInput` (field ``url``) for what is no https address, and for none when it is switched on."""
        url = url.strip()
        if url or on:
            _check(url)
        with self._parts.db.write():
            settings = self._parts.stores.settings
            if url != settings.get(_URL, ""):
                settings.set(_LAST, None)
            settings.set(_URL, url or None)
            settings.set(_ON, on or None)
        self._parts.bus.publish(Changed(frozenset({"settings"})))
        return self.state()

    def ask(self, cancel: CancelToken | None = None) -> UpdateState:
        """Ask now. Raises a :class:`ConnectorError` when no usable answer came, :class:`InvalidInput` without an address."""
        from app.connectors.http.client import Call, Client, Times
        from app.connectors.http.limits import Limits
        from app.connectors.http.vendors import Policy

        url = self.state().url
        _check(url)
        host = urlsplit(url).hostname or ""
        proxy = proxy_for_calls(self._parts.stores.settings, self._parts.secrets, self._parts.logs.redact.hide)
        limiter = Limits().of("updates", Policy(host, {}))
        client = Client(url, host, limiter, proxy=proxy, times=Times(connect=8.0, silence=10.0, whole=20.0))
        try:
            answer = client.read(Call("GET", url, largest=_LARGEST), cancel or CancelToken())
        finally:
            client.close()
        found = answer.json() if answer.status == 200 else None
        version = found.get("version") if isinstance(found, dict) else None
        if not isinstance(version, str) or _VERSION.fullmatch(version.strip()) is None:
            raise BadAnswer(
                f"{host} answered, but names no version.",
                hint="Look at the address in the settings.",
                code="no_version",
            )
        notes = str(found.get("notes_url") or "") if found else ""
        last = {
            "at": stamp(self._parts.clock()),
            "version": version.strip().removeprefix("v"),
            # It is opened in a browser, by a click.
            "notes_url": notes if _is_web(notes) else "",
        }
        self._parts.stores.settings.set(_LAST, last)
        self._parts.bus.publish(Changed(frozenset({"settings"})))
        return self.state()

    def daily(self) -> None:
        """Ask, once a day at most and when that is switched on; tell of each newer version once. Raises as :meth:`ask`."""
        before = self.state()
        claim = self._parts.stores.settings.claim
        if not before.on or not claim(_CLAIMED, "ask", self._parts.clock(), _ONCE):
            return
        found = self.ask()
        if found.newer and found.newer != before.newer:
            text = f"Version {found.newer} is there; this is {found.present}. Nothing was downloaded."
            self._parts.bus.publish(Noticed("info", "A newer SalesMate Sync", text, "settings:updates"))


def is_newer(version: str, present: str) -> bool:
    """``0.10`` is newer than ``0.9.3``; ``1.0`` is not newer than ``1.0.0``."""
    return _numbers(version) > _numbers(present)


def _numbers(version: str) -> tuple[int, ...]:
    found = _VERSION.match(version)
    numbers = [int(part) for part in found[1].split(".")] if found else []
    return tuple(numbers + [0] * (4 - len(numbers)))


def _check(url: str) -> None:
    hint = "It looks like https://office.example/salesmate-sync.json."
    if not url:
        raise InvalidInput("There is no address to ask.", field="url", hint=hint)
    if not _is_web(url):
        raise InvalidInput("The address must begin with https://.", field="url", hint=hint)


def _is_web(url: str) -> bool:
    """A whole https address without a login."""
    try:
        parts = urlsplit(url)
        return parts.scheme == "https" and bool(parts.hostname) and parts.port != 0 and not parts.username
    except ValueError:
        return False
