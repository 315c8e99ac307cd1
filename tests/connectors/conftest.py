"""A small company behind a simulated Tally."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.simulator import SimulatedTally
from tests.connectors.tally_rig import TallyRig, company


@pytest.fixture
def tally(tmp_path: Path) -> Iterator[TallyRig]:
    with SimulatedTally([company()]) as sim:
        yield TallyRig(sim, tmp_path / "locks")
