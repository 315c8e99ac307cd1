"""What every connector keeps to, whatever its ERP: subclass :class:`ConnectorContract` and give it a ``rig``.

A rig is one ERP with some records in it, simulated, and the connector that looks at it:

- ``open()``: a fresh connector (the caller closes it)
- ``modules``: module → its wanted top-level fields, as the templates have them
- ``ids(module)``: the ids that are in the ERP now
- ``change_one()``: changes one record as a person would and answers ``(module, id)``
- ``delete_one()``: deletes one and answers ``(module, id)``
- ``break_next_answer()``: the next answer with data breaks off
- ``requests()``: how many requests the ERP has had

A connector that writes passes :class:`WritingContract` too; its rig has besides:

- ``write_cases()``: records that can be made in the ERP as it stands, with a change of each
- ``lose_next_write(done)``: the next write's answer is lost, after it was ``done`` or before
- ``touch(module, id)``, ``remove(module, id)``: change, delete a record as a person would
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import pytest

from app.connectors.base import (
    Connector,
    Feedback,
    Listing,
    PullMode,
    PullRequest,
    Reference,
    WriteKind,
    WriteOp,
    Written,
)
from app.model.cancel import CancelToken
from app.model.errors import Cancelled, ConnectorError, Gone, NameTaken, Stale, UnknownOutcome
from app.model.records import Page, RemoteRecord


class Rig(Protocol):
    modules: Mapping[str, frozenset[str]]

    def open(self) -> Connector: ...

    def ids(self, module: str) -> set[str]: ...

    def change_one(self) -> tuple[str, str]: ...

    def delete_one(self) -> tuple[str, str]: ...

    def break_next_answer(self) -> None: ...

    def requests(self) -> int: ...


@dataclass(frozen=True)
class WriteCase:
    """A record to be made, and a change to it. ``named``: its name is the ERP's key, so a second one can't be made."""

    module: str
    entity: str
    fields: Mapping[str, Any]
    changes: Mapping[str, Any]
    references: Mapping[tuple[str, str], Reference] = field(default_factory=dict)
    named: bool = False


class WritingRig(Rig, Protocol):
    def write_cases(self) -> Sequence[WriteCase]: ...

    def lose_next_write(self, done: bool) -> None: ...

    def touch(self, module: str, ident: str) -> None: ...

    def remove(self, module: str, ident: str) -> None: ...


@dataclass
class Hub:
    """The least that an engine does with a connector: keeps records and cursors, and believes a listing only when
    confirmed."""

    records: dict[tuple[str, str], RemoteRecord] = field(default_factory=dict)
    fields: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    cursors: dict[str, Any] = field(default_factory=dict)
    known: Mapping[str, Any] | None = None
    problems: list[Any] = field(default_factory=list)
    pages: int = 0

    def pull(
        self,
        connector: Connector,
        modules: Mapping[str, frozenset[str]],
        mode: PullMode = PullMode.INCREMENTAL,
        *,
        cancel: CancelToken | None = None,
        stop_after: int | None = None,
    ) -> None:
        """One run. ``stop_after`` ends it after so many pages, as a crash between two commits would."""
        cancel = cancel or CancelToken()
        standing = connector.preflight(self.known, cancel)
        self.known = standing.identity
        left = stop_after
        for stream, names in connector.streams(list(modules)):
            request = PullRequest(
                stream,
                {name: modules[name] for name in names},
                self.cursors.get(stream),
                mode,
                cancel,
                Feedback(),
                lambda _: None,
                known=self.versions,
            )
            for item in connector.changes(request):
                if isinstance(item, Listing):
                    self.look(connector, item, request)
                    continue
                self.take(stream, item)
                if left is not None:
                    left -= 1
                    if left <= 0:
                        return

    def versions(self, module: str, ids: Sequence[str]) -> dict[str, str]:
        return {ident: self.records[module, ident].version for ident in ids if (module, ident) in self.records}

    def take(self, stream: str, page: Page) -> None:
        self.pages += 1
        assert page.stream == stream
        self.cursors[stream] = json.loads(json.dumps(page.cursor))
        self.problems += page.problems
        for record in page.records:
            self.put(record)
        for gone in page.tombstones:
            self.drop(gone.module, gone.id)

    def put(self, record: RemoteRecord) -> None:
        if record.partial and not record.id:
            # Known by its key alone.
            for key, known in self.records.items():
                if key[0] == record.module and known.key == record.key:
                    self.fields[key] = {**self.fields[key], **record.fields}
            return
        key = (record.module, record.id)
        if record.partial:
            if key in self.fields:
                self.fields[key] = {**self.fields[key], **record.fields}
            return
        self.records[key] = record
        self.fields[key] = {**self.fields.get(key, {}), **record.fields}

    def drop(self, module: str, ident: str) -> None:
        self.records.pop((module, ident), None)
        self.fields.pop((module, ident), None)

    def look(self, connector: Connector, listing: Listing, request: PullRequest) -> None:
        there = {(row.module, row.id): row for row in listing.rows}
        inside = [
            key for key, record in self.records.items() if key[0] in listing.modules and _between(record, listing)
        ]
        missing = [key for key in inside if key not in there]
        changed = [
            key
            for key, row in there.items()
            if key in self.records
            and row.version
            and (self.records[key].version != row.version or self.records[key].label != row.label)
        ]
        for module in listing.modules:
            ids = [ident for name, ident in missing if name == module]
            for gone in connector.confirm_gone(module, ids, request.cancel) if ids else ():
                request.feedback.gone += 1
                self.drop(gone.module, gone.id)
            again = [ident for name, ident in changed if name == module]
            request.feedback.changed += len(again)
            for record in connector.read(module, again, request.cancel) if again else ():
                self.put(record)

    def ids(self, module: str) -> set[str]:
        return {ident for name, ident in self.records if name == module}


def _between(record: RemoteRecord, listing: Listing) -> bool:
    if listing.low is None and listing.high is None:
        return True
    key = record.sweep_key or ""
    return (listing.low or "") <= key <= (listing.high or "\U0010ffff")


def is_canonical(value: Any) -> bool:
    """Plain JSON of the kinds that app.model.values allows: no floats, no numbers that are not text."""
    if isinstance(value, list):
        return all(isinstance(row, dict) and is_canonical(row) for row in value)
    if isinstance(value, dict):
        return all(map(is_canonical, value.values()))
    return value is None or isinstance(value, str | bool)


def shows(read: Any, sent: Any) -> bool:
    """Does what was read hold what was sent? An ERP that nests its fields shows more of a group than was sent of it."""
    if isinstance(sent, Mapping):
        return isinstance(read, Mapping) and all(shows(read.get(name), value) for name, value in sent.items())
    if isinstance(sent, list):
        return isinstance(read, list) and len(read) == len(sent) and all(map(shows, read, sent))
    return bool(read == sent)


class ConnectorContract:
    """The tests. Subclasses define a fixture ``rig``."""

    @pytest.fixture
    def rig(self) -> Iterator[Rig]:
        raise NotImplementedError

    def test_declares_itself(self, rig: Rig) -> None:
        connector = rig.open()
        names = [module.name for module in connector.modules()]
        assert len(names) == len(set(names))
        assert {template.module for template in connector.spec.templates} <= set(names)
        assert all(setting.name and setting.title for setting in connector.spec.settings)
        connector.close()
        connector.close()

    def test_streams_cover_each_module_once(self, rig: Rig) -> None:
        connector = rig.open()
        streams = connector.streams(list(rig.modules))
        covered = [module for _, modules in streams for module in modules]
        assert sorted(covered) == sorted(rig.modules)

    def test_test_report_is_all_right(self, rig: Rig) -> None:
        report = rig.open().test(CancelToken())
        assert report.ok, report.message
        json.dumps(dict(report.details))

    def test_books_have_lasting_identities(self, rig: Rig) -> None:
        first = {books.identity for books in rig.open().books(CancelToken())}
        assert first
        assert first == {books.identity for books in rig.open().books(CancelToken())}

    def test_fields_cover_the_templates(self, rig: Rig) -> None:
        connector = rig.open()
        for template in connector.spec.templates:
            if template.module not in rig.modules:
                continue
            paths = {field.path for field in connector.fields(template.module, CancelToken())}
            assert {line.remote for line in template.fields} <= paths

    def test_samples_are_records_as_they_are_read(self, rig: Rig) -> None:
        connector = rig.open()
        for module in rig.modules:
            found = connector.sample(module, 3, CancelToken())
            assert 0 < len(found) <= 3
            assert {one.id for one in found} <= set(rig.ids(module))
            read = connector.read(module, [one.id for one in found], CancelToken())
            assert {one.id: one.label for one in read} == {one.id: one.label for one in found}

    def test_full_pull_brings_every_record_once(self, rig: Rig) -> None:
        hub = Hub()
        hub.pull(rig.open(), rig.modules, PullMode.FULL)
        for module in rig.modules:
            assert hub.ids(module) == rig.ids(module)
        assert not hub.problems

    def test_values_are_canonical(self, rig: Rig) -> None:
        hub = Hub()
        hub.pull(rig.open(), rig.modules, PullMode.FULL)
        for record in hub.records.values():
            assert all(is_canonical(value) for value in record.fields.values()), record
            assert record.id
            assert record.version

    def test_records_read_alone_are_the_same(self, rig: Rig) -> None:
        hub = Hub()
        connector = rig.open()
        hub.pull(connector, rig.modules, PullMode.FULL)
        for module in rig.modules:
            some = sorted(hub.ids(module))[:3]
            for record in connector.read(module, some, CancelToken()):
                known = hub.records[module, record.id]
                shared = set(known.fields) & set(record.fields)
                assert {name: record.fields[name] for name in shared} == {name: known.fields[name] for name in shared}
                assert (record.version, record.key, record.label) == (known.version, known.key, known.label)

    def test_read_leaves_out_what_is_not_there(self, rig: Rig) -> None:
        connector = rig.open()
        for module in rig.modules:
            assert connector.read(module, ["987654321"], CancelToken()) == []

    def test_a_quiet_run_moves_nothing(self, rig: Rig) -> None:
        hub = Hub()
        hub.pull(rig.open(), rig.modules, PullMode.FULL)
        cursors = json.dumps(hub.cursors, sort_keys=True)
        before = rig.requests()
        hub.pull(rig.open(), rig.modules)
        assert json.dumps(hub.cursors, sort_keys=True) == cursors
        assert rig.requests() - before <= getattr(rig, "quiet_requests", 2)

    def test_an_incremental_pull_finds_a_change(self, rig: Rig) -> None:
        hub = Hub()
        hub.pull(rig.open(), rig.modules, PullMode.FULL)
        module, ident = rig.change_one()
        before = hub.records[module, ident]
        hub.pull(rig.open(), rig.modules)
        assert hub.records[module, ident].version != before.version
        assert hub.records[module, ident].fields != before.fields

    def test_a_check_finds_a_deletion(self, rig: Rig) -> None:
        hub = Hub()
        hub.pull(rig.open(), rig.modules, PullMode.FULL)
        module, ident = rig.delete_one()
        hub.pull(rig.open(), rig.modules, PullMode.CHECK)
        assert ident not in hub.ids(module)
        assert hub.ids(module) == rig.ids(module)

    def test_what_exists_is_never_confirmed_gone(self, rig: Rig) -> None:
        connector = rig.open()
        for module in rig.modules:
            some = sorted(rig.ids(module))[:5]
            assert connector.confirm_gone(module, some, CancelToken()) == []

    def test_a_full_pull_stopped_anywhere_goes_on_from_there(self, rig: Rig) -> None:
        hub = Hub()
        for stop_after in range(1, 100):
            before = hub.pages
            hub.pull(
                rig.open(), rig.modules, PullMode.INCREMENTAL if hub.cursors else PullMode.FULL, stop_after=stop_after
            )
            if hub.pages - before < stop_after:
                break
        for module in rig.modules:
            assert hub.ids(module) == rig.ids(module)

    def test_a_broken_answer_changes_nothing_and_is_made_up_for(self, rig: Rig) -> None:
        hub = Hub()
        rig.break_next_answer()
        with pytest.raises(ConnectorError) as caught:
            hub.pull(rig.open(), rig.modules, PullMode.FULL)
        assert caught.value.message
        assert caught.value.hint
        hub.pull(rig.open(), rig.modules, PullMode.FULL)
        for module in rig.modules:
            assert hub.ids(module) == rig.ids(module)

    def test_cancel_ends_a_pull(self, rig: Rig) -> None:
        cancel = CancelToken()
        cancel.cancel()
        with pytest.raises(Cancelled):
            Hub().pull(rig.open(), rig.modules, PullMode.FULL, cancel=cancel)


def create_op(case: WriteCase, key: str = "hub-1") -> WriteOp:
    return WriteOp(
        f"op-create-{case.module}-{key}",
        WriteKind.CREATE,
        case.entity,
        case.module,
        key,
        str(case.fields.get("NAME", "a record")),
        case.fields,
        case.fields,
        case.references,
    )


def change_op(
    case: WriteCase, record: RemoteRecord, fields: Mapping[str, Any], kind: WriteKind = WriteKind.UPDATE
) -> WriteOp:
    return WriteOp(
        f"op-{kind}-{record.id}",
        kind,
        case.entity,
        case.module,
        "hub-1",
        record.label,
        fields,
        {**record.fields, **fields} if kind is WriteKind.UPDATE else {},
        case.references,
        remote_id=record.id,
        expected_version=record.version,
        before=record,
    )


class WritingContract:
    """What every connector that writes keeps to. Subclasses define a fixture ``rig``; each test runs all of its cases."""

    @pytest.fixture
    def rig(self) -> Iterator[WritingRig]:
        raise NotImplementedError

    def made(self, connector: Connector, case: WriteCase, key: str = "hub-1") -> RemoteRecord:
        record = connector.write(create_op(case, key), CancelToken()).record
        assert record is not None
        return record

    def one(self, connector: Connector, module: str, ident: str) -> RemoteRecord:
        (record,) = connector.read(module, [ident], CancelToken())
        return record

    def test_it_says_that_it_writes(self, rig: WritingRig) -> None:
        connector = rig.open()
        assert connector.spec.capabilities.write
        writable = {module.name for module in connector.modules() if module.can_write}
        assert {case.module for case in rig.write_cases()} <= writable

    def test_what_was_created_reads_as_sent(self, rig: WritingRig) -> None:
        connector = rig.open()
        for case in rig.write_cases():
            before = rig.ids(case.module)
            written = connector.write(create_op(case), CancelToken())
            assert isinstance(written, Written)
            assert written.record is not None
            assert rig.ids(case.module) - before == {written.record.id}
            shown = connector.as_shown(case.module, case.fields)
            assert shows(written.record.fields, shown), (written.record.fields, shown)
            assert self.one(connector, case.module, written.record.id) == written.record

    def test_an_update_changes_what_was_sent_and_nothing_else(self, rig: WritingRig) -> None:
        connector = rig.open()
        for case in rig.write_cases():
            before = self.made(connector, case)
            written = connector.write(change_op(case, before, case.changes), CancelToken())
            after = written.record
            assert after is not None
            assert after.id == before.id
            assert after.version != before.version
            shown = connector.as_shown(case.module, case.changes)
            assert shows(after.fields, shown), (after.fields, shown)
            kept = {name: value for name, value in before.fields.items() if name in case.fields.keys() - shown.keys()}
            assert {name: after.fields[name] for name in kept} == kept

    def test_what_was_deleted_is_gone(self, rig: WritingRig) -> None:
        connector = rig.open()
        for case in rig.write_cases():
            record = self.made(connector, case)
            written = connector.write(change_op(case, record, {}, WriteKind.DELETE), CancelToken())
            assert written.record is None
            assert record.id not in rig.ids(case.module)
            assert connector.read(case.module, [record.id], CancelToken()) == []
            assert [one.id for one in connector.confirm_gone(case.module, [record.id], CancelToken())] == [record.id]

    @pytest.mark.parametrize("kind", [WriteKind.UPDATE, WriteKind.DELETE])
    def test_what_somebody_deleted_meanwhile_is_told_as_gone(self, rig: WritingRig, kind: WriteKind) -> None:
        connector = rig.open()
        for case in rig.write_cases():
            record = self.made(connector, case)
            rig.remove(case.module, record.id)
            ids = rig.ids(case.module)
            fields = case.changes if kind is WriteKind.UPDATE else {}
            with pytest.raises(Gone) as caught:
                connector.write(change_op(case, record, fields, kind), CancelToken())
            assert caught.value.message
            assert rig.ids(case.module) == ids

    def test_what_somebody_changed_meanwhile_is_refused_or_left_to_the_engine(self, rig: WritingRig) -> None:
        """With conditional writes it is stale; without, the engine reads first, and only what was sent changes."""
        connector = rig.open()
        for case in rig.write_cases():
            record = self.made(connector, case)
            rig.touch(case.module, record.id)
            touched = self.one(connector, case.module, record.id)
            assert touched.version != record.version
            op = change_op(case, record, case.changes)
            if connector.spec.capabilities.conditional_write:
                with pytest.raises(Stale):
                    connector.write(op, CancelToken())
                assert self.one(connector, case.module, record.id) == touched
                continue
            after = connector.write(op, CancelToken()).record
            assert after is not None
            theirs = {name for name, value in touched.fields.items() if value != record.fields.get(name)} - set(
                case.changes
            )
            assert theirs
            assert {name: after.fields[name] for name in theirs} == {name: touched.fields[name] for name in theirs}

    def test_a_name_that_is_taken_is_left_alone(self, rig: WritingRig) -> None:
        connector = rig.open()
        for case in rig.write_cases():
            if not case.named:
                continue
            record = self.made(connector, case)
            ids = rig.ids(case.module)
            with pytest.raises(NameTaken) as caught:
                connector.write(create_op(case, "hub-2"), CancelToken())
            assert caught.value.remote_id == record.id
            assert rig.ids(case.module) == ids
            assert self.one(connector, case.module, record.id) == record

    def test_nothing_is_found_of_what_was_never_sent(self, rig: WritingRig) -> None:
        connector = rig.open()
        for case in rig.write_cases():
            assert connector.find(create_op(case), CancelToken()) is None

    def test_a_lost_answer_is_an_unknown_outcome_and_what_was_done_is_found(self, rig: WritingRig) -> None:
        connector = rig.open()
        for case in rig.write_cases():
            before = rig.ids(case.module)
            rig.lose_next_write(True)
            with pytest.raises(UnknownOutcome) as caught:
                connector.write(create_op(case), CancelToken())
            assert caught.value.hint
            (made,) = rig.ids(case.module) - before
            found = connector.find(create_op(case), CancelToken())
            assert found is not None
            assert found.id == made

    def test_a_lost_request_is_an_unknown_outcome_and_may_be_sent_again(self, rig: WritingRig) -> None:
        connector = rig.open()
        for case in rig.write_cases():
            before = rig.ids(case.module)
            rig.lose_next_write(False)
            with pytest.raises(UnknownOutcome):
                connector.write(create_op(case), CancelToken())
            assert connector.find(create_op(case), CancelToken()) is None
            record = self.made(connector, case)
            assert rig.ids(case.module) - before == {record.id}

    def test_a_cancelled_write_writes_nothing(self, rig: WritingRig) -> None:
        connector = rig.open()
        cancel = CancelToken()
        connector.preflight(None, cancel)
        cancel.cancel()
        for case in rig.write_cases():
            before = rig.ids(case.module)
            with pytest.raises(Cancelled):
                connector.write(create_op(case), cancel)
            assert rig.ids(case.module) == before
