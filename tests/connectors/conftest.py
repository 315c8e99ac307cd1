"""A small company behind a simulated Tally."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.simulator import SimulatedTally
from tests.connectors.tally_rig import TallyRig, company
from tests.connectors.voucher_desk import Desk


@pytest.fixture
def tally(tmp_path: Path) -> Iterator[TallyRig]:
    with SimulatedTally([company()]) as sim:
        yield TallyRig(sim, tmp_path / "locks")


@pytest.fixture
def desk(tally: TallyRig) -> Desk:
    """A hub's documents on their way into that company, all choices made."""
    return Desk.at(tally)
