"""A link's transforms as the panel shows them: the type at each step, what becomes of a sample, what fits next. Plain Python."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.mapping.chains import Chain, compile_chain
from app.mapping.coerce import coerce_for
from app.mapping.fields import ABSENT, getter
from app.mapping.names import OWN, VALUE, Names
from app.mapping.parameters import Parameter
from app.mapping.transforms import LIBRARY, Transform
from app.mapping.transforms.base import TEXT
from app.mapping.transforms.dates import DATES
from app.mapping.transforms.lookups import LOOKUP_BY
from app.mapping.transforms.numbers import NUMBERS
from app.mapping.transforms.registers import REGISTERS
from app.mapping.transforms.texts import TEXTS
from app.model.errors import InvalidInput
from app.model.values import FieldType, Value
from app.services.mapping.views import SideField
from app.ui.mappings import library
from app.ui.mappings.fit import KINDS, fit
from app.ui.words import from_below, mark, tr

Entry = Mapping[str, Any]

ANY = (FieldType.TEXT, FieldType.NUMBER, FieldType.DATE, FieldType.BOOLEAN)
WORDS_GROUP = mark("Words and formulas")
GROUPS: Mapping[str, str] = {
    **{one.name: mark("Texts") for one in TEXTS},
    **{one.name: mark("Numbers") for one in NUMBERS},
    **{one.name: mark("Dates") for one in DATES},
    **{one.name: mark("Phone and state codes") for one in REGISTERS},
}
#: What does the opposite with the same settings, for a chain that is turned round.
_TWINS = {
    "number_parse": "number_format",
    "date_parse": "date_format",
    "words_to_boolean": "boolean_to_words",
    "state_to_code": "code_to_state",
}
_OPPOSITE = {**_TWINS, **{there: here for here, there in _TWINS.items()}}
#: What is as good on the way out as on the way in.
_EITHER_WAY = frozenset({"trim", "squeeze", "upper", "lower", "title", "negate", "round"})
_UNDO = {
    "exactly": ("undo", "ok", mark("Can be undone")),
    "sometimes": ("question", "warn", mark("Can be undone only if {when}")),
    "not": ("oneway", "muted", mark("Can't be undone")),
}


@dataclass(frozen=True)
class Undo:
    """Whether a step has a way back: an icon's name, its tone, the words."""

    shape: str
    tone: str
    words: str


@dataclass(frozen=True)
class StepView:
    """One step. ``gets`` and ``gives`` are the types before and after it; ``fault`` is what keeps it from working, ``part`` the
    setting at fault (``args.pattern``; empty: the step as a whole). ``undoes``: these settings of it have a way back."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    arguments: Mapping[str, Any]
    summary: str
    gets: FieldType
    gives: FieldType
    undo: Undo
    undoes: bool
    fault: str = ""
    part: str = ""


@dataclass(frozen=True)
class Tried:
    """What a step made of the sample: texts for a person; ``problem`` instead of ``after`` where it fails."""

    before: str
    after: str = ""
    problem: str = ""


@dataclass(frozen=True)
class Offer:
    """A transform to choose from. ``why``: why it does not fit here."""

    name: str
    title: str
    example: str
    group: str
    undo: Undo
    fits: bool
    why: str = ""


def named(parameters: Sequence[Parameter], given: Any) -> dict[str, Any]:
    """``args`` in any of their stored forms (:func:`app.mapping.parameters.read_arguments`) by name, unchecked."""
    if given is None:
        return {}
    if isinstance(given, Mapping):
        return dict(given)
    if len(parameters) == 1 and parameters[0].type == "list" and isinstance(given, list | tuple):
        return {parameters[0].name: list(given)}
    values = given if isinstance(given, list | tuple) else [given]
    return {one.name: value for one, value in zip(parameters, values, strict=False)}


def chain_starts(local: SideField, field_type: str, comes_in: bool, has_table: bool) -> tuple[FieldType, ...]:
    """The types that the value may have where the chain begins, the likeliest first."""
    if not comes_in:
        return (local.type,)
    if has_table:
        return (FieldType.TEXT,)
    stored = (FieldType(field_type),) if field_type in set(FieldType) else ()
    return tuple(dict.fromkeys((local.type, *stored, *ANY)))


def walk(entries: Sequence[Entry], starts: Sequence[FieldType], names: Names = OWN) -> list[StepView]:
    """Each step of a chain that may be wrong anywhere: what is wrong with one step doesn't hide the others. ``names``: what
    templates and formulas may name."""
    out: list[StepView] = []
    kind = first_kind(entries, starts)
    for entry in entries:
        out.append(_view(entry, kind, names))
        kind = out[-1].gives
    return out


def first_kind(entries: Sequence[Entry], starts: Sequence[FieldType]) -> FieldType:
    known = LIBRARY.get(str(entries[0].get("name"))) if entries else None
    return next((kind for kind in starts if known is not None and kind in known.takes), starts[0])


def _view(entry: Entry, kind: FieldType, names: Names) -> StepView:
    name = str(entry.get("name") or "")
    known = LIBRARY.get(name)
    if known is None:
        lost = Undo("oneway", "muted", tr("Can't be undone"))
        return StepView(
            name, name, (), {}, "", kind, kind, lost, False, tr("This program does not know this transform.")
        )
    arguments = named(known.parameters, entry.get("args"))
    chain, fault, part = _compiled(entry, kind, names)
    gives = chain.gives if chain is not None else _gives(known, arguments, kind)
    undoes = chain.one_way is None if chain is not None else known.reversible == "exactly"
    return StepView(
        name, tr(known.title), known.parameters, arguments, summary(name, known.parameters, arguments), kind, gives,
        undo_of(known, undoes), undoes, fault, part,
    )  # fmt: skip


def _compiled(entry: Entry, kind: FieldType, names: Names) -> tuple[Chain | None, str, str]:
    try:
        return compile_chain([entry], "", (kind,), names), "", ""
    except InvalidInput as error:
        field = str(error.details.get("field") or "").removeprefix("[0]").removeprefix(".")
        return None, f"{from_below(error.message)} {from_below(error.hint)}".strip(), field


def _gives(known: Transform, arguments: Mapping[str, Any], kind: FieldType) -> FieldType:
    if known.gives_parameter:
        chosen = arguments.get(known.gives_parameter)
        return FieldType(chosen) if chosen in set(FieldType) else FieldType.TEXT
    return known.gives or kind


def undo_of(known: Transform, undoes: bool | None = None) -> Undo:
    """Of a transform in the list, or (``undoes``) as it is set in a chain."""
    state = known.reversible if undoes is None else "exactly" if undoes else "not"
    if undoes is False and known.reversible == "sometimes":
        state = "sometimes"
    shape, tone, words = _UNDO[state]
    return Undo(shape, tone, tr(words, when=tr(known.when)) if state == "sometimes" else tr(words))


def summary(name: str, parameters: Sequence[Parameter], arguments: Mapping[str, Any]) -> str:
    """The settings in one line: those that were made, and those that matter without."""
    parts = []
    for one in parameters:
        value = arguments.get(one.name)
        if value is None and one.required:
            value = one.default
        if value in (None, "", []):
            continue
        parts.append(f"{tr(one.title)}: {_said(name, one, value)}")
    return "  ·  ".join(parts)


def _said(owner: str, parameter: Parameter, value: Any) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if parameter.type == "choice":
        return library.choice_words(owner, parameter.name, str(value))
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    text = library.separator_shown(str(value))
    return f"“{text}”" if parameter.type in ("text", "value") and text == str(value) else text


@dataclass(frozen=True)
class Sample:
    """A value to try a chain on, with the record (or the line) that it stands in on its side."""

    value: Any
    around: Mapping[str, Any]


def try_steps(entries: Sequence[Entry], starts: Sequence[FieldType], sample: Sample, names: Names = OWN) -> list[Tried]:
    """What becomes of the sample step by step; ends at the first step that fails. Never raises."""
    kind = first_kind(entries, starts)
    try:
        value = coerce_for(kind)(sample.value)
    except ValueError as error:
        return [Tried(shown(sample.value), problem=_sentence(error))]
    out: list[Tried] = []
    for entry in entries:
        chain, fault, _ = _compiled(entry, kind, names)
        if chain is None:
            return [*out, Tried(shown(value), problem=fault)]
        before = shown(value)
        try:
            value = _run(chain, value, sample.around)
        except ValueError as error:
            return [*out, Tried(before, problem=_sentence(error))]
        out.append(Tried(before, shown(value)))
        kind = chain.gives
    return out


def _run(chain: Chain, value: Value, around: Mapping[str, Any]) -> Value:
    if chain.compose is not None:
        found = {name: getter(name)(around) for name in chain.reads - {VALUE}}
        return chain.compose(value, {name: one for name, one in found.items() if one is not ABSENT})
    return value if chain.forward is None else chain.forward(value)


def _sentence(error: ValueError) -> str:
    return tr("This value {reason}.", reason=from_below(str(error)))


def shown(value: Value | Any) -> str:
    if value is None:
        return tr("nothing")
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    text = str(value).replace("\n", " ⏎ ")
    return f"“{text if len(text) <= 60 else text[:59] + '…'}”"


def offers(kinds: Collection[FieldType], search: str = "") -> list[Offer]:
    """The transforms for a value of one of ``kinds``, by group; those of a group that fit come first."""
    words = search.casefold().split()
    found = [_offer(one, kinds) for one in LIBRARY.values() if one.name != LOOKUP_BY]
    wanted = [one for one in found if all(word in _text(one) for word in words)]
    order = list(dict.fromkeys(one.group for one in found))
    return sorted(wanted, key=lambda one: (order.index(one.group), not one.fits))


def _text(one: Offer) -> str:
    return f"{one.title} {one.example} {one.group} {one.name}".casefold()


def _offer(known: Transform, kinds: Collection[FieldType]) -> Offer:
    fits = not known.takes.isdisjoint(kinds)
    why = "" if fits else _misfit(known, next(iter(kinds)))
    group = tr(GROUPS.get(known.name, WORDS_GROUP))
    return Offer(known.name, tr(known.title), tr(known.example), group, undo_of(known), fits, why)


def _misfit(known: Transform, kind: FieldType) -> str:
    needed = next((one for one in ANY if one in known.takes), FieldType.TEXT)
    found, wanted = tr(KINDS[kind]), tr(KINDS[needed])
    before = between(kind, needed)
    if before:
        title = tr(LIBRARY[before].title)
        return tr(
            "Works on: {wanted}. The value here is: {found}. Put “{title}” before it.",
            wanted=wanted,
            found=found,
            title=title,
        )
    return tr("Works on: {wanted}. The value here is: {found}.", wanted=wanted, found=found)


def plain(kind: FieldType) -> FieldType:
    """Choices and references travel as texts."""
    return FieldType.TEXT if kind in TEXT else kind


def between(found: FieldType, wanted: FieldType) -> str:
    """The transform that leads from one type to the other; empty where there is none, or none is needed."""
    steps = fit(SideField("", "", wanted), SideField("", "", found)).steps
    return str(steps[0]["name"]) if steps else ""


def turned(entries: Sequence[Entry]) -> list[dict[str, Any]] | None:
    """The same chain for the other direction, or ``None`` where a step has no counterpart."""
    out = []
    for entry in reversed(entries):
        name, rest = str(entry.get("name")), {key: value for key, value in entry.items() if key != "name"}
        if name in _EITHER_WAY:
            out.append({"name": name, **rest})
        elif name in _OPPOSITE:
            args = rest.get("args")
            kept = {key: value for key, value in args.items() if key != "places"} if isinstance(args, Mapping) else args
            out.append({"name": _OPPOSITE[name], **({"args": kept} if kept else {})})
        elif name == "convert_unit" and isinstance(rest.get("args"), Mapping):
            args = rest["args"]
            out.append({"name": name, "args": {"from": args.get("to"), "to": args.get("from")}})
        else:
            return None
    return out
