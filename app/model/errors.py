"""Errors that a person may see: a code, what happened, what to do, and whether it may be tried again unchanged.

Every error of ours carries a ``code`` (stable, for programs), a ``message`` (plain, for the office admin: what happened
and what was kept safe) and a ``hint`` (the next step). Connectors raise the subclasses of :class:`ConnectorError`; one
table for each connector turns the vendor's codes and texts into them.
"""

from __future__ import annotations

from datetime import datetime


class AppError(Exception):
    """The root of our errors. ``details`` is plain JSON and never holds a secret."""

    code = "error"
    #: May the same thing be tried again without a change by a person?
    retryable = False

    def __init__(
        self, message: str, *, hint: str = "", code: str | None = None, details: dict[str, object] | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        if code is not None:
            self.code = code
        self.details = details or {}


class NotFound(AppError):
    """An id that names nothing."""

    code = "not_found"


class InvalidInput(AppError):
    """Something a person or a program gave us can't be used. ``field`` is the one at fault."""

    code = "invalid_input"

    def __init__(self, message: str, *, field: str | None = None, hint: str = "", code: str | None = None) -> None:
        super().__init__(message, hint=hint, code=code, details={"field": field} if field else None)
        self.field = field


class Conflicting(AppError):
    """What was asked does not fit the present state (a second connection to the same books, a run already ended)."""

    code = "conflict"


class StaleVersion(AppError):
    """``If-Match`` named a version that is no longer the present one."""

    code = "stale_version"


class Cancelled(AppError):
    """A person or the shutdown asked a run to stop; it stopped at a safe point."""

    code = "cancelled"
    retryable = True


class Held(AppError):
    """A guard stopped a run with a question (engine: Guards). ``guard`` names it, ``details`` carries the figures."""

    code = "held"

    def __init__(self, guard: str, message: str, *, hint: str = "", details: dict[str, object] | None = None) -> None:
        super().__init__(message, hint=hint, code=f"held_{guard}", details=details)
        self.guard = guard


class NotGenuine(AppError):
    """An event's signature or token is missing or wrong: nothing says that it is from the connected system."""

    code = "not_genuine"


class StorageError(AppError):
    """The hub's database can't be read or written (disk full, locked, damaged)."""

    code = "storage"
    retryable = True


class ConnectorError(AppError):
    """The root of what an ERP can do to us."""

    code = "connector"


class Unreachable(ConnectorError):
    """No connection: nothing was sent."""

    code = "unreachable"
    retryable = True


#: The code of a :class:`NotReady` where a request of a program that was ended may still be at work.
LEFT_IN_FLIGHT = "left_in_flight"


class NotReady(ConnectorError):
    """The ERP is there but does not serve us now: busy, a message waiting in its window, no company open."""

    code = "not_ready"
    retryable = True


class AuthRequired(ConnectorError):
    code = "auth_required"


class Forbidden(ConnectorError):
    code = "forbidden"


class RateLimited(ConnectorError):
    """The server asked us to wait, or by our own count a ``limit`` of it (:mod:`app.model.limits`) is used up. ``until`` is when it
    may be tried again (UTC)."""

    code = "rate_limited"
    retryable = True

    def __init__(self, message: str, *, until: datetime, hint: str = "", limit: str = "") -> None:
        at = until.astimezone()
        details: dict[str, object] = {"until": until.isoformat()}
        if limit:
            details["limit"] = limit
        super().__init__(
            message,
            hint=hint or f"The next sync goes on by itself after {at:%d %b %H:%M}. Nothing has to be done.",
            details=details,
        )
        self.until = until
        self.limit = limit


class Stale(ConnectorError):
    """The remote record is at another version than expected; nothing was written."""

    code = "stale"


class Rejected(ConnectorError):
    """The ERP refused one record for a reason in the data. ``retryable``: may it be sent again unchanged?"""

    code = "rejected"

    def __init__(
        self,
        message: str,
        *,
        field: str | None = None,
        hint: str = "",
        retryable: bool = False,
        code: str | None = None,
    ) -> None:
        super().__init__(message, hint=hint, code=code, details={"field": field} if field else None)
        self.field = field
        self.retryable = retryable


class NameTaken(Rejected):
    """A create would fall on a record that is there already (its name is the ERP's key). ``remote_id`` is that record's, where it
    is one of the module's; nothing was written."""

    code = "name_taken"

    def __init__(self, message: str, *, remote_id: str | None = None, hint: str = "") -> None:
        super().__init__(message, hint=hint, code=self.code)
        self.remote_id = remote_id


class Gone(ConnectorError):
    """The record to be changed or deleted is not there (any more); nothing was written."""

    code = "gone"


class UnknownOutcome(ConnectorError):
    """Sent, but the answer was lost: it may or may not have been done. Never "failed, try again"."""

    code = "unknown_outcome"


class Misconfigured(ConnectorError):
    """The connection's settings can't work (wrong company, wrong address, not this kind of server)."""

    code = "misconfigured"


class BadAnswer(ConnectorError):
    """The answer is incomplete or not what was asked for; none of it was used."""

    code = "bad_answer"
    retryable = True
