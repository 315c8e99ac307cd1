"""Search: over an index that lags behind, so that what was just written is not found."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from tests.simulators.web import Answer, Request
from tests.simulators.zoho.moments import text_of
from tests.simulators.zoho.org import Org, Record, Table, key_of
from tests.simulators.zoho.problems import Refused, error
from tests.simulators.zoho.reading import MOST_FIELDS, number
from tests.simulators.zoho.rendering import alone, in_list

_ONE = re.compile(r"\(([\w$.]+):(equals|starts_with|in):((?:[^()\\]|\\.)*)\)")
_HOWS = ("criteria", "email", "phone", "word")


class Search:
    """``lag`` is how far the index is behind, in seconds."""

    def __init__(self, org: Org) -> None:
        self.org = org
        self.lag = 60.0

    def answer(self, module: str, request: Request) -> Answer:
        table, query = self.org.table(module), request.query
        how = next((name for name in _HOWS if query.get(name)), None)
        if how is None:
            details = {"param_names": list(_HOWS)}
            raise Refused(400, error("EXPECTED_PARAM_MISSING", "one of the expected parameter is missing", details))
        names = [name for name in query.get("fields", "").split(",") if name]
        if len(names) > MOST_FIELDS:
            raise Refused(400, error("LIMIT_REACHED", "limit exceeded", {"limit": MOST_FIELDS}))
        size, page = number(query, "per_page", 200, 200), number(query, "page", 1, 10)
        indexed = text_of(self.org.clock() - timedelta(seconds=self.lag))
        fits = self._test(table, how, query[how])
        found = [r for r in table.records.values() if r["Modified_Time"] <= indexed and fits(r)]
        found.sort(key=lambda record: record["id"], reverse=True)
        part = found[(page - 1) * size : page * size]
        if not part:
            return Answer(204)
        told = in_list(self.org, table.module, part, names) if names else [self._whole(table, one) for one in part]
        more = page * size < len(found)
        info = {"per_page": size, "count": len(part), "sort_by": "id", "page": page, "sort_order": "desc"}
        return Answer(200, {"data": told, "info": {**info, "more_records": more}})

    def _whole(self, table: Table, record: Record) -> Record:
        return {
            name: value for name, value in alone(self.org, table.module, record).items() if name != table.module.items
        }

    def _test(self, table: Table, how: str, wanted: str) -> Callable[[Record], bool]:
        if how == "criteria":
            return self._criteria(table, wanted)
        kinds = {"email": {"email"}, "phone": {"phone"}}.get(how, {"text", "email", "phone", "textarea", "website"})
        names = [field.name for field in table.module.fields.values() if field.data_type in kinds]
        key = key_of(wanted)
        if how == "word":
            return lambda record: any(key in key_of(record.get(name)) for name in names)
        return lambda record: any(key == key_of(record.get(name)) for name in names)

    def _criteria(self, table: Table, text: str) -> Callable[[Record], bool]:
        """Criteria joined by ``and`` or by ``or``, ten at most."""
        parts = _ONE.findall(text)
        joints = [joint.strip() for joint in _ONE.sub("\0", text).strip("()").split("\0")[1:-1]]
        if not parts or len(parts) > 10 or len(set(joints)) > 1 or any(joint not in {"and", "or"} for joint in joints):
            raise Refused(400, error("INVALID_QUERY", "Invalid query formed"))
        for name, _, _ in parts:
            if name != "id" and name not in table.module.fields:
                raise Refused(400, error("INVALID_QUERY", "Invalid query formed", {"api_name": name}))
        tests = [_criterion(name, how, re.sub(r"\\(.)", r"\1", value)) for name, how, value in parts]
        together = any if "or" in joints else all
        return lambda record: together(test(record) for test in tests)


def _criterion(name: str, how: str, value: str) -> Callable[[Record], bool]:
    key = key_of(value)
    if how == "starts_with":
        return lambda record: key_of(record.get(name)).startswith(key)
    keys = set(key.split(",")) if how == "in" else {key}
    return lambda record: key_of(record.get(name)) in keys
