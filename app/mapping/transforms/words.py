"""Transforms that fill in, compose or calculate: defaults, constants, yes and no, templates, formulas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from app.mapping.coerce import coerce_for
from app.mapping.formula import Formula, FormulaError, Record, compile_formula
from app.mapping.names import OWN, VALUE, Names
from app.mapping.parameters import Arguments, BadArgument, Parameter
from app.mapping.template import Template, compile_template
from app.mapping.transforms.base import ANYTHING, BOOLEAN, TEXT, WRITTEN, Composition, Step, Transform, on_text
from app.model.values import FieldType, Value, canonical_number

_EMPTY: Mapping[str, Callable[[Value], bool]] = {
    "null_or_empty": lambda value: value is None or value == "",
    "null": lambda value: value is None,
    "empty": lambda value: value == "",
}


def _default(arguments: Arguments) -> Step:
    fill, missing = arguments["value"], _EMPTY[arguments["when"]]
    return lambda value: fill if missing(value) else value


def _constant(arguments: Arguments) -> Step:
    fill = arguments["value"]
    return lambda _value: fill


def _fits(arguments: Arguments, kind: FieldType) -> None:
    try:
        coerce_for(kind)(arguments["value"])
    except ValueError as error:
        raise BadArgument("value", f"{arguments['value']!r} {error}.") from None


def _words(arguments: Arguments) -> dict[str, bool]:
    yes = {word.strip().casefold(): True for word in arguments["yes"]}
    no = {word.strip().casefold(): False for word in arguments["no"]}
    both = sorted(set(yes) & set(no))
    if both:
        raise BadArgument("no", f"{both[0]!r} can't mean both yes and no.")
    return yes | no


def _to_boolean(arguments: Arguments) -> Step:
    words = _words(arguments)

    def step(value: Value) -> Value:
        if not value or not isinstance(value, str):
            return None if value == "" else value  # an empty text is neither yes nor no
        found = words.get(value.strip().casefold())
        if found is None:
            raise ValueError("is neither a word for yes nor for no")
        return found

    return step


def _to_words(arguments: Arguments) -> Step:
    _words(arguments)
    yes, no = arguments["yes"][0], arguments["no"][0]
    return lambda value: (yes if value else no) if isinstance(value, bool) else value


def _read_template(arguments: Arguments, names: Names = OWN) -> Template:
    return compile_template(arguments["text"], names, "text")


def _template(arguments: Arguments) -> Step:
    template = _read_template(arguments)
    return on_text(lambda text: template.render({VALUE: text}))


def _compose_text(arguments: Arguments, names: Names) -> Composition:
    template = _read_template(arguments, names)

    def step(value: Value, record: Record) -> Value:
        """Nothing where no part holds anything; what stands around the parts is not worth sending alone."""
        values = {**record, VALUE: value}
        filled = any(values.get(name) is not None and values.get(name) != "" for name in template.reads)
        return template.render(values) if filled else None

    return Composition(template.reads, step)


def _template_back(arguments: Arguments) -> Step | None:
    ends = _read_template(arguments).ends
    if ends is None:
        return None
    before, after = ends

    def function(text: str) -> str:
        inner = len(text) - len(before) - len(after)
        if inner < 0 or not (text.startswith(before) and text.endswith(after)):
            raise ValueError(f"does not look like {arguments['text']}")
        if not inner:
            raise ValueError("holds nothing to send")
        return text[len(before) : len(text) - len(after)]

    return on_text(function)


def _read_formula(arguments: Arguments, names: Names = OWN) -> Formula:
    try:
        return compile_formula(arguments["formula"], names)
    except FormulaError as error:
        raise BadArgument("formula", error.sentence) from None


def _formula(arguments: Arguments) -> Step:
    step = _compose_formula(arguments, OWN).step
    return lambda value: step(value, {})


def _compose_formula(arguments: Arguments, names: Names) -> Composition:
    formula = _read_formula(arguments, names)
    boolean = arguments["gives"] == FieldType.BOOLEAN

    def step(value: Value, record: Record) -> Value:
        found = formula.value({**record, VALUE: value})
        if isinstance(found, Decimal):
            found = canonical_number(found)
        if boolean and isinstance(found, str):
            raise ValueError("does not lead to yes or no")
        if isinstance(found, bool) and not boolean:
            return "Yes" if found else "No"
        return found

    return Composition(formula.fields, step)


_YES = Parameter("yes", "Words for yes", "list", default=("Yes",), help="The first one is written.")
_NO = Parameter("no", "Words for no", "list", default=("No",), help="The first one is written.")
_VALUE = Parameter("value", "Value", "value", required=True)

WORDS = (
    Transform(
        "default_if_empty",
        "Fill in where nothing is given",
        WRITTEN,
        _default,
        parameters=(
            _VALUE,
            Parameter("when", "When", "choice", default="null_or_empty", choices=tuple(_EMPTY)),
        ),
        example="nothing, value “India” → “India”",
        check=_fits,
    ),
    Transform(
        "constant",
        "Always the same value",
        WRITTEN,
        _constant,
        parameters=(_VALUE,),
        example="anything → “INR”",
        check=_fits,
    ),
    Transform(
        "words_to_boolean",
        "Read yes or no from words",
        TEXT,
        _to_boolean,
        _to_words,
        gives=FieldType.BOOLEAN,
        parameters=(_YES, _NO),
        example="“Active” (a word for yes) → yes",
    ),
    Transform(
        "boolean_to_words",
        "Write yes or no as words",
        BOOLEAN,
        _to_words,
        _to_boolean,
        gives=FieldType.TEXT,
        parameters=(_YES, _NO),
        example="yes → “Active”",
    ),
    Transform(
        "template",
        "Put into a text",
        TEXT,
        _template,
        _template_back,
        gives=FieldType.TEXT,
        parameters=(
            Parameter(
                "text",
                "Text",
                required=True,
                help="{value} is the field's value; in a link that goes one way other fields may stand in it by their names.",
            ),
        ),
        example="“42” in “INV-{value}” → “INV-42”",
        when="the text holds {value} once and no other field",
        compose=_compose_text,
    ),
    Transform(
        "formula",
        "Calculate",
        ANYTHING,
        _formula,
        gives_parameter="gives",
        parameters=(
            Parameter(
                "formula",
                "Formula",
                required=True,
                help="Like if(value > 1000, 'A', 'B'), or quantity * rate in a link that goes one way.",
            ),
            Parameter("gives", "Gives", "choice", default="text", choices=("text", "number", "date", "boolean")),
        ),
        example="“1500” in if(value > 1000, 'A', 'B') → “A”",
        compose=_compose_formula,
    ),
)
