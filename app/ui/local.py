"""What the window keeps for itself, before any database is open: look, language, size, tray habits."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class LocalSettings:
    """A small INI file in the data folder. Nothing here is worth a backup."""

    def __init__(self, folder: Path | None) -> None:
        self._file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat) if folder else None
        self._memory: dict[str, object] = {}

    def get(self, name: str, default: str = "") -> str:
        found = self._file.value(name, default) if self._file is not None else self._memory.get(name, default)
        return str(found)

    def flag(self, name: str, default: bool) -> bool:
        return self.get(name, "yes" if default else "no") == "yes"

    def set(self, name: str, value: str | bool) -> None:
        text = ("yes" if value else "no") if isinstance(value, bool) else value
        if self._file is not None:
            self._file.setValue(name, text)
        else:
            self._memory[name] = text

    def geometry(self) -> QByteArray | None:
        found = self._file.value("geometry") if self._file is not None else None
        return found if isinstance(found, QByteArray) else None

    def keep_geometry(self, geometry: QByteArray) -> None:
        if self._file is not None:
            self._file.setValue("geometry", geometry)
