"""Bringing a world to rest, and the promises that hold only there: quiet, dry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from random import Random

from app.db.plans import PlanStore
from app.db.runs import Run
from app.model.errors import Conflicting
from app.sync.resolve import Resolver
from tests.chaos.erps import MODULES, POISON, Erp
from tests.chaos.explained import Explained
from tests.chaos.hub import RESTLESS
from tests.chaos.model import View
from tests.chaos.promises import check
from tests.chaos.world import HUB, World

#: Longer than any lag, overlap or lost request, and than Tally is left alone after a kill; and than any wait for a retry.
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
        writes = _count(world)[1]
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
    daily = {"check": True} if world.erps[name].character.lists_daily else {}
    run = world.sync(name, say=False, **daily)
    assert run is not None
    for _ in range(3):
        if run.status != "held":
            break
        guard = str((run.guard or {}).get("guard"))
        if not _many_really_deleted(world, run):
            yield f"I6: a run of {name} is held for {guard}, and nobody did such a thing"
        run = world.sync(name, say=False, approved=frozenset({guard}), **daily)
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


def planned(world: World, name: str, edit: Callable[[], object] | None = None) -> list[str]:
    """I12: the plan shown is the plan applied. ``edit``: what a person does between the two; that must wait for its own."""
    dry_run = world.sync(name, dry_run=True)
    plan = PlanStore(world.hub.db).of_run(dry_run.id) if dry_run is not None else None
    if plan is None:
        return []
    # A write whose answer is lost is settled first: what comes of that no plan can show.
    open_ops = world.hub.select(f"SELECT 1 FROM journal WHERE state = 'inflight' AND run_id <> '{dry_run.id}'")
    erp, first_new, seen = world.erps[name], world.model.next_write, world.erps[name].store.counter()
    if edit is not None:
        edit()
    run = world.sync(name, plan_id=plan.id)
    assert run is not None
    if run.status in ("failed", "held"):
        return []
    found = [] if open_ops else list(_spread(world, first_new))
    if edit is None and not open_ops:
        shown = Counter((item.side, item.entity, item.action) for item in plan.items)
        found += _beyond("I12: a plan's run did", _done(world, erp, run, seen), shown)
    return found


def decide(world: World, dice: Random) -> list[str]:
    """People answer every open question; at rest again, nothing asks again and no promise is broken."""
    resolver = Resolver(world.hub.engine._tools)
    asked = Explained(world)
    ids = world.hub.select("SELECT id, local_id, kind, entity_type FROM conflicts WHERE status = 'open' ORDER BY id")
    for conflict_id, local, kind, entity in ids:
        if kind == "match" or local is None:
            continue
        _think_again(world, resolver, conflict_id, dice)
        answer = dice.choice(("local", "remote"))
        world.model.say(f"decide about {kind} of {entity} b{world.hub_birth(entity, local)}: {answer}")
        with world.clock.ruling(), suppress(Conflicting):
            view = next((one for one in world.views(HUB, entity) if one.id == local), None)
            try:
                resolver.resolve(conflict_id, answer)
            except Conflicting:  # an answer to another question changed the record: asked again with its present values
                resolver.resolve(conflict_id, answer)
            if kind == "delete" and view is not None:
                _decided(world, view, answer)
    found = settle(world)
    left = [one for one in Explained(world).conflicts if one["status"] == "open" and one["kind"] == "fields"]
    if left and not found:
        found.append(f"I1: {len(left)} questions are open after all {len(asked.conflicts)} were answered")
    return found


def _think_again(world: World, resolver: Resolver, conflict_id: str, dice: Random) -> None:
    """Some decide, and take it back before anything was synced: as if nothing had been decided."""
    if dice.random() < 0.5:
        return
    with world.clock.ruling():
        try:
            resolver.resolve(conflict_id, dice.choice(("local", "remote")))
        except Conflicting:  # an answer to another question changed the record
            return
        resolver.take_back(conflict_id)


def _decided(world: World, view: View, answer: str) -> None:
    """About a record deleted there and edited here: it is deleted here too, or made anew there."""
    if answer == "remote":
        world.model.deleted(HUB, view)
    else:
        world.model.restored.add(view.birth)


def _done(world: World, erp: Erp, run: Run, seen: int) -> Counter[tuple[str, str, str]]:
    """What a run did, by side, entity and action."""
    rows = world.hub.select(f"SELECT entity_type, action FROM record_history WHERE run_id = '{run.id}'")
    done = Counter(("local", row[0], "update" if row[1] == "restore" else row[1]) for row in rows)
    ops = {row[0] for row in world.hub.select(f"SELECT op_id FROM journal WHERE run_id = '{run.id}'")}
    for module, entity in MODULES.items():
        for state in erp.store.ever(module):
            if state.seq > seen and state.op in ops:
                done["remote", entity, "delete" if state.gone else "create" if state.version == 1 else "update"] += 1
    return done


def _beyond(what: str, done: Counter[tuple[str, str, str]], shown: Counter[tuple[str, str, str]]) -> Iterator[str]:
    for (side, entity, action), count in done.items():
        # Joining two records, a conflict that a rule decides, and the mark of a deletion there change fields.
        also = ("link", "conflict", "delete") if action == "update" else ()
        if count > sum(shown[side, entity, one] for one in (action, *also)):
            yield f"{what} {count} {action} of {entity} on the {side} side, and it showed {dict(shown)}"


def _spread(world: World, first_new: int) -> Iterator[str]:
    """Of what was written after the plan nothing may have gone anywhere."""
    for (birth, field), written in world.model.writes.items():
        for tag, write in written.items():
            erp = world.erps.get(write.site)
            if erp is not None and not erp.character.capabilities.conditional_write:
                continue  # there a record is read before it is written, and what is new in it comes in
            if not tag[1:].isdigit() or tag[0] == "b" or int(tag[1:]) < first_new:
                continue
            for site in world.sites:
                for view in world.views_of(site, world.model.births[birth][0], birth):
                    if site != write.site and tag in world.model.tags_of(birth, field, view.values.get(field)):
                        yield f"I12: {tag}, written at {write.site} after the plan, went to {site} with it"


__all__ = ["decide", "dry", "planned", "quiet", "settle"]
