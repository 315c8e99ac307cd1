"""Being let in by SAP and staying in: one login at a time, no password twice, and no call that is done twice for it."""

from __future__ import annotations

import logging
import multiprocessing
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.odata.query import Query, key
from app.connectors.sap.client import ServiceLayer
from app.model import errors
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.platform.redaction import Redactor
from tests.connectors.http.server import self_signed
from tests.connectors.tally_rig import MemoryState
from tests.simulators.faults import Fault
from tests.simulators.sap import COMPANY, PASSWORD, USER, SimulatedSap
from tests.simulators.web import Answer

NEVER = CancelToken()
NEW = {"CardCode": "C900", "CardName": "Nandi's Motors & Co", "CardType": "cCustomer"}
PARTNER = key("BusinessPartners", "K000001")


@dataclass
class Rig:
    """A simulated SAP, and clients of one connection."""

    sim: SimulatedSap
    folder: Path
    state: MemoryState = field(default_factory=MemoryState)
    opened: list[ServiceLayer] = field(default_factory=list)

    def open(self, url: str = "", clock: Clock = utc_now, **auth: Any) -> ServiceLayer:
        made = ServiceLayer(
            settings_of(url or self.sim.url, **auth),
            ConnectorPorts(self.state, self.folder),
            clock=clock,
            sleep=lambda cancel, _seconds: cancel.check(),
        )
        self.opened.append(made)
        return made

    def close(self) -> None:
        for one in self.opened:
            one.close()

    def calls(self, *kinds: str) -> list[tuple[str, int]]:
        return [(one.kind, one.status) for one in self.sim.asked(*kinds)]


def settings_of(url: str, **auth: Any) -> ConnectionSettings:
    known = {"company_db": COMPANY, "username": USER, "password": PASSWORD}
    return ConnectionSettings("connection", "Demo", "sap", url, "username_password", {**known, **auth})


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    with SimulatedSap(partners=45) as sim:
        rig = Rig(sim, tmp_path)
        yield rig
        rig.close()


# --- one login ---------------------------------------------------------------------------------------------------


def test_nobody_logs_in_before_it_is_needed_and_everybody_logs_out(rig: Rig) -> None:
    sap = rig.open()
    assert rig.sim.sessions.asked == 0
    assert sap.version(NEVER) == rig.sim.company.version
    sap.get(PARTNER, NEVER)
    sap.close()
    sap.close()
    assert rig.calls() == [("login", 200), ("read", 200), ("logout", 204)]
    assert rig.sim.sessions.open == {}


def _look_often(url: str, folder: str) -> None:
    """What a process of ours does."""
    sap = ServiceLayer(settings_of(url), ConnectorPorts(MemoryState(), Path(folder)))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: sap.get(PARTNER, NEVER), range(8)))
    sap.close()


def test_threads_and_programs_log_in_one_after_the_other(rig: Rig) -> None:
    rig.sim.sessions.parallel, rig.sim.sessions.login_seconds = 1, 0.1
    spawn = multiprocessing.get_context("spawn")
    others = [spawn.Process(target=_look_often, args=(rig.sim.url, str(rig.folder))) for _ in range(2)]
    for one in others:
        one.start()
    for one in others:
        one.join(60)
    assert [one.exitcode for one in others] == [0, 0]
    assert (rig.sim.sessions.given, rig.sim.sessions.asked, rig.sim.sessions.most) == (2, 2, 1)
    assert len(rig.sim.asked("read")) == 16
    assert rig.sim.sessions.open == {}


def test_a_login_that_others_were_in_the_way_of_is_tried_once_more(rig: Rig) -> None:
    rig.sim.refuse_next(299, kind="login")
    rig.open().get(PARTNER, NEVER)
    assert rig.calls("login") == [("login", 500), ("login", 200)]
    for _ in range(2):
        rig.sim.refuse_next(299, kind="login")
    with pytest.raises(errors.NotReady):
        rig.open().get(PARTNER, NEVER)


def test_a_login_whose_answer_is_lost_is_not_sent_again(rig: Rig) -> None:
    sap = rig.open()
    for prepare in (
        lambda: rig.sim.lose_next_write(done=True, kind="login"),
        lambda: rig.sim.fail_next(502, kind="login"),
    ):
        rig.sim.clear()
        prepare()
        with pytest.raises(errors.NotReady):
            sap.post("BusinessPartners", NEW, NEVER)
        assert [one.kind for one in rig.sim.asked()] == ["login"]
    assert sap.post("BusinessPartners", NEW, NEVER).status == 201


def test_waiting_for_a_turn_can_be_stopped(rig: Rig) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(errors.Cancelled):
        rig.open().get(PARTNER, cancel)
    assert rig.calls() == []


# --- a session that ends -----------------------------------------------------------------------------------------


def test_a_session_lasts_while_it_is_used_and_is_renewed_once_it_is_not(rig: Rig) -> None:
    sap = rig.open()
    for _ in range(4):
        sap.get(PARTNER, NEVER)
        rig.sim.sessions.clock.advance(20 * 60)
    assert rig.sim.sessions.given == 1
    rig.sim.sessions.clock.advance(11 * 60)
    rig.sim.clear()
    assert sap.post("BusinessPartners", NEW, NEVER).status == 201
    assert rig.calls() == [("create", 401), ("login", 200), ("create", 201)]
    rig.sim.sessions.end_all()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: sap.get(PARTNER, NEVER), range(8)))
    assert rig.sim.sessions.given == 3


def test_a_session_that_is_never_taken_ends_the_run(rig: Rig) -> None:
    sap = rig.open()
    for _ in range(2):
        rig.sim.refuse_next(301, kind="read")
    with pytest.raises(errors.AuthRequired) as caught:
        sap.get(PARTNER, NEVER)
    assert caught.value.code == "sap_301"
    rig.sim.clear()
    with pytest.raises(errors.AuthRequired):
        sap.get(PARTNER, NEVER)
    assert rig.calls() == []


def test_a_broken_server_is_left_for_another(rig: Rig) -> None:
    sap = rig.open()
    rig.sim.sessions.broken = {".node1"}
    assert sap.dialect.entity(sap.get(PARTNER, NEVER).json())["CardCode"] == "K000001"
    assert rig.calls() == [("login", 200), ("read", 500), ("login", 200), ("read", 200)]
    assert all("cookie" not in one.headers for one in rig.sim.asked("login"))
    assert [one.headers["cookie"][-6:] for one in rig.sim.asked("read")] == [".node1", ".node2"]
    rig.sim.sessions.broken = {".node1", ".node2"}
    with pytest.raises(errors.NotReady) as caught:
        sap.get(PARTNER, NEVER)
    assert (caught.value.code, "@REGIONS" in caught.value.message) == ("sap_407", True)


def test_a_server_that_takes_over_is_stayed_with(rig: Rig) -> None:
    sap = rig.open()
    rig.sim.faults.plan(Fault("read", "answer", Answer(200, {}, cookies=("ROUTEID=.node2; path=/b1s",))))
    for _ in range(2):
        sap.get(PARTNER, NEVER)
    assert [one.headers["cookie"][-6:] for one in rig.sim.asked("read")] == [".node1", ".node2"]
    rig.sim.sessions.end_all()
    sap.get(PARTNER, NEVER)
    assert rig.sim.sessions.given == 2


# --- a password that is wrong ------------------------------------------------------------------------------------


@pytest.mark.parametrize("old", [False, True])
def test_a_wrong_password_is_sent_once_by_all_our_programs(rig: Rig, old: bool) -> None:
    rig.sim.sessions.old = old
    sap = rig.open(password="wrong")
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(sap.get, PARTNER, NEVER) for _ in range(8)]
    assert [getattr(one.exception(), "code", "") for one in asked] == ["sap_304"] * 8
    later = rig.open(password="wrong")
    with pytest.raises(errors.AuthRequired) as caught:
        later.get(PARTNER, NEVER)
    assert "were not sent again" in caught.value.message
    assert rig.sim.sessions.asked == 1
    assert "wrong" not in str(rig.state.values)
    later.try_login_again()  # a person says that it is right now
    with pytest.raises(errors.AuthRequired):
        later.get(PARTNER, NEVER)
    assert rig.sim.sessions.asked == 2
    rig.open().get(PARTNER, NEVER)  # another password is another matter
    assert rig.sim.sessions.locked == set()


def test_a_company_that_is_not_there(rig: Rig) -> None:
    sap = rig.open(company_db="SBODEMOUS")
    for _ in range(2):
        with pytest.raises(errors.Misconfigured) as caught:
            sap.get(PARTNER, NEVER)
        assert caught.value.code == "sap_306"
    assert rig.sim.sessions.asked == 1


def test_no_secret_is_logged_or_told(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    sap = rig.open()
    sap.get(PARTNER, NEVER)
    secrets = [PASSWORD, *rig.sim.sessions.open]
    rig.sim.sessions.end_all()
    rig.sim.refuse_next(301, kind="login", status=500)
    said = []
    for ask in (sap.get, rig.open(password="else").get):
        with pytest.raises(errors.ConnectorError) as caught:
            ask(PARTNER, NEVER)
        said += [repr(caught.value), caught.value.message, caught.value.hint, str(caught.value.details)]
    # (the network library tells of all headers, in a log of the finest grain)
    said += [Redactor()(caplog.text), repr(sap._login), str(rig.state.values), repr(settings_of(rig.sim.url))]
    assert not [one for one in said for secret in secrets if secret in one]


# --- lists -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("links", ["service", "path", "url"])
@pytest.mark.parametrize("address", ["url", "url_v1", "gateway_url"])
def test_a_list_is_read_to_its_end_whatever_its_links_look_like(rig: Rig, links: Any, address: str) -> None:
    rig.sim.reading.links = links
    rig.sim.gateway.page = 10
    sap = rig.open(getattr(rig.sim, address))
    query = Query("BusinessPartners").select("CardCode").filter("startswith(CardCode,'K')").orderby("CardCode")
    pages = list(sap.rows(query.path, NEVER, page=10))
    found = [sap.dialect.plain(row) for page in pages for row in page]
    assert found == [{"CardCode": f"K{n:06}"} for n in range(1, 46)]
    assert [len(page) for page in pages] == [10, 10, 10, 10, 5]
    assert all(one.headers["prefer"] == "odata.maxpagesize=10" for one in rig.sim.asked("list"))
    assert sap.count(query, NEVER) == 45


def test_a_link_to_another_server_is_not_followed(rig: Rig) -> None:
    rig.sim.reading.links, rig.sim.reading.host = "url", "inner.example:50000"
    with pytest.raises(errors.Misconfigured) as caught:
        list(rig.open().rows("BusinessPartners", NEVER, page=10))
    assert "inner.example" in caught.value.message
    assert len(rig.sim.asked("list")) == 1


def test_a_read_comes_again_and_a_page_of_the_proxy_is_no_answer(rig: Rig) -> None:
    sap = rig.open()
    rig.sim.fail_next(502, kind="read", times=2)
    rig.sim.cut_next("read")
    assert sap.get(PARTNER, NEVER).status == 200
    assert len(rig.sim.asked("read")) == 4
    rig.sim.fail_next(502, kind="read", times=4)
    with pytest.raises(errors.NotReady) as caught:
        sap.get(PARTNER, NEVER)
    assert caught.value.code == "server_502"
    with pytest.raises(errors.Gone):
        sap.get(key("BusinessPartners", "No'One & #"), NEVER)


# --- writes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["url", "url_v1"])
def test_a_record_is_made_changed_and_removed(rig: Rig, address: str) -> None:
    sap = rig.open(getattr(rig.sim, address))
    addresses = [{"AddressName": name, "AddressType": "bo_BillTo"} for name in ("Office", "Shop")]
    answer = sap.post("BusinessPartners", {**NEW, "CreditLimit": Decimal("100.10"), "BPAddresses": addresses}, NEVER)
    made = sap.made(answer)
    first, path = sap.dialect.etag(made), key("BusinessPartners", "C900")
    assert (answer.headers["location"].endswith("BusinessPartners('C900')"), made["CreditLimit"]) == (True, "100.1")
    assert first == answer.headers["etag"]
    sap.patch(path, {"CardName": "Nandi Motors"}, NEVER, first)
    with pytest.raises(errors.Stale):
        sap.patch(path, {"CardName": "Nandi"}, NEVER, first)
    with pytest.raises(errors.NameTaken):
        sap.post("BusinessPartners", NEW, NEVER)
    sap.patch(path, {"BPAddresses": [addresses[1]]}, NEVER, replace_collections=True)
    assert [one["AddressName"] for one in rig.sim.one("BusinessPartners", "C900")["BPAddresses"]] == ["Shop"]
    sap.delete(path, NEVER)
    with pytest.raises(errors.Gone):
        sap.delete(path, NEVER)


@pytest.mark.parametrize("done", [True, False])
def test_a_write_without_an_answer_is_not_sent_again(rig: Rig, done: bool) -> None:
    sap = rig.open()
    sap.version(NEVER)
    rig.sim.lose_next_write(done)
    with pytest.raises(errors.UnknownOutcome):
        sap.post("BusinessPartners", NEW, NEVER)
    assert any(row["CardCode"] == "C900" for row in rig.sim.rows("BusinessPartners")) is done
    rig.sim.fail_next(502, kind="update")
    with pytest.raises(errors.UnknownOutcome):
        sap.patch(PARTNER, {"CardName": "x"}, NEVER)
    rig.sim.cut_next("create")
    with pytest.raises(errors.UnknownOutcome):
        sap.post("Items", {"ItemCode": "R-12", "ItemName": "Rope"}, NEVER)
    assert [len(rig.sim.asked(kind)) for kind in ("create", "update")] == [2, 1]


# --- what the server tells of itself -----------------------------------------------------------------------------


def test_its_clock_is_compared_with_ours(rig: Rig) -> None:
    rig.sim.clock.advance(3600)
    pong = rig.open().ping(NEVER)
    assert (pong.answered, round(pong.skew or 0, -1)) == (True, 3600)
    assert rig.sim.sessions.asked == 0
    assert not rig.open(rig.sim.gateway_url).ping(NEVER).answered


def test_the_description_is_read_once_for_a_release(rig: Rig) -> None:
    sets = ["BusinessPartners", "Orders", "Invoices"]
    first = rig.open().metadata(sets, NEVER)
    assert {"CardCode", "BPAddresses"} < {one.name for one in first["BusinessPartners"].properties}
    assert rig.open().metadata(sets, NEVER) == first
    assert rig.open().metadata(["Orders"], NEVER) == {"Orders": first["Orders"]}
    assert len(rig.sim.asked("metadata")) == 1
    field = {"Name": "Route", "Type": "db_Alpha", "Size": 20, "Description": "Delivery route", "TableName": "OCRD"}
    sap = rig.open()
    sap.post("UserFieldsMD", field, NEVER)
    assert [(row["Name"], row["Description"]) for row in sap.user_fields("OCRD", NEVER)] == [
        ("Route", "Delivery route")
    ]
    assert sap.user_fields("OITM", NEVER) == []
    rig.sim.company.version = "1000350"
    rig.open().metadata(sets, NEVER)
    assert len(rig.sim.asked("metadata")) == 2


# --- certificates ------------------------------------------------------------------------------------------------


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[tuple[Rig, Path]]:
    """A SAP with a certificate of its own, and that one's file."""
    pair = self_signed(tmp_path)
    with SimulatedSap(partners=1, certificate=pair) as sim:
        rig = Rig(sim, tmp_path)
        yield rig, pair[0]
        rig.close()


def test_a_certificate_of_its_own_is_trusted_by_its_fingerprint_and_by_nothing_else(guarded: tuple[Rig, Path]) -> None:
    rig, certificate = guarded
    fingerprint = sha256(ssl.PEM_cert_to_DER_cert(certificate.read_text())).hexdigest()
    for auth, code in (({}, "tls"), ({"fingerprint_sha256": "0" * 64}, "other_certificate")):
        with pytest.raises(errors.Misconfigured) as caught:
            rig.open(**auth).get(PARTNER, NEVER)
        assert caught.value.code == code
    assert rig.sim.requests == []
    assert rig.open(fingerprint_sha256=fingerprint.upper()).get(PARTNER, NEVER).good
    assert rig.open(ca_file=str(certificate)).get(PARTNER, NEVER).good


def test_a_server_may_want_our_certificate(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    pair, ours = self_signed(tmp_path), self_signed(tmp_path / "ours")
    files = {"ca_file": str(pair[0]), "certificate_file": str(ours[0]), "key_file": str(ours[1])}
    with SimulatedSap(partners=1, certificate=pair, client_ca=ours[0]) as sim:
        rig = Rig(sim, tmp_path)
        sap = rig.open(**files)
        assert sap.get(PARTNER, NEVER).good
        sap.close()
        assert sim.sessions.open == {}
        kept = rig.open(**{**files, "key_file": ours[1].read_text()})  # as it lies among the secrets
        assert kept.get(PARTNER, NEVER).good
        stranger = rig.open(ca_file=str(pair[0]))
        with pytest.raises(errors.NotReady):
            stranger.get(PARTNER, NEVER)
        rig.close()


def test_a_file_that_is_no_certificate_is_named(rig: Rig) -> None:
    (rig.folder / "empty.pem").write_text("")
    empty, missing = str(rig.folder / "empty.pem"), str(rig.folder / "missing.pem")
    for auth in ({"ca_file": missing}, {"certificate_file": empty}):
        with pytest.raises(errors.Misconfigured) as caught:
            rig.open("https://127.0.0.1:1/b1s/v2", **auth)
        assert next(iter(auth.values())) in caught.value.message


# --- SAP Gateway -------------------------------------------------------------------------------------------------


def test_gateway_takes_writes_with_a_token_that_is_fetched_before(rig: Rig) -> None:
    sap = rig.open(rig.sim.gateway_url)
    made = sap.made(sap.post("BusinessPartners", NEW, NEVER))
    rig.sim.gateway.forget_tokens()
    sap.patch(key("BusinessPartners", "C900"), {"CardName": "Nandi"}, NEVER, sap.dialect.etag(made))
    kinds = ["metadata", "create", "update", "metadata", "update"]
    assert [one.kind for one in rig.sim.asked()] == kinds
    assert rig.sim.one("BusinessPartners", "C900")["CardName"] == "Nandi"


def test_gateway_hears_a_wrong_password_once(rig: Rig) -> None:
    sap = rig.open(rig.sim.gateway_url, password="wrong")
    for _ in range(3):
        with pytest.raises(errors.AuthRequired):
            sap.get(PARTNER, NEVER)
    assert len(rig.sim.asked()) == 1
