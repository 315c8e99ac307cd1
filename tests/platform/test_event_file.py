"""A file that another program writes: appended to, replaced, cut off, gone, in any encoding."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.platform import event_file
from app.platform.event_file import EventFile, FileEvent, Position, Positions, event_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "events.txt"


class Reader:
    def __init__(self, path: Path) -> None:
        self.file = EventFile(path)
        self.position = Position()
        self.lost = False

    def lines(self) -> list[str]:
        news = self.file.news(self.position)
        if news is None:
            self.lost = False
            return []
        self.position, self.lost = news.position, news.lost
        return list(news.lines)


def append(path: Path, data: bytes) -> None:
    with path.open("ab") as file:
        file.write(data)


ENCODINGS = [
    ("utf-8", b""),
    ("utf-8", b"\xef\xbb\xbf"),
    ("utf-16-le", b""),
    ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b""),
    ("utf-16-be", b"\xfe\xff"),
    ("cp1252", b""),
]
IDS = ["utf-8", "utf-8 mark", "le", "le mark", "be", "be mark", "cp1252"]


@pytest.mark.parametrize(("encoding", "mark"), ENCODINGS, ids=IDS)
def test_lines_come_once_and_only_when_they_are_whole(path: Path, encoding: str, mark: bytes) -> None:
    reader = Reader(path)
    assert reader.lines() == []  # not there yet
    append(path, mark + "ev=save|mid=1\r\nev=sa".encode(encoding))
    assert reader.lines() == ["ev=save|mid=1"]
    assert reader.lines() == []
    append(path, "ve|mid=2\r\n".encode(encoding))
    assert reader.lines() == ["ev=save|mid=2"]
    # A program that opens the file anew may write its mark again; letters may be any.
    append(path, mark + "ev=save|mid=3|name=Caf\xe9\n\n".encode(encoding))
    assert [line[:13] for line in reader.lines()] == ["ev=save|mid=3"]
    assert not reader.lost
    assert EventFile(path).end() == reader.position


@given(
    encoding=st.sampled_from(ENCODINGS[:6]),
    lines=st.lists(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x0A0A), min_size=1), max_size=20),
    cuts=st.lists(st.integers(0, 2000), max_size=6),
)
def test_however_the_bytes_arrive_each_line_is_read_once(
    tmp_path_factory: pytest.TempPathFactory,
    encoding: tuple[str, bytes],
    lines: list[str],
    cuts: list[int],
) -> None:
    path = tmp_path_factory.mktemp("file") / "events.txt"
    # As ours begin: without that a few foreign letters alone would not tell one encoding from another.
    wanted = [f"SMS1|ev=save|mid=1|{line}".split("\n")[0].strip() for line in lines]
    data = encoding[1] + "".join(f"{line}\r\n" for line in wanted).encode(encoding[0])
    reader, found, before = Reader(path), [], 0
    for cut in (*sorted(min(cut, len(data)) for cut in cuts), len(data)):
        append(path, data[before:cut])
        before = cut
        found += reader.lines()
    if encoding[1] or encoding[0] == "utf-8" or all(line.isascii() for line in wanted):
        assert found == wanted
    else:
        assert len(found) == len(wanted)


def test_a_file_that_was_replaced_is_read_from_its_beginning(path: Path) -> None:
    reader = Reader(path)
    append(path, b"one\ntwo\n")
    assert reader.lines() == ["one", "two"]
    path.rename(path.with_suffix(".old"))
    assert reader.lines() == []  # gone for now
    append(path, b"three\nfour\nfive\n")
    assert reader.lines() == ["three", "four", "five"]
    assert reader.lost  # what was written just before may have gone with it


@pytest.mark.parametrize("left", [b"", b"on", b"four\n"], ids=["all", "to a part", "and written anew"])
def test_a_file_that_was_cut_off(path: Path, left: bytes) -> None:
    reader = Reader(path)
    append(path, b"one\ntwo\n")
    reader.lines()
    path.write_bytes(left)
    assert reader.lines() == [line for line in left.decode().split() if left.endswith(b"\n")]
    assert reader.lost
    assert reader.lines() == []
    append(path, b"\nfive\n")
    assert reader.lines()[-1] == "five"
    assert not reader.lost


def test_a_file_that_holds_only_its_last_line_is_noticed_each_time(path: Path) -> None:
    """Should a release of Tally write over the file instead of appending to it."""
    reader = Reader(path)
    for n in range(3):
        path.write_bytes(b"mid=%d\n" % n)
        os.utime(path, ns=(n, n))
        assert reader.lines() == [f"mid={n}"]


def test_more_than_can_be_read_line_by_line_is_passed_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_file, "MOST", 1000)
    reader = Reader(path)
    append(path, b"line\n" * 400)
    assert reader.lines() == []
    assert reader.lost
    append(path, b"next\n")
    assert reader.lines() == ["next"]


def test_a_line_without_an_end_is_passed_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_file, "LONGEST", 100)
    reader = Reader(path)
    append(path, b"x" * 101)
    assert reader.lines() == []
    assert reader.lost
    append(path, b"\nnext\n")
    assert reader.lines()[-1] == "next"


def test_what_looks_the_same_is_not_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(path)
    append(path, b"one\n")
    assert reader.lines() == ["one"]
    assert reader.lines() == []

    def refused(*_: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(Path, "open", refused)
    assert reader.lines() == []


def test_a_folder_in_its_place_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r".+"):
        EventFile(tmp_path).news(Position())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
def test_a_pipe_in_its_place_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    for look in (EventFile(path).end, lambda: EventFile(path).news(Position())):
        with pytest.raises(OSError, match="not a file"):
            look()


# --- a line ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("SMS1|ev=save|obj=Voucher|mid=12|cguid=ab-1|vtype=Sales|name=A|B", FileEvent("save", "voucher", "12", "ab-1")),
        ("SMS1|ev=save|obj=Ledger|mid= 7 |cguid=", FileEvent("save", "master", "7", "")),
        ("SMS1|ev=delete|obj=|mid=007|vtype=Receipt", FileEvent("delete", "voucher", "7", "")),
        ("SMS1|ev=cancel|obj=|mid=7|vtype=", FileEvent("cancel", "", "7", "")),
        ("SMS1|ev=save|obj=Voucher|mid=0", None),  # a voucher has no number before it is saved
        ("SMS1|ev=save|obj=Voucher|mid=१२", None),
        ("SMS1|ev=save|obj=Voucher|mid=1e9", None),
        ("SMS1|ev=save|obj=Voucher|mid=" + "9" * 40, None),
        ("SMS1|ev=drop|obj=Voucher|mid=1", None),
        ("SMS1|ev=save", None),
        ("SMS2|ev=save|obj=Voucher|mid=1", None),
        ("", None),
        ("Ã¿Ã¾ S M S 1", None),
    ],
)
def test_a_line_says_where_to_look_or_nothing(line: str, event: FileEvent | None) -> None:
    assert event_of(line) == event


@given(st.text())
def test_no_line_is_too_odd(line: str) -> None:
    event_of(line)
    event_of(f"SMS1|{line}")


# --- where we are --------------------------------------------------------------------------------------------------


def test_positions_outlive_the_program(tmp_path: Path) -> None:
    kept = Positions(tmp_path / "positions.json")
    assert kept.get("a") is None
    kept.keep("a", Position(10, "x"))
    kept.keep("b", Position(20, "y"))
    again = Positions(tmp_path / "positions.json")
    assert (again.get("a"), again.get("b")) == (Position(10, "x"), Position(20, "y"))
    again.only(frozenset({"b", "c"}))
    assert Positions(tmp_path / "positions.json").get("a") is None
    assert Positions(tmp_path / "positions.json").get("b") == Position(20, "y")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', '{"a": {"offset": "x", "mark": ""}}'])
def test_damaged_positions_are_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "positions.json").write_text(text)
    assert Positions(tmp_path / "positions.json").get("a") is None
