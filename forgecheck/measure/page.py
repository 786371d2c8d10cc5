"""An evaluation as one HTML page that needs nothing else, and as plain data."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from forgecheck import __version__
from forgecheck.measure.evaluation import Evaluation
from forgecheck.measure.plot import as_svg, found_plot, reliability_plot
from forgecheck.measure.table import facts, group_cells, named_groups
from forgecheck.show.safe import clean

SCHEMA = "forgecheck.evaluation/1"
MOST_NAMED = 50
"""Files without a result that the page names."""
TITLES = {
    "attack": "按手法 / attack",
    "kind": "按文书种类 / kind",
    "channel": "按传播方式 / channel",
    "source": "按来源 / source",
}


def as_html(found: Evaluation) -> str:
    """The page, with its plots inside."""
    return _template().render(
        facts=facts(found),
        reliability=Markup(as_svg(reliability_plot(found.reliability))) if found.reliability else "",
        found=Markup(as_svg(found_plot(found.attacks))) if found.attacks else "",
        groups=[
            (TITLES[title], [(clean(each.name), group_cells(each)) for each in rows])
            for title, rows in named_groups(found)
        ],
        checks=found.checks,
        unmatched=[clean(each) for each in found.unmatched[:MOST_NAMED]],
    )


def as_data(found: Evaluation) -> dict[str, object]:
    """Everything, as plain JSON data of schema forgecheck.evaluation/1."""
    return {"schema": SCHEMA, "version": __version__} | {key: _plain(value) for key, value in asdict(found).items()}


def _plain(value: object) -> object:
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: _plain(getattr(value, name)) for name in value._fields}
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    return round(value, 4) if isinstance(value, float) else value


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(files(__package__).joinpath("evaluation.html").read_text("utf-8"))
