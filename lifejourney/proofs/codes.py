"""Every code that a proof can report, with what it means."""

from collections.abc import Mapping
from typing import Final

from lifejourney.errors import Words

CODES: Final[Mapping[str, Words]] = {
    "no-witness": Words("Layanan tanpa jalan ke sana.", "A service that no answers lead to."),
    "not-decided": Words("Belum terbukti.", "Not proved within the limit."),
    "question-never-matters": Words("Pertanyaan tanpa guna.", "A question of no consequence."),
    "dead-option": Words("Pilihan yang mustahil.", "An option that nobody can have."),
    "options-alike": Words("Pilihan tanpa beda.", "Options that make no difference."),
    "never-true": Words("Syarat yang mustahil.", "A condition that is never met."),
    "always-true": Words("Syarat tanpa guna.", "A condition that is always met."),
    "pin-cost": Words(
        "Urutan tetap yang menambah pertanyaan.", "A pinned order that costs questions."
    ),
    "question-long": Words("Pertanyaan panjang.", "A long question."),
    "question-double": Words("Dua pertanyaan sekaligus.", "Two questions in one."),
    "question-negated": Words("Sangkalan ganda.", "A question that says no twice."),
}
