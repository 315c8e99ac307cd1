"""What the hub tells people of records that are not in step, instead of bringing them in step."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.chaos.world import World


class Explained:
    """Open conflicts, errors with a remedy, records that wait for others. Whatever is excused is counted, so that excuses
    can't hide a defect."""

    def __init__(self, world: World) -> None:
        names = {connection: name for name, connection in world.hub.ids.items()}
        select = world.hub.select
        self.links: dict[str, dict[str, Any]] = {name: {} for name in world.erps}
        self.by_remote: dict[str, dict[str, Any]] = {name: {} for name in world.erps}
        self.tombstones: dict[str, dict[str, str]] = {name: {} for name in world.erps}
        for row in select(
            "SELECT connection_id, local_entity_id, remote_id, remote_deleted_at, sync_status, paused"
            " FROM erp_entity_sync_records"
        ):
            name = names[row[0]]
            if row[3] is None:
                self.links[name][row[1]] = self.by_remote[name][row[2]] = row
            else:
                self.tombstones[name][row[1]] = row[2]
        self.errors = {
            (names[row[0]], key): row[3]
            for row in select(
                "SELECT connection_id, local_id, remote_id, code FROM sync_errors WHERE resolved_at IS NULL"
            )
            for key in row[1:3]
            if key is not None
        }
        self.waits = {
            (names[row[0]], row[1]): row[2]
            for row in select("SELECT connection_id, local_entity_id, waits_for FROM dirty WHERE waits_for IS NOT NULL")
        }
        self.inbox = {(names[row[0]], row[1]) for row in select("SELECT connection_id, remote_id FROM inbox")}
        self.conflicts = [
            {"site": names[row[0]], "local": row[1], "remote": row[2], "kind": row[3], "fields": json.loads(row[4]),
             "status": row[5], "resolution": row[6], "candidates": json.loads(row[7] or "[]"), "entity": row[8]}
            for row in select(
                "SELECT connection_id, local_id, remote_id, kind, fields, status, resolution, candidates, entity_type"
                " FROM conflicts"
            )
        ]  # fmt: skip
        self.excused: Counter[str] = Counter()

    def open(self, site: str, local: str | None, remote: str | None) -> Iterator[dict[str, Any]]:
        for one in self.conflicts:
            if one["status"] == "open" and one["site"] == site and (one["local"] == local or one["remote"] == remote):
                yield one

    def excuse(self, site: str, local: str | None, remote: str | None) -> bool:
        """Is a person told of this record in this connection?"""
        for key in (local, remote):
            if key is not None and (code := self.errors.get((site, key))) is not None:
                self.excused[f"error {code}"] += 1
                return True
        if local is not None and (site, local) in self.waits:
            self.excused["waits"] += 1
            return True
        for one in self.open(site, local, remote):
            if one["kind"] != "fields":
                self.excused[f"conflict {one['kind']}"] += 1
                return True
        return False

    def deletion_waits(self, site: str, local: str | None, remote: str | None) -> bool:
        """Deleted in the hub while fields of it wait for a decision: the deletion goes when that was made."""
        if any(one["kind"] == "fields" for one in self.open(site, local, remote)):
            self.excused["deletion with a question"] += 1
            return True
        return False

    def frozen(self, site: str, local: str, name: str) -> bool:
        """Does the field wait for a person's decision?"""
        return any(field["name"] == name for one in self.open(site, local, None) for field in one["fields"])
