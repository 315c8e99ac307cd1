"""What the other system says when it says no: by the definition's table, then by what statuses usually mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.connectors.custom.definition import Definition, ErrorRow
from app.connectors.custom.templates import at
from app.connectors.http.answers import Answer
from app.connectors.http.failures import Throttled, lost
from app.model.errors import (
    AuthRequired,
    BadAnswer,
    ConnectorError,
    Forbidden,
    Gone,
    Misconfigured,
    NameTaken,
    NotReady,
    Rejected,
    Stale,
)

_WRITES = frozenset({"create", "update", "delete"})
_OF_ONE = frozenset({"read", "update", "delete"})
_LONGEST_REASON = 300
_LOOK = "The next sync sees what became of it."


class LoginRefused(ConnectorError):
    """What proves who we are was not accepted: a fresh token may be."""

    def __init__(self, title: str) -> None:
        super().__init__(f"{title} does not accept the login.", hint="Look at the login in the connection's settings.")

    def at_last(self) -> AuthRequired:
        return AuthRequired(self.message, hint=self.hint)


class Judging:
    """``name`` of a call: list, read, find, create, update, delete."""

    def __init__(self, definition: Definition) -> None:
        self._title = definition.title
        self._rows = definition.errors
        self._reason = definition.reason
        self._good = {status for row in definition.errors for status in _statuses(row) or () if status < 400}

    def __call__(self, answer: Answer, name: str) -> ConnectorError | Throttled | None:
        if answer.status < 400 and answer.status not in self._good:
            return None
        body = _Body(answer)
        row = next((row for row in self._rows if _fits(row, answer, name, body)), None)
        if row is not None:
            return self._said(row, name, body)
        if answer.status < 400:
            return None
        if answer.status == 401:
            return LoginRefused(self._title)
        return self._usual(answer, name, body)

    # --- the table ----------------------------------------------------------------------------------------------

    def _said(self, row: ErrorRow, name: str, body: _Body) -> ConnectorError | Throttled:
        if row.means == "busy":
            return Throttled(None)
        found = self._meaning(row.means, name, body)
        if row.say:
            found.message = row.say
        if row.hint:
            found.hint = row.hint
        if row.field and isinstance(found, Rejected):
            found.field = found.details["field"] = row.field
        return found

    def _meaning(self, means: str, name: str, body: _Body) -> ConnectorError:
        title = self._title
        made: Mapping[str, Callable[[], ConnectorError]] = {
            "login": lambda: LoginRefused(title),
            "forbidden": lambda: Forbidden(
                f"The login is not allowed to do this in {title}.", hint=f"Give its user the permission in {title}."
            ),
            "down": lambda: NotReady(f"{title} can't serve us just now.", hint="It is tried again by itself."),
            "unknown": lambda: lost(title) if name in _WRITES else made["down"](),
            "stale": lambda: Stale(f"Somebody changed this record in {title} in the meantime.", hint=_LOOK),
            "gone": lambda: Gone(f"The record is not in {title} (any more).", hint=_LOOK),
            "taken": lambda: NameTaken(
                f"{title} has such a record already. Nothing was sent over it.",
                hint="Link the two under Conflicts, or give this one another name.",
            ),
            "rejected": lambda: self._rejected(body),
        }
        return made[means]()

    def _rejected(self, body: _Body) -> Rejected:
        reason = at(body.json, self._reason) if self._reason else None
        said = f": “{' '.join(str(reason).split())[:_LONGEST_REASON]}”" if isinstance(reason, str) and reason else ""
        return Rejected(
            f"{self._title} did not take this record{said}. Nothing of it was changed.",
            hint="Correct the record, or the field links, and sync again.",
        )

    # --- without it ---------------------------------------------------------------------------------------------

    def _usual(self, answer: Answer, name: str, body: _Body) -> ConnectorError | None:
        status = answer.status
        if status in {403, 407, 408} or status >= 500:
            return None  # the status alone says it
        if status in {404, 410}:
            return self._meaning("gone", name, body) if name in _OF_ONE else self._no_place(status)
        if status in {409, 412}:
            return self._meaning("taken" if name == "create" else "stale", name, body)
        if status == 405:
            return self._no_place(status)
        if name in _WRITES:
            return self._meaning("rejected", name, body)
        return Misconfigured(
            f"{self._title} did not understand what it was asked (status {status}). Nothing was read or written.",
            hint=f"Look at the call “{name}” in the connection's definition.",
            code="call_refused",
        )

    def _no_place(self, status: int) -> Misconfigured:
        return Misconfigured(
            f"{self._title} has nothing at the address of this call (status {status}). Nothing was read or written.",
            hint="Look at the address and at the paths in the connection's definition.",
            code="no_place",
        )


class _Body:
    """An answer's value, read when it is first asked for; ``None`` for what is no JSON."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._read: tuple[Any] | None = None

    @property
    def json(self) -> Any:
        if self._read is None:
            try:
                self._read = (self._answer.json(),)
            except BadAnswer:
                self._read = (None,)
        return self._read[0]


def _statuses(row: ErrorRow) -> list[int] | None:
    return [row.status] if isinstance(row.status, int) else row.status


def _fits(row: ErrorRow, answer: Answer, name: str, body: _Body) -> bool:
    statuses = _statuses(row)
    # Of good answers only those whose status is named: their text is data.
    if answer.status not in statuses if statuses is not None else answer.status < 400:
        return False
    if row.calls and name not in row.calls:
        return False
    if row.at is not None:
        code = at(body.json, row.at)
        codes = row.code if isinstance(row.code, list) else [row.code]
        if code is None or (row.code is not None and str(code) not in map(_words, codes)):
            return False
    return row.text is None or row.text.casefold() in answer.text.casefold()


def _words(code: Any) -> str:
    return str(code).lower() if isinstance(code, bool) else str(code)
