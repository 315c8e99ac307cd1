"""What a GET of the Service Layer answers: rows in pages that are no snapshot, one row, counts."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

from tests.simulators.sap.company import Company, Key
from tests.simulators.sap.problems import Refused
from tests.simulators.sap.query import Options, read_filter, read_order
from tests.simulators.sap.schema import Entity, Property
from tests.simulators.sap.values import Row, Teller
from tests.simulators.web import Answer, Request

_PAGE = re.compile(r"odata\.maxpagesize\s*=\s*(\d+)")
MARKS = {"v1": "odata.", "v2": "@odata."}


@dataclass(frozen=True)
class Ask:
    """One request of a list. ``options`` as they are decoded; ``raw`` as they came, in their order."""

    entity: Entity
    options: Mapping[str, str]
    raw: Mapping[str, str]
    node: str = ""
    cased: bool = True

    def number(self, name: str) -> int | None:
        text = self.options.get(name)
        if text is None:
            return None
        if not text.isdigit():
            raise Refused(201, f"Query string error - Invalid {name[1:]}")
        return int(text)


def options_of(raw_query: str) -> tuple[dict[str, str], dict[str, str]]:
    """Decoded and as they came. A plus is a plus and no space."""
    raw = dict(part.partition("=")[::2] for part in raw_query.split("&") if part)
    raw = {unquote(name): value for name, value in raw.items()}
    return {name: unquote(value) for name, value in raw.items()}, raw


@dataclass
class Reading:
    """``page``: rows of an answer unless the request says otherwise; ``links``: how the link to the next page is written,
    ``service`` (behind the service's root), ``path`` or ``url``; ``host``: of such an address, when it isn't the one that
    was asked; ``bare``: version 2 takes days without quotes; ``minutes``: a filter doesn't see a time's seconds;
    ``prices``: item prices are in lists, too; ``most``: rows of an answer at most, whatever is asked for, 0: no end."""

    company: Company
    page: int = 20
    links: Literal["service", "path", "url"] = "service"
    host: str = ""
    bare: bool = True
    minutes: bool = True
    prices: bool = True
    most: int = 0

    def __post_init__(self) -> None:
        self._tellers: dict[tuple[str, str, int], Teller] = {}

    # --- rows ----------------------------------------------------------------------------------------------------------

    def found(self, ask: Ask, most: int | None = None) -> list[Row]:
        """The rows that fit, in their order; at most so many when that saves work."""
        company, entity = self.company, ask.entity
        properties = company.properties(entity, ask.node)
        options = Options(properties, ask.cased, self.bare, self.minutes)
        table = company.tables[entity.set]
        keys, rows = table.keys, table.rows
        order = ask.options.get("$orderby", "")
        sort = read_order(order, options) if order and order.strip() not in {entity.key, f"{entity.key} asc"} else None
        text = ask.options.get("$filter", "")
        if not text:
            picked = [rows[key] for key in (keys[:most] if sort is None else keys)]
        else:
            filter = read_filter(text, options)
            begin = 0
            if filter.after and filter.after[0] == entity.key and len(entity.keys) == 1 and ask.cased:
                begin = bisect.bisect_right(keys, filter.after[1])
            picked = []
            for place in range(begin, len(keys)):
                if filter.test(rows[keys[place]]):
                    picked.append(rows[keys[place]])
                    if sort is None and len(picked) == most:
                        break
        if sort is not None:
            sort(picked)
        return picked

    def counted(self, ask: Ask) -> int:
        return len(self.found(Ask(ask.entity, {"$filter": ask.options.get("$filter", "")}, {}, ask.node, ask.cased)))

    def told(self, entity: Entity, row: Row, dialect: str, select: frozenset[str] = frozenset()) -> Row:
        """Without annotations."""
        shown = {name: row[name] for name in row if name in select} if select else row
        return self._teller(entity, dialect)(shown)

    def _teller(self, entity: Entity, dialect: str) -> Teller:
        kind = entity.set, dialect, self.company.fields_changed
        if kind not in self._tellers:
            self._tellers[kind] = Teller(self.company.properties(entity), dialect)
        return self._tellers[kind]

    def annotated(self, entity: Entity, row: Row, dialect: str, select: frozenset[str] = frozenset()) -> Row:
        etag = self.company.etag(entity, self.company.tables[entity.set].key_of(row))
        told = self.told(entity, row, dialect, select)
        return {f"{MARKS[dialect]}etag": etag, **told} if etag else told

    def selected(self, ask: Ask) -> frozenset[str]:
        """What ``$select`` names; its refusals, and those of ``$expand``: collections inside a record are no navigation."""
        if "$expand" in ask.options:
            name = ask.options["$expand"].split("(")[0].split(",")[0]
            text = f"Cannot expand invalid navigation property '{name}' for entity type '{ask.entity.type}'"
            raise Refused(201, text)
        chosen = [name.strip() for name in ask.options.get("$select", "").split(",") if name.strip()]
        if "*" in chosen:
            return frozenset()
        known = self.company.properties(ask.entity, ask.node)
        for name in chosen:
            if name not in known:
                raise Refused(201, f"Property '{name}' is invalid")
        return frozenset(chosen)

    # --- answers -------------------------------------------------------------------------------------------------------

    def page_of(self, request: Request, ask: Ask, dialect: str, root: str) -> Answer:
        select = self.selected(ask)
        size, preferred = self._size(request)
        top, skip = ask.number("$top"), ask.number("$skip") or 0
        shown = min(top, size) if top is not None and size else top if top is not None else size
        rows = self.found(ask, skip + shown if shown else None)[skip:][: shown or None]
        if top == 0:
            rows = []
        if not self.prices and "ItemPrices" in ask.entity.properties:
            rows = [{**row, "ItemPrices": []} for row in rows]
        mark = MARKS[dialect]
        body: dict[str, Any] = {
            f"{mark}{'metadata' if dialect == 'v1' else 'context'}": f"{root}/$metadata#{ask.entity.set}"
        }
        if ask.options.get("$count") == "true" or ask.options.get("$inlinecount") == "allpages":
            body[f"{mark}count"] = str(self.counted(ask)) if dialect == "v1" else self.counted(ask)
        body["value"] = [self.annotated(ask.entity, row, dialect, select) for row in rows]
        if size and len(rows) == size and (top is None or top > size):
            body[f"{mark}nextLink"] = self._link(root, ask, skip + size, None if top is None else top - size)
        headers = {"Preference-Applied": f"odata.maxpagesize={size}"} if preferred else {}
        return Answer(200, body, headers)

    def one(self, ask: Ask, key: Key, dialect: str, root: str) -> Answer:
        row = self.company.row(ask.entity, key)
        told = self.annotated(ask.entity, row, dialect, self.selected(ask))
        headers = {"ETag": etag} if (etag := self.company.etag(ask.entity, key)) else {}
        context = "metadata" if dialect == "v1" else "context"
        return Answer(
            200, {f"{MARKS[dialect]}{context}": f"{root}/$metadata#{ask.entity.set}/$entity", **told}, headers
        )

    def _size(self, request: Request) -> tuple[int, bool]:
        """Rows of a page, 0 for all; whether the request says so."""
        found = _PAGE.search(request.headers.get("prefer", ""))
        own = found[1] if found else request.headers.get("b1s-pagesize", "")
        size = int(own) if own.isdigit() else self.page
        return (min(size or self.most, self.most) if self.most else size), own.isdigit() and found is not None

    def _link(self, root: str, ask: Ask, skip: int, top: int | None) -> str:
        """It repeats what was asked; the position comes last."""
        kept = [f"{name}={value}" for name, value in ask.raw.items() if name not in {"$skip", "$top"}]
        kept += [f"$top={top}"] if top is not None else []
        place = f"{ask.entity.set}?{'&'.join([*kept, f'$skip={skip}'])}"
        if self.links == "service":
            return place
        parts = urlsplit(root)
        path = f"{parts.path}/{place}"
        return path if self.links == "path" else f"{parts.scheme}://{self.host or parts.netloc}{path}"


def key_named(entity: Entity, text: str) -> Key:
    """The key between the parentheses of an address. Raises the refusal of one that can't be read."""
    keys = entity.keys
    if len(keys) == 1:
        return _key_value(keys[0], text)
    parts = dict(part.partition("=")[::2] for part in text.split(","))
    return tuple(_key_value(one, parts.get(one.name, "").strip()) for one in keys)


def _key_value(one: Property, text: str) -> str | int:
    if one.kind == "int" and re.fullmatch(r"-?\d+", text):
        return int(text)
    if one.kind == "text" and len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    raise Refused(201, f"Query string error - Invalid key '{text}'")
