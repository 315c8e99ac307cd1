"""May these two fields be linked, and what has to stand between them? Shown while dragging, and asked at the drop. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.model.values import FieldType
from app.services.mapping.views import SideField
from app.ui.words import mark, tr

_TEXT = frozenset({FieldType.TEXT, FieldType.PICKLIST})
#: The transform that leads from their type to ours, written towards the hub.
_BETWEEN: Mapping[tuple[FieldType, FieldType], str] = {
    (FieldType.TEXT, FieldType.NUMBER): "number_parse",
    (FieldType.TEXT, FieldType.DATE): "date_parse",
    (FieldType.TEXT, FieldType.BOOLEAN): "words_to_boolean",
    (FieldType.NUMBER, FieldType.TEXT): "number_format",
    (FieldType.DATE, FieldType.TEXT): "date_format",
    (FieldType.BOOLEAN, FieldType.TEXT): "boolean_to_words",
}
KINDS = {
    FieldType.TEXT: mark("text"),
    FieldType.NUMBER: mark("number"),
    FieldType.DATE: mark("date"),
    FieldType.BOOLEAN: mark("yes or no"),
    FieldType.LOOKUP: mark("reference"),
    FieldType.PICKLIST: mark("choice"),
    FieldType.LINES: mark("lines"),
}


@dataclass(frozen=True)
class Fit:
    """``verdict``: ``fits``; ``transform`` (the types differ: ``steps`` are put between them, or, where there are none, the person
    chooses); ``never``. ``why`` is a sentence."""

    verdict: str
    why: str = ""
    steps: tuple[Mapping[str, Any], ...] = ()

    @property
    def possible(self) -> bool:
        return self.verdict != "never"


def fit(local: SideField, remote: SideField) -> Fit:
    """How a hub field and one of the other system's go together."""
    if local.is_list != remote.is_list:
        return Fit("never", tr("A list of lines can only be linked with a list of lines."))
    if bool(local.group) != bool(remote.group):
        return Fit("never", tr("A field of a line can only be linked with a field of a line."))
    if local.is_list:
        return Fit("fits")
    if local.readonly and remote.readonly:
        return Fit("never", tr("Neither side can be changed through this link: both fields are read only."))
    return _types(local, remote)


def fit_in(local: SideField, remote: SideField, heads: Mapping[str, str]) -> Fit:
    """The same, in a mapping whose lists are linked as ``heads`` says (ours → theirs)."""
    linked = heads.get(local.group)
    if local.group and remote.group and linked is not None and linked != remote.group:
        return Fit(
            "never",
            tr("{ours} is linked with {theirs}: fields of its lines go there.", ours=local.group, theirs=linked),
        )
    return fit(local, remote)


def steps_for(local: SideField, remote: SideField, direction: str = "both") -> tuple[Mapping[str, Any], ...]:
    """The transforms between the two types, as a link of that direction is written."""
    ends = (_plain(remote.type), _plain(local.type))
    name = _BETWEEN.get(ends[::-1] if direction == "to_remote" else ends)
    return ({"name": name},) if name else ()


def _types(local: SideField, remote: SideField) -> Fit:
    ours, theirs = local.type, remote.type
    if ours is theirs or {ours, theirs} <= _TEXT:
        return Fit("fits")
    if FieldType.LOOKUP in (ours, theirs):
        # A reference travels as the other system's key, which is a text there.
        kinds = {ours, theirs} - {FieldType.LOOKUP}
        if kinds <= _TEXT:
            return Fit("fits")
    why = tr(
        "{theirs} and {ours} differ: a transform has to stand between them.",
        theirs=tr(KINDS[theirs]).capitalize(),
        ours=tr(KINDS[ours]),
    )
    return Fit("transform", why, steps_for(local, remote))


def _plain(kind: FieldType) -> FieldType:
    return FieldType.TEXT if kind in _TEXT or kind is FieldType.LOOKUP else kind
