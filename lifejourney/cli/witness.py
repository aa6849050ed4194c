"""`lifejourney show CODE --witness`: answers that make a service a step of the plan."""

import shlex
from collections.abc import Mapping

import typer

from lifejourney.cli.desk import FOUND, Desk, Misuse
from lifejourney.errors import Words
from lifejourney.exports.plain import Json
from lifejourney.loading import SHIPPED
from lifejourney.proofs import Worlds, find_witness, tell


def show_witness(desk: Desk, told: Mapping[str, Json]) -> None:
    """Print a command that leads to the service shown; raises Misuse for any other noun."""
    kind, code = next(iter(told.items()))
    if kind != "service":
        what = Words(f"'{code}' bukan layanan", f"'{code}' is no service")
        raise Misuse(what, Words("sebut kode layanan: LJ-…", "name the code of a service: LJ-…"))
    service = desk.current.by_code[str(code)]
    search = find_witness(Worlds(desk.current, desk.today()), service.slug)
    if search.found is None:
        _show_none(desk, str(code), decided=search.decided)
        raise typer.Exit(FOUND)
    witness = tell(search.found)
    if desk.json:
        desk.give(witness.body())
        return
    folder = () if desk.folder == SHIPPED else ("--catalog", str(desk.folder))
    desk.line(
        desk.words(
            f"Dengan jawaban ini {witness.step} menjadi langkah. Yang lain seperti lazimnya.",
            f"With these answers {witness.step} is a step. All else is as usual.",
        )
    )
    # Not wrapped: it is to be copied.
    command = shlex.join(("lifejourney", *witness.arguments(), *folder))
    desk.console.print(command, soft_wrap=True)


def _show_none(desk: Desk, code: str, *, decided: bool) -> None:
    """Say that there is no witness, or that none was found."""
    if decided:
        text = desk.words(
            f"Tidak ada jawaban yang menjadikan {code} langkah. Lihat: lifejourney check",
            f"No answers make {code} a step. See: lifejourney check",
        )
    else:
        text = desk.words(
            f"Belum dapat dipastikan dalam batas pencarian apakah {code} pernah menjadi langkah.",
            f"Whether {code} is ever a step was not decided within the limit.",
        )
    desk.line(text)
