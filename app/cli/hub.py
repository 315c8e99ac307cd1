"""The hub for one command: beside whatever program runs on the same data folder, without a schedule or a listener."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from app.services.options import Options

if TYPE_CHECKING:
    from app.bootstrap import App


def hub(options: Options) -> AbstractContextManager[App]:
    from app import bootstrap

    return bootstrap.closing(bootstrap.start(options, kind="guest", schedule=False, listen=None))
