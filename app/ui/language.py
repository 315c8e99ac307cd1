"""Loading a translation: ours, and Qt's own for the buttons of its dialogs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.ui.resources import RESOURCES

FOLDER = RESOURCES / "translations"
LANGUAGES = {"": "System", "en": "English", "hi": "हिन्दी"}


def install_language(gui: QCoreApplication, choice: str) -> list[Any]:
    """``choice``: ``en``, ``hi``, or empty for the system's. Answers what was installed (none for English)."""
    language = effective(choice)
    if language == "en":
        return []
    from PySide6.QtCore import QLibraryInfo, QTranslator

    out = []
    places = (
        (f"salesmate_{language}", FOLDER),
        (f"qtbase_{language}", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))),
    )
    for name, folder in places:
        translator = QTranslator(gui)
        if translator.load(str(folder / f"{name}.qm")):
            gui.installTranslator(translator)
            out.append(translator)
    return out


def effective(choice: str) -> str:
    """The language that a choice comes to."""
    language = choice or system_language()
    return language if language in LANGUAGES and language else "en"


def system_language() -> str:
    """``hi``: asked of Qt only where the environment does not tell (its list of languages is long to load)."""
    if sys.platform in ("win32", "darwin"):
        from PySide6.QtCore import QLocale

        return QLocale.system().name().split("_")[0]
    chosen = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return chosen.split("_")[0].split(".")[0]
