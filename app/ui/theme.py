"""The look: two sets of colours, one accent, one stylesheet made of them. Sizes follow the system's font."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.resources import RESOURCES
from app.ui.stylesheet import stylesheet

ICONS = RESOURCES / "icons"
#: In percent of the system's.
LARGEST_TEXT = 200


class Colours:
    """Named by use. ``*_soft`` are backgrounds of the same meaning. Text stands out at least 4.5 : 1 on its ground, the ``edge``
    of what is typed in, ticked or dragged 3 : 1."""

    # A plain class: making a dataclass of this size costs first paint three milliseconds.
    def __init__(self, **named: str) -> None:
        vars(self).update(named)

    window: str
    surface: str
    raised: str
    rail: str
    line: str
    strong_line: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    error: str
    error_soft: str
    knock: str


LIGHT = Colours(
    window="#F5F6F8", surface="#FFFFFF", raised="#FFFFFF", rail="#ECEFF3", line="#DDE2E8", strong_line="#B4BDC9", edge="#7E8998",
    text="#19212C", muted="#566272", accent="#1466B8", accent_hover="#0F5599", accent_soft="#E1EDF9",
    on_accent="#FFFFFF", ok="#1B7A46", ok_soft="#E2F3E9", warn="#8F5A00", warn_soft="#FCF1DC",
    error="#B83227", error_soft="#FBE7E5", knock="#FFFFFF",
)  # fmt: skip
DARK = Colours(
    window="#15191F", surface="#1D232B", raised="#252C36", rail="#11151A", line="#323B47", strong_line="#566273", edge="#708093",
    text="#E7EBF0", muted="#A3AEBC", accent="#69AEF2", accent_hover="#8AC1F6", accent_soft="#1C3450",
    on_accent="#08131F", ok="#55C48A", ok_soft="#17352A", warn="#E5B455", warn_soft="#3A2E14",
    error="#F2857B", error_soft="#42211F", knock="#15191F",
)  # fmt: skip


def palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    out = QPalette()
    pairs = {
        role.Window: colours.window, role.WindowText: colours.text, role.Base: colours.surface,
        role.AlternateBase: colours.window, role.Text: colours.text, role.Button: colours.raised,
        role.ButtonText: colours.text, role.Highlight: colours.accent, role.HighlightedText: colours.on_accent,
        role.ToolTipBase: colours.raised, role.ToolTipText: colours.text, role.PlaceholderText: colours.muted,
        role.Link: colours.accent, role.LinkVisited: colours.accent, role.Light: colours.raised,
        role.Midlight: colours.line, role.Mid: colours.line, role.Dark: colours.strong_line,
        role.Shadow: colours.strong_line, role.BrightText: colours.error,
    }  # fmt: skip
    for each, colour in pairs.items():
        out.setColor(each, QColor(colour))
    faded = QColor(colours.muted)
    faded.setAlpha(150)
    for each in (role.WindowText, role.Text, role.ButtonText):
        out.setColor(QPalette.ColorGroup.Disabled, each, faded)
    out.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.strong_line))
    return out


class Theme(QObject):
    """The present look. ``choice`` is ``system``, ``light`` or ``dark``; ``changed`` follows each change of colours."""

    changed = Signal()
    current: Theme | None = None

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        super().__init__(app)
        Theme.current = self
        self._app = app
        self._choice = choice
        self.colours = LIGHT
        # Before first paint the palette tells: asking for the scheme costs the whole Qt namespace (45 ms).
        self._system_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < 128
        self.apply()

    @property
    def choice(self) -> str:
        return self._choice

    @property
    def dark(self) -> bool:
        return self.colours is DARK

    def choose(self, choice: str) -> None:
        self._choice = choice
        self.apply()

    def follow_system(self) -> None:
        """After first paint: hear of the system's changes between light and dark."""
        from PySide6.QtCore import Qt

        hints = self._app.styleHints()
        if hints.colorScheme() != Qt.ColorScheme.Unknown:
            self._system_changed(hints.colorScheme())
        hints.colorSchemeChanged.connect(self._system_changed)

    def _system_changed(self, scheme: Any) -> None:
        dark = scheme.name == "Dark"
        if dark != self._system_dark:
            self._system_dark = dark
            if self._choice == "system":
                self.apply()

    def apply(self) -> None:
        dark = self._system_dark if self._choice == "system" else self._choice == "dark"
        self.colours = DARK if dark else LIGHT
        self._app.setPalette(palette(self.colours))
        height = QFontMetricsF(self._app.font()).height()
        sheet = stylesheet(self.colours, height, ICONS.as_posix(), "dark" if dark else "light")
        if sheet != self._app.styleSheet():
            # With 1,300 widgets a sheet in place of another takes 1.3 s, one in place of none 0.2 s (Qt 6.11).
            self._app.setStyleSheet("")
            self._app.setStyleSheet(sheet)
        self.changed.emit()


def scale_text(app: QApplication, percent: str) -> None:
    """Make the system's font larger, and with it all that is measured in lines of text."""
    if percent.isdecimal() and 100 < int(percent) <= LARGEST_TEXT:
        font = app.font()
        font.setPointSizeF(font.pointSizeF() * int(percent) / 100)
        app.setFont(font)


def colours() -> Colours:
    return Theme.current.colours if Theme.current is not None else LIGHT


def colour(name: str) -> QColor:
    return QColor(getattr(colours(), name))


def em(widget: QWidget, times: float = 1.0) -> int:
    """A length in lines of text: everything measured grows with the system's font."""
    return round(widget.fontMetrics().height() * times)
