"""What a form of settings asks, refuses and sends, by the connector's own account of them. Plain Python.

``typed`` are the form's values by name: texts and switches as they stand in it, ``""`` for an empty field. ``kept`` is the stored
``authConfig``, in which a secret reads ``{"set": true}``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from app.model.errors import InvalidInput
from app.model.values import FieldType
from app.services import setting_rules
from app.services.addresses import checked_url
from app.ui.words import from_below, mark, tr

IN_FORM = ("main", "more")
AUTH_TYPES = {
    "none": mark("Nothing is needed"),
    "api_key": mark("A key"),
    "oauth2": mark("Sign in in the browser"),
    "username_password": mark("User and password"),
    "certificate": mark("A certificate of our own"),
}
#: Titles and help of our own connectors' settings, translated where they are shown.
SETTING_TEXTS = (
    mark("Wait for an answer (seconds)"),
    mark("How long we wait for Tally before saying that it does not answer."),
    mark("New vouchers arrive in Tally as Optional"),
    mark(
        "An Optional voucher is a draft: it moves no balance and no stock until somebody accepts it in Tally. Switched "
        "off, what is made here counts in the books at once."
    ),
    mark("Vouchers from"),
    mark("The earliest voucher date to sync; empty for the whole book."),
    mark("File of events"),
    mark("Where the add-on in this Tally writes what was saved, cancelled or deleted (docs/webhooks-tally.md)."),
)
#: The setting that names the one certificate that is trusted.
FINGERPRINT = "fingerprint_sha256"
#: The earliest date of documents.
SINCE = "from_date"


def said(text: str) -> str:
    """A setting's title, help or choice in the person's language: those of our oldest connector are texts of the window, the others
    stand with what is said below it."""
    found = tr(text)
    return from_below(text) if found == text else found


def in_form(settings: Sequence[Any]) -> list[Any]:
    """What is asked in the form; the certificate has its own place."""
    return [one for one in settings if one.place in IN_FORM and one.name != FINGERPRINT]


def of_sync(settings: Sequence[Any]) -> list[Any]:
    """What is asked beside the directions; how far back is asked in words of its own."""
    return [one for one in settings if one.place == "sync" and one.name != SINCE]


def matters(setting: Any, written: Collection[str], delete_policy: str) -> bool:
    """Does one of those mean anything where these kinds of record are sent?"""
    if not written or not set(setting.writes or written) & set(written):
        return False
    return setting_rules.applies(setting, (), {"delete_policy": delete_policy}, "")


def bears_title(setting: Any) -> bool:
    """Does the field show its title itself?"""
    return setting.type in (FieldType.BOOLEAN, FieldType.DATE) and not setting.choices


def asked(settings: Sequence[Any], typed: Mapping[str, Any], auth_type: str) -> set[str]:
    """The names of what is asked beside these values."""
    return {one.name for one in in_form(settings) if setting_rules.applies(one, settings, typed, auth_type)}


def initial(setting: Any, kept: Mapping[str, Any]) -> Any:
    """What stands in the field at first; of a secret nothing."""
    value = kept.get(setting.name, None if kept else setting.suggested)
    if is_kept(setting, kept):
        return ""
    value = setting_rules.usual(setting) if value is None else value
    return bool(value) if setting.type is FieldType.BOOLEAN and value is None else value


def is_kept(setting: Any, kept: Mapping[str, Any]) -> bool:
    """Is there a secret already, that is not shown?"""
    return bool(setting.secret) and isinstance(kept.get(setting.name), Mapping)


def problems(
    settings: Sequence[Any], typed: Mapping[str, Any], kept: Mapping[str, Any], auth_type: str
) -> dict[str, str]:
    """What is wrong, by the name of the setting at fault: the services would refuse the same."""
    found: dict[str, str] = {}
    names = asked(settings, typed, auth_type)
    for setting in settings:
        if setting.name not in names:
            continue
        value = typed.get(setting.name)
        if value is None or value == "":
            if setting.required and not is_kept(setting, kept):
                found[setting.name] = tr("{what} is missing.", what=said(setting.title))
            continue
        try:
            setting_rules.checked(setting, value, plain_http=typed.get("allow_plain_http") is True)
        except InvalidInput as error:
            found[setting.name] = from_below(error.message)
    return found


def _is_told(setting: Any) -> bool:
    """Is it stored also where it is the usual one?"""
    return bool(setting.required or setting.choices or setting.entry == "copy")


def address_problem(address: str, typed: Mapping[str, Any], *, plain_http: bool) -> str:
    """What is wrong with the system's address; empty for nothing."""
    if not address.strip():
        return tr("{what} is missing.", what=tr("Address"))
    try:
        checked_url(address, field="baseUrl", plain_http=plain_http or typed.get("allow_plain_http") is True)
    except InvalidInput as error:
        return from_below(error.message)
    return ""


def changes(
    settings: Sequence[Any], typed: Mapping[str, Any], kept: Mapping[str, Any], auth_type: str
) -> dict[str, Any]:
    """What differs from what is kept, as ``authConfig`` takes it: ``None`` for what was emptied or is asked no more."""
    out: dict[str, Any] = {}
    names = asked(settings, typed, auth_type)
    for setting in in_form(settings):
        value = typed.get(setting.name)
        value = value.strip() if isinstance(value, str) else value
        present = kept.get(setting.name)
        if setting.name not in names:
            if present is not None:
                out[setting.name] = None
        elif value in (None, ""):
            if present is not None and not is_kept(setting, kept):
                out[setting.name] = None
        elif str(value) != str(initial(setting, kept)) or (present is None and _is_told(setting)):
            out[setting.name] = value
    return out
