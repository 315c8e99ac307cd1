"""Value tables: the hub's ``Gold`` is the ERP's ``A``, both ways, with a rule for what is not in the table."""

from __future__ import annotations

from app.mapping.coerce import Coerce, coerce_for
from app.mapping.fields import FieldMapping
from app.mapping.transforms.base import TEXT, Step
from app.model.entities import FieldSpec
from app.model.errors import InvalidInput
from app.model.values import Value

_MOST = 5_000


def check_table(mapping: FieldMapping, target: FieldSpec, where: str) -> None:
    """Refuse a table that can't be used. Raises :class:`InvalidInput` whose field is ``<where>.valueMap.…``."""
    at = f"{where}.valueMap"
    if len(mapping.value_map) > _MOST:
        raise InvalidInput(f"A value table has at most {_MOST:,} lines.", field=at)
    known: dict[str, str] = {}
    for number, (local, remote) in enumerate(mapping.value_map):
        _local(local, target, f"{at}.pairs[{number}]")
        if mapping.comes_in and known.setdefault(remote, local) != local:
            raise InvalidInput(
                f"The value table gives two values for {remote!r}: {known[remote]!r} and {local!r}.",
                field=f"{at}.pairs[{number}]",
                hint="Keep one of the two lines.",
            )
    if mapping.value_map and mapping.unmapped == "default" and mapping.default is None:
        raise InvalidInput(
            "Values that are not in the table are to get the default, but there is none.",
            field=f"{at}.unmapped",
            hint="Give the link a default value, or choose what else becomes of such values (unmapped: keep, null or error).",
        )


def doubtful(mapping: FieldMapping) -> list[str]:
    """What a person should know about a table that works: several values of the ERP's for one of ours."""
    first: dict[str, str] = {}
    found = []
    for local, remote in mapping.value_map:
        sent = first.setdefault(local, remote)
        if sent != remote and mapping.direction != "to_local":
            found.append(
                f"{mapping.local}: {sent!r} and {remote!r} both stand for {local!r}; {sent!r} is what will be sent."
            )
    return found


def inwards(mapping: FieldMapping, target: FieldSpec) -> Step:
    """From the ERP's values to the hub's."""
    table: dict[Value, Value] = {remote: _local(local, target, "") for local, remote in mapping.value_map}
    return _step(table, mapping)


def outwards(mapping: FieldMapping, target: FieldSpec) -> Step:
    """From the hub's values to the ERP's; of several for one of ours the first is the one to send."""
    table: dict[Value, Value] = {}
    for local, remote in mapping.value_map:
        table.setdefault(_local(local, target, ""), remote)
    return _step(table, mapping)


def _local(local: str, target: FieldSpec, where: str) -> Value:
    """The hub's end of a line in its canonical form. A text may be anything, also a value that a later transform changes."""
    if target.type in TEXT:
        return local
    take: Coerce = coerce_for(target.type, is_money=target.money)
    try:
        return take(local)
    except ValueError as error:
        raise InvalidInput(f"{target.title}: {local!r} {error}.", field=where) from None


def _step(table: dict[Value, Value], mapping: FieldMapping) -> Step:
    unmapped, default = mapping.unmapped, mapping.default

    def step(value: Value) -> Value:
        if value is None:
            return None
        if isinstance(value, str | bool) and value in table:
            return table[value]
        if unmapped == "error":
            raise ValueError("is not in the value table")
        chosen: Value = {"keep": value, "null": None, "default": default}[unmapped]
        return chosen

    return step
