"""From our errors to HTTP: one table of statuses, one shape of body, and how each is documented."""

from __future__ import annotations

import logging
import re
from typing import Any, Literal

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from app.model import errors

log = logging.getLogger(__name__)

#: The first that fits an error names its status.
_STATUS: tuple[tuple[type[errors.AppError], int], ...] = (
    (errors.NotFound, 404),
    (errors.NotGenuine, 401),
    (errors.InvalidInput, 422),
    (errors.Conflicting, 409),
    (errors.Held, 409),
    (errors.StaleVersion, 412),
    (errors.RateLimited, 503),
    (errors.Cancelled, 503),
    (errors.StorageError, 503),
    (errors.ConnectorError, 502),
    (errors.AppError, 503),  # no keyring, the wrong master key
)
_HTTP_CODES = {404: "not_found", 405: "method_not_allowed", 400: "invalid_input"}
_MEANING = {
    401: "The token is missing or wrong",
    405: "This address has no such method",
    403: "The Host header is not one of ours",
    404: "The id names nothing",
    408: "The body did not arrive in time",
    409: "It does not fit the present state",
    412: "If-Match names a version that is no longer the present one",
    413: "The body is too large",
    422: "A value can't be used; details.field names it",
    500: "A fault of this program; the log has the details",
    502: "The ERP could not be reached or did not answer as it should",
    503: "Not possible just now; try again",
}


class Problem(BaseModel):
    """What went wrong. ``code`` is stable, ``message`` is for a person."""

    code: str
    message: str
    details: dict[str, Any] = Field(default_factory=dict, description="`field` at fault, `hint` (what to do), figures")


class ProblemAnswer(BaseModel):
    success: Literal[False] = False
    error: Problem


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The error answers of a call for the OpenAPI document; those that any call may give are added."""
    everywhere = {401, 403, 408, 413, 422, 500, 503}
    return {
        status: {"model": ProblemAnswer, "description": _MEANING[status]} for status in sorted({*everywhere, *statuses})
    }


def answer(
    status: int, code: str, message: str, details: dict[str, Any] | None = None, headers: dict[str, str] | None = None
) -> JSONResponse:
    body = {"success": False, "error": {"code": code, "message": message, "details": details or {}}}
    return JSONResponse(body, status, headers=headers)


def install(api: FastAPI) -> None:
    """Make every failure of ``api`` answer in our shape."""
    api.add_exception_handler(errors.AppError, _ours)
    api.add_exception_handler(RequestValidationError, _invalid)
    api.add_exception_handler(HTTPException, _http)
    api.add_exception_handler(Exception, _unexpected)


async def _ours(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, errors.AppError)
    return refusal(error)


def refusal(error: errors.AppError) -> JSONResponse:
    """One of our errors as an answer."""
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    details = dict(error.details)
    if error.hint:
        details["hint"] = error.hint
    return answer(status, error.code, error.message, details)


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    field = _field(first["loc"])
    message = f"{field}: {first['msg']}" if field else _whole_body(first)
    return answer(422, "invalid_input", message, {"field": field} if field else {})


def _whole_body(first: dict[str, Any]) -> str:
    """What is wrong when it is not one field."""
    if first["type"] == "json_invalid":
        why = (first.get("ctx") or {}).get("error", "")
        return f"The body is not JSON: {why} (at character {first['loc'][-1]})."
    if first["type"] == "missing":
        return "The body is missing: send a JSON object."
    if isinstance(first["input"], bytes):
        return "The body was not sent as JSON: it needs the header Content-Type: application/json."
    if first["type"] in {"model_attributes_type", "dict_type", "model_type"}:
        return "The body must be a JSON object."
    return str(first["msg"])


def _field(location: tuple[int | str, ...]) -> str:
    """``("body", "fieldMappings", 2, "localField")`` → ``fieldMappings[2].localField``; nothing for the whole body, or
    for a place in its text."""
    if len(location) == 2 and isinstance(location[1], int):
        return ""
    text = ""
    for part in location[1:]:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if error.status_code == 405 and (allowed := _allowed(request)):
        headers["Allow"] = allowed
    status = 422 if error.status_code == 400 else error.status_code
    message = {404: "There is no such address.", 405: "This address has no such method."}.get(status, str(error.detail))
    code = _HTTP_CODES.get(error.status_code, "error")
    return answer(status, code, message, headers=headers)


def _allowed(request: Request) -> str:
    """What may be done with an address, of all its calls: the framework names those of one. Nothing for one that the document
    does not tell of."""
    methods: set[str] = set()
    for path, calls in request.app.openapi()["paths"].items():
        if re.fullmatch(re.sub(r"{\w+}", "[^/]+", path), request.url.path):
            methods |= {method.upper() for method in calls}
    return ", ".join(sorted(methods))


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    # The server closes the connection after such an answer: said beforehand, no next call is lost on it.
    headers = {"Connection": "close"}
    return answer(500, "internal", "Something went wrong in SalesMate Sync. The log has the details.", headers=headers)
