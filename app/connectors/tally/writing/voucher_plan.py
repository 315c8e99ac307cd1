"""From a record's fields to the voucher that is to be: which ledger each figure goes to, which rows stay as they are. Pure.

(docs/protocols/tally.md: Writing vouchers) Fields are those of :mod:`app.connectors.tally.vouchers`: amounts positive for what the
customer owes or has paid. On a change, rows of the present voucher that come to the same are kept as Tally has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from app.connectors.base import Reference
from app.connectors.tally.roles import Role, Roles
from app.connectors.tally.vouchers import ORDER, SALE
from app.connectors.tally.writing import choices, totals
from app.connectors.tally.writing.choices import Chosen
from app.connectors.tally.writing.order_shape import DEFAULT_SALE, Shape
from app.connectors.tally.writing.voucher_body import Bill, Entry, Goods
from app.connectors.tally.writing.voucher_present import RATES, Present, Row, would_lose
from app.model.errors import Rejected

_NEW = "New Ref"
#: What makes a stock line the same one; the rest Tally takes from the item.
_LINE_FIELDS = ("STOCKITEM", "BILLEDQTY", "UNIT", "RATE", "DISCOUNT", "GSTRATE", "AMOUNT")


@dataclass
class Planner:
    """What planning any voucher needs: its party and dates, and what of the present one stays. ``unit_of`` tells an item's unit
    where a line doesn't."""

    module: str
    roles: Roles
    chosen: Chosen
    fields: Mapping[str, Any]
    references: Mapping[tuple[str, str], Reference] = field(default_factory=dict)
    present: Present | None = None
    shape: Shape = DEFAULT_SALE
    unit_of: Callable[[str], str] = lambda _item: ""

    # -- who and when ---------------------------------------------------------------------------------------------

    @property
    def day(self) -> str:
        day = self.fields.get("DATE")
        if not day:
            raise Rejected("The document has no date. Nothing was sent.", field="DATE", hint="Fill in its date.")
        return str(day)

    @property
    def number(self) -> str:
        return str(self.fields.get("VOUCHERNUMBER") or "")

    def party(self) -> str:
        """The party's ledger, by its present name."""
        key = str(self.fields.get("PARTY") or "")
        if key:
            reference = self.references.get(("customer", key))
            known = self.roles.ledgers.get(reference.id) if reference is not None else None
            name = known[0] if known else reference.label if reference is not None else self.roles.ledger_named(key)
            if name is None:
                raise _not_there("customer", "PARTY")
            return name
        if self.present is not None and self.present.record.fields.get("PARTYNAME"):
            return str(self.present.record.fields["PARTYNAME"])
        raise Rejected(
            "The document names no customer. Nothing was sent.",
            field="PARTY",
            hint="Choose its customer in SalesMate Sync.",
        )

    def due_days(self) -> int | None:
        """The credit period that the due date means."""
        due = self.fields.get("DUEDATE")
        if not due:
            return None
        days = (date.fromisoformat(str(due)) - date.fromisoformat(self.day)).days
        if days < 0:
            raise Rejected(
                f"The due date {due} is before the document's date {self.day}. Nothing was sent.",
                field="DUEDATE",
                hint="Correct the due date.",
            )
        return days

    # -- what stays ------------------------------------------------------------------------------------------------

    def _present_party(self) -> list[Row]:
        """The party's rows in the present voucher."""
        if self.present is None:
            return []
        name = self.present.record.fields.get("PARTYNAME")
        rows = [row for row in self.present.entries if row.name == name]
        for row in rows:
            row.taken = True
        return rows

    def _moved(self, *names: str) -> bool:
        """Whether one of these fields is to change."""
        if self.present is None:
            return True
        now = self.present.record.fields
        return any(name in self.fields and _given(self.fields, name) != _given(now, name) for name in names)


class DocumentPlanner(Planner):
    """Plans an order or an invoice."""

    def document(self) -> tuple[list[Entry], list[Goods]]:
        """An order's or invoice's entries (the party's first) and goods; they balance."""
        total = totals.check_document(self.fields, self._shown_lines)
        if total < 0:
            raise Rejected(
                f"The document comes to {total}: what is given back is a credit note, which SalesMate Sync does not send.",
                field="TOTAL",
            )
        goods = self._goods()
        if self.module == ORDER and not goods:
            raise Rejected(
                "A sales order in Tally needs at least one line with a product. Nothing was sent.", field="LINES"
            )
        postings = list(self._postings())
        if not goods and not postings:
            raise Rejected("The document has no lines. Nothing was sent.", field="LINES")
        party = self._party_entries(total)
        sold = self._sold_as_is(goods)
        return [*party, *sold, *self._rows_for(postings)], [] if sold else goods

    @property
    def _shown_lines(self) -> Sequence[Mapping[str, Any]]:
        return (self.present.record.fields.get("LINES") or ()) if self.present is not None else ()

    def _sold_as_is(self, goods: Sequence[Goods]) -> list[Entry]:
        """The sales entries of what is shown as a voucher, when all goods below them stay as they are."""
        sales = self.present.sales if self.present is not None else []
        if sales and self.present and len(goods) == len(self.present.goods) and all(line.as_is for line in goods):
            return [Entry(row.name, row.amount, as_is=row.as_is()) for row in sales]
        if any(row.has_cost_centres() for row in sales):
            raise would_lose("cost centres at its sales")
        return []

    def _postings(self) -> Iterator[tuple[str, Decimal]]:
        """Ledger and amount of each line without goods, each tax and the rounding."""
        for at, line in enumerate(self.fields.get("LINES") or ()):
            if not line.get("STOCKITEM"):
                yield self._charge(line, f"LINES[{at}]"), Decimal(line.get("AMOUNT") or 0)
        for at, tax in enumerate(self.fields.get("TAXES") or ()):
            if Decimal(tax.get("AMOUNT") or 0):
                yield self._tax(tax, f"TAXES[{at}].NAME"), Decimal(tax["AMOUNT"])
        rounding = Decimal(self.fields.get("ROUNDOFF") or 0)
        if rounding:
            yield self._rounding(), rounding

    def _charge(self, line: Mapping[str, Any], at: str) -> str:
        """The ledger of a line without goods: the one it names, or the chosen one for freight or for services."""
        described = str(line.get("DESCRIPTION") or "")
        for name in (line.get("LEDGERNAME"), described):
            own = self.roles.ledger_named(str(name)) if name else None
            if own is not None and (self.roles.role(own) in (Role.INCOME, Role.OTHER) or self._has_entry(own)):
                return own
        return self.chosen.ledger(choices.charge_choice(described), field=f"{at}.DESCRIPTION")

    def _has_entry(self, ledger: str) -> bool:
        return self.present is not None and any(row.name == ledger for row in self.present.entries)

    def _tax(self, tax: Mapping[str, Any], at: str) -> str:
        """The ledger of a tax: the one of that name, or the chosen one for its head and rate."""
        name = str(tax.get("NAME") or "")
        own = self.roles.ledger_named(name) if name else None
        if own is not None and self.roles.role(own) is Role.TAX:
            return own
        head = choices.tax_head(name)
        if head is None:
            raise Rejected(
                f"Tally has no tax ledger “{name}”, and the name does not tell whether it is CGST, SGST or IGST. Nothing was sent.",
                field=at,
                hint="Name the tax as its ledger in Tally, or CGST, SGST, IGST or Cess.",
                code="tax_unknown",
            )
        rate = choices.named_rate(name) if tax.get("RATE") in (None, "") else str(tax["RATE"])
        return self.chosen.ledger(choices.tax_choice(head, rate), choices.tax_choice(head), field=at)

    def _rounding(self) -> str:
        if self.present is not None:
            for row in self.present.entries:
                if self.roles.role(row.name) is Role.ROUNDING:
                    return row.name
        return self.chosen.ledger(choices.ROUND_OFF, field="ROUNDOFF")

    def _rows_for(self, postings: Sequence[tuple[str, Decimal]]) -> list[Entry]:
        """Entries for the postings. A present row of the same ledger and amount goes back as it is, in its place."""
        rows = self.present.entries if self.present else []
        same: list[Row | None] = [self._take(ledger, amount) for ledger, amount in postings]
        placed: list[tuple[int, Entry]] = []
        for (ledger, amount), row in zip(postings, same, strict=True):
            entry = Entry(ledger, amount, as_is=row.as_is() if row is not None else ())
            if row is None and (row := self._take(ledger)) is not None:
                row.check_replaceable()
                entry = Entry(ledger, amount, kept=row.kept(RATES))
            placed.append((rows.index(row) if row is not None else len(rows), entry))
        for at, row in enumerate(rows):
            if not row.taken and not row.amount:
                # A row of nothing, which the hub doesn't see.
                placed.append((at, Entry(row.name, row.amount, as_is=row.as_is())))
        return [entry for _, entry in sorted(placed, key=lambda pair: pair[0])]

    def _take(self, ledger: str, amount: Decimal | None = None) -> Row | None:
        """A present row of that ledger (and amount) that is not spoken for yet."""
        row = self.present.entry(ledger, amount) if self.present is not None else None
        if row is not None:
            row.taken = True
        return row

    # -- the party's entry ----------------------------------------------------------------------------------------

    def _party_entries(self, total: Decimal) -> list[Entry]:
        name, days = self.party(), self.due_days()
        rows = self._present_party()
        if rows and name == rows[0].name and -sum(row.amount for row in rows) == total and not self._moved("DUEDATE"):
            return [Entry(name, row.amount, party=True, as_is=row.as_is()) for row in rows]
        bill = self.number
        for row in rows:
            row.check_replaceable()
            if row.text("BILLALLOCATIONS.LIST/BILLTYPE") == _NEW:
                # Receipts refer to it by this name.
                bill = row.text("BILLALLOCATIONS.LIST/NAME") or bill
            elif row.text("BILLALLOCATIONS.LIST/BILLTYPE"):
                raise would_lose("bills that it is set off against")
        # Orders owe nothing yet.
        bills = (Bill(_NEW, -total, bill, days),) if self.module == SALE and bill and total else ()
        return [Entry(name, -total, party=True, bills=bills, kept=rows[0].kept() if rows else ())]

    # -- goods ----------------------------------------------------------------------------------------------------

    def _goods(self) -> list[Goods]:
        lines = [(at, line) for at, line in enumerate(self.fields.get("LINES") or ()) if line.get("STOCKITEM")]
        pairs = self._pair([line for _, line in lines])
        return [self._line(at, line, *pair) for (at, line), pair in zip(lines, pairs, strict=True)]

    def _pair(self, lines: Sequence[Mapping[str, Any]]) -> list[tuple[Row | None, Mapping[str, Any]]]:
        """For each line the present row that it is: an equal one, else one of the same item."""
        if self.present is None:
            return [(None, {})] * len(lines)
        shown = [line for line in self._shown_lines if line.get("STOCKITEM")]
        free = list(zip(self.present.goods, shown, strict=False))
        found: list[tuple[Row | None, Mapping[str, Any]]] = [(None, {})] * len(lines)
        for same in (same_line, _same_item):
            for at, line in enumerate(lines):
                if found[at][0] is None:
                    pair = next((pair for pair in free if same(pair[1], line)), None)
                    if pair is not None:
                        free.remove(pair)
                        found[at] = pair
        return found

    def _line(self, at: int, line: Mapping[str, Any], row: Row | None, shown: Mapping[str, Any]) -> Goods:
        amount = Decimal(line.get("AMOUNT") or 0)
        item = self._item(line, row, at)
        ledger = self._sales_ledger(line, shown, at)
        unmoved = row is not None and not (self.module == ORDER and self._moved(*self._order_fields))
        if row is not None and not unmoved and self._due_dates_differ:
            raise would_lose("lines that are due on different days")
        if row is not None and unmoved and same_line(shown, line):
            return Goods(item, amount, ledger, as_is=row.as_is())
        if row is not None:
            row.check_replaceable()
        rate = _decimal(line.get("GSTRATE"))
        # Tally keeps more heads than the one rate that the hub knows.
        rates_stay = row is not None and rate is not None and rate == _decimal(shown.get("GSTRATE"))
        unit = str(line.get("UNIT") or shown.get("UNIT") or "")
        quantity = _decimal(line.get("BILLEDQTY"))
        return Goods(
            item,
            amount,
            ledger,
            quantity,
            unit or (self.unit_of(item) if quantity is not None else ""),
            _decimal(line.get("RATE")),
            _decimal(line.get("DISCOUNT")),
            None if rates_stay else rate,
            str(line.get("GSTHSNNAME") or ""),
            (row.text("BATCHALLOCATIONS.LIST/GODOWNNAME") if row else "") or self._godown(),
            (row.text("BATCHALLOCATIONS.LIST/BATCHNAME") if row else "") or self.shape.batch,
            self._order(row if unmoved else None),
            row.kept(*((RATES,) if rates_stay else ())) if row is not None else (),
        )

    def _item(self, line: Mapping[str, Any], row: Row | None, at: int) -> str:
        if row is not None:
            return row.name
        reference = self.references.get(("product", str(line["STOCKITEM"])))
        if reference is None:
            raise _not_there("product", f"LINES[{at}].STOCKITEM")
        return reference.label

    def _sales_ledger(self, line: Mapping[str, Any], shown: Mapping[str, Any], at: int) -> str:
        for name in (line.get("LEDGERNAME"), shown.get("LEDGERNAME")):
            own = self.roles.ledger_named(str(name)) if name else None
            if own is not None:
                return own
        rate = str(line.get("GSTRATE") or "") or None
        names = (choices.sales_choice(rate), choices.SALES) if rate else (choices.SALES,)
        if self.chosen.find(*names) is None:
            raise choices.missing(choices.SALES, f"LINES[{at}]")
        return self.chosen.ledger(*names, field=f"LINES[{at}]")

    def _godown(self) -> str:
        return self.chosen.find(choices.GODOWN) or self.shape.godown

    @property
    def _due_dates_differ(self) -> bool:
        rows = self.present.goods if self.present is not None else ()
        return len({row.text("BATCHALLOCATIONS.LIST/ORDERDUEDATE") for row in rows}) > 1

    @property
    def _order_fields(self) -> tuple[str, ...]:
        """What of the head each line of an order repeats."""
        own = ("DUEDATE", "VOUCHERNUMBER")
        return (*own, "REFERENCE") if self.shape.number_in_reference else own

    def _order(self, row: Row | None) -> tuple[str, str] | None:
        """An order's number and due date for a line; a row that stays in its order keeps them."""
        if row is not None and row.text("BATCHALLOCATIONS.LIST/ORDERNO"):
            return row.text("BATCHALLOCATIONS.LIST/ORDERNO"), row.text("BATCHALLOCATIONS.LIST/ORDERDUEDATE")
        if self.module != ORDER:
            return None
        if not self.number:
            raise Rejected(
                "A sales order needs a number. Nothing was sent.", field="VOUCHERNUMBER", hint="Fill in its number."
            )
        self.due_days()
        reference = str(self.fields.get("REFERENCE") or "")
        number = reference if self.shape.number_in_reference and reference else self.number
        return number, self.shape.due_text(str(self.fields.get("DUEDATE") or self.day), self.day)


def _given(fields: Mapping[str, Any], name: str) -> Any:
    """A field's value; what has no due date is due on its day."""
    return fields.get(name) or (fields.get("DATE") if name == "DUEDATE" else None)


def _not_there(what: str, field: str) -> Rejected:
    return Rejected(
        f"The {what} of this document is not in Tally (yet). Nothing was sent.",
        field=field,
        code="reference_missing",
        hint=f"Sync the {what} first; then send it again.",
        retryable=True,
    )


def _decimal(value: Any) -> Decimal | None:
    return None if value in (None, "") else Decimal(str(value))


def same_line(shown: Mapping[str, Any], line: Mapping[str, Any]) -> bool:
    """Does a line of the voucher read as one of the hub's, in what the hub tells of it?"""
    return all(_value(shown, name) == _value(line, name) for name in _LINE_FIELDS if name in line)


def _same_item(shown: Mapping[str, Any], line: Mapping[str, Any]) -> bool:
    return bool(shown.get("STOCKITEM") == line.get("STOCKITEM"))


def _value(line: Mapping[str, Any], name: str) -> Any:
    """A line's value to compare: nothing and zero are the same discount, ``100`` and ``100.00`` the same rate."""
    value = line.get(name) or None
    return value if name in ("STOCKITEM", "UNIT") or value is None else _decimal(value) or None
