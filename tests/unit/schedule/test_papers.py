"""Check the one list of papers: each once per holder, with all that is asked of it."""

from lifejourney.schedule import Use, at_once, list_papers

CARD = ("kartu-keluarga", "family")


def use(step: str, paper: tuple[str, str] = CARD, source: str = "held", **more: object) -> Use:
    """Return a use of a paper that is asked for by its own name."""
    return Use(step, paper[0], paper, source, **more)  # type: ignore[arg-type]


def test_a_paper_stands_there_once_per_holder() -> None:
    """Two heirs have a card each; what they need of it is added up for each alone."""
    first, second = ("ktp-el", "heir-1"), ("ktp-el", "heir-2")
    uses = [
        use("a", first),
        use("a", second, copies=1, original=False),
        use("b", first, copies=2),
        use("b", second, copies=1, original=False),
    ]
    one, two = list_papers(uses)
    assert (one.first.paper, one.original, one.copies) == (first, True, 2)
    assert (two.first.paper, two.original, two.copies) == (second, False, 2)
    assert [used.step for used in one.uses] == ["a", "b"]


def test_what_is_only_checked_is_not_listed() -> None:
    """Nobody brings it."""
    assert list_papers([use("a", original=False)]) == ()


def test_copy_it_before_it_is_handed_in() -> None:
    """Only where a later step asks for what an earlier one keeps."""
    kept, later = use("a", kept=True), use("b")
    ((both,), (alone,), (last,)) = map(list_papers, ([kept, later], [kept], [later, kept]))
    assert (both.kept, both.copied_first) == (True, True)
    assert (alone.kept, alone.copied_first) == (True, False)
    assert (last.kept, last.copied_first) == (True, False)
    (copy,) = list_papers([use("a", kept=True, original=False, copies=1), later])
    assert copy.copied_first is False


def test_a_stamp_is_bought_once_for_each_paper() -> None:
    """However many steps ask for it."""
    (one,) = list_papers([use("a", stamps=1), use("b", stamps=1)])
    assert one.stamps == 1


def test_substitutes_are_named_once() -> None:
    """In the order in which the steps name them."""
    (one,) = list_papers([use("a", substitutes=("x", "y")), use("b", substitutes=("y", "z"))])
    assert one.substitutes == ("x", "y", "z")


def test_several_requirements_of_one_step() -> None:
    """The stricter of them counts, not their sum."""
    asked = [
        use("a", original=False, copies=2, substitutes=("x",)),
        use("a", copies=1, kept=True, substitutes=("x", "y")),
    ]
    once = at_once(asked)
    assert (once.original, once.copies, once.kept) == (True, 2, True)
    assert once.substitutes == ("x", "y")
