"""Laws 7 and 14: who holds a paper is not sent for it; nobody's paper is another's."""

# ruff: noqa: ANN401 - papers may be any map

from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given

from lifejourney.advice import Advice
from lifejourney.answers import Request
from lifejourney.journey import Advisor
from tests.oracles.catalogs import ADVISED, RANDOM, Advised, law


def assert_nothing_for_its_own_sake(advice: Advice) -> None:
    """Check that each step is a goal, makes one, is wanted, or makes what another asks for."""
    kinds = {kind for paper in advice.situation.wanted for kind in _kinds(advice, paper)}
    for step in advice.steps:
        if step.follow_up is None and not any(r.kind in ("event", "needed") for r in step.reasons):
            assert kinds.intersection(step.makes), step.id


def _kinds(advice: Advice, paper: tuple[str, str]) -> set[tuple[str, str]]:
    """Return what is accepted for a paper: whoever wants a general one may be given a kind."""
    return {(kind, paper[1]) for kind in advice.catalog.kinds(paper[0])}


def assert_held_is_done(advice: Advice, papers: Any) -> None:
    """Check that nothing is fetched, or asked for elsewhere, that is held and still in force."""
    makes = {step.id: step.makes for step in advice.steps}
    for step in advice.steps:
        for ask, by in zip(step.asks, step.ask_steps, strict=True):
            renewed = by is not None and ask.paper != ask.way.paper and ask.paper in makes[by]
            if papers.get(ask.paper) or (papers.get(ask.way.paper) and not renewed):
                assert ask.source == "held", (step.id, ask.way.paper)
        for reason in step.reasons:
            assert reason.kind != "needed" or not papers.get(reason.paper), step.id


def assert_own(advice: Advice, request: Request) -> None:
    """Check that a held paper belongs to the very person it is asked of."""
    catalog = advice.catalog
    for step in advice.steps:
        for ask in step.asks:
            alternative = ask.need.requirement.ranked[ask.way.rank]
            assert alternative.document == ask.way.paper[0]
            holder = ask.way.paper[1]
            if alternative.of in (None, "it"):
                assert holder == step.member
            else:
                players = advice.cast.parts.get(alternative.of or "", ())
                mine = alternative.of in advice.cast.members[step.member].roles
                assert holder in {p.member for p in players} or (mine and holder == step.member)
            assert ask.paper[1] == holder
            if ask.source == "held":
                kinds = {(kind, holder) for kind in catalog.kinds(ask.way.paper[0])}
                said = {paper for paper in kinds if request.papers.get(paper)}
                assert said or any(
                    paper not in request.papers and catalog.documents[paper[0]].usual is not None
                    for paper in kinds
                ), (step.id, ask.way.paper)


@law(60)
@given(ADVISED, RANDOM)
def test_held_means_done(drawn: Advised, chance: Random) -> None:
    """Law 7: marking a paper held takes away its own step and what only led to it."""
    catalog, request = drawn
    advisor = Advisor(catalog)
    before = advisor.advise(request)
    assert_held_is_done(before, request.papers)
    asked = sorted({ask.way.paper for step in before.steps for ask in step.asks})
    for paper in chance.sample(asked, min(2, len(asked))):
        marked = replace(request, papers={**request.papers, paper: True})
        after = advisor.advise(marked)
        assert_held_is_done(after, marked.papers)
        assert_nothing_for_its_own_sake(after)


@law(60)
@given(ADVISED)
def test_what_is_not_listed_is_unknown(drawn: Advised) -> None:
    """Law 7: a step is certain only if it stays whether an unlisted paper is held or lacking."""
    catalog, request = drawn
    advisor = Advisor(catalog)
    before = advisor.advise(request)
    certain = {s.id.partition("#")[0] for s in before.steps if s.status == "certain"}
    papers = [paper for question in before.questions for paper in question.papers]
    for paper in papers[:2]:
        for held in (True, False):
            after = advisor.advise(replace(request, papers={**request.papers, paper: held}))
            kept = {step.id.partition("#")[0] for step in after.steps}
            assert after.blocked or certain - _follow_ups(before) <= kept


def _follow_ups(advice: Advice) -> set[str]:
    return {step.id.partition("#")[0] for step in advice.steps if step.follow_up is not None}


@law(80)
@given(ADVISED)
def test_nobodys_paper_is_anothers(drawn: Advised) -> None:
    """Law 14: a requirement is met by a paper of the one it is asked of alone."""
    catalog, request = drawn
    assert_own(Advisor(catalog).advise(request), request)
