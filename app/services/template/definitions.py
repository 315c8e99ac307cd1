"""What a template may hold: checked as links are, and brought to one form, so that equal definitions are equal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from app.db.sql import dump, load
from app.mapping.chains import compile_chain
from app.mapping.fields import FieldMapping
from app.mapping.names import Names
from app.mapping.stored import Chains, steps_of, value_table
from app.mapping.tables import check_table
from app.mapping.validation import compile_rules
from app.model.entities import ENTITIES, FieldSpec
from app.model.errors import InvalidInput
from app.model.values import FieldType
from app.services import drafts
from app.services.config_drafts import entity_of, read_mappings
from app.services.names import camel, snake_keys
from app.services.views import MappingView

KINDS = ("field", "record", "batch")
#: What a field template's link may be about: it is known when the link is.
_TYPES = (FieldType.TEXT, FieldType.NUMBER, FieldType.DATE, FieldType.BOOLEAN)
#: Which other fields there are is known then, too.
_ANY_NAME = Names(None)
_AT = "definition"


def definition_of(kind: str, sent: Any, chains: Chains) -> dict[str, Any]:
    """``sent`` checked and in its one form. Links that refer to a template get its steps: what is kept here stands alone, here and
    in another hub. Raises :class:`InvalidInput` whose field is ``definition.…``."""
    if not isinstance(sent, Mapping):
        raise InvalidInput("A template's definition must be an object.", field=_AT)
    raw = snake_keys(sent)
    if kind == "field":
        found = _field(raw)
    elif kind == "record":
        found = _record(raw, _AT, chains)
    else:
        found = _batch(raw, chains)
    try:
        plain: dict[str, Any] = load(dump(found))
    except TypeError:
        raise InvalidInput("A value of this template can't be stored.", field=_AT) from None
    return plain


def records_of(kind: str, definition: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The ``{entityType, remoteModule?, fieldMappings}`` of a record or batch template."""
    found: Sequence[Mapping[str, Any]] = [definition] if kind == "record" else definition["mappings"]
    return found


# --- field ----------------------------------------------------------------------------------------------


def _field(raw: Mapping[str, Any]) -> dict[str, Any]:
    if isinstance(raw.get("transform"), str):
        raise InvalidInput(
            "A template can't refer to another one.", field=f"{_AT}.transform", hint="Give it the steps themselves."
        )
    steps = steps_of(raw.get("transform"), f"{_AT}.transform")
    pairs, unmapped = value_table(raw.get("value_map"), f"{_AT}.valueMap")
    rules = steps_of(raw.get("validation"), f"{_AT}.validation")
    if not (steps or pairs or rules):
        raise InvalidInput(
            "This template holds nothing.",
            field=f"{_AT}.transform",
            hint="Give it transforms, a value table or rules.",
        )
    _check_chain(steps)
    # Which way its link will go is open, and so is its default: what only one of them refuses is the link's business.
    table = FieldMapping("value", "value", direction="to_remote", default="", value_map=pairs, unmapped=unmapped)
    check_table(table, FieldSpec("value"), _AT)
    _check_rules(rules)
    return _without_nothing(
        transform=_plain(steps, "name"),
        valueMap={"pairs": pairs, "unmapped": unmapped} if pairs else None,
        validation=_plain(rules, "rule"),
    )


def _check_chain(steps: Sequence[Mapping[str, Any]]) -> None:
    at = f"{_AT}.transform"
    if not _fits_a_type(lambda kind: compile_chain(steps, at, (kind,), _ANY_NAME)):
        compile_chain(steps, at, _TYPES, _ANY_NAME)  # says what does not fit, from the likeliest start


def _check_rules(rules: Sequence[Mapping[str, Any]]) -> None:
    """A formula may read any field of any kind of record."""
    fields = [field for spec in ENTITIES.values() for field in spec.fields]
    names = {field.name for field in fields} | {child.name for field in fields for child in field.children}

    def check(kind: FieldType) -> object:
        return compile_rules(rules, FieldSpec("value", kind), "value", names, f"{_AT}.validation")

    if not _fits_a_type(check):
        check(FieldType.TEXT)


def _fits_a_type(check: Callable[[FieldType], object]) -> bool:
    for kind in _TYPES:
        try:
            check(kind)
        except InvalidInput:
            continue
        return True
    return False


# --- record and batch -----------------------------------------------------------------------------------


def _record(raw: Mapping[str, Any], at: str, chains: Chains) -> dict[str, Any]:
    try:
        spec = entity_of(raw.get("entity_type"), "entityType")
        module = drafts.text(raw, "remote_module")
        links = read_mappings(raw.get("field_mappings"), spec, chains=chains)
        if not links:
            raise InvalidInput("No fields are linked: there is nothing to keep.", field="fieldMappings")
    except InvalidInput as error:
        raise InvalidInput(error.message, field=f"{at}.{error.field}", hint=error.hint) from None
    bodies = [_link(link, chains) for link in links]
    return _without_nothing(entityType=spec.name, remoteModule=module, fieldMappings=bodies)


def _batch(raw: Mapping[str, Any], chains: Chains) -> dict[str, Any]:
    sent = raw.get("mappings")
    if not isinstance(sent, list | tuple) or not sent:
        raise InvalidInput(
            "This template holds nothing.",
            field=f"{_AT}.mappings",
            hint="Give it the field links of one kind of record or more.",
        )
    found: list[dict[str, Any]] = []
    for number, entry in enumerate(sent):
        at = f"{_AT}.mappings[{number}]"
        if not isinstance(entry, Mapping):
            raise InvalidInput("A mapping must be an object.", field=at)
        one = _record(snake_keys(entry), at, chains)
        if any(_overlap(one, other) for other in found):
            plural = ENTITIES[one["entityType"]].plural.lower()
            raise InvalidInput(
                f"This template holds {plural} twice.",
                field=f"{at}.entityType",
                hint="Keep one of them, or name the module that each is for.",
            )
        found.append(one)
    return {"mappings": found}


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    modules = {entry.get("remoteModule") for entry in (one, other)}
    return one["entityType"] == other["entityType"] and (len(modules) == 1 or None in modules)


def _link(link: MappingView, chains: Chains) -> dict[str, Any]:
    steps = chains(link.transform) if isinstance(link.transform, str) else link.transform
    pairs, unmapped = value_table(link.value_map, "valueMap")
    found = {
        **vars(link),
        "transform": _plain(steps or (), "name"),
        "value_map": {"pairs": pairs, "unmapped": unmapped} if pairs else None,
        "validation": _plain(link.validation or (), "rule"),
    }
    return _without_nothing(**{camel(name): value for name, value in found.items()})


# --- the one form ---------------------------------------------------------------------------------------


def _plain(entries: Iterable[Mapping[str, Any]], key: str) -> list[dict[str, Any]]:
    """Steps (or rules) with what they are and what they are told, nothing else."""
    return [_without_nothing(**{key: entry[key], "args": entry.get("args")}) for entry in entries]


def _without_nothing(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None and value not in ([], {})}
