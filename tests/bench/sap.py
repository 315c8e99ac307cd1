"""A first load of business partners from a simulated SAP, against two limits: the same pages fetched, parsed and inserted.

``python -m tests.bench.sap ours|rows|plain URL CONTROL FOLDER [RECORD]``, each as in :mod:`tests.bench.zoho`.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.bench.zoho import Insert, cpu, hub_tables, load, plain_table

if TYPE_CHECKING:
    from app.services.facade import Services

_MORE = {"Prefer": "odata.maxpagesize=500"}


def ours(url: str, control: str, folder: Path, record: Path | None) -> dict[str, Any]:
    def connect(services: Services) -> None:
        from tests.simulators.sap import COMPANY, PASSWORD, USER

        auth = {"company_db": COMPANY, "username": USER, "password": PASSWORD, "time_zone": "Asia/Kolkata"}
        draft = {"erp_system": "sap", "connection_name": "SAP", "auth_type": "username_password", "base_url": url}
        made = services.connections.create({**draft, "auth_config": auth})
        services.configs.create({"connection_id": made.id, "entity_type": "customer", "sync_direction": "pull"})

    return load(control, folder, record, connect, "list")


def limit(url: str, record: Path, store: sqlite3.Connection, insert: Insert, *, flat: bool) -> dict[str, Any]:
    """The least: fetch, parse, and ``insert`` of each page's rows, in one commit."""
    import httpx

    from tests.simulators.sap import COMPANY, PASSWORD, USER

    lists = json.loads(record.read_text(encoding="utf-8"))["lists"]
    count, host = 0, url.partition("/b1s/")[0]
    with httpx.Client(headers=_MORE) as client:
        client.post(f"{url}/Login", json={"CompanyDB": COMPANY, "UserName": USER, "Password": PASSWORD})
        before = cpu()
        for path, query in lists:
            asked = "&".join(f"{name}={quote(value)}" for name, value in query.items())
            rows = client.get(f"{host}{path}?{asked}").json()["value"]
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
    """With the first of its addresses."""
    flat = {name: value for name, value in row.items() if not name.startswith("@") and not isinstance(value, list)}
    return flat | (row["BPAddresses"][0] if row.get("BPAddresses") else {})


def main(what: str, url: str, control: str, folder: str, record: str = "") -> None:
    if what == "ours":
        print(json.dumps(ours(url, control, Path(folder), Path(record) if record else None)))
        return
    limits, flat = Path(folder) / f"{what}.db", what == "plain"
    store, insert = plain_table(limits) if flat else hub_tables(Path(folder) / "hub.db", limits)
    print(json.dumps(limit(url, Path(record), store, insert, flat=flat)))


if __name__ == "__main__":
    main(*sys.argv[1:])
