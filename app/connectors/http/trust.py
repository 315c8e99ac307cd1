"""Whom we trust to be a server, and what we prove ourselves with, by a connection's settings."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.connectors.http import tls
from app.connectors.http.client import tls_context
from app.model.errors import Misconfigured


def trust(auth: Mapping[str, Any]) -> ssl.SSLContext:
    """``auth`` may have ``fingerprint_sha256`` (the one certificate that is trusted), else ``ca_file`` (an authority besides the
    usual ones), and ``certificate_file`` with ``key_file``: a path, or the key itself. Raises :class:`Misconfigured` for what
    can't be used."""
    pinned, authority, own = (
        str(auth.get(name) or "") for name in ("fingerprint_sha256", "ca_file", "certificate_file")
    )
    context = tls.pinned(pinned) if pinned else tls_context()
    if authority and not pinned:
        try:
            context.load_verify_locations(authority)
        except (OSError, ValueError):
            raise _unusable("the authority's certificate", authority) from None
    if own:
        try:
            with _file_of(str(auth.get("key_file") or "")) as key:
                # An empty answer instead of a question in a terminal, for a key that is locked with a password.
                context.load_cert_chain(own, key, password="")
        except (OSError, ValueError):
            raise _unusable("our own certificate or its key", own) from None
    return context


@contextmanager
def _file_of(key: str) -> Iterator[str | None]:
    """The library takes files alone: a key that is kept as a secret lies in one of ours, for as long as it is read."""
    if "-----BEGIN" not in key:
        yield key.strip() or None
        return
    with TemporaryDirectory(prefix="salesmate-sync-") as folder:  # its owner's alone
        path = Path(folder) / "key.pem"
        path.write_text(key, "utf-8")
        yield str(path)


def _unusable(what: str, path: str) -> Misconfigured:
    return Misconfigured(
        f"The file of {what} can't be used: {path[-200:]}. Nothing was sent.",
        hint="It must be on this PC as a PEM file (it begins with -----BEGIN), with a key that fits and has no password.",
        code="bad_certificate",
    )
