"""``python -m tests.chaos --minutes N``: the whole proof at length, in worker processes; ``--replay`` repeats one finding."""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.chaos.erps import CHARACTERS
from tests.chaos.sweep import Found, Sweep, Tally, Trial, any_setup_of, sweep
from tests.chaos.world import Setup


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument(
        "--seed", type=int, default=None, help="where the histories begin; another one each time if left out"
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--most", type=int, default=5, help="findings of a worker before it stops")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--only", choices=("sweep", "machine", "kills"), default=None)
    parser.add_argument(
        "--setup", default=None, help="sweep this kind of world alone, as 'AB,manual,propagate,customer'"
    )
    parser.add_argument(
        "--replay", nargs=3, metavar=("SETUP", "SEED", "TRIAL"), help="one crash trial, as it was printed"
    )
    parser.add_argument("--machine", type=int, metavar="SEED", help="one batch of the state machine")
    parser.add_argument("--kill", type=int, metavar="SEED", help="one history with killed processes")
    parser.add_argument("--mistake", default=None, help="with this seeded mistake")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    options = _arguments(argv)
    if options.replay:
        return _repeat(options)
    if options.machine is not None or options.kill is not None:
        return _again(options)
    return _at_length(options)


def _repeat(options: argparse.Namespace) -> int:
    from tests.chaos.mistakes import MISTAKES

    mistake = MISTAKES.get(options.mistake)
    story = mistake.story if mistake else None
    setup, seed, trial = options.replay
    with (
        mistake.made() if mistake else nullcontext(CHARACTERS) as characters,
        closing(Sweep(characters, story=story)) as rig,
    ):
        found = rig.replay(Setup.of(setup), int(seed), Trial.of(trial))
    print(found or "Nothing is broken.")
    return 1 if found else 0


def _again(options: argparse.Namespace) -> int:
    """A batch of the state machine, or a history with killed processes."""
    if options.kill is not None:
        from tests.chaos.killer import one_history

        broken = "\n".join(one_history(options.kill, Tally()))
    else:
        from tests.chaos.machine import broken_by

        broken = broken_by(options.machine)
    print(broken or "Nothing is broken.")
    return 1 if broken else 0


def _at_length(options: argparse.Namespace) -> int:
    seed = options.seed if options.seed is not None else int(time.time()) % 1_000_000
    print(f"seed {seed}, {options.workers} workers, {options.minutes:g} minutes, {options.database}", flush=True)
    started = time.monotonic()
    tally, found = Tally(), []
    with ProcessPoolExecutor(options.workers) as pool:
        jobs = [pool.submit(work, vars(options), seed, number) for number in range(options.workers)]
        for job in jobs:
            part, theirs = job.result()
            tally.add(part)
            found += theirs
    minutes = (time.monotonic() - started) / 60
    print(
        f"{tally.histories:,} histories, {tally.trials:,} crash trials ({tally.crashes:,} deaths), {tally.examples:,} examples of"
        f" the state machine, {tally.runs:,} syncs in processes of their own with {tally.kills:,} SIGKILLs,"
        f" {tally.faults:,} faults, {tally.edits:,} edits between death and restart,"
        f" {len(found)} violations, in {minutes:.1f} minutes"
    )
    print("points of death: " + ", ".join(f"{name} {count:,}" for name, count in sorted(tally.points.items())))
    print(
        "told to people instead of done: "
        + (", ".join(f"{n} {c:,}" for n, c in sorted(tally.excused.items())) or "nothing")
    )
    for one in found:
        print(f"\n{one}")
    return 1 if found else 0


def work(options: dict[str, Any], seed: int, number: int) -> tuple[Tally, list[Any]]:
    """One worker's share: most of its time the sweep, then the state machine and the killed processes."""
    end = time.monotonic() + options["minutes"] * 60
    tally, found = Tally(), []
    shares = {"sweep": 0.7, "machine": 0.15, "kills": 0.15}
    if options["only"]:
        shares = {options["only"]: 1.0}
    for kind, share in shares.items():
        until = min(end, time.monotonic() + options["minutes"] * 60 * share)
        part, theirs = _KINDS[kind](options, seed, number, until)
        tally.add(part)
        found += theirs
    return tally, found


def _sweep(options: dict[str, Any], seed: int, number: int, until: float) -> tuple[Tally, list[Found]]:
    seeds = itertools.count(seed + number, options["workers"])
    chosen = Setup.of(options["setup"]) if options["setup"] else None
    with _database(options, number) as url:
        return sweep(
            seeds, until, most=options["most"], url=url, setups=(lambda _seed: chosen) if chosen else any_setup_of
        )


def _machine(options: dict[str, Any], seed: int, number: int, until: float) -> tuple[Tally, list[str]]:
    from tests.chaos.machine import run_until

    return run_until(seed + number, until)


def _kills(options: dict[str, Any], seed: int, number: int, until: float) -> tuple[Tally, list[str]]:
    from tests.chaos.killer import kill_until

    return kill_until(seed + number * 1_000, until)


@contextmanager
def _database(options: dict[str, Any], number: int) -> Iterator[str | None]:
    """The hub's address: a file of its own (``None``), or a database on a server of its own."""
    if options["database"] == "sqlite":
        yield None
        return
    from tests.postgres import Server

    with TemporaryDirectory() as folder:
        server = Server(Path(folder))
        try:
            yield server.url(server.copy())
        finally:
            server.stop()


_KINDS = {"sweep": _sweep, "machine": _machine, "kills": _kills}


if __name__ == "__main__":
    sys.exit(main())
