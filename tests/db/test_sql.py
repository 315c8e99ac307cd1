from __future__ import annotations

import pytest

from app.db.database import Database
from app.db.sql import delete_sql, dump, insert_sql, load, select_in_sql, update_sql, upsert_sql


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
