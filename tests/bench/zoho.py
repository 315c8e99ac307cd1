"""A first load of contacts from a simulated Zoho, against two limits: the same pages fetched, parsed and inserted.

``python -m tests.bench.zoho ours|rows|plain URL CONTROL FOLDER [RECORD]``; ``ours`` notes the lists that it asked for and the ids
that came in RECORD, and the limits ask for the very same. ``rows`` writes what ours wrote in the hub at FOLDER (records, links,
history, with all indexes), made beforehand; ``plain`` a table without any index. Starting (imports, the database, the sign-in) is
counted in none.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from app.services.facade import Services

#: Rows of one commit, as of ours.
_LOT = 1_000
_FILLED = ("customers", "record_history", "erp_entity_sync_records")
Insert = Callable[[list[Any]], None]


def tell(control: str, method: str, **arguments: Any) -> Any:
    with urlopen(Request(f"{control}/{method}", data=json.dumps(arguments).encode(), method="POST")) as answer:
        return json.loads(answer.read())["result"]


def cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def ours(url: str, control: str, folder: Path, record: Path | None) -> dict[str, Any]:
    def connect(services: Services) -> None:
        from tests.simulators.zoho.accounts import CLIENT_ID, CLIENT_SECRET

        auth = {
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "accounts_url": url,
            "edition": "ultimate",
            "refresh_token": tell(control, "grant")["refresh_token"],
        }
        made = services.connections.create(
            {
                "erp_system": "zoho",
                "connection_name": "CRM",
                "auth_type": "oauth2",
                "base_url": f"{url}/crm/v8",
                "auth_config": auth,
            }
        )
        services.configs.create(
            {
                "connection_id": made.id,
                "entity_type": "customer",
                "remote_module": "Contacts",
                "sync_direction": "pull",
            }
        )

    return load(control, folder, record, connect, "list")


def load(
    control: str, folder: Path, record: Path | None, connect: Callable[[Services], None], page: str
) -> dict[str, Any]:
    """What one sync takes; ``page`` is the kind of the requests for the rows."""
    from app import bootstrap
    from app.services.options import Options

    app = bootstrap.start(Options(data_dir=folder, secrets="file"), kind="guest", schedule=False, listen=None)
    with bootstrap.closing(app):
        services = app.services
        if not services.connections.list():
            connect(services)
        (connection,) = services.connections.list()
        report = services.connections.test(connection.id)  # what is loaded once isn't counted
        if not report.success:
            raise SystemExit(report.message)
        tell(control, "clear")
        before = cpu()
        log = services.runs.start(connection_id=connection.id)
        run = services.runs.wait(log, 3600)
        used = cpu() - before
        with urlopen(f"{control}/requests") as answer:
            asked = json.loads(answer.read())["requests"]
        if record is not None:
            lists = [(one["path"], one["query"]) for one in asked if one["kind"] == page]
            record.write_text(json.dumps({"lists": lists, "ids": _ids(folder / "hub.db")}), encoding="utf-8")
        return {
            "status": run.status,
            "error": str(run.error or ""),
            "cpu": used,
            "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "requests": len(asked),
            "lists": sum(one["kind"] == page for one in asked),
            "processed": run.processed,
        }


def _ids(hub: Path) -> list[str]:
    with closing(sqlite3.connect(hub)) as store:
        return [row[0] for row in store.execute("SELECT remote_id FROM erp_entity_sync_records ORDER BY id")]


def limit(url: str, control: str, record: Path, store: sqlite3.Connection, insert: Insert) -> dict[str, Any]:
    """The least: fetch, parse, and ``insert`` of each lot's rows, in one commit."""
    import httpx

    lists = json.loads(record.read_text(encoding="utf-8"))["lists"]
    token = tell(control, "grant")["access_token"]
    count, page_token = 0, None
    rows: list[Any] = []
    with httpx.Client(headers={"Authorization": f"Zoho-oauthtoken {token}"}) as client:
        before = cpu()
        for number, (path, query) in enumerate(lists, 1):
            asked = {name: value for name, value in query.items() if name != "page_token"}
            if page_token:
                asked["page_token"] = page_token  # a token is good for who got it
            body = client.get(f"{url}{path}", params=asked).json()
            page_token = body["info"].get("next_page_token")
            rows += body["data"]
            if len(rows) >= _LOT or number == len(lists):
                store.execute("BEGIN")
                insert(rows)
                store.execute("COMMIT")
                count += len(rows)
                rows = []
        used = cpu() - before
    store.close()
    return {
        "cpu": used,
        "rows": count,
        "requests": len(lists),
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def plain_table(path: Path) -> tuple[sqlite3.Connection, Insert]:
    """A table with a column for each field that was asked for, and no index."""
    store = _opened(path)
    columns: list[str] = []

    def insert(rows: list[Any]) -> None:
        if not columns:
            columns.extend(rows[0])
            store.execute(f"CREATE TABLE contacts ({', '.join(columns)})")
        values = [tuple(map(row.get, columns)) for row in rows]
        store.executemany(f"INSERT INTO contacts VALUES ({','.join('?' * len(columns))})", values)

    return store, insert


def hub_tables(hub: Path, path: Path) -> tuple[sqlite3.Connection, Insert]:
    """The hub's own tables with their indexes, to be filled with the very rows that our load wrote, in the same order."""
    store = _opened(path)
    wanted: dict[str, Iterator[tuple[Any, ...]]] = {}
    with closing(sqlite3.connect(hub)) as source:
        for (sql,) in source.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC"
        ):
            store.execute(sql)
        for (name,) in source.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ):
            order = "ORDER BY rowid" if name in _FILLED else ""
            rows = source.execute(f"SELECT * FROM {name} {order}").fetchall()
            if name in _FILLED:
                wanted[name] = iter(rows)
            elif rows:
                store.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(rows[0]))})", rows)
    store.execute("PRAGMA foreign_keys=ON")

    def insert(rows: list[Any]) -> None:
        for name in _FILLED:
            lot = list(islice(wanted[name], len(rows)))
            store.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(lot[0]))})", lot)

    return store, insert


def _opened(path: Path) -> sqlite3.Connection:
    """As the hub opens its database to write."""
    from app.db.database import PRAGMAS

    path.parent.mkdir(parents=True, exist_ok=True)
    store = sqlite3.connect(path, isolation_level=None)
    for setting in ("PRAGMA journal_mode=WAL", *PRAGMAS["write"]):
        store.execute(setting)
    return store


def main(what: str, url: str, control: str, folder: str, record: str = "") -> None:
    if what == "ours":
        print(json.dumps(ours(url, control, Path(folder), Path(record) if record else None)))
        return
    limits = Path(folder) / f"{what}.db"
    store, insert = plain_table(limits) if what == "plain" else hub_tables(Path(folder) / "hub.db", limits)
    print(json.dumps(limit(url, control, Path(record), store, insert)))


if __name__ == "__main__":
    main(*sys.argv[1:])
