"""A field link as it is stored, and the paths it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.model.values import FieldType

#: The answer of a getter for a path that the record does not have: not read, which is not the same as empty.
ABSENT: Any = type("Absent", (), {"__repr__": lambda self: "ABSENT", "__bool__": lambda self: False})()

_PATH = re.compile(r"^[^.\[\]\s][^.\[\]]*(\[\])?(\.[^.\[\]]+(\[\])?)*$")


@dataclass(frozen=True)
class FieldMapping:
    """One link of a config (contract: Inside a field mapping). ``local`` of a group's child is ``lines[].product``.
    ``transform`` is written in the direction of the link, that of a link both ways towards the hub (:mod:`app.mapping.chains`);
    the value table stands at the ERP's end of it."""

    local: str
    remote: str
    type: FieldType = FieldType.TEXT
    direction: str = "both"  # both, to_local, to_remote
    required: bool = False
    readonly: bool = False
    default: Any = None
    transform: tuple[Mapping[str, Any], ...] = ()
    value_map: tuple[tuple[str, str], ...] = ()
    unmapped: str = "keep"  # keep, null, error, default
    validation: tuple[Mapping[str, Any], ...] = ()

    @property
    def group(self) -> str | None:
        """``lines`` for ``lines[].product``."""
        head, found, _ = self.local.partition("[].")
        return head if found else None

    @property
    def comes_in(self) -> bool:
        return self.direction != "to_remote"


def is_path(text: str) -> bool:
    """Is this a remote path (``PrimaryEmailAddr.Address``, ``LEDMAILINGDETAILS[].PINCODE``)?"""
    return bool(_PATH.match(text))


def top_field(path: str) -> str:
    """The first name of a path: what a connector must read."""
    return path.split(".", 1)[0].removesuffix("[]")


def getter(path: str) -> Callable[[Mapping[str, Any]], Any]:
    """A function from a record's fields to the value at ``path``, or :data:`ABSENT`.

    ``[]`` in the path of a single field takes the list's first element (connectors put the one in force first).
    """
    steps = [(step.removesuffix("[]"), step.endswith("[]")) for step in path.split(".")]
    if len(steps) == 1 and not steps[0][1]:
        name = steps[0][0]
        return lambda fields: fields.get(name, ABSENT)

    def get(fields: Mapping[str, Any]) -> Any:
        value: Any = fields
        for name, first in steps:
            if (value.__class__ is not dict and not isinstance(value, Mapping)) or name not in value:
                return ABSENT
            value = value[name]
            if first and isinstance(value, list):
                if not value:
                    return None
                value = value[0]
            if value is None:
                return None
        return value

    return get
