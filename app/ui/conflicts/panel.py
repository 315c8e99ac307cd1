"""The chosen decision, or several: what there is to choose, what the choice would do, and Apply."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.model.errors import NotFound
from app.ui.conflicts import presenter
from app.ui.conflicts.bulk import BulkReview
from app.ui.conflicts.decided import DecidedReview
from app.ui.conflicts.review import Background, Decision, Review, review_of
from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, clear, column, label, line, row, scrolled
from app.ui.words import plural, tr


class DecisionPanel(QFrame):
    """``applied``: what was decided, and in words; ``back_asked``: decisions to be taken back."""

    applied = Signal(object, str)
    outdated = Signal()
    back_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.desk = desk
        self._conflicts: list[Any] = []
        self.review: Any = None
        self._title = label(size=1.1, bold=True, wrap=True)
        self._kind = label(tone="warn", wrap=True)
        self._show_record = button(tr("Show the record"), self._go, kind="link")
        head = row(space=0.6)
        head.addLayout(column(self._title, self._kind, space=0.1), 1)
        head.addWidget(self._show_record, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(0, 0, em(self, 0.4), 0)
        self._area = scrolled(content, tr("The decision"))
        self.note = Note()
        self.note.hide()
        self._effect = label(wrap=True)
        self.apply = button(tr("Apply"), self._apply, kind="primary", tip=tr("Apply  (Ctrl+Enter)"))
        foot = row(space=0.8)
        foot.addWidget(self._effect, 1)
        foot.addWidget(self.apply, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = column(head, line(), self._area, self.note, foot, space=0.5, margins=0.9)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    # -- what is shown

    def show_conflicts(self, conflicts: Sequence[Any]) -> None:
        """One, several, or none. What is being decided stays as it is while nothing about it has changed."""
        if list(conflicts) == self._conflicts:
            return
        self._conflicts = list(conflicts)
        self.note.hide()
        self._put(None)
        decided = [each for each in self._conflicts if each.status != "open"]
        self.apply.setVisible(not decided)
        if decided:
            self._show_decided(decided)
        elif len(self._conflicts) == 1:
            self._show_one(self._conflicts[0])
        elif self._conflicts:
            self._show_many()
        else:
            self._title.setText(tr("Choose a decision in the list"))
            self._kind.setText("")
            self._show_record.hide()

    def take_focus(self) -> None:
        if self.review is not None:
            self.review.setFocus()
            self.review.focusNextChild()

    def _show_decided(self, decided: list[Any]) -> None:
        first = decided[0]
        several = plural(len(decided), "{n} decision chosen", "{n} decisions chosen")
        self._title.setText((first.label or first.remote_id) if len(decided) == 1 else several)
        self._kind.setText(presenter.kind_words(first.kind) if len(decided) == 1 else "")
        self._show_record.setVisible(len(decided) == 1 and bool(first.local_id))
        ids = [each.id for each in decided if presenter.by_person(each)]
        self._put(DecidedReview(decided, lambda: self.back_asked.emit(ids)))

    def _show_one(self, conflict: Any) -> None:
        self._title.setText(conflict.label or conflict.remote_id)
        self._kind.setText(presenter.kind_words(conflict.kind))
        self._show_record.setVisible(bool(conflict.local_id) and conflict.kind != "match")
        services = self.desk.services

        def call() -> Any:
            record, history = None, ()
            if conflict.local_id and conflict.kind != "match":
                record = services.records.get(conflict.entity_type, conflict.local_id)
                history = tuple(services.records.history(conflict.entity_type, conflict.local_id))
            candidates = tuple(_living(services, conflict.entity_type, conflict.candidates))
            configs = services.configs.list(connection_id=conflict.connection_id)
            ways = [one.sync_direction for one in configs if one.entity_type == conflict.entity_type]
            names = {view.id: view.name for view in services.connections.list()}
            return conflict, Background(record, history, candidates, ways[0] if ways else "bidirectional"), names

        self.desk.work.read(call, self._got_background, self._no_background, owner=self, key="background")

    def _got_background(self, answer: Any) -> None:
        conflict, background, names = answer
        if self._conflicts == [conflict]:
            self._put(review_of(conflict, background, names))

    def _no_background(self, problem: Any) -> None:
        self.note.say("error", problem.message, problem.hint)
        self.note.show()

    def _show_many(self) -> None:
        self._title.setText(plural(len(self._conflicts), "{n} decision chosen", "{n} decisions chosen"))
        self._kind.setText(tr("The same choice for all of a kind"))
        self._show_record.hide()
        self._put(BulkReview(self._conflicts))

    def _put(self, review: Any) -> None:
        clear(self._body)
        self.review = review
        if review is not None:
            self._body.addWidget(review)
        if isinstance(review, Review | BulkReview):
            review.changed.connect(self._changed)
        self._changed()

    def _changed(self) -> None:
        review = self.review if isinstance(self.review, Review | BulkReview) else None
        self._effect.setText(review.effect() if review is not None else "")
        ready = bool(review.orders()) if isinstance(review, BulkReview) else review and review.decision() is not None
        self.apply.setEnabled(bool(ready))

    # -- applying

    def _apply(self) -> None:
        if self.review is None:
            return
        self.apply.setEnabled(False)
        self.note.hide()
        if isinstance(self.review, BulkReview):
            self._apply_many(self.review.orders())
        elif isinstance(self.review, Review) and (decision := self.review.decision()) is not None:
            self._apply_one(self._conflicts[0], decision)

    def _apply_one(self, conflict: Any, decision: Decision) -> None:
        conflicts = self.desk.services.conflicts
        self.desk.work.do(
            lambda token: conflicts.resolve(
                conflict.id, decision.resolution, fields=decision.fields, local_id=decision.local_id
            ),
            lambda _: self._applied([conflict.id], conflict.label or conflict.remote_id),
            self._failed,
            owner=self,
        )

    def _applied(self, ids: list[str], what: str) -> None:
        self._conflicts = []
        self.applied.emit(ids, what)

    def _apply_many(self, orders: list[tuple[str, list[str]]]) -> None:
        services = self.desk.services

        def call(token: Any) -> Any:
            done, left = 0, []
            for resolution, ids in orders:
                count, missed = services.conflicts.resolve_many(ids, resolution)
                done += count
                left += missed
            not_done = {id_ for id_, _ in left}
            return done, left, [id_ for _, ids in orders for id_ in ids if id_ not in not_done]

        self.desk.work.do(call, self._applied_many, self._failed, owner=self)

    def _applied_many(self, answer: Any) -> None:
        done, left, ids = answer
        words = plural(done, "{n} record is decided.", "{n} records are decided.")
        if left:
            self.desk.say(words, presenter.not_done(left, self._conflicts), "warn")
        self._applied(ids, words)

    def _failed(self, problem: Any) -> None:
        if problem.code == "outdated":  # the question is asked anew, with the values of now
            self.desk.tell(problem)
            self.outdated.emit()
            return
        self._changed()
        field = str(problem.details.get("field") or "").removeprefix("fields.")
        if isinstance(self.review, Review) and field and self.review.complain(field, problem.message):
            return
        self.note.say("error", problem.message, problem.hint)
        self.note.show()

    def _go(self) -> None:
        conflict = self._conflicts[0]
        self.desk.go(f"record:{conflict.entity_type}:{conflict.local_id}")


def _living(services: Any, entity: str, ids: Sequence[str]) -> list[dict[str, Any]]:
    """The hub's records that a doubtful match may mean, without those that are gone meanwhile."""
    found = []
    for record_id in ids:
        try:
            found.append(services.records.get(entity, record_id, include_deleted=False))
        except NotFound:
            continue
    return found
