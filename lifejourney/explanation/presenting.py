"""The whole answer as JSON: the same bytes for terminal and API."""

from collections.abc import Collection
from typing import Any

import orjson

from lifejourney.advice import Advice, Branch
from lifejourney.explanation import words
from lifejourney.explanation.empty import empty_text
from lifejourney.explanation.known import known_json, said_json
from lifejourney.explanation.money import benefit_total_json, benefits_json, fee_json
from lifejourney.explanation.naming import Naming
from lifejourney.explanation.otherwise import compared_json, not_chosen_json, rivals_json
from lifejourney.explanation.papers import papers_json
from lifejourney.explanation.questions import asked_json, question_json
from lifejourney.explanation.steps import blocked_json, step_json
from lifejourney.explanation.telling import verdict_json
from lifejourney.explanation.visits import ease_asked, visits_json
from lifejourney.explanation.when import finish_json
from lifejourney.vocabulary import LifeEvent, Text

Json = dict[str, Any]
PARTS = ("verdicts", "plan", "questions")


def present(advice: Advice, include: Collection[str] = PARTS) -> Json:
    """Return the answer to a request for advice; `include` names the parts that are wanted."""
    naming = Naming(advice)
    answer: Json = {
        "catalog": {"version": advice.catalog.version, "date": catalog_day(advice)},
        "date": advice.situation.day.isoformat(),
        "lang": advice.lang,
        "events": list(advice.cast.events),
        "title": naming.listed(map(naming.event, advice.cast.events)),
        "zone": naming.zone,
        "said": said_json(naming),
        "done": sorted(advice.situation.done),
        "prefer": advice.situation.prefer,
        "channel": advice.situation.channel,
        "notice": naming.say(words.NOTICE),
        "greeting": _greeting(naming),
        "unused": [_unused(naming, one) for one in advice.unused],
        "set_aside": [
            {
                "fact": naming.id(fact),
                "title": naming.question(*fact.split(".", 1)),
                "why": _why_aside(naming, fact, by),
            }
            for fact, by in advice.set_aside
        ],
        "ignored": [{"field": name, "why": naming.say(why)} for name, why in advice.ignored],
    }
    if "verdicts" in include:
        answer["verdicts"] = [verdict_json(naming, verdict) for verdict in advice.verdicts]
    if "plan" in include:
        answer["plan"] = _plan(naming)
        answer["assumed"] = [known_json(naming, one) for one in advice.assumed]
    if "questions" in include:
        answer["questions"] = [question_json(naming, one) for one in advice.page]
        answer["remaining"] = advice.at_most
    return answer


def as_json(value: object) -> bytes:
    """Return the one serialisation of an answer: UTF-8, keys in their order, a final newline."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def catalog_day(advice: Advice) -> str | None:
    """Return the day on which the catalog was last compared with its sources."""
    day = advice.catalog.last_checked
    return None if day is None else day.isoformat()


def _greeting(naming: Naming) -> str | None:
    """Return the greeting of the gravest event: one in which somebody has died goes first."""
    events = [naming.advice.catalog.events[slug] for slug in naming.advice.cast.events]
    events.sort(key=lambda event: (not _is_mourning(event), _condolence(naming, event) is None))
    greetings = (_condolence(naming, event) or event.greeting for event in events)
    return next((naming.text(greeting) for greeting in greetings if greeting), None)


def _is_mourning(event: LifeEvent) -> bool:
    """Tell whether somebody has died in an event, whatever is answered."""
    return any(person.dead and not person.is_role for person in event.persons.values())


def _condolence(naming: Naming, event: LifeEvent) -> Text | None:
    """Return the words of sympathy, once it is known that somebody has died."""
    found = event.condolence
    return found.text if found is not None and naming.concerning.holds(found.when) else None


def _unused(naming: Naming, field: str) -> str:
    """Return an answer that is not needed by its field, with the fact as it is written there."""
    part, _, rest = field.partition(".")
    return f"{part}.{naming.id(rest)}" if part == "answers" else field


def _why_aside(naming: Naming, id_: str, by: str) -> str:
    if not by:
        role, _, name = id_.partition(".")
        # The same group of another event has a name of its own until it is said to be this one.
        cast = naming.advice.cast
        groups = (group for event in cast.events if (group := f"{role}-{event}") in cast.members)
        other = next(groups, None)
        if other is None or naming.definition(other, name) is None:
            return naming.say(words.NOBODY)
        who = naming.who(role)
        return naming.say(words.PERHAPS_ANOTHER, who=who, fact=naming.key(other, name))
    member, _, name = by.partition(".")
    fact = naming.definition(member, name)
    value = naming.advice.situation.facts.get((member, name))
    if fact is None:
        return by
    question = naming.question(member, name)
    return naming.say(words.NOT_APPLYING, question=question, value=naming.value(fact, value))


def _plan(naming: Naming) -> Json:
    advice = naming.advice
    return {
        "steps": [
            *(step_json(naming, step) for step in advice.steps),
            *(blocked_json(naming, goal) for goal in advice.blocked),
        ],
        "possible": [
            *(step_json(naming, step) for step in advice.possible),
            *(blocked_json(naming, goal) for goal in advice.possible_blocked),
        ],
        "alternatives": [
            {
                "depends_on": naming.id(unknown),
                "title": naming.unknown(unknown),
                "steps": list(steps),
            }
            for unknown, steps in advice.alternatives.items()
        ],
        "never_assumed": _never_assumed(naming),
        "empty": empty_text(naming),
        "branches": [_branch(naming, branch) for branch in advice.branches],
        "not_chosen": not_chosen_json(naming),
        "rivals": rivals_json(naming),
        "compared": compared_json(naming),
        "documents": papers_json(naming),
        "benefits": benefits_json(naming),
        **visits_json(naming),
        "ease_question": _ease(naming),
        "totals": {
            **finish_json(naming),
            "fee": fee_json(naming),
            "benefit": benefit_total_json(naming),
            "visits": len(advice.visits),
        },
    }


def _ease(naming: Naming) -> Json | None:
    """Return the one question that may be asked of who goes to a counter, None for none."""
    key = ease_asked(naming)
    fact = None if key is None else naming.definition(*key)
    return None if key is None or fact is None else asked_json(naming, key[0], fact)


def _never_assumed(naming: Naming) -> list[str]:
    """Return what steps wait for and nobody guesses: too grave to be supposed."""
    advice = naming.advice
    steps = (one for step in advice.possible for one in step.depends_on)
    goals = (one for goal in advice.possible_blocked for one in goal.depends_on)
    open_ = dict.fromkeys((*steps, *goals))
    return naming.ids(one for one in open_ if naming.is_grave(one))


def _branch(naming: Naming, branch: Branch) -> Json:
    fact = naming.definition(*branch.fact)
    label = naming.value(fact, branch.value) if fact is not None else str(branch.value)
    return {
        "depends_on": naming.id(branch.unknown),
        "title": naming.unknown(branch.unknown),
        "value": branch.value,
        "label": label,
        "steps": list(branch.steps),
    }
