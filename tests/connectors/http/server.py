"""A real HTTP server on loopback that answers from a script, also wrongly."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path


@dataclass(frozen=True)
class Asked:
    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


#: Writes the bytes of an answer; when it returns, the connection is closed.
Script = Callable[[socket.socket], None]


def answer(status: int = 200, body: bytes = b"{}", *, cut: int = 0, **headers: str) -> Script:
    """``cut``: so many bytes less than were promised."""
    named = {"Content-Length": str(len(body)), "Connection": "close"}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    whole = f"HTTP/1.1 {status} X\r\n{head}\r\n".encode() + body
    return lambda conn: conn.sendall(whole[: len(whole) - cut])


def silence(conn: socket.socket) -> None:
    """Never answer: until the other side hangs up."""
    with suppress(OSError):
        conn.recv(1)


def drip(conn: socket.socket) -> None:
    """An answer without an end, byte by byte, until the other side hangs up."""
    conn.sendall(b"HTTP/1.1 200 X\r\nContent-Length: 100000\r\n\r\n")
    conn.settimeout(0.02)
    with suppress(OSError):
        while True:
            conn.sendall(b" ")
            with suppress(TimeoutError):
                if not conn.recv(1):
                    return


def hang_up(_conn: socket.socket) -> None:
    """Not a byte."""


@dataclass
class Server:
    """``plan`` is played in order; when it is over, every call gets ``{}``."""

    url: str = ""
    plan: list[Script] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    @property
    def targets(self) -> list[str]:
        return [one.target for one in self.asked]


@contextmanager
def serving(files: tuple[Path, Path] | None = None) -> Iterator[Server]:
    """``files``: the certificate and its key, for https."""
    made, listening = Server(), socket.create_server(("127.0.0.1", 0))
    made.url = f"{'https' if files else 'http'}://127.0.0.1:{listening.getsockname()[1]}"
    threads: list[threading.Thread] = []
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if files:
        tls.load_cert_chain(*files)

    def serve(plain: socket.socket) -> None:
        with suppress(OSError), plain, tls.wrap_socket(plain, server_side=True) if files else plain as conn:
            asked = _asked(conn)
            if asked is not None:
                made.asked.append(asked)
                (made.plan.pop(0) if made.plan else answer())(conn)

    def accept() -> None:
        with suppress(OSError):
            while True:
                conn, _ = listening.accept()
                threads.append(threading.Thread(target=serve, args=(conn,), daemon=True))
                threads[-1].start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield made
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        accepting.join(10)
        for thread in threads:
            thread.join(10)


def _asked(conn: socket.socket) -> Asked | None:
    got = b""
    while b"\r\n\r\n" not in got:
        chunk = conn.recv(65536)
        if not chunk:
            return None
        got += chunk
    head, _, body = got.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", "0")):
        body += conn.recv(65536)
    method, target, _ = first.split(" ")
    return Asked(method, target, headers, body)


def self_signed(folder: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that nobody vouches for, and its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "books")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    files = folder / "cert.pem", folder / "key.pem"
    files[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return files
