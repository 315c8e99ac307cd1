"""A made-up company's business partners, the same for the same number."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.simulators.sap.company import Company
from tests.simulators.sap.schema import PART_PROPERTIES

_FIRST = (
    "Anil Asha Deepa Farah Gita Hari Isha Jai Kavya Lata Manoj Nisha Om Priya Ravi Sana Tara Uma Vikram Zoya".split()
)
_LAST = "Bose Das Gupta Iyer Jain Khan Lal Mehta Nair Patil Rao Shah Singh Thomas Varma Yadav".split()
_CITIES = (("Pune", "MH"), ("Nashik", "MH"), ("Chennai", "TN"), ("Kochi", "KL"), ("Indore", "MP"))
_STEP = timedelta(seconds=20)


def people(company: Company, count: int) -> None:
    """So many more, all older than now, the first ones the oldest. They are stored as they are, which is fast."""
    table = company.tables["BusinessPartners"]
    blank: dict[str, Any] = {name: [] if one.many else None for name, one in company.properties(table.entity).items()}
    blank |= {
        "CardType": "cCustomer", "GroupCode": 100, "Currency": company.local_currency, "PriceListNum": 1,
        "PayTermsGrpCode": -1, "SalesPersonCode": -1, "CurrentAccountBalance": 0.0, "OpenOrdersBalance": 0.0,
        "CreditLimit": 0.0, "DiscountPercent": 0.0, "CompanyPrivate": "cCompany", "Valid": "tYES", "Frozen": "tNO",
    }  # fmt: skip
    blank["DataVersion"] = 1
    addresses, contacts = dict.fromkeys(PART_PROPERTIES["BPAddress"]), dict.fromkeys(PART_PROPERTIES["ContactEmployee"])
    began, begin = company.now - _STEP * (count + 10), len(table.rows)
    for place in range(begin, begin + count):
        first, last = _FIRST[place % len(_FIRST)], _LAST[place % len(_LAST)]
        city, state = _CITIES[place % len(_CITIES)]
        code, at = f"K{place + 1:06}", began + _STEP * (place - begin)
        day, time = at.date().isoformat(), at.time().isoformat("seconds")
        stamps = {"CreateDate": day, "CreateTime": time, "UpdateDate": day, "UpdateTime": time}
        address = {
            **addresses, "RowNum": 0, "BPCode": code, "AddressName": "Office", "AddressType": "bo_BillTo", "City": city,
            "Street": f"{place % 300 + 1} Market Road", "ZipCode": str(400001 + place % 9000), "State": state, "Country": "IN",
        }  # fmt: skip
        person = {
            **contacts, **stamps, "InternalCode": company.next_number("InternalCode"), "CardCode": code, "Active": "tYES",
            "Name": f"{first} {last}", "FirstName": first, "LastName": last,
            "E_Mail": f"{first.lower()}.{place + 1:06}@example.com",
        }  # fmt: skip
        table.put(
            {
                **blank, **stamps, "CardCode": code, "CardName": f"{last} Traders {place + 1:06}",
                "Phone1": f"020 {2000000 + place}", "EmailAddress": f"office.{place + 1:06}@example.com",
                "BPAddresses": [address], "ContactEmployees": [person],
            }
        )  # fmt: skip
