"""Fields of a customer or stock item as the XML that Tally takes (docs/protocols/tally.md: Writing masters). Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from app.connectors.tally.folding import fold_name
from app.connectors.tally.masters import LEDGER, STOCK_ITEM
from app.connectors.tally.roles import Roles
from app.connectors.tally.writing.xml_out import Reserved, Xml, element, listing, sendable
from app.model.errors import Rejected
from app.model.values import canonical_number

Fields = Mapping[str, Any]
_CENT = Decimal("0.01")
_SPECIFIED = "Specify Details Here"


def money(value: str | None) -> str | None:
    """Two decimals, as Tally keeps amounts."""
    return None if value is None else canonical_number(Decimal(value).quantize(_CENT, ROUND_HALF_UP), money=True)


def limit(value: str | None) -> str | None:
    """A limit has no side."""
    amount = money(value)
    return None if amount is None else amount.removeprefix("-")


def credit_days(value: str | None) -> str | None:
    if value is None:
        return None
    days = Decimal(value)
    if days != days.to_integral_value() or days < 0:
        raise Rejected(
            f"The credit period of {value} days is not a whole number of days.",
            field="BILLCREDITPERIOD",
            hint="Correct it and sync again.",
        )
    return f"{int(days)} Days" if days else None


def trimmed(value: Any) -> str | None:
    """A text without outer blanks, which Tally drops; an empty one is nothing."""
    return (sendable(str(value)).strip() or None) if value is not None else None


def address_lines(value: str | None) -> list[str]:
    return [line.strip() for line in sendable(value or "").splitlines() if line.strip()]


def _logical(value: bool | None) -> str | None:
    return None if value is None else "Yes" if value else "No"


_LEDGER_SCALARS: Mapping[str, Callable[[Any], str | None]] = {
    "EMAIL": trimmed,
    "LEDGERPHONE": trimmed,
    "LEDGERMOBILE": trimmed,
    "LEDGERCONTACT": trimmed,
    "WEBSITE": trimmed,
    "INCOMETAXNUMBER": trimmed,
    "NARRATION": trimmed,
    "CREDITLIMIT": limit,
    "BILLCREDITPERIOD": credit_days,
    "OPENINGBALANCE": money,
    "ISBILLWISEON": _logical,
}
_ITEM_SCALARS: Mapping[str, Callable[[Any], str | None]] = {"PARTNO": trimmed, "DESCRIPTION": trimmed}
#: Field → child of the newest row of LEDMAILINGDETAILS. State, PIN and country stand beside the rows, too.
_MAILING = {"ADDRESS": "ADDRESS", "LEDSTATENAME": "STATE", "PINCODE": "PINCODE", "COUNTRYNAME": "COUNTRY"}
_REGISTRATION = {"PARTYGSTIN": "GSTIN", "GSTREGISTRATIONTYPE": "GSTREGISTRATIONTYPE"}
_OPENING = ("OPENINGBALANCE", "OPENINGRATE", "OPENINGVALUE")
#: What can be written of each module besides NAME.
WRITABLE = {
    LEDGER: frozenset({"PARENT", *_LEDGER_SCALARS, *_MAILING, *_REGISTRATION}),
    STOCK_ITEM: frozenset({"PARENT", "BASEUNITS", *_ITEM_SCALARS, *_OPENING, "HSNCODE", "GSTRATE", "TAXABILITY"}),
}
#: Fields that live in dated rows: an alteration must know the rows that are there.
DATED = {
    LEDGER: dict.fromkeys(_MAILING, "LEDMAILINGDETAILS") | dict.fromkeys(_REGISTRATION, "LEDGSTREGDETAILS"),
    STOCK_ITEM: {"HSNCODE": "HSNDETAILS", "GSTRATE": "GSTDETAILS", "TAXABILITY": "GSTDETAILS"},
}


@dataclass(frozen=True)
class Basis:
    """What the fields are written upon: the record as it should read (``whole``), as it read (``before``, empty on a create), and
    the books' first day, from which details apply when nothing else is known."""

    whole: Fields
    before: Fields
    first_day: date
    roles: Roles

    def value(self, name: str) -> Any:
        return self.whole[name] if name in self.whole else self.before.get(name)

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The dated rows that are there, the newest last; those without a date apply from the books' first day."""
        rows = [dict(row) for row in self.before.get(name) or ()]
        for row in rows:
            row["APPLICABLEFROM"] = row.get("APPLICABLEFROM") or self.first_day.isoformat()
        return sorted(rows, key=lambda row: str(row["APPLICABLEFROM"])) or [
            {"APPLICABLEFROM": self.first_day.isoformat()}
        ]


def names(own: str, aliases: Iterable[Mapping[str, Any]] = ()) -> Xml:
    """NAME.LIST: the own name first, aliases behind it (left out, they might be dropped)."""
    return listing("NAME", element("NAME", text=own), *(element("NAME", text=str(row["NAME"])) for row in aliases))


def ledger(fields: Fields, basis: Basis) -> list[Xml]:
    """The children of a LEDGER for ``fields`` (without its name and PARENT); ``None`` clears."""
    children = [_plain(name, _LEDGER_SCALARS[name](fields[name])) for name in _LEDGER_SCALARS if name in fields]
    plain = [name for name in (*_REGISTRATION, "LEDSTATENAME", "PINCODE", "COUNTRYNAME") if name in fields]
    children += [_plain(name, trimmed(fields[name])) for name in plain]
    if any(name in fields for name in _MAILING):
        children += _changed_rows("LEDMAILINGDETAILS", fields, _MAILING, basis, _mailing_row)
    if any(name in fields for name in _REGISTRATION):
        children += _changed_rows("LEDGSTREGDETAILS", fields, _REGISTRATION, basis, _registration_row)
    return children


def item(fields: Fields, basis: Basis) -> list[Xml]:
    """The same for a STOCKITEM (without its name, PARENT and BASEUNITS)."""
    children = [_plain(name, _ITEM_SCALARS[name](fields[name])) for name in _ITEM_SCALARS if name in fields]
    children += _opening(fields, basis)
    if "GSTRATE" in fields or "TAXABILITY" in fields:
        children.append(element("GSTAPPLICABLE", text=Reserved("Applicable")))
        children += _gst_rows(fields, basis)
    if "HSNCODE" in fields:
        children += _changed_rows("HSNDETAILS", fields, {"HSNCODE": "HSNCODE"}, basis, _hsn_row)
    return children


def _plain(tag: str, value: str | None) -> Xml:
    return element(tag, text=value or "")


def _day(iso: Any) -> Xml:
    return element("APPLICABLEFROM", text=str(iso).replace("-", ""))


# -- dated rows ---------------------------------------------------------------------------------------------------


def _changed_rows(
    tag: str, fields: Fields, parts: Mapping[str, str], basis: Basis, shape: Callable[[dict[str, Any], Basis], Xml]
) -> list[Xml]:
    """All rows of a dated list, the newest with the changed parts. Whether Tally replaces the list or merges it by date is told
    nowhere; with all of its rows either comes to the same."""
    rows = basis.rows(tag)
    for name, part in parts.items():
        if name in fields:
            rows[-1][part] = fields[name]
    return [shape(row, basis) for row in rows]


def _mailing_row(row: dict[str, Any], basis: Basis) -> Xml:
    lines = address_lines(row.get("ADDRESS")) or [""]
    return listing(
        "LEDMAILINGDETAILS",
        _day(row["APPLICABLEFROM"]),
        _plain("MAILINGNAME", trimmed(row.get("MAILINGNAME") or basis.value("NAME"))),
        listing("ADDRESS", *(element("ADDRESS", text=line) for line in lines), TYPE="String"),
        _plain("STATE", trimmed(row.get("STATE"))),
        _plain("COUNTRY", trimmed(row.get("COUNTRY"))),
        _plain("PINCODE", trimmed(row.get("PINCODE"))),
    )


def _registration_row(row: dict[str, Any], basis: Basis) -> Xml:
    place = row["PLACEOFSUPPLY"] if "PLACEOFSUPPLY" in row else basis.value("LEDSTATENAME")
    return listing(
        "LEDGSTREGDETAILS",
        _day(row["APPLICABLEFROM"]),
        _plain("GSTREGISTRATIONTYPE", trimmed(row.get("GSTREGISTRATIONTYPE"))),
        _plain("PLACEOFSUPPLY", trimmed(place)),
        _plain("GSTIN", trimmed(row.get("GSTIN"))),
    )


def _hsn_row(row: dict[str, Any], basis: Basis) -> Xml:
    del basis
    return listing(
        "HSNDETAILS",
        _day(row["APPLICABLEFROM"]),
        _plain("HSNCODE", trimmed(row.get("HSNCODE"))),
        _plain("HSN", trimmed(row.get("HSN"))),
        element("SRCOFHSNDETAILS", text=_SPECIFIED),
    )


def _gst_rows(fields: Fields, basis: Basis) -> list[Xml]:
    rows = basis.rows("GSTDETAILS")
    newest = rows[-1]
    if "GSTRATE" in fields:
        newest["RATES"] = _rates(fields["GSTRATE"], newest.get("RATES") or ())
        if fields["GSTRATE"] is not None and "TAXABILITY" not in fields:
            newest["TAXABILITY"] = newest.get("TAXABILITY") or "Taxable"
    if "TAXABILITY" in fields:
        newest["TAXABILITY"] = fields["TAXABILITY"]
    return [_gst_row(row) for row in rows]


def _rates(whole: str | None, before: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """A rate by its heads: half each for CGST and SGST, all of it for IGST; other heads (Cess) stay."""
    half = None if whole is None else canonical_number(Decimal(whole) / 2)
    heads = {"CGST": half, "SGST/UTGST": half, "IGST": whole}
    kept = [dict(rate) for rate in before if rate["HEAD"] not in (*heads, "SGST")]
    return [{"HEAD": head, "RATE": rate} for head, rate in heads.items()] + kept


def _gst_row(row: dict[str, Any]) -> Xml:
    rates = [
        listing(
            "RATEDETAILS",
            element("GSTRATEDUTYHEAD", text=str(rate["HEAD"])),
            element("GSTRATEVALUATIONTYPE", text="Based on Value"),
            _plain("GSTRATE", rate["RATE"]),
        )
        for rate in row.get("RATES") or ()
    ]
    state = listing("STATEWISEDETAILS", element("STATENAME", text=Reserved("Any")), *rates)
    return listing(
        "GSTDETAILS",
        _day(row["APPLICABLEFROM"]),
        _plain("TAXABILITY", trimmed(row.get("TAXABILITY"))),
        element("SRCOFGSTDETAILS", text=_SPECIFIED),
        state if rates else None,
    )


# -- opening stock ------------------------------------------------------------------------------------------------


def _opening(fields: Fields, basis: Basis) -> list[Xml]:
    """Quantity, rate and value always go together: of two of them Tally would work out the third, or keep one that no longer
    fits. What wasn't changed follows from what was."""
    if not any(name in fields for name in _OPENING):
        return []
    quantity, rate, value = (basis.value(name) for name in _OPENING)
    if quantity is None or not Decimal(quantity):
        return [element(name) for name in _OPENING]
    if "OPENINGVALUE" in fields and value is not None and "OPENINGRATE" not in fields:
        rate = canonical_number((abs(Decimal(value)) / Decimal(quantity)).quantize(_CENT, ROUND_HALF_UP), money=True)
    elif rate is not None and ("OPENINGVALUE" not in fields or value is None):
        # Stock is an asset, a debit: negative.
        value = canonical_number(-(Decimal(quantity) * Decimal(rate)).quantize(_CENT, ROUND_HALF_UP), money=True)
    unit = basis.value("BASEUNITS") or ""
    return [
        element("OPENINGBALANCE", text=f" {quantity_text(quantity, unit, basis.roles)}"),
        _plain("OPENINGRATE", None if rate is None else f"{money(rate)}/{basis.roles.small_unit(unit) or unit}"),
        _plain("OPENINGVALUE", money(value)),
    ]


def quantity_text(quantity: str, unit: str, roles: Roles) -> str:
    """``2 Nos``; of a compound unit, whose quantities we tell in its second part, ``3 Dzn 6 Pcs``."""
    compound = roles.compound(unit)
    number = Decimal(quantity)
    if compound is None or number != number.to_integral_value():
        return f"{canonical_number(number)} {roles.small_unit(unit) or unit}"
    first, factor, second = compound
    whole, rest = divmod(abs(number), factor)
    sign = "-" if number < 0 else ""
    parts = [f"{canonical_number(whole)} {first}"] if whole or not rest else []
    parts += [f"{canonical_number(rest)} {second}"] if rest else []
    return sign + " ".join(parts)


# -- what Tally makes of it ----------------------------------------------------------------------------------------


def as_shown(module: str, fields: Fields, roles: Roles | None) -> dict[str, Any]:
    """``fields`` as Tally will show them: outer blanks gone, amounts with two decimals, zero credit days and empty openings as
    nothing, a group or unit in its own spelling."""
    shown = {name: _as_shown(module, name, value) for name, value in fields.items()}
    if roles is not None:
        _in_own_spelling(module, shown, roles)
    return shown


def _as_shown(module: str, name: str, value: Any) -> Any:
    if name == "ADDRESS":
        return "\n".join(address_lines(value)) or None
    if name == "CREDITLIMIT":
        return limit(value)
    if name == "BILLCREDITPERIOD" or (name == "OPENINGBALANCE" and module != LEDGER):
        return value if value and Decimal(value) else None
    if name in ("OPENINGVALUE", "OPENINGRATE", "OPENINGBALANCE"):
        return money(value)
    return trimmed(value) if isinstance(value, str) else value


def _in_own_spelling(module: str, shown: dict[str, Any], roles: Roles) -> None:
    tables = {"PARENT": roles.groups} if module == LEDGER else {"BASEUNITS": roles.units}
    for field, table in tables.items():
        if shown.get(field):
            own = {fold_name(row[0]): row[0] for row in table.values()}
            shown[field] = own.get(fold_name(str(shown[field])), shown[field])
    if module == LEDGER and "PARENT" in shown:
        shown["PARENT"] = shown["PARENT"] or roles.customers_group


def reads_as_sent(module: str, sent: Fields, record: Fields, roles: Roles) -> bool:
    """Whether a record holds what a create sent."""
    shown = as_shown(module, sent, roles)
    return all(_alike(record.get(name), value) for name, value in shown.items() if value is not None)


def _alike(one: Any, other: Any) -> bool:
    """Whether two values are one, but for capitals, spaces and decimals; a number of nothing is nothing."""
    if isinstance(one, str) and isinstance(other, str) and fold_name(one) == fold_name(other):
        return True
    try:
        return Decimal(one or 0) == Decimal(other or 0)
    except (InvalidOperation, TypeError, ValueError):
        return bool(one == other)
