"""Values between the other system's JSON and the canonical forms, by what is known of its fields: from the definition's ``fields``,
its field links, and its ``sample``. A list of plain values reads as rows with one field, ``value``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from app.connectors.custom import moments
from app.connectors.custom.definition import FieldDef, LinkDef, Resource
from app.connectors.custom.learning import learned
from app.connectors.custom.links import link_templates
from app.model.entities import ENTITIES
from app.model.errors import Rejected
from app.model.values import FieldType, canonical_number

_VALUE = "value"
_YES, _NO = frozenset({"true", "1", "yes", "y"}), frozenset({"false", "0", "no", "n"})


@dataclass(frozen=True)
class Kind:
    """What is known of one field. ``parts``: of an object, or of the rows of a list (``many``)."""

    type: FieldType | None = None
    format: str = "iso"
    sent_as: str = ""
    readonly: bool = False
    many: bool = False
    parts: Mapping[str, Kind] = field(default_factory=dict)


def kinds_of(resource: Resource) -> Mapping[str, Kind]:
    """By top-level name. What ``fields`` say counts before what the links say, and that before what the sample shows."""
    found: dict[str, FieldDef] = {}
    for seen in learned([resource.sample] if resource.sample else []):
        found[seen.path] = FieldDef.model_validate(
            {"path": seen.path, "type": str(seen.type), "format": seen.format or None, "as": seen.sent_as or None}
        )
    spec = ENTITIES.get(resource.entity or "")
    for link in link_templates(spec, resource.mapping) if spec else ():
        given = resource.mapping[link.local]
        shown = found.get(link.remote)
        if link.type is not FieldType.LINES and (shown is None or isinstance(given, LinkDef)):
            kept = {"format": shown.format, "as": shown.sent_as} if shown else {}
            found[link.remote] = FieldDef.model_validate({"path": link.remote, "type": str(link.type), **kept})
    found |= {one.path: one for one in resource.fields}
    tree: dict[str, Any] = {}
    for one in found.values():
        _plant(tree, one)
    return {name: _kind(node) for name, node in tree.items()}


def _plant(tree: dict[str, Any], one: FieldDef) -> None:
    *groups, last = one.path.split(".")
    for step in groups:
        node = tree.setdefault(step.removesuffix("[]"), {})
        node["many"] = node.get("many", False) or step.endswith("[]")
        tree = node.setdefault("parts", {})
    tree.setdefault(last.removesuffix("[]"), {})["own"] = one


def _kind(node: Mapping[str, Any]) -> Kind:
    parts = {name: _kind(inner) for name, inner in node.get("parts", {}).items()}
    one: FieldDef | None = node.get("own")
    if one is None or parts:
        return Kind(many=node.get("many", False), parts=parts)
    return Kind(FieldType(one.type), one.format or "iso", one.sent_as or "", one.readonly)


# --- coming in --------------------------------------------------------------------------------------------------------


def canonical(value: Any, kind: Kind | None) -> Any:
    """Raises ``ValueError`` (the end of a sentence) for a value that is not what the definition says."""
    if isinstance(value, list):
        parts = kind.parts if kind else {}
        return [_row(item, parts) for item in value]
    if isinstance(value, Mapping):
        return group(value, kind.parts if kind else {})
    if value is None or (value == "" and kind is not None and kind.type in {FieldType.NUMBER, FieldType.DATE}):
        return None
    if kind is None or kind.type is None:
        return value if isinstance(value, bool | str) else canonical_number(str(value))
    if kind.type is FieldType.NUMBER:
        if isinstance(value, bool):
            raise ValueError("is not a number")
        return canonical_number(str(value).strip())
    if kind.type is FieldType.DATE:
        return moments.day(value, kind.format)
    if kind.type is FieldType.BOOLEAN:
        return _flag(value)
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def group(row: Mapping[str, Any], kinds: Mapping[str, Kind]) -> dict[str, Any]:
    found = {}
    for name, value in row.items():
        try:
            found[name] = canonical(value, kinds.get(name))
        except ValueError as error:
            raise ValueError(f"{name} {error}") from None
    return found


def _row(item: Any, parts: Mapping[str, Kind]) -> dict[str, Any]:
    return group(item if isinstance(item, Mapping) else {_VALUE: item}, parts)


def _flag(value: Any) -> bool:
    told = str(value).strip().casefold()
    if told not in _YES | _NO:
        raise ValueError("is neither yes nor no")
    return told in _YES


# --- going out --------------------------------------------------------------------------------------------------------


def to_json(value: Any, kind: Kind | None, name: str) -> Any:
    """Raises :class:`Rejected` for a value that the other system has no form for."""
    if isinstance(value, list):
        rows = [to_object(row, kind.parts if kind else {}, name) for row in value]
        return [row[_VALUE] for row in rows] if rows and all(set(row) == {_VALUE} for row in rows) else rows
    if isinstance(value, Mapping):
        return to_object(value, kind.parts if kind else {}, name)
    if value is None or kind is None or kind.type is None:
        return value
    if kind.sent_as == "number" or (kind.type is FieldType.NUMBER and kind.sent_as != "text"):
        return _number(value, name)
    try:
        if kind.type is FieldType.DATE:
            shown = moments.written_day(str(value), kind.format)
            return int(shown) if kind.format.startswith("epoch") else shown
        if kind.type is FieldType.BOOLEAN:
            return value if isinstance(value, bool) else _flag(value)
    except ValueError:
        raise Rejected(
            f"“{name}” can't be “{str(value)[:60]}”: another kind of value is wanted there. Nothing of this record was sent.",
            field=name,
            hint="Correct it, or map another field.",
        ) from None
    return str(value)


def to_object(fields: Mapping[str, Any], kinds: Mapping[str, Kind], name: str = "") -> dict[str, Any]:
    """Without what only the other system writes."""
    made = {}
    for inner, value in fields.items():
        kind = kinds.get(inner)
        if kind is None or not kind.readonly:
            made[inner] = to_json(value, kind, f"{name}.{inner}" if name else inner)
    return made


def as_read_again(fields: Mapping[str, Any], kinds: Mapping[str, Kind]) -> Mapping[str, Any]:
    """``fields`` as they read after they were sent: a number in JSON keeps no zeros at its end."""
    try:
        sent = json.loads(json.dumps(to_object(fields, kinds)), parse_float=str)
        return {**fields, **group(sent, kinds)}
    except (Rejected, ValueError):
        return fields  # told when it is written


def _number(value: Any, name: str) -> int | float:
    try:
        exact = Decimal(canonical_number(str(value)))
    except ValueError:
        raise Rejected(
            f"“{name}” can't be “{str(value)[:60]}”: a number is wanted there. Nothing of this record was sent.",
            field=name,
            hint="Enter a number there, or map another field.",
        ) from None
    if exact == exact.to_integral_value():
        return int(exact)
    if Decimal(repr(float(exact))) != exact:  # JSON's numbers are no finer at the other end
        raise Rejected(
            f"“{name}” has more digits than can be sent ({str(value)[:60]}). Nothing of this record was sent.",
            field=name,
            hint="Round it, or have it sent as a text.",
        )
    return float(exact)


def put(row: dict[str, Any], path: str, value: Any) -> None:
    """Set the field at a path of an object."""
    *groups, last = path.split(".")
    for step in groups:
        inner = row.get(step)
        row[step] = row = dict(inner) if isinstance(inner, Mapping) else {}
    row[last] = value


def merged(there: Any, given: Any) -> Any:
    """``given`` over what is there: of an object what isn't named stays, a list is replaced."""
    if not isinstance(given, Mapping) or not isinstance(there, Mapping):
        return given
    return {**there, **{name: merged(there.get(name), value) for name, value in given.items()}}
