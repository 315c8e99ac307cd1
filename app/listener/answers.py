"""What callers get: the contract's camelCase shapes, made from the services' views. Documented as they are."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from app.services import views

Stamp = str


class Shape(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, from_attributes=True)


class Answer(Shape):
    success: Literal[True] = True


class Listed(Answer):
    next_cursor: str | None = Field(None, description="Send it as `cursor` for the next page; null at the end")


class Health(Shape):
    status: Literal["ok"] = "ok"
    version: str


class QuietHours(Shape):
    start: str
    end: str


class ConfigSchedule(Shape):
    """Times of day by the clock of the machine that syncs; `days` is empty for all of the week."""

    times: list[str] = []
    days: list[str] = []


class ConnectionSchedule(ConfigSchedule):
    quiet_hours: QuietHours | None = None


# --- connections ----------------------------------------------------------------------------------------------------


class ConnectionShort(Shape):
    id: str
    connection_name: str
    erp_system: str
    status: str


class Connection(ConnectionShort):
    tenant_id: str
    status_message: str
    auth_type: str
    auth_config: dict[str, Any] = Field(description='Secrets are shown as {"set": true}')
    base_url: str
    api_version: str | None
    organization_id: str | None
    sync_enabled: bool
    auto_sync_interval: int | None
    schedule: ConnectionSchedule | None
    sync_direction: str
    books: dict[str, Any]
    paused_until: Stamp | None
    last_sync_at: Stamp | None
    last_success_at: Stamp | None
    next_run_at: Stamp | None
    next_run_reason: str = Field(
        description="Why it is not sooner: quiet hours, the system does not answer; else empty"
    )
    running_log_id: str | None
    open_conflicts: int
    open_errors: int
    created_at: Stamp
    updated_at: Stamp

    @classmethod
    def of(cls, view: views.ConnectionView) -> Connection:
        renamed = {"connection_name": view.name, "erp_system": view.system, "auth_config": dict(view.auth)}
        return cls(**{**vars(view), **renamed})


class ConnectionCreated(Answer):
    connection: ConnectionShort


class ConnectionAnswer(Answer):
    connection: Connection


class ConnectionsAnswer(Listed):
    connections: list[Connection]


class TestAnswer(Shape):
    """``success`` says whether the test went well; ``latency`` is in milliseconds."""

    __test__ = False

    success: bool
    message: str
    latency: int
    details: dict[str, Any]


class Module(Shape):
    name: str
    title: str
    entity: str | None
    can_write: bool


class ModulesAnswer(Answer):
    modules: list[Module]


class RemoteField(Shape):
    path: str
    title: str
    type: str
    required: bool
    readonly: bool
    sample: str | None
    choices: list[str]


class FieldsAnswer(Answer):
    fields: list[RemoteField]


class ChoiceOption(Shape):
    value: str
    uses: int = Field(description="How often it was used for that so far")


class Choice(Shape):
    """`chosen` is null until somebody chooses; `suggested` is never taken by itself."""

    name: str
    title: str
    options: list[ChoiceOption]
    suggested: str | None
    chosen: str | None
    needed_for: list[str] = Field(description="Entity types that can't be written without it")
    help: str

    @classmethod
    def of(cls, found: Any) -> Choice:
        options = [ChoiceOption(value=value, uses=uses) for value, uses in found.options]
        return cls(**{**vars(found), "options": options, "needed_for": list(found.needed_for)})


class ChoicesAnswer(Answer):
    choices: list[Choice]


# --- totals ---------------------------------------------------------------------------------------------------------


class MonthTotal(Shape):
    """One kind of document in one month, here beside there; amounts are decimals as text. `difference` is here less
    there. `unlinked` are documents here that are not linked over this connection, and not counted in `here`."""

    entity: str
    module: str
    month: str
    status: Literal["posted", "draft"] = Field(description="Cancelled documents are in neither")
    here_count: int
    here_amount: str
    there_count: int
    there_amount: str
    difference: str
    differs: bool
    unlinked_count: int
    unlinked_amount: str


class TotalsAnswer(Answer):
    totals: list[MonthTotal]


class AmountDifference(Shape):
    """A document that is not the same on both sides; the side that lacks it is null."""

    kind: Literal["only_here", "only_there", "month", "amount", "status", "not_linked"]
    entity: str
    module: str
    label: str
    local_id: str | None
    remote_id: str | None
    here_date: str | None
    here_amount: str | None
    here_status: str | None
    there_date: str | None
    there_amount: str | None
    there_status: str | None


class DifferencesAnswer(Answer):
    differences: list[AmountDifference]


# --- sync configs ---------------------------------------------------------------------------------------------------


class FieldMapping(Shape):
    local_field: str
    remote_field: str
    field_type: str
    direction: str
    is_required: bool
    is_readonly: bool
    default_value: Any
    transform: Any
    value_map: Any
    validation: Any


class ConfigShort(Shape):
    id: str
    entity_type: str
    sync_direction: str


class Config(ConfigShort):
    tenant_id: str
    connection_id: str
    local_table: str
    remote_module: str
    auto_sync: bool
    sync_frequency: int | None
    schedule: ConfigSchedule | None
    conflict_resolution: str
    delete_policy: str
    filter: Any
    match_on: list[str]
    hub_key_field: str | None
    is_active: bool
    last_sync_at: Stamp | None
    field_mappings: list[FieldMapping]

    @classmethod
    def of(cls, view: views.ConfigView) -> Config:
        return cls.model_validate(view)


class ConfigCreated(Answer):
    sync_config: ConfigShort
    warnings: list[str]


class ConfigAnswer(Answer):
    sync_config: Config
    warnings: list[str] = []


class ConfigsAnswer(Listed):
    sync_configs: list[Config]


# --- rate limits ----------------------------------------------------------------------------------------------------


class RateLimit(Shape):
    """`window` is in seconds, null for `concurrent` (calls at a time)."""

    connection_id: str
    kind: Literal["per_second", "per_minute", "per_hour", "per_day", "concurrent"]
    limit: int = Field(description="What we keep to")
    vendor_limit: int = Field(description="What the system allows, as far as we know")
    used: int
    window: int | None
    blocked_until: Stamp | None = Field(description="The system itself asked us to wait until then")


class RateLimitsAnswer(Answer):
    rate_limits: list[RateLimit]


class RateLimitsChanged(RateLimitsAnswer):
    warnings: list[str]
