"""The five systems of the contract (§3): what each is called, how one logs in, which settings are secret.

What an installed connector declares (:class:`app.connectors.spec.ConnectorSpec`) adds to it: a system can
be stored
whether or not its connector is there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.connectors.base import ConnectionSettings, ConnectorKind, Registry
from app.model.entities import ENTITIES
from app.model.errors import Conflicting, Misconfigured
from app.services.views import SystemView


@dataclass(frozen=True)
class System:
    """``plain_http``: may be reached without TLS anywhere. ``needs_url``: has no address of its own to
    fall back on.
    """

    name: str
    title: str
    auth_types: tuple[str, ...]
    secrets: frozenset[str] = frozenset()
    default_url: str = ""
    plain_http: bool = False
    needs_url: bool = False


SYSTEMS: Mapping[str, System] = {
    system.name: system
    for system in (
        System("tally", "Tally Prime", ("none",), default_url="http://localhost:9000", plain_http=True),
        System(
            "zoho",
            "Zoho CRM",
            ("oauth2",),
            frozenset({"client_secret", "refresh_token"}),
            "https://www.zohoapis.com/crm/v8",
        ),
        System(
            "quickbooks",
            "QuickBooks Online",
            ("oauth2",),
            frozenset({"client_secret", "refresh_token", "webhook_verifier_token"}),
            "https://quickbooks.api.intuit.com",
        ),
        System(
            "sap",
            "SAP Business One",
            ("username_password", "certificate"),
            frozenset({"password", "key_file"}),
            needs_url=True,
        ),
        System("custom", "Another system", ("none", "api_key", "oauth2", "username_password")),
    )
}

#: Keys that are secrets in any system, also inside a custom connector's definition and among keys we
#: don't know.
_SECRET_KEY = re.compile(
    r"(^|_)(password|passwd|pwd|passphrase|secret|token|api_?key|(access|private|secret|signing|encryption|consumer)_key"
    r"|credentials?|authorization|cookie)$"
)


def offered(registry: Registry) -> Mapping[str, System]:
    """The five, and those of plug-ins."""
    plugged = (kind.spec for name in registry.systems() if name not in SYSTEMS and (kind := registry.get(name)))
    return {**SYSTEMS, **{spec.system: System(spec.system, spec.title, spec.auth_types) for spec in plugged}}


def is_secret(key: str, system: System | None, kind: ConnectorKind | None = None) -> bool:
    """Must this setting stay out of the database and the log? ``key`` in snake_case."""
    declared = {setting.name for setting in kind.spec.settings if setting.secret} if kind else frozenset[str]()
    return key in declared or (system is not None and key in system.secrets) or bool(_SECRET_KEY.search(key))


def signs_in(kind: ConnectorKind | None, auth_type: str, auth: Mapping[str, Any] | None = None) -> bool:
    """Does a person sign in in a browser? ``auth``: the connection's settings, where the system is what they say."""
    if kind is None or kind.oauth is None or auth_type != "oauth2":
        return False
    if kind.spec_of is None or auth is None:
        return True
    try:
        return kind.oauth(ConnectionSettings("", "", kind.spec.system, "", auth_type, auth), _Unkept()) is not None
    except Misconfigured:
        return False


class _Unkept:
    """The memory of a connector that has none."""

    def load(self, name: str) -> None:
        return None

    def save(self, name: str, value: Any) -> None:
        """Is forgotten."""


def system_view(system: System, kind: ConnectorKind | None) -> SystemView:
    """The system as it is offered."""
    if kind is None:
        return SystemView(system.name, system.title, False)
    spec = kind.spec
    templates = {entity: template for entity in ENTITIES if (template := spec.template(entity))}
    entities = tuple(templates)
    return SystemView(
        system.name,
        system.title,
        True,
        auth_types=spec.auth_types,
        settings=spec.settings,
        entities=entities,
        address="" if system.needs_url else spec.default_base_url or system.default_url,
        signs_in=any(signs_in(kind, one) for one in spec.auth_types),
        modules={entity: tuple(spec.modules(entity).items()) for entity in entities},
        hub_key=spec.hub_key,
        chooses=spec.capabilities.chooses,
        absent=spec.absent,
        about={entity: template.about for entity, template in templates.items() if template.about},
    )


def title_of(name: str) -> str:
    """What a person reads."""
    system = SYSTEMS.get(name)
    return system.title if system else name


def installed(registry: Registry, system: str) -> ConnectorKind:
    """The connector, or :class:`Conflicting` (code ``not_installed``) saying that this version has none."""
    kind = registry.get(system)
    if kind is None:
        raise Conflicting(
            f"This version can't connect to {title_of(system)} yet.",
            hint="The connection is stored and will work as soon as a version that can is installed.",
            code="not_installed",
            details={"erpSystem": system},
        )
    return kind
