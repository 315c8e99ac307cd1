"""Loading a translation: ours, and Qt's own for the buttons of its dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import app

FOLDER = Path(app.__file__).parent / "resources" / "translations"
LANGUAGES = {"": "System", "en": "English", "hi": "हिन्दी"}


def install_language(gui: QCoreApplication, choice: str) -> list[QTranslator]:
    """``choice``: ``en``, ``hi``, or empty for the system's. Answers what was installed (none for English)."""
    language = choice or QLocale.system().name().split("_")[0]
    if language not in LANGUAGES or language in ("", "en"):
        return []
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
