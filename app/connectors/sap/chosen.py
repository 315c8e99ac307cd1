"""What is chosen once per connection from the company's own tables (docs/protocols/sap.md: Choices)."""

from __future__ import annotations

from functools import partial

from app.connectors.base import ConnectionSettings
from app.connectors.chosen import Asked, Chosen
from app.connectors.odata.query import Query
from app.connectors.sap.client import ServiceLayer
from app.connectors.sap.errors import TITLE
from app.model.cancel import CancelToken

PRICE_LIST, TAX_CODE, DEPOSIT = "price_list", "tax_code", "deposit_account"
ASKED = {
    PRICE_LIST: Asked("Price list of the products' rates", "Without a choice it is the first one."),
    TAX_CODE: Asked(
        "Tax code of lines that we write",
        "Without a choice SAP decides by its own rules, if it has any. Lines that have a code keep it.",
    ),
    DEPOSIT: Asked("Account that payments go to", "SAP takes no payment without one.", ("payment",)),
}
#: The entity set, its fields with id and name, and which of its rows.
_SETS = {
    PRICE_LIST: ("PriceLists", "PriceListNo", "PriceListName", ""),
    TAX_CODE: ("SalesTaxCodes", "Code", "Name", ""),
    DEPOSIT: ("ChartOfAccounts", "Code", "Name", "CashAccount eq 'tYES'"),
}


def chosen(sap: ServiceLayer, settings: ConnectionSettings) -> Chosen:
    return Chosen(TITLE, settings, ASKED, partial(_options, sap))


def _options(sap: ServiceLayer, name: str, cancel: CancelToken) -> dict[str, str]:
    entity_set, ident, title, condition = _SETS[name]
    query = Query(entity_set).select(ident, title).filter(condition).orderby(ident)
    rows = [row for page in sap.rows(query.path, cancel) for row in page]
    names = [str(row.get(title) or row[ident]) for row in rows]
    return {
        name if names.count(name) == 1 else f"{name} ({row[ident]})": str(row[ident])
        for name, row in zip(names, rows, strict=True)
    }
