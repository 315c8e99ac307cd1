"""Where the icons and translations lie."""

from __future__ import annotations

from pathlib import Path

import app

PACKAGE = Path(app.__file__).absolute().parent


def find(package: Path = PACKAGE) -> Path:
    """Beside the package in a checkout and in the frozen program, inside it in an installed wheel.

    The one inside goes first: what lies beside an installed package is other people's.
    """
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


RESOURCES = find()
