"""A list page by page: by numbers, by an offset, by a cursor, by the next page's address. A page that comes twice ends it with an
error, and the next page is never looked for on another server.

Where a walk stands is plain JSON: ``{}`` at the first page, ``{"page": 3}``, ``{"offset": 300}``, ``{"cursor": "…"}``,
``{"link": "…"}``, each with the rows and the ``total`` of the page before.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin

from app.connectors.custom.definition import Cursor, Link, ListCall, NoPages, Numbered, Offset
from app.connectors.custom.templates import at
from app.connectors.http.answers import Answer
from app.connectors.http.client import Call
from app.model.errors import BadAnswer

_NEXT = re.compile(r'<([^<>]*)>\s*(?:;[^,]*?)?;\s*rel="?([^",;]*)"?', re.IGNORECASE)
#: No list has more pages.
_MOST = 100_000

State = Mapping[str, Any]
START: State = MappingProxyType({})


@dataclass(frozen=True)
class Sheet:
    """One page. ``next`` is where the walk goes on, ``None`` at the end."""

    rows: Sequence[Any]
    answer: Answer
    next: State | None


class Walk:
    """``first`` is the call of the first page; ``ask`` sends one. ``base`` is the address that its path follows."""

    def __init__(
        self,
        title: str,
        listed: ListCall,
        paging: NoPages | Numbered | Offset | Cursor | Link,
        first: Call,
        ask: Callable[[Call], Answer],
        base: str,
    ) -> None:
        self._title = title
        self._listed = listed
        self._paging = paging
        self._first = first
        self._ask = ask
        self._base = base

    def sheets(self, state: State = START) -> Iterator[Sheet]:
        """Raises :class:`BadAnswer` for a list that goes round in circles, and for an answer that is no list."""
        seen: set[str] = set()
        before: Sequence[Any] = ()
        for _ in range(_MOST):
            mark = _digest({name: value for name, value in state.items() if name not in {"had", "total"}})
            if state.get("back"):
                seen.clear()
            if mark in seen:
                raise self._circle()
            seen.add(mark)
            sheet = self._sheet(state)
            if sheet.rows and sheet.rows == before:
                raise self._circle()
            before = sheet.rows
            yield sheet
            if sheet.next is None:
                return
            state = sheet.next
        raise self._circle()

    def _sheet(self, state: State) -> Sheet:
        answer = self._ask(self._call(state))
        if answer.status == 304:
            return Sheet((), answer, None)
        body = answer.json()
        rows = at(body, self._listed.rows)
        if not answer.good or not isinstance(rows, list):
            raise self._no_list()
        return Sheet(rows, answer, self._following(state, rows, body, answer))

    def _call(self, state: State) -> Call:
        paging, call = self._paging, self._first
        if "link" in state:
            return replace(call, path=str(state["link"]), params={})
        more: dict[str, str] = {}
        if not isinstance(paging, NoPages) and paging.size_param:
            more[paging.size_param] = str(paging.size)
        if isinstance(paging, Numbered):
            more[paging.param] = str(state.get("page", paging.first))
        elif isinstance(paging, Offset):
            more[paging.param] = str(state.get("offset", 0))
        elif isinstance(paging, Cursor) and "cursor" in state:
            more[paging.param] = str(state["cursor"])
        return replace(call, params={**call.params, **more})

    # --- what comes next ----------------------------------------------------------------------------------------

    def _following(self, state: State, rows: Sequence[Any], body: Any, answer: Answer) -> State | None:
        paging = self._paging
        if isinstance(paging, Cursor):
            token = at(body, paging.next)
            more = at(body, paging.more) if paging.more else True
            return {"cursor": token} if token not in (None, "") and more not in (False, "false", 0) else None
        if isinstance(paging, Link):
            link = self._link(paging, body, answer)
            return {"link": link} if link else None
        if isinstance(paging, NoPages):
            return None
        return self._counted(paging, state, rows, body)

    def _link(self, paging: Link, body: Any, answer: Answer) -> str:
        if paging.header is None:
            link = at(body, paging.next or "")
        else:
            link = answer.headers.get(paging.header.lower(), "")
            if paging.header.lower() == "link":
                link = next((url for url, rel in _NEXT.findall(link) if "next" in rel.lower().split()), "")
        if not isinstance(link, str) or not link:
            return ""
        return urljoin(urljoin(self._base.rstrip("/") + "/", self._first.path.lstrip("/")), link)

    def _counted(self, paging: Numbered | Offset, state: State, rows: Sequence[Any], body: Any) -> State | None:
        """Pages that are counted. A server may give fewer rows than it was asked for: the end is where a page has fewer than the
        one before, or none. Where the ``total`` went down meanwhile, rows have moved up: the page before is read again."""
        had = int(state.get("had") or 0)
        total = _count(at(body, paging.total)) if paging.total else None
        known = state.get("total")
        if isinstance(paging, Numbered):
            here = int(state.get("page", paging.first))
            if total is not None and known is not None and total < known and here > paging.first:
                return {"page": here - 1, "had": had, "total": total, "back": True}
            following: State = {"page": here + 1}
            done = (here - paging.first) * max(had, len(rows)) + len(rows)
        else:
            start = int(state.get("offset", 0))
            if total is not None and known is not None and total < known and start:
                return {"offset": max(0, start - (known - total)), "had": had, "total": total, "back": True}
            following = {"offset": start + len(rows)}
            done = start + len(rows)
        if not rows:
            return None
        more = at(body, paging.more) if paging.more else None
        if more is not None:
            ended = more in (False, "false", 0)
        elif total is not None:
            ended = done >= total
        else:
            ended = len(rows) < had
        return None if ended else {**following, "had": max(had, len(rows)), "total": total}

    # --- errors -------------------------------------------------------------------------------------------------

    def _circle(self) -> BadAnswer:
        return _Final(
            f"{self._title} answers the same page again and again: the list would never end. What came before is kept.",
            hint="Look at “paging” in the connection's definition: the parameter of the next page is not the right one.",
            code="same_page",
        )

    def _no_list(self) -> BadAnswer:
        where = self._listed.rows
        return _Final(
            f"There is no list at “{where}” in the answer of {self._title}; nothing of it was used."
            if where
            else f"The answer of {self._title} is no list; nothing of it was used.",
            hint="Look at “rows” of that list in the connection's definition.",
            code="no_list",
        )


class _Final(BadAnswer):
    """Would come again."""

    retryable = False


def _count(value: Any) -> int | None:
    text = str(value)
    return int(text) if text.isascii() and text.isdecimal() else None


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
