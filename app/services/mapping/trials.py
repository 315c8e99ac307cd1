"""A mapping's links, each compiled on its own: one that can't be compiled, or fails on a record, hides no other. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.mapping.compiled import CompiledMapping, compile_mapping, local_field
from app.mapping.fields import FieldMapping
from app.mapping.links import compile_link, is_group
from app.mapping.stored import Chains, field_mappings
from app.model.entities import EntitySpec
from app.model.errors import InvalidInput
from app.services.views import MappingView


@dataclass(frozen=True)
class Trial:
    """One link, compiled alone (a line's field with the link of its list). ``fault`` says why it can't be. ``head`` is the remote
    path of its list, ``lookup`` the target of a reference. ``reads`` and ``sends``: does anything come in, or go out, over it?"""

    number: int
    link: MappingView
    title: str
    mapping: FieldMapping | None = None
    compiled: CompiledMapping | None = None
    head: str = ""
    lookup: str = ""
    reads: bool = False
    sends: bool = False
    fault: str = ""

    @property
    def group(self) -> str:
        return self.link.local_field.partition("[].")[0] if "[]." in self.link.local_field else ""

    @property
    def child(self) -> str:
        return self.link.local_field.partition("[].")[2]

    @property
    def is_list(self) -> bool:
        return self.compiled is not None and is_group(self.compiled.spec, self.link.local_field)


def trials(spec: EntitySpec, links: Sequence[MappingView], chains: Chains, sync_direction: str) -> list[Trial]:
    """Every link compiled on its own, for a config of that direction."""
    return [_trial(spec, links, number, chains, sync_direction) for number in range(len(links))]


def _trial(spec: EntitySpec, links: Sequence[MappingView], number: int, chains: Chains, sync_direction: str) -> Trial:
    link = links[number]
    target = local_field(spec, link.local_field)
    made = Trial(number, link, target.title if target is not None else link.local_field)
    try:
        (mapping,) = field_mappings([link], chains)
        parts, head = [mapping], ""
        if mapping.group is not None:
            found = next((one for one in links if one.local_field == mapping.group), None)
            if found is None:
                return replace(made, fault=f"The list that {made.title} stands in is not linked.")
            bare = replace(found, validation=None, transform=None, value_map=None)
            (list_link,) = field_mappings([bare], chains)
            parts, head = [list_link, mapping], list_link.remote.removesuffix("[]")
        compiled, ways = compile_mapping(spec, parts), compile_link(spec, mapping, "")
    except InvalidInput as error:
        return replace(made, fault=error.message)
    sends = ways.goes_out and (mapping.group is None or mapping.group in compiled.outward.fields)
    return replace(
        made,
        mapping=mapping,
        compiled=compiled,
        head=head,
        lookup=ways.lookup or "",
        reads=mapping.comes_in and sync_direction != "push",
        sends=sends and sync_direction != "pull",
    )
