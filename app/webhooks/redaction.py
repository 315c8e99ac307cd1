"""What is kept of an event: without its proofs, and within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

HIDDEN = "[hidden]"
#: What a proof or a login is called, in a header or in a body.
_SECRET = re.compile(
    r"authorization|cookie|signature|token|secret|passw|passphrase|pwd|credential|api[_-]?key|private[_-]?key|session",
    re.IGNORECASE,
)
_DEEPEST = 40
_LONGEST_HEADER = 500
_MOST_HEADERS = 50


def kept_headers(headers: Iterable[tuple[str, str]], proof: str = "") -> dict[str, str]:
    """Each header by its small name; the values of those that may hold a secret, and of the one named ``proof``, are hidden."""
    return {
        name[:100]: HIDDEN if name == proof or _SECRET.search(name) else value[:_LONGEST_HEADER].replace("\x00", "")
        for name, value in list(headers)[:_MOST_HEADERS]
    }


def kept_body(value: Any, depth: int = 0) -> Any:
    """The same JSON with secrets hidden; what is nested too deeply is left out."""
    if isinstance(value, dict):
        if depth == _DEEPEST:
            return {}
        return {
            key: HIDDEN if item and not isinstance(item, bool) and _SECRET.search(key) else kept_body(item, depth + 1)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [] if depth == _DEEPEST else [kept_body(item, depth + 1) for item in value]
    return value
