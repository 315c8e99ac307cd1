"""The mappings' validation rules, for what people and programs write into the hub: what a mapping would refuse to send is not
taken in the first place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.mapping.compiled import local_field
from app.mapping.validation import Checks, Problem, broken
from app.model.entities import EntitySpec
from app.model.errors import InvalidInput
from app.services.compiled_configs import CompiledConfigs
from app.services.mapping.preview import in_words

if TYPE_CHECKING:
    from app.services.parts import Stores

_SENDING = frozenset({"push", "bidirectional"})


@dataclass(frozen=True)
class Rules:
    """What one mapping demands of the records that it sends."""

    connection_id: str
    checks: Checks


class RecordRules:
    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._compiled = CompiledConfigs(stores.templates)

    def check(self, spec: EntitySpec, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """See that ``after`` keeps to the rules of every active config that sends this kind of record, as far as they have to do
        with what differs from ``before`` (flat values; of a new record nothing was before). Raises :class:`InvalidInput` whose
        field is like ``phone`` or ``lines[1].rate``."""
        self.check_by(self.rules(spec), spec, before, after)

    def rules(self, spec: EntitySpec) -> list[Rules]:
        """What :meth:`check` goes by at present, for a caller that has many records to check."""
        found = []
        for config in self._stores.configs.list(entity_type=spec.name, active=True):
            if config.sync_direction not in _SENDING or not any(link.validation for link in config.mappings):
                continue
            try:
                found.append(Rules(config.connection_id, self._compiled.of(config).checks))
            except InvalidInput:
                continue  # such a mapping sends nothing, and says so in its runs
        return found

    def check_by(
        self, rules: Sequence[Rules], spec: EntitySpec, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> None:
        changed = {name for name in before.keys() | after.keys() if not before or before.get(name) != after.get(name)}
        if not changed:
            return
        for one in rules:
            for problem in broken(one.checks, after, changed):
                if not _stood_before(problem, before, after):
                    name = self._stores.connections.get(one.connection_id).connection_name
                    raise _refusal(spec, problem, name)


def _stood_before(problem: Problem, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Is it about a line that is as it was?"""
    if problem.line is None:
        return False
    group = problem.field.partition("[].")[0]
    return after[group][problem.line] in (before.get(group) or ())


def _refusal(spec: EntitySpec, problem: Problem, connection: str) -> InvalidInput:
    target = local_field(spec, problem.field)
    title, shown, where = target.title if target is not None else problem.field, in_words(problem.value), problem.field
    place = ""
    if problem.line is not None:
        where, place = where.replace("[]", f"[{problem.line}]", 1), f"Line {problem.line + 1}: "
    said = f"{title}: “{shown}” {problem.reason}" if shown else f"{title} {problem.reason}"
    return InvalidInput(
        f"{place}{said}, says the mapping of “{connection}”. Nothing was changed.",
        field=where,
        hint="Correct the value, or change the rule in that mapping.",
    )
