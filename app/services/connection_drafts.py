"""From what a front door was given to a connection that can be stored. Contacts nobody."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.connectors.base import Choice, ConnectorKind, Registry
from app.connectors.definitions import SETTING as DEFINITION
from app.connectors.spec import SettingSpec
from app.db.connections import DEFAULT_TENANT
from app.model.errors import InvalidInput
from app.services import drafts, setting_rules
from app.services.addresses import checked_url
from app.services.names import snake_keys
from app.services.schedules import read_schedule
from app.services.secrecy import SplitAuth, split
from app.services.systems import System, is_secret, offered

STATUSES = ("active", "inactive", "error", "expired")
#: ``authConfig.setup`` of a connection that a wizard has stored and nobody has confirmed.
UNFINISHED = "unfinished"


@dataclass(frozen=True)
class ConnectionDraft:
    """``columns``: what goes into ``erp_connections`` (``auth_config`` with placeholders for secrets)."""

    columns: dict[str, Any]
    auth: SplitAuth


def new_connection(draft: Mapping[str, Any], registry: Registry, *, complete: bool = True) -> ConnectionDraft:
    """Check a new connection. ``complete`` False spares what a person fills in later (before the books
    are chosen).

    Raises :class:`InvalidInput` with the field at fault.
    """
    system = _system(draft, registry)
    kind = registry.get(system.name)
    auth = _auth(draft, system, kind, present=None)
    auth_type = drafts.choice(draft, "auth_type", _auth_types(system, kind), system.auth_types[0])
    if complete:
        _required(auth.public, kind, auth_type)
    _check_definition(auth.public, kind, auth_type)
    columns = {
        "tenant_id": drafts.text(draft, "tenant_id") or DEFAULT_TENANT,
        "erp_system": system.name,
        "connection_name": drafts.text(draft, "connection_name", required=complete) or system.title,
        "auth_type": auth_type,
        "auth_config": auth.public,
        "base_url": _base_url(draft, system, kind, auth.public),
        "api_version": drafts.text(draft, "api_version"),
        "organization_id": drafts.text(draft, "organization_id"),
        "status": drafts.choice(draft, "status", STATUSES, "active"),
        "sync_enabled": drafts.flag(draft, "sync_enabled", default=True),
        "auto_sync_interval": drafts.interval(draft, "auto_sync_interval"),
        "schedule": read_schedule(draft, quiet=True),
        "sync_direction": drafts.choice(draft, "sync_direction", drafts.DIRECTIONS, "bidirectional"),
    }
    return ConnectionDraft(columns, auth)


def changed_connection(present: Mapping[str, Any], changes: Mapping[str, Any], registry: Registry) -> ConnectionDraft:
    """Check changes to a stored connection: ``present`` are its columns, ``changes`` the keys that were sent.

    The columns of the answer are only those that change. Raises :class:`InvalidInput`.
    """
    system = _stored_system(present["erp_system"], registry)
    kind = registry.get(system.name)
    if changes.get("erp_system") not in (None, system.name):
        raise InvalidInput(
            "A connection's system can't change.",
            field="erpSystem",
            hint="Make a new connection for the other system.",
        )
    auth = _auth(changes, system, kind, present=present["auth_config"])
    columns: dict[str, Any] = {}
    auth_type = present["auth_type"]
    if "auth_type" in changes:
        auth_type = columns["auth_type"] = drafts.choice(changes, "auth_type", _auth_types(system, kind), auth_type)
    if "auth_config" in changes:
        _required(auth.public, kind, auth_type)
        columns["auth_config"] = auth.public
    if "auth_config" in changes or "auth_type" in changes:
        _check_definition(auth.public, kind, auth_type)
    if "base_url" in changes or "auth_config" in changes:
        wanted = {"base_url": changes.get("base_url", present["base_url"])}
        columns["base_url"] = _base_url(wanted, system, kind, auth.public)
    for key, read in _READERS.items():
        if key in changes:
            columns[key] = read(changes)
    return ConnectionDraft(columns, auth)


_READERS: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
    "tenant_id": lambda draft: drafts.text(draft, "tenant_id") or DEFAULT_TENANT,
    "connection_name": lambda draft: drafts.text(draft, "connection_name", required=True),
    "api_version": lambda draft: drafts.text(draft, "api_version"),
    "organization_id": lambda draft: drafts.text(draft, "organization_id"),
    "status": lambda draft: drafts.choice(draft, "status", STATUSES, "active"),
    "sync_enabled": lambda draft: drafts.flag(draft, "sync_enabled", default=True),
    "auto_sync_interval": lambda draft: drafts.interval(draft, "auto_sync_interval"),
    "schedule": lambda draft: read_schedule(draft, quiet=True),
    "sync_direction": lambda draft: drafts.choice(draft, "sync_direction", drafts.DIRECTIONS, "bidirectional"),
}


def _system(draft: Mapping[str, Any], registry: Registry) -> System:
    systems = offered(registry)
    return systems[drafts.choice(draft, "erp_system", tuple(systems))]


def _stored_system(name: str, registry: Registry) -> System:
    """Of a plug-in that is no more installed as much as is known."""
    return offered(registry).get(name) or System(name, name, ("none",))


def _auth_types(system: System, kind: ConnectorKind | None) -> tuple[str, ...]:
    return kind.spec.auth_types if kind else system.auth_types


def _base_url(draft: Mapping[str, Any], system: System, kind: ConnectorKind | None, auth: Mapping[str, Any]) -> str:
    url = drafts.text(draft, "base_url", required=system.needs_url, longest=2000)
    url = url or (kind.spec.default_base_url if kind else "") or system.default_url
    if not url:
        return ""
    return checked_url(url, field="baseUrl", plain_http=system.plain_http or auth.get("allow_plain_http") is True)


def _auth(
    draft: Mapping[str, Any], system: System, kind: ConnectorKind | None, present: Mapping[str, Any] | None
) -> SplitAuth:
    sent = snake_keys(drafts.mapping(draft, "auth_config"))
    if kind is not None and kind.definitions is not None and isinstance(sent.get(DEFINITION), Mapping):
        sent[DEFINITION] = json.dumps(sent[DEFINITION], indent=2, ensure_ascii=False)  # kept as it was written
    found = split(sent, lambda key: is_secret(key, system, kind), present)
    if not isinstance(found.public.get("allow_plain_http", False), bool):
        raise InvalidInput("allow_plain_http must be true or false.", field="authConfig.allow_plain_http")
    plain = found.public.get("allow_plain_http") is True
    for key in sent:
        value = found.public.get(key)
        if key.endswith("_url") and value:
            found.public[key] = checked_url(value, field=f"authConfig.{key}", plain_http=plain)
    for setting in kind.spec.settings if kind else ():
        if setting.name in sent and not setting.secret and setting.name in found.public:
            found.public[setting.name] = setting_rules.checked(setting, found.public[setting.name], plain_http=plain)
        if present is not None and setting.outdates and _held(setting, found.public) != _held(setting, present):
            for name in {*setting.outdates} - {*sent}:
                found.public.pop(name, None)
    return found


def _held(setting: SettingSpec, auth: Mapping[str, Any]) -> Any:
    return auth.get(setting.name, setting_rules.usual(setting))


def _required(auth: Mapping[str, Any], kind: ConnectorKind | None, auth_type: str) -> None:
    """The books may be missing while a wizard has not got to them."""
    settings = kind.spec.settings if kind else ()
    unfinished = auth.get("setup") == UNFINISHED
    for setting in settings:
        wanted = setting.required and not (unfinished and setting.place == "books")
        if wanted and setting.name not in auth and setting_rules.applies(setting, settings, auth, auth_type):
            raise setting_rules.missing(setting)


def _check_definition(auth: Mapping[str, Any], kind: ConnectorKind | None, auth_type: str) -> None:
    """Of a system that the site describes: that the description can be used with this kind of login. Raises
    :class:`BadDefinition`."""
    text = auth.get(DEFINITION)
    if kind is None or kind.definitions is None or not isinstance(text, str):
        return
    wanted = kind.definitions().login(text)
    if wanted != auth_type:
        raise InvalidInput(
            f"The definition asks for another kind of login: {wanted}.",
            field="authType",
            hint="Choose that kind, or change “authentication” in the definition.",
        )


def checked_choices(offered: Sequence[Choice], chosen: Mapping[str, str | None]) -> None:
    """That each of ``chosen`` is offered, and its value among its options. Raises :class:`InvalidInput`."""
    known = {one.name: one for one in offered}
    for name, value in chosen.items():
        field = f"choices.{name}"
        if name not in known:
            hint = f"There is {', '.join(known)}." if known else "There is nothing to choose for this connection."
            raise InvalidInput(f"There is no choice {name!r}.", field=field, hint=hint)
        options = {option for option, _ in known[name].options}
        if value is not None and value not in options:
            raise InvalidInput(
                f"{value!r} is not possible for {known[name].title}.", field=field, hint="Take one that is offered."
            )
