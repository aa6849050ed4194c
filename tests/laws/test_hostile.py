"""Whatever is written where people write, out comes a value or a problem: soon, and nothing else.

A short look in the suite; `HYPOTHESIS_PROFILE=long` looks for as long as one likes.
"""

import resource
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from lifejourney.answers import read_request
from lifejourney.errors import InvalidRequest
from lifejourney.feel import InvalidTest, parse_test
from lifejourney.loading.contents import read_contents
from lifejourney.loading.files import Found, find_files
from tests.laws.test_door import REQUESTS, SMALL, TODAY

FOLDER = Path(__file__).resolve().parents[1] / "data" / "small"
PIECES = st.sampled_from(
    [
        *("[", "]", "(", ")", "..", "<", "<=", ">", "not(", ",", "-", "null", "true", '"', "'"),
        *("2026-11-22", "17", "1e9", "-0", "duration(", "P1D", 'date("', "\\", "\0", "\ud800", " "),
        *(
            "\U0001d7d9",
            "٣",
            "\u202e",
            "\n",
            "@",
            "#",
            "*",
            "&a",
            "? ",
            "!!python/object:os.system",
            "<<:",
        ),
        *("{", "}", ":", "- ", "| ", "---", "%YAML", "yes", "code", "it.x", "a" * 300),
    ]
)
SOON = 1.0
"""Seconds of CPU within which there is an answer to anything."""
LITTLE = 500 * 1024
"""Kilobytes more than at the beginning that may be needed for it."""
SCRAPS = st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join)


@contextmanager
def soon() -> Iterator[None]:
    """Hold what is done to a second, and to little memory."""
    began, before = process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert process_time() - began < SOON
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < LITTLE


@cache
def files() -> tuple[Found, ...]:
    return find_files(FOLDER)[0]


@st.composite
def edits(draw: st.DrawFn) -> Found:
    """Draw a file of a catalog in which something was cut out, or written in."""
    file = draw(st.sampled_from(files()))
    start = draw(st.integers(0, len(file.data)))
    end = draw(st.integers(start, min(len(file.data), start + 40)))
    written = draw(st.binary(max_size=6) | SCRAPS.map(_encoded))
    return Found(file.name, file.shown, file.data[:start] + written + file.data[end:])


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@given(SCRAPS)
def test_a_condition_is_read_or_refused(text: str) -> None:
    with soon(), suppress(InvalidTest):
        parse_test(text)


@given(edits())
def test_a_file_of_the_catalog_gives_nouns_or_problems(file: Found) -> None:
    with soon():
        problems = read_contents(file, "id").findings.problems
    for problem in problems:
        assert problem.where.file == file.shown
        assert problem.what.id


@given(REQUESTS, SCRAPS, st.sampled_from(["events", "answers", "declined", "done", "wanted"]))
def test_a_request_is_read_or_refused(raw: dict[str, object], scrap: str, field: str) -> None:
    hostile: object = {scrap: scrap} if field == "answers" else [scrap, scrap]
    for unknown in ("refuse", "ignore"):
        with soon(), suppress(InvalidRequest):
            read_request(SMALL, {**raw, field: hostile, "unknown": unknown}, TODAY)
