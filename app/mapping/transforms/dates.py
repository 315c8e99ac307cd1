"""Transforms between dates and how they are written. A format is made of DD, D, MM, M, MMM, MMMM, YYYY, YY and other letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import re2

from app.mapping.parameters import Arguments, BadArgument, Parameter
from app.mapping.transforms.base import DATE, TEXT, Step, Transform, on_text
from app.model.values import FieldType

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SHORT = tuple(name[:3] for name in _MONTHS)
_SHAPES = {
    "DD": "([0-9]{2})",
    "D": "([0-9]{1,2})",
    "MM": "([0-9]{2})",
    "M": "([0-9]{1,2})",
    "MMM": f"({'|'.join(_SHORT)})",
    "MMMM": f"({'|'.join(_MONTHS)})",
    "YYYY": "([0-9]{4})",
    "YY": "([0-9]{2})",
}
_HINT = "Write it like DD/MM/YYYY, D-MMM-YY or YYYYMMDD."


@dataclass(frozen=True)
class _Format:
    parts: tuple[str, ...]
    pattern: Any

    @property
    def exact(self) -> bool:
        """Does every day have its own text, and is that text read in one way only?"""
        return "YYYY" in self.parts and all(
            part not in {"D", "M"} or (after not in _SHAPES and not after[:1].isdigit())
            for part, after in zip(self.parts, (*self.parts[1:], ""), strict=True)
        )

    def write(self, text: str) -> str:
        day = _day(text)
        shown = {
            "DD": f"{day.day:02d}",
            "D": str(day.day),
            "MM": f"{day.month:02d}",
            "M": str(day.month),
            "MMM": _SHORT[day.month - 1],
            "MMMM": _MONTHS[day.month - 1],
            "YYYY": f"{day.year:04d}",
            "YY": f"{day.year % 100:02d}",
        }
        return "".join(shown.get(part, part) for part in self.parts)

    def read(self, text: str) -> str:
        try:
            found = self.pattern.fullmatch(text.strip())
        except UnicodeEncodeError:
            found = None
        if found is None:
            raise ValueError(f"is not a date written like {''.join(self.parts)}")
        tokens = [part for part in self.parts if part in _SHAPES]
        values = {part[0]: _figure(part, shown) for part, shown in zip(tokens, found.groups(), strict=True)}
        try:
            return date(values["Y"], values["M"], values["D"]).isoformat()
        except ValueError:
            raise ValueError("is a day that does not exist") from None


def _figure(part: str, shown: str) -> int:
    if len(part) > 2 and part[0] == "M":
        return _SHORT.index(shown[:3].title()) + 1
    figure = int(shown)
    if part == "YY":
        return figure + (2000 if figure < 70 else 1900)
    return figure


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("is not a date") from None


def _format(arguments: Arguments) -> _Format:
    parts: list[str] = []
    for letter, run in groupby(arguments["format"]):
        text = "".join(run)
        if letter in "DMY" and text not in _SHAPES:
            raise BadArgument("format", f"{text!r} is not a part of a date.", _HINT)
        parts.append(text)
    if sorted(part[0] for part in parts if part in _SHAPES) != ["D", "M", "Y"]:
        raise BadArgument("format", "A date format names day, month and year once each.", _HINT)
    pattern = "(?i)" + "".join(_SHAPES.get(part) or re2.escape(part) for part in parts)
    return _Format(tuple(parts), re2.compile(pattern))


def _step(way: Callable[[_Format], Callable[[str], str]], *, exactly: bool = False) -> Callable[[Arguments], Any]:
    def build(arguments: Arguments) -> Step | None:
        form = _format(arguments)
        return None if exactly and not form.exact else on_text(way(form))

    return build


_FORMAT = Parameter("format", "Format", required=True, default="DD/MM/YYYY", help=_HINT, most=60)
_WHEN = "the year has four figures and day and month can be told apart"

DATES = (
    Transform(
        "date_parse",
        "Read a date from text",
        TEXT,
        _step(lambda form: form.read),
        _step(lambda form: form.write, exactly=True),
        gives=FieldType.DATE,
        parameters=(_FORMAT,),
        example="“01/08/2026”, DD/MM/YYYY → 2026-08-01",
        when=_WHEN,
    ),
    Transform(
        "date_format",
        "Write a date as text",
        DATE,
        _step(lambda form: form.write),
        _step(lambda form: form.read, exactly=True),
        gives=FieldType.TEXT,
        parameters=(_FORMAT,),
        example="2026-08-01, D-MMM-YYYY → “1-Aug-2026”",
        when=_WHEN,
    ),
)
