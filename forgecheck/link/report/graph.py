"""Clusters as a graph (GraphML), for programs that draw and measure networks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from forgecheck.link.report.clusters import SIGNALS, Cluster
from forgecheck.link.run import Shown
from forgecheck.show.safe import clean

_NODES = {
    "cluster": "int",
    "sha256": "string",
    "page": "int",
    "path": "string",
    "type": "string",
    "label": "string",
} | {"since": "string"}
_EDGES = {"bans": "double"} | dict.fromkeys(SIGNALS, "double")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
TAIL = "</graph>\n</graphml>\n"


def head() -> Iterator[str]:
    """What stands before the first cluster."""
    yield HEAD
    for where, keys in (("node", _NODES), ("edge", _EDGES)):
        for name, kind in keys.items():
            yield f'<key id="{where}_{name}" for="{where}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="links" edgedefault="undirected">\n'


def body(cluster: Cluster, shown: Mapping[int, Shown]) -> Iterator[str]:
    """The nodes and edges of one cluster."""
    for each in cluster.members:
        path = shown[each.ident].path if each.ident in shown else ""
        data = {"cluster": cluster.number, "sha256": each.sha256, "page": each.page, "path": path, "type": each.kind}
        data |= {"label": each.label, "since": each.day}
        yield f"<node id={quoteattr(f'n{each.ident}')}>{_data('node', data)}</node>\n"
    for bond in cluster.bonds:
        ends = f'source="n{bond.one}" target="n{bond.other}"'
        yield f"<edge {ends}>{_data('edge', {'bans': bond.bans, **bond.signals})}</edge>\n"


def _data(where: str, values: Mapping[str, object]) -> str:
    return "".join(
        f'<data key="{where}_{name}">{escape(clean(str(value)))}</data>'
        for name, value in values.items()
        if value != ""
    )
