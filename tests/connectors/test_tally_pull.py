"""Whole pulls of a simulated company, every value beside what its books say."""

from __future__ import annotations

from app.connectors.base import PullMode
from tests.connectors.tally_rig import TallyRig


def test_full_pull_is_the_books_to_the_paisa(tally: TallyRig) -> None:
    tally.hub.pull(tally.open(), tally.modules, PullMode.FULL)
    assert tally.differences() == []
    assert tally.hub.problems == []
    assert tally.sim.max_in_flight == 1
