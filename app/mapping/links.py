"""One link of a config, checked and turned into functions: what makes the ERP's value canonical, and its two ways."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from app.mapping.chains import Chain, compile_chain, in_turn, must_give, refuse_one_way
from app.mapping.coerce import Coerce, as_it_is, coerce_for
from app.mapping.composed import Composed, local_value, remote_value
from app.mapping.fields import FieldMapping, is_path
from app.mapping.names import CUSTOM, VALUE, Names
from app.mapping.tables import check_table, doubtful, inwards, outwards
from app.mapping.targets import looked_up_by, target_name
from app.mapping.transforms.base import TEXT, Step
from app.mapping.validation import Check, compile_rules
from app.model.entities import EntitySpec, FieldSpec
from app.model.errors import InvalidInput
from app.model.values import FieldType, Value

_ANY = (FieldType.TEXT, FieldType.NUMBER, FieldType.DATE, FieldType.BOOLEAN)


@dataclass(frozen=True)
class Ways:
    """``take`` makes the ERP's value canonical, ``carry`` makes it the hub's, ``back`` makes the hub's value the one to send.

    ``carry`` and ``back`` are ``None`` where nothing is to be done. ``goes_out`` is false for a link that is read only, one-way in,
    or whose transforms can't be undone. ``lookup`` is what a reference names: an entity, or a field of one (``customer.email``).

    ``reads`` are the fields that the link is made of on the side that it comes from, under the paths of their record or line.
    ``compose`` is there when other fields are among them: it makes the value that comes in (and is canonical) or goes out.
    """

    take: Coerce
    carry: Step | None
    back: Step | None
    goes_out: bool
    checks: tuple[Check, ...]
    lookup: str | None = None
    reads: frozenset[str] = frozenset()
    compose: Composed | None = None


def local_field(spec: EntitySpec, path: str) -> FieldSpec | None:
    """The hub field that a local path names; any ``custom.x`` is a text."""
    if path.startswith(CUSTOM) and len(path) > len(CUSTOM):
        return FieldSpec(path)
    head, found, tail = path.partition("[].")
    group = spec.field.get(head)
    if not found:
        return group
    return group.child.get(tail) if group is not None and group.type is FieldType.LINES else None


def is_group(spec: EntitySpec, local: str) -> bool:
    found = spec.field.get(local)
    return found is not None and found.type is FieldType.LINES


def sends(mapping: FieldMapping, target: FieldSpec | None) -> bool:
    """Is this link meant to go out? One-way transforms may still keep it from doing so."""
    return mapping.direction != "to_local" and not mapping.readonly and not (target is not None and target.readonly)


def check_link(spec: EntitySpec, mapping: FieldMapping, where: str, seen: set[str]) -> None:
    """The names: a field of the hub, a path of the ERP's, no field filled twice. Raises :class:`InvalidInput`."""
    if local_field(spec, mapping.local) is None:
        close = get_close_matches(mapping.local, _local_names(spec), 1)
        raise InvalidInput(
            f"{spec.title} has no field {mapping.local!r}.",
            field=f"{where}.localField",
            hint=f"Did you mean {close[0]}?"
            if close
            else "See the list of fields, or use custom.<name> for a field of your own.",
        )
    if not is_path(own_path(mapping)):
        raise InvalidInput(
            f"{mapping.remote!r} is not a field path.",
            field=f"{where}.remoteField",
            hint="A field of a line is named with its list, like LINES[].AMOUNT."
            if mapping.group and is_path(mapping.remote)
            else "A path looks like NAME, Address.City or LINES[].AMOUNT.",
        )
    if isinstance(mapping.default, list | tuple | dict):
        raise InvalidInput("A default is a single value.", field=f"{where}.defaultValue")
    if mapping.comes_in:
        if mapping.local in seen:
            said = f"{mapping.local} is linked twice."
            raise InvalidInput(said, field=f"{where}.localField", hint="Remove one of the two links.")
        seen.add(mapping.local)


def own_path(mapping: FieldMapping) -> str:
    """The remote path inside the record, for a group's child inside its line."""
    return mapping.remote.partition("[].")[2] if mapping.group else mapping.remote


def _local_names(spec: EntitySpec) -> list[str]:
    children = [f"{group.name}[].{child.name}" for group in spec.line_fields for child in group.children]
    return [field.name for field in spec.fields] + children


def compile_link(spec: EntitySpec, mapping: FieldMapping, where: str) -> Ways:
    """Raises :class:`InvalidInput` whose field is ``<where>.…``."""
    target = local_field(spec, mapping.local)
    assert target is not None  # check_link has seen it
    if mapping.type is FieldType.LINES or target.type is FieldType.LINES:
        return _lines(mapping, target, where)
    at = f"{where}.transform"
    table = target if not mapping.transform else FieldSpec(target.name, label=target.label)
    check_table(mapping, table, where)
    by = looked_up_by(mapping, target, at)
    chain = _chain(spec, mapping, target, at)
    take, lookup = _take(mapping, target, chain), target_name(target, by)
    goes_out = sends(mapping, target) and (mapping.direction == "to_remote" or chain.one_way is None)
    checks = compile_rules(mapping.validation, target, _own(mapping), _names(spec, mapping), f"{where}.validation")
    carry = _carry(mapping, target, table, chain, by, where) if mapping.comes_in else None
    if chain.compose is None:
        reads = frozenset({own_path(mapping) if mapping.comes_in else _own(mapping)})
        return Ways(take, carry, _out(mapping, table, chain), goes_out, checks, lookup, reads)
    own = own_path(mapping) if mapping.comes_in else _own(mapping)
    others = chain.reads - {VALUE}
    reads = others | {own} if VALUE in chain.reads else others
    if not mapping.comes_in:
        out = outwards(mapping, table) if mapping.value_map else None
        made = local_value(own, others, chain.compose, out)
        return Ways(take, None, None, goes_out, checks, None, reads, made)
    # What is put together is canonical when it is read: the table and the chain are behind it.
    made = remote_value(
        own if VALUE in chain.reads else None,
        in_turn([take, inwards(mapping, table)]) or take if mapping.value_map else take,
        others,
        chain.compose,
        coerce_for(target.type, is_money=target.money),
        in_line=mapping.group is not None,
    )
    return Ways(as_it_is, carry, None, goes_out, checks, lookup, reads, made)


def _lines(mapping: FieldMapping, target: FieldSpec, where: str) -> Ways:
    for name, given in (("transform", mapping.transform), ("valueMap", mapping.value_map)):
        if given:
            said = f"{target.title} is a list of lines: it takes no transforms and no value table."
            raise InvalidInput(said, field=f"{where}.{name}", hint="Give them to the fields of its lines.")
    checks = compile_rules(mapping.validation, target, mapping.local, (), f"{where}.validation")
    return Ways(as_it_is, None, None, sends(mapping, target), checks)


def review_link(spec: EntitySpec, mapping: FieldMapping, where: str) -> list[str]:
    """What is looked at when a link is saved, beyond what makes it unusable: a link both ways whose transforms can't be undone is
    refused (:class:`InvalidInput`); the answer is what a person should know about a link that works."""
    target = local_field(spec, mapping.local)
    assert target is not None  # check_link has seen it
    if mapping.type is FieldType.LINES or target.type is FieldType.LINES:
        return []
    if sends(mapping, target) and mapping.direction == "both":
        refuse_one_way(_chain(spec, mapping, target, f"{where}.transform"), f"{where}.transform", target.title)
    return doubtful(mapping)


def _own(mapping: FieldMapping) -> str:
    return mapping.local.partition("[].")[2] if mapping.group else mapping.local


def _names(spec: EntitySpec, mapping: FieldMapping) -> Collection[str]:
    """What a rule over several fields may read: the record's own fields, or those of the same line."""
    if mapping.group is not None:
        return spec.field[mapping.group].child.keys()
    return {field.name for field in spec.scalar_fields} | {mapping.local}


def _in_reach(spec: EntitySpec, mapping: FieldMapping) -> Names:
    """What a template or formula of the link may name: fields on the side that the value comes from."""
    if mapping.comes_in:
        return Names(None, prefix=mapping.remote.partition("[].")[0] + "[]." if mapping.group else "")
    if mapping.group is None:
        return Names(frozenset(one.name for one in spec.scalar_fields if not one.lookup), own_fields=True)
    children = spec.field[mapping.group].children
    return Names(frozenset(one.name for one in children if not one.lookup), prefix=f"{mapping.group}[].")


def _chain(spec: EntitySpec, mapping: FieldMapping, target: FieldSpec, at: str) -> Chain:
    names = _in_reach(spec, mapping)
    if not mapping.comes_in:
        chain = compile_chain(mapping.transform, at, (target.type,), names)
        if chain.compose is not None and target.type is FieldType.LOOKUP:
            raise InvalidInput(
                f"{target.title} names another record: nothing can be put together with it.",
                field=at,
                hint="Link a field of the record's own.",
            )
        return chain
    starts = (FieldType.TEXT,) if mapping.value_map else (target.type, mapping.type, *_ANY)
    chain = compile_chain(mapping.transform, at, starts, names)
    if not chain.is_empty:
        must_give(chain, target.type, at, target.title)
    return chain


def _take(mapping: FieldMapping, target: FieldSpec, chain: Chain) -> Coerce:
    """Without transforms the value is of the hub field's type already; a table reads texts; a chain says what it begins with."""
    if chain.is_empty and not mapping.value_map:
        return coerce_for(target.type, is_money=target.money)
    kind = chain.takes if not chain.is_empty else FieldType.TEXT
    return coerce_for(kind, is_money=target.money and kind is target.type)


def _carry(
    mapping: FieldMapping, target: FieldSpec, table: FieldSpec, chain: Chain, by: FieldSpec | None, where: str
) -> Step | None:
    steps: list[Step] = []
    finish = coerce_for(target.type, is_money=target.money)
    if mapping.value_map and chain.compose is None:
        steps.append(inwards(mapping, table))
    if chain.forward is not None:
        steps.append(chain.forward)
    if steps and not (chain.is_empty and target.type in TEXT):
        steps.append(finish)
    if mapping.default is not None:
        steps.append(_filled(_default(mapping, target, finish, where)))
    if by is not None and by.type is FieldType.NUMBER:
        steps.append(coerce_for(FieldType.NUMBER, is_money=by.money))
    return in_turn(steps)


def _default(mapping: FieldMapping, target: FieldSpec, finish: Coerce, where: str) -> Value:
    try:
        return finish(mapping.default)
    except ValueError as error:
        said = f"The default of {target.title}, {mapping.default!r}, {error}."
        raise InvalidInput(said, field=f"{where}.defaultValue") from None


def _filled(default: Value) -> Step:
    return lambda value: default if value is None else value


def _out(mapping: FieldMapping, table: FieldSpec, chain: Chain) -> Step | None:
    steps: list[Step] = []
    there = chain.back if mapping.comes_in else chain.forward
    if there is not None:
        steps.append(there)
    if mapping.value_map:
        steps.append(outwards(mapping, table))
    return in_turn(steps)
