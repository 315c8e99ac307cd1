"""Requests and answers held against the vendor's own specification of the API.

The document lies beside the repository (``../shared``); without it, or without ``jsonschema_rs``, nothing is checked and
:data:`WHY_NOT` says so. Where the page of facts, the samples or the doc pages say something else than the document, they win:
:data:`_PASSED_OVER` and the functions that name a difference list what is let through.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import orjson

from tests.simulators.web import Answer, Request

SPEC = Path(__file__).resolve().parents[4] / "shared" / "specs" / "zoho" / "zoho-crm-v8-merged.json"
WHY_NOT = f"the vendor's specification is not checked: {SPEC.name} or jsonschema_rs is not there"
_METHODS = {"get", "post", "put", "patch", "delete"}
_JSON = "application/json"
#: (method and path as the document writes them, what its complaint looks like, why it is let through).
_PASSED_OVER = (
    (
        "post /crm/bulk/v8/read",
        r"callback/url: ",
        "the document knows one example address alone; the doc page takes any",
    ),
    (
        "get /crm/bulk/v8/read/{jobId}",
        r'"(Attachment_Source__s|File_Id__s)" is a required property',
        "of attachment jobs; the doc page's answers have neither",
    ),
    (
        "get /crm/bulk/v8/read/{jobId}",
        r'state: "FAILURE" is not one of',
        "the doc page's states are ADDED, IN PROGRESS, COMPLETED and FAILURE",
    ),
    (
        "delete /crm/v8/{module}",
        r"body: .* is not valid under any",
        "where all ids are refused it is like other writes; the document has a list for NO_PERMISSION alone",
    ),
    (
        "put /crm/v8/{module}",
        r"body/data: .* has more than 1 item",
        "several records may be stale; the document thinks of one",
    ),
    (
        "patch /crm/v8/actions/watch",
        r'"channel_expiry" is a required property',
        "the doc page's answer to _delete_events has none",
    ),
    (
        "get /crm/v8/{module}/deleted",
        r'body: "(code|message|status)" is a required property',
        "the document's own example of this answer has it in data[]",
    ),
)
#: Headers that are the transport's, not the API's.
_ANY_HEADER = re.compile(
    r"host|accept.*|connection|user-agent|content-(type|length|encoding)|authorization|cache-control|if-(un)?modified-since"
)
#: Any call may be answered with these, and with any code: production says INVALID_TOKEN where the document doesn't know it.
_EVERYWHERE = {401, 403, 404, 429, 500}
#: Of the status-codes page: some of the records were taken.
_PARTLY = {202, 207}


#: Status → where its answer stands in the document, and the answer.
_Answers = dict[str, tuple[tuple[str, ...], dict[str, Any]]]


@dataclass(frozen=True)
class Violation:
    """``side`` is ``request`` or ``answer``."""

    side: str
    method: str
    path: str
    problem: str


@dataclass(frozen=True)
class _Operation:
    """``at`` leads to it in the document."""

    name: str
    pattern: re.Pattern[str]
    at: tuple[str, ...]
    content: dict[str, Any]
    parameters: tuple[tuple[tuple[str, ...], dict[str, Any]], ...]


class SpecCheck:
    """Safe to use from several threads."""

    def __init__(self, document: dict[str, Any]) -> None:
        import jsonschema_rs

        self._document = document
        self._told = _told(document)
        versions = [("urn:asked", document), ("urn:told", self._told)]
        self._registry = jsonschema_rs.Registry(versions, draft=jsonschema_rs.Draft202012)
        self._operations = sorted(
            (
                self._operation(path, method)
                for path in document["paths"]
                for method in _METHODS & set(document["paths"][path])
            ),
            key=lambda operation: (operation.name.count("{"), operation.name),
        )
        self._validators: dict[str, Any] = {}

    @staticmethod
    @cache
    def load() -> SpecCheck | None:
        """``None`` when there is nothing to check against."""
        try:
            return SpecCheck(orjson.loads(SPEC.read_bytes()))
        except (OSError, ImportError):
            return None

    def _operation(self, path: str, method: str) -> _Operation:
        at = ("paths", path, method)
        content = self._document["paths"][path][method]
        pattern = re.compile(re.sub(r"\{\w+\}", "([^/]+)", path))
        own = [((*at, "parameters", str(place)), one) for place, one in enumerate(content.get("parameters", ()))]
        found = [self._resolved(place, one) for place, one in own]
        return _Operation(f"{method} {path}", pattern, at, content, tuple(found))

    def _resolved(self, at: tuple[str, ...], one: dict[str, Any]) -> tuple[tuple[str, ...], dict[str, Any]]:
        while "$ref" in one:
            at = tuple(one["$ref"].removeprefix("#/").split("/"))
            one = self._document
            for step in at:
                one = one[step]
        return at, one

    def _find(self, method: str, path: str) -> _Operation | None:
        """The operation of an address; one with fewer blanks before one with more."""
        for operation in self._operations:
            if operation.at[2] == method.lower() and operation.pattern.fullmatch(path):
                return operation
        return None

    def _complaints(
        self, operation: _Operation, version: str, at: tuple[str, ...], value: Any, where: str
    ) -> list[str]:
        pointer = "/".join(quote(step.replace("~", "~0").replace("/", "~1")) for step in at)
        address = f"urn:{version}#/{pointer}"
        validator = self._validators.get(address)
        if validator is None:
            import jsonschema_rs

            validator = jsonschema_rs.Draft202012Validator(
                {"$ref": address}, registry=self._registry, validate_formats=True, formats=_FORMATS
            )
            self._validators[address] = validator
        found = [
            f"{'/'.join(map(str, (where, *error.instance_path)))}: {error.message}"
            for error in validator.iter_errors(value)
        ]
        return [one for one in found if not _passed_over(operation.name, one)]

    # --- requests ----------------------------------------------------------------------------------------------

    def of_request(self, request: Request) -> list[Violation]:
        """What is wrong with a request to the API; the accounts server is not in the document."""
        if request.path.startswith("/oauth/"):
            return []
        operation = self._find(request.method, request.path)
        problems = ["no such call"] if operation is None else self._asked(operation, request)
        return [Violation("request", request.method, request.path, problem) for problem in problems]

    def _asked(self, operation: _Operation, request: Request) -> list[str]:
        found = operation.pattern.fullmatch(request.path)
        names = re.findall(r"\{(\w+)\}", operation.at[1])
        given = {
            "path": dict(zip(names, found.groups() if found else (), strict=True)),
            "query": dict(request.query),
            "header": {name: value for name, value in request.headers.items() if not name.startswith("content-")},
        }
        problems = self._parameters(operation, given)
        if request.headers.get("authorization", "").partition(" ")[0] != "Zoho-oauthtoken":
            problems.append("authorization: is not Zoho-oauthtoken")
        return [*problems, *self._body(operation, request)]

    def _parameters(self, operation: _Operation, given: dict[str, dict[str, str]]) -> list[str]:
        problems = []
        known = set()
        for at, one in operation.parameters:
            name = one["name"].lower() if one["in"] == "header" else one["name"]
            known.add((one["in"], name))
            text = given[one["in"]].get(name)
            if text is None:
                problems += [f"{name}: is missing"] if one.get("required") else []
                continue
            value = _typed(text, one["schema"])
            problems += self._complaints(operation, "asked", (*at, "schema"), value, name)
        problems += [f"{name}: is no parameter of this call" for name in given["query"] if ("query", name) not in known]
        for name in given["header"]:
            if ("header", name) not in known and not _ANY_HEADER.fullmatch(name):
                problems.append(f"{name}: is no header of this call")
            if name.startswith("if-") and ("header", name) not in known:
                problems.append(f"{name}: this call does not look at it")
        return problems

    def _body(self, operation: _Operation, request: Request) -> list[str]:
        if "requestBody" not in operation.content:
            return ["body: this call takes none"] if request.body else []
        if not request.body:
            return ["body: is missing"]
        if not request.headers.get("content-type", "").startswith(_JSON):
            return ["content-type: is not application/json"]
        try:
            value = orjson.loads(request.body)
        except ValueError:
            return ["body: is no JSON"]
        at = (*operation.at, "requestBody", "content", _JSON, "schema")
        return self._complaints(operation, "asked", at, value, "body")

    # --- answers -----------------------------------------------------------------------------------------------

    def of_answer(self, request: Request, answer: Answer) -> list[Violation]:
        """What is wrong with an answer of ours."""
        operation = self._find(request.method, request.path)
        if operation is None:
            return []
        return [
            Violation("answer", request.method, request.path, f"{answer.status} {problem}")
            for problem in self._answered(operation, request, answer)
        ]

    def _answered(self, operation: _Operation, request: Request, answer: Answer) -> list[str]:
        status, content = answer.status, answer.content()
        known = {
            name: self._resolved((*operation.at, "responses", name), one)
            for name, one in operation.content["responses"].items()
        }
        if status == 304:
            # Of the status-codes page: nothing is newer than If-Modified-Since.
            return [] if "if-modified-since" in request.headers and not content else ["for nothing"]
        if status in _EVERYWHERE:
            return self._complaints(
                operation, "told", ("components", "schemas", "ErrorEnvelope"), orjson.loads(content), "body"
            )
        if status in _PARTLY and str(status) not in known:
            return self._mixed(operation, known, orjson.loads(content))
        if str(status) not in known:
            return ["is no status of this call"]
        at, one = known[str(status)]
        schemas = one.get("content", {})
        if _JSON not in schemas:
            # Without a body, or a zip, of which the document says that it were an object.
            return [] if schemas or not content else ["has a body"]
        return self._complaints(operation, "told", (*at, "content", _JSON, "schema"), orjson.loads(content), "body")

    def _mixed(self, operation: _Operation, known: _Answers, body: Any) -> list[str]:
        """Of the status-codes page: successes and refusals in one answer, each like those that the document has alone."""
        problems = []
        for one in body["data"]:
            good = "201" if "201" in known else "200"
            status = good if one["status"] == "success" else "412" if one["code"] == "ALREADY_MODIFIED" else "400"
            at = (*known[status][0], "content", _JSON, "schema")
            problems += self._complaints(operation, "told", at, {"data": [one]}, "body")
        return problems


def _passed_over(operation: str, problem: str) -> bool:
    return any(name == operation and re.search(pattern, problem) for name, pattern, _ in _PASSED_OVER)


def _told(document: Any) -> Any:
    """The document for answers: its mends let any object be null, so that null fits two of a ``oneOf``; some of its errors' shapes
    overlap too. One of them that fits is enough."""
    if isinstance(document, list):
        return [_told(one) for one in document]
    if isinstance(document, dict):
        return {"anyOf" if name == "oneOf" else name: _told(value) for name, value in document.items()}
    return document


def _typed(text: str, schema: dict[str, Any]) -> Any:
    """A parameter's text as the schema's type, where it is one."""
    if schema.get("type") == "integer" and re.fullmatch(r"-?\d+", text):
        return int(text)
    if schema.get("type") == "boolean" and text in {"true", "false"}:
        return text == "true"
    return text


_FORMATS = {"int64": lambda text: text.isdigit() and int(text) < 2**63}
