"""The contract every connector keeps to, for Tally."""

from __future__ import annotations

import pytest

from tests.connectors.contract import ConnectorContract, WritingContract
from tests.connectors.tally_rig import TallyRig


class TestTally(ConnectorContract, WritingContract):
    @pytest.fixture
    def rig(self, tally: TallyRig) -> TallyRig:  # type: ignore[override]
        return tally
