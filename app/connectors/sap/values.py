"""SAP's JSON values and ours, by what its metadata say of a field (docs/protocols/sap.md: Values). Everything here is pure.

What SAP sends and fits no known form raises ``ValueError``: its record becomes a problem, never a wrong value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from app.connectors.odata.dialect import Dialect
from app.connectors.odata.metadata import Property
from app.model.errors import Rejected
from app.model.values import FieldType, canonical_date, canonical_number

#: From SAP's JSON value to ours. Raises ``ValueError``.
Canonical = Callable[[Any], Any]
#: Numbers that SAP never leaves empty, and whose 0 says that there is none.
ZERO_IS_NONE = frozenset({"CreditLimit", "DiscountPercent", "MaxLocalTotal", "ClosingPercentage"})
#: SAP's yes and no; older bodies have the database's letters.
_TRUTH = {"tYES": True, "tNO": False, "Y": True, "N": False}


def canonical(type_: Property, dialect: Dialect) -> Canonical:
    """What reads a field's values, nested as SAP nests them; a group of fields lacks what the row lacks."""
    if is_text(type_):
        return _text(type_.name)
    if type_.type is FieldType.LINES:
        return _unless_empty(_lines(type_.name, _parts(type_, dialect)))
    if type_.parts:
        return _unless_empty(_parts(type_, dialect))
    if type_.type is FieldType.DATE:
        return _single(type_.name, lambda value: canonical_date(dialect.read_date(value) or ""))
    if type_.type is FieldType.NUMBER:
        return _single(type_.name, _number_or_none if type_.name in ZERO_IS_NONE else _number)
    return _single(type_.name, _truth)


def is_text(type_: Property) -> bool:
    """Are its values texts that are taken as they are?"""
    others = (FieldType.LINES, FieldType.DATE, FieldType.NUMBER)
    return not (type_.parts or type_.type in others or is_truth(type_))


def _text(name: str) -> Canonical:
    other = _single(name, str)
    return lambda value: (value or None) if type(value) is str else other(value)


def _single(name: str, read: Canonical) -> Canonical:
    def made(value: Any) -> Any:
        if value is None or value == "":
            return None
        if value.__class__ is not str and isinstance(value, list | dict):
            if value:
                raise ValueError(f"{name} is not a single value")
            return None
        return read(value)

    return made


def _parts(type_: Property, dialect: Dialect) -> Canonical:
    parts = [(part.name, canonical(part, dialect)) for part in type_.parts]

    def made(value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(f"{type_.name} is not a group of fields")
        return {name: read(value[name]) for name, read in parts if name in value}

    return made


def _lines(name: str, read: Canonical) -> Canonical:
    def made(value: Any) -> Any:
        if not isinstance(value, list):
            raise ValueError(f"{name} is not a list")
        return [read(one) for one in value]

    return made


def _unless_empty(read: Canonical) -> Canonical:
    return lambda value: read(value) if value else None


@lru_cache(maxsize=8192, typed=True)
def _number(value: Any) -> str:
    """Of masters most figures are nothing: remembering is cheaper than looking."""
    return canonical_number(str(value))


def _number_or_none(value: Any) -> str | None:
    made = _number(value)
    return None if made == "0" else made


def is_truth(type_: Property) -> bool:
    """SAP's yes and no are an enumeration."""
    return type_.type is FieldType.BOOLEAN or set(type_.choices) == {"tYES", "tNO"}


def _truth(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    found = _TRUTH.get(str(value))
    if found is None:
        raise ValueError("neither yes nor no")
    return found


def decimal(value: Any) -> Decimal:
    """Nothing is 0. Raises ``ValueError`` for what is no number."""
    return Decimal(canonical_number(str(value))) if value not in (None, "") else Decimal(0)


# --- to SAP --------------------------------------------------------------------------------------------------------


def to_json(value: Any, type_: Property) -> Any:
    """``value`` as SAP takes it; ``None`` empties the field. Raises :class:`Rejected` with the field's name for what SAP would
    refuse."""
    if value is None or value in ("", [], {}):
        return 0 if type_.name in ZERO_IS_NONE else None
    if isinstance(value, list | Mapping):
        raise _refused(type_, "is not one value, as SAP has it there", "Map it to another field.")
    if is_truth(type_):
        return "tYES" if _to_truth(value, type_) else "tNO"
    if type_.type is FieldType.NUMBER:
        return _to_number(value, type_)
    if type_.type is FieldType.DATE:
        return _to_date(value, type_)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if type_.choices:
        return _to_choice(text, type_)
    return text


def _to_truth(value: Any, type_: Property) -> bool:
    found = value if isinstance(value, bool) else {"true": True, "false": False, **_TRUTH}.get(str(value))
    if found is None:
        raise _refused(type_, f"can't be “{_short(value)}”: SAP wants yes or no", "Map it to another field.")
    return found


def _to_number(value: Any, type_: Property) -> Decimal | int:
    try:
        found = Decimal(canonical_number(str(value)))
    except ValueError:
        raise _refused(type_, f"can't be “{_short(value)}”: SAP wants a number", "Enter a number there.") from None
    return int(found) if found == found.to_integral_value() else found


def _to_date(value: Any, type_: Property) -> str:
    try:
        return date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        raise _refused(type_, f"can't be “{_short(value)}”: SAP wants a date", "Enter a date there.") from None


def _to_choice(text: str, type_: Property) -> str:
    folded = text.strip().casefold()
    found = next((one for one in type_.choices if one.casefold() == folded), None)
    if found is None:
        hint = f"Choose one of these, or say in the mapping which of them it is: {', '.join(type_.choices)}."
        raise _refused(type_, f"can't be “{_short(text)}”: that is not one of the choices in SAP", hint)
    return found


def _refused(type_: Property, what: str, hint: str) -> Rejected:
    return Rejected(f"“{type_.name}” {what}. Nothing of this record was sent.", field=type_.name, hint=hint)


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
