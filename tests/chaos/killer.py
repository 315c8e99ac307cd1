"""kill -9: every sync in a process of its own that dies at a chosen moment, on file databases, with a simulated Tally over HTTP
and two more: fake ERPs in files, a simulated Zoho, QuickBooks or SAP in a process of its own. Nothing is undone when the process
goes: no ``finally``, no rollback of ours."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import shutil
import signal
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

from app.connectors.tally import KIND
from app.db.connections import ConnectionStore
from app.db.runs import RunStore
from app.model.clock import stamp
from app.model.tokens import Tokens
from tests.chaos.clock import VirtualClock
from tests.chaos.cloud import CloudSite
from tests.chaos.cloud_process import CloudProcess
from tests.chaos.clouds import CLOUDS
from tests.chaos.erps import CHARACTERS, Erp
from tests.chaos.hub import Hub, fast_folder
from tests.chaos.people import People
from tests.chaos.promises import whole
from tests.chaos.rest import settle
from tests.chaos.sweep import POLICIES, STRATEGIES, Tally
from tests.chaos.tally_site import COMPANY, TallySite, start_tally
from tests.chaos.world import Setup, World

#: Which of Tally's fields the worlds use.
TALLY_FIELDS = {"business_name", "contact_person", "notes", "credit_limit"}
_WORLDS = ("TBC", "TZB", "TQ", "TYC", "TZQ", "TZY", "TPB", "TS", "TZQS", "TRC")
#: Later than the dead process's clock had come; and later than Tally is left alone after a kill.
_MEANWHILE = (60.0, 700.0)

_processes: Any = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(
    [
        "tests.chaos.killer",
        "app.connectors.tally.connector",
        "app.connectors.zoho.connector",
        "app.connectors.quickbooks.connector",
        "app.connectors.sap.connector",
    ]
)


def _fakes(names: str, folder: Path, clock: VirtualClock) -> dict[str, Erp]:
    return {name: Erp(CHARACTERS[name], clock, str(folder / f"{name}.db")) for name in names if name in CHARACTERS}


def one_sync(
    folder: str,
    now: float,
    name: str,
    die_at: int,
    faults: dict[str, list[str]],
    names: str,
    logins: dict[str, Tokens | None],
) -> None:
    """The life of one process: open everything, sync ``name``, die at the ``die_at``-th moment (0: live). ``names``: of all sites;
    ``logins``: of the cloud systems."""
    clock = VirtualClock(now)
    left = itertools.count(1)

    def moment(*_where: Any) -> None:
        if next(left) == die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    with clock.ruling():
        hub = Hub(clock, Path(folder))
        RunStore(hub.db).mark_interrupted(pending_before=stamp())  # as the program does when it starts
        for erp in _fakes(names, Path(folder), clock).values():
            hub.know(erp)
            erp.hook = moment
            erp.faults["write"].extend(faults.get(erp.name, ()))
        hub.know_kind(KIND)
        for letter, login in logins.items():
            hub.know_kind(CLOUDS[letter].kind(hub, login, moment))
        hub.ids = {one.connection_name: one.id for one in ConnectionStore(hub.db).list()}
        hub.at = moment
        hub.sync(name)


class KillerWorld(World):
    """Syncs run elsewhere and may be killed; the parent's own engine only brings the world to rest."""

    def __init__(self, setup: Setup, hub: Hub, tally: Any, clouds: Mapping[str, CloudProcess]) -> None:
        self._begin(setup, hub)
        fakes = _fakes(setup.erps, hub.folder, hub.clock)
        self._clouds = {name: CLOUDS[name].site(hub, process) for name, process in clouds.items()}
        self.erps = {"T": TallySite(tally), **self._clouds, **fakes}  # type: ignore[dict-item]
        for site in self._clouds.values():
            site.furnish()
            site.open(setup.strategy, setup.delete_policy)
        hub.know_kind(KIND)
        hub.connect_kind(
            KIND, "T", ("customer",), setup.strategy, setup.delete_policy, url=tally.url, auth={"company": COMPANY},
            only=TALLY_FIELDS,
        )  # fmt: skip
        for erp in fakes.values():
            hub.connect(erp, setup.entities, setup.strategy, setup.delete_policy)

    def sync_elsewhere(self, name: str, die_at: int, tally_dies: bool, faults: dict[str, list[str]]) -> bool:
        """Answers whether the process was killed."""
        self.model.say(f"sync {name} in a process, dies at {'its import' if tally_dies else die_at}, {faults}")
        die_at = 0 if tally_dies else die_at
        logins = {letter: site.login() for letter, site in self._clouds.items()}
        for site in self._clouds.values():
            site.act_late()
        child = _processes.Process(
            target=one_sync,
            args=(str(self.hub.folder), self.clock.now, name, die_at, faults, self.setup.erps, logins),
        )
        child.start()
        books: Any = self.erps["T"]
        if tally_dies:
            books.tally.control.after_next_import(child.kill)
        child.join(60)
        books.tally.server.mischief.after_import = None
        assert child.exitcode in (0, -signal.SIGKILL), f"the process ended with {child.exitcode}"
        self.clock.tick(_MEANWHILE[die_at % 2])
        return bool(child.exitcode)


def one_history(number: int, tally: Tally, *, syncs: int = 8) -> list[str]:
    """What one history with killed syncs breaks."""
    dice = Random(f"kill {number}")
    setup = Setup(_WORLDS[number % len(_WORLDS)], dice.choice(STRATEGIES), dice.choice(POLICIES))
    folder = fast_folder("chaos-kill-")
    clock = VirtualClock()
    try:
        with start_tally() as sim, ExitStack() as running:
            sim.server.keep_texts = False
            clouds = {
                name: running.enter_context(CloudProcess(*CLOUDS[name].program))
                for name in setup.erps
                if name in CLOUDS
            }
            hub = Hub(clock, folder)
            try:
                with clock.ruling():
                    world = KillerWorld(setup, hub, sim, clouds)
                broken = _live(world, dice, tally, syncs)
                with clock.ruling():
                    RunStore(hub.db).mark_interrupted(pending_before=stamp())
                broken += settle(world)
                broken += [
                    f"against {name}'s specification: {one}" for name, run in clouds.items() for one in run.violations()
                ]
                tally.excused += world.excused
                return [*broken, str(setup), *world.model.log] if broken else []
            finally:
                hub.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _live(world: KillerWorld, dice: Random, tally: Tally, syncs: int) -> list[str]:
    people = People(world, dice)
    site: Any = world.erps["T"]
    people.create("T", "customer")
    people.create(dice.choice(world.sites), "customer")
    broken: list[str] = []
    tally.histories += 1
    for _ in range(syncs):
        for _ in range(dice.randrange(0, 3)):
            people.anything()
        name = dice.choice(list(world.erps))
        die_at = dice.randrange(1, 40) if dice.random() < 0.75 else 0
        tally_dies = name == "T" and dice.random() < 0.3
        faults = {name: [dice.choice(("after", "before", "late"))]} if dice.random() < 0.2 else {}
        if name == "T" and dice.random() < 0.2:
            site.tally.control.lose_next_import(dice.choice(("before", "after")))
        cloud = world.erps[name]
        if isinstance(cloud, CloudSite) and dice.random() < 0.4:
            cloud.plan(dice.choice(("before", "after", "late", "cut", "limited", "refused", "token")))
        tally.runs += 1
        if world.sync_elsewhere(name, die_at, tally_dies, faults):
            tally.kills += 1
            broken += whole(world)
    site.tally.server.mischief.lost_import = ""
    return broken


def kill_until(number: int, until: float) -> tuple[Tally, list[str]]:
    """Histories from the seed ``number`` on until the monotonic time ``until``."""
    tally, found = Tally(), []
    while time.monotonic() < until and len(found) < 3:
        broken = one_history(number, tally)
        if broken:
            found.append("\n".join([f"python -m tests.chaos --kill {number}", *broken]))
        number += 1
    return tally, found
