"""What a transform is, and the small things that several families share.

Through every step null stays null and an empty text stays empty, except where filling them is what the transform is for. A text
that a chain leaves empty becomes null only at the chain's end, where the hub takes it over (values: text).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow

from app.mapping.names import Names
from app.mapping.parameters import Arguments, Parameter
from app.model.values import FieldType, Value, canonical_number

#: A step raises ``ValueError`` with the end of a sentence ("is not a number"), nothing else.
Step = Callable[[Value], Value]
#: A step that sees other fields of the record, too, under the names that it reads.
RecordStep = Callable[[Value, Mapping[str, Value]], Value]

TEXT = frozenset({FieldType.TEXT, FieldType.PICKLIST, FieldType.LOOKUP})
NUMBER = frozenset({FieldType.NUMBER})
DATE = frozenset({FieldType.DATE})
BOOLEAN = frozenset({FieldType.BOOLEAN})
#: All whose values travel as text (values: canonical forms).
WRITTEN = TEXT | NUMBER | DATE
ANYTHING = WRITTEN | BOOLEAN

#: A text longer than this is not worked on: no field of any system is so long.
MAX_LENGTH = 100_000
EXACT = Context(
    prec=60, rounding=ROUND_HALF_EVEN, Emax=60, Emin=-60, traps=[InvalidOperation, DivisionByZero, Overflow, Inexact]
)


@dataclass(frozen=True)
class Composition:
    """A step made of several fields: ``reads`` are their names, ``value`` among them when the link's own counts."""

    reads: frozenset[str]
    step: RecordStep


@dataclass(frozen=True)
class Transform:
    """One entry of the library.

    ``build`` makes the step from the arguments; ``back`` the step that undoes it, ``None`` when the transform (or these
    arguments of it) loses information. *Reversed exactly* means: what ``build`` makes of anything comes out again after ``back``
    and ``build``, so that sending a value and reading it changes nothing. ``when`` says what it depends on, if it does.
    ``gives`` is ``None`` when the type stays; ``gives_parameter`` names the parameter that chooses it. ``check`` refuses (by
    :class:`BadArgument`) arguments that don't fit the type of the value. ``compose`` is there where the arguments may name other
    fields; when they do, it takes the place of ``build``, and there is no way back.
    """

    name: str
    title: str
    takes: frozenset[FieldType]
    build: Callable[[Arguments], Step]
    back: Callable[[Arguments], Step | None] | None = None
    gives: FieldType | None = None
    gives_parameter: str = ""
    parameters: tuple[Parameter, ...] = ()
    example: str = ""
    when: str = ""
    check: Callable[[Arguments, FieldType], None] | None = None
    compose: Callable[[Arguments, Names], Composition] | None = None

    @property
    def reversible(self) -> str:
        """``exactly``, ``sometimes`` (then ``when`` says when) or ``not``."""
        if self.back is None:
            return "not"
        return "sometimes" if self.when else "exactly"

    def result(self, arguments: Arguments, taken: FieldType) -> FieldType:
        """The type of what comes out."""
        if self.gives_parameter:
            return FieldType(arguments[self.gives_parameter])
        return self.gives or taken


def on_text(function: Callable[[str], str]) -> Step:
    """A step for texts that are there."""

    def step(value: Value) -> Value:
        if not value or not isinstance(value, str):
            return value
        if len(value) > MAX_LENGTH:
            raise ValueError(f"is longer than {MAX_LENGTH:,} characters")
        return function(value)

    return step


def on_number(function: Callable[[Decimal], Decimal]) -> Step:
    """A step for numbers that are there; the answer is canonical."""

    def step(value: Value) -> Value:
        if not value or not isinstance(value, str):
            return value
        return canonical_number(calculated(function, decimal(value)))

    return step


def decimal(text: str) -> Decimal:
    """Raises ``ValueError``; a number of an absurd size is none."""
    try:
        number = Decimal(text if len(text) <= 60 else "")
    except InvalidOperation:
        raise ValueError("is not a number") from None
    if not number.is_finite() or abs(number.adjusted()) > 60:
        raise ValueError("is not a number that can be worked with")
    return number


def calculated(function: Callable[[Decimal], Decimal], number: Decimal) -> Decimal:
    try:
        return function(number)
    except (InvalidOperation, Overflow, Inexact):
        raise ValueError("is too large or has too many digits") from None


def on_arguments(function: Callable[[Arguments], Callable[[str], str]]) -> Callable[[Arguments], Step]:
    """``build`` of a text transform with parameters."""
    return lambda arguments: on_text(function(arguments))


def plain(step: Step) -> Callable[[Arguments], Step]:
    """``build`` of a transform without parameters."""
    return lambda _arguments: step
