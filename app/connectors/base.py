"""The connector contract: what every ERP declares and offers, in the same words and with the same errors.

The engine, the services and the contract suite know connectors only through this module. A connector object serves one
connection for one run (or one test, one discovery): the caller makes it, calls :meth:`Connector.preflight`, reads, and
closes it. It is used by one thread at a time, except for the cancel token.

All calls may raise the subclasses of :class:`app.model.errors.ConnectorError`, and :class:`app.model.errors.Cancelled`
at a safe point. Nothing else leaves a connector: what a library raises is turned into one of ours.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from app.model.cancel import CancelToken
from app.model.records import Page, RemoteRecord, Tombstone
from app.model.values import FieldType


@dataclass(frozen=True)
class SettingSpec:
    """One key of ``authConfig``: it drives the wizard's form and the API's validation."""

    name: str
    title: str
    required: bool = False
    secret: bool = False
    type: FieldType = FieldType.TEXT
    default: Any = None
    help: str = ""


@dataclass(frozen=True)
class Capabilities:
    """What the engine may count on."""

    incremental: bool = False
    tombstones: bool = False
    id_sweep: bool = False
    write: bool = False
    batch_write: bool = False
    conditional_write: bool = False
    idempotency_key: bool = False
    find_by_our_key: bool = False
    webhooks: bool = False
    lines_in_lists: bool = False


@dataclass(frozen=True)
class FieldTemplate:
    """One line of a default mapping. ``local`` inside a group is ``lines[].product``, ``remote`` ``LINES[].STOCKITEMNAME``."""

    local: str
    remote: str
    type: FieldType = FieldType.TEXT
    direction: str = "both"
    required: bool = False
    readonly: bool = False
    transform: tuple[Mapping[str, Any], ...] = ()
    value_map: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class EntityTemplate:
    """How an entity maps to a module of this ERP unless the admin says otherwise."""

    entity: str
    module: str
    fields: tuple[FieldTemplate, ...]


@dataclass(frozen=True)
class ConnectorSpec:
    """A connector's identity. ``system`` is the contract's ``erpSystem``."""

    system: str
    title: str
    auth_types: tuple[str, ...]
    settings: tuple[SettingSpec, ...]
    capabilities: Capabilities
    templates: tuple[EntityTemplate, ...]
    default_base_url: str = ""

    def template(self, entity: str) -> EntityTemplate | None:
        return next((template for template in self.templates if template.entity == entity), None)


@dataclass(frozen=True)
class Check:
    """One step of a connection test: what was looked at, how it went, and what to do when it didn't."""

    name: str
    ok: bool
    message: str
    hint: str = ""


@dataclass(frozen=True)
class TestReport:
    """The answer of :meth:`Connector.test`. ``details`` is plain JSON (version, company, licence, …)."""

    __test__ = False  # not a test class, whatever pytest thinks of the name

    checks: tuple[Check, ...]
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return all(check.ok for check in self.checks)

    @property
    def message(self) -> str:
        """The first thing that is wrong, or the last that is right."""
        failed = next((check for check in self.checks if not check.ok), None)
        return (failed or self.checks[-1]).message

    @property
    def hint(self) -> str:
        return next((check.hint for check in self.checks if not check.ok), "")


@dataclass(frozen=True)
class Books:
    """One set of books (company, realm, organisation) that this login reaches. ``identity`` never changes while they
    are the same books: two connections with one identity would be the same books twice."""

    name: str
    identity: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ModuleInfo:
    name: str
    title: str
    entity: str | None = None
    can_write: bool = False


@dataclass(frozen=True)
class RemoteField:
    """One field of a module, for the mapping editor. ``path`` as in the contract: ``LEDMAILINGDETAILS[].PINCODE``."""

    path: str
    title: str
    type: FieldType
    required: bool = False
    readonly: bool = False
    sample: str | None = None
    choices: tuple[str, ...] = ()


class PullMode(StrEnum):
    """``incremental``: what changed. ``check``: that, and a listing of all ids (the daily check). ``full``: everything."""

    INCREMENTAL = "incremental"
    CHECK = "check"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class ListedId:
    """One line of a listing. ``label`` differing from what is stored means changed, as ``version`` does (a voucher that
    Tally renumbered keeps its version)."""

    module: str
    id: str
    version: str
    label: str = ""


@dataclass(frozen=True)
class Listing:
    """A *complete* list of the ids that exist in one stretch of a stream: absence from it is evidence.

    ``low``/``high`` bound the records' ``sweep_key`` (inclusive); both ``None``: the whole stream. ``modules`` are those
    that the listing covers.
    """

    modules: tuple[str, ...]
    rows: tuple[ListedId, ...]
    low: str | None = None
    high: str | None = None


@dataclass(slots=True)
class Feedback:
    """What the engine tells a running pull: how many records a listing has shown to be gone, or changed."""

    gone: int = 0
    changed: int = 0


@dataclass(frozen=True)
class PullRequest:
    """What the engine wants of one stream.

    ``modules`` maps each wanted module to the top-level remote fields that its mapping reads. ``cursor`` is the last
    one committed (``None`` at first); with ``full`` mode a cursor in the middle of a full pull is gone on from.
    ``named_before`` tells which records (remote ids by module) the documents of these ids referred to when they were last
    seen, or ``None`` when one of them isn't known: an altered document moves the balances of what it named before, too.
    """

    stream: str
    modules: Mapping[str, frozenset[str]]
    cursor: Mapping[str, Any] | None
    mode: PullMode
    cancel: CancelToken
    feedback: Feedback
    say: Callable[[str], None]
    named_before: Callable[[Sequence[str]], Mapping[str, frozenset[str]] | None] = field(default=lambda _ids: None)


@dataclass(frozen=True)
class Standing:
    """What :meth:`Connector.preflight` saw: the books' identity and their counters, kept for the next time.

    ``questions`` are reasons to hold the run (another data folder, counters gone back): ``(guard, message, hint)``.
    ``books_id`` names these books and no others (:attr:`Books.identity`): two connections must not share it.
    """

    identity: Mapping[str, Any]
    questions: tuple[tuple[str, str, str], ...] = ()
    full_compare: bool = False
    books_id: str = ""


class ConnectorState(Protocol):
    """A connector's own memory between runs (probes, roles of ledgers): small JSON values by name. A port; ``db`` serves it."""

    def load(self, name: str) -> Any | None: ...

    def save(self, name: str, value: Any) -> None: ...


@dataclass(frozen=True)
class ConnectionSettings:
    """A connection as a connector sees it; secrets are in clear here and nowhere else."""

    id: str
    name: str
    system: str
    base_url: str
    auth_type: str
    auth: Mapping[str, Any]
    api_version: str = ""
    organization_id: str = ""

    def __repr__(self) -> str:  # never show ``auth``
        return f"ConnectionSettings({self.id!r}, {self.name!r}, {self.system!r}, {self.base_url!r})"


@dataclass(frozen=True)
class ConnectorPorts:
    """What a connector needs of the outside. ``locks`` is a folder on this machine, shared by all data folders."""

    state: ConnectorState
    locks: Path


class Connector(ABC):
    """One connection's ERP. See the module's head for the rules."""

    spec: ConnectorSpec

    @abstractmethod
    def test(self, cancel: CancelToken) -> TestReport:
        """Look at reach, login, books, permission and a sample read. Never raises a ConnectorError: it is in a check."""

    @abstractmethod
    def books(self, cancel: CancelToken) -> list[Books]:
        """The books this address and login reach."""

    @abstractmethod
    def modules(self) -> list[ModuleInfo]: ...

    @abstractmethod
    def fields(self, module: str, cancel: CancelToken) -> list[RemoteField]:
        """A module's fields with a sample value each, read live where the ERP can tell."""

    @abstractmethod
    def streams(self, modules: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
        """The streams that carry ``modules``, in dependency order: ``(stream, its wanted modules)``. Modules that cost the
        ERP one pass together share a stream."""

    @abstractmethod
    def preflight(self, known: Mapping[str, Any] | None, cancel: CancelToken) -> Standing:
        """See that the books are there and the same as ``known`` (the last ``Standing.identity``). Cheap."""

    @abstractmethod
    def changes(self, request: PullRequest) -> Iterator[Page | Listing]:
        """The stream's changes since ``request.cursor`` as pages, with listings where absence was established.

        Every ``Page`` may be committed on its own; stopping between two loses nothing. The engine may call
        :meth:`read` and :meth:`confirm_gone` while the iterator is suspended.
        """

    @abstractmethod
    def read(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[RemoteRecord]:
        """The records as they are now; those that don't exist (or are no longer in the module) are left out."""

    @abstractmethod
    def confirm_gone(self, module: str, ids: Sequence[str], cancel: CancelToken) -> list[Tombstone]:
        """Of ``ids``, those that are certainly gone, by asking for each as the ERP's reference demands."""

    def close(self) -> None:
        """Give back what was opened. Safe to call twice."""


ConnectorFactory = Callable[[ConnectionSettings, ConnectorPorts], Connector]


@dataclass(frozen=True)
class ConnectorKind:
    """What the registry holds for one ``erpSystem``."""

    spec: ConnectorSpec
    open: ConnectorFactory


class Registry:
    """``erpSystem`` → kind. Filled by the composition root and by entry points; nothing else names a concrete connector."""

    def __init__(self) -> None:
        self._kinds: dict[str, ConnectorKind] = {}

    def add(self, kind: ConnectorKind) -> None:
        self._kinds[kind.spec.system] = kind

    def get(self, system: str) -> ConnectorKind | None:
        return self._kinds.get(system)

    def systems(self) -> list[str]:
        return sorted(self._kinds)
