"""The nouns of the catalog, frozen: what civil servants write in YAML, checked and typed."""

from lifejourney.vocabulary.authority import WEEKDAYS, Authority, Region, Weekday
from lifejourney.vocabulary.calendar import CalendarRules, CalendarYear, Decree
from lifejourney.vocabulary.condition import (
    ALWAYS,
    AllOf,
    AnyOf,
    Condition,
    EventTest,
    Every,
    FactTest,
    Leaf,
    Not,
    Same,
    Some,
    leaves,
    leaves_inside,
)
from lifejourney.vocabulary.document import Document, Usual
from lifejourney.vocabulary.event import Call, Condolence, LifeEvent, Person
from lifejourney.vocabulary.fact import Constraint, Derived, Fact, Option
from lifejourney.vocabulary.figures import Benefit, Cost, Deadline, Opening, Repeat, Span, Time
from lifejourney.vocabulary.register import Entry, Register
from lifejourney.vocabulary.scalars import Source, Text
from lifejourney.vocabulary.scenario import Expectation, Scenario, Sum
from lifejourney.vocabulary.service import (
    Alternative,
    Change,
    Complaint,
    LegalBasis,
    Remark,
    Requirement,
    Result,
    Service,
    Standard,
    SuppliedLater,
    Tags,
)
from lifejourney.vocabulary.topic import Topic

__all__ = [
    "ALWAYS",
    "WEEKDAYS",
    "AllOf",
    "Alternative",
    "AnyOf",
    "Authority",
    "Benefit",
    "CalendarRules",
    "CalendarYear",
    "Call",
    "Change",
    "Complaint",
    "Condition",
    "Condolence",
    "Constraint",
    "Cost",
    "Deadline",
    "Decree",
    "Derived",
    "Document",
    "Entry",
    "EventTest",
    "Every",
    "Expectation",
    "Fact",
    "FactTest",
    "Leaf",
    "LegalBasis",
    "LifeEvent",
    "Not",
    "Opening",
    "Option",
    "Person",
    "Region",
    "Register",
    "Remark",
    "Repeat",
    "Requirement",
    "Result",
    "Same",
    "Scenario",
    "Service",
    "Some",
    "Source",
    "Span",
    "Standard",
    "Sum",
    "SuppliedLater",
    "Tags",
    "Text",
    "Time",
    "Topic",
    "Usual",
    "Weekday",
    "leaves",
    "leaves_inside",
]
