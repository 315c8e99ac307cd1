"""A version of the program that can't connect to one of the systems yet, whichever connectors this one has."""

from __future__ import annotations

import pytest

from app.connectors.base import Registry


def take_out(patch: pytest.MonkeyPatch, registry: Registry, system: str) -> None:
    """``registry`` has no connector of ``system`` while ``patch`` lasts."""
    patch.delitem(registry._kinds, system, raising=False)
