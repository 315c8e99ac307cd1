"""A first load of customers from a simulated QuickBooks, against two limits: the same pages fetched, parsed and inserted.

``python -m tests.bench.quickbooks ours|rows|plain URL CONTROL FOLDER [RECORD]``, each as in :mod:`tests.bench.zoho`.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

from tests.bench.zoho import Insert, cpu, hub_tables, load, plain_table, tell

if TYPE_CHECKING:
    from app.services.facade import Services

_MODULES = ("customer", "product", "order", "invoice", "payment")


def ours(url: str, control: str, folder: Path, record: Path | None) -> dict[str, Any]:
    """Of all modules: there is nothing but customers."""

    def connect(services: Services) -> None:
        from tests.simulators.quickbooks import CLIENT_ID, CLIENT_SECRET

        with urlopen(f"{control}/state") as answer:
            state = json.loads(answer.read())
        auth = {
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "realm_id": state["realm"],
            "environment": "sandbox",
            "discovery_url": state["discovery_url"],
            "refresh_token": tell(control, "grant")["refresh_token"],
        }
        draft = {"erp_system": "quickbooks", "connection_name": "Books", "auth_type": "oauth2", "base_url": url}
        made = services.connections.create({**draft, "auth_config": auth})
        for entity in _MODULES:
            services.configs.create({"connection_id": made.id, "entity_type": entity, "sync_direction": "pull"})

    return load(control, folder, record, connect, "query")


def limit(
    url: str, control: str, record: Path, store: sqlite3.Connection, insert: Insert, *, flat: bool
) -> dict[str, Any]:
    """The least: fetch, parse, and ``insert`` of each page's rows, in one commit. Pages overlap."""
    import httpx

    lists = json.loads(record.read_text(encoding="utf-8"))["lists"]
    token = tell(control, "grant")["access_token"]
    count, last = 0, set[str]()
    with httpx.Client(headers={"Authorization": f"Bearer {token}", "Accept": "application/json"}) as client:
        before = cpu()
        for path, query in lists:
            found = client.get(f"{url}{path}", params=query).json()["QueryResponse"].get("Customer", [])
            rows = [row for row in found if row["Id"] not in last]
            last = {row["Id"] for row in found}
            if rows:
                store.execute("BEGIN")
                insert([_flat(row) for row in rows] if flat else rows)
                store.execute("COMMIT")
                count += len(rows)
        used = cpu() - before
    store.close()
    return {
        "cpu": used,
        "rows": count,
        "requests": len(lists),
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            flat |= {f"{name}_{part}": inner for part, inner in value.items()}
        else:
            flat[name] = value
    return flat


def main(what: str, url: str, control: str, folder: str, record: str = "") -> None:
    if what == "ours":
        print(json.dumps(ours(url, control, Path(folder), Path(record) if record else None)))
        return
    limits, flat = Path(folder) / f"{what}.db", what == "plain"
    store, insert = plain_table(limits) if flat else hub_tables(Path(folder) / "hub.db", limits)
    print(json.dumps(limit(url, control, Path(record), store, insert, flat=flat)))


if __name__ == "__main__":
    main(*sys.argv[1:])
