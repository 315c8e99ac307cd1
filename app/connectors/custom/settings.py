"""The definition that a connection holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from app.connectors.base import ConnectionSettings
from app.connectors.custom.definition import Definition
from app.connectors.custom.loading import load
from app.connectors.definitions import BadDefinition
from app.model.errors import Misconfigured


def text_of(auth: Mapping[str, Any]) -> str:
    """A definition may be given as a text, or as an object."""
    given = auth.get("definition")
    return given if isinstance(given, str) else "" if given is None else json.dumps(given, indent=2, ensure_ascii=False)


def definition_of(settings: ConnectionSettings) -> Definition:
    """Raises :class:`Misconfigured`: a wrong one never gets as far as a call."""
    try:
        return load(text_of(settings.auth))
    except BadDefinition as error:
        raise Misconfigured(
            f"The definition of this connection can't be used. {error.message}", hint=error.hint, code="bad_definition"
        ) from None
