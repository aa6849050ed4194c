"""Check that a question is put in the words that fit who is who."""

from dataclasses import replace
from typing import Any

from lifejourney.catalog import Catalog
from lifejourney.explanation import present
from lifejourney.explanation.naming import Naming
from lifejourney.vocabulary import AllOf, Call, Constraint, Person, Same, Wording
from tests.unit.planning.tiny import advise, catalog, event, fact, is_, paper, service, text

BOTH = ("birth", "death")


def mourned(**more: Any) -> Catalog:  # noqa: ANN401
    """Return a death, perhaps of the child, and a question about it in other words."""
    child = Same(("deceased", "child"))
    place = replace(
        fact("place", "choice", of="deceased", likelihoods={"home": 2, "sea": 1}),
        worded=(
            Wording(Same(("deceased", "mother")), text("Where did the mother die?")),
            Wording(child, text("Where did the baby die?"), text("softly")),
        ),
    )
    death = event(
        [Call("deceased", "duty", document="b")],
        "death",
        child=None,
        deceased=Person(text("deceased"), dead=True, may_be=("other", "mother", "child")),
    )
    birth = event(["a"], mother=Person(text("mother")))
    services = [
        service(1, ["a"]),
        service(2, ["b"], of="deceased", applies=is_("deceased", "place", "home")),
    ]
    return catalog([birth, death], services, ["a", paper("b", "deceased")], [place], **more)


def asked(who: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the one question about somebody who has died."""
    advice = advise(mourned(**more), *BOTH, persons={"deceased": who})
    (question,) = present(advice)["questions"]
    found: dict[str, Any] = question["ask"][0]
    return found


def test_the_first_words_that_fit_are_taken() -> None:
    """Who died is known; a wording without its own reason keeps that of the fact."""
    assert (asked("child")["title"], asked("child")["why"]) == ("Where did the baby die?", "softly")
    assert (asked("mother")["title"], asked("mother")["why"]) == (
        "Where did the mother die?", "why",
    )  # fmt: skip
    assert asked("other")["title"] == "place"


def test_whoever_is_not_there_has_the_plain_words() -> None:
    """Before it is said who has died nothing fits for certain."""
    advice = advise(mourned(), *BOTH)
    assert Naming(advice).question("deceased", "place") == "place"
    assert Naming(advice).question("nobody", "place") == "nobody.place"


def test_options_that_cannot_be_are_left_out() -> None:
    """Here a third place, which constraints rule out for a baby."""
    place = fact("place", "choice", "deceased", likelihoods={"home": 2, "sea": 1, "lost": 1})
    never = Constraint(
        AllOf((Same(("deceased", "child")), is_("deceased", "place", "lost"))), why=text("no")
    )
    small = replace(mourned(), facts=(place,), constraints=(never,))
    advice = advise(small, *BOTH, persons={"deceased": "child"})
    (question,) = present(advice)["questions"]
    assert [one["value"] for one in question["ask"][0]["options"]] == ["home", "sea"]


def test_somebody_is_called_in_the_words_that_fit() -> None:
    """A baby that has died is no "child"; its questions need not say again whose they are."""
    child = Person(text("child"), worded=(Wording(is_("child", "ill"), text("this baby")),))
    facts = [fact("ill"), fact("born")]
    small = catalog(
        event(["a"], child=child), [service(1, applies=is_("child", "born"))], ["a"], facts
    )
    ill, well = (Naming(advise(small, facts={("child", "ill"): told})) for told in (True, False))
    assert (ill.person("child"), well.person("child")) == ("this baby", "child")
    assert ill.question("child", "born") == well.question("child", "born") == "born"
