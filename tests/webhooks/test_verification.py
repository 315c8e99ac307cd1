"""Each provider's proof, computed here from its documented algorithm."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

import pytest

from app.model.errors import InvalidInput, NotGenuine
from app.webhooks.verification import Keys, Scheme, challenge, hash_token, standard_key, verify

SECRET = "the-shared-secret"
TOKEN = "the-verification-token"
BODY = b'{"id":"1"}'
NOW = 1_800_000_000.0
KEYS = Keys(hash_token(TOKEN), SECRET)


def mac(message: bytes = BODY, key: bytes = SECRET.encode(), algorithm: str = "sha256") -> hmac.HMAC:
    return hmac.new(key, message, algorithm)


def as_base64(made: hmac.HMAC) -> str:
    return base64.b64encode(made.digest()).decode()


def standard(secret: str = SECRET, at: int = int(NOW), body: bytes = BODY) -> dict[str, str]:
    signed = f"msg_1.{at}.".encode() + body
    given = f"v1a,xx v1,bm9uZQ== v1,{as_base64(mac(signed, standard_key(secret)))}"
    return {"webhook-id": "msg_1", "webhook-timestamp": str(at), "webhook-signature": given}


GOOD = {
    "quickbooks": ("quickbooks", Scheme(), {"intuit-signature": as_base64(mac())}),
    "sap hex": ("sap", Scheme(), {"x-b1-webhook-signature": mac().hexdigest().upper()}),
    "sap base64": ("sap", Scheme(), {"x-b1-webhook-signature": as_base64(mac())}),
    "standard": ("custom", Scheme(), standard()),
    "hub": ("custom", Scheme(), {"x-hub-signature-256": f"sha256={mac().hexdigest()}"}),
    "own header": (
        "custom",
        Scheme("hmac", "x-cms-sig", "sha512", "base64"),
        {"x-cms-sig": as_base64(mac(algorithm="sha512"))},
    ),
    "token": ("tally", Scheme(), {"x-verification-token": TOKEN}),
    "own token": ("tally", Scheme("token", "x-cms-token"), {"x-cms-token": TOKEN}),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_good_proof_is_taken_and_any_other_is_not(name: str) -> None:
    system, scheme, headers = GOOD[name]
    verify(system, scheme, KEYS, headers, BODY, NOW)
    for at, value in headers.items():
        if at == "webhook-id":
            continue
        wrong = {**headers, at: value[:-4] + "AAAA"}
        with pytest.raises(NotGenuine):
            verify(system, scheme, KEYS, wrong, BODY, NOW)
    if "token" not in name:
        with pytest.raises(NotGenuine):
            verify(system, scheme, KEYS, headers, BODY + b" ", NOW)
    with pytest.raises(NotGenuine):
        verify(system, scheme, KEYS, {}, BODY, NOW)


@pytest.mark.parametrize("late", [-301, 301])
def test_a_signed_time_must_be_near(late: int) -> None:
    with pytest.raises(NotGenuine):
        verify("custom", Scheme(), KEYS, standard(at=int(NOW) + late), BODY, NOW)


def test_a_whsec_secret_is_base64() -> None:
    secret = "whsec_" + base64.b64encode(b"0123456789abcdef").decode()
    verify("custom", Scheme("standard"), Keys("", secret), standard(secret), BODY, NOW)
    with pytest.raises(InvalidInput):
        standard_key("whsec_***")


def test_zoho_echoes_the_token_in_its_body() -> None:
    def sent(token: object) -> bytes:
        return json.dumps({"token": token}).encode()

    verify("zoho", Scheme(), KEYS, {}, sent(TOKEN), NOW)
    verify("zoho", Scheme(), KEYS, {}, sent(SECRET), NOW)
    for wrong in ("", "x", None, [TOKEN], hashlib.sha256(TOKEN.encode()).hexdigest()):
        with pytest.raises(NotGenuine):
            verify("zoho", Scheme(), KEYS, {}, sent(wrong), NOW)


def test_a_wrong_proof_is_not_made_good_by_another() -> None:
    with pytest.raises(NotGenuine):
        verify("quickbooks", Scheme(), KEYS, {"intuit-signature": "wrong", "x-verification-token": TOKEN}, BODY, NOW)


def test_without_a_secret_only_the_token_counts() -> None:
    keys = Keys(hash_token(TOKEN))
    verify("quickbooks", Scheme(), keys, {"intuit-signature": "x", "x-verification-token": TOKEN}, BODY, NOW)
    empty = base64.b64encode(hmac.new(b"", BODY, "sha256").digest()).decode()
    with pytest.raises(NotGenuine):
        verify("quickbooks", Scheme(), keys, {"intuit-signature": empty}, BODY, NOW)


def test_a_chosen_way_is_the_only_one() -> None:
    with pytest.raises(NotGenuine):
        verify("custom", Scheme("hmac"), KEYS, {"x-verification-token": TOKEN}, BODY, NOW)


def test_the_handshake() -> None:
    assert challenge(KEYS, {}) is None
    assert challenge(KEYS, {"x-b1-webhook-token": "t"}) == "t"
    signed = {"x-b1-webhook-token": "t", "x-b1-webhook-signature": mac(b"t").hexdigest()}
    assert challenge(KEYS, signed) == "t"
    with pytest.raises(NotGenuine):
        challenge(KEYS, {**signed, "x-b1-webhook-signature": mac(b"u").hexdigest()})
    assert challenge(KEYS, {"x-b1-webhook-token": "t" * 2000}) is None


def test_keys_are_never_shown() -> None:
    assert SECRET not in repr(KEYS)
