"""What stands in a cell as a canonical value of a field's type, read as an Indian office writes it.

Every reason is a fixed sentence, so that it can be translated; the cell's own text stands beside it (:class:`Unreadable`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from app.model.entities import FieldSpec
from app.model.values import FieldType, Value, canonical_number

NOT_A_NUMBER = "is not a number; write it like 1,23,456.50"
NOT_A_DATE = "is not a date; write it like 31-12-2026"
NO_SUCH_DAY = "is a day that does not exist; it is read as day, month, year"
NOT_YES_OR_NO = "is neither yes nor no"
NOT_A_CHOICE = "is none of the words that this field takes"
EXCEL_ERROR = "is an error that Excel shows instead of a value"
NOT_TEXT = "holds a character that is not text"
REASONS = (NOT_A_NUMBER, NOT_A_DATE, NO_SUCH_DAY, NOT_YES_OR_NO, NOT_A_CHOICE, EXCEL_ERROR, NOT_TEXT)

_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"})
#: What people put into a cell to say that it is empty.
_DASHES = frozenset({"-", "–", "—"})
_YES = frozenset({"yes", "true", "1", "y", "on", "active", "हाँ", "हां"})
_NO = frozenset({"no", "false", "0", "n", "off", "inactive", "नहीं"})
#: Other words for choices, Tally's among them.
_WORDS = {
    "against bill": "against", "agst ref": "against", "new bill": "new", "new ref": "new", "on account": "on_account",
    "canceled": "cancelled", "optional": "draft", "regular": "posted",
}  # fmt: skip
_CURRENCY = re.compile(r"^(?:₹|rs\.?|inr)\s*|\s*(?:/-|₹|inr)$", re.IGNORECASE)
_SIDE = re.compile(r"\s*\b(dr|cr)\.?$|^(dr|cr)\.?\s*", re.IGNORECASE)
_FIGURE = re.compile(r"[0-9]*\.?[0-9]+|[0-9]+\.|[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]*)?")
_POWER = re.compile(r"([0-9]+(?:\.[0-9]*)?)e([+-]?[0-9]{1,2})", re.IGNORECASE)
_MOST_DIGITS = 40
_MONTHS = {name: at for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
_LONG_MONTHS = {
    name: at
    for at, name in enumerate(
        "january february march april may june july august september october november december".split(), start=1
    )
} | {"sept": 9}
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m|z)?$", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_WORDED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})\.?,?[-/. ]*(\d{4}|\d{2})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.IGNORECASE)
#: Excel counts days from here (its 29 February 1900 never was).
_EPOCH = date(1899, 12, 30)
#: 1954 to 2119: other figures are no dates that anybody meant.
_SERIALS = range(20_000, 80_001)


class Unreadable(ValueError):
    """``reason`` ends the sentence that ``shown``, the cell's text, begins."""

    def __init__(self, shown: str, reason: str) -> None:
        super().__init__(f"“{shown}” {reason}")
        self.shown = shown
        self.reason = reason


def is_empty(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def as_text(cell: Any) -> str:
    """A cell as a person reads it: ``400001`` and not ``400001.0``."""
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float):
        return plain(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell).replace("\r\n", "\n").replace("\xa0", " ").strip()


def plain(number: float) -> str:
    """The figures that Excel shows of a number that it keeps in binary."""
    try:
        return canonical_number(Decimal(f"{number:.15g}"))
    except ValueError:
        return str(number)


def parse(field: FieldSpec, cell: Any) -> Value:
    """The canonical value, ``None`` for an empty cell; of a lookup what it names. Raises :class:`Unreadable`."""
    if is_empty(cell):
        return None
    if isinstance(cell, str) and cell.strip() in _ERRORS:
        raise Unreadable(cell.strip(), EXCEL_ERROR)
    made: Value = _READERS[field.type](field, cell)
    return made


def _text(_field: FieldSpec, cell: Any) -> str:
    text = as_text(cell)
    if "\0" in text or any("\ud800" <= mark <= "\udfff" for mark in text):
        raise Unreadable(
            "".join("\ufffd" if "\ud800" <= mark <= "\udfff" else mark for mark in text.replace("\0", " ")), NOT_TEXT
        )
    return text


def _number(field: FieldSpec, cell: Any) -> str | None:
    shown = as_text(cell)
    if shown in _DASHES:
        return None
    if isinstance(cell, bool | date):
        raise Unreadable(shown, NOT_A_NUMBER)
    try:
        number = Decimal(cell) if isinstance(cell, int) else _figures(shown)
        if len(number.as_tuple().digits) > _MOST_DIGITS or abs(number.adjusted()) > _MOST_DIGITS:
            raise ValueError(NOT_A_NUMBER)
        return canonical_number(number, money=field.money)
    except (ValueError, InvalidOperation):
        raise Unreadable(shown, NOT_A_NUMBER) from None


def _figures(shown: str) -> Decimal:
    """``(1,23,456.50)``, ``₹ 500/-``, ``1,200.00 Cr``, ``18 %``: what the hub has as debit is positive."""
    text = _western(shown).replace("−", "-").replace(" ", " ").strip()
    side = _SIDE.search(text)
    text = _SIDE.sub("", text).strip()
    negative = text.startswith("(") and text.endswith(")")
    text = (text[1:-1] if negative else text).strip()
    text, signs = _unsigned(text)
    text = _CURRENCY.sub("", _CURRENCY.sub("", text)).removesuffix("%").strip()
    text, more = _unsigned(text)
    if _FIGURE.fullmatch(text):
        number = Decimal(text.replace(",", ""))
    elif _POWER.fullmatch(text):
        number = Decimal(text)
    else:
        raise ValueError(NOT_A_NUMBER)
    credit = side is not None and (side[1] or side[2]).lower() == "cr"
    return -number if (signs + more + negative + credit) % 2 else number


def _unsigned(text: str) -> tuple[str, int]:
    if text[:1] in ("-", "+"):
        return text[1:].strip(), int(text[0] == "-")
    if text.endswith("-") and not text.endswith("/-"):  # how some books print a credit
        return text[:-1].strip(), 1
    return text, 0


def _western(text: str) -> str:
    """Devanagari and other figures as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(mark)) if unicodedata.digit(mark, None) is not None else mark for mark in text)


def _date(_field: FieldSpec, cell: Any) -> str | None:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    shown = as_text(cell)
    if shown in _DASHES:
        return None
    text = _TIME.sub("", " ".join(_western(shown).split())).strip()
    if text.isdecimal() and int(text) in _SERIALS:
        return (_EPOCH + timedelta(days=int(text))).isoformat()
    parts = _day_parts(text)
    if isinstance(cell, bool) or parts is None:
        raise Unreadable(shown, NOT_A_DATE)
    try:
        return date(*parts).isoformat()
    except ValueError:
        raise Unreadable(shown, NO_SUCH_DAY) from None


def _day_parts(text: str) -> tuple[int, int, int] | None:
    """``(year, month, day)`` of a date in figures or words: the day comes first, unless a year or a word does."""
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.fullmatch(text):
        return _year(found[3]), int(found[2]), int(found[1])
    if found := _WORDED.fullmatch(text):
        month = _month(found[2])
        return (_year(found[3]), month, int(found[1])) if month else None
    if found := _MONTH_FIRST.fullmatch(text):
        month = _month(found[1])
        return (int(found[3]), month, int(found[2])) if month else None
    return None


def _year(figures: str) -> int:
    year = int(figures)
    return year if len(figures) == 4 else year + (2000 if year < 70 else 1900)


def _month(word: str) -> int | None:
    return _MONTHS.get(word.lower()) or _LONG_MONTHS.get(word.lower())


def _boolean(_field: FieldSpec, cell: Any) -> bool:
    word = as_text(cell).casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Unreadable(as_text(cell), NOT_YES_OR_NO)


def _choice(field: FieldSpec, cell: Any) -> str:
    shown = as_text(cell)
    word = " ".join(shown.casefold().replace("_", " ").split())
    for choice in field.choices:
        if word == choice.replace("_", " ") or _WORDS.get(word) == choice:
            return choice
    if field.choices:
        raise Unreadable(shown, NOT_A_CHOICE)
    return _text(field, cell)


_READERS: Mapping[FieldType, Callable[[FieldSpec, Any], Value]] = {
    FieldType.TEXT: _text,
    FieldType.LOOKUP: _text,
    FieldType.PICKLIST: _choice,
    FieldType.NUMBER: _number,
    FieldType.DATE: _date,
    FieldType.BOOLEAN: _boolean,
}
