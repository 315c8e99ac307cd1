"""The client before a real server on loopback: answers that are cut, slow, huge, elsewhere, or ask us to wait."""

from __future__ import annotations

import gzip
import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.connectors.http.answers import Answer
from app.connectors.http.client import Call, Client, Times
from app.connectors.http.failures import Throttled
from app.connectors.http.limits import Limiter
from app.connectors.http.vendors import POLICIES, Policy
from app.model import errors
from app.model.cancel import CancelToken
from app.model.limits import CONCURRENT
from tests.connectors.http.clocks import START, HandClock, limiter
from tests.connectors.http.server import Server, answer, drip, hang_up, self_signed, serving, silence

PLAIN = Policy("Books Online", {CONCURRENT: 4})
GET = Call("GET", "items", params={"q": "private"})
POST = Call("POST", "items", body=b'{"name": "Asha"}')


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


class Bench:
    """Clients of one server; their pauses between tries take no time."""

    def __init__(self, server: Server, clock: HandClock) -> None:
        self.server, self.clock = server, clock
        self.pauses: list[float] = []
        self._open: list[Client] = []

    def client(
        self, policy: Policy = PLAIN, *, path: str = "/crm/v8", one: Limiter | None = None, **more: Any
    ) -> Client:
        made = Client(
            self.server.url + path,
            policy.title,
            one or limiter(self.clock, policy),
            sleep=lambda _cancel, seconds: self.pauses.append(seconds),
            **more,
        )
        self._open.append(made)
        return made

    def close(self) -> None:
        for one in self._open:
            one.close()


@pytest.fixture
def bench(server: Server, clock: HandClock) -> Iterator[Bench]:
    made = Bench(server, clock)
    yield made
    made.close()


def read(client: Client, call: Call = GET, **more: Any) -> Answer:
    return client.read(call, CancelToken(), **more)


# --- what is sent and read --------------------------------------------------------------------------------------


def test_a_call_goes_below_the_base_address_with_what_proves_who_we_are(bench: Bench, server: Server) -> None:
    client = bench.client(sign=lambda: {"Authorization": "Bearer s3cret"})
    assert read(client).good
    (asked,) = server.asked
    assert (asked.method, asked.target) == ("GET", "/crm/v8/items?q=private")
    assert asked.headers["authorization"] == "Bearer s3cret"
    assert asked.headers["user-agent"].startswith("SalesMateSync/")


def test_numbers_of_an_answer_are_never_floats(bench: Bench, server: Server) -> None:
    server.plan = [answer(body=b'{"rate": 0.1, "big": 12345678901234567890.123456789, "n": 7, "none": null}')]
    assert read(bench.client()).json() == {"rate": "0.1", "big": "12345678901234567890.123456789", "n": 7, "none": None}


@pytest.mark.parametrize(
    "body",
    [b"<html>Sign in</html>", b'{"a": NaN}', b'{"a": "\xff"}', b"[" * 100_000, b'{"a": 1'],
    ids=["page", "nan", "utf8", "deep", "half"],
)
def test_what_is_not_json_is_not_used(bench: Bench, server: Server, body: bytes) -> None:
    server.plan = [answer(body=body)]
    with pytest.raises(errors.BadAnswer):
        read(bench.client()).json()


def test_no_body_is_no_value(bench: Bench, server: Server) -> None:
    server.plan = [answer(204, b"")]
    assert read(bench.client()).json() is None


def test_a_zipped_answer_is_read(bench: Bench, server: Server) -> None:
    server.plan = [answer(body=gzip.compress(b"[1]"), Content_Encoding="gzip")]
    assert read(bench.client()).json() == [1]


# --- what goes wrong --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "kind"), [(401, errors.AuthRequired), (403, errors.Forbidden)], ids=["login", "permission"]
)
@pytest.mark.parametrize("way", ["read", "write"])
def test_a_refusal_is_not_tried_again(
    bench: Bench, server: Server, status: int, kind: type[Exception], way: str
) -> None:
    server.plan = [answer(status)]
    with pytest.raises(kind):
        getattr(bench.client(), way)(GET, CancelToken())
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [400, 404, 409, 412, 422])
def test_other_refusals_are_the_connectors_to_understand(bench: Bench, server: Server, status: int) -> None:
    server.plan = [answer(status, b'{"code": "X"}')]
    found = bench.client().write(POST, CancelToken())
    assert (found.status, found.good, found.json()) == (status, False, {"code": "X"})


@pytest.mark.parametrize(
    "trouble",
    [answer(500), answer(502, b"<html>502 Proxy Error</html>"), answer(503), answer(408), answer(cut=1), hang_up],
    ids=["500", "502", "503", "408", "cut", "hangs up"],
)
def test_a_read_is_tried_again_and_a_write_never(bench: Bench, server: Server, trouble: Any) -> None:
    server.plan = [trouble, trouble]
    assert read(bench.client()).good
    assert len(server.asked) == 3
    assert len(bench.pauses) == 2
    assert all(0 <= pause <= 15 for pause in bench.pauses)
    server.asked.clear()
    server.plan = [trouble]
    with pytest.raises(errors.UnknownOutcome):
        bench.client().write(POST, CancelToken())
    assert len(server.asked) == 1


def test_a_read_is_given_up_after_a_few_tries(bench: Bench, server: Server) -> None:
    server.plan = [answer(502)] * 9
    with pytest.raises(errors.NotReady, match="status 502"):
        read(bench.client())
    assert len(server.asked) == 4


@pytest.mark.parametrize("trouble", [silence, drip], ids=["silence", "drip"])
def test_a_slow_answer_is_not_waited_for_for_ever(bench: Bench, server: Server, trouble: Any) -> None:
    client = bench.client(times=Times(silence=0.2, whole=0.2))
    server.plan = [trouble]
    assert read(client).good
    server.plan = [trouble]
    with pytest.raises(errors.UnknownOutcome):
        client.write(POST, CancelToken())


@pytest.mark.parametrize("zipped", [False, True], ids=["plain", "zipped"])
def test_an_answer_that_is_too_large_is_not_read_on(bench: Bench, server: Server, zipped: bool) -> None:
    body = b"0" * 3_000_000
    huge = answer(body=gzip.compress(body), Content_Encoding="gzip") if zipped else answer(body=body)
    call = Call("GET", "items", largest=1024 * 1024)
    server.plan = [huge]
    with pytest.raises(errors.BadAnswer, match="larger than 1 MB"):
        read(bench.client(), call)
    assert len(server.asked) == 1
    server.plan = [huge]
    with pytest.raises(errors.UnknownOutcome):
        bench.client().write(call, CancelToken())


def test_nobody_there_is_said_and_nothing_was_sent(clock: HandClock) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
    client = Client(url, "Books Online", limiter(clock, PLAIN), sleep=lambda _cancel, _seconds: None)
    for way in (client.read, client.write):
        with pytest.raises(errors.Unreachable, match="Nothing was sent"):
            way(POST, CancelToken())
    client.close()


def test_a_server_that_cannot_prove_who_it_is_gets_nothing(tmp_path: Path, clock: HandClock) -> None:
    files = self_signed(tmp_path)
    own = ssl.create_default_context(cafile=files[0])
    with serving(files) as server:
        client = Client(server.url, "Books Online", limiter(clock, PLAIN))
        with pytest.raises(errors.Misconfigured) as caught:
            client.write(POST, CancelToken())
        client.close()
        assert caught.value.code == "tls"
        assert server.asked == []
        known = Client(server.url, "Books Online", limiter(clock, PLAIN), tls=own)
        assert known.write(POST, CancelToken()).good
        known.close()


def test_a_cancelled_read_ends_in_the_middle_of_an_answer(bench: Bench, server: Server) -> None:
    cancel = CancelToken()
    server.plan = [lambda conn: (cancel.cancel(), drip(conn))[1]]  # type: ignore[func-returns-value]
    with pytest.raises(errors.Cancelled):
        bench.client().read(GET, cancel)


# --- addresses --------------------------------------------------------------------------------------------------


def test_plain_http_goes_to_loopback_or_where_it_is_allowed(clock: HandClock) -> None:
    one = limiter(clock, PLAIN)
    with pytest.raises(errors.Misconfigured, match="unprotected"):
        Client("http://books.example", "Books Online", one)
    Client("http://books.example", "Books Online", one, plain_http=True).close()
    with pytest.raises(errors.Misconfigured, match="proxy"):
        Client("https://books.example", "Books Online", one, proxy="what?")


@pytest.mark.parametrize("path", ["http://127.0.0.1:1/x", "https://evil.example/x", "//evil.example/x"])
def test_an_address_on_another_server_is_not_asked(bench: Bench, server: Server, path: str) -> None:
    client = bench.client(sign=lambda: {"Authorization": "Bearer s3cret"})
    if "://" in path:
        with pytest.raises(errors.Misconfigured, match="another server"):
            read(client, Call("GET", path))
    server.plan = [answer(302, Location=path)]
    with pytest.raises(errors.Misconfigured, match="another server"):
        read(client)
    assert len(server.asked) == 1
    server.plan = [answer(302, Location="https://[")]
    with pytest.raises(errors.Misconfigured, match="not a web address"):
        read(client)


@pytest.mark.parametrize("host", ["a..b", "a" * 64, "\xad"], ids=["dots", "long", "nothing"])
def test_a_name_that_is_none_is_said(clock: HandClock, host: str) -> None:
    client = Client(f"https://{host}", "Books Online", limiter(clock, PLAIN), proxy="none")
    with pytest.raises(errors.Misconfigured, match="not a web address"):
        client.write(GET, CancelToken())
    client.close()


def test_a_redirect_on_the_same_server_is_followed_by_reads_alone(bench: Bench, server: Server) -> None:
    server.plan = [answer(302, Location="/crm/v9/items")]
    assert read(bench.client()).good
    assert server.targets == ["/crm/v8/items?q=private", "/crm/v9/items"]
    server.plan = [answer(307, Location="/crm/v9/items")]
    with pytest.raises(errors.Misconfigured, match="moved"):
        bench.client().write(POST, CancelToken())
    server.plan = [answer(302, Location="/crm/v8/items")] * 9
    with pytest.raises(errors.Misconfigured, match="moved"):
        read(bench.client())


def test_a_next_page_may_be_named_whole(bench: Bench, server: Server) -> None:
    assert read(bench.client(), Call("GET", f"{server.url}/crm/v8/items?page=2")).good
    assert server.targets == ["/crm/v8/items?page=2"]


# --- being asked to wait ----------------------------------------------------------------------------------------

TOO_OFTEN = b"<Fault type='SERVICE'><Error code=\"3001\"><Message>message=ThrottleExceeded; statusCode=429</Message>"


@pytest.mark.parametrize("way", ["read", "write"])
@pytest.mark.parametrize(
    ("policy", "refusal", "seconds"),
    [
        (PLAIN, answer(429, Retry_After="30"), 30),
        (PLAIN, answer(429, Retry_After="Sat, 01 Aug 2026 09:00:40 GMT", Date="Sat, 01 Aug 2026 09:00:00 GMT"), 40),
        (PLAIN, answer(429, Retry_After="soon"), 5),
        (PLAIN, answer(429, Retry_After="99999999"), 5),
        (POLICIES["zoho"], answer(429, b'{"code": "TOO_MANY_REQUESTS"}'), 2),
        (POLICIES["quickbooks"], answer(429), 60),
        (POLICIES["quickbooks"], answer(400, TOO_OFTEN), 60),
        (POLICIES["quickbooks"], answer(403, b'{"fault":{"error":[{"code":"3001"}]}}'), 60),
    ],
    ids=["seconds", "date", "nonsense", "years", "zoho", "quickbooks", "quickbooks xml", "quickbooks json"],
)
def test_a_refusal_because_of_too_many_calls_is_waited_out(
    bench: Bench, server: Server, clock: HandClock, policy: Policy, refusal: Any, seconds: int, way: str
) -> None:
    """Also a write's: the server has not taken it."""
    server.plan = [refusal]
    assert getattr(bench.client(policy), way)(POST, CancelToken()).good
    assert len(server.asked) == 2
    assert timedelta(seconds=seconds) <= clock.now - START <= timedelta(seconds=seconds + 2)
    assert bench.pauses == []


def test_a_wait_too_long_for_a_run_ends_it(bench: Bench, server: Server, clock: HandClock) -> None:
    server.plan = [answer(429, Retry_After="3600")]
    with pytest.raises(errors.RateLimited, match="Books Online asks us to wait until") as caught:
        read(bench.client())
    assert caught.value.until == START + timedelta(hours=1)
    assert clock.now == START
    assert len(server.asked) == 1


def test_a_server_that_refuses_again_and_again_is_left_alone_for_longer(
    bench: Bench, server: Server, clock: HandClock
) -> None:
    server.plan = [answer(429)] * 30
    with pytest.raises(errors.RateLimited):
        read(bench.client(POLICIES["zoho"]))
    assert len(server.asked) == 7  # after 2, 4, 8, 16, 32, 64 seconds; the next wait is too long


def test_a_busy_server_that_names_a_time_is_left_alone_until_then(
    bench: Bench, server: Server, clock: HandClock
) -> None:
    server.plan = [answer(503, Retry_After="60")]
    assert read(bench.client()).good
    assert clock.now >= START + timedelta(seconds=60)
    server.plan = [answer(503, Retry_After="60")]
    with pytest.raises(errors.UnknownOutcome):
        bench.client().write(POST, CancelToken())


def test_a_connector_may_know_better_what_an_answer_means(bench: Bench, server: Server, clock: HandClock) -> None:
    def judge(found: Answer) -> errors.ConnectorError | Throttled | None:
        if found.json().get("busy"):
            return Throttled(20)
        return errors.Rejected("No such field.") if found.json().get("code") == 299 else None

    server.plan = [answer(body=b'{"busy": true}'), answer(500, b'{"code": 299}')]
    with pytest.raises(errors.Rejected):
        bench.client().write(POST, CancelToken(), judge=judge)
    assert clock.now >= START + timedelta(seconds=20)


def test_what_the_server_says_is_left_is_believed(bench: Bench, server: Server, clock: HandClock) -> None:
    policy = Policy("Zoho", {"per_day": 1000, CONCURRENT: 5}, remaining={"X-API-CREDITS-REMAINING": "per_day"})
    server.plan = [answer(X_API_CREDITS_REMAINING="0")]
    client = bench.client(policy)
    read(client)
    with pytest.raises(errors.RateLimited, match="used up"):
        read(client)


def test_threads_share_the_places_of_a_connection(bench: Bench, server: Server) -> None:
    """Real time, as it is about threads: two places, six calls, never three at once."""
    from app.connectors.http.limits import Limits

    together, most, lock = 0, 0, threading.Lock()

    def counted(conn: socket.socket) -> None:
        nonlocal together, most
        with lock:
            together += 1
            most = max(most, together)
        threading.Event().wait(0.02)
        with lock:
            together -= 1
        answer()(conn)

    server.plan = [counted] * 6
    client = bench.client(one=Limits().of("c", Policy("Books", {CONCURRENT: 2})))
    threads = [threading.Thread(target=read, args=(client,)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(server.asked) == 6
    assert most <= 2


def test_nothing_private_is_logged(bench: Bench, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="app")
    client = bench.client(sign=lambda: {"Authorization": "Bearer s3cret"})
    server.plan = [answer(500, b"Asha owes 5"), answer(429, Retry_After="1"), answer(), hang_up]
    read(client)
    with pytest.raises(errors.UnknownOutcome) as caught:
        client.write(POST, CancelToken())
    said = caplog.text + str(caught.value) + repr(caught.value.details)
    assert "127.0.0.1" in caplog.text
    for secret in ("s3cret", "private", "Asha"):
        assert secret not in said
