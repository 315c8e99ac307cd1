"""The library of transforms and rules in words: what their choices are called; all its texts, translated where they are shown."""

from __future__ import annotations

from collections.abc import Mapping

from app.ui.words import mark, tr

#: Of every parameter that offers it, or (``transform.parameter.choice``) of one alone.
_CHOICES: Mapping[str, str] = {
    "half_up": mark("to the nearest, half goes up (2.5 → 3)"),
    "half_even": mark("to the nearest, half goes to the even one (2.5 → 2)"),
    "up": mark("away from zero (2.1 → 3)"),
    "down": mark("towards zero (2.9 → 2)"),
    "none": mark("none: 100000"),
    "indian": mark("lakhs and crores: 1,00,000"),
    "western": mark("thousands: 100,000"),
    "decimal_mark..": mark("a point: 1.50"),
    "decimal_mark.,": mark("a comma: 1,50"),
    "keep": mark("leave it as it is"),
    "error": mark("refuse it, and say so"),
    "replace": mark("replace what was found"),
    "extract": mark("keep only what was found"),
    "left": mark("on the left"),
    "right": mark("on the right"),
    "null_or_empty": mark("when there is nothing, or an empty text"),
    "null": mark("when there is nothing"),
    "empty": mark("when there is an empty text"),
    "text": mark("a text"),
    "number": mark("a number"),
    "date": mark("a date"),
    "boolean": mark("yes or no"),
    "mg": mark("milligram"),
    "g": mark("gram"),
    "kg": mark("kilogram"),
    "quintal": mark("quintal"),
    "tonne": mark("tonne"),
    "mm": mark("millimetre"),
    "cm": mark("centimetre"),
    "m": mark("metre"),
    "km": mark("kilometre"),
    "ml": mark("millilitre"),
    "litre": mark("litre"),
    "piece": mark("piece"),
    "pair": mark("pair"),
    "dozen": mark("dozen"),
    "gross": mark("gross"),
    "paise": mark("paise"),
    "rupee": mark("rupee"),
    "lakh": mark("lakh"),
    "crore": mark("crore"),
    "IN": mark("India (+91)"),
    "AE": mark("United Arab Emirates (+971)"),
    "AU": mark("Australia (+61)"),
    "BD": mark("Bangladesh (+880)"),
    "GB": mark("United Kingdom (+44)"),
    "LK": mark("Sri Lanka (+94)"),
    "NP": mark("Nepal (+977)"),
    "SG": mark("Singapore (+65)"),
    "US": mark("United States (+1)"),
}
#: Helps that name choices or notions in the library's own terms, for a person.
_HELPS: Mapping[str, str] = {
    "number_format.grouping": "",
    "number_parse.grouping": "",
    "phone_e164.unknown": "",
    "state_to_code.unknown": "",
    "code_to_state.unknown": "",
    "regex.pattern": mark("[0-9]+ is a number, [A-Z]+ are capitals, . is any letter; brackets ( ) mark a group."),
    "regex.replacement": mark("\\1 puts in what the first group found."),
    "regex.mode": "",
    "pattern.pattern": mark("For the whole text: [0-9]{6} is six figures, [A-Z]{3}-[0-9]+ fits “INV-42”."),
    "template.text": mark("{value} is this field's value."),
}
_SEPARATORS: Mapping[str, str] = {
    "\n": mark("line break"),
    " ": mark("space"),
    "\t": mark("tab"),
    ",": mark("comma"),
    ", ": mark("comma and space"),
    ";": mark("semicolon"),
    "-": mark("hyphen"),
    "/": mark("slash"),
    "|": mark("vertical bar"),
}
#: Parameters that hold what stands between parts: spaces and line breaks are shown by name.
SEPARATORS = frozenset({"separator", "between"})


def choice_words(owner: str, parameter: str, choice: str) -> str:
    """``half_up`` of ``round.mode`` in words; a choice that nobody has named is shown as it is."""
    for key in (f"{owner}.{parameter}.{choice}", f"{parameter}.{choice}", choice):
        if key in _CHOICES:
            return tr(_CHOICES[key])
    return choice


def help_words(owner: str, parameter: str, text: str) -> str:
    return tr(_HELPS.get(f"{owner}.{parameter}", text))


def separators() -> list[str]:
    return [tr(words) for words in _SEPARATORS.values()]


def separator_shown(value: str) -> str:
    return tr(_SEPARATORS[value]) if value in _SEPARATORS else value


def separator_typed(text: str) -> str:
    """What a person typed or chose as what it stands for."""
    return next((value for value, words in _SEPARATORS.items() if tr(words) == text), text)


#: Titles, examples and helps of the library itself, but for the helps that are said otherwise above.
TEXTS = (
    mark("Trim spaces at both ends"), mark("“ Acme ” → “Acme”"), mark("Squeeze runs of spaces"),
    mark("“Acme   Ltd” → “Acme Ltd”"), mark("Upper case"), mark("“acme” → “ACME”"), mark("Lower case"),
    mark("“ACME” → “acme”"), mark("Capital at each word"), mark("“ACME LTD” → “Acme Ltd”"), mark("Take one part of a text"),
    mark("“Pune, Maharashtra”, part 2 → “Maharashtra”"), mark("Separator"),
    mark("What stands between the parts, like a comma."), mark("Part"), mark("1 is the first part, -1 the last."),
    mark("Join lines into one"), mark("two lines of an address → “12 MG Road, Pune”"), mark("Put between"),
    mark("What is to stand between the parts."), mark("Parts are separated by"), mark("Usually a line break."),
    mark("Replace a text"), mark("“M/s Acme”, find “M/s ” → “Acme”"), mark("Find"),
    mark("The text to look for; capitals count."), mark("Replace with"), mark("Empty takes the text away."),
    mark("Find by pattern"), mark("“INV-0042”, extract “([0-9]+)” as “\\1” → “0042”"), mark("Pattern"), mark("What to do"),
    mark("Take some letters"), mark("“27AAPFU0939F1ZV”, 10 letters from 3 → “AAPFU0939F”"), mark("From letter"),
    mark("1 is the first letter, -1 the last."), mark("How many"), mark("Empty takes the rest."), mark("Fill up to a width"),
    mark("“42”, width 6 → “000042”"), mark("Width"), mark("Letters in all."), mark("Fill with"), mark("One letter."),
    mark("Side"), mark("Turn the sign"), mark("-1500.00 → 1500.00"), mark("Multiply by a number"),
    mark("0.18, factor 100 → 18"), mark("dividing by the factor always ends (by 100 it does, by 3 it does not)"),
    mark("Factor"), mark("What to multiply by, like 100 or 0.01."), mark("Round"), mark("12.345, 2 places → 12.35"),
    mark("Decimal places"), mark("How"), mark("Convert the unit"), mark("1.5 kg → 1500 g"),
    mark("one unit divides the other without a remainder that never ends (kg and g do, dozen and piece do not)"),
    mark("From unit"), mark("To unit"), mark("Write a number as text"), mark("150000, indian → “1,50,000”"),
    mark("no decimal places are cut off"), mark("Groups of digits"), mark("Decimal mark"), mark("Empty keeps all."),
    mark("Read a number from text"), mark("“₹ 1,50,000.50” → 150000.50"), mark("Read a date from text"),
    mark("“01/08/2026”, DD/MM/YYYY → 2026-08-01"), mark("the year has four figures and day and month can be told apart"),
    mark("Format"), mark("Write it like DD/MM/YYYY, D-MMM-YY or YYYYMMDD."), mark("Write a date as text"),
    mark("2026-08-01, D-MMM-YYYY → “1-Aug-2026”"), mark("Telephone number with country code"),
    mark("“098765 43210” → “+919876543210”; on the way back “9876543210”"), mark("Country"),
    mark("Of numbers without a country code."), mark("What is not a number"), mark("State's name to GST code"),
    mark("“Maharashtra” → “27”"), mark("A state that is not known"), mark("GST code to state's name"),
    mark("“27” → “Maharashtra”"), mark("Fill in where nothing is given"), mark("nothing, value “India” → “India”"),
    mark("Value"), mark("When"), mark("Always the same value"), mark("anything → “INR”"), mark("Read yes or no from words"),
    mark("“Active” (a word for yes) → yes"), mark("Words for yes"), mark("The first one is written."), mark("Words for no"),
    mark("Write yes or no as words"), mark("yes → “Active”"), mark("Put into a text"),
    mark("“42” in “INV-{value}” → “INV-42”"), mark("the text holds {value} once and no other field"), mark("Text"),
    mark("Calculate"), mark("“1500” in if(value > 1000, 'A', 'B') → “A”"), mark("Formula"),
    mark("Like if(value > 1000, 'A', 'B'), or quantity * rate in a link that goes one way."), mark("Gives"),
    mark("Look up by a field"), mark("“accounts@acme.example”, field email → the customer with that e-mail address"),
    mark("Field"), mark("The field of the record referred to that holds the value, like email or sku."),
    mark("Must be filled in"), mark("nothing → refused"), mark("Length"), mark("at most 50 characters"), mark("At least"),
    mark("At most"), mark("[A-Z]{3}-[0-9]+ takes “INV-42”"), mark("Message"),
    mark("What a person reads, as the end of a sentence: “is not …”."), mark("Range"),
    mark("from 0 to 100, or between two dates"), mark("One of a list"), mark("Retail, Wholesale"), mark("Values"),
    mark("GSTIN"), mark("27AAPFU0939F1ZV"), mark("PAN"), mark("AAPFU0939F"), mark("E-mail address"),
    mark("accounts@acme.example"), mark("Telephone number"), mark("+919876543210 or 098765 43210"), mark("PIN code"),
    mark("411001"), mark("Rule over several fields"), mark("due_date >= date"),
    mark("Like credit_limit > 0 or credit_days > 0."),
)  # fmt: skip
