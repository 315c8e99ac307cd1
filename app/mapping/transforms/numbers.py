"""Transforms of numbers, and between numbers and how people write them."""

from __future__ import annotations

import decimal as decimals
from collections.abc import Callable
from decimal import Context, Decimal

from app.mapping.parameters import Arguments, BadArgument, Parameter
from app.mapping.transforms.base import EXACT, NUMBER, TEXT, Step, Transform, decimal, on_number, on_text, plain
from app.model.values import FieldType, Value, canonical_number

#: Units of trade as (what is measured, how many of the smallest).
_UNITS = {
    "mg": ("weight", Decimal(1)),
    "g": ("weight", Decimal(1_000)),
    "kg": ("weight", Decimal(1_000_000)),
    "quintal": ("weight", Decimal(100_000_000)),
    "tonne": ("weight", Decimal(1_000_000_000)),
    "mm": ("length", Decimal(1)),
    "cm": ("length", Decimal(10)),
    "m": ("length", Decimal(1_000)),
    "km": ("length", Decimal(1_000_000)),
    "ml": ("volume", Decimal(1)),
    "litre": ("volume", Decimal(1_000)),
    "piece": ("count", Decimal(1)),
    "pair": ("count", Decimal(2)),
    "dozen": ("count", Decimal(12)),
    "gross": ("count", Decimal(144)),
    "paise": ("money", Decimal(1)),
    "rupee": ("money", Decimal(100)),
    "lakh": ("money", Decimal(10_000_000)),
    "crore": ("money", Decimal(1_000_000_000)),
}
_ROUNDINGS = {
    "half_up": decimals.ROUND_HALF_UP,
    "half_even": decimals.ROUND_HALF_EVEN,
    "up": decimals.ROUND_UP,
    "down": decimals.ROUND_DOWN,
}
_ROUGH = Context(prec=40, Emax=60, Emin=-60, traps=[decimals.InvalidOperation, decimals.Overflow])


def _negate(value: Value) -> Value:
    if not isinstance(value, str) or not value.strip("0."):
        return value  # nothing, or zero, which has no sign
    return value[1:] if value.startswith("-") else f"-{value}"


def _times(factor: Decimal) -> Step:
    return on_number(lambda number: EXACT.multiply(number, factor))


def _factor(arguments: Arguments) -> Decimal:
    factor: Decimal = arguments["factor"]
    if not factor:
        raise BadArgument("factor", "Multiplying by 0 leaves nothing.")
    return factor


def _scale_back(arguments: Arguments) -> Step | None:
    back = _ratio(Decimal(1), _factor(arguments))
    return None if back is None else _times(back)


def _units(arguments: Arguments) -> tuple[Decimal, Decimal]:
    kind, size = _UNITS[arguments["from"]]
    other, target = _UNITS[arguments["to"]]
    if kind != other:
        raise BadArgument("to", f"{arguments['from']} is a {kind}, {arguments['to']} a {other}.")
    return size, target


def _ratio(size: Decimal, target: Decimal) -> Decimal | None:
    """``size / target`` when it has an end."""
    try:
        return EXACT.divide(size, target)
    except decimals.Inexact:
        return None


def _convert(arguments: Arguments) -> Step:
    size, target = _units(arguments)
    ratio = _ratio(size, target)
    if ratio is not None:
        return _times(ratio)
    return on_number(lambda number: _ROUGH.divide(_ROUGH.multiply(number, size), target))


def _convert_back(arguments: Arguments) -> Step | None:
    size, target = _units(arguments)
    back = _ratio(target, size)
    return None if back is None or _ratio(size, target) is None else _times(back)


def _round(arguments: Arguments) -> Step:
    unit, how = Decimal(1).scaleb(-arguments["places"]), _ROUNDINGS[arguments["mode"]]
    return on_number(lambda number: number.quantize(unit, rounding=how, context=_ROUGH))


def _marks(arguments: Arguments) -> tuple[str, str]:
    """The decimal mark and what stands between groups."""
    return (",", ".") if arguments["decimal_mark"] == "," else (".", ",")


def _writer(arguments: Arguments) -> Callable[[str], str]:
    mark, between = _marks(arguments)
    grouping, places = arguments["grouping"], arguments.get("places")

    def write(text: str) -> str:
        number = decimal(text)
        if places is not None:
            number = number.quantize(Decimal(1).scaleb(-places), rounding=decimals.ROUND_HALF_UP, context=_ROUGH)
        shown = format(number, "f")
        whole, _, fraction = shown.lstrip("-").partition(".")
        sign = "-" if number < 0 else ""
        return sign + _grouped(whole, grouping, between) + (mark + fraction if fraction else "")

    return lambda text: _safely(write, text)


def _safely(function: Callable[[str], str], text: str) -> str:
    try:
        return function(text)
    except (decimals.InvalidOperation, decimals.Overflow):
        raise ValueError("is too large or has too many digits") from None


def _grouped(whole: str, grouping: str, between: str) -> str:
    if grouping == "none" or len(whole) <= 3:
        return whole
    head, groups = whole[:-3], [whole[-3:]]
    size = 2 if grouping == "indian" else 3
    while head:
        groups.append(head[-size:])
        head = head[:-size]
    return between.join(reversed(groups))


def _reader(arguments: Arguments) -> Callable[[str], str]:
    mark, between = _marks(arguments)

    def read(text: str) -> str:
        bare = text.strip()
        negative = bare.startswith("(") and bare.endswith(")")
        bare = bare.strip("()").replace("₹", "").replace("\u00a0", "").replace(" ", "")
        for currency in ("Rs.", "Rs", "INR"):
            bare = bare.removeprefix(currency)
        bare = bare.replace(between, "").replace(mark, ".")
        if not bare:
            raise ValueError("is not a number")
        if not bare.isascii() or not set(bare) <= set("0123456789.-+"):
            raise ValueError("is not a number")
        number = decimal(bare)
        return canonical_number(-number if negative else number)

    return read


_FACTOR = Parameter("factor", "Factor", "number", required=True, help="What to multiply by, like 100 or 0.01.")
_UNIT_NAMES = tuple(_UNITS)
_GROUPING = Parameter(
    "grouping",
    "Groups of digits",
    "choice",
    default="none",
    choices=("none", "indian", "western"),
    help="indian writes 1,00,000, western 100,000.",
)
_MARK = Parameter("decimal_mark", "Decimal mark", "choice", default=".", choices=(".", ","))

NUMBERS = (
    Transform("negate", "Turn the sign", NUMBER, plain(_negate), plain(_negate), example="-1500.00 → 1500.00"),
    Transform(
        "scale",
        "Multiply by a number",
        NUMBER,
        lambda arguments: _times(_factor(arguments)),
        _scale_back,
        parameters=(_FACTOR,),
        example="0.18, factor 100 → 18",
        when="dividing by the factor always ends (by 100 it does, by 3 it does not)",
    ),
    Transform(
        "round",
        "Round",
        NUMBER,
        _round,
        parameters=(
            Parameter("places", "Decimal places", "integer", default=2, least=-6, most=12),
            Parameter("mode", "How", "choice", default="half_up", choices=tuple(_ROUNDINGS)),
        ),
        example="12.345, 2 places → 12.35",
    ),
    Transform(
        "convert_unit",
        "Convert the unit",
        NUMBER,
        _convert,
        _convert_back,
        parameters=(
            Parameter("from", "From unit", "choice", required=True, choices=_UNIT_NAMES),
            Parameter("to", "To unit", "choice", required=True, choices=_UNIT_NAMES),
        ),
        example="1.5 kg → 1500 g",
        when="one unit divides the other without a remainder that never ends (kg and g do, dozen and piece do not)",
    ),
    Transform(
        "number_format",
        "Write a number as text",
        NUMBER,
        lambda arguments: on_text(_writer(arguments)),
        lambda arguments: on_text(_reader(arguments)) if arguments["places"] is None else None,
        gives=FieldType.TEXT,
        parameters=(
            _GROUPING,
            _MARK,
            Parameter("places", "Decimal places", "integer", help="Empty keeps all.", least=0, most=12),
        ),
        example="150000, indian → “1,50,000”",
        when="no decimal places are cut off",
    ),
    Transform(
        "number_parse",
        "Read a number from text",
        TEXT,
        lambda arguments: on_text(_reader(arguments)),
        lambda arguments: on_text(_writer(arguments)),
        gives=FieldType.NUMBER,
        parameters=(_GROUPING, _MARK),
        example="“₹ 1,50,000.50” → 150000.50",
    ),
)
