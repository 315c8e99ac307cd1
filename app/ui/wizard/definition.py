"""The guided form of a definition (docs/custom-erp.md): what it asks, read out of a definition's parts and put back into them.
Plain Python.

``parts`` are the definition as plain values. Nothing here changes those that it is given; what the form doesn't ask stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from app.ui.words import from_below, mark, tr

Parts = Mapping[str, Any]
#: Of a definition that is begun from nothing.
EMPTY: Parts = {
    "format": 1,
    "title": "",
    "resources": {"customers": {"path": "/customers", "label": "name", "list": {"rows": ""}, "read": {}}},
}
#: What each example is like, by the name of its file.
EXAMPLES = {
    "shelf": mark("An example: a key in a header, pages by number"),
    "cloud": mark("An example: OAuth, a mark for the next page, events"),
    "kinto": mark("An example: user and password, the next page in a header"),
}
LOGINS = {
    "none": mark("Nothing is needed"),
    "basic": mark("User and password"),
    "bearer": mark("A key, as Authorization: Bearer"),
    "header": mark("A key in a header of its own"),
    "query": mark("A key in the address"),
    "client": mark("OAuth 2.0: the program signs in by itself"),
    "code": mark("OAuth 2.0: a person signs in in the browser"),
}
#: What a connection's way to sign in is then.
AUTH_TYPES = {
    "none": "none",
    "basic": "username_password",
    "bearer": "api_key",
    "header": "api_key",
    "query": "api_key",
    "client": "oauth2",
    "code": "oauth2",
}
PAGES = {
    "none": mark("It comes in one piece"),
    "page": mark("Pages are counted"),
    "offset": mark("Rows are counted"),
    "cursor": mark("The answer has a mark for the next page"),
    "link": mark("The answer has the next page's address"),
}
#: What can be tried without changing anything there.
READING = ("list", "read", "deletions")
CALLS = {
    "list": mark("{resource}: the list"),
    "read": mark("{resource}: one record"),
    "deletions": mark("{resource}: what was deleted"),
}


@dataclass(frozen=True)
class Question:
    """One line of the form. ``where`` is its place in the parts; ``only``: of what is chosen before it (the login, the pages) the
    values with which it is asked. ``kind``: text, number, words, or flag (there or not)."""

    name: str
    title: str
    where: tuple[str, ...]
    about: str = ""
    only: tuple[str, ...] = ()
    kind: str = "text"


LOGIN = (
    Question("header", mark("Name of the header"), ("authentication", "header"), mark("Like X-Auth-Key."), ("header",)),
    Question("query", mark("Its name in the address"), ("authentication", "query"), mark("Like api_key."), ("query",)),
    Question("token", mark("Address for tokens"), ("authentication", "token_url"), "", ("client", "code")),
    Question("page", mark("Address of the sign-in page"), ("authentication", "authorize_url"), "", ("code",)),
    Question(
        "scopes",
        mark("Scopes"),
        ("authentication", "scopes"),
        mark("What the program may do, with a space between."),
        ("client", "code"),
        "words",
    ),
)
PAGING = (
    Question(
        "param",
        mark("Name of the page"),
        ("paging", "param"),
        mark("In the address; like page or offset."),
        ("page", "offset", "cursor"),
    ),
    Question(
        "next",
        mark("Where the next one stands"),
        ("paging", "next"),
        mark("Its place in the answer, like meta.next."),
        ("cursor", "link"),
    ),
    Question("link", mark("Or in which header"), ("paging", "header"), mark("Like Link."), ("link",)),
    Question(
        "size_param",
        mark("Name of the size"),
        ("paging", "size_param"),
        mark("In the address; like limit."),
        ("page", "offset", "cursor", "link"),
    ),
    Question(
        "size",
        mark("Records of a page"),
        ("paging", "size"),
        mark("100 if you say nothing."),
        ("page", "offset", "cursor", "link"),
        "number",
    ),
)
LIST = (
    Question("path", mark("Path"), ("path",), mark("Behind the address, like /customers.")),
    Question(
        "rows",
        mark("Where the list stands"),
        ("list", "rows"),
        mark("Its place in the answer, like data or result.items; empty if the answer is the list."),
    ),
    Question("id", mark("Field with the id"), ("id",), mark("id if you say nothing.")),
    Question("label", mark("Field with the name"), ("label",), mark("By which a person knows the record.")),
    Question("order", mark("Listed in the order of"), ("list", "sorted_by"), mark("A field that never changes.")),
    Question(
        "modified",
        mark("Field with the last change"),
        ("modified", "field"),
        mark("Like updated_at. Without it the whole list is read each time."),
    ),
)
SINCE = Question(
    "since",
    mark("Name of “changed since”"),
    ("changes", "params"),
    mark("In the address; like updated_since."),
)
DOES = (
    Question("read", mark("One record can be read alone"), ("read",), kind="flag"),
    Question("create", mark("Records can be made there"), ("create",), kind="flag"),
    Question("update", mark("Records can be changed there"), ("update",), kind="flag"),
    Question("delete", mark("Records can be deleted there"), ("delete",), kind="flag"),
)
_SINCE = "{since}"
#: What OAuth may be told besides, as a text.
_UNASKED = ("secret_in", "pkce", "revoke_url", "extra")


# --- parts ------------------------------------------------------------------------------------------------------------


def inside(parts: Any, where: Sequence[str]) -> Any:
    for step in where:
        parts = parts.get(step) if isinstance(parts, Mapping) else None
    return parts


def value(parts: Any, question: Question) -> Any:
    """As the form shows it."""
    found = inside(parts, question.where)
    if question.kind == "flag":
        return isinstance(found, Mapping)
    if question.name == SINCE.name:
        return next((name for name, text in mapping(found).items() if _SINCE in str(text)), "")
    if question.kind == "words":
        return " ".join(map(str, found)) if isinstance(found, list) else ""
    return "" if found is None or isinstance(found, Mapping | list) else str(found)


def answered(parts: Any, question: Question, given: Any) -> dict[str, Any]:
    """The parts with that answer; nothing is left of one that was emptied."""
    if question.name == SINCE.name:
        return _since(parts, str(given).strip())
    new: Any = given.strip() if isinstance(given, str) else given
    if question.kind == "flag":
        new = (inside(parts, question.where) or {}) if given else None
    elif question.kind == "words":
        new = new.split() or None
    elif question.kind == "number":
        new = int(new) if new.isdecimal() else new
    # An empty name in the address still says that the key stands in the address.
    return put(parts, question.where, None if new == "" and question.name != "query" else new)


def put(parts: Any, where: Sequence[str], new: Any) -> dict[str, Any]:
    """``None`` takes it away, and a group that is empty then."""
    made = deepcopy(dict(parts)) if isinstance(parts, Mapping) else {}
    name, rest = where[0], where[1:]
    if rest:
        new = put(made.get(name), rest, new) or (None if name != "list" else {})
    if new is None:
        made.pop(name, None)
    else:
        made[name] = new
    return made


def _since(parts: Any, param: str) -> dict[str, Any]:
    changes = mapping(inside(parts, ("changes",)))
    present = mapping(changes.get("params"))
    template = next((text for text in present.values() if _SINCE in str(text)), _SINCE)
    kept = {name: text for name, text in present.items() if _SINCE not in str(text)}
    params = {**kept, **({param: template} if param else {})}
    return put(parts, ("changes",), {**changes, "params": params} if params else None)


def mapping(found: Any) -> Mapping[str, Any]:
    return found if isinstance(found, Mapping) else {}


def group(parts: Parts, name: str) -> Mapping[str, Any]:
    return mapping(parts.get(name))


def login_of(parts: Parts) -> str:
    found = group(parts, "authentication")
    type_ = str(found.get("type") or "none")
    if type_ == "api_key":
        return "query" if "query" in found else "header"
    if type_ == "oauth2":
        return "code" if found.get("grant") == "code" else "client"
    return type_ if type_ in LOGINS else "none"


def with_login(parts: Parts, login: str, before: Mapping[str, Any]) -> dict[str, Any]:
    """``before``: what was answered of any login so far; of that is taken what this one asks."""
    types = {"header": "api_key", "query": "api_key", "client": "oauth2", "code": "oauth2"}
    new: dict[str, Any] = {"type": types.get(login, login)}
    if login in ("client", "code"):
        new["grant"] = "client_credentials" if login == "client" else "code"
    if login == "query":
        new["query"] = ""
    names = [one.where[1] for one in LOGIN if login in one.only] + list(_UNASKED if "grant" in new else ())
    new |= {name: before[name] for name in names if name in before}
    return put(parts, ("authentication",), None if login == "none" else new)


def pages_of(parts: Parts) -> str:
    return str(inside(parts, ("paging", "kind")) or "none")


def with_pages(parts: Parts, kind: str, before: Mapping[str, Any]) -> dict[str, Any]:
    """``before``: what was answered of any kind of pages so far."""
    kept = {one.where[1]: before[one.where[1]] for one in PAGING if kind in one.only and one.where[1] in before}
    kept |= {name: before[name] for name in ("total", "more") if name in before}
    return put(parts, ("paging",), None if kind == "none" else {"kind": kind, **kept})


# --- lists ------------------------------------------------------------------------------------------------------------


def resources(parts: Parts) -> Mapping[str, Any]:
    return mapping(parts.get("resources"))


def with_resource(parts: Parts, name: str, resource: Mapping[str, Any]) -> dict[str, Any]:
    return put(parts, ("resources",), {**resources(parts), name: resource})


def added(parts: Parts) -> tuple[dict[str, Any], str]:
    """With one more list, and that one's name."""
    have = resources(parts)
    name = next(one for n in range(1, len(have) + 2) if (one := f"list_{n}") not in have)
    return with_resource(parts, name, {"path": f"/{name}", "list": {"rows": ""}, "read": {}}), name


def renamed(parts: Parts, old: str, new: str) -> dict[str, Any]:
    new = "_".join(new.split())
    if not new or (new != old and new in resources(parts)):
        return dict(parts)
    return put(parts, ("resources",), {new if name == old else name: one for name, one in resources(parts).items()})


def without(parts: Parts, name: str) -> dict[str, Any]:
    return put(parts, ("resources",), {one: what for one, what in resources(parts).items() if one != name})


def trials(parts: Parts) -> list[tuple[str, str, str]]:
    """``(words, resource, call)`` of what can be tried."""
    return [
        (tr(CALLS[call], resource=str(mapping(one).get("title") or name)), name, call)
        for name, one in resources(parts).items()
        for call in READING
        if isinstance(mapping(one).get(call), Mapping)
    ]


# --- words ------------------------------------------------------------------------------------------------------------


def text_of(parts: Parts) -> str:
    import yaml

    return str(yaml.safe_dump(dict(parts), sort_keys=False, allow_unicode=True, width=100))


def fault_words(fault: Any) -> tuple[str, str]:
    """What is wrong and where, and what to do."""
    where = tr("Line {n}", n=fault.line) if fault.line else ""
    place = f"{where} ({fault.field})" if fault.field and where else where or fault.field
    said = from_below(fault.message)
    return (f"{place}: {said}" if place else said), from_below(fault.hint)


def asked_words(trial: Any) -> str:
    """The request, as it went out but for what proves who we are."""
    head = [f"{trial.method} {trial.address}", *(f"{name}: {text}" for name, text in trial.headers.items())]
    return "\n".join([*head, *(["", _pretty(trial.body)] if trial.body else [])])


def answer_words(trial: Any) -> str:
    if not trial.status:
        return tr("There was no answer.")
    head = [tr("Status {n}", n=trial.status), *(f"{name}: {text}" for name, text in trial.answer_headers.items())]
    return "\n".join([*head, "", _pretty(trial.answer)])


def _pretty(text: str) -> str:
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    except ValueError:
        return text
