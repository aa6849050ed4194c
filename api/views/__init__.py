"""The shapes of bodies and answers, for the description of the calls alone."""

from .advice import ADVICE_BODY, AdviceRequest, AdviceView
from .catalog import (
    Authority,
    DocumentDetail,
    Event,
    Events,
    Facts,
    ServiceDetail,
    Services,
    UnitDetail,
    Units,
)
from .difference import DIFFERENCE_BODY, DifferenceRequest, DifferenceView
from .explain import EXPLAIN_BODY, ExplainRequest, ExplanationView
from .network import Graph, Regions
from .problem import PROBLEMS, ProblemView
from .upcoming import UPCOMING_BODY, UpcomingRequest, UpcomingView

__all__ = [
    "ADVICE_BODY",
    "DIFFERENCE_BODY",
    "EXPLAIN_BODY",
    "PROBLEMS",
    "UPCOMING_BODY",
    "AdviceRequest",
    "AdviceView",
    "Authority",
    "DifferenceRequest",
    "DifferenceView",
    "DocumentDetail",
    "Event",
    "Events",
    "ExplainRequest",
    "ExplanationView",
    "Facts",
    "Graph",
    "ProblemView",
    "Regions",
    "ServiceDetail",
    "Services",
    "UnitDetail",
    "Units",
    "UpcomingRequest",
    "UpcomingView",
]
