"""What callers send. camelCase and snake_case keys are both taken; unknown keys are ignored."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel

from app.model.errors import InvalidInput
from app.services.names import snake

Direction = Literal["push", "pull", "bidirectional"]
Strategy = Literal["local_wins", "remote_wins", "newest_wins", "manual"]
Policy = Literal["ignore", "flag", "propagate"]
System = Literal["tally", "zoho", "quickbooks", "sap", "custom"]
Status = Literal["active", "inactive", "error", "expired"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Seconds = int | None
Name = Field(max_length=500)


class Body(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, validate_by_alias=True, strict=True)

    @model_validator(mode="before")
    @classmethod
    def _of_one_mind(cls, sent: Any) -> Any:
        if isinstance(sent, dict):
            for name, field in cls.model_fields.items():
                if name in sent and sent.get(field.alias, sent[name]) != sent[name]:
                    raise InvalidInput(f"{name} and {field.alias} are both there, and differ.", field=field.alias)
        return sent

    def sent(self) -> dict[str, Any]:
        """Only what was sent, under snake_case names."""
        return self.model_dump(exclude_unset=True)


class QuietHours(Body):
    start: str = Field(description="22:00, by the clock of the machine that syncs")
    end: str = Field(description="07:00; before `start` it is the next morning's")


class ConfigSchedule(Body):
    """Times of day take the place of an interval."""

    times: list[str] | None = Field(None, max_length=48, description='["09:00", "13:00"], by this machine\'s clock')
    days: list[Day] | None = Field(None, max_length=7, description="On these weekdays; null or empty: on all")


class ConnectionSchedule(ConfigSchedule):
    quiet_hours: QuietHours | None = Field(None, description="No run of its own accord in this time")


def _example(**sent: Any) -> ConfigDict:
    return ConfigDict(json_schema_extra={"examples": [sent]})


class ConnectionBody(Body):
    model_config = _example(
        erpSystem="tally",
        connectionName="Head office",
        authType="none",
        authConfig={"company": "Acme & Sons"},
        baseUrl="http://192.168.1.20:9000",
        syncDirection="bidirectional",
    )

    tenant_id: str | None = None
    erp_system: System
    connection_name: str = Name
    auth_type: str | None = Field(None, description="none, oauth2, api_key, username_password or certificate")
    auth_config: dict[str, Any] | None = Field(None, description="The system's settings (docs: connection settings)")
    base_url: str | None = None
    api_version: str | None = None
    organization_id: str | None = None
    status: Status | None = None
    sync_enabled: bool | None = None
    auto_sync_interval: Seconds = Field(None, description="Seconds between two runs; null or 0: none")
    schedule: ConnectionSchedule | None = None
    sync_direction: Direction | None = None


class ConnectionChanges(ConnectionBody):
    erp_system: System | None = None  # type: ignore[assignment]
    connection_name: str | None = None  # type: ignore[assignment]


class RecordBody:
    """A record's fields, flat, under the names of the contract's §4 (camelCase is taken, too). What is inside ``custom`` keeps
    its names. Raises :class:`InvalidInput` for a name that is there twice."""

    def __init__(self, sent: dict[str, Any]) -> None:
        self.fields = _snake_once(sent, "")
        for name, value in self.fields.items():
            if isinstance(value, list):
                self.fields[name] = [
                    _snake_once(item, f"{name}[{at}].") if isinstance(item, dict) else item
                    for at, item in enumerate(value)
                ]
        self.tenant_id = self._tenant()

    def _tenant(self) -> str | None:
        tenant = self.fields.pop("tenant_id", None)
        if tenant is not None and not (isinstance(tenant, str) and 0 < len(tenant) <= 500):
            raise InvalidInput("tenant_id must be a text of at most 500 characters.", field="tenant_id")
        return tenant

    def version(self) -> int | None:
        """The version that the sender saw, when the body tells it."""
        version = self.fields.pop("version", None)
        if version is not None and (isinstance(version, bool) or not isinstance(version, int)):
            raise InvalidInput("'version' must be a whole number.", field="version")
        return version


def _snake_once(sent: dict[str, Any], where: str) -> dict[str, Any]:
    named: dict[str, Any] = {}
    for key, value in sent.items():
        name = snake(key)
        if name in named:
            raise InvalidInput(f"{name!r} is there twice.", field=f"{where}{name}")
        named[name] = value
    return named


class ChoicesBody(Body):
    choices: dict[str, str | None] = Field(description="By name; null takes one back, what is not named stays")


class Step(Body):
    name: str
    args: dict[str, Any] | list[Any] | None = Field(None, description="By name, or in their order")


class Rule(Body):
    rule: str
    args: dict[str, Any] | list[Any] | None = Field(None, description="By name, or in their order")


class ValueMap(Body):
    pairs: list[list[str]]
    unmapped: Literal["keep", "null", "error", "default"] | None = None


class FieldMappingBody(Body):
    local_field: str
    remote_field: str
    field_type: Literal["text", "number", "date", "boolean", "lookup", "picklist", "lines"] | None = None
    direction: Literal["both", "to_local", "to_remote"] | None = None
    is_required: bool | None = None
    is_readonly: bool | None = None
    default_value: str | bool | int | float | None = None
    transform: list[Step] | str | None = Field(None, description="Steps, or the id of a transform template")
    value_map: ValueMap | None = None
    validation: list[Rule] | None = None


class ConfigBody(Body):
    model_config = _example(
        connectionId="019ab3c0-0000-7000-8000-000000000000",
        entityType="customer",
        remoteModule="Contacts",
        syncDirection="bidirectional",
        autoSync=True,
        syncFrequency=1800,
        conflictResolution="remote_wins",
        fieldMappings=[
            {"localField": "business_name", "remoteField": "Company", "fieldType": "text", "isRequired": True}
        ],
    )

    tenant_id: str | None = None
    connection_id: str
    entity_type: str = Field(description="An entity type, its table or an accepted alias")
    local_table: str | None = None
    remote_module: str | None = None
    sync_direction: Direction | None = None
    auto_sync: bool | None = None
    sync_frequency: Seconds = None
    schedule: ConfigSchedule | None = None
    conflict_resolution: Strategy | None = None
    delete_policy: Policy | None = None
    filter: Any = None
    match_on: list[str] | None = Field(None, description="Local fields that identify a record")
    hub_key_field: str | None = None
    is_active: bool | None = None
    field_mappings: list[FieldMappingBody] | None = Field(
        None, description="Without it the connector's template for that entity is used"
    )


class ConfigChanges(ConfigBody):
    connection_id: str | None = None  # type: ignore[assignment]
    entity_type: str | None = None  # type: ignore[assignment]


class CheckBody(Body):
    field_mappings: list[FieldMappingBody] | None = Field(None, description="Without it the stored ones are looked at")


class PreviewBody(CheckBody):
    record_id: str | None = Field(None, description="A record of the hub; without it one is chosen")


class EffectsBody(Body):
    field_mappings: list[FieldMappingBody]


class LimitBody(Body):
    kind: str = Field(max_length=50, description="per_second, per_minute, per_hour, per_day or concurrent")
    limit: int | None = Field(description="null: what the system itself allows")


class RateLimitsBody(Body):
    connection_id: str | None = None
    rate_limits: list[LimitBody] | None = Field(None, max_length=20)
    kind: str | None = Field(None, max_length=50, description="With `limit`: the short form for one")
    limit: int | None = None


class SyncBody(Body):
    """One of `syncConfigId` and `connectionId`; the latter runs all its active configs as one run."""

    model_config = _example(connectionId="019ab3c0-0000-7000-8000-000000000000", syncType="incremental", dryRun=True)

    tenant_id: str | None = None
    sync_config_id: str | None = None
    connection_id: str | None = None
    sync_direction: Direction | None = None
    sync_type: Literal["full", "incremental", "manual", "webhook"] = "manual"
    triggered_by: str = Field("api", max_length=200)
    dry_run: bool = False
    wait: bool = True


class ResolveBody(Body):
    """`local` and `remote` for fields and deletions, `merge` for fields, `link` and `separate` for a doubtful match."""

    model_config = _example(resolution="merge", fields={"phone": "080 1234 5678"})

    resolution: Literal["local", "remote", "merge", "link", "separate"]
    fields: dict[str, Any] | None = Field(
        None, description="A merge's values by field; those not named keep what is here"
    )
    local_id: str | None = Field(
        None, description="Which candidate it is, for `link`; may be left out when there is one"
    )
    remote_id: str | None = Field(None, description="The conflict's own remote record; anything else is refused")


class PauseBody(Body):
    paused: bool = Field(description="Nothing of this record moves in either direction while it is paused")


class ApproveBody(Body):
    reject: bool = Field(False, description="End the held run instead of letting it go on")


class TemplateBody(Body):
    model_config = _example(name="Tidy", kind="field", definition={"transform": [{"name": "trim"}]})

    tenant_id: str | None = None
    name: str = Name
    kind: Literal["field", "record", "batch"]
    erp_system: System | None = Field(None, description="null: for every system")
    definition: dict[str, Any] = Field(
        description="field: transform, valueMap, validation; record: entityType, remoteModule, fieldMappings; batch: mappings, "
        "a list of records"
    )


class TemplateChanges(TemplateBody):
    name: str | None = None  # type: ignore[assignment]
    kind: Literal["field", "record", "batch"] | None = None  # type: ignore[assignment]
    definition: dict[str, Any] | None = None  # type: ignore[assignment]
    version: int | None = Field(None, description="The version that is to be changed; instead of If-Match")


class RestoreBody(Body):
    version: int


class ImportBody(Body):
    """What an export answered."""

    tenant_id: str | None = None
    format: int
    templates: list[dict[str, Any]]
    replace: bool = Field(False, description="Let them take the place of differing ones of the same name")
