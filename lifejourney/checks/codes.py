"""Every code that a problem of a catalog can bear, with what it means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lifejourney.errors import Words
from lifejourney.feel.invalid import REFUSALS

_FILES: Final[Mapping[str, Words]] = {
    "no-catalog": Words("Folder katalog tidak ada.", "There is no catalog folder."),
    "unknown-file": Words("Berkas yang tidak akan dibaca.", "A file that nobody would read."),
    "unreadable": Words("Berkas tidak dapat dibuka.", "A file that cannot be opened."),
    "file-too-large": Words("Berkas terlalu besar.", "A file that is too large."),
    "not-utf8": Words("Berkas bukan teks UTF-8.", "A file that is no UTF-8 text."),
    "empty-file": Words("Berkas kosong.", "An empty file."),
    "bad-character": Words("Karakter yang dilarang YAML.", "A character that YAML forbids."),
    "bad-csv": Words("Tabel wilayah tidak terbaca.", "The table of regions cannot be read."),
    "bad-region": Words("Baris wilayah salah.", "A row of the regions is wrong."),
}
_YAML: Final[Mapping[str, Words]] = {
    "cut-text": Words("Teks terpotong di '#'.", "A text cut off at '#'."),
    "yaml-syntax": Words("Susunan YAML salah.", "The text is no YAML."),
    "yaml-alias": Words("Jangkar atau alias YAML.", "A YAML anchor or alias."),
    "yaml-tag": Words("Penanda tipe YAML.", "A YAML tag."),
    "second-document": Words("Lebih dari satu dokumen YAML.", "More than one YAML document."),
    "too-deep": Words("Bersarang terlalu dalam.", "Nested too deeply."),
    "tab": Words("Jorokan dengan tab.", "Indentation with a tab."),
    "unquoted-value": Words("Nilai perlu tanda kutip.", "A value that needs quotes."),
    "duplicate-key": Words("Kunci tertulis dua kali.", "A key that stands there twice."),
    "bad-key": Words("Kunci bukan satu teks.", "A key that is no text."),
    "empty-value": Words("Kunci tanpa isi.", "A key that holds nothing."),
}
_SHAPE: Final[Mapping[str, Words]] = {
    "unknown-key": Words("Kunci tidak dikenal.", "An unknown key."),
    "missing-key": Words("Kunci wajib belum ada.", "A mandatory key is missing."),
    "wrong-type": Words("Jenis isian salah.", "A value of the wrong type."),
    "unknown-word": Words("Kata di luar daftar.", "A word outside its list."),
    "bad-slug": Words("Nama tidak sah.", "A name of the wrong form."),
    "bad-code": Words("Kode layanan tidak sah.", "A code of the wrong form."),
    "bad-currency": Words("Kode mata uang tidak sah.", "A currency of the wrong form."),
    "bad-address": Words("Alamat web tidak sah.", "A web address of the wrong form."),
    "bad-flag": Words("Bukan true atau false.", "Neither true nor false."),
    "bad-number": Words("Bukan bilangan bulat.", "No whole number."),
    "bad-day": Words("Bukan tanggal.", "No day."),
    "bad-condition": Words("Syarat salah bentuk.", "A condition of the wrong form."),
    "bad-condition-key": Words("Kunci syarat tidak dikenal.", "An unknown key in a condition."),
    "bad-test": Words("Uji salah bentuk.", "A test of the wrong form."),
    "fixed-key": Words("Hal yang tidak dapat diubah.", "A change of what never changes."),
}
_NAMES: Final[Mapping[str, Words]] = {
    "unknown-authority": Words("Instansi tidak ada.", "An authority that is not there."),
    "unknown-document": Words("Dokumen tidak ada.", "A document that is not there."),
    "unknown-event": Words("Peristiwa tidak ada.", "An event that is not there."),
    "deadline-when": Words(
        "Batas waktu yang tidak jelas kapan.", "A deadline that does not say when it is."
    ),
    "opens-from-nothing": Words(
        "Layanan buka suatu waktu setelah sesuatu yang tidak disebut, atau sebaliknya.",
        "A service that opens a period after nothing, or nothing after something.",
    ),
    "not-served": Words("Layanan bukan untuk peran itu.", "The service is not for that role."),
    "due-when": Words("Kapan jatuh tempo?", "When does it fall due?"),
    "never-open": Words(
        "Jendela yang tutup sebelum buka.", "A window that closes before it opens."
    ),
    "repeats-at-once": Words("Layanan yang terulang seketika.", "A service that repeats at once."),
    "not-held": Words(
        "Dokumen yang punya hari terakhir, tetapi tidak di tangan.",
        "A paper that ends on a day, and is not held.",
    ),
    "unknown-fact": Words("Fakta tidak ada.", "A fact that is not there."),
    "unknown-goal": Words("Tujuan tidak ada.", "A goal that is not there."),
    "unknown-option": Words("Pilihan tidak ada.", "An option that is not there."),
    "unknown-person": Words("Peran tidak ada.", "A role that is not there."),
    "unknown-region": Words("Wilayah tidak ada.", "A region that is not there."),
    "unknown-service": Words("Layanan tidak ada.", "A service that is not there."),
    "unknown-source": Words("Sumber tidak ada.", "A source that is not there."),
    "unknown-topic": Words("Topik tidak ada.", "A topic that is not there."),
    "bad-fact-name": Words("Bukan peran.fakta.", "No role.fact."),
    "whose": Words("Tidak disebut milik siapa.", "A name that does not say whose."),
}
_FACTS: Final[Mapping[str, Words]] = {
    "missing-options": Words("Pilihan kurang dari dua.", "A choice with less than two options."),
    "misfit-key": Words("Kunci tidak cocok dengan jenisnya.", "A key that its type forbids."),
    "forbidden-option": Words("Nama pilihan terlarang.", "A forbidden name of an option."),
    "reserved-name": Words("Nama sudah terpakai.", "A name that the language uses."),
    "bad-bound": Words("Batas salah jenis.", "A bound of the wrong type."),
    "bad-range": Words("Terkecil di atas terbesar.", "The least above the greatest."),
    "bad-derived": Words("Turunan tidak jelas.", "A derivation that is unclear."),
    "duplicate-fact": Words("Fakta tertulis dua kali.", "A fact defined twice."),
    "fact-circle": Words("Fakta berputar.", "Facts that need each other."),
    "bad-constraint": Words("Batasan tidak terbaca.", "A constraint that cannot be read."),
    "which-member": Words("Anggota mana?", "Which member of the role?"),
    "it-means-nobody": Words("'it' tidak menunjuk siapa pun.", "'it' means nobody."),
    "wrong-test-type": Words("Uji tidak cocok dengan fakta.", "A test that does not fit."),
    "fact-is-a-paper": Words("Fakta tentang dokumen.", "A fact that means a document."),
}
_QUESTIONS: Final[Mapping[str, Words]] = {
    "topic-missing": Words("Pertanyaan tanpa topik.", "A question without a topic."),
    "topic-empty": Words("Topik tanpa pertanyaan.", "A topic without questions."),
    "not-in-topic": Words("Pertanyaan topik lain.", "A question of another topic."),
    "pinned-twice": Words("Urutan tertulis dua kali.", "A question pinned twice."),
    "pinned-first": Words("Urutan yang tidak perlu.", "A pin without effect."),
    "likelihood-missing": Words("Perkiraan belum ada.", "An estimate is missing."),
    "bad-effort": Words("Upaya di luar 1 sampai 3.", "An effort outside 1 to 3."),
    "effort-low": Words("Upaya terlalu rendah.", "An effort that is too low."),
    "misfit-ask": Words(
        "Pertanyaan tentang surat yang tidak ditanyakan.", "A paper never asked for."
    ),
}
_NOUNS: Final[Mapping[str, Words]] = {
    "missing-component": Words("Komponen wajib kosong.", "A mandatory component is empty."),
    "missing-actor": Words("Pelaku belum disebut.", "Who acts is not said."),
    "missing-question": Words("Pertanyaan belum ada.", "A question is missing."),
    "missing-unit": Words("Angka tanpa satuan.", "A figure without a unit."),
    "below-zero": Words("Angka di bawah nol.", "A figure below zero."),
    "not-a-date": Words("Bukan fakta tanggal.", "No fact that is a date."),
    "duplicate-code": Words("Kode dipakai dua kali.", "A code that two services bear."),
    "updates-nothing": Words("Tidak ada keadaan baru.", "No result is a new state."),
    "too-large": Words("Angka yang terlalu besar.", "A figure that is too large."),
    "too-long": Words("Lebih lama daripada hidup manusia.", "Longer than a human life."),
    "said-twice": Words("Tertulis dua kali.", "Said twice."),
    "claim-when": Words("Batas klaim tidak lengkap.", "A time to claim that is not whole."),
    "never-valid": Words("Surat yang tidak pernah berlaku.", "A paper that is never valid."),
    "kept-not-shown": Words("Diserahkan atau dilihat?", "Handed in, or only looked at?"),
    "yearly-window": Words("Jendela tahunan tidak utuh.", "A yearly window that is not whole."),
    "changes-nothing": Words("Perubahan tanpa isi.", "A change of nothing."),
    "ends-nothing": Words("Tidak ada yang berakhir.", "Nothing that could end."),
    "changes-twice": Words("Dua perubahan sehari.", "Two changes from one day on."),
    "filed-with-itself": Words("Diajukan bersama dirinya.", "Filed with itself."),
    "wrong-holder": Words("Pemegang yang salah.", "The wrong holder."),
    "no-producer": Words("Dokumen tanpa layanan.", "A document that no service makes."),
    "unexpected-producer": Words("Asal dokumen bertentangan.", "A document's origin conflicts."),
    "kind-circle": Words("'kind_of' berputar.", "Kinds in a circle."),
    "person-circle": Words("'is' berputar.", "Identities in a circle."),
    "group-or-not": Words("Kelompok atau orang?", "A group or a human being?"),
    "bad-goal": Words("Tujuan tidak jelas.", "A goal that is unclear."),
    "not-a-kind": Words("Bukan jenis dokumen itu.", "No kind of that document."),
    "retired-name": Words("Nama lama.", "A name that is no longer in use."),
    "verified-without-quote": Words("Terverifikasi tanpa kutipan.", "Verified without a quote."),
    "checked-in-future": Words("Dicek di masa depan.", "Checked in the future."),
    "old-source": Words("Sumber lama.", "An old source."),
}
_CALENDARS: Final[Mapping[str, Words]] = {
    "bad-year": Words("Nama berkas bukan tahun.", "A file name that is no year."),
    "other-year": Words("Hari di luar tahunnya.", "A day of another year."),
    "holiday-on-leave": Words("Libur dan cuti bersama.", "A holiday that is joint leave too."),
    "year-missing": Words("Tahun terlompati.", "A year left out."),
    "no-working-day": Words("Tidak ada hari kerja.", "A week without a working day."),
    "weekday-twice": Words("Hari tertulis dua kali.", "A weekday that stands there twice."),
}
_UNITS: Final[Mapping[str, Words]] = {
    "whose-unit": Words("Unit tanpa instansi.", "A unit of nobody."),
    "not-a-mall": Words("Bukan pusat pelayanan.", "No mall."),
    "unit-elsewhere": Words("Wilayah kerja salah.", "A unit in a region of the wrong kind."),
    "not-regional": Words("Tidak berbeda menurut daerah.", "What cannot differ by region."),
    "nothing-to-remove": Words("Surat yang tidak diminta.", "A paper that is not asked for."),
    "turns-by-region": Words(
        "Angka daerah yang membalik rencana.", "A regional figure that would turn a plan."
    ),
    "second-unit": Words("Kantor kedua.", "A second office of one authority in one region."),
}
_REGISTER: Final[Mapping[str, Words]] = {
    "not-registered": Words("Belum terdaftar.", "Not in the register."),
    "slug-removed": Words("Nama terbit yang hilang.", "A published name that is gone."),
    "slug-reused": Words("Nama lama dipakai lagi.", "A former name used again."),
    "unknown-successor": Words("Penerus tidak ada.", "A successor that is not there."),
    "code-changed": Words("Kode berubah.", "A code that changed."),
    "code-reused": Words("Kode dipakai lagi.", "A code used again."),
}
_TESTS: Final = {code: what for code, (what, _) in REFUSALS.items()}
CODES: Final[Mapping[str, Words]] = {
    **_FILES, **_YAML, **_SHAPE, **_NAMES, **_FACTS, **_QUESTIONS, **_NOUNS, **_CALENDARS,
    **_UNITS, **_REGISTER, **_TESTS
}  # fmt: skip
