from __future__ import annotations

import pytest

from app.db.database import DATABASE_FILE, Database
from app.db.secrets import SecretsLocked, SecretStore, seal, unseal

KEY = bytes(range(32))
SECRET = "s3cret-₹-ñ"


@pytest.fixture
def secrets(db: Database) -> SecretStore:
    return SecretStore(db, lambda: KEY)


def test_secrets_round_trip(secrets: SecretStore) -> None:
    assert secrets.get("c1", "password") is None
    secrets.put("c1", "password", "old")
    secrets.put("c1", "password", SECRET)
    secrets.put("c1", "client_secret", "x")
    assert secrets.get("c1", "password") == SECRET
    assert secrets.all_of("c1") == {"password": SECRET, "client_secret": "x"}
    assert [info.name for info in secrets.list("c1")] == ["client_secret", "password"]
    assert (secrets.has("c1", "password"), secrets.has("c2", "password")) == (True, False)
    secrets.delete("c1", "password")
    assert secrets.list("c1")[0].name == "client_secret"
    secrets.delete("c1")
    assert secrets.all_of("c1") == {}


def test_nothing_of_it_is_in_the_files(db: Database, secrets: SecretStore) -> None:
    secrets.put("c1", "password", SECRET)
    for file in db.data_dir.glob(f"{DATABASE_FILE}*"):
        assert SECRET.encode() not in file.read_bytes()
    assert SECRET not in repr(secrets.list("c1"))


def test_a_secret_does_not_open_in_another_row(db: Database, secrets: SecretStore) -> None:
    secrets.put("c1", "password", SECRET)
    with db.write() as conn:
        conn.exec_driver_sql("UPDATE secrets SET owner = 'c2'")
    with pytest.raises(SecretsLocked):
        secrets.get("c2", "password")


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b"\x02" + b[1:], lambda b: b[:5], lambda b: b""])
def test_a_damaged_secret_does_not_open(damage) -> None:
    sealed = seal(KEY, "c1", "password", b"x")
    assert unseal(KEY, "c1", "password", sealed) == b"x"
    with pytest.raises(SecretsLocked):
        unseal(KEY, "c1", "password", damage(sealed))


def test_the_same_secret_never_looks_the_same() -> None:
    assert seal(KEY, "a", "b", b"x") != seal(KEY, "a", "b", b"x")


def test_another_key_is_noticed(db: Database, secrets: SecretStore) -> None:
    secrets.check_key()
    secrets.check_key()
    stranger = SecretStore(db, lambda: b"k" * 32)
    with pytest.raises(SecretsLocked, match="not the key"):
        stranger.check_key()
    with pytest.raises(SecretsLocked, match="damaged"):
        SecretStore(db, lambda: b"short").put("c1", "password", "x")


def test_the_key_is_asked_for_once_and_late(db: Database) -> None:
    asked: list[int] = []

    def key() -> bytes:
        asked.append(1)
        return KEY

    store = SecretStore(db, key)
    assert store.get("c1", "password") is None
    assert not asked
    store.put("c1", "password", "x")
    store.get("c1", "password")
    assert len(asked) == 1
