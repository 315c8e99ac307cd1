"""A document's lines, taxes and allocations while somebody types them: which figures follow from which. Plain Python.

A figure stays as the record has it until something that it follows from is changed, and is the record's again when that is put
back: opening and closing a document changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from app.model.entities import ENTITIES, EntitySpec
from app.model.values import FieldType
from app.ui.records import lines_sums as sums
from app.ui.records.lines_merge import merged

TOTALS = ("subtotal", "tax_total", "round_off", "total")
_BASIS = ("quantity", "rate", "discount_percent")
#: What a line takes over from its product.
_OF_PRODUCT = ("unit", "hsn_code", "gst_rate")
_NOTHING = Decimal(0)


@dataclass
class Line:
    """``values`` as the services take them; ``given``: the record's own line; ``typed``: somebody typed its amount."""

    values: dict[str, Any] = field(default_factory=dict)
    given: Mapping[str, Any] | None = None
    typed: bool = False

    @property
    def is_blank(self) -> bool:
        return self.given is None and not any(value not in (None, "") for value in self.values.values())


class Document:
    def __init__(self, spec: EntitySpec, record: Mapping[str, Any]) -> None:
        self.spec = spec
        self.groups: dict[str, list[Line]] = {}
        self._removed: dict[str, list[tuple[int, Line]]] = {}
        self.show(record)

    def show(self, record: Mapping[str, Any]) -> None:
        """The record's lines, as nobody has typed anything yet."""
        self._record = record
        for group in self.spec.line_fields:
            self.groups[group.name] = [Line(dict(each), each) for each in self._given(group.name)]
            self._removed[group.name] = []
        self.round_off = record.get("round_off")

    # --- what is typed ----------------------------------------------------------------------------------------------

    def set(self, group: str, at: int, name: str, value: Any) -> None:
        """``value`` as the services take it (``None`` clears); an amount that is typed no longer follows, until it is cleared."""
        line, spec = self.groups[group][at], self._child(group, name)
        if spec.type is FieldType.NUMBER:
            value = _tidy(value, money=spec.money and name == "amount")
            if _same_number(value, line.values.get(name)):
                return
        elif value == line.values.get(name):
            return
        line.values[name] = value
        if name == "amount":
            line.typed = value is not None
        self.compute()

    def choose(self, group: str, at: int, name: str, found: Mapping[str, Any], paid: Any = None) -> None:
        """A record for a lookup: a product brings its unit, HSN code and GST rate, and its rate where there is none; an invoice
        what is due of it, as far as ``paid`` (the payment's amount) reaches."""
        line, spec = self.groups[group][at], self._child(group, name)
        value = {"id": found["id"], "label": found.get(ENTITIES[spec.lookup].label_field)}
        if (line.values.get(name) or {}) == value:
            return
        line.values[name] = value
        if spec.lookup == "product":
            for each in _OF_PRODUCT:
                if found.get(each) not in (None, ""):
                    line.values[each] = found[each]
            if line.values.get("rate") in (None, ""):
                line.values["rate"] = found.get("rate")
        elif spec.lookup == "invoice":
            line.values |= {"kind": "against", "reference": None}
            if line.values.get("amount") in (None, ""):
                line.values["amount"] = self._to_settle(found, paid)
        self.compute()

    def _to_settle(self, invoice: Mapping[str, Any], paid: Any) -> str | None:
        due, rest = sums.number(due_of(invoice)), self.unallocated(paid)
        amount = due if rest is None or due is None else min(due, rest)
        return sums.written(amount) if amount is not None and amount > 0 else None

    def add(self, group: str, at: int | None = None) -> int:
        """A line before ``at``, or at the end; answers its place."""
        lines = self.groups[group]
        place = len(lines) if at is None else at
        lines.insert(place, Line())
        return place

    def remove(self, group: str, at: int) -> None:
        self._removed[group].append((at, self.groups[group].pop(at)))
        self.compute()

    def bring_back(self, group: str) -> int | None:
        """The line removed last; answers its place, nothing where there is none."""
        if not self._removed[group]:
            return None
        at, line = self._removed[group].pop()
        at = min(at, len(self.groups[group]))
        self.groups[group].insert(at, line)
        self.compute()
        return at

    def move(self, group: str, at: int, to: int) -> None:
        lines = self.groups[group]
        lines.insert(to, lines.pop(at))

    # --- what follows -----------------------------------------------------------------------------------------------

    def compute(self) -> None:
        for line in self.groups.get("lines", ()):
            self._follow(line, sums.line_amount(line.values), _alike(line, _BASIS))
        base = self.rows("lines") if "lines" in self.groups else []
        unmoved = _weights(base) == _weights(self._given("lines"))
        for tax in self.groups.get("taxes", ()):
            alike = _alike(tax, ("name", "rate"))
            self._follow(tax, self._tax(tax, base, alike=alike), alike and unmoved)

    def _follow(self, line: Line, amount: Decimal | None, unmoved: bool) -> None:
        if line.typed:
            return
        if unmoved and line.given is not None:
            line.values["amount"] = line.given.get("amount")
        elif amount is not None:
            line.values["amount"] = sums.written(amount)

    def _tax(self, tax: Line, base: list[dict[str, Any]], *, alike: bool) -> Decimal | None:
        """One that never came to what its rate says (a cess, a system that rounds otherwise) stays as it is."""
        if tax.given is None or not alike:
            return sums.tax_amount(tax.values, base)
        lines = self._given("lines")
        without = sums.implied_rate(tax.given, lines)
        then, amount = sums.tax_amount(tax.given, lines, without), sums.number(tax.given.get("amount"))
        if then is None or amount is None or abs(then - amount) > sums.PAISA * max(1, len(lines)):
            return None
        return sums.tax_amount(tax.values, base, without)

    @property
    def moved(self) -> bool:
        """Do lines, taxes or rounding differ from the record's?"""
        return any(self.changed(name) for name in self.groups) or self.round_off != self._record.get("round_off")

    def changed(self, group: str) -> bool:
        return self.rows(group) != self._given(group)

    def totals(self) -> dict[str, Any]:
        """Subtotal, taxes, rounding and total. Where the record's own did not come from its lines alone, what they had besides
        stays in them."""
        if not self.moved:
            return {name: self._record.get(name) for name in TOTALS}
        now, then = self._sums(), self._sums_then()
        subtotal = now[0]
        if self._counts_goods:
            subtotal = sums.total([line for line in self._values("lines") if line.get("product")])
        elif (before := self._number("subtotal")) is not None:
            subtotal = before + now[0] - then[0]
        taxes, whole = self._number("tax_total"), self._number("total")
        return {
            "subtotal": sums.written(subtotal),
            "tax_total": sums.written(now[1] if taxes is None else taxes + now[1] - then[1]),
            "round_off": self.round_off,
            "total": sums.written(sum(now, _NOTHING) + (_NOTHING if whole is None else whole - sum(then, _NOTHING))),
        }

    @property
    def besides(self) -> str:
        """What is in the record's total besides lines, taxes and rounding; empty where nothing is."""
        whole = self._number("total")
        rest = _NOTHING if whole is None else whole - sum(self._sums_then(), _NOTHING)
        return sums.written(rest) if rest else ""

    def round_to_rupees(self) -> None:
        """The rounding that makes the total a whole number."""
        whole = sums.number(self.totals()["total"]) or _NOTHING
        exact = whole - (sums.number(self.round_off) or _NOTHING)
        self.set_round_off(sums.written(exact.quantize(Decimal(1), "ROUND_HALF_UP") - exact))

    def set_round_off(self, value: Any) -> None:
        value = _tidy(value, money=True)
        if _same_number(value, self._record.get("round_off")):
            value = self._record.get("round_off")
        self.round_off = value

    def unallocated(self, paid: Any) -> Decimal | None:
        """What of a payment is allocated to nothing yet."""
        amount = sums.number(paid)
        return None if amount is None else amount - sums.total(self._values("allocations"))

    # --- what is saved ----------------------------------------------------------------------------------------------

    def places(self, group: str) -> list[int]:
        """Of each line that is saved, where it stands: lines with nothing in them are not."""
        return [at for at, line in enumerate(self.groups[group]) if not line.is_blank]

    def rows(self, group: str) -> list[dict[str, Any]]:
        return [self.groups[group][at].values for at in self.places(group)]

    def changes(self) -> dict[str, Any]:
        """What ``records.update`` is to be given: whole groups, and the totals that are others now."""
        out: dict[str, Any] = {
            name: [dict(row) for row in self.rows(name)] for name in self.groups if self.changed(name)
        }
        if "total" in self.spec.field and self.moved:
            totals = self.totals().items()
            out |= {name: value for name, value in totals if not _same_number(value, self._record.get(name))}
        return out

    def load_again(self, record: Mapping[str, Any]) -> list[str]:
        """The record as somebody else left it; what was typed here stays. Answers the groups with such lines."""
        rounding = self.round_off if self.round_off != self._record.get("round_off") else record.get("round_off")
        typed = {name: (self.groups[name], self._given(name)) for name in self.groups if self.changed(name)}
        self.show(record)
        self.round_off = rounding
        for name, (lines, before) in typed.items():
            found = merged([(line.values, line.given) for line in lines], before, self._given(name))
            by_hand = {id(line.values): line.typed for line in lines}
            self.groups[name] = [Line(values, given, by_hand.get(key, False)) for values, given, key in found]
        self.compute()
        return list(typed)

    # --- in detail --------------------------------------------------------------------------------------------------

    def _child(self, group: str, name: str) -> Any:
        return self.spec.field[group].child[name]

    def _given(self, group: str) -> list[Any]:
        return list(self._record.get(group) or ())

    def _values(self, group: str) -> list[dict[str, Any]]:
        return [line.values for line in self.groups.get(group, ())]

    def _number(self, name: str) -> Decimal | None:
        return sums.number(self._record.get(name))

    def _sums(self) -> tuple[Decimal, Decimal, Decimal]:
        rounding = sums.number(self.round_off) or _NOTHING
        return sums.total(self._values("lines")), sums.total(self._values("taxes")), rounding

    def _sums_then(self) -> tuple[Decimal, Decimal, Decimal]:
        rounding = self._number("round_off") or _NOTHING
        return sums.total(self._given("lines")), sums.total(self._given("taxes")), rounding

    @property
    def _counts_goods(self) -> bool:
        """Many systems count freight and the like below the subtotal."""
        lines, stated = self._given("lines"), self._number("subtotal")
        goods = sums.total([line for line in lines if line.get("product")])
        return stated is not None and stated == goods != sums.total(lines)


def due_of(invoice: Mapping[str, Any]) -> Any:
    """What is still to be paid; the whole where nobody has told."""
    due = invoice.get("balance_due")
    return invoice.get("total") if due is None else due


def _tidy(value: Any, *, money: bool) -> Any:
    text = sums.cleaned(value) if isinstance(value, str) else value
    amount = sums.number(text)
    return sums.written(amount) if money and amount is not None else text


def _same_number(one: Any, other: Any) -> bool:
    first, second = sums.number(one), sums.number(other)
    return first == second if first is not None or second is not None else one == other


def _alike(line: Line, names: tuple[str, ...]) -> bool:
    return line.given is not None and all(line.values.get(name) == line.given.get(name) for name in names)


def _weights(lines: list[Any]) -> list[tuple[Any, Any]]:
    """What taxes follow from."""
    return sorted((str(line.get("amount") or ""), str(line.get("gst_rate") or "")) for line in lines)
