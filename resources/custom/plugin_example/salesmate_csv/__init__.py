"""A connector to a list of customers in a CSV file (``id,name,phone,city,hub_id``): what a plug-in for SalesMate Sync has to do.

A file is rewritten as a whole, so that no answer is ever lost and no change can come in between.
"""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.connectors.base import (
    Books,
    ConnectionSettings,
    Connector,
    ConnectorKind,
    ConnectorPorts,
    ListedId,
    Listing,
    ModuleInfo,
    PullRequest,
    RemoteField,
    Standing,
    WriteKind,
    WriteOp,
    Written,
)
from app.connectors.checks import TestReport, run_checks
from app.connectors.spec import Capabilities, ConnectorSpec, EntityTemplate, SettingSpec, text
from app.model.cancel import CancelToken
from app.model.errors import Gone, Misconfigured, Stale
from app.model.records import Page, RemoteRecord, Tombstone
from app.model.values import FieldType

MODULE, FIELDS = "customers", ("name", "phone", "city")
COLUMNS = ("id", *FIELDS, "hub_id")
Row = dict[str, str]

SPEC = ConnectorSpec(
    system="csv",
    title="Customers in a CSV file",
    auth_types=("none",),
    settings=(
        SettingSpec(
            "file", "File", required=True, entry="file", help="With the columns id, name, phone, city, hub_id."
        ),
    ),
    capabilities=Capabilities(id_sweep=True, write=True, conditional_write=True, find_by_our_key=True),
    templates=(
        EntityTemplate(
            "customer",
            MODULE,
            (text("business_name", "name", required=True), text("phone", "phone"), text("city", "city")),
        ),
    ),
)


class CsvConnector(Connector):
    spec = SPEC

    def __init__(self, settings: ConnectionSettings, ports: ConnectorPorts) -> None:
        self._file = Path(str(settings.auth.get("file") or ""))

    # --- what there is --------------------------------------------------------------------------------------------

    def test(self, cancel: CancelToken) -> TestReport:
        return run_checks([("File", lambda _cancel: f"{len(self._rows())} customers are in it.")], {}, cancel)

    def books(self, cancel: CancelToken) -> list[Books]:
        return [Books(self._file.name, self._identity())]

    def preflight(self, known: Mapping[str, Any] | None, cancel: CancelToken) -> Standing:
        cancel.check()
        self._rows()
        return Standing({"file": str(self._file)}, books_id=self._identity())

    def _identity(self) -> str:
        return f"csv:{self._file.resolve()}"

    def modules(self) -> list[ModuleInfo]:
        return [ModuleInfo(MODULE, "Customers", "customer", can_write=True)]

    def fields(self, module: str, cancel: CancelToken) -> list[RemoteField]:
        first = next(iter(self._rows().values()), {})
        return [RemoteField(name, name.title(), FieldType.TEXT, sample=first.get(name) or None) for name in FIELDS]

    def sample(self, module: str, count: int, cancel: CancelToken) -> list[RemoteRecord]:
        return [_record(row) for row in list(self._rows().values())[:count]]

    def streams(self, modules: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
        return [(MODULE, (MODULE,))] if MODULE in modules else []

    # --- reading: the whole file each time, of which the program takes what it has not seen -------------------------

    def changes(self, request: PullRequest) -> Iterator[Page | Listing]:
        request.cancel.check()
        records = [_record(row) for row in self._rows().values()]
        known = request.known(MODULE, [one.id for one in records])
        fresh = tuple(one for one in records if known.get(one.id) != one.version)
        yield Page(MODULE, fresh, cursor=request.cursor or {"v": 1})
        # Who is missing in a complete list is gone, once confirm_gone has said so.
        yield Listing((MODULE,), tuple(ListedId(MODULE, one.id, one.version, one.label) for one in records))
        yield Page(MODULE, cursor={"v": 1}, done=True)

    def read(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[RemoteRecord]:
        rows = self._rows()
        return [_record(rows[one]) for one in ids if one in rows]

    def confirm_gone(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[Tombstone]:
        rows = self._rows()
        return [Tombstone(MODULE, one) for one in ids if one not in rows]

    # --- writing --------------------------------------------------------------------------------------------------

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        cancel.check()
        rows = self._rows()
        if op.kind is WriteKind.CREATE:
            number = str(max(map(int, rows), default=0) + 1)
            row = dict.fromkeys(COLUMNS, "") | {"id": number, "hub_id": op.hub_key}
        else:
            row = rows.get(op.remote_id or "", {})
            if not row:
                raise Gone("The customer is not in the file (any more).", hint="The next sync sees what became of it.")
            if op.expected_version not in (None, _version(row)):
                raise Stale(
                    "Somebody changed this customer in the file meanwhile.", hint="The next sync reads it first."
                )
        if op.kind is WriteKind.DELETE:
            del rows[row["id"]]
        else:
            row |= {name: str(op.fields[name] or "") for name in FIELDS if name in op.fields}
            rows[row["id"]] = row
        self._store(rows)
        return Written(None if op.kind is WriteKind.DELETE else _record(row))

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        return next((_record(row) for row in self._rows().values() if row["hub_id"] == op.hub_key), None)

    # --- the file -------------------------------------------------------------------------------------------------

    def _rows(self) -> dict[str, Row]:
        try:
            with self._file.open(encoding="utf-8", newline="") as lines:
                return {row["id"]: {name: row.get(name) or "" for name in COLUMNS} for row in csv.DictReader(lines)}
        except (OSError, KeyError, csv.Error, UnicodeDecodeError):
            raise Misconfigured(
                f"{self._file} is no list of customers that can be read. Nothing was changed.",
                hint="Look whether the file is there and its first line names the columns.",
            ) from None

    def _store(self, rows: Mapping[str, Row]) -> None:
        """All or nothing: a program that is killed leaves the old file."""
        fresh = self._file.with_suffix(".new")
        with fresh.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, COLUMNS)
            writer.writeheader()
            writer.writerows(rows.values())
            lines.flush()
            os.fsync(lines.fileno())
        fresh.replace(self._file)


def _record(row: Row) -> RemoteRecord:
    fields = {name: row[name] or None for name in FIELDS}
    return RemoteRecord(
        MODULE, row["id"], _version(row), fields, key=row["id"], label=row["name"], hub_key=row["hub_id"] or None
    )


def _version(row: Row) -> str:
    return hashlib.sha256("\n".join(row[name] for name in COLUMNS).encode()).hexdigest()[:16]


KIND = ConnectorKind(SPEC, CsvConnector)
