"""Validation rules of a link, over the hub's values.

They hold for what people and programs write and for what is sent: a value that breaks a rule is not sent, and the record says
which field, value and rule. What an ERP gave is never refused by them (contract §5: reading never refuses a record): it is kept,
and :meth:`app.mapping.compiled.CompiledMapping.problems` reports it. Every rule but ``required`` leaves an empty field alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from app.mapping.coerce import coerce_for
from app.mapping.errors import MappingError, shown
from app.mapping.formula import FormulaError, Record, compile_formula
from app.mapping.india import COUNTRIES, e164, gstin_fault, is_pan, is_pin
from app.mapping.parameters import Arguments, BadArgument, Parameter, read_arguments
from app.mapping.patterns import compile_pattern
from app.mapping.transforms.base import ANYTHING, DATE, NUMBER, TEXT, WRITTEN, decimal
from app.model.entities import FieldSpec
from app.model.errors import InvalidInput
from app.model.values import FieldType, Value

#: From a value (and its record) to what is wrong with it, as the end of a sentence, or ``None``.
Test = Callable[[Value, Record], str | None]


@dataclass(frozen=True)
class Rule:
    """One entry of the library of rules. ``make`` gets the arguments, the field and the names that a formula may read."""

    name: str
    title: str
    takes: frozenset[FieldType]
    make: Callable[[Arguments, FieldSpec, Collection[str]], Test]
    parameters: tuple[Parameter, ...] = ()
    example: str = ""


@dataclass(frozen=True)
class Check:
    """A compiled rule of the field ``field``. ``reads``: the fields whose change makes it worth asking again."""

    field: str
    rule: str
    test: Test
    reads: frozenset[str]

    def fault(self, record: Record) -> str | None:
        value = record.get(self.field)
        if self.rule not in _WHOLE and (value is None or value == ""):
            return None
        return self.test(value, record)


@dataclass(frozen=True)
class Problem:
    """A value that breaks a rule. ``line`` counts from 0 inside the group that ``field`` (``lines[].rate``) names."""

    field: str
    value: Value
    rule: str
    reason: str
    line: int | None = None


#: A mapping's rules, each with the group that its field belongs to.
Checks = tuple[tuple[str | None, Check], ...]


def broken(checks: Checks, record: Record, wanted: Collection[str] | None = None) -> Iterator[Problem]:
    """The values of ``record`` that break a rule: of the fields that it holds, or of those that ``wanted`` has to do with."""
    for group, check in checks:
        if group is None:
            asked = check.field in record if wanted is None else not check.reads.isdisjoint(wanted)
            if asked and (reason := check.fault(record)):
                yield Problem(check.field, record.get(check.field), check.rule, reason)
            continue
        rows = rows_of(group, record.get(group)) if wanted is None or group in wanted else ()
        for number, row in enumerate(rows):
            if reason := check.fault(row):
                yield Problem(f"{group}[].{check.field}", row.get(check.field), check.rule, reason, number)


def rows_of(group: str, value: Value) -> Sequence[Mapping[str, Value]]:
    """A hub record's lines. Raises :class:`MappingError` for what are none."""
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        raise MappingError(group, value, "is not a list of lines")
    return value


#: Rules that also look at a field that is empty.
_WHOLE = frozenset({"required", "formula"})


def _on_text(test: Callable[[str], str | None]) -> Test:
    return lambda value, _record: test(value) if isinstance(value, str) else None


def _simple(test: Callable[[str], str | None]) -> Callable[[Arguments, FieldSpec, Collection[str]], Test]:
    return lambda _arguments, _target, _names: _on_text(test)


def _required(_arguments: Arguments, _target: FieldSpec, _names: Collection[str]) -> Test:
    return lambda value, _record: "is missing" if value is None or value in ("", []) else None


def _length(arguments: Arguments, _target: FieldSpec, _names: Collection[str]) -> Test:
    least, most = arguments["min"], arguments["max"]
    _ordered(least, most)

    def test(text: str) -> str | None:
        if least is not None and len(text) < least:
            return f"is shorter than {least} characters"
        if most is not None and len(text) > most:
            return f"is longer than {most} characters"
        return None

    return _on_text(test)


def _ordered(least: Any, most: Any) -> None:
    if least is None and most is None:
        raise BadArgument("min", "Give the smallest or the largest, or both.")
    if least is not None and most is not None and least > most:
        raise BadArgument("max", "The largest is smaller than the smallest.")


def _pattern(arguments: Arguments, _target: FieldSpec, _names: Collection[str]) -> Test:
    pattern, said = compile_pattern(arguments["pattern"], "pattern"), arguments["message"]

    def test(text: str) -> str | None:
        try:
            fits = pattern.fullmatch(text) is not None
        except UnicodeEncodeError:
            fits = False
        return None if fits else said or "does not look as it must"

    return _on_text(test)


def _range(arguments: Arguments, target: FieldSpec, _names: Collection[str]) -> Test:
    read: Callable[[str], Any] = _iso if target.type is FieldType.DATE else decimal
    ends: dict[str, Any] = {}
    for name in ("min", "max"):
        try:
            ends[name] = None if arguments[name] in (None, "") else read(arguments[name])
        except ValueError as error:
            raise BadArgument(name, f"{arguments[name]!r} {error}.") from None
    least, most = ends["min"], ends["max"]
    _ordered(least, most)

    def test(text: str) -> str | None:
        try:
            value = read(text)
        except ValueError as error:
            return str(error)
        if least is not None and value < least:
            return f"is less than {arguments['min']}"
        if most is not None and value > most:
            return f"is more than {arguments['max']}"
        return None

    return _on_text(test)


def _iso(text: str) -> str:
    return str(coerce_for(FieldType.DATE)(text))


def _one_of(arguments: Arguments, target: FieldSpec, _names: Collection[str]) -> Test:
    take = coerce_for(target.type, is_money=target.money)
    try:
        known = frozenset(str(take(one)) for one in arguments["values"])
    except ValueError as error:
        raise BadArgument("values", f"One of the values {error}.") from None
    listed = ", ".join(arguments["values"][:8]) + (", …" if len(arguments["values"]) > 8 else "")
    return _on_text(lambda text: None if text in known else f"is not one of {listed}")


def _formula(arguments: Arguments, _target: FieldSpec, names: Collection[str]) -> Test:
    try:
        formula = compile_formula(arguments["formula"], names)
    except FormulaError as error:
        raise BadArgument("formula", error.sentence) from None
    said = arguments["message"] or f"breaks the rule {arguments['formula']}"

    def test(_value: Value, record: Record) -> str | None:
        try:
            return None if formula.holds(record) else said
        except FormulaError as error:
            return f"can't be checked: {error.message}"

    return test


#: The usual form, not all that the standard allows: one @, a dotted domain, no spaces.
_MAIL = re.compile(
    r"[^\s@,;<>()\[\]\"]{1,64}@[^\s@,;<>()\[\]\"._-][^\s@,;<>()\[\]\"_]{0,250}\.[^\s@,;<>()\[\]\"._0-9-]{2,63}"
)


def _is_mail(text: str) -> bool:
    return len(text) <= 254 and ".." not in text and not text.startswith(".") and bool(_MAIL.fullmatch(text))


def _phone(arguments: Arguments, _target: FieldSpec, _names: Collection[str]) -> Test:
    country = arguments["country"]
    return _on_text(lambda text: None if e164(text, country) else "is not a telephone number")


_MESSAGE = Parameter("message", "Message", help="What a person reads, as the end of a sentence: “is not …”.")
RULES: Mapping[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule("required", "Must be filled in", ANYTHING | {FieldType.LINES}, _required, example="nothing → refused"),
        Rule(
            "length",
            "Length",
            TEXT,
            _length,
            (
                Parameter("min", "At least", "integer", least=0, most=100_000),
                Parameter("max", "At most", "integer", least=0, most=100_000),
            ),
            "at most 50 characters",
        ),
        Rule(
            "pattern",
            "Pattern",
            TEXT,
            _pattern,
            (Parameter("pattern", "Pattern", required=True, help="An expression (RE2) for the whole text.", most=500), _MESSAGE),
            "[A-Z]{3}-[0-9]+ takes “INV-42”",
        ),
        Rule(
            "range",
            "Range",
            NUMBER | DATE,
            _range,
            (Parameter("min", "At least", "value"), Parameter("max", "At most", "value")),
            "from 0 to 100, or between two dates",
        ),
        Rule(
            "one_of",
            "One of a list",
            WRITTEN,
            _one_of,
            (Parameter("values", "Values", "list", required=True),),
            "Retail, Wholesale",
        ),
        Rule("gstin", "GSTIN", TEXT, _simple(gstin_fault), example="27AAPFU0939F1ZV"),
        Rule("pan", "PAN", TEXT, _simple(lambda text: None if is_pan(text) else "is not a PAN"), example="AAPFU0939F"),
        Rule(
            "email",
            "E-mail address",
            TEXT,
            _simple(lambda text: None if _is_mail(text) else "is not an e-mail address"),
            example="accounts@acme.example",
        ),
        Rule(
            "phone",
            "Telephone number",
            TEXT,
            _phone,
            (Parameter("country", "Country", "choice", default="IN", choices=tuple(COUNTRIES)),),
            "+919876543210 or 098765 43210",
        ),
        Rule(
            "pincode",
            "PIN code",
            TEXT,
            _simple(lambda text: None if is_pin(text) else "is not a PIN code: six figures, the first not 0"),
            example="411001",
        ),
        Rule(
            "formula",
            "Rule over several fields",
            ANYTHING,
            _formula,
            (Parameter("formula", "Formula", required=True, help="Like credit_limit > 0 or credit_days > 0."), _MESSAGE),
            "due_date >= date",
        ),
    )
}  # fmt: skip


def compile_rules(
    entries: Sequence[Mapping[str, Any]], target: FieldSpec, name: str, names: Collection[str], where: str
) -> tuple[Check, ...]:
    """``name``: the field's own (inside its line for a group's child), ``names``: what a formula may read. Raises
    :class:`InvalidInput` whose field is ``<where>[n].…``."""
    return tuple(_compile(entry, target, name, names, f"{where}[{number}]") for number, entry in enumerate(entries))


def _compile(entry: Mapping[str, Any], target: FieldSpec, name: str, names: Collection[str], where: str) -> Check:
    asked = entry.get("rule")
    rule = RULES.get(asked) if isinstance(asked, str) else None
    if rule is None:
        close = get_close_matches(str(asked)[:60], RULES, 1)
        hint = f"Did you mean {close[0]}?" if close else f"Use one of {', '.join(sorted(RULES))}."
        raise InvalidInput(f"There is no rule {shown(asked)}.", field=f"{where}.rule", hint=hint)
    if target.type not in rule.takes:
        raise InvalidInput(f"The rule “{rule.title}” does not go with {target.title}.", field=f"{where}.rule")
    arguments = read_arguments(rule.parameters, entry.get("args"), f"{where}.args")
    try:
        test = rule.make(arguments, target, names)
    except BadArgument as error:
        raise InvalidInput(str(error), field=f"{where}.args.{error.parameter}", hint=error.hint) from None
    reads = {name}
    if rule.name == "formula":
        reads |= compile_formula(arguments["formula"], names).fields
    return Check(name, rule.name, test, frozenset(reads))
