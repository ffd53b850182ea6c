"""The interface's OpenAPI document (3.1), made from the table that answers and from the models that check."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from doge_gui.web.api.asked import names
from doge_gui.web.api.problem import PROBLEM_TYPE, Problem
from doge_gui.web.api.routes import ROUTES, VERSION, Route

ROOT = "/api/v1"
_SCHEMAS = "#/components/schemas/{model}"
_PROBLEMS = {
    HTTPStatus.BAD_REQUEST: "A parameter, or the name by which the program was called, cannot be understood.",
    HTTPStatus.UNAUTHORIZED: "The token is missing or wrong.",
    HTTPStatus.FORBIDDEN: "Another site's page asked.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "A question has no body.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many wrong tokens; see Retry-After.",
}
_ETAG = "For If-None-Match: it changes with what is told, not with ages."
_LINK = 'The next page, where there is one: `<?cursor=...>; rel="next"` (RFC 8288).'
_ABOUT = (
    "What a supervision program knows of a fleet of PLC gateways. Read-only: only GET and HEAD are answered, "
    "and nothing here acts on anything. A value that is not known is null; a total over some gateways only "
    "is never in the field `value`. Fields may be added under this version; none is renamed, removed or "
    "changed."
)


def document(*, guarded: bool, cookie: str) -> dict[str, Any]:
    """The document. `guarded`: a token is needed; else nothing is. `cookie`: name of the browsers' pass."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "WatchDoge", "version": VERSION, "description": _ABOUT},
        "servers": [{"url": ROOT}],
        "security": [{"token": []}, {"pass": []}] if guarded else [],
        "paths": {route.path: {"get": _operation(route)} for route in ROUTES}
        | {"/openapi.json": {"get": _itself()}},
        "components": {
            "schemas": _schemas([*(route.answer for route in ROUTES), Problem]),
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "`flask.token`"},
                "pass": {"type": "apiKey", "in": "cookie", "name": cookie, "description": "After signing in"},
            },
        },
    }


def _schemas(models: list[type[BaseModel]]) -> dict[str, Any]:
    _, defined = models_json_schema([(model, "serialization") for model in models], ref_template=_SCHEMAS)
    schemas: dict[str, Any] = defined["$defs"]
    return schemas


def _operation(route: Route) -> dict[str, Any]:
    return {
        "operationId": route.name,
        "summary": route.what,
        "parameters": list(_parameters(route)),
        "responses": _responses(route),
    }


def _parameters(route: Route) -> Iterator[dict[str, Any]]:
    schema = route.asked.model_json_schema(by_alias=True, ref_template=_SCHEMAS)
    needed = schema.get("required", [])
    for name, told in schema["properties"].items():
        in_path = f"{{{name}}}" in route.path
        yield {
            "name": name,
            "in": "path" if in_path else "query",
            "required": in_path or name in needed,
            "description": told.get("description", ""),
            "schema": _of_a_parameter(told),
        }


def _of_a_parameter(told: dict[str, Any]) -> dict[str, Any]:
    """A parameter that is not there is left out: null cannot be written in an address."""
    said = {key: value for key, value in told.items() if key not in {"title", "description"}}
    forms = [form for form in said.pop("anyOf", []) if form != {"type": "null"}]
    if said.get("default") in (None, []):
        said.pop("default", None)
    return said | (forms[0] if len(forms) == 1 else {"anyOf": forms} if forms else {})


def _responses(route: Route) -> dict[str, Any]:
    schema = {"$ref": _SCHEMAS.format(model=route.answer.__name__)}
    responses: dict[str, Any] = {"200": _json("The answer", schema)}
    problems = dict(_PROBLEMS)
    if "cursor" in names(route.asked):
        responses["200"]["headers"] = {"Link": {"schema": {"type": "string"}, "description": _LINK}}
    if route.recorded:
        problems[HTTPStatus.SERVICE_UNAVAILABLE] = "The history cannot be read now; see Retry-After."
    else:
        headers = responses["200"].setdefault("headers", {})
        headers["ETag"] = {"schema": {"type": "string"}, "description": _ETAG}
        responses["304"] = {"description": "Nothing but ages has changed since the answer with this ETag."}
    if route.finds:
        problems[HTTPStatus.NOT_FOUND] = "No PLC of the fleet has this name."
    return responses | {str(int(status)): _problem(said) for status, said in sorted(problems.items())}


def _itself() -> dict[str, Any]:
    responses = {"200": _json("This document", {"type": "object"})}
    responses |= {str(int(status)): _problem(said) for status, said in sorted(_PROBLEMS.items())}
    return {"operationId": "openapi", "summary": "This document", "responses": responses}


def _json(said: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": said, "content": {"application/json": {"schema": schema}}}


def _problem(said: str) -> dict[str, Any]:
    schema = {"$ref": _SCHEMAS.format(model=Problem.__name__)}
    return {"description": said, "content": {PROBLEM_TYPE: {"schema": schema}}}
