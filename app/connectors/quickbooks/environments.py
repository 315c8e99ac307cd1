"""Intuit's two worlds: real companies, and the sandbox. Keys and logins of the one are none in the other
(docs/protocols/quickbooks.md: Environments)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.connectors.base import ConnectionSettings
from app.model.hosts import is_loopback


@dataclass(frozen=True)
class Environment:
    """``api_url`` is where companies are, ``discovery_url`` tells where people sign in."""

    name: str
    api_url: str
    discovery_url: str


_WELL_KNOWN = "https://developer.intuit.com/.well-known"
ENVIRONMENTS: Mapping[str, Environment] = {
    one.name: one
    for one in (
        Environment("production", "https://quickbooks.api.intuit.com", f"{_WELL_KNOWN}/openid_configuration/"),
        Environment(
            "sandbox", "https://sandbox-quickbooks.api.intuit.com", f"{_WELL_KNOWN}/openid_sandbox_configuration/"
        ),
    )
}


def environment_of(settings: ConnectionSettings) -> Environment:
    return ENVIRONMENTS.get(str(settings.auth.get("environment")), ENVIRONMENTS["production"])


def api_of(settings: ConnectionSettings) -> str:
    """Where this connection calls: Intuit's host of its environment, whichever of the two its address names; any other address is a
    person's decision and stands."""
    chosen = settings.base_url.rstrip("/")
    intuits = any(_host(chosen) == _host(one.api_url) for one in ENVIRONMENTS.values())
    return environment_of(settings).api_url if intuits or not chosen else chosen


def discovery_of(settings: ConnectionSettings) -> str:
    return str(settings.auth.get("discovery_url") or "") or environment_of(settings).discovery_url


def may_sign_in(url: str, discovery: str) -> bool:
    """May a person, a code, a secret or a token be sent to ``url``, which the document at ``discovery`` named? Only to Intuit; to
    this machine when the document is of it."""
    try:
        parts = urlsplit(url)
        host, intuit = _host(url), parts.scheme == "https" and parts.port in {None, 443} and not parts.username
    except ValueError:
        return False
    if is_loopback(host):
        return is_loopback(_host(discovery))
    return intuit and (host == "intuit.com" or host.endswith(".intuit.com"))


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
