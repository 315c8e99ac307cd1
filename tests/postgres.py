"""A PostgreSQL server of the tests' own: found, started, and gone with the tests, however they end.

Run as a program it is the keeper: it makes a cluster in a temporary folder, starts a server on a free loopback port,
prints how to reach it, and stops that server when its standard input closes, which also a killed test run does."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path
from typing import Any

WITHOUT = "no PostgreSQL server programs on this machine (Debian and Ubuntu: apt-get install postgresql)"
_USER = "hub"
_TEMPLATE = "hub_template"
#: Alone has a row from the start.
_VERSIONS = "alembic_version"
#: Nothing here outlives the tests: the machine's crash may lose it all.
_OPTIONS = (
    "fsync=off",
    "full_page_writes=off",
    "listen_addresses='127.0.0.1'",
    "unix_socket_directories=''",
    "max_connections=60",
    "shared_buffers='32MB'",
    "autovacuum=off",
)
_STARTS = 3
#: When each row of the catalogue, which tells what a database holds besides rows, was written.
_SHAPE = " UNION ALL ".join(
    f"SELECT xmin::text::bigint AS written FROM {catalogue}"
    for catalogue in ("pg_class", "pg_attribute", "pg_constraint", "pg_index", "pg_trigger", "pg_proc")
)
_DISCONNECT = (
    "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


def programs() -> Path | None:
    """The folder of ``initdb`` and ``pg_ctl``, of the newest version there is."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[-3].split(".")[0]))
    if debian:
        return debian[-1].parent
    found = shutil.which("initdb")
    beside = Path(found).resolve().parent if found else None
    return beside if beside and shutil.which("pg_ctl", path=str(beside)) else None


class Server:
    """A running server. ``url(database)`` reaches one of its databases as the owner of them all."""

    def __init__(self, folder: Path) -> None:
        found = programs()
        assert found is not None, WITHOUT
        log = (folder / "postgresql.log").open("wb")
        # In a session of its own: Ctrl-C is for the tests, and the keeper then sees them go.
        self._keeper = subprocess.Popen(
            [sys.executable, __file__, str(found)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,
        )
        log.close()
        assert self._keeper.stdout is not None
        line = self._keeper.stdout.readline()
        if not line:
            raise RuntimeError(Path(log.name).read_text(errors="replace"))
        self.port, self.password = json.loads(line)
        self._numbers = count(1)
        self._template = ""
        self._shape: tuple[Any, ...] = ()
        self._emptied: list[str] = []
        self._conn: Any = None

    def url(self, database: str, *, password: str | None = None) -> str:
        return f"postgresql://{_USER}:{password or self.password}@127.0.0.1:{self.port}/{database}"

    def run(self, *statements: str) -> None:
        """Each statement by itself, on the maintenance database."""
        import psycopg

        if self._conn is None:
            self._conn = psycopg.connect(self.url("postgres"), autocommit=True)
        for statement in statements:
            self._conn.execute(statement)

    def create(self, options: str = "") -> str:
        """A new, empty database; its name."""
        name = f"test_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} {options}")
        return name

    def copy(self) -> str:
        """A database with the hub's tables and no rows, under a name that none had before: one that was given back, or a
        copy of one that was migrated once, which takes a tenth of a second."""
        if not self._template:
            self._template = self._made_template()
        if len(self._emptied) < 2:  # a rename waits for connections that are still closing: two take turns
            return self.create(f"TEMPLATE {self._template}")
        name = f"test_{next(self._numbers)}"
        self.run(f"ALTER DATABASE {self._emptied.pop(0)} RENAME TO {name}")
        return name

    def give_back(self, name: str) -> None:
        """Empty one that was copied, for another test; one with other tables or settings than it came with is dropped."""
        import psycopg

        with psycopg.connect(self.url(name), autocommit=True) as conn:
            conn.execute(_DISCONNECT)
            same = _shape(conn) == self._shape
            if same:
                _empty(conn)
        if same:
            self._emptied.append(name)
        else:
            self.drop(name)

    def drop(self, *names: str) -> None:
        self.run(*(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)" for name in names))

    def restart(self) -> None:
        """Break every connection, as a server that crashed and came back does."""
        self._hang_up()
        assert self._keeper.stdin is not None
        assert self._keeper.stdout is not None
        self._keeper.stdin.write("restart\n")
        self._keeper.stdin.flush()
        assert self._keeper.stdout.readline(), "the server did not come back"

    def stop(self) -> None:
        self._hang_up()
        assert self._keeper.stdin is not None
        self._keeper.stdin.close()
        self._keeper.wait(timeout=60)
        assert self._keeper.stdout is not None
        self._keeper.stdout.close()

    def _hang_up(self) -> None:
        if self._conn is not None:
            self._conn.close()
            self._conn = None

    def _made_template(self) -> str:
        import psycopg

        from app.db.database import Database
        from app.db.migrations import migrate

        self.run(f"CREATE DATABASE {_TEMPLATE}")
        with tempfile.TemporaryDirectory() as folder:
            made = Database(self.url(_TEMPLATE), data_dir=Path(folder))
            migrate(made, Path(folder))
            made.close()
        with psycopg.connect(self.url(_TEMPLATE), autocommit=True) as conn:
            self._shape = _shape(conn)
            assert _filled(conn) == [_VERSIONS]
        return _TEMPLATE


def _shape(conn: Any) -> tuple[Any, ...]:
    """Changes with every table, index and setting of a database."""
    settings = "SELECT count(*) FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase"
    tables = f"SELECT count(*), max(written), ({settings} WHERE datname = current_database()) FROM ({_SHAPE}) AS rows"
    row: tuple[Any, ...] = conn.execute(tables).fetchone()
    return row


def _filled(conn: Any) -> list[str]:
    """The tables that were ever written to."""
    found = conn.execute(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        " AND pg_relation_size(oid) > 0"
    )
    return [name for (name,) in found]


def _empty(conn: Any) -> None:
    from app.db.migrations import HEAD

    filled = _filled(conn)
    conn.execute("SET session_replication_role = replica")  # no foreign key is asked: all rows go
    conn.execute("; ".join(f"DELETE FROM {name}" for name in filled))
    conn.execute("SELECT setval(seqrelid, seqstart, false) FROM pg_sequence")
    conn.execute(f"VACUUM {', '.join(filled)}")
    conn.execute(f"INSERT INTO {_VERSIONS} VALUES (%s)", [HEAD])


# --- the keeper -----------------------------------------------------------------------------------------------


def _other_user() -> dict[str, Any]:
    """PostgreSQL refuses root: who runs it then."""
    if os.name == "nt" or os.geteuid() != 0:
        return {}
    import pwd

    known = {one.pw_name: one for one in pwd.getpwall()}
    chosen = known.get("postgres") or known["nobody"]
    return {"user": chosen.pw_uid, "group": chosen.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def keep(bin_folder: Path) -> None:
    """Make, start, tell, wait, stop. Every program's output goes to standard error."""
    other = _other_user()
    folder = Path(tempfile.mkdtemp(prefix="salesmate-postgresql-"))
    cluster = folder / "data"

    def run(program: str, *arguments: str, check: bool = True) -> bool:
        command = [str(bin_folder / program), "-D", str(cluster), *arguments]
        # Not our standard output: a server would hold it open.
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=check, cwd=folder, env=_environment(), **other
        )
        return done.returncode == 0

    try:
        password = secrets.token_hex(16)
        (folder / "password").write_text(password)
        if other:
            for place in (folder, folder / "password"):
                os.chown(place, other["user"], other["group"])
        run("initdb", "-U", _USER, "-A", "scram-sha-256", "--pwfile", str(folder / "password"), "-E", "UTF8", "-N",
            *_locale(bin_folder))  # fmt: skip
        (cluster / "postgresql.auto.conf").write_text("\n".join(_OPTIONS) + "\n")
        port = _started(run, folder)
        print(json.dumps([port, password]), flush=True)
        for _ in sys.stdin:
            run("pg_ctl", "restart", "-m", "immediate", "-w", "-l", str(folder / "log"), "-o", f"-p {port}")
            print("ready", flush=True)
    finally:
        if (cluster / "postmaster.pid").exists():
            run("pg_ctl", "stop", "-m", "immediate", "-w", check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _started(run: Any, folder: Path) -> int:
    """The port of the server, which now runs: another program may take a free one before it does."""
    for _ in range(_STARTS):
        port = _free_port()
        if run("pg_ctl", "start", "-w", "-l", str(folder / "log"), "-o", f"-p {port}", check=False):
            return port
    raise RuntimeError((folder / "log").read_text(errors="replace"))


def _locale(bin_folder: Path) -> list[str]:
    """An order that is not the bytes', where this version has one on every machine: a site's database may have any."""
    said = subprocess.run([bin_folder / "initdb", "--version"], capture_output=True, text=True, check=True).stdout
    if int(said.split()[2].split(".")[0]) < 15:
        return ["--locale=C"]
    return ["--locale=C", "--locale-provider=icu", "--icu-locale=en-US"]


def _environment() -> dict[str, str]:
    """Ours without what would lead PostgreSQL's programs elsewhere."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
