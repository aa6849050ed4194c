"""What a question is called: as it was asked, else by the catalog."""

from lifejourney.cli.asking.asked import DOCUMENT, HELD, held
from lifejourney.cli.asking.days import read_date
from lifejourney.cli.asking.given import CHOICE, PERSONS, Given, SoFar
from lifejourney.cli.desk import NUMBER, Desk
from lifejourney.errors import Words
from lifejourney.explanation import Asked, AskedReader, Option, date_in_words


def title_of(desk: Desk, id_: str, given: Given) -> str:
    """Return the words of the question that was answered."""
    return question_of(desk, id_, given).title


def label_of(desk: Desk, id_: str, given: Given) -> str:
    """Return the words of the answer that holds."""
    if id_ in given.labels:
        return given.labels[id_]
    value = given.values[id_]
    if value is None:
        return desk.words("tidak dijawab", "not answered")
    if id_.startswith(DOCUMENT):
        return held(desk, HELD if value == HELD or isinstance(value, tuple) else str(value))
    asked = question_of(desk, id_, given)
    labels = {one.value: one.label for one in asked.options}
    if asked.type == "date":
        said = str(value.told if isinstance(value, SoFar) else value)
        told = read_date(said, desk.today(given.frame))
        return said if isinstance(told, Words) else date_in_words(told, desk.lang)
    key = str(value).casefold() if isinstance(value, bool) else str(value)
    return labels.get(key, str(value))


def question_of(desk: Desk, id_: str, given: Given) -> Asked:
    """Return the question of an answer, to be put again: the one that was asked, else made anew."""
    if id_.startswith(DOCUMENT):
        paper = Option(id_.removeprefix(DOCUMENT), _paper(desk, id_, given))
        return AskedReader(desk.lang, given.counts).paper(paper)
    for step in reversed(given.steps):
        # Not the question for the day alone: the whole answer may have to be changed.
        if step.asked is not None and id_ in step.asked.ids and not step.asked.so_far:
            return step.asked
    if id_.startswith(PERSONS):
        return _persons(desk, id_, given)
    if id_.startswith(CHOICE):
        return _result(desk, id_)
    return _fact(desk, id_)


def _paper(desk: Desk, id_: str, given: Given) -> str:
    """Return what a paper is called, and whose it is."""
    for step in given.steps:
        if step.asked is not None and id_ in step.asked.ids and step.asked.is_checklist:
            return step.asked.options[step.asked.ids.index(id_)].label
    slug, _, person = id_.removeprefix(DOCUMENT).partition("@")
    document = desk.catalog.documents.get(slug)
    title = desk.text(document.title) if document is not None else slug
    return f"{title} ({person})" if person else title


def _persons(desk: Desk, id_: str, given: Given) -> Asked:
    """Return the question how many members a role has, or who plays it."""
    role = id_.removeprefix(PERSONS)
    for slug in given.frame.get("events", ()):
        event = desk.catalog.events.get(slug)
        person = event.persons.get(role) if event is not None else None
        if person is not None and (person.many or person.may_be):
            options = tuple(Option(one, _role(desk, one)) for one in person.may_be)
            title = desk.text(person.ask) or _role(desk, role)
            type_ = "choice" if options else "integer"
            return Asked((id_,), type_, title, desk.text(person.why), options=options)  # type: ignore[arg-type]
    return Asked((id_,), "text", role)


def _role(desk: Desk, role: str) -> str:
    if role == "other":
        return desk.words("orang lain", "somebody else")
    titles = (
        person.title
        for event in desk.catalog.events.values()
        if (person := event.persons.get(role)) is not None
    )
    return desk.text(next((title for title in titles if title is not None), None)) or role


def _result(desk: Desk, id_: str) -> Asked:
    """Return the question which result is wanted, of what was wanted from the beginning."""
    slug, _, of = id_.removeprefix(CHOICE).partition("@")
    document = desk.catalog.documents.get(slug)
    label = desk.text(document.title) if document is not None else slug
    title = desk.words("Apakah ini yang Anda inginkan?", "Is this what you want?")
    return Asked((id_,), "result", title, options=(Option(f"{slug}@{of}" if of else slug, label),))


def _fact(desk: Desk, id_: str) -> Asked:
    """Return the question for a fact."""
    fact = desk.fact(id_)
    if fact is None:
        return Asked((id_,), "text", id_)
    options = tuple(Option(slug, desk.text(one.title)) for slug, one in fact.options.items())
    if fact.type == "boolean":
        options = (
            Option("true", desk.words("Ya", "Yes")),
            Option("false", desk.words("Tidak", "No")),
        )
    title = desk.text(fact.title)
    member = id_.rpartition(".")[0]
    if NUMBER.search(member):
        title = f"{title} ({member})"
    return Asked(
        (id_,), "region" if fact.regions else fact.type, title, desk.text(fact.why), options=options
    )
