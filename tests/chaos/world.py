"""A world: one hub, one to three ERPs, people at each, and what they did. Everything in it repeats from a seed."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.db.runs import Run
from tests.chaos.erps import BIRTH, CHARACTERS, HIDDEN, MODULE_OF, MODULES, Character, Erp
from tests.chaos.hub import Hub, Kept
from tests.chaos.model import EDITED, Linked, Model, View, birth_of
from tests.chaos.store import State

HUB = "H"
#: Hub field → remote field of what people see and edit.
FIELDS: Mapping[str, Mapping[str, str]] = {
    "customer": {
        "business_name": "NAME", "contact_person": "CODE", "city": "CITY", "notes": "NOTES", "credit_limit": "LIMIT",
    },
    "invoice": {"reference": "BIRTH", "narration": "NARRATION", "customer": "PARTY", "lines": "LINES"},
    "payment": {
        "instrument_number": "BIRTH", "narration": "NARRATION", "amount": "AMOUNT", "customer": "PARTY",
        "allocations": "BILLS",
    },
}  # fmt: skip
CHILDREN = {
    "lines": {"description": "TEXT", "amount": "AMOUNT"},
    "allocations": {"invoice": "INVOICE", "amount": "AMOUNT"},
}
HUB_BIRTH = {"customer": "contact_person", "invoice": "reference", "payment": "instrument_number"}


class Crash(BaseException):
    """The process dies here: nothing catches it."""


@dataclass(frozen=True)
class Setup:
    """What a world is made of. ``erps`` are names of characters."""

    erps: str = "AB"
    strategy: str = "remote_wins"
    delete_policy: str = "propagate"
    entities: tuple[str, ...] = ("customer", "invoice", "payment")

    def __str__(self) -> str:
        return f"{self.erps},{self.strategy},{self.delete_policy},{'+'.join(self.entities)}"

    @classmethod
    def of(cls, text: str) -> Setup:
        erps, strategy, policy, entities = text.split(",")
        return cls(erps, strategy, policy, tuple(entities.split("+")))


class World:
    """``hub`` may be one that served another world: it is emptied."""

    def __init__(
        self,
        setup: Setup,
        hub: Hub,
        characters: Mapping[str, Character] = CHARACTERS,
        others: Mapping[str, Callable[[Setup], Any]] = {},
    ) -> None:
        """``others``: what connects the sites that are no fake ERPs."""
        self._begin(setup, hub)
        self.erps = {}
        for name in setup.erps:
            if name in others:
                self.erps[name] = others[name](setup)
                continue
            self.erps[name] = Erp(characters[name], self.clock)
            hub.connect(self.erps[name], setup.entities, setup.strategy, setup.delete_policy)

    def _begin(self, setup: Setup, hub: Hub) -> None:
        self.setup = setup
        self.clock = hub.clock
        self.hub = hub
        self.model = Model()
        self._births: dict[str, int | None] = {}
        self.excused: Counter[str] = Counter()
        self.runs: list[Run] = []
        self.erps: dict[str, Erp]

    @property
    def sites(self) -> list[str]:
        return [HUB, *self.erps]

    # --- looking -------------------------------------------------------------------------------------------------

    def views(self, site: str, entity: str) -> list[View]:
        """The living records of a site."""
        if site == HUB:
            return [
                view
                for row in self.hub.rows(entity).values()
                if row.deleted_at is None and (view := self._of_hub(entity, row))
            ]
        rows = self.erps[site].rows(MODULE_OF[entity])
        return [view for state in rows.values() if (view := self.of_erp(site, state))]

    def all_views(self, site: str) -> list[View]:
        return [view for entity in self.setup.entities for view in self.views(site, entity)]

    def view(self, site: str, entity: str, birth: int) -> View | None:
        return next((view for view in self.views(site, entity) if view.birth == birth), None)

    def views_of(self, site: str, entity: str, birth: int) -> list[View]:
        return [view for view in self.views(site, entity) if view.birth == birth]

    def edited(self, site: str, entity: str) -> tuple[str, ...]:
        """The fields that people edit at a site."""
        lacks = self.erps[site].lacks if site != HUB else frozenset()
        return tuple(name for name in EDITED[entity] if name not in lacks)

    def has(self, site: str, entity: str) -> bool:
        return site == HUB or MODULE_OF[entity] in self.erps[site].modules

    def view_of(self, site: str, module: str, rid: str | None) -> View | None:
        state = self.erps[site].store.one(module, rid) if rid else None
        return None if state is None or state.gone else self.of_erp(site, state)

    def fields(self, site: str, entity: str) -> dict[str, str]:
        """Hub field → remote field at a site, as they are linked now (or were last)."""
        return {local: self.link(site, entity, local).remote for local in FIELDS[entity]}

    def link(self, site: str, entity: str, local: str) -> Linked:
        return self.model.links.get((site, entity, local)) or Linked(FIELDS[entity][local])

    def was_remapped(self, entity: str, local: str, site: str | None = None) -> bool:
        """Did an admin ever link the field otherwise (at this site)?"""
        return any((e, name) == (entity, local) and site in (None, where) for where, e, name in self.model.links)

    def of_erp(self, site: str, state: State) -> View | None:
        entity = MODULES[state.module]
        birth = birth_of(state.fields.get(BIRTH[entity]))
        if birth is None:
            return None
        values: dict[str, Any] = {}
        for local, remote in self.fields(site, entity).items():
            value = state.fields.get(remote)
            if local in CHILDREN:
                names = CHILDREN[local].items()
                value = [
                    {ours: self._seen(site, ours, row.get(theirs)) for ours, theirs in names} for row in value or ()
                ]
            values[local] = self._seen(site, local, value)
        return View(entity, birth, state.id, values)

    def _seen(self, site: str, name: str, value: Any) -> Any:
        if name == "customer":
            return self._birth_at(site, "Parties", value)
        return self._birth_at(site, "Bills", value) if name == "invoice" else value

    def _birth_at(self, site: str, module: str, rid: str | None) -> int | None:
        state = self.erps[site].store.one(module, rid) if rid else None
        return None if state is None else birth_of(state.fields.get(BIRTH[MODULES[module]]))

    def _of_hub(self, entity: str, row: Kept) -> View | None:
        birth = birth_of(row.values.get(HUB_BIRTH[entity]))
        if birth is None:
            return None
        values: dict[str, Any] = {}
        for local in FIELDS[entity]:
            value = row.values.get(local)
            if local in CHILDREN:
                value = [
                    {name: self._seen_in_hub(name, line.get(name)) for name in CHILDREN[local]} for line in value or ()
                ]
            values[local] = self._seen_in_hub(local, value)
        return View(entity, birth, row.id, values)

    def _seen_in_hub(self, name: str, value: Any) -> Any:
        target = {"customer": "customer", "invoice": "invoice"}.get(name)
        return self.hub_birth(target, value) if target and isinstance(value, str) else value

    def hub_birth(self, entity: str, record_id: str) -> int | None:
        """From which birth a hub record is; nobody ever changes that."""
        if record_id not in self._births:
            rows = self.hub.rows(entity)
            self._births |= {one.id: birth_of(one.values.get(HUB_BIRTH[entity])) for one in rows.values()}
        return self._births.get(record_id)

    # --- people --------------------------------------------------------------------------------------------------

    def create(self, site: str, entity: str, values: Mapping[str, Any]) -> int:
        """Somebody enters a record; references are births that the site shows. Answers its birth."""
        model = self.model
        birth = model.new_birth(entity, site)
        model.say(f"{site}: create {entity} b{birth} {dict(values)}")
        stored = self._stored(site, entity, values)
        if site == HUB:
            extra = {"invoice": {"number": f"N{birth}", "date": "2026-03-01"}, "payment": {"date": "2026-03-01"}}
            own = {HUB_BIRTH[entity]: f"b{birth}", **extra.get(entity, {}), **stored}
            if entity == "customer":
                own["phone"] = f"p{birth}"
            made = self.hub.records.create(entity, own, "user:kim")["id"]
            model.hidden[site, made] = own.get("phone")
        else:
            module = MODULE_OF[entity]
            fields = {BIRTH[entity]: f"b{birth}", HIDDEN: f"s{birth}", **stored}
            if entity == "invoice":
                fields |= {"NO": f"N{birth}"}
            if entity != "customer":
                fields |= {"DATE": "2026-03-01"}
            made = self.erps[site].create(module, fields)
            model.hidden[site, made] = f"s{birth}"
        for name, value in values.items():
            model.wrote(site, birth, name, value, None, self._shown(site, entity, name, value))
        return birth

    def edit(self, site: str, view: View, name: str, value: Any) -> None:
        self.model.say(f"{site}: edit {view.entity} b{view.birth}.{name} = {value}")
        stored = self._stored(site, view.entity, {name: value})
        untold = site != HUB and self._is_untold(site, view, created=False)
        if site == HUB:
            self.hub.records.update(view.entity, view.id, stored, "user:kim")
        else:
            self.erps[site].edit(MODULE_OF[view.entity], view.id, **stored)
        shown = self._shown(site, view.entity, name, value)
        self.model.wrote(site, view.birth, name, value, view.values.get(name), shown, untold=untold)

    def _shown(self, site: str, entity: str, name: str, value: Any) -> Any:
        return value if site == HUB else self.erps[site].rewritten(self.fields(site, entity)[name], value)

    def edit_hidden(self, site: str, view: View, value: str) -> None:
        self.model.say(f"{site}: edit {view.entity} b{view.birth}.{HIDDEN} = {value}")
        self.erps[site].edit(MODULE_OF[view.entity], view.id, **{HIDDEN: value})
        self.model.hidden[site, view.id] = value

    def delete(self, site: str, view: View) -> None:
        self.model.say(f"{site}: delete {view.entity} b{view.birth}")
        self.model.deleted(site, view, untold=site != HUB and self._is_untold(site, view))
        if site == HUB:
            self.hub.records.delete(view.entity, view.id, "user:kim")
        else:
            self.erps[site].delete(MODULE_OF[view.entity], view.id)

    def _is_untold(self, site: str, view: View, *, created: bool = True) -> bool:
        """Does the hub not know yet that a write of its own made (``created``) or changed this record?"""
        states = [state for state in self.erps[site].store.ever(MODULE_OF[view.entity]) if state.id == view.id]
        inflight = {row[0] for row in self.hub.select("SELECT op_id FROM journal WHERE state = 'inflight'")}
        return any(state.op in inflight for state in (states[:1] if created else states))

    def is_named(self, site: str, view: View) -> bool:
        """Does another living record of the site refer to it?"""
        if site != HUB:
            return self.erps[site].is_named(MODULE_OF[view.entity], view.id)
        for other in self.all_views(HUB):
            inside = [line.get("invoice") for line in other.values.get("allocations") or ()]
            if view.birth in (other.values.get("customer"), *inside) and other.birth != view.birth:
                return True
        return False

    def _stored(self, site: str, entity: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Values with births as the site's ids and under its names."""
        out: dict[str, Any] = {}
        entity_fields = self.fields(site, entity)
        for name, value in values.items():
            if name in CHILDREN:
                lines = [
                    {
                        (ours if site == HUB else theirs): self._id_at(site, "invoice", line[ours])
                        if ours == "invoice"
                        else line[ours]
                        for ours, theirs in CHILDREN[name].items()
                    }
                    for line in value
                ]
                value = lines
            elif name == "customer":
                value = self._id_at(site, "customer", value)
            out[name if site == HUB else entity_fields[name]] = value
        return out

    def _id_at(self, site: str, entity: str, birth: int | None) -> str | None:
        if birth is None:
            return None
        view = self.view(site, entity, birth)
        assert view is not None, f"b{birth} is not at {site}"
        return view.id

    # --- the admin ---------------------------------------------------------------------------------------------------

    def remap(self, site: str, entity: str, local: str, link: Linked) -> None:
        """An admin links a field of one connection otherwise."""
        self.model.say(f"admin: {site} {entity}.{local} → {link}")
        self.model.links[site, entity, local] = link
        links = {one: self.link(site, entity, one) for one in FIELDS[entity]}
        with self.clock.ruling():
            self.hub.map_anew(self.erps[site], entity, links)

    # --- syncs ---------------------------------------------------------------------------------------------------

    def sync(self, name: str, *, say: bool = True, **order: Any) -> Run | None:
        """One run; ``None`` when the process died in it."""
        if say:
            self.model.say(f"sync {name} {order or ''}".rstrip())
        try:
            with self.clock.ruling():
                run = self.hub.sync(name, **order)
        except Crash:
            self.model.say(f"crash in the sync of {name}")
            self.hub.engine = self.hub.new_engine()
            return None
        self.runs.append(run)
        return run

    def calm(self) -> None:
        """No more faults, crashes or people in between."""
        self.hub.at = lambda _where: None
        for erp in self.erps.values():
            erp.faults.clear()
            erp.hook = lambda _where, _module, _rid: None

    # --- going back ----------------------------------------------------------------------------------------------

    def snapshot(self) -> Any:
        stores = {name: erp.store.snapshot() for name, erp in self.erps.items()}
        return self.hub.snapshot(), stores, pickle.dumps(self.model), self.clock.now

    def restore(self, kept: Any) -> None:
        hub, stores, model, now = kept
        self.hub.restore(hub)
        for name, erp in self.erps.items():
            erp.store.restore(stores[name])
            erp.alarms.clear()
            erp.requests = erp.writes = 0
        links = self.model.links
        self.model = pickle.loads(model)
        if self.model.links != links:
            self.hub.forget_mappings()
        self.clock.now = now
        self._births.clear()
        self.runs = []
        self.calm()
