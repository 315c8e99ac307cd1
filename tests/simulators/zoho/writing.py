"""Creating, changing, upserting and deleting records."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tests.simulators.web import Answer, Request
from tests.simulators.zoho.bodies import body_of
from tests.simulators.zoho.documents import lines, totalled
from tests.simulators.zoho.moments import read_moment, text_of
from tests.simulators.zoho.org import Org, Record, Table
from tests.simulators.zoho.problems import Body, Refused, error, invalid, missing, param_missing
from tests.simulators.zoho.schema import Field
from tests.simulators.zoho.values import Unfit, kept

MOST = 100
TRIGGERS = ("approval", "workflow", "blueprint", "pathfinder", "orchestration")


class Writing:
    """``mixed`` is the status of an answer with successes and refusals. ``triggered`` names the records whose workflows ran;
    ``workflow`` is what they do (module, record as stored)."""

    def __init__(self, org: Org) -> None:
        self.org = org
        self.mixed = 207
        self.triggered: list[tuple[str, str]] = []
        self.workflow: Callable[[str, Record], Mapping[str, Any]] | None = None

    # --- the requests ------------------------------------------------------------------------------------------

    def create(self, module: str, request: Request) -> Answer:
        table = self.org.table(module, "data")
        body, records = _data(request)
        found = [self._created(table, record, at, body) for at, record in enumerate(records)]
        return self._answer(201, found)

    def update(self, module: str, request: Request, id: str | None = None) -> Answer:
        table, limit = self.org.table(module, "data"), _unmodified_since(request)
        body, records = _data(request)
        if id is not None:
            records = [{**record, "id": id} for record in records[:1]]
        found = []
        for at, record in enumerate(records):
            before = table.records.get(str(record.get("id")))
            if not record.get("id"):
                found.append(missing("id", f"$.data[{at}].id"))
            elif before is None:
                found.append(invalid("id", f"$.data[{at}].id", "the id given seems to be invalid"))
            else:
                found.append(self._updated(table, before, record, at, body, limit))
        return self._answer(200, found)

    def upsert(self, module: str, request: Request) -> Answer:
        table, limit = self.org.table(module, "data"), _unmodified_since(request)
        body, records = _data(request)
        fields = self._checked(table, body.get("duplicate_check_fields"))
        found = []
        for at, record in enumerate(records):
            name, id = self._match(table, record, fields)
            if id is None:
                done = self._created(table, record, at, body)
                more = {"duplicate_field": None, "action": "insert"}
            else:
                done = self._updated(table, table.records[id], record, at, body, limit)
                more = {"duplicate_field": name, "action": "update"}
            found.append({**done, **more} if done["status"] == "success" else done)
        return self._answer(200, found)

    def delete(self, module: str, request: Request) -> Answer:
        table = self.org.table(module)
        ids = [id for id in request.query.get("ids", "").split(",") if id]
        if not ids:
            raise param_missing("ids", "One of the expected parameter is missing")
        if len(ids) > MOST:
            raise Refused(400, error("LIMIT_EXCEEDED", "limit exceeded", {"limit": MOST, "param_name": "ids"}))
        return self._answer(200, [self._deleted(table, id) for id in ids])

    def delete_one(self, module: str, id: str) -> Answer:
        found = self._deleted(self.org.table(module), id)
        if found["status"] != "success":
            raise Refused(400, error("INVALID_DATA", "record not deleted", {"resource_path_index": 1}))
        return Answer(200, {"data": [found]})

    def _deleted(self, table: Table, id: str) -> Body:
        if self.org.delete(table, id, self.org.me):
            return {"code": "SUCCESS", "details": {"id": id}, "message": "record deleted", "status": "success"}
        return error("INVALID_DATA", "record not deleted", {"id": id})

    def _answer(self, good: int, found: Sequence[Body]) -> Answer:
        well = sum(one["status"] == "success" for one in found)
        if well == len(found):
            return Answer(good, {"data": found})
        if well:
            return Answer(self.mixed, {"data": found})
        modified = all(one["code"] == "ALREADY_MODIFIED" for one in found)
        return Answer(412 if modified else 400, {"data": found})

    # --- upsert ------------------------------------------------------------------------------------------------

    def _checked(self, table: Table, asked: Any) -> list[str]:
        """The fields that decide what is the same record: the system-defined one and unique ones alone count. With fields named,
        the system-defined one counts only when it is among them, the unique ones all the same."""
        system = table.module.check
        unique = [field.name for field in table.module.fields.values() if field.unique]
        named = [name for name in asked or () if name == system or name in unique]
        return [*named, *(name for name in unique if name not in named)] if asked else [system, *unique]

    def _match(self, table: Table, record: Record, fields: Sequence[str]) -> tuple[str, str | None]:
        if record.get("id") in table.records:
            return "id", str(record["id"])
        for name in fields:
            if record.get(name) not in (None, "") and (found := table.with_value(name, record[name])):
                return name, found[0]
        return "", None

    # --- one record --------------------------------------------------------------------------------------------

    def _created(self, table: Table, given: Record, at: int, body: Body) -> Body:
        made, problem = self.made(table, {}, given, f"$.data[{at}]", self.org.me)
        if problem is not None:
            return problem
        self.org.store(table, made, "insert", sorted(given))
        self._run(table, made, body)
        return self._success(made, "record added", {"$approval_state": "approved"})

    def _updated(self, table: Table, before: Record, given: Record, at: int, body: Body, limit: str) -> Body:
        if limit and before["Modified_Time"] > limit:
            message = "Record updated time has already passed if-unmodified-since time"
            return error("ALREADY_MODIFIED", message, self._details(before))
        made, problem = self.made(table, before, given, f"$.data[{at}]", self.org.me)
        if problem is not None:
            return problem
        self.org.store(table, made, "update", sorted(given))
        self._run(table, made, body)
        return self._success(made, "record updated", {})

    def _run(self, table: Table, made: Record, body: Body) -> None:
        """The workflows: all of them, unless the request says which."""
        asked = body.get("trigger")
        if asked is not None and "workflow" not in asked:
            return
        self.triggered.append((table.module.name, made["id"]))
        changes = self.workflow(table.module.name, made) if self.workflow else {}
        if changes:
            self.org.store(table, {**made, **changes}, "update", sorted(changes))

    def _details(self, record: Record) -> Body:
        return {
            "Modified_Time": record["Modified_Time"],
            "Modified_By": self.org.user(record["Modified_By"]),
            "Created_Time": record["Created_Time"],
            "id": record["id"],
            "Created_By": self.org.user(record["Created_By"]),
        }

    def _success(self, record: Record, message: str, more: Body) -> Body:
        return {
            "code": "SUCCESS",
            "details": {**self._details(record), **more},
            "message": message,
            "status": "success",
        }

    def made(self, table: Table, before: Record, given: Record, path: str, by: str) -> tuple[Record, Body | None]:
        """The record as it would be stored, or what is wrong with it. Fields that there aren't and read-only ones are passed
        over, as Zoho does."""
        problems: list[Body] = []
        now = self.org.now()
        made = {"Owner": by, "Created_By": by, "Created_Time": now, "Record_Status__s": "Available", **before}
        made |= {"id": before.get("id") or next(self.org.numbers), "Modified_By": by, "Modified_Time": now}
        for name, value in given.items():
            field = table.module.fields.get(name)
            if field is None or field.read_only:
                continue
            try:
                made[name] = self._kept(field, made, value, f"{path}.{name}")
            except Unfit as problem:
                problems.append(problem.body)
        for field in table.module.fields.values():
            if field.required and made.get(field.name) in (None, []) and not _named(problems, field.name):
                problems.append(missing(field.name, f"{path}.{field.name}"))
            if field.unique and not _named(problems, field.name):
                problems += self._taken(table, field, made, path)
        if not problems:
            try:
                made = self._completed(table, made, given, path)
            except Unfit as problem:
                problems.append(problem.body)
        return made, _one(problems)

    def _kept(self, field: Field, made: Record, value: Any, path: str) -> Any:
        if field.data_type == "subform":
            return lines(self.org, field, made.get(field.name) or [], value, path)
        return kept(self.org, field, value, path)

    def _taken(self, table: Table, field: Field, made: Record, path: str) -> list[Body]:
        value = made.get(field.name)
        if value is None:
            return []
        others = [id for id in table.with_value(field.name, value) if id != made["id"]]
        if field.case_sensitive:
            others = [id for id in others if table.records[id].get(field.name) == value]
        if not others:
            return []
        owner = self.org.user(table.records[others[0]]["Owner"])
        module = {"api_name": table.module.name, "id": table.module.id}
        details = {
            "api_name": field.name,
            "duplicate_record": {"Owner": owner, "module": module, "id": others[0]},
            "json_path": f"{path}.{field.name}",
            "id": others[0],
            "more_records": len(others) > 1,
        }
        return [error("DUPLICATE_DATA", "duplicate data", details)]

    def _completed(self, table: Table, made: Record, given: Record, path: str) -> Record:
        """With what Zoho itself adds."""
        module = table.module
        if "Full_Name" in module.fields:
            made["Full_Name"] = " ".join(filter(None, (made.get("First_Name"), made.get("Last_Name"))))
        for field in module.fields.values():
            if field.data_type == "autonumber" and field.name not in made:
                made[field.name] = str(next(self.org.written[module.name]))
        if module.name == "Deals" and made.get("Amount") is not None:
            made["Expected_Revenue"] = round(made["Amount"] * (made.get("Probability") or 0) / 100, 2)
        if not module.items:
            return made
        return totalled(self.org, made, module.items, given.get("$line_tax"), path)


def _one(problems: list[Body]) -> Body | None:
    if len(problems) > 1:
        return error("MULTIPLE_OR_MULTI_ERRORS", "Multiple errors in the request", {"errors": problems})
    return problems[0] if problems else None


def _named(problems: Sequence[Body], name: str) -> bool:
    """Whether one of the problems is of that field, or of something inside it."""
    paths = (re.split(r"[.\[]", str(problem["details"].get("json_path"))) for problem in problems)
    return any(name in path for path in paths)


def _data(request: Request) -> tuple[Body, list[Record]]:
    """The body and its records. Raises the answer for a body that is none."""
    body = body_of(request)
    records = body.get("data")
    if records is None:
        raise Refused(400, missing("data", "$.data"))
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise Refused(400, invalid("data", "$.data", expected_data_type="jsonarray"))
    if not records:
        raise Refused(400, invalid("data", "$.data", minimum_length=1))
    if len(records) > MOST:
        details = {"maximum_length": MOST, "api_name": "data"}
        raise Refused(
            400, error("LIMIT_EXCEEDED", "count of records in your request exceeds the limit", details), "data"
        )
    for at, trigger in enumerate(body.get("trigger") or ()):
        if trigger not in TRIGGERS:
            problem = invalid("trigger", f"$.trigger[{at}]", supported_values=list(TRIGGERS))
            raise Refused(400, problem, "data")
    return body, records


def _unmodified_since(request: Request) -> str:
    text = request.headers.get("if-unmodified-since")
    if text is None:
        return ""
    moment = read_moment(text)
    if moment is None:
        details = {"header": "If-Unmodified-Since", "expected_data_type": "datetime"}
        raise Refused(400, error("INVALID_DATA", "invalid data", details))
    return text_of(moment)
