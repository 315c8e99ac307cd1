"""What callers get of transform templates."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from app.listener.answers import Answer, Listed, Shape, Stamp
from app.services.template import views

Kind = Literal["field", "record", "batch"]
Definition = dict[str, Any]
_DEFINITION = Field(
    description="field: transform, valueMap, validation; record: entityType, remoteModule, fieldMappings; batch: mappings, a "
    "list of records"
)


class TransformTemplate(Shape):
    id: str
    tenant_id: str
    name: str
    kind: Kind
    erp_system: str | None = Field(description="null: for every system")
    definition: Definition = _DEFINITION
    version: int
    uses: int = Field(description="Links that refer to a field template now; how often another was applied")
    created_at: Stamp
    updated_at: Stamp

    @classmethod
    def of(cls, view: views.TemplateView) -> TransformTemplate:
        return cls(**{**vars(view), "erp_system": view.system})


class TemplateAnswer(Answer):
    transform_template: TransformTemplate


class TemplatesAnswer(Listed):
    transform_templates: list[TransformTemplate]


class TemplateVersion(Shape):
    """What the template was, or is, from `at` on."""

    version: int
    name: str
    definition: Definition = _DEFINITION
    at: Stamp


class TemplateVersionsAnswer(Answer):
    versions: list[TemplateVersion]


class TemplateUse(Shape):
    """A link that refers to the template; `field` is the hub's."""

    connection_id: str
    connection_name: str
    config_id: str
    entity_type: str
    field: str


class TemplateUsesAnswer(Answer):
    used_by: list[TemplateUse]


class ExportedTemplate(Shape):
    name: str
    kind: Kind
    erp_system: str | None
    definition: Definition = _DEFINITION


class ExportAnswer(Answer):
    """As it is, this is a body for `import`."""

    format: int
    templates: list[ExportedTemplate]


class RenamedTemplate(Shape):
    name: str = Field(description="In the export")
    added_as: str


class Imported(Shape):
    """By name. `same` were there already; `renamed` differ from the one that has their name here."""

    added: list[str]
    same: list[str]
    renamed: list[RenamedTemplate]
    replaced: list[str]

    @classmethod
    def of(cls, report: views.ImportReport) -> Imported:
        renamed = [RenamedTemplate(name=name, added_as=here) for name, here in report.renamed]
        return cls(**{**vars(report), "renamed": renamed})


class ImportAnswer(Answer):
    imported: Imported
