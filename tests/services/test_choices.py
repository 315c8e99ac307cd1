"""What is chosen once before documents can be written: offered by the connector, checked, kept with the connection."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from app import bootstrap
from app.connectors.base import Choice, ConnectionSettings, ConnectorKind, ConnectorPorts
from app.model.cancel import CancelToken
from app.model.errors import InvalidInput, NotFound
from app.model.events import Changed
from tests.sync.fake_erp import SPEC, FakeConnector, FakeErp


class Choosing(FakeConnector):
    """Offers two ledgers for sales and one for freight."""

    def __init__(self, erp: FakeErp, settings: ConnectionSettings, ports: ConnectorPorts) -> None:
        super().__init__(erp, settings, ports)
        self._chosen = settings.auth.get("choices") or {}

    def choices(self, cancel: CancelToken) -> list[Choice]:
        cancel.check()
        sales = (("Sales 18%", 40), ("Sales", 2))
        return [
            Choice("sales", "Sales ledger", sales, "Sales 18%", self._chosen.get("sales"), ("invoice",)),
            Choice("freight", "Freight ledger", (("Freight", 1),), None, self._chosen.get("freight")),
        ]


DRAFT = {
    "erp_system": "custom",
    "connection_name": "Chooser",
    "auth_config": {"note": "kept"},
    "base_url": "https://erp.example",
}


@pytest.fixture
def connection_id(app: bootstrap.App) -> Iterator[str]:
    app.parts.registry.add(ConnectorKind(SPEC, lambda settings, ports: Choosing(FakeErp(), settings, ports)))
    made = app.services.connections.create(DRAFT).id
    yield made
    app.services.connections.delete(made)


def kept(app: bootstrap.App, connection_id: str) -> Any:
    return app.services.connections.get(connection_id).auth.get("choices")


def test_a_suggestion_is_not_a_choice(app: bootstrap.App, connection_id: str) -> None:
    first, second = app.services.connections.choices(connection_id)
    assert (first.suggested, first.chosen, second.chosen) == ("Sales 18%", None, None)
    assert kept(app, connection_id) is None


def test_kept_by_name_and_taken_back(app: bootstrap.App, connection_id: str) -> None:
    connections = app.services.connections
    told: list[Changed] = []
    stop = app.bus.subscribe(lambda event: told.append(event) if isinstance(event, Changed) else None)
    answered = connections.set_choices(connection_id, {"sales": "Sales"})
    stop()
    assert [one.chosen for one in answered] == ["Sales", None]
    assert any("connections" in event.kinds for event in told)
    connections.set_choices(connection_id, {"freight": "Freight"})
    assert kept(app, connection_id) == {"sales": "Sales", "freight": "Freight"}
    assert [one.chosen for one in connections.choices(connection_id)] == ["Sales", "Freight"]
    connections.update(connection_id, {"connection_name": "Chooser 2", "auth_config": {"note": "other"}})
    assert kept(app, connection_id) == {"sales": "Sales", "freight": "Freight"}
    connections.set_choices(connection_id, {"sales": None, "freight": None})
    assert kept(app, connection_id) is None
    assert connections.get(connection_id).auth == {"note": "other"}


@pytest.mark.parametrize("wrong", [{"sale": "Sales"}, {"sales": "Sails"}, {"freight": "Freight", "sales": "Sails"}])
def test_what_is_not_offered_is_refused_whole(app: bootstrap.App, connection_id: str, wrong: dict[str, str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        app.services.connections.set_choices(connection_id, wrong)
    assert (caught.value.field or "").startswith("choices.")
    assert kept(app, connection_id) is None


def test_of_settings_that_are_not_stored(app: bootstrap.App, connection_id: str) -> None:
    draft = {**DRAFT, "auth_config": {"choices": {"sales": "Sales"}}}
    assert [one.chosen for one in app.services.connections.draft_choices(draft)] == ["Sales", None]


def test_of_no_connection(app: bootstrap.App) -> None:
    with pytest.raises(NotFound):
        app.services.connections.choices("0" * 36)
