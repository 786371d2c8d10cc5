"""The JSON API; `openapi.json` beside this file describes it, and a test holds the two together."""

from __future__ import annotations

import re
from importlib.resources import files

from flask import Blueprint, Response, jsonify, request, url_for
from flask_limiter import Limiter
from forgecheck_web.checks import Check, Checks
from forgecheck_web.guard import client
from forgecheck_web.jobs import Wanted
from forgecheck_web.problems import Problem, Refused
from forgecheck_web.receiving import idempotency_key, lang, upload
from forgecheck_web.settings import Settings
from forgecheck_web.wording import STATES

POLL_S = 1  # what a program is asked to wait before it asks again
_WAIT = re.compile(r"\bwait=(\d{1,4})\b")


def api(checks: Checks, settings: Settings, limiter: Limiter) -> Blueprint:
    """The routes under /v1."""
    routes = Blueprint("api", "forgecheck_web", url_prefix="/v1")
    makings = limiter.shared_limit(settings.makings, "makings")

    @routes.post("/checks")
    @limiter.shared_limit(settings.uploads, "uploads")
    def begin() -> Response:
        data, name = upload()
        check = checks.begin(data, name, client(), idempotency_key())
        check.ended.wait(patience(request.headers.get("Prefer", ""), settings.answer_s))
        return _told(checks, check)

    @routes.get("/checks/<check_id>")
    def find(check_id: str) -> Response:
        return _told(checks, checks.find(check_id))

    @routes.delete("/checks/<check_id>")
    def drop(check_id: str) -> Response:
        checks.drop(checks.find(check_id))
        return Response(status=204)

    @routes.get("/checks/<check_id>/report.pdf")
    @makings
    def pdf(check_id: str) -> Response:
        made = checks.make(checks.find(check_id), Wanted("pdf", lang()))
        return attachment(made, "application/pdf", "forgecheck-report.pdf")

    @routes.get("/checks/<check_id>/evidence.zip")
    @makings
    def pack(check_id: str) -> Response:
        made = checks.make(checks.find(check_id), Wanted("pack"))
        return attachment(made, "application/zip", "forgecheck-evidence.zip")

    @routes.get("/checks/<check_id>/annotated.png")
    @makings
    def annotated(check_id: str) -> Response:
        made = checks.make(checks.find(check_id), Wanted("annotated"))
        return attachment(made, "image/png", "forgecheck-annotated.png")

    @routes.get("/openapi.json")
    def openapi() -> Response:
        text = files("forgecheck_web").joinpath("openapi.json").read_text("utf-8")
        return Response(text, mimetype="application/openapi+json")

    @routes.get("/report.schema.json")
    def schema() -> Response:
        text = files("forgecheck.show").joinpath("report.schema.json").read_text("utf-8")
        return Response(text, mimetype="application/schema+json")

    return routes


def patience(prefer: str, otherwise: float) -> float:
    """Seconds to wait for a report, from a Prefer header (RFC 7240), never more than our own.

    >>> patience("respond-async", 10), patience("wait=3", 10), patience("wait=600", 10), patience("", 10)
    (0.0, 3.0, 10, 10)
    """
    if "respond-async" in prefer:
        return 0.0
    asked = _WAIT.search(prefer)
    return min(float(asked.group(1)), otherwise) if asked else otherwise


def attachment(data: bytes, mimetype: str, name: str) -> Response:
    """A file to save, never to open in the page."""
    return Response(data, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _told(checks: Checks, check: Check) -> Response:
    """The report, or how far it is; raises Refused where there will be none."""
    outcome, place = check.outcome, url_for("api.find", check_id=check.id)
    if isinstance(outcome, Problem):
        raise Refused(outcome)
    if outcome is not None:
        return Response(outcome.report, mimetype="application/json", headers={"Location": place})
    state = check.state
    response = jsonify(
        id=check.id,
        state=state,
        message=STATES[state]._asdict(),
        ahead=checks.ahead(check),
        page=url_for("pages.result", check_id=check.id),
    )
    response.status_code = 202
    response.headers.update({"Location": place, "Retry-After": str(POLL_S)})
    return response
