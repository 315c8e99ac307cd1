"""``token``, ``certificate`` and where ``serve`` listens, as a person types them."""

from __future__ import annotations

import os
import signal
import ssl
import subprocess
import sys
from pathlib import Path

import httpx
import pytest


def test_a_new_token_reaches_the_program_that_runs(process, site, command) -> None:  # type: ignore[no-untyped-def]
    served = process("serve", "--data-dir", str(site.data), "--port", "0")
    url = served.stdout.readline().split()[-1]
    old = command("token", "show").out.strip()
    made = command("token", "new")
    new = made.out.strip()
    assert made.code == 0
    assert str(site.data / "api-token") in made.err
    statuses = [
        httpx.get(f"{url}/api/erp/connections", headers={"Authorization": f"Bearer {token}"}).status_code
        for token in (new, old)
    ]
    assert statuses == [200, 401]
    assert command("token", "show").out.strip() == new
    served.send_signal(signal.SIGTERM)
    assert served.wait(5) == 0


def test_serve_for_the_network_has_to_be_agreed_to(process, site) -> None:  # type: ignore[no-untyped-def]
    refused = process("serve", "--data-dir", str(site.data), "--host", "0.0.0.0", "--port", "0")
    assert refused.wait(30) == 2
    told = refused.stderr.read()
    assert "has the access token" in told
    assert "unprotected" in told
    assert "--allow-network" in told
    agreed = process("serve", "--data-dir", str(site.data), "--host", "0.0.0.0", "--port", "0", "--allow-network")
    assert agreed.stdout.readline().startswith("listening on http://0.0.0.0:")
    agreed.send_signal(signal.SIGTERM)
    assert agreed.wait(5) == 0
    assert "unprotected" in agreed.stderr.read()


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
@pytest.mark.parametrize(("word", "code"), [("y", 0), ("", 2)])
def test_at_a_terminal_serve_asks(site, word: str, code: int) -> None:  # type: ignore[no-untyped-def]
    typed, read = os.openpty()
    arguments = ("serve", "--data-dir", str(site.data), "--host", "0.0.0.0", "--port", "0", "--secrets", "file")
    with subprocess.Popen(
        [sys.executable, "-m", "app", *arguments],
        cwd=Path(__file__).parents[2],
        env=site.environ,
        stdin=read,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as served:
        os.write(typed, f"{word}\n".encode())
        assert served.stdout is not None
        assert served.stdout.readline().startswith("listening on" if code == 0 else "")
        served.send_signal(signal.SIGTERM)
        out, err = served.communicate(timeout=30)
        assert served.returncode == code, err
        assert "Let them in? [y/N]" in err
    os.close(typed)
    os.close(read)
    assert not out


def test_a_certificate_from_the_terminal(process, site, command, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert command("certificate", "show").code == 2
    assert command("certificate", "new", "--name", "two words").code == 2
    made = command("certificate", "new", "--name", "books.office")
    assert made.code == 0, made.err
    assert "books.office" in made.out
    assert command("certificate", "show").out == made.out
    file = site.data / "tls" / "certificate.pem"
    key = site.data / "tls" / "key.pem"
    served = process(
        "serve", "--data-dir", str(site.data), "--port", "0", "--tls-cert", str(file), "--tls-key", str(key)
    )
    url = served.stdout.readline().split()[-1]
    assert url.startswith("https://127.0.0.1:")
    trust = ssl.create_default_context(cafile=str(file))
    assert httpx.get(f"{url}/health", verify=trust).json()["status"] == "ok"
    assert f"Answers at {url}; its certificate is good until" in command("doctor").out
    served.send_signal(signal.SIGTERM)
    assert served.wait(5) == 0
    taken = command("certificate", "use", str(file), str(key))
    assert taken.out == made.out
    assert command("certificate", "use", str(key), str(key)).code == 2


def test_serve_without_its_key_says_so(process, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    place = ("--data-dir", str(tmp_path / "data"), "--port", "0")
    served = process("serve", *place, "--tls-cert", str(tmp_path / "c.pem"))
    assert served.wait(30) == 2
    assert "go together" in served.stderr.read()
