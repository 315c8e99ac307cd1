"""The composition root: the only module that knows every layer. Reading it tells how the program is wired."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.connectors.base import ConnectorPorts, Registry
from app.connectors.custom import KIND as CUSTOM
from app.connectors.http.limits import Limits
from app.connectors.quickbooks import KIND as QUICKBOOKS
from app.connectors.sap import KIND as SAP
from app.connectors.tally import KIND as TALLY
from app.connectors.zoho import KIND as ZOHO
from app.db.database import DATABASE_FILE, Database, default_url
from app.db.leases import LeaseStore
from app.db.migrations import migrate
from app.db.secrets import SecretStore
from app.db.state import DatabaseState
from app.db.tokens import TokenStore
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.errors import AppError, Conflicting, StorageError
from app.model.events import Changed, EventBus, Noticed, Waiting
from app.platform.folders import Folders, folders
from app.platform.instance import InstanceLock
from app.platform.keys import FileKeeper, KeyKeeper, KeyringKeeper, master_key
from app.platform.logs import catch_uncaught, start_logging
from app.platform.private import create_private
from app.platform.token import ApiToken
from app.services.facade import Services
from app.services.network import proxy_for_calls
from app.services.opening import Opener
from app.services.options import ListenAt, Options
from app.services.parts import Parts, Stores
from app.services.retention import MOST_LOG
from app.services.views import FoundServer
from app.sync.engine import Engine, EnginePorts
from app.sync.jobs import Jobs

if TYPE_CHECKING:
    from app.listener.server import Listener
    from app.simulator import SimulatedTally

log = logging.getLogger(__name__)

#: Where third parties put connectors of their own: each entry point is a :class:`ConnectorKind`.
CONNECTORS = "salesmate_sync.connectors"
DEMO_COMPANY = "Demo Traders & Co"
#: Also open in the demo's Tally, and not connected: something to try the wizard on.
SECOND_DEMO_COMPANY = "Demo Services"
#: So many objects are made between two looks for cycles: a page of records makes thousands and no cycle, and each look walks them.
_YOUNG = 20_000
_OWNERS = ("Asha", "Kiran", "Meera", "Sagar", "Tara", "Usha", "Vikas")


class App:
    """A running program without a face. ``listener`` is ``None`` where none was asked for, or it could not listen: then
    ``listener_error`` says why."""

    def __init__(self, parts: Parts, lock: InstanceLock, *, demo: SimulatedTally | None = None) -> None:
        self.parts = parts
        self.services = Services(parts)
        self.bus = parts.bus
        self.folders = parts.folders
        self.listener: Listener | None = None
        self.listener_error: AppError | None = None
        self.simulator = demo
        self._lock = lock
        self._scheduler: Any = None
        self._events: Any = None
        self._undo: list[Callable[[], None]] = []
        self._closed = False

    @property
    def is_demo(self) -> bool:
        return self.simulator is not None

    def listen(self, at: ListenAt) -> None:
        """Start the listener. Raises :class:`Conflicting` (the port is taken) or :class:`InvalidInput` (not an address of
        this machine, one that others reach and nobody agreed to, a certificate that can't be used) when ``at.required``;
        otherwise says so on the bus and goes on without."""
        from app.listener.server import Listener

        self.services.access.token()  # it exists before anybody is told where we listen
        try:
            listener = Listener(self.services, self.services.access.ready(at), self.parts.token.fits)
            listener.start()
        except AppError as error:  # its port is taken, or its address is not this machine's any more
            if at.required:
                raise
            log.warning("no listener: %s", error.message)
            self.listener_error = error
            self.bus.publish(Noticed("warning", "Other programs can't reach SalesMate Sync", error.message, "settings"))
        else:
            self.listener = listener
            self._lock.note_url(listener.url)

    def schedule(self) -> None:
        """Start automatic syncs."""
        from app.platform.power import ResumeWatch
        from app.schedule.event_watch import EventWatch
        from app.schedule.scheduler import TICK, Scheduler

        scheduler = Scheduler(self.services, woke=ResumeWatch(TICK).tick)
        self._scheduler = self.services.scheduler = scheduler
        self._scheduler.start()
        self._events = EventWatch(self.services)
        self._events.start()
        self.services.webhooks.work.start()
        self.services.webhooks.renewing.start()

    def at_close(self, undo: Callable[[], None]) -> None:
        """Have ``undo`` called when the program has stopped."""
        self._undo.append(undo)

    def close(self, timeout: float = 5.0) -> None:
        """Stop in order: listener, scheduler, runs at their safe points (at most ``timeout`` seconds in all), then fold
        the database's log in. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        listener, self.listener = self.listener, None
        scheduler, self._scheduler = self._scheduler, None
        events, self._events = self._events, None
        for automatic in (events, scheduler):
            if automatic is not None:
                automatic.stop()
        self.services.webhooks.work.stop()
        self.services.webhooks.renewing.stop()
        self.services.authorisations.stop()
        if listener is not None:
            listener.stop(timeout / 2)
        if not self.parts.jobs.shutdown(timeout / 2):
            log.warning("a run did not stop in time; the next one goes on from where it was")
        with suppress(StorageError):
            self.parts.db.checkpoint()
        self.parts.db.close()
        if self.simulator is not None:
            self.simulator.stop()
        self._lock.release()
        for undo in self._undo:
            undo()
        self.parts.logs.stop()


def start(
    options: Options,
    *,
    kind: str = "window",
    schedule: bool = True,
    listen: ListenAt | None = ListenAt(required=False),
    demo: SimulatedTally | None = None,
) -> App:
    """Everything but a front door. With another program at this data folder a window only shows and asks: that program
    does the automatic syncs and listens. ``kind``: window, serve, demo, or ``guest`` for a short visit (``sync``).

    Raises :class:`app.model.errors.AppError` when the data folder can't be used, and :class:`Conflicting` (``in_use``)
    for a ``serve`` beside another program.
    """
    _collect_seldom()
    places = _prepared(folders(options.data_dir))
    if options.database_url is None:
        _own_alone(places.data / DATABASE_FILE)
    # The settings say how much it may hold, and are read when the database is open.
    logs = start_logging(places.logs, level=options.log_level.upper(), total=MOST_LOG << 20)
    for chatty in ("apscheduler", "uvicorn", "httpx", "httpcore", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    lock = InstanceLock(places.data)
    db: Database | None = None
    try:
        db = Database(options.database_url or default_url(places.data), data_dir=places.data)
        if db.url.password:
            logs.redact.hide(str(db.url.password))
        alone = _take(lock, kind)
        migrate(db, places.backups)
        app = App(_parts(options, places, logs, db), lock, demo=demo)
        app.services.retention.limit_log()
        if kind != "guest":
            _check_shared_key(app.parts)
        if alone:
            _close_interrupted(app)
        if kind == "serve":  # nobody sees its terminal; the window catches what is uncaught itself
            app.at_close(catch_uncaught(lambda _error, where: app.bus.publish(_broke(where))))
    except BaseException as error:
        _note_unexpected(error)
        if db is not None:
            db.close()
        lock.release()
        logs.stop()
        raise
    try:
        # The window's listener goes where the settings say, that of `serve` where the command line says.
        if listen is not None and alone:
            app.listen(listen if listen.required else app.services.access.settled(listen))
        if schedule and alone:
            app.schedule()
    except BaseException as error:
        _note_unexpected(error)
        app.close()
        raise
    return app


def _collect_seldom() -> None:
    if gc.isenabled():  # the window collects by itself
        gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])


@contextmanager
def closing(app: App, timeout: float = 5.0) -> Iterator[App]:
    """``with closing(start(…)) as app:``. An error that is none of ours goes into the log before that is closed."""
    try:
        yield app
    except BaseException as error:
        _note_unexpected(error)
        raise
    finally:
        app.close(timeout)


def _note_unexpected(error: BaseException) -> None:
    if isinstance(error, Exception) and not isinstance(error, AppError):
        log.error("unexpected failure", exc_info=error)


def _take(lock: InstanceLock, kind: str) -> bool:
    """Is this the one program of its data folder? Raises :class:`Conflicting` where it must be, and is not."""
    try:
        if kind in {"serve", "restore"}:
            lock.hold(kind)
            return True
        return kind != "guest" and lock.take(kind)
    except OSError as error:
        raise StorageError(
            f"The data folder can't be written: {error.strerror}.",
            hint="Give your user write permission, or start SalesMate Sync with another data folder.",
        ) from error


def _prepared(places: Folders) -> Folders:
    try:
        return places.prepare()
    except OSError as error:
        raise StorageError(
            f"The data folder {places.data} can't be used: {error.strerror}.",
            hint="Start SalesMate Sync with another data folder.",
        ) from error


def _own_alone(database: Path) -> None:
    """A new database is its owner's alone, also in a folder that others may read; SQLite's files beside it follow it."""
    with suppress(OSError):  # what is wrong with the folder is said when the database is opened
        create_private(database, b"")


def _parts(options: Options, places: Folders, logs: Any, db: Database) -> Parts:
    bus = EventBus(on_error=lambda error: log.error("a listener of events failed", exc_info=error))
    registry = _registry()
    keeper = cache(lambda: _keeper(options, places))
    key = cache(lambda: master_key(keeper()))
    secrets = SecretStore(db, key)

    def check_secrets() -> None:
        key()  # first, and outside a transaction: a keyring may ask its user
        secrets.check_key()

    def change_key(fresh: bytes) -> None:
        keeper().save(fresh)
        key.cache_clear()
        secrets.ask_again()

    def ports_for(connection_id: str) -> ConnectorPorts:
        proxy = proxy_for_calls(stores.settings, secrets, logs.redact.hide)
        return ConnectorPorts(DatabaseState(db, connection_id), places.locks, limits, proxy, logins(connection_id))

    @cache
    def logins(connection_id: str) -> TokenStore:
        redact = logs.redact
        return TokenStore(
            db, secrets, connection_id, hide=redact.hide, unhide=redact.forget, changed=connection_changed
        )

    def connection_changed(connection_id: str) -> None:
        bus.publish(Changed(frozenset({"connections"}), connection_id))

    def waits(connection_id: str, until: datetime | None, text: str) -> None:
        jobs.note(connection_id, text)
        bus.publish(Waiting(connection_id, stamp(until) if until else None, text))

    stores = Stores(db)
    limits = Limits(stores.limits, tell=waits)
    opener = Opener(registry, secrets, ports_for, places.locks, logs.redact.hide, stores.configs.hub_keys)
    engine = Engine(db, registry, EnginePorts(ports_for, opener.settings), bus)
    jobs = Jobs(engine, stores.runs, bus)
    return Parts(
        options=options,
        folders=places,
        logs=logs,
        db=db,
        stores=stores,
        registry=registry,
        secrets=secrets,
        opener=opener,
        jobs=jobs,
        resolver=engine.resolver,
        undoer=engine.undoer,
        bus=bus,
        discover=lambda *asked: _discover(places, *asked),
        tally_is_idle=lambda url: _tally_is_idle(places, url),
        migrate=lambda: migrate(db, places.backups),
        keeper=keeper,
        token=ApiToken(places.token_file, logs.redact.hide),
        change_key=change_key,
        check_secrets=check_secrets,
        logins=logins,
    )


def _registry() -> Registry:
    registry = Registry()
    for kind in (TALLY, ZOHO, QUICKBOOKS, SAP, CUSTOM):
        registry.add(kind)
    for found in entry_points(group=CONNECTORS):
        try:
            registry.add(found.load())
        except Exception:  # somebody else's code must not keep ours from starting
            log.exception("the connector %s could not be loaded", found.name)
    return registry


def _discover(
    places: Folders, targets: Sequence[str] | None, cancel: CancelToken, on_progress: Any, on_found: Any
) -> list[FoundServer]:
    from app.connectors.tally.discovery import discover
    from app.services.discovery import server_of

    found = discover(
        targets or (),
        locks=places.locks,
        cancel=cancel,
        on_progress=lambda progress: on_progress(progress.done, progress.total, ""),
        on_found=lambda one: on_found(server_of(one)),
    )
    return [server_of(one) for one in found]


def _tally_is_idle(places: Folders, url: str) -> None:
    from app.connectors.tally.gate import clear_in_flight

    if not clear_in_flight(places.locks, url):
        raise Conflicting("Another program of ours is talking to this Tally just now.", hint="Wait until it has ended.")


def _keeper(options: Options, places: Folders) -> KeyKeeper:
    return FileKeeper(places.key_file) if options.secrets == "file" else KeyringKeeper(places.folder_id())


def _check_shared_key(parts: Parts) -> None:
    """A machine without the key of the hub that it shares would do its part of the syncs, and fail in each of them."""
    if parts.db.path is None and parts.secrets.holds_any():
        parts.check_secrets()


def _broke(where: str) -> Noticed:
    return Noticed(
        "error", "SalesMate Sync", f"Something went wrong in {where}. What was saved is safe; the log has more."
    )


def _close_interrupted(app: App) -> None:
    """Runs of a process that is gone are over; what they saved is kept. On a server a waiting one may be another
    machine's."""
    if app.parts.db.path is None:
        app.services.runs.end_abandoned()
        return
    with app.parts.db.write():
        live = LeaseStore(app.parts.db).live()
        app.parts.stores.runs.mark_interrupted(live=live, pending_before=stamp(app.parts.clock()))


# --- other ways to begin ------------------------------------------------------------------------------------


def start_demo(options: Options, *, customers: int = 60, items: int = 40, vouchers: int = 400, **more: Any) -> App:
    """A simulated Tally on a free loopback port, and a hub with a connection to it. Nothing is synced yet."""
    from app.simulator import CompanySpec, SimulatedTally

    simulator = SimulatedTally(
        [
            CompanySpec(DEMO_COMPANY, customers=customers, items=items, vouchers=vouchers),
            CompanySpec(SECOND_DEMO_COMPANY, customers=24, items=0, vouchers=150, seed=2),
        ]
    )
    own_names = [f"{owner} {trade}" for trade in ("Clinic", "Hotel", "School") for owner in _OWNERS]
    # The first few are customers of both companies, so that the wizard has something to match.
    for customer, name in zip(list(simulator.books(SECOND_DEMO_COMPANY).customers())[4:], own_names, strict=False):
        simulator.control.rename_customer(SECOND_DEMO_COMPANY, customer.name, name)
    simulator.start()
    try:
        app = start(options, kind="demo", demo=simulator, **more)
    except BaseException:
        simulator.stop()
        raise
    try:
        app.services.demo.prepare(simulator.url, DEMO_COMPANY)
    except BaseException:
        app.close()
        raise
    return app


def demo_books(app: App) -> dict[str, Any]:
    """What the simulated company's books hold: ``{entity: count}`` and ``invoice_total``."""
    assert app.simulator is not None
    books = app.simulator.books(DEMO_COMPANY)
    invoices = list(books.invoices())
    return {
        "customer": sum(1 for _ in books.customers()),
        "product": sum(1 for _ in books.items()),
        "order": sum(1 for _ in books.orders()),
        "invoice": len(invoices),
        "payment": sum(1 for _ in books.receipts()),
        "invoice_total": sum(invoice.total for invoice in invoices),
    }


def restore(options: Options, backup: Path) -> Path | None:
    """Put a backup in the place of the data folder's database; the replaced one's new name. Raises
    :class:`Conflicting` while any program works with this data folder."""
    from app.db.backup import refuse_other_place
    from app.db.backup import restore as put_back

    places = _prepared(folders(options.data_dir))
    if options.database_url is not None:
        refuse_other_place(Database(options.database_url, data_dir=places.data))
    lock = InstanceLock(places.data)
    _take(lock, "restore")
    with lock:
        return put_back(backup, places.data)


def open_window(options: Options, app: App | None = None, screenshots: Path | None = None) -> int:
    """Open the window and stay until it is closed; the process's exit code."""
    from app.ui.main import run

    return int(run(options, app=app, screenshots=screenshots))
