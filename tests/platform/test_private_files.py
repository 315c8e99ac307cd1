from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from app.platform import private
from app.platform.folders import Folders, default_data_folder, folders
from app.platform.private import create_private, is_private, make_private_folder, write_private
from app.platform.token import api_token, renew_token

posix = pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@posix
def test_files_are_their_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_private(tmp_path / "new" / "a", b"1")
        create_private(tmp_path / "b", b"1")
    finally:
        os.umask(before)
    assert (mode(tmp_path / "new"), mode(tmp_path / "new" / "a"), mode(tmp_path / "b")) == (0o700, 0o600, 0o600)
    assert is_private(tmp_path / "b")
    (tmp_path / "b").chmod(0o640)
    assert not is_private(tmp_path / "b")
    assert mode(make_private_folder(tmp_path / "new")) == 0o700


def test_writing_replaces_and_creating_does_not(tmp_path: Path) -> None:
    file = tmp_path / "a"
    assert create_private(file, b"1")
    assert not create_private(file, b"2")
    assert file.read_bytes() == b"1"
    write_private(file, b"3")
    assert file.read_bytes() == b"3"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_creating_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*paths: object) -> None:
        raise PermissionError

    monkeypatch.setattr(private.os, "link", refused)
    assert create_private(tmp_path / "a", b"1")
    assert not create_private(tmp_path / "a", b"2")
    assert (tmp_path / "a").read_bytes() == b"1"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_private(tmp_path / "a", b"1")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(private.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_private(tmp_path / "a", b"2")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"1")]


def test_many_starts_at_once_get_one_token(tmp_path: Path) -> None:
    file, found, gate = tmp_path / "api-token", [], threading.Barrier(8)

    def start() -> None:
        gate.wait()
        found.append(api_token(file))

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) == {api_token(file)}
    assert len(found[0]) >= 40
    assert is_private(file)


def test_an_emptied_token_is_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "api-token"
    first = api_token(file)
    file.write_text("")
    second = api_token(file)
    third = renew_token(file)
    assert len({first, second, third, ""}) == 4
    assert api_token(file) == third


# --- folders ---------------------------------------------------------------------------------------------------


def test_the_option_comes_before_the_variable(tmp_path: Path) -> None:
    env = {"SALESMATE_SYNC_HOME": str(tmp_path / "home"), "SALESMATE_SYNC_LOCKS": str(tmp_path / "locks")}
    assert folders(None, env).data == tmp_path / "home"
    assert folders(tmp_path / "option", env).data == tmp_path / "option"
    assert folders(tmp_path / "option", env).locks == folders(None, env).locks == tmp_path / "locks"
    # One Tally is asked by one program at a time, whatever the data folder.
    assert folders(tmp_path / "a", {}).locks == folders(tmp_path / "b", {}).locks


def test_the_platforms_folder_otherwise() -> None:
    found = folders(None, {})
    assert found.data.name == "salesmate-sync"
    assert found.data.is_absolute()
    assert default_data_folder().is_absolute()


def test_preparing_makes_what_is_missing(tmp_path: Path) -> None:
    found = Folders(tmp_path / "data", tmp_path / "locks").prepare().prepare()
    assert all(folder.is_dir() for folder in (found.data, found.backups, found.logs, found.locks))
    assert {found.token_file.name, found.key_file.name} == {"api-token", "master.key"}
    name = found.folder_id()
    assert len(name) == 32
    assert found.folder_id() == name
    assert Folders(tmp_path / "other", tmp_path / "locks").prepare().folder_id() != name
