"""Which settings are secrets, also those that nobody declared."""

from __future__ import annotations

import pytest

from app.services.systems import SYSTEMS, is_secret


@pytest.mark.parametrize(
    "key", ["password", "db_pwd", "api_key", "apikey", "secret_key", "signing_key", "access_token", "session_cookie"]
)
def test_keys_that_name_a_secret_are_kept_as_one_in_any_system(key: str) -> None:
    assert is_secret(key, SYSTEMS["custom"])
    assert is_secret(key, None)


@pytest.mark.parametrize(
    "key", ["company", "username", "client_id", "key_file", "hub_key_field", "token_url", "keyboard"]
)
def test_others_are_not(key: str) -> None:
    assert not is_secret(key, SYSTEMS["custom"])


def test_a_system_has_secrets_of_its_own() -> None:
    assert is_secret("key_file", SYSTEMS["sap"])
