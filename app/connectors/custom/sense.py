"""What is wrong with a definition whose shape is right: parts that ask for others, names in templates, the field links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from app.connectors.custom import moments, templates
from app.connectors.custom.definition import (
    ApiKey,
    Call,
    Definition,
    FindCall,
    Link,
    ListCall,
    NoPages,
    OAuth2,
    Resource,
)
from app.connectors.custom.links import field_links
from app.mapping.compiled import compile_mapping
from app.mapping.stored import field_mappings, no_templates
from app.model.entities import ENTITIES
from app.model.errors import InvalidInput
from app.model.hosts import is_loopback

#: The path of a part of the document.
Where: TypeAlias = tuple[str | int, ...]
_Found: TypeAlias = Iterator[tuple[Where, str, str]]

_EVERYWHERE = frozenset({"organization", "api_version"})
#: What a call's templates may name, and which of it the call makes no sense without.
NAMES: Mapping[str, frozenset[str]] = {
    "list": _EVERYWHERE,
    "changes": _EVERYWHERE | {"since"},
    "deletions": _EVERYWHERE | {"since"},
    "find": _EVERYWHERE | {"hub_key", "label", "record"},
    "taken": _EVERYWHERE | {"label", "record"},
    "read": _EVERYWHERE | {"id"},
    "create": _EVERYWHERE | {"op_id", "hub_key", "label", "record"},
    "update": _EVERYWHERE | {"id", "version", "etag", "hub_key", "label", "record", "whole"},
    "delete": _EVERYWHERE | {"id", "version", "etag", "hub_key"},
}
_SECRET = re.compile(r"(^|[-_])(authorization|cookie|password|passwd|secret|token|api[-_]?key)$", re.IGNORECASE)
_OF_ONE = frozenset({"read", "update", "delete"})


def faults_in(definition: Definition) -> _Found:
    yield from _address(definition.base_url, ("base_url",))
    yield from _login(definition)
    yield from _paging(definition.paging, ("paging",))
    if definition.about is not None:
        yield from _templates(definition.about, _EVERYWHERE, ("about",))
    for name, value in definition.headers.items():
        yield from _template(value, _EVERYWHERE, ("headers", name))
        yield from _secret(name, value, ("headers", name))
    for n, row in enumerate(definition.errors):
        if row.status is None and row.at is None and row.text is None:
            yield ("errors", n), "This line of the table fits every answer.", "Give it a status, a code or a text."
        if row.code is not None and row.at is None:
            yield (
                ("errors", n, "code"),
                "It is not said where the code stands.",
                "Add “at”, the code's place in the answer.",
            )
    yield from _webhooks(definition)
    for name, resource in definition.resources.items():
        yield from _resource(definition, resource, ("resources", name))


def _address(url: str | None, where: Where) -> _Found:
    if url is None:
        return
    try:
        parts = urlsplit(url)
        fine = parts.scheme in {"http", "https"} and parts.hostname and not (parts.username or parts.query)
    except ValueError:
        fine = False
    if not fine:
        yield where, "That is not an address.", "It looks like https://host/path."


def _login(definition: Definition) -> _Found:
    login, where = definition.authentication, ("authentication",)
    if isinstance(login, ApiKey) and (login.header is None) == (login.query is None):
        yield where, "It is not said where the key is sent.", "Give it either a header or a query parameter."
    if not isinstance(login, OAuth2):
        return
    if login.grant == "code" and login.authorize_url is None:
        yield where, "The page where a person signs in is missing.", "Add “authorize_url”."
    for name in ("token_url", "authorize_url", "revoke_url"):
        url = getattr(login, name)
        yield from _address(url, (*where, name))
        if url and not url.startswith("https://") and not is_loopback(urlsplit(url).hostname or ""):
            yield (*where, name), "A login is not sent without protection.", "Use an address with https://."


def _paging(paging: Any, where: Where) -> _Found:
    if isinstance(paging, Link) and (paging.header is None) == (paging.next is None):
        yield where, "It is not said where the next page's address stands.", "Give it either a header or “next”."


def _webhooks(definition: Definition) -> _Found:
    hooks = definition.webhooks
    for word, resource in (hooks.resources if hooks else {}).items():
        if resource not in definition.resources:
            yield ("webhooks", "resources", word), f"There is no resource “{resource}”.", _listed(definition.resources)
    if hooks and hooks.resource is None and len(definition.resources) > 1:
        yield ("webhooks",), "It is not said which resource an event is of.", "Add “resource”, its place in the event."


# --- one resource -----------------------------------------------------------------------------------------------------


def _resource(definition: Definition, resource: Resource, where: Where) -> _Found:
    yield from _template(resource.path, _EVERYWHERE, (*where, "path"))
    for name, call in calls_of(resource).items():
        at = (*where, name)
        yield from _templates(call, NAMES[name], at)
        if name in _OF_ONE and not {"id"} & set(_names(call, "/{id}")):
            yield at, "It is not said of which record: no {id} is in it.", "Put {id} into the path."
        if isinstance(call, ListCall) and call.paging is not None:
            yield from _paging(call.paging, (*at, "paging"))
    yield from _changes(resource, where)
    yield from _writing(resource, where)
    yield from _formats(resource, where)
    if resource.unchanged and not isinstance(definition.paging_of(resource.listing), NoPages):
        hint = "Leave out “unchanged”: the ETag is of the first page alone."
        yield (*where, "unchanged"), "This works for a list in one piece only.", hint
    yield from _mapping(resource, where)


def calls_of(resource: Resource) -> dict[str, Call]:
    """The calls that a resource has, by their names in the definition."""
    found = {"list": resource.listing} | {
        name: getattr(resource, name) for name in ("deletions", "read", "find", "taken", "create", "update", "delete")
    }
    return {name: call for name, call in found.items() if call is not None}


def _names(call: Call, usual: str = "") -> Iterator[str]:
    """What a call's templates name; nothing for one that can't be read, which is told by itself."""
    path = usual if call.path is None else call.path
    for part in (path, call.params, call.headers, call.body, getattr(call, "beside", None)):
        yield from _named(part)


def _named(template: Any) -> Iterator[str]:
    try:
        yield from templates.names_in(template)
    except templates.BadTemplate:
        return


def uses(call: Call, name: str) -> bool:
    return name in set(_names(call))


def _templates(call: Call, known: frozenset[str], where: Where) -> _Found:
    yield from _template(call.path or "", known - {"record", "whole"}, (*where, "path"))
    for part in ("params", "headers", "beside"):
        for name, value in getattr(call, part, {}).items():
            yield from _template(value, known, (*where, part, name))
            yield from _secret(name, value, (*where, part, name))
    yield from _template(call.body, known, (*where, "body"), objects=True)


def _template(value: Any, known: frozenset[str], where: Where, *, objects: bool = False) -> _Found:
    try:
        templates.check(value, known, objects=objects)
    except templates.BadTemplate as error:
        yield where, f"This template {error}.", ""


def _secret(name: str, value: Any, where: Where) -> _Found:
    """A definition is stored, shown and passed on as it stands."""
    if _SECRET.search(name) and isinstance(value, str) and value and not list(_named(value)):
        hint = "Take it out: “authentication” says how it is sent, and its value goes into the connection's settings."
        yield where, f"“{name}” looks like a secret, and a definition can be read by everybody.", hint


def _changes(resource: Resource, where: Where) -> _Found:
    changes = resource.changes
    if changes is None:
        if resource.deletions is not None:
            yield (*where, "deletions"), "Deletions are asked for since a moment that nothing tells.", "Add “changes”."
        return
    at = (*where, "changes")
    for part in ("params", "headers"):
        for name, value in getattr(changes, part).items():
            yield from _template(value, NAMES["changes"], (*at, part, name))
    if "since" not in {name for part in (changes.params, changes.headers) for name in _named(part)}:
        yield at, "Nothing asks for what changed: no {since} is in it.", "Put {since} into a parameter or a header."
    if changes.since == "modified" and resource.modified is None:
        yield at, "It is not said which field has the time of the last change.", "Add “modified” to the resource."
    if changes.since == "answer" and changes.at is None:
        yield at, "It is not said where the answer tells how far it goes.", "Add “at”, its place in the answer."


def _writing(resource: Resource, where: Where) -> _Found:
    for name in ("update", "delete"):
        call = getattr(resource, name)
        if call is None:
            continue
        if uses(call, "version") and resource.version is None:
            yield (
                (*where, name),
                "{version} is used, but no field is named as the version.",
                "Add “version” to the resource.",
            )
        if (uses(call, "etag") or uses(call, "whole")) and resource.read is None:
            yield (*where, name), "{etag} and {whole} are read just before.", "Add “read” to the resource."
    if isinstance(resource.find, FindCall) and not resource.find.match and resource.hub_key is None:
        yield (*where, "find"), "It is not said by which fields a record is known again.", "Add “match” or “hub_key”."
    if resource.taken is not None and not resource.taken.match:
        yield (*where, "taken"), "It is not said by which fields the record in the way is known.", "Add “match”."
    if resource.create is not None and resource.create.record is None and resource.read is None:
        yield (
            (*where, "create"),
            "Nobody would know what was made.",
            "Add “record”, its place in the answer, or “read”.",
        )


def _formats(resource: Resource, where: Where) -> _Found:
    if resource.modified is not None and not moments.is_format(resource.modified.format):
        yield (*where, "modified", "format"), *_FORMAT
    seen = set()
    for n, one in enumerate(resource.fields):
        if one.format is not None and not moments.is_format(one.format):
            yield (*where, "fields", n, "format"), *_FORMAT
        if one.path in seen:
            yield (*where, "fields", n, "path"), f"“{one.path}” stands here twice.", "Leave out one of them."
        seen.add(one.path)


_FORMAT = ("That is no way to write a time.", "Use iso, epoch, epoch_ms, or a pattern such as DD/MM/YYYY HH:mm.")


def _mapping(resource: Resource, where: Where) -> _Found:
    if resource.entity is None:
        if resource.mapping:
            yield (*where, "mapping"), "It is not said what of ours these records are.", "Add “entity” to the resource."
        return
    spec = ENTITIES.get(resource.entity)
    if spec is None:
        yield (*where, "entity"), f"“{resource.entity}” is not a kind of record of ours.", _listed(ENTITIES)
        return
    fine = True
    for local in resource.mapping:
        group, inside, name = local.partition("[].")
        known = spec.field.get(group)
        if known is None or (inside and name not in known.child):
            fine = False
            there = known.child if known is not None else spec.field
            yield (*where, "mapping", local), f"We have no field “{local}” there.", _listed(there)
    if not fine:
        return
    names = list(resource.mapping)
    try:
        compile_mapping(spec, field_mappings(field_links(spec, resource.mapping), no_templates))
    except InvalidInput as error:
        number = str(error.field or "").removeprefix("fieldMappings[").partition("]")[0]
        at = (*where, "mapping", names[int(number)]) if number.isdecimal() else (*where, "mapping")
        yield at, error.message, error.hint


def _listed(names: Mapping[str, Any]) -> str:
    return f"There is {', '.join(names)}."
