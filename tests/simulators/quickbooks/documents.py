"""What QuickBooks makes of a document's lines: numbers, subtotal, tax, total and balance."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.simulators.quickbooks.books import Books, Record, decimal, number
from tests.simulators.quickbooks.entities import DETAILS, Entity
from tests.simulators.quickbooks.problems import Refused

_CENT = Decimal("0.01")
_NO_TAX_CODE = "Business Validation\n  Error 2: Make sure all your transactions have a GST/HST rate before you save."


class Documents:
    def __init__(self, books: Books) -> None:
        self._books = books

    def total(self, entity: Entity, made: Record, sent: Record) -> Record:
        """A document with what follows from its lines. A ``TotalTax`` that was sent stands; else the codes' rates
        decide. With TaxInclusive the lines' amounts hold the tax. Raises the fault for lines that don't fit."""
        lines = [self._line(line) for line in made["Line"] if line.get("DetailType") != "SubTotalLineDetail"]
        discount = self._discount(lines)
        net = sum((decimal(line["Amount"]) for line in lines if line["DetailType"] in _COUNTED), Decimal())
        tax, details = self._tax(made, lines, sent)
        inclusive = made.get("GlobalTaxCalculation") == "TaxInclusive"
        total = net - discount + (0 if inclusive else tax)
        told = [
            *_numbered(lines),
            {"Amount": number(net), "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}},
        ]
        done = {**made, "Line": told, "TxnTaxDetail": details, "TotalAmt": number(total)}
        if entity.name in {"Invoice", "CreditMemo"}:
            paid = sum(self._books.applied.get(made["Id"], {}).values(), Decimal())
            done["Balance"] = number(total - paid)
        return done

    def _line(self, line: Record) -> Record:
        kind = line.get("DetailType")
        if kind is None:
            raise Refused("2020", "Line.DetailType")
        if kind not in DETAILS:
            raise Refused("2170", f"DetailType {kind}")
        if kind in {"DescriptionOnly", "GroupLineDetail"}:
            return line
        detail = line.get(kind) or {}
        if kind == "DiscountLineDetail" and detail.get("PercentBased"):
            return dict(line)
        amount = _decimal(line.get("Amount"), "Line.Amount")
        if kind != "SalesItemLineDetail":
            return line
        if "Qty" in detail and "UnitPrice" in detail:
            product = _decimal(detail["Qty"], "Qty") * _decimal(detail["UnitPrice"], "UnitPrice")
            if abs(product - amount) > _CENT:
                raise Refused("6070", str(line["Amount"]))
        return {**line, kind: self._with_tax_code(detail)}

    def _with_tax_code(self, detail: Record) -> Record:
        ref = detail.get("TaxCodeRef") or {}
        given = ref.get("value") if isinstance(ref, dict) else ref
        if self._books.country == "US":
            if given not in {None, "TAX", "NON"}:
                raise Refused("2500", "tax codes")
            return {**detail, "TaxCodeRef": {"value": given or "NON"}}
        if given is None:
            raise Refused("6000", detail=_NO_TAX_CODE)
        return detail

    def _discount(self, lines: list[Record]) -> Decimal:
        counted = sum((decimal(line["Amount"]) for line in lines if line["DetailType"] in _COUNTED), Decimal())
        total = Decimal()
        for line in lines:
            if line["DetailType"] == "DiscountLineDetail":
                detail = line.get("DiscountLineDetail") or {}
                if detail.get("PercentBased"):
                    percent = _decimal(detail.get("DiscountPercent"), "DiscountPercent")
                    line["Amount"] = number(_cents(counted * percent / 100))
                total += decimal(line["Amount"])
        return total

    def _tax(self, made: Record, lines: list[Record], sent: Record) -> tuple[Decimal, Record]:
        asked = sent.get("TxnTaxDetail") or made.get("TxnTaxDetail") or {}
        kept = {name: asked[name] for name in ("TxnTaxCodeRef",) if name in asked}
        if made.get("GlobalTaxCalculation") == "NotApplicable":
            return Decimal(), {"TotalTax": 0}
        if "TotalTax" in (sent.get("TxnTaxDetail") or {}):
            tax = _decimal(asked["TotalTax"], "TotalTax")
            return tax, {**kept, **{n: asked[n] for n in ("TaxLine",) if n in asked}, "TotalTax": number(tax)}
        bases: dict[str, Decimal] = {}
        for line in lines:
            code = self._code(line, kept)
            if code:
                bases[code] = bases.get(code, Decimal()) + decimal(line["Amount"])
        inclusive = made.get("GlobalTaxCalculation") == "TaxInclusive"
        found = [self._tax_line(code, base, inclusive) for code, base in bases.items()]
        tax = sum((decimal(line["Amount"]) for line in found), Decimal())
        return tax, {**kept, "TotalTax": number(tax), **({"TaxLine": found} if found else {})}

    def _code(self, line: Record, kept: Record) -> str:
        """The tax code whose rate a line bears."""
        if line["DetailType"] != "SalesItemLineDetail":
            return ""
        own = str(line["SalesItemLineDetail"]["TaxCodeRef"]["value"])
        if self._books.country != "US":
            return own
        return str(kept.get("TxnTaxCodeRef", {}).get("value", "")) if own == "TAX" else ""

    def _tax_line(self, code: str, base: Decimal, inclusive: bool) -> Record:
        taxes = self._books.tables["TaxCode"].records.get(code)
        if taxes is None:
            raise Refused("2500", "tax codes")
        rate = taxes.get("SalesTaxRateList", {}).get("TaxRateDetail", [{}])[0].get("TaxRateRef", {}).get("value", "")
        percent = decimal(self._books.tables["TaxRate"].records.get(rate, {}).get("RateValue", 0))
        tax = _cents(base * percent / ((100 + percent) if inclusive else 100))
        detail = {
            "TaxRateRef": {"value": rate},
            "PercentBased": True,
            "TaxPercent": number(percent),
            "NetAmountTaxable": number(base - tax if inclusive else base),
        }
        return {"Amount": number(tax), "DetailType": "TaxLineDetail", "TaxLineDetail": detail}


_COUNTED = {"SalesItemLineDetail"}


def _numbered(lines: list[Record]) -> list[Record]:
    """Lines keep the ids they were sent with; others get the next."""
    taken = {str(line["Id"]) for line in lines if line.get("Id")}
    fresh = (str(n) for n in range(1, len(lines) + len(taken) + 1) if str(n) not in taken)
    return [
        line
        if line["DetailType"] == "DiscountLineDetail"
        else {**line, "Id": str(line.get("Id") or next(fresh)), "LineNum": at}
        for at, line in enumerate(lines, 1)
    ]


def _decimal(value: Any, name: str) -> Decimal:
    if value is None:
        raise Refused("2020", name)
    try:
        found = decimal(value)
    except ArithmeticError:
        raise Refused("2090", f"{name} {value}") from None
    return found


def _cents(value: Decimal) -> Decimal:
    return value.quantize(_CENT, ROUND_HALF_UP)
