"""A first load of contacts from a simulated Zoho, against the bare limit: the same pages fetched, parsed and inserted.

``python -m tests.bench.zoho ours|limit URL CONTROL FOLDER [RECORD]``; ``ours`` notes the lists that it asked for in RECORD, and
``limit`` asks for the very same. Starting (imports, the database, the sign-in) is counted in neither.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen


def tell(control: str, method: str, **arguments: Any) -> Any:
    with urlopen(Request(f"{control}/{method}", data=json.dumps(arguments).encode(), method="POST")) as answer:
        return json.loads(answer.read())["result"]


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def ours(url: str, control: str, folder: Path, record: Path | None) -> dict[str, Any]:
    from app import bootstrap
    from app.services.options import Options
    from tests.simulators.zoho.accounts import CLIENT_ID, CLIENT_SECRET

    app = bootstrap.start(Options(data_dir=folder, secrets="file"), kind="guest", schedule=False, listen=None)
    with bootstrap.closing(app):
        services = app.services
        found = services.connections.list()
        if not found:
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
            found = services.connections.list()
        report = services.connections.test(found[0].id)  # what is loaded once isn't counted
        if not report.success:
            raise SystemExit(report.message)
        tell(control, "clear")
        before = _cpu()
        log = services.runs.start(connection_id=found[0].id)
        run = services.runs.wait(log, 3600)
        used = _cpu() - before
        with urlopen(f"{control}/requests") as answer:
            asked = json.loads(answer.read())["requests"]
        if record is not None:
            lists = [one for one in asked if one["kind"] == "list"]
            record.write_text(json.dumps([[one["path"], one["query"]] for one in lists]), encoding="utf-8")
        return {
            "status": run.status,
            "error": str(run.error or ""),
            "cpu": used,
            "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "requests": len(asked),
            "processed": run.processed,
        }


def limit(url: str, control: str, folder: Path, record: Path) -> dict[str, Any]:
    import httpx

    lists = json.loads(record.read_text(encoding="utf-8"))
    token = tell(control, "grant")["access_token"]
    folder.mkdir(parents=True, exist_ok=True)
    store = sqlite3.connect(folder / "limit.db", isolation_level=None)
    store.execute("PRAGMA journal_mode=WAL")
    store.execute("PRAGMA synchronous=NORMAL")
    columns: list[str] = []
    count = 0
    page_token = None
    with httpx.Client(headers={"Authorization": f"Zoho-oauthtoken {token}"}) as client:
        before = _cpu()
        for path, query in lists:
            asked = {name: value for name, value in query.items() if name != "page_token"}
            if page_token:
                asked["page_token"] = page_token  # a token is good for who got it
            body = client.get(f"{url}{path}", params=asked).json()
            page_token = body["info"].get("next_page_token")
            if not columns:
                columns = ["id", *(name for name in asked["fields"].split(",") if name != "id")]
                store.execute(f"CREATE TABLE contacts ({', '.join(columns)})")
            rows = [tuple(map(row.get, columns)) for row in body["data"]]
            store.execute("BEGIN")
            store.executemany(f"INSERT INTO contacts VALUES ({','.join('?' * len(columns))})", rows)
            store.execute("COMMIT")
            count += len(rows)
        used = _cpu() - before
    store.close()
    return {"cpu": used, "rows": count, "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main(what: str, url: str, control: str, folder: str, record: str = "") -> None:
    if what == "limit":
        print(json.dumps(limit(url, control, Path(folder), Path(record))))
    else:
        print(json.dumps(ours(url, control, Path(folder), Path(record) if record else None)))


if __name__ == "__main__":
    main(*sys.argv[1:])
