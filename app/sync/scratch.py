"""What a connector remembers during a dry run: seen by that run alone."""

from __future__ import annotations

from typing import Any

from app.connectors.base import ConnectorState


class ScratchState:
    """A :class:`ConnectorState` over another one, which it reads and never changes. A connector notes what it has told the
    hub (which bills are open, say); in a dry run the hub has heard nothing, and the next run must be told again."""

    def __init__(self, kept: ConnectorState) -> None:
        self._kept = kept
        self._own: dict[str, Any] = {}

    def load(self, name: str) -> Any | None:
        return self._own[name] if name in self._own else self._kept.load(name)

    def save(self, name: str, value: Any) -> None:
        self._own[name] = value
