"""A short, fixed share of the proof; ``python3 dev.py chaos --minutes N`` goes on from there."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from tests.chaos.killer import one_history
from tests.chaos.machine import run_machine
from tests.chaos.rotation import rotate
from tests.chaos.sweep import QUICKBOOKS_WORLDS, SAP_WORLDS, WORLDS, ZOHO_WORLDS, Found, Sweep, Tally, setup_of


def _swept(rig: Sweep, seeds: range, trials: int, worlds: Sequence[str] = WORLDS) -> list[str]:
    """The first findings of the first so many trials."""
    found: list[str] = []
    for seed in seeds:
        answers = itertools.islice(rig.trials(setup_of(seed, worlds), seed), trials // len(seeds))
        found += [str(answer) for answer in answers if isinstance(answer, Found)]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("first", [0, 100, 200, 300])
def test_dying_anywhere_breaks_no_promise(first: int) -> None:
    rig = Sweep()
    try:
        assert _swept(rig, range(first, first + 4), 32) == []
    finally:
        rig.close()
    assert rig.tally.crashes > 20


@pytest.mark.database("postgresql")
def test_dying_anywhere_on_postgresql_breaks_no_promise(database_url: str) -> None:
    rig = Sweep(url=database_url)
    try:
        assert _swept(rig, range(400, 402), 6) == []
    finally:
        rig.close()


@pytest.mark.parametrize("worlds", [ZOHO_WORLDS, QUICKBOOKS_WORLDS, SAP_WORLDS], ids=["zoho", "quickbooks", "sap"])
def test_dying_anywhere_with_a_cloud_system_breaks_no_promise(worlds: Sequence[str]) -> None:
    rig = Sweep()
    try:
        assert _swept(rig, range(1, 3), 10, worlds) == []
    finally:
        rig.close()
    assert rig.tally.crashes > 5


def test_a_login_that_changes_with_each_renewal_is_never_lost() -> None:
    result = rotate(40)
    assert result.broken == []
    assert result.kills.total() > 1


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_people_do_breaks_no_promise(seed: int) -> None:
    assert run_machine(seed, 8, shrink=False).examples >= 8


@pytest.mark.parametrize("seed", [0, 8])  # with fake ERPs; with a Zoho, a QuickBooks and an SAP
def test_killed_processes_break_no_promise(seed: int) -> None:
    tally = Tally()
    assert one_history(seed, tally, syncs=6) == []
    assert tally.runs == 6
