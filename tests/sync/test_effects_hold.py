"""What a changed mapping is said to do is what the next sync does, over thrown histories and thrown changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from app.db.configs import StoredMapping
from app.db.errors import ErrorStore
from app.db.records import RecordStore
from app.mapping.compiled import compile_mapping
from app.mapping.stored import field_mappings
from app.model.cancel import CancelToken
from app.model.entities import ENTITIES
from app.sync.effects import FieldEffect, effects
from app.sync.tools import entity_scope
from tests.sync.rig import Rig

TOWNS = ("Pune", "pune", "Goa", "", None, "Nashik")
RULES = ("remote_wins", "local_wins", "manual")
TABLES: tuple[Any, ...] = (
    None,
    {"pairs": [["Poona", "Pune"]], "unmapped": "keep"},
    {"pairs": [["Goa!", "Goa"], ["Poona", "Pune"]], "unmapped": "null"},
    {"pairs": [["Poona", "Pune"], ["Nasik", "Nashik"]], "unmapped": "error"},
)


@pytest.fixture
def rig(data_dir: Path) -> Iterator[Rig]:
    made = Rig(data_dir)
    yield made
    made.db.close()


def thrown_city(dice: Random) -> StoredMapping | None:
    """A link of the customers' city; ``None``: none."""
    way = dice.choice(("both", "both", "to_local", "to_remote", None))
    if way is None:
        return None
    remote = "CITY" if dice.random() < 0.8 else "PHONE"
    chain = [{"name": "upper"}] if way != "both" and dice.random() < 0.4 else None
    default = "Delhi" if dice.random() < 0.2 else None
    table = dice.choice(TABLES) if chain is None else None
    return StoredMapping("city", remote, direction=way, transform=chain, value_map=table, default_value=default)


def map_city(rig: Rig, one: str, city: StoredMapping | None) -> None:
    (config,) = rig.configs.list(connection_id=one, entity_type="customer")
    links = [each for each in config.mappings if each.local_field not in ("city", "phone")]
    rig.configs.update(config.id, mappings=[*links, *([city] if city else [])])
    rig.engine._compiled.clear()  # stamps are coarse, and tests are fast


def said(rig: Rig, one: str, city: StoredMapping | None) -> FieldEffect | None:
    (config,) = rig.configs.list(connection_id=one, entity_type="customer")
    links = [each for each in config.mappings if each.local_field not in ("city", "phone")]
    new = compile_mapping(ENTITIES["customer"], field_mappings([*links, *([city] if city else [])], {}))
    found = effects(rig.db, one, entity_scope(rig.engine._tools, config), new, CancelToken())
    return found.fields[0] if found.fields else None


def done(rig: Rig, one: str) -> Counter[str]:
    """What a sync does to the city."""
    before = {key: row.values["city"] for key, row in rig.hub("customer").items()}
    writes = len(rig.erps["A"].writes)
    questions = rig.scalar("SELECT count(*) FROM conflicts WHERE status = 'open'")
    failed = ErrorStore(rig.db).count_open()
    rig.sync(one, sync_type="incremental")
    after = {key: row.values["city"] for key, row in rig.hub("customer").items()}
    return +Counter(
        here=sum(after[key] != before[key] for key in before),
        there=len(rig.erps["A"].writes) - writes,
        questions=rig.scalar("SELECT count(*) FROM conflicts WHERE status = 'open'") - questions,
        refused=ErrorStore(rig.db).count_open() - failed,
    )


@pytest.mark.parametrize("seed", range(20))
def test_what_is_said_is_what_is_done(rig: Rig, seed: int) -> None:
    dice = Random(seed)
    one = rig.connect(entities=("customer",), sync_direction="bidirectional", conflict_resolution=dice.choice(RULES))
    map_city(rig, one, StoredMapping("city", "CITY"))
    for n in range(8):
        rig.erps["A"].put("Parties", f"c{n}", NAME=f"Customer {n}", CITY=dice.choice(TOWNS), PHONE=dice.choice(TOWNS))
    rig.sync(one)
    for _ in range(2):
        for n in range(8):
            if dice.random() < 0.3:
                record = rig.hub("customer")[f"Customer {n}"]
                RecordStore(rig.db).update("customer", record.id, {"city": dice.choice(TOWNS)}, "user")
        city = thrown_city(dice)
        effect = said(rig, one, city)
        map_city(rig, one, city)
        kinds = ("here", "there", "questions", "refused")
        told = +Counter({kind: getattr(effect, kind) for kind in kinds} if effect else {})
        unknown = effect.unknown if effect else 0
        came = done(rig, one)
        if effect is not None and unknown == 0:
            assert came == told, (city, effect.said)
