"""Check documents: where they come from, whose they are, what they are kinds of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lifejourney.catalog import Catalog
from lifejourney.checks.circles import circles
from lifejourney.checks.holders import wrong_holder
from lifejourney.checks.places import Path, Places
from lifejourney.errors import Problem, Words
from lifejourney.vocabulary import Document, Requirement, Service


def check_documents(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with documents."""
    rivals = _rivals(catalog)
    for document in catalog.documents.values():
        yield from _fields(document, places)
        yield from _choice(document, catalog, places)
        yield from _consequence(document, rivals, places)
    yield from _circles(catalog, places)


def check_origins(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield the documents that do not come from where they say."""
    for document in catalog.documents.values():
        yield from _origin(document, catalog, places)


def check_papers(nouns: Iterable[object], catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield the papers that the services among these nouns give to, or ask of, the wrong person."""
    for service in nouns:
        if isinstance(service, Service):
            yield from _results(service, catalog, places)
            for path, requirement in requirements_of(service):
                yield from _requirement(service, path, requirement, _Held(catalog, places))


def requirements_of(service: Service) -> Iterator[tuple[Path, Requirement]]:
    """Yield the requirements of a service and of each of its results, with their paths."""
    for at, requirement in enumerate(service.requires):
        yield ("requires", at), requirement
    for number, result in enumerate(service.produces):
        for at, requirement in enumerate(result.requires):
            yield ("produces", number, "requires", at), requirement


def _origin(document: Document, catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Check that a document comes from where it says."""
    slug = document.slug
    makers = catalog.producers.get(slug, ())
    if document.origin == "service":
        of_kinds = any(catalog.producers.get(kind) for kind in catalog.kinds(slug))
        if not of_kinds and document.usual is None:
            what = Words(
                f"tidak ada layanan yang menghasilkan '{slug}'", f"no service makes '{slug}'"
            )
            remedy = Words(
                "tambahkan pada 'produces' sebuah layanan, tulis 'usual', atau from: other",
                "add it to 'produces' of a service, write 'usual', or from: other",
            )
            yield Problem("no-producer", places(document, ("origin",)), what, remedy)
    elif makers:
        what = Words(
            f"'{slug}' dihasilkan layanan {makers[0]}, padahal from: {document.origin}",
            f"the service {makers[0]} makes '{slug}', which is from: {document.origin}",
        )
        remedy = Words("tulis from: service", "write from: service")
        yield Problem("unexpected-producer", places(document, ("origin",)), what, remedy)


def _choice(document: Document, catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Report the question which kind is wanted, where there is only one."""
    if document.choose is not None and len(catalog.kinds(document.slug)) == 1:
        what = Words("tidak ada jenis yang dapat dipilih", "there are no kinds to choose from")
        remedy = Words("hapus 'choose', atau tulis kind_of", "drop 'choose', or write kind_of")
        yield Problem("misfit-ask", places(document, ("choose",)), what, remedy)


def _rivals(catalog: Catalog) -> frozenset[str]:
    """Return the goals of which one excludes another."""
    return frozenset(
        name
        for event in catalog.events.values()
        for call in event.calls_for
        if call.excludes
        for name in (call.target, *call.excludes)
    )


def _consequence(document: Document, rivals: frozenset[str], places: Places) -> Iterator[Problem]:
    """Report what follows from a choice, told of a document that nobody chooses."""
    if document.consequence and document.kind_of is None and document.slug not in rivals:
        what = Words("dokumen ini tidak pernah dipilih", "nobody chooses this document")
        remedy = Words(
            "hapus 'consequence', atau tulis kind_of", "drop 'consequence', or write kind_of"
        )
        yield Problem("misfit-ask", places(document, ("consequence",)), what, remedy)


def _fields(document: Document, places: Places) -> Iterator[Problem]:
    """Check that keys go with where a document comes from."""
    if not document.of:
        what = Words("belum jelas siapa pemegangnya", "it is not said who holds it")
        remedy = Words("isi 'of'", "fill 'of'")
        yield Problem("missing-component", places(document, ("of",)), what, remedy)
    if document.origin == "other" and document.issuer is None:
        what = Words("from: other memerlukan penerbit", "from: other takes an issuer")
        remedy = Words("tambahkan issuer: {id: …}", "add issuer: {id: …}")
        yield Problem("missing-key", places(document, ("origin",)), what, remedy)
    if document.ask is not None and document.usual is None:
        what = Words(
            "surat tanpa 'usual' tidak pernah ditanyakan", "without 'usual' it is never asked for"
        )
        remedy = Words("tambahkan usual: held, atau hapus 'ask'", "add usual: held, or drop 'ask'")
        yield Problem("misfit-ask", places(document, ("ask",)), what, remedy)
    valid = document.valid_for
    if valid is not None and valid.value == 0 and valid.until is None:
        what = Words("surat ini tidak pernah berlaku", "this paper is never valid")
        remedy = Words("tulis masa mulai 1, atau hapus", "write a period of 1 or more, or drop it")
        yield Problem("never-valid", places(document, ("valid_for",)), what, remedy)
    misfits = (
        ("signed_by", document.signed_by and document.origin != "self", "self"),
        ("issuer", document.issuer and document.origin == "service", "other"),
        ("available_when", document.available_when and document.origin == "service", "self"),
        ("stamps", document.stamps and document.origin == "service", "self"),
    )
    for key, wrong, origin in misfits:
        if wrong:
            what = Words(
                f"'{key}' tidak cocok dengan from: {document.origin}",
                f"'{key}' does not go with from: {document.origin}",
            )
            remedy = Words(f"hapus, atau tulis from: {origin}", f"remove it, or from: {origin}")
            yield Problem("misfit-key", places(document, (key,)), what, remedy)


def _circles(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Report documents that are kinds of each other in a circle."""
    needs = {
        slug: (document.kind_of,)
        for slug, document in catalog.documents.items()
        if document.kind_of is not None
    }
    for circle in circles(needs):
        way = " → ".join(circle)
        what = Words(f"'kind_of' berputar: {way}", f"'kind_of' in a circle: {way}")
        where = places(catalog.documents[circle[0]], ("kind_of",))
        remedy = Words("putuskan satu 'kind_of'", "cut one 'kind_of'")
        yield Problem("kind-circle", where, what, remedy)


def _results(service: Service, catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Report results that the one served cannot hold."""
    for at, result in enumerate(service.produces):
        document = catalog.documents.get(result.document)
        wrong = _not_held(document, result.of, service, catalog)
        if document is not None and wrong:
            where = places(service, ("produces", at, "of" if result.of else "document"))
            yield wrong_holder(document.slug, wrong, document.of, where)


class _Held:
    """Hold what the check of a requirement looks things up in."""

    def __init__(self, catalog: Catalog, places: Places) -> None:
        """Keep both."""
        self.catalog = catalog
        self.places = places


def _requirement(
    service: Service, path: Path, requirement: Requirement, context: _Held
) -> Iterator[Problem]:
    """Report a requirement without a way, and ways that the holder cannot have."""
    if not requirement.any:
        what = Words("persyaratan ini tanpa dokumen", "this requirement names no document")
        remedy = Words("isi 'any'", "fill 'any'")
        yield Problem("missing-component", context.places(service, path), what, remedy)
    if requirement.kept and not requirement.original and not requirement.copies:
        what = Words(
            "yang hanya diperlihatkan tidak diserahkan", "what is only looked at is not handed in"
        )
        remedy = Words("hapus kept, atau original: false", "drop kept, or original: false")
        yield Problem("kept-not-shown", context.places(service, (*path, "kept")), what, remedy)
    for rank, way in enumerate(requirement.any):
        document = context.catalog.documents.get(way.document)
        wrong = _not_held(document, way.of, service, context.catalog)
        if document is not None and wrong:
            below = (*path, "any", rank, "of" if way.of else "document")
            where = context.places(service, below)
            yield wrong_holder(document.slug, wrong, document.of, where)


def _not_held(
    document: Document | None, of: str | None, service: Service, catalog: Catalog
) -> tuple[str, ...]:
    """Return the roles that should hold a document but cannot."""
    if document is None or not document.of:
        return ()
    holders = (of,) if of is not None else service.serves
    known = {*catalog.roles, "person"}
    return tuple(
        role for role in holders if role in known and not catalog.covers(document.of, role)
    )
