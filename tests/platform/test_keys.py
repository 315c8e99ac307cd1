from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from keyring.backends import fail, null

from app.model.errors import InvalidInput
from app.platform import keys as module
from app.platform.keys import FileKeeper, KeyProblem, KeyringKeeper, NoKeyring, export_key, import_key, master_key

KEY = bytes(range(32))


class Memory:
    """A keyring of this test."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, value: str) -> None:
        self.kept[service, name] = value

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


class Forgetful(Memory):
    def set_password(self, service: str, name: str, value: str) -> None:
        self.kept[service, name] = value[:5]


class Locked(Memory):
    def set_password(self, service: str, name: str, value: str) -> None:
        raise RuntimeError("the collection is locked")


@pytest.mark.parametrize(
    ("given", "instead"),
    [(r'"n": \d+', '"n": Infinity'), (r'"n": \d+', '"n": 1048576'), (r'"r": \d+', '"r": 16'), ("{", "[" * 50_000)],
    ids=["endless", "costly", "wide", "nested"],
)
def test_a_key_file_that_asks_for_too_much_is_none(given: str, instead: str) -> None:
    text = re.sub(given, instead, export_key(KEY, "a long passphrase"), count=1)
    with pytest.raises(InvalidInput, match="not a key file"):
        import_key(text, "a long passphrase")


def test_the_key_is_made_once_for_a_data_folder() -> None:
    backend = Memory()
    key = master_key(KeyringKeeper("folder-a", backend))
    assert len(key) == 32
    assert master_key(KeyringKeeper("folder-a", backend)) == key
    assert master_key(KeyringKeeper("folder-b", backend)) != key
    # The probe leaves nothing behind.
    assert set(backend.kept) == {("salesmate-sync", "folder-a"), ("salesmate-sync", "folder-b")}


@pytest.mark.parametrize("backend", [null.Keyring(), fail.Keyring(), Forgetful(), Locked()])
def test_a_keyring_that_keeps_nothing_is_told_before_it_is_relied_on(backend: object) -> None:
    with pytest.raises(NoKeyring) as caught:
        KeyringKeeper("folder", backend)
    assert "--secrets file" in caught.value.hint
    assert caught.value.code == "no_keyring"


def test_a_spoiled_key_is_not_replaced_silently() -> None:
    backend = Memory()
    keeper = KeyringKeeper("folder", backend)
    backend.kept["salesmate-sync", "folder"] = "c2hvcnQ="
    with pytest.raises(KeyProblem, match="damaged"):
        master_key(keeper)
    keeper.save(KEY)
    assert master_key(keeper) == KEY


def test_the_key_in_a_file(tmp_path: Path) -> None:
    keeper = FileKeeper(tmp_path / "master.key")
    assert keeper.load() is None
    key = master_key(keeper)
    assert master_key(FileKeeper(tmp_path / "master.key")) == key
    if os.name == "posix":
        assert (tmp_path / "master.key").stat().st_mode & 0o777 == 0o600
    keeper.save(KEY)
    assert keeper.load() == KEY


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
def test_a_file_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    keeper = FileKeeper(file)
    keeper.save(KEY)
    file.chmod(0o644)
    with pytest.raises(KeyProblem, match="other users") as caught:
        master_key(keeper)
    assert "nobody but your own user" in caught.value.hint


def test_a_spoiled_file_is_not_replaced_silently(tmp_path: Path) -> None:
    keeper = FileKeeper(tmp_path / "master.key")
    keeper.save(KEY)
    for content in (b"", b"short", b"\xff\xff"):
        (tmp_path / "master.key").write_bytes(content)
        with pytest.raises(KeyProblem):
            master_key(keeper)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KeyProblem, match="can't be"):
        FileKeeper(tmp_path / "file" / "master.key").save(KEY)


# --- moving it -------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_COST", {"n": 16, "r": 8, "p": 1})


def test_export_and_import_under_a_passphrase() -> None:
    text = export_key(KEY, "correct horse ₹")
    assert KEY.hex() not in text
    assert import_key(text, "correct horse ₹") == KEY
    assert export_key(KEY, "correct horse ₹") != text
    with pytest.raises(InvalidInput) as caught:
        import_key(text, "correct horse $")
    assert caught.value.field == "passphrase"


def test_the_passphrase_may_be_typed_on_another_system() -> None:
    assert import_key(export_key(KEY, "ma\u00f1ana ma\u00f1ana"), "man\u0303ana man\u0303ana") == KEY


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(InvalidInput, match="at least 10"):
        export_key(KEY, "short")


@pytest.mark.parametrize(
    "change",
    [
        {"format": "other"},
        {"n": 1 << 30},
        {"n": 0},
        {"n": 15},
        {"r": "x"},
        {"salt": "zz"},
        {"key": None},
        {"nonce": ""},
    ],
)
def test_another_file_is_told_apart(change: dict) -> None:
    stored = {**json.loads(export_key(KEY, "correct horse")), **change}
    with pytest.raises(InvalidInput):
        import_key(json.dumps(stored), "correct horse")
    for text in ("", "[]", "5", "hello"):
        with pytest.raises(InvalidInput, match="not a key file"):
            import_key(text, "correct horse")
