"""From a call of the definition to the call that is sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.connectors.custom import templates
from app.connectors.custom.definition import Call as CallDef
from app.connectors.custom.definition import Definition
from app.connectors.http.client import Call
from app.model.errors import Misconfigured, Rejected

_METHODS = {"create": "POST", "update": "PATCH", "delete": "DELETE"}
_PATHS = {"read": "/{id}", "update": "/{id}", "delete": "/{id}"}
#: What is sent of a record where the definition doesn't say.
_WHOLE_RECORD = "{record}"


class Calls:
    """Those of one resource, whose ``path`` stands before theirs. ``general`` is what every template may name."""

    def __init__(self, definition: Definition, path: str, general: Mapping[str, Any]) -> None:
        self._definition = definition
        self._path = path
        self._general = general

    def made(self, name: str, call: CallDef, values: Mapping[str, Any]) -> Call:
        """Raises :class:`Rejected` for a record, :class:`Misconfigured` for a reading that no call can be made of."""
        known = {**self._general, **values}
        try:
            return self._made(name, call, known)
        except templates.BadTemplate as error:
            hint = "Correct the template in the connection's definition."
            if "record" in values:
                message = f"A call of the definition {error}. Nothing of this record was sent."
                raise Rejected(message, hint=hint, code="bad_template") from None
            message = f"A call of the definition {error}. Nothing was asked."
            raise Misconfigured(message, hint=hint, code="bad_template") from None

    def _made(self, name: str, call: CallDef, known: Mapping[str, Any]) -> Call:
        own = call.path if call.path is not None else _PATHS.get(name, "")
        path = templates.address_of(own[1:] if own.startswith("~/") else self._path + own, known)
        params = {key: templates.text_of(str_of(value), known) for key, value in call.params.items()}
        headers = self.headers(call.headers, known)
        body = call.body
        if body is None and name in {"create", "update"}:
            body = _WHOLE_RECORD
        value = templates.value_of(body, known) if body is not None else None
        beside = templates.value_of(getattr(call, "beside", {}), known)
        if beside and isinstance(value, Mapping):
            value = _beside(body, value, beside)
        return Call(
            call.method or _METHODS.get(name, "GET"), path, params, headers, None if body is None else encoded(value)
        )

    def headers(self, given: Mapping[str, str], known: Mapping[str, Any]) -> dict[str, str]:
        made = {}
        for name, value in {**self._definition.headers, **given}.items():
            text = templates.text_of(value, known)
            if not text.isascii() or not text.isprintable():
                raise templates.BadTemplate(f"can't be sent: the header {name} would hold characters that none may")
            made[name] = text
        return made

    def more(
        self, call: Call, params: Mapping[str, Any], headers: Mapping[str, str], values: Mapping[str, Any]
    ) -> Call:
        """The same call with more parameters and headers."""
        known = {**self._general, **values}
        added = {key: templates.text_of(str_of(value), known) for key, value in params.items()}
        return replace(call, params={**call.params, **added}, headers={**call.headers, **self.headers(headers, known)})


def str_of(value: Any) -> str:
    """A parameter as a template: flags as JSON writes them."""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def encoded(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()


def _beside(body: Any, value: Any, beside: Mapping[str, Any]) -> Any:
    """What is sent beside the record's fields goes where the record goes."""
    if isinstance(body, Mapping):
        return {name: _beside(inner, value[name], beside) for name, inner in body.items()}
    return {**value, **beside} if body in ("{record}", "{whole}") else value
