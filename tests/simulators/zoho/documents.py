"""Quotes, sales orders and invoices: their lines, and the totals that Zoho makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from tests.simulators.zoho.org import Org, Record
from tests.simulators.zoho.problems import error, invalid, missing
from tests.simulators.zoho.schema import Field
from tests.simulators.zoho.values import Unfit, kept, plain

_MOST_LINES = 200


def lines(org: Org, field: Field, before: list[Record], given: Any, path: str) -> list[Record]:
    """A document's lines after a write: a row with an id changes that line (``_delete`` removes it), one without is a new line,
    and lines that are not named stay. Raises :class:`Unfit`."""
    if not isinstance(given, list):
        raise Unfit(invalid(field.name, path, expected_data_type="jsonarray"))
    rows = {row["id"]: dict(row) for row in before}
    for index, row in enumerate(given):
        at = f"{path}[{index}]"
        if not isinstance(row, dict):
            raise Unfit(invalid(field.name, at, expected_data_type="jsonobject"))
        id = row.get("id")
        if id is not None and id not in rows:
            raise Unfit(invalid("id", f"{at}.id", "the id given seems to be invalid"))
        if "_delete" in row:
            rows.pop(id, None)
            continue
        made = _line(org, field, rows.get(id, {}), row, at)
        made["id"] = id or next(org.numbers)
        rows[made["id"]] = made
    if len(rows) > _MOST_LINES:
        details = {"maximum_length": _MOST_LINES, "api_name": field.name, "json_path": path}
        raise Unfit(error("LIMIT_EXCEEDED", "limit exceeded", details))
    if not rows:
        raise Unfit(missing(field.name, path))
    return [{**row, "Sequence_Number": place} for place, row in enumerate(rows.values(), 1)]


def _line(org: Org, field: Field, before: Record, given: Mapping[str, Any], at: str) -> Record:
    fields = org.modules[field.lookup].fields
    made = {"Created_Time": org.now(), **before, "Modified_Time": org.now()}
    for name, value in given.items():
        known = fields.get(name)
        if name == "Discount" and isinstance(value, str) and value.endswith("%"):
            made["Discount"], made["_percent"] = None, kept(org, fields["Discount"], value[:-1], f"{at}.Discount")
        elif name == "Line_Tax":
            made["Line_Tax"] = _taxes(org, value, f"{at}.Line_Tax")
        elif known is not None and not known.read_only:
            made[name] = kept(org, known, value, f"{at}.{name}")
            if name == "Discount":
                made.pop("_percent", None)
    product = org.tables["Products"].records.get(made.get("Product_Name") or "")
    if product is None:
        raise Unfit(missing("Product_Name", f"{at}.Product_Name"))
    if made.get("List_Price") is None:
        made["List_Price"] = product.get("Unit_Price") or 0
    if made.get("Quantity") is None:
        made["Quantity"] = 1
    return _priced(made)


def _taxes(org: Org, given: Any, path: str) -> list[Record]:
    if not isinstance(given, list):
        raise Unfit(invalid("Line_Tax", path, expected_data_type="jsonarray"))
    for index, tax in enumerate(given):
        if not isinstance(tax, dict) or not isinstance(tax.get("name"), str):
            raise Unfit(missing("name", f"{path}[{index}].name"))
        if not isinstance(tax.get("percentage"), int | float):
            raise Unfit(invalid("percentage", f"{path}[{index}].percentage", expected_data_type="double"))
    return [{**tax, "id": tax.get("id") or next(org.numbers)} for tax in given]


def _priced(line: Record) -> Record:
    total = _of(line, "Quantity") * _of(line, "List_Price")
    discount = total * _of(line, "_percent") / 100 if "_percent" in line else _of(line, "Discount")
    after = total - discount
    taxes = [_valued(tax, after) for tax in line.get("Line_Tax") or ()]
    tax = sum((_of(one, "value") for one in taxes), Decimal())
    figures = {
        "Total": total,
        "Discount": discount,
        "Total_After_Discount": after,
        "Tax": tax,
        "Net_Total": after + tax,
    }
    return {**line, **{name: plain(value) for name, value in figures.items()}, "Line_Tax": taxes}


def _valued(tax: Record, base: Decimal) -> Record:
    return {**tax, "value": plain(base * _of(tax, "percentage") / 100)}


def totalled(org: Org, record: Record, items: str, taxes: Any, path: str) -> Record:
    """A document with its totals: the lines with their taxes, less the discount, the taxes on what is left, the adjustment.
    ``taxes`` is what was given as ``$line_tax``, if anything."""
    chosen = record.get("$line_tax") or [] if taxes is None else _taxes(org, taxes, f"{path}.$line_tax")
    sub_total = sum((_of(line, "Net_Total") for line in record.get(items) or ()), Decimal())
    after = sub_total - _of(record, "Discount")
    valued = [_valued(tax, after) for tax in chosen]
    tax = sum((_of(one, "value") for one in valued), Decimal())
    grand = after + tax + _of(record, "Adjustment")
    figures = {"Sub_Total": sub_total, "Tax": tax, "Grand_Total": grand}
    return {
        "Discount": 0,
        "Adjustment": 0,
        **{name: value for name, value in record.items() if value is not None},
        **{name: plain(value) for name, value in figures.items()},
        "$line_tax": valued,
    }


def _of(record: Mapping[str, Any], name: str) -> Decimal:
    return Decimal(str(record.get(name) or 0))
