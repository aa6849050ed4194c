"""Expected questions against the exact optimum, and against simpler ways to choose."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from statistics import mean

import numpy as np

from lifejourney.questionnaire import next_question
from lifejourney.questionnaire.relevance import alone
from tests.benchmarks.condition_sets import ConditionSet, draw, open_tests
from tests.benchmarks.partial_answers import PartialAnswers, Remainder
from tests.benchmarks.ratio import Line, Ratio

SETS = 240
ROWS = 512
WAYS = {
    "ours": "kami / ours",
    "shortcut": "kami, sisa kecil dihitung tepat / ours with the exact shortcut",
    "sampled": "kami, dari 512 contoh acak / ours, from 512 sampled completions",
    "fixed": "urutan tetap / fixed order",
    "missing": "yang paling sering belum diketahui / most often missing first (publicodes)",
}


def expected(drawn: ConditionSet) -> dict[str, float]:
    """Return the expected number of questions of every way, and of the optimum."""
    chance = np.random.default_rng(0)
    answers = PartialAnswers(drawn.table(), drawn.likely)

    def ours(remainder: Remainder, *, optimum: bool = False) -> int:
        table = answers.completions(remainder)
        chosen = next_question(table, range(len(remainder.facts)), optimum=optimum)
        return remainder.facts[chosen or 0]

    def sampled(remainder: Remainder) -> int:
        table = answers.completions(remainder)
        rows = chance.choice(len(table.weight), ROWS, p=table.weight / table.weight.sum())
        told = replace(table, matters=alone(table)).select(rows)
        few = replace(told, weight=np.full(ROWS, 1 / ROWS), exact=False)
        chosen = next_question(few, range(len(remainder.facts)))
        return remainder.facts[chosen or 0]

    def missing(remainder: Remainder, known: Mapping[int, int]) -> int:
        times = dict.fromkeys(remainder.facts, 0)
        for condition in drawn.conditions:
            still = open_tests(condition, known)
            for test in [] if isinstance(still, bool) else still:
                if test.fact in times:
                    times[test.fact] += 1
        return max(times, key=lambda fact: (times[fact], -fact))

    return {
        "optimum": answers.optimum(),
        "ours": answers.expected(ours),
        "shortcut": answers.expected(lambda rest: ours(rest, optimum=True)),
        "sampled": answers.expected(sampled),
        "fixed": answers.expected(lambda rest: rest.facts[0]),
        "missing": answers.walked(missing),
    }


def measure() -> Iterable[Ratio]:
    """Print the mean and the worst ratio of every way; return those that have a bar."""
    found = [expected(draw(seed)) for seed in range(SETS)]
    ratios = {way: [one[way] / one["optimum"] for one in found] for way in WAYS}
    print(f"questions/optimum: {SETS} himpunan syarat / condition sets")
    print("cara / way\trata-rata / mean\tterburuk / worst\tpertanyaan / questions")
    for way, title in WAYS.items():
        questions = mean(one[way] for one in found)
        print(f"{title}\t{mean(ratios[way]):.3f}\t{max(ratios[way]):.3f}\t{questions:.2f}")
    best = mean(one["optimum"] for one in found)
    print(f"yang terbaik / optimum\t1.000\t1.000\t{best:.2f}")
    return [
        Ratio("questions/optimum/mean", mean(ratios["ours"]), 1.02),
        Ratio("questions/optimum/worst", max(ratios["ours"]), 1.12),
        Ratio("questions/optimum/shortcut", mean(ratios["shortcut"]), 1.01),
        *(
            Ratio(
                f"questions/optimum/to-{way}",
                mean(one["ours"] / one[way] for one in found),
                0.95,
            )
            for way in ("fixed", "missing")
        ),
    ]


LINE = Line("questions/optimum", measure)
