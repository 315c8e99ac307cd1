"""Runs in the frozen application before the program itself."""

import os
import sys

# Started without a console, Windows gives it no streams, and a print would be an error.
for name in ("stdout", "stderr"):
    if getattr(sys, name) is None:
        setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - for the program's whole life

# Where our own libraries lie is for us alone: a browser that we open would take them for its own and fail.
if sys.platform.startswith("linux"):
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
