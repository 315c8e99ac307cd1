"""The certificate of a server that a connection is to be made to, for a person to look at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from app.connectors.http import tls
from app.connectors.http.trust import trust
from app.model.clock import stamp
from app.model.errors import ConnectorError, Misconfigured
from app.platform.certificates import describe
from app.services.views import CertificateView

#: Seconds that a server may take to show it.
_PATIENCE = 10.0


def look(base_url: str, auth: Mapping[str, Any]) -> CertificateView | None:
    """``auth``: its ``fingerprint_sha256`` and ``ca_file`` say who is trusted so far. ``None`` for an address without TLS. Raises
    connector errors."""
    fingerprint = str(auth.get("fingerprint_sha256") or "")
    try:
        parts = urlsplit(base_url)
        host, port = parts.hostname or "", parts.port or 443
    except ValueError:
        raise Misconfigured("That is not a web address.", code="bad_address") from None
    if parts.scheme != "https":
        return None
    der, known = tls.shown(host, port, _PATIENCE, trust({"ca_file": auth.get("ca_file")}))
    try:
        found = describe(der)
    except ValueError:
        raise Misconfigured(
            f"What {host} shows as its certificate can't be read. Nothing was sent.", code="bad_certificate"
        ) from None
    same = _is(fingerprint, found.fingerprint)
    return CertificateView(
        owner=found.owner,
        issuer=found.issuer,
        names=found.names,
        begins=stamp(found.begins),
        expires=stamp(found.expires),
        fingerprint=found.fingerprint,
        trusted=same if fingerprint else known,
        before="" if same else fingerprint,
    )


def _is(given: str, fingerprint: str) -> bool:
    try:
        return bool(given) and tls.plain(given) == tls.plain(fingerprint)
    except ConnectorError:
        return False
