"""Where a Tally listens: the only thing of a connection that is used to reach out, so it is checked strictly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.connectors.tally import errors

_HOST = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?\.?")
DEFAULT_PORT = 9000


@dataclass(frozen=True)
class Address:
    """A host and port. ``slug`` names it in files."""

    host: str
    port: int = DEFAULT_PORT

    @property
    def url(self) -> str:
        return f"http://[{self.host}]:{self.port}/" if ":" in self.host else f"http://{self.host}:{self.port}/"

    @property
    def where(self) -> str:
        """For people."""
        return f"{self.host}:{self.port}"

    @property
    def slug(self) -> str:
        return re.sub(r"[^a-z0-9.-]", "_", f"{self.host}_{self.port}")


def parse_address(text: str) -> Address:
    """The address in a base URL; a bare ``host`` or ``host:port`` is taken too. Raises ``Misconfigured``.

    ``localhost`` becomes 127.0.0.1: the lock is kept per address, and both are the same Tally.
    """
    text = text.strip()
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        port = DEFAULT_PORT if parts.port is None else parts.port
    except ValueError:
        raise errors.bad_address(text, "the port is not a number below 65536") from None
    if parts.scheme != "http":
        raise errors.bad_address(text, "Tally speaks plain http")
    if parts.username or parts.password or parts.query or parts.fragment or parts.path not in ("", "/"):
        raise errors.bad_address(text, "only a host and a port belong into it")
    host = (parts.hostname or "").lower()
    if not (_HOST.fullmatch(host) or _is_ipv6(host)) or not port:
        raise errors.bad_address(text, "the name of the PC is missing or holds a character that can't be in one")
    return Address("127.0.0.1" if host in ("localhost", "::1") else host.rstrip("."), port)


def _is_ipv6(host: str) -> bool:
    from ipaddress import IPv6Address

    try:
        IPv6Address(host)
    except ValueError:
        return False
    return True
