"""The same world under a Hypothesis state machine: it chooses what people, syncs and bad luck do, and shrinks what breaks."""

from __future__ import annotations

import time
from collections.abc import Mapping
from random import Random
from typing import Any

from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.chaos.erps import CHARACTERS, Character
from tests.chaos.people import Admin, Interruptions, People
from tests.chaos.promises import whole
from tests.chaos.rest import dry, quiet, settle
from tests.chaos.sweep import POLICIES, STRATEGIES, WORLDS, Sweep, Tally
from tests.chaos.world import HUB, Setup, World

_DICE = st.integers(0, 1_000_000)
_SITES = st.integers(0, 3)


class ChaosMachine(RuleBasedStateMachine):
    """``rig`` is set by whoever runs it: one hub for all examples."""

    rig: Sweep
    world: World

    @initialize(
        erps=st.sampled_from(WORLDS),
        strategy=st.sampled_from(STRATEGIES),
        policy=st.sampled_from(POLICIES),
        documents=st.booleans(),
    )
    def begin(self, erps: str, strategy: str, policy: str, documents: bool) -> None:
        entities = ("customer", "invoice", "payment") if documents else ("customer",)
        self.world = self.rig.world(Setup(erps, strategy, policy, entities))
        self.broken: list[str] = []
        self.rig.tally.examples += 1

    def _site(self, number: int) -> str:
        return self.world.sites[number % len(self.world.sites)]

    def _erp(self, number: int) -> str:
        names = list(self.world.erps)
        return names[number % len(names)]

    @rule(site=_SITES, dice=_DICE)
    def create(self, site: int, dice: int) -> None:
        People(self.world, Random(dice)).create(self._site(site))

    @rule(site=_SITES, dice=_DICE)
    def edit(self, site: int, dice: int) -> None:
        People(self.world, Random(dice)).edit(self._site(site))

    @rule(site=_SITES, dice=_DICE, how=st.sampled_from(("delete", "clear", "hide", "poison")))
    def do(self, site: int, dice: int, how: str) -> None:
        getattr(People(self.world, Random(dice)), how)(self._site(site))

    @rule(site=_SITES, mode=st.sampled_from(("manual", "manual", "full", "check")))
    def sync(self, site: int, mode: str) -> None:
        given: dict[str, Any] = {"check": True} if mode == "check" else {"sync_type": mode}
        self.world.sync(self._erp(site), **given)
        self.world.calm()

    @rule(site=_SITES, at=st.integers(1, 40))
    def die(self, site: int, at: int) -> None:
        self.rig.die_at(self.world, at)
        if self.world.sync(self._erp(site)) is None:
            self.rig.tally.crashes += 1
            self.broken += whole(self.world)
        self.world.calm()

    @rule(site=_SITES, fault=st.sampled_from(("before", "after", "late", "limited", "refused")), skip=st.integers(0, 2))
    def fault(self, site: int, fault: str, skip: int) -> None:
        """The next syncs of an ERP have a bad moment."""
        self.rig.tally.faults += 1
        self.world.erps[self._erp(site)].faults["write"].extend([*[""] * skip, fault])

    @rule(site=_SITES, skip=st.integers(0, 3))
    def cut(self, site: int, skip: int) -> None:
        self.world.erps[self._erp(site)].faults["list"].extend([*[""] * skip, "cut"])

    @rule(site=_SITES, here=st.booleans(), at=st.integers(1, 12), dice=_DICE)
    def interrupted(self, site: int, here: bool, at: int, dice: int) -> None:
        """Somebody edits in the middle of a sync."""
        name = self._erp(site)
        Interruptions(self.world, Random(dice), HUB if here else name, at)
        self.world.sync(name)
        self.world.calm()

    @rule(site=_SITES, dice=_DICE)
    def remap(self, site: int, dice: int) -> None:
        Admin(self.world, Random(dice)).remap(self._erp(site))

    @rule(seconds=st.sampled_from((1, 8, 30, 120)))
    def wait(self, seconds: int) -> None:
        self.world.clock.tick(seconds)

    @rule(site=_SITES)
    def dry_run(self, site: int) -> None:
        name = self._erp(site)
        self.world.erps[name].faults.clear()
        self.broken += dry(self.world, name)

    def teardown(self) -> None:
        if not hasattr(self, "world"):
            return
        broken = self.broken + settle(self.world)
        if not broken:
            broken = quiet(self.world)
        self.rig.tally.excused += self.world.excused
        assert not broken, "\n".join([*broken, str(self.world.setup), *self.world.model.log])


def run_machine(
    number: int,
    examples: int,
    *,
    steps: int = 20,
    characters: Mapping[str, Character] = CHARACTERS,
    shrink: bool = True,
) -> Tally:
    """So many examples from the seed ``number``. Raises the ``AssertionError`` of the simplest that breaks a promise."""
    from hypothesis import Phase

    rig = Sweep(characters, light=False)
    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)
    machine = seed(number)(type("Machine", (ChaosMachine,), {"rig": rig}))
    try:
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=examples, stateful_step_count=steps, deadline=None, database=None, phases=phases,
                suppress_health_check=list(HealthCheck), print_blob=False, report_multiple_bugs=False,
            ),
        )  # fmt: skip
        return rig.tally
    finally:
        rig.close()


def broken_by(number: int, examples: int = 40) -> str:
    """What the batch with the seed ``number`` breaks."""
    try:
        run_machine(number, examples)
    except AssertionError as error:
        return str(error)
    return ""


def run_until(number: int, until: float, examples: int = 40) -> tuple[Tally, list[str]]:
    """Batches of examples until the monotonic time ``until``; what broke, with the seed that repeats it."""
    tally, found = Tally(), []
    while time.monotonic() < until and len(found) < 3:
        try:
            tally.add(run_machine(number, examples))
        except AssertionError as error:
            found.append(f"python -m tests.chaos --machine {number}\n{error}")
        number += 10_007
    return tally, found
