"""Tally Prime, over its HTTP/XML gateway (docs/protocols/tally.md).

Importing this is cheap: the parser and the network library come with the first connector that is opened.
"""

from __future__ import annotations

from app.connectors.base import ConnectionSettings, Connector, ConnectorKind, ConnectorPorts
from app.connectors.tally.template import SPEC


def _open(settings: ConnectionSettings, ports: ConnectorPorts) -> Connector:
    from app.connectors.tally.connector import open_connector

    return open_connector(settings, ports)


KIND = ConnectorKind(SPEC, _open)

__all__ = ["KIND"]
