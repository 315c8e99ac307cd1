"""A trial run's plan in words. Plain Python."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from app.ui import formats, states
from app.ui.conflicts.presenter import said, title_of
from app.ui.words import from_below, mark, tr

#: Items the table lists.
MOST = 2000
#: Records that are called by their names where deletions are asked about.
NAMED = 5
ACTIONS: Mapping[str, tuple[str, str]] = {
    "create": (mark("New"), mark("{n} would be new")),
    "update": (mark("Changed"), mark("{n} would change")),
    "delete": (mark("Deleted"), mark("{n} would be deleted")),
    "link": (mark("Matched"), mark("{n} would be matched")),
    "conflict": (mark("Asks you"), mark("{n} would wait for you")),
}
SIDES = ("local", "remote")


def total(plan: Any) -> int:
    return sum(int(n or 0) for side in plan.counts.values() for n in side.values())


def title(plan: Any) -> str:
    if plan.status == "applied":
        return tr("This plan was done: a later run shows how it went")
    if plan.status == "refused":
        return tr("This plan no longer fits: make a new one")
    return tr("A trial run: nothing was written")


def where(side: str, system: str) -> str:
    return tr("Here") if side == "local" else tr("In {name}", name=system)


def summary(plan: Any, system: str) -> str:
    """A line for each side: ``Here: 1,204 would be new, 12 would be matched.``"""
    lines = []
    for side in SIDES:
        said_ = [
            tr(words, n=formats.grouped(count))
            for action, (_, words) in ACTIONS.items()
            if (count := int(plan.counts.get(side, {}).get(action, 0) or 0))
        ]
        lines.append(f"{where(side, system)}: {', '.join(said_) or tr('nothing would change')}")
    return "\n".join(lines)


def deletions(plan: Any, leave_out: Collection[int], system: str) -> list[str]:
    """A line for each side of what would be deleted: how many, and the first by name. Empty: nothing would."""
    lines = []
    for side in SIDES:
        known = [item for item in plan.items if item.side == side and item.action == "delete"]
        wanted = [item for item in known if item.id not in leave_out]
        count = int(plan.counts.get(side, {}).get("delete", 0) or 0) - len(known) + len(wanted)
        if count:
            names = [item.label or kind(item) for item in wanted[:NAMED]]
            more = " …" if count > len(names) else ""
            lines.append(f"{where(side, system)}: {formats.grouped(count)} ({', '.join(names)}{more})")
    return lines


def filters(plan: Any, system: str) -> list[tuple[Any, str]]:
    """``(what to pass to items, words)``: all of it, then each action of each side."""
    out: list[tuple[Any, str]] = [(None, tr("The whole plan ({n})", n=formats.grouped(total(plan))))]
    for side in SIDES:
        for action, (word, _) in ACTIONS.items():
            count = int(plan.counts.get(side, {}).get(action, 0) or 0)
            if count:
                out.append((f"{side}:{action}", f"{where(side, system)}: {tr(word)} ({formats.grouped(count)})"))
    return out


def items(plan: Any, part: str | None) -> list[Any]:
    return [item for item in plan.items if part in (None, f"{item.side}:{item.action}")]


def hidden(plan: Any, part: str | None, shown: int) -> int:
    """Of how many the plan keeps the number alone."""
    if part is None:
        return total(plan) - shown
    side, _, action = part.partition(":")
    return int(plan.counts.get(side, {}).get(action, 0) or 0) - shown


def action_words(item: Any) -> str:
    return tr(ACTIONS.get(item.action, (item.action, ""))[0])


def kind(item: Any) -> str:
    return states.entity_title(item.entity_type)


def about(item: Any) -> str:
    return "  ·  ".join(part for part in (kind(item), action_words(item), from_below(item.reason)) if part)


def field_lines(item: Any) -> list[tuple[str, str, str]]:
    """``(field, from, to)``."""
    return [
        (
            title_of(item.entity_type, str(field.get("name"))),
            said(item.entity_type, str(field.get("name")), field.get("from")),
            said(item.entity_type, str(field.get("name")), field.get("to")),
        )
        for field in item.fields or ()
    ]
