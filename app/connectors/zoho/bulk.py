"""The first load of a large module, as files that Zoho writes (docs/protocols/zoho.md: Bulk read): a list gives 100,000 records
at most.

A job is asked for, looked after until it is done, and its file fetched: a zip with one CSV of up to 200,000 records. A pull that
was cut off goes on with the job it had asked for.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from app.connectors.base import PullRequest
from app.connectors.zoho.client import Zoho
from app.connectors.zoho.records import RecordReader, Row, moment
from app.model.clock import monotonic
from app.model.errors import BadAnswer, ConnectorError, NotReady
from app.model.records import Page, RecordProblem, RemoteRecord

#: What a list with page tokens gives at most.
BULK_FROM = 100_000
#: Bytes of one job's file.
_LARGEST = 512 * 1024 * 1024
_IN_A_PAGE = 1_000
#: Seconds between two looks at a job, and how long we look.
_FIRST_LOOK, _LONGEST_LOOK, _PATIENCE = 2.0, 30.0, 3600.0
Finished = Callable[[datetime], Page]


class BulkPull:
    """One module's."""

    def __init__(
        self, zoho: Zoho, reader: RecordReader, request: PullRequest, read: Callable[[Row], RemoteRecord | None]
    ) -> None:
        """``read``: a line's record, with its lines where those are wanted."""
        self._zoho = zoho
        self._reader = reader
        self._read = read
        self._request = request
        self._name = reader.module.name

    def run(self, left: Mapping[str, Any], now: datetime, finished: Finished) -> Iterator[Page]:
        """All records. ``left``: what the cursor of a pull that was cut off holds; ``now`` is Zoho's own time."""
        at = moment(str(left.get("at") or "")) or now
        page, job, done = int(left.get("page") or 1), str(left.get("job") or ""), int(left.get("done") or 0)
        while True:
            if not job:
                job = self._ask(page)
                yield Page(self._name, cursor=self._cursor(at, page, job, 0))
            try:
                more = self._wait(job)
            except ConnectorError as error:
                if not left or error.retryable:
                    raise
                left, job, done = {}, "", 0  # Zoho keeps a job for a day only
                continue
            for records, problems, count in self._batches(job, done):
                cursor = self._cursor(at, page, job, count)
                yield Page(self._name, tuple(records), problems=tuple(problems), cursor=cursor)
            if not more:
                yield finished(at)
                return
            page, job, done, left = page + 1, "", 0, {}

    @staticmethod
    def _cursor(at: datetime, page: int, job: str, done: int) -> Mapping[str, Any]:
        return {"v": 1, "full": {"at": at.isoformat(timespec="seconds"), "page": page, "job": job, "done": done}}

    def _ask(self, page: int) -> str:
        query = {"module": {"api_name": self._name}, "fields": ["id", *self._reader.asked], "page": page}
        body = {"query": query, "file_type": "csv"}
        answer = self._zoho.post("/crm/bulk/v8/read", body, self._request.cancel, changes=False)
        try:
            return str(answer.json()["data"][0]["details"]["id"])
        except (LookupError, TypeError):
            raise _not_understood() from None

    def _wait(self, job: str) -> bool:
        """Until the job is done; answers whether there are more records than in its file."""
        until, pause = monotonic() + _PATIENCE, _FIRST_LOOK
        while True:
            found = self._zoho.get(f"/crm/bulk/v8/read/{job}", {}, self._request.cancel).json()
            try:
                state, result = found["data"][0]["state"], found["data"][0].get("result") or {}
            except (LookupError, TypeError):
                raise _not_understood() from None
            if state == "COMPLETED":
                return bool(result.get("more_records"))
            if state in {"FAILURE", "FAILED"}:
                raise NotReady(
                    "Zoho could not prepare the file with all records.", hint="The next sync asks for it once more."
                )
            if monotonic() > until:
                raise NotReady(
                    "Zoho has been preparing the file with all records for an hour.",
                    hint="The next sync goes on waiting for it.",
                )
            self._request.say("Zoho is preparing a file with all records …")
            self._request.cancel.wait(pause)
            pause = min(pause * 1.5, _LONGEST_LOOK)

    def _batches(self, job: str, done: int) -> Iterator[tuple[Sequence[RemoteRecord], Sequence[RecordProblem], int]]:
        """The job's records behind the first ``done``, and how many were read by then."""
        from app.connectors.zoho.reading import unreadable

        answer = self._zoho.get(f"/crm/bulk/v8/read/{job}/result", {}, self._request.cancel, largest=_LARGEST)
        if answer.status == 204 or not answer.body:
            return
        records: list[RemoteRecord] = []
        problems: list[RecordProblem] = []
        count = 0
        for row in _rows(answer.body):
            count += 1
            if count <= done:
                continue
            try:
                record = self._read(row)
                records += [record] if record is not None else []
            except ValueError as error:
                problems.append(unreadable(self._name, str(row.get("id")), error))
            if len(records) >= _IN_A_PAGE:
                yield records, problems, count
                records, problems = [], []
        yield records, problems, count


def _rows(body: bytes) -> Iterator[Row]:
    """The lines of the one CSV in a zip; never more in memory than the zip itself. Raises :class:`BadAnswer`."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            (name,) = packed.namelist()
            with packed.open(name) as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as text:
                for row in csv.DictReader(text, strict=True):
                    if not (row.get("Id") or row.get("id")) or None in row or None in row.values():
                        raise ValueError("a line of another length")
                    yield {**row, "id": row.get("id") or row["Id"]}
    except (zipfile.BadZipFile, csv.Error, ValueError, OSError):
        raise _not_understood() from None


def _not_understood() -> BadAnswer:
    return BadAnswer(
        "The file with all records that Zoho sent can't be read; what was read of it before stays.",
        hint="The next sync asks for it once more.",
    )
