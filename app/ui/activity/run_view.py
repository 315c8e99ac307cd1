"""One run's page: its question or failure, counts, phases, and each failed record with its remedy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QProgressBar, QVBoxLayout, QWidget

from app.model.errors import LEFT_IN_FLIGHT
from app.ui import states
from app.ui.activity import plan as plan_words
from app.ui.activity import presenter
from app.ui.activity.deletions import DeletionsAsked
from app.ui.activity.failed import FailedRecords
from app.ui.activity.plan_view import PlanView
from app.ui.activity.undo import UndoDialog
from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import (
    Note,
    StateMark,
    button,
    clear,
    column,
    label,
    line,
    row,
    scrolled,
    selectable,
)
from app.ui.words import tr


class RunView(QFrame):
    wide = Signal()  # what is shown needs room: a plan

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.desk = desk
        self.run_id = ""
        self._run: Any = None
        self._errors: list[Any] = []
        self._plan: Any = None
        self.dialog: Any = None
        self._title = selectable(label(size=1.2, bold=True, wrap=True))
        self._subtitle = label(tone="muted", wrap=True)
        self._state = StateMark(bold=True)
        self._step = label(wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress of this run"))
        self._stop = button(tr("Stop"), self._cancel, name=tr("Stop this run"))
        self._live = QWidget()
        self._live.setLayout(column(self._step, row(self._bar, self._stop), space=0.3))
        self._question = Note("warn", below=True)
        approve = button(tr("Approve"), self._approve, kind="primary", name=tr("Approve: let the sync go on"))
        self._question.add(approve)
        self._question.add(button(tr("Reject"), self._reject, name=tr("Reject: end the sync, nothing more is changed")))
        self._failure = Note("error", below=True)
        self._again = self._failure.add(button(tr("Sync again"), self._sync_again))
        self._is_idle = self._failure.add(button(tr("Tally shows no message and is idle"), self._go_on))
        content = QWidget()
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(0, 0, em(self, 0.4), 0)
        self._body.setSpacing(em(self, 0.5))
        inside = QWidget()
        inside.setLayout(
            column(self._state, self._live, self._question, self._failure, line(), content, None, space=0.5)
        )
        area = scrolled(inside, tr("Run"), read=True)
        layout = column(column(self._title, self._subtitle, space=0.1), space=0.5, margins=0.9)
        layout.addWidget(area, 1)
        self.setLayout(layout)
        for each in (self._live, self._question, self._failure):
            each.hide()

    def show_run(self, run_id: str) -> None:
        self.run_id = run_id
        runs = self.desk.services.runs

        def call() -> Any:
            run = runs.get(run_id)
            return run, runs.errors(run_id), runs.plan(run_id) if run.dry_run else None

        self.desk.work.read(call, self._show, self._gone, owner=self, key="run")

    def show_progress(self, step: Any) -> None:
        if step.log_id != self.run_id:
            return
        self._live.show()
        self._step.setText(states.progress_words(step))
        self._bar.setRange(0, 1000 if step.total else 0)
        if step.total:
            self._bar.setValue(min(1000, step.done * 1000 // step.total))

    def _gone(self, problem: Any) -> None:
        self._title.setText(tr("This run can't be shown"))
        self._subtitle.setText(problem.text)
        clear(self._body)

    def _show(self, answer: Any) -> None:
        run, errors, plan = answer
        if (run, errors, plan) == (self._run, self._errors, self._plan):
            return
        self._run, self._errors, self._plan = run, errors, plan
        self._title.setText(f"{run.connection_name}  ·  {presenter.kind(run)}")
        self._subtitle.setText(presenter.started(run))
        self._state.show_state(states.run_state(run))
        self._live.setVisible(run.status in ("running", "pending"))
        if run.status in ("running", "pending") and not self._step.text():
            self._bar.setRange(0, 0)
        question, failure = presenter.question(run), presenter.failure(run)
        self._question.setVisible(question is not None)
        if question:
            self._question.say("warn", *question)
        self._failure.setVisible(failure is not None and question is None)
        if failure:
            self._failure.say("error", *failure)
            self._is_idle.setVisible((run.error or {}).get("code") == LEFT_IN_FLIGHT)
        self._fill(run, errors, plan)

    def _fill(self, run: Any, errors: list[Any], plan: Any) -> None:
        clear(self._body)
        if plan is not None:
            self._add_plan(run, plan)
        self._body.addLayout(self._grid(presenter.facts(run), numbers=False))
        remarks = presenter.remarks(run)
        if remarks:
            self._body.addWidget(selectable(label(remarks, wrap=True)))
        if errors:
            self._add_errors(errors)
        counts = presenter.count_rows(run.counts, held=run.status == "held")
        if counts and plan is None:  # a plan has them itself, those of the other side as well
            self._section(tr("Records"))
            self._body.addLayout(self._grid(counts, numbers=False))
        if presenter.can_undo(run):
            self._add_undo()
        if run.phases:
            self._section(tr("Where the time went"))
            self._body.addLayout(self._grid(presenter.phase_rows(run.phases), numbers=True))
        self._body.addStretch(1)

    def _grid(self, rows: Any, *, numbers: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(self, 0.9))
        grid.setVerticalSpacing(em(self, 0.25))
        grid.setColumnStretch(0 if numbers else 1, 1)
        for at, cells in enumerate(rows):
            for place, text in enumerate(cells):
                each = label(text, tone="muted" if place == 0 else "", wrap=place == (0 if numbers else 1))
                side = Qt.AlignmentFlag.AlignRight if numbers and place else Qt.AlignmentFlag(0)
                grid.addWidget(each, at, place, Qt.AlignmentFlag.AlignTop | side)
        return grid

    def _section(self, title: str) -> None:
        self._body.addSpacing(em(self, 0.3))
        self._body.addWidget(label(title, bold=True))

    def _add_errors(self, errors: list[Any]) -> None:
        failed = FailedRecords(errors)
        failed.retry.connect(self._retry)
        failed.retry_all.connect(self._retry_all)
        failed.export.connect(self._export)
        failed.shown.connect(self.desk.go)
        self._body.addWidget(failed)

    def _add_plan(self, run: Any, plan: Any) -> None:
        shown = PlanView(plan, run.connection_name)
        shown.wanted.connect(self._do_plan)
        shown.asked_record.connect(self.desk.go)
        self._body.addWidget(shown)
        self.wide.emit()

    def _add_undo(self) -> None:
        undo = button(tr("Undo what this run changed here…"), self._ask_undo, icon="back")
        self._body.addWidget(undo, 0, Qt.AlignmentFlag.AlignLeft)

    # -- what is clicked

    def _retry(self, error_id: str) -> None:
        runs = self.desk.services.runs
        self.desk.work.do(lambda token: runs.retry(error_id), self._follow, self._not_started, owner=self)

    def _retry_all(self) -> None:
        runs, connection_id = self.desk.services.runs, self._run.connection_id
        self.desk.work.do(lambda token: runs.retry_all(connection_id), self._follow, self._not_started, owner=self)

    def _do_plan(self, leave_out: tuple[int, ...]) -> None:
        """What the plan deletes is asked about once more."""
        deletions = plan_words.deletions(self._plan, leave_out, self._run.connection_name)
        if deletions:
            self.dialog = DeletionsAsked(deletions, self.window())
            self.dialog.agreed.connect(lambda: self._start_plan(leave_out))
            self.dialog.finished.connect(self.dialog.deleteLater)
            self.dialog.open()
        else:
            self._start_plan(leave_out)

    def _start_plan(self, leave_out: tuple[int, ...]) -> None:
        runs, run_id = self.desk.services.runs, self.run_id
        for shown in self.findChildren(PlanView):
            shown.do.setEnabled(False)
        self.desk.work.do(
            lambda token: runs.apply(run_id, leave_out=leave_out), self._follow, self._not_started, owner=self
        )

    def _not_started(self, problem: Any) -> None:
        self._run = None  # shown anew: its buttons can be pressed again
        self.show_run(self.run_id)
        self.desk.tell(problem)

    def _follow(self, log_id: str) -> None:
        """On to the run that was started."""
        self.desk.go(f"run:{log_id}")

    def _ask_undo(self) -> None:
        self.dialog = UndoDialog(self.desk, self._run, self.window())
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _cancel(self) -> None:
        run_id = self.run_id
        self.desk.work.do(lambda token: self.desk.services.runs.cancel(run_id), owner=self)

    def _approve(self) -> None:
        self._answer(True)

    def _reject(self) -> None:
        self._answer(False)

    def _answer(self, approve: bool) -> None:
        run_id = self.run_id
        self._question.setEnabled(False)
        self.desk.work.do(
            lambda token: self.desk.services.runs.answer(run_id, approve),
            self._answered,
            self._not_answered,
            owner=self,
        )

    def _answered(self, log_id: Any) -> None:
        self._question.setEnabled(True)
        self.show_run(str(log_id or self.run_id))

    def _not_answered(self, problem: Any) -> None:
        self._question.setEnabled(True)
        self.desk.tell(problem)

    def _sync_again(self) -> None:
        self.desk.sync(self._run.connection_id)

    def _go_on(self) -> None:
        """A person has looked at Tally: the wait for a request of an ended program is over."""
        services, connection_id = self.desk.services, self._run.connection_id
        self.desk.work.do(
            lambda token: services.connections.tally_is_idle(connection_id),
            lambda _: self.desk.sync(connection_id),
            owner=self,
        )

    def _export(self) -> None:
        dialog = QFileDialog(self, tr("Save the failed records"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("CSV file (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(tr("failed records") + f" {self._run.started_at[:10]}.csv")
        dialog.fileSelected.connect(self.save_errors)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def save_errors(self, path: str) -> None:
        text = presenter.errors_csv(self._run, self._errors)

        def call(token: Any) -> None:
            Path(path).write_text(text, encoding="utf-8", newline="")

        self.desk.work.do(call, lambda _: self.desk.say(tr("Saved"), path), owner=self)
