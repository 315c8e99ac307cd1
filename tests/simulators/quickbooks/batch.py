"""Several writes and queries in one request, one after the other."""

from __future__ import annotations

from typing import Any

from tests.simulators.faults import Faults
from tests.simulators.quickbooks.books import Books
from tests.simulators.quickbooks.entities import ENTITIES, Entity
from tests.simulators.quickbooks.limits import Limits
from tests.simulators.quickbooks.problems import Body, Refused
from tests.simulators.quickbooks.query import Queries
from tests.simulators.quickbooks.replays import Replays
from tests.simulators.quickbooks.writing import Write, Writing

MOST, LONGEST_ID, LONGEST_REQUEST = 30, 10, 36


class Batch:
    """No item sees what an earlier one made. A fault that a test has ordered for an ``item`` is that item's answer."""

    def __init__(
        self, books: Books, writing: Writing, queries: Queries, replays: Replays, limits: Limits, faults: Faults
    ) -> None:
        self._books = books
        self._writing = writing
        self._queries = queries
        self._replays = replays
        self._limits = limits
        self._faults = faults

    def answer(self, body: Body, requestid: str) -> Body:
        items = body.get("BatchItemRequest")
        if not isinstance(items, list) or not items:
            raise Refused("2020", "BatchItemRequest")
        if len(items) > MOST:
            raise Refused("6000", f"A batch has at most {MOST} items.")
        if len(requestid) > LONGEST_REQUEST:
            raise Refused("2050", f"Min:0 Max:{LONGEST_REQUEST} supported. Supplied length:{len(requestid)}")
        unseen: set[tuple[str, str]] = set()
        return {"BatchItemResponse": [self._item(item, requestid, unseen) for item in items]}

    def _item(self, item: Body, requestid: str, unseen: set[tuple[str, str]]) -> Body:
        id = str(item.get("bId", ""))
        told = {"bId": id} if id else {}
        try:
            if requestid and len(id) > LONGEST_ID:
                raise Refused("2050", f"Min:0 Max:{LONGEST_ID} supported. Supplied length:{len(id)}")
            ordered = self._faults.take("item")
            if ordered is not None and ordered.answer is not None:
                fault: Body = ordered.answer.body["Fault"]
                return {"Fault": fault, **told}
            if "Query" in item:
                self._limits.meter()
                return {"QueryResponse": self._queries.answer(str(item["Query"]), unseen), **told}
            key = f"{requestid}{id}" if requestid and id else ""
            done = self._replays.answer(key, lambda: self._written(item, unseen))
            return {**done, **told}
        except Refused as refusal:
            return {**refusal.fault(), **told}

    def _written(self, item: Body, unseen: set[tuple[str, str]]) -> Body:
        entity = next((ENTITIES[name] for name in item if name in ENTITIES), None)
        if entity is None:
            raise Refused("500", detail="Operation is not supported.")
        done = self._done(entity, item, unseen)
        return {entity.name: done}

    def _done(self, entity: Entity, item: Body, unseen: set[tuple[str, str]]) -> dict[str, Any]:
        sent, operation = item[entity.name], item.get("operation")
        include = str(item.get("optionsData", ""))
        write = Write(unseen, "allowduplicatedocnum" in include)
        if operation == "delete":
            return self._writing.deleted(entity, sent, write)
        if operation == "void" or (operation == "update" and include == "void"):
            voided = self._writing.voided(entity, sent, "operation" if operation == "void" else "include", write)
            return self._books.told(entity, voided)
        if operation not in {"create", "update"} or (operation == "update") != bool(sent.get("Id")):
            raise Refused("500", detail=f"Operation {operation} is not supported.")
        made = self._writing.saved(entity, sent, write)
        if operation == "create":
            unseen.add((entity.name, made["Id"]))
        return self._books.told(entity, made)
