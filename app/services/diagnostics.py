"""What is wrong and what to do: the doctor's checks, and a bundle to send us that holds no secret and no customer
data beyond counts."""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import __version__
from app.model.cancel import CancelToken
from app.model.errors import AppError
from app.platform.private import is_private
from app.services.event_files import EventFiles
from app.services.secrecy import secret_paths
from app.services.views import DoctorCheck

if TYPE_CHECKING:
    from app.services.connections import Connections
    from app.services.parts import Parts

#: Below this a sync may fill the disk, in bytes.
LITTLE_ROOM = 500 * 1024 * 1024


class Diagnostics:
    def __init__(self, parts: Parts, connections: Connections) -> None:
        self._parts = parts
        self._connections = connections

    def doctor(self, cancel: CancelToken | None = None) -> list[DoctorCheck]:
        """Every check, in the order a person would go through them. Contacts each connection's ERP."""
        token = cancel or CancelToken()
        return list(self._checks(token))

    def log_lines(self) -> list[str]:
        """The newest lines of the log, secrets masked."""
        return [line.text for line in self._parts.logs.memory.lines()]

    def bundle(self, path: Path, checks: list[DoctorCheck] | None = None) -> Path:
        """Write a zip for support: versions, settings, connections without their data, the last runs' figures, the end
        of the log. ``checks`` are taken along when they were made."""
        path = Path(path)
        found = {
            "versions.json": versions(),
            "settings.json": self._settings(),
            "connections.json": self._connection_facts(),
            "runs.json": self._run_facts(),
            "counts.json": self._counts(),
            "doctor.json": [vars(check) for check in checks or self._own_checks()],
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
            for name, content in found.items():
                bundle.writestr(
                    name, self._parts.logs.redact(json.dumps(content, indent=2, ensure_ascii=False, default=str))
                )
            bundle.writestr("log.txt", self._log_tail())
        return path

    # --- the checks --------------------------------------------------------------------------------------------

    def _checks(self, cancel: CancelToken) -> Iterator[DoctorCheck]:
        yield from self._own_checks()
        for connection in self._connections.list():
            cancel.check()
            result = self._connections.test(connection.id, cancel)
            hints = result.details.get("hints") or [""]
            yield DoctorCheck(
                f"Connection {connection.name}", result.success, result.message, "" if result.success else str(hints[0])
            )
            if (events := EventFiles.check(connection)) is not None:
                yield events

    def _own_checks(self) -> list[DoctorCheck]:
        """Everything but the ERPs."""
        steps: tuple[tuple[str, Callable[[], DoctorCheck]], ...] = (
            ("Data folder", self._room),
            ("Database", self._database),
            ("Secrets", self._secrets),
            ("Access token", self._token),
            ("Listener", self._listener),
        )
        return [_guarded(area, step) for area, step in steps]

    def _room(self) -> DoctorCheck:
        folder = self._parts.folders.data
        free = shutil.disk_usage(folder).free
        text = f"{folder}, {free // (1024 * 1024):,} MB free."
        if not os.access(folder, os.W_OK):
            return DoctorCheck("Data folder", False, f"{folder} can't be written.", "Give your user write permission.")
        hint = "" if free >= LITTLE_ROOM else "Free some space on this disk."
        return DoctorCheck("Data folder", free >= LITTLE_ROOM, text, hint)

    def _database(self) -> DoctorCheck:
        from app.db.migrations import HEAD, stored_revision

        problems = self._parts.db.check()
        if problems:
            return DoctorCheck(
                "Database", False, f"The database is damaged: {problems[0]}.", "Restore the newest backup."
            )
        with self._parts.db.read() as conn:
            present = stored_revision(conn)
        if present != HEAD:
            return DoctorCheck("Database", False, f"The database is at revision {present}, not {HEAD}.", "Start again.")
        return DoctorCheck("Database", True, f"Sound ({self._parts.db.dialect}, revision {present}).")

    def _secrets(self) -> DoctorCheck:
        try:
            self._parts.check_secrets()
        except AppError as error:
            if any(secret_paths(one.auth_config) for one in self._parts.stores.connections.list()):
                raise
            return DoctorCheck("Secrets", True, f"{error.message} No connection needs one so far.", error.hint)
        kept = {"keyring": "the system's keyring", "file": "a file of this user alone"}[self._parts.options.secrets]
        return DoctorCheck("Secrets", True, f"The master key is in {kept} and opens the stored secrets.")

    def _token(self) -> DoctorCheck:
        file = self._parts.folders.token_file
        if not file.exists():
            return DoctorCheck("Access token", True, "There is none yet: it is made when the listener first starts.")
        if not is_private(file):
            return DoctorCheck(
                "Access token",
                False,
                f"Others can read {file}.",
                "In the file's permissions, let nobody but its owner read it.",
            )
        return DoctorCheck("Access token", True, f"In {file}, readable by its owner alone.")

    def _listener(self) -> DoctorCheck:
        from app.services.listener_checks import listener_check

        return listener_check(self._parts)

    # --- the bundle --------------------------------------------------------------------------------------------

    def _settings(self) -> dict[str, Any]:
        options = self._parts.options
        return {
            "stored": self._parts.stores.settings.all(),
            "secrets": options.secrets,
            "database": self._parts.db.dialect,
            "log_level": options.log_level,
        }

    def _connection_facts(self) -> list[dict[str, Any]]:
        facts = []
        for one in self._connections.list():
            configs = self._parts.stores.configs.list(connection_id=one.id)
            facts.append(
                {
                    "id": one.id,
                    "system": one.system,
                    "base_url": one.base_url,
                    "auth_keys": sorted(one.auth),
                    "status": one.status,
                    "sync_enabled": one.sync_enabled,
                    "auto_sync_interval": one.auto_sync_interval,
                    "last_success_at": one.last_success_at,
                    "open_errors": one.open_errors,
                    "open_conflicts": one.open_conflicts,
                    "configs": [
                        {
                            "entity": config.entity_type,
                            "module": config.remote_module,
                            "direction": config.sync_direction,
                            "active": config.is_active,
                            "links": len(config.mappings),
                        }
                        for config in configs
                    ],
                }
            )
        return facts

    def _run_facts(self) -> list[dict[str, Any]]:
        return [
            {
                "id": run.id,
                "connection_id": run.connection_id,
                "type": run.sync_type,
                "triggered_by": run.triggered_by,
                "status": run.status,
                "started_at": run.started_at,
                "ended_at": run.ended_at,
                "counts": run.counts,
                "phases": run.phases,
                # Not the message: it may name a customer.
                "error": (run.error or {}).get("code"),
                "guard": (run.guard or {}).get("guard"),
            }
            for run in self._parts.stores.runs.list(limit=50).items
        ]

    def _counts(self) -> dict[str, int]:
        from app.model.entities import ENTITIES

        return {name: self._parts.stores.records.count(name, include_deleted=True) for name in ENTITIES}

    def _log_tail(self) -> str:
        try:
            with (self._parts.folders.logs / "app.log").open("rb") as file:
                file.seek(0, os.SEEK_END)
                file.seek(max(file.tell() - 200_000, 0))
                text = file.read().decode("utf-8", "replace")
        except OSError:
            text = "\n".join(self.log_lines())
        return self._parts.logs.redact(text)


def versions() -> dict[str, str]:
    """This program, Python, the system and what we stand on."""
    from importlib.metadata import PackageNotFoundError, version

    found = {
        "salesmate-sync": __version__,
        "python": sys.version.split()[0],
        "system": platform.platform(),
        "frozen": str(getattr(sys, "frozen", False)),
    }
    for name in (
        "sqlalchemy",
        "alembic",
        "httpx",
        "lxml",
        "fastapi",
        "uvicorn",
        "apscheduler",
        "keyring",
        "PySide6-Essentials",
    ):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "-"
    return found


def _guarded(area: str, step: Callable[[], DoctorCheck]) -> DoctorCheck:
    """A check that breaks is a check that failed."""
    try:
        return step()
    except AppError as error:
        return DoctorCheck(area, False, error.message, error.hint)
    except OSError as error:
        return DoctorCheck(area, False, f"{error.strerror or error}.", "Check the data folder and its permissions.")
