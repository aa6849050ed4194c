"""What can be said of a case on the command line, and the raw body of a request that it makes.

The door reads the body, as it reads one that comes over the web.
"""

from typing import Annotated, Final

import typer

from lifejourney.cli.desk import Misuse, both, option
from lifejourney.errors import Words

Texts = list[str]
DAYS: Final = {"until": "valid_until", "issued": "issued"}
"""What may stand behind a paper, and its name in the body of a request."""
Events = Annotated[Texts, typer.Argument(metavar="EVENT", help=both("peristiwa", "life events"))]
Answer = Annotated[
    Texts,
    option(
        "--answer",
        "FACT=VALUE",
        "jawaban: orang.fakta=nilai; tanggal juga 2026-11, 2026, 'umur 30..39'",
        "an answer; a date also as 2026-11, 2026, 'age 30..39'",
    ),
]
Decline = Annotated[
    Texts, option("--decline", "FACT", "tidak ingin atau tidak bisa menjawab", "no answer")
]
Have = Annotated[Texts, option("--have", "DOC[@PERSON]", "dokumen yang ada", "a paper at hand")]
Lack = Annotated[
    Texts, option("--lack", "DOC[@PERSON]", "dokumen yang tidak ada", "a paper not at hand")
]
Want = Annotated[
    Texts, option("--want", "DOC[@PERSON]", "dokumen yang diinginkan", "a paper wanted")
]
Persons = Annotated[
    Texts,
    option(
        "--person",
        "ROLE=COUNT|ROLE",
        "ada berapa (child=2), atau siapa (deceased=mother)",
        "how many, or who",
    ),
]
Done = Annotated[
    Texts, option("--done", "STEP", "langkah yang sudah selesai", "a step that is done")
]
Day = Annotated[
    str | None, option("--date", "YYYY-MM-DD", "hari yang dipakai", "day of the advice")
]
Prefer = Annotated[
    str | None,
    option(
        "--prefer",
        "fastest|cheapest|fewest-visits",
        "utamakan yang tercepat, termurah, atau paling sedikit kunjungan",
        "what to prefer",
    ),
]
Channel = Annotated[
    str | None,
    option("--channel", "electronic|counter", "lebih suka daring atau loket", "online or counter"),
]


def body_of(
    *,
    answers: Texts,
    persons: Texts,
    held: Texts,
    lacking: Texts,
    **more: object,
) -> dict[str, object]:
    """Return the body of a request, without what was not said; raises Misuse for half an answer."""
    return _without_empty(
        {
            **more,
            "answers": _pairs("--answer", answers),
            "persons": _pairs("--person", persons),
            "documents": _without_empty({"held": [*map(_paper, held)], "lacking": lacking}),
        }
    )


def _pairs(option: str, given: list[str]) -> dict[str, object]:
    """Return NAME=VALUE texts as an object; raises Misuse without `=` or for one name twice."""
    found: dict[str, object] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            what = Words(f"{option} '{text}' tidak memuat '='", f"{option} '{text}' has no '='")
            raise Misuse(what, Words(f"tulis {option} NAMA=NILAI", f"write {option} NAME=VALUE"))
        if found.get(name, value) != value:
            what = Words(f"'{name}' diisi dua kali", f"'{name}' is given twice")
            raise Misuse(what, Words("hapus salah satunya", "remove one of them"))
        found[name] = value
    return found


def _paper(text: str) -> object:
    """Return a paper at hand, with the days that stand behind it; raises Misuse for other words."""
    name, *days = text.split(":")
    if "=" in name:  # `paspor@self=2027-02-01`: the day has a name of its own
        name, _, day = name.partition("=")
        days = [f"={day}", *days]
    if not days:
        return name
    told: dict[str, object] = {"document": name}
    for each in days:
        key, equals, day = each.partition("=")
        if not equals or key not in DAYS:
            what = Words(f"--have '{text}': '{each}'", f"--have '{text}': '{each}'")
            remedy = Words(
                f"tulis {name}:until=2027-02-01 atau {name}:issued=2022-02-01",
                f"write {name}:until=2027-02-01 or {name}:issued=2022-02-01",
            )
            raise Misuse(what, remedy)
        told[DAYS[key]] = day
    return told


def _without_empty(body: dict[str, object]) -> dict[str, object]:
    """Leave out what was not said."""
    return {name: value for name, value in body.items() if value not in (None, [], {}, "")}
