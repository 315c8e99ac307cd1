"""Conflicts: what changed on both sides, or may be the same record, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from app.db import tables
from app.db.database import Database
from app.db.rows import Listed, Shape, page_of, where_given
from app.db.sql import dump, load
from app.model.clock import stamp
from app.model.errors import Conflicting, NotFound
from app.model.ids import new_id


@dataclass(frozen=True, slots=True)
class Conflict:
    """One row of ``conflicts``. ``kind``: fields, match or delete. ``fields`` are ``{name, base, local, remote, raw}``, the
    last the remote's own value; ``candidates`` the hub ids that a doubtful match may mean. ``status``: open or resolved."""

    id: str
    connection_id: str
    sync_config_id: str | None
    entity_type: str
    local_id: str | None
    remote_id: str
    kind: str
    label: str
    fields: Sequence[Mapping[str, Any]]
    candidates: Sequence[str] | None
    strategy: str
    status: str
    resolution: str | None
    run_id: str | None
    created_at: str
    resolved_at: str | None
    resolved_by: str | None


_TABLE = tables.conflicts
_SHAPE = Shape(_TABLE, Conflict, json=("fields", "candidates"))


class ConflictStore:
    def __init__(self, db: Database) -> None:
        self._db = db

    def create(
        self,
        *,
        connection_id: str,
        entity_type: str,
        remote_id: str,
        kind: str,
        label: str,
        fields: Sequence[Mapping[str, Any]] = (),
        strategy: str = "manual",
        local_id: str | None = None,
        sync_config_id: str | None = None,
        candidates: Sequence[str] | None = None,
        run_id: str | None = None,
        resolution: str | None = None,
    ) -> str:
        """Note a conflict; its id. With ``resolution`` (a rule decided) it is stored as resolved, for the
        loser's sake; without, an open one of the same remote record and kind is renewed instead of
        doubled."""
        row = _SHAPE.values(
            {
                "connection_id": connection_id,
                "sync_config_id": sync_config_id,
                "entity_type": entity_type,
                "local_id": local_id,
                "remote_id": remote_id,
                "kind": kind,
                "label": label,
                "fields": list(fields),
                "candidates": None if candidates is None else list(candidates),
                "strategy": strategy,
                "run_id": run_id,
            }
        )
        with self._db.write() as conn:
            if resolution is None:
                same = self.open_of(connection_id, entity_type, remote_id, kind)
                if same is not None:
                    if not _says(same, fields, candidates, label):
                        conn.execute(update(_TABLE).where(_TABLE.c.id == same.id).values(**row))
                    return same.id
            now = stamp()
            row |= {"id": new_id(), "created_at": now, "status": "open"}
            if resolution is not None:
                row |= {
                    "status": "resolved",
                    "resolution": resolution,
                    "resolved_at": now,
                    "resolved_by": "rule",
                }
            conn.execute(insert(_TABLE).values(**row))
            return str(row["id"])

    def open_of(self, connection_id: str, entity_type: str, remote_id: str, kind: str | None = None) -> Conflict | None:
        """The open conflict of one remote record."""
        query = _SHAPE.select().where(
            _TABLE.c.connection_id == connection_id,
            _TABLE.c.remote_id == remote_id,
            _TABLE.c.entity_type == entity_type,
            _TABLE.c.status == "open",
            *where_given({_TABLE.c.kind: kind}),
        )
        with self._db.read() as conn:
            row = conn.execute(query).first()
        return None if row is None else _SHAPE.of(row)

    def open_matches(self, connection_id: str, entity_type: str) -> dict[str, tuple[str, list[str]]]:
        """The open questions which of the hub's records an incoming one is: ``{remote id: (id, candidates)}``."""
        query = select(_TABLE.c.remote_id, _TABLE.c.id, _TABLE.c.candidates).where(
            _TABLE.c.connection_id == connection_id,
            _TABLE.c.entity_type == entity_type,
            _TABLE.c.kind == "match",
            _TABLE.c.status == "open",
        )
        with self._db.read() as conn:
            return {row[0]: (row[1], load(row[2]) or []) for row in conn.execute(query)}

    def asked_about(self, connection_id: str, entity_type: str) -> set[str]:
        """The hub records that an incoming one may be, while a person has not said so."""
        query = select(_TABLE.c.candidates).where(
            _TABLE.c.connection_id == connection_id,
            _TABLE.c.entity_type == entity_type,
            _TABLE.c.kind == "match",
            _TABLE.c.status == "open",
            _TABLE.c.local_id.is_(None),
        )
        with self._db.read() as conn:
            return {one for text in conn.execute(query).scalars() for one in load(text) or ()}

    def get(self, conflict_id: str) -> Conflict:
        """Raises :class:`NotFound`."""
        with self._db.read() as conn:
            row = conn.execute(_SHAPE.select().where(_TABLE.c.id == conflict_id)).one_or_none()
        if row is None:
            raise NotFound("There is no such conflict.")
        return _SHAPE.of(row)

    def list(
        self,
        *,
        status: str | None = "open",
        connection_id: str | None = None,
        entity_type: str | None = None,
        local_id: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
        newest_first: bool = False,
    ) -> Listed[Conflict]:
        """The oldest first, or the newest. ``status=None``: resolved ones too."""
        given = where_given(
            {
                _TABLE.c.status: status,
                _TABLE.c.connection_id: connection_id,
                _TABLE.c.entity_type: entity_type,
                _TABLE.c.local_id: local_id,
            }
        )
        if cursor is not None:
            given.append(_TABLE.c.id < cursor if newest_first else _TABLE.c.id > cursor)
        order = _TABLE.c.id.desc() if newest_first else _TABLE.c.id
        query = _SHAPE.select().where(*given).order_by(order).limit(limit + 1)
        with self._db.read() as conn:
            return page_of([_SHAPE.of(row) for row in conn.execute(query)], limit)

    def count(self, connection_id: str | None = None, *, status: str = "open") -> int:
        query = (
            select(func.count())
            .select_from(_TABLE)
            .where(_TABLE.c.status == status, *where_given({_TABLE.c.connection_id: connection_id}))
        )
        with self._db.read() as conn:
            return int(conn.execute(query).scalar_one())

    def renew(self, conflict_id: str, fields: Sequence[Mapping[str, Any]]) -> None:
        """What the fields are now: somebody changed them while the question was open."""
        with self._db.write() as conn:
            conn.execute(
                update(_TABLE).where(_TABLE.c.id == conflict_id).values(**_SHAPE.values({"fields": list(fields)}))
            )

    def resolve(
        self, conflict_id: str, resolution: str, *, by: str, trace: Mapping[str, Any] | None = None
    ) -> Conflict:
        """``resolution``: local, remote, merge, link, separate, agreed (both sides are one again), or gone (what it was asked
        about was deleted over there); ``by`` who decided; ``trace`` what taking it back needs. Raises :class:`NotFound`, and
        :class:`Conflicting` when it was resolved before."""
        with self._db.write() as conn:
            done = conn.execute(
                update(_TABLE)
                .where(_TABLE.c.id == conflict_id, _TABLE.c.status == "open")
                .values(
                    status="resolved",
                    resolution=resolution,
                    resolved_at=stamp(),
                    resolved_by=by,
                    trace=None if trace is None else dump(trace),
                )
            )
            conflict = self.get(conflict_id)
            if done.rowcount == 0:
                raise Conflicting("This conflict was already resolved.", hint="Look at the list again.")
            return conflict

    def trace(self, conflict_id: str) -> dict[str, Any] | None:
        """What a decision left for its taking back, where it can be."""
        with self._db.read() as conn:
            text = conn.execute(select(_TABLE.c.trace).where(_TABLE.c.id == conflict_id)).scalar()
        return None if text is None else dict(load(text))

    def decided_at(self, ids: Sequence[str]) -> dict[str, str]:
        """When each of the decided ones was."""
        query = select(_TABLE.c.id, _TABLE.c.resolved_at).where(_TABLE.c.id.in_(ids), _TABLE.c.resolved_at.is_not(None))
        with self._db.read() as conn:
            return {row[0]: row[1] for row in conn.execute(query)}

    def reopen(self, conflict_id: str) -> Conflict:
        """A decision was taken back."""
        undecided = dict.fromkeys(("resolution", "resolved_at", "resolved_by", "trace"))
        with self._db.write() as conn:
            conn.execute(update(_TABLE).where(_TABLE.c.id == conflict_id).values(status="open", **undecided))
            return self.get(conflict_id)

    def forget_open(self, connection_id: str, entity_type: str, remote_id: str, kind: str) -> None:
        """A question that another decision gave rise to, and that goes with it."""
        with self._db.write() as conn:
            conn.execute(
                delete(_TABLE).where(
                    _TABLE.c.connection_id == connection_id,
                    _TABLE.c.remote_id == remote_id,
                    _TABLE.c.entity_type == entity_type,
                    _TABLE.c.kind == kind,
                    _TABLE.c.status == "open",
                )
            )


def _says(one: Conflict, fields: Sequence[Mapping[str, Any]], candidates: Sequence[str] | None, label: str) -> bool:
    """Is it the same question, about the same values? A quiet sync writes nothing."""
    return (
        list(one.fields) == list(fields) and list(one.candidates or ()) == list(candidates or ()) and one.label == label
    )
