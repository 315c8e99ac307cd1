"""What the services answer: frozen dataclasses that cross threads safely and hold no secret.

Stamps are UTC ISO text, records are flat dicts under the contract's names, counts are integers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Record = dict[str, Any]


@dataclass(frozen=True)
class MappingView:
    local_field: str
    remote_field: str
    field_type: str
    direction: str = "both"
    is_required: bool = False
    is_readonly: bool = False
    default_value: Any = None
    transform: Any = None
    value_map: Any = None
    validation: Any = None


#: More changes than this that wait to be sent are not counted.
UNSENT_MOST = 1001


@dataclass(frozen=True)
class ConnectionView:
    """A connection. ``auth`` shows secrets as ``{"set": true}``; ``books`` is what the last good test or sync saw; ``schedule``
    is as :mod:`app.services.schedules` reads it."""

    id: str
    tenant_id: str
    name: str
    system: str
    system_title: str
    auth_type: str
    auth: Mapping[str, Any]
    base_url: str
    api_version: str | None
    organization_id: str | None
    status: str
    status_message: str
    sync_enabled: bool
    auto_sync_interval: int | None
    sync_direction: str
    books: Mapping[str, Any]
    paused_until: str | None
    last_sync_at: str | None
    last_success_at: str | None
    created_at: str
    updated_at: str
    next_run_at: str | None = None
    next_run_reason: str = ""
    running_log_id: str | None = None
    open_conflicts: int = 0
    open_errors: int = 0
    unsent: int = 0  # changes that go with the next sync, counted up to UNSENT_MOST
    schedule: Mapping[str, Any] | None = None
    signs_in: bool = False
    waits: WaitView | None = None
    facts: tuple[tuple[str, str], ...] = ()  # what its connector tells of it, (title, text)


@dataclass(frozen=True)
class WaitView:
    """Until then the system is left alone (a stamp): it asked for that, or by our own count one of its limits is used up."""

    until: str
    used_up: bool


@dataclass(frozen=True)
class SystemView:
    """A system as it is offered; of one that is not ``installed`` only its name is known. ``settings`` are its connector's
    (:class:`app.connectors.spec.SettingSpec`), ``entities`` what it can sync; ``address`` the usual one, empty where each
    installation has its own; ``signs_in``: a person does that in a browser. ``modules``: of each entity those that it may be kept
    in, ``(module, title)``, the usual one first; ``hub_key``: the name offered for a field with our own number, empty for none;
    ``chooses``: ledgers are to be chosen there before documents are written; ``absent``: why entities can't be synced that a person
    may look for; ``about``: a line on those that are kept there in another way than one expects."""

    name: str
    title: str
    installed: bool
    auth_types: tuple[str, ...] = ()
    settings: tuple[Any, ...] = ()
    entities: tuple[str, ...] = ()
    address: str = ""
    signs_in: bool = False
    modules: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    hub_key: str = ""
    chooses: bool = False
    absent: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RemovalView:
    """What goes with a connection, counted. ``records``: how many of the hub's are linked over it; they stay."""

    records: int
    configs: int
    runs: int
    decisions: int
    failed: int
    webhooks: int


@dataclass(frozen=True)
class CertificateView:
    """What a server proves itself with. ``trusted``: known to this computer, or the one that these settings name; ``before``: the
    fingerprint that they name, when it is another one. Stamps are UTC."""

    owner: str
    issuer: str
    names: tuple[str, ...]
    begins: str
    expires: str
    fingerprint: str
    trusted: bool
    before: str = ""


@dataclass(frozen=True)
class ConfigView:
    id: str
    tenant_id: str
    connection_id: str
    entity_type: str
    local_table: str
    remote_module: str
    sync_direction: str
    auto_sync: bool
    sync_frequency: int | None
    conflict_resolution: str
    delete_policy: str
    filter: Any
    match_on: tuple[str, ...]
    hub_key_field: str | None
    is_active: bool
    last_sync_at: str | None
    field_mappings: tuple[MappingView, ...]
    warnings: tuple[str, ...] = ()
    schedule: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class TestResult:
    """``details`` holds the checks (``checks: [{name, ok, message, hint}]``), version, company, licence, hints."""

    __test__ = False

    success: bool
    message: str
    latency_ms: int
    details: Mapping[str, Any]


@dataclass(frozen=True)
class ErrorView:
    """A record that failed. ``label``: what a person calls it, where the hub has it."""

    id: str
    connection_id: str
    entity_type: str
    local_id: str | None
    remote_id: str | None
    code: str
    message: str
    hint: str
    attempts: int
    next_retry_at: str | None
    last_at: str
    label: str = ""

    @property
    def called(self) -> str:
        """What names it best."""
        return self.label or self.remote_id or self.local_id or ""


@dataclass(frozen=True)
class RunView:
    """A sync log. ``counts``: ``{entity: {created, updated, deleted, linked, unchanged, failed, conflicts}}``;
    ``phases``: ``[{phase, entity, seconds, records}]``; ``error`` and ``guard``: ``{code, message, hint, details}`` or
    None."""

    id: str
    connection_id: str
    connection_name: str
    sync_config_id: str | None
    sync_type: str
    sync_direction: str
    triggered_by: str
    status: str
    dry_run: bool
    started_at: str
    ended_at: str | None
    processed: int
    success: int
    failed: int
    skipped: int
    conflicts: int
    counts: Mapping[str, Mapping[str, int]]
    phases: tuple[Mapping[str, Any], ...]
    message: str
    error: Mapping[str, Any] | None
    guard: Mapping[str, Any] | None


@dataclass(frozen=True)
class PlanItemView:
    id: int
    action: str
    side: str
    entity_type: str
    local_id: str | None
    remote_id: str | None
    label: str
    fields: tuple[Mapping[str, Any], ...]
    reason: str


@dataclass(frozen=True)
class PlanView:
    """``counts``: ``{"local": {create, update, delete, link, conflict}, "remote": {…}}``; ``status``: open, applied, refused."""

    id: str
    counts: Mapping[str, Mapping[str, int]]
    items: tuple[PlanItemView, ...]
    status: str = "open"


@dataclass(frozen=True)
class LinkView:
    id: int
    connection_id: str
    connection_name: str
    entity_type: str
    local_id: str
    remote_module: str
    remote_id: str
    remote_label: str
    remote_version: str
    sync_status: str
    last_synced_at: str
    remote_deleted_at: str | None
    paused: bool = False


@dataclass(frozen=True)
class HistoryView:
    """One version of a record: what changed (``{field: [before, after]}``), who, when, and the record as it was
    then."""

    version: int
    action: str
    changes: Mapping[str, Any]
    source: str
    run_id: str | None
    at: str
    record: Record


@dataclass(frozen=True)
class ConflictView:
    """``fields`` are ``{name, base, local, remote}``; ``candidates`` the hub ids that a doubtful match may mean. The last four
    tell how it was decided, when, and by whom (``rule`` for the config's), and how many other records there wait for the decision,
    by entity."""

    id: str
    connection_id: str
    connection_name: str
    entity_type: str
    kind: str
    label: str
    local_id: str | None
    remote_id: str
    fields: tuple[Mapping[str, Any], ...]
    candidates: tuple[str, ...]
    status: str
    created_at: str
    resolution: str | None = None
    resolved_at: str | None = None
    resolved_by: str | None = None
    waiting: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class UndoLeft:
    """A record that an undo left as it is (in part), and why."""

    entity_type: str
    record_id: str
    label: str
    reason: str


@dataclass(frozen=True)
class UndoView:
    """``changed``: the records that are again as they were before the run."""

    changed: int
    left: tuple[UndoLeft, ...] = ()


@dataclass(frozen=True)
class SentView:
    """One write to another system. ``kind`` and ``state`` are plain words; ``fields`` the local names that were sent; ``error``
    why it was not done."""

    at: str
    connection_id: str
    connection_name: str
    kind: str
    state: str
    fields: tuple[str, ...]
    error: str | None = None


@dataclass(frozen=True)
class FoundBooks:
    """``settings``: what a connection's ``authConfig`` holds when these are chosen; ``about``: lines that tell them apart."""

    name: str
    guid: str
    books_from: str | None
    ends_at: str | None
    data_folder: str | None
    company_number: str | None
    last_voucher_date: str | None = None
    identity: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class FoundServer:
    """What discovery found at one address. ``state``: ready, no_company, silent, other, refused,
    unreachable (no such PC, or it does not answer at all)."""

    base_url: str
    state: str
    message: str
    version: str | None = None
    licence: str | None = None
    educational: bool = False
    companies: tuple[FoundBooks, ...] = ()


@dataclass(frozen=True)
class Progress:
    """A running sync as a front door shows it (see :class:`app.model.events.RunProgress`)."""

    log_id: str
    connection_id: str
    connection_name: str
    phase: str
    entity: str | None
    done: int
    total: int | None
    text: str
    started_at: str


@dataclass(frozen=True)
class NeedsYou:
    """One thing that waits for a person, one click from its remedy. ``target``: ``conflicts``, ``run:<id>``,
    ``connection:<id>``, ``connection:<id>:authorise``, ``webhooks``."""

    level: str
    title: str
    text: str
    target: str


@dataclass(frozen=True)
class DayCount:
    day: str
    synced: int
    failed: int


@dataclass(frozen=True)
class Dashboard:
    connections: tuple[ConnectionView, ...]
    needs_you: tuple[NeedsYou, ...]
    days: tuple[DayCount, ...]
    recent: tuple[RunView, ...]
    totals: Mapping[str, int] = field(default_factory=dict)  # total_syncs, completed, failed, total_records, …
    open_conflicts: int = 0
    active_webhooks: int = 0
    failed_events: int = 0
    next_runs: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class MonthTotal:
    """One kind of document in one month (``YYYY-MM``), here beside there. ``status`` is posted or draft; amounts are decimals as
    text. ``unlinked``: what is here and was never there (or is gone there); it is not part of ``here``."""

    entity: str
    module: str
    month: str
    status: str
    here_count: int
    here_amount: str
    there_count: int
    there_amount: str
    difference: str
    unlinked_count: int = 0
    unlinked_amount: str = "0.00"

    @property
    def differs(self) -> bool:
        return self.here_count != self.there_count or self.difference != "0.00"


@dataclass(frozen=True)
class AmountDifference:
    """A document that is not the same on both sides. ``kind``: ``only_here`` (linked, but not there in this month), ``only_there``,
    ``month`` (there in this month, here in another), ``amount``, ``status``, ``not_linked`` (here, and never there). Amounts are
    decimals as text, ``None`` on the side that lacks it."""

    kind: str
    entity: str
    module: str
    label: str
    local_id: str | None
    remote_id: str | None
    here_date: str | None = None
    here_amount: str | None = None
    here_status: str | None = None
    there_date: str | None = None
    there_amount: str | None = None
    there_status: str | None = None


@dataclass(frozen=True)
class DoctorCheck:
    area: str
    ok: bool
    message: str
    hint: str = ""
