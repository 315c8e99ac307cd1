"""The schema of definitions for editors and other programs (JSON Schema 2020-12). It says what the shape must be; what one part
asks of another is looked at when a definition is loaded."""

from __future__ import annotations

import json

from app.connectors.custom.definition import Definition


def schema() -> str:
    """The text of ``resources/custom/definition.schema.json``."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Definition.model_json_schema(by_alias=True)}
    return json.dumps(made, indent=2, ensure_ascii=False).replace("``", "`") + "\n"
