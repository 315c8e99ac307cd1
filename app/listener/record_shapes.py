"""How the hub's records are documented: a schema for each entity type, made from its fields."""

from __future__ import annotations

from typing import Any

from fastapi.openapi.models import Example

from app.model.entities import ENTITIES, EntitySpec, FieldSpec
from app.model.values import FieldType

Schema = dict[str, Any]

#: What may stand for an entity type in an address.
NAMES = [name for spec in ENTITIES.values() for name in dict.fromkeys((spec.name, spec.table, *spec.aliases))]

EXAMPLES: dict[str, Example] = {
    "customer": {"value": {"business_name": "Acme & Sons", "gstin": "29ABCDE1234F1Z5", "credit_limit": "50000.00"}},
    "invoice": {
        "value": {
            "number": "INV-17",
            "date": "2026-08-01",
            "customer": "Acme & Sons",
            "lines": [{"product": "Blue pen", "quantity": "10", "rate": "12.50", "amount": "125.00"}],
            "total": "125.00",
        }
    },
    "one field": {"value": {"phone": "080 1234 5678"}},
}
_STAMP: Schema = {"type": "string", "description": "UTC"}
_HEAD: Schema = {
    "id": {"type": "string"},
    "version": {"type": "integer", "description": "1 more with each change"},
    "created_at": _STAMP,
    "updated_at": _STAMP,
    "deleted_at": {"type": ["string", "null"], "description": "UTC"},
    "source": {"type": "string", "description": "Who wrote it last"},
    "custom": {"type": "object", "additionalProperties": True, "description": "Fields that a site adds"},
}
_LOOKUP = {
    "type": "object",
    "properties": {"id": {"type": "string"}, "label": {"type": ["string", "null"]}},
    "required": ["id", "label"],
}


def add_to(document: Schema) -> None:
    """Say in an OpenAPI document what stands in a record, in answers and in bodies."""
    schemas = document["components"]["schemas"]
    read, written = [], []
    for spec in ENTITIES.values():
        name = spec.title.replace(" ", "")
        schemas[name], schemas[f"{name}Fields"] = _read(spec), _written(spec)
        read.append({"$ref": f"#/components/schemas/{name}"})
        written.append({"$ref": f"#/components/schemas/{name}Fields"})
    schemas["RecordAnswer"]["properties"]["record"] = {"anyOf": read}
    schemas["RecordsAnswer"]["properties"]["records"] = {"type": "array", "items": {"anyOf": read}}
    for path, method in (("", "post"), ("/{record_id}", "put")):
        body = document["paths"][f"/api/erp/records/{{entity_type}}{path}"][method]["requestBody"]
        body["content"]["application/json"]["schema"] = {"anyOf": written}


def _read(spec: EntitySpec) -> Schema:
    fields = {field.name: _shown(field) for field in spec.fields}
    return {
        "type": "object",
        "title": spec.title,
        "properties": {**fields, **_HEAD},
        "required": [*fields, *_HEAD],
        "additionalProperties": False,
    }


def _shown(field: FieldSpec) -> Schema:
    """As it is read: decimals are texts, null where there is nothing."""
    if field.type is FieldType.LINES:
        children = {"line_no": {"type": "integer"}} | {child.name: _shown(child) for child in field.children}
        return {"type": "array", "items": {"type": "object", "properties": children, "required": list(children)}}
    if field.type is FieldType.LOOKUP:
        return {"anyOf": [_LOOKUP, {"type": "null"}]}
    if field.type is FieldType.BOOLEAN:
        return {"type": ["boolean", "null"]}
    shown: Schema = {"type": ["string", "null"]}
    if field.type is FieldType.NUMBER:
        shown["description"] = "A decimal, such as 1234.50"
    if field.type is FieldType.DATE:
        shown["description"] = "A date, such as 2026-08-01"
    return shown | ({"description": "Comes from the books"} if field.readonly else {})


def _written(spec: EntitySpec) -> Schema:
    """As it may be sent. Which fields are needed depends on the call: none of them for a change."""
    needed = ", ".join(field.name for field in spec.fields if field.required)
    fields = {field.name: _taken(field) for field in spec.fields if not field.readonly}
    custom = {"custom": {"type": ["object", "null"], "additionalProperties": True}}
    return {
        "type": "object",
        "title": f"{spec.title} fields",
        "description": f"A new one needs {needed}.",
        "properties": {**fields, **custom, "tenant_id": {"type": ["string", "null"]}},
        "additionalProperties": False,
    }


def _taken(field: FieldSpec) -> Schema:
    if field.type is FieldType.LINES:
        children = {child.name: _taken(child) for child in field.children}
        line = {"type": "object", "properties": children, "additionalProperties": False}
        return {"type": ["array", "null"], "items": line}
    if field.type is FieldType.LOOKUP:
        return {"anyOf": [{"type": ["string", "null"], "description": "An id or a label"}, _LOOKUP]}
    if field.type is FieldType.BOOLEAN:
        return {"type": ["boolean", "null"]}
    if field.type is FieldType.NUMBER:
        return {"type": ["string", "number", "null"], "description": "A decimal, such as 1234.50"}
    if field.choices:
        return {"enum": [*field.choices, None]}
    return {"type": ["string", "null"]} | ({"format": "date"} if field.type is FieldType.DATE else {})
