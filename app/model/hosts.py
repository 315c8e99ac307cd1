"""What a host's name tells."""

from __future__ import annotations

import ipaddress


def is_loopback(host: str) -> bool:
    """``localhost``, 127.x.x.x, ::1 (with or without brackets)."""
    host = host.strip("[]").rstrip(".").lower()
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


#: What stands last in names that nobody in the Internet is called by (RFC 2606, 6762, 8375, and what offices use).
_INSIDE = frozenset(
    {
        "arpa",
        "corp",
        "example",
        "home",
        "internal",
        "intranet",
        "invalid",
        "lan",
        "local",
        "localhost",
        "private",
        "test",
    }
)


def is_public(host: str) -> bool:
    """Could somebody in the Internet be called so? No name server is asked."""
    host = host.strip("[]").rstrip(".").lower()
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        last = host.rpartition(".")
        return bool(last[0]) and last[2] not in _INSIDE and not last[2].isdigit()
