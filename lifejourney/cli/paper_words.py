"""One paper in words: original or copy, whether it is handed in, where it comes from."""

from collections.abc import Mapping
from typing import Any

from lifejourney.cli.desk import Desk

Json = Mapping[str, Any]


def forms(desk: Desk, paper: Json) -> str:
    """Return in which form a paper is needed: "asli dan fotokopi 2 lembar, diserahkan"."""
    copies = paper["copies"]
    form: list[str] = []
    if paper["original"]:
        form.append(desk.words("asli", "original"))
    if copies:
        many = "y" if copies == 1 else "ies"
        form.append(desk.words(f"fotokopi {copies} lembar", f"{copies} photocop{many}"))
    kept = desk.words(", diserahkan", ", handed in") if paper["kept"] else ""
    return desk.words(" dan ", " and ").join(form) + kept


def origin(desk: Desk, paper: Json, numbers: Mapping[str, int]) -> str:  # noqa: PLR0911 - one case each
    """Return where a paper comes from; `numbers` gives the number of each step by its id."""
    document = desk.catalog.documents.get(paper["document"])
    match paper["from"]:
        case "held":
            return desk.words("sudah ada pada Anda", "you have it")
        case "assumed":
            return desk.words("kami anggap sudah ada", "we suppose you have it")
        case "step" if paper["step"] not in numbers:
            return desk.words(
                "dari langkah yang masih bergantung pada jawaban Anda",
                "from a step that still depends on your answers",
            )
        case "step":
            number = numbers[paper["step"]]
            return desk.words(f"dari langkah {number}", f"from step {number}")
        case "self":
            where = desk.text(document.where_to_get) if document is not None else ""
            if not paper.get("form") and not where:
                return desk.words("Anda buat sendiri", "you make it yourself")
            filled = desk.words("Anda isi", "you fill it in")
            return f"{filled}. {where}".rstrip(". ")
        case "outside":
            issuer = desk.text(document.issuer) if document is not None else ""
            return desk.words(f"minta ke: {issuer}", f"from: {issuer}") if issuer else ""
        case _:
            return desk.words("belum ada; tanyakan di loket", "not at hand; ask at the counter")
