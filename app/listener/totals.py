"""The calls under /api/erp/connections/{id}/totals: monthly sums here beside there. Each of them reads the ERP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.listener import answers
from app.listener.deps import Erp, Hub
from app.listener.problems import problems
from app.listener.reading import StrictRoute

router = APIRouter(prefix="/api/erp/connections/{connection_id}/totals", tags=["totals"], route_class=StrictRoute)
Month = Annotated[str | None, Query(max_length=10, description="2026-04; without both, the year since April")]


@router.get("", response_model=answers.TotalsAnswer, responses=problems(404, 409, 502))
async def compare_totals(
    hub: Hub, erp: Erp, connection_id: str, first: Month = None, last: Month = None
) -> answers.TotalsAnswer:
    """Waits until no run of the connection is under way."""
    found = await erp.call(lambda cancel: hub.totals.compare(connection_id, first, last, cancel))
    return answers.TotalsAnswer(totals=[answers.MonthTotal.model_validate(one) for one in found])


@router.get("/{module}/{month}", response_model=answers.DifferencesAnswer, responses=problems(404, 409, 502))
async def list_differences(
    hub: Hub, erp: Erp, connection_id: str, module: str, month: str
) -> answers.DifferencesAnswer:
    """The documents that make the difference in one month; `module` or the entity type."""
    found = await erp.call(lambda cancel: hub.totals.differences(connection_id, module, month, cancel))
    return answers.DifferencesAnswer(differences=[answers.AmountDifference.model_validate(one) for one in found])
