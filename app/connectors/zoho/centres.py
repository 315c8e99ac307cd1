"""Zoho's data centres: where a person signs in, and where that account's records are (docs/protocols/zoho.md: Data centres).

A login is good in its own data centre and nowhere else; elsewhere it is an invalid one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.connectors.base import ConnectionSettings
from app.model.hosts import is_loopback


@dataclass(frozen=True)
class Centre:
    """``accounts`` is the host of the sign-in, ``domain`` what the hosts of the API end with."""

    title: str
    accounts: str
    domain: str

    @property
    def accounts_url(self) -> str:
        return f"https://{self.accounts}"

    @property
    def api_url(self) -> str:
        return f"https://www.{self.domain}"


CENTRES: Mapping[str, Centre] = {
    "us": Centre("United States (zoho.com)", "accounts.zoho.com", "zohoapis.com"),
    "in": Centre("India (zoho.in)", "accounts.zoho.in", "zohoapis.in"),
    "eu": Centre("Europe (zoho.eu)", "accounts.zoho.eu", "zohoapis.eu"),
    "au": Centre("Australia (zoho.com.au)", "accounts.zoho.com.au", "zohoapis.com.au"),
    "jp": Centre("Japan (zoho.jp)", "accounts.zoho.jp", "zohoapis.jp"),
    "cn": Centre("China (zoho.com.cn)", "accounts.zoho.com.cn", "zohoapis.com.cn"),
    "ca": Centre("Canada (zohocloud.ca)", "accounts.zohocloud.ca", "zohoapis.ca"),
    "sa": Centre("Saudi Arabia (zoho.sa)", "accounts.zoho.sa", "zohoapis.sa"),
}
#: Production, and what Zoho calls a sandbox and a developer account.
_PLACES = ("www", "sandbox", "developer")


def accounts_of(settings: ConnectionSettings) -> str:
    """Where this connection signs in: what the settings say or the sign-in told, else the chosen data centre's."""
    told = str(settings.auth.get("accounts_url") or "").rstrip("/")
    return told or CENTRES.get(str(settings.auth.get("data_centre")), CENTRES["us"]).accounts_url


def centre_of(accounts: str) -> Centre | None:
    """The data centre that signs people in at ``accounts``."""
    host = _host(accounts)
    return next((centre for centre in CENTRES.values() if centre.accounts == host), None)


def may_sign_in(told: str, accounts: str) -> bool:
    """May a code be sent to ``told``, which came with the browser? Only to Zoho; to this machine when the sign-in began on it."""
    if not _plain(told):
        return False
    return (told.startswith("https://") and centre_of(told) is not None) or _both_here(told, accounts)


def may_call(api_domain: str, accounts: str) -> bool:
    """May calls, with the login in them, go to ``api_domain``, which an answer of ``accounts`` named?"""
    if not _plain(api_domain):
        return False
    place, _, domain = _host(api_domain).partition(".")
    known = place in _PLACES and any(centre.domain == domain for centre in CENTRES.values())
    return (api_domain.startswith("https://") and known) or _both_here(api_domain, accounts)


def same_centre(api_url: str, accounts: str) -> bool:
    """Do the two belong together, as far as they are in the list?"""
    centre = centre_of(accounts)
    host = _host(api_url)
    if centre is None or not any(host.endswith(f".{one.domain}") for one in CENTRES.values()):
        return True
    return host.partition(".")[2] == centre.domain


def _both_here(told: str, accounts: str) -> bool:
    return is_loopback(_host(told)) and is_loopback(_host(accounts))


def _plain(url: str) -> bool:
    """A host and no more: no user, path or port of its own (a port only on this machine)."""
    try:
        parts = urlsplit(url)
        bare = parts.path in {"", "/"} and not (parts.query or parts.fragment or parts.username or parts.password)
        return bare and (parts.port is None or is_loopback(parts.hostname or ""))
    except ValueError:
        return False


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
