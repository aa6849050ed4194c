"""Three-valued Python as one would generate it by hand for given conditions.

Two forms: both lanes of an answer in one number, each distinct test once; or twice the two-valued
expression with `and` and `or`, which stops as soon as it can. The quicker is what counts.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lifejourney.feel import Test as Unary
from lifejourney.feel.unary import AnyOf, Comparison, Interval
from tests.benchmarks.verdict_case import Asks, Key, Plain, asked

Verdicts = list[bool | None]
Run = Callable[[Mapping[str, Any]], Sequence[int]]


class Source:
    """Write functions for conditions; values of tests are constants of the module."""

    def __init__(self, conditions: Sequence[Plain]) -> None:
        self.conditions = conditions
        self.names: dict[str, Any] = {}
        self.variables = {
            key: f"v{number}"
            for number, key in enumerate(
                dict.fromkeys(test.key for one in conditions for test in asked(one))
            )
        }

    def lanes(self) -> Run:
        """Return the function with both lanes in one number."""
        tests = dict.fromkeys(test for one in self.conditions for test in self._tests(one))
        numbers = {test: f"a{number}" for number, test in enumerate(tests)}
        body = self._loads()
        for (key, test, passes), name in numbers.items():
            variable = self.variables[key]
            yes, no = (3, 0) if passes else (0, 3)
            written = self._test(test, variable)
            body.append(f"{name} = 2 if {variable} is None else {yes} if {written} else {no}")
        wholes = [self._lanes(one, numbers) for one in self.conditions]
        return self._compiled([*body, f"return [{', '.join(wholes)}]"])

    def pair(self) -> Run:
        """Return the function of two two-valued expressions for each condition."""
        both = [
            (self._short(one, unknown=False), self._short(one, unknown=True))
            for one in self.conditions
        ]
        wholes = [f"3 if {sure} else 2 if {possible} else 0" for sure, possible in both]
        return self._compiled([*self._loads(), f"return [{', '.join(wholes)}]"])

    def _compiled(self, body: list[str]) -> Run:
        source = "\n    ".join(["def run(known):", "get = known.get", *body])
        exec(compile(source, "<peer>", "exec"), self.names)  # noqa: S102 - own source
        run: Run = self.names["run"]
        return run

    def _loads(self) -> list[str]:
        return [f"{name} = get({'.'.join(key)!r})" for key, name in self.variables.items()]

    def _tests(self, of: Plain) -> list[tuple[Key, Unary, bool]]:
        return [(test.key, test.test, test.passes) for test in asked(of)]

    def _lanes(self, of: Plain, numbers: Mapping[tuple[Key, Unary, bool], str]) -> str:
        if isinstance(of, Asks):
            return numbers[of.key, of.test, of.passes]
        sign = " & " if of.how == "all" else " | "
        return f"({sign.join(self._lanes(part, numbers) for part in of.of)})"

    def _short(self, of: Plain, *, unknown: bool) -> str:
        if isinstance(of, Asks):
            variable = self.variables[of.key]
            written = self._test(of.test, variable)
            written = written if of.passes else f"not {written}"
            join = f"{variable} is None or" if unknown else f"{variable} is not None and"
            return f"({join} {written})"
        sign = " and " if of.how == "all" else " or "
        return f"({sign.join(self._short(part, unknown=unknown) for part in of.of)})"

    def _test(self, test: Unary, variable: str) -> str:
        match test:
            case Comparison(sign, literal):
                if isinstance(literal.value, bool):
                    return f"{variable} is {literal.value}"
                sign = "==" if sign == "=" else sign
                return f"{variable} {sign} {self._constant(literal.value)}"
            case Interval(low, high):
                # Of the synthetic catalog: from the lower end, up to the upper one.
                ends = (self._constant(low.value), self._constant(high.value))
                return f"({ends[0]} <= {variable} < {ends[1]})"
            case AnyOf(tests):
                words = {one.literal.value for one in tests if isinstance(one, Comparison)}
                return f"{variable} in {words!r}"
            case _:
                raise ValueError(f"not in a synthetic catalog: {test}")

    def _constant(self, value: Any) -> str:  # noqa: ANN401 - a word, a number or a day
        if isinstance(value, str):
            return repr(value)
        value = value if hasattr(value, "year") else int(value)
        name = f"c{len(self.names)}"
        self.names[name] = value
        return name if hasattr(value, "year") else str(value)


def named(facts: Mapping[Key, object]) -> dict[str, object]:
    """Return what is known by plain names, as one would write them by hand."""
    return {".".join(key): value for key, value in facts.items()}
