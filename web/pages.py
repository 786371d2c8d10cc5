"""What people see: upload, waiting, result, masks.  Every page works without scripts."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask_limiter import Limiter
from forgecheck_web.api import attachment
from forgecheck_web.checks import Check, Checks, Examined
from forgecheck_web.guard import client
from forgecheck_web.masks import wanted
from forgecheck_web.problems import GONE, Problem, Refused
from forgecheck_web.receiving import lang, upload
from forgecheck_web.settings import Settings
from forgecheck_web.wording import STATES

from forgecheck.load.limits import WEB

MEGABYTES = WEB.file_bytes // 1_000_000


def pages(checks: Checks, settings: Settings, limiter: Limiter) -> Blueprint:
    """The routes for people."""
    routes = Blueprint("pages", "forgecheck_web")

    @routes.get("/")
    def start() -> str:
        return upload_page(None)

    @routes.post("/")
    @limiter.shared_limit(settings.uploads, "uploads")
    def begin() -> Response:
        data, name = upload()
        check = checks.begin(data, name, client())
        return _see_other("pages.result", check)

    @routes.get("/checks/<check_id>")
    def result(check_id: str) -> Response:
        check = checks.find(check_id)
        if isinstance(check.outcome, Problem):
            return problem_page(check.outcome)
        if check.outcome is None:
            page = rendered("wait.html", id=check.id, state=check.state, states=STATES, ahead=checks.ahead(check))
        else:
            page = rendered("result.html", id=check.id, minutes=checks.minutes_left(check), **check.outcome.view)
        return Response(page, mimetype="text/html")

    @routes.post("/checks/<check_id>/delete")
    def delete(check_id: str) -> Response:
        checks.drop(checks.find(check_id))
        return Response(rendered("deleted.html"), mimetype="text/html")

    @routes.get("/checks/<check_id>/mask")
    def mask(check_id: str) -> Response:
        check = checks.find(check_id)
        return Response(rendered("mask.html", id=check.id, **_examined(check).view), mimetype="text/html")

    @routes.post("/checks/<check_id>/masked.png")
    @limiter.shared_limit(settings.makings, "makings")
    def masked(check_id: str) -> Response:
        check = checks.find(check_id)
        made = checks.make(check, wanted(request.form, _examined(check).view))
        return attachment(made, "image/png", "forgecheck-masked.png")

    @routes.get("/checks/<check_id>/<int:number>.jpg")
    def picture(check_id: str, number: int) -> Response:
        found = _examined(checks.find(check_id)).pictures.get(f"{number}.jpg")
        if found is None:
            raise Refused(GONE)
        return Response(found, mimetype="image/jpeg")

    @routes.get("/checks/<check_id>/places.css")
    def places(check_id: str) -> Response:
        view = _examined(checks.find(check_id)).view
        return Response(rendered("places.css", **view), mimetype="text/css")

    return routes


def rendered(template: str, **values: object) -> str:
    """A page in the language that was asked for."""
    index = ("zh", "en").index(lang())
    tail = "?lang=en" if index else ""

    def say(zh: str, en: str) -> str:
        return (zh, en)[index]

    def href(endpoint: str, **parts: object) -> str:
        return url_for(endpoint, **parts) + tail

    return render_template(template, say=say, href=href, lang=lang(), megabytes=MEGABYTES, **values)


def upload_page(problem: Problem | None) -> str:
    """The first page, with what went wrong the last time."""
    return rendered("upload.html", problem=problem)


def problem_page(problem: Problem) -> Response:
    """The first page again, and above its form what went wrong."""
    return Response(upload_page(problem), problem.status, mimetype="text/html")


def _see_other(endpoint: str, check: Check) -> Response:
    return redirect(url_for(endpoint, check_id=check.id, lang="en" if lang() == "en" else None), 303)


def _examined(check: Check) -> Examined:
    if not isinstance(check.outcome, Examined):
        raise Refused(GONE)
    return check.outcome
