"""How to set up each system's side, step by step. Plain Python; the facts are docs/webhooks.md's and docs/webhooks-tally.md's."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from app.ui.words import mark, tr

SYSTEMS = {
    "quickbooks": mark("QuickBooks Online"),
    "zoho": mark("Zoho CRM"),
    "sap": mark("SAP Business One"),
    "tally": mark("Tally Prime"),
    "custom": mark("Another system"),
}


@dataclass(frozen=True)
class Given:
    """What stands in the steps: where a webhook's events go, and what proves them as far as it is known now."""

    address: str = ""
    token: str = ""
    secret: str = ""


@dataclass(frozen=True)
class Step:
    """``copy``: what is to be entered there, with a button to copy it."""

    text: str
    copy: str = ""


def steps(system: str, given: Given) -> list[Step]:
    """For Tally those of its add-on; the file that is followed is chosen beside them."""
    known = {"quickbooks": _quickbooks, "zoho": _zoho, "sap": _sap, "tally": _tally}
    return known.get(system, _custom)(given)


def unproven(system: str) -> str:
    """What nobody has tried yet, said before the steps."""
    if system == "tally":
        return tr(
            "Not yet proven on a live Tally. Try the add-on with a copy of a company first; if Tally shows a warning, it uses none "
            "of it, and everything goes on as before."
        )
    if system == "sap":
        return tr(
            "Not yet proven with a live SAP Business One: SAP does not say how it writes its signature, so both usual ways are "
            "taken."
        )
    return ""


def _internet(name: str) -> Step:
    return Step(
        tr(
            "{name} calls from the Internet and wants an https address. Have a tunnel or relay on this PC hand its calls on to "
            "127.0.0.1, with that name as their Host and all else unchanged, and enter its address as the webhook's public "
            "address (Edit…).",
            name=name,
        )
    )


def _address(given: Given) -> str:
    return given.address or tr("(the webhook's address)")


def _public(given: Given) -> str:
    """For a system that calls https addresses alone."""
    return given.address if given.address.startswith("https://") else tr("(the webhook's public https address)")


def _token(given: Given) -> str:
    return given.token or tr("(the verification token)")


def _secret(given: Given) -> str:
    return given.secret or tr("(the secret)")


def _quickbooks(given: Given) -> list[Step]:
    return [
        _internet("QuickBooks"),
        Step(tr("Open your app's page at developer.intuit.com, and its Webhooks.")),
        Step(tr("Enter this address there:"), _public(given)),
        Step(
            tr(
                "Choose Customer, Item, Estimate, Invoice and Payment there, each with all that can be told of it: create, update, "
                "delete, merge, void."
            )
        ),
        Step(tr("Copy the verifier token shown there, and enter it here as this webhook's secret (Edit…).")),
        Step(tr("Change a customer in QuickBooks. An event must appear in the list here.")),
    ]


def _zoho(given: Given) -> list[Step]:
    return [
        _internet("Zoho"),
        Step(
            tr(
                "Nothing is to be done in Zoho: SalesMate Sync registers there by itself, and renews that every day. The line "
                "below the webhooks says until when it is good."
            )
        ),
        Step(
            tr(
                "Without such an address there are no events from Zoho. Nothing gets lost by that: it is asked at each ordinary "
                "sync."
            )
        ),
        Step(tr("Change a record in Zoho. An event must appear in the list here.")),
    ]


def _sap(given: Given) -> list[Step]:
    credentials = json.dumps({"Key": _secret(given), "Algorithm": "HMACSha256"}, ensure_ascii=False)
    subscription = {
        "WebhookID": "SalesMateSync",
        "WebhookURL": _public(given),
        "AuthenticationType": "HMAC",
        "AuthenticationCred": credentials,
        "VerifyCertificate": "tYES",
        "Handshake": "tYES",
        "EventCollection": [{"BusinessObject": "Orders", "TransactionType": "Created"}],
    }
    return [
        Step(tr("Events need SAP Business One 10.0 FP 2602 or later, and its Webhook Messenger service.")),
        Step(
            tr(
                "SAP sends to https addresses alone. Let other computers reach this PC with a certificate (Settings), and have the "
                "SAP server trust that certificate; or use a relay, and enter its address as the webhook's public address (Edit…)."
            )
        ),
        Step(tr("This webhook needs a secret (Edit…): SAP signs with it.")),
        Step(
            tr("Whoever looks after SAP's Service Layer switches events on: POST CompanyService_UpdateAdminInfo with"),
            json.dumps({"AdminInfo": {"EnableWebhook": "tYES"}}),
        ),
        Step(
            tr(
                "Then the subscription: POST EventSubscriptions with this. Add what else you want to be told of; "
                "EventSubscriptionsService_GetEventCatalog lists what there is."
            ),
            json.dumps(subscription, indent=2, ensure_ascii=False),
        ),
        Step(tr("Change a record in SAP. An event must appear in the list here.")),
    ]


def _custom(given: Given) -> list[Step]:
    body = json.dumps({"event": "update", "entityType": "customer", "remoteId": "1042"})
    return [
        Step(tr("Have the system send its events (POST, JSON) to this address:"), _address(given)),
        Step(
            tr("Each message proves who sent it: with this header, or signed with the secret (X-Signature)."),
            f"X-Verification-Token: {_token(given)}",
        ),
        Step(
            tr(
                "What a message says: what happened, to which kind of record, and its number there. Many other spellings are "
                "understood, too."
            ),
            body,
        ),
        Step(
            tr("To try it from this PC, with the number of a record that is there:"),
            f'curl -X POST "{_address(given)}" -H "X-Verification-Token: {_token(given)}" '
            f'-H "Content-Type: application/json" -d "{body.replace(chr(34), chr(92) + chr(34))}"',
        ),
    ]


def _tally(given: Given) -> list[Step]:
    return [
        Step(
            tr(
                "Tally sends nothing by itself: SalesMate Sync asks it as often as you set. An add-on makes it quicker: it writes "
                "a line into a file whenever a voucher or a ledger is saved, cancelled or deleted. No webhook is needed."
            )
        ),
        Step(
            tr(
                "On each PC where people work in Tally, make this folder as an administrator, and let them write there:"
            ),
            "mkdir C:\\ProgramData\\SalesMateSync\n"
            "icacls C:\\ProgramData\\SalesMateSync /grant *S-1-5-32-545:(OI)(CI)M",
        ),
        Step(tr("Save the add-on into that folder (the button below).")),
        Step(
            tr(
                "In Tally: F1 (Help) > TDLs & Add-Ons > F4 (Manage Local TDLs) > Load TDLs on startup: Yes, and give the file's "
                "path. It must show as Active."
            ),
            "C:\\ProgramData\\SalesMateSync\\salesmate-events.tdl",
        ),
        Step(tr("Save a voucher. A line that begins with SMS1|ev=save must appear in the events file.")),
        Step(tr("Choose that events file below, as this PC sees it.")),
    ]


def file_words(view: Any) -> str:
    """The file that a connection follows; nothing where it follows none."""
    path = view.auth.get("events_file")
    return path.strip() if isinstance(path, str) else ""
