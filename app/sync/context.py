"""What the parts of one run share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.db.merge import MergeStore
from app.sync.plan import Applied, PlanNotes
from app.sync.progress import RunCounts


@dataclass
class RunContext:
    """What the parts of one run share. ``plan`` is there in a dry run, and then nothing is written. What a person decides is
    done outside a run: without a ``run_id``."""

    connection_id: str
    run_id: str | None
    source: str
    counts: RunCounts
    approved: frozenset[str]
    now: Callable[[], str]
    plan: PlanNotes | None = None
    failed_before: set[tuple[str, str]] = field(default_factory=set)
    linked: dict[str, int] = field(default_factory=dict)
    #: ``(module, remote id)`` that this run need not read again: failed ones, and in a dry run all that it took.
    handled: set[tuple[str, str]] = field(default_factory=set)
    #: ``(entity, key)`` that two records bear.
    clashing: set[tuple[str, str]] = field(default_factory=set)
    #: A linked record bears another key now: what waited for either may be settled.
    keys_moved: bool = False
    #: Problems noted of records that did come in.
    warnings: int = 0
    #: Hub records with a write of unknown outcome: nothing of theirs is taken over until it is settled (that reads them anew).
    unsettled: set[str] = field(default_factory=set)
    #: Hub records of which something waits to be sent: a change over there frees them.
    waiting: set[str] = field(default_factory=set)
    #: ``(entity, entity)``: how many records of the first wait for the decision about the one of the second that they name.
    undecided: Counter[tuple[str, str]] = field(default_factory=Counter)
    #: What was done besides what was asked ("the unit Nos was created").
    notes: list[str] = field(default_factory=list)
    #: The stored plan that this run applies: nothing else is done.
    applied: Applied | None = None
    #: A place in the run by its name: where the proof's faults strike.
    at: Callable[[str], None] = field(default=lambda _place: None)
    #: The books may be older ones than those synced before: what is missing in them is marked here and never deleted.
    only_marks: bool = False
    #: The first day of the books: a document linked from before it stands in other books (:attr:`Standing.begins`).
    begins: str = ""
    #: Seconds by which the ERP's clock is ahead of ours (:attr:`Standing.clock_skew`).
    clock_skew: float | None = None
    #: In a dry run, by hub record: the fields that merging compared, and those of them of which it would leave nothing to send.
    merged: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)

    @property
    def marks(self) -> bool:
        """Does anybody look at marks: is a plan being made, or applied?"""
        return self.plan is not None or self.applied is not None

    def allows(self, side: str, entity: str, key: str, mark: str) -> bool:
        """May this be done: always, but for a run that applies a plan in which it doesn't stand?"""
        return self.applied is None or self.applied.allows(side, entity, key, mark)

    def linked_count(self, conn: Connection, store: MergeStore, entity: str) -> int:
        """How many records of ``entity`` are linked; counted once a run, and only when a guard needs it."""
        if entity not in self.linked:
            self.linked[entity] = store.count_links(conn, self.connection_id, entity)
        return self.linked[entity]
