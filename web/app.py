"""The page for recipients and the JSON API: `create_app(inspect)`.

Nothing is kept: uploads and results live in memory for a few minutes, there are no cookies, and neither names nor texts
are logged.
"""

from __future__ import annotations

import logging

from flask import Flask, Response, g, jsonify, request
from flask_limiter.errors import RateLimitExceeded
from forgecheck_web import problems
from forgecheck_web.api import api
from forgecheck_web.checks import Checks
from forgecheck_web.desk import Desk, Here
from forgecheck_web.guard import guarded, limited
from forgecheck_web.jobs import Job, done
from forgecheck_web.metrics import Metrics
from forgecheck_web.pages import pages, problem_page
from forgecheck_web.problems import Problem, Refused
from forgecheck_web.receiving import BODY_BYTES, FIELD_BYTES, FORM_PARTS, InMemory, lang
from forgecheck_web.settings import Settings
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException

from forgecheck.batch.inspector import Inspect

log = logging.getLogger("forgecheck_web")


def create_app(inspect: Inspect, settings: Settings | None = None) -> Flask:
    """The page around an inspector that runs in this process.

    `forgecheck serve` uses `create_page` with worker processes instead: they survive a file that crashes or hangs.
    """

    def work(job: Job) -> str:
        return done(inspect, job)

    settings = settings or Settings()
    return create_page(Checks(Desk([Here(work)], settings.waiting), settings), settings)


def create_page(checks: Checks, settings: Settings) -> Flask:
    """The page around a store of checks."""
    app = Flask("forgecheck_web")
    app.request_class = InMemory
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.config.update(MAX_CONTENT_LENGTH=BODY_BYTES, MAX_FORM_PARTS=FORM_PARTS, MAX_FORM_MEMORY_SIZE=FIELD_BYTES)
    metrics = Metrics(checks)
    limiter = guarded(app, settings)
    app.register_blueprint(pages(checks, settings, limiter))
    app.register_blueprint(api(checks, settings, limiter))

    @app.get("/healthz")
    def healthz() -> Response:
        return jsonify(status="ok")

    @app.get("/metrics")
    def counted() -> Response:
        return Response(metrics.text(), mimetype="text/plain; version=0.0.4")

    @app.errorhandler(Refused)
    def refused(error: Refused) -> Response:
        return told(error.problem)

    @app.errorhandler(RateLimitExceeded)
    def too_often(error: RateLimitExceeded) -> Response:
        return told(limited(error, limiter))

    @app.errorhandler(HTTPException)
    def failed(error: HTTPException) -> Response:
        return told(problems.HTTP.get(error.code or 500) or problems.BROKEN)

    @app.errorhandler(Exception)
    def broken(error: Exception) -> Response:  # the message may quote the document: its type alone is logged
        log.error("request=%s broken by %s", g.get("request_id", "-"), type(error).__name__)
        return told(problems.BROKEN)

    def told(problem: Problem) -> Response:
        metrics.refused(problem)
        response = _as_json(problem) if _is_for_programs() else problem_page(problem)
        if problem.retry_s is not None:
            response.headers["Retry-After"] = str(problem.retry_s)
        return response

    return app


def _is_for_programs() -> bool:
    """Whether an answer should be JSON: under /v1, unless a browser follows a link there."""
    if not request.path.startswith("/v1/"):
        return False
    return request.accept_mimetypes.best_match(["application/problem+json", "text/html"]) != "text/html"


def _as_json(problem: Problem) -> Response:
    """RFC 9457, with a stable code and both languages."""
    body = jsonify(
        type=f"urn:forgecheck:problem:{problem.code}",
        title=problem.says.en,
        status=problem.status,
        detail=getattr(problem.says, lang()),
        message=problem.says._asdict(),
        code=problem.code,
        retryable=problem.retry_s is not None,
        request_id=g.get("request_id", "-"),
    )
    body.status_code, body.mimetype = problem.status, "application/problem+json"
    return body
