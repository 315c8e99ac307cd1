"""What the forms of a link show, and how what is typed there goes back into it. Plain Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.mapping.fields import ABSENT, getter
from app.mapping.names import OWN, Names
from app.mapping.parameters import Parameter
from app.model.entities import entity_named
from app.model.values import FieldType
from app.services.mapping.views import SampleRecord, SideField, SideValues
from app.services.views import MappingView
from app.ui import formats
from app.ui.mappings import steps
from app.ui.mappings.fit import KINDS
from app.ui.words import mark, tr

Pair = tuple[str, str]

UNMAPPED = {
    "keep": mark("Stay as they are"),
    "null": mark("Become empty"),
    "default": mark("Become the default value"),
    "error": mark("Are refused: the record waits in Activity until the table knows them"),
}
ARROWS = {"both": "↔", "to_local": "←", "to_remote": "→"}


@dataclass(frozen=True)
class Ends:
    """A link with what is known of its two fields. ``system``: the other one's title. ``number``: its place in the mapping."""

    number: int
    link: MappingView
    local: SideField
    remote: SideField
    system: str

    @property
    def comes_in(self) -> bool:
        return self.link.direction != "to_remote"

    @property
    def is_list(self) -> bool:
        return self.local.is_list or self.link.field_type == FieldType.LINES.value


@dataclass(frozen=True)
class Way:
    """A direction to choose from; ``reason``: why it can't be."""

    direction: str
    arrow: str
    words: str
    about: str
    reason: str = ""


def ways(ends: Ends) -> list[Way]:
    reason = ""
    if ends.local.readonly:
        reason = tr(
            "{field} can't be changed here: it is only read from {system}.", field=ends.local.title, system=ends.system
        )
    elif ends.remote.readonly:
        reason = tr("{field} is read only in {system}.", field=ends.remote.title, system=ends.system)
    both = tr("A change on either side reaches the other.")
    inwards = tr("What is changed here stays here.")
    outwards = tr("What is changed there is not taken over.")
    return [
        Way("both", "↔", tr("Both ways"), both, reason),
        Way("to_local", "←", tr("Only from {system}", system=ends.system), inwards),
        Way("to_remote", "→", tr("Only to {system}", system=ends.system), outwards, reason),
    ]


def way_words(ends: Ends) -> str:
    return next(f"{way.arrow} {way.words}" for way in ways(ends) if way.direction == _direction(ends.link))


def _direction(link: MappingView) -> str:
    return link.direction if link.direction in ARROWS else "both"


def redirected(link: MappingView, direction: str) -> tuple[dict[str, Any], bool]:
    """The settings of a link that goes another way, and whether its transforms still mean what they did: a chain is written in the
    direction of its link, so one that changes from inwards to outwards is turned round where it can be."""
    out: dict[str, Any] = {"direction": direction}
    turns = (link.direction == "to_remote") != (direction == "to_remote")
    if not turns or not link.transform:
        return out, True
    other = steps.turned(link.transform) if isinstance(link.transform, list | tuple) else None
    if other is None:
        return out, False
    return {**out, "transform": other}, True


# --- fields in words --------------------------------------------------------------------------------------------------


def kind_words(field: SideField) -> str:
    parts = [tr(KINDS[field.type])]
    if field.required:
        parts.append(tr("required"))
    if field.readonly:
        parts.append(tr("read only"))
    if not field.known:
        parts.append(tr("not found there"))
    return "  ·  ".join(parts)


def sample_of(record: SampleRecord | None, ends: Ends) -> steps.Sample | None:
    """What the record holds at the end where the chain begins, after the value table; else the field's own sample."""
    side = ends.remote if ends.comes_in else ends.local
    whole = (record.remote if ends.comes_in else record.hub) if record is not None else None
    value = None if whole is None else _at(whole, side.path)
    if value in (None, "") or isinstance(value, list | dict):
        value = side.sample
    if value is None:
        return None
    around = _at(whole, f"{side.group}[]") if whole is not None and side.group else whole
    known = {theirs: ours for ours, theirs in pairs_of(ends.link.value_map)} if ends.comes_in else {}
    through = known.get(value, value) if isinstance(value, str) else value
    return steps.Sample(through, around if isinstance(around, Mapping) else {})


def _at(record: Mapping[str, Any], path: str) -> Any:
    found = record[path] if path in record else getter(path)(record)
    return None if found is ABSENT else found


def names_in_reach(ends: Ends, local: Sequence[SideField]) -> Names:
    """What a template or formula of the link may name besides its own value: fields of the side that the value comes from. A link
    both ways knows its own value only."""
    if ends.link.direction == "both":
        return OWN
    if ends.comes_in:
        return Names(None, prefix=f"{ends.remote.group}[]." if ends.remote.group else "")
    prefix = f"{ends.local.group}[]." if ends.local.group else ""
    near = [one for one in local if one.group == ends.local.group and not one.is_list and not one.lookup]
    return Names(frozenset(one.path.removeprefix(prefix) for one in near), own_fields=not prefix, prefix=prefix)


def nameable(ends: Ends, local: Sequence[SideField], remote: Sequence[SideField]) -> list[tuple[str, str]]:
    """The fields to put into a text, each with the name that it has there: this link's own value first."""
    side, fields = (ends.remote, remote) if ends.comes_in else (ends.local, local)
    out = [(tr("This field's value"), "value")]
    if ends.link.direction == "both":
        return out
    prefix = f"{side.group}[]." if side.group else ""
    near = [
        one
        for one in fields
        if one.group == side.group and not one.is_list and not one.lookup and one.path != side.path
    ]
    return [*out, *((one.title, one.path.removeprefix(prefix)) for one in near)]


# --- the default ------------------------------------------------------------------------------------------------------


def default_parameter(local: SideField) -> Parameter | None:
    """The form's field for a link's default; a list and a reference have none."""
    title = tr("Default value")
    if local.type in (FieldType.LINES, FieldType.LOOKUP):
        return None
    if local.choices:
        return Parameter("default", title, "choice", choices=local.choices)
    kind = {FieldType.NUMBER: "number", FieldType.DATE: "date", FieldType.BOOLEAN: "boolean"}.get(local.type, "text")
    return Parameter("default", title, kind)


# --- what is typed ----------------------------------------------------------------------------------------------------


def as_text(parameter: Parameter, value: Any) -> str:
    """A parameter's stored value as its line shows it."""
    if value is None:
        return ""
    if parameter.type == "list":
        return "\n".join(str(one) for one in value) if isinstance(value, list | tuple) else str(value)
    if parameter.type == "date":
        return formats.day(str(value))
    if parameter.type == "boolean":
        return ""
    return str(value)


def typed(parameter: Parameter, text: str) -> Any:
    """What was typed as it is stored; ``None`` for nothing. What can't be read is kept as it is: the check says what is wrong."""
    if parameter.type == "list":
        found = [line.strip() for line in text.split("\n") if line.strip()]
        return found or None
    if parameter.type in ("text", "value"):
        return text if text or means_something_empty(parameter) else None
    bare = text.strip()
    if parameter.type == "date":
        return formats.typed_day(bare) or None
    if parameter.type in ("integer", "number"):
        bare = bare.replace(",", "").replace("₹", "").strip()
        digits = bare.removeprefix("-")
        return int(bare) if parameter.type == "integer" and digits.isascii() and digits.isdigit() else bare or None
    return bare or None


def means_something_empty(parameter: Parameter) -> bool:
    """Is an empty text other than none given: where the default is a text?"""
    return bool(parameter.default) and isinstance(parameter.default, str) and not parameter.required


def with_argument(entry: Mapping[str, Any], parameters: Sequence[Parameter], name: str, value: Any) -> dict[str, Any]:
    """The step or rule with one setting changed; ``None`` takes it out."""
    args = steps.named(parameters, entry.get("args"))
    args.pop(name, None)
    if value is not None:
        args[name] = value
    rest = {key: kept for key, kept in entry.items() if key != "args"}
    ordered = {one.name: args[one.name] for one in parameters if one.name in args}
    return {**rest, **({"args": {**ordered, **args}} if args else {})}


# --- lists ------------------------------------------------------------------------------------------------------------


def listed(value: Any) -> list[Mapping[str, Any]]:
    """The steps of a chain or the rules of a validation; a template's id has none of its own."""
    return list(value) if isinstance(value, list | tuple) else []


def moved(entries: Sequence[Any], at: int, to: int) -> list[Any]:
    out = list(entries)
    out.insert(to, out.pop(at))
    return out


def find_by(entries: Sequence[Mapping[str, Any]]) -> str:
    """The field of the other record by which a reference is found; empty: by its key there."""
    for entry in entries:
        if entry.get("name") == steps.LOOKUP_BY:
            args = entry.get("args")
            return str(args.get("field") or "") if isinstance(args, Mapping) else str(args or "")
    return ""


def with_find_by(entries: Sequence[Mapping[str, Any]], field: str, comes_in: bool) -> list[Mapping[str, Any]]:
    """It stands at the hub's end of the chain: last in one that comes in, first in one that goes out."""
    own = [entry for entry in entries if entry.get("name") != steps.LOOKUP_BY]
    step = [{"name": steps.LOOKUP_BY, "args": {"field": field}}] if field else []
    return [*own, *step] if comes_in else [*step, *own]


def find_fields(lookup: str) -> list[tuple[str, str]]:
    """The fields by which a record of that kind may be found: ``(title, name)``."""
    spec = entity_named(lookup)
    kinds = {FieldType.TEXT, FieldType.PICKLIST, FieldType.NUMBER}
    return [(tr(one.title), one.name) for one in spec.scalar_fields if one.type in kinds] if spec is not None else []


# --- value tables -----------------------------------------------------------------------------------------------------


def pairs_of(value_map: Any) -> list[Pair]:
    found = value_map.get("pairs") if isinstance(value_map, Mapping) else None
    return [(str(pair[0]), str(pair[1])) for pair in found or () if len(pair) == 2]


def unmapped_of(value_map: Any) -> str:
    found = value_map.get("unmapped") if isinstance(value_map, Mapping) else None
    return str(found) if found in UNMAPPED else "keep"


def table(pairs: Sequence[Pair], unmapped: str) -> dict[str, Any] | None:
    """As a link holds it; ``None`` for an empty one without a rule."""
    if not pairs and unmapped == "keep":
        return None
    return {"pairs": [list(pair) for pair in pairs], "unmapped": unmapped}


def clash(pairs: Sequence[Pair], pair: Pair, comes_in: bool, *, system: str) -> str:
    """Why ``pair`` can't stand beside the others; empty where it can."""
    return _why_not(_by_end(pairs, comes_in), pair, comes_in, system)


def _by_end(pairs: Sequence[Pair], comes_in: bool) -> dict[str, Pair]:
    """By the end that may stand there once only: theirs, and ours in a link that only goes out. The first line of it counts."""
    found: dict[str, Pair] = {}
    for pair in pairs:
        found.setdefault(pair[comes_in], pair)
    return found


def _why_not(known: Mapping[str, Pair], pair: Pair, comes_in: bool, system: str) -> str:
    there = known.get(pair[comes_in])
    ours, theirs = pair
    if there is None:
        return ""
    if there == pair:
        return tr("“{ours}” and “{theirs}” are in the table already.", ours=ours, theirs=theirs)
    if comes_in:
        return tr(
            "“{theirs}” of {system} stands for “{known}” already, so not for “{ours}” as well. Change that line.",
            theirs=theirs,
            known=there[0],
            ours=ours,
            system=system,
        )
    return tr(
        "“{ours}” becomes “{known}” in {system} already, so not “{theirs}” as well. Change that line.",
        ours=ours,
        known=there[1],
        theirs=theirs,
        system=system,
    )


def added(pairs: Sequence[Pair], more: Sequence[Pair], comes_in: bool, system: str) -> tuple[list[Pair], list[str]]:
    """The table with ``more`` lines at its end, and why some were left out; what is there already counts for nothing."""
    out, refused, known = list(pairs), [], _by_end(pairs, comes_in)
    for pair in more:
        why = _why_not(known, pair, comes_in, system)
        if not why:
            known[pair[comes_in]] = pair
            out.append(pair)
        elif known[pair[comes_in]] != pair:
            refused.append(why)
    return out, refused


def pasted(text: str, heads: Pair) -> list[Pair]:
    """Two columns copied from a spreadsheet; its heading, if it is ours, and lines with one column alone are left out."""
    rows = [line.split("\t") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    pairs = [(row[0].strip(), row[1].strip()) for row in rows if len(row) > 1]
    return [pair for pair in pairs if pair[0] and pair[1] and pair != heads]


def copied(pairs: Sequence[Pair], heads: Pair) -> str:
    return "\n".join("\t".join(end.replace("\t", " ").replace("\n", " ") for end in pair) for pair in (heads, *pairs))


def in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """By our value. Lines of the same value stay in their order: the first of them is what is sent."""
    return sorted(pairs, key=lambda pair: pair[0].casefold())


def missing(pairs: Sequence[Pair], values: SideValues) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """The values of each side that are not in the table, the most frequent first."""
    out: list[list[tuple[str, int]]] = []
    for side, known in ((0, values.local), (1, values.remote)):
        have = {pair[side] for pair in pairs}
        out.append(sorted((one for one in known if one[0] not in have), key=lambda one: -one[1]))
    return out[0], out[1]


def count_words(pair: Pair, values: SideValues | None) -> str:
    """How often the two values of a line occur; empty where nobody has counted."""
    if values is None:
        return ""
    here, there = dict(values.local).get(pair[0]), dict(values.remote).get(pair[1])
    said = [
        tr(words, n=formats.grouped(count))
        for words, count in ((mark("{n} here"), here), (mark("{n} there"), there))
        if count
    ]
    return "  ·  ".join(said)


# --- faults -----------------------------------------------------------------------------------------------------------

Under = Callable[[str], str | None]


def under(prefix: str) -> Under:
    """From a fault's part to what is left of it below ``prefix``; ``None`` for a part that belongs elsewhere."""

    def rest(part: str) -> str | None:
        if part == prefix:
            return ""
        return part[len(prefix) :].lstrip(".") if part.startswith((prefix + ".", prefix + "[")) else None

    return rest
