"""Which connections sync of their own accord, and at what pace."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from app.schedule.repeats import DEFAULT_FREQUENCY, repeats
from app.schedule.times import Every, Quiet, TimesOfDay
from app.services.views import ConfigView, ConnectionView

CONNECTION = ConnectionView(
    id="c", tenant_id="t", name="Books", system="tally", system_title="Tally", auth_type="none", auth={}, base_url="",
    api_version=None, organization_id=None, status="active", status_message="", sync_enabled=True,
    auto_sync_interval=None, sync_direction="pull", books={}, paused_until=None, last_sync_at=None,
    last_success_at=None, created_at="2026-08-01T11:00:00.000Z", updated_at="2026-08-01T11:00:00.000Z",
)  # fmt: skip
CONFIG = ConfigView(
    id="a", tenant_id="t", connection_id="c", entity_type="customer", local_table="customers", remote_module="Ledger",
    sync_direction="pull", auto_sync=True, sync_frequency=None, conflict_resolution="manual", delete_policy="flag",
    filter=None, match_on=(), hub_key_field=None, is_active=True, last_sync_at=None, field_mappings=(),
)  # fmt: skip


def test_a_config_syncs_at_its_own_pace_else_at_its_connections() -> None:
    configs = [CONFIG, replace(CONFIG, id="b", sync_frequency=60), replace(CONFIG, id="d", sync_frequency=60)]
    found = list(repeats([replace(CONNECTION, auto_sync_interval=600)], configs))
    assert [(one.pace, one.config_ids) for one in found] == [(Every(60), ("b", "d")), (Every(600), ("a",))]
    assert [one.pace for one in repeats([CONNECTION], [CONFIG])] == [Every(DEFAULT_FREQUENCY)]


def test_one_pace_for_all_is_one_run_of_the_whole_connection() -> None:
    manual = replace(CONFIG, id="b", auto_sync=False)
    found = list(repeats([replace(CONNECTION, auto_sync_interval=600)], [CONFIG, manual]))
    assert [(one.pace, one.config_ids) for one in found] == [(Every(600), None)]


def test_times_of_day_go_before_an_interval_and_a_configs_own_before_its_connections() -> None:
    often = replace(CONNECTION, auto_sync_interval=600, schedule={"times": ["09:00", "18:30"]})
    twice = TimesOfDay((time(9), time(18, 30)))
    assert [one.pace for one in repeats([often], [CONFIG])] == [twice]
    own = {"times": ["07:15"], "days": ["mon", "sat"]}
    found = list(repeats([often], [CONFIG, replace(CONFIG, id="b", sync_frequency=60, schedule=own)]))
    assert {one.config_ids: one.pace for one in found} == {
        ("b",): TimesOfDay((time(7, 15),), frozenset({0, 5})),
        ("a",): twice,
    }


def test_quiet_hours_are_the_connections() -> None:
    quiet = {"quiet_hours": {"start": "22:00", "end": "07:00"}}
    (found,) = repeats([replace(CONNECTION, auto_sync_interval=60, schedule=quiet)], [CONFIG])
    assert (found.quiet, found.pace) == (Quiet(time(22), time(7)), Every(60))
    assert Quiet.of({"start": "nonsense"}) is None


def test_what_is_switched_off_does_not_sync() -> None:
    off = replace(CONNECTION, sync_enabled=False)
    assert (
        list(repeats([off, replace(CONNECTION, status="inactive"), replace(CONNECTION, status="expired")], [CONFIG]))
        == []
    )
    assert list(repeats([CONNECTION], [replace(CONFIG, is_active=False)])) == []
    assert list(repeats([CONNECTION], [replace(CONFIG, auto_sync=False)])) == []


def test_the_same_repeat_keeps_its_name_through_a_run() -> None:
    connection = replace(CONNECTION, auto_sync_interval=600)
    after = replace(connection, last_sync_at="2026-08-01T11:59:00.000Z")
    assert next(repeats([connection], [CONFIG])).name == next(repeats([after], [CONFIG])).name
