"""The values that a field has on each side, and which probably stand for each other: what a value table is made of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from app.db.field_values import MOST_VALUES, FieldValues
from app.mapping.compiled import local_field
from app.model.cancel import CancelToken
from app.model.entities import ENTITIES
from app.model.folding import fold
from app.model.values import FieldType
from app.services.mapping.preview import in_words
from app.services.mapping.views import SideField, SideValues
from app.sync.shadows import all_bare

if TYPE_CHECKING:
    from app.db.configs import SyncConfig


def side_values(
    looks: FieldValues,
    config: SyncConfig,
    local_path: str,
    remote_path: str,
    remote: SideField | None,
    cancel: CancelToken,
) -> SideValues:
    """``remote`` is the ERP's field where it is known. Its values are what the field offers, and what was seen of it in linked
    records under the link that is stored."""
    spec = ENTITIES[config.entity_type]
    target = local_field(spec, local_path)
    ours: Counter[str] = Counter(dict.fromkeys(target.choices if target is not None else (), 0))
    if target is not None and target.type not in {FieldType.LOOKUP, FieldType.LINES}:
        ours.update({in_words(value): count for value, count in looks.counted(spec.name, local_path)})
    theirs: Counter[str] = Counter(dict.fromkeys(remote.choices if remote is not None else (), 0))
    together: dict[str, Counter[str]] = defaultdict(Counter)
    seen_as = next((link.local_field for link in config.mappings if link.remote_field == remote_path), None)
    if seen_as is not None:
        for base_local, base_remote in looks.shadows(config.connection_id, spec.name, config.remote_module):
            cancel.check()
            for our, their in _pairs(all_bare(base_local), all_bare(base_remote), local_path, seen_as):
                if their:
                    theirs[their] += 1
                if our and their:
                    together[their][our] += 1
    for sample in remote.samples if remote is not None and not theirs else ():
        theirs[sample] += 0
    return SideValues(_counted(ours), _counted(theirs), _suggested(ours, theirs, together))


def _pairs(
    base_local: Mapping[str, Any], base_remote: Mapping[str, Any], local_path: str, seen_as: str
) -> Iterator[tuple[str, str]]:
    """Both sides' values in one record; of a list's field line by line, where both have as many."""
    theirs = _at(base_remote, seen_as)
    ours = _at(base_local, local_path)
    if len(ours) != len(theirs):
        ours = [None] * len(theirs)
    yield from ((in_words(our), in_words(their)) for our, their in zip(ours, theirs, strict=True))


def _at(values: Mapping[str, Any], path: str) -> list[Any]:
    head, found, child = path.partition("[].")
    if found:
        return [row.get(child) for row in values.get(head) or ()]
    value = values.get(path)
    return [] if value is None or isinstance(value, list) else [value]


def _counted(found: Counter[str]) -> tuple[tuple[str, int], ...]:
    """The commonest first; what was never seen in the order in which it is offered."""
    return tuple(found.most_common(MOST_VALUES))


def _suggested(
    ours: Mapping[str, int], theirs: Mapping[str, int], together: Mapping[str, Counter[str]]
) -> tuple[tuple[str, str], ...]:
    """For each of their values the one of ours that stands with it in most records, else the one that reads the same."""
    alike = {fold(value): value for value in ours}
    found: list[tuple[str, str]] = []
    for their in theirs:
        counts = together.get(their)
        our, times = counts.most_common(1)[0] if counts else ("", 0)
        if counts and 2 * times > counts.total():
            found.append((our, their))
        elif fold(their) in alike:
            found.append((alike[fold(their)], their))
    return tuple(found)
