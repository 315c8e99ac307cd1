"""What transforms and validation rules are told: their parameters, described for the editor's form and checked at compile time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from app.model.errors import InvalidInput

Arguments = Mapping[str, Any]
_MAX_TEXT = 2_000
_MAX_LIST = 1_000


class BadArgument(ValueError):
    """An argument that has the right type but can't be used; ``parameter`` names it."""

    def __init__(self, parameter: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.parameter = parameter
        self.hint = hint


@dataclass(frozen=True)
class Parameter:
    """One parameter. ``type`` is text, value (a text, or a number written as one), integer, number (a ``Decimal``),
    boolean, choice or list (of texts)."""

    name: str
    title: str
    type: str = "text"
    required: bool = False
    default: Any = None
    help: str = ""
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None


def read_arguments(parameters: Sequence[Parameter], given: Any, where: str) -> dict[str, Any]:
    """``args`` as stored (an object by name, a list in the parameters' order, or the first one alone) as a whole, checked set.

    Raises :class:`InvalidInput` whose field is ``<where>.<parameter>``.
    """
    named = _named(parameters, given, where)
    return {one.name: _argument(one, named.get(one.name), f"{where}.{one.name}") for one in parameters}


def _named(parameters: Sequence[Parameter], given: Any, where: str) -> dict[str, Any]:
    if given is None:
        return {}
    if isinstance(given, Mapping):
        known = {one.name for one in parameters}
        for name in given:
            if name not in known:
                raise InvalidInput(f"{name!r} is not a setting here.", field=f"{where}.{name}", hint=_known(parameters))
        return dict(given)
    alone = len(parameters) == 1 and parameters[0].type == "list"
    if isinstance(given, str | int | bool | float) or (alone and _is_texts(given)):
        given = [given]
    if not isinstance(given, Sequence) or len(given) > len(parameters):
        raise InvalidInput("These settings don't fit.", field=where, hint=_known(parameters))
    return {one.name: value for one, value in zip(parameters, given, strict=False)}


def _is_texts(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(one, str) for one in value)


def _known(parameters: Sequence[Parameter]) -> str:
    return f"Settings: {', '.join(one.name for one in parameters)}." if parameters else "It has no settings."


def _argument(parameter: Parameter, value: Any, where: str) -> Any:
    if value is None or (value == "" and parameter.type not in {"text", "value"}):
        if parameter.required and parameter.default is None:
            raise InvalidInput(f"{parameter.title} is missing.", field=where, hint=parameter.help)
        return parameter.default
    read = {
        "text": _text,
        "value": _value,
        "integer": _integer,
        "number": _number,
        "boolean": _boolean,
        "choice": _choice,
        "list": _list,
    }[parameter.type]
    try:
        return read(parameter, value)
    except ValueError as error:
        raise InvalidInput(f"{parameter.title} {error}.", field=where, hint=parameter.help) from None


def _text(parameter: Parameter, value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a text")
    if parameter.required and not value:
        raise ValueError("is missing")
    if len(value) > (parameter.most or _MAX_TEXT):
        raise ValueError(f"is longer than {parameter.most or _MAX_TEXT} characters")
    if "\0" in value or (not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value)):
        raise ValueError("holds a character that is not text")
    return value


def _value(parameter: Parameter, value: Any) -> str:
    return _text(parameter, value) if isinstance(value, str) else format(_number(parameter, value), "f")


def _integer(parameter: Parameter, value: Any) -> int:
    number = _number(parameter, value)
    if number != int(number):
        raise ValueError("must be a whole number")
    return int(number)


def _number(parameter: Parameter, value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError("must be a number")
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        raise ValueError("must be a number") from None
    if not number.is_finite() or abs(number.adjusted()) > 30 or len(number.as_tuple().digits) > 30:
        raise ValueError("must be an ordinary number")
    if parameter.least is not None and number < parameter.least:
        raise ValueError(f"must be at least {parameter.least}")
    if parameter.most is not None and number > parameter.most:
        raise ValueError(f"must be at most {parameter.most}")
    return number


def _boolean(_parameter: Parameter, value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _choice(parameter: Parameter, value: Any) -> str:
    if value not in parameter.choices:
        raise ValueError(f"must be one of {', '.join(parameter.choices)}")
    return str(value)


def _list(parameter: Parameter, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not value or len(value) > _MAX_LIST:
        raise ValueError("must be a list of texts")
    return tuple(_text(parameter, one) for one in value)
