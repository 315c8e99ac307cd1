"""The exhaustive crash sweep: a random history, then one sync that dies at every point at which it can, under every plan of
lost answers; a restart, sometimes an edit before it, rest, and a look at all promises.

A trial is named by ``(setup, seed, trial)``: the name alone repeats it.
"""

from __future__ import annotations

import itertools
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.chaos.clock import VirtualClock
from tests.chaos.clouds import CLOUDS, Clouds
from tests.chaos.erps import CHARACTERS, Character
from tests.chaos.hub import Hub
from tests.chaos.people import Admin, Interruptions, People
from tests.chaos.promises import whole
from tests.chaos.rest import decide, dry, planned, quiet, settle
from tests.chaos.world import HUB, Crash, Setup, World

#: What the answers of the last sync's writes suffer: nothing, or the first (second) is lost before or after its effect.
PLANS: tuple[tuple[str, ...], ...] = ((), ("before",), ("after",), ("", "after"), ("late",), ("limited",), ("refused",))
STRATEGIES = ("remote_wins", "local_wins", "newest_wins", "manual")
POLICIES = ("propagate", "propagate", "flag", "ignore")
#: Trials in which nobody dies.
REST, PLANNED, PLANNED_AND_EDITED, DECIDED = -1, -2, -3, -4
_WITHOUT_DEATH = {REST: "rest", PLANNED: "planned", PLANNED_AND_EDITED: "planned-and-edited", DECIDED: "decided"}
WORLDS = ("A", "B", "C", "D", "AB", "BC", "AC", "BD", "ABC")
#: With a simulated Zoho: contacts with a field for our id (Z) and without (X), accounts without (Y).
ZOHO_WORLDS = ("Z", "ZB", "YC", "X", "ZA", "Y", "ZY", "XB", "ZD")
#: With a simulated QuickBooks: a sparse update replaces an address (Q), or is merged into it (P).
QUICKBOOKS_WORLDS = ("Q", "QB", "P", "QA", "ZQ", "PC", "QD", "QP", "ZPB")
#: With a simulated SAP: version 2 with a field for our id (S), version 1 without (R).
SAP_WORLDS = ("S", "SB", "R", "SA", "ZS", "RC", "SD", "SQ", "ZRB")


@dataclass(frozen=True)
class Trial:
    """``at``: the labelled point of death (0: none; below: one of the ways in which a
    history is lived through). ``plan``: fate of the writes' answers. ``edit``: where somebody edits
    between death and restart; ``during``: ``(site, moment)`` of an edit in the middle of the sync."""

    at: int
    plan: tuple[str, ...] = ()
    edit: str | None = None
    during: tuple[str, int] | None = None

    def __str__(self) -> str:
        if self.at in _WITHOUT_DEATH:
            return _WITHOUT_DEATH[self.at]
        during = "" if self.during is None else f"{self.during[0]}{self.during[1]}"
        return f"{self.at}/{'+'.join(one or '-' for one in self.plan)}/{self.edit or ''}/{during}"

    @classmethod
    def of(cls, text: str) -> Trial:
        for at_, name in _WITHOUT_DEATH.items():
            if text == name:
                return cls(at_)
        at, plan, edit, during = text.split("/")
        return cls(
            int(at),
            tuple("" if one == "-" else one for one in plan.split("+") if one),
            edit or None,
            (during[0], int(during[1:])) if during else None,
        )


@dataclass
class Found:
    """A broken promise with all that repeats it."""

    setup: Setup
    seed: int
    trial: Trial
    broken: list[str]
    log: list[str] = field(default_factory=list)
    mistake: str = ""

    def __str__(self) -> str:
        lines = [f"{self.replay()}", *(f"  {one}" for one in self.broken), *(f"    {line}" for line in self.log)]
        return "\n".join(lines)

    def replay(self) -> str:
        mistake = f" --mistake {self.mistake}" if self.mistake else ""
        return f"python -m tests.chaos --replay '{self.setup}' {self.seed} '{self.trial}'{mistake}"


@dataclass(frozen=True)
class Story:
    """A history that is told instead of thrown: what happened before (answers which connection is synced last), in the middle
    of that sync, and between death and restart."""

    past: Callable[[World, People, Random], str]
    during: Callable[[World], None] = lambda _world: None
    between: Callable[[World], None] = lambda _world: None
    #: Does it turn on the moment, and not on a death? Then only each seed's last sync is lived through.
    timing: bool = False


@dataclass
class Tally:
    histories: int = 0
    trials: int = 0
    crashes: int = 0
    faults: int = 0
    edits: int = 0
    examples: int = 0
    runs: int = 0
    kills: int = 0
    excused: Counter[str] = field(default_factory=Counter)
    points: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        for name in ("histories", "trials", "crashes", "faults", "edits", "examples", "runs", "kills"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.excused += other.excused
        self.points += other.points


class Sweep:
    """One hub, emptied for each history. ``characters`` may have defects."""

    def __init__(
        self, characters: Mapping[str, Character] = CHARACTERS, url: str | None = None, *, light: bool = True,
        story: Story | None = None,
    ) -> None:  # fmt: skip
        self.clock = VirtualClock()
        self.hub = Hub(self.clock, url=url, light=light)
        self.story = story
        self._empty = self.hub.snapshot()
        self.characters = characters
        self.tally = Tally()
        self._clouds = Clouds(self.hub)

    def close(self) -> None:
        self.hub.close()
        self._clouds.stop()

    # --- a history -----------------------------------------------------------------------------------------------

    def world(self, setup: Setup) -> World:
        self.clock.now = 0.0
        self.hub.restore(self._empty)
        self.hub.forget()
        with self.clock.ruling():
            world = World(setup, self.hub, self.characters, self._clouds.sites())
        world.calm()
        return world

    def history(self, setup: Setup, seed: int) -> tuple[World, str]:
        """A world with a past, and the name of the connection that is synced last."""
        dice = Random(f"{setup} {seed}")
        world = self.world(setup)
        people = People(world, dice)
        if self.story is not None:
            return world, self.story.past(world, people, dice)
        for site in dice.sample(world.sites, k=min(2, len(world.sites))):
            people.create(site, "customer")
        for name in world.erps:
            world.sync(name)
        for _ in range(dice.randrange(2, 7)):
            self._step(world, people, dice)
        for _ in range(dice.randrange(1, 4)):
            people.anything()
        last = dice.choice(list(world.erps))
        if dice.random() < 0.35:
            Admin(world, dice).remap(last)
        return world, last

    @staticmethod
    def _step(world: World, people: People, dice: Random) -> None:
        what = dice.random()
        if what < 0.55:
            people.anything()
        elif what < 0.85:
            name = dice.choice(list(world.erps))
            if dice.random() < 0.2:
                world.erps[name].faults["write"].append(dice.choice(("before", "after", "late")))
            if dice.random() < 0.15:
                world.erps[name].faults["list"].extend(["", "cut"])
            if dice.random() < 0.3:
                Interruptions(world, dice, dice.choice((HUB, name)), dice.randrange(1, 6))
            world.sync(name, **({"check": True} if dice.random() < 0.2 else {}))
            world.calm()
        elif what < 0.9:
            Admin(world, dice).remap()
        elif what < 0.95:
            world.clock.tick(dice.choice((3, 8, 20, 70)))
        else:
            people.poison(dice.choice(world.sites))

    # --- trials --------------------------------------------------------------------------------------------------

    def trials(self, setup: Setup, seed: int, plans: int = 3) -> Iterator[list[str] | Found]:
        """Every trial of one history, each answered with what it broke."""
        world, last = self.history(setup, seed)
        kept = world.snapshot()
        self.tally.histories += 1
        for without_death in _WITHOUT_DEATH if self.story is None else (REST,):
            world.restore(kept)
            if broken := self._live(world, last, seed, without_death):
                yield Found(setup, seed, Trial(without_death), broken, world.model.log[:])
                return
        dice = Random(f"trials {setup} {seed}")
        known = PLANS if last not in CLOUDS else (*PLANS, *CLOUDS[last].plans)
        chosen = [(), *dice.sample(known[1:], k=plans)]
        if self.story is not None and self.story.timing:
            broken = self.trial(world, kept, last, seed, Trial(0))[1]
            yield Found(setup, seed, Trial(0), broken, world.model.log[:]) if broken else []
            return
        for plan in chosen:
            points = itertools.count()
            while True:
                at = next(points)
                edit = dice.choice(world.sites) if dice.random() < 0.3 else None
                during = (dice.choice((HUB, last)), dice.randrange(1, 9)) if dice.random() < 0.3 else None
                trial = Trial(at, plan, edit, during)
                crashed, broken = self.trial(world, kept, last, seed, trial)
                if at and not crashed:
                    break  # the sync has no such point: it was lived through, as trial 0
                yield Found(setup, seed, trial, broken, world.model.log[:]) if broken else []

    def trial(self, world: World, kept: Any, last: str, seed: int, trial: Trial) -> tuple[bool, list[str]]:
        world.restore(kept)
        self.tally.trials += 1
        dice = Random(f"{seed} {trial}")
        world.erps[last].faults["write"].extend(trial.plan)
        self.tally.faults += len([one for one in trial.plan if one])
        if trial.during is not None:
            Interruptions(world, dice, *trial.during)
        if self.story is not None:
            self.story.during(world)
        crashed = False
        broken: list[str] = []
        if trial.at:
            self.die_at(world, trial.at)
        else:
            world.hub.at = self._count_point
        if world.sync(last) is None:
            crashed = True
            self.tally.crashes += 1
            broken += whole(world)
        elif trial.at:
            return False, []
        world.calm()
        if self.story is not None:
            self.story.between(world)
        if trial.edit is not None:
            self.tally.edits += 1
            People(world, dice).anything(trial.edit)
        if dice.random() < 0.1:
            broken += dry(world, last)
        if dice.random() < 0.3:
            world.clock.tick(dice.choice((2, 8)))
            world.sync(last)
        broken += settle(world)
        self.tally.excused += world.excused
        if not broken and dice.random() < 0.1:
            broken += quiet(world)
        return crashed, broken

    def _count_point(self, where: str) -> None:
        self.tally.points[where] += 1

    def die_at(self, world: World, number: int) -> None:
        """Death at the ``number``-th point: the engine's labelled ones, and in the ERP around every request."""
        left = itertools.count(1)

        def point(where: str) -> None:
            if next(left) == number:
                world.model.say(f"dies at {where}")
                world.hub.at = lambda _where: None
                raise Crash(where)

        world.hub.at = point
        for erp in world.erps.values():
            people = erp.hook
            erp.hook = lambda where, module, rid, people=people: (people(where, module, rid), point(f"erp:{where}"))  # type: ignore[misc]

    def replay(self, setup: Setup, seed: int, trial: Trial) -> Found | None:
        world, last = self.history(setup, seed)
        if trial.at < 0:
            broken = self._live(world, last, seed, trial.at)
        else:
            _, broken = self.trial(world, world.snapshot(), last, seed, trial)
        return Found(setup, seed, trial, broken, world.model.log) if broken else None

    def _live(self, world: World, last: str, seed: int, how: int) -> list[str]:
        """A history that nobody dies in: brought to rest, or with a plan that is shown and then applied."""
        broken = []
        if how == DECIDED:
            broken = settle(world) or decide(world, Random(f"decide {seed}"))
        elif how != REST:
            people = People(world, Random(f"plan {seed}"))
            broken = planned(world, last, people.anything if how == PLANNED_AND_EDITED else None)
        return broken or settle(world) or quiet(world)


def setup_of(seed: int, worlds: Sequence[str] = WORLDS) -> Setup:
    """The kind of world that a seed is tried in: all kinds in turn."""
    dice = Random(f"setup {seed}")
    entities = dice.choice((("customer",), ("customer", "invoice", "payment")))
    return Setup(worlds[seed % len(worlds)], dice.choice(STRATEGIES), dice.choice(POLICIES), entities)


def any_setup_of(seed: int) -> Setup:
    """The same, every sixth with a simulated Zoho, every sixth with a QuickBooks, and every sixth with an SAP."""
    clouds = {0: ZOHO_WORLDS, 1: QUICKBOOKS_WORLDS, 2: SAP_WORLDS}.get(seed % 6)
    return setup_of(seed) if clouds is None else setup_of(seed // 6, clouds)


def sweep(
    seeds: Iterator[int], until: float, characters: Mapping[str, Character] = CHARACTERS, *, plans: int = 3,
    url: str | None = None, most: int = 5, setups: Callable[[int], Setup] = setup_of,
) -> tuple[Tally, list[Found]]:  # fmt: skip
    """Sweep history after history until the monotonic time ``until`` or ``most`` findings."""
    rig = Sweep(characters, url)
    found: list[Found] = []
    try:
        for seed in seeds:
            for answer in rig.trials(setups(seed), seed, plans):
                if isinstance(answer, Found):
                    found.append(answer)
                    if len(found) >= most:
                        return rig.tally, found
                if time.monotonic() > until:
                    return rig.tally, found
    finally:
        rig.close()
    return rig.tally, found
