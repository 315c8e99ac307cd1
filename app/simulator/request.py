"""A request as Tally understands it, and the shapes it does not survive (docs/protocols/tally.md, What hangs)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field

_RESERVED_MARK = "\ue004"
_DEAD_VERBS = frozenset({"importdata", "createdata", "alterdata", "deletedata"})
_CONTROL_REFERENCE = re.compile(r"&#(?:x0*4|0*4);", re.IGNORECASE)


class Unintelligible(Exception):
    """Answered with ``Unknown Request, cannot be processed``."""


class Hang(Exception):
    """Tally stops serving: until somebody clicks OK, or (``until="restart"``) until it is started again."""

    def __init__(self, reason: str, until: str = "click", then: str = "empty") -> None:
        super().__init__(reason)
        self.until = until
        self.then = then


class Crash(Exception):
    """The process ends: the connection is reset, the port refuses until a restart."""


@dataclass
class CollectionDefinition:
    """One COLLECTION of a request's TDL."""

    name: str
    type: str = ""
    fetch: list[str] = field(default_factory=list)
    native: list[str] = field(default_factory=list)
    filters: list[str] = field(default_factory=list)
    filter: list[str] = field(default_factory=list)
    computes: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Request:
    """The parts of an envelope that matter."""

    verb: str = ""
    type: str = ""
    subtype: str = ""
    id: str = ""
    legacy: bool = False
    variables: dict[str, str] = field(default_factory=dict)
    collections: dict[str, CollectionDefinition] = field(default_factory=dict)
    formulae: dict[str, str] = field(default_factory=dict)
    fetch_list: list[str] | None = None
    parameters: list[str] = field(default_factory=list)
    messages: list[ET.Element] = field(default_factory=list)
    voucher_part: bool = False
    reports: list[str] = field(default_factory=list)

    @property
    def company(self) -> str | None:
        """SVCURRENTCOMPANY; None when omitted or empty, which Tally treats alike."""
        name = self.variables.get("SVCURRENTCOMPANY", "").strip()
        return name or None

    def summary(self) -> str:
        """A line for the log: what was asked, without the data."""
        text = f"{self.verb} {self.type} {self.subtype} {self.id}".split()
        definition = self.collections.get(self.id.lower())
        if definition is not None:
            names = definition.filters + definition.filter
            text.append(f"[{definition.type} fetch={len(definition.fetch)} filter={'+'.join(names)}]")
        return " ".join(text)


def text_of(element: ET.Element | None) -> str:
    """An element's own text, reserved marks restored."""
    return (element.text or "").replace(_RESERVED_MARK, "\x04") if element is not None else ""


def child(element: ET.Element, *path: str) -> ET.Element | None:
    """The child along a path of tags, letter case ignored."""
    for tag in path:
        found = next((one for one in element if one.tag.upper() == tag), None)
        if found is None:
            return None
        element = found
    return element


def children(element: ET.Element, tag: str) -> list[ET.Element]:
    return [one for one in element if one.tag.upper() == tag]


def child_text(element: ET.Element, *path: str) -> str | None:
    """Stripped text of a child, None when it is not there."""
    found = child(element, *path)
    return None if found is None else text_of(found).strip()


def parse_xml(text: str) -> ET.Element:
    """The root element; ``&#4;``, which XML forbids and Tally imports, is kept as a mark."""
    text = text.lstrip("\ufeff").strip()
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Unintelligible("document type")
    text = _CONTROL_REFERENCE.sub(_RESERVED_MARK, text)
    text = re.sub(r"^<\?xml[^>]*\?>", "", text)
    if "UDF:" in text and "xmlns:UDF" not in text:
        text = re.sub(r"<ENVELOPE\b", '<ENVELOPE xmlns:UDF="TallyUDF"', text, count=1)
    try:
        return ET.fromstring(text)
    except ET.ParseError as error:
        raise Unintelligible(str(error)) from None


def parse(text: str) -> Request:
    """The request in an envelope; raises what Tally would do with one it cannot take."""
    if not text.strip("\ufeff \r\n\t"):
        raise Crash("empty body")
    root = parse_xml(text)
    header, body = child(root, "HEADER"), child(root, "BODY")
    if root.tag.upper() != "ENVELOPE" or header is None:
        raise Unintelligible("no envelope")
    request = Request(verb=(child_text(header, "TALLYREQUEST") or "").lower())
    if request.verb in _DEAD_VERBS:
        raise Crash(request.verb)
    if body is None:
        raise Unintelligible("no body")
    if request.verb in ("export data", "import data"):
        _legacy(request, body)
        return request
    request.type = (child_text(header, "TYPE") or "").lower()
    request.subtype = child_text(header, "SUBTYPE") or ""
    request.id = child_text(header, "ID") or ""
    if request.verb not in ("export", "import", "execute"):
        raise Unintelligible(request.verb)
    description = child(body, "DESC")
    if description is not None:
        _description(request, description)
    data = child(body, "DATA")
    if data is not None:
        request.messages = _messages(data)
    return request


def _legacy(request: Request, body: ET.Element) -> None:
    request.legacy = True
    frame = child(body, "IMPORTDATA" if request.verb == "import data" else "EXPORTDATA")
    description = child(frame, "REQUESTDESC") if frame is not None else None
    if frame is None or description is None:
        raise Unintelligible("legacy frame")
    request.id = child_text(description, "REPORTNAME") or ""
    request.verb = request.verb.split()[0]
    request.type = "data"
    _description(request, description)
    data = child(frame, "REQUESTDATA")
    if data is not None:
        request.messages = _messages(data)


def _messages(data: ET.Element) -> list[ET.Element]:
    return [one for message in children(data, "TALLYMESSAGE") for one in message]


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _description(request: Request, description: ET.Element) -> None:
    variables = child(description, "STATICVARIABLES")
    if variables is not None:
        request.variables = {one.tag.upper(): text_of(one) for one in variables}
    fetch = child(description, "FETCHLIST")
    if fetch is not None:
        request.fetch_list = [name for one in fetch for name in _split(text_of(one))]
    parameters = child(description, "FUNCPARAMLIST")
    if parameters is not None:
        request.parameters = [text_of(one).strip() for one in parameters]
    message = child(description, "TDL", "TDLMESSAGE")
    if message is None:
        return
    for one in message:
        tag = one.tag.upper()
        name = one.get("NAME") or one.get("Name") or ""
        if tag == "COLLECTION":
            request.collections[name.lower()] = _collection(name, one)
        elif tag == "SYSTEM":
            request.formulae[name.lower()] = text_of(one).strip()
        elif tag == "REPORT":
            request.reports.append(name)
        elif tag == "PART":
            objects = [child_text(one, "OBJECT") or "", child_text(one, "OBJECTS") or ""]
            request.voucher_part |= any(text.lower().startswith("voucher") for text in objects)


def _collection(name: str, element: ET.Element) -> CollectionDefinition:
    definition = CollectionDefinition(name, (child_text(element, "TYPE") or "").split(":")[0].strip())
    for one in element:
        tag = one.tag.upper()
        text = text_of(one).strip()
        if tag == "FETCH":
            definition.fetch += _split(text)
        elif tag == "NATIVEMETHOD":
            definition.native += _split(text)
        elif tag == "FILTERS":
            definition.filters += _split(text)
        elif tag == "FILTER":
            definition.filter += _split(text)
        elif tag == "COMPUTE":
            label, _, expression = text.partition(":")
            definition.computes.append((label.strip(), expression.strip()))
    return definition
