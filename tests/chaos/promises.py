"""The promises I1-I12 of the engine, each a function from a world at rest (or just crashed) to what is broken."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from app.model.values import canonical_number
from tests.chaos.erps import HIDDEN, MODULE_OF, MODULES, Erp
from tests.chaos.explained import Explained
from tests.chaos.model import CLEARED, View, births
from tests.chaos.store import State
from tests.chaos.world import CHILDREN, FIELDS, HUB, World


def check(world: World) -> list[str]:
    """Everything that can be seen of a world at rest."""
    explained = Explained(world)
    found = [
        *convergence(world, explained),
        *no_lost_update(world, explained),
        *no_false_conflict(world, explained),
        *no_echo(world),
        *no_duplicate(world, explained),
        *no_phantom_delete(world, explained),
        *no_resurrection(world, explained),
        *explained_runs(world),
        *untouched_fields(world),
        *whole(world),
        *settled_journal(world),
        *(alarm for erp in world.erps.values() for alarm in erp.alarms),
    ]
    world.excused = explained.excused
    return found


# --- I1 ---------------------------------------------------------------------------------------------------------------


def convergence(world: World, explained: Explained) -> Iterator[str]:
    """I1: at rest every linked pair agrees under the mapping, and everything that lives is linked everywhere."""
    for entity in world.setup.entities:
        hub = world.hub.rows(entity)
        for name, erp in world.erps.items():
            if not world.has(name, entity):
                continue
            rows = erp.rows(MODULE_OF[entity])
            for row in hub.values():
                if row.deleted_at is None:
                    yield from _pair(world, explained, name, erp, entity, row, rows)
            for rid, state in rows.items():
                link = explained.by_remote[name].get(rid)
                if link is None:
                    if (name, rid) not in explained.inbox and not explained.excuse(name, None, rid):
                        yield f"I1: {entity} {rid} ({_who(state)}) lives at {name} and the hub does not know it"
                elif (
                    hub[link[1]].deleted_at is not None
                    and not _may_differ(world, explained, name, link[1], rid)
                    and not explained.deletion_waits(name, link[1], rid)
                ):
                    yield f"I1: {entity} {rid} ({_who(state)}) lives at {name} and is deleted in the hub"


def _pair(
    world: World, explained: Explained, name: str, erp: Erp, entity: str, row: Any, rows: dict[str, State]
) -> Iterator[str]:
    link = explained.links[name].get(row.id)
    label = f"{entity} {row.values.get('contact_person') or row.values.get('reference') or row.values.get('instrument_number')}"
    if link is None:
        gone = row.id in explained.tombstones[name]
        left_alone = gone and _may_differ(world, explained, name, row.id, explained.tombstones[name][row.id])
        if not left_alone and not explained.excuse(name, row.id, None):
            yield f"I1: {label} lives in the hub and is not at {name}"
        return
    state = rows.get(link[2])
    if state is None:
        if not _may_differ(world, explained, name, row.id, link[2]):
            yield f"I1: {label} lives in the hub and is gone at {name}"
        return
    in_step = True
    for local in FIELDS[entity]:
        how = world.link(name, entity, local)
        if local in erp.lacks or not how.on or how.direction != "both":
            continue
        remote = how.remote
        ours, theirs = _as_remote(explained, name, erp, local, row.values.get(local)), state.fields.get(remote)
        if how.negated and isinstance(ours, str):
            ours = canonical_number(-Decimal(ours), money=True)
        if _same(erp, remote, ours, theirs) or explained.frozen(name, row.id, local):
            continue
        in_step = False
        if not explained.excuse(name, row.id, link[2]):
            yield f"I1: {label}.{local}: hub {row.values.get(local)!r}, {name} {theirs!r} (link {link[4]})"
    if in_step and (code := explained.errors.get((name, row.id))) is not None:
        yield f"I6: {label} is in step with {name}, and an error ({code}) still says otherwise"


def _may_differ(world: World, explained: Explained, name: str, local: str | None, remote: str) -> bool:
    """A record may live on one side only where the policy leaves deletions alone, or a person is asked."""
    return world.setup.delete_policy != "propagate" or explained.excuse(name, local, remote)


def _as_remote(explained: Explained, name: str, erp: Erp, local: str, value: Any) -> Any:
    """A hub value as the ERP stores it: references as its ids."""
    if local in CHILDREN:
        return [
            {theirs: _as_remote(explained, name, erp, ours, line.get(ours)) for ours, theirs in CHILDREN[local].items()}
            for line in value or ()
        ]
    if local in ("customer", "invoice"):
        link = explained.links[name].get(value) if value else None
        return link[2] if link is not None else value and f"(not linked: {value})"
    return value


def _same(erp: Erp, remote: str, ours: Any, theirs: Any) -> bool:
    return _canonical(erp.rewritten(remote, ours)) == _canonical(theirs)


def _canonical(value: Any) -> Any:
    if isinstance(value, list):
        return [{name: _canonical(one) for name, one in row.items()} for row in value] or None
    if isinstance(value, str):
        try:
            return canonical_number(value, money=True)
        except ValueError:
            return value or None
    return value or None


def _who(state: State) -> str:
    return str(state.fields.get("CODE") or state.fields.get("BIRTH"))


# --- I2 to I5 -----------------------------------------------------------------------------------------------------------


def no_lost_update(world: World, explained: Explained) -> Iterator[str]:
    """I2: every value that a person wrote is present, was seen by a later write, is a logged conflict's loser, or was in
    front of whoever deleted the record."""
    model = world.model
    at = {site: births(world.all_views(site)) for site in world.sites}
    losers = _losers(world, explained)
    for (birth, name), written in model.writes.items():
        present = _present(world, explained, at, birth, name)
        seen = set().union(*(write.past for write in written.values())) if written else set()
        buried = {tag for one in model.deletions[birth] for field, tag in one.past if field == name}
        if any(one.site != HUB and name in world.erps[one.site].lacks for one in model.deletions[birth]):
            continue  # where it was deleted there is no such field
        for tag, write in written.items():
            if world.was_remapped(entity_of(world, birth), name) and world.model.deletions[birth]:
                continue  # what was not linked just then was in front of nobody who deleted the record elsewhere
            if tag == CLEARED and write.untold:
                continue  # a field that our write filled and somebody emptied is as one that our write never reached
            if not (tag in present or tag in seen or tag in losers[birth, name] or tag in buried):
                yield f"I2: {tag}, written at {write.site} into b{birth}.{name} (step {write.step}), is lost"


def _present(
    world: World, explained: Explained, at: dict[str, dict[int, list[View]]], birth: int, name: str
) -> set[str]:
    tags = world.model.tags_of
    found: set[str] = set()
    hub = at[HUB].get(birth, [])
    for view in hub:
        found |= tags(birth, name, view.values.get(name))
    for site in world.erps:
        for view in at[site].get(birth, []):
            if explained.excuse(site, hub[0].id if hub else None, view.id) or any(
                explained.frozen(site, one.id, name) for one in hub
            ):
                found |= tags(birth, name, view.values.get(name))
    entity = entity_of(world, birth)
    for site, erp in world.erps.items():
        if world.was_remapped(entity, name, site):  # what a field holds that was linked before, or is not just now
            for view in at[site].get(birth, []):
                found |= tags(birth, name, view.values.get(name))
            for state in erp.rows(MODULE_OF[entity]).values():
                if _birth(world, site, state) == birth:
                    found |= {
                        tag
                        for value in state.fields.values()
                        if isinstance(value, str)
                        for tag in _tags(world, birth, name, value)
                    }
    return found


def _tags(world: World, birth: int, name: str, text: str) -> set[str]:
    try:
        return world.model.tags_of(birth, name, text)
    except ValueError:  # a text where a number was looked for
        return set()


def entity_of(world: World, birth: int) -> str:
    return world.model.births[birth][0]


def _losers(world: World, explained: Explained) -> dict[tuple[int, str], set[str]]:
    """The tags of every value that a conflict's row keeps for a person."""
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for one in explained.conflicts:
        birth = world.hub_birth(one["entity"], one["local"]) if one["local"] else None
        if birth is None:
            continue
        kept = {"remote": ("local",), "local": ("remote",)}.get(one["resolution"] or "", ("local", "remote"))
        for field in one["fields"]:
            for side in kept:
                value = _births_in(world, field["name"], field.get(side))
                found[birth, field["name"]] |= world.model.tags_of(birth, field["name"], value)
                if value is None:
                    found[birth, field["name"]].add(CLEARED)
    return found


def no_false_conflict(world: World, explained: Explained) -> Iterator[str]:
    """I2: nobody is asked to choose between a value and one that was written in sight of it (our own write, come back)."""
    if _rewrites_unforeseen(world):
        return
    for one in explained.conflicts:
        birth = world.hub_birth(one["entity"], one["local"]) if one["local"] and one["kind"] == "fields" else None
        if birth is None:
            continue
        for field in one["fields"]:
            name = field["name"]
            if world.was_remapped(one["entity"], name):
                continue  # two fields that were linked after they were written: nobody wrote in sight of both
            sides = [_births_in(world, name, field.get(side)) for side in ("local", "remote")]
            tags = [world.model.tags_of(birth, name, side) for side in sides]
            pasts = [world.model.past_of(birth, name, side) - own for side, own in zip(sides, tags, strict=True)]
            known = world.model.writes.get((birth, name), {})
            for here, there in ((0, 1), (1, 0)):
                if any(known[tag].untold for tag in tags[there] if tag in known):
                    continue
                if tags[here] and tags[here] - tags[there] and tags[here] <= pasts[there]:
                    yield (
                        f"I2: a conflict at {one['site']} about b{birth}.{name}: {sides[here]!r} against {sides[there]!r},"
                        " whose writer had seen it"
                    )


def _births_in(world: World, name: str, value: Any) -> Any:
    return world.hub_birth("customer", value) if name == "customer" and isinstance(value, str) else value


def _rewrites_unforeseen(world: World) -> bool:
    """What an ERP rewrites in ways that its connector can't foresee can't be told from another person's edit once an answer is
    lost."""
    return any(erp.character.rewrites and not erp.character.knows_rewriting for erp in world.erps.values())


def no_echo(world: World) -> Iterator[str]:
    """I7: the hub keeps a text as it was written. How another ERP shows it (in capitals, cut off) never comes back."""
    if _rewrites_unforeseen(world):
        return
    for view in world.all_views(HUB):
        for name, value in view.values.items():
            if world.was_remapped(view.entity, name):
                continue
            written = world.model.writes.get((view.birth, name), {})
            for tag in world.model.tags_of(view.birth, name, value) if isinstance(value, str) else ():
                if tag.startswith("w") and tag in written and written[tag].shown != value:
                    yield f"I7: b{view.birth}.{name} was written as {written[tag].shown!r} and is {value!r} in the hub"


def no_duplicate(world: World, explained: Explained) -> Iterator[str]:
    """I3: one record of each birth at every site. Rows are not counted: a duplicate spreads until everyone agrees on it."""
    for site in world.sites:
        for birth, views in births(world.all_views(site)).items():
            if len(views) > 1:
                yield f"I3: b{birth} lives {len(views)} times at {site}: {', '.join(view.id for view in views)}"
    for one in explained.conflicts:
        if one["kind"] == "match" and one["status"] == "open":
            # Names are never alike here: a doubtful match is a record of ours that was taken for a stranger.
            yield f"I3: {one['remote']} at {one['site']} is asked about, as if it might be new"


def no_phantom_delete(world: World, explained: Explained) -> Iterator[str]:
    """I4: nothing is deleted that nobody deleted."""
    for birth, (entity, _) in world.model.births.items():
        if world.model.deletions[birth]:
            continue
        if not world.views_of(HUB, entity, birth) and _knew(world, entity, birth):
            yield f"I4: nobody deleted {entity} b{birth}, and it is gone in the hub"
        for name, erp in world.erps.items():
            module = MODULE_OF[entity]
            had = any(_birth(world, name, state) == birth for state in erp.store.ever(module))
            if had and not world.views_of(name, entity, birth):
                yield f"I4: nobody deleted {entity} b{birth}, and it is gone at {name}"


def _knew(world: World, entity: str, birth: int) -> bool:
    return any(world.hub_birth(entity, rid) == birth for rid in world.hub.rows(entity))


def no_resurrection(world: World, explained: Explained) -> Iterator[str]:
    """I5: what a person deleted stays deleted, unless somebody changed it without having seen that, or a person is asked."""
    asked = {
        world.hub_birth(one["entity"], one["local"])
        for one in explained.conflicts
        if one["kind"] == "delete" and one["local"]
    }
    for birth, deletions in world.model.deletions.items():
        if not deletions or birth in asked or birth in world.model.restored:
            continue
        entity = world.model.births[birth][0]
        for deletion in deletions:
            if deletion.untold or world.model.unseen_by(deletion, birth):
                continue
            # Where deletions are left alone, only the site itself has lost it.
            sites = world.sites if world.setup.delete_policy == "propagate" else [deletion.site]
            for site in sites:
                for view in world.views_of(site, entity, birth):
                    local = view.id if site == HUB else None
                    if site == HUB and any(explained.excuse(name, local, None) for name in world.erps):
                        continue
                    if site != HUB:
                        here = _local(explained, site, view.id)
                        if explained.excuse(site, here, view.id) or explained.deletion_waits(site, here, view.id):
                            continue
                    yield f"I5: {entity} b{birth}, deleted at {deletion.site} (step {deletion.step}), lives at {site}"


def _local(explained: Explained, site: str, rid: str) -> str | None:
    link = explained.by_remote[site].get(rid)
    return None if link is None else str(link[1])


def _birth(world: World, name: str, state: State) -> int | None:
    view = world.of_erp(name, state)
    return None if view is None else view.birth


# --- I6 to I12 ----------------------------------------------------------------------------------------------------------

_ENDED = {"completed", "partial", "held", "failed", "cancelled"}


def explained_runs(world: World) -> Iterator[str]:
    """I6: every run ends in a state that its row explains."""
    for run in world.runs:
        if run.status not in _ENDED:
            yield f"I6: a run of {run.connection_id} ended as {run.status}"
        elif run.status in ("failed", "held"):
            told = run.error or run.guard or {}
            if not told.get("code") or not told.get("message") or told.get("code") in ("internal", "error"):
                yield f"I6: a run {run.status} without a reason: {told}"
        elif run.status == "partial" and not (run.records_failed or run.conflicts or run.message):
            yield "I6: a run is partial without a reason"
    for row in world.hub.select("SELECT status, message FROM erp_sync_logs WHERE status IN ('pending', 'running')"):
        yield f"I6: a run is still {row[0]} at rest"


def whole(world: World) -> Iterator[str]:
    """I8: the database never holds half a record. True at every moment, so it is checked after every crash, too."""
    select = world.hub.select
    for row in select(
        "SELECT record_id, count(*), max(version) FROM record_history GROUP BY record_id HAVING count(*) <> max(version)"
    ):
        yield f"I8: record {row[0]} has {row[1]} lines of history and is at version {row[2]}"
    links = select(
        "SELECT l.entity_type, l.local_entity_id, l.base_local, l.base_remote, l.remote_id, l.connection_id"
        " FROM erp_entity_sync_records l WHERE l.remote_deleted_at IS NULL"
    )
    rows = {entity: world.hub.rows(entity) for entity in world.setup.entities}
    sites = dict(select("SELECT id, connection_name FROM erp_connections"))
    for entity, local, base_local, base_remote, remote, connection in links:
        if local not in rows[entity]:
            yield f"I8: {entity} {remote} is linked to a record that is not there"
            continue
        agreed = {name for name, value in json.loads(base_local).items() if not isinstance(value, dict)}
        # What only comes in from a field that the record lacks over there was agreed on with another field.
        unread = agreed - set(json.loads(base_remote))
        if any(world.link(sites[connection], entity, name).direction != "to_local" for name in unread):
            yield f"I8: {entity} {remote}: its shadows are of different fields"
    history = {row[0] for row in select("SELECT record_id FROM record_history WHERE version = 1")}
    for entity, found in rows.items():
        for record_id in found:
            if record_id not in history:
                yield f"I8: {entity} {record_id} has no beginning in its history"
    yield from cursors_with_data(world)


def cursors_with_data(world: World) -> Iterator[str]:
    """I8: a cursor never runs ahead of its data: what it says was read is linked, waits, or is explained."""
    explained = Explained(world)
    names = {connection: name for name, connection in world.hub.ids.items()}
    open_ops = {row[0] for row in world.hub.select("SELECT local_entity_id FROM journal WHERE state = 'inflight'")}
    for connection, stream, text, complete in world.hub.select(
        "SELECT connection_id, stream, position, complete_at FROM cursors"
    ):
        name, position = names[connection], json.loads(text)
        erp = world.erps[name]
        if not isinstance(erp, Erp):
            continue
        for module, entity in MODULES.items():
            place = (position.get("at") or {}).get(module)
            if module not in stream.partition("/")[2].split("+") or (complete is None and place is None):
                continue
            for rid, state in erp.rows(module).items():
                order = state.seq if erp.character.counts else state.stamp
                if complete is not None and order < position["since"]:
                    read = True
                else:
                    read = place is not None and [order, rid] <= place and state.shown_at <= world.clock.now - 60
                told = (
                    rid in explained.by_remote[name]
                    or (name, rid) in explained.inbox
                    or (name, rid) in explained.errors
                )
                if read and not told and state.hub_key not in open_ops and state.op is None:
                    yield f"I8: the cursor of {name} is past {entity} {rid}, and the hub does not have it"


def settled_journal(world: World) -> Iterator[str]:
    """I9: one open write per record, and none at rest."""
    for row in world.hub.select(
        "SELECT connection_id, kind, local_entity_id, state FROM journal WHERE state = 'inflight'"
    ):
        yield f"I9: a {row[1]} of {row[2]} is still open at rest"


def untouched_fields(world: World) -> Iterator[str]:
    """I10: fields that are not mapped are never touched."""
    for (site, rid), value in world.model.hidden.items():
        if site == HUB:
            row = world.hub.rows("customer").get(rid) if value else None
            if row is not None and row.values.get("phone") != value:
                yield f"I10: the hub's {rid}.phone was {value!r} and is {row.values.get('phone')!r}"
            continue
        for module in MODULES:
            state = world.erps[site].store.one(module, rid)
            if state is not None and state.fields.get(HIDDEN) != value:
                yield f"I10: {site}'s {rid}.{HIDDEN} was {value!r} and is {state.fields.get(HIDDEN)!r}"


__all__ = ["check", "cursors_with_data", "whole"]
