"""Failed records as the front doors show them: under the names that people know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from app.db.errors import SyncError
from app.db.records.store import RecordStore
from app.services.views import ErrorView

_COLUMNS = tuple(name for name in ErrorView.__dataclass_fields__ if name != "label")


def error_views(errors: Iterable[SyncError], records: RecordStore) -> list[ErrorView]:
    """One query for each kind of record among them."""
    found = list(errors)
    wanted: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.local_id is not None:
            wanted[one.entity_type].add(one.local_id)
    labels = records.labels(wanted)
    return [
        ErrorView(
            **{name: getattr(one, name) for name in _COLUMNS},
            label=labels.get((one.entity_type, one.local_id or "")) or "",
        )
        for one in found
    ]
