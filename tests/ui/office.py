"""Systems for the wizard's tests, reached over loopback: one that signs people in itself (as Zoho does), and one with a
user, a password and a certificate that nobody vouches for (as SAP has)."""

from __future__ import annotations

import base64
import socket
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from app.connectors.base import Books, ConnectionSettings, ConnectorKind, ConnectorPorts, ConnectorState
from app.connectors.checks import Check, TestReport
from app.connectors.http.client import Call, Client
from app.connectors.http.limits import Limiter
from app.connectors.http.tls import pinned
from app.connectors.oauth import Provider
from app.connectors.spec import SettingSpec
from app.model.cancel import CancelToken
from app.model.errors import ConnectorError
from app.model.values import FieldType
from tests.connectors.http.clocks import HandClock, limiter
from tests.connectors.http.test_client import PLAIN
from tests.oauth_server import OAuthServer
from tests.sync.fake_erp import SPEC, FakeConnector, FakeErp


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as made:
        return int(made.getsockname()[1])


def books() -> FakeErp:
    erp = FakeErp(books_id="org-60001")
    for number in range(4):
        erp.put("Parties", f"p{number}", NAME=f"Customer {number}", CITY="Pune")
    erp.put("Bills", "b1", NO="B-1", DATE="2026-05-02", PARTY="Customer 1", TOTAL="118.00", LINES=[])
    return erp


class Browser(QObject):
    """Takes the place of the person's browser: what the program opens is put down here."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        for scheme in ("http", "https"):
            QDesktopServices.setUrlHandler(scheme, self, "take")

    def close(self) -> None:
        for scheme in ("http", "https"):
            QDesktopServices.unsetUrlHandler(scheme)

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


# --- one that signs people in -----------------------------------------------------------------------------------

KEYS_PAGE = "https://console.example/keys"


def signing_in(server: OAuthServer, erp: FakeErp, port: int) -> ConnectorKind:
    settings = (
        SettingSpec("data_center", "Data centre", choices=(("in", "India"), ("com", "United States"))),
        SettingSpec("client_id", "Client ID", required=True, link=KEYS_PAGE, help="From the page where keys are made."),
        SettingSpec("client_secret", "Client secret", required=True, secret=True),
        SettingSpec(
            "redirect_uri", "Redirect address", default=f"http://127.0.0.1:{port}/callback", entry="copy", required=True
        ),
        SettingSpec("page_size", "Records in one go", type=FieldType.NUMBER, place="more"),
        SettingSpec("from_date", "Documents from", type=FieldType.DATE, place="sync"),
        SettingSpec("organization", "Organisation", required=True, place="books"),
    )
    spec = replace(SPEC, system="zoho", title="Zoho CRM", auth_types=("oauth2",), settings=settings)

    def oauth(given: ConnectionSettings, _state: ConnectorState) -> Provider:
        return Provider(
            "Zoho CRM",
            f"{server.url}/auth",
            f"{server.url}/token",
            given.auth.get("client_id", ""),
            given.auth.get("client_secret", ""),
            revoke_url=f"{server.url}/revoke",
            redirect_uri=given.auth.get("redirect_uri", ""),
            scopes=("all",),
        )

    class Connector(FakeConnector):
        def __init__(self, given: ConnectionSettings, ports: ConnectorPorts) -> None:
            super().__init__(erp, given, ports)
            self.spec = spec
            assert ports.tokens.load().refresh in server.logins

        def books(self, cancel: CancelToken) -> list[Books]:
            return [
                Books(
                    "Mehta Traders", erp.books_id, settings={"organization": "60001"}, about=("Organisation no. 60001",)
                )
            ]

    return ConnectorKind(spec, Connector, oauth=oauth)


# --- one with a user, a password and a certificate of its own ---------------------------------------------------


def with_certificate(erp: FakeErp) -> ConnectorKind:
    settings = (
        SettingSpec("company_db", "Company database", required=True),
        SettingSpec("username", "User", required=True, only_if=("auth_type", ("username_password",))),
        SettingSpec("password", "Password", required=True, secret=True, only_if=("auth_type", ("username_password",))),
        SettingSpec(
            "certificate_file",
            "Certificate file",
            required=True,
            entry="file",
            only_if=("auth_type", ("certificate",)),
        ),
        SettingSpec("drafts", "Write documents as drafts", type=FieldType.BOOLEAN, default=True),
        SettingSpec("notes", "Definition", entry="lines", place="more"),
        SettingSpec("fingerprint_sha256", "Trusted certificate", place="books"),
    )
    spec = replace(
        SPEC,
        system="sap",
        title="SAP Business One",
        auth_types=("username_password", "certificate"),
        settings=settings,
    )

    class Connector(FakeConnector):
        def __init__(self, given: ConnectionSettings, ports: ConnectorPorts) -> None:
            super().__init__(erp, given, ports)
            self.spec = spec
            self._given = given

        def _ask(self, cancel: CancelToken) -> None:
            auth: Mapping[str, Any] = self._given.auth
            proof = base64.b64encode(f"{auth['username']}:{auth['password']}".encode()).decode()
            seen = auth.get("fingerprint_sha256")
            one: Limiter = limiter(HandClock(), PLAIN)
            client = Client(
                self._given.base_url,
                "SAP",
                one,
                sign=lambda: {"Authorization": f"Basic {proof}"},
                tls=pinned(seen) if seen else None,
            )
            try:
                client.read(Call("GET", "Companies"), cancel)
            finally:
                client.close()

        def test(self, cancel: CancelToken) -> TestReport:
            try:
                self._ask(cancel)
            except ConnectorError as error:
                return TestReport((Check("tls", False, error.message, error.hint),))
            return TestReport((Check("reach", True, "SAP answers."), Check("login", True, "The user may sign in.")))

        def books(self, cancel: CancelToken) -> list[Books]:
            self._ask(cancel)
            return [Books("Mehta SAP", f"sap-{self._given.auth['company_db']}", about=("Database SBO_MEHTA",))]

    return ConnectorKind(spec, Connector)
