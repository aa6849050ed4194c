"""Put one fault at a time into a sound catalog: the proofs find it where it stands."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from lifejourney.errors import Problem
from lifejourney.loading import read_with_places
from lifejourney.proofs import CODES, prove_catalog

TODAY = date(2026, 11, 22)
PACKAGE = Path(__file__).parents[3] / "lifejourney" / "proofs"
WORDS = "title: {id: Apa?}, why: {id: Perlu.}"


class Fault(NamedTuple):
    """Replace `good` by `bad` in a file; `§` in `bad` marks the place to be reported.

    `hint` stands in the remedy.
    """

    file: str
    good: str
    bad: str
    code: str
    severity: str
    hint: str


FAULTS = [
    Fault(
        "events/birth.yaml",
        "  - {service: imunisasi, of: child, kind: advice, tone: joy}\n",
        "",
        "no-witness",
        "error",
        "call for it in 'calls_for'",
    ),
    Fault(
        "services/imunisasi.yaml",
        "applies: {it.alive: true}",
        "applies: §{all: [{it.condition: healthy}, {it.condition: in_care}]}",
        "no-witness",
        "error",
        "correct 'applies'",
    ),
    Fault(
        "services/imunisasi.yaml",
        "applies: {it.alive: true}",
        "applies: §{it.condition: healthy, not: {parents.marriage: -}}",
        "never-true",
        "error",
        "contradict",
    ),
    Fault(
        "services/imunisasi.yaml",
        "applies: {it.alive: true}",
        "requires: {document: akta-kelahiran, when: §{it.condition: not(healthy), it.at_home: "
        "true, it.birth_date: '> date(\"2027-01-01\")', mother.birth_date: '> "
        'date("2028-01-01")\'}}',
        "never-true",
        "error",
        "constraint",
    ),
    Fault(
        "services/imunisasi.yaml",
        "applies: {it.alive: true}",
        "applies: §{any: [{it.condition: healthy}, {it.condition: not(healthy)}]}",
        "always-true",
        "hint",
        "leave it out",
    ),
    Fault(
        "events/birth.yaml",
        "kind: duty, when: {some: {child: {condition: healthy}}}}",
        "kind: duty, when: §{any: [{event: birth}, {event: death}]}}",
        "always-true",
        "hint",
        "leave it out",
    ),
    Fault(
        "facts/parents.yaml",
        "facts:\n",
        f"facts:\n  faith: {{type: boolean, {WORDS.replace('{id: Apa', '§{id: Apa', 1)}}}\n",
        "question-never-matters",
        "error",
        "remove it",
    ),
    Fault(
        "facts/parents.yaml",
        "of: [parents]",
        "of: [parents, §family]",
        "question-never-matters",
        "error",
        "remove it",
    ),
    Fault(
        "facts/parents.yaml",
        "      none: {title: Tidak menikah, likelihood: 5}\n",
        "      none: §{title: Tidak menikah, likelihood: 5}\n"
        "constraints:\n  - {never: {parents.marriage: none}}\n",
        "dead-option",
        "error",
        "correct the constraint",
    ),
    Fault(
        "facts/parents.yaml",
        "      none: {title: Tidak menikah, likelihood: 5}\n",
        "      none: {title: Tidak menikah, likelihood: 5}\n"
        "      adat: §{title: Secara adat, likelihood: 5}\n",
        "options-alike",
        "hint",
        "merge",
    ),
    Fault(
        "facts/parents.yaml",
        "title: {id: Perkawinan orang tua,",
        "title: {id: §Apakah perkawinan ayah dan ibu dari anak yang baru lahir itu sudah dicatat "
        "di kantor mana saja,",
        "question-long",
        "hint",
        "shorten",
    ),
    Fault(
        "facts/parents.yaml",
        "title: {id: Perkawinan orang tua,",
        "title: {id: §Sudah menikah? Sudah dicatat?,",
        "question-double",
        "hint",
        "two facts",
    ),
    Fault(
        "facts/parents.yaml",
        "title: {id: Perkawinan orang tua,",
        "title: {id: §Apakah belum menikah atau tidak dicatat?,",
        "question-negated",
        "hint",
        "what is so",
    ),
    Fault(
        "events/death.yaml",
        "ask: {id: Berapa ahli waris?, en: How",
        "ask: {id: Berapa ahli waris?, en: §Are they here? How",
        "question-double",
        "hint",
        "two facts",
    ),
    Fault(
        "documents/kartu-keluarga.yaml",
        "usual: held",
        "usual: held\nask: {id: §Apakah tidak ada yang belum punya KK?}",
        "question-negated",
        "hint",
        "what is so",
    ),
]


def prove(root: Path) -> tuple[Problem, ...]:
    """Return what the proofs find in a catalog."""
    catalog, _, places = read_with_places(root, TODAY)
    assert catalog is not None
    return prove_catalog(catalog, places, TODAY)


@pytest.mark.parametrize(
    "fault", FAULTS, ids=[f"{f.code}-{f.file}-{n}" for n, f in enumerate(FAULTS)]
)
def test_finds_each_fault_where_it_stands(small: Path, fault: Fault) -> None:
    path = small / fault.file
    text = path.read_text("utf-8")
    assert fault.good in text
    before = prove(small)
    after = text.replace(fault.good, fault.bad, 1)
    path.write_text(after.replace("§", ""), "utf-8")
    found = [one for one in prove(small) if one.code == fault.code and one not in before]
    if "§" in after:
        head = after[: after.index("§")]
        place = head.count("\n") + 1, len(head) - head.rfind("\n")
        found = [one for one in found if (one.where.line, one.where.column) == place]
    assert found, [one.in_language("en") for one in prove(small)]
    (problem,) = found
    assert problem.severity == fault.severity
    assert problem.remedy is not None
    assert fault.hint in problem.remedy.en
    assert problem.what.id != problem.what.en


def test_finds_a_paper_that_nobody_asks_for(small: Path) -> None:
    """To say whether a photo is at hand changes nothing where no service wants one."""
    path = small / "documents" / "foto.yaml"
    path.write_text("title: Foto\nof: person\nfrom: self\nusual: held\n", "utf-8")
    (problem,) = (one for one in prove(small) if one.code == "question-never-matters")
    assert (problem.where.file, problem.where.line, problem.where.column) == (str(path), 4, 8)


def test_a_sound_catalog_has_no_errors(small: Path) -> None:
    """What is left is the remark about a condition that both events meet."""
    assert [(one.code, one.severity) for one in prove(small)] == [("always-true", "hint")]


def test_every_code_is_explained_and_used() -> None:
    """The table of codes and the code agree."""
    text = "".join(p.read_text("utf-8") for p in PACKAGE.glob("*.py") if p.name != "codes.py")
    assert all(f'"{code}"' in text for code in CODES)
