"""SAP's JSON values and ours, by what its metadata say of a field (docs/protocols/sap.md: Values). Everything here is pure.

What SAP sends and fits no known form raises ``ValueError``: its record becomes a problem, never a wrong value.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from app.connectors.odata.dialect import Dialect
from app.connectors.odata.metadata import Property
from app.model.errors import Rejected
from app.model.values import FieldType, canonical_date, canonical_number

#: Numbers that SAP never leaves empty, and whose 0 says that there is none.
ZERO_IS_NONE = frozenset({"CreditLimit", "DiscountPercent", "MaxLocalTotal", "ClosingPercentage"})
#: SAP's yes and no; older bodies have the database's letters.
_TRUTH = {"tYES": True, "tNO": False, "Y": True, "N": False}


def to_canonical(value: Any, type_: Property, dialect: Dialect) -> Any:
    """``value`` nested as SAP nests it; a group of fields lacks what the row lacks."""
    if value is None or value in ("", [], {}):
        return None
    if type_.type is FieldType.LINES:
        if not isinstance(value, list):
            raise ValueError(f"{type_.name} is not a list")
        return [_parts(one, type_, dialect) for one in value]
    if type_.parts:
        return _parts(value, type_, dialect)
    if isinstance(value, list | Mapping):
        raise ValueError(f"{type_.name} is not a single value")
    if type_.type is FieldType.DATE:
        return canonical_date(dialect.read_date(value) or "")
    if type_.type is FieldType.NUMBER:
        return None if type_.name in ZERO_IS_NONE and decimal(value) == 0 else canonical_number(str(value))
    if is_truth(type_):
        return _truth(value)
    return str(value)


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


def _parts(value: Any, type_: Property, dialect: Dialect) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{type_.name} is not a group of fields")
    return {part.name: to_canonical(value[part.name], part, dialect) for part in type_.parts if part.name in value}


def decimal(value: Any) -> Decimal:
    return Decimal(str(value)) if value not in (None, "") else Decimal(0)


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
