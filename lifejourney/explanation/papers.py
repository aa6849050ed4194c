"""The one list of papers for the whole plan, as it is shown."""

from typing import Any

from lifejourney.explanation.naming import Naming
from lifejourney.schedule import Listed

Json = dict[str, Any]


def papers_json(naming: Naming) -> list[Json]:
    """Return the papers to bring for the steps ahead, each once per holder."""
    return [_paper_json(naming, paper) for paper in naming.advice.papers]


def _paper_json(naming: Naming, paper: Listed) -> Json:
    first = paper.first
    slug, member = first.paper
    document = naming.advice.catalog.documents[slug]
    steps = [use.step for use in paper.uses]
    return {
        "document": first.asked,
        "made": slug,
        "title": naming.paper(first.paper),
        "of": member,
        "person_title": naming.person(member),
        "from": first.source,
        "step": first.maker,
        "where_to_get": naming.text(document.where_to_get or document.issuer),
        "issuer": naming.text(document.issuer),
        "form": document.form,
        "copies": paper.copies,
        "original": paper.original,
        "kept": paper.kept,
        "copy_first": paper.copied_first,
        "stamps": paper.stamps,
        "substitutes": list(paper.substitutes),
        "substitute_titles": [naming.target(one) for one in paper.substitutes],
        "for": steps,
        "for_titles": [naming.step(step) for step in steps],
    }
