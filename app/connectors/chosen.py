"""What is chosen once per connection from what the books have (accounts, tax codes): by a name that a person knows, sent as the id
that the ERP wants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.connectors.base import Choice, ConnectionSettings
from app.model.cancel import CancelToken
from app.model.errors import Rejected


@dataclass(frozen=True)
class Asked:
    """One choice: ``needed_for`` are the entities that can't be written without it."""

    title: str
    help: str
    needed_for: tuple[str, ...] = ()


class Chosen:
    """``asked`` by name, in the order of asking. ``options`` answers the ids by the names that a person may choose from; it is
    called once for each name."""

    def __init__(
        self,
        system: str,
        settings: ConnectionSettings,
        asked: Mapping[str, Asked],
        options: Callable[[str, CancelToken], dict[str, str]],
    ) -> None:
        made = settings.auth.get("choices")
        self._system = system
        self._made: Mapping[str, Any] = made if isinstance(made, Mapping) else {}
        self._asked = asked
        self._ask = options
        self._known: dict[str, dict[str, str]] = {}

    def offer(self, cancel: CancelToken) -> list[Choice]:
        return [
            Choice(
                name,
                asked.title,
                tuple((option, 0) for option in self.options(name, cancel)),
                suggested=self._only(name, cancel),
                chosen=str(self._made[name]) if self._made.get(name) else None,
                needed_for=self.needed_for(name, cancel),
                help=asked.help,
            )
            for name, asked in self._asked.items()
        ]

    def needed_for(self, name: str, cancel: CancelToken) -> tuple[str, ...]:
        """The entities that can't be written without it, where that depends on what there is to choose from."""
        return self._asked[name].needed_for

    def ident(self, name: str, cancel: CancelToken, *, needed: bool = False) -> str | None:
        """The id of what was chosen. Raises :class:`Rejected` when it is gone, or ``needed`` and not chosen."""
        wanted, title = self._made.get(name), self._asked[name].title
        if not wanted:
            if needed:
                raise Rejected(
                    f"“{title}” is not chosen yet, and {self._system} wants one. Nothing of this record was sent.",
                    field=name,
                    hint="Choose it in the connection's sync settings; it is sent with the next sync.",
                )
            return None
        found = self.options(name, cancel).get(str(wanted))
        if found is None:
            raise Rejected(
                f"“{wanted}” is no longer in {self._system}, and it was chosen as “{title}”. Nothing of this record was sent.",
                field=name,
                hint="Choose another one in the connection's sync settings.",
            )
        return found

    def _only(self, name: str, cancel: CancelToken) -> str | None:
        options = list(self.options(name, cancel))
        return options[0] if len(options) == 1 else None

    def options(self, name: str, cancel: CancelToken) -> dict[str, str]:
        """The ids by name, the likeliest first."""
        if name not in self._known:
            self._known[name] = self._ask(name, cancel)
        return self._known[name]
