"""Facts are shown with their topic, and the topics in the order of the catalog."""

from pathlib import Path

from lifejourney.exports.facts import show_facts
from lifejourney.loading import load_catalog

SMALL = load_catalog(Path(__file__).parents[2] / "data" / "small")


def shown(*events: str) -> dict[str, object]:
    """Return the topics of the facts of these events, by `role.fact`."""
    facts = show_facts(SMALL, events, "id")["facts"]
    assert isinstance(facts, list)
    return {str(one["fact"]): one["topic_title"] for one in facts if isinstance(one, dict)}


def test_a_fact_bears_the_title_of_its_topic() -> None:
    """Its own, else that of its role; what is reckoned is never asked and has none."""
    found = shown("birth")
    assert found["child.condition"] == "Bayi"
    assert found["mother.birth_date"] == "Keluarga"
    assert found["mother.age"] is None


def test_topics_are_those_of_the_events_in_the_order_of_the_catalog() -> None:
    """With what is pinned in them."""
    birth, both = (
        show_facts(SMALL, events, "en")["topics"] for events in (("birth",), ("death", "birth"))
    )
    assert birth == [
        {"topic": "bayi", "title": "Baby", "pinned": ["child.condition", "child.birth_date"]},
        {"topic": "keluarga", "title": "Family", "pinned": []},
    ]
    assert isinstance(both, list)
    assert [one["topic"] for one in both if isinstance(one, dict)] == [
        "bayi",
        "keluarga",
        "almarhum",
    ]


def test_how_a_date_may_be_told() -> None:
    """By age where one is reckoned; what is no date is told as it is."""
    facts = show_facts(SMALL, ("birth", "death"), "id")["facts"]
    assert isinstance(facts, list)
    accepts = {str(one["fact"]): one["accepts"] for one in facts if isinstance(one, dict)}
    assert accepts["child.birth_date"] == ["day", "month", "year", "age"]
    assert accepts["deceased.death_date"] == ["day", "month", "year"]
    assert accepts["child.condition"] == []


def test_what_the_event_is_about_comes_before_who_asks() -> None:
    """Who asks has facts for every event; they follow those of its people, and stand once."""
    facts = show_facts(SMALL, ("birth", "death"), "id")["facts"]
    assert isinstance(facts, list)
    told = [(str(one["person"]), one["events"]) for one in facts if isinstance(one, dict)]
    people = list(dict.fromkeys(person for person, _ in told))
    assert people[0] == "child"
    assert people[-1] == "self"
    assert dict(told)["self"] == ["birth", "death"]
    assert dict(told)["child"] == ["birth"]
