"""In which form a command prints its answer."""

from collections.abc import Sequence

from lifejourney.cli.desk import Misuse, check_name
from lifejourney.errors import Words


def wanted_form(json: bool, form: str | None, forms: Sequence[str]) -> str:
    """Return the one of `forms` that is wanted, text if none was named; raises Misuse."""
    wanted = form or ("json" if json else "text")
    check_name(Words("bentuk", "format"), wanted, forms)
    if json and wanted != "json":
        what = Words(f"--json dan --format {wanted} berbeda", f"--json is not --format {wanted}")
        raise Misuse(what, Words("pilih satu", "choose one"))
    return wanted
