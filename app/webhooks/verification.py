"""Is an event from whom it says it is? One way of telling for each kind of sender; every comparison takes the same time
whatever was sent.

The ways and their sources: QuickBooks' ``intuit-signature`` (docs/protocols, Intuit's SDKs), Zoho's echoed ``token``, SAP
Business One's handshake and ``X-B1-Webhook-Signature`` (its pages don't say how the signature is written: hex and base64
are taken), the standard-webhooks specification, a token in ``X-Verification-Token``, and a plain HMAC in a header.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import orjson

from app.model.errors import InvalidInput, NotGenuine

#: How far a signed time may be from ours, in seconds.
TOLERANCE = 300.0
TOKEN_HEADER = "x-verification-token"
#: Where senders put a plain HMAC, when the webhook names no header of its own.
HMAC_HEADERS = ("x-signature", "x-hub-signature-256", "x-webhook-signature")
ALGORITHMS = ("sha256", "sha512", "sha1")
ENCODINGS = ("any", "hex", "base64")
_SECRET_PREFIX = "whsec_"
_CHALLENGE_HEADER = "x-b1-webhook-token"
_LONGEST_CHALLENGE = 1024

Headers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a webhook's events are proved. ``auto``: as its system does it, else any of the general ways that was used.
    ``header`` (small letters), ``algorithm`` and ``encoding`` are for ``hmac``; ``header`` for ``token``, too."""

    name: str = "auto"
    header: str = ""
    algorithm: str = "sha256"
    encoding: str = "any"


@dataclass(frozen=True, slots=True)
class Keys:
    """``token_hash`` is :func:`hash_token` of the webhook's token; ``secret`` is shared with the sender."""

    token_hash: str
    secret: str | None = None

    def __repr__(self) -> str:  # never show what is in it
        return "Keys()"


@dataclass(frozen=True, slots=True)
class _Sent:
    headers: Headers
    body: bytes
    now: float


def hash_token(token: str) -> str:
    """What is stored of a token. It is 256 random bits: a plain hash can't be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()


def verify(system: str, scheme: Scheme, keys: Keys, headers: Headers, body: bytes, now: float) -> None:
    """See that the event is genuine. ``headers`` under small names, ``now`` in seconds since 1970. Raises
    :class:`NotGenuine`. A proof that is there and wrong is never made good by another."""
    sent = _Sent(headers, body, now)
    names = _AUTO.get(system, _GENERAL) if scheme.name == "auto" else (scheme.name,)
    for name in names:
        proved = _WAYS[name](sent, keys, scheme)
        if proved is not None:
            if proved:
                return
            raise NotGenuine(f"The event's proof ({name}) is wrong.")
    raise NotGenuine("The event carries no proof of who sent it.")


def challenge(keys: Keys, headers: Headers) -> str | None:
    """SAP's handshake: the text to answer with, ``None`` when it is no handshake. Raises :class:`NotGenuine` when it is
    signed, and wrongly."""
    token = headers.get(_CHALLENGE_HEADER)
    if not token or len(token) > _LONGEST_CHALLENGE:
        return None
    if _sap(_Sent(headers, token.encode("latin-1"), 0.0), keys, Scheme()) is False:
        raise NotGenuine("The handshake's signature is wrong.")
    return token


def standard_key(secret: str) -> bytes:
    """The key of a ``whsec_…`` secret; another text is taken as it is. Raises :class:`InvalidInput` for a damaged one."""
    if not secret.startswith(_SECRET_PREFIX):
        return secret.encode()
    try:
        return base64.b64decode(secret[len(_SECRET_PREFIX) :], validate=True)
    except (binascii.Error, ValueError):
        raise InvalidInput("What follows whsec_ must be base64.", field="webhookSecret") from None


# --- the ways: True, False, or None where this proof was not given (or can't be looked at without a secret) ----------


def _quickbooks(sent: _Sent, keys: Keys, _scheme: Scheme) -> bool | None:
    given = sent.headers.get("intuit-signature")
    if given is None or not keys.secret:
        return None
    return _same(base64.b64encode(_digest(keys.secret.encode(), sent.body)), given)


def _sap(sent: _Sent, keys: Keys, _scheme: Scheme) -> bool | None:
    given = sent.headers.get("x-b1-webhook-signature")
    if given is None or not keys.secret:
        return None
    return _written(_digest(keys.secret.encode(), sent.body), given, "any")


def _zoho(sent: _Sent, keys: Keys, _scheme: Scheme) -> bool | None:
    try:
        body = orjson.loads(sent.body)
    except orjson.JSONDecodeError:
        return None
    given = body.get("token") if isinstance(body, dict) else None
    if not isinstance(given, str):
        return None
    chosen = keys.secret is not None and _same(keys.secret.encode(), given)
    return _same(keys.token_hash.encode(), hash_token(given)) or chosen


def _standard(sent: _Sent, keys: Keys, _scheme: Scheme) -> bool | None:
    given = sent.headers.get("webhook-signature")
    if given is None or not keys.secret:
        return None
    message_id, at = sent.headers.get("webhook-id"), sent.headers.get("webhook-timestamp")
    if not message_id or not at or not at.isascii() or not at.isdigit() or len(at) > 12:
        return False
    signed = f"{message_id}.{at}.".encode("latin-1") + sent.body
    expected = base64.b64encode(_digest(standard_key(keys.secret), signed))
    good = False
    for one in given.split(" "):
        version, _, signature = one.partition(",")
        good |= version == "v1" and _same(expected, signature)
    return good and abs(sent.now - int(at)) <= TOLERANCE


def _hmac(sent: _Sent, keys: Keys, scheme: Scheme) -> bool | None:
    names = (scheme.header,) if scheme.header else HMAC_HEADERS
    given = next((sent.headers[name] for name in names if name in sent.headers), None)
    if given is None or not keys.secret:
        return None
    given = given.strip().removeprefix(f"{scheme.algorithm}=")
    return _written(_digest(keys.secret.encode(), sent.body, scheme.algorithm), given, scheme.encoding)


def _token(sent: _Sent, keys: Keys, scheme: Scheme) -> bool | None:
    given = sent.headers.get(scheme.header if scheme.name == "token" and scheme.header else TOKEN_HEADER)
    return None if given is None else _same(keys.token_hash.encode(), hash_token(given.strip()))


_WAYS: Mapping[str, Callable[[_Sent, Keys, Scheme], bool | None]] = {
    "quickbooks": _quickbooks,
    "zoho": _zoho,
    "sap": _sap,
    "standard": _standard,
    "hmac": _hmac,
    "token": _token,
}
_GENERAL = ("standard", "hmac", "token")
_AUTO = {system: (system, *_GENERAL) for system in ("quickbooks", "sap")} | {"zoho": (*_GENERAL, "zoho")}
SCHEMES = ("auto", *_WAYS)
#: Those that can't be checked without a secret.
NEED_SECRET = frozenset({"quickbooks", "sap", "standard", "hmac"})


def _digest(key: bytes, message: bytes, algorithm: str = "sha256") -> bytes:
    return hmac.digest(key, message, algorithm)


def _written(digest: bytes, given: str, encoding: str) -> bool:
    """Is ``given`` the digest, as hex (in either case) or base64?"""
    as_hex = encoding != "base64" and _same(digest.hex().encode(), given.lower())
    as_base64 = encoding != "hex" and _same(base64.b64encode(digest), given)
    return as_hex or as_base64


def _same(expected: bytes, given: str) -> bool:
    return hmac.compare_digest(expected, given.encode("utf-8", "surrogatepass"))
