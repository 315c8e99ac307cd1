"""Totals and differences as table rows and as sheets. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.model.values import canonical_number
from app.ui import formats, states
from app.ui.words import mark, plural, tr

#: How a document differs: shape, tone, words.
KINDS = {
    "only_here": ("right", "warn", mark("Only here in this month")),
    "only_there": ("back", "warn", mark("Only in {system}")),
    "month": ("question", "warn", mark("Here in another month")),
    "amount": ("warning", "warn", mark("Another amount")),
    "status": ("warning", "warn", mark("Another status")),
    "not_linked": ("waiting", "muted", mark("Not in {system} yet")),
}
STATUSES = {"posted": mark("Posted"), "draft": mark("Draft"), "cancelled": mark("Cancelled")}
TOTAL = "total"
YEARS_BACK = 6


@dataclass(frozen=True)
class Shown:
    """A cell: ``icon`` and ``tone`` repeat what the text's sign says."""

    text: str
    icon: str = ""
    tone: str = ""
    tip: str = ""


def month_words(month: str) -> str:
    """``2026-09`` as ``Sep 2026``."""
    return f"{tr(formats.MONTHS[int(month[5:]) - 1])} {month[:4]}"


def months(today: date) -> list[str]:
    """What can be chosen: six years back to three months ahead, the newest first."""
    newest = today.year * 12 + today.month - 1 + 3
    return [f"{at // 12:04d}-{at % 12 + 1:02d}" for at in range(newest, newest - 12 * YEARS_BACK, -1)]


def entities(rows: Sequence[Any]) -> list[str]:
    return list(dict.fromkeys(row.entity for row in rows))


def titles(found: Sequence[str], system: str) -> list[str]:
    """The columns: the month, then three for each kind of document."""
    out = [tr("Month")]
    for entity in found:
        name = states.entity_plural(entity)
        out += [tr("{what} here", what=name), tr("{what} in {system}", what=name, system=system), tr("Difference")]
    return out


def table(rows: Sequence[Any], system: str) -> list[tuple[str, list[Shown]]]:
    """``(key, cells)``: a line for each month, one more for its drafts, and the sum of what is posted at the end. The key is
    ``2026-09|posted``."""
    order = entities(rows)
    lines: dict[str, dict[str, Any]] = {}
    for row in rows:
        lines.setdefault(f"{row.month}|{row.status}", {})[row.entity] = row
    out = []
    for key, line in lines.items():
        month, _, status = key.partition("|")
        words = month_words(month) if status == "posted" else tr("{month}, drafts", month=month_words(month))
        differs = any(row.differs for row in line.values())
        head = Shown(words, "warning", "warn", tr("Differs")) if differs else Shown(words, "check", "ok", tr("Equal"))
        out.append((key, [head, *(cell for entity in order for cell in _cells(line.get(entity), system))]))
    if len(out) > 1:
        out.append((TOTAL, _sums(rows, order, system)))
    return out


def _cells(row: Any, system: str) -> list[Shown]:
    if row is None:
        return [Shown(formats.NOTHING)] * 3
    return [
        Shown(_amount(row.here_amount, row.here_count), tip=_documents(row.here_count)),
        Shown(_amount(row.there_amount, row.there_count), tip=_documents(row.there_count)),
        _difference(row.difference, row.here_count, row.there_count, system),
    ]


def _sums(rows: Sequence[Any], order: Sequence[str], system: str) -> list[Shown]:
    cells = [Shown(tr("Together"))]
    for entity in order:
        own = [row for row in rows if row.entity == entity and row.status == "posted"]
        here, there = (sum(Decimal(getattr(row, name)) for row in own) for name in ("here_amount", "there_amount"))
        counts = [sum(getattr(row, name) for row in own) for name in ("here_count", "there_count")]
        cells += [
            Shown(_amount(_money(here), counts[0]), tip=_documents(counts[0])),
            Shown(_amount(_money(there), counts[1]), tip=_documents(counts[1])),
            _difference(_money(here - there), counts[0], counts[1], system),
        ]
    return cells


def _money(amount: Decimal | int) -> str:
    return canonical_number(amount, money=True)


def _amount(amount: str, count: int) -> str:
    return f"{formats.grouped(amount)}  ({formats.grouped(count)})" if count else formats.NOTHING


def _documents(count: int) -> str:
    return plural(count, "{n} document", "{n} documents")


def _difference(amount: str, here: int, there: int, system: str) -> Shown:
    tip = tr(
        "{here} here, {there} in {system}", here=formats.grouped(here), there=formats.grouped(there), system=system
    )
    if amount == "0.00" and here == there:
        return Shown("=", "check", "ok", tip) if here else Shown(formats.NOTHING)
    sign = "+" if here > there else "-"
    words = signed(amount) if amount != "0.00" else sign + _documents(abs(here - there))
    return Shown(words, "warning", "warn", tip)


def signed(amount: str) -> str:
    """With a sign in any case: more here is ``+``."""
    return formats.grouped(amount) if amount.startswith("-") else f"+{formats.grouped(amount)}"


def verdict(rows: Sequence[Any], system: str) -> tuple[str, str, str]:
    """``(level, title, text)`` above the table."""
    wrong = [row for row in rows if row.differs]
    unlinked = [row for row in rows if row.unlinked_count]
    alone = ""
    if unlinked:
        parts = [
            tr(
                "{what}: {n} ({amount})",
                what=states.entity_plural(name),
                n=formats.grouped(count),
                amount=formats.grouped(sum_),
            )
            for name in entities(unlinked)
            for count, sum_ in [_alone([row for row in unlinked if row.entity == name])]
        ]
        alone = tr("Here and not in {system}, and not counted: {list}.", system=system, list="; ".join(parts))
    if not rows:
        return "info", tr("Nothing of these months is synced"), tr("Choose later months.")
    if not wrong:
        return "ok", tr("Both sides come to the same in every month"), alone
    count = len({row.month for row in wrong})
    title = plural(count, "{n} month differs", "{n} months differ")
    text = tr("Open a month (Enter or double click) to see the documents that make the difference.")
    return "warn", title, f"{text}\n{alone}" if alone else text


def _alone(rows: Sequence[Any]) -> tuple[int, str]:
    return sum(row.unlinked_count for row in rows), _money(sum(Decimal(row.unlinked_amount) for row in rows))


def to_open(rows: Sequence[Any], key: str) -> tuple[str, list[str]]:
    """The month of a line, and the entities to look into: those that differ, or have something that is not there."""
    month = key.partition("|")[0]
    wanted = [row.entity for row in rows if row.month == month and (row.differs or row.unlinked_count)]
    return month, list(dict.fromkeys(wanted))


def difference_cells(one: Any, system: str) -> list[Shown]:
    shape, tone, words = KINDS[one.kind]
    moved = Decimal(one.here_amount or 0) - Decimal(one.there_amount or 0)
    return [
        Shown(tr(words, system=system), shape, tone),
        Shown(states.entity_title(one.entity)),
        Shown(one.label or formats.NOTHING),
        Shown(formats.day(one.here_date or one.there_date)),
        Shown(_side(one, "here")),
        Shown(_side(one, "there")),
        Shown(signed(_money(moved)) if moved else "="),
    ]


def _side(one: Any, side: str) -> str:
    """An amount, with what tells it apart from the other side's."""
    amount = getattr(one, f"{side}_amount")
    if amount is None:
        return formats.NOTHING
    if one.kind == "status":
        return f"{formats.grouped(amount)}  ({tr(STATUSES[getattr(one, f'{side}_status')])})"
    if one.kind == "month":
        return f"{formats.grouped(amount)}  ({formats.day(getattr(one, f'{side}_date'), short=True)})"
    return formats.grouped(amount)


def sheets(rows: Sequence[Any], found: Sequence[Any], system: str) -> Mapping[str, list[list[Any]]]:
    """What is saved: titles and rows of each sheet; amounts are :class:`Decimal`."""
    out = {tr("Totals"): [_totals_head(system), *(_totals_line(row) for row in rows)]}
    if found:
        out[tr("Differences")] = [_differences_head(system), *(_differences_line(one, system) for one in found)]
    return out


def _totals_head(system: str) -> list[Any]:
    return [
        tr("Month"), tr("Kind"), tr("Status"), tr("Documents here"), tr("Amount here"),
        tr("Documents in {system}", system=system), tr("Amount in {system}", system=system), tr("Difference"),
        tr("Not in {system}", system=system), tr("Amount not in {system}", system=system),
    ]  # fmt: skip


def _totals_line(row: Any) -> list[Any]:
    return [
        row.month, states.entity_plural(row.entity), tr(STATUSES[row.status]), row.here_count, Decimal(row.here_amount),
        row.there_count, Decimal(row.there_amount), Decimal(row.difference), row.unlinked_count, Decimal(row.unlinked_amount),
    ]  # fmt: skip


def _differences_head(system: str) -> list[Any]:
    return [
        tr("What differs"), tr("Kind"), tr("Number"), tr("Date here"), tr("Amount here"), tr("Status here"),
        tr("Date in {system}", system=system), tr("Amount in {system}", system=system),
        tr("Status in {system}", system=system),
    ]  # fmt: skip


def _differences_line(one: Any, system: str) -> list[Any]:
    out: list[Any] = [tr(KINDS[one.kind][2], system=system), states.entity_title(one.entity), one.label]
    for side in ("here", "there"):
        amount, status = getattr(one, f"{side}_amount"), getattr(one, f"{side}_status")
        out += [getattr(one, f"{side}_date") or "", None if amount is None else Decimal(amount)]
        out.append(tr(STATUSES[status]) if status else "")
    return out
