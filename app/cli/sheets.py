"""``export`` and ``import``: records into a CSV or Excel file, and from one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.terminal import say
from app.model.entities import entity_named
from app.services.options import Options
from app.sheets.columns import columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.importing.views import FileLook, ImportItem

_SHOWN = 50
#: Nothing was left out, or something was.
ALL, SOME = 0, 1


def run_export(options: Options, entity: str, file: Path, search: str | None, *, own_sheets: bool) -> int:
    from app import bootstrap
    from app.services.exports import ExportOrder

    with bootstrap.closing(bootstrap.start(options, kind="guest", schedule=False, listen=None)) as app:
        done = app.services.exports.run(ExportOrder(entity, q=search, own_sheets=own_sheets), file)
    said = "1 record is" if done.records == 1 else f"{done.records:,} records are"
    sys.stdout.write(f"{said} in {done.path}.\n")
    return ALL


def run_import(options: Options, entity: str, file: Path, *, only_new: bool, dry_run: bool) -> int:
    """The columns are taken as they are guessed, and told. 0 when every row was taken, 1 when some were left out."""
    from app import bootstrap
    from app.services.importing.views import ImportOrder

    with bootstrap.closing(bootstrap.start(options, kind="guest", schedule=False, listen=None)) as app:
        imports = app.services.imports
        look = imports.look(file, entity)
        _tell_columns(entity, look)
        order = ImportOrder(file, entity, look.guessed, look.header, look.sheet, only_new=only_new)
        preview = imports.preview(order)
        if dry_run:
            return _tell(preview.counts, preview.items, "Nothing was written.")
        done = imports.run(order)
    ending = f"Take it back in the window: Records > Import… ({done.import_id})." if done.import_id else ""
    return _tell(done.counts, done.items, ending)


def _tell_columns(entity: str, look: FileLook) -> None:
    spec = entity_named(entity)
    titles = {one.name: one.title for one in columns(spec)} if spec is not None else {}
    for one in look.columns:
        name = look.guessed.get(one.at)
        say(f"{one.title} → {titles[name]}" if name else f"{one.title} is not taken")


def _tell(counts: Mapping[str, int], items: tuple[ImportItem, ...], ending: str) -> int:
    from app.services.importing.views import DOUBTFUL, WRONG

    out = sys.stdout.write
    out(", ".join(f"{count:,} {kind}" for kind, count in counts.items()) + "\n")
    left_out = [one for one in items if one.kind in (DOUBTFUL, WRONG)]
    for one in left_out[:_SHOWN]:
        reasons = filter(None, (one.reason, *(fault.words for fault in one.faults)))
        out(f"  row {one.rows[0]} {one.label}: {'; '.join(reasons)}\n")
    if len(left_out) > _SHOWN:
        out(f"  … and {len(left_out) - _SHOWN} more.\n")
    if ending:
        out(f"{ending}\n")
    return SOME if left_out else ALL
