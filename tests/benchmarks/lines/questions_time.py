"""How long it takes to order the questions, against one advice without that."""

from collections.abc import Iterable
from statistics import median, quantiles
from time import process_time
from unittest.mock import patch

from lifejourney.advice.asking import Asking
from lifejourney.answers import Request
from lifejourney.proofs.walking import answers_of, say
from tests.benchmarks.personas import DAY, EVENTS, advisor, empty, start
from tests.benchmarks.ratio import Line, Ratio

TIMES = 3
"""Each state of the questionnaire is measured so often; the least counts."""
BAR = 10


def _in_catalog_order(asking: Asking) -> tuple[tuple[()], tuple[object, ...]]:
    return (), tuple(asking.questions)


def once(request: Request) -> tuple[float, float]:
    """Return the CPU seconds of one advice without order, and of the order."""
    began = process_time()
    with patch.object(Asking, "in_order", _in_catalog_order):
        worlds = advisor()._worlds(request)
        advice = advisor()._advise(request, worlds)
    advised = process_time()
    Asking(worlds[0], advice.questions).in_order()
    return advised - began, process_time() - advised


def walk(event: str) -> Iterable[tuple[float, float]]:
    """Yield both times from no answer to the last, everything answered as is likeliest."""
    request = empty(event, ())
    while True:
        worlds = advisor()._worlds(request)
        page = advisor()._advise(request, worlds).page
        if not page:
            return
        found = [once(request) for _ in range(TIMES)]
        yield min(plain for plain, _ in found), min(order for _, order in found)
        day = {id_: DAY for one in page if one.fact for id_ in one.ids}
        request = say(request, page[0], {**day, **answers_of(worlds[0])})


def measure() -> Iterable[Ratio]:
    """Print the milliseconds; return the ratios to one advice."""
    sizes = {event: len(start(event, ()).outlook.layout.unknowns) for event in EVENTS}
    event = max(EVENTS, key=lambda one: sizes[one])
    found = list(walk(event))
    orders = [1000 * order for _, order in found]
    ratios = [order / plain for plain, order in found]
    print(f"questions/time: {event}, {sizes[event]} yang belum diketahui / unknowns,", end=" ")
    print(f"{len(found)} pertanyaan / questions, ms CPU")
    print("\tpertama / first\tmedian\tp99")
    for title, figures in (
        ("nasihat tanpa urutan / advice without order", [1000 * plain for plain, _ in found]),
        ("urutan pertanyaan / order of the questions", orders),
    ):
        print(f"{title}\t{figures[0]:.1f}\t{median(figures):.1f}\t{_p99(figures):.1f}")
    return [
        Ratio("questions/time/median", median(ratios), BAR),
        Ratio("questions/time/p99", _p99(ratios), BAR),
    ]


def _p99(figures: list[float]) -> float:
    return quantiles(figures, n=100, method="inclusive")[98]


LINE = Line("questions/time", measure)
