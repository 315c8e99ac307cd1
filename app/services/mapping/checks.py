"""What is wrong, or doubtful, about a mapping: every fault at once. Errors are exactly what keeps it from being saved
(:func:`app.services.config_drafts.read_mappings`); everything else is a warning. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.mapping.coerce import coerce_for
from app.mapping.compiled import compile_mapping, local_field
from app.mapping.fields import FieldMapping
from app.mapping.links import check_link, compile_link, is_group, review_link, sends
from app.mapping.stored import Chains, field_mappings
from app.mapping.transforms.base import TEXT
from app.model.entities import EntitySpec, FieldSpec
from app.model.errors import InvalidInput
from app.model.values import FieldType
from app.services.config_drafts import read_link, read_mappings, settled
from app.services.mapping.views import Fault, SideField
from app.services.views import MappingView

#: Values named in one sentence.
_NAMED = 5


@dataclass(frozen=True)
class Asked:
    """A mapping and what it is for. ``entries`` are links as a front door sends them. ``remote`` are the ERP's fields, told by
    itself when ``live``; ``system`` is its title."""

    spec: EntitySpec
    entries: Sequence[Any]
    sync_direction: str
    match_on: Sequence[str]
    remote: Sequence[SideField]
    live: bool
    system: str
    can_write: bool
    chains: Chains

    @property
    def pulls(self) -> bool:
        return self.sync_direction != "push"

    @property
    def pushes(self) -> bool:
        return self.sync_direction != "pull" and self.can_write


@dataclass
class Looked:
    """One link as far as it could be understood."""

    number: int
    view: MappingView | None = None
    mapping: FieldMapping | None = None
    target: FieldSpec | None = None
    remote: SideField | None = None
    sound: bool = False
    faults: list[Fault] = field(default_factory=list)

    def warn(self, text: str, part: str = "", hint: str = "", level: str = "warning") -> None:
        self.faults.append(Fault(level, text, hint, self.number, part))

    def fail(self, text: str, part: str, hint: str) -> None:
        self.sound = False
        self.warn(text, part, hint, "error")

    @property
    def comes_in(self) -> bool:
        return self.mapping is not None and self.mapping.comes_in

    @property
    def goes_out(self) -> bool:
        return self.mapping is not None and sends(self.mapping, self.target)


def static_faults(asked: Asked) -> tuple[list[Fault], tuple[MappingView, ...] | None]:
    """Everything that can be told without a record, and the links as they are stored (``None``: they can't be)."""
    looked = _understood(asked)
    stored, together = _together(asked, looked)
    for one in looked:
        if one.sound:
            _look_at(asked, one)
    return [*(fault for one in looked for fault in one.faults), *together, *_whole(asked, looked)], stored


def _together(asked: Asked, looked: Sequence[Looked]) -> tuple[tuple[MappingView, ...] | None, list[Fault]]:
    """The links as they are stored, or what is wrong with the sound ones between themselves."""
    sound = [one for one in looked if one.sound]
    try:
        if len(sound) == len(looked):
            return read_mappings(list(asked.entries), asked.spec, asked.sync_direction, asked.chains), []
        compile_mapping(asked.spec, [one.mapping for one in sound if one.mapping is not None])
    except InvalidInput as error:
        number, part = _place(error.field)
        at = None if number is None else sound[number].number
        return None, [Fault("error", error.message, error.hint, at, part)]
    return None, []


# --- errors ---------------------------------------------------------------------------------------------------------------


def _understood(asked: Asked) -> list[Looked]:
    fields = {one.path: one for one in asked.remote}
    seen: set[str] = set()
    found = [_one(asked, number, entry, fields, seen) for number, entry in enumerate(asked.entries)]
    heads = {one.mapping.local for one in found if one.mapping is not None and one.comes_in}
    for one in found:
        group = one.mapping.group if one.mapping is not None and one.comes_in else None
        if one.sound and group is not None and group not in heads:
            title = asked.spec.field[group].title
            one.fail(f"{_title(one)} stands in {title}, and {title} is not linked.",
                  "localField", f"Link {title} with the list that holds its lines over there.")  # fmt: skip
    return found


def _one(asked: Asked, number: int, entry: Any, fields: Mapping[str, SideField], seen: set[str]) -> Looked:
    made, where = Looked(number), f"fieldMappings[{number}]"
    try:
        view = read_link(entry, asked.spec, where)
        made.view = view
        view = made.view = settled(entry, view, asked.spec, asked.sync_direction, asked.chains)
        (mapping,) = _named(lambda: field_mappings([view], asked.chains), number)
        check_link(asked.spec, mapping, where, seen)
        made.target = local_field(asked.spec, mapping.local)
        compile_link(asked.spec, mapping, where)
        said = review_link(asked.spec, mapping, where)
    except InvalidInput as error:
        made.fail(error.message, _place(error.field)[1], error.hint)
        return made
    made.mapping, made.sound = mapping, True
    made.remote = fields.get(mapping.remote.removesuffix("[]"))
    for text in said:
        made.warn(text, "valueMap")
    return made


def _named(read: Callable[[], list[FieldMapping]], number: int) -> list[FieldMapping]:
    try:
        return read()
    except InvalidInput as error:
        at = (error.field or "").replace("fieldMappings[0]", f"fieldMappings[{number}]", 1)
        raise InvalidInput(error.message, field=at, hint=error.hint) from None


def _place(where: str | None) -> tuple[int | None, str]:
    """The link and the setting that an error names (``fieldMappings[3].transform[0].args.pattern``)."""
    head, _, rest = (where or "").partition("]")
    number = head.removeprefix("fieldMappings[")
    return (int(number), rest.removeprefix(".")) if number.isdecimal() else (None, "")


# --- a link ---------------------------------------------------------------------------------------------------------------


def _look_at(asked: Asked, one: Looked) -> None:
    mapping, target = one.mapping, one.target
    assert mapping is not None
    assert target is not None
    _direction(asked, one, mapping)
    if asked.live and (one.remote is None or not one.remote.known):
        one.warn(f"{asked.system} has no field {mapping.remote}: nothing would come of this link.", "remoteField",
                 "Choose a field of the list, unless you know that it is there.")  # fmt: skip
    elif one.remote is not None:
        _readonly(asked, one, one.remote)
        if not is_group(asked.spec, mapping.local):
            _types(asked, one, one.remote, target)
    _table(asked, one, mapping, target)


def _direction(asked: Asked, one: Looked, mapping: FieldMapping) -> None:
    if mapping.direction == "to_remote" and not asked.pushes:
        why = "this mapping only reads" if asked.can_write else f"nothing is sent to {asked.system}"
        one.warn(f"{_title(one)} only goes to {asked.system}, and {why}: the link does nothing.", "direction",
                 "Turn the link round, or remove it.")  # fmt: skip
    if mapping.direction == "to_local" and not asked.pulls:
        one.warn(f"{_title(one)} only comes from {asked.system}, and this mapping only sends: the link does nothing.",
                 "direction", level="info")  # fmt: skip


def _readonly(asked: Asked, one: Looked, remote: SideField) -> None:
    if remote.readonly and one.goes_out and asked.pushes:
        one.warn(f"{remote.title} can't be changed in {asked.system}: what is sent of {_title(one)} would not arrive.",
                 "direction", f"Make the link one way, from {asked.system} to here.")  # fmt: skip


def _types(asked: Asked, one: Looked, remote: SideField, target: FieldSpec) -> None:
    """A value that is of another type there and that nothing turns into ours."""
    mapping = one.mapping
    assert mapping is not None
    if mapping.transform or mapping.value_map:
        return
    if one.comes_in and asked.pulls and not _is_taken(target, remote):
        one.warn(f"{remote.title} is {_KINDS[remote.type]} in {asked.system}, {target.title} is {_KINDS[target.type]} here.",
                 "transform", "Put a transform between them, or see in the preview that every value can be read.")  # fmt: skip
    elif one.goes_out and asked.pushes and _kind(target.type) is FieldType.TEXT and _kind(remote.type) in _STRICT:
        one.warn(f"{target.title} is a text here, {remote.title} is {_KINDS[remote.type]} in {asked.system}: a text that is"
                 " none would be refused.", "transform", "Put a transform between them.")  # fmt: skip


_STRICT = frozenset({FieldType.NUMBER, FieldType.DATE, FieldType.BOOLEAN})
_KINDS = {
    FieldType.TEXT: "a text",
    FieldType.PICKLIST: "a choice",
    FieldType.LOOKUP: "a reference",
    FieldType.NUMBER: "a number",
    FieldType.DATE: "a date",
    FieldType.BOOLEAN: "yes or no",
    FieldType.LINES: "a list of lines",
}


def _kind(kind: FieldType) -> FieldType:
    return FieldType.TEXT if kind in TEXT else kind


def _is_taken(target: FieldSpec, remote: SideField) -> bool:
    ours, theirs = _kind(target.type), _kind(remote.type)
    if ours is theirs or ours is FieldType.TEXT:
        return theirs is not FieldType.LINES
    if theirs is not FieldType.TEXT or not remote.samples:
        return False
    take = coerce_for(target.type, is_money=target.money)
    try:
        for sample in remote.samples:
            take(sample)
    except ValueError:
        return False
    return True


def _table(asked: Asked, one: Looked, mapping: FieldMapping, target: FieldSpec) -> None:
    """Values that either side offers and the value table does not name."""
    if not mapping.value_map:
        return
    local, remote = ({pair[side] for pair in mapping.value_map} for side in (0, 1))
    strict = mapping.unmapped != "keep"
    theirs = one.remote.choices if one.remote is not None else ()
    missing = [value for value in theirs if value not in remote]
    if missing and strict and one.comes_in and asked.pulls:
        one.warn(f"{_title(one)}: the value table says nothing of {_list(missing)}, which {asked.system} has."
                 f" {_UNMAPPED[mapping.unmapped]}", "valueMap", "Give each a line in the table.")  # fmt: skip
    missing = [value for value in target.choices if value not in local]
    if missing and strict and one.goes_out and asked.pushes and not mapping.transform:
        one.warn(f"{_title(one)}: the value table says nothing of {_list(missing)}, which may stand here."
                 f" {_UNMAPPED[mapping.unmapped]}", "valueMap", "Give each a line in the table.")  # fmt: skip
    strange = [value for value in local if target.choices and value not in target.choices]
    if strange and not mapping.transform and one.comes_in:
        one.warn(f"{_title(one)} takes {_list(target.choices)}; the value table makes {_list(sorted(strange))}.", "valueMap",
                 "Correct these lines of the table.")  # fmt: skip


_UNMAPPED = {
    "null": "They become empty.",
    "error": "Records with them are not taken over, or not sent.",
    "default": "They become the default.",
}


def _list(values: Sequence[str]) -> str:
    shown = ", ".join(f"“{value}”" for value in values[:_NAMED])
    return shown + (f" and {len(values) - _NAMED} more" if len(values) > _NAMED else "")


def _title(one: Looked) -> str:
    return one.target.title if one.target is not None else f"Link {one.number + 1}"


# --- the mapping as a whole -----------------------------------------------------------------------------------------------


def _whole(asked: Asked, looked: Sequence[Looked]) -> Iterator[Fault]:
    spec = asked.spec
    if not looked:
        yield Fault("warning", f"No fields are linked yet: nothing of {spec.plural.lower()} will be synced.")
        return
    coming = {one.mapping.local for one in looked if one.mapping is not None and one.comes_in}
    if asked.pulls:
        missing = [one.title for one in spec.fields if one.required and one.name not in coming]
        for title in missing:
            yield Fault("warning", f"{title} is needed here, and nothing fills it: new {spec.plural.lower()} would come without.",
                        f"Link {title}.")  # fmt: skip
        yield from _recognised(asked, coming)
    if asked.pushes:
        yield from _needed_there(asked, looked)
        yield from _written_twice(asked, looked)
        yield from _sent_in_part(asked, looked)


def _recognised(asked: Asked, coming: set[str]) -> Iterator[Fault]:
    missing = [
        asked.spec.field[name].title for name in asked.match_on if name in asked.spec.field and name not in coming
    ]
    if missing:
        yield Fault("warning", f"{asked.spec.plural} that are on both sides already are recognised by"
                    f" {' and '.join(missing)}, which is not linked: they can't be recognised.",
                    f"Link {' and '.join(missing)}, or choose other fields to recognise them by.")  # fmt: skip


def _needed_there(asked: Asked, looked: Sequence[Looked]) -> Iterator[Fault]:
    sent = {one.mapping.remote.removesuffix("[]") for one in looked if one.mapping is not None and one.goes_out}
    for remote in asked.remote:
        if remote.required and remote.known and remote.path not in sent and (not remote.group or remote.group in sent):
            yield Fault("warning", f"{asked.system} needs {remote.title} for a new {asked.spec.title.lower()}:"
                        " nothing fills it.", f"Link a field of ours with {remote.title}.")  # fmt: skip


def _written_twice(asked: Asked, looked: Sequence[Looked]) -> Iterator[Fault]:
    first: dict[str, Looked] = {}
    for one in looked:
        if one.mapping is None or not one.goes_out:
            continue
        other = first.setdefault(one.mapping.remote, one)
        if other is not one:
            name = one.remote.title if one.remote is not None else one.mapping.remote
            yield Fault("warning", f"{_title(other)} and {_title(one)} are both sent to {name} in {asked.system}: the last one"
                        " wins.", "Make one of the two links one way, or remove it.", one.number, "remoteField")  # fmt: skip


def _sent_in_part(asked: Asked, looked: Sequence[Looked]) -> Iterator[Fault]:
    """Lists that are sent without all that their lines hold over there, and could be."""
    if not asked.live:
        return
    out = [one.mapping for one in looked if one.mapping is not None and one.goes_out]
    ours, sent = {one.local for one in out}, {one.remote for one in out}
    for one in looked:
        if one.mapping is None or not one.goes_out or not is_group(asked.spec, one.mapping.local):
            continue
        group = one.mapping.remote.removesuffix("[]")
        children = [field for field in asked.remote if field.group == group and field.known and not field.readonly]
        missing = [field.title for field in children if field.path not in sent]
        fields = asked.spec.field[one.mapping.local].children
        is_whole = all(field.readonly or f"{one.mapping.local}[].{field.name}" in ours for field in fields)
        if missing and len(missing) < len(children) and not is_whole:
            yield Fault("info", f"{_title(one)} are sent without {_list(missing)}: a line that is in {asked.system} already"
                        " keeps what it has there, a new one comes without.",
                        f"Link a field of ours with each that new {asked.spec.plural.lower()} shall have.", one.number,
                        "remoteField")  # fmt: skip


def by_gravity(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """The gravest first, each kind in the order of the links."""
    order = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(faults, key=lambda one: order[one.level]))
