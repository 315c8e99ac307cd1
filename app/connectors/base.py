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
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from app.connectors.checks import TestReport
from app.connectors.http.limits import Limits
from app.connectors.spec import ConnectorSpec
from app.connectors.subscriptions import Subscriptions
from app.model.cancel import CancelToken
from app.model.errors import Cancelled, ConnectorError, Gone, NotReady, Rejected, Stale, UnknownOutcome
from app.model.records import Page, RemoteFields, RemoteRecord, Tombstone
from app.model.tokens import MemoryTokens, TokenStore
from app.model.values import FieldType

if TYPE_CHECKING:
    from app.connectors.definitions import Definitions, EventForm
    from app.connectors.oauth import Provider


@dataclass(frozen=True)
class Books:
    """One set of books (company, realm, organisation) that this login reaches. ``identity`` never changes while they
    are the same books: two connections with one identity would be the same books twice. ``settings``: what ``authConfig`` holds
    when these are chosen; ``about``: lines by which a person tells them from others of the same name."""

    name: str
    identity: str
    details: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    about: tuple[str, ...] = ()


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


class ListedId(NamedTuple):
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
    ``known`` tells at which version the records of a module with these ids were taken over last; those that weren't are left out.
    ``linked``: is any record of a module known at all? Where none is, no listing can show that one is missing.
    """

    stream: str
    modules: Mapping[str, frozenset[str]]
    cursor: Mapping[str, Any] | None
    mode: PullMode
    cancel: CancelToken
    feedback: Feedback
    say: Callable[[str], None]
    named_before: Callable[[Sequence[str]], Mapping[str, frozenset[str]] | None] = field(default=lambda _ids: None)
    known: Callable[[str, Sequence[str]], Mapping[str, str]] = field(default=lambda _module, _ids: {})
    linked: Callable[[str], bool] = field(default=lambda _module: True)


@dataclass(frozen=True)
class Standing:
    """What :meth:`Connector.preflight` saw: the books' identity and their counters, kept for the next time.

    ``questions`` are reasons to hold the run (another data folder, counters gone back): ``(guard, message, hint)``.
    ``books_id`` names these books and no others (:attr:`Books.identity`): two connections must not share it. ``notices`` tell
    of what is new about the books and holds nothing up (``(title, text)``, each told once). ``begins`` is the first day of
    these books: a document linked from before it stands in other books, whatever id it had there. ``clock_skew``: by how many
    seconds the ERP's clock is ahead of ours; ``None`` when its records' stamps can't be compared with our time.
    """

    identity: Mapping[str, Any]
    questions: tuple[tuple[str, str, str], ...] = ()
    full_compare: bool = False
    books_id: str = ""
    notices: tuple[tuple[str, str], ...] = ()
    begins: str = ""
    clock_skew: float | None = None


class WriteKind(StrEnum):
    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Reference:
    """The record that a lookup's value names there: its lasting ``id``, the ``key`` by which records of that ERP refer to it
    (:attr:`app.model.records.RemoteRecord.key`), and its present ``label``."""

    entity: str
    id: str
    key: str
    label: str


@dataclass(frozen=True)
class WriteOp:
    """One intended write; it is in the journal before it is sent, and the same again when it is settled.

    ``op_id`` is the idempotency key, ``hub_key`` the hub record's id (our key on the remote record). ``fields`` are remote
    fields as :class:`RemoteRecord` has them, canonical values nested as there: on a create all that the mapping gives, on an
    update only the changed top-level ones (a list of lines is whole), on a delete none. ``whole`` is the record as it should
    read afterwards, as far as the mapping knows it. A lookup's value is the target's key; ``references`` tells more of it.
    ``before`` is what a read just before showed (``None`` on a create, and where ``conditional_write`` makes it needless).
    ``sent_at`` is set when an op is settled.
    """

    op_id: str
    kind: WriteKind
    entity: str
    module: str
    hub_key: str
    label: str
    fields: RemoteFields
    whole: RemoteFields
    references: Mapping[tuple[str, str], Reference] = field(default_factory=dict)
    remote_id: str | None = None
    expected_version: str | None = None
    before: RemoteRecord | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True)
class Written:
    """A write that was done. ``record`` is the record as it reads now (``None`` after a delete, or where the ERP doesn't tell).
    ``exact``: nobody else can have written between our write and that reading, so what differs from what was sent is the ERP's own
    rewriting. ``notes``: what was done besides, in plain words ("the unit Nos was created")."""

    record: RemoteRecord | None
    exact: bool = True
    notes: tuple[str, ...] = ()


def stopped(asked: Cancelled) -> NotReady:
    """The outcome of what was not sent any more, once something was."""
    return NotReady(asked.message, hint=asked.hint, code=asked.code)


@dataclass(frozen=True)
class Choice:
    """Something of the books that is chosen once per connection before documents can be written: the sales ledger, the
    ledger of a tax and rate. ``options`` are ``(value, how often it was used for that)``, the likeliest first; ``chosen`` is
    what the settings hold (``authConfig.choices[name]``), ``needed_for`` the entities that can't be written without it."""

    name: str
    title: str
    options: tuple[tuple[str, int], ...]
    suggested: str | None = None
    chosen: str | None = None
    needed_for: tuple[str, ...] = ()
    help: str = ""


@dataclass(frozen=True)
class PeriodTotal:
    """What the ERP's own books say of one module in one month (``YYYY-MM``): how many records, and the sum of what they come to.
    ``status`` is ``posted`` or ``draft``: drafts move no balance and are summed apart; cancelled ones are in neither."""

    module: str
    month: str
    count: int
    amount: str
    status: str = "posted"


@dataclass(frozen=True)
class BookedAmount:
    """One document of a month, as the ERP's books have it."""

    module: str
    id: str
    label: str
    date: str
    amount: str
    status: str = "posted"


class ConnectorState(Protocol):
    """A connector's own memory between runs (probes, roles of ledgers): small JSON values by name. A port; ``db`` serves it."""

    def load(self, name: str) -> Any | None: ...

    def save(self, name: str, value: Any) -> None: ...


@dataclass(frozen=True)
class ConnectionSettings:
    """A connection as a connector sees it; secrets are in clear here and nowhere else. ``hub_keys``: of each synced module the
    field that carries our id (the sync config's ``hubKeyField``), empty for none."""

    id: str
    name: str
    system: str
    base_url: str
    auth_type: str
    auth: Mapping[str, Any]
    api_version: str = ""
    organization_id: str = ""
    hub_keys: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:  # never show ``auth``
        return f"ConnectionSettings({self.id!r}, {self.name!r}, {self.system!r}, {self.base_url!r})"


@dataclass(frozen=True)
class ConnectorPorts:
    """What a connector needs of the outside. ``locks`` is a folder on this machine, shared by all data folders; ``limits`` are
    shared by all that call the same system; ``proxy`` as :class:`app.connectors.http.client.Client` takes it; ``tokens`` what
    :class:`app.connectors.login.Login` works with."""

    state: ConnectorState
    locks: Path
    limits: Limits = field(default_factory=Limits)
    proxy: str = ""
    tokens: TokenStore = field(default_factory=MemoryTokens)


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
    def sample(self, module: str, count: int, cancel: CancelToken) -> list[RemoteRecord]:
        """A few real records, the fullest first; ``count`` at most. Cheap for the ERP, whatever its size."""

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

    # -- writing (``capabilities.write``) --------------------------------------------------------------------------

    def write(self, op: WriteOp, cancel: CancelToken) -> Written:
        """Do ``op`` and answer the record as it reads afterwards.

        Raises :class:`Rejected` (:class:`NameTaken` when a create would fall on a record that is there), :class:`Stale`,
        :class:`Gone`; :class:`UnknownOutcome` when it was sent and the answer was lost. Every other error means that
        nothing was sent.
        """
        raise NotImplementedError(f"{self.spec.system} does not write")

    def write_many(self, ops: Sequence[WriteOp], cancel: CancelToken) -> list[Written | ConnectorError]:
        """As many as ``capabilities.lot`` at once, none depending on another: an outcome for each, in order. An error of the
        connection itself is raised when nothing was sent yet, else it is the outcome of all that were not sent."""
        done: list[Written | ConnectorError] = []
        for op in ops:
            try:
                done.append(self.write(op, cancel))
            except (Rejected, Stale, Gone, UnknownOutcome) as error:
                done.append(error)
            except (ConnectorError, Cancelled) as error:
                if not done:
                    raise
                trouble = stopped(error) if isinstance(error, Cancelled) else error
                return done + [trouble] * (len(ops) - len(done))
        return done

    def find(self, op: WriteOp, cancel: CancelToken) -> RemoteRecord | None:
        """The record that the create ``op`` (sent at ``op.sent_at``, its answer lost) made, by our key or, where there is no
        room for one, by what it looks like. ``None``: it is not there. Raises :class:`UnknownOutcome` when that can't be
        told yet."""
        raise NotImplementedError(f"{self.spec.system} does not write")

    def as_shown(self, module: str, fields: RemoteFields) -> RemoteFields:
        """``fields`` as this ERP will show them after they were written, as far as it is known (spaces trimmed, rounded)."""
        return fields

    def choices(self, cancel: CancelToken) -> list[Choice]:
        """What is to be chosen once per connection before documents can be written."""
        return []

    # -- for the accountant ---------------------------------------------------------------------------------------

    def month_totals(self, modules: Sequence[str], first: str, last: str, cancel: CancelToken) -> list[PeriodTotal]:
        """The totals of ``modules`` for the months ``first``…``last`` (``YYYY-MM``), from the ERP's own books."""
        raise NotImplementedError(f"{self.spec.system} tells no totals")

    def month_amounts(self, module: str, month: str, cancel: CancelToken) -> list[BookedAmount]:
        """Every document of a month, with what it comes to."""
        raise NotImplementedError(f"{self.spec.system} tells no totals")

    def close(self) -> None:
        """Give back what was opened. Safe to call twice."""


ConnectorFactory = Callable[[ConnectionSettings, ConnectorPorts], Connector]


@dataclass(frozen=True)
class ConnectorKind:
    """What the registry holds for one ``erpSystem``. ``subscriptions``: for ERPs that can be asked to send events. ``oauth``: for
    those that a person signs in to in a browser; ``None`` for settings that need no sign-in. It contacts nobody, takes settings
    that are not complete yet, and may raise :class:`Misconfigured`. ``load`` imports what the first ``open`` would. ``facts`` are
    lines about a connection, ``(title, text)`` in plain words, from its ``authConfig`` and what its connector remembers (how many
    calls of a month are used up); they are read whenever it is shown: that must be cheap.

    For systems that a site describes itself: ``spec_of`` gives the spec of a connection with that ``authConfig``, ``definitions``
    looks at descriptions and tries them, ``events`` says how a connection's events are proved and read, if it is special."""

    spec: ConnectorSpec
    open: ConnectorFactory
    subscriptions: Subscriptions | None = None
    oauth: Callable[[ConnectionSettings, ConnectorState], Provider | None] | None = None
    load: Callable[[], object] = lambda: None
    facts: Callable[[Mapping[str, Any], ConnectorState], Sequence[tuple[str, str]]] = lambda _auth, _state: ()
    spec_of: Callable[[Mapping[str, Any]], ConnectorSpec] | None = None
    definitions: Callable[[], Definitions] | None = None
    events: Callable[[Mapping[str, Any]], EventForm | None] = lambda _auth: None

    def fitted(self, auth: Mapping[str, Any]) -> ConnectorKind:
        """This kind as it is for a connection with that ``authConfig`` (secrets may be hidden in it)."""
        return self if self.spec_of is None else replace(self, spec=self.spec_of(auth))


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
