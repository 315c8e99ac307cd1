"""Which way a link goes, what it asks for, and what stands where nothing is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from app.services.mapping.views import Fault
from app.ui import formats
from app.ui.mappings import settings
from app.ui.mappings.editor import Editor
from app.ui.mappings.parameters import ValueEdit
from app.ui.mappings.sections import LinkForm
from app.ui.mappings.settings import Ends
from app.ui.widgets.basics import clear, column, label
from app.ui.words import tr

_OWN = frozenset({"direction", "isRequired", "isReadonly"})


class DirectionForm(LinkForm):
    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._group = QButtonGroup(self)
        self.radios: dict[str, QRadioButton] = {}
        self._about = label(tone="muted", wrap=True)
        self.complaint = label(tone="error", wrap=True)
        choose = column(space=0.25)
        for direction in settings.ARROWS:
            radio = QRadioButton()
            radio.setProperty("direction", direction)
            radio.clicked.connect(self._chosen)
            self._group.addButton(radio)
            self.radios[direction] = radio
            choose.addWidget(radio)
        choose.addWidget(self._about)
        choose.addWidget(self.complaint)
        self.required, needs = self._switch(tr("Required"), "is_required", tr("A record without it is not sent."))
        self.readonly, keeps = self._switch(tr("Don't change it there"), "is_readonly", "")
        self._readonly_about = keeps
        self._rest = QWidget()
        self._rest.setLayout(
            column(column(self.required, needs, space=0.1), column(self.readonly, keeps, space=0.1), space=0.4)
        )
        self._default_place = column(space=0.15)
        self.default: ValueEdit | None = None
        self._default_complaint = label(tone="error", wrap=True)
        self.setLayout(column(choose, self._rest, self._default_place, space=0.7))

    def _switch(self, words: str, setting: str, about: str) -> tuple[QCheckBox, Any]:
        box = QCheckBox(words)
        box.setAccessibleName(words)
        box.setAccessibleDescription(about)
        box.setProperty("setting", setting)
        box.clicked.connect(self._switched)
        return box, label(about, tone="muted", wrap=True)

    def looks_at(self, ends: Ends) -> Any:
        link = ends.link
        return link.direction, link.is_required, link.is_readonly, link.default_value

    def fill(self, ends: Ends) -> None:
        link = ends.link
        found = settings.ways(ends)
        for way in found:
            radio = self.radios[way.direction]
            radio.setText(f"{way.arrow}  {way.words}")
            radio.setAccessibleName(way.words)
            radio.setAccessibleDescription(way.reason or way.about)
            radio.setToolTip(formats.tip(way.reason))
            # The present one stays chosen even where it can't be: a person sees what is wrong.
            radio.setEnabled(not way.reason or way.direction == link.direction)
            radio.setChecked(way.direction == link.direction)
        self._say(found, ends)
        self.required.setChecked(link.is_required)
        self.readonly.setChecked(link.is_readonly)
        self.readonly.setEnabled(link.direction != "to_local" and not ends.remote.readonly)
        anyway = tr("{field} is read only in {system} anyway.", field=ends.remote.title, system=ends.system)
        never = tr("It is read from {system}, and never sent there.", system=ends.system)
        self._readonly_about.setText(anyway if ends.remote.readonly else never)
        self._fill_default(ends)

    def _say(self, found: Sequence[settings.Way], ends: Ends) -> None:
        bench = self.editor.bench
        reason = next((way.reason for way in found if way.reason), "")
        about = next((way.about for way in found if way.direction == ends.link.direction), "")
        only_read = bench is not None and (not bench.can_write or bench.config.sync_direction == "pull")
        if not reason and only_read and ends.link.direction != "to_local":
            about = tr("Nothing is sent to {system} at present: this is only read.", system=ends.system)
        self._about.setText(reason or about)

    def _fill_default(self, ends: Ends) -> None:
        parameter = settings.default_parameter(ends.local)
        if self.default is None or self.default.parameter != parameter:
            self._make_default(parameter)
        if self.default is not None:
            self.default.show_value(ends.link.default_value)

    def _make_default(self, parameter: Any) -> None:
        self._default_complaint = label(tone="error", wrap=True)
        clear(self._default_place)
        self.default = None
        if parameter is not None:
            self.default = ValueEdit("default", parameter, tr("Default value"))
            self.default.changed.connect(self._default_typed)
            title = label(tr("Default value"))
            title.setBuddy(self.default.box)
            about = tr("Used here when there is nothing there.")
            self.default.box.setAccessibleDescription(about)
            for widget in (title, self.default, label(about, tone="muted", wrap=True), self._default_complaint):
                self._default_place.addWidget(widget)
            self._default_complaint.hide()
        self.rebuilt.emit()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        said = [fault.text for fault in faults if fault.part in _OWN]
        self.complaint.setText("\n".join(said))
        self.complaint.setVisible(bool(said))
        wrong = [f"{fault.text} {fault.hint}".strip() for fault in faults if fault.part == "defaultValue"]
        self._default_complaint.setText("\n".join(wrong))
        self._default_complaint.setVisible(bool(wrong))

    def summary(self) -> str:
        if self.ends is None:
            return ""
        link = self.ends.link
        parts = [settings.way_words(self.ends)]
        if link.is_required:
            parts.append(tr("required"))
        if link.is_readonly and link.direction != "to_local":
            parts.append(tr("not changed there"))
        if link.default_value is not None and self.default is not None:
            parts.append(tr("otherwise {value}", value=formats.value(link.default_value, self.ends.local.type.value)))
        return "  ·  ".join(parts)

    def go(self, direction: str) -> None:
        """Send the link another way, and its transforms with it."""
        if self.ends is None or direction == self.ends.link.direction:
            return
        changes, meant = settings.redirected(self.ends.link, direction)
        self.put(tr("direction of {ours}", ours=self.ends.local.title), **changes)
        if not meant:
            text = tr(
                "The transforms were made for the other way: look at them, they can't be turned round by themselves."
            )
            self.editor.said.emit("warning", text)

    def _chosen(self) -> None:
        self.go(self.sender().property("direction"))

    def _switched(self, on: bool) -> None:
        if self.ends is not None:
            setting: str = self.sender().property("setting")
            title = tr("required") if setting == "is_required" else tr("not changed there")
            self.put(tr("{what}: {ours}", what=title, ours=self.ends.local.title), merge="", **{setting: on})

    def _default_typed(self) -> None:
        if self.ends is not None and self.default is not None:
            title = tr("default of {ours}", ours=self.ends.local.title)
            self.put(title, "default", default_value=self.default.value())
