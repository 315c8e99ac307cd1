"""Zoho's JSON values and ours, by a field's data type (docs/protocols/zoho.md: Values). Everything here is pure.

What Zoho sends and fits no known form raises ``ValueError``: its record becomes a problem, never a wrong value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, tzinfo
from decimal import Decimal
from typing import Any

from app.connectors.zoho.metadata import LOOKUPS, NUMBERS, TEXTS, WHOLE, FieldInfo
from app.model.errors import Rejected
from app.model.values import Value, canonical_date, canonical_number

#: What a picklist shows where nothing was chosen.
_NO_CHOICE = "-None-"
_BETWEEN = "; "


# --- from Zoho ---------------------------------------------------------------------------------------------------


def to_canonical(value: Any, info: FieldInfo) -> Value:
    """``value`` of an answer, or the same as a bulk file has it. Lines are the caller's, field by field."""
    if value is None or value in ("", [], {}):
        return None
    kind = info.data_type
    if kind in NUMBERS:
        return _number(value, money=kind == "currency")
    if kind == "boolean":
        return _boolean(value)
    if kind == "date":
        return canonical_date(_text(value)[:10])
    if kind in LOOKUPS:
        return _id(value)
    if kind == "picklist":
        chosen = _text(value)
        return None if chosen == _NO_CHOICE else _actual(chosen, info) or chosen
    if kind == "multiselectpicklist":
        return _joined(_several(value), info)
    return _words(value)


def _number(value: Any, *, money: bool) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"not a number: {type(value).__name__}")
    return canonical_number(value, money=money)


def _boolean(value: Any) -> bool:
    found = {"true": True, "false": False}.get(str(value).lower())
    if found is None:
        raise ValueError("neither true nor false")
    return found


def _id(value: Any) -> str | None:
    found = value.get("id") if isinstance(value, dict) else value
    return None if found is None else _text(found)


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"not a text: {type(value).__name__}")
    return str(value)


def _several(value: Any) -> list[str]:
    """An array, in a bulk file one text."""
    if isinstance(value, list):
        return [_text(one) for one in value]
    return [part.strip() for part in _text(value).split(_BETWEEN.strip()) if part.strip()]


def _joined(chosen: list[str], info: FieldInfo) -> str | None:
    """In the order of the choices, whatever order they were chosen in."""
    places = {actual: place for place, actual in enumerate(info.choices)}
    found = [_actual(one, info) or one for one in chosen if one != _NO_CHOICE]
    return _BETWEEN.join(sorted(found, key=lambda one: places.get(one, len(places)))) or None


def _words(value: Any) -> str | None:
    """For a person to read; of a record its name."""
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("id"))
    if isinstance(value, list):
        return _BETWEEN.join(filter(None, map(_words, value))) or None
    return None if value is None or value == "" else str(value)


def _actual(text: str, info: FieldInfo) -> str | None:
    """The choice that ``text`` is, by its value or by what a person sees, whatever its capitals."""
    if text in info.choices:
        return text
    folded = text.strip().casefold()
    return next((one for one, shown in info.choices.items() if folded in (one.casefold(), shown.casefold())), None)


# --- to Zoho -----------------------------------------------------------------------------------------------------


def to_json(value: Value, info: FieldInfo, zone: tzinfo = UTC) -> Any:
    """``value`` as Zoho takes it; ``zone`` is the organisation's, for a day where Zoho has a moment.

    Raises :class:`Rejected` with the field's title for what Zoho would refuse."""
    if value is None or value == "":
        if info.required:
            raise _refused(info, "is empty, and Zoho takes no record without it", "Fill it in.")
        return None
    if isinstance(value, list):
        raise _refused(info, "holds lines, and Zoho has one value there", "Map it to another field.")
    kind = info.data_type
    if kind == "boolean":
        return _to_boolean(value, info)
    if kind == "datetime":
        return _to_moment(str(value), info, zone)
    convert = _CONVERT.get(kind)
    if convert is None:
        raise _refused(info, "is of a kind that can't be written to Zoho", "Map it in one direction only, from Zoho.")
    return convert(str(value), info)


def _to_text(text: str, info: FieldInfo) -> str:
    if info.length and len(text) > info.length:
        raise _refused(info, f"has {len(text)} characters, and Zoho takes {info.length}", "Shorten it.")
    if info.data_type == "email" and ("@" not in text.strip("@") or any(one.isspace() for one in text.strip())):
        raise _refused(info, f"can't be “{_short(text)}”: that is not one e-mail address", "Correct it.")
    return text


def _to_number(text: str, info: FieldInfo) -> int | float:
    try:
        found = canonical_number(text)
    except ValueError:
        raise _refused(info, f"can't be “{_short(text)}”: Zoho wants a number", "Enter a number there.") from None
    whole, point, _ = found.lstrip("-").partition(".")
    if info.length and len(whole) > info.length:
        raise _refused(info, f"has {len(whole)} digits, and Zoho takes {info.length}", "Look whether it is right.")
    if not point:
        return int(found)
    if info.data_type in WHOLE:
        raise _refused(info, f"can't be “{_short(found)}”: Zoho wants a whole number there", "Round it.")
    number = float(found)
    if Decimal(repr(number)) != Decimal(found):  # JSON's numbers are no finer at the other end
        raise _refused(info, f"has more digits than Zoho keeps ({_short(found)})", "Round it.")
    return number


def _to_boolean(value: Value, info: FieldInfo) -> bool:
    try:
        return _boolean(value)
    except ValueError:
        said = _short(str(value))
        raise _refused(info, f"can't be “{said}”: Zoho wants yes or no", "Map it to another field.") from None


def _to_day(text: str, info: FieldInfo) -> str:
    try:
        return canonical_date(text[:10])
    except ValueError:
        raise _refused(info, f"can't be “{_short(text)}”: Zoho wants a date", "Enter a date there.") from None


def _to_moment(text: str, info: FieldInfo, zone: tzinfo) -> str:
    """With an offset and without fractions: Zoho takes nothing else."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise _refused(info, f"can't be “{_short(text)}”: Zoho wants a day and time", "Enter both there.") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).isoformat(timespec="seconds")


def _to_lookup(text: str, info: FieldInfo) -> dict[str, str]:
    if not (text.isascii() and text.isdecimal()):
        hint = "Sync the record that it should name first."
        raise _refused(info, f"names a record that Zoho does not have (“{_short(text)}”)", hint)
    return {"id": text}


def _to_choice(text: str, info: FieldInfo) -> str:
    if not info.choices:
        return text
    found = _actual(text, info)
    if found is None:
        known = ", ".join(shown for shown in list(info.choices.values())[:12])
        more = " …" if len(info.choices) > 12 else ""
        hint = f"Choose one of these, say in the mapping which of them it is, or add it in Zoho: {known}{more}."
        raise _refused(info, f"can't be “{_short(text)}”: that is not one of the choices in Zoho", hint)
    return found


def _to_choices(text: str, info: FieldInfo) -> list[str]:
    return [_to_choice(one, info) for one in _several(text)]


#: ``boolean`` and ``datetime`` need more than the text.
_CONVERT: Mapping[str, Callable[[str, FieldInfo], Any]] = {
    **dict.fromkeys(TEXTS, _to_text),
    **dict.fromkeys(NUMBERS, _to_number),
    **dict.fromkeys(LOOKUPS, _to_lookup),
    "date": _to_day,
    "picklist": _to_choice,
    "multiselectpicklist": _to_choices,
}


def _refused(info: FieldInfo, what: str, hint: str) -> Rejected:
    return Rejected(f"“{info.title}” {what}. Nothing of this record was sent.", field=info.name, hint=hint)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
