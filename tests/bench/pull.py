"""One process that syncs a data folder with a Tally and prints what it cost: CPU seconds, peak memory, counts.

``python -m tests.bench.pull URL COMPANY FOLDER MODE [--record FILE]``; MODE is full or incremental. The start-up (imports, opening
the database) is not counted: the limit's isn't either.
"""

from __future__ import annotations

import argparse
import base64
import json
import resource
import time
from pathlib import Path
from typing import Any

from app.connectors.tally import transport
from tests.sync.tally_rig import TallyRig


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("company")
    parser.add_argument("folder", type=Path)
    parser.add_argument("mode", choices=("full", "incremental"))
    parser.add_argument("--record", type=Path)
    parser.add_argument(
        "--warm", action="store_true", help="sync once before, so that what is loaded once is not counted"
    )
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    rig = TallyRig(asked.folder, asked.url, asked.company)
    sent: list[bytes] = []
    if asked.record is not None:
        record(sent)
    if asked.warm:
        rig.sync(sync_type=asked.mode, triggered_by="benchmark")
    started = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_SELF)
    run = rig.sync(sync_type=asked.mode, triggered_by="benchmark")
    after = resource.getrusage(resource.RUSAGE_SELF)
    if asked.record is not None:
        asked.record.write_bytes(b"\n".join(base64.b64encode(payload) for payload in sent))
    print(
        json.dumps(
            {
                "status": run.status,
                "message": run.message,
                "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
                "wall": time.monotonic() - started,
                "rss_mb": after.ru_maxrss / 1024,
                "processed": run.records_processed,
                "counts": run.counts,
                "phases": run.phases,
            }
        )
    )
    rig.close()


def record(sent: list[bytes]) -> None:
    """Keep every request's body, so that the limit can ask for the very same bytes."""
    exchange = transport.exchange

    def recording(address: Any, payload: bytes, *others: Any) -> Any:
        sent.append(payload)
        return exchange(address, payload, *others)

    transport.exchange = recording


if __name__ == "__main__":
    main()
