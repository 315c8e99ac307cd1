"""What is sent to the API."""

from __future__ import annotations

from typing import Any

import orjson

from tests.simulators.web import Request
from tests.simulators.zoho.problems import Refused, error


def body_of(request: Request) -> dict[str, Any]:
    """Raises the answer for a body that isn't an object."""
    try:
        found = orjson.loads(request.body)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Refused(400, error("INVALID_DATA", "invalid data", {"expected_data_type": "jsonobject"}))
    return found
