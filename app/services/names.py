"""Names in two spellings: bodies come with camelCase or snake_case keys, we work with snake_case."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def snake(name: str) -> str:
    """``clientSecret`` → ``client_secret``; a snake_case name stays as it is."""
    return _HUMP.sub("_", name).lower()


def camel(name: str) -> str:
    """``client_secret`` → ``clientSecret``."""
    head, *rest = name.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in rest)


def snake_keys(mapping: Mapping[str, Any]) -> dict[str, Any]:
    """The same mapping with snake_case keys; what is inside the values stays."""
    return {snake(key): value for key, value in mapping.items()}
