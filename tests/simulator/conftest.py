"""A plain client that speaks to the simulated Tally, and sims that are always stopped."""

from __future__ import annotations

import http.client
import re
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

import pytest

from app.simulator import CompanySpec, Quirks, SimulatedTally

DEMO = "Demo Traders & Co"
WIDE_HEADERS = {"Content-Type": "text/xml; charset=utf-16"}
NARROW_HEADERS = {"Content-Type": "text/xml; charset=utf-8"}


class Asker:
    """Builds requests and sends them; answers are decoded text."""

    def __init__(self, sim: SimulatedTally, company: str | None = DEMO) -> None:
        self.sim = sim
        self.company = company

    def raw(
        self, body: bytes, headers: dict[str, str], method: str = "POST", path: str = "/", timeout: float = 10.0
    ) -> tuple[int, str, bytes]:
        """Status, content type and body bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.sim.port, timeout=timeout)
        try:
            connection.request(method, path, body=body or None, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers["Content-Type"], answer.read()
        finally:
            connection.close()

    def post(self, xml: str, *, wide: bool = True, timeout: float = 10.0) -> str:
        if wide:
            return self.raw(xml.encode("utf-16-le"), WIDE_HEADERS, timeout=timeout)[2].decode("utf-16-le")
        return self.raw(xml.encode(), NARROW_HEADERS, timeout=timeout)[2].decode("cp1252")

    def variables(self, **extra: str) -> str:
        company = "" if self.company is None else f"<SVCURRENTCOMPANY>{escape(self.company)}</SVCURRENTCOMPANY>"
        more = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in extra.items())
        return f"<STATICVARIABLES><SVEXPORTFORMAT>$$SysName:XML</SVEXPORTFORMAT>{company}{more}</STATICVARIABLES>"

    def collection_xml(
        self,
        type_: str,
        fetch: str,
        where: str = "",
        *,
        name: str = "AppRows",
        tag: str = "FILTERS",
        how: str = "FETCH",
        extra: str = "",
        **variables: str,
    ) -> str:
        clause = f"<{tag}>AppWhere</{tag}>" if where else ""
        formula = f'<SYSTEM TYPE="Formulae" NAME="AppWhere">{escape(where)}</SYSTEM>' if where else ""
        wanted = f"<{how}>{fetch}</{how}>" if fetch else ""
        return (
            "<ENVELOPE><HEADER><VERSION>1</VERSION><TALLYREQUEST>Export</TALLYREQUEST><TYPE>Collection</TYPE>"
            f"<ID>{name}</ID></HEADER><BODY><DESC>{self.variables(**variables)}<TDL><TDLMESSAGE>"
            f'<COLLECTION NAME="{name}" ISMODIFY="No"><TYPE>{type_}</TYPE>{wanted}{extra}{clause}</COLLECTION>{formula}'
            "</TDLMESSAGE></TDL></DESC></BODY></ENVELOPE>"
        )

    def collection(self, type_: str, fetch: str, where: str = "", **options: str) -> str:
        return self.post(self.collection_xml(type_, fetch, where, **options))

    def vouchers(
        self, fetch: str, where: str = "", *, first: str = "20200401", last: str = "20300331", **options: str
    ) -> str:
        """A voucher collection over a wide period."""
        return self.collection("Voucher", fetch, where, SVFROMDATE=first, SVTODATE=last, **options)

    def object_xml(self, subtype: str, id_: str, fetch: str | None = "MASTERID") -> str:
        wanted = "" if fetch is None else f"<FETCHLIST><FETCH>{fetch}</FETCH></FETCHLIST>"
        return (
            "<ENVELOPE><HEADER><VERSION>1</VERSION><TALLYREQUEST>Export</TALLYREQUEST><TYPE>Object</TYPE>"
            f'<SUBTYPE>{subtype}</SUBTYPE><ID TYPE="Name">{escape(id_)}</ID></HEADER><BODY><DESC>{self.variables()}{wanted}'
            "</DESC></BODY></ENVELOPE>"
        )

    def object(self, subtype: str, id_: str, fetch: str | None = "MASTERID") -> str:
        return self.post(self.object_xml(subtype, id_, fetch))

    def report(self, name: str, **variables: str) -> str:
        return self.post(
            "<ENVELOPE><HEADER><VERSION>1</VERSION><TALLYREQUEST>Export</TALLYREQUEST><TYPE>Data</TYPE>"
            f"<ID>{name}</ID></HEADER><BODY><DESC>{self.variables(**variables)}</DESC></BODY></ENVELOPE>"
        )

    def import_xml(self, objects: str, *, id_: str = "All Masters", legacy: bool = False) -> str:
        company = "" if self.company is None else f"<SVCURRENTCOMPANY>{escape(self.company)}</SVCURRENTCOMPANY>"
        variables = f"<STATICVARIABLES>{company}</STATICVARIABLES>"
        message = f'<TALLYMESSAGE xmlns:UDF="TallyUDF">{objects}</TALLYMESSAGE>'
        if legacy:
            return (
                "<ENVELOPE><HEADER><TALLYREQUEST>Import Data</TALLYREQUEST></HEADER><BODY><IMPORTDATA><REQUESTDESC>"
                f"<REPORTNAME>{id_}</REPORTNAME>{variables}</REQUESTDESC><REQUESTDATA>{message}</REQUESTDATA></IMPORTDATA></BODY></ENVELOPE>"
            )
        return (
            "<ENVELOPE><HEADER><VERSION>1</VERSION><TALLYREQUEST>Import</TALLYREQUEST><TYPE>Data</TYPE>"
            f"<ID>{id_}</ID></HEADER><BODY><DESC>{variables}</DESC><DATA>{message}</DATA></BODY></ENVELOPE>"
        )

    def send(self, objects: str, **options: bool) -> dict[str, str]:
        """Import objects; the counters and the first LINEERROR by name."""
        id_ = "Vouchers" if objects.startswith("<VOUCHER ") else "All Masters"
        text = self.post(self.import_xml(objects, id_=id_, **options))
        found = dict(
            re.findall(r"<(CREATED|ALTERED|DELETED|LASTVCHID|LASTMID|ERRORS|CANCELLED|EXCEPTIONS)>(\d+)<", text)
        )
        error = re.search(r"<LINEERROR>(.*?)</LINEERROR>", text)
        if error:
            found["LINEERROR"] = error[1].replace("&apos;", "'").replace("&quot;", '"').replace("&amp;", "&")
        return found


def values(text: str, tag: str) -> list[str]:
    """Texts of all elements with this tag, empty ones included."""
    return [m[1] or "" for m in re.finditer(rf"<{re.escape(tag)}(?: [^>]*)?(?:/>|>([^<]*)</)", text)]


@pytest.fixture(name="values")
def _values() -> Callable[[str, str], list[str]]:
    return values


@pytest.fixture
def make_sim() -> Iterator[Callable[..., SimulatedTally]]:
    """Start simulated Tallys of any make; all are stopped at the end."""
    running: list[SimulatedTally] = []

    def make(
        *specs: CompanySpec,
        version: str = "7.1",
        licence: str = "gold",
        sleep: Callable[[float], None] | None = None,
        quirks: Quirks | None = None,
    ) -> SimulatedTally:
        chosen = specs or (CompanySpec(DEMO, customers=40, items=30, vouchers=200),)
        sim = SimulatedTally(chosen, version=version, licence=licence, sleep=sleep, quirks=quirks)
        running.append(sim)
        return sim.start()

    yield make
    for sim in running:
        sim.control.release()
        sim.stop()


@pytest.fixture
def sim(make_sim: Callable[..., SimulatedTally]) -> SimulatedTally:
    return make_sim()


@pytest.fixture
def ask(sim: SimulatedTally) -> Asker:
    return Asker(sim)


@pytest.fixture
def asker() -> type[Asker]:
    return Asker
