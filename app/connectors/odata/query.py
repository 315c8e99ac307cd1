"""Addresses of records and lists, with everything in them written by hand: a space is ``%20`` and never ``+``, and a ``#`` in a
key does not end the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from urllib.parse import quote

#: What servers take as it is, and some take in no other way.
_SAFE = "()',$"

Key = str | int | Mapping[str, str | int]


def key(entity_set: str, value: Key) -> str:
    """The path of one record: ``BusinessPartners('O''Neil%20%26%20Co')``, ``Orders(5)``, ``Taxes(Code='AK',Type=-3)``."""
    inner = (
        _literal(value) if isinstance(value, str | int) else ",".join(f"{n}={_literal(v)}" for n, v in value.items())
    )
    return quote(f"{entity_set}({inner})", safe=f"{_SAFE}=")


@dataclass(frozen=True)
class Query:
    """A list's address: each call answers a new one. ``path`` is what a client takes."""

    entity_set: str
    fields: tuple[str, ...] = ()
    condition: str = ""
    order: tuple[str, ...] = ()
    most: int = 0
    more: tuple[str, ...] = ()

    def select(self, *fields: str) -> Query:
        return replace(self, fields=fields)

    def filter(self, condition: str) -> Query:
        return replace(self, condition=condition)

    def orderby(self, *order: str) -> Query:
        """Names, each with ``desc`` after it where that is meant."""
        return replace(self, order=order)

    def top(self, most: int) -> Query:
        return replace(self, most=most)

    def option(self, text: str) -> Query:
        """A whole one more (:attr:`Dialect.count_option`)."""
        return replace(self, more=(*self.more, text))

    @property
    def path(self) -> str:
        return self._address(self.entity_set, counted=False)

    @property
    def count_path(self) -> str:
        """Asks how many there are."""
        return self._address(f"{self.entity_set}/$count", counted=True)

    def _address(self, path: str, *, counted: bool) -> str:
        options = [("$filter", self.condition)]
        if not counted:
            options = [
                ("$select", ",".join(self.fields)),
                *options,
                ("$orderby", ",".join(self.order)),
                ("$top", str(self.most or "")),
            ]
        written = [f"{name}={quote(text, safe=_SAFE)}" for name, text in options if text]
        written += () if counted else self.more
        return "?".join(filter(None, (quote(path, safe=f"{_SAFE}/"), "&".join(written))))


# --- parts of a condition ----------------------------------------------------------------------------------------


def text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def number(value: int | str | Decimal) -> str:
    """Raises ``ValueError`` for what is no number."""
    try:
        found = Decimal(value)
    except ArithmeticError:
        raise ValueError(f"not a number: {value!r}") from None
    if not found.is_finite():
        raise ValueError(f"not a finite number: {value!r}")
    return format(found, "f")


def and_(*conditions: str) -> str:
    """All of them that are not empty."""
    return _joined(" and ", conditions)


def or_(*conditions: str) -> str:
    return _joined(" or ", conditions)


def _joined(word: str, conditions: tuple[str, ...]) -> str:
    said = [one for one in conditions if one]
    return said[0] if len(said) == 1 else word.join(f"({one})" for one in said)


def _literal(value: str | int) -> str:
    return text(value) if isinstance(value, str) else str(value)
