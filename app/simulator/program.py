"""The simulated Tally program: which companies are open, its licence and version, and how it takes a request.

One request at a time; transport and charset are the server's business, books and rules those of their own modules.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from app.simulator import envelope
from app.simulator.books import Company
from app.simulator.collection import export_collection
from app.simulator.imports import import_messages
from app.simulator.objects import export_object
from app.simulator.reports import export_report
from app.simulator.request import Crash, Hang, Request, Unintelligible, parse
from app.simulator.spec import Quirks
from app.simulator.values import dmy, jd


@dataclass
class Program:
    """One running Tally with its open companies."""

    companies: list[Company]
    quirks: Quirks = field(default_factory=Quirks)
    version: str = "7.1"
    licence: str = "gold"
    educational: bool = False
    active: Company | None = None
    closed: list[Company] = field(default_factory=list)
    lock: threading.RLock = field(default_factory=threading.RLock)
    #: Called between pieces of work with a cost in milliseconds; the server turns it into waiting.
    spend: Callable[[float], None] = lambda milliseconds: None

    def __post_init__(self) -> None:
        if self.active is None and self.companies:
            self.active = self.companies[0]

    @property
    def release(self) -> tuple[int, int]:
        major, _, minor = self.version.partition(".")
        return int(major), int(minor or 0)

    def find(self, name: str | None) -> Company | None:
        """The open company a request means: the named one (case and outer spaces do not count), else the active one."""
        if name is None:
            return self.active
        wanted = name.strip().lower()
        return next((company for company in self.companies if company.name.lower() == wanted), None)

    # -- requests -------------------------------------------------------------------------------------------------

    def answer(self, text: str) -> Iterable[str]:
        """The pieces of the answer to one request body."""
        try:
            return self.respond(parse(text))
        except Unintelligible:
            return [envelope.UNKNOWN_REQUEST]

    def respond(self, request: Request) -> Iterable[str]:
        """The answer to an understood request; raises :class:`Hang` or :class:`Crash` for the deadly ones."""
        if self.quirks.fixed_ms:
            self.spend(self.quirks.fixed_ms)
        if request.verb == "import":
            return import_messages(self, request)
        if request.verb == "execute":
            return [envelope.failure("Could not execute the action!")]
        if request.type == "collection":
            return export_collection(self, request)
        if request.type == "object":
            return export_object(self, request)
        if request.type == "data":
            return export_report(self, request)
        if request.type == "function":
            return [self.function(request)]
        raise Unintelligible(request.type)

    def function(self, request: Request) -> str:
        """TYPE Function: a few of Tally's functions."""
        name = request.id.strip()
        if re.search(r"\s", name) and name.startswith("$$"):
            raise Crash("function name with spaces")
        plain = name.lstrip("$").lower().split(":")[0]
        company = self.find(request.company)
        if plain in ("systemperiodfrom", "systemperiodto", "currentdate", "machinedate") and company is not None:
            day = {"systemperiodfrom": company.period[0], "systemperiodto": company.period[1]}.get(
                plain, company.last_voucher_date
            )
            return envelope.result("Date", dmy(day), f' JD="{jd(day)}"')
        if plain == "licenseinfo":
            argument = (request.parameters or name.split(":")[1:] or [""])[0]
            return envelope.result("String", self.licence_info(argument))
        if plain == "numitems":
            raise Crash("$$NumItems of its own collection")
        return envelope.function_failure(name if name.startswith("$$") else f"$${name}")

    # -- licence --------------------------------------------------------------------------------------------------

    def licence_info(self, what: str) -> str:
        """``$$LicenseInfo:what``."""
        facts = {
            "iseducationalmode": "Yes" if self.educational else "No",
            "issilver": "Yes" if self.licence == "silver" and not self.educational else "No",
            "isgold": "Yes" if self.licence == "gold" and not self.educational else "No",
            "serialnumber": "0" if self.educational else "758219345",
        }
        return facts.get(what.strip().lower(), "")

    def compute(self, expression: str, company: Company) -> tuple[str, str]:
        """TYPE and text of a COMPUTE on the Company collection."""
        plain = expression.replace(" ", "").lower()
        if "$$numitems" in plain:
            raise Crash("$$NumItems of its own collection")
        if plain.startswith("$$licenseinfo:"):
            what = plain.split(":", 1)[1]
            return ("Number" if what == "serialnumber" else "Logical"), self.licence_info(what)
        if plain == "@@versionreleasestring":
            return "String", self.version
        if plain == "productname":
            return "String", "TallyPrime"
        if plain.startswith("$destination"):
            target = company if plain == "$destination" else self.find(None)
            return "String", target.data_path if target is not None else ""
        raise Hang(f"unknown expression {expression}")


__all__ = ["Crash", "Hang", "Program"]
