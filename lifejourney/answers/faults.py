"""Collect what is wrong with a request: the field, what, and how to put it right."""

from collections.abc import Iterable

from lifejourney.errors import Place, Problem, Words, did_you_mean

LONGEST_SHOWN = 60
MANY_CHOICES = 12


class Faults:
    """Collect the problems of one request, in the order in which they are found."""

    def __init__(self) -> None:
        """Begin with none."""
        self.problems: list[Problem] = []

    def add(self, code: str, field: str, what: Words, remedy: Words | None = None) -> None:
        """Report a problem at a field."""
        self.problems.append(Problem(code, Place(field=field), what, remedy))

    def has(self, field: str) -> bool:
        """Tell whether something at a field, or at an entry of it, was reported."""
        return any(str(one.where).partition("[")[0] in ("", field) for one in self.problems)

    def wrong_type(self, field: str, value: object, wanted: Words) -> None:
        """Report a value of another JSON type than the one wanted."""
        known = kind(value)
        what = Words(f"ini {known.id}", f"this is {known.en}")
        self.add("wrong-type", field, what, Words(f"tulis {wanted.id}", f"write {wanted.en}"))

    def too_many(self, field: str, most: int) -> None:
        """Report more entries than anybody needs."""
        what = Words(f"lebih dari {most} butir", f"more than {most} entries")
        self.add("too-many", field, what, Words("kurangi jumlahnya", "send fewer"))


def shown(value: str) -> str:
    """Return a text as it can be shown in a message: printable, and not too long."""
    clean = value
    if not value.isprintable():
        clean = "".join(
            char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in value
        )
    return clean if len(clean) <= LONGEST_SHOWN else f"{clean[: LONGEST_SHOWN - 1]}…"


def kind(value: object) -> Words:
    """Name the JSON type of a value."""
    match value:
        case None:
            return Words("kosong (null)", "null")
        case bool():
            return Words("true atau false", "true or false")
        case int() | float():
            return Words("angka", "a number")
        case str():
            return Words("teks", "a text")
        case list() | tuple():
            return Words("daftar", "a list")
        case _:
            return Words("objek", "an object")


def choose(name: str, choices: Iterable[str]) -> Words | None:
    """Suggest the choice most like a name, or else list them; None if there is none."""
    known = tuple(dict.fromkeys(choices))
    if near := did_you_mean(name[:100], known):
        return near
    if not known:
        return None
    if len(known) == 1:
        return Words(f"tulis {known[0]}", f"write {known[0]}")
    more = ", …" if len(known) > MANY_CHOICES else ""
    listed = ", ".join(known[:MANY_CHOICES]) + more
    return Words(f"pilih salah satu: {listed}", f"choose one of: {listed}")
