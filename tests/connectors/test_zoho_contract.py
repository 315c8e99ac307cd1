"""The contract every connector keeps to, for Zoho CRM: with a field for our id in every module, and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.connectors.contract import ConnectorContract, WritingContract
from tests.connectors.zoho_rig import ZohoRig, furnish
from tests.simulators.zoho import SimulatedZoho


class TestZoho(ConnectorContract, WritingContract):
    @pytest.fixture(params=[True, False], ids=["keyed", "unkeyed"])
    def rig(self, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[ZohoRig]:  # type: ignore[override]
        with SimulatedZoho() as sim:
            rig = ZohoRig(sim, tmp_path, keyed=request.param)
            furnish(sim)
            yield rig
            rig.close()
            assert not sim.violations
