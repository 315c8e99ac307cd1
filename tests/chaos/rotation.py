"""``python -m tests.chaos.rotation``: a login to QuickBooks that changes with each renewal, and processes that are killed.

Two processes at a time sign in with the one login of a hub and have it renewed again and again, until each dies: before it asked,
between QuickBooks' answer and its being stored, or after that. A rotation is lost when the hub is left with a login that QuickBooks
takes no more, and doubled when two processes renewed the same one.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import signal
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.quickbooks.client import Quickbooks
from app.db.connections import ConnectionStore
from app.db.database import Database, default_url
from app.db.migrations import migrate
from app.db.secrets import SecretStore
from app.db.state import DatabaseState
from app.db.tokens import TokenStore
from app.model.cancel import CancelToken
from app.model.tokens import Tokens
from tests.chaos.hub import fast_folder
from tests.simulators.quickbooks import CLIENT_ID, CLIENT_SECRET, SimulatedQuickbooks

_MASTER_KEY = bytes(32)
#: More renewals than any process lives to see, and the moments of one.
_RENEWALS, _MOMENTS = 30, ("asking", "answered", "kept")
_AT_ONCE = 2

_processes: Any = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["app.connectors.quickbooks.client", "app.db.tokens"])


class _Store(TokenStore):
    """The hub's own. ``dies`` are the moments of this process; what it came to is written to ``diary`` before it goes on."""

    def __init__(self, db: Database, connection: str, diary: Path, dies: int = 0) -> None:
        super().__init__(db, SecretStore(db, lambda: _MASTER_KEY), connection, hide=lambda _value: None)
        self._diary = diary
        self._left = dies

    def ask_turn(self, *given: Any) -> Any:
        turn = super().ask_turn(*given)
        if turn.outcome == "yours":
            self._moment("asking")
        return turn

    def keep(self, seen: Tokens, fresh: Tokens, key: str) -> Tokens:
        self._moment("answered")
        kept = super().keep(seen, fresh, key)
        self._moment("kept")
        return kept

    def _moment(self, what: str) -> None:
        self._left -= 1
        with self._diary.open("a", encoding="ascii") as diary:
            diary.write(f"{what}{' killed' if self._left == 0 else ''}\n")
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def one_life(folder: str, url: str, realm: str, dies: int) -> None:
    """The life of one process."""
    db = Database(default_url(Path(folder)), data_dir=Path(folder))
    (connection,) = ConnectionStore(db).list()
    auth = {
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        "realm_id": realm,
        "environment": "sandbox",
        "discovery_url": f"{url}/.well-known/openid_sandbox_configuration/",
    }
    settings = ConnectionSettings(connection.id, "Books", "quickbooks", url, "oauth2", auth)
    tokens = _Store(db, connection.id, Path(folder) / "diary", dies)
    books = Quickbooks(settings, ConnectorPorts(DatabaseState(db, connection.id), Path(folder), tokens=tokens))
    for _ in range(_RENEWALS):
        seen = books._login.tokens(CancelToken())
        books._login.tokens(CancelToken(), refused=seen.access)


@dataclass
class Result:
    rotations: int = 0
    lives: int = 0
    kills: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        killed = ", ".join(f"{self.kills[moment]} {moment}" for moment in _MOMENTS)
        head = f"{self.rotations:,} rotations by {self.lives} processes, {self.kills.total()} of them killed ({killed})"
        return "\n".join([f"{head}: {len(self.broken)} violations", *self.broken])


def rotate(rotations: int, seed: int = 0) -> Result:
    """Until QuickBooks has given so many logins."""
    dice, result = Random(f"rotation {seed}"), Result()
    folder = fast_folder("chaos-login-")
    db = Database(default_url(folder), data_dir=folder)
    try:
        with SimulatedQuickbooks(limits=False) as sim:
            migrate(db, folder / "backups")
            made = ConnectionStore(db).create(
                erp_system="quickbooks", connection_name="Books", auth_type="oauth2", base_url=sim.url, auth_config={}
            )
            store = _Store(db, made.id, folder / "diary")
            granted = sim.grant()
            store.put(Tokens(str(granted["refresh_token"]), str(granted["access_token"])))
            while sim.accounts.given <= rotations and not result.broken:
                _some_lives(folder, sim, dice, result)
                result.broken += _lost(sim, store.load().refresh)
            result.rotations = sim.accounts.given - 1
            result.broken += _doubled(sim, folder / "diary", result)
    finally:
        db.close()
        shutil.rmtree(folder, ignore_errors=True)
    return result


def _some_lives(folder: Path, sim: SimulatedQuickbooks, dice: Random, result: Result) -> None:
    children = []
    for _ in range(_AT_ONCE):
        dies = dice.randrange(1, _RENEWALS * len(_MOMENTS))
        children.append(_processes.Process(target=one_life, args=(str(folder), sim.url, sim.realm, dies)))
        children[-1].start()
    for child in children:
        child.join(120)
        result.lives += 1
        if child.exitcode not in (0, -signal.SIGKILL):
            result.broken.append(f"a process ended with {child.exitcode}")


def _lost(sim: SimulatedQuickbooks, refresh: str) -> list[str]:
    """What a next process would find."""
    good = any(refresh in login.refresh for login in sim.accounts.logins)
    found = [] if good else ["the hub is left with a login that QuickBooks takes no more"]
    return found + ([f"{sim.accounts.refused} renewals were refused"] if sim.accounts.refused else [])


def _doubled(sim: SimulatedQuickbooks, diary: Path, result: Result) -> list[str]:
    """Each answer was to one process that had the turn: it kept it, or died with it in its hands."""
    told = Counter(diary.read_text(encoding="ascii").splitlines())
    result.kills = Counter({moment: told[f"{moment} killed"] for moment in _MOMENTS})
    answers = told["answered"] + told["answered killed"]
    kept = told["kept"] + told["kept killed"]
    found = [] if answers == result.rotations else [f"{result.rotations} logins were given, {answers} came"]
    return found + ([] if kept == told["answered"] else [f"{told['answered']} were to be stored, {kept} were"])


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos.rotation", description=__doc__)
    parser.add_argument("--rotations", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    result = rotate(options.rotations, options.seed)
    print(result)
    return 1 if result.broken else 0


if __name__ == "__main__":
    sys.exit(main())
