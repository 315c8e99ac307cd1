"""TLS for the listener: a certificate of this machine's own, and a look at one that somebody gave us."""

from __future__ import annotations

import ipaddress
import os
import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.model.errors import InvalidInput
from app.platform.private import is_private, write_private

if TYPE_CHECKING:
    from cryptography import x509

#: The longest that today's systems accept of a server's certificate.
_LIFE = timedelta(days=825)
_HOST_NAME = re.compile(r"(?=.{1,253}$)[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*")
#: Clocks in a network differ.
_BEFORE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says of itself. ``fingerprint``: SHA-256, in pairs of capitals as browsers show it. ``owner`` and
    ``issuer`` as it names them (``CN=…,O=…``)."""

    names: tuple[str, ...]
    expires: datetime
    fingerprint: str
    begins: datetime
    owner: str
    issuer: str


def own_names() -> tuple[str, ...]:
    """The names and addresses under which this machine is reached now, those of itself alone first."""
    import psutil

    names = ["localhost", "127.0.0.1", "::1"]
    host = socket.gethostname()
    names += [
        name for name in (host, socket.getfqdn(), f"{host.partition('.')[0]}.local") if _HOST_NAME.fullmatch(name)
    ]
    for addresses in psutil.net_if_addrs().values():
        for one in addresses:
            if one.family in (socket.AF_INET, socket.AF_INET6):
                ip = ipaddress.ip_address(one.address.partition("%")[0])
                if not (ip.is_loopback or ip.is_link_local):
                    names.append(str(ip))
    return tuple(dict.fromkeys(names))


def make_certificate(certificate: Path, key: Path, names: Iterable[str], now: datetime) -> Certificate:
    """A self-signed certificate for ``names`` (host names and IP addresses) and its key, in the place of what is there; the
    key is its owner's alone. Raises :class:`InvalidInput` for a name that can't stand in one, ``OSError``."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    wanted = tuple(dict.fromkeys(names))
    private = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"SalesMate Sync on {socket.gethostname()}"[:64])])
    built = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now - _BEFORE + _LIFE)
        .add_extension(x509.SubjectAlternativeName([_general_name(name) for name in wanted]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signing_only(), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), critical=False)
        .sign(private, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    # The key first: a certificate without its key would be shown as one that can be used.
    write_private(key, private.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    write_private(certificate, built.public_bytes(pem))
    return _described(built)


def read_certificate(certificate: Path, key: Path) -> Certificate:
    """That the two files can serve TLS, and what the certificate says. Raises :class:`InvalidInput` with the file at
    fault."""
    from cryptography import x509
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        found = x509.load_pem_x509_certificates(_bytes(certificate, "tls_cert"))[0]
    except ValueError:
        raise InvalidInput(
            f"{certificate} is not a certificate.", field="tls_cert", hint="It must be a PEM file, its own part first."
        ) from None
    try:
        private = load_pem_private_key(_bytes(key, "tls_key"), password=None)
    except TypeError:
        raise InvalidInput(
            f"The key {key} is locked with a passphrase.",
            field="tls_key",
            hint=f'Write it without one: openssl pkey -in "{key}" -out unlocked.pem',
        ) from None
    except (ValueError, UnsupportedAlgorithm):
        raise InvalidInput(f"{key} is not a private key.", field="tls_key", hint="It must be a PEM file.") from None
    if _public(private) != _public(found):
        raise InvalidInput(
            "The certificate and the key do not belong together.", field="tls_key", hint="Give the two of one pair."
        )
    return _described(found)


def describe(der: bytes) -> Certificate:
    """What a certificate says that a server showed. Raises ``ValueError``."""
    from cryptography import x509

    return _described(x509.load_der_x509_certificate(der))


def key_is_open(key: Path) -> bool:
    """May others on this machine read the key?"""
    try:
        return not is_private(key)
    except OSError:
        return False


def _described(certificate: x509.Certificate) -> Certificate:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    names: tuple[str, ...] = ()
    try:
        stated = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        names = tuple(str(one.value) for one in stated)
    except (x509.ExtensionNotFound, ValueError):
        names = ()
    digest = certificate.fingerprint(hashes.SHA256()).hex(":").upper()
    return Certificate(
        names,
        certificate.not_valid_after_utc.astimezone(UTC),
        digest,
        certificate.not_valid_before_utc.astimezone(UTC),
        certificate.subject.rfc4514_string(),
        certificate.issuer.rfc4514_string(),
    )


def _general_name(name: str) -> Any:
    from cryptography import x509

    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        pass
    if not _HOST_NAME.fullmatch(name):
        raise InvalidInput(f"{name!r} is not the name or address of a computer.", field="name")
    return x509.DNSName(name)


def _signing_only() -> Any:
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _public(holder: Any) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    found: bytes = holder.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return found


def _bytes(path: Path, field: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidInput(
            f"{path} can't be read: {os.strerror(error.errno) if error.errno else error}.",
            field=field,
            hint="Check its name and its permissions.",
        ) from None
