"""What the search for Tally finds, as the front doors show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.services.views import FoundBooks, FoundServer

_STATES = {"tally": "ready", "silent": "silent", "other": "other", "unreachable": "unreachable"}


class Found(Protocol):
    """An address as the connector's search tells of it. ``kind``: tally, silent, refused, unreachable or other."""

    @property
    def base_url(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def hint(self) -> str: ...
    @property
    def release(self) -> str | None: ...
    @property
    def licence(self) -> str | None: ...
    @property
    def companies(self) -> Sequence[str]: ...


def server_of(found: Found) -> FoundServer:
    """The companies have names alone: their books are asked for when one is chosen."""
    state = _STATES.get(found.kind, "refused")
    if state == "ready" and not found.companies:
        state = "no_company"
    return FoundServer(
        base_url=found.base_url,
        state=state,
        message=f"{found.message} {found.hint}".strip(),
        version=found.release,
        licence=found.licence,
        educational=(found.licence or "").casefold() == "educational",
        companies=tuple(FoundBooks(name, "", None, None, None, None) for name in found.companies),
    )
