"""The wizard's dealings with the services. It outlives the wizard: what Cancel must undo is undone for certain."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from app.ui.desk import Desk
from app.ui.wizard.draft import Draft

ENDED = ("completed", "partial", "failed", "held", "cancelled")


class Setup(QObject):
    """Stores the unconfirmed connection, runs the trial on it, then confirms it, or takes it away again."""

    stored = Signal(str)  # the id of a connection that a person is to sign in to
    store_failed = Signal(object)
    tried = Signal(object, object, object)  # run, plan, errors
    try_failed = Signal(object)
    synced = Signal(object)
    sync_failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.connection_id = ""
        self.confirmed = False
        self._given_up = False
        self._job: Any = None
        self._waiting: Draft | None = None  # is tried when the trial before has ended

    @property
    def busy(self) -> bool:
        return self._job is not None

    def store(self, draft: Draft) -> None:
        """Store what a person is to sign in to, in the place of what was stored before."""
        connection = draft.to_sign_in()
        services, old = self.desk.services, self._let_go()

        def call(token: Any) -> str:
            if old:
                services.connections.delete(old)
            return str(services.connections.create(connection).id)

        self._job = self.desk.work.do(call, self._stored, self._store_failed, owner=self)

    def _stored(self, connection_id: str) -> None:
        self._job = None
        self.connection_id = connection_id
        if self._given_up:
            self._take_away()
            return
        self.stored.emit(connection_id)

    def _store_failed(self, problem: Any) -> None:
        self._job = None
        if not self._given_up:
            self.store_failed.emit(problem)

    def discard(self) -> None:
        """Another system, or another way to reach it: what was stored for the one before goes."""
        if not self.confirmed and self._job is None:
            self._take_away()

    def _let_go(self) -> str:
        old, self.connection_id = self.connection_id, ""
        return old

    def try_out(self, draft: Draft) -> None:
        """Store it, read everything without writing a record, tell what was found."""
        if self._job is not None:
            self._waiting = draft
            self.stop()
            return
        connection, configs = draft.connection(), draft.configs()
        signed_in, changes = draft.connection_id, draft.changes()
        services, old = self.desk.services, self._let_go()

        def store() -> str:
            if signed_in:  # its login is kept
                services.connections.update(signed_in, changes)
                for config in services.configs.list(connection_id=signed_in):
                    services.configs.delete(config.id)
                return signed_in
            if old:
                services.connections.delete(old)
            return str(services.connections.create(connection).id)

        def call(token: Any) -> Any:
            made = store()
            try:
                for config in configs:
                    services.configs.create({"connection_id": made, **config})
                log_id = services.runs.start(connection_id=made, dry_run=True, triggered_by="wizard")
                run = self._watch(log_id, token)
                return made, run, services.runs.plan(log_id), services.runs.errors(log_id)
            except BaseException:
                if not signed_in:
                    services.connections.delete(made)
                raise

        self.connection_id = signed_in  # also where this goes wrong it is there to be taken away
        self._job = self.desk.work.do(call, self._tried, self._try_failed, owner=self)

    def _watch(self, log_id: str, token: Any) -> Any:
        services, told = self.desk.services, False
        while True:
            run = services.runs.wait(log_id, 0.3)
            if run.status in ENDED:
                return run
            if token.cancelled and not told:
                told = True
                services.runs.cancel(log_id)

    def _tried(self, answer: Any) -> None:
        self._job = None
        self.connection_id, run, plan, errors = answer
        if self._given_up:
            self._take_away()
            return
        if self._goes_on():
            return
        self.tried.emit(run, plan, errors)

    def _goes_on(self) -> bool:
        """Is another trial wanted by now?"""
        draft, self._waiting = self._waiting, None
        if draft is not None:
            self.try_out(draft)
        return draft is not None

    def _try_failed(self, problem: Any) -> None:
        self._job = None
        if self._given_up:
            self._take_away()
            return
        if self._goes_on():
            return
        self.try_failed.emit(problem)

    def stop(self) -> None:
        """Ask what runs to end at its next safe point."""
        if self._job is not None:
            self._job.stop()

    def first_sync(self) -> None:
        """From here on the connection stays."""
        self.confirmed = True
        services, connection_id = self.desk.services, self.connection_id

        def call(token: Any) -> Any:
            services.connections.update(connection_id, {"auth_config": {"setup": None}})
            return self._watch(services.runs.start(connection_id=connection_id, triggered_by="wizard"), token)

        self._job = self.desk.work.do(call, self._synced, self._sync_failed, owner=self)

    def _synced(self, run: Any) -> None:
        self._job = None
        self.synced.emit(run)

    def _sync_failed(self, problem: Any) -> None:
        self._job = None
        self.sync_failed.emit(problem)

    def keep_in_step(self, interval: int) -> None:
        """The timetable, chosen on the last page."""
        services, connection_id = self.desk.services, self.connection_id

        def call(token: Any) -> None:
            services.connections.update(connection_id, {"auto_sync_interval": interval or None})
            for config in services.configs.list(connection_id=connection_id):
                services.configs.update(config.id, {"auto_sync": interval > 0})

        self.desk.work.do(call, owner=self.desk)

    def give_up(self) -> None:
        """Cancel: whatever was stored goes, also when it is being stored at this moment."""
        if self.confirmed:
            return
        self._given_up = True
        self.stop()
        if self._job is None:
            self._take_away()

    def _take_away(self) -> None:
        """A login goes with it; it is not withdrawn in the system, where another connection may live by the same keys."""
        connection_id = self._let_go()
        if connection_id:
            services = self.desk.services
            self.desk.work.do(lambda token: services.connections.delete(connection_id), owner=self.desk)


def clean_up(desk: Desk) -> None:
    """At the start: connections that a wizard stored and nobody confirmed (the program was ended meanwhile)."""
    services = desk.services

    def call(token: Any) -> int:
        left = [view.id for view in services.connections.list() if view.auth.get("setup") == "unfinished"]
        for connection_id in left:
            services.connections.delete(connection_id)
        return len(left)

    desk.work.do(call, None, lambda problem: None, owner=desk)
