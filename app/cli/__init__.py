"""The command line. This module stays light: ``--version`` and ``--help`` must not wait for the rest of the program."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from app import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the process's exit code. Never raises but for a defect while reporting one."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--version"]:
        sys.stdout.write(f"salesmate-sync {__version__}\n")
        return 0
    from app.cli.program import run

    return run(arguments)
