"""The OpenAPI document tells the truth: whatever it allows, and much that it does not, is asked for."""

from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import given as drawn
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.specs.openapi.definitions import OPENAPI_31

from doge_gui.core.config import FlaskSection
from doge_gui.web.api import api
from doge_gui.web.api.routes import ROUTES
from doge_gui.web.guard import guard
from tests.web import plant
from tests.web.recorded_plant import recorded

DOCUMENT = "/api/v1/openapi.json"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]

_QUESTIONS = [
    (route.path, mode)
    for route in ROUTES
    for mode in GenerationMode
    if route.asked.model_fields or mode is GenerationMode.POSITIVE
]
"""Good ones of every kind, and bad ones where there is anything to get wrong."""


def site(path: Path | None = None, token: str | None = None) -> Flask:
    """The interface of a plant in trouble, guarded; with a real history where there is a path."""
    app = Flask("plant")
    told = plant.given(
        plant.broken(5),
        section=FlaskSection(port=0, token=token),
        open_history=recorded(path) if path else lambda: None,
    )
    guard(app, told)
    app.register_blueprint(api(told))
    return app


@pytest.fixture(scope="module")
def plant_api(tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    """The document as it is served, and who serves it."""
    path = tmp_path_factory.mktemp("history") / "history.db"
    return schemathesis.openapi.from_wsgi(DOCUMENT, site(path))


@pytest.mark.parametrize(("path", "mode"), _QUESTIONS)
def test_every_answer_is_as_the_document_says(
    plant_api: schemathesis.BaseSchema, path: str, mode: GenerationMode
) -> None:
    @drawn(case=plant_api[path]["GET"].as_strategy(generation_mode=mode))
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def is_kept(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=CHECKS)

    is_kept()


def test_a_gateway_that_is_there_is_answered_as_the_document_says(
    plant_api: schemathesis.BaseSchema,
) -> None:
    for plc in plant.names(5):
        case = plant_api["/gateways/{plc}"]["GET"].Case(path_parameters={"plc": plc})
        assert case.call_and_validate(checks=CHECKS).status_code == 200


def _document(token: str | None = None) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    response = site(token=token).test_client().get(DOCUMENT, headers=headers)
    assert response.status_code == 200
    return response.json


def test_the_document_is_an_openapi_document() -> None:
    document = _document()
    assert document["openapi"] == "3.1.0"
    jsonschema_rs.validator_for(OPENAPI_31).validate(document)
    for schema_of_part in document["components"]["schemas"].values():
        jsonschema_rs.meta.validate(schema_of_part)


def test_every_path_of_the_document_is_served_and_every_served_path_is_in_it() -> None:
    served = {
        rule.rule.removeprefix("/api/v1").replace("<path:plc>", "{plc}")
        for rule in site().url_map.iter_rules()
        if rule.rule.startswith("/api/v1")
    }
    assert served == set(_document()["paths"])


def test_what_a_token_guards_says_so() -> None:
    assert _document()["security"] == []
    told = _document(token="correct horse battery".replace(" ", "-"))
    assert told["security"] == [{"token": []}, {"pass": []}]
    assert told["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_nothing_in_the_document_changes_anything() -> None:
    assert {method for path in _document()["paths"].values() for method in path} == {"get"}
