"""What the services work with: made once by the composition root, shared by all nouns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.connectors.base import Registry
from app.db.audit import AuditStore
from app.db.configs import ConfigStore
from app.db.conflicts import ConflictStore
from app.db.connections import ConnectionStore
from app.db.database import Database
from app.db.errors import ErrorStore
from app.db.limits import LimitStore
from app.db.links import LinkStore
from app.db.plans import PlanStore
from app.db.records import RecordStore
from app.db.runs import RunStore
from app.db.settings import SettingsStore
from app.db.templates import TemplateStore
from app.db.tokens import TokenStore
from app.db.webhook_events import EventStore
from app.db.webhooks import WebhookStore
from app.model.clock import Clock, utc_now
from app.model.events import EventBus
from app.platform.folders import Folders
from app.platform.keys import KeyKeeper
from app.platform.logs import Logs
from app.platform.token import ApiToken
from app.services.opening import Opener, Secrets
from app.services.options import Options
from app.services.ports import Discover, NoScheduler, SchedulerPort
from app.sync.jobs import Jobs
from app.sync.resolve import Resolver
from app.sync.undo import Undo


class Stores:
    """Every store that the services read or write."""

    def __init__(self, db: Database) -> None:
        self.connections = ConnectionStore(db)
        self.configs = ConfigStore(db)
        self.templates = TemplateStore(db)
        self.runs = RunStore(db)
        self.plans = PlanStore(db)
        self.records = RecordStore(db)
        self.links = LinkStore(db)
        self.conflicts = ConflictStore(db)
        self.errors = ErrorStore(db)
        self.settings = SettingsStore(db)
        self.audit = AuditStore(db)
        self.limits = LimitStore(db)
        self.webhooks = WebhookStore(db)
        self.events = EventStore(db)


@dataclass
class Parts:
    """``tally_is_idle`` forgets a dead process's mark for an address, ``migrate`` brings the database to this program's
    schema, ``keeper`` keeps the master key, ``change_key`` puts another in its place, ``check_secrets`` raises when that is not
    the hub's, ``logins`` gives a connection's tokens; ``scheduler`` is put in when there is one.
    """

    options: Options
    folders: Folders
    logs: Logs
    db: Database
    stores: Stores
    registry: Registry
    secrets: Secrets
    opener: Opener
    jobs: Jobs
    resolver: Resolver
    undoer: Undo
    bus: EventBus
    discover: Discover
    tally_is_idle: Callable[[str], None]
    migrate: Callable[[], object]
    keeper: Callable[[], KeyKeeper]
    token: ApiToken
    change_key: Callable[[bytes], None]
    check_secrets: Callable[[], None]
    logins: Callable[[str], TokenStore]
    clock: Clock = utc_now
    scheduler: SchedulerPort = field(default_factory=NoScheduler)
