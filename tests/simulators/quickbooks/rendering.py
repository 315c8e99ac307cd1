"""Answers as JSON, or as the XML that comes when nobody asked for JSON."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tests.simulators.quickbooks.problems import XMLNS, Body

_ATTRIBUTES = frozenset("domain sparse status startPosition maxResults totalCount type code bId operation".split())


def as_xml(body: Body, time: str) -> bytes:
    inside = "".join(_element(name, value) for name, value in body.items() if name != "time")
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<IntuitResponse xmlns={quoteattr(XMLNS)} time={quoteattr(time)}>{inside}</IntuitResponse>".encode()


def _element(name: str, value: Any) -> str:
    if isinstance(value, list):
        return "".join(_element(name, one) for one in value)
    if not isinstance(value, dict):
        return f"<{name}>{escape(_text(value))}</{name}>"
    if "value" in value:
        named = "".join(f" {key}={quoteattr(_text(text))}" for key, text in value.items() if key != "value")
        return f"<{name}{named}>{escape(_text(value['value']))}</{name}>"
    attributes = "".join(f" {key}={quoteattr(_text(one))}" for key, one in value.items() if key in _ATTRIBUTES)
    inside = "".join(_element(key, one) for key, one in value.items() if key not in _ATTRIBUTES)
    return f"<{name}{attributes}>{inside}</{name}>"


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)
