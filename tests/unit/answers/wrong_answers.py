"""List faults in answers: whose, to which fact, with which value, and beside which other."""

from tests.unit.answers.asking import BIRTH, DEATH, Case

WRONG_ANSWERS: list[Case] = [
    # A date by month, year or age.
    *(
        ({**BIRTH, "answers": {fact: value}}, f"answers.{fact}", code, remedy)
        for fact, value, code, remedy in (
            ("child.birth_date", "2026-13", "bad-date", "01 sampai 12"),
            ("child.birth_date", "2026-00", "bad-date", "01 sampai 12"),
            ("child.birth_date", "1700", "out-of-bounds", "dari 1800 sampai 2199"),
            ("child.birth_date", "2027-01", "future-date", "2026-11-22"),
            ("child.birth_date", "1850-01-01", "too-long-ago", "tahunnya"),
            ("child.birth_date", "2027-01-01", "future-date", "2026-11-22"),
            ("child.birth_date", "age 40..30", "bad-age", "umur 30..40"),
            ("child.birth_date", "umur 100..151", "out-of-bounds", "dari 0 sampai 150"),
            ("child.birth_date", "age -1", "bad-date", "umur 30..39"),
            ("mother.married_on", "age 3", "bad-date", "bulan"),
            ("mother.married_on", "1949", "out-of-bounds", "1950-01-01"),
            ("mother.married_on", "entah", "bad-date", "2026-11 atau 2026"),
            ("mother.married_on", 1958, "wrong-type", "tanggal"),
        )
    ),
    (
        {**BIRTH, "answers": {"child.birth_date": "2026-11", "child-1.birth_date": "2026-10"}},
        "answers.child-1.birth_date",
        "contradiction",
        "hapus",
    ),
    (
        {**BIRTH, "answers": {"mother.birth_date": "2010-03", "child.birth_date": "2009"}},
        "answers.child.birth_date",
        "contradiction",
        "perbaiki",
    ),
    (
        {**BIRTH, "answers": {"mother.birth_date": "age 8..9"}},
        "answers.mother.birth_date",
        "contradiction",
        "perbaiki",
    ),
    # Whose fact.
    ({**BIRTH, "answers": {"xx": 1}}, "answers.xx", "unknown-fact", "child.birth_date"),
    ({**BIRTH, "answers": {"?.x": 1}}, "answers.?.x", "unknown-role", "child"),
    (
        {**BIRTH, "answers": {"chid.at_home": True}},
        "answers.chid.at_home",
        "unknown-role",
        "'child'",
    ),
    ({**BIRTH, "answers": {"heir.region": "34"}}, "answers.heir.region", "unknown-role", "death"),
    (
        {**BIRTH, "persons": {"child": 2}, "answers": {"child.at_home": True}},
        "answers.child.at_home",
        "needs-number",
        "child[1], child[2]",
    ),
    (
        {**BIRTH, "persons": {"child": 2}, "answers": {"child[3].at_home": True}},
        "answers.child[3].at_home",
        "unknown-member",
        "child[1], child[2]",
    ),
    (
        {**BIRTH, "answers": {"child[2].at_home": True}},
        "answers.child[2].at_home",
        "unknown-member",
        'persons: {"child": 2}',
    ),
    (
        {**BIRTH, "answers": {"child[0].at_home": True}},
        "answers.child[0].at_home",
        "unknown-member",
        "child[1]",
    ),
    (
        {**DEATH, "persons": {"heir": 0}, "answers": {"heir.region": "34"}},
        "answers.heir.region",
        "unknown-member",
        "persons.heir",
    ),
    (
        {**BIRTH, "answers": {"mother[1].region": "34"}},
        "answers.mother[1].region",
        "not-numbered",
        "mother",
    ),
    (
        {**BIRTH, "answers": {"child-2.at_home": True}},
        "answers.child-2.at_home",
        "unknown-member",
        'persons: {"child": 2}',
    ),
    # Which fact.
    (
        {**BIRTH, "answers": {"child.at_hom": True}},
        "answers.child.at_hom",
        "unknown-fact",
        "'at_home'",
    ),
    (
        {**BIRTH, "answers": {"child.marriage": "none"}},
        "answers.child.marriage",
        "unknown-fact",
        "parents.marriage",
    ),
    (
        {**BIRTH, "answers": {"parents.birth_region": "34"}},
        "answers.parents.birth_region",
        "unknown-fact",
        "region",
    ),
    (
        {**BIRTH, "answers": {"child.count": 2}},
        "answers.child.count",
        "unknown-fact",
        '{"child": 2}',
    ),
    (
        {**BIRTH, "answers": {"mother.alive": True}},
        "answers.mother.alive",
        "derived-fact",
        "hapus",
    ),
    (
        {**BIRTH, "answers": {"family.alive": True}},
        "answers.family.alive",
        "unknown-fact",
        "",
    ),
    (
        {**BIRTH, "answers": {"mother.is_minor": True}},
        "answers.mother.is_minor",
        "derived-fact",
        "jawab mother.birth_date",
    ),
    (
        {**BIRTH, "answers": {"child.recorded": True}},
        "answers.child.recorded",
        "derived-fact",
        "jawab parents.marriage",
    ),
    ({**DEATH, "answers": {"heir.alone": True}}, "answers.heir.alone", "derived-fact", ""),
    ({**BIRTH, "answers": {"mother.loop": True}}, "answers.mother.loop", "derived-fact", ""),
    ({**BIRTH, "answers": {"mother.lost": True}}, "answers.mother.lost", "derived-fact", ""),
    # Which value.
    ({**BIRTH, "answers": {"child.at_home": "ya"}}, "answers.child.at_home", "bad-value", "true"),
    ({**BIRTH, "answers": {"child.at_home": 1}}, "answers.child.at_home", "wrong-type", "true"),
    (
        {**BIRTH, "answers": {"child.at_home": None}},
        "answers.child.at_home",
        "wrong-type",
        "declined",
    ),
    (
        {**BIRTH, "answers": {"child.condition": "helthy"}},
        "answers.child.condition",
        "unknown-option",
        "'healthy'",
    ),
    (
        {**BIRTH, "answers": {"child.condition": "dirawat"}},
        "answers.child.condition",
        "unknown-option",
        "'in_care'",
    ),
    (
        {**BIRTH, "answers": {"child.condition": "?"}},
        "answers.child.condition",
        "unknown-option",
        "healthy (Sehat)",
    ),
    (
        {**BIRTH, "answers": {"child.condition": {}}},
        "answers.child.condition",
        "wrong-type",
        "healthy (Sehat)",
    ),
    (
        {**BIRTH, "answers": {"mother.children": 2.0}},
        "answers.mother.children",
        "wrong-type",
        "angka",
    ),
    (
        {**BIRTH, "answers": {"mother.children": "2 x"}},
        "answers.mother.children",
        "bad-value",
        "angka",
    ),
    (
        {**BIRTH, "answers": {"mother.children": 21}},
        "answers.mother.children",
        "out-of-bounds",
        "dari 0 sampai 20",
    ),
    (
        {**BIRTH, "answers": {"mother.married_on": "1949-12-31"}},
        "answers.mother.married_on",
        "out-of-bounds",
        "1950-01-01",
    ),
    (
        {**BIRTH, "answers": {"mother.nickname": "a\nb"}},
        "answers.mother.nickname",
        "bad-value",
        "baris",
    ),
    (
        {**BIRTH, "answers": {"mother.nickname": []}},
        "answers.mother.nickname",
        "wrong-type",
        "baris",
    ),
    ({**BIRTH, "answers": {"self.region": 34}}, "answers.self.region", "wrong-type", "34.71"),
    (
        {**BIRTH, "answers": {"self.region": "3471"}},
        "answers.self.region",
        "unknown-region",
        "'34.71'",
    ),
    (
        {**BIRTH, "answers": {"self.region": "34.99.01"}},
        "answers.self.region",
        "unknown-region",
        "'34'",
    ),
    (
        {**BIRTH, "answers": {"self.region": "sleman"}},
        "answers.self.region",
        "unknown-region",
        "34.04 (Kabupaten Sleman)",
    ),
    (
        {**BIRTH, "answers": {"self.region": "kota yogyakarta"}},
        "answers.self.region",
        "unknown-region",
        "34.71",
    ),
    (
        {**BIRTH, "answers": {"self.region": "Slemen"}},
        "answers.self.region",
        "unknown-region",
        "'Sleman'",
    ),
    ({**BIRTH, "answers": {"self.region": "??"}}, "answers.self.region", "unknown-region", "34.71"),
    # What cannot be true together.
    (
        {
            **BIRTH,
            "answers": {"child[1].birth_date": "2026-11-01", "child-1.birth_date": "2026-11-02"},
        },
        "answers.child-1.birth_date",
        "contradiction",
        "hapus salah satunya",
    ),
    (
        {**BIRTH, "answers": {"child.birth_date": "1990-01-01", "mother.birth_date": "2000-01-01"}},
        "answers.mother.birth_date",
        "contradiction",
        "perbaiki salah satunya",
    ),
    (
        {**BIRTH, "answers": {"mother.birth_date": "2020-01-01"}},
        "answers.mother.birth_date",
        "contradiction",
        "perbaiki jawabannya",
    ),
    (
        {**BIRTH, "answers": {"child.at_home": True}, "declined": ["child.at_home"]},
        "declined[0]",
        "contradiction",
        "pilih satu",
    ),
    ({**BIRTH, "declined": ["child.age"]}, "declined[0]", "derived-fact", "child[1].birth_date"),
]
