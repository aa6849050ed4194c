"""Any advice can be taken away in every form, and each form is sound of its kind."""

import csv
import io
import re
from itertools import pairwise
from random import Random
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import vobject
from hypothesis import given
from markdown_it import MarkdownIt

from lifejourney.explanation import present
from lifejourney.handouts import HANDOUTS, hand_out
from lifejourney.handouts.reading import Reading, day_of, deadline_of
from lifejourney.journey import Advisor
from tests.oracles.catalogs import ADVISED, RANDOM, Advised, draw_advised, law
from tests.oracles.dated import dated

Json = dict[str, Any]
SVG = "{http://www.w3.org/2000/svg}"
NODE = re.compile(r'^ *([sb]\d+)\["(?:[^"]*)"\]:::(certain|possible|done|blocked)$')


def drawn(chance: Random) -> Json:
    """Return some answer, with days or without."""
    catalog, request = draw_advised(chance)
    answer = present(Advisor(catalog).advise(request))
    return dated(chance, answer) if chance.randrange(4) else answer


ANSWERS = RANDOM.map(drawn)


@pytest.mark.parametrize("form", HANDOUTS)
@law(15)
@given(ANSWERS)
def test_the_same_answer_gives_the_same_bytes(form: str, answer: Json) -> None:
    """Law 10: nothing but the answer is in what is handed out."""
    written = hand_out(answer, form)
    assert written == hand_out(answer, form)
    assert written.decode().endswith("\n")


@law(60)
@given(ANSWERS)
def test_another_library_reads_the_calendar(answer: Json) -> None:
    """Each step is a to-do that knows what it waits for; events are days of steps to come."""
    reading = Reading(answer)
    calendar = vobject.readOne(hand_out(answer, "ics").decode())
    todos = calendar.contents.get("vtodo", [])
    events = calendar.contents.get("vevent", [])
    uids = [one.uid.value for one in (*todos, *events)]
    assert len(uids) == len(set(uids))
    assert len(todos) == len(reading.steps)
    by_step = dict(zip(reading.numbers, todos, strict=True))
    for step in reading.steps:
        todo = by_step[step["id"]]
        related = {one.value for one in todo.contents.get("related-to", ())}
        assert related == {by_step[id_].uid.value for id_ in step["after"] if id_ in by_step}
        due = deadline_of(step)
        assert ("due" in todo.contents) == (due is not None)
        if "dtstart" in todo.contents:
            assert todo.dtstart.value == day_of(step, "start")
            assert due is None or todo.dtstart.value < due
    for event in events:
        assert event.dtstart.value >= reading.today
    assert all(one.dtstamp.value.date() == reading.today for one in (*todos, *events))


@law(60)
@given(ANSWERS)
def test_the_table_has_a_row_for_each_step(answer: Json) -> None:
    """Every row is as long as the header, and none is lost."""
    header, *rows = csv.reader(io.StringIO(hand_out(answer, "csv").decode(), newline=""))
    assert [row[header.index("id")] for row in rows] == [s["id"] for s in answer["plan"]["steps"]]
    assert {len(row) for row in rows} <= {len(header)}


@law(60)
@given(ANSWERS)
def test_mermaid_names_each_node_once(answer: Json) -> None:
    """Every step is one node with a class, and lines lead from node to node."""
    lines = hand_out(answer, "mermaid").decode().splitlines()
    nodes = [found[1] for line in lines if (found := NODE.match(line))]
    assert len(nodes) == len(set(nodes)) == len(answer["plan"]["steps"])
    ends = {end for line in lines if " --> " in line for end in line.split(" --> ")}
    assert {end.strip() for end in ends} <= set(nodes)


@pytest.mark.parametrize("form", ["svg", "timeline"])
@law(60)
@given(ANSWERS)
def test_pictures_are_sound_and_can_be_read_aloud(form: str, answer: Json) -> None:
    """They are XML without scripts, and their description names every step."""
    root = ET.fromstring(hand_out(answer, form))  # noqa: S314 - our own
    title, described = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert described is not None
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], described.attrib["id"]]
    for step in Reading(answer).steps:
        assert step["title"] in str(described.text)
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert not tags & {"script", "image", "a", "style", "foreignObject"}
    sides = {"x", "cx", "y", "cy"}
    assert all(float(one.attrib[n]) >= 0 for one in root.iter() for n in sides & set(one.attrib))
    assert all(float(one.attrib.get("x", 0)) <= 360 for one in root.iter())


@law(60)
@given(ANSWERS)
def test_no_box_of_the_step_graph_covers_another(answer: Json) -> None:
    """Boxes stand below each other."""
    root = ET.fromstring(hand_out(answer, "svg"))  # noqa: S314 - our own
    boxes = [one.attrib for one in root.iter(f"{SVG}rect") if "rx" in one.attrib]
    assert len(boxes) == len(answer["plan"]["steps"])
    end = 0.0
    for box in boxes:
        assert float(box["y"]) > end
        end = float(box["y"]) + float(box["height"])


@law(60)
@given(ANSWERS)
def test_markdown_has_a_heading_for_each_step(answer: Json) -> None:
    """A reader of CommonMark finds each step that is not done as a heading with its number."""
    tokens = MarkdownIt().parse(hand_out(answer, "markdown").decode())
    heads = [
        str(inline.content)
        for opening, inline in pairwise(tokens)
        if opening.type == "heading_open" and opening.tag == "h3"
    ]
    reading = Reading(answer)
    todo = [step for step in reading.steps if step["status"] != "done"]
    assert len(heads) == len(todo)
    for head, step in zip(heads, todo, strict=True):
        assert head.startswith(f"☐ {reading.numbers[step['id']]}. ")


@law(20)
@given(ADVISED)
def test_a_bare_answer_is_enough(drawn: Advised) -> None:
    """Only the plan is read, as the API presents it for a calendar."""
    catalog, request = drawn
    advice = Advisor(catalog).advise(request)
    for form in HANDOUTS:
        assert hand_out(present(advice, ["plan"]), form) == hand_out(present(advice), form)
