"""Transforms that know India's registers: telephone numbers, states and their GST codes."""

from __future__ import annotations

from collections.abc import Callable

from app.mapping.india import COUNTRIES, e164, national, state_code, state_name
from app.mapping.parameters import Arguments, Parameter
from app.mapping.transforms.base import TEXT, Step, Transform, on_text
from app.model.values import FieldType


def _or_else(arguments: Arguments, find: Callable[[str], str | None], fault: str) -> Step:
    """What ``find`` does not know is kept, or refused when the admin asked for it."""
    strict = arguments["unknown"] == "error"

    def function(text: str) -> str:
        found = find(text)
        if found is None and strict:
            raise ValueError(fault)
        return text if found is None else found

    return on_text(function)


def _to_code(arguments: Arguments) -> Step:
    return _or_else(arguments, state_code, "is not a state of India")


def _to_name(arguments: Arguments) -> Step:
    return _or_else(arguments, state_name, "is not a GST state code")


def _international(arguments: Arguments) -> Step:
    return _or_else(arguments, lambda text: e164(text, arguments["country"]), "is not a telephone number")


def _unknown(what: str) -> Parameter:
    return Parameter(
        "unknown", what, "choice", default="keep", choices=("keep", "error"), help="keep leaves it as it is."
    )


_STATE = _unknown("A state that is not known")

REGISTERS = (
    Transform(
        "phone_e164",
        "Telephone number with country code",
        TEXT,
        _international,
        lambda arguments: on_text(lambda text: national(text, arguments["country"])),
        gives=FieldType.TEXT,
        parameters=(
            Parameter(
                "country",
                "Country",
                "choice",
                default="IN",
                choices=tuple(COUNTRIES),
                help="Of numbers without a country code.",
            ),
            _unknown("What is not a number"),
        ),
        example="“098765 43210” → “+919876543210”; on the way back “9876543210”",
    ),
    Transform(
        "state_to_code",
        "State's name to GST code",
        TEXT,
        _to_code,
        _to_name,
        gives=FieldType.TEXT,
        parameters=(_STATE,),
        example="“Maharashtra” → “27”",
    ),
    Transform(
        "code_to_state",
        "GST code to state's name",
        TEXT,
        _to_name,
        _to_code,
        gives=FieldType.TEXT,
        parameters=(_STATE,),
        example="“27” → “Maharashtra”",
    ),
)
