"""The hub's records as people and programs read them: flat, under exactly the contract's names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.db.again import AgainStore
from app.db.connections import DEFAULT_TENANT
from app.db.dirty import DirtyStore
from app.db.journal import DONE, INFLIGHT, NOT_APPLIED, REFUSED, REVIEW, STALE, JournalStore
from app.db.merge import MergeStore
from app.db.records import sorting
from app.db.records.reading import spec_of
from app.db.records.writing import pushing
from app.mapping.outward import is_sent_name
from app.model.cancel import CancelToken
from app.model.clock import parse_stamp, stamp
from app.model.entities import ENTITIES
from app.model.errors import Conflicting, InvalidInput, NotFound
from app.model.events import Changed
from app.services.cursors import check_cursor, number_cursor
from app.services.failures import error_views
from app.services.record_rules import RecordRules
from app.services.views import ErrorView, HistoryView, LinkView, Record, SentView

if TYPE_CHECKING:
    from app.db.links import Link
    from app.services.parts import Parts

SYNC_STATES = ("pending", "synced", "failed", "conflict")
_KINDS = {"create": "made there", "update": "changed there", "delete": "deleted there"}
_STATES = {
    INFLIGHT: "sent, not confirmed yet",
    DONE: "arrived",
    STALE: "not sent: it had changed there just before",
    NOT_APPLIED: "did not arrive",
    REFUSED: "refused",
    REVIEW: "waits for your decision",
}


class Records:
    """Entity names, tables and aliases are all taken; an unknown one raises :class:`NotFound`, as an unknown id."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._store = parts.stores.records
        self._links = parts.stores.links
        self._rules = RecordRules(parts.stores)

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
        check_cursor(after)
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
        newest_first: bool = False,
        cancel: CancelToken | None = None,
    ) -> tuple[int, list[str]]:
        """The number of records, and the id with which each page of ``size`` begins."""
        return self._store.page_starts(
            entity, q=q, state=_state(state), page_size=size, descending=newest_first, cancel=cancel
        )

    def from_id(
        self,
        entity: str,
        first_id: str,
        limit: int,
        q: str | None = None,
        state: str | None = None,
        newest_first: bool = False,
    ) -> list[Record]:
        """The page that begins with ``first_id``."""
        return self._store.page(
            entity, from_id=first_id, limit=limit, q=q, state=_state(state), descending=newest_first
        )

    def sortable(self, entity: str, count: int) -> frozenset[str]:
        """The fields by which ``count`` records can be sorted: of very many only what an index serves."""
        return sorting.sortable(spec_of(entity), count)

    def sorted_starts(
        self,
        entity: str,
        field: str,
        *,
        q: str | None = None,
        state: str | None = None,
        size: int = 256,
        descending: bool = False,
    ) -> tuple[int, list[sorting.Place]]:
        """The number of records, and the place at which each page of ``size`` begins, sorted by a field."""
        return self._store.sorted_starts(entity, field, page_size=size, q=q, state=_state(state), descending=descending)

    def from_place(
        self,
        entity: str,
        field: str,
        first: sorting.Place,
        limit: int,
        *,
        q: str | None = None,
        state: str | None = None,
        descending: bool = False,
    ) -> list[Record]:
        """The page that begins at ``first``."""
        return self._store.sorted_page(entity, field, first, limit, q=q, state=_state(state), descending=descending)

    def invoices_of(self, customer_id: str, *, q: str | None = None, limit: int = 50) -> list[Record]:
        """A customer's invoices, the newest first. ``q``: words to find."""
        return self._store.page("invoice", q=q, limit=limit, descending=True, refers_to={"customer": customer_id})

    def count(self, entity: str) -> int:
        """The living ones."""
        return self._store.count(entity)

    def counts(self) -> dict[str, int]:
        return {name: self._store.count(name) for name in ENTITIES}

    def history(self, entity: str, record_id: str, limit: int = 256, cursor: str | None = None) -> list[HistoryView]:
        """Its versions, the newest first, at most ``limit``; those before the version ``cursor``. Raises
        :class:`InvalidInput` for a cursor not ours."""
        before = number_cursor(cursor)
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
            for one in self._store.history(entity, record_id, limit, before)
        ]

    def pause(self, entity: str, record_id: str, connection_id: str, paused: bool) -> None:
        """Have nothing of this record move over a connection, in either direction; or let it move again: the next sync brings
        what changed meanwhile. Raises :class:`NotFound` for a record that is not linked there."""
        wanted = spec_of(entity).name
        for link in self._store.links(record_id):
            if (link.entity_type, link.connection_id) == (wanted, connection_id) and link.remote_deleted_at is None:
                self._pause(link, paused)
                return
        raise NotFound("This record is not linked over that connection.")

    def pause_link(self, link_id: int, paused: bool) -> LinkView:
        """The same for a link by its id."""
        link = self._links.get(link_id)
        if link.remote_deleted_at is not None:
            raise Conflicting("The record is no longer in the connected system.")
        self._pause(link, paused)
        return _link_view(self._links.get(link_id))

    def _pause(self, link: Link, paused: bool) -> None:
        if link.paused == paused:
            return
        db, entity, connection_id = self._parts.db, link.entity_type, link.connection_id
        with db.write() as conn:
            MergeStore(db.dialect).pause(conn, [link.id], paused=paused)
            if not paused:
                # The cursors have passed what happened over there.
                AgainStore(db, connection_id).add(link.remote_module, link.remote_id)
                if connection_id in pushing(conn, entity):
                    now = stamp(self._parts.clock())
                    DirtyStore(db.dialect).mark(conn, connection_id, entity, [link.local_entity_id], now)
        self._parts.bus.publish(Changed(frozenset({"records"}), connection_id))

    def sent(self, entity: str, record_id: str, limit: int = 50) -> list[SentView]:
        """What was sent of a record, the newest first: why it is over there as it is."""
        self._store.get(entity, record_id)
        names = {one.id: one.connection_name for one in self._parts.stores.connections.list()}
        with self._parts.db.read() as conn:
            rows = JournalStore().of_record(conn, record_id, limit)
        return [
            SentView(
                at=row.sent_at,
                connection_id=row.connection_id,
                connection_name=names.get(row.connection_id, ""),
                kind=_KINDS[row.kind],
                state=_STATES[row.state],
                fields=tuple(sorted(name for name in row.payload.local if not is_sent_name(name))),
                error=row.error if row.state in {REFUSED, REVIEW} else None,
            )
            for row in rows
        ]

    # --- writing -----------------------------------------------------------------------------------------------

    def create(
        self, entity: str, values: Mapping[str, Any], *, by: str = "user", tenant_id: str = DEFAULT_TENANT
    ) -> Record:
        """A new record from the fields given. Every connection that sends such records hears of it. Raises
        :class:`InvalidInput` with the field at fault (also of a rule of a mapping that sends it)."""
        made = self._store.create(entity, values, by, self._rules.check, tenant_id=tenant_id)
        self._tell()
        return made

    def update(
        self,
        entity: str,
        record_id: str,
        changes: Mapping[str, Any],
        *,
        version: int | None = None,
        by: str = "user",
        tenant_id: str | None = None,
    ) -> Record:
        """Change the fields given; ``None`` clears one. Raises :class:`InvalidInput` with the field at fault (also of a rule
        of a mapping that sends it), :class:`StaleVersion` when the record is no longer at ``version``,
        :class:`Conflicting` for a deleted one."""
        changed = self._store.update(entity, record_id, changes, by, version, self._rules.check, tenant_id=tenant_id)
        self._tell()
        return changed

    def delete(self, entity: str, record_id: str, *, version: int | None = None, by: str = "user") -> Record:
        """Mark as deleted. Raises :class:`StaleVersion`."""
        deleted = self._store.delete(entity, record_id, by, version)
        self._tell()
        return deleted

    def restore(self, entity: str, record_id: str, *, version: int | None = None, by: str = "user") -> Record:
        """Take the mark away: the record is as it was, and living. Raises :class:`StaleVersion`."""
        restored = self._store.restore_version(entity, record_id, None, by, version)
        self._tell()
        return restored

    def go_back(self, entity: str, record_id: str, to: int, *, version: int | None = None, by: str = "user") -> Record:
        """Make the record what it was at its version ``to``, as a new version; what the books compute stays, and a deleted one
        lives again. Raises :class:`InvalidInput` for what a mapping would refuse to send, :class:`NotFound`,
        :class:`StaleVersion`."""
        back = self._store.restore_version(entity, record_id, to, by, version, self._rules.check)
        self._tell()
        return back

    def _tell(self) -> None:
        self._parts.bus.publish(Changed(frozenset({"records"})))

    # --- elsewhere ---------------------------------------------------------------------------------------------

    def failures(self, record_id: str) -> list[ErrorView]:
        """Why this record could not be taken over or sent, for each connection where it is so."""
        return error_views(self._parts.stores.errors.list(local_id=record_id, open_only=True).items, self._store)

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
        number_cursor(cursor)
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
        paused=link.paused,
    )
