"""Any system with a REST interface, by a definition that tells how to talk to it (docs/custom-erp.md).

Importing this is cheap: what reads definitions and the network library come with the first use.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.connectors.base import (
    ConnectionSettings,
    Connector,
    ConnectorFactory,
    ConnectorKind,
    ConnectorPorts,
    ConnectorState,
)
from app.connectors.custom.template import SPEC, spec_of

if TYPE_CHECKING:
    from app.connectors.definitions import Definitions, EventForm
    from app.connectors.oauth import Provider


def _load() -> ConnectorFactory:
    from app.connectors.custom.connector import CustomConnector

    return CustomConnector


def _open(settings: ConnectionSettings, ports: ConnectorPorts) -> Connector:
    return _load()(settings, ports)


def _provider(settings: ConnectionSettings, _state: ConnectorState) -> Provider | None:
    from app.connectors.custom.sign_in import browser_provider

    return browser_provider(settings)


def _definitions() -> Definitions:
    from app.connectors.custom.workshop import Workshop

    return Workshop()


def _events(auth: Mapping[str, Any]) -> EventForm | None:
    from app.connectors.custom.events import form_of

    return form_of(auth)


KIND = ConnectorKind(
    SPEC, _open, oauth=_provider, load=_load, spec_of=spec_of, definitions=_definitions, events=_events
)

__all__ = ["KIND"]
