"""Connections: made, changed, tested, looked into. Making and changing one contacts nobody."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from app.connectors.base import Books, Choice, Connector, ModuleInfo, RemoteField
from app.connectors.checks import TestReport
from app.db.dirty import DirtyStore
from app.db.rows import page_of
from app.db.state import DatabaseState
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.errors import AppError, Conflicting, InvalidInput, NotFound
from app.model.events import Changed
from app.services.addresses import same_place
from app.services.connection_drafts import changed_connection, checked_choices, new_connection
from app.services.cursors import check_cursor
from app.services.secrecy import SplitAuth
from app.services.systems import offered, signs_in, system_view, title_of
from app.services.views import (
    UNSENT_MOST,
    CertificateView,
    ConnectionView,
    FoundBooks,
    FoundServer,
    RemovalView,
    SystemView,
    TestResult,
    WaitView,
)
from app.services.webhook.subscribing import Subscribing
from app.services.withdrawing import leave

if TYPE_CHECKING:
    from app.db.connections import Connection
    from app.services.parts import Parts

T = TypeVar("T")
#: More webhooks than any connection has.
_MANY = 1000
FOR_EVER = "9999-12-31T00:00:00.000Z"


class Connections:
    """Raises :class:`NotFound` for an unknown id, :class:`InvalidInput` for what can't be used."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._store = parts.stores.connections

    # --- the list ----------------------------------------------------------------------------------------------

    def list(
        self, tenant_id: str | None = None, system: str | None = None, status: str | None = None
    ) -> Sequence[ConnectionView]:
        found = self._store.list(tenant_id=tenant_id, system=system, status=status)
        next_runs = self._next_runs()
        return [self._view(connection, next_runs) for connection in found]

    def page(
        self,
        tenant_id: str | None = None,
        system: str | None = None,
        status: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> tuple[Sequence[ConnectionView], str | None]:
        """In the order they were made, and the cursor of the next page. Raises :class:`InvalidInput` for a cursor not ours."""
        check_cursor(cursor)
        found = self._store.list(tenant_id, system, status, after=cursor, limit=limit + 1)
        page, next_runs = page_of(found, limit), self._next_runs()
        return [self._view(one, next_runs) for one in page.items], page.next_cursor

    def get(self, connection_id: str) -> ConnectionView:
        return self._view(self._store.get(connection_id), self._next_runs())

    def named(self, text: str) -> ConnectionView:
        """The connection with that id, or that name without regard to case. Raises :class:`NotFound`,
        or :class:`InvalidInput` when several bear the name."""
        everyone = self.list()
        wanted = text.strip().casefold()
        found = [one for one in everyone if one.id == text] or [
            one for one in everyone if one.name.casefold() == wanted
        ]
        if not found:
            known = ", ".join(one.name for one in everyone) or "none yet"
            raise NotFound(f"There is no connection {text!r}.", hint=f"Connections: {known}.")
        if len(found) > 1:
            raise InvalidInput(f"{len(found)} connections are called {text!r}.", hint="Give the id instead.")
        return found[0]

    def can_run(self, connection_id: str) -> bool:
        """Is there a connector for its system in this version?"""
        return self._parts.registry.get(self._store.get(connection_id).erp_system) is not None

    def systems(self) -> Sequence[SystemView]:
        """All that a connection can be made to, with what each asks for. Contacts nobody, reads nothing."""
        return [system_view(one, self._parts.registry.get(one.name)) for one in offered(self._parts.registry).values()]

    def removal(self, connection_id: str) -> RemovalView:
        """What :meth:`delete` would take away."""
        self._store.get(connection_id)
        stores = self._parts.stores
        return RemovalView(
            records=sum(stores.links.counts(connection_id).values()),
            configs=len(stores.configs.list(connection_id=connection_id)),
            runs=stores.runs.count(connection_id),
            decisions=stores.conflicts.count(connection_id),
            failed=stores.errors.count_open(connection_id),
            webhooks=len(stores.webhooks.list(connection_id=connection_id, limit=_MANY).items),
        )

    # --- changes -----------------------------------------------------------------------------------------------

    def create(self, draft: Mapping[str, Any]) -> ConnectionView:
        """A new connection from the contract's snake_case keys. Raises :class:`Conflicting` when another one
        already serves the same books."""
        checked = new_connection(draft, self._parts.registry)
        self._refuse_same_books(checked.columns, None)
        self._open_secrets(checked.auth)
        with self._parts.db.write():
            made = self._store.create(**checked.columns)
            self._keep_secrets(made.id, checked.auth)
        self._changed(made.id)
        return self.get(made.id)

    def update(self, connection_id: str, changes: Mapping[str, Any]) -> ConnectionView:
        """Change only the keys that were sent. Inside ``auth_config``, too: ``None`` removes a key."""
        present = self._store.get(connection_id)
        columns = {name: getattr(present, name) for name in ("erp_system", "auth_config", "auth_type", "base_url")}
        checked = changed_connection(columns, changes, self._parts.registry)
        self._refuse_same_books({**columns, **checked.columns}, connection_id)
        self._open_secrets(checked.auth)
        with self._parts.db.write():
            self._keep_secrets(connection_id, checked.auth)
            if checked.columns.get("status") == "active":
                checked.columns["status_message"] = None
            self._store.update(connection_id, **checked.columns)
        self._changed(connection_id)
        return self.get(connection_id)

    def delete(self, connection_id: str) -> None:
        """Remove it with its configs, logs and links, after stopping its run; the hub's records stay. Its system is told that
        neither events nor its login are wanted any more, as far as it can be reached at once."""
        present = self._store.get(connection_id)
        log_id = self._parts.jobs.running().get(connection_id)
        if log_id is not None and self._parts.jobs.cancel(log_id):
            self._parts.jobs.wait(log_id, 10.0)
        Subscribing(self._parts).leave_all(present)
        leave(self._parts, present)
        self._store.delete(connection_id)
        self._changed(connection_id, "configs", "runs", "conflicts", "errors")

    def pause(self, connection_id: str, until: str | None = None) -> None:
        """No run of its own accord before ``until`` (a stamp; ``None``: until :meth:`resume`)."""
        self._store.get(connection_id)
        self._store.pause_until(connection_id, until or FOR_EVER)
        self._changed(connection_id)

    def resume(self, connection_id: str) -> None:
        self._store.get(connection_id)
        self._store.pause_until(connection_id, None)
        self._changed(connection_id)

    def tally_is_idle(self, connection_id: str) -> None:
        """The admin looked at Tally: it is not working on an old request any more. The next run may send."""
        self._parts.tally_is_idle(self._store.get(connection_id).base_url)

    # --- asking the ERP ----------------------------------------------------------------------------------------

    def test(self, connection_id: str, cancel: CancelToken | None = None) -> TestResult:
        """Try the connection. What fails is in the answer, never an exception (but an unknown id)."""
        connection = self._store.get(connection_id)
        result = _tested(lambda: self._parts.opener.open(connection), cancel or CancelToken())
        if result.success and connection.status in {"error", "expired"}:
            self._store.set_status(connection_id, "active", None)
            self._changed(connection_id)
        return result

    def test_draft(self, draft: Mapping[str, Any], cancel: CancelToken | None = None) -> TestResult:
        """Try settings that are not stored. Raises :class:`InvalidInput`."""
        checked = new_connection(draft, self._parts.registry, complete=False)
        return _tested(lambda: self._parts.opener.open_draft(checked), cancel or CancelToken())

    def books(self, draft: Mapping[str, Any], cancel: CancelToken | None = None) -> Sequence[FoundBooks]:
        """The books that these settings reach. Raises :class:`InvalidInput` and connector errors."""
        checked = new_connection(draft, self._parts.registry, complete=False)
        connector = self._parts.opener.open_draft(checked)
        try:
            return [_found(one) for one in connector.books(cancel or CancelToken())]
        finally:
            connector.close()

    def books_of(self, connection_id: str, cancel: CancelToken | None = None) -> Sequence[FoundBooks]:
        """The books that a stored connection's login reaches. Raises connector errors."""
        found = self._with_connector(connection_id, lambda connector: connector.books(cancel or CancelToken()))
        return [_found(one) for one in found]

    def certificate(self, draft: Mapping[str, Any]) -> CertificateView | None:
        """What the server of these settings proves itself with, looked at without trusting or sending anything; ``None`` for an
        address without TLS. Raises :class:`InvalidInput` and connector errors."""
        from app.services.server_certificates import look

        columns = new_connection(draft, self._parts.registry, complete=False).columns
        return look(columns["base_url"], columns["auth_config"])

    def discover(
        self,
        targets: Sequence[str] | None = None,
        cancel: CancelToken | None = None,
        on_progress: Callable[[int, int, str], None] = lambda done, total, text: None,
        on_found: Callable[[FoundServer], None] = lambda server: None,
    ) -> Sequence[FoundServer]:
        """Look for Tally. ``targets``: ``host:port`` or hosts; ``None``: this PC."""
        return self._parts.discover(targets, cancel or CancelToken(), on_progress, on_found)

    def modules(self, connection_id: str) -> Sequence[ModuleInfo]:
        """What the ERP offers. Raises connector errors."""
        return self._with_connector(connection_id, lambda connector: connector.modules())

    def fields(self, connection_id: str, module: str, cancel: CancelToken | None = None) -> Sequence[RemoteField]:
        """A module's fields with sample values. Raises :class:`NotFound` for a module that the ERP has not."""

        def read(connector: Connector) -> Sequence[RemoteField]:
            if module not in {one.name for one in connector.modules()}:
                raise NotFound(f"There is no module {module!r}.")
            return connector.fields(module, cancel or CancelToken())

        return self._with_connector(connection_id, read)

    # --- what is chosen before documents can be written --------------------------------------------------------

    def choices(self, connection_id: str, cancel: CancelToken | None = None) -> Sequence[Choice]:
        """What is chosen once before documents can be written (the sales ledger, each tax's), asked of the ERP; none where
        nothing is. Raises connector errors."""
        return self._with_connector(connection_id, lambda connector: connector.choices(cancel or CancelToken()))

    def draft_choices(self, draft: Mapping[str, Any], cancel: CancelToken | None = None) -> Sequence[Choice]:
        """The same for settings that are not stored (yet). Raises :class:`InvalidInput` and connector errors."""
        connector = self._parts.opener.open_draft(new_connection(draft, self._parts.registry, complete=False))
        try:
            return connector.choices(cancel or CancelToken())
        finally:
            connector.close()

    def set_choices(
        self, connection_id: str, chosen: Mapping[str, str | None], cancel: CancelToken | None = None
    ) -> Sequence[Choice]:
        """Keep what was chosen, by name; ``None`` takes one back, and what is not named stays. Answers all choices as they are
        now. Raises :class:`InvalidInput` for a choice or a value that the ERP does not offer (nothing is kept then), and
        connector errors."""
        offered = self.choices(connection_id, cancel)
        checked_choices(offered, chosen)
        present = self._store.get(connection_id).auth_config.get("choices") or {}
        kept = {name: value for name, value in {**present, **chosen}.items() if value is not None}
        self.update(connection_id, {"auth_config": {"choices": kept or None}})
        return [replace(one, chosen=kept.get(one.name)) for one in offered]

    # --- inside ------------------------------------------------------------------------------------------------

    def _with_connector(self, connection_id: str, work: Callable[[Connector], T]) -> T:
        connector = self._parts.opener.open(self._store.get(connection_id))
        try:
            return work(connector)
        finally:
            connector.close()

    def open_secrets(self, draft: Mapping[str, Any]) -> None:
        """What :meth:`create` does first, for who calls it inside a transaction. Raises :class:`InvalidInput`."""
        self._open_secrets(new_connection(draft, self._parts.registry).auth)

    def _open_secrets(self, auth: SplitAuth) -> None:
        """See that secrets can be stored, before the transaction: a keyring may ask its user first."""
        if auth.secrets:
            self._parts.check_secrets()

    def _keep_secrets(self, owner: str, auth: SplitAuth) -> None:
        for path in auth.forgotten:
            self._parts.secrets.delete(owner, path)
        for path, value in auth.secrets.items():
            self._parts.logs.redact.hide(value)
            self._parts.secrets.put(owner, path, value)

    def _refuse_same_books(self, columns: Mapping[str, Any], own_id: str | None) -> None:
        auth = columns["auth_config"]
        named = auth.get("company_guid") or auth.get("books_id")
        for other in self._store.list(system=columns["erp_system"]) if named else ():
            if other.id != own_id and _same_books(columns, other):
                raise Conflicting(
                    f"The connection {other.connection_name!r} already serves these books.",
                    hint="Use that connection; two would bring every record in twice.",
                    code="same_books",
                    details={"connectionId": other.id},
                )

    def _next_runs(self) -> dict[str, Mapping[str, Any]]:
        soonest: dict[str, Mapping[str, Any]] = {}
        for run in self._parts.scheduler.next_runs():
            soonest.setdefault(run["connection_id"], run)
        return soonest

    def _changed(self, connection_id: str, *kinds: str) -> None:
        self._parts.bus.publish(Changed(frozenset({"connections", *kinds}), connection_id))

    def _view(self, connection: Connection, next_runs: Mapping[str, Mapping[str, Any]]) -> ConnectionView:
        stores = self._parts.stores
        upcoming, kind = next_runs.get(connection.id, {}), self._parts.registry.get(connection.erp_system)
        return ConnectionView(
            id=connection.id,
            tenant_id=connection.tenant_id,
            name=connection.connection_name,
            system=connection.erp_system,
            system_title=title_of(connection.erp_system),
            auth_type=connection.auth_type,
            auth=connection.auth_config,
            base_url=connection.base_url,
            api_version=connection.api_version,
            organization_id=connection.organization_id,
            status=connection.status,
            status_message=connection.status_message or "",
            sync_enabled=connection.sync_enabled,
            auto_sync_interval=connection.auto_sync_interval,
            sync_direction=connection.sync_direction,
            books=connection.books or {},
            paused_until=connection.paused_until,
            last_sync_at=connection.last_sync_at,
            last_success_at=connection.last_success_at,
            created_at=connection.created_at,
            updated_at=connection.updated_at,
            next_run_at=upcoming.get("at"),
            next_run_reason=upcoming.get("reason", ""),
            running_log_id=self._parts.jobs.running().get(connection.id),
            open_conflicts=stores.conflicts.count(connection.id),
            open_errors=stores.errors.count_open(connection.id),
            unsent=self._unsent(connection.id),
            schedule=connection.schedule,
            signs_in=signs_in(kind, connection.auth_type, connection.auth_config),
            waits=self._waits(connection.id),
            facts=tuple(kind.facts(connection.auth_config, DatabaseState(self._parts.db, connection.id)))
            if kind
            else (),
        )

    def _unsent(self, connection_id: str) -> int:
        db = self._parts.db
        with db.read() as conn:
            return DirtyStore(db.dialect).unsent(conn, connection_id, UNSENT_MOST)

    def _waits(self, connection_id: str) -> WaitView | None:
        wait = self._parts.stores.runs.wait(connection_id, stamp(self._parts.clock()))
        return None if wait is None else WaitView(stamp(wait.until), bool(wait.limit))


def _same_books(columns: Mapping[str, Any], other: Connection) -> bool:
    """What the connector calls them by; of Tally one company GUID in one data folder, or, where a folder is not known, at one
    address."""
    auth, theirs = columns["auth_config"], {**other.auth_config, **(other.books or {})}
    if not auth.get("company_guid"):
        return bool(auth["books_id"] == theirs.get("books_id"))
    if auth["company_guid"] != theirs.get("company_guid", theirs.get("guid")):
        return False
    ours, their_folder = auth.get("data_folder"), theirs.get("data_folder")
    if ours and their_folder:
        return _folded_path(ours) == _folded_path(their_folder)
    return same_place(columns["base_url"], other.base_url)


def _folded_path(path: object) -> str:
    return str(path).replace("/", "\\").rstrip("\\").casefold()


def _found(books: Books) -> FoundBooks:
    def detail(key: str) -> str | None:
        value = books.details.get(key)
        return None if value is None else str(value)

    return FoundBooks(
        name=books.name,
        guid=detail("guid") or books.identity,
        books_from=detail("books_from"),
        ends_at=detail("ending_at"),
        data_folder=detail("data_folder"),
        company_number=detail("company_number"),
        last_voucher_date=detail("last_voucher"),
        identity=books.identity,
        settings=books.settings,
        about=books.about,
    )


def _tested(open_connector: Callable[[], Connector], cancel: CancelToken) -> TestResult:
    started = time.perf_counter()
    try:
        connector = open_connector()
        try:
            report = connector.test(cancel)
        finally:
            connector.close()
    except AppError as error:
        return _result(_failed(error), started)
    return _result(report, started)


def _failed(error: AppError) -> TestReport:
    from app.connectors.checks import Check

    return TestReport((Check(error.code, False, error.message, error.hint),))


def _result(report: TestReport, started: float) -> TestResult:
    checks = [
        {"name": check.name, "ok": check.ok, "message": check.message, "hint": check.hint} for check in report.checks
    ]
    details = {**report.details, "checks": checks}
    if report.hint:
        details.setdefault("hints", [report.hint])
    return TestResult(report.ok, report.message, round((time.perf_counter() - started) * 1000), details)
