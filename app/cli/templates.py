"""``templates export`` and ``templates import``: transform templates for another hub."""

from __future__ import annotations

from pathlib import Path

from app.cli.hub import hub
from app.cli.terminal import out
from app.model.errors import Conflicting
from app.services.options import Options


def run_export(options: Options, file: Path, *, force: bool) -> int:
    from app.services.template.files import write_file

    if file.exists() and not force:
        raise Conflicting(f"{file} exists already.", hint="Choose another name, or replace it with --force.")
    with hub(options) as app:
        data = app.services.templates.export()
        write_file(file, data, overwrite=force)
    out(f"{_counted(len(data['templates']))} written to {file}.")
    return 0


def run_import(options: Options, file: Path, *, replace: bool) -> int:
    from app.services.template.files import read_file

    data = read_file(file)
    with hub(options) as app:
        report = app.services.templates.import_(data, replace=replace)
    for name in report.added:
        out(f"Added: {name}")
    for name, here in report.renamed:
        out(f"Added as {here!r}, because another {name!r} is here already")
    for name in report.replaced:
        out(f"Changed: {name}")
    same = f" {_counted(len(report.same))} had been here before." if report.same else ""
    out(f"{_counted(len(report.added) + len(report.renamed) + len(report.replaced))} taken over.{same}")
    return 0


def _counted(number: int) -> str:
    return "1 template" if number == 1 else f"{number} templates"
