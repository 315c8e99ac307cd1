"""Reads vouchers off Tally's own layout: one element on each line, a list opened and closed on lines of its own.

Nine lines in ten of an answer have been seen before, letter for letter (flags, ledgers, rates, tags that open and close), so
each is looked up whole, and taken apart only when it is new: a third of what a parser's tree costs. Nothing is assumed. A
line of any other form, a tag that closes what was not opened, an escape that isn't one: then the piece is not read here at
all, and the XML parser has it (docs/protocols/tally.md: Responses).
"""

from __future__ import annotations

import re
from typing import Any

#: An element's children: texts by tag (empty ones are left out), the rows of a list below their ``X.LIST``.
Raw = dict[str, Any]

_LEAF, _SKIP, _OPEN, _CLOSE, _BEGIN, _END = range(6)
_Row = tuple[int, str, str]

_HEAD = re.compile(r' *<(/?)([A-Z][A-Z0-9_.:]*)((?: [A-Za-z_:]+="[^"<>]*")*)(/?)').fullmatch
_ESCAPE = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6}));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
#: Lines and line heads that are remembered; the common ones come early.
_MOST_LINES, _MOST_HEADS = 10_000, 2_000


class _Tree:
    """The objects while they are put together. :meth:`turn` answers where the next leaves belong, or ``None`` when an
    end does not fit its beginning."""

    def __init__(self) -> None:
        self.found: list[Raw] = []
        self.outside: Raw = {}
        self._above: list[tuple[Raw, str]] = []

    def turn(self, op: int, tag: str, here: Raw) -> Raw | None:
        if op == _OPEN:
            return self._open(tag, here)
        if op == _CLOSE:
            above, opened = self._above.pop() if self._above else (None, "")
            return above if opened == tag else None
        if op == _BEGIN:
            return {} if here is self.outside else None
        if self._above or here is self.outside:
            return None
        self.found.append(here)
        return self.outside

    def _open(self, tag: str, here: Raw) -> Raw | None:
        if here is self.outside:
            return None
        inner: Raw = {}
        rows = here.setdefault(tag, [])
        if type(rows) is not list:
            return None
        rows.append(inner)
        self._above.append((here, tag))
        return inner


class LineReader:
    """Pieces of whole ``tag`` objects to their contents."""

    def __init__(self, tag: str) -> None:
        self._tag = tag
        self._lines: dict[str, _Row] = {}
        self._heads: dict[str, tuple[int, str, str]] = {}

    def read(self, piece: bytes) -> list[Raw] | None:
        """The objects in ``piece``, or ``None`` when it is not laid out line by line."""
        lines, learn = self._lines, self._learn
        tree = _Tree()
        here = tree.outside
        for line in piece.decode("utf-8").split("\r\n"):
            row = lines.get(line) or learn(line)
            if row is None:
                return None
            op, tag, text = row
            if op == _LEAF:
                here[tag] = text
            elif op != _SKIP:
                there = tree.turn(op, tag, here)
                if there is None:
                    return None
                here = there
        return tree.found if here is tree.outside and not tree.outside else None

    def _learn(self, line: str) -> _Row | None:
        head, bracket, rest = line.partition(">")
        if not bracket:
            return None if line.strip(" ") else (_SKIP, "", "")
        kind = self._heads.get(head)
        if kind is None:
            kind = self._head(head)
            if kind is None:
                return None
        op, tag, close = kind
        if op != _LEAF:
            row: _Row | None = (op, tag, "") if not rest else self._empty_list(op, tag, rest)
        elif rest.endswith(close):
            row = _leaf(tag, rest[: -len(close)])
        else:
            row = None
        if row is not None and len(self._lines) < _MOST_LINES:
            self._lines[line] = row
        return row

    def _head(self, head: str) -> tuple[int, str, str] | None:
        """What a line that begins like this is: ``(op, tag, how it must end)``."""
        match = _HEAD(head)
        if match is None:
            return None
        closing, tag, attributes, empty = match.groups()
        kind: tuple[int, str, str]
        if tag == self._tag:
            if empty or (closing and attributes):
                return None
            return (_END, tag, "") if closing else (_BEGIN, tag, "")
        if closing:
            if attributes or empty or not tag.endswith(".LIST"):
                return None
            kind = (_CLOSE, tag, "")
        elif empty:
            kind = (_SKIP, tag, "")
        else:
            kind = (_OPEN if tag.endswith(".LIST") else _LEAF, tag, f"</{tag}>")
        if len(self._heads) < _MOST_HEADS:
            self._heads[head] = kind
        return kind

    @staticmethod
    def _empty_list(op: int, tag: str, rest: str) -> _Row | None:
        """``<X.LIST>      </X.LIST>``: an empty list holds spaces."""
        return (_SKIP, tag, "") if op == _OPEN and rest.lstrip(" ") == f"</{tag}>" else None


def _leaf(tag: str, text: str) -> _Row | None:
    if not text:
        return (_SKIP, tag, "")
    if "<" in text or "\r" in text:
        return None
    if "&" in text:
        plain = _ESCAPE.sub(_unescape, text)
        if "&" in _ESCAPE.sub("", text):
            return None
        text = plain
    return (_LEAF, tag, text)


def _unescape(match: re.Match[str]) -> str:
    named, decimal, hexadecimal = match.groups()
    return _NAMED[named] if named else chr(int(decimal) if decimal else int(hexadecimal, 16))
