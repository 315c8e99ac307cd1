"""The facade: what every front door is given. All calls block and may be made from any thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.platform.memory import give_back, leave_files
from app.services.access import Access
from app.services.authorisations import Authorisations
from app.services.backups import Backups
from app.services.configs import Configs
from app.services.conflicts import Conflicts
from app.services.connections import Connections
from app.services.custom import CustomSystems
from app.services.dashboard import Overview
from app.services.demo import Demo
from app.services.diagnostics import Diagnostics
from app.services.event_files import EventFiles
from app.services.exports import Exports
from app.services.idempotency import Idempotency
from app.services.imports import Imports
from app.services.limits import RateLimits
from app.services.mappings import Mappings
from app.services.master_key import MasterKey
from app.services.moving import Moving
from app.services.network import Network
from app.services.records import Records
from app.services.retention import Retention
from app.services.runs import Runs
from app.services.settings import Settings
from app.services.templates import Templates
from app.services.totals import Totals
from app.services.updates import Updates
from app.services.views import Dashboard
from app.services.webhooks import Webhooks

if TYPE_CHECKING:
    from app.model.events import EventBus
    from app.services.parts import Parts
    from app.services.ports import SchedulerPort


class Services:
    """One attribute for each noun. They raise :class:`app.model.errors.AppError` subclasses and nothing else that a
    person should see."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.connections = Connections(parts)
        self.authorisations = Authorisations(parts, self.connections)
        self.custom = CustomSystems(parts)
        self.configs = Configs(parts)
        self.templates = Templates(parts, self.configs)
        self.mappings = Mappings(parts, self.configs, self.connections)
        self.runs = Runs(parts)
        self.webhooks = Webhooks(parts, self.runs)
        self.event_files = EventFiles(parts, self.runs)
        self.records = Records(parts)
        self.imports = Imports(parts)
        self.exports = Exports(parts)
        self.conflicts = Conflicts(parts)
        self.settings = Settings(parts)
        self.idempotency = Idempotency(parts)
        self.access = Access(parts)
        self.diagnostics = Diagnostics(parts, self.connections)
        self.backups = Backups(parts)
        self.master_key = MasterKey(parts)
        self.moving = Moving(parts, self.backups)
        self.retention = Retention(parts)
        self.network = Network(parts)
        self.updates = Updates(parts)
        self.totals = Totals(parts)
        self.limits = RateLimits(parts)
        self.demo = Demo(self.connections, self.configs)
        self._overview = Overview(parts, self.connections, self.runs)

    @property
    def bus(self) -> EventBus:
        return self._parts.bus

    @property
    def scheduler(self) -> SchedulerPort:
        """Automatic syncs; one that never runs where this start has none."""
        return self._parts.scheduler

    @scheduler.setter
    def scheduler(self, scheduler: SchedulerPort) -> None:
        self._parts.scheduler = scheduler

    def dashboard(self) -> Dashboard:
        return self._overview.look()

    def prepare(self) -> None:
        """Load what the connectors in use are made of, so that nobody waits for it when the first of them is opened."""
        for system in {view.system for view in self.connections.list()}:
            kind = self._parts.registry.get(system)
            if kind is not None:
                kind.load()

    def rest(self, *, away: bool = False) -> None:
        """Give back the memory that was taken for speed: for when nothing is to be done for a while. ``away``: nobody looks at
        the program either."""
        self._parts.db.rest()
        give_back()
        if away:
            leave_files()

    def backup(self, path: Path, overwrite: bool = False) -> Path:
        """See :meth:`app.services.backups.Backups.backup`."""
        return self.backups.backup(path, overwrite)

    def restore(self, path: Path) -> Path | None:
        """See :meth:`app.services.backups.Backups.restore`."""
        return self.backups.restore(path)
