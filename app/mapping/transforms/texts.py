"""Transforms of texts."""

from __future__ import annotations

from collections.abc import Callable

from app.mapping.parameters import Arguments, BadArgument, Parameter
from app.mapping.patterns import compile_pattern, compile_replacement
from app.mapping.transforms.base import MAX_LENGTH, TEXT, Transform, on_arguments, on_text, plain
from app.model.values import FieldType


def _title(text: str) -> str:
    """Each word with a capital; letters after an apostrophe stay small ("Peña's")."""
    return " ".join(word[:1].upper() + word[1:].lower() for word in text.split(" "))


def _split(arguments: Arguments) -> Callable[[str], str]:
    separator, part = arguments["separator"], arguments["part"]
    if not part:
        raise BadArgument("part", "Parts are counted from 1.", "1 is the first part, -1 the last.")

    def function(text: str) -> str:
        parts = text.split(separator)
        at = part - 1 if part > 0 else len(parts) + part
        return parts[at].strip() if 0 <= at < len(parts) else ""

    return function


def _join(arguments: Arguments) -> Callable[[str], str]:
    parts, between = arguments["separator"], arguments["between"]
    return lambda text: between.join([one.strip() for one in text.split(parts) if one.strip()])


def _replace(arguments: Arguments) -> Callable[[str], str]:
    find, put = arguments["find"], arguments["replacement"]

    def function(text: str) -> str:
        if len(text) + text.count(find) * len(put) > MAX_LENGTH * 10:
            raise ValueError("would become too long")
        return text.replace(find, put)

    return function


def _regex(arguments: Arguments) -> Callable[[str], str]:
    pattern = compile_pattern(arguments["pattern"], "pattern")
    replacement = compile_replacement(arguments["replacement"], pattern.groups, "replacement")
    extracts = arguments["mode"] == "extract"

    def function(text: str) -> str:
        try:
            if not extracts:
                return str(pattern.sub(replacement, text))
            found = pattern.search(text)
            return "" if found is None else str(found.expand(replacement) or "")
        except UnicodeEncodeError:
            raise ValueError("holds a character that is not text") from None

    return function


def _substring(arguments: Arguments) -> Callable[[str], str]:
    start, length = arguments["start"], arguments["length"]
    if not start:
        raise BadArgument("start", "Letters are counted from 1.", "1 is the first letter, -1 the last.")

    def function(text: str) -> str:
        at = start - 1 if start > 0 else max(0, len(text) + start)
        return text[at:] if length is None else text[at : at + length]

    return function


def _pad(arguments: Arguments) -> Callable[[str], str]:
    width, fill, left = arguments["width"], arguments["fill"], arguments["side"] == "left"
    return lambda text: text.rjust(width, fill) if left else text.ljust(width, fill)


TEXTS = (
    Transform("trim", "Trim spaces at both ends", TEXT, plain(on_text(str.strip)), example="“ Acme ” → “Acme”"),
    Transform(
        "squeeze",
        "Squeeze runs of spaces",
        TEXT,
        plain(on_text(lambda text: " ".join(text.split()))),
        example="“Acme   Ltd” → “Acme Ltd”",
    ),
    Transform("upper", "Upper case", TEXT, plain(on_text(str.upper)), example="“acme” → “ACME”"),
    Transform("lower", "Lower case", TEXT, plain(on_text(str.lower)), example="“ACME” → “acme”"),
    Transform("title", "Capital at each word", TEXT, plain(on_text(_title)), example="“ACME LTD” → “Acme Ltd”"),
    Transform(
        "split",
        "Take one part of a text",
        TEXT,
        on_arguments(_split),
        gives=FieldType.TEXT,
        parameters=(
            Parameter("separator", "Separator", required=True, help="What stands between the parts, like a comma."),
            Parameter(
                "part", "Part", "integer", default=1, help="1 is the first part, -1 the last.", least=-99, most=99
            ),
        ),
        example="“Pune, Maharashtra”, part 2 → “Maharashtra”",
    ),
    Transform(
        "join",
        "Join lines into one",
        TEXT,
        on_arguments(_join),
        gives=FieldType.TEXT,
        parameters=(
            Parameter("between", "Put between", default=", ", help="What is to stand between the parts."),
            Parameter("separator", "Parts are separated by", required=True, default="\n", help="Usually a line break."),
        ),
        example="two lines of an address → “12 MG Road, Pune”",
    ),
    Transform(
        "replace",
        "Replace a text",
        TEXT,
        on_arguments(_replace),
        gives=FieldType.TEXT,
        parameters=(
            Parameter("find", "Find", required=True, help="The text to look for; capitals count."),
            Parameter("replacement", "Replace with", default="", help="Empty takes the text away."),
        ),
        example="“M/s Acme”, find “M/s ” → “Acme”",
    ),
    Transform(
        "regex",
        "Find by pattern",
        TEXT,
        on_arguments(_regex),
        gives=FieldType.TEXT,
        parameters=(
            Parameter("pattern", "Pattern", required=True, help="A regular expression (RE2).", most=500),
            Parameter("replacement", "Replace with", default="", help="\\1 is the first group.", most=200),
            Parameter(
                "mode",
                "What to do",
                "choice",
                default="replace",
                choices=("replace", "extract"),
                help="extract keeps only what the replacement names.",
            ),
        ),
        example="“INV-0042”, extract “([0-9]+)” as “\\1” → “0042”",
    ),
    Transform(
        "substring",
        "Take some letters",
        TEXT,
        on_arguments(_substring),
        gives=FieldType.TEXT,
        parameters=(
            Parameter("start", "From letter", "integer", default=1, help="1 is the first letter, -1 the last."),
            Parameter("length", "How many", "integer", help="Empty takes the rest.", least=0, most=MAX_LENGTH),
        ),
        example="“27AAPFU0939F1ZV”, 10 letters from 3 → “AAPFU0939F”",
    ),
    Transform(
        "pad",
        "Fill up to a width",
        TEXT,
        on_arguments(_pad),
        gives=FieldType.TEXT,
        parameters=(
            Parameter("width", "Width", "integer", required=True, help="Letters in all.", least=1, most=500),
            Parameter("fill", "Fill with", required=True, default="0", help="One letter.", most=1),
            Parameter("side", "Side", "choice", default="left", choices=("left", "right")),
        ),
        example="“42”, width 6 → “000042”",
    ),
)
