"""Hold topics together: one is finished before the next is begun."""

from lifejourney.questionnaire import Topics, in_topics, ranked
from lifejourney.questionnaire.table import answered
from tests.unit.questionnaire.tables import table_of

TABLE = table_of([2] * 4, lambda row: (row[0] and row[1], row[2] and (row[3] or row[0])))
ALL = range(4)


def test_the_best_question_chooses_the_first_topic() -> None:
    """Nothing answered yet: the page is the topic of the best question, best first."""
    best = ranked(TABLE, ALL)
    page = in_topics(TABLE, ALL, Topics((0, 1, 0, 1)))
    assert page == tuple(unknown for unknown in best if unknown % 2 == best[0] % 2)


def test_the_current_topic_is_finished_first() -> None:
    """A topic with relevant questions left goes on, though another question is better."""
    for current in (0, 1):
        page = in_topics(TABLE, ALL, Topics((0, 1, 0, 1), preferred=(7, current)))
        assert {unknown % 2 for unknown in page} == {current}
    rest = answered(answered(TABLE, 1, 0), 3, 0)
    assert in_topics(rest, {0, 2}, Topics((0, 1, 0, 1), preferred=(1,)))[0] in {0, 2}


def test_a_settled_advice_has_no_page() -> None:
    """Nothing relevant, nothing to ask."""
    assert in_topics(table_of([2], lambda _: 0), {0}, Topics((0,))) == ()
