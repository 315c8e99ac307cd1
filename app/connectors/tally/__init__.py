"""Tally Prime, over its HTTP/XML gateway (docs/protocols/tally.md).

Importing this is cheap: the parser and the network library come with the first connector that is opened.
"""

from __future__ import annotations

from app.connectors.base import ConnectionSettings, Connector, ConnectorFactory, ConnectorKind, ConnectorPorts
from app.connectors.tally.template import SPEC


def _load() -> ConnectorFactory:
    from app.connectors.tally.connector import open_connector

    return open_connector


def _open(settings: ConnectionSettings, ports: ConnectorPorts) -> Connector:
    return _load()(settings, ports)


KIND = ConnectorKind(SPEC, _open, load=_load)

__all__ = ["KIND"]
