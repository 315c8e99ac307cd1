"""The simulated Tally as tests and the demo use it: companies, server and control in one object."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import TracebackType

from app.simulator.control import Control
from app.simulator.generate import generate
from app.simulator.program import Program
from app.simulator.server import LoggedRequest, Server
from app.simulator.spec import CompanySpec, Quirks
from app.simulator.truth import Books


class SimulatedTally:
    """A Tally with the given companies on a loopback port; ``with`` starts and stops it."""

    def __init__(
        self,
        companies: Iterable[CompanySpec],
        port: int = 0,
        version: str = "7.1",
        licence: str = "gold",
        *,
        quirks: Quirks | None = None,
        sleep: Callable[[float], None] | None = None,
    ) -> None:
        specs = list(companies)
        self._by_name = {spec.name: generate(spec, 100_000 + at) for at, spec in enumerate(specs)}
        open_ones = [self._by_name[spec.name] for spec in specs if spec.is_open]
        self.program = Program(
            open_ones,
            quirks or Quirks(),
            version,
            licence,
            educational=licence == "educational" or any(spec.educational for spec in specs),
            closed=[self._by_name[spec.name] for spec in specs if not spec.is_open],
        )
        self.server = Server(self.program, port=port, sleep=sleep)
        self.control = Control(self.server)

    @property
    def port(self) -> int:
        return self.server.port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    @property
    def quirks(self) -> Quirks:
        return self.program.quirks

    @property
    def requests(self) -> list[LoggedRequest]:
        """Every request so far, oldest first."""
        return self.server.log

    @property
    def max_in_flight(self) -> int:
        """The greatest number of requests that were ever under way at once."""
        return self.server.max_in_flight

    def clear_log(self) -> None:
        self.server.log.clear()
        self.server.max_in_flight = 0

    def books(self, company: str) -> Books:
        """The truth of a company, open or not."""
        for one in [*self.program.companies, *self.program.closed]:
            if one.name == company:
                return Books(one)
        raise KeyError(company)

    def start(self) -> SimulatedTally:
        self.server.start()
        return self

    def stop(self) -> None:
        self.server.stop()

    def __enter__(self) -> SimulatedTally:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
