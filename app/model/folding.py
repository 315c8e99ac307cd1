"""Folding: what two texts must share to count as the same. One place, so that a name is compared everywhere alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from app.model.entities import EntitySpec

#: What a person would type to find a record, beside its label.
_SEARCHED = (
    "number", "reference", "business_name", "name", "first_name", "last_name", "contact_person", "email", "phone",
    "mobile", "gstin", "sku", "hsn_code", "city", "instrument_number", "account",
)  # fmt: skip


def fold(text: str) -> str:
    """Without case, in one Unicode form, spaces squeezed."""
    if text.isascii():
        # Most texts are squeezed already; looking is cheaper than taking them apart.
        tidy = text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " "
        return text.lower() if tidy else " ".join(text.lower().split())
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=4096)
def fold_name(text: str) -> str:
    """A name as Tally compares names: without case, spaces and hyphens (docs/protocols/tally.md: Masters and GST).

    ``&`` is not ``and``: letters count exactly.
    """
    if text.isascii():
        return text.lower().replace(" ", "").replace("-", "").strip()
    return "".join(unicodedata.normalize("NFC", text).casefold().replace("-", "").split())


def searched_fields(spec: EntitySpec) -> tuple[str, ...]:
    """The fields that :func:`search_text` reads, in order; made once per entity by callers on hot paths."""
    return tuple(name for name in _SEARCHED if name in spec.field)


def search_text(spec: EntitySpec, values: Mapping[str, Any], fields: tuple[str, ...] | None = None) -> str:
    """The folded text that a search looks in."""
    names = searched_fields(spec) if fields is None else fields
    return fold(" ".join(filter(None, map(values.get, names))))  # all of them are texts
