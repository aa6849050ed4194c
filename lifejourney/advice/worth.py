"""Which questions are worth asking: those on which the advice depends, as far as it is told."""

from collections.abc import Iterable, Mapping

import numpy as np

from lifejourney.lanes import Node, Stars
from lifejourney.planning import Outlook
from lifejourney.planning.nodes import Paper
from lifejourney.planning.parts import asked_for, parts_of_advice
from lifejourney.planning.relevance import Relevance


def worth_asking(outlook: Outlook) -> tuple[int, ...]:
    """Return the relevant unknowns that matter if what was declined is as supposed.

    Who does not say who the parents are is not asked from whom they adopt, and whoever is not
    sure of a card not whether it was ever made.
    """
    supposed = _supposed(outlook)
    if not supposed:
        return outlook.relevant
    # Whether something is called for is asked to the end, also of who is not sure of a paper.
    goals = range(len(outlook.ground.goals))
    verdicts = [asked_for(outlook.ground, outlook.given, goal) for goal in goals]
    found = _mattering(outlook, supposed)
    found |= _turning(outlook, supposed, outlook.given.column.all, verdicts)
    return tuple(number for number in outlook.relevant if number in found)


def mattering_if(outlook: Outlook, values: Mapping[int, int]) -> frozenset[int]:
    """Return the unknowns on which the advice depends if these have these values."""
    return _mattering(outlook, {**_supposed(outlook), **values})


def _supposed(outlook: Outlook) -> dict[int, int]:
    """Return what is supposed of the questions that nobody will answer, if they are not grave."""
    unknowns = outlook.layout.unknowns
    return {
        number: outlook.assumed[number]
        for number in outlook.silent
        if unknowns[number].kind not in ("speed", "rest") and number in outlook.assumed
    }


def _mattering(outlook: Outlook, values: Mapping[int, int]) -> frozenset[int]:
    column, unknowns = outlook.given.column, outlook.layout.unknowns
    held = (
        (unknowns[number].key[0], unknowns[number].key[1])
        for number, value in values.items()
        if unknowns[number].kind == "paper" and unknowns[number].values[value]
    )
    can = column.inside(column.all, [_able(outlook, paper) for paper in held])
    masks = parts_of_advice(outlook.ground, outlook.given, outlook.chosen)
    return _turning(outlook, values, can, masks)


def _turning(
    outlook: Outlook, values: Mapping[int, int], can: Node, masks: Iterable[Node]
) -> frozenset[int]:
    """Return the unknowns on which some of these depend, among those who `can` be meant."""
    diagram = outlook.diagram
    everybody = diagram.given(can, values)
    if not outlook.given.column.some(everybody):
        return frozenset(outlook.relevant)
    told = dict.fromkeys(diagram.given(mask & can, values) for mask in masks)
    silent = [number for number in outlook.silent if number not in values]
    # What constraints hold together is told by all completions; that takes too long to try again.
    together = frozenset(outlook.relevant) - outlook.relevance.alone
    relevance = Relevance(diagram, everybody, told, silent, outlook.unspoken)
    if not isinstance(diagram, Stars):
        return relevance.alone | together
    # In stars all of it is seen at one look.
    turned = diagram.turned(relevance.everybody, relevance.told).any(axis=0)
    return frozenset(np.flatnonzero(turned).tolist()) | together


def _able(outlook: Outlook, paper: Paper) -> Node:
    """Return where the holder of a paper may have it, by what is known of them alone.

    Whoever has an identity card is old enough for one.
    """
    unknowns = outlook.layout.unknowns
    mask = outlook.given.truth[outlook.ground.holdable[paper]]
    about = outlook.diagram.depends_on(mask)
    return outlook.diagram.forget(mask, [n for n in about if unknowns[n].key[0] != paper[1]])
