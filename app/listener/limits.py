"""The calls under /api/erp/rate-limits."""

from __future__ import annotations

from fastapi import APIRouter

from app.listener import answers, bodies
from app.listener.deps import Hub
from app.listener.problems import problems
from app.listener.reading import StrictRoute
from app.model.errors import InvalidInput

router = APIRouter(prefix="/api/erp/rate-limits", tags=["rate limits"], route_class=StrictRoute)


@router.get("", response_model=answers.RateLimitsAnswer, responses=problems(404))
def list_rate_limits(hub: Hub, connection_id: str | None = None) -> answers.RateLimitsAnswer:
    """All connections' at once, or one's; a handful each."""
    found = hub.limits.list(connection_id)
    return answers.RateLimitsAnswer(rate_limits=[answers.RateLimit.model_validate(one) for one in found])


@router.put("", response_model=answers.RateLimitsChanged, responses=problems(404))
def change_rate_limits(
    hub: Hub, body: bodies.RateLimitsBody, connection_id: str | None = None
) -> answers.RateLimitsChanged:
    """`rateLimits`, or one `kind` and its `limit`; those not named stay. The connection in the query or in the body."""
    target = body.connection_id or connection_id
    if target is None:
        raise InvalidInput("connectionId is missing.", field="connectionId")
    wanted = {one.kind: one.limit for one in body.rate_limits or ()}
    if body.kind is not None:
        wanted[body.kind] = body.limit
    if not wanted:
        raise InvalidInput("Say which limit: kind, or rateLimits.", field="rateLimits")
    found, warnings = hub.limits.change(target, wanted, by="api")
    return answers.RateLimitsChanged(
        rate_limits=[answers.RateLimit.model_validate(one) for one in found], warnings=list(warnings)
    )
