"""Check the pictures of a catalog's dependencies: JSON, Mermaid, DOT and SVG."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from lifejourney.catalog import Catalog
from lifejourney.exports import PICTURES, Nouns, build_network, draw_graph
from lifejourney.loading import load_catalog
from lifejourney.vocabulary import Text

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Return the small catalog, one title full of signs that every format has to escape."""
    small = load_catalog(SMALL)
    odd = replace(small.documents["buku-nikah"], title=Text('Buku "nikah" <&> \\ kartu'))
    return replace(small, documents={**small.documents, "buku-nikah": odd})


def test_the_edges_say_what_depends_on_what(catalog: Catalog) -> None:
    """Papers lead to services, services to papers, and outcomes to the event."""
    edges = {(edge.start, edge.end, edge.kind) for edge in build_network(catalog).edges}
    own = "service:pencatatan-kelahiran"
    assert ("document:surat-lahir", own, "required_by") in edges
    assert (own, "document:akta-kelahiran-ibu", "produces") in edges
    assert ("document:akta-kelahiran", "event:birth", "calls_for") in edges
    assert ("document:akta-kelahiran-ibu", "document:akta-kelahiran", "kind_of") in edges


def test_alternatives_share_a_number_and_substitutes_are_marked(catalog: Catalog) -> None:
    """Whoever reads the graph sees which papers replace one another."""
    edges = [
        edge
        for edge in build_network(catalog).edges
        if edge.end == "service:pencatatan-kelahiran" and edge.alternative == 1
    ]
    assert [(edge.start, edge.substitute) for edge in edges] == [
        ("document:surat-lahir", False),
        ("document:sptjm-kelahiran", True),
    ]


def test_one_event_holds_only_what_leads_to_it(catalog: Catalog) -> None:
    """The graph of a birth knows nothing of heirs."""
    ids = {node.id for node in build_network(catalog, ("birth",)).nodes}
    assert "service:pencatatan-kelahiran" in ids
    assert "service:surat-ahli-waris" not in ids


@pytest.mark.parametrize("events", [[], ["birth"], ["birth", "death"]])
@pytest.mark.parametrize("form", PICTURES)
def test_every_format_is_the_same_each_time(catalog: Catalog, form: str, events: list[str]) -> None:
    """The same catalog gives the same text, ending with one line end."""
    text = draw_graph(catalog, events, form)
    assert text == draw_graph(catalog, events, form)
    assert text.endswith("\n")


def test_the_graph_as_plain_values(catalog: Catalog) -> None:
    """Every edge leads from a node to a node."""
    graph: dict[str, Any] = Nouns(catalog, "en").graph()
    ids = {node["id"] for node in graph["nodes"]}
    assert all({edge["from"], edge["to"]} <= ids for edge in graph["edges"])
    assert "Birth" in {node["title"] for node in graph["nodes"]}


def test_svg_can_be_read_aloud(catalog: Catalog) -> None:
    """The picture is sound XML with a title and a description, and one text for each node."""
    space = "{http://www.w3.org/2000/svg}"
    root = ET.fromstring(draw_graph(catalog, ["birth"], "svg"))  # noqa: S314 - our own
    title, described = root.find(f"{space}title"), root.find(f"{space}desc")
    assert title is not None
    assert title.text == "Kelahiran"
    assert described is not None
    assert "Pencatatan kelahiran" in str(described.text)
    assert len(root.findall(f"{space}g")) == len(build_network(catalog, ("birth",)).nodes)


def test_svg_boxes_do_not_overlap(catalog: Catalog) -> None:
    """In one layer each box stands below the one before."""
    space = "{http://www.w3.org/2000/svg}"
    root = ET.fromstring(draw_graph(catalog, [], "svg"))  # noqa: S314 - our own
    boxes = [rect.attrib for g in root.findall(f"{space}g") for rect in g.findall(f"{space}rect")]
    spans = sorted((int(b["x"]), int(b["y"]), int(b["y"]) + int(b["height"])) for b in boxes)
    for (x1, _, end), (x2, start, _) in pairwise(spans):
        assert x1 != x2 or end < start


def test_signs_are_escaped(catalog: Catalog) -> None:
    """A quotation mark in a title breaks no format."""
    assert '\\"nikah\\"' in draw_graph(catalog, [], "dot")
    assert "&quot;nikah&quot; &lt;&amp;&gt;" in draw_graph(catalog, [], "mermaid")
