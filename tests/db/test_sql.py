from __future__ import annotations

import pytest

from app.db.database import Database
from app.db.sql import delete_sql, dump, insert_alike, insert_sql, load, select_in_sql, update_sql, upsert_sql


def test_json_is_canonical() -> None:
    assert dump({"b": "₹", "a": [1, None, True]}) == '{"a":[1,null,true],"b":"₹"}'
    assert load(dump({"a": "ñ"})) == {"a": "ñ"}
    assert load(None) is None
    with pytest.raises(TypeError):
        dump({"a": object()})


def test_statements_are_made_once() -> None:
    first = insert_sql("sqlite", "settings", ("key", "value"))
    assert first == 'INSERT INTO "settings" ("key", "value") VALUES (?, ?)'
    assert insert_sql("sqlite", "settings", ("key", "value")) is first
    assert insert_sql("postgresql", "settings", ("key",)) == 'INSERT INTO "settings" ("key") VALUES (%s)'


def test_they_do_what_they_say(db: Database, dialect: str) -> None:
    columns = ("key", "value")
    with db.write() as conn:
        conn.exec_driver_sql(insert_sql(dialect, "settings", columns), [("a", "1"), ("b", "2")])
        conn.exec_driver_sql(upsert_sql(dialect, "settings", columns, ("key",)), [("a", "3"), ("c", "4")])
        conn.exec_driver_sql(upsert_sql(dialect, "settings", columns, ("key",), ()), [("b", "ignored")])
        conn.exec_driver_sql(update_sql(dialect, "settings", ("value",), ("key",)), [("5", "c")])
        conn.exec_driver_sql(insert_sql(dialect, "settings", columns), [("d", "6")])
        conn.exec_driver_sql(delete_sql(dialect, "settings", ("key",)), [("d",)])
        found = conn.exec_driver_sql(select_in_sql(dialect, "settings", columns, "key", 4), ("a", "b", "c", "d")).all()
    assert sorted(map(tuple, found)) == [("a", "3"), ("b", "2"), ("c", "5")]


@pytest.mark.parametrize("value", ["plain", "it's 50% \\ ?; -- %s", "ñ", "a\nb", "", None])
def test_what_is_the_same_in_all_rows_arrives_as_it_is(db: Database, dialect: str, value: str | None) -> None:
    """A value with anything in it that SQL could take for its own is given with the rows."""
    same = {
        "phone": value,
        "version": 1,
        "is_active": False,
        "created_at": "now",
        "updated_at": "now",
        "source": "user",
    }
    rows = [(str(number), "default-tenant", "", "") for number in range(2)]
    columns = ("id", "tenant_id", "search", "match_key")
    with db.write() as conn:
        conn.exec_driver_sql(*insert_alike(dialect, "customers", columns, rows, same))
        found = conn.exec_driver_sql("SELECT id, phone, version, is_active, source FROM customers ORDER BY id").all()
    assert [tuple(row) for row in found] == [(str(number), value, 1, False, "user") for number in range(2)]
