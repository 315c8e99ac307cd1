"""What people do, chosen by a seeded dice: the same acts serve the sweep and the state machine."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from app.model.errors import AppError
from tests.chaos.erps import MODULES, POISON
from tests.chaos.model import CLEARED, View
from tests.chaos.world import HUB, World

#: More records than this make a history long, not telling.
MOST = 6


def some_text(world: World, name: str, dice: Random) -> str:
    """A value that names its write, in a form that some ERP rewrites."""
    number = world.model.new_write()
    words = {
        "business_name": ("Traders and Sons", "& Co", "Mills"),
        "city": (" Pune", "Nashik", "MUMBAI "),
        "notes": ("pays  late", "a good customer, most of the time", "x"),
        "narration": ("as  agreed", "by hand", "urgent, please deliver at once"),
    }[name]
    return f"w{number} {dice.choice(words)}"


def some_number(world: World) -> str:
    return f"{world.model.new_write()}.25"


def new_value(world: World, site: str, view: View | None, entity: str, name: str, dice: Random) -> Any:
    """A new value of a field, or ``None`` when the site has nothing to refer to."""
    if name in ("credit_limit", "amount"):
        return some_number(world)
    if name == "customer":
        free = [one.birth for one in world.views(site, "customer") if view is None or _unused(world, view, one.birth)]
        return dice.choice(free) if free else None
    if name == "lines":
        return _new_lines(world, view, dice)
    if name == "allocations":
        return _new_allocations(world, site, view, dice)
    return some_text(world, name, dice)


def _unused(world: World, view: View, birth: int) -> bool:
    """A reference names its write only when nobody set it to that record before."""
    return f"b{birth}" not in world.model.writes[view.birth, "customer"]


def _new_lines(world: World, view: View | None, dice: Random) -> list[dict[str, Any]]:
    lines = [dict(line) for line in (view.values["lines"] if view else ())]
    line = {"description": f"bolts {dice.randrange(9)}", "amount": some_number(world)}
    if lines and dice.random() < 0.5:
        lines[dice.randrange(len(lines))]["amount"] = line["amount"]
        return lines
    if len(lines) > 1 and dice.random() < 0.4:
        lines.pop(dice.randrange(len(lines)))
    lines.insert(dice.randrange(len(lines) + 1), line)
    return lines


def _new_allocations(world: World, site: str, view: View | None, dice: Random) -> list[dict[str, Any]] | None:
    invoices = [one.birth for one in world.views(site, "invoice")]
    if not invoices:
        return None
    lines = [dict(line) for line in (view.values["allocations"] if view else ())]
    line = {"invoice": dice.choice(invoices), "amount": some_number(world)}
    if lines and dice.random() < 0.5:
        lines[dice.randrange(len(lines))] = line
    else:
        lines.append(line)
    return lines


class People:
    """``dice`` decides; every method does one thing, or nothing where it can't be done, and says whether it did."""

    def __init__(self, world: World, dice: Random) -> None:
        self.world = world
        self.dice = dice

    def anything(self, site: str | None = None) -> bool:
        site = site or self.dice.choice(self.world.sites)
        act = self.dice.choices(
            (self.create, self.edit, self.delete, self.clear, self.hide), weights=(5, 9, 2.5, 1, 1)
        )[0]
        return act(site)

    def create(self, site: str, entity: str | None = None) -> bool:
        world, dice = self.world, self.dice
        if len(world.model.births) >= MOST:
            return False
        entity = entity or dice.choice([one for one in world.setup.entities if world.has(site, one)])
        values: dict[str, Any] = {}
        with world.clock.ruling():
            for name in (*(("customer",) if entity == "payment" else ()), *world.edited(site, entity)):
                value = new_value(world, site, None, entity, name, dice)
                if value is not None:
                    values[name] = value
            if entity != "customer" and "customer" not in values:
                return False
            world.create(site, entity, values)
        return True

    def edit(self, site: str, view: View | None = None) -> bool:
        world, dice = self.world, self.dice
        with world.clock.ruling():
            view = view or self._any(site)
            if view is None:
                return False
            name = dice.choice(world.edited(site, view.entity))
            value = new_value(world, site, view, view.entity, name, dice)
            if value is None:
                return False
            return self._try(lambda: world.edit(site, view, name, value))

    def clear(self, site: str) -> bool:
        """Empty a field; once in a record's life, so that "empty" names this write."""
        world = self.world
        with world.clock.ruling():
            view = self._any(site)
            if view is None or view.entity != "customer":
                return False
            name = self.dice.choice([one for one in ("city", "credit_limit") if one in world.edited(site, "customer")])
            if view.values[name] is None or CLEARED in world.model.writes[view.birth, name]:
                return False
            return self._try(lambda: world.edit(site, view, name, None))

    def poison(self, site: str) -> bool:
        """A text that one ERP after the other refuses."""
        world = self.world
        with world.clock.ruling():
            view = self._any(site)
            if view is None or view.entity == "payment":
                return False
            name = {"customer": "notes", "invoice": "narration"}[view.entity]
            value = f"w{world.model.new_write()} {POISON}"
            return self._try(lambda: world.edit(site, view, name, value))

    def hide(self, site: str) -> bool:
        """Edit a field that no mapping knows."""
        if site == HUB:
            return False
        view = self._any(site)
        if view is None:
            return False
        self.world.edit_hidden(site, view, f"s{self.world.model.new_write()}x")
        return True

    def delete(self, site: str) -> bool:
        world = self.world
        with world.clock.ruling():
            view = self._any(site)
            if view is None or world.is_named(site, view):
                return False
            return self._try(lambda: world.delete(site, view))

    def _any(self, site: str) -> View | None:
        views = self.world.all_views(site)
        return self.dice.choice(views) if views else None

    @staticmethod
    def _try(act: Any) -> bool:
        """The hub may refuse what a person tries (a record just deleted); then nothing was done."""
        try:
            act()
        except AppError:
            return False
        return True


class Admin:
    """Links fields otherwise: what it does to records synced before, the next syncs show."""

    def __init__(self, world: World, dice: Random) -> None:
        self.world = world
        self.dice = dice

    def remap(self, site: str | None = None) -> bool:
        world, dice = self.world, self.dice
        site = site or dice.choice([one for one in world.sites if one != HUB])
        entity = dice.choice([one for one in world.setup.entities if world.has(site, one)])
        local = dice.choice([one for one in REMAPPED[entity] if one not in world.erps[site].lacks])
        now = world.link(site, entity, local)
        if not now.on:
            new = replace(now, on=True, remote=dice.choice((now.remote, *_other(now.remote, local))))
        elif local in ("credit_limit", "amount"):
            new = replace(now, negated=not now.negated)
        else:
            new = dice.choice(
                (
                    replace(now, on=False),
                    *(replace(now, remote=other) for other in _other(now.remote, local)),
                    replace(now, direction="to_local" if now.direction == "both" else "both"),
                )
            )
        world.remap(site, entity, local, new)
        return True


#: Fields that admins link otherwise, and of some the spare field there.
REMAPPED = {
    "customer": ("city", "notes", "credit_limit"),
    "invoice": ("narration",),
    "payment": ("narration", "amount"),
}
_SPARE = {"city": ("CITY", "TOWN"), "notes": ("NOTES", "REMARK")}


def _other(remote: str, local: str) -> tuple[str, ...]:
    return tuple(one for one in _SPARE.get(local, ()) if one != remote)


class Interruptions:
    """People who edit in the middle of a sync: at the ``at``-th moment at which ``site`` can, somebody does.

    An ERP without conditional writes has no defence against an edit between the read before a write and the write: there
    people edit only while it is listed, and the record just written right after the write.
    """

    def __init__(self, world: World, dice: Random, site: str, at: int) -> None:
        self._people = People(world, dice)
        self._world = world
        self._left = at
        self._site = site
        for name, erp in world.erps.items():
            erp.hook = lambda where, module, rid, name=name: self._moment(name, where, module, rid)  # type: ignore[misc]

    def _moment(self, name: str, where: str, module: str, rid: str | None) -> None:
        if name != self._site and self._site != HUB:
            return
        careful = self._site != HUB and not self._world.erps[name].character.capabilities.conditional_write
        if careful and where not in ("list", "write:after"):
            return
        self._left -= 1
        if self._left:
            return
        if careful and where == "write:after":
            self._edit_that(name, module, rid)
        else:
            self._people.anything(self._site)

    def _edit_that(self, name: str, module: str, rid: str | None) -> None:
        view = self._world.view_of(name, module, rid)
        if view is not None and view.entity in MODULES.values():
            self._people.edit(name, view)
