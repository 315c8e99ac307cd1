"""What callers send. camelCase and snake_case keys are both taken; unknown keys are ignored."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

Direction = Literal["push", "pull", "bidirectional"]
Strategy = Literal["local_wins", "remote_wins", "newest_wins", "manual"]
Policy = Literal["ignore", "flag", "propagate"]
System = Literal["tally", "zoho", "quickbooks", "sap", "custom"]
Status = Literal["active", "inactive", "error", "expired"]
Seconds = int | None
Name = Field(max_length=500)


class Body(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, validate_by_alias=True, strict=True)

    def sent(self) -> dict[str, Any]:
        """Only what was sent, under snake_case names."""
        return self.model_dump(exclude_unset=True)


class ConnectionBody(Body):
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
    sync_direction: Direction | None = None


class ConnectionChanges(ConnectionBody):
    erp_system: System | None = None  # type: ignore[assignment]
    connection_name: str | None = None  # type: ignore[assignment]


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
    tenant_id: str | None = None
    connection_id: str
    entity_type: str = Field(description="An entity type, its table or an accepted alias")
    local_table: str | None = None
    remote_module: str | None = None
    sync_direction: Direction | None = None
    auto_sync: bool | None = None
    sync_frequency: Seconds = None
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


class SyncBody(Body):
    """One of ``syncConfigId`` and ``connectionId``; the latter runs all its active configs as one run."""

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
