"""The commands and their options. What a command does is in a module of its own, imported when it runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from app import __version__
from app.cli.arguments import hoisted
from app.services.options import Options


class SecretsKind(StrEnum):
    KEYRING = "keyring"
    FILE = "file"


class LogLevel(StrEnum):
    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_EPILOG = "--data-dir, --database-url, --secrets and --log-level may stand before or after the command."
program = typer.Typer(
    name="salesmate-sync",
    help="Keeps Tally and other business systems in step with a local hub. Without a command it opens the window.",
    epilog=_EPILOG,
    add_completion=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


keys = typer.Typer(help="Take the key that opens the stored passwords to another machine.", no_args_is_help=True)
program.add_typer(keys, name="key")
templates = typer.Typer(help="Take transform templates to another hub.", no_args_is_help=True)
program.add_typer(templates, name="templates")
tokens = typer.Typer(help="The token that other programs send to the REST API.", no_args_is_help=True)
program.add_typer(tokens, name="token")
certificates = typer.Typer(help="The certificate that `serve --tls` shows.", no_args_is_help=True)
program.add_typer(certificates, name="certificate")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"salesmate-sync {__version__}")
        raise typer.Exit


@program.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    data_dir: Annotated[
        Path | None,
        typer.Option(help="The data folder (default: SALESMATE_SYNC_HOME, else the user's data folder)."),
    ] = None,
    database_url: Annotated[
        str | None,
        typer.Option(
            envvar="SALESMATE_SYNC_DATABASE_URL",
            help="The hub's database: postgresql://… for several machines (default: a file in the data folder).",
        ),
    ] = None,
    secrets: Annotated[
        SecretsKind,
        typer.Option(help="Where the master key is kept: the system's keyring, or a file of this user alone."),
    ] = SecretsKind.KEYRING,
    log_level: Annotated[LogLevel, typer.Option(help="How much the log file tells.")] = LogLevel.INFO,
    background: Annotated[
        bool, typer.Option("--background", help="Start beside the clock, without opening the window.")
    ] = False,
    end: Annotated[
        bool, typer.Option("--quit", help="Ask the window of this data folder to end, and wait until it has.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> int:
    context.obj = Options(data_dir, database_url or None, secrets.value, log_level.value)
    if context.invoked_subcommand is not None:
        return 0
    from app.cli.window import end_window, open_window

    if end:
        return end_window(context.obj)
    return open_window(context.obj, background=background)


@program.command(epilog=_EPILOG)
def demo(
    context: typer.Context,
    headless: Annotated[bool, typer.Option("--headless", help="In the terminal, with a summary.")] = False,
    keep: Annotated[Path | None, typer.Option(help="Keep the demo's data folder here.")] = None,
    screenshots: Annotated[Path | None, typer.Option(help="Write a picture of every screen into this folder.")] = None,
) -> int:
    """A simulated Tally company, synced into a scratch hub: try the program without Tally."""
    from app.cli.demo import run_demo

    return run_demo(context.obj, headless=headless, keep=keep, screenshots=screenshots)


@program.command(epilog=_EPILOG)
def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="The address to listen on; 127.0.0.1 is this machine alone.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free one.")] = 8055,
    allow_network: Annotated[
        bool, typer.Option("--allow-network", help="Agree that other computers reach an address that is theirs, too.")
    ] = False,
    tls: Annotated[
        bool,
        typer.Option("--tls", help="Answer over https, with the certificate of this data folder (see certificate)."),
    ] = False,
    tls_cert: Annotated[Path | None, typer.Option(help="Answer over https with this certificate (PEM).")] = None,
    tls_key: Annotated[Path | None, typer.Option(help="Its key (PEM, without a passphrase).")] = None,
) -> int:
    """The engine, the schedule and the REST API without a window, until SIGTERM or Ctrl-C."""
    from app.cli.serve import run_serve
    from app.services.options import ListenAt

    at = ListenAt(host, port, network=allow_network, tls=tls, certificate=tls_cert, key=tls_key)
    return run_serve(context.obj, at)


@program.command(epilog=_EPILOG)
def sync(
    context: typer.Context,
    connection: Annotated[str | None, typer.Argument(help="Its name or id (default: every connection).")] = None,
    entity: Annotated[str | None, typer.Option(help="Only this kind of record: customer, product, invoice, …")] = None,
    full: Annotated[bool, typer.Option("--full", help="Read everything again, not only what changed.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be done; change nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> int:
    """One sync from the terminal. Ends with 0 (all well), 1 (some records failed or wait for a decision) or 2."""
    from app.cli.sync import run_sync

    return run_sync(context.obj, connection, entity=entity, full=full, dry_run=dry_run, as_json=as_json)


@program.command(epilog=_EPILOG)
def undo(context: typer.Context, log_id: Annotated[str, typer.Argument(help="The run's id.")]) -> int:
    """Take back what a sync changed in the hub. Ends with 0, or 1 when something was changed since and was left."""
    from app.cli.decisions import run_undo

    return run_undo(context.obj, log_id)


@program.command(epilog=_EPILOG)
def retry(context: typer.Context, connection: Annotated[str, typer.Argument(help="Its name or id.")]) -> int:
    """Try the records that failed again, those alone. Ends as `sync` does."""
    from app.cli.decisions import run_retry

    return run_retry(context.obj, connection)


@program.command(epilog=_EPILOG)
def totals(
    context: typer.Context,
    connection: Annotated[str, typer.Argument(help="Its name or id.")],
    first: Annotated[str | None, typer.Option("--from", help="The first month: 2026-04 (default: last April).")] = None,
    last: Annotated[str | None, typer.Option("--to", help="The last month (default: this one).")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the totals and what differs as JSON.")] = False,
) -> int:
    """Monthly totals of orders, invoices and receipts, here beside the other system. Ends with 0 (equal), 1 (they differ)
    or 2."""
    from app.cli.totals import run_totals

    return run_totals(context.obj, connection, first, last, as_json=as_json)


@program.command(epilog=_EPILOG)
def authorize(
    context: typer.Context,
    connection: Annotated[str, typer.Argument(help="Its name or id.")],
    redirect: Annotated[
        str | None,
        typer.Option(help="Where the system sends the browser, as registered there (default: redirect_uri)."),
    ] = None,
) -> int:
    """Sign a connection in to a system that does that in a browser, which may run on another computer."""
    from app.cli.authorize import run_authorize

    return run_authorize(context.obj, connection, redirect)


@program.command(epilog=_EPILOG)
def withdraw(context: typer.Context, connection: Annotated[str, typer.Argument(help="Its name or id.")]) -> int:
    """Take a sign-in back, in the other system and here. Nothing syncs over the connection until somebody signs in again."""
    from app.cli.authorize import run_withdraw

    return run_withdraw(context.obj, connection)


@program.command(epilog=_EPILOG)
def doctor(
    context: typer.Context,
    bundle: Annotated[Path | None, typer.Option(help="Write a file for support, without secrets.")] = None,
) -> int:
    """Check the database, the keyring, the listener and every connection; say what is wrong and what to do."""
    from app.cli.upkeep import run_doctor

    return run_doctor(context.obj, bundle)


@program.command(epilog=_EPILOG)
def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Where to.")],
    force: Annotated[bool, typer.Option("--force", help="Replace the file when it is there.")] = False,
    with_key: Annotated[
        bool, typer.Option("--with-key", help="With the key of the passwords, under a passphrase: for another PC.")
    ] = False,
) -> int:
    """Copy the database, also while the program runs."""
    from app.cli.upkeep import run_backup

    return run_backup(context.obj, file, force=force, with_key=with_key)


@program.command(epilog=_EPILOG)
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A backup, or a moving file (backup --with-key).")],
) -> int:
    """Check a backup, then put it in the database's place; the replaced one is kept."""
    from app.cli.upkeep import run_restore

    return run_restore(context.obj, file)


@program.command("export", epilog=_EPILOG)
def export(
    context: typer.Context,
    entity: Annotated[str, typer.Argument(help="customer, product, contact, deal, order, invoice or payment.")],
    file: Annotated[Path, typer.Argument(help="Where to: .xlsx or .csv.")],
    search: Annotated[str | None, typer.Option(help="Only records in which these words occur.")] = None,
    own_sheets: Annotated[
        bool, typer.Option("--own-sheets", help="A document's lines on sheets of their own.")
    ] = False,
) -> int:
    """Write records into an Excel or CSV file."""
    from app.cli.sheets import run_export

    return run_export(context.obj, entity, file, search, own_sheets=own_sheets)


@program.command("import", epilog=_EPILOG)
def import_(
    context: typer.Context,
    entity: Annotated[str, typer.Argument(help="customer, product, contact, deal, order, invoice or payment.")],
    file: Annotated[Path, typer.Argument(help="An Excel (.xlsx) or CSV file with titles above its columns.")],
    only_new: Annotated[bool, typer.Option("--only-new", help="Leave records that are here as they are.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be done; write nothing.")] = False,
) -> int:
    """Take records from a file. Ends with 0 (all taken), 1 (some rows left out) or 2."""
    from app.cli.sheets import run_import

    return run_import(context.obj, entity, file, only_new=only_new, dry_run=dry_run)


@keys.command("export", epilog=_EPILOG)
def key_export(context: typer.Context, file: Annotated[Path, typer.Argument(help="Where to.")]) -> int:
    """Write the key that opens the stored passwords into a file, under a passphrase."""
    from app.cli.key import run_export

    return run_export(context.obj, file)


@keys.command("import", epilog=_EPILOG)
def key_import(context: typer.Context, file: Annotated[Path, typer.Argument(help="From key export.")]) -> int:
    """Use the key of another machine that works on the same hub, or that a backup came from."""
    from app.cli.key import run_import

    return run_import(context.obj, file)


@tokens.command("show", epilog=_EPILOG)
def token_show(context: typer.Context) -> int:
    """Print the token, and where it lies."""
    from app.cli.access import run_token_show

    return run_token_show(context.obj)


@tokens.command("new", epilog=_EPILOG)
def token_new(context: typer.Context) -> int:
    """Make a new token; the old one is refused from now on, also by a program that runs."""
    from app.cli.access import run_token_new

    return run_token_new(context.obj)


@certificates.command("show", epilog=_EPILOG)
def certificate_show(context: typer.Context) -> int:
    """Print what this data folder's certificate says, and where it lies."""
    from app.cli.access import run_certificate_show

    return run_certificate_show(context.obj)


@certificates.command("new", epilog=_EPILOG)
def certificate_new(
    context: typer.Context,
    name: Annotated[
        list[str] | None, typer.Option(help="A further name or address of this computer; may be given several times.")
    ] = None,
) -> int:
    """Make a self-signed certificate for this computer's names and addresses."""
    from app.cli.access import run_certificate_new

    return run_certificate_new(context.obj, name or [])


@certificates.command("use", epilog=_EPILOG)
def certificate_use(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The certificate (PEM).")],
    key: Annotated[Path, typer.Argument(help="Its key (PEM, without a passphrase).")],
) -> int:
    """Take a certificate that your own authority made, and its key."""
    from app.cli.access import run_certificate_use

    return run_certificate_use(context.obj, file, key)


@templates.command("export", epilog=_EPILOG)
def templates_export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Where to.")],
    force: Annotated[bool, typer.Option("--force", help="Replace the file when it is there.")] = False,
) -> int:
    """Write all transform templates into a file."""
    from app.cli.templates import run_export

    return run_export(context.obj, file, force=force)


@templates.command("import", epilog=_EPILOG)
def templates_import(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="From templates export.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Change those of the same name that differ (default: add beside them).")
    ] = False,
) -> int:
    """Take over the transform templates of a file, all or none."""
    from app.cli.templates import run_import

    return run_import(context.obj, file, replace=replace)


def run(arguments: Sequence[str]) -> int:
    """Run a command; its exit code. Failures are told in plain words, never as a traceback."""
    from app.cli.failures import exit_code_of

    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a console that has no ₹ must not end a sync
            reconfigure(errors="replace")
    command = typer.main.get_command(program)
    try:
        answer = command.main(hoisted(arguments), prog_name="salesmate-sync", standalone_mode=False)
        return answer if isinstance(answer, int) else 0
    except BrokenPipeError:  # `salesmate-sync sync | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last place that can tell of it
        return exit_code_of(error)
