"""The unit file: that its command line is one of ours, and that systemd takes it."""

from __future__ import annotations

import configparser
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from app.cli.arguments import hoisted
from app.cli.program import program

UNIT = Path(__file__).parents[2] / "packaging" / "systemd" / "salesmate-sync.service"


@pytest.fixture(scope="module")
def unit() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=True, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(UNIT)
    return parser


def test_its_command_line_is_one_of_ours(unit: configparser.ConfigParser) -> None:
    words = shlex.split(unit["Service"]["ExecStart"])
    assert Path(words[0]).name == "salesmate-sync"
    group = typer.main.get_command(program)
    ordered = hoisted(words[1:])
    outer = group.make_context("salesmate-sync", list(ordered))
    rest = ordered[ordered.index("serve") + 1 :]
    inner = group.get_command(outer, "serve").make_context("serve", rest, parent=outer)  # type: ignore[attr-defined]
    assert outer.params["data_dir"] == Path("/var/lib") / unit["Service"]["StateDirectory"]
    assert outer.params["secrets"] == "file"  # a service has no keyring
    assert inner.params["host"] == "127.0.0.1"


def test_what_its_comment_offers_is_taken_too(unit: configparser.ConfigParser) -> None:
    offered = next(line.partition("add: ")[2] for line in UNIT.read_text().splitlines() if "add: " in line)
    group = typer.main.get_command(program)
    inner = group.get_command(None, "serve").make_context("serve", shlex.split(offered))  # type: ignore[attr-defined]
    assert inner.params["allow_network"] is True
    assert inner.params["tls"] is True


def test_it_is_given_longer_to_stop_than_it_needs(unit: configparser.ConfigParser) -> None:
    assert int(unit["Service"]["TimeoutStopSec"]) > 5


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_takes_it(tmp_path: Path) -> None:
    copy = tmp_path / UNIT.name
    # Verifying looks for the program: one that is here stands in for the installed one.
    copy.write_text(UNIT.read_text().replace("/opt/salesmate-sync/salesmate-sync", sys.executable))
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(copy)], capture_output=True, text=True)
    told = [line for line in done.stderr.splitlines() if UNIT.name in line]
    assert (done.returncode, told) == (0, []), done.stderr
