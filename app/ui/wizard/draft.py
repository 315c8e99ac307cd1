"""What was chosen so far, and what of it is stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.ui import states


@dataclass
class Draft:
    """The choices so far. ``offer`` is the system (:class:`app.services.views.SystemView`), ``auth`` what its form was told;
    ``connection_id``: stored already, because a person signed in to it. ``places``: the chosen module of entities that have
    a choice; ``hub_key``: is our own number kept there?"""

    offer: Any = None
    base_url: str = ""
    auth_type: str = "none"
    auth: dict[str, Any] = field(default_factory=dict)
    connection_id: str = ""
    server: Any = None
    books: Any = None
    name: str = ""
    plan: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    hub_key: bool = True
    rule: str = "manual"
    deletions: str = "flag"
    from_date: str | None = None
    choices: dict[str, str] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)

    def choose(self, offer: Any) -> None:
        """Another system: what was chosen for the one before does not hold for it."""
        if self.offer is not None and self.offer.name == offer.name:
            return
        self.offer = offer
        self.auth_type = offer.auth_types[0]
        self.base_url, self.auth, self.choices, self.options = "", {}, {}, {}
        self.server = self.books = self.from_date = None
        self.name = ""
        self.plan = dict.fromkeys(offer.entities, "pull")
        self.places, self.hub_key = {}, True

    @property
    def system(self) -> str:
        return str(self.offer.name)

    @property
    def short(self) -> str:
        """The system in one word."""
        return states.short(self.offer.title)

    @property
    def signs_in(self) -> bool:
        return bool(self.offer.signs_in and self.auth_type == "oauth2")

    @property
    def written(self) -> set[str]:
        """The kinds of record that are written to the other system."""
        return {entity for entity, way in self.plan.items() if way in ("push", "bidirectional")}

    def connection(self) -> dict[str, Any]:
        """What is stored for the trial run: no timetable yet, and marked so that an abandoned one can be found."""
        return {
            **self.reach(),
            "connection_name": self.name.strip() or self.books.name,
            "auth_config": {**self.auth, **self.chosen()},
            "sync_enabled": True,
            "sync_direction": self._direction,
        }

    def changes(self) -> dict[str, Any]:
        """The same for a connection that is stored already: what an earlier trial chose besides goes."""
        options = (one.name for one in self.offer.settings if one.place == "sync")
        gone = dict.fromkeys(("from_date", "choices", *options))
        return {
            "connection_name": self.name.strip() or self.books.name,
            "auth_config": {**gone, **self.chosen()},
            "sync_direction": self._direction,
        }

    def chosen(self) -> dict[str, Any]:
        """The part of ``authConfig`` that the pages after the form bring."""
        auth: dict[str, Any] = {**self.books.settings, "setup": "unfinished"}
        if "company_guid" not in auth and self.books.identity:
            auth["books_id"] = self.books.identity
        if self.from_date:
            auth["from_date"] = self.from_date
        if self.choices and self.written:
            auth["choices"] = dict(self.choices)
        auth |= self.options
        return auth

    @property
    def _direction(self) -> str:
        return "bidirectional" if any(way not in ("pull", "off") for way in self.plan.values()) else "pull"

    def reach(self) -> dict[str, Any]:
        """What is needed to ask for the books, before any are chosen."""
        return {
            "erp_system": self.system,
            "connection_name": self.offer.title,
            "auth_type": self.auth_type,
            "auth_config": dict(self.auth),
            "base_url": self.base_url,
        }

    def to_sign_in(self) -> dict[str, Any]:
        """What is stored before a person signs in."""
        reach = self.reach()
        return {**reach, "auth_config": {**reach["auth_config"], "setup": "unfinished"}}

    def configs(self) -> list[dict[str, Any]]:
        keyed = {"hub_key_field": self.offer.hub_key} if self.hub_key and self.written and self.offer.hub_key else {}
        return [
            {
                **({"remote_module": self.places[entity]} if entity in self.places else {}),
                **keyed,
                "entity_type": entity,
                "sync_direction": way,
                "conflict_resolution": self.rule,
                "delete_policy": self.deletions,
                "auto_sync": False,
            }
            for entity, way in self.plan.items()
            if way != "off"
        ]
