"""Transform templates: transforms kept under a name, to be used again. Each change makes a version, and none is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, delete, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from app.db import tables
from app.db.connections import DEFAULT_TENANT
from app.db.database import Database
from app.db.rows import Listed, Shape, page_of, where_given
from app.db.sql import dump, load
from app.model.clock import stamp
from app.model.entities import ENTITIES
from app.model.errors import Conflicting, NotFound, StaleVersion
from app.model.folding import fold
from app.model.ids import new_id


@dataclass(frozen=True, slots=True)
class Template:
    """One row of ``erp_transform_templates``. ``kind`` is field, record or batch; ``erp_system`` is ``None`` for one that suits
    every system. ``uses``: the links that refer to a field template now, how often another was applied."""

    id: str
    tenant_id: str
    erp_system: str | None
    name: str
    kind: str
    definition: Mapping[str, Any]
    version: int
    uses: int
    created_at: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """What a template was, or is, from ``at`` on."""

    version: int
    name: str
    definition: Mapping[str, Any]
    at: str


@dataclass(frozen=True, slots=True)
class TemplateUse:
    """A link that refers to a template."""

    connection_id: str
    connection_name: str
    config_id: str
    entity_type: str
    local_field: str


_TABLE = tables.erp_transform_templates
_SHAPE = Shape(_TABLE, Template, json=("definition",))
_SETTABLE = frozenset({"name", "erp_system", "tenant_id", "definition"})
_OLD = tables.erp_transform_template_versions
_VERSION = Shape(_OLD, TemplateVersion, json=("definition",))
_LINKS = tables.erp_field_mappings
_CONFIGS = tables.erp_sync_configs
_CONNECTIONS = tables.erp_connections


class TemplateStore:
    """Raises :class:`NotFound` for an unknown id."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def list(
        self,
        *,
        kind: str | None = None,
        erp_system: str | None = None,
        tenant_id: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> Listed[Template]:
        """In the order they were made. ``erp_system``: that system's, and those that suit every one."""
        given = where_given({_TABLE.c.kind: kind, _TABLE.c.tenant_id: tenant_id})
        if erp_system is not None:
            given.append(or_(_TABLE.c.erp_system == erp_system, _TABLE.c.erp_system.is_(None)))
        if cursor is not None:
            given.append(_TABLE.c.id > cursor)
        with self._db.read() as conn:
            rows = conn.execute(_select().where(*given).order_by(_TABLE.c.id).limit(limit + 1))
            return page_of([_SHAPE.of(row) for row in rows], limit)

    def get(self, template_id: str) -> Template:
        with self._db.read() as conn:
            row = conn.execute(_select().where(_TABLE.c.id == template_id)).one_or_none()
        if row is None:
            raise NotFound("There is no such template. It may have been deleted.")
        return _SHAPE.of(row)

    def named(self, tenant_id: str, kind: str, name: str) -> Template | None:
        """The one with that name, however it is written."""
        same = (_TABLE.c.tenant_id == tenant_id, _TABLE.c.kind == kind, _TABLE.c.name_key == fold(name))
        with self._db.read() as conn:
            row = conn.execute(_select().where(*same)).one_or_none()
        return None if row is None else _SHAPE.of(row)

    def chain(self, template_id: str) -> Sequence[Mapping[str, Any]] | None:
        """The steps of a field template; ``None`` when no field template has that id."""
        query = select(_TABLE.c.definition).where(_TABLE.c.id == template_id, _TABLE.c.kind == "field")
        with self._db.read() as conn:
            text = conn.execute(query).scalar_one_or_none()
        return None if text is None else list(load(text).get("transform") or ())

    def create(
        self,
        *,
        name: str,
        kind: str,
        definition: Mapping[str, Any],
        erp_system: str | None = None,
        tenant_id: str = DEFAULT_TENANT,
    ) -> Template:
        """Raises :class:`Conflicting` when one of that kind has that name."""
        now = stamp()
        row = {
            "id": new_id(),
            "tenant_id": tenant_id,
            "erp_system": erp_system,
            "name": name,
            "kind": kind,
            "definition": definition,
            "version": 1,
            "uses": 0,
            "created_at": now,
            "updated_at": now,
        }
        try:
            with self._db.write() as conn:
                conn.execute(insert(_TABLE).values(**_SHAPE.values(row), name_key=fold(name)))
                return self.get(str(row["id"]))
        except IntegrityError:
            raise _name_taken(name) from None

    def update(self, template_id: str, *, version: int | None = None, **changes: Any) -> Template:
        """Set ``name``, ``erp_system``, ``tenant_id`` or ``definition``; what it was is kept as a version, unless nothing changes.
        Configs whose links refer to it count as changed with it.

        ``version`` is the one that is to be changed: raises :class:`StaleVersion` when another is the present one,
        :class:`Conflicting` when the name is taken.
        """
        values = _SHAPE.values(changes, _SETTABLE)
        name = ""
        try:
            with self._db.write() as conn:
                present = self.get(template_id)
                name = changes.get("name", present.name)
                if version not in (None, present.version):
                    raise _stale(present)
                if all(getattr(present, name) == value for name, value in changes.items()):
                    return present
                if "name" in changes:
                    values["name_key"] = fold(changes["name"])
                now = stamp()
                done = conn.execute(
                    update(_TABLE)
                    .where(_TABLE.c.id == template_id, _TABLE.c.version == present.version)
                    .values(**values, version=present.version + 1, updated_at=now)
                )
                if done.rowcount == 0:
                    raise _stale(present)
                self._keep(conn, present)
                if "definition" in changes:
                    users = select(_LINKS.c.sync_config_id).where(_refers_to(template_id))
                    conn.execute(update(_CONFIGS).where(_CONFIGS.c.id.in_(users)).values(updated_at=now))
                return self.get(template_id)
        except IntegrityError:
            raise _name_taken(name) from None

    @staticmethod
    def _keep(conn: Connection, present: Template) -> None:
        was = TemplateVersion(present.version, present.name, present.definition, present.updated_at)
        row = {name: getattr(was, name) for name in _VERSION.names}
        conn.execute(insert(_OLD).values(**_VERSION.values(row), template_id=present.id))

    def delete(self, template_id: str) -> None:
        """Remove it with its versions. Raises :class:`Conflicting` while links refer to it."""
        with self._db.write() as conn:
            users = self.used_by(template_id)
            if users:
                raise _in_use(users)
            if conn.execute(delete(_TABLE).where(_TABLE.c.id == template_id)).rowcount == 0:
                raise NotFound("There is no such template. It may have been deleted.")

    def versions(self, template_id: str) -> Sequence[TemplateVersion]:
        """The present one first, then back to the first."""
        with self._db.read() as conn:
            present = self.get(template_id)
            query = _VERSION.select().where(_OLD.c.template_id == template_id).order_by(_OLD.c.version.desc())
            earlier = [_VERSION.of(row) for row in conn.execute(query)]
        return [TemplateVersion(present.version, present.name, present.definition, present.updated_at), *earlier]

    def used_by(self, template_id: str) -> Sequence[TemplateUse]:
        """The links that refer to it, by connection."""
        query = (
            select(
                _CONNECTIONS.c.id,
                _CONNECTIONS.c.connection_name,
                _CONFIGS.c.id,
                _CONFIGS.c.entity_type,
                _LINKS.c.local_field,
            )
            .select_from(_LINKS)
            .join(_CONFIGS, _CONFIGS.c.id == _LINKS.c.sync_config_id)
            .join(_CONNECTIONS, _CONNECTIONS.c.id == _CONFIGS.c.connection_id)
            .where(_refers_to(template_id))
            .order_by(_CONNECTIONS.c.id, _CONFIGS.c.id, _LINKS.c.position)
        )
        with self._db.read() as conn:
            return [TemplateUse(*row) for row in conn.execute(query)]

    def count_use(self, template_id: str) -> None:
        """A record or batch template was applied once more."""
        with self._db.write() as conn:
            conn.execute(update(_TABLE).where(_TABLE.c.id == template_id).values(uses=_TABLE.c.uses + 1))


def _select() -> Select[Any]:
    """The columns of :class:`Template`; one look over the links counts those of all field templates."""
    links = (
        select(_LINKS.c.transform.label("reference"), func.count().label("links"))
        .where(_LINKS.c.transform.like('"%'))
        .group_by(_LINKS.c.transform)
        .subquery()
    )
    uses = case((_TABLE.c.kind == "field", func.coalesce(links.c.links, 0)), else_=_TABLE.c.uses)
    columns = (uses.label("uses") if name == "uses" else _TABLE.c[name] for name in _SHAPE.names)
    return select(*columns).select_from(_TABLE.outerjoin(links, links.c.reference == '"' + _TABLE.c.id + '"'))


def _refers_to(template_id: str) -> ColumnElement[bool]:
    return _LINKS.c.transform == dump(template_id)


def _stale(present: Template) -> StaleVersion:
    return StaleVersion(
        f"The template {present.name!r} has been changed meanwhile; nothing was saved.",
        hint="Look at it as it is now, then change it again.",
        details={"version": present.version},
    )


def _name_taken(name: str) -> Conflicting:
    return Conflicting(f"There is a template called {name!r} already.", hint="Choose another name.", code="name_taken")


def _in_use(users: Sequence[TemplateUse]) -> Conflicting:
    places = dict.fromkeys(f"{one.connection_name} ({ENTITIES[one.entity_type].plural.lower()})" for one in users)
    return Conflicting(
        f"Links of {', '.join(places)} use this template; it was not deleted.",
        hint="Choose another for them first.",
        code="template_in_use",
    )
