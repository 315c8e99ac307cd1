"""The calls that sign a connection in to a system that does that itself, for a machine without a browser, and out again."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import Field

from app.listener import answers, bodies
from app.listener.deps import Erp, Hub
from app.listener.problems import problems
from app.listener.reading import StrictRoute

router = APIRouter(prefix="/api/erp/connections", tags=["connections"], route_class=StrictRoute)


class AuthorizeBody(bodies.Body):
    redirect_uri: str | None = Field(
        None,
        max_length=2000,
        description="Where the system sends the browser, as it is registered there; default: redirect_uri of authConfig",
    )


class AuthorizeAnswer(answers.Answer):
    authorize_url: str = Field(description="For a person to open, in any browser")
    state: str = Field(description="Comes back with the browser; good for once, until `expiresAt`")
    expires_at: answers.Stamp
    redirect_uri: str


class CompleteBody(bodies.Body):
    """`redirectedTo`, or `code` and `state` out of it. The address tells more with some systems: it is the better one to send."""

    redirected_to: str | None = Field(
        None, max_length=8000, description="The whole address that the browser came back to"
    )
    code: str | None = Field(None, max_length=8000)
    state: str | None = Field(None, max_length=8000)


@router.post(
    "/{connection_id}/authorize", response_model=AuthorizeAnswer, responses=problems(404, 409, 502), status_code=200
)
def authorize(hub: Hub, connection_id: str, body: AuthorizeBody | None = None) -> AuthorizeAnswer:
    """Where a person signs in to the system. Contacts nobody. 409 for a system without such a sign-in."""
    begun = hub.authorisations.begin(connection_id, body.redirect_uri if body else None)
    return AuthorizeAnswer(
        authorize_url=begun.authorize_url,
        state=begun.state,
        expires_at=begun.expires_at,
        redirect_uri=begun.redirect_uri,
    )


@router.post(
    "/{connection_id}/authorize/complete",
    response_model=answers.ConnectionAnswer,
    responses=problems(404, 409, 502),
)
async def complete_authorization(
    hub: Hub, erp: Erp, connection_id: str, body: CompleteBody
) -> answers.ConnectionAnswer:
    """Asks the system for the login that the person agreed to, and stores it; the connection is active then."""
    made = await erp.call(
        lambda cancel: hub.authorisations.complete(
            connection_id, body.redirected_to, code=body.code, state=body.state, cancel=cancel
        )
    )
    return answers.ConnectionAnswer(connection=answers.Connection.of(made))


@router.post(
    "/{connection_id}/authorize/withdraw",
    response_model=answers.ConnectionAnswer,
    responses=problems(404, 409, 502),
)
async def withdraw_authorization(hub: Hub, erp: Erp, connection_id: str) -> answers.ConnectionAnswer:
    """Takes the login back, in the system and here; the connection is expired then. A system that can't be told answers
    502, and the login is kept."""
    made = await erp.call(lambda cancel: hub.authorisations.withdraw(connection_id, cancel))
    return answers.ConnectionAnswer(connection=answers.Connection.of(made))
