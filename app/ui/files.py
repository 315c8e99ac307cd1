"""Choosing a file: the last folder is remembered, the dialog blocks nothing, and a file may be dropped instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.words import tr

_FOLDER = "sheets_folder"
_SHEETS = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xlsm"})


def sheet_filters() -> list[str]:
    return [tr("CSV and Excel files (*.csv *.txt *.tsv *.xlsx *.xlsm)"), tr("All files (*)")]


def save_filters() -> list[str]:
    return [tr("Excel file (*.xlsx)"), tr("CSV file (*.csv)")]


def remember_folder(local: Any, path: str) -> None:
    local.set(_FOLDER, str(Path(path).parent))


def ask_open(parent: QWidget, local: Any, title: str, filters: Sequence[str], take: Callable[[str], None]) -> Any:
    dialog = _dialog(parent, local, title, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, take)


def ask_save(
    parent: QWidget, local: Any, title: str, filters: Sequence[str], name: str, take: Callable[[str], None]
) -> Any:
    """``name`` is proposed; the ending follows the chosen kind of file."""
    dialog = _dialog(parent, local, title, filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx"))
    dialog.selectFile(name.replace("/", "-"))
    return _open(dialog, take)


def dropped(event: Any) -> str:
    """The path of the one CSV or Excel file that is dragged, or an empty text."""
    urls = event.mimeData().urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if Path(path).suffix.lower() in _SHEETS else ""


def _dialog(parent: QWidget, local: Any, title: str, filters: Sequence[str]) -> QFileDialog:
    dialog = QFileDialog(parent, title, local.get(_FOLDER))
    dialog.setNameFilters(list(filters))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _open(dialog: QFileDialog, take: Callable[[str], None]) -> QFileDialog:
    dialog.fileSelected.connect(take)
    dialog.open()
    return dialog
