from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.model.errors import Conflicting
from app.platform.instance import InstanceLock
from app.platform.power import ResumeWatch

HOLDING = """
import sys
from pathlib import Path
from app.platform.instance import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print(lock.take("serve"), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other(tmp_path: Path):
    """Another process that holds the lock."""
    command = [sys.executable, "-c", HOLDING, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()


def test_another_thread_may_let_go_of_it(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path)
    with ThreadPoolExecutor(1) as worker:
        assert worker.submit(lock.take, "window").result()
    lock.release()
    assert not (tmp_path / "instance.json").exists()
    assert InstanceLock(tmp_path).take("restore")


def test_another_process_is_seen_and_named(tmp_path: Path, other) -> None:
    lock = InstanceLock(tmp_path)
    assert not lock.take("window")
    holder = lock.holder()
    assert holder is not None
    assert (holder.pid, holder.kind) == (other.pid, "serve")
    with pytest.raises(Conflicting, match=f"process {other.pid}, serve") as caught:
        lock.hold("restore")
    assert caught.value.code == "in_use"
    lock.release()  # not ours: nothing happens
    assert lock.holder() == holder


def test_a_killed_process_lets_go(tmp_path: Path, other) -> None:
    other.kill()
    other.wait()
    lock = InstanceLock(tmp_path)
    with lock.hold("restore"):
        holder = lock.holder()
        assert holder is not None
        assert holder.kind == "restore"
    assert lock.holder() is None
    assert lock.take("window")
    lock.release()


def test_a_spoiled_note_is_no_note(tmp_path: Path) -> None:
    for text in ("", "[]", "{}", '{"pid": 1}'):
        (tmp_path / "instance.json").write_text(text)
        assert InstanceLock(tmp_path).holder() is None


def test_sleep_is_seen_as_a_gap() -> None:
    watch = ResumeWatch(interval=10, slack=30)
    assert [watch.tick(now) for now in (0, 10, 45, 85, 7300, 7310, 100, 110)] == [
        None, None, None, None, 7215, None, None, None,
    ]  # fmt: skip
