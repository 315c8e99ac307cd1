"""Records from a CSV or Excel file: looked at, previewed, taken in, and taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.db import imports as store
from app.db.merge import MergeStore
from app.db.records.reading import spec_of
from app.db.records.writing import tell
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.entities import EntitySpec, FieldSpec
from app.model.errors import Conflicting, InvalidInput, NotFound, StorageError
from app.model.events import Changed
from app.model.ids import new_id, new_ids
from app.services.importing import views as v
from app.services.importing.judge import Judge, Verdict
from app.services.record_rules import RecordRules
from app.services.views import UndoLeft, UndoView
from app.sheets.columns import Column
from app.sheets.gather import Choice, Draft, drafts
from app.sheets.headers import file_columns, guess, header_row
from app.sheets.reading import Sheet, read
from app.sheets.values import as_text
from app.sheets.writing import Sheet as WrittenSheet
from app.sheets.writing import writing

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.services.parts import Parts

#: Of each kind of outcome so many are listed; all are counted.
SHOWN = 1000
#: Rows of one transaction.
_AT_ONCE = 500
#: Told as ``(rows done, rows in all)``.
Told = Callable[[int, int], None]


class Imports:
    """Raises :class:`InvalidInput` for a file that can't be read and :class:`NotFound` for an unknown kind of record."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._rules = RecordRules(parts.stores)

    # --- looking ---------------------------------------------------------------------------------------------------

    def look(
        self,
        path: Path,
        entity: str,
        sheet: str | None = None,
        header: int | None = None,
        cancel: CancelToken | None = None,
        *,
        encoding: str = "",
    ) -> v.FileLook:
        """Open a file: its sheets, columns, and which field each column probably is. Writes nothing."""
        spec = spec_of(entity)
        found = read(path, sheet, (cancel or CancelToken()).check, encoding)
        if not found.rows:
            raise InvalidInput(f"{path.name} is empty.", hint="Choose another file or another sheet.")
        header = header or header_row(found, spec)
        columns = file_columns(found, header)
        below = sum(1 for number, _ in found.rows if number > header)
        return v.FileLook(
            path, found.names, found.name, header, columns, guess(spec, columns), below, found.encoding, found.odd
        )

    def preview(
        self, order: v.ImportOrder, cancel: CancelToken | None = None, say: Told = lambda *_: None
    ) -> v.Preview:
        """What the import would do, judged as the import itself judges. Writes nothing."""
        cancel = cancel or CancelToken()
        present = _stamp(order.path)
        gathered, judge = self._begin(order, cancel)
        total, done = _rows(gathered), 0
        outcome = _Outcome()
        for chunk in _chunks(gathered):
            cancel.check()
            with self._parts.db.read() as conn:
                outcome.add(judge.judge(conn, chunk))
            done += _rows(chunk)
            say(done, total)
        return v.Preview(outcome.counts, outcome.items, total, present)

    # --- writing ---------------------------------------------------------------------------------------------------

    def run(
        self,
        order: v.ImportOrder,
        cancel: CancelToken | None = None,
        say: Told = lambda *_: None,
        *,
        by: str = "user",
    ) -> v.Imported:
        """Take the file in, so many rows in one transaction. Stopped between two of them, what was taken in stays, whole records
        only; the same import again goes on with the rest. Raises :class:`Conflicting` for a file that is not as the preview
        read it."""
        cancel = cancel or CancelToken()
        _refuse_changed(order)
        gathered, judge = self._begin(order, cancel)
        _refuse_changed(order)  # while it was read
        made = _Writing(self._parts, order, new_id(), by)
        total, done, stopped, trouble = _rows(gathered), 0, False, ""
        try:
            for chunk in _chunks(gathered):
                if cancel.cancelled:
                    stopped = True
                    break
                with self._parts.db.write() as conn:
                    verdicts = judge.judge(conn, chunk)
                    wrote = made.write(conn, verdicts)
                made.begun = made.begun or wrote
                made.outcome.add(verdicts)
                done += _rows(chunk)
                say(done, total)
        except StorageError as error:
            if not made.begun:
                raise
            stopped, trouble = True, error.hint or error.message
        finally:
            if made.begun:
                self._parts.bus.publish(Changed(frozenset({"records"})))
        outcome = made.outcome
        left = outcome.counts[v.CHANGED] if order.only_new else 0
        import_id = made.import_id if made.begun else ""
        return v.Imported(import_id, outcome.counts, left, stopped, trouble, outcome.items)

    def _begin(self, order: v.ImportOrder, cancel: CancelToken) -> tuple[list[Draft], Judge]:
        spec = spec_of(order.entity)
        sheet, choice = self._opened(order, cancel)
        rows = [row for row in sheet.rows if row[0] > order.header]
        gathered = drafts(spec, rows, choice, cancel.check)
        return gathered, Judge(MergeStore(self._parts.db.dialect), self._rules, spec, choice, order.decided)

    def _opened(self, order: v.ImportOrder, cancel: CancelToken) -> tuple[Sheet, Choice]:
        if not order.columns:
            raise InvalidInput("No column is taken into a field.", hint="Choose a field for one column at least.")
        if len(set(order.columns.values())) < len(order.columns):
            raise InvalidInput("Two columns are taken into the same field.", hint="Take one of them only.")
        sheet = read(order.path, order.sheet or None, cancel.check, order.encoding)
        titles = {one.at: one.title for one in file_columns(sheet, order.header)}
        return sheet, Choice(dict(order.columns), titles, order.clear)

    # --- what could not be taken ------------------------------------------------------------------------------------

    def save_failed(self, order: v.ImportOrder, path: Path, cancel: CancelToken | None = None) -> int:
        """Write the rows that are wrong or doubtful, as they are now, into a file of their own with the reason beside each; how
        many rows. Corrected there, that file can be imported. Raises :class:`StorageError`."""
        cancel = cancel or CancelToken()
        gathered, judge = self._begin(order, cancel)
        reasons: dict[int, str] = {}
        for chunk in _chunks(gathered):
            cancel.check()
            with self._parts.db.read() as conn:
                for verdict in judge.judge(conn, chunk):
                    reasons.update(_reasons(verdict))
        sheet, choice = self._opened(order, cancel)
        places = sorted(choice.titles)
        fields = [Column("", choice.titles[at], FieldSpec("")) for at in places]
        name = sheet.name or "Rows"
        with writing(path, [WrittenSheet(name, [*fields, Column("", "What is wrong", FieldSpec(""))])]) as writer:
            for number, row in sheet.rows:
                if number in reasons:
                    cells = [as_text(row[at]) if at < len(row) else "" for at in places]
                    writer.row(name, [*cells, reasons[number]])
        return len(reasons)

    # --- taking it back ---------------------------------------------------------------------------------------------

    def last(self) -> v.PastImport | None:
        """The newest import, also one that the program's end cut short."""
        return next(iter(self.list(1)), None)

    def list(self, limit: int = 100) -> tuple[v.PastImport, ...]:
        """The imports, the newest first."""
        with self._parts.db.read() as conn:
            found = store.newest(conn, limit)
        return tuple(v.PastImport(one.id, one.file, one.entity, one.at, one.undone, one.kept) for one in found)

    def undo(self, import_id: str, cancel: CancelToken | None = None, *, by: str = "user") -> UndoView:
        """Take back what an import changed: records that it made are marked as deleted, changed ones are as they were. What was
        changed since is left and named. Raises :class:`NotFound`."""
        with self._parts.db.read() as conn:
            if store.made(conn, import_id) is None:
                raise NotFound("There is no such import.")
        try:
            done = self._parts.undoer.undo_import(import_id, cancel or CancelToken())
        finally:
            self._parts.bus.publish(Changed(frozenset({"records"})))
        details = {"changed": done.changed, "left": len(done.left)}
        self._parts.stores.audit.add(by, store.UNDO, store.target_of(import_id), details)
        return UndoView(
            done.changed, tuple(UndoLeft(one.entity, one.record_id, one.label, one.reason) for one in done.left)
        )


class _Writing:
    """The writing half of one import. ``begun``: something is written for good, so that there is something to undo."""

    def __init__(self, parts: Parts, order: v.ImportOrder, import_id: str, by: str) -> None:
        self._parts = parts
        self._order = order
        self._spec: EntitySpec = spec_of(order.entity)
        self._by = by
        self._store = MergeStore(parts.db.dialect)
        self.import_id = import_id
        self.begun = False
        self.outcome = _Outcome()

    def write(self, conn: Connection, verdicts: Sequence[Verdict]) -> bool:
        """Inside the caller's transaction: records, their history, and word to every connection that sends them. Was there
        anything to write?"""
        entity, file = self._spec.name, self._order.path.name
        wanted = {v.NEW} if self._order.only_new else {v.NEW, v.CHANGED}
        chosen = [one for one in verdicts if one.kind in wanted]
        if not chosen:
            return False
        if not self.begun:
            target = store.target_of(self.import_id)
            self._parts.stores.audit.add(self._by, store.ACTION, target, {"file": file, "entity": entity})
        now = stamp(self._parts.clock())
        batch = self._store.begin("", f"import:{file}", self.import_id, now)
        fresh = iter(new_ids(len(chosen)))
        ids: list[str] = []
        for one in chosen:
            if one.hub is None:
                ids.append(next(fresh))
                batch.create(entity, [(ids[-1], one.write)])
                continue
            ids.append(one.hub.id)
            for name in batch.update(entity, one.hub, one.write):
                batch.settled(one.hub.id, name)  # a lookup that a person set waits for no record any more
        batch.write(conn)
        tell(conn, self._parts.db.dialect, entity, ids, now)
        return True


class _Outcome:
    def __init__(self) -> None:
        self.counts: Counter[str] = Counter(dict.fromkeys(v.KINDS, 0))
        self._items: list[v.ImportItem] = []

    def add(self, verdicts: Iterable[Verdict]) -> None:
        for one in verdicts:
            self.counts[one.kind] += 1
            if self.counts[one.kind] <= SHOWN and one.kind != v.SAME:
                self._items.append(one.item())

    @property
    def items(self) -> tuple[v.ImportItem, ...]:
        return tuple(self._items)


def _reasons(verdict: Verdict) -> dict[int, str]:
    """The reason for each row of a record that can't be taken; a row without one of its own goes along with the others."""
    if verdict.kind not in (v.DOUBTFUL, v.WRONG):
        return {}
    rows = verdict.draft.rows
    found = dict.fromkeys(rows, "" if verdict.faults else verdict.reason)
    for fault in verdict.faults:
        found[fault.row] = "; ".join(filter(None, (found[fault.row], fault.words)))
    return found


def _rows(gathered: Iterable[Draft]) -> int:
    return sum(len(one.rows) for one in gathered)


def _chunks(gathered: Sequence[Draft]) -> Iterator[list[Draft]]:
    """At most so many rows; a document that has more is alone."""
    chunk: list[Draft] = []
    rows = 0
    for one in gathered:
        if chunk and rows + len(one.rows) > _AT_ONCE:
            yield chunk
            chunk, rows = [], 0
        chunk.append(one)
        rows += len(one.rows)
    if chunk:
        yield chunk


def _refuse_changed(order: v.ImportOrder) -> None:
    if order.stamp is not None and _stamp(order.path) != order.stamp:
        raise Conflicting(
            f"{order.path.name} was changed since the preview. Nothing was taken in.",
            hint="Look at the preview again.",
            code="file_changed",
        )


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        raise InvalidInput(f"{path.name} is not there any more.", hint="Choose the file again.") from None
    return found.st_size, found.st_mtime_ns
