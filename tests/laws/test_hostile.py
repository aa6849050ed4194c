"""Whatever is written where people write, out comes a value or a problem: soon, and nothing else.

A short look in the suite; `HYPOTHESIS_PROFILE=long` looks for as long as one likes.
"""

import resource
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from time import process_time
from typing import TypeVar

import pytest
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
T = TypeVar("T")
SOON = 1.0
"""Seconds of CPU within which there is an answer to anything."""
LITTLE = 500 * 1024
"""Kilobytes more than at the beginning that may be needed for it."""
SCRAPS = st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join)


def soon(work: Callable[[], T]) -> T:
    """Return what is done, held to a second and to little memory.

    What takes longer is done once more: another program may have held up the machine.
    """
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(2):
        began = process_time()
        done = work()
        if process_time() - began < SOON:
            break
    else:
        pytest.fail(f"this takes more than {SOON} s")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < LITTLE
    return done


def refused_or_not(work: Callable[[], object], refusal: type[Exception]) -> None:
    """Do something that may be refused."""
    with suppress(refusal):
        work()


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
    soon(partial(refused_or_not, partial(parse_test, text), InvalidTest))


@given(edits())
def test_a_file_of_the_catalog_gives_nouns_or_problems(file: Found) -> None:
    for problem in soon(lambda: read_contents(file, "id").findings.problems):
        assert problem.where.file == file.shown
        assert problem.what.id


@given(REQUESTS, SCRAPS, st.sampled_from(["events", "answers", "declined", "done", "wanted"]))
def test_a_request_is_read_or_refused(raw: dict[str, object], scrap: str, field: str) -> None:
    hostile: object = {scrap: scrap} if field == "answers" else [scrap, scrap]
    for unknown in ("refuse", "ignore"):
        body = {**raw, field: hostile, "unknown": unknown}
        read = partial(read_request, SMALL, body, TODAY)
        soon(partial(refused_or_not, read, InvalidRequest))
