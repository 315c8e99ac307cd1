"""What is sent to make or change a webhook, checked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from app.model.entities import ENTITIES, entity_named
from app.model.errors import InvalidInput
from app.webhooks.kinds import KINDS
from app.webhooks.verification import ALGORITHMS, ENCODINGS, NEED_SECRET, SCHEMES, standard_key

_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
_LONGEST = 2000


def checked(draft: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that ``draft`` sets, of those that may be set. Raises :class:`InvalidInput`."""
    columns: dict[str, Any] = {}
    if "webhook_url" in draft:
        columns["webhook_url"] = _url(draft["webhook_url"])
    if draft.get("subscribed_events") is not None:
        columns["subscribed_events"] = _kinds(draft["subscribed_events"])
    if draft.get("entity_types") is not None:
        columns["entity_types"] = _entities(draft["entity_types"])
    if draft.get("verification") is not None:
        columns["verification"] = _verification(draft["verification"])
    if draft.get("is_active") is not None:
        columns["is_active"] = bool(draft["is_active"])
    if draft.get("tenant_id"):
        columns["tenant_id"] = draft["tenant_id"]
    return columns


def check_secret(scheme: str, secret: str | None, *, has_other: bool) -> None:
    """See that the scheme can be checked with what there is. Raises :class:`InvalidInput`."""
    if secret is None:
        if scheme in NEED_SECRET and not has_other:
            raise InvalidInput(
                "This way of proving events needs the secret that the sender signs with.", field="webhookSecret"
            )
        return
    if not 8 <= len(secret) <= _LONGEST or "\x00" in secret:
        raise InvalidInput("A secret has 8 characters or more.", field="webhookSecret")
    standard_key(secret)


def _url(url: Any) -> str | None:
    if not url:
        return None
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and parts.hostname and not (parts.username or parts.password)
    except ValueError:
        usable = False
    if not usable or len(url) > _LONGEST:
        raise InvalidInput("That is not an address to which events can be sent.", field="webhookUrl")
    return str(url)


def _kinds(kinds: Sequence[str]) -> list[str]:
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise InvalidInput(f"{unknown[0]!r} is not a kind of event.", field="subscribedEvents", hint=", ".join(KINDS))
    return [kind for kind in KINDS if kind in kinds]


def _entities(names: Sequence[str]) -> list[str]:
    found = {name: entity_named(name) for name in names}
    for name, spec in found.items():
        if spec is None:
            raise InvalidInput(f"{name!r} is not a kind of record.", field="entityTypes", hint=", ".join(ENTITIES))
    return list(dict.fromkeys(spec.name for spec in found.values() if spec is not None))


def _verification(sent: Mapping[str, Any]) -> dict[str, Any]:
    made = {
        "scheme": sent.get("scheme") or "auto",
        "header": (sent.get("header") or "").lower(),
        "algorithm": sent.get("algorithm") or "sha256",
        "encoding": sent.get("encoding") or "any",
    }
    for name, choices in (("scheme", SCHEMES), ("algorithm", ALGORITHMS), ("encoding", ENCODINGS)):
        if made[name] not in choices:
            raise InvalidInput(f"{made[name]!r} is not known.", field=f"verification.{name}", hint=", ".join(choices))
    if made["header"] and not _HEADER.fullmatch(made["header"]):
        raise InvalidInput("That is not the name of a header.", field="verification.header")
    return made
