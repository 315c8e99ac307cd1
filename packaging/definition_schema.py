"""Writes the published schema of custom definitions anew: ``python packaging/definition_schema.py``."""

from __future__ import annotations

from pathlib import Path

from app.connectors.custom.published import schema

TARGET = Path(__file__).resolve().parents[1] / "resources" / "custom" / "definition.schema.json"

if __name__ == "__main__":
    TARGET.write_text(schema(), encoding="utf-8")
