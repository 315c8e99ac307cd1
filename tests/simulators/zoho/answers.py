"""Requests and answers as the parts of the simulator pass them on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from tests.simulators.zoho.problems import Refused, error

JSON = "application/json;charset=utf-8"


@dataclass(frozen=True)
class Request:
    """``query`` has each name once; header names are small letters."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes = b""

    def json(self) -> dict[str, Any]:
        """Raises the answer for a body that isn't an object."""
        try:
            found = orjson.loads(self.body)
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise Refused(400, error("INVALID_DATA", "invalid data", {"expected_data_type": "jsonobject"}))
        return found


@dataclass
class Answer:
    """``body`` is JSON unless it is bytes already."""

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = JSON

    def content(self) -> bytes:
        if self.body is None:
            return b""
        return self.body if isinstance(self.body, bytes) else orjson.dumps(self.body)
