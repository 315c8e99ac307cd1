"""Certificates of servers that no authority vouches for (SAP's Service Layer makes its own): looked at without trusting, and
trusted one by one, by fingerprint."""

from __future__ import annotations

import re
import socket
import ssl
from hashlib import sha256
from typing import Any

from app.connectors.http.client import tls_context
from app.connectors.http.failures import OtherCertificate
from app.model.errors import Misconfigured, NotReady, Unreachable


def plain(fingerprint: str) -> str:
    """A SHA-256 fingerprint in small letters without colons. Raises :class:`Misconfigured` for what is none."""
    found = re.sub(r"[\s:]", "", fingerprint).lower()
    if not re.fullmatch(r"[0-9a-f]{64}", found):
        raise Misconfigured(
            "The certificate's fingerprint in the settings is none.",
            hint="It has 64 digits and letters from a to f. Look at the certificate again under Connections > Edit.",
            code="bad_fingerprint",
        )
    return found


def pinned(fingerprint: str) -> ssl.SSLContext:
    """For :class:`app.connectors.http.client.Client`: takes the server with this certificate and no other, whatever name stands in
    it. It is compared before anything is sent. Raises :class:`Misconfigured`."""
    wanted = plain(fingerprint)
    context = _without_trust()

    class Socket(ssl.SSLSocket):
        def do_handshake(self, block: bool = False) -> None:
            super().do_handshake(block)
            _compare(self.getpeercert(binary_form=True), wanted)

    class InProxy(ssl.SSLObject):
        def do_handshake(self) -> None:
            super().do_handshake()
            _compare(self.getpeercert(binary_form=True), wanted)

    context.sslsocket_class, context.sslobject_class = Socket, InProxy
    return context


def shown(host: str, port: int, seconds: float, trusting: ssl.SSLContext | None = None) -> tuple[bytes, bool]:
    """The certificate that a server shows (DER), and whether this machine (or ``trusting``) trusts it for that name. Nothing is
    sent. Raises :class:`Unreachable`, :class:`NotReady` (it does not answer), :class:`Misconfigured` (it speaks no TLS, or its
    name is none)."""
    try:
        return _asked(host, port, seconds, trusting or tls_context()), True
    except ssl.SSLCertVerificationError:
        return _asked(host, port, seconds, _without_trust()), False


def _asked(host: str, port: int, seconds: float, context: ssl.SSLContext) -> bytes:
    try:
        with (
            socket.create_connection((host, port), seconds) as wire,
            context.wrap_socket(wire, server_hostname=host) as talk,
        ):
            return talk.getpeercert(binary_form=True) or b""
    except ssl.SSLCertVerificationError:
        raise
    except ssl.SSLError:
        raise Misconfigured(
            f"{host} answers at port {port}, but not over a protected connection (TLS). Nothing was sent.",
            hint="Look at the port in the address.",
            code="no_tls",
        ) from None
    except UnicodeError:  # "a..b"
        raise Misconfigured("That is not a web address.", code="bad_address") from None
    except TimeoutError:
        raise NotReady(
            f"{host} does not answer at port {port}.", hint="Look at the address, and whether a firewall is in between."
        ) from None
    except OSError:
        raise Unreachable(
            f"{host} could not be reached at port {port}. Nothing was sent.",
            hint="Look whether this PC is online and the address is right.",
        ) from None


def _without_trust() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _compare(der: Any, wanted: str) -> None:
    seen = sha256(der or b"").hexdigest()
    if seen != wanted:
        raise OtherCertificate(seen, wanted)
