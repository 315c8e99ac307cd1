"""QuickBooks Online, over its REST API (docs/protocols/quickbooks.md).

Importing this is cheap: the network library comes with the first connector that is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.connectors.base import (
    ConnectionSettings,
    Connector,
    ConnectorFactory,
    ConnectorKind,
    ConnectorPorts,
    ConnectorState,
)
from app.connectors.quickbooks.meter import facts
from app.connectors.quickbooks.template import SPEC

if TYPE_CHECKING:
    from app.connectors.oauth import Provider


def _load() -> ConnectorFactory:
    from app.connectors.quickbooks.connector import QuickbooksConnector

    return QuickbooksConnector


def _open(settings: ConnectionSettings, ports: ConnectorPorts) -> Connector:
    return _load()(settings, ports)


def _provider(settings: ConnectionSettings, state: ConnectorState) -> Provider | None:
    from app.connectors.quickbooks.sign_in import provider

    return provider(settings, state)


KIND = ConnectorKind(SPEC, _open, oauth=_provider, load=_load, facts=facts)

__all__ = ["KIND"]
