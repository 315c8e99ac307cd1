"""A kept data folder with a synced demo company, and commands run in this process or in one of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from app import bootstrap
from app.cli import main
from app.services.options import Options
from app.simulator import SimulatedTally

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Site:
    """A data folder whose one connection reaches ``tally``."""

    data: Path
    tally: SimulatedTally
    environ: dict[str, str]

    @property
    def options(self) -> Options:
        return Options(data_dir=self.data, secrets="file")


@pytest.fixture(scope="session")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], AbstractContextManager[Site]]:
    """Makes further sites, for tests that change what others count on."""

    @contextmanager
    def make() -> Iterator[Site]:
        folder = tmp_path_factory.mktemp("site")
        locks = str(folder / "locks")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SALESMATE_SYNC_LOCKS", locks)
            options = Options(data_dir=folder / "data", secrets="file")
            app = bootstrap.start_demo(options, customers=10, items=6, vouchers=40, schedule=False, listen=None)
            tally = app.simulator
            assert tally is not None
            app.simulator = None  # it stays when the program goes
            app.close()
            yield Site(folder / "data", tally, {**os.environ, "SALESMATE_SYNC_LOCKS": locks})
            tally.stop()

    return make


@pytest.fixture(scope="session")
def site(new_site: Callable[[], AbstractContextManager[Site]]) -> Iterator[Site]:
    with new_site() as made:
        yield made


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


@pytest.fixture
def command(site: Site, capfd: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run a command in this process on the site's data folder."""

    def run(*arguments: str) -> Outcome:
        code = main([*arguments, "--data-dir", str(site.data), "--secrets", "file"])
        captured = capfd.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run


@pytest.fixture
def process(site: Site) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start a command in a process of its own; it is ended with the test."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        one = subprocess.Popen(
            [sys.executable, "-m", "app", *arguments, "--secrets", "file"],
            cwd=ROOT,
            env=site.environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(one)
        return one

    yield start
    for one in started:
        one.kill()
        one.communicate()
