"""What pins cost: small catalogs of which it can be reckoned by hand."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from lifejourney.catalog import Catalog
from lifejourney.cli.program import run
from lifejourney.errors import Place, Problem
from lifejourney.planning.sample import draw
from lifejourney.proofs import prove_pins
from lifejourney.proofs.pins import PEOPLE
from lifejourney.proofs.worlds import Worlds
from lifejourney.vocabulary import (
    AllOf,
    Call,
    Condition,
    EventTest,
    Fact,
    LifeEvent,
    Person,
    Some,
    Topic,
)
from tests.unit.planning.tiny import DAY, catalog, event, fact, is_, service, text

TENTH = {"true": 1, "false": 9}
HALF = {"true": 5, "false": 5}


def problems(small: Catalog) -> list[Problem]:
    """Return what is said of the pins of a catalog; a place is the topic and the path in it."""

    def places(noun: object, path: tuple[str | int, ...] = (), offset: int | None = None) -> Place:
        assert isinstance(noun, Topic)
        assert offset is None
        return Place(".".join((noun.slug, *map(str, path))))

    return list(prove_pins(small, places, DAY))


def both(*pinned: str, **topics: str) -> Catalog:
    """Return a catalog with a paper for whom `rare` and `even` hold; pins in the topic `now`.

    To ask for the rare first settles nine of ten at once; to ask for the even first, every second.
    """
    when = AllOf((is_("child", "rare"), is_("child", "even")))
    facts: list[Fact] = [
        fact("even", likelihood=HALF, topic=topics.get("even", "now")),
        fact("rare", likelihood=TENTH, topic=topics.get("rare", "now")),
    ]
    return with_pins([event([Call("child", "duty", document="p", when=when)])], facts, pinned)


def with_pins(events: list[LifeEvent], facts: list[Fact], pinned: tuple[str, ...]) -> Catalog:
    """Return a catalog with the topics `before` and `now`, and one paper."""
    topics: Mapping[str, Topic] = {
        "before": Topic("before", text("before")),
        "now": Topic("now", text("now"), pinned),
    }
    services, papers = [service(1, ["p"])], ["p"]
    return catalog(events, services, papers, facts, topics=topics)


def drawn(small: Catalog) -> list[dict[str, object]]:
    """Return the answers of the people that are followed."""
    (world,) = Worlds(small, DAY).of(("birth",))
    unknowns = world.outlook.layout.unknowns
    rows = draw(world.outlook, PEOPLE).values.tolist()
    return [
        {one.key[1]: one.values[value] for one, value in zip(unknowns, row, strict=True)}
        for row in rows
    ]


def test_a_costly_pin() -> None:
    """Who is even is asked on, who is rare would have been: so many more are asked twice."""
    small = both("child.even")
    people = drawn(small)
    more = sum(bool(one["even"]) - bool(one["rare"]) for one in people) / PEOPLE
    (found,) = problems(small)
    assert (found.code, found.severity) == ("pin-cost", "hint")
    assert found.where == Place("now.pinned")
    assert more > 0.2
    figure = f"{more:.1f}"
    assert found.what.en == (
        f"the pins of topic 'now' add {figure} questions on average (birth; {PEOPLE} people)"
    )
    assert found.what.id == (
        f"pin di topik 'now' menambah rata-rata {figure.replace('.', ',')} pertanyaan"
        f" (birth; {PEOPLE} orang)"
    )


@pytest.mark.parametrize("pinned", [(), ("child.rare",), ("child.rare", "child.even")])
def test_a_free_pin(pinned: tuple[str, ...]) -> None:
    """What would be asked first anyway costs nothing."""
    assert problems(both(*pinned)) == []


def test_what_an_earlier_topic_asks_has_been_answered() -> None:
    """Where the topic begins, the rare are known: nobody else is asked, with the pin or without."""
    assert problems(both("child.even", rare="before")) == []


def test_a_pin_whose_question_comes_in_the_end() -> None:
    """All are asked both: in which order is all the same."""
    calls = [
        Call("child", "duty", document="p", when=is_("child", "rare")),
        Call("child", "duty", service="s1", when=is_("child", "even")),
    ]
    facts: list[Fact] = [
        fact("even", likelihood=HALF, topic="now"),
        fact("rare", likelihood=TENTH, topic="now"),
    ]
    assert problems(with_pins([event(calls)], facts, ("child.even",))) == []


def two_events(when: Condition) -> Catalog:
    """Return two events that ask for more only together, and pin what costs."""
    calls = [Call("child", "duty", document="p", when=when)]
    mother = Person(text("mother"), topic="now")
    dead = Person(
        text("deceased"), dead=True, may_be=("other", "mother"), topic="now", ask=text("who?")
    )
    facts: list[Fact] = [
        fact("even", likelihood=HALF, topic="now"),
        fact("rare", likelihood=TENTH, topic="now"),
    ]
    events = [
        event(calls, "birth", mother=mother),
        event([], "death", child=None, deceased=dead),
    ]
    return with_pins(events, facts, ("deceased", "child.even"))


def test_what_comes_only_with_two_events() -> None:
    """It is measured there; that who has died is asked first costs nothing."""
    rare, even = is_("child", "rare"), is_("child", "even")
    together = EventTest(("death",))
    (found,) = problems(two_events(AllOf((together, rare, even))))
    assert "(birth + death;" in found.what.en
    (alone,) = problems(two_events(AllOf((rare, even))))
    assert "(birth;" in alone.what.en
    assert problems(two_events(rare)) == []


def test_how_many_are_asked_first() -> None:
    """The members of whom one hears on the way answer as is likeliest."""
    child = Person(text("child"), many=True, minimum=1, maximum=2, likely=1, topic="now")
    when = AllOf((is_("mother", "rare"), Some("child", is_("child", "even"))))
    facts: list[Fact] = [
        fact("even", likelihood=HALF, topic="now"),
        fact("rare", of="mother", likelihood=TENTH, topic="now"),
    ]
    calls = [Call("mother", "duty", service="s1", when=when)]
    birth = event(calls, child=child, mother=Person(text("mother")))
    small = with_pins([birth], facts, ("child",))
    small.services["s1"] = service(1, of="mother")  # type: ignore[index]
    (found,) = problems(small)
    assert found.code == "pin-cost"


FACTS = """
  even: {type: boolean, title: Genap?, why: Perlu., topic: bayi, likelihood: {true: 50, false: 50}}
  rare: {type: boolean, title: Jarang?, why: Perlu., topic: bayi, likelihood: {true: 10, false: 90}}
"""


def test_check_tells_it_when_asked(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check --pins` shows the hint at the key `pinned`; `check` alone does not take the time."""
    replaced = {
        "facts/child.yaml": ("facts:\n", "facts:" + FACTS),
        "services/imunisasi.yaml": ("it.alive: true", "it.even: true, it.rare: true"),
        "topics.yaml": ("[child.condition, child.birth_date]", "[child.even]"),
    }
    for file, (old, new) in replaced.items():
        text_ = (small / file).read_text("utf-8")
        assert old in text_
        (small / file).write_text(text_.replace(old, new, 1), "utf-8")
    found = []
    for arguments in ([], ["--pins"]):
        run(["check", str(small), *arguments, "--json"])
        told = json.loads(capsys.readouterr().out)["problems"]
        assert [one for one in told if one["severity"] == "error"] == []
        found.append([one for one in told if one["code"] == "pin-cost"])
    assert found[0] == []
    (hint,) = found[1]
    assert (Path(hint["file"]).name, hint["line"]) == ("topics.yaml", 1)
    assert "topik 'bayi'" in hint["message"]
