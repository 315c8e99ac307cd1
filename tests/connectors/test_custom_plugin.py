"""The example of a plug-in: found by its entry point, it keeps to the contract, and the program syncs it."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap
from app.connectors.base import ConnectionSettings, Connector, ConnectorKind, ConnectorPorts
from app.services.options import Options
from tests.connectors.contract import ConnectorContract, WriteCase, WritingContract
from tests.connectors.custom_rig import EXAMPLES
from tests.connectors.tally_rig import MemoryState

EXAMPLE = EXAMPLES / "plugin_example"
NAME = "salesmate_csv"


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ConnectorKind]:
    """As pip leaves it: the package on the path, and beside it what its pyproject.toml says of it."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    about = tmp_path / "site" / f"{NAME}-{project['version']}.dist-info"
    about.mkdir(parents=True)
    named = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (about / "METADATA").write_text(named, encoding="utf-8")
    lines = [
        f"[{group}]\n" + "".join(f"{name} = {target}\n" for name, target in entries.items())
        for group, entries in project["entry-points"].items()
    ]
    (about / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.syspath_prepend(EXAMPLE)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    found = bootstrap._registry().get("csv")
    assert found is not None
    yield found
    sys.modules.pop(NAME, None)


class CsvRig:
    """The contract suite's rig over a file."""

    modules: Mapping[str, frozenset[str]] = {"customers": frozenset({"name", "phone", "city"})}
    quiet_requests = 0

    def __init__(self, kind: ConnectorKind, folder: Path) -> None:
        self._kind = kind
        self.file = folder / "customers.csv"
        rows = [f"{n},Firm {n},020 {n},Pune,\n" for n in range(1, 6)]
        self.file.write_text("id,name,phone,city,hub_id\n" + "".join(rows), encoding="utf-8")

    def open(self) -> Connector:
        settings = ConnectionSettings("c", "C", "csv", "", "none", {"file": str(self.file)})
        return self._kind.open(settings, ConnectorPorts(MemoryState(), self.file.parent))

    def lines(self) -> list[str]:
        return self.file.read_text(encoding="utf-8").splitlines()[1:]

    def ids(self, module: str) -> set[str]:
        return {line.split(",")[0] for line in self.lines()}

    def change_one(self) -> tuple[str, str]:
        self.touch("customers", "2")
        return "customers", "2"

    def delete_one(self) -> tuple[str, str]:
        self.remove("customers", "3")
        return "customers", "3"

    def touch(self, module: str, ident: str) -> None:
        kept = [f"{ident},{line.split(',')[1]},TOUCHED,,{line.split(',')[-1]}" if line.startswith(f"{ident},") else line
                for line in self.lines()]  # fmt: skip
        self._keep(kept)

    def remove(self, module: str, ident: str) -> None:
        self._keep([line for line in self.lines() if not line.startswith(f"{ident},")])

    def _keep(self, lines: Sequence[str]) -> None:
        self.file.write_text("\n".join(["id,name,phone,city,hub_id", *lines, ""]), encoding="utf-8")

    def requests(self) -> int:
        return 0

    def write_cases(self) -> Sequence[WriteCase]:
        fields = {"name": "Nandi, Sons & Co", "phone": "020 1", "city": "Pune"}
        return [WriteCase("customers", "customer", fields, {"city": None, "name": "Nandi"})]


class TestPlugin(ConnectorContract, WritingContract):
    @pytest.fixture
    def rig(self, plugin: ConnectorKind, tmp_path: Path) -> Any:  # type: ignore[override]
        return CsvRig(plugin, tmp_path)

    # A file is read and written in one piece: no answer is lost on the way.
    test_a_broken_answer_changes_nothing_and_is_made_up_for = None
    test_a_lost_answer_is_an_unknown_outcome_and_what_was_done_is_found = None
    test_a_lost_request_is_an_unknown_outcome_and_may_be_sent_again = None


def test_the_program_syncs_it(plugin: ConnectorKind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    rig = CsvRig(plugin, tmp_path)
    app = bootstrap.start(Options(data_dir=tmp_path / "data", secrets="file"), schedule=False, listen=None)
    with bootstrap.closing(app):
        services = app.services
        assert "csv" in {one.name for one in services.connections.systems()}
        draft = {"erp_system": "csv", "connection_name": "List", "auth_config": {"file": str(rig.file)}}
        made = services.connections.create(draft).id
        assert services.connections.test(made).success
        services.configs.create({"connection_id": made, "entity_type": "customer"})
        services.runs.wait(services.runs.start(connection_id=made), 60)
        services.records.create("customer", {"business_name": "From the hub", "city": "Goa"})
        run = services.runs.wait(services.runs.start(connection_id=made), 60)
        assert run.status == "completed"
        assert services.records.count("customer") == 6
    assert any(line.startswith("6,From the hub,,Goa,") for line in rig.lines())
