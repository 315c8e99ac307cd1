"""QuickBooks' JSON values and ours, by a field's kind (docs/protocols/quickbooks.md: Values). Everything here is pure.

What QuickBooks sends and fits no known form raises ``ValueError``: its record becomes a problem, never a wrong value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from app.connectors.quickbooks.fields import FieldInfo
from app.connectors.texts import TEXT_OR_NOTHING
from app.model.errors import Rejected
from app.model.values import canonical_date, canonical_number

_TEXT = "StringType"


# --- from QuickBooks ---------------------------------------------------------------------------------------------


Read = Callable[[Any], Any]


def to_canonical(value: Any, info: FieldInfo) -> Any:
    """``value`` of a whole object, nested as QuickBooks nests it. What it leaves out of a group of fields is empty, and so it is
    here; a reference to a synced record is its id, to anything else ``{"value", "name"}``."""
    return reader_of(info)(value)


def reader_of(info: FieldInfo) -> Read:
    """:func:`to_canonical` for the values of one field: put together once, for it is called for each of many records."""
    read = filled_reader_of(info)

    def whole(value: Any) -> Any:
        return None if not value and value.__class__ in EMPTY else read(value)

    return whole


def filled_reader_of(info: FieldInfo) -> Read:
    """The same for values that are not empty."""
    one = _parts_reader(info) if info.kind == "parts" else _READ[info.kind]
    return _list_reader(one) if info.many and info.kind != "custom" else one


#: Nothing at all and an empty one of these are the same; 0 and false are values.
EMPTY = frozenset({str, list, dict, type(None)})


def _list_reader(one: Read) -> Read:
    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise ValueError(f"not a list: {type(value).__name__}")
        return [one(each) for each in value]

    return read


def _parts_reader(info: FieldInfo) -> Read:
    readers = {name: reader_of(part) for name, part in info.parts.items()}
    texts = frozenset(name for name, part in info.parts.items() if is_text(part))
    blank: dict[str, Any] = dict.fromkeys(readers)
    only_texts = texts == readers.keys()

    def read(value: Any) -> Any:
        if only_texts and value.__class__ is dict and TEXT_OR_NOTHING.issuperset(map(type, value.values())):
            # As nearly all are: no look at each.
            made = {**blank, **value}
            if len(made) > len(blank):  # such as an address's own number
                for name in value.keys() - texts:
                    del made[name]
            if "" not in value.values():
                return made
        made = blank.copy()
        for name, inner in _object(value).items():
            if name in texts and inner.__class__ is str:  # as most are: no call for each
                made[name] = inner or None
            elif name in readers:
                made[name] = readers[name](inner)
        return made

    return read


def is_text(info: FieldInfo) -> bool:
    """Are its values texts that are taken as they are?"""
    return not info.many and _READ.get(info.kind) is _text


def _object(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"not an object: {type(value).__name__}")
    return value


def _text(value: Any) -> str:
    if value.__class__ is str:
        return value
    if value.__class__ is int:
        return str(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"not a text: {type(value).__name__}")
    return str(value)


def _number(value: Any) -> str:
    return _canonical(_text(value), False)


def _money(value: Any) -> str:
    return _canonical(_text(value), True)


@lru_cache(maxsize=8192)
def _canonical(text: str, money: bool) -> str:
    """Most figures are nothing, or come again and again: remembering is cheaper than looking."""
    return canonical_number(text, money=money)


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("neither true nor false")
    return value


def _date(value: Any) -> str:
    """The schema's dates may have an offset behind them; what counts is the day as it was written."""
    return canonical_date(_text(value)[:10])


def _reference(value: Any) -> str | None:
    found = _object(value).get("value")
    return None if found in (None, "") else _text(found)


def _custom(value: Any) -> dict[str, str | None]:
    """``{definition's id: what is in it}``."""
    made: dict[str, str | None] = {}
    for one in value if isinstance(value, list) else [value]:
        known = _object(one)
        found = next((known[name] for name in _CUSTOM_VALUES if known.get(name) not in (None, "")), None)
        if known.get("DefinitionId"):
            made[_text(known["DefinitionId"])] = None if found is None else _words(found)
    return made


_CUSTOM_VALUES = ("StringValue", "NumberValue", "DateValue", "BooleanValue")
_READ: Mapping[str, Read] = {
    "text": _text,
    "memo": _reference,
    "choice": _text,
    "moment": _text,
    "boolean": _boolean,
    "number": _number,
    "money": _money,
    "whole": _number,
    "date": _date,
    "reference": _reference,
    "custom": _custom,
}


def as_read(value: Any, info: FieldInfo) -> Any:
    """What was read, to be sent again as it is: numbers with a point were read as texts."""
    if isinstance(value, list):
        return [as_read(each, info) for each in value]
    if isinstance(value, Mapping):
        return {
            name: as_read(inner, info.parts[name]) if name in info.parts else inner for name, inner in value.items()
        }
    return float(value) if isinstance(value, str) and value and info.kind in _FIGURES else value


_FIGURES = frozenset({"number", "money", "whole"})


# --- to QuickBooks -----------------------------------------------------------------------------------------------


def to_json(value: Any, info: FieldInfo) -> Any:
    """``value`` as QuickBooks takes it; ``None`` empties the field. Of a group of fields what only QuickBooks writes is left out.

    Raises :class:`Rejected` with the field's title for what QuickBooks would refuse."""
    if value is None or value in ("", [], {}):
        if info.required:
            raise _refused(info, "is empty, and QuickBooks takes no record without it", "Fill it in.")
        return None
    if info.many and info.kind != "custom":
        if not isinstance(value, list):
            raise _wrong(info, "a list")
        return [_sent(each, info) for each in value]
    return _sent(value, info)


def _sent(value: Any, info: FieldInfo) -> Any:
    if info.kind == "parts":
        if not isinstance(value, Mapping):
            raise _wrong(info, "a group of fields")
        return {
            name: to_json(inner, info.parts[name])
            for name, inner in value.items()
            if name in info.parts and not info.parts[name].readonly
        }
    if isinstance(value, list) or (isinstance(value, Mapping) and info.kind != "custom"):
        raise _wrong(info, "one value")
    return _SEND[info.kind](value, info)


def _to_text(value: Any, info: FieldInfo) -> str:
    text = _words(value)
    if info.length and len(text) > info.length:
        raise _refused(info, f"has {len(text)} characters, and QuickBooks takes {info.length}", "Shorten it.")
    if info.name == "Address" and ("@" not in text.strip("@") or any(one.isspace() for one in text.strip())):
        raise _refused(info, f"can't be “{_short(text)}”: that is not one e-mail address", "Correct it.")
    return text


def _words(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _to_memo(value: Any, info: FieldInfo) -> dict[str, str]:
    return {"value": _to_text(value, info)}


def _to_number(value: Any, info: FieldInfo) -> int | float:
    text = _words(value)
    try:
        found = canonical_number(text)
    except ValueError:
        raise _refused(info, f"can't be “{_short(text)}”: QuickBooks wants a number", "Enter a number there.") from None
    whole = Decimal(found)
    if whole == whole.to_integral_value():
        return int(whole)
    if info.kind == "whole":
        raise _refused(info, f"can't be “{_short(found)}”: QuickBooks wants a whole number there", "Round it.")
    number = float(found)
    if Decimal(repr(number)) != whole:  # JSON's numbers are no finer at the other end
        raise _refused(info, f"has more digits than QuickBooks keeps ({_short(found)})", "Round it.")
    return number


def _to_boolean(value: Any, info: FieldInfo) -> bool:
    found = {"true": True, "false": False}.get(_words(value))
    if found is None:
        said = _short(str(value))
        raise _refused(info, f"can't be “{said}”: QuickBooks wants yes or no", "Map it to another field.")
    return found


def _to_date(value: Any, info: FieldInfo) -> str:
    try:
        return date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        said = _short(str(value))
        raise _refused(info, f"can't be “{said}”: QuickBooks wants a date", "Enter a date there.") from None


def _to_choice(value: Any, info: FieldInfo) -> str:
    text = str(value)
    folded = text.strip().casefold()
    found = next((one for one in info.choices if one.casefold() == folded), None)
    if found is None:
        hint = f"Choose one of these, or say in the mapping which of them it is: {', '.join(info.choices)}."
        raise _refused(info, f"can't be “{_short(text)}”: that is not one of the choices in QuickBooks", hint)
    return found


def _to_reference(value: Any, info: FieldInfo) -> dict[str, str]:
    """Ids are digits; of companies that came from the desktop product some have letters before them (``NG:2285964``)."""
    text = str(value)
    if not (text.isascii() and text.replace(":", "").isalnum()):
        hint = "Sync the record that it should name first."
        raise _refused(info, f"names a record that QuickBooks does not have (“{_short(text)}”)", hint)
    return {"value": text}


def _to_custom(value: Any, info: FieldInfo) -> list[dict[str, str]]:
    if not isinstance(value, Mapping):
        raise _wrong(info, "a group of fields")
    return [
        {"DefinitionId": str(ident), "Type": _TEXT, "StringValue": "" if inner is None else _words(inner)}
        for ident, inner in value.items()
    ]


_SEND: Mapping[str, Callable[[Any, FieldInfo], Any]] = {
    "text": _to_text,
    "moment": _to_text,
    "memo": _to_memo,
    "choice": _to_choice,
    "boolean": _to_boolean,
    "number": _to_number,
    "money": _to_number,
    "whole": _to_number,
    "date": _to_date,
    "reference": _to_reference,
    "custom": _to_custom,
}


def _wrong(info: FieldInfo, wanted: str) -> Rejected:
    return _refused(info, f"is not {wanted}, as QuickBooks has it there", "Map it to another field.")


def _refused(info: FieldInfo, what: str, hint: str) -> Rejected:
    return Rejected(f"“{info.title}” {what}. Nothing of this record was sent.", field=info.name, hint=hint)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
