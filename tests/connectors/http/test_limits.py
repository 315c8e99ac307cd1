"""The limiter: no stretch of time ever holds more than the limit, whoever asks, whatever dies."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.connectors.http.buckets import MemoryLimits
from app.connectors.http.limits import Limiter, Limits
from app.connectors.http.vendors import POLICIES, Policy
from app.model.cancel import CancelToken
from app.model.errors import Cancelled, RateLimited
from app.model.limits import CONCURRENT, KINDS, WINDOWS, Buckets
from tests.connectors.http.clocks import START, HandClock, Process, limiter

MINUTE = Policy("Books Online", {"per_minute": 3, CONCURRENT: 2})


def call(one: Limiter, cost: dict[str, int] | None = None, hold: float = 1e9) -> None:
    with one.turn(CancelToken(), cost=cost, hold=hold):
        pass


# --- the property -----------------------------------------------------------------------------------------------

#: One window, or a short and a long one; limits that are reached soon, and ones of which turns are taken ahead.
LIMITS = st.dictionaries(
    st.sampled_from(list(WINDOWS)), st.sampled_from([1, 2, 3, 17, 40]), min_size=1, max_size=2
).flatmap(lambda windows: st.builds(lambda seats: {**windows, CONCURRENT: seats}, st.integers(1, 3)))


@st.composite
def steps(draw: st.DrawFn, limits: dict[str, int]) -> list[tuple[int, int, int, str]]:
    """What happens: the time since the step before (ms; often about a slot or a window), in which process, how many calls, what
    else."""
    window = WINDOWS[draw(st.sampled_from([kind for kind in limits if kind != CONCURRENT]))]
    slot, whole = window.slot, window.slots * window.slot
    gaps = [0, 1, slot // 2, slot - 1, slot, whole - slot, whole - slot // 2, whole - 1, whole, whole + 1]
    step = st.tuples(
        st.sampled_from(gaps),
        st.integers(0, 2),
        st.sampled_from([0, 1, 2, 5, 20]),
        st.sampled_from(["", "", "", "dear", "crash", "rest"]),
    )
    return draw(st.lists(step, min_size=2, max_size=20))


def most_in_any(sent: Sequence[tuple[int, int]], milliseconds: int) -> int:
    """The most that a stretch of that length (without its end) holds."""
    worst = held = first = 0
    for at, cost in sent:
        held += cost
        while sent[first][0] <= at - milliseconds:
            held -= sent[first][1]
            first += 1
        worst = max(worst, held)
    return worst


@settings(max_examples=150)
@given(LIMITS, st.data())
def test_no_window_ever_holds_more_than_its_limit(limits: dict[str, int], data: st.DataObject) -> None:
    clock, shared, dead = HandClock(), MemoryLimits(), set[str]()
    policy = Policy("Books Online", limits)
    made = 0

    def fresh() -> Limiter:
        nonlocal made
        made += 1
        return limiter(clock, policy, Process(f"p{made}", shared, dead))

    processes = [fresh() for _ in range(3)]
    sent: list[tuple[int, int]] = []
    for gap, number, calls, what in data.draw(steps(limits)):
        clock.forward(gap / 1000)
        one = processes[number]
        if what == "crash":
            dead.add(one._store.holder)
            processes[number] = fresh()
        elif what == "rest":
            one.rest()
        for _ in range(calls):
            cost = min(2, *limits.values()) if what == "dear" else 1
            with one.turn(CancelToken(), cost=dict.fromkeys(WINDOWS, cost), hold=1e9):
                sent.append((clock.ms, cost))
    for kind, limit in limits.items():
        if kind != CONCURRENT:
            assert most_in_any(sent, WINDOWS[kind].seconds * 1000) <= limit


@given(st.lists(st.tuples(st.integers(0, 2), st.booleans()), max_size=40))
def test_no_more_calls_are_under_way_than_may_be(steps: list[tuple[int, bool]]) -> None:
    clock, shared = HandClock(), MemoryLimits()
    processes = [limiter(clock, Policy("Books", {CONCURRENT: 3}), Process(f"p{n}", shared)) for n in range(3)]
    held: list[ExitStack] = []

    def give_one_back() -> None:
        if held:
            held.pop(0).close()

    clock.while_waiting = give_one_back
    for number, begin in steps:
        clock.forward(0.4)
        if begin:
            stack = ExitStack()
            stack.enter_context(processes[number].turn(CancelToken()))
            held.append(stack)
            assert len(held) <= 3
        else:
            give_one_back()


@given(st.dictionaries(st.integers(0, 70), st.integers(1, 5), max_size=30), st.integers(1, 8), st.integers(1, 8))
def test_the_moment_that_is_named_is_the_first_at_which_it_fits(used: dict[int, int], limit: int, cost: int) -> None:
    window = WINDOWS["per_minute"]
    now = 70 * window.slot + 123
    at = window.free_at(used, limit, cost, now)
    assert at >= now
    assert window.used(used, at) <= max(limit - cost, 0)
    if at > now:
        assert window.used(used, at - 1) > max(limit - cost, 0)


# --- waiting ----------------------------------------------------------------------------------------------------


def test_what_fits_goes_at_once_and_the_rest_waits_for_its_window() -> None:
    clock = HandClock()
    one = limiter(clock, MINUTE)
    for _ in range(3):
        call(one)
    assert clock.now == START
    call(one)
    assert timedelta(seconds=60) <= clock.now - START <= timedelta(seconds=62)


def test_a_call_that_costs_more_takes_more() -> None:
    clock = HandClock()
    one = limiter(clock, MINUTE)
    call(one, {"per_minute": 3})
    assert clock.now == START
    call(one)
    assert clock.now > START + timedelta(seconds=59)


def test_a_call_dearer_than_the_limit_waits_for_an_empty_window() -> None:
    clock = HandClock()
    one = limiter(clock, MINUTE)
    call(one)
    call(one, {"per_minute": 50})
    assert clock.now >= START + timedelta(seconds=60)


def test_a_wait_longer_than_a_run_holds_on_ends_it_and_says_until_when() -> None:
    clock = HandClock()
    one = limiter(clock, Policy("Zoho", {"per_day": 2, CONCURRENT: 1}))
    call(one)
    call(one)
    with pytest.raises(RateLimited, match="Zoho allows a day are used up until") as caught:
        call(one, hold=120)
    assert START + timedelta(hours=24) <= caught.value.until <= START + timedelta(hours=24, minutes=20)
    assert clock.now == START


def test_a_wait_is_told_in_words_and_so_is_its_end() -> None:
    told: list[tuple[datetime | None, str]] = []
    clock = HandClock()
    one = limiter(clock, MINUTE, tell=lambda _id, until, text: told.append((until, text)))
    one.refused(30)
    call(one)
    at = clock.now
    (until, text), end = told
    assert until is not None
    assert until <= at
    assert text == f"Books Online asks us to wait until {until.astimezone():%H:%M:%S}"
    assert end == (None, "")


def test_a_wait_that_is_short_is_not_worth_a_word() -> None:
    told: list[str] = []
    clock = HandClock()
    one = limiter(clock, MINUTE, tell=lambda _id, _until, text: told.append(text))
    one.refused(1)
    call(one)
    assert told == []
    assert clock.now > START


def test_a_wait_can_be_cancelled() -> None:
    clock, cancel = HandClock(), CancelToken()
    one = limiter(clock, MINUTE)
    one.refused(100)
    clock.while_waiting = cancel.cancel
    with pytest.raises(Cancelled), one.turn(cancel):
        raise AssertionError("no turn was given")
    clock.while_waiting = lambda: None
    call(one)  # the queue goes on


# --- the server's word ------------------------------------------------------------------------------------------


def test_a_named_time_is_kept_and_survives_the_process() -> None:
    clock, shared = HandClock(), MemoryLimits()
    until = limiter(clock, MINUTE, Process("a", shared)).refused(90)
    assert until == START + timedelta(seconds=90)
    call(limiter(clock, MINUTE, Process("b", shared)))
    assert clock.now >= until


def test_without_a_named_time_the_wait_doubles_until_it_is_over() -> None:
    clock = HandClock()
    one = limiter(clock, Policy("Zoho", {CONCURRENT: 5}, backoff=2.0, longest=60.0))
    waits = []
    for _ in range(7):
        before = clock.now
        until = one.refused(None)
        assert one.refused(None) == until  # another call that was under way with it
        one.went_well()  # and one that had got through
        call(one)
        waits.append(round((until - before).total_seconds()))
    assert waits == [2, 4, 8, 16, 32, 60, 60]
    one.went_well()
    assert one.refused(None) == clock.now + timedelta(seconds=2)


def test_a_good_answer_forgets_refusals_of_a_process_before() -> None:
    clock, shared = HandClock(), MemoryLimits()
    policy = Policy("Zoho", {CONCURRENT: 5}, backoff=2.0)
    first = limiter(clock, policy, Process("a", shared))
    first.refused(None)
    second = limiter(clock, policy, Process("b", shared))
    call(second)
    second.went_well()
    assert second.refused(None) == clock.now + timedelta(seconds=2)


def test_what_others_use_of_our_limit_counts_too() -> None:
    clock = HandClock()
    one = limiter(clock, Policy("Zoho", {"per_day": 10, CONCURRENT: 1}))
    one.learn("per_day", 1)
    call(one)
    with pytest.raises(RateLimited):
        call(one, hold=120)


def test_quickbooks_waits_a_minute_and_asks_less_than_it_may() -> None:
    policy = POLICIES["quickbooks"]
    one = limiter(HandClock(), policy)
    assert one.refused(None) == START + timedelta(seconds=60)
    assert policy.limits["per_minute"] < 500
    assert policy.limits["per_second"] < 10
    for one_policy in POLICIES.values():
        assert set(one_policy.limits) <= set(KINDS)
        assert CONCURRENT in one_policy.limits


# --- sharing ----------------------------------------------------------------------------------------------------


def test_turns_taken_ahead_come_back_when_they_are_not_used() -> None:
    clock, shared = HandClock(), MemoryLimits()
    policy = Policy("Books", {"per_hour": 400, CONCURRENT: 2})
    one = limiter(clock, policy, Process("a", shared))
    call(one)
    used = lambda: shared._buckets["c"]["per_hour"].used(clock.ms)  # noqa: E731
    assert used() > 1
    one.rest()
    assert used() == 1
    call(one)
    clock.forward(120)
    call(one)
    one.rest()
    assert used() == 3


def test_most_calls_ask_no_store() -> None:
    clock, shared = HandClock(), MemoryLimits()
    store = Process("a", shared)
    asked: list[int] = []
    change = store.change
    store.change = lambda *given: (asked.append(1), change(*given))[1]  # type: ignore[assignment, method-assign, func-returns-value]
    one = limiter(clock, Policy("Books", {"per_day": 100_000, CONCURRENT: 2}), store)
    one.went_well()
    asked.clear()
    for _ in range(200):
        call(one)
        clock.forward(0.1)
    assert len(asked) <= 50


def test_a_process_that_waits_is_not_passed_over_by_one_that_is_busy() -> None:
    clock, shared = HandClock(), MemoryLimits()
    policy = Policy("Books", {CONCURRENT: 1})
    busy, other = (limiter(clock, policy, Process(name, shared)) for name in ("busy", "other"))
    with busy.turn(CancelToken()):
        assert other._admit({}, clock.ms) is not None
        clock.forward(2)
    assert busy._admit({}, clock.ms) is not None  # it is the other's turn
    call(other)
    other.rest()
    clock.forward(0.3)
    call(busy)


def test_the_seats_of_a_dead_process_are_free() -> None:
    clock, shared, dead = HandClock(), MemoryLimits(), set[str]()
    policy = Policy("Books", {CONCURRENT: 1})
    limiter(clock, policy, Process("a", shared, dead))._admit({}, clock.ms)
    other = limiter(clock, policy, Process("b", shared, dead))
    assert other._admit({}, clock.ms) is not None
    dead.add("a")
    assert other._admit({}, clock.ms) is None


def test_a_seat_of_a_process_that_cannot_be_asked_is_free_after_a_while() -> None:
    clock, shared = HandClock(), MemoryLimits()
    policy = Policy("Books", {CONCURRENT: 1})
    limiter(clock, policy, Process("far", shared))._admit({}, clock.ms)
    call(limiter(clock, policy, Process("b", shared)))
    assert START + timedelta(minutes=9) < clock.now < START + timedelta(minutes=11)


def test_threads_take_turns_in_the_order_in_which_they_came() -> None:
    """With real time: a seat that comes free wakes whoever waits first."""
    one = Limits().of("c", Policy("Books", {CONCURRENT: 1}))
    order: list[int] = []
    threads = []

    def work(number: int) -> None:
        with one.turn(CancelToken()):
            order.append(number)

    with one.turn(CancelToken()):
        for number in range(5):
            threads.append(threading.Thread(target=work, args=(number,)))
            threads[-1].start()
            while len(one._queue) <= number:
                threading.Event().wait(0.001)
    for thread in threads:
        thread.join(30)
    assert order == [0, 1, 2, 3, 4]


def test_a_limit_that_a_person_lowered_stays_when_the_vendors_changes() -> None:
    store = MemoryLimits()
    store.prepare("c", {"per_day": 100, CONCURRENT: 4})

    def lower(buckets: dict) -> None:  # type: ignore[type-arg]
        buckets["per_day"].limit = 40

    store.change("c", lower)
    store.prepare("c", {"per_day": 200, CONCURRENT: 8})
    limits = store.change("c", lambda buckets: {kind: (one.limit, one.vendor) for kind, one in buckets.items()})
    assert limits == {"per_day": (40, 200), CONCURRENT: (8, 8)}


def test_a_clock_that_is_put_back_frees_nothing_and_blocks_for_no_longer_than_the_window() -> None:
    clock = HandClock()
    one = limiter(clock, MINUTE)
    for _ in range(3):
        call(one)
    clock.forward(-3600)
    again = clock.now
    call(one)
    assert timedelta(seconds=60) <= clock.now - again <= timedelta(seconds=62)


def test_what_a_server_said_before_the_clock_was_put_back_is_forgotten() -> None:
    store, clock = MemoryLimits(), HandClock()
    store.prepare("c", {CONCURRENT: 1})

    def work(buckets: Buckets) -> None:
        buckets[CONCURRENT].blocked_until = int((START + timedelta(days=400)).timestamp() * 1000)

    store.change("c", work)
    call(limiter(clock, MINUTE, store), hold=1.0)
