"""The contract every connector keeps to, for SAP Business One: with and without a field of its own for our id, and in the older
dialect."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.connectors.sap.connector import SapConnector
from app.connectors.sap.records import NUMBER
from app.model.records import RemoteFields
from tests.connectors.contract import ConnectorContract, WritingContract
from tests.connectors.sap_rig import SapRig, furnish, give_room
from tests.simulators.sap import SimulatedSap


def _unnumbered(fields: RemoteFields) -> RemoteFields:
    return {name: value for name, value in fields.items() if name != NUMBER}


class TestSap(ConnectorContract, WritingContract):
    @pytest.fixture
    def rig(self, tmp_path: Path) -> Iterator[SapRig]:  # type: ignore[override]
        with SimulatedSap() as sim:
            furnish(sim)
            give_room(sim)
            rig = SapRig(sim, tmp_path, hub_key="U_HubId")
            yield rig
            rig.close()


class TestWithoutOurField(WritingContract):
    """SAP numbers its documents itself, and nothing tells one of ours: what reads otherwise is their number."""

    @pytest.fixture(autouse=True)
    def numbered_by_sap(self, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
        if "reads_as_sent" in request.node.name:
            shown = SapConnector.as_shown
            monkeypatch.setattr(SapConnector, "as_shown", lambda *given: _unnumbered(shown(*given)))

    @pytest.fixture
    def rig(self, tmp_path: Path) -> Iterator[SapRig]:  # type: ignore[override]
        with SimulatedSap() as sim:
            furnish(sim)
            rig = SapRig(sim, tmp_path, v1=True)
            yield rig
            rig.close()
