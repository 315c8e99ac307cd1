"""One mapping on the bench: its document, what is known of both sides, and everything that is asked in the background meanwhile.

The widgets of the editor look here and change the document; they never ask the services themselves for what is here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.mapping.views import Fault, MappingBench, MappingPreview, SampleRecord, SideField
from app.ui.desk import Desk
from app.ui.mappings.document import Document
from app.ui.mappings.examples import with_examples
from app.ui.mappings.saving_presenter import spoken
from app.ui.words import from_below, tr

#: Milliseconds between the last change and the look at what it does.
_SOON = 120
#: Rounds of the window (of so many milliseconds at least) until what was just shown is laid out and painted.
_ROUNDS, _ROUND_MS = 3, 10


class Editor(QObject):
    """``opened``: another mapping is on the bench (or none). ``ready``: all have taken it in, it can be shown. ``links_changed``,
    ``selection_changed``: the document's own news. ``faults_changed``, ``preview_changed``: an answer has come.
    ``examples_changed``: what stands beside the fields. ``said``: ``(level, text)`` for the line under the board."""

    opened = Signal()
    ready = Signal()
    links_changed = Signal()
    selection_changed = Signal()
    faults_changed = Signal()
    samples_changed = Signal()
    preview_changed = Signal()
    examples_changed = Signal()
    said = Signal(str, str)
    could_not_open = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.config_id = ""
        self.bench: MappingBench | None = None
        self.document = Document()
        self.faults: tuple[Fault, ...] = ()
        self.samples: tuple[SampleRecord, ...] = ()
        self.sample: SampleRecord | None = None
        self.samples_problem = ""
        self.preview: MappingPreview | None = None
        self._plain: MappingBench | None = None  # as it was opened: no record's examples on it
        self._local: dict[str, SideField] = {}
        self._remote: dict[str, SideField] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._look)

    # --- opening ----------------------------------------------------------------------------------------------------

    def open(self, config_id: str) -> None:
        """Put a config's mapping on the bench. What was not saved of another one is lost: ask before."""
        self.close()
        self.config_id = config_id
        mappings = self.desk.services.mappings
        self.desk.work.do(
            lambda token: mappings.open(config_id, token),
            self._opened,
            self.could_not_open.emit,
            owner=self,
            key="open",
        )

    def close(self) -> None:
        """Clear the bench."""
        self._soon.stop()
        self.desk.work.drop_all_of(self)
        self.config_id, self.bench, self.preview, self.sample = "", None, None, None
        self.faults, self.samples, self.samples_problem = (), (), ""
        self._use(Document())
        self.opened.emit()

    def _opened(self, bench: MappingBench) -> None:
        local, remote = (
            tuple(replace(one, title=from_below(tr(one.title))) for one in side) for side in (bench.local, bench.remote)
        )
        self._plain = replace(bench, local=local, remote=remote)
        self._lay(with_examples(self._plain, ()))
        self._use(Document(bench.config.field_mappings))
        self.opened.emit()
        self.desk.work.later(self._be_ready, owner=self)

    def _be_ready(self) -> None:
        self.ready.emit()
        self._ask_after(_ROUNDS)

    def _ask_after(self, rounds: int) -> None:
        """Nothing is asked before the fields are painted: the answers are computed in this process, too."""
        if rounds:
            self.desk.work.later(lambda: self._ask_after(rounds - 1), _ROUND_MS, owner=self)
            return
        self._look()
        self.read_samples()

    def _lay(self, bench: MappingBench) -> None:
        self.bench = bench
        self._local = {field.path: field for field in bench.local}
        self._remote = {field.path: field for field in bench.remote}

    def _use(self, document: Document) -> None:
        self.document.changed = self.document.moved = lambda: None
        self.document = document
        document.changed, document.moved = self._changed, self.selection_changed.emit

    @property
    def is_dirty(self) -> bool:
        return self.bench is not None and self.document.is_dirty

    def local_field(self, path: str) -> SideField:
        """The hub's field of that path; one that nobody knows is named by it."""
        return self._local.get(path) or SideField(path, path, known=False, group=_group(path))

    def remote_field(self, path: str) -> SideField:
        return self._remote.get(path) or SideField(path, path, known=False, group=_group(path))

    # --- while it is edited -----------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self.links_changed.emit()
        if self.bench is not None:
            self._soon.start()

    def _look(self) -> None:
        """Ask what is wrong with the links as they are now, and what becomes of the sample."""
        if self.bench is None:
            return
        mappings, config_id, links = self.desk.services.mappings, self.config_id, self.document.links
        self.desk.work.read(
            lambda: mappings.check(config_id, links), lambda found: self._checked(found.faults), owner=self, key="check"
        )
        self._preview()

    def _checked(self, faults: tuple[Fault, ...]) -> None:
        found = spoken(faults)
        if found != self.faults:
            self.faults = found
            self.faults_changed.emit()

    def faults_of(self, number: int) -> list[Fault]:
        return [fault for fault in self.faults if fault.link == number]

    def read_samples(self) -> None:
        """Ask the other system for a few real records."""
        mappings, config_id = self.desk.services.mappings, self.config_id
        self.desk.work.do(
            lambda token: mappings.samples(config_id, cancel=token),
            self._sampled,
            self._no_samples,
            owner=self,
            key="samples",
        )

    def _sampled(self, samples: tuple[SampleRecord, ...]) -> None:
        self.samples, self.samples_problem = samples, "" if samples else tr("There is no record to show yet.")
        kept = next((one for one in samples if self.sample is not None and one.key == self.sample.key), None)
        self.sample = kept or (samples[0] if samples else None)
        self.samples_changed.emit()
        self._preview()

    def _no_samples(self, problem: Any) -> None:
        self.samples_problem = problem.text
        self.samples_changed.emit()

    def show_sample(self, key: str) -> None:
        self.sample = next((one for one in self.samples if one.key == key), self.sample)
        self._preview()

    def _preview(self) -> None:
        if self.bench is None:
            return
        mappings, config_id, links, sample = (
            self.desk.services.mappings, self.config_id, self.document.links, self.sample,
        )  # fmt: skip
        if sample is None:
            self.preview = None
            self.preview_changed.emit()
            return
        self.desk.work.read(
            lambda: mappings.preview(config_id, links, sample), self._previewed, owner=self, key="preview"
        )

    def _previewed(self, preview: MappingPreview) -> None:
        self.preview = preview
        assert self._plain is not None
        bench = with_examples(self._plain, preview.rows)
        if bench != self.bench:
            self._lay(bench)
            self.examples_changed.emit()
        self.preview_changed.emit()

    def note_saved(self, bench: MappingBench) -> None:
        """The links were stored: what is on the bench is that state now."""
        self.bench = bench
        self.document.note_saved(bench.config.field_mappings)


def _group(path: str) -> str:
    head, found, _ = path.partition("[].")
    return head if found else ""
