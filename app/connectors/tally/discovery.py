"""Finding Tally: this PC first, then on request a list of hosts or a subnet.

A port that is open gets a plain GET, which Tally answers without working; only who greets as Tally is asked for its
release and companies, through the gate like everything else (docs/protocols/tally.md: Transport).
"""

from __future__ import annotations

import configparser
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_network
from itertools import islice
from pathlib import Path

from app.connectors.tally import errors, transport
from app.connectors.tally.address import DEFAULT_PORT, Address, parse_address
from app.connectors.tally.gate import gate_to
from app.connectors.tally.licence import Licence, read_licence
from app.connectors.tally.session import Client
from app.model.cancel import CancelToken
from app.model.errors import ConnectorError, InvalidInput

#: Hosts looked at side by side: enough for a small office's subnet in a few seconds, too few to trouble a router.
_AT_ONCE = 32
_CONNECT_SECONDS = 0.5
_GREETING_SECONDS = 3.0
_TIMEOUT = 10.0
#: A /20: nobody's office is larger, and a mistyped mask must not scan the world.
_MOST_HOSTS = 4_096
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Found:
    """What answers at one address. ``kind``: ``tally``, ``silent`` (a dialog is open, or busy), ``refused`` or
    ``other``."""

    base_url: str
    kind: str
    message: str
    hint: str = ""
    release: str | None = None
    licence: str | None = None
    companies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Progress:
    done: int
    total: int


def discover(
    targets: Sequence[str],
    ports: Sequence[int] = (),
    *,
    locks: Path,
    cancel: CancelToken,
    on_progress: Callable[[Progress], None] = lambda _: None,
    on_found: Callable[[Found], None] = lambda _: None,
) -> list[Found]:
    """Look at this PC (when ``targets`` is empty) or at the given hosts and subnets (``192.168.1.0/24``).

    Calls back from the calling thread. Stops soon after ``cancel``, raising ``Cancelled``.
    """
    addresses = dict(_addresses(targets, ports))
    found: list[Found] = []
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="find tally") as pool:
        todo = iter(addresses.items())
        running: set[Future[Found | None]] = set()
        done = 0
        stop = threading.Event()
        try:
            while True:
                for address, named in islice(todo, _AT_ONCE - len(running)):
                    running.add(pool.submit(_look, address, locks, cancel, stop, named))
                if not running:
                    return found
                finished, running = wait(running, timeout=0.1, return_when=FIRST_COMPLETED)
                cancel.check()
                for future in finished:
                    done += 1
                    result = future.result()
                    if result is not None:
                        found.append(result)
                        on_found(result)
                    on_progress(Progress(done, len(addresses)))
        finally:
            stop.set()


def _addresses(targets: Sequence[str], ports: Sequence[int]) -> Iterator[tuple[Address, bool]]:
    """Where to look, and whether it was named: of a subnet's hosts only those that answer are told of."""
    if not targets:
        for port in dict.fromkeys((*ports, DEFAULT_PORT, *ports_of_this_pc())):
            yield Address(LOOPBACK, port), True
        return
    for target in targets:
        for host in _hosts(target.strip()):
            address = parse_address(host)
            has_port = ":" in host.rpartition("://")[2].rpartition("]")[2]
            for port in (address.port,) if has_port or not ports else ports:
                yield Address(address.host, port), host == target.strip()


def _hosts(target: str) -> Iterable[str]:
    if "/" not in target or "://" in target:
        return (target,)
    try:
        network = ip_network(target, strict=False)
    except ValueError:
        raise InvalidInput(
            f"“{target}” is not a host and not a subnet.",
            field="targets",
            hint="Write it like 192.168.1.20 or 192.168.1.0/24.",
        ) from None
    if network.num_addresses > _MOST_HOSTS:
        raise InvalidInput(
            f"“{target}” holds {network.num_addresses} addresses; at most {_MOST_HOSTS} are looked at.",
            field="targets",
            hint="Name a smaller subnet, for example 192.168.1.0/24.",
        )
    return (str(host) for host in network.hosts())


def _look(address: Address, locks: Path, cancel: CancelToken, stop: threading.Event, named: bool) -> Found | None:
    """What is at one address; ``None`` when nobody is there and nobody asked for it by name."""
    if stop.is_set() or cancel.cancelled:
        return None
    problem = transport.probe_connection(address, _CONNECT_SECONDS)
    if problem is not None:
        kind = "refused" if problem.code == "refused" else "unreachable"
        return Found(address.url, kind, problem.message, problem.hint) if named else None
    try:
        greeting = transport.greeting(address, _GREETING_SECONDS)
    except ConnectorError as error:
        return Found(address.url, "unreachable", error.message, error.hint)
    if greeting.kind == "silent":
        return Found(address.url, "silent", f"{address.where} is open, but does not answer.", errors.LOOK)
    if greeting.kind == "other":
        other = errors.not_tally(address.where, greeting.text)
        return Found(address.url, "other", other.message, other.hint)
    return _ask(address, locks, greeting.text, cancel)


def _ask(address: Address, locks: Path, text: str, cancel: CancelToken) -> Found:
    client = Client(gate_to(locks, address), _TIMEOUT)
    licence = Licence()
    try:
        companies = tuple(one.name for one in client.companies(cancel, folder=False))
        with suppress(ConnectorError):
            licence = read_licence(client, cancel)
    except ConnectorError as error:
        return Found(address.url, "silent", f"{text}, but: {error.message}", error.hint)
    hint = "" if companies else errors.no_company_open().hint
    message = f"{text}; {_open_words(companies)}."
    return Found(address.url, "tally", message, hint, licence.release, licence.kind, companies)


def _open_words(companies: Sequence[str]) -> str:
    if not companies:
        return "no company is open"
    return "open: " + ", ".join(f"“{name}”" for name in companies)


# -- this PC ------------------------------------------------------------------------------------------------------


def ports_of_this_pc() -> list[int]:
    """The ports that the tally.ini files of this PC name."""
    found = []
    for path in _ini_files():
        with suppress(OSError, ValueError):
            found.append(port_in_ini(path.read_bytes()))
    return [port for port in found if port]


def _ini_files() -> Iterator[Path]:
    """Where Tally's set-up puts it, and one folder further."""
    for variable in ("ProgramFiles", "ProgramFiles(x86)", "SystemDrive"):
        root = os.environ.get(variable)
        if not root:
            continue
        base = Path(root + os.sep) if root.endswith(":") else Path(root)
        for pattern in ("TallyPrime*/tally.ini", "Tally*/tally.ini", "Tally.ERP9*/tally.ini"):
            with suppress(OSError):
                yield from base.glob(pattern)


def port_in_ini(data: bytes) -> int | None:
    """``ServerPort`` of a tally.ini, which may be UTF-16 and begin with a section or without one."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    text = data.decode(encoding, "replace")
    ini = configparser.ConfigParser(strict=False, allow_no_value=True, interpolation=None)
    with suppress(configparser.Error):
        ini.read_string(text if text.lstrip().startswith("[") else f"[tally]\n{text}")
    for section in ini.sections():
        for key in ("serverport", "server port", "port"):
            value = ini.get(section, key, fallback=None)
            if value and value.strip().isdigit() and 0 < int(value) < 65_536:
                return int(value)
    return None
