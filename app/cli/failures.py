"""Failures in words: what happened, what was kept safe, what to do. The log has had them already."""

from __future__ import annotations

import typer

from app.cli.terminal import say, say_error
from app.model.errors import AppError

#: The root of what Typer raises for a command line it can't read; it exports only the ends of that tree.
_WRONG_USAGE = typer.BadParameter.__mro__[2]


def exit_code_of(error: BaseException) -> int:
    """Tell of ``error`` on stderr; the exit code that goes with it (2: could not run)."""
    if isinstance(error, _WRONG_USAGE):
        error.show()  # type: ignore[attr-defined]
        return 2
    if isinstance(error, (KeyboardInterrupt, typer.Abort)):
        say("Stopped.")
    elif isinstance(error, AppError):
        say_error(error.message, error.hint)
    else:
        say_error(
            f"Something went wrong in SalesMate Sync itself ({type(error).__name__}).",
            "What was saved before is kept. The log in the data folder has the details; "
            "`salesmate-sync doctor --bundle FILE` makes a file to send us.",
        )
    return 2
