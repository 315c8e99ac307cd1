"""Generated chains of the whole library with arguments that are right, and values that are anything at all."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from app.mapping.parameters import Parameter
from app.mapping.transforms import LIBRARY
from app.mapping.transforms.base import TEXT, Transform
from app.model.values import FieldType, canonical_number

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXTS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=20),
    st.sampled_from(
        ["Acme Ltd", " Acme  Ltd ", "INV-0042", "12,50,000.5", "₹ 1,234.50", "(12)", "01/08/2026", "1-Aug-2026", "20260801", "Yes",
         "no", "Active", "098765 43210", "+919876543210", "0201234567", "Goa", "orissa", "27", "7", "28", "a, b,c", "one\ntwo"]
    ),
    st.from_regex(r"[0-9]{1,8}(\.[0-9]{1,3})?", fullmatch=True),
)  # fmt: skip
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9).map(
    canonical_number
)
DATES = st.dates().map(str)
BY_TYPE: dict[FieldType, st.SearchStrategy[Any]] = {
    FieldType.TEXT: TEXTS,
    FieldType.NUMBER: NUMBERS,
    FieldType.DATE: DATES,
    FieldType.BOOLEAN: st.booleans(),
}
_FORMATS = st.sampled_from(
    ["DD/MM/YYYY", "D-MMM-YYYY", "YYYYMMDD", "D. MMMM YYYY", "DD.MM.YY", "M/D/YYYY", "YYYY-MM-DD"]
)
_WORDS = st.lists(
    st.sampled_from(["Yes", "No", "Active", "Closed", "1", "0", "ja"]), min_size=1, max_size=3, unique=True
)
#: Arguments that only mean something in a form of their own.
_SPECIAL: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    ("regex", "pattern"): st.sampled_from(["[0-9]+", "([A-Z]+)-?", "^.", "a|b", "\\s+", "(.)(.)"]),
    ("regex", "replacement"): st.sampled_from(["", "x", "\\\\", "\\1", "\\0"]),
    ("template", "text"): st.sampled_from(
        ["{value}", "INV-{value}", "{value} kg", "a{value}b", "{{{value}}}", "{value}{value}", "2{value}", "({value})"]
    ),
    ("formula", "formula"): st.sampled_from(
        ["value", "value & '!'", "if(is_null(value), 'x', value)", "upper(value)", "len(value)", "coalesce(value, 'y')"]
    ),
    ("lookup_by", "field"): st.just("email"),
    ("date_parse", "format"): _FORMATS,
    ("date_format", "format"): _FORMATS,
    ("scale", "factor"): st.sampled_from(["100", "0.01", "-1", "4", "3", "0.125", "1000000"]),
    ("words_to_boolean", "yes"): _WORDS,
    ("words_to_boolean", "no"): _WORDS,
    ("boolean_to_words", "yes"): _WORDS,
    ("boolean_to_words", "no"): _WORDS,
    ("substring", "start"): st.integers(-9, 9),
}


def argument(transform: Transform, parameter: Parameter) -> st.SearchStrategy[Any]:
    special = _SPECIAL.get((transform.name, parameter.name))
    if special is not None:
        return special
    low, high = parameter.least or 0, parameter.most if parameter.most is not None else 20
    made: dict[str, st.SearchStrategy[Any]] = {
        "text": st.text(LETTERS, min_size=1, max_size=min(high, 5)),
        "value": st.one_of(st.text(LETTERS, min_size=1, max_size=5), NUMBERS),
        "integer": st.integers(low, min(high, 12)),
        "number": NUMBERS.filter(lambda text: Decimal(text) != 0),
        "boolean": st.booleans(),
        "choice": st.sampled_from(parameter.choices or ("",)),
        "list": st.lists(st.text(LETTERS, min_size=1, max_size=5), min_size=1, max_size=3),
    }
    return made[parameter.type]


@st.composite
def entries(draw: st.DrawFn, names: list[str] | None = None) -> dict[str, Any]:
    """One step with arguments; now and then left to their defaults."""
    transform = LIBRARY[draw(st.sampled_from(names or sorted(LIBRARY)))]
    args = {
        one.name: draw(argument(transform, one)) for one in transform.parameters if one.required or draw(st.booleans())
    }
    return {"name": transform.name, "args": args}


@st.composite
def chains(draw: st.DrawFn, starts: FieldType, *, longest: int = 4) -> list[dict[str, Any]]:
    """Steps whose types mostly fit together."""
    steps: list[dict[str, Any]] = []
    kind = starts
    for _ in range(draw(st.integers(1, longest))):
        fitting = sorted(name for name, one in LIBRARY.items() if kind in one.takes and name != "lookup_by")
        step = draw(entries(fitting))
        steps.append(step)
        transform = LIBRARY[step["name"]]
        chosen = step["args"].get(transform.gives_parameter, "text") if transform.gives_parameter else transform.gives
        kind = FieldType(chosen) if chosen else kind
        if kind in TEXT:
            kind = FieldType.TEXT
    return steps


def reversible_names(kind: FieldType) -> list[str]:
    return sorted(
        name for name, one in LIBRARY.items() if one.back is not None and kind in one.takes and name != "lookup_by"
    )


@st.composite
def reversible_chains(draw: st.DrawFn, starts: FieldType, *, longest: int = 4) -> list[dict[str, Any]]:
    """Steps of which each may have a way back."""
    steps: list[dict[str, Any]] = []
    kind = starts
    for _ in range(draw(st.integers(1, longest))):
        step = draw(entries(reversible_names(kind)))
        steps.append(step)
        kind = LIBRARY[step["name"]].gives or kind
    return steps


def deep(levels: int) -> Any:
    found: Any = "x"
    for number in range(levels):
        found = [found] if number % 2 else {"A": found}
    return found


#: What no JSON should hold: NUL, halves of letters, numbers that are none.
_ODD = (
    "", "\0", "a\0b", "\ud800", "x\udfff", "9" * 500, "1e999999999", "-1e-999999999", "NaN", "Infinity", "-0", "१२", "1२३",
    "a" * 500, 10**300, -(10**40), float("nan"), float("inf"), 1e300, 0.1, deep(40), [], {}, [[]], [None], [{}], {"A": None},
)  # fmt: skip
#: What a test's report can't even show: numbers and texts that fill the memory, nests deeper than a stack.
HUGE: dict[str, Any] = {
    "number": 10**5_000,
    "negative": -(10**5_000),
    "figures": "9" * 200_000,
    "text": "a" * 200_000,
    "hindi": "क़" * 100_000,
    "nest": deep(3_000),
    "list": [{"A": "1"}] * 5_000,
}
ODD = st.sampled_from(_ODD)
JSON: st.SearchStrategy[Any] = st.one_of(
    ODD,
    TEXTS,
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), ODD),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(st.sampled_from(["A", "B", "C", "Name", "x"]) | st.text(max_size=3), inner, max_size=3),
        ),
        max_leaves=6,
    ),
)
