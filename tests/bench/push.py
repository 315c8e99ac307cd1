"""One process that changes customers of a data folder and sends them to a Tally: what it cost, and in how many requests.

``python -m tests.bench.push URL COMPANY FOLDER COUNT [--record FILE]``. The first pull and the edits are not counted.
"""

from __future__ import annotations

import argparse
import base64
import json
import resource
from pathlib import Path

from app.db.records import RecordStore
from tests.bench.pull import record
from tests.sync.tally_rig import TallyRig


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("company")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--record", type=Path, required=True)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    rig = TallyRig(asked.folder, asked.url, asked.company, ("customer",))
    (config,) = rig.configs.list(connection_id=rig.connection_id)
    rig.configs.update(config.id, sync_direction="bidirectional")
    rig.sync()
    hub = RecordStore(rig.db)
    for row in hub.page("customer", limit=asked.count):
        hub.update("customer", row["id"], {"phone": f"022 {row['id'][-8:]}"}, "user")
    sent: list[bytes] = []
    record(sent)
    before = resource.getrusage(resource.RUSAGE_SELF)
    run = rig.sync(sync_type="incremental", approved=frozenset({"push_changes"}))
    after = resource.getrusage(resource.RUSAGE_SELF)
    asked.record.write_bytes(b"\n".join(base64.b64encode(payload) for payload in sent))
    print(
        json.dumps(
            {
                "status": run.status,
                "message": run.message,
                "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
                "sent": (run.counts or {})["customer"]["sent_updated"],
                "requests": len(sent),
            }
        )
    )
    rig.close()


if __name__ == "__main__":
    main()
