"""The hub's records as people and programs read them: flat, under exactly the contract's names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.db.records.reading import spec_of
from app.model.cancel import CancelToken
from app.model.clock import parse_stamp, stamp
from app.model.entities import ENTITIES
from app.model.errors import InvalidInput, NotFound
from app.model.ids import is_id
from app.services.views import HistoryView, LinkView, Record

if TYPE_CHECKING:
    from app.db.links import Link
    from app.services.parts import Parts

SYNC_STATES = ("pending", "synced", "failed", "conflict")


class Records:
    """Entity names, tables and aliases are all taken; an unknown one raises :class:`NotFound`, as an unknown id."""

    def __init__(self, parts: Parts) -> None:
        self._store = parts.stores.records
        self._links = parts.stores.links

    def get(self, entity: str, record_id: str, include_deleted: bool = True) -> Record:
        """One record; with ``include_deleted`` also when it is marked as deleted."""
        found = self._store.get(entity, record_id)
        if found["deleted_at"] is not None and not include_deleted:
            raise NotFound(f"This {spec_of(entity).title.lower()} was deleted.")
        return found

    def page(
        self,
        entity: str,
        *,
        q: str | None = None,
        state: str | None = None,
        after: str | None = None,
        limit: int = 256,
        updated_since: str | None = None,
        include_deleted: bool = False,
    ) -> tuple[list[Record], str | None]:
        """Records ordered by id, and the cursor of the next page. ``q``: words to find; ``state``: a sync state;
        ``updated_since``: an ISO date or time."""
        spec = spec_of(entity)
        if after is not None and not is_id(after):
            raise InvalidInput("That cursor is not one of ours.", field="cursor")
        found = self._store.page(
            spec.name,
            q=q,
            state=_state(state),
            after_id=after,
            limit=limit + 1,
            updated_since=_since(updated_since),
            include_deleted=include_deleted,
        )
        return found[:limit], (found[limit - 1]["id"] if len(found) > limit else None)

    def page_starts(
        self,
        entity: str,
        *,
        q: str | None = None,
        state: str | None = None,
        size: int = 256,
        cancel: CancelToken | None = None,
    ) -> tuple[int, list[str]]:
        """The number of records, and the id with which each page of ``size`` begins."""
        return self._store.page_starts(entity, q=q, state=_state(state), page_size=size, cancel=cancel)

    def from_id(
        self, entity: str, first_id: str, limit: int, q: str | None = None, state: str | None = None
    ) -> list[Record]:
        """The page that begins with ``first_id``."""
        return self._store.page(entity, from_id=first_id, limit=limit, q=q, state=_state(state))

    def count(self, entity: str) -> int:
        """The living ones."""
        return self._store.count(entity)

    def counts(self) -> dict[str, int]:
        return {name: self._store.count(name) for name in ENTITIES}

    def history(self, entity: str, record_id: str) -> list[HistoryView]:
        """Every version, the newest first."""
        return [
            HistoryView(
                version=one.version,
                action=one.action,
                changes=one.changes,
                source=one.source,
                run_id=one.run_id,
                at=one.at,
                record=dict(one.values),
            )
            for one in self._store.history(entity, record_id)
        ]

    def links(self, record_id: str) -> list[LinkView]:
        """Where else this record is, and how it stands there."""
        return [_link_view(link) for link in self._store.links(record_id)]

    def sync_records(
        self,
        *,
        entity: str | None = None,
        local_id: str | None = None,
        status: str | None = None,
        connection_id: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> tuple[list[LinkView], str | None]:
        """Links by what is given, and the cursor of the next page."""
        if cursor is not None and not cursor.isdecimal():
            raise InvalidInput("That cursor is not one of ours.", field="cursor")
        page = self._links.list(
            entity_type=spec_of(entity).name if entity else None,
            local_entity_id=local_id,
            sync_status=_state(status),
            connection_id=connection_id,
            limit=limit,
            cursor=cursor,
        )
        return [_link_view(link) for link in page.items], page.next_cursor


def _state(state: str | None) -> str | None:
    if state and state not in SYNC_STATES:
        raise InvalidInput(f"{state!r} is not a sync state.", field="syncStatus", hint=", ".join(SYNC_STATES))
    return state or None


def _since(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        moment = parse_stamp(text)
        return stamp(moment if moment.tzinfo else parse_stamp(f"{moment.isoformat()}Z"))
    except (ValueError, OverflowError):
        raise InvalidInput(
            f"{text!r} is not a time.", field="updated_since", hint="Write it as 2026-04-01T09:30:00Z."
        ) from None


def _link_view(link: Link) -> LinkView:
    return LinkView(
        id=link.id,
        connection_id=link.connection_id,
        connection_name=link.connection_name,
        entity_type=link.entity_type,
        local_id=link.local_entity_id,
        remote_module=link.remote_module,
        remote_id=link.remote_id,
        remote_label=link.remote_label,
        remote_version=link.remote_version,
        sync_status=link.sync_status,
        last_synced_at=link.last_synced_at,
        remote_deleted_at=link.remote_deleted_at,
    )
