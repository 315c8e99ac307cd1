"""The contract every connector keeps to, for the example definitions and a simulated REST ERP in their styles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.connectors.contract import ConnectorContract, WritingContract
from tests.connectors.custom_rig import RestRig, stock
from tests.simulators.custom import RestErp


class TestShelf(ConnectorContract, WritingContract):
    @pytest.fixture
    def rig(self, tmp_path: Path) -> Iterator[RestRig]:  # type: ignore[override]
        with RestErp("shelf", "customers", "products") as erp:
            stock(erp)
            rig = RestRig(erp, tmp_path)
            yield rig
            rig.close()


class TestCloud(ConnectorContract, WritingContract):
    @pytest.fixture
    def rig(self, tmp_path: Path) -> Iterator[RestRig]:  # type: ignore[override]
        with RestErp("cloud", "customers") as erp:
            stock(erp)
            rig = RestRig(erp, tmp_path)
            yield rig
            rig.close()
