"""The application's stylesheet: lengths in lines of the system's font, colours by name."""

from __future__ import annotations

from typing import Any

_SHEET = """
/* Without a notification service Qt draws a balloon itself, pale yellow in every theme. */
QBalloonTip QLabel { color: #000000; }
QToolTip { background: {raised}; color: {text}; border: 1px solid {line}; padding: {e3}px; }
#rail { background: {rail}; border: none; border-right: 1px solid {line}; }
#rail QPushButton { background: transparent; border: 1px solid transparent; border-radius: {e4}px; text-align: left;
    padding: {e4}px {e6}px; color: {text}; }
#rail QPushButton:hover { background: {line}; }
#rail QPushButton:checked { background: {accent_soft}; color: {accent}; font-weight: 600; }
#rail QPushButton:focus { border-color: {accent}; }
QLabel[kind="count"] { background: {warn_soft}; color: {warn}; border-radius: {e5}px; padding: 0 {e4}px;
    font-weight: 600; }
#statusline { background: {rail}; border-top: 1px solid {line}; }
#statusline QPushButton { padding: {e1}px {e5}px; }
QFrame[kind="card"] { background: {surface}; border: 1px solid {line}; border-radius: {e5}px; }
QFrame[kind="plain"] { background: {surface}; border: none; }
QFrame[kind="note"] { border-radius: {e4}px; border: 1px solid {line}; background: {surface}; }
QFrame[kind="note"][level="info"] { background: {accent_soft}; border-color: {accent_soft}; }
QFrame[kind="note"][level="ok"] { background: {ok_soft}; border-color: {ok_soft}; }
QFrame[kind="note"][level="warn"] { background: {warn_soft}; border-color: {warn_soft}; }
QFrame[kind="note"][level="error"] { background: {error_soft}; border-color: {error_soft}; }
QFrame[kind="line"] { background: {line}; border: none; }
QLabel { background: transparent; }
QLabel[tone="muted"] { color: {muted}; }
QLabel[tone="ok"] { color: {ok}; }
QLabel[tone="warn"] { color: {warn}; }
QLabel[tone="error"] { color: {error}; }
QLabel[tone="accent"] { color: {accent}; }
QLabel[kind="code"] { background: {window}; border: 1px solid {line}; border-radius: {e3}px; padding: {e3}px; }
QPushButton, QToolButton { background: {raised}; color: {text}; border: 1px solid {strong_line}; border-radius: {e3}px;
    padding: {e3}px {e6}px; }
QPushButton:hover, QToolButton:hover { border-color: {accent}; background: {accent_soft}; }
QPushButton:pressed, QToolButton:pressed { background: {line}; }
QPushButton:focus, QToolButton:focus { border: 2px solid {accent}; padding: {f3}px {f6}px; }
QPushButton:disabled, QToolButton:disabled { color: {strong_line}; border-color: {line}; background: transparent; }
QPushButton[kind="primary"] { background: {accent}; color: {on_accent};
    border-color: {accent}; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: {accent_hover};
    border-color: {accent_hover}; }
QPushButton[kind="primary"]:focus { border: 2px solid {text}; }
QPushButton[kind="primary"]:disabled { background: {line}; color: {muted};
    border-color: {line}; }
QPushButton[kind="danger"] { color: {error}; }
QPushButton[kind="danger"]:hover { background: {error_soft}; border-color: {error}; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: {accent};
    padding: {e1}px {e2}px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; background: transparent; }
QPushButton[kind="link"]:focus { border: 1px solid {accent}; }
QPushButton[kind="flat"], QToolButton[kind="flat"] { background: transparent; border: 1px solid transparent;
    padding: {e3}px; }
QPushButton[kind="flat"]:hover, QToolButton[kind="flat"]:hover { background: {line}; }
QPushButton[kind="flat"]:focus, QToolButton[kind="flat"]:focus { border: 1px solid {accent}; padding: {e3}px; }
QPushButton[kind="tab"] { background: transparent; border: 1px solid transparent; border-radius: {e4}px; color: {muted};
    padding: {e3}px {e5}px; }
QPushButton[kind="tab"]:hover { background: {line}; color: {text}; }
QPushButton[kind="tab"]:checked { background: {accent_soft}; color: {accent}; }
QPushButton[kind="tab"]:focus { border: 1px solid {accent}; padding: {e3}px {e5}px; }
QPushButton[kind="tab"][side="left"] { text-align: left; }
QPushButton[kind="choice"] { text-align: left; background: {surface}; border: 1px solid {line};
    border-radius: {e5}px; padding: {e6}px; }
QPushButton[kind="choice"]:hover { border-color: {accent}; }
QPushButton[kind="choice"]:checked { border: 2px solid {accent}; background: {accent_soft}; }
QPushButton[kind="choice"]:focus { border: 2px solid {accent}; padding: {e6}px; }
QPushButton[kind="choice"]:disabled { border: 1px dashed {line}; background: transparent; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QLineEdit, QComboBox, QSpinBox, QDateEdit, QPlainTextEdit { background: {surface}; color: {text};
    border: 1px solid {edge}; border-radius: {e3}px; padding: {e2}px {e4}px;
    selection-background-color: {accent}; selection-color: {on_accent}; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QPlainTextEdit:focus { border: 2px solid {accent}; }
QSpinBox[kind="number"]::up-button, QSpinBox[kind="number"]::down-button { width: 0; height: 0;
    border: none; subcontrol-origin: border; }
QSpinBox[kind="number"] QLineEdit { background: transparent; border: none; padding: 0 {e2}px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDateEdit:disabled { color: {muted}; background: {window};
    border-color: {line}; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: {e8}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url({arrow}); width: {e7}px; height: {e7}px; }
QComboBox QAbstractItemView { background: {raised}; color: {text}; border: 1px solid {line};
    selection-background-color: {accent_soft}; selection-color: {text}; outline: none; }
QTableView, QListView, QTreeView { background: {surface}; color: {text}; border: 1px solid {line};
    border-radius: {e4}px;
    gridline-color: {line}; selection-background-color: {accent_soft}; selection-color: {text};
    alternate-background-color: {window}; outline: none; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 1px solid {accent}; }
QTableView::item { padding: 0 {e4}px; border: none; border-bottom: 1px solid {line}; }
QTableView::item:selected { background: {accent_soft}; color: {text}; }
QTableView[kind="bare"] { border: none; background: transparent; }
QHeaderView { background: transparent; }
QHeaderView::section { background: {window}; color: {muted}; border: none; border-bottom: 1px solid {line};
    padding: {e3}px {e4}px {e3}px {e5}px; font-weight: 600; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: {window}; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea[kind="read"] { border: 1px solid transparent; border-radius: {e3}px; }
QScrollArea[kind="read"]:focus { border-color: {accent}; }
QScrollArea > QWidget > QWidget#content { background: transparent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: {e7}px; } QScrollBar:horizontal { height: {e7}px; }
QScrollBar::handle { background: {edge}; border-radius: {e2}px; margin: {e2}px; min-height: {e9}px;
    min-width: {e9}px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: {line}; border: none; border-radius: {e2}px; max-height: {e4}px; min-height: {e4}px;
    text-align: center; }
QProgressBar::chunk { background: {accent}; border-radius: {e2}px; }
QMenu { background: {raised}; color: {text}; border: 1px solid {line}; padding: {e2}px; }
QMenu::item { padding: {e3}px {e8}px {e3}px {e6}px; border-radius: {e2}px; }
QMenu::item:selected { background: {accent_soft}; color: {text}; }
QMenu::item:disabled { color: {muted}; }
QMenu::separator { height: 1px; background: {line}; margin: {e2}px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: {accent_soft}; }
QCheckBox, QRadioButton { spacing: {e4}px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: {accent}; }
QCheckBox::indicator, QRadioButton::indicator { width: {e7}px; height: {e7}px; background: {surface};
    border: 1px solid {edge}; border-radius: {e2}px; }
QRadioButton::indicator { border-radius: {r7}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: {accent}; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent}; image: url({tick}); }
QRadioButton::indicator:checked { border-color: {accent}; background: qradialgradient(cx:0.5, cy:0.5, radius:0.5,
    fx:0.5, fy:0.5, stop:0 {accent}, stop:0.55 {accent}, stop:0.62 {surface}, stop:1 {surface}); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid {accent}; }
QRadioButton::indicator:focus { border-radius: {r8}px; }
QCheckBox:disabled, QRadioButton:disabled { color: {muted}; }
QGroupBox { border: none; font-weight: 600; margin-top: {e8}px; }
QGroupBox::title { subcontrol-origin: margin; padding: 0; }
QWizard, QDialog { background: {window}; }
"""


def stylesheet(colours: Any, line_height: float, icons: str, look: str) -> str:
    """``e1`` … ``e9`` are sixteenths to whole lines of text;
    ``f3``/``f6`` are a pixel less, beside a thicker border; ``r7`` makes a circle of ``e7``
    and its border, ``r8`` of it and a thicker one."""
    steps = {"e1": 0.08, "e2": 0.16, "e3": 0.26, "e4": 0.36, "e5": 0.5, "e6": 0.75, "e7": 0.8, "e8": 1.2, "e9": 2.0}
    values: dict[str, object] = {name: max(1, round(line_height * share)) for name, share in steps.items()}
    values["f3"] = max(0, int(values["e3"]) - 1)  # type: ignore[call-overload]
    values["f6"] = max(0, int(values["e6"]) - 1)  # type: ignore[call-overload]
    values["r7"] = int(values["e7"]) // 2 + 1  # type: ignore[call-overload]
    values["r8"] = int(values["r7"]) + 1  # type: ignore[call-overload]
    values |= vars(colours)
    values["arrow"] = f"{icons}/arrow-{look}.svg"
    values["tick"] = f"{icons}/ticked-{look}.svg"
    text = _SHEET
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text
