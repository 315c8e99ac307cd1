"""Systems that a site describes itself: looking at a description before it is used, and trying single calls of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from app.model.cancel import CancelToken
from app.model.errors import InvalidInput
from app.model.values import FieldType

if TYPE_CHECKING:
    from app.connectors.base import ConnectionSettings, ConnectorPorts

#: The setting that holds it, as a text or as an object.
SETTING = "definition"


@dataclass(frozen=True)
class Fault:
    """Something wrong with a definition. ``line`` and ``column`` count from 1, 0 where no line is at fault; ``field`` is its path
    (``resources.customers.list.path``)."""

    line: int
    column: int
    field: str
    message: str
    hint: str = ""

    @property
    def sentence(self) -> str:
        if not self.line:
            return self.message
        return f"Line {self.line} ({self.field}): {self.message}" if self.field else f"Line {self.line}: {self.message}"

    def as_json(self) -> dict[str, object]:
        return {
            "line": self.line,
            "column": self.column,
            "field": self.field,
            "message": self.message,
            "hint": self.hint,
        }


class BadDefinition(InvalidInput):
    """A definition that can't be used. ``faults`` are all that were found, the first of which is the message."""

    code = "bad_definition"

    def __init__(self, faults: Sequence[Fault]) -> None:
        first = faults[0]
        more = f" {len(faults) - 1} more of its lines are wrong." if len(faults) > 1 else ""
        super().__init__(first.sentence + more, field=f"authConfig.{SETTING}", hint=first.hint)
        self.faults = tuple(faults)
        self.details["faults"] = [one.as_json() for one in faults]


@dataclass(frozen=True)
class Trial:
    """One call as it went: without what proves who we are. ``status`` 0: there was no answer, ``trouble`` says why. ``answer`` is
    the answer's text, cut off where it is long; ``found`` says in a sentence what the definition made of it."""

    method: str
    address: str
    headers: Mapping[str, str]
    body: str = ""
    status: int = 0
    answer_headers: Mapping[str, str] = field(default_factory=dict)
    answer: str = ""
    found: str = ""
    trouble: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Learned:
    """A field that was seen in records, with what it looks like to be."""

    path: str
    type: FieldType
    format: str = ""
    sent_as: str = ""
    sample: str = ""


@dataclass(frozen=True)
class EventForm:
    """How the events of such a system are proved (``scheme``: as in a webhook's verification) and read: ``told`` makes our own form
    of a body (docs/webhooks.md), or leaves alone what it doesn't know."""

    scheme: Mapping[str, str]
    told: Callable[[Any], Any]


class Definitions(Protocol):
    """What the kind of such a system can do besides."""

    def check(self, text: str) -> Sequence[Fault]:
        """Everything that is wrong with a definition, in the order of its lines. Contacts nobody."""

    def parts(self, text: str) -> Mapping[str, Any]:
        """What stands in it, as plain values, whether or not it can be used. Raises :class:`BadDefinition` where it can't be
        read."""

    def login(self, text: str) -> str:
        """The kind of login (a connection's ``authType``) that it asks for. Raises :class:`BadDefinition`."""

    def resources(self, text: str) -> Mapping[str, Sequence[str]]:
        """The resources with the calls that each has. Raises :class:`BadDefinition`."""

    def attempt(
        self,
        settings: ConnectionSettings,
        ports: ConnectorPorts,
        resource: str,
        call: str,
        given: Mapping[str, Any],
        cancel: CancelToken,
    ) -> Trial:
        """Do one call of the definition that ``settings`` hold. ``given`` is what its names stand for (``id``, ``record``).
        Raises :class:`app.model.errors.InvalidInput` and :class:`app.model.errors.Misconfigured`."""

    def learn(
        self, settings: ConnectionSettings, ports: ConnectorPorts, resource: str, cancel: CancelToken
    ) -> Sequence[Learned]:
        """The fields that the first records of a resource have. Raises connector errors."""
