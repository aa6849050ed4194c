"""Questions in words: those an advice still asks, and those that were answered already."""

from collections.abc import Iterator, Sequence
from typing import Any

from lifejourney.advice import Advice, Question
from lifejourney.advice.model import Precision
from lifejourney.advice.questions import PAPERS
from lifejourney.advice.questions import PERSONS as PEOPLE
from lifejourney.answers.names import as_member
from lifejourney.explanation import words
from lifejourney.explanation.known import who_label
from lifejourney.explanation.naming import Naming
from lifejourney.situation import identities
from lifejourney.vocabulary import Fact

Json = dict[str, Any]
DOCUMENT = "document:"
PERSONS = "persons:"


def present_questions(advice: Advice, ids: Sequence[str]) -> list[Json]:
    """Return questions by their ids, as in `declined`, whether or not they are still asked.

    Papers stand together in one question. A choice of results is there only while it is asked;
    so is what is about nobody in this situation.
    """
    naming = Naming(advice)
    return [question_json(naming, one) for one in _questions(naming, ids)]


def _questions(naming: Naming, ids: Sequence[str]) -> Iterator[Question]:
    advice = naming.advice
    asked = {id_: one for one in advice.questions for id_ in one.ids}
    papers = tuple(_paper(id_) for id_ in ids if id_.startswith(DOCUMENT))
    members = advice.cast.members
    papers = tuple(
        one for one in papers if one[1] in members and one[0] in advice.catalog.documents
    )
    if papers:
        yield Question("documents", (), PAPERS, papers=papers)
    may_be = {one.role: one.may_be for one in identities(advice.catalog, advice.cast.events)}
    for id_ in (one for one in ids if not one.startswith(DOCUMENT)):
        who, _, name = as_member(id_).rpartition(".")
        member = who if who in members else advice.cast.meant(who) or who
        if (found := asked.get(id_) or asked.get(f"{member}.{name}")) is not None:
            yield found
        elif (role := id_.removeprefix(PERSONS)) != id_:
            if role in may_be or role in advice.cast.counts:
                topic = advice.catalog.topic_among([role], None) or PEOPLE
                yield Question("persons", (id_,), topic, role=role, may_be=may_be.get(role, ()))
        elif member not in members:
            continue
        elif (fact := naming.definition(member, name)) is not None:
            topic = advice.catalog.topic_among(members[member].roles, name) or PEOPLE
            exactly: Precision | None = "day" if fact.type == "date" else None
            yield Question("facts", (id_,), topic, fact=(member, name), precision=exactly)


def _paper(id_: str) -> tuple[str, str]:
    document, _, member = id_.removeprefix(DOCUMENT).partition("@")
    return document, member


def question_json(naming: Naming, question: Question) -> Json:
    """Return what is asked, how it can be answered, and why."""
    body: Json = {
        "kind": question.kind,
        "topic": question.topic,
        "topic_title": _topic(naming, question.topic),
        "decides": question.decides,
        # Whatever its kind, a question has all of these: readers need not look what is there.
        "facts": [],
        "documents": [],
        "choice": None,
        "persons": None,
        "ask": [],
    }
    match question.kind:
        case "facts":
            return body | _fact(naming, question)
        case "documents":
            return body | _papers(naming, question.papers)
        case "choice":
            return body | _choice(naming, question)
        case _:
            return body | _persons(naming, question.role or "", question.may_be)


def _fact(naming: Naming, question: Question) -> Json:
    """Return what is asked of one fact, without the options that other answers rule out."""
    member, name = question.fact or ("", "")
    fact = naming.definition(member, name)
    if fact is None:
        return {"facts": [naming.key(member, name)]}
    asked = asked_json(naming, member, fact)
    asked["options"] = [
        one for one in asked["options"] if one["value"] not in question.contradicted
    ]
    if question.precision is not None:
        asked |= _date(naming, question, asked, fact)
    return {"facts": [naming.key(member, name)], "ask": [asked]}


def _papers(naming: Naming, papers: Sequence[tuple[str, str]]) -> Json:
    """Return what is asked of papers: whether each is at hand."""
    ids = [f"{document}@{member}" for document, member in papers]
    asked = [
        {
            "document": id_,
            "title": naming.paper(paper),
            "question": naming.held(paper),
            "person_title": naming.person(paper[1]),
        }
        for id_, paper in zip(ids, papers, strict=True)
    ]
    return {"documents": ids, "ask": asked}


def _topic(naming: Naming, slug: str) -> str:
    """Return the title of a topic of the catalog, or of the engine's own questions."""
    topic = naming.advice.catalog.topics.get(slug)
    if topic is not None:
        return topic.title.in_language(naming.lang)
    return naming.say(words.TOPIC[slug]) if slug in words.TOPIC else slug


def asked_json(naming: Naming, member: str, fact: Fact) -> Json:
    """Return one fact of somebody as it is asked."""
    options = [
        {"value": slug, "label": option.title.in_language(naming.lang)}
        for slug, option in fact.options.items()
    ]
    if fact.type == "boolean":
        options = [
            {"value": "true", "label": naming.say(words.YES)},
            {"value": "false", "label": naming.say(words.NO)},
        ]
    return {
        "fact": naming.key(member, fact.name),
        "title": naming.question(member, fact.name),
        "why": fact.why.in_language(naming.lang),
        "type": fact.type,
        "data_class": fact.data_class,
        "regions": fact.regions,
        "options": options,
        "minimum": fact.minimum,
        "maximum": fact.maximum,
    }


def _date(naming: Naming, question: Question, asked: Json, fact: Fact) -> Json:
    """Return how a date may be answered and how exactly it is needed, after what was said."""
    said = naming.advice.situation.facts.get(question.fact or ("", ""))
    found = {
        "accepts": list(naming.advice.catalog.date_forms(fact)),
        "precision": question.precision,
        "so_far": None,
    }
    if said is None:
        return found
    title = naming.say(words.MORE_EXACTLY, question=asked["title"], said=naming.value(fact, said))
    return {**found, "title": title, "so_far": str(said)}


def _choice(naming: Naming, question: Question) -> Json:
    (document, member), options = question.choice or (("", ""), ())
    catalog = naming.advice.catalog
    return {
        "choice": {
            "document": document,
            "of": member,
            "options": [
                {
                    "document": slug,
                    "title": naming.target(slug),
                    "consequence": naming.text(catalog.documents[slug].consequence)
                    if slug in catalog.documents
                    else None,
                }
                for slug, _ in options
            ],
        },
        "title": naming.choice((document, member)),
    }


def _persons(naming: Naming, role: str, may_be: tuple[str, ...]) -> Json:
    persons = [
        found
        for event in naming.advice.cast.events
        if (found := naming.advice.catalog.events[event].persons.get(role)) is not None
    ]
    many = [person for person in persons if person.many]
    return {
        "persons": {
            "role": role,
            "may_be": list(may_be),
            "options": [{"value": one, "label": who_label(naming, role, one)} for one in may_be],
            "minimum": many[0].minimum if many else 1,
            "maximum": many[0].maximum if many else 1,
        },
        "title": naming.who(role),
        "why": next((naming.text(person.why) for person in persons if person.why), None),
    }
