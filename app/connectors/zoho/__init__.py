"""Zoho CRM, over its REST API (docs/protocols/zoho.md).

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
from app.connectors.zoho.template import SPEC
from app.connectors.zoho.watch import Watches

if TYPE_CHECKING:
    from app.connectors.oauth import Provider


def _load() -> ConnectorFactory:
    from app.connectors.zoho.connector import ZohoConnector

    return ZohoConnector


def _open(settings: ConnectionSettings, ports: ConnectorPorts) -> Connector:
    return _load()(settings, ports)


def _provider(settings: ConnectionSettings, _state: ConnectorState) -> Provider | None:
    from app.connectors.zoho.sign_in import provider

    return provider(settings)


KIND = ConnectorKind(SPEC, _open, subscriptions=Watches(), oauth=_provider, load=_load)

__all__ = ["KIND"]
