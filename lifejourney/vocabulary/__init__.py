"""The nouns of the catalog, frozen: what civil servants write in YAML, checked and typed."""

from lifejourney.vocabulary.authority import WEEKDAYS, Authority, Weekday
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
from lifejourney.vocabulary.country import RUPIAH, Country
from lifejourney.vocabulary.document import Document, Usual
from lifejourney.vocabulary.due import Due, Kind
from lifejourney.vocabulary.event import Call, Condolence, LifeEvent, Person, Treatment
from lifejourney.vocabulary.evidence import shows, status_of
from lifejourney.vocabulary.fact import Constraint, Derived, Fact, Option, Wording
from lifejourney.vocabulary.figures import (
    Benefit,
    Conflict,
    Cost,
    Deadline,
    Opening,
    Repeat,
    Span,
    Time,
    Validity,
)
from lifejourney.vocabulary.parts import Path, parts
from lifejourney.vocabulary.region import Difference, Region, RegionalRules, is_zone, place_of
from lifejourney.vocabulary.register import Entry, Register
from lifejourney.vocabulary.retired import Retired, RetiredNames
from lifejourney.vocabulary.scalars import LegalBasis, Source, Status, Text
from lifejourney.vocabulary.scenario import Expectation, Foresight, Scenario, Sum
from lifejourney.vocabulary.service import (
    Accommodation,
    Alternative,
    Change,
    Complaint,
    Remark,
    Requirement,
    Result,
    Service,
    Standard,
    SuppliedLater,
    Tags,
)
from lifejourney.vocabulary.topic import Topic
from lifejourney.vocabulary.unit import Told, Unit

__all__ = [
    "ALWAYS",
    "RUPIAH",
    "WEEKDAYS",
    "Accommodation",
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
    "Conflict",
    "Constraint",
    "Cost",
    "Country",
    "Deadline",
    "Decree",
    "Derived",
    "Difference",
    "Document",
    "Due",
    "Entry",
    "EventTest",
    "Every",
    "Expectation",
    "Fact",
    "FactTest",
    "Foresight",
    "Kind",
    "Leaf",
    "LegalBasis",
    "LifeEvent",
    "Not",
    "Opening",
    "Option",
    "Path",
    "Person",
    "Region",
    "RegionalRules",
    "Register",
    "Remark",
    "Repeat",
    "Requirement",
    "Result",
    "Retired",
    "RetiredNames",
    "Same",
    "Scenario",
    "Service",
    "Some",
    "Source",
    "Span",
    "Standard",
    "Status",
    "Sum",
    "SuppliedLater",
    "Tags",
    "Text",
    "Time",
    "Told",
    "Topic",
    "Treatment",
    "Unit",
    "Usual",
    "Validity",
    "Weekday",
    "Wording",
    "is_zone",
    "leaves",
    "leaves_inside",
    "parts",
    "place_of",
    "shows",
    "status_of",
]
