"""A made-up office's contacts and accounts, the same for the same number."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta

from tests.simulators.zoho.moments import text_of
from tests.simulators.zoho.org import Org, Record

_FIRST = (
    "Aarav Aditi Arjun Bhavna Chetan Deepa Divya Farhan Gita Harish Isha Jaya Kabir Kiran Lata Manoj Meera Nikhil Ojas Priya"
).split()
_LAST = (
    "Agarwal Bose Chopra Desai Fernandes Gupta Iyer Joshi Khan Kulkarni Mehta Nair Patel Rao Reddy Shah Sharma Singh Verma"
).split()
_CITIES = ("Mumbai", "Pune", "Nagpur", "Delhi", "Chennai", "Kolkata", "Surat", "Indore")
_STEP = timedelta(seconds=20)


def people(org: Org, contacts: int, accounts: int | None = None) -> None:
    """So many contacts, one account for each ten, all older than now. They are stored as they are, which is fast."""
    number = contacts // 10 if accounts is None else accounts
    began = org.clock() - _STEP * (contacts + number + 10)
    moments = (began + _STEP * place for place in itertools.count(1))
    ids = [_put(org, "Accounts", next(moments), _account(place)) for place in range(number)]
    for place in range(contacts):
        _put(org, "Contacts", next(moments), _contact(place, ids))


def _put(org: Org, module: str, at: datetime, values: Record) -> str:
    moment, id = text_of(at), next(org.numbers)
    system = {"id": id, "Owner": org.person, "Created_By": org.person, "Modified_By": org.person}
    times = {"Created_Time": moment, "Modified_Time": moment, "Record_Status__s": "Available"}
    org.tables[module].put({**system, **times, **values})
    org.generation += 1
    return id


def _account(place: int) -> Record:
    city = _CITIES[place % len(_CITIES)]
    return {
        "Account_Name": f"{_LAST[place % len(_LAST)]} Traders {place + 1:05}",
        "Phone": f"+91 22 {20000000 + place}",
        "Billing_Street": f"{place % 200 + 1} Station Road",
        "Billing_City": city,
        "Billing_Country": "India",
    }


def _contact(place: int, accounts: list[str]) -> Record:
    first, last = _FIRST[place % len(_FIRST)], f"{_LAST[place % len(_LAST)]} {place + 1:06}"
    return {
        "First_Name": first,
        "Last_Name": last,
        "Full_Name": f"{first} {last}",
        "Email": f"{first.lower()}.{place + 1:06}@example.in",
        "Phone": f"+91 98 {20000000 + place}",
        "Mobile": f"+91 99 {20000000 + place}",
        "Mailing_Street": f"{place % 300 + 1} Link Road",
        "Mailing_City": _CITIES[place % len(_CITIES)],
        "Mailing_State": "Maharashtra",
        "Mailing_Zip": str(400001 + place % 900),
        "Mailing_Country": "India",
        "Account_Name": accounts[place % len(accounts)] if accounts else None,
    }
