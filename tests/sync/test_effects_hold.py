"""What a changed mapping is said to do is what the next sync does, over thrown histories and thrown changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import pytest

from app.db.configs import StoredMapping
from app.db.errors import ErrorStore
from app.db.records import RecordStore
from app.db.sql import load
from app.mapping.compiled import compile_mapping
from app.mapping.stored import field_mappings
from app.model.cancel import CancelToken
from app.model.entities import ENTITIES
from app.sync.effects import FieldEffect, effects
from app.sync.tools import entity_scope
from tests.sync.rig import Rig

TOWNS = ("Pune", "pune", "Goa", "", None, "Nashik")
RULES = ("remote_wins", "local_wins", "manual")
pytestmark = pytest.mark.database("sqlite")
TABLES: tuple[Any, ...] = (
    None,
    {"pairs": [["Poona", "Pune"]], "unmapped": "keep"},
    {"pairs": [["Goa!", "Goa"], ["Poona", "Pune"]], "unmapped": "null"},
    {"pairs": [["Poona", "Pune"], ["Nasik", "Nashik"]], "unmapped": "error"},
)


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
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


@pytest.mark.parametrize("seed", range(12))
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


# --- what is made of several, lines, references ---------------------------------------------------------------------------


def thrown_lines(dice: Random) -> list[StoredMapping]:
    """Links of the fields of an invoice's lines."""
    ways = ("both", "to_local", "to_remote", None)
    found = []
    for name, remote, kind in (
        ("description", "TEXT", "text"),
        ("hsn_code", "HSN", "text"),
        ("amount", "AMOUNT", "number"),
    ):
        way = dice.choice(ways) if dice.random() < 0.5 else "both"
        steps = [{"name": "upper"}] if kind == "text" and way not in ("both", None) and dice.random() < 0.4 else None
        if way is not None:
            found.append(StoredMapping(f"lines[].{name}", f"LINES[].{remote}", kind, direction=way, transform=steps))
    return found


def thrown_customer(dice: Random) -> list[StoredMapping]:
    """The customer that an invoice names: by its key, or by its GSTIN."""
    by = [{"name": "lookup_by", "args": {"field": "gstin"}}]
    if dice.random() < 0.5:
        return [StoredMapping("customer", "PARTY", "lookup")]
    return [StoredMapping("customer", "GST", "lookup", transform=by)] if dice.random() < 0.8 else []


def thrown_memo(dice: Random) -> list[StoredMapping]:
    """What is put together of several fields, on its way out."""
    text = dice.choice(("{number} of {date}", "{number}: {reference}", None))
    steps = [{"name": "template", "args": {"text": text}}]
    return [StoredMapping("custom.memo", "MEMO", direction="to_remote", transform=steps)] if text else []


def turned(rig: Rig, one: str, links: list[StoredMapping]) -> tuple[FieldEffect, ...]:
    """What is said of an invoice's new links, which are stored then."""
    (config,) = rig.configs.list(connection_id=one, entity_type="invoice")
    new = compile_mapping(ENTITIES["invoice"], field_mappings(links, {}))
    found = effects(rig.db, one, entity_scope(rig.engine._tools, config), new, CancelToken())
    rig.configs.update(config.id, mappings=links)
    rig.engine._compiled.clear()
    return found.fields


def shown(found: tuple[FieldEffect, ...], kind: str) -> set[str]:
    """The records that a kind of effect is told of: there are no more of them than are shown."""
    return {example.label for each in found for example in each.examples.get(kind, ())}


@pytest.mark.parametrize("seed", range(18))
def test_of_documents_too(rig: Rig, seed: int) -> None:
    dice = Random(seed)
    one = rig.connect(
        entities=("customer", "invoice"), sync_direction="bidirectional", conflict_resolution=dice.choice(RULES)
    )
    head = [StoredMapping("number", "NO"), StoredMapping("date", "DATE", "date"), StoredMapping("reference", "REF"),
            StoredMapping("lines", "LINES", "lines")]  # fmt: skip
    for n in range(3):
        rig.erps["A"].put("Parties", f"c{n}", NAME=f"Customer {n}", GSTIN=f"G{n}")
    for n in range(5):
        lines = [{"TEXT": dice.choice("aB"), "HSN": dice.choice(("x", None)), "AMOUNT": "5.00"} for _ in range(2)]
        rig.erps["A"].put("Bills", f"b{n}", NO=f"INV-{n}", DATE="2026-08-01", REF=dice.choice(("r", None)), LINES=lines,
                          PARTY=f"customer {dice.randrange(3)}", GST=f"G{dice.randrange(4)}", MEMO=None)  # fmt: skip
    ways = (thrown_customer, thrown_lines, thrown_memo)
    links = [way(dice) for way in ways]
    turned(rig, one, [*head, *chain.from_iterable(links)])
    rig.sync(one)
    for _ in range(3):
        edits = dice.choice((0.0, 0.4))
        for record in rig.hub("invoice").values():
            if dice.random() < edits:
                rows = [
                    {**row, dice.choice(("description", "hsn_code")): dice.choice("aBc")}
                    for row in record.values["lines"]
                ]
                RecordStore(rig.db).update("invoice", record.id, {"lines": rows}, "user")
        before = {key: row.values for key, row in rig.hub("invoice").items()}
        one_of_them = dice.randrange(len(ways))
        links[one_of_them] = ways[one_of_them](dice)
        found = turned(rig, one, [*head, *chain.from_iterable(links)])
        told = +Counter({kind: sum(getattr(each, kind) for each in found) for kind in ("here", "questions", "refused")})
        asked, failed, sent = open_questions(rig), ErrorStore(rig.db).count_open(), len(rig.erps["A"].writes)
        rig.sync(one, sync_type="incremental")
        after = {key: row.values for key, row in rig.hub("invoice").items()}
        came = +Counter(
            here=sum(after[key].get(name) != before[key].get(name) for key in before for name in before[key]),
            questions=open_questions(rig) - asked,
            refused=ErrorStore(rig.db).count_open() - failed,
        )
        written = {f"INV-{rid.removeprefix('b')}" for _, rid, _ in rig.erps["A"].writes[sent:]}
        assert {each.field for each in found} <= {"customer", "custom.memo", "lines"}
        if any(each.unknown for each in found):
            continue
        assert came == told
        assert shown(found, "there") - shown(found, "refused") <= written
        if not edits and not asked:
            assert written <= shown(found, "there")


def open_questions(rig: Rig) -> int:
    """Fields that wait for a decision."""
    return sum(len(load(row[0])) for row in rig.rows("SELECT fields FROM conflicts WHERE status = 'open'"))
