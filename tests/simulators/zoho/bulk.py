"""Bulk read: jobs that get on with every look at them, and their zips of CSV."""

from __future__ import annotations

import csv
import io
import secrets
import zipfile
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.simulators.web import Answer, Request
from tests.simulators.zoho.bodies import body_of
from tests.simulators.zoho.org import Org, Record, Table, key_of
from tests.simulators.zoho.problems import Body, Refused, error, too_many

PAGE, A_MINUTE = 200_000, 10
_STATES = ("ADDED", "IN PROGRESS", "COMPLETED")
_COMPARE: dict[str, Callable[[str, str], bool]] = {
    "equal": lambda a, b: a == b,
    "not_equal": lambda a, b: a != b,
    "contains": lambda a, b: b in a,
    "not_contains": lambda a, b: b not in a,
    "starts_with": lambda a, b: a.startswith(b),
    "ends_with": lambda a, b: a.endswith(b),
}


@dataclass
class Job:
    id: str
    module: str
    query: Body
    created: str
    names: list[str]
    looks: int = 0
    rows: list[Record] | None = None
    more: bool = False
    content: bytes = field(default=b"", repr=False)
    token: str = ""

    @property
    def page(self) -> int:
        return int(self.query.get("page") or 1)


class Bulk:
    """``fail_next``: the next job ends as FAILURE."""

    def __init__(self, org: Org) -> None:
        self.org = org
        self.jobs: dict[str, Job] = {}
        self.per_page = PAGE
        self.fail_next = False
        self._failed: set[str] = set()
        self._tokens: dict[str, Body] = {}
        self._downloads: deque[datetime] = deque()

    def add(self, request: Request) -> Answer:
        query: Body = body_of(request).get("query") or {}
        query = self._tokens.get(str(query.get("page_token")), query)
        name = (query.get("module") or {}).get("api_name")
        if not name:
            details = {"api_name": "module", "json_path": "$.query.module"}
            raise Refused(400, error("MANDATORY_NOT_FOUND", "required field not found", details))
        table = self.org.tables.get(name)
        if table is None or table.module.is_subform:
            raise Refused(
                400, error("MODULE_NOT_SUPPORTED", "The module is not supported in bulk read", {"module": name})
            )
        fields = [one.name for one in table.module.fields.values() if one.in_lists]
        names = [*(query.get("fields") or fields)]
        if "id" not in names:
            names.insert(0, "id")
        if unknown := [one for one in names if one != "id" and one.split(".")[0] not in table.module.fields]:
            raise Refused(400, error("FIELD_NOT_SUPPORTED", "The field is not supported", {"api_name": unknown[0]}))
        job = Job(next(self.org.numbers), name, query, self.org.now(), names)
        self.jobs[job.id] = job
        if self.fail_next:
            self._failed.add(job.id)
            self.fail_next = False
        details = {
            "id": job.id,
            "operation": "read",
            "state": "ADDED",
            "created_by": self.org.user(self.org.me),
            "created_time": job.created,
        }
        told = {"status": "success", "code": "ADDED_SUCCESSFULLY", "message": "Added successfully.", "details": details}
        return Answer(201, {"data": [told], "info": {}})

    def state(self, id: str) -> Answer:
        job = self._job(id)
        state = _STATES[min(job.looks, 2)]
        job.looks += 1
        if state == "COMPLETED" and id in self._failed:
            state = "FAILURE"
        query: Body = {"module": {"id": self.org.modules[job.module].id, "api_name": job.module}, "page": job.page}
        if job.query.get("fields"):
            query["fields"] = job.query["fields"]
        told: Body = {
            "id": job.id,
            "operation": "read",
            "state": state,
            "query": query,
            "created_by": self.org.user(self.org.me),
            "created_time": job.created,
            "file_type": "csv",
        }
        if state == "COMPLETED":
            told["result"] = self._finished(job)
        return Answer(200, {"data": [told]})

    def _finished(self, job: Job) -> Body:
        table = self.org.tables[job.module]
        if job.rows is None:
            found = [
                table.records[id] for _, id in table.ordered("") if self._fits(table, table.records[id], job.query)
            ]
            start = (job.page - 1) * self.per_page
            job.rows, job.more = found[start : start + self.per_page], len(found) > start + self.per_page
            job.content = self._zip(table, job)
            if job.more:
                job.token = secrets.token_hex(13)
                self._tokens[job.token] = {**job.query, "page": job.page + 1}
        return {
            "page": job.page,
            "per_page": self.per_page,
            "count": len(job.rows),
            "download_url": f"/crm/bulk/v8/read/{job.id}/result",
            "more_records": job.more,
            **({"next_page_token": job.token} if job.more else {}),
        }

    def _fits(self, table: Table, record: Record, query: Body) -> bool:
        criteria = query.get("criteria")
        if not criteria:
            return True
        group = criteria.get("group") or [criteria]
        tests = (
            _COMPARE[one["comparator"]](key_of(record.get(one["field"]["api_name"])), key_of(one["value"]))
            for one in group
        )
        return any(tests) if criteria.get("group_operator") == "or" else all(tests)

    def _zip(self, table: Table, job: Job) -> bytes:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["Id" if name == "id" else name for name in job.names])
        for record in job.rows or ():
            writer.writerow([self._cell(table, record, name) for name in job.names])
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
            made.writestr(f"{job.id}.csv", text.getvalue())
        return packed.getvalue()

    def _cell(self, table: Table, record: Record, name: str) -> Any:
        """Lookups and people by their ids; ``Lookup.Field`` by what that field of the other record holds."""
        plain, _, inner = name.partition(".")
        value = record.get(plain)
        if inner and value:
            target = self.org.tables[table.module.fields[plain].lookup]
            value = target.records.get(value, {}).get(inner)
        if isinstance(value, list):
            return ";".join(map(str, value))
        if value is None or isinstance(value, bool):
            return "" if value is None else str(value).lower()
        return value

    def result(self, id: str) -> Answer:
        job = self._job(id)
        now = self.org.clock()
        while self._downloads and now - self._downloads[0] >= timedelta(minutes=1):
            self._downloads.popleft()
        if len(self._downloads) >= A_MINUTE:
            raise too_many()
        if job.rows is None:
            raise Refused(404, error("RESOURCE_NOT_FOUND", "The requested resource doesn't exist.", {"resource": id}))
        self._downloads.append(now)
        name = f'attachment; filename="{id}.zip"'
        return Answer(200, job.content, {"Content-Disposition": name}, "application/zip")

    def _job(self, id: str) -> Job:
        job = self.jobs.get(id)
        if job is None:
            raise Refused(404, error("RESOURCE_NOT_FOUND", "The requested resource doesn't exist.", {"resource": id}))
        return job
