"""What a request asks to be fetched, and the compiled form of one level of an object.

Tally sends what was fetched plus its own default children, in its own order; lists below a list only when every leaf is
named from the entry (docs/protocols/tally.md, Requests and Responses).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from app.simulator.values import esc

Text = Callable[[Any], str]


@dataclass
class FetchTree:
    """Fetched names as a tree; ``whole`` marks a list named without leaves."""

    whole: bool = False
    star: bool = False
    leaves: dict[str, FetchTree] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[str]) -> FetchTree:
        tree = cls()
        for name in names:
            tree.add([part for part in name.upper().replace(" ", "").split(".") if part and part != "LIST"])
        return tree

    def add(self, parts: list[str]) -> None:
        if not parts:
            self.whole = True
        elif parts[0] == "*":
            self.star = self.whole = True
        else:
            self.leaves.setdefault(parts[0], FetchTree()).add(parts[1:])

    def __contains__(self, name: str) -> bool:
        return name in self.leaves

    def below(self, name: str) -> FetchTree | None:
        return self.leaves.get(name)


@dataclass(frozen=True)
class Field:
    """One scalar child: its tag, TYPE (none on Tally's own default children), text and how it looks when empty.

    ``empty`` is ``typed`` (``<X TYPE="T"></X>``), ``short`` (``<X/>``) or ``absent`` (left out).
    """

    tag: str
    type: str
    text: Text
    default: bool = False
    empty: str = "typed"
    star: bool = True


def constant(value: str) -> Text:
    """A child that always says the same."""
    return lambda row: value


def compile_level(
    fields: Iterable[Field], tree: FetchTree | None, depth: int, *, untyped: bool = False
) -> Callable[[Any], str]:
    """A function that writes the wanted scalars of one row, each on its line, in the order of ``fields``."""
    pad = " " * depth
    template: list[str] = []
    texts: list[Text] = []
    for item in fields:
        wanted = item.default or tree is None or item.tag in tree.leaves or (tree.star and item.star)
        if not wanted:
            continue
        type_ = f' TYPE="{item.type}"' if item.type and not untyped else ""
        empty = "short" if untyped and item.empty == "typed" else item.empty
        if empty == "typed":
            template.append(f"{pad}<{item.tag}{type_}>%s</{item.tag}>\r\n")
            texts.append(item.text)
        else:
            template.append("%s")
            texts.append(
                _optional(
                    item,
                    f"{pad}<{item.tag}{type_}>",
                    f"</{item.tag}>\r\n",
                    f"{pad}<{item.tag}/>\r\n" if empty == "short" else "",
                )
            )
    form = "".join(template)
    if len(texts) == 1:
        only = texts[0]
        return lambda row: form % only(row)
    return lambda row: form % tuple([text(row) for text in texts])


def _optional(item: Field, before: str, after: str, when_empty: str) -> Text:
    text = item.text

    def write(row: Any) -> str:
        value = text(row)
        return f"{before}{value}{after}" if value else when_empty

    return write


def empty_list(tag: str, depth: int) -> str:
    """An empty list holds as many spaces as it is deep."""
    pad = " " * depth
    return f"{pad}<{tag}.LIST>{pad}</{tag}.LIST>\r\n"


def yes(flag: bool) -> str:
    return "Yes" if flag else "No"


def text_list(tag: str, values: Iterable[str], depth: int) -> str:
    """``<ADDRESS.LIST TYPE="String"><ADDRESS>…`` on lines of their own."""
    pad = " " * depth
    rows = "".join(f"{pad} <{tag}>{esc(value)}</{tag}>\r\n" for value in values)
    return f'{pad}<{tag}.LIST TYPE="String">\r\n{rows}{pad}</{tag}.LIST>\r\n' if rows else empty_list(tag, depth)
