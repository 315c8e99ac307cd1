"""The facade on a real data folder, engine and simulated Tally; synced once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app import bootstrap
from app.services.options import Options


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bootstrap.App]:
    folder = tmp_path_factory.mktemp("app")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
        options = Options(data_dir=folder / "data", secrets="file")
        made = bootstrap.start_demo(options, customers=12, items=6, vouchers=50, schedule=False, listen=None)
        try:
            services = made.services
            log_id = services.runs.start(connection_id=services.connections.list()[0].id)
            assert services.runs.wait(log_id, 60).status == "completed"
            yield made
        finally:
            made.close()
