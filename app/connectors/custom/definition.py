"""What a definition may say (docs/custom-erp.md): the shape of the document. What one part asks of another is looked at in
:mod:`app.connectors.custom.sense`.

Paths of fields are dotted, ``[]`` for the rows of a list. Times are seconds. Texts with ``{names}`` are templates
(:mod:`app.connectors.custom.templates`). No secret stands in a definition: it is a setting of the connection.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
#: A path inside an answer or a record; empty: the whole of it.
Place = Annotated[str, StringConstraints(max_length=300, pattern=r"^$|^[^.\[\]\s]+(\.[^.\[\]\s]+)*$")]
FieldPath = Annotated[
    str, StringConstraints(max_length=300, pattern=r"^[^.\[\]\s][^.\[\]]*(\[\])?(\.[^.\[\]]+(\[\])?)*$")
]
HeaderName = Annotated[str, StringConstraints(max_length=100, pattern=r"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$")]
Name = Annotated[str, StringConstraints(max_length=100, pattern=r"^[^\s/?#]+$")]
Size = Annotated[int, Field(ge=1, le=10_000)]
Scalar = str | int | bool
#: How a moment or a day is written: or a pattern of ``YYYY MM DD HH mm ss``.
Format = Annotated[str, StringConstraints(min_length=2, max_length=40)]
Type = Literal["text", "number", "date", "boolean", "lookup", "picklist"]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


# --- who we are -----------------------------------------------------------------------------------------------------


class NoLogin(Part):
    type: Literal["none"]


class Basic(Part):
    """User and password of the connection."""

    type: Literal["basic"]


class Bearer(Part):
    """The connection's API key as ``Authorization: Bearer …``."""

    type: Literal["bearer"]


class ApiKey(Part):
    """The connection's API key in a header, or in a parameter of the address (which other programs may write into their logs)."""

    type: Literal["api_key"]
    header: HeaderName | None = None
    query: Name | None = None
    prefix: Annotated[str, StringConstraints(max_length=50)] = ""


class OAuth2(Part):
    """The connection's client id and secret. ``code``: a person signs in in a browser."""

    type: Literal["oauth2"]
    grant: Literal["client_credentials", "code"] = "client_credentials"
    token_url: Text
    authorize_url: Text | None = None
    revoke_url: Text | None = None
    scopes: list[Text] = []
    secret_in: Literal["header", "body"] = "header"
    pkce: bool = True
    extra: dict[str, str] = {}  # parameters of the sign-in page


Authentication = Annotated[NoLogin | Basic | Bearer | ApiKey | OAuth2, Field(discriminator="type")]


# --- lists in pages ---------------------------------------------------------------------------------------------------


class NoPages(Part):
    kind: Literal["none"]


class _Pages(Part):
    """``size_param`` asks for ``size`` rows; ``total`` and ``more`` are places in the answer that tell how many rows there are,
    and whether there is another page."""

    size_param: Name | None = None
    size: Size = 100
    total: Place | None = None
    more: Place | None = None


class Numbered(_Pages):
    kind: Literal["page"]
    param: Name
    first: Annotated[int, Field(ge=0, le=1)] = 1


class Offset(_Pages):
    kind: Literal["offset"]
    param: Name


class Cursor(_Pages):
    """The place ``next`` of an answer holds what is sent as ``param`` for the next page."""

    kind: Literal["cursor"]
    param: Name
    next: Place


class Link(_Pages):
    """The next page's address stands in a header (``Link`` as in RFC 8288, any other as it is), or at the place ``next``."""

    kind: Literal["link"]
    header: HeaderName | None = None
    next: Place | None = None


Paging = Annotated[NoPages | Numbered | Offset | Cursor | Link, Field(discriminator="kind")]


# --- calls ------------------------------------------------------------------------------------------------------------


class Call(Part):
    """``path`` follows the resource's; one that begins with ``~/`` follows the base address. In a ``body`` the text ``{record}``
    alone is the record's object."""

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"] | None = None
    path: Annotated[str, StringConstraints(max_length=1000)] | None = None
    params: dict[str, Scalar] = {}
    headers: dict[HeaderName, str] = {}
    body: Any = None


class ListCall(Call):
    """``rows`` is where the list stands in the answer. ``sorted_by`` says by which order that never changes the pages are cut.
    ``whole``: a row holds all fields of the record."""

    rows: Place = ""
    paging: Paging | None = None
    sorted_by: Text | None = None
    whole: bool = True


class ReadCall(Call):
    record: Place = ""


class FindCall(ListCall):
    """Looks for one record by our id in it (``hub_key``), or by the fields of ``match``."""

    match: list[FieldPath] = []


class WriteCall(Call):
    """``record`` is where the written record stands in the answer, ``id`` (or the end of the address in ``Location``) its id.
    ``beside`` is sent along with the record's own fields."""

    record: Place | None = None
    id: Place | None = None
    beside: dict[str, Any] = {}


class CreateCall(WriteCall):
    """``idempotency`` names the header with which the same sent twice is done once, for so many ``remembered`` seconds."""

    idempotency: HeaderName | None = None
    remembered: Annotated[int, Field(ge=60)] = 86_400


class Marked(Part):
    """Rows whose ``field`` has this value (without one: is there) are deleted."""

    field: FieldPath
    value: Scalar | None = None


class Changes(Part):
    """What is added to the list call to get what changed since the last time. ``since``: ``modified`` (the youngest stamp in the
    rows), ``etag`` (the list's ETag), ``answer`` (at the place ``at`` of the last page)."""

    params: dict[str, Scalar] = {}
    headers: dict[HeaderName, str] = {}
    since: Literal["modified", "etag", "answer"] = "modified"
    at: Place | None = None
    overlap: Annotated[int, Field(ge=0, le=86_400)] = 300
    deleted: Marked | None = None


class Deletions(ListCall):
    """A list of what was deleted, with ``{since}``; ``id`` is where a row names the record."""

    id: FieldPath = "id"


# --- records ----------------------------------------------------------------------------------------------------------


class FieldDef(Part):
    """``as``: how the value is sent (texts in JSON's quotes, numbers without)."""

    path: FieldPath
    type: Type = "text"
    title: Text | None = None
    format: Format | None = None
    sent_as: Literal["text", "number"] | None = Field(default=None, alias="as")
    readonly: bool = False
    required: bool = False
    choices: list[str] = []


class Modified(Part):
    field: FieldPath
    format: Format = "iso"


class LinkDef(Part):
    """A field link as the mapping editor knows it. ``values`` are pairs: ours, theirs."""

    path: FieldPath
    type: Type | None = None
    direction: Literal["both", "to_local", "to_remote"] = "both"
    required: bool = False
    readonly: bool = False
    transform: list[dict[str, Any]] = []
    values: dict[str, str] = {}


class Resource(Part):
    """One kind of record there. ``key`` is what other records name it by; ``hub_key`` the field with our id. ``taken`` looks for
    the record that is in the way of a new one."""

    title: Text | None = None
    entity: Text | None = None
    path: Annotated[str, StringConstraints(max_length=1000)] = ""
    id: FieldPath = "id"
    key: FieldPath | None = None
    label: FieldPath | None = None
    version: FieldPath | None = None
    hub_key: FieldPath | None = None
    modified: Modified | None = None
    listing: ListCall = Field(alias="list")
    changes: Changes | None = None
    deletions: Deletions | None = None
    unchanged: Literal["etag"] | None = None
    read: ReadCall | None = None
    find: FindCall | None = None
    taken: FindCall | None = None
    create: CreateCall | None = None
    update: WriteCall | None = None
    delete: Call | None = None
    fields: list[FieldDef] = []
    sample: dict[str, Any] | None = None
    mapping: dict[str, FieldPath | LinkDef] = {}


class About(ReadCall):
    """Whose books these are: asked before each run. The answers' places of the company's lasting id, and its name."""

    path: Text
    id: Place
    name: Place | None = None


# --- limits, errors, events -------------------------------------------------------------------------------------------


class Limits(Part):
    per_second: Annotated[int, Field(ge=1)] | None = None
    per_minute: Annotated[int, Field(ge=1)] | None = None
    per_hour: Annotated[int, Field(ge=1)] | None = None
    per_day: Annotated[int, Field(ge=1)] | None = None
    concurrent: Annotated[int, Field(ge=1, le=32)] = 2
    statuses: list[Annotated[int, Field(ge=400, le=599)]] = [429]
    backoff: Annotated[int, Field(ge=1, le=3600)] = 5
    longest: Annotated[int, Field(ge=1, le=86_400)] = 3600


class ErrorRow(Part):
    """One line of the error table; the first that fits counts. ``at`` is the place of the system's own code in the answer."""

    status: Annotated[int, Field(ge=200, le=599)] | list[Annotated[int, Field(ge=200, le=599)]] | None = None
    at: Place | None = None
    code: Scalar | list[Scalar] | None = None
    text: Text | None = None
    calls: list[Literal["list", "read", "find", "create", "update", "delete"]] = []
    means: Literal["stale", "gone", "taken", "rejected", "busy", "login", "forbidden", "down", "unknown"]
    say: Text | None = None
    hint: Text | None = None
    field: FieldPath | None = None


class Webhooks(Part):
    """How events are proved, and where in a body the event's kind, resource and record stand. ``events`` and ``resources`` turn
    the sender's words into ours (create, update, delete; a resource of this definition)."""

    proof: Literal["token", "hmac", "standard"]
    header: HeaderName | None = None
    algorithm: Literal["sha256", "sha512", "sha1"] = "sha256"
    encoding: Literal["any", "hex", "base64"] = "any"
    rows: Place = ""
    event: Place
    resource: Place | None = None
    id: Place
    key: Place | None = None
    at: Place | None = None
    events: dict[str, Literal["create", "update", "delete"]] = {}
    resources: dict[str, str] = {}


class Definition(Part):
    """``reason`` is the place in an answer where the system says in words why it refused a record."""

    format: Literal[1]
    title: Text
    base_url: Text | None = None
    authentication: Authentication = NoLogin(type="none")
    headers: dict[HeaderName, str] = {}
    about: About | None = None
    paging: Paging = NoPages(kind="none")
    limits: Limits = Limits()
    errors: list[ErrorRow] = []
    reason: Place | None = None
    webhooks: Webhooks | None = None
    resources: Annotated[dict[Name, Resource], Field(min_length=1)]

    def paging_of(self, call: ListCall) -> NoPages | Numbered | Offset | Cursor | Link:
        return call.paging or self.paging
