"""Where things lie: the data folder with all that belongs to one hub, and the locks that this user's hubs
share."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from app.platform.private import create_private, make_private_folder

APP = "salesmate-sync"
HOME_VARIABLE = "SALESMATE_SYNC_HOME"
#: Tests put the shared locks elsewhere with it.
LOCKS_VARIABLE = "SALESMATE_SYNC_LOCKS"


@dataclass(frozen=True, slots=True)
class Folders:
    """A data folder's places. ``locks`` is outside it: one Tally is asked by one program at a time, whichever
    data folder that program works with."""

    data: Path
    locks: Path

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def token_file(self) -> Path:
        return self.data / "api-token"

    @property
    def event_positions_file(self) -> Path:
        """How far the files were read in which other programs tell of changes."""
        return self.data / "event-positions.json"

    @property
    def certificate_file(self) -> Path:
        """The listener's own certificate, when it has one; its key lies beside it."""
        return self.data / "tls" / "certificate.pem"

    @property
    def certificate_key_file(self) -> Path:
        return self.data / "tls" / "key.pem"

    @property
    def key_file(self) -> Path:
        """The master key, with ``--secrets file``."""
        return self.data / "master.key"

    @property
    def id_file(self) -> Path:
        return self.data / "folder-id"

    def prepare(self) -> Folders:
        """Make what is missing, for the owner alone. Raises ``OSError``."""
        for folder in (self.data, self.backups, self.logs, self.locks):
            make_private_folder(folder)
        return self

    def folder_id(self) -> str:
        """The data folder's lasting name in the keyring: made once, and it moves with the folder."""
        create_private(self.id_file, f"{uuid4().hex}\n".encode())
        return self.id_file.read_text(encoding="ascii").strip()


def folders(data_dir: Path | None = None, environ: Mapping[str, str] | None = None) -> Folders:
    """``data_dir``, else ``SALESMATE_SYNC_HOME``, else the platform's folder for a user's data. Nothing is
    made yet."""
    env = os.environ if environ is None else environ
    chosen = data_dir or (Path(env[HOME_VARIABLE]) if env.get(HOME_VARIABLE) else None)
    locks = Path(env[LOCKS_VARIABLE]) if env.get(LOCKS_VARIABLE) else _platform("user_state_path") / "locks"
    data = chosen.expanduser().absolute() if chosen is not None else _platform("user_data_path")
    return Folders(data, locks)


def default_data_folder() -> Path:
    """Where a start without ``--data-dir`` works."""
    return folders().data


def _platform(which: str) -> Path:
    import platformdirs

    # appauthor=False: no second folder of the same name on Windows. roaming=False: a database does not
    # travel.
    found: Path = getattr(platformdirs, which)(APP, appauthor=False)
    return found
