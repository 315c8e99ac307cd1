"""From what the tables, the API and the templates hold to :class:`FieldMapping`: one place that knows their forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from app.mapping.fields import FieldMapping
from app.model.errors import InvalidInput
from app.model.values import FieldType


class StoredLink(Protocol):
    """A row of ``erp_field_mappings`` (contract: Inside a field mapping)."""

    @property
    def local_field(self) -> str: ...
    @property
    def remote_field(self) -> str: ...
    @property
    def field_type(self) -> str: ...
    @property
    def direction(self) -> str: ...
    @property
    def is_required(self) -> bool: ...
    @property
    def is_readonly(self) -> bool: ...
    @property
    def default_value(self) -> Any: ...
    @property
    def transform(self) -> Any: ...
    @property
    def value_map(self) -> Any: ...
    @property
    def validation(self) -> Any: ...


#: From a template's id to its chain; ``None`` for an id that names no template for a field (any more).
Chains = Callable[[str], Sequence[Mapping[str, Any]] | None]


def no_templates(_template_id: str) -> None:
    """:data:`Chains` of links that stand alone."""


_DIRECTIONS = ("both", "to_local", "to_remote")
_UNMAPPED = ("keep", "null", "error", "default")


def field_mappings(rows: Iterable[StoredLink], chains: Chains) -> list[FieldMapping]:
    """A text in ``transform`` is a template's id: ``chains`` gives the steps that it stands for now.

    Raises :class:`InvalidInput` whose ``field`` is ``fieldMappings[n].…``."""
    return [_one(row, f"fieldMappings[{number}]", chains) for number, row in enumerate(rows)]


def _one(row: StoredLink, where: str, chains: Chains) -> FieldMapping:
    try:
        kind = FieldType(row.field_type)
    except ValueError:
        raise InvalidInput(
            f"{row.field_type!r} is not a field type.",
            field=f"{where}.fieldType",
            hint=f"Use one of {', '.join(FieldType)}.",
        ) from None
    if row.direction not in _DIRECTIONS:
        raise InvalidInput(
            f"{row.direction!r} is not a direction.",
            field=f"{where}.direction",
            hint=f"Use one of {', '.join(_DIRECTIONS)}.",
        )
    pairs, unmapped = value_table(row.value_map, f"{where}.valueMap")
    return FieldMapping(
        row.local_field,
        row.remote_field,
        kind,
        row.direction,
        row.is_required,
        row.is_readonly,
        row.default_value,
        _chain(row.transform, f"{where}.transform", chains),
        pairs,
        unmapped,
        steps_of(row.validation, f"{where}.validation"),
    )


def _chain(value: Any, where: str, chains: Chains) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(value, str):
        return steps_of(value, where)
    found = chains(value)
    if found is None:
        raise InvalidInput(
            "That template no longer exists.", field=where, hint="Choose another, or give the link steps of its own."
        )
    return steps_of(found, where)


def steps_of(value: Any, where: str) -> tuple[Mapping[str, Any], ...]:
    if value is None:
        return ()
    if not isinstance(value, list | tuple) or not all(isinstance(step, Mapping) for step in value):
        raise InvalidInput("This is not a list of steps.", field=where, hint='Give a list like [{"name": "trim"}].')
    return tuple(value)


def value_table(value: Any, where: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The lines ``(local, remote)`` and the rule for what is not among them. Raises :class:`InvalidInput`."""
    if value is None:
        return (), "keep"
    pairs = value.get("pairs") if isinstance(value, Mapping) else None
    unmapped = value.get("unmapped", "keep") if isinstance(value, Mapping) else "keep"
    if not isinstance(pairs, list | tuple) or not all(
        isinstance(pair, list | tuple) and len(pair) == 2 and all(isinstance(end, str) for end in pair)
        for pair in pairs
    ):
        raise InvalidInput(
            "This is not a value table.",
            field=where,
            hint='Give {"pairs": [["Gold", "A"]], "unmapped": "keep"}.',
        )
    if unmapped not in _UNMAPPED:
        raise InvalidInput(
            f"{unmapped!r} is not a rule for unmapped values.",
            field=f"{where}.unmapped",
            hint=f"Use one of {', '.join(_UNMAPPED)}.",
        )
    return tuple((local, remote) for local, remote in pairs), unmapped
