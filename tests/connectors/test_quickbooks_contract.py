"""The contract every connector keeps to, for QuickBooks Online."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.connectors.contract import ConnectorContract, WritingContract
from tests.connectors.quickbooks_rig import QuickbooksRig, furnish
from tests.simulators.quickbooks import SimulatedQuickbooks


class TestQuickbooks(ConnectorContract, WritingContract):
    @pytest.fixture
    def rig(self, tmp_path: Path) -> Iterator[QuickbooksRig]:  # type: ignore[override]
        with SimulatedQuickbooks(limits=False) as sim:
            furnish(sim)
            rig = QuickbooksRig(sim, tmp_path)
            yield rig
            rig.close()
            assert not sim.violations
