"""What was not saved yet, kept beside the program's own data: a closed window, a power cut or a crash loses no work.

One small file for each mapping that differs from what is stored; it goes when the mapping is saved or thrown away.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.services.views import MappingView
from app.ui.mappings.document import Links


@dataclass(frozen=True)
class Draft:
    """``stamp`` is the stored state that it was made of, ``at`` when it was last changed (UTC)."""

    stamp: str
    at: datetime
    links: Links


class Drafts:
    """``folder`` is made when first needed; without one nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder / "drafts" if folder is not None else None

    def keep(self, config_id: str, stamp: str, links: Links) -> None:
        """Raises ``OSError``."""
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(self._folder, config_id)
        kept = {"stamp": stamp, "at": datetime.now(UTC).isoformat(), "links": [vars(link) for link in links]}
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(kept), encoding="utf-8")
        fresh.replace(path)

    def find(self, config_id: str) -> Draft | None:
        """What was kept, or ``None``; a file that can't be read counts as none."""
        if self._folder is None:
            return None
        try:
            kept = json.loads(self._path(self._folder, config_id).read_text(encoding="utf-8"))
            links = tuple(MappingView(**link) for link in kept["links"])
            return Draft(str(kept["stamp"]), datetime.fromisoformat(kept["at"]), links)
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def drop(self, config_id: str) -> None:
        if self._folder is not None:
            with suppress(OSError):
                self._path(self._folder, config_id).unlink(missing_ok=True)

    @staticmethod
    def _path(folder: Path, config_id: str) -> Path:
        return folder / f"mapping-{config_id}.json"
