"""``undo`` and ``retry`` as a person types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from app import bootstrap
from app.cli import main
from tests.cli.conftest import Site


def test_a_run_is_undone_and_failed_records_are_tried_again(
    new_site: Callable[[], AbstractContextManager[Site]], capfd: pytest.CaptureFixture[str]
) -> None:
    with new_site() as site:

        def command(*arguments: str) -> tuple[int, str, str]:
            code = main([*arguments, "--data-dir", str(site.data), "--secrets", "file"])
            captured = capfd.readouterr()
            return code, captured.out, captured.err

        code, out, _ = command("sync", "--json")
        assert code == 0
        code, _, err = command("retry", bootstrap.DEMO_COMPANY)
        assert (code, "has failed" in err) == (2, True)
        site.tally.control.edit_customer(
            bootstrap.DEMO_COMPANY, next(iter(site.tally.books(bootstrap.DEMO_COMPANY).customers())).name, phone="1"
        )
        code, out, _ = command("sync", "--json")
        log_id = json.loads(out)["runs"][0]["logId"]
        code, out, _ = command("undo", log_id)
        assert (code, out.split()[0]) == (0, "1")
        assert command("undo", "unknown")[0] == 2
        with bootstrap.closing(bootstrap.start(site.options, schedule=False, listen=None)) as app:
            connection_id = app.services.connections.list()[0].id
            customer = app.services.records.page("customer", limit=1)[0][0]
            app.parts.stores.errors.record(
                connection_id=connection_id,
                entity_type="customer",
                side="out",
                code="rejected",
                message="No.",
                local_id=customer["id"],
            )
        code, out, err = command("retry", bootstrap.DEMO_COMPANY)
        assert code == 0, err
        assert out.startswith(f"{bootstrap.DEMO_COMPANY}: ")
