"""Mistakes that the rig must find, each a patch of the engine or a defect of a connector (engine: How to prove it).

A rig that stops finding one of them is broken, whatever it says of the engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from random import Random
from typing import Any
from unittest.mock import patch

from app.connectors.base import WriteKind
from app.db.dirty import DirtyStore
from app.db.journal import JournalStore
from app.model.values import FieldType
from app.sync import intake
from app.sync.intake import Intake
from app.sync.pull import Puller
from app.sync.push import Pusher
from app.sync.recover import Recovery
from app.sync.remap import Remap, state_name
from app.sync.settle import Settler
from tests.chaos.erps import CHARACTERS, Character
from tests.chaos.model import Linked
from tests.chaos.people import People
from tests.chaos.sweep import Found, Story, Sweep
from tests.chaos.world import HUB, Setup, World

MASTERS = ("customer",)
ALL = ("customer", "invoice", "payment")
#: Documents without a number, which nothing recognises but our own key.
DOCUMENTS = ("customer", "payment")


@dataclass(frozen=True)
class Mistake:
    """``worlds`` are where it does harm; ``patches`` are entered while it is tried; ``defect`` changes the connectors.
    Without a ``story`` the histories are thrown, from ``seed`` on."""

    name: str
    what: str
    worlds: tuple[Setup, ...]
    patches: Callable[[], list[Any]] = list
    defect: Mapping[str, Any] | None = None
    story: Story | None = None
    seed: int = 0

    @contextmanager
    def made(self) -> Iterator[Mapping[str, Character]]:
        """While it lasts, the mistake is in the program. Answers the characters to use."""
        with ExitStack() as stack:
            for one in self.patches():
                stack.enter_context(one)
            yield {name: replace(one, **self.defect) if self.defect else one for name, one in CHARACTERS.items()}

    def search(self, trials: int, seed: int | None = None) -> tuple[int, Found | None]:
        """Sweep until it is found, or for so many trials: ``(trials, what was found)``."""
        with self.made() as characters, closing(Sweep(characters, story=self.story)) as rig:
            number = self.seed if seed is None else seed
            while rig.tally.trials < trials:
                for answer in rig.trials(self.worlds[number % len(self.worlds)], number):
                    if isinstance(answer, Found):
                        answer.mistake = self.name
                        return rig.tally.trials, answer
                    if rig.tally.trials >= trials:
                        break
                number += 1
            return rig.tally.trials, None

    def without(self, found: Found) -> Found | None:
        """The same trial without the mistake."""
        with closing(Sweep(story=self.story)) as rig:
            return rig.replay(found.setup, found.seed, found.trial)


# --- the patches --------------------------------------------------------------------------------------------------------


def _no_journal() -> list[Any]:
    """Write first, record later."""
    return [patch.object(JournalStore, "open", lambda self, conn, rows: None)]


def _no_version() -> list[Any]:
    prepare = Pusher._prepare

    def careless(self: Any, *given: Any) -> Any:
        ready = prepare(self, *given)
        return ready and replace(ready, op=replace(ready.op, expected_version=None))

    return [patch.object(Pusher, "_prepare", careless)]


def _no_reading_before() -> list[Any]:
    """An ERP without conditional writes is written to without a look."""

    def blind(self: Any, scope: Any, link: Any) -> Any:
        return intake.RemoteRecord(scope.module, link.remote_id, link.version, {})

    return [patch.object(Pusher, "_read_before", blind)]


def _cursor_first() -> list[Any]:
    take_page = Puller._take_page

    def hasty(self: Any, scopes: Any, page: Any, name: str, scope: str, complete_at: Any) -> None:
        if self._context.plan is None and page.cursor:
            ended = self._context.now() if page.done else complete_at
            self._cursors.save(self._context.connection_id, name, scope=scope, position=page.cursor, complete_at=ended)
        take_page(self, scopes, page, name, scope, complete_at)

    return [patch.object(Puller, "_take_page", hasty)]


def _no_parking() -> list[Any]:
    return [patch.object(Intake, "_is_unsettled", lambda self, link, record: False)]


def _pull_over_create() -> list[Any]:
    return [patch.object(Recovery, "blind", property(lambda self: False, lambda self, value: None), create=True)]


def _single_shadow() -> list[Any]:
    """The remote's value is compared with what the hub had, not with what the remote had shown."""
    right = intake.merge

    def wrong(mapping: Any, raw: Any, base_local: Any, base_remote: Any, *rest: Any) -> Any:
        plain = {item.name for item in mapping.spec.fields if item.type not in (FieldType.LOOKUP, FieldType.LINES)}
        shadow = {name: base_local.get(name, value) if name in plain else value for name, value in base_remote.items()}
        return right(mapping, raw, base_local, shadow, *rest)

    return [
        patch.object(intake, "merge", wrong),
        patch.object(Intake, "_is_news", lambda self, link, read: link is None or not link.paused),
    ]


def _shadow_from_hub() -> list[Any]:
    settle = Settler._settle

    def wrong(self: Any, scope: Any, row: Any, read: Any, local: Any, remote: Any) -> None:
        with self._writing() as conn:
            hub = self._store.hub_rows(conn, scope.entity.name, [row.local_id])[row.local_id]
        seen = scope.mapping.project(hub.values)
        settle(self, scope, row, read, {name: seen.get(name) for name in local}, remote)

    return [patch.object(Settler, "_settle", wrong)]


def _swallowing() -> list[Any]:
    """Recovery takes all that it reads for its own."""

    def wrong(self: Any, scope: Any, row: Any, record: Any) -> None:
        read = self._read(scope, record)
        self._settle(scope, row, read, dict(row.payload.local), dict(read.raw if read is not None else row.payload.raw))

    return [patch.object(Settler, "found", wrong)]


def _trying_again() -> list[Any]:
    """An unknown outcome is taken for a failure."""

    def wrong(self: Any, scope: Any, row: Any) -> None:
        self._settler.not_done(row)

    return [patch.object(Recovery, "_settle", wrong)]


def _impatient() -> list[Any]:
    """What is not found was not done, however short ago it was sent."""
    return [patch.object(Recovery, "_is_over", lambda self, row: True)]


def _forgetful() -> list[Any]:
    """A record is no longer marked as soon as it was sent, whatever a person did meanwhile."""

    def wrong(self: Any, conn: Any, connection_id: str, entity: str, seen: Any) -> None:
        for local_id, _version in seen:
            conn.exec_driver_sql(
                self._sql("DELETE FROM dirty WHERE connection_id = ? AND local_entity_id = ?"),
                (connection_id, local_id),
            )

    settle = Settler._settle

    def settle_and_forget(self: Any, scope: Any, row: Any, *rest: Any) -> None:
        settle(self, scope, row, *rest)
        with self._writing() as conn:
            wrong(self._dirty, conn, row.connection_id, row.entity, [(row.local_id, 0)])

    return [patch.object(DirtyStore, "forget", wrong), patch.object(Settler, "_settle", settle_and_forget)]


def _deaf_to_deletes() -> list[Any]:
    """A deletion overrides what somebody changed meanwhile."""
    return [patch("app.sync.deletions._edited_here", lambda scope, link, hub: {})]


def _unsent_settled() -> list[Any]:
    """The journal says "done" before the shadows are written."""
    written = Settler.written

    def wrong(self: Any, scope: Any, row: Any, *rest: Any, **named: Any) -> None:
        if row.kind != WriteKind.DELETE:
            with self._writing() as conn:
                self._journal.settle(conn, row.op_id, "done", self._context.now())
        written(self, scope, row, *rest, **named)

    return [patch.object(Settler, "written", wrong)]


def _no_remap() -> list[Any]:
    """A changed mapping reaches only what changes after it."""
    return [patch.object(Remap, "begin", lambda self: None)]


def _remembered_first() -> list[Any]:
    """What the links mean now is remembered before their shadows are set back."""
    carry_out = Remap._carry_out

    def hasty(self: Any, forgetting: Any, then: Any) -> None:
        with self._writing():
            self._state.save(state_name(forgetting.scope.entity.name), then.stored())
        carry_out(self, forgetting, then)

    return [patch.object(Remap, "_carry_out", hasty)]


# --- the stories --------------------------------------------------------------------------------------------------------


def _town(world: World, site: str, birth: int = 1) -> None:
    """Somebody at ``site`` writes another town into a customer."""
    with world.clock.ruling():
        view = world.view(site, "customer", birth)
        if view is not None:
            world.edit(site, view, "city", f"w{world.model.new_write()} Goa")


def _linked(world: World, people: People, erp: str) -> None:
    people.create(HUB, "customer")
    world.sync(erp)
    world.clock.tick(60)
    world.sync(erp)


def _in_between(site: str, where: str = "write:after", of: str = "Parties") -> Callable[[World], None]:
    """Somebody at ``site`` writes the town in the middle of the sync: at a request, around a write."""

    def during(world: World) -> None:
        for erp in world.erps.values():

            def hook(now: str, module: str, _rid: str | None, erp: Any = erp) -> None:
                if (now, module) == (where, of):
                    erp.hook = lambda *_: None
                    _town(world, site)

            erp.hook = hook

    return during


def _edited_in_the_hub(erp: str) -> Callable[[World, People, Random], str]:
    def past(world: World, people: People, dice: Random) -> str:
        _linked(world, people, erp)
        _town(world, HUB)
        return erp

    return past


def _remapped(world: World, people: People, dice: Random) -> str:
    """An admin has the sign of an amount turned."""
    _linked(world, people, "A")
    world.remap("A", "customer", "credit_limit", Linked("LIMIT", negated=True))
    return "A"


def _edited_twice(world: World, people: People, dice: Random) -> str:
    """A write acts late, just between the look for it and the pull."""
    _linked(world, people, "A")
    _town(world, HUB)
    world.erps["A"].faults["write"].append("late")
    world.sync("A")
    _town(world, HUB)
    world.clock.tick(4.0 + dice.randrange(16) / 5)
    return "A"


def _paid_late(world: World, people: People, dice: Random) -> str:
    """A create acts late, just between the look for it and the pull; nothing but our memory tells that it is ours."""
    _linked(world, people, "D")
    people.create(HUB, "payment")
    world.erps["D"].faults["write"].append("late")
    world.sync("D")
    world.clock.tick(4.0 + dice.randrange(16) / 5)
    return "D"


def _payment(world: World, people: People, dice: Random) -> str:
    _linked(world, people, "D")
    people.create(HUB, "payment")
    return "D"


def _early_and_late(world: World, people: People, dice: Random) -> str:
    """Two rows are changed one after the other; lists show the later change first."""
    people.create("C", "customer")
    world.clock.tick(30)
    people.create("C", "customer")
    world.clock.tick(30)
    world.sync("C")
    for _ in range(dice.randrange(3)):
        _town(world, "C", 2)
    _town(world, "C", 1)
    world.clock.tick(1)
    _town(world, "C", 2)
    return "C"


def _setups(
    erps: str, entities: tuple[str, ...] = MASTERS, *strategies: str, policy: str = "propagate"
) -> tuple[Setup, ...]:
    return tuple(Setup(erps, strategy, policy, entities) for strategy in strategies or ("remote_wins", "local_wins"))


MISTAKES: Mapping[str, Mistake] = {
    one.name: one
    for one in (
        Mistake(
            "no_journal", "a write without an intent on the disk",
            _setups("D", DOCUMENTS), _no_journal, story=Story(_payment),
        ),
        Mistake(
            "no_version", "a write without the expected version",
            _setups("A"), _no_version, story=Story(_edited_in_the_hub("A"), _in_between("A", "write:before")),
        ),
        Mistake(
            "no_reading_before", "no look before a write where versions are not checked",
            _setups("B", ALL), _no_reading_before, story=Story(_edited_in_the_hub("B"), _in_between("B", "list", "Receipts")),
        ),
        Mistake(
            "greatest_seen", "the watermark is the greatest stamp seen",
            _setups("C"), defect={"greatest_seen": True}, story=Story(_early_and_late, timing=True),
        ),
        Mistake("no_overlap", "a watermark without a look back", _setups("C"), defect={"overlap": 0.0}),
        Mistake("strict_watermark", "later than the watermark, not from it on", _setups("B"), defect={"strict": True}),
        Mistake(
            "absence_in_part", "what an incremental pull doesn't show is deleted",
            _setups("BA"), defect={"absence_in_part": True},
        ),
        Mistake("cursor_first", "the cursor is committed before its records", _setups("A"), _cursor_first),
        Mistake(
            "no_parking", "a record with an open write is merged",
            _setups("A"), _no_parking, story=Story(_edited_twice, timing=True),
        ),
        Mistake(
            "pull_over_create", "pulling while a create is of unknown outcome",
            _setups("D", DOCUMENTS), _pull_over_create, story=Story(_paid_late, timing=True), seed=20,
        ),
        Mistake("single_shadow", "one shadow instead of two", _setups("B") + _setups("AB"), _single_shadow),
        Mistake(
            "shadow_from_hub", "the shadow is taken from the hub at the answer",
            _setups("A"), _shadow_from_hub, story=Story(_edited_in_the_hub("A"), _in_between(HUB)),
        ),
        Mistake(
            "swallowing", "recovery takes another person's edit for its own",
            _setups("A"), _swallowing, story=Story(_edited_in_the_hub("A"), between=lambda world: _town(world, "A")),
        ),
        Mistake(
            "trying_again", "an unknown outcome is taken for a failure",
            _setups("D", DOCUMENTS), _trying_again, story=Story(_payment),
        ),
        Mistake(
            "impatient", "not found is taken for not done too early",
            _setups("D", DOCUMENTS), _impatient, story=Story(_paid_late, timing=True),
        ),
        Mistake(
            "forgetful", "what changed while it was sent is not sent",
            _setups("A"), _forgetful, story=Story(_edited_in_the_hub("A"), _in_between(HUB)),
        ),
        Mistake("deaf_to_deletes", "a deletion beats an edit", _setups("AB"), _deaf_to_deletes),
        Mistake(
            "no_remap", "a changed mapping leaves what was synced before",
            _setups("A"), _no_remap, story=Story(_remapped),
        ),
        Mistake(
            "remembered_first", "a changed mapping counts as applied before it is",
            _setups("A"), _remembered_first, story=Story(_remapped),
        ),
        Mistake(
            "unsent_settled", "an op is done before its shadows are",
            _setups("D", DOCUMENTS), _unsent_settled, story=Story(_payment),
        ),
    )
}  # fmt: skip
