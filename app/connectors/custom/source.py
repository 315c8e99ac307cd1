"""One resource of a system, asked: its list in pages, single records, what is found by our key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.connectors.custom.calls import Calls
from app.connectors.custom.client import System
from app.connectors.custom.definition import Definition, FindCall, ListCall
from app.connectors.custom.paging import START, Sheet, State, Walk
from app.connectors.custom.records import RecordReader, Row, is_marked
from app.connectors.custom.templates import at
from app.connectors.http.answers import Answer
from app.connectors.http.client import Call
from app.model.cancel import CancelToken
from app.model.errors import BadAnswer, Gone, Misconfigured, UnknownOutcome
from app.model.records import RecordProblem, RemoteRecord


class Source:
    def __init__(
        self, system: System, definition: Definition, calls: Calls, reader: RecordReader, cancel: CancelToken
    ) -> None:
        self.system = system
        self.definition = definition
        self.resource = reader.resource
        self.calls = calls
        self.reader = reader
        self.cancel = cancel

    # --- lists --------------------------------------------------------------------------------------------------

    def first_call(self) -> Call:
        return self.calls.made("list", self.resource.listing, {})

    def walk(self, listed: ListCall, first: Call, state: State = START, name: str = "list") -> Iterator[Sheet]:
        """Raises :class:`Misconfigured` for rows that are no records."""
        paging = self.definition.paging_of(listed)
        walk = Walk(
            self.system.title,
            listed,
            paging,
            first,
            lambda call: self.system.read(name, call, self.cancel),
            self.system.base_url,
        )
        for sheet in walk.sheets(state):
            if not all(isinstance(row, Mapping) for row in sheet.rows):
                raise Misconfigured(
                    f"The rows of {self.system.title} are no records. Nothing of them was used.",
                    hint="Look at “rows” of that list in the connection's definition.",
                    code="no_records",
                )
            yield sheet

    def everything(self, state: State = START) -> Iterator[Sheet]:
        return self.walk(self.resource.listing, self.first_call(), state)

    def living(self, rows: Sequence[Row]) -> list[Row]:
        """Without what is marked as deleted. Raises :class:`Misconfigured` for rows without an id."""
        marked = self.resource.changes.deleted if self.resource.changes else None
        for row in rows:
            if not self.reader.id(row):
                raise Misconfigured(
                    f"A record of {self.system.title} has no “{self.resource.id}”. Nothing of that page was used.",
                    hint="Look at “id” of the resource in the connection's definition.",
                    code="no_id",
                )
        return [row for row in rows if not is_marked(row, marked)]

    def records(self, rows: Sequence[Row]) -> tuple[list[RemoteRecord], list[RecordProblem]]:
        """What there is to tell of ``rows``. Where a row of a list is not the whole record, each is read alone."""
        found: list[RemoteRecord] = []
        problems: list[RecordProblem] = []
        for row in rows:
            if not self.resource.listing.whole and self.resource.read is not None:
                try:
                    row = self.row(self.reader.id(row))[0]
                except Gone:
                    continue
            try:
                found.append(self.reader.read(row))
            except ValueError as error:
                problems.append(self.reader.problem(row, error))
        return found, problems

    # --- one record ---------------------------------------------------------------------------------------------

    def row(self, ident: str) -> tuple[Row, Answer | None]:
        """A record as it is now, with its answer where it was asked for alone. Raises :class:`Gone`."""
        read = self.resource.read
        if read is None:
            return self._in_list(ident), None
        answer = self.system.read("read", self.calls.made("read", read, {"id": ident}), self.cancel)
        row = at(answer.json(), read.record)
        marked = self.resource.changes.deleted if self.resource.changes else None
        if row is None or (isinstance(row, Mapping) and is_marked(row, marked)):
            raise self.gone()
        if not isinstance(row, Mapping) or self.reader.id(row) not in {ident, ""}:
            raise BadAnswer(
                f"{self.system.title} answered another record than was asked for; nothing of it was used.",
                hint="Look at “read” of the resource in the connection's definition.",
                code="other_record",
            )
        return row, answer

    def _in_list(self, ident: str) -> Row:
        for sheet in self.everything():
            for row in self.living(sheet.rows):
                if self.reader.id(row) == ident:
                    return row
        raise self.gone()

    def gone(self) -> Gone:
        return Gone(
            f"The record is not in {self.system.title} (any more).", hint="The next sync sees what became of it."
        )

    def read(self, ids: Sequence[str]) -> list[RemoteRecord]:
        """Those of them that are there."""
        found = []
        for ident in ids:
            try:
                found.append(self.reader.read(self.row(ident)[0]))
            except Gone:
                continue
            except ValueError:
                continue  # told when it is pulled
        return found

    # --- looking for one ----------------------------------------------------------------------------------------

    def search(self, find: FindCall | None, values: Mapping[str, Any]) -> list[Row]:
        """The rows of that call, or all there are where there is none."""
        if find is None:
            return [row for sheet in self.everything() for row in self.living(sheet.rows)]
        first = self.calls.made("find", find, values)
        return [row for sheet in self.walk(find, first, name="find") for row in self.living(sheet.rows)]

    def undecided(self, label: str) -> UnknownOutcome:
        return UnknownOutcome(
            f"It can't be told whether “{label}” was made in {self.system.title}.",
            hint=f"Look for it in {self.system.title}. With “hub_key” or “find” in the connection's definition this is found "
            "out by itself.",
        )


def etag_of(answer: Answer) -> str:
    """Without quotation marks and the mark of a weak one."""
    return answer.headers.get("etag", "").strip().removeprefix("W/").strip('"')
