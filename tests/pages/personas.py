"""Who walks through the pages: three people an event, each a scenario of the catalog."""

from collections.abc import Mapping
from typing import Final

from api.session import Session, Step
from lifejourney.vocabulary import Scenario

PERSONAS: Final[Mapping[str, tuple[str, str, str]]] = {
    "birth": ("birth-hospital", "birth-religious-card-not", "birth-stillborn"),
    "school": ("school-sd-domicile", "school-diploma-misprint", "school-university-snbp"),
    "work": ("work-dismissed", "work-first-job-accepted", "work-abroad-own"),
    "business": ("business-food-stall-late", "business-brand-micro", "business-close-stall"),
    "death": ("death-insured-worker", "death-widow-asks", "death-minors-sale"),
}
SLUGS: Final = [slug for slugs in PERSONAS.values() for slug in slugs]
STATES: Final[Mapping[str, str]] = {
    "ordinary": "birth-religious-card-not",
    "branches": "birth-no-answers",
    "stillbirth": "birth-stillborn",
    "empty": "birth-stillborn-early",
    "late": "birth-day-70",
    "mall": "birth-visits-mall",
    "long": "birth-twins",
    "lapsing": "death-card-of-deceased-lost-benefit",
    "regional": "death-public-cemetery",
    "compared": "business-undecided-nine-founders",
    "blocked": "business-under-17",
    "disputed": "birth-banjar-regulation",
}
"""In which a plan may be, each by a scenario of the catalog."""


def session_of(scenario: Scenario) -> Session:
    """Return what somebody has said who has answered all that the scenario tells, one a page."""
    said: list[tuple[str, str | int]] = [
        *((f"document:{paper}", "held") for paper in scenario.held),
        *((f"document:{paper}", "lacking") for paper in scenario.lacking),
        *((f"choice:{wish}", wish) for wish in scenario.wanted),
        *((f"persons:{role}", who) for role, who in scenario.persons.items()),
        *scenario.answers.items(),
    ]
    steps: tuple[Step, ...] = tuple({id_: value} for id_, value in said)
    return Session(tuple(scenario.events), steps, prefer=scenario.prefer, channel=scenario.channel)
