"""Addresses of ERPs: what may be typed, and where plain http is allowed (contract §3)."""

from __future__ import annotations

from urllib.parse import urlsplit

from app.model.errors import InvalidInput
from app.model.hosts import is_loopback


def checked_url(text: object, *, field: str, plain_http: bool) -> str:
    """The address without a slash at its end. Raises :class:`InvalidInput` naming ``field``."""
    url = text.strip() if isinstance(text, str) else ""
    hint = "An address looks like https://host:port/path."
    try:
        parts = urlsplit(url)
        port_fits = parts.port is None or parts.port > 0
    except ValueError:
        raise InvalidInput(f"{url!r} is not a web address.", field=field, hint=hint) from None
    usable = parts.scheme in {"http", "https"} and parts.hostname and port_fits
    if not usable or any(letter.isspace() or not letter.isprintable() for letter in url):
        raise InvalidInput(f"{url!r} is not a web address.", field=field, hint=hint)
    if parts.query or parts.fragment:
        raise InvalidInput(
            "The address goes on after its path.",
            field=field,
            hint="Leave out all from the ? or # on: https://host:port/path.",
        )
    if parts.username or parts.password:
        raise InvalidInput(
            "A user name or password can't stand in the address.",
            field=field,
            hint="Give them in their own fields.",
        )
    if parts.scheme == "http" and not plain_http and not is_loopback(parts.hostname or ""):
        raise InvalidInput(
            "Plain http would send the login unprotected over the network.",
            field=field,
            hint="Use https://, or set allow_plain_http in authConfig if this network is safe.",
        )
    return url.rstrip("/")


def same_place(first: str, second: str) -> bool:
    """Do two addresses name the same host and port (any loopback name counts as the same host)?"""
    return _place(first) == _place(second)


def _place(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    return ("loopback" if is_loopback(host) else host, parts.port or (443 if parts.scheme == "https" else 80))
