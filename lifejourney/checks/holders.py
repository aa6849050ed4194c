"""Say that a paper, or a service, is nobody's whom it was given to."""

from __future__ import annotations

from lifejourney.errors import Place, Problem, Words


def wrong_holder(
    name: str, roles: tuple[str, ...], holders: tuple[str, ...], where: Place
) -> Problem:
    """Report that a document or service `name` is not for these roles but for others."""
    listed, wanted = ", ".join(roles), ", ".join(holders)
    what = Words(
        f"'{name}' bukan untuk {listed}, melainkan untuk {wanted}",
        f"'{name}' is not for {listed} but for {wanted}",
    )
    way = holders[0]
    remedy = Words(
        f"tulis of: {way}, atau tambahkan {roles[0]} pada berkas '{name}'",
        f"write of: {way}, or add {roles[0]} in the file of '{name}'",
    )
    return Problem("wrong-holder", where, what, remedy)
