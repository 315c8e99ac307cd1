"""The contract every connector keeps to, for SAP Business One: with and without a field of its own for our id, and in the older
dialect."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.connectors.contract import ConnectorContract, WritingContract
from tests.connectors.sap_rig import SapRig, furnish, give_room
from tests.simulators.sap import SimulatedSap


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
    @pytest.fixture
    def rig(self, tmp_path: Path) -> Iterator[SapRig]:  # type: ignore[override]
        with SimulatedSap() as sim:
            furnish(sim)
            rig = SapRig(sim, tmp_path, v1=True)
            yield rig
            rig.close()
