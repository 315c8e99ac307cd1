"""``token`` and ``certificate``: what other programs need to reach the REST API."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.hub import hub
from app.cli.terminal import out, say
from app.model.errors import NotFound
from app.services.options import Options

if TYPE_CHECKING:
    from app.services.access import Access, Certificate


def run_token_show(options: Options) -> int:
    with hub(options) as app:
        token = app.services.access.token()
        say(f"In {app.services.access.token_file}; whoever has it can read and change the hub.")
    out(token)
    return 0


def run_token_new(options: Options) -> int:
    with hub(options) as app:
        token = app.services.access.renew_token(by="terminal")
        say(
            f"The new token is in {app.services.access.token_file}. The old one is refused from now on; give the new one"
        )
        say("to the programs that use the REST API. A program that runs takes it by itself.")
    out(token)
    return 0


def run_certificate_show(options: Options) -> int:
    with hub(options) as app:
        found = app.services.access.certificate()
        if found is None:
            raise NotFound("There is no certificate yet.", hint="Make one: salesmate-sync certificate new.")
        _tell(app.services.access, found)
    return 0


def run_certificate_new(options: Options, names: Sequence[str]) -> int:
    with hub(options) as app:
        _tell(app.services.access, app.services.access.make_certificate(names, by="terminal"))
        say(
            "It is shown from the next `serve --tls` on. Have the programs that call trust this file, or its fingerprint."
        )
    return 0


def run_certificate_use(options: Options, certificate: Path, key: Path) -> int:
    with hub(options) as app:
        _tell(app.services.access, app.services.access.use_certificate(certificate, key, by="terminal"))
        say("Both files were copied. The certificate is shown from the next `serve --tls` on.")
    return 0


def _tell(access: Access, found: Certificate) -> None:
    out(f"File         {access.certificate_file}")
    out(f"Names        {', '.join(found.names)}")
    out(f"Good until   {found.expires:%Y-%m-%d}")
    out(f"Fingerprint  SHA-256 {found.fingerprint}")
