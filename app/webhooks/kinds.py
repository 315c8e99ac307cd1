"""What happened to a record, however a sender puts it."""

from __future__ import annotations

import re

CREATE, UPDATE, DELETE, OTHER = "create", "update", "delete", "other"
#: What one may subscribe to.
KINDS = (CREATE, UPDATE, DELETE)
_WORDS = {
    CREATE: "create created insert inserted add added new",
    UPDATE: "update updated edit edited change changed modify modified save saved alter altered merge merged void voided"
    " emailed cancel cancelled canceled restore restored close closed reopen reopened",
    DELETE: "delete deleted remove removed trash trashed destroy destroyed",
}
_KIND = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_SPLIT = re.compile(r"[^a-z]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def kind_of(what: str) -> str:
    """``customer.created``, ``DELETE``, ``recordUpdated`` → create, delete, update."""
    return split(what)[0]


def split(what: str) -> tuple[str, str]:
    """What happened, and the words before it: ``customer.created`` → ``("create", "customer")``."""
    spaced = _HUMP.sub(" ", what[:200])
    words = [word for word in _SPLIT.split(spaced.lower()) if word]
    for n, word in enumerate(words):
        if word in _KIND:
            others = words[:n] or words[n + 1 :]
            return _KIND[word], "_".join(others)
    return OTHER, ""
