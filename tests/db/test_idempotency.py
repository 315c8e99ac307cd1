from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.db.database import Database
from app.db.idempotency import KEPT, IdempotencyStore
from app.db.records import RecordStore
from app.model.errors import InvalidInput

NOW = datetime(2026, 4, 1, tzinfo=UTC)
ASKED = ["POST /x", {"b": 1.5, "a": [None, "é"]}]


def test_found_again_for_a_day(db: Database) -> None:
    now = NOW
    store = IdempotencyStore(db, lambda: now)
    assert store.find("k", ASKED) is None
    store.keep("k", ASKED, {"id": "1"})
    assert store.find("k", ["POST /x", {"a": [None, "é"], "b": 1.5}]) == {"id": "1"}
    assert store.find("K", ASKED) is None
    with pytest.raises(InvalidInput) as refused:
        store.find("k", ["POST /y", ASKED[1]])
    assert refused.value.code == "idempotency_mismatch"
    now += KEPT - timedelta(seconds=1)
    assert store.find("k", ASKED) == {"id": "1"}
    now += timedelta(seconds=2)
    assert store.find("k", ["other"]) is None
    store.keep("k", ["other"], {"id": "2"})
    assert store.find("k", ["other"]) == {"id": "2"}


_KILLED = """
import os, signal, sys
from pathlib import Path
from app.db.database import Database
from app.db.idempotency import IdempotencyStore
from app.db.records import RecordStore
db = Database(sys.argv[1], data_dir=Path(sys.argv[2]))
die = lambda: os.kill(os.getpid(), signal.SIGKILL)
with db.write():
    made = RecordStore(db).create("customer", {"business_name": "Once"}, "api")
    if sys.argv[3] == "before":
        die()
    IdempotencyStore(db).keep("k", ["x"], {"id": made["id"]})
    if sys.argv[3] == "inside":
        die()
die()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
@pytest.mark.parametrize("at", ["before", "inside", "after"])
def test_a_killed_program_leaves_both_or_neither(
    db: Database, records: RecordStore, database_url: str, tmp_path: Path, at: str
) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, database_url, str(tmp_path), at], cwd=Path(__file__).parents[2])
    made = [one["id"] for one in records.page("customer")]
    known = IdempotencyStore(db).find("k", ["x"])
    assert (known, made) == ((None, []) if at != "after" else ({"id": made[0]}, made[:1]))
