"""A connector's settings: what applies, what is taken, and that the forms and the services refuse the same."""

from __future__ import annotations

from typing import Any

import pytest

from app.connectors.base import ConnectorKind, Registry
from app.connectors.quickbooks import KIND as QUICKBOOKS
from app.connectors.spec import Capabilities, ConnectorSpec, SettingSpec
from app.connectors.tally import KIND as TALLY
from app.model.errors import InvalidInput
from app.model.values import FieldType
from app.services.connection_drafts import changed_connection, new_connection
from app.services.systems import SYSTEMS, system_view
from app.ui.connections import schema

SETTINGS = (
    SettingSpec("environment", "Environment", choices=(("production", "Production"), ("sandbox", "Sandbox"))),
    SettingSpec("username", "User", required=True, only_if=("auth_type", ("username_password",))),
    SettingSpec("password", "Password", required=True, secret=True, only_if=("auth_type", ("username_password",))),
    SettingSpec("certificate_file", "Certificate", required=True, only_if=("auth_type", ("certificate",))),
    SettingSpec("sandbox_name", "Name of the sandbox", required=True, only_if=("environment", ("sandbox",))),
    SettingSpec("timeout", "Timeout", type=FieldType.NUMBER, place="more"),
    SettingSpec("drafts", "As drafts", type=FieldType.BOOLEAN, default=True),
    SettingSpec("login_url", "Login address"),
    SettingSpec("company_db", "Company", required=True, place="books"),
)
GOOD = {"username": "asha", "password": "x", "company_db": "SBO"}
URL = "https://sap:50000/b1s/v2"


@pytest.fixture
def registry() -> Registry:
    made = Registry()
    spec = ConnectorSpec("sap", "SAP", ("username_password", "certificate"), SETTINGS, Capabilities(), ())
    made.add(ConnectorKind(spec, lambda settings, ports: pytest.fail("storing contacts nobody")))
    return made


def sap(auth: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"erp_system": "sap", "connection_name": "SAP", "base_url": URL, "auth_config": auth, **more}


CASES: dict[str, tuple[dict[str, Any], str, str | None]] = {
    "good": (GOOD, "username_password", None),
    "no user": ({**GOOD, "username": ""}, "username_password", "username"),
    "no password": ({**GOOD, "password": ""}, "username_password", "password"),
    "a certificate asks no user": ({"company_db": "SBO", "certificate_file": "a.pem"}, "certificate", None),
    "no certificate": ({"company_db": "SBO"}, "certificate", "certificate_file"),
    "not offered": ({**GOOD, "environment": "moon"}, "username_password", "environment"),
    "sandbox without a name": ({**GOOD, "environment": "sandbox"}, "username_password", "sandbox_name"),
    "sandbox": ({**GOOD, "environment": "sandbox", "sandbox_name": "S"}, "username_password", None),
    "no number": ({**GOOD, "timeout": "soon"}, "username_password", "timeout"),
    "no address": ({**GOOD, "login_url": "sap"}, "username_password", "login_url"),
    "unprotected address": ({**GOOD, "login_url": "http://sap/x"}, "username_password", "login_url"),
}


@pytest.mark.parametrize("case", CASES)
def test_the_form_and_the_services_refuse_the_same(registry: Registry, case: str) -> None:
    typed, auth_type, wrong = CASES[case]
    assert list(schema.problems(SETTINGS, typed, {}, auth_type)) == ([wrong] if wrong else [])
    draft = sap({name: value for name, value in typed.items() if value != ""}, auth_type=auth_type)
    if wrong is None:
        new_connection(draft, registry)
        return
    with pytest.raises(InvalidInput) as refused:
        new_connection(draft, registry)
    assert refused.value.field == f"authConfig.{wrong}"


def test_books_may_be_missing_until_the_wizard_has_got_to_them(registry: Registry) -> None:
    auth = {"username": "asha", "password": "x"}
    made = new_connection(sap({**auth, "setup": "unfinished"}), registry).columns
    with pytest.raises(InvalidInput, match="Company is missing"):
        new_connection(sap(auth), registry)
    with pytest.raises(InvalidInput, match="Company is missing"):
        changed_connection(made, {"auth_config": {"setup": None}}, registry)
    assert changed_connection(made, {"auth_config": {"setup": None, "company_db": "SBO"}}, registry)


def test_only_what_differs_is_sent_and_kept_secrets_stay() -> None:
    kept = {"environment": "sandbox", "sandbox_name": "S", "username": "asha", "password": {"set": True}, "timeout": 30}
    typed = {name: schema.initial(one, kept) for one in SETTINGS for name in [one.name]}
    assert schema.changes(SETTINGS, typed, kept, "username_password") == {}
    assert schema.problems(SETTINGS, typed, kept, "username_password") == {}
    typed |= {"environment": "production", "timeout": "", "password": "new", "drafts": False}
    assert schema.changes(SETTINGS, typed, kept, "username_password") == {
        "environment": "production",
        "password": "new",
        "sandbox_name": None,  # asked no more
        "timeout": None,
        "drafts": False,
    }


def test_a_new_form_sends_what_was_chosen_and_leaves_the_usual_to_the_connector() -> None:
    typed = {name: schema.initial(one, {}) for one in SETTINGS for name in [one.name]}
    assert schema.changes(SETTINGS, {**typed, "username": " asha "}, {}, "username_password") == {
        "environment": "production",
        "username": "asha",
    }


def test_what_is_part_of_the_sync_is_asked_where_it_matters() -> None:
    def asked(kind: ConnectorKind, written: set[str], policy: str) -> list[str]:
        return [one.name for one in schema.of_sync(kind.spec.settings) if schema.matters(one, written, policy)]

    assert asked(TALLY, set(), "propagate") == asked(TALLY, {"customer"}, "flag") == []
    assert asked(TALLY, {"customer", "invoice"}, "flag") == ["optional_vouchers"]
    assert asked(QUICKBOOKS, {"payment"}, "propagate") == ["removal"]
    assert asked(QUICKBOOKS, {"payment"}, "flag") == asked(QUICKBOOKS, {"order"}, "propagate") == []


def test_the_settings_of_our_own_connectors_can_be_translated() -> None:
    shown = [*schema.in_form(TALLY.spec.settings), *schema.of_sync(TALLY.spec.settings)]
    assert {text for one in shown for text in (one.title, one.help) if text} <= set(schema.SETTING_TEXTS)


def test_systems_without_a_connector_have_a_name_alone(registry: Registry) -> None:
    offers = {name: system_view(one, registry.get(name)) for name, one in SYSTEMS.items()}
    assert (offers["zoho"].title, offers["zoho"].installed, offers["zoho"].settings) == ("Zoho CRM", False, ())
    assert (offers["sap"].installed, offers["sap"].address, offers["sap"].signs_in) == (True, "", False)
