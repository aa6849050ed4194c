"""List faults in a request: its shape, who takes part, papers and steps."""

from tests.unit.answers.asking import BIRTH, BOTH, DEATH, Case

WRONG_REQUESTS: list[Case] = [
    # The outer shape.
    ({"events": []}, "events", "no-event", "birth"),
    ({"events": ["brith"]}, "events[0]", "unknown-event", "'birth'"),
    ({"events": ["Lahiran"]}, "events[0]", "unknown-event", "'birth'"),
    ({"events": ["zzz"]}, "events[0]", "unknown-event", "pilih salah satu: birth, death"),
    ({"events": ["birth", "birth"]}, "events[1]", "repeated-event", "hapus satu"),
    ({"events": "birth"}, "events", "wrong-type", "daftar"),
    ({"events": [1]}, "events[0]", "wrong-type", "teks"),
    ({"events": [""]}, "events[0]", "bad-text", "huruf"),
    ({"events": ["birth"] * 21}, "events", "too-many", "kurangi"),
    ({**BIRTH, "answer": {}}, "answer", "unknown-field", "'answers'"),
    ({**BIRTH, "answers": []}, "answers", "wrong-type", "objek"),
    ({**BIRTH, "answers": {f"a{n}.b": 1 for n in range(501)}}, "answers", "too-many", "kurangi"),
    ({**BIRTH, "answers": {"": 1}}, "answers.", "bad-text", "huruf"),
    ({**BIRTH, "documents": {"have": []}}, "documents.have", "unknown-field", "held"),
    ({**BIRTH, "include": ["plans"]}, "include[0]", "unknown-word", "'plan'"),
    ({**BIRTH, "date": 3}, "date", "wrong-type", "2026-11-22"),
    ({**BIRTH, "date": "22-11-2026"}, "date", "bad-date", "tahun-bulan-hari"),
    ({**BIRTH, "date": "2026-02-30"}, "date", "bad-date", "tahun-bulan-hari"),
    ({**BIRTH, "date": "0001-01-01"}, "date", "bad-date", "tahun-bulan-hari"),
    ({**BIRTH, "prefer": "fast"}, "prefer", "unknown-word", "'fastest'"),
    ({**BIRTH, "channel": "online"}, "channel", "unknown-word", "electronic, counter"),
    ({**BIRTH, "lang": "jv"}, "lang", "unknown-word", "id, en"),
    ({**BIRTH, "date": None}, "date", "wrong-type", "2026-11-22"),
    # Persons.
    ({**BIRTH, "persons": {"mother": 2}}, "persons.mother", "unknown-role", "hapus ini"),
    ({**BIRTH, "persons": {"midwife": 1}}, "persons.midwife", "unknown-role", "child"),
    ({**DEATH, "persons": {"deceased": "mother"}}, "persons.deceased", "unknown-role", "birth"),
    ({**BIRTH, "persons": {"child": 9}}, "persons.child", "out-of-bounds", "dari 1 sampai 4"),
    ({**BIRTH, "persons": {"child": True}}, "persons.child", "wrong-type", "angka 1 sampai 4"),
    ({**BIRTH, "persons": {"child": "dua"}}, "persons.child", "wrong-type", "angka"),
    ({**BOTH, "persons": {"deceased": 1}}, "persons.deceased", "wrong-type", "mother"),
    ({**BOTH, "persons": {"deceased": "mothr"}}, "persons.deceased", "unknown-role", "'mother'"),
    ({**BOTH, "persons": {"deceased": "?"}}, "persons.deceased", "unknown-role", "other"),
    ({**BOTH, "persons": {"deceased": "mother-1"}}, "persons.deceased", "not-numbered", "mother"),
    ({**BOTH, "persons": {"deceased": "child-2"}}, "persons.deceased", "unknown-member", "child"),
    (
        {**BOTH, "persons": {"deceased": "child", "child": 2}},
        "persons.deceased",
        "needs-number",
        "child-1, child-2",
    ),
    (
        {**BOTH, "persons": {"deceased": "child-3", "child": 2}},
        "persons.deceased",
        "needs-number",
        "child-1, child-2",
    ),
    (
        {**BOTH, "persons": {"deceased": "heir", "heir": 0}},
        "persons.deceased",
        "unknown-member",
        "persons.heir",
    ),
    # Papers.
    ({**BIRTH, "wanted": [3]}, "wanted[0]", "wrong-type", "dokumen@orang"),
    ({**BIRTH, "wanted": [{}]}, "wanted[0].document", "wrong-type", "dokumen@orang"),
    (
        {**BIRTH, "documents": {"lacking": [{"document": "ktp-el", "issued": "2020-01-01"}]}},
        "documents.lacking[0].issued",
        "unknown-field",
        "document",
    ),
    ({**BIRTH, "wanted": ["surat-lahr"]}, "wanted[0]", "unknown-document", "'surat-lahir'"),
    ({**BIRTH, "wanted": ["buku nikah"]}, "wanted[0]", "unknown-document", "'buku-nikah'"),
    ({**BIRTH, "wanted": ["surat-usang"]}, "wanted[0]", "unknown-document", "'surat-lahir'"),
    ({**BIRTH, "wanted": ["buku-nikah@chld"]}, "wanted[0]", "unknown-role", "'child'"),
    ({**BIRTH, "wanted": ["buku-nikah@child"]}, "wanted[0]", "wrong-holder", "buku-nikah@parents"),
    ({**BIRTH, "wanted": ["ktp-el@family"]}, "wanted[0]", "wrong-holder", "ktp-el@mother"),
    ({**BIRTH, "wanted": ["akta-kematian"]}, "wanted[0]", "needs-holder", "hapus"),
    (
        {**BIRTH, "persons": {"child": 2}, "wanted": ["surat-lahir"]},
        "wanted[0]",
        "needs-holder",
        "surat-lahir@child-1, surat-lahir@child-2",
    ),
    (
        {**BIRTH, "documents": {"held": [{"document": "ktp-el", "issued": 2026}]}},
        "documents.held[0].issued",
        "wrong-type",
        "tanggal",
    ),
    (
        {**BIRTH, "documents": {"held": [{"document": "ktp-el", "issued": "2026-11-23"}]}},
        "documents.held[0].issued",
        "bad-date",
        "tanggal",
    ),
    (
        {
            **BIRTH,
            "documents": {
                "held": [
                    {"document": "ktp-el", "issued": "2026-01-02", "valid_until": "2026-01-01"}
                ]
            },
        },
        "documents.held[0].valid_until",
        "bad-date",
        "tanggal",
    ),
    (
        {**BIRTH, "documents": {"held": ["akta-kelahiran-ibu"], "lacking": ["akta-kelahiran"]}},
        "documents.lacking[0]",
        "contradiction",
        "salah satu",
    ),
    ({**BIRTH, "documents": {"held": ["kk"]}}, "documents.held[0]", "unknown-document", "kk-baru"),
    # Steps.
    ({**BIRTH, "done": ["x"]}, "done[0]", "unknown-step", "LJ-0017@child-1"),
    ({**BIRTH, "done": ["LJ-000@child"]}, "done[0]", "unknown-service", "'LJ-0010'"),
    ({**BIRTH, "done": ["LJ-0900@child"]}, "done[0]", "withdrawn-service", "LJ-0001"),
    ({**BIRTH, "done": ["hilang@child"]}, "done[0]", "withdrawn-service", "hapus"),
    ({**BIRTH, "done": ["LJ-0001@mother"]}, "done[0]", "wrong-holder", "LJ-0001@child-1"),
    ({**BIRTH, "done": ["LJ-0001@moter"]}, "done[0]", "unknown-role", "'mother'"),
    ({**BIRTH, "done": ["LJ-0001@child+buku@parents"]}, "done[0]", "unknown-document", "buku"),
    ({**BIRTH, "done": ["LJ-0001@child+buku-nikah@child"]}, "done[0]", "wrong-holder", "parents"),
]
