"""Lines of documents whose fields go different ways, and a changed mapping of theirs: no line is emptied over there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.db.configs import StoredMapping
from app.db.records import RecordStore
from tests.sync.rig import Rig

pytestmark = pytest.mark.database("sqlite")

ROWS = [{"TEXT": "a", "AMOUNT": "10.00", "HSN": "x"}, {"TEXT": "b", "AMOUNT": "20.00", "HSN": "y"}]
HSN = StoredMapping("lines[].hsn_code", "LINES[].HSN")
Links = list[StoredMapping]


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


def begin(rig: Rig, rule: str = "remote_wins", **turned: str) -> str:
    """A synced invoice of two lines; ``turned`` are the directions of fields of lines."""
    one = rig.connect(
        entities=("customer", "invoice"),
        sync_direction="bidirectional",
        conflict_resolution=rule,
        delete_policy="propagate",
    )
    change(rig, one, lambda links: turn(links, **turned))
    rig.erps["A"].put("Parties", "c1", NAME="Customer 1")
    rig.erps["A"].put("Bills", "b1", NO="INV-1", DATE="2026-08-01", PARTY="customer 1", TOTAL="30.00", LINES=ROWS)
    rig.sync(one)
    return one


def turn(links: Links, **turned: str) -> Links:
    return [replace(one, direction=turned.get(one.local_field.partition("[].")[2], one.direction)) for one in links]


def change(rig: Rig, one: str, how: Callable[[Links], Links]) -> None:
    (config,) = rig.configs.list(connection_id=one, entity_type="invoice")
    rig.configs.update(config.id, mappings=how(list(config.mappings)))
    rig.engine._compiled.clear()  # stamps are coarse, and tests are fast


def edit(rig: Rig, number: int = 0, **values: Any) -> None:
    record = rig.hub("invoice")["INV-1"]
    lines = [dict(line) for line in record.values["lines"]]
    lines[number] |= values
    RecordStore(rig.db).update("invoice", record.id, {"lines": lines}, "user")


def here(rig: Rig, name: str) -> list[Any]:
    return [line[name] for line in rig.hub("invoice")["INV-1"].values["lines"]]


def there(rig: Rig) -> list[dict[str, Any]]:
    return list(rig.erps["A"].rows["Bills"]["b1"][1]["LINES"])


def rest(rig: Rig, one: str) -> None:
    writes = len(rig.erps["A"].writes)
    assert rig.sync(one).message == "Nothing had changed"
    assert len(rig.erps["A"].writes) == writes


# --- which way the fields of lines go ---------------------------------------------------------------------------------


def test_lines_of_which_no_field_goes_out_are_not_sent(rig: Rig) -> None:
    one = begin(rig, description="to_local", amount="to_local")
    edit(rig, amount="11.00")
    rig.sync(one)
    assert rig.erps["A"].writes == []
    assert there(rig) == ROWS


def test_an_edit_of_a_field_that_only_comes_in_sends_no_lines(rig: Rig) -> None:
    one = begin(rig, amount="to_local")
    edit(rig, amount="11.00")
    rig.sync(one)
    assert rig.erps["A"].writes == []
    edit(rig, description="c")
    rig.sync(one)
    assert [line["TEXT"] for line in there(rig)] == ["c", "b"]
    assert here(rig, "amount") == ["11.00", "20.00"]
    rest(rig, one)


def test_a_line_more_is_sent_where_all_its_fields_only_go_out(rig: Rig) -> None:
    one = begin(rig, description="to_remote", amount="to_local")
    record = rig.hub("invoice")["INV-1"]
    lines = [*record.values["lines"], {"description": "c"}]
    RecordStore(rig.db).update("invoice", record.id, {"lines": lines}, "user")
    rig.sync(one)
    assert [line["TEXT"] for line in there(rig)][-1] == "c"


# --- a changed mapping ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("direction", ["both", "to_local"])
@pytest.mark.parametrize("rule", ["remote_wins", "local_wins", "manual"])
def test_a_field_that_is_linked_since_is_taken_and_nothing_is_emptied(rig: Rig, rule: str, direction: str) -> None:
    one = begin(rig, rule)
    change(rig, one, lambda links: [*links, replace(HSN, direction=direction)])
    rig.sync(one, sync_type="incremental")
    assert here(rig, "hsn_code") == ["x", "y"]
    assert rig.erps["A"].writes == []
    assert rig.scalar("SELECT count(*) FROM conflicts") == 0
    rest(rig, one)


@pytest.mark.parametrize(("rule", "code"), [("remote_wins", "x"), ("manual", "mine"), ("local_wins", "mine")])
def test_what_stood_here_in_a_field_linked_since_goes_by_the_rule(rig: Rig, rule: str, code: str) -> None:
    one = begin(rig, rule)
    edit(rig, hsn_code="mine")
    change(rig, one, lambda links: [*links, HSN])
    rig.sync(one, sync_type="incremental")
    assert here(rig, "hsn_code")[0] == code
    assert there(rig)[0]["HSN"] == ("mine" if rule == "local_wins" else "x")
    assert rig.scalar("SELECT count(*) FROM conflicts") == 1


def test_a_field_no_longer_linked_is_no_edit(rig: Rig) -> None:
    one = begin(rig, "manual")
    change(rig, one, lambda links: [link for link in links if link.local_field != "lines[].amount"])
    rig.sync(one, sync_type="incremental")
    assert here(rig, "amount") == ["10.00", "20.00"]
    assert rig.erps["A"].writes == []
    rest(rig, one)


def test_a_deletion_over_there_is_not_stopped_by_a_field_linked_since(rig: Rig) -> None:
    one = begin(rig, "local_wins")
    change(rig, one, lambda links: [*links, HSN])
    rig.erps["A"].drop("Bills", "b1")
    rig.sync(one, approved=frozenset({"empty"}))
    assert rig.hub("invoice") == {}
    assert rig.erps["A"].rows["Bills"] == {}


def test_a_field_that_turns_outwards_is_sent_where_it_was_edited(rig: Rig) -> None:
    one = begin(rig)
    change(rig, one, lambda links: turn(links, amount="to_remote"))
    rig.sync(one, sync_type="incremental")
    assert rig.erps["A"].writes == []
    rest(rig, one)
    edit(rig, amount="11.00")
    rig.sync(one, sync_type="incremental")
    assert [line["AMOUNT"] for line in there(rig)] == ["11.00", "20.00"]
    rest(rig, one)


def test_an_edit_before_a_field_turned_outwards_is_sent(rig: Rig) -> None:
    one = begin(rig)
    edit(rig, amount="11.00")
    change(rig, one, lambda links: turn(links, amount="to_remote"))
    rig.sync(one, sync_type="incremental")
    assert [line["AMOUNT"] for line in there(rig)] == ["11.00", "20.00"]


@pytest.mark.parametrize(("rule", "amount"), [("remote_wins", "10.00"), ("manual", "11.00")])
def test_what_was_edited_while_a_field_only_came_in_is_compared_not_sent(rig: Rig, rule: str, amount: str) -> None:
    one = begin(rig, rule, amount="to_local")
    edit(rig, amount="11.00")
    rig.sync(one)
    change(rig, one, lambda links: turn(links, amount="both"))
    rig.sync(one, sync_type="incremental")
    assert rig.erps["A"].writes == []
    assert here(rig, "amount") == [amount, "20.00"]
    assert rig.scalar("SELECT count(*) FROM conflicts") == 1
