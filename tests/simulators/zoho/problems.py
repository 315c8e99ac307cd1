"""What the API answers when it says no; the bodies are those of the samples."""

from __future__ import annotations

from typing import Any

Body = dict[str, Any]


class Refused(Exception):
    """An answer that ends the request. ``wrapped``: in ``data[]`` (or another plural), else bare."""

    def __init__(self, status: int, body: Body, wrapped: str = "") -> None:
        super().__init__(body.get("code"))
        self.status = status
        self.body = {wrapped: [body]} if wrapped else body


def error(code: str, message: str, details: Body | None = None) -> Body:
    return {"code": code, "details": details or {}, "message": message, "status": "error"}


def invalid(name: str, path: str, message: str = "invalid data", **details: Any) -> Body:
    return error("INVALID_DATA", message, {**details, "api_name": name, "json_path": path})


def missing(name: str, path: str) -> Body:
    return error("MANDATORY_NOT_FOUND", "required field not found", {"api_name": name, "json_path": path})


def bad_token() -> Refused:
    return Refused(401, error("INVALID_TOKEN", "invalid oauth token"))


def not_signed() -> Refused:
    return Refused(401, error("AUTHENTICATION_FAILURE", "Authentication failed"))


def wrong_scope() -> Refused:
    return Refused(401, error("OAUTH_SCOPE_MISMATCH", "Unauthorized"))


def no_such_address() -> Refused:
    return Refused(404, error("INVALID_URL_PATTERN", "Please check if the URL trying to access is a correct one"))


def no_such_module(wrapped: str = "") -> Refused:
    body = error("INVALID_MODULE", "the module name given seems to be invalid", {"resource_path_index": 0})
    return Refused(400, body, wrapped)


def param_missing(name: str, message: str = "required param is missing") -> Refused:
    return Refused(400, error("REQUIRED_PARAM_MISSING", message, {"param_name": name}))


def bad_param(name: str, message: str = "The value provided to the param is Invalid", **details: Any) -> Refused:
    return Refused(400, error("INVALID_DATA", message, {"param_name": name, **details}))


def limit_exceeded(limit: int, name: str) -> Refused:
    return Refused(400, error("LIMIT_EXCEEDED", "limit exceeded", {"limit": limit, "param_name": name}))


def too_many() -> Refused:
    return Refused(429, error("TOO_MANY_REQUESTS", "too many requests"))
