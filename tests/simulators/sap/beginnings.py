"""What a company has from its beginning: groups, price lists, taxes, warehouses, accounts."""

from __future__ import annotations

from tests.simulators.sap.company import Company

_ROWS: dict[str, tuple[tuple[object, ...], ...]] = {
    "BusinessPartnerGroups": ((100, "Customers", "bbpgt_CustomerGroup"), (101, "Vendors", "bbpgt_VendorGroup")),
    "ItemGroups": ((100, "Items"), (101, "Ropes")),
    "PriceLists": ((1, "Base Price", "INR"), (2, "Dealers", "INR")),
    "SalesPersons": ((-1, "-No Sales Employee-", "tYES"), (1, "Asha Rao", "tYES")),
    "PaymentTermsTypes": ((-1, "- Cash Basic -", 0), (2, "Net 30", 30)),
    "SalesTaxCodes": (("GST5", "GST 5%", 5.0), ("GST18", "GST 18%", 18.0), ("GST0", "Exempt", 0.0)),
    "VatGroups": (("A1", "Output 18%", 18.0), ("A0", "Output 0%", 0.0)),
    "Warehouses": (("01", "General Warehouse"), ("02", "Pune")),
    "Currencies": (("INR", "Indian Rupee"), ("USD", "US Dollar")),
    "ChartOfAccounts": (
        ("_SYS00000000002", "Petty Cash", "tYES", "tYES"),
        ("_SYS00000000010", "Bank", "tYES", "tYES"),
        ("_SYS00000000101", "Sales", "tNO", "tYES"),
    ),
    "UserTablesMD": (("REGIONS", "Regions", "bott_NoObject"),),
    "U_REGIONS": (("N", "North"), ("S", "South")),
}


def found(company: Company) -> None:
    for name, rows in _ROWS.items():
        table = company.tables[name]
        for row in rows:
            table.put(dict(zip(table.entity.properties, row, strict=True)))
