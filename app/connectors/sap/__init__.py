"""SAP Business One, over its Service Layer (docs/protocols/sap.md).

Importing this is cheap: the network library comes with the first connector that is opened.
"""

from __future__ import annotations

from app.connectors.base import ConnectionSettings, Connector, ConnectorFactory, ConnectorKind, ConnectorPorts
from app.connectors.sap.template import SPEC
from app.connectors.sap.watch import EventSubscriptions


def _load() -> ConnectorFactory:
    from app.connectors.sap.connector import SapConnector

    return SapConnector


def _open(settings: ConnectionSettings, ports: ConnectorPorts) -> Connector:
    return _load()(settings, ports)


KIND = ConnectorKind(SPEC, _open, subscriptions=EventSubscriptions(), load=_load)

__all__ = ["KIND"]
