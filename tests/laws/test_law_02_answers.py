"""Laws 2, 5 and 10: answers only make the advice surer, are a set, and give the same bytes."""

# ruff: noqa: ANN401, S311 - loaded without types by another process; chance makes examples

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given

from lifejourney.advice import Advice
from lifejourney.explanation import as_json, present, words
from lifejourney.journey import Advisor
from tests.oracles.catalogs import ADVISED, RANDOM, Advised, draw_advised, law
from tests.oracles.requests import answered, assert_surer, verdicts

ROOT = Path(__file__).resolve().parents[2]


@law(60)
@given(ADVISED, RANDOM)
def test_one_more_answer_never_reverses(drawn: Advised, chance: Random) -> None:
    """Law 2: monotone in facts and in papers that are asked for."""
    catalog, request = drawn
    advisor = Advisor(catalog)
    for _ in range(3):
        before = advisor.advise(request)
        more = answered(chance, catalog, request, before, 2)
        for one in more:
            assert_surer(before, advisor.advise(one))
        if not more:
            return
        request = more[0]


def _standing(advice: Advice, *, possible: bool) -> object:
    steps = [(s.id, s.status, s.wave, s.after, s.makes) for s in advice.steps]
    beside = [(s.id, s.status) for s in advice.possible] if possible else []
    return verdicts(advice), steps, beside, [b.id for b in advice.blocked]


@law(40)
@given(ADVISED)
def test_declining_changes_nothing(drawn: Advised) -> None:
    """Law 2: a declined fact stays unknown, is not asked again, and changes nothing else.

    The one exception is a question too grave to be supposed: once it is declined, nothing is said
    under it, and what is merely possible is left out, see section 4 of the design. That there may
    be more is told.
    """
    catalog, request = drawn
    advisor = Advisor(catalog)
    before = advisor.advise(request)
    asked = frozenset(id_ for question in before.questions for id_ in question.ids)
    after = advisor.advise(replace(request, declined=asked))
    grave = any(fact.never_assumed for fact in catalog.facts)
    assert _standing(after, possible=not grave) == _standing(before, possible=not grave)
    assert not any(asked & set(question.ids) for question in after.questions)
    labels = {one["label"] for one in present(after)["said"] if one["value"] is None}
    assert labels <= {words.NOT_ANSWERED.id, *((words.UNSPOKEN.id,) if grave else ())}


def said(catalog: Any, request: Any) -> bytes:
    """Return the bytes of the advice of a fresh advisor."""
    return as_json(present(Advisor(catalog).advise(request)))


@law(40)
@given(ADVISED, RANDOM)
def test_answers_are_a_set(drawn: Advised, chance: Random) -> None:
    """Laws 5 and 10: the order in which something was said changes no byte."""
    catalog, request = drawn
    facts, papers = list(request.facts.items()), list(request.papers.items())
    chance.shuffle(facts)
    chance.shuffle(papers)
    wanted = frozenset(sorted(request.wanted, reverse=True))
    shuffled = replace(request, facts=dict(facts), papers=dict(papers), wanted=wanted)
    assert said(catalog, shuffled) == said(catalog, request) == said(catalog, request)


def digest(seeds: range) -> str:
    """Return a digest of the advice on random catalogs."""
    found = hashlib.sha256()
    for seed in seeds:
        found.update(said(*draw_advised(Random(seed))))
    return found.hexdigest()


def test_another_process_gives_the_same_bytes() -> None:
    """Law 10: whatever the seed of the hashes is."""
    code = (
        "import sys; from tests.oracles.loading import load; "
        "print(load(sys.argv[1]).digest(range(40)))"
    )
    here = digest(range(40))
    for seed in ("1", "77"):
        told = subprocess.run(
            [sys.executable, "-c", code, __file__],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        )
        assert told.stdout.strip() == here
