"""A made-up company's customers, the same for the same number."""

from __future__ import annotations

from datetime import timedelta

from tests.simulators.quickbooks.books import Books
from tests.simulators.quickbooks.entities import ENTITIES
from tests.simulators.quickbooks.moments import text_of

_FIRST = (
    "Ann Ben Carla David Elena Frank Grace Henry Iris Jack Kate Liam Mona Noah Olga Paul Rita Sam Tara Victor".split()
)
_LAST = "Adams Baker Cole Diaz Evans Ford Garcia Hill Irwin Jones King Lopez Moore Nash Olson Perez Reed Stone Turner".split()
_CITIES = (("San Pablo", "CA"), ("Austin", "TX"), ("Tucson", "AZ"), ("Denver", "CO"), ("Boston", "MA"))
_STEP = timedelta(seconds=20)


def people(books: Books, customers: int) -> None:
    """So many more, all older than now, the first ones the oldest. They are stored as they are, which is fast."""
    customer, table = ENTITIES["Customer"], books.tables["Customer"]
    began = books.clock() - _STEP * (customers + 10)
    begin = len(table.records)
    for place in range(begin, begin + customers):
        first, last = _FIRST[place % len(_FIRST)], _LAST[place % len(_LAST)]
        city, state = _CITIES[place % len(_CITIES)]
        name, id = f"{first} {last} {place + 1:06}", books.next_id(customer)
        moment = text_of(began + _STEP * (place - begin))
        table.put(
            {
                **customer.defaults,
                "GivenName": first,
                "FamilyName": f"{last} {place + 1:06}",
                "FullyQualifiedName": name,
                "CompanyName": f"{last} Trading {place + 1:06}",
                "DisplayName": name,
                "PrintOnCheckName": name,
                "Active": True,
                "PrimaryPhone": {"FreeFormNumber": f"(555) {2000000 + place}"},
                "PrimaryEmailAddr": {"Address": f"{first.lower()}.{place + 1:06}@example.com"},
                "BillAddr": {
                    "Id": id,
                    "Line1": f"{place % 300 + 1} Main Street",
                    "City": city,
                    "CountrySubDivisionCode": state,
                    "PostalCode": str(10001 + place % 80000),
                    "Country": "USA",
                },
                "CurrencyRef": books.currency,
                "domain": "QBO",
                "sparse": False,
                "Id": id,
                "SyncToken": "0",
                "MetaData": {"CreateTime": moment, "LastUpdatedTime": moment},
            }
        )
