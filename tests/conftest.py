"""What every test shares: the house's settings of Hypothesis, and the hub's databases.

A test that asks for ``dialect``, itself or through ``database_url``, runs once on each of the chosen databases. A module whose
statements other tests try on both says ``pytestmark = pytest.mark.database("sqlite")``, a test in it that is worth it on both
``@pytest.mark.database("both")``: PostgreSQL costs each test some tenths of a second."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.display import screen
from tests.postgres import WITHOUT, Server, programs

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # whichever test makes the first window

# No wall times decide a test: the machine may be busy with another worker's tests.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
settings.load_profile("house")
# Where it is set, in a new checkout, each program that a test starts would compile the whole application again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False  # and each worker every test
_TESTS = Path(__file__).parent
_DISPLAYS = pytest.StashKey[ExitStack]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql", "both"),
        default="both",
        help="which databases the hub's tests run on (default: both, PostgreSQL where its server programs are)",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_DISPLAYS] = ExitStack()
    config.add_cleanup(config.stash[_DISPLAYS].close)
    worker = getattr(config, "workerinput", {})
    if "display" in worker:
        os.environ["DISPLAY"] = worker["display"]
    if worker and [Path(each).resolve() for each in config.args] == [_TESTS]:
        config.args = _begin_elsewhere(int(worker["workerid"].removeprefix("gw")), worker["workercount"])


def _begin_elsewhere(number: int, count: int) -> list[str]:
    """In a new checkout a test file is compiled by whoever reads it first, which takes longer than all the rest of collecting:
    each worker begins with files of its own, and finds the others' done when it comes to them."""
    files = sorted(str(each) for each in _TESTS.rglob("test_*.py"))
    return [each for turn in range(count) for each in files[(number + turn) % count :: count]]


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Each worker of pytest-xdist has a display of its own: on one that they share, the window that one of them opens takes the
    keyboard from the other's."""
    if os.environ["QT_QPA_PLATFORM"] == "xcb" and shutil.which("Xvfb"):
        node.workerinput["display"] = node.config.stash[_DISPLAYS].enter_context(screen(1920, 1080))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first: none of them is begun when the other workers have nothing left to do."""
    items.sort(key=lambda item: (item.get_closest_marker("slow") is None, item.path))


def pytest_collection_finish() -> None:
    from tests.compiling import compile_once

    compile_once()
    # Some thousand tests and all they import stay to the end: the collector need not walk them at every pass.
    gc.collect()
    gc.freeze()


def pytest_report_header(config: pytest.Config) -> str:
    asked = config.getoption("database")
    without = "" if asked == "sqlite" or programs() else f"; PostgreSQL is skipped: {WITHOUT}"
    return f"hub's database: {asked}{without}"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "dialect" not in metafunc.fixturenames:
        return
    asked = metafunc.config.getoption("database")
    only = next((mark.args[0] for mark in metafunc.definition.iter_markers("database")), None)
    chosen = [
        pytest.param(name, marks=[pytest.mark.skipif(name == "postgresql" and not programs(), reason=WITHOUT)])
        for name in ("sqlite", "postgresql")
        if asked in (name, "both") and only in (name, "both", None)
    ]
    metafunc.parametrize("dialect", chosen, indirect=True)


@pytest.fixture
def dialect(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for each worker, made when the first test needs it."""
    server = Server(tmp_path_factory.mktemp("postgresql"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated hub's file."""
    from app.db.database import DATABASE_FILE, Database, default_url
    from app.db.migrations import migrate

    folder = tmp_path_factory.mktemp("template")
    made = Database(default_url(folder), data_dir=folder)
    migrate(made, folder / "backups")
    made.checkpoint()
    made.close()
    return folder / DATABASE_FILE


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def database_url(dialect: str, data_dir: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a fresh hub with its tables: a copy of one that was made once."""
    from app.db.database import DATABASE_FILE, default_url

    if dialect == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), data_dir / DATABASE_FILE)
        yield default_url(data_dir)
        return
    server: Server = request.getfixturevalue("postgres")
    name = server.copy()
    yield server.url(name)
    server.give_back(name)


@pytest.fixture
def empty_url(dialect: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database without any table."""
    from app.db.database import default_url

    if dialect == "sqlite":
        yield default_url(tmp_path / "empty")
        return
    server: Server = request.getfixturevalue("postgres")
    name = server.create()
    yield server.url(name)
    server.drop(name)
