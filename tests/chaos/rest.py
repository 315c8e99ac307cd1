"""Bringing a world to rest, and the promises that hold only there: quiet, dry."""

from __future__ import annotations

from collections.abc import Iterator

from app.db.runs import Run
from tests.chaos.erps import MODULE_OF, POISON
from tests.chaos.hub import RESTLESS
from tests.chaos.promises import check
from tests.chaos.world import HUB, World

#: Longer than any lag, overlap or lost request, and than Tally is left alone after a kill; longer than the longest wait before a retry.
_A_WHILE, _A_DAY = 700.0, 90_000.0
_ROUNDS = 8


def settle(world: World) -> list[str]:
    """No more faults and edits: sync every connection until nothing happens, then look. What is broken."""
    world.model.say("quiesce")
    return [*_quiesce(world), *check(world)]


def _quiesce(world: World) -> Iterator[str]:
    world.calm()
    _cure(world)
    for number in range(_ROUNDS):
        world.clock.tick(_A_DAY if number in (2, 4) else _A_WHILE)
        before = world.hub.dump() if number else {}
        requests, writes = _count(world)
        for name in world.erps:
            yield from _sync(world, name)
        if number and world.hub.dump() == before:
            if _count(world)[1] != writes:
                yield "I7: a sync wrote to an ERP at rest, and the hub did not change"
            return
    yield f"I1: not at rest after {_ROUNDS} syncs of every connection: {_restless(world)}"


def _count(world: World) -> tuple[dict[str, int], dict[str, int]]:
    return (
        {name: erp.requests for name, erp in world.erps.items()},
        {name: erp.writes for name, erp in world.erps.items()},
    )


def _sync(world: World, name: str) -> Iterator[str]:
    run = world.sync(name, say=False)
    assert run is not None
    for _ in range(3):
        if run.status != "held":
            break
        guard = str((run.guard or {}).get("guard"))
        if not _many_really_deleted(world, run):
            yield f"I6: a run of {name} is held for {guard}, and nobody did such a thing"
        run = world.sync(name, say=False, approved=frozenset({guard}))
        assert run is not None
    if run.status in ("failed", "cancelled", "held"):
        yield f"I6: in calm weather a run of {name} ended as {run.status}: {run.error or run.guard}"


def _many_really_deleted(world: World, run: Run) -> bool:
    """Histories are small: only "all are gone" can be asked about, and then all of an entity must have been deleted."""
    guard = run.guard or {}
    return guard.get("guard") == "empty" and sum(map(len, world.model.deletions.values())) >= 2


def _cure(world: World) -> None:
    """People take out what an ERP refuses."""
    for site in world.sites:
        for view in world.all_views(site):
            for name in world.edited(site, view.entity):
                value = view.values.get(name)
                if isinstance(value, str) and POISON in value.lower():
                    with world.clock.ruling():
                        world.edit(site, view, name, f"w{world.model.new_write()} cured")


def _restless(world: World) -> str:
    """What still changes from one round of syncs to the next."""
    before = world.hub.dump()
    for name in world.erps:
        world.sync(name, say=False)
    after = world.hub.dump()
    return "; ".join(
        f"{table}: {set(after[table]) - set(before[table])}" for table in after if after[table] != before[table]
    )[:600]


def quiet(world: World) -> list[str]:
    """I7: at rest a sync writes nothing, moves no version, changes no row, and costs a fixed number of requests."""
    found = []
    costs = []
    before = world.hub.dump()
    for _ in range(2):
        world.clock.tick(_A_WHILE)
        requests, writes = _count(world)
        for name in world.erps:
            world.sync(name, say=False)
        after_requests, after_writes = _count(world)
        costs.append({name: after_requests[name] - requests[name] for name in requests})
        if after_writes != writes:
            found.append(f"I7: at rest a sync wrote {after_writes} to the ERPs")
    if costs[0] != costs[1]:
        found.append(f"I7: at rest a sync cost {costs[0]} requests, then {costs[1]}")
    after = world.hub.dump()
    found += [f"I7: a quiet sync changed {table}" for table in after if after[table] != before[table]]
    return found


#: What a dry run may write: its plan and its log.
_OF_A_DRY_RUN = RESTLESS - {"cursors", "connector_state"} | {"plans", "plan_items"}


def dry(world: World, name: str) -> list[str]:
    """I11: a dry run changes nothing, here or there."""
    world.clock.tick(_A_WHILE)
    for erp in world.erps.values():
        erp.act_late()
    before, there = world.hub.dump(_OF_A_DRY_RUN), {one: erp.store.counter() for one, erp in world.erps.items()}
    world.sync(name, dry_run=True)
    after = world.hub.dump(_OF_A_DRY_RUN)
    found = [f"I11: a dry run changed {table}" for table in after if after[table] != before[table]]
    if {one: erp.store.counter() for one, erp in world.erps.items()} != there:
        found.append("I11: a dry run wrote to an ERP")
    return found


__all__ = ["HUB", "MODULE_OF", "dry", "quiet", "settle"]
