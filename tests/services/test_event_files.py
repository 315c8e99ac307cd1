"""A file of events before the real engine and a simulated Tally: it says where to look, and nothing else of it is believed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from app import bootstrap
from app.model.clock import utc_now
from app.services.event_files import EventFiles
from app.services.options import Options
from app.services.views import ConnectionView, RunView


class Site:
    """A synced company whose connection follows ``file``; Tally's people work through ``control``."""

    def __init__(self, app: bootstrap.App, file: Path) -> None:
        assert app.simulator is not None
        self.app, self.file = app, file
        self.control = app.simulator.control
        self.books = app.simulator.books(bootstrap.DEMO_COMPANY)
        self.moments = count()
        self.late = timedelta()
        app.parts.clock = lambda: utc_now() + self.late
        self.files = app.services.event_files

    @property
    def view(self) -> ConnectionView:
        return next(one for one in self.app.services.connections.list() if one.name == bootstrap.DEMO_COMPANY)

    def runs(self) -> list[RunView]:
        return list(self.app.services.runs.list(connection_id=self.view.id, limit=1000)[0])

    def look(self) -> list[RunView]:
        """One look; the runs it asked for, ended, in the order they were asked for."""
        before = {run.id for run in self.runs()}
        self.files.look(self.view)
        return [self.app.services.runs.wait(run.id, 60) for run in reversed(self.runs()) if run.id not in before]

    def tell(self, *lines: str) -> None:
        with self.file.open("a", encoding="utf-16-le") as file:
            file.writelines(f"{line}|at={next(self.moments)}\r\n" for line in lines)

    def customer(self, n: int = 0) -> tuple[str, str]:
        """Name there, and the number."""
        one = sorted(self.books.customers(), key=lambda one: one.master_id)[n]
        return one.name, str(one.master_id)

    def hub(self, name: str) -> dict[str, object] | None:
        found, _ = self.app.services.records.page("customer")
        return next((one for one in found if one["business_name"] == name), None)


def saved(number: str, *, thing: str = "Ledger", company: str = "") -> str:
    return f"SMS1|ev=save|obj={thing}|mid={number}|guid=|cguid={company}|name=Some Company"


def deleted(number: str) -> str:
    return f"SMS1|ev=delete|obj=|mid={number}|guid=|cguid=|vtype="


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    options = Options(data_dir=tmp_path / "data", secrets="file")
    app = bootstrap.start_demo(options, customers=8, items=3, vouchers=12, schedule=False, listen=None)
    try:
        made = Site(app, tmp_path / "events.txt")
        app.services.connections.update(made.view.id, {"auth_config": {"events_file": str(made.file)}})
        log_id = app.services.runs.start(connection_id=made.view.id)
        assert app.services.runs.wait(log_id, 60).status == "completed"
        assert app.services.event_files.follow(app.services.connections.list()) == [made.view]
        assert made.look() == []  # it is followed from where it ends now
        yield made
    finally:
        app.close()


def test_a_saved_record_is_read_alone(site: Site) -> None:
    name, number = site.customer()
    other, _ = site.customer(1)
    site.control.edit_customer(bootstrap.DEMO_COMPANY, name, email="new@example.in")
    site.control.edit_customer(bootstrap.DEMO_COMPANY, other, email="other@example.in")
    site.tell(saved(number))
    (run,) = site.look()
    assert (run.status, run.sync_type, run.triggered_by, run.processed) == ("completed", "webhook", "webhook", 1)
    found, untold = site.hub(name), site.hub(other)
    assert found is not None
    assert untold is not None
    assert found["email"] == "new@example.in"
    assert untold["email"] != "other@example.in"
    assert site.look() == []


def test_a_new_record_is_found_by_an_ordinary_sync(site: Site) -> None:
    number = site.control.add_customer(bootstrap.DEMO_COMPANY, "Brand New Traders")
    site.tell(saved(str(number)))
    (run,) = site.look()
    assert run.status == "completed"
    assert site.hub("Brand New Traders") is not None


def test_a_deleted_record_is_looked_for(site: Site) -> None:
    number = site.control.add_customer(bootstrap.DEMO_COMPANY, "Short Lived")
    site.tell(saved(str(number)))
    site.look()
    site.look()
    site.control.delete_customer(bootstrap.DEMO_COMPANY, "Short Lived")
    site.tell(deleted(str(number)))
    (run,) = site.look()
    assert run.status == "completed"
    assert sum(counts.get("deleted", 0) for counts in run.counts.values()) == 1
    site.look()
    site.tell(deleted("999999"))  # of one that we never knew
    assert site.look() == []


def test_what_is_said_to_be_deleted_and_is_not_stays(site: Site) -> None:
    """Anybody who can write the file can say so."""
    name, number = site.customer()
    site.tell(deleted(number))
    (run,) = site.look()
    assert run.status == "completed"
    assert sum(counts.get("deleted", 0) for counts in run.counts.values()) == 0
    assert site.hub(name) is not None


def test_a_burst_is_one_sync(site: Site) -> None:
    name, number = site.customer()
    site.control.edit_customer(bootstrap.DEMO_COMPANY, name, phone="98765")
    site.tell(*[saved(number) for _ in range(10_000)])
    (run,) = site.look()
    assert run.processed == 1
    assert site.look() == []


def test_known_and_unknown_are_two_runs(site: Site) -> None:
    _, number = site.customer()
    made = site.control.add_customer(bootstrap.DEMO_COMPANY, "Brand New Traders")
    site.tell(saved(str(made)), saved(number))
    first, second = site.look()
    assert (first.status, second.status) == ("completed", "completed")
    assert site.hub("Brand New Traders") is not None


@pytest.mark.parametrize("junk", ["not a line of ours", "SMS1|ev=save|obj=Voucher|mid='; DROP TABLE x", "\x00\x07"])
def test_a_line_that_can_not_be_read_leads_to_an_ordinary_sync(site: Site, junk: str) -> None:
    site.tell(junk)
    assert [run.status for run in site.look()] == ["completed"]


def test_what_happened_in_another_company_is_not_ours(site: Site) -> None:
    _, number = site.customer()
    site.tell(saved(number, company="another-company"))
    assert site.look() == []
    site.tell(saved(number, company=str(site.view.books["guid"]).upper()))
    assert len(site.look()) == 1


def test_a_number_of_a_voucher_is_no_ledgers(site: Site) -> None:
    invoice = next(iter(site.books.invoices()))
    site.tell(saved(str(invoice.master_id), thing="Voucher"))
    (run,) = site.look()
    assert run.counts.keys() <= {"order", "invoice", "payment"}
    assert run.processed == 1


def test_while_tally_is_away_it_is_tried_less_and_less_often(site: Site) -> None:
    name, number = site.customer()
    site.control.edit_customer(bootstrap.DEMO_COMPANY, name, email="late@example.in")
    site.tell(saved(number))
    site.control.connector_off()
    assert [run.status for run in site.look()] == ["failed"]
    assert site.look() == []
    site.late = timedelta(seconds=31)
    assert [run.status for run in site.look()] == ["failed"]
    site.look()
    site.late += timedelta(seconds=31)
    assert site.look() == []
    site.control.connector_on()
    site.late += timedelta(seconds=31)
    assert [run.status for run in site.look()] == ["completed"]
    found = site.hub(name)
    assert found is not None
    assert found["email"] == "late@example.in"
    assert site.look() == []


def test_what_was_asked_for_and_not_done_is_read_again_after_a_restart(site: Site) -> None:
    _, number = site.customer()
    site.tell(saved(number))
    assert len(site.look()) == 1  # and the program ends before it looks again
    site.files = EventFiles(site.app.parts, site.app.services.runs)
    assert len(site.look()) == 1
    assert site.look() == []
    site.files = EventFiles(site.app.parts, site.app.services.runs)
    assert site.look() == []


def test_a_file_that_comes_back_as_another_is_read_and_looked_past(site: Site) -> None:
    _, number = site.customer()
    site.tell(saved(number))
    site.look()
    site.look()
    site.file.unlink()
    assert site.look() == []
    new = site.control.add_customer(bootstrap.DEMO_COMPANY, "Untold Traders")
    assert new
    site.tell(saved(number))
    first, second = site.look()
    assert (first.status, second.status) == ("completed", "completed")
    assert site.hub("Untold Traders") is not None


def test_a_file_that_can_not_be_read_is_told_once(site: Site) -> None:
    site.file.mkdir()
    assert site.look() == []
    assert site.look() == []
    told = [line for line in site.app.services.diagnostics.log_lines() if str(site.file) in line]
    assert len(told) == 1
    site.file.rmdir()
    site.tell(saved(site.customer()[1]))
    assert len(site.look()) == 1


def test_the_first_sync_is_a_persons_to_begin(site: Site) -> None:
    fresh = replace(site.view, last_success_at=None)
    site.tell(saved("1"))
    before = len(site.runs())
    site.files.look(fresh)
    assert len(site.runs()) == before
    assert site.look() == []  # and it will read everything


def test_a_connection_that_is_switched_off_is_told_once(site: Site) -> None:
    site.app.services.connections.update(site.view.id, {"sync_enabled": False})
    site.tell(saved(site.customer()[1]))
    assert site.look() == []
    site.late = timedelta(minutes=1)
    assert site.look() == []
    told = [line for line in site.app.services.diagnostics.log_lines() if "is switched off" in line]
    assert len(told) == 1


def test_the_doctor_looks_at_the_file(site: Site) -> None:
    def said() -> tuple[bool, str]:
        check = site.files.check(site.view)
        assert check is not None
        return check.ok, check.message

    assert said() == (False, f"{site.file} is not there.")
    site.file.mkdir()
    assert said()[0] is False
    site.file.rmdir()
    site.tell("anything")
    assert said() == (True, f"{site.file} is followed.")
    found = [check.area for check in site.app.services.diagnostics.doctor()]
    assert found[-1] == f"Events of {bootstrap.DEMO_COMPANY}"
    site.app.services.connections.update(site.view.id, {"auth_config": {"events_file": None}})
    assert site.files.check(site.view) is None
