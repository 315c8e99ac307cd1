"""``doctor``, ``backup`` and ``restore``."""

from __future__ import annotations

import sys
from pathlib import Path

from app.model.errors import Conflicting
from app.services.options import Options
from app.services.views import DoctorCheck


def run_doctor(options: Options, bundle: Path | None) -> int:
    """0 when nothing is wrong, else 1."""
    from app import bootstrap

    with bootstrap.closing(bootstrap.start(options, kind="guest", schedule=False, listen=None)) as app:
        checks = app.services.diagnostics.doctor()
        for check in checks:
            _print_check(check)
        if bundle is not None:
            _out(f"Diagnostics for support, without secrets: {app.services.diagnostics.bundle(bundle, checks)}")
    wrong = sum(not check.ok for check in checks)
    _out("Nothing is wrong." if not wrong else f"{wrong} of {len(checks)} checks failed.")
    return 1 if wrong else 0


def _print_check(check: DoctorCheck) -> None:
    _out(f"{'ok   ' if check.ok else 'WRONG'}  {check.area}: {check.message}")
    if not check.ok and check.hint:
        _out(f"       {check.hint}")


def run_backup(options: Options, file: Path, *, force: bool) -> int:
    from app import bootstrap

    if file.exists() and not force:
        raise Conflicting(f"{file} exists already.", hint="Choose another name, or replace it with --force.")
    with bootstrap.closing(bootstrap.start(options, kind="guest", schedule=False, listen=None)) as app:
        made = app.services.backup(file, overwrite=force)
    _out(f"Backup written and checked: {made} ({made.stat().st_size / 1e6:,.1f} MB)")
    if options.secrets == "keyring":
        _out("It holds no passwords in clear: to use it on another PC, take the master key along or enter them again.")
    return 0


def run_restore(options: Options, file: Path) -> int:
    from app import bootstrap

    kept = bootstrap.restore(options, file)
    _out(f"Restored from {file}.")
    if kept is not None:
        _out(f"The replaced database is kept as {kept}.")
    return 0


def _out(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
