"""SAP Gateway (ECC, S/4): lists that nothing is known of beforehand, read and written by what the service says of itself
(docs/protocols/sap.md: Dialects)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.connectors.base import ConnectionSettings, ConnectorPorts, PullMode, WriteKind, WriteOp
from app.connectors.sap.connector import SapConnector
from app.model.cancel import CancelToken
from app.model.errors import Stale
from tests.connectors.contract import Hub
from tests.connectors.sap_rig import furnish
from tests.connectors.tally_rig import MemoryState
from tests.simulators.sap import PASSWORD, USER, SimulatedSap

GO = CancelToken()
MODULES = {"Items": frozenset({"ItemName", "ForeignName", "CreateDate"})}


@pytest.fixture
def sim() -> Iterator[SimulatedSap]:
    with SimulatedSap() as sim:
        furnish(sim)
        yield sim


@pytest.fixture
def connector(sim: SimulatedSap, tmp_path: Path) -> Iterator[SapConnector]:
    auth = {"username": USER, "password": PASSWORD, "company_db": "100"}
    settings = ConnectionSettings("c", "S4", "sap", sim.gateway_url, "username_password", auth)
    connector = SapConnector(settings, ConnectorPorts(MemoryState(), tmp_path), sleep=lambda cancel, _: cancel.check())
    yield connector
    connector.close()


def test_the_test_tells_what_was_read(connector: SapConnector) -> None:
    report = connector.test(GO)
    assert report.ok, report.message
    assert {"Items", "BusinessPartners"} <= {one.name for one in connector.modules()}
    assert {"ItemCode", "ItemName"} <= {one.path for one in connector.fields("Items", GO)}


def test_changes_come_in_and_deletions_with_the_check(sim: SimulatedSap, connector: SapConnector) -> None:
    hub = Hub()
    hub.pull(connector, MODULES, PullMode.FULL)
    assert hub.ids("Items") == {"I0", "I1", "I2", "I3"}
    assert hub.records["Items", "I0"].fields["CreateDate"] == sim.one("Items", "I0")["CreateDate"]
    sim.clock.advance(300)
    sim.change("Items", "I1", ItemName="Other rope")
    sim.add("Items", ItemCode="GONE", ItemName="Short-lived")
    hub.pull(connector, MODULES)
    assert hub.records["Items", "I1"].fields["ItemName"] == "Other rope"
    sim.delete("Items", "GONE")
    hub.pull(connector, MODULES, PullMode.CHECK)
    assert "GONE" not in hub.ids("Items")


def test_a_change_is_written_with_a_token_and_on_the_known_version(sim: SimulatedSap, connector: SapConnector) -> None:
    (record,) = connector.read("Items", ["I0"], GO)
    fields = {"ForeignName": "Seil"}
    op = WriteOp(
        "op", WriteKind.UPDATE, "product", "Items", "hub-1", "Rope", fields, fields, {}, record.id, record.version
    )
    after = connector.write(op, GO).record
    assert after is not None
    assert after.fields["ForeignName"] == "Seil"
    assert sim.one("Items", "I0")["ForeignName"] == "Seil"
    with pytest.raises(Stale):
        connector.write(op, GO)
