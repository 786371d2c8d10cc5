"""The upload page and the JSON API: `create_app(inspect)`.

Nothing is kept: uploads live in memory until they are answered, there are no cookies, and neither names nor texts are
logged.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import IO

from flask import Flask, Request, Response, jsonify, render_template, request
from forgecheck_web import problems
from forgecheck_web.desk import Busy
from forgecheck_web.problems import Problem
from forgecheck_web.render import Form, Upload, examined
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException

from forgecheck.batch.failure import as_input_error
from forgecheck.batch.inspector import Inspect
from forgecheck.errors import InputError
from forgecheck.load.limits import WEB

BODY_BYTES = WEB.file_bytes + 1_000_000  # the file and the form around it
FORM_PARTS = 8
FIELD_BYTES = 256_000  # of the parser's buffer; below its reads of 64 KiB every file would be refused
POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src {style}; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY.format(style="'self'"),
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": with it browsers send "Origin: null" with our own form. Other sites learn nothing from either.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
AGAIN = '<p class="jump"><a href="/">检查另一张图片 <span lang="en">Check another picture</span></a></p>'
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


class InMemory(Request):
    """A request whose files are never spooled to a disk."""

    def _get_file_stream(self, *_sizes: object, **_named: object) -> IO[bytes]:
        return BytesIO()


def create_app(inspect: Inspect) -> Flask:
    """The page around an inspector that runs in this process, one call per request.

    `forgecheck serve` uses `create_page` with worker processes instead: they survive a file that crashes or hangs.
    """
    return create_page(partial(examined, inspect))


def create_page(examine: Callable[[Upload], str]) -> Flask:
    """The page around whatever turns an upload into its report; `examine` raises InputError or `Busy`."""
    app = Flask("forgecheck_web")
    app.request_class = InMemory
    app.jinja_options = {"undefined": StrictUndefined}
    app.config.update(MAX_CONTENT_LENGTH=BODY_BYTES, MAX_FORM_PARTS=FORM_PARTS, MAX_FORM_MEMORY_SIZE=FIELD_BYTES)

    @app.get("/")
    def page() -> str:
        return _upload_page(None)

    @app.post("/")
    def result() -> Response:
        said = _examine(examine, "html")
        return _problem_page(said) if isinstance(said, Problem) else _result_page(said)

    @app.post("/v1/checks")
    def checks() -> Response:
        said = _examine(examine, "json")
        return _problem_json(said) if isinstance(said, Problem) else Response(said, mimetype="application/json")

    @app.get("/healthz")
    def healthz() -> Response:
        return jsonify(status="ok")

    @app.errorhandler(HTTPException)
    def failed(error: HTTPException) -> Response:
        problem = problems.HTTP.get(error.code or 500) or problems.BROKEN
        return _problem_json(problem) if request.path.startswith("/v1/") else _problem_page(problem)

    @app.after_request
    def harden(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if request.endpoint != "static":
            response.headers["Cache-Control"] = "no-store"
        return response

    return app


def _examine(examine: Callable[[Upload], str], form: Form) -> str | Problem:
    """The report of the uploaded file, or why there is none."""
    if _is_foreign():
        return problems.FOREIGN
    file = request.files.get("file")
    data = file.stream.read() if file else b""
    if file is None or not data:
        return problems.NO_FILE
    try:
        if len(data) > WEB.file_bytes:
            raise InputError("file_too_large")
        return examine(Upload(data, file.filename or "", form))
    except Busy:
        return problems.BUSY
    except Exception as error:  # the message may quote the document: it goes nowhere, not even to a log
        return problems.of(as_input_error(error))


def _is_foreign() -> bool:
    """Whether another site sent this request; programs send no Origin and may pass."""
    origin = request.headers.get("Origin")
    return origin is not None and origin.partition("://")[2] != request.host


def _result_page(html: str) -> Response:
    """The report with a way back; its style sheet stands inside it, so the policy names that one by its hash."""
    styles = (b64encode(sha256(each.encode()).digest()).decode() for each in _STYLE.findall(html))
    response = Response(html.replace("</main>", f"{AGAIN}</main>"), mimetype="text/html")
    response.headers["Content-Security-Policy"] = POLICY.format(style=" ".join(f"'sha256-{each}'" for each in styles))
    return response


def _upload_page(problem: Problem | None) -> str:
    return render_template("upload.html", problem=problem, megabytes=WEB.file_bytes // 1_000_000)


def _problem_page(problem: Problem) -> Response:
    return _retry(Response(_upload_page(problem), problem.status, mimetype="text/html"), problem)


def _problem_json(problem: Problem) -> Response:
    body = jsonify(
        type="about:blank",
        title=problem.says.en,
        status=problem.status,
        detail=problem.says.zh,
        code=problem.code,
        retryable=problem.retry_s is not None,
    )
    body.status_code, body.mimetype = problem.status, "application/problem+json"
    return _retry(body, problem)


def _retry(response: Response, problem: Problem) -> Response:
    if problem.retry_s is not None:
        response.headers["Retry-After"] = str(problem.retry_s)
    return response
