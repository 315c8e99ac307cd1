"""The hand of somebody who works in a simulated SAP Business One."""

from __future__ import annotations

from typing import Any

from tests.simulators.sap import SimulatedSap

CASH = "_SYS00000000002"
#: An item's code, how many, and at what price; the item's own when there is none.
Line = tuple[str, float] | tuple[str, float, float]


class SapDesk:
    """Each method is what one window of SAP does, and gives the key of what it made."""

    def __init__(self, sim: SimulatedSap) -> None:
        self.sim = sim
        self._codes = 0

    def customer(self, name: str, code: str = "", **more: Any) -> str:
        return str(self.sim.add("BusinessPartners", CardCode=code or self._code("C"), CardName=name, **more))

    def contact(self, customer: str, name: str, **more: Any) -> int:
        """A further contact person of a business partner; the InternalCode."""
        self.sim.change("BusinessPartners", customer, ContactEmployees=[{"Name": name, **more}])
        return int(self.sim.one("BusinessPartners", customer)["ContactEmployees"][-1]["InternalCode"])

    def item(self, name: str, price: float = 0.0, code: str = "", **more: Any) -> str:
        prices = [{"PriceList": 1, "Price": price}]
        return str(self.sim.add("Items", ItemCode=code or self._code("I"), ItemName=name, ItemPrices=prices, **more))

    def quotation(self, customer: str, *lines: Line, **more: Any) -> int:
        return self._document("Quotations", customer, lines, more)

    def order(self, customer: str, *lines: Line, **more: Any) -> int:
        return self._document("Orders", customer, lines, {"DocDueDate": self.sim.company.today, **more})

    def invoice(self, customer: str, *lines: Line, **more: Any) -> int:
        return self._document("Invoices", customer, lines, more)

    def delivery(self, order: int) -> int:
        return self._copied("Orders", "DeliveryNotes", 17, order)

    def invoiced(self, order: int) -> int:
        """An order becomes an invoice, and is closed by it."""
        return self._copied("Orders", "Invoices", 17, order)

    def pay(self, invoice: int, amount: float | None = None) -> int:
        """In cash; all that is open unless an amount is said."""
        row = self.sim.one("Invoices", invoice)
        paid = round(row["DocTotal"] - row["PaidToDate"], 2) if amount is None else amount
        lines = [{"DocEntry": invoice, "SumApplied": paid}]
        return self._payment(row["CardCode"], paid, PaymentInvoices=lines)

    def advance(self, customer: str, amount: float) -> int:
        """A payment that settles nothing yet."""
        return self._payment(customer, amount)

    def opportunity(self, customer: str, name: str, total: float, **more: Any) -> int:
        fields = {"CardCode": customer, "OpportunityName": name, "MaxLocalTotal": total, **more}
        return int(self.sim.add("SalesOpportunities", **fields))

    def receive(self, item: str, quantity: float, warehouse: str = "01") -> None:
        """Goods arrive: the stock moves and the item's stamps stay."""
        self.sim.move_stock(item, quantity, warehouse)

    def cancel(self, entity: str, entry: int) -> None:
        """The way that this kind of document has."""
        booked = entity in {"Invoices", "CreditNotes", "DeliveryNotes"}
        self.sim.act(entity, entry, "CreateCancellationDocument" if booked else "Cancel")

    def furnish(self, count: int = 8) -> None:
        """Some of everything, a day older than now."""
        self.sim.clock.advance(-86_400)
        items = [self.item(f"Rope {n}", 50.0 + n) for n in range(4)]
        for n in range(count):
            address = {"AddressName": "Office", "Street": f"{n} Main Street", "City": "Pune", "Country": "IN"}
            person = {"Name": f"Person {n}", "FirstName": "Person", "LastName": str(n), "E_Mail": f"p{n}@example.com"}
            customer = self.customer(
                f"Firm {n}",
                EmailAddress=f"firm{n}@example.com",
                BPAddresses=[address],
                ContactEmployees=[person],
            )
            self.quotation(customer, (items[n % 4], 1))
            self.order(customer, (items[n % 4], 2, 100.0), NumAtCard=f"PO-{n}")
            invoice = self.invoice(customer, (items[n % 4], 2, 100.0), NumAtCard=f"B-{n}")
            self.opportunity(customer, f"Deal {n}", 1000.0 * (n + 1), ClosingPercentage=20)
            if n % 2:
                self.pay(invoice, 80.0)
        self.sim.clock.advance(86_400)

    def _code(self, letter: str) -> str:
        self._codes += 1
        return f"{letter}{self._codes:05}"

    def _document(self, entity: str, customer: str, lines: tuple[Line, ...], more: dict[str, Any]) -> int:
        rows = [
            {"ItemCode": item, "Quantity": quantity, "TaxCode": "GST18", **({"UnitPrice": price[0]} if price else {})}
            for item, quantity, *price in lines
        ]
        return int(self.sim.add(entity, CardCode=customer, DocumentLines=rows, **more))

    def _copied(self, source: str, entity: str, code: int, entry: int) -> int:
        row = self.sim.one(source, entry)
        lines = [
            {
                "BaseType": code,
                "BaseEntry": entry,
                "BaseLine": line["LineNum"],
                **{name: line[name] for name in ("ItemCode", "Quantity", "UnitPrice", "TaxCode")},
            }
            for line in row["DocumentLines"]
        ]
        return int(self.sim.add(entity, CardCode=row["CardCode"], DocumentLines=lines))

    def _payment(self, customer: str, amount: float, **more: Any) -> int:
        return int(self.sim.add("IncomingPayments", CardCode=customer, CashAccount=CASH, CashSum=amount, **more))
