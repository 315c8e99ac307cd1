"""What the people of a world did, and what each of them had seen: the causal history that the promises are checked against.

No second merge is written here. Every value that a person writes names its write (a *tag*: ``w17`` in a text, 17 in a
number, the other record in a reference), so that a value found anywhere tells who wrote it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

#: ``w17``, 17 of a number as ``n17``, ``b3`` of a reference to birth 3, or ``cleared``.
Tag = str
_TEXT = re.compile(r"(?i)\bw(\d+)\b")
_BIRTH = re.compile(r"(?i)\bb(\d+)\b")
CLEARED = "cleared"

#: Fields that people edit.
EDITED = {
    "customer": ("business_name", "city", "notes", "credit_limit"),
    "invoice": ("narration", "customer", "lines"),
    "payment": ("narration", "amount", "allocations"),
}


@dataclass(frozen=True)
class View:
    """A record as a site shows it, under the hub's field names. References are births; lines are lists of dicts."""

    entity: str
    birth: int
    id: str
    values: dict[str, Any]


@dataclass(frozen=True)
class Write:
    """``shown``: the value as the site showed it afterwards. ``untold``: a write of ours to that record had no answer yet, so
    nobody can tell whether this person had seen it."""

    site: str
    step: int
    past: frozenset[Tag]
    shown: Any = None
    untold: bool = False


@dataclass(frozen=True)
class Deletion:
    """``past``: every ``(field, tag)`` that was in front of whoever deleted it. ``untold``: the create that made the record had
    no answer yet, so nobody can tell it from one that never arrived."""

    site: str
    step: int
    past: frozenset[tuple[str, Tag]]
    untold: bool = False


@dataclass(frozen=True)
class Linked:
    """How an admin linked a hub field at one site; ``remote`` is the field there, also while ``on`` is false."""

    remote: str
    on: bool = True
    negated: bool = False
    direction: str = "both"


@dataclass
class Model:
    births: dict[int, tuple[str, str]] = field(default_factory=dict)
    writes: dict[tuple[int, str], dict[Tag, Write]] = field(default_factory=lambda: defaultdict(dict))
    deletions: dict[int, list[Deletion]] = field(default_factory=lambda: defaultdict(list))
    restored: set[int] = field(default_factory=set)
    #: Fields no mapping knows, as people left them: ``(site, id) → value``.
    hidden: dict[tuple[str, str], Any] = field(default_factory=dict)
    #: What admins linked otherwise than the template: ``(site, entity, hub field) → link``.
    links: dict[tuple[str, str, str], Linked] = field(default_factory=dict)
    next_birth: int = 1
    next_write: int = 1
    step: int = 0
    log: list[str] = field(default_factory=list)

    def say(self, text: str) -> None:
        self.step += 1
        self.log.append(f"{self.step}. {text}")

    def new_birth(self, entity: str, site: str) -> int:
        birth, self.next_birth = self.next_birth, self.next_birth + 1
        self.births[birth] = (entity, site)
        return birth

    def new_write(self) -> int:
        number, self.next_write = self.next_write, self.next_write + 1
        return number

    def wrote(
        self, site: str, birth: int, name: str, value: Any, seen: Any, shown: Any, *, untold: bool = False
    ) -> None:
        """A person at ``site`` set a field to ``value``, now ``shown`` there, and had ``seen`` what was there before (``None``: it
        is a new record)."""
        entity = self.births[birth][0]
        known = self.writes[birth, name]
        past = self.past_of(birth, name, seen)
        for tag in tags(entity, name, value) or ({CLEARED} if value is None else ()):
            if tag not in known:
                known[tag] = Write(site, self.step, past, shown, untold)

    def past_of(self, birth: int, name: str, seen: Any) -> frozenset[Tag]:
        known = self.writes[birth, name]
        shown = self.tags_of(birth, name, seen)
        return frozenset(shown).union(*(known[tag].past for tag in shown if tag in known))

    def tags_of(self, birth: int, name: str, value: Any) -> set[Tag]:
        found = tags(self.births[birth][0], name, value)
        if value is None and CLEARED in self.writes[birth, name]:
            found = {CLEARED}
        return found

    def deleted(self, site: str, view: View, *, untold: bool = False) -> None:
        past = {(name, tag) for name, value in view.values.items() for tag in self.past_of(view.birth, name, value)}
        self.deletions[view.birth].append(Deletion(site, self.step, frozenset(past), untold))

    def unseen_by(self, deletion: Deletion, birth: int) -> bool:
        """Did somebody write something of the record that whoever deleted it had not seen?"""
        return any(
            (name, tag) not in deletion.past
            for (other, name), written in self.writes.items()
            if other == birth
            for tag in written
        )


def tags(entity: str, name: str, value: Any) -> set[Tag]:
    """Which writes a value names."""
    if value is None:
        return set()
    if name in ("lines", "allocations"):
        return {f"n{int(float(row['amount']))}" for row in value if row.get("amount")}
    if name in ("credit_limit", "amount"):
        return {f"n{abs(int(float(value)))}"}  # a mapping may turn the sign
    if name == "customer":
        return {f"b{value}"}
    return {f"w{number}" for number in _TEXT.findall(value)}


def birth_of(text: Any) -> int | None:
    found = _BIRTH.search(text) if isinstance(text, str) else None
    return int(found.group(1)) if found else None


def births(views: Iterable[View]) -> dict[int, list[View]]:
    found: dict[int, list[View]] = defaultdict(list)
    for view in views:
        found[view.birth].append(view)
    return found
