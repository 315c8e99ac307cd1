"""What the commands tell: outcomes on stdout, everything else on stderr."""

from __future__ import annotations

import sys


def out(text: str) -> None:
    """An outcome: what a script reads."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def say_error(message: str, hint: str = "") -> None:
    say(f"Error: {message}")
    if hint:
        say(f"  {hint}")
