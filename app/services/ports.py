"""What the facade needs of the layers above and beside it: filled in by the composition root."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from app.model.cancel import CancelToken
from app.services.views import FoundServer


class SchedulerPort(Protocol):
    """Automatic syncs, as the front doors see them."""

    def next_runs(self) -> tuple[Mapping[str, Any], ...]:
        """``{connection_id, connection_name, at, reason}``, the soonest first; ``at`` is a stamp, ``reason`` says in words why it
        is not sooner."""

    def pause_all(self, until: str | None) -> None:
        """No run of its own accord before ``until`` (a stamp; ``None``: until :meth:`resume_all`)."""

    def resume_all(self) -> None: ...

    def paused_until(self) -> str | None: ...


class NoScheduler:
    """A start without automatic syncs (``sync``, ``doctor``)."""

    def next_runs(self) -> tuple[Mapping[str, Any], ...]:
        return ()

    def pause_all(self, until: str | None) -> None:
        """Nothing runs of its own accord."""

    def resume_all(self) -> None:
        """Nothing runs of its own accord."""

    def paused_until(self) -> str | None:
        return None


Discover = Callable[
    [Sequence[str] | None, CancelToken, Callable[[int, int, str], None], Callable[[FoundServer], None]],
    list[FoundServer],
]
