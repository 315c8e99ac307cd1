"""Certificates of our own, and what is wrong with those that people bring."""

from __future__ import annotations

import os
import ssl
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from app.model.errors import InvalidInput
from app.platform.certificates import describe, key_is_open, make_certificate, own_names, read_certificate

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "tls" / "certificate.pem", tmp_path / "tls" / "key.pem"


def test_what_is_made_can_be_served_and_its_key_is_its_owners_alone(pair: tuple[Path, Path]) -> None:
    made = make_certificate(*pair, ("localhost", "127.0.0.1", "::1", "books.office"), NOW)
    assert made == read_certificate(*pair)
    assert made.names == ("localhost", "127.0.0.1", "::1", "books.office")
    assert timedelta(days=800) < made.expires - NOW < timedelta(days=826)
    assert len(made.fingerprint.split(":")) == 32
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(*pair)
    der = x509.load_pem_x509_certificate(pair[0].read_bytes()).public_bytes(serialization.Encoding.DER)
    assert describe(der) == made
    assert not key_is_open(pair[1])
    if os.name == "posix":
        assert stat.S_IMODE(pair[1].stat().st_mode) == 0o600


def test_a_new_one_has_a_new_key(pair: tuple[Path, Path]) -> None:
    first = make_certificate(*pair, ("localhost",), NOW)
    key = pair[1].read_bytes()
    assert make_certificate(*pair, ("localhost",), NOW).fingerprint != first.fingerprint
    assert pair[1].read_bytes() != key


def test_this_machines_own_names_can_stand_in_one(pair: tuple[Path, Path]) -> None:
    names = own_names()
    assert names[:3] == ("localhost", "127.0.0.1", "::1")
    assert make_certificate(*pair, names, NOW).names == names


@pytest.mark.parametrize("name", ["", "two words", "a..b", "x" * 64, "*.office", "मेल", "host:8055", "http://host"])
def test_a_name_that_is_none(pair: tuple[Path, Path], name: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        make_certificate(*pair, (name,), NOW)
    assert caught.value.field == "name"
    assert not pair[0].exists()
    assert not pair[1].exists()


def test_what_can_not_be_used_is_told_by_file(pair: tuple[Path, Path], tmp_path: Path) -> None:
    certificate, key = pair
    make_certificate(certificate, key, ("localhost",), NOW)
    other = (tmp_path / "other.pem", tmp_path / "other-key.pem")
    make_certificate(*other, ("localhost",), NOW)
    private = rsa.generate_private_key(65537, 2048)
    locked, broken = tmp_path / "locked.pem", tmp_path / "broken.pem"
    locked.write_bytes(
        private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"word"),
        )
    )
    broken.write_text("-----BEGIN NOTHING-----")
    for files, field, words in (
        ((certificate, other[1]), "tls_key", "do not belong together"),
        ((certificate, locked), "tls_key", "locked with a passphrase"),
        ((certificate, broken), "tls_key", "not a private key"),
        ((certificate, tmp_path / "none"), "tls_key", "can't be read"),
        ((broken, key), "tls_cert", "not a certificate"),
        ((tmp_path, key), "tls_cert", "can't be read"),
    ):
        with pytest.raises(InvalidInput, match=words) as caught:
            read_certificate(*files)
        assert caught.value.field == field
