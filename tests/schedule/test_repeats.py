"""Which connections sync of their own accord, how often, and when first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.schedule.repeats import DEFAULT_FREQUENCY, repeats
from app.services.views import ConfigView, ConnectionView

NOW = datetime(2026, 8, 1, 12, tzinfo=UTC)
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
    assert [(one.seconds, one.config_ids) for one in found] == [(60, ("b", "d")), (600, ("a",))]
    assert [one.seconds for one in repeats([CONNECTION], [CONFIG])] == [DEFAULT_FREQUENCY]


def test_one_pace_for_all_is_one_run_of_the_whole_connection() -> None:
    manual = replace(CONFIG, id="b", auto_sync=False)
    found = list(repeats([replace(CONNECTION, auto_sync_interval=600)], [CONFIG, manual]))
    assert [(one.seconds, one.config_ids) for one in found] == [(600, None)]


def test_what_is_switched_off_does_not_sync() -> None:
    off = replace(CONNECTION, sync_enabled=False)
    assert (
        list(repeats([off, replace(CONNECTION, status="inactive"), replace(CONNECTION, status="expired")], [CONFIG]))
        == []
    )
    assert list(repeats([CONNECTION], [replace(CONFIG, is_active=False)])) == []
    assert list(repeats([CONNECTION], [replace(CONFIG, auto_sync=False)])) == []


def test_a_missed_time_is_caught_up_at_once_and_a_pause_is_kept() -> None:
    late = replace(CONNECTION, auto_sync_interval=600, last_sync_at="2026-08-01T09:00:00.000Z")
    assert next(repeats([late], [CONFIG])).first(NOW) == NOW
    fresh = replace(late, last_sync_at="2026-08-01T11:55:00.000Z")
    assert next(repeats([fresh], [CONFIG])).first(NOW) == NOW + timedelta(minutes=5)
    paused = replace(late, paused_until="2026-08-01T18:00:00.000Z")
    assert next(repeats([paused], [CONFIG])).first(NOW) == NOW + timedelta(hours=6)


def test_the_same_repeat_keeps_its_key_through_a_run() -> None:
    connection = replace(CONNECTION, auto_sync_interval=600)
    after = replace(connection, last_sync_at="2026-08-01T11:59:00.000Z")
    assert next(repeats([connection], [CONFIG])).key == next(repeats([after], [CONFIG])).key
