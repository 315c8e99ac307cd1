"""20,000 customers from a file and into files, beside the least that this takes: ``python -m tests.bench.sheets``.

CPU seconds of this process. The limits: rows read by ``csv`` and put into one bare SQLite table; that table written by ``csv``, and
by openpyxl's own streaming sheet without types, widths or titles.
"""

from __future__ import annotations

import csv
import os
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from openpyxl import Workbook

ROWS = 20_000
TITLES = ["Business name", "City", "Phone", "Credit limit", "Opening balance", "E-mail"]


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        os.environ["SALESMATE_SYNC_LOCKS"] = str(folder / "locks")
        file = folder / "list.csv"
        with file.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(TITLES)
            writer.writerows(_row(number) for number in range(ROWS))
        limits = _bare(folder, file)
        for what, seconds in _ours(folder, file).items():
            limit = limits.get(what)
            beside = f"   limit {limit:6.2f} s   ratio {seconds / limit:5.1f}" if limit else ""
            print(f"{what:<24} {seconds:6.2f} s{beside}")
        print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _row(number: int) -> list[str]:
    return [f"Firm {number}", "Pune", f"98{number:08d}", "1,50,000", f"{number}.50 Dr", f"a{number}@firm.in"]


def _ours(folder: Path, file: Path) -> dict[str, float]:
    from app import bootstrap
    from app.services.exports import ExportOrder
    from app.services.importing.views import ImportOrder
    from app.services.options import Options

    options = Options(data_dir=folder / "data", secrets="file")
    with bootstrap.closing(bootstrap.start(options, kind="guest", schedule=False, listen=None)) as app:
        imports, exports = app.services.imports, app.services.exports
        look = imports.look(file, "customer")
        order = ImportOrder(file, "customer", look.guessed, look.header)
        return {
            "preview": _cpu(lambda: imports.preview(order)),
            "import": _cpu(lambda: imports.run(order)),
            "import again": _cpu(lambda: imports.run(order)),
            "export CSV": _cpu(lambda: exports.run(ExportOrder("customer"), folder / "a.csv")),
            "export Excel": _cpu(lambda: exports.run(ExportOrder("customer"), folder / "a.xlsx")),
            "undo": _cpu(lambda: imports.undo(imports.last().id)),
        }


def _bare(folder: Path, file: Path) -> dict[str, float]:
    with closing(sqlite3.connect(folder / "bare.db")) as db:
        db.execute("CREATE TABLE bare (a, b, c, d, e, f)")

        def take() -> None:
            with file.open(encoding="utf-8", newline="") as rows, db:
                db.executemany("INSERT INTO bare VALUES (?, ?, ?, ?, ?, ?)", csv.reader(rows))

        def as_csv() -> None:
            with (folder / "bare.csv").open("w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows(db.execute("SELECT * FROM bare"))

        def as_excel() -> None:
            book = Workbook(write_only=True)
            sheet = book.create_sheet()
            for row in db.execute("SELECT * FROM bare"):
                sheet.append(row)
            book.save(folder / "bare.xlsx")

        return {"import": _cpu(take), "export CSV": _cpu(as_csv), "export Excel": _cpu(as_excel)}


def _cpu(call: Callable[[], Any]) -> float:
    before = time.process_time()
    call()
    return time.process_time() - before


if __name__ == "__main__":
    main()
