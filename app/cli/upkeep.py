"""``doctor``, ``backup`` and ``restore``."""

from __future__ import annotations

from pathlib import Path

from app.cli.hub import hub
from app.cli.key import ask_passphrase, new_passphrase
from app.cli.terminal import out
from app.model.errors import Conflicting
from app.services.options import Options
from app.services.views import DoctorCheck


def run_doctor(options: Options, bundle: Path | None) -> int:
    """0 when nothing is wrong, else 1."""

    with hub(options) as app:
        checks = app.services.diagnostics.doctor()
        for check in checks:
            _print_check(check)
        if bundle is not None:
            out(f"Diagnostics for support, without secrets: {app.services.diagnostics.bundle(bundle, checks)}")
    wrong = sum(not check.ok for check in checks)
    out("Nothing is wrong." if not wrong else f"{wrong} of {len(checks)} checks failed.")
    return 1 if wrong else 0


def _print_check(check: DoctorCheck) -> None:
    out(f"{'ok   ' if check.ok else 'WRONG'}  {check.area}: {check.message}")
    if not check.ok and check.hint:
        out(f"       {check.hint}")


def run_backup(options: Options, file: Path, *, force: bool, with_key: bool = False) -> int:
    if file.exists() and not force:
        raise Conflicting(f"{file} exists already.", hint="Choose another name, or replace it with --force.")
    with hub(options) as app:
        if with_key:
            app.services.moving.make(file, new_passphrase("A passphrase for the moving file: "))
            out(f"The hub and its key are in {file}. On the other PC: salesmate-sync restore FILE")
            out("Switch this PC's program off before the other one syncs, or both would write to the same books.")
            return 0
        made = app.services.backup(file, overwrite=force)
    out(f"Backup written and checked: {made} ({made.stat().st_size / 1e6:,.1f} MB)")
    if options.secrets == "keyring":
        out("It holds no passwords in clear: to use it on another PC, take the master key along or enter them again.")
    return 0


def run_restore(options: Options, file: Path) -> int:
    from app import bootstrap
    from app.services.moving import is_moving_file

    if is_moving_file(file):
        with bootstrap.closing(bootstrap.start(options, kind="restore", schedule=False, listen=None)) as app:
            kept = app.services.moving.open(file, ask_passphrase("The passphrase of the moving file: "))
    else:
        kept = bootstrap.restore(options, file)
    out(f"Restored from {file}.")
    if kept is not None:
        out(f"The replaced database is kept as {kept}.")
    return 0
