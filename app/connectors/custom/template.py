"""What a custom connection asks for, and what its definition lets the engine count on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.connectors.spec import Capabilities, ConnectorSpec, EntityTemplate, SettingSpec

if TYPE_CHECKING:
    from app.connectors.custom.definition import Definition, Resource

SETTINGS = (
    SettingSpec(
        "definition",
        "Definition",
        entry="lines",
        help="How to talk to the system, as YAML or JSON. The guide has examples.",
    ),
    SettingSpec("username", "User name", required=True, only_if=("auth_type", ("username_password",))),
    SettingSpec("password", "Password", required=True, secret=True, only_if=("auth_type", ("username_password",))),
    SettingSpec("api_key", "API key", required=True, secret=True, only_if=("auth_type", ("api_key",))),
    SettingSpec("client_id", "Client ID", required=True, only_if=("auth_type", ("oauth2",))),
    SettingSpec("client_secret", "Client secret", required=True, secret=True, only_if=("auth_type", ("oauth2",))),
    SettingSpec(
        "redirect_uri",
        "Redirect address",
        default="http://127.0.0.1:8737/callback",
        entry="copy",
        help="Where a person signs in in the browser: enter exactly this in the other system.",
        only_if=("auth_type", ("oauth2",)),
        place="more",
    ),
)
#: Before its definition is known.
SPEC = ConnectorSpec(
    system="custom",
    title="Another system",
    auth_types=("none", "api_key", "oauth2", "username_password"),
    settings=SETTINGS,
    capabilities=Capabilities(),
    templates=(),
)


def spec_of(auth: Mapping[str, Any], hub_keys: Mapping[str, str] | None = None) -> ConnectorSpec:
    """Of a connection with this ``authConfig``. One whose definition can't be used syncs nothing. ``hub_keys``: the fields for our
    id that the admin named."""
    from app.connectors.custom.loading import load
    from app.connectors.custom.settings import text_of
    from app.connectors.definitions import BadDefinition

    try:
        return spec_for(load(text_of(auth)), hub_keys or {})
    except BadDefinition:
        return SPEC


def spec_for(definition: Definition, keys: Mapping[str, str]) -> ConnectorSpec:
    resources = list(definition.resources.items())
    made = [(name, one) for name, one in resources if one.create is not None]
    written = [one for _, one in resources if one.create or one.update or one.delete]
    capabilities = Capabilities(
        incremental=any(one.changes for _, one in resources),
        tombstones=any(_tells_deletions(one) for _, one in resources),
        id_sweep=True,
        write=bool(written),
        conditional_write=bool(written) and all(map(_is_conditional, written)),
        idempotency_key=bool(made) and all(map(_is_once, (one for _, one in made))),
        find_by_our_key=bool(made) and all(keys.get(name) or one.hub_key for name, one in made),
        webhooks=definition.webhooks is not None,
        lines_in_lists=all(one.listing.whole for _, one in resources),
        request_life=120.0,
    )
    templates = tuple(_template(name, one) for name, one in resources if one.entity and one.mapping)
    return replace(SPEC, title=definition.title, capabilities=capabilities, templates=templates)


def _template(name: str, resource: Resource) -> EntityTemplate:
    from app.connectors.custom.links import link_templates
    from app.model.entities import ENTITIES

    entity = str(resource.entity)
    links = tuple(link_templates(ENTITIES[entity], resource.mapping))
    return EntityTemplate(entity, name, links, title=resource.title or name)


def _tells_deletions(resource: Resource) -> bool:
    return resource.deletions is not None or bool(resource.changes and resource.changes.deleted)


def _is_conditional(resource: Resource) -> bool:
    from app.connectors.custom.sense import uses

    calls = [call for call in (resource.update, resource.delete) if call is not None]
    return all(uses(call, "version") or uses(call, "etag") for call in calls)


def _is_once(resource: Resource) -> bool:
    from app.connectors.custom.sense import uses

    call = resource.create
    return call is not None and (call.idempotency is not None or uses(call, "op_id"))
