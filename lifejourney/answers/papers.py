"""Read which papers are held, lacking or wanted, and whose they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from lifejourney.answers.faults import Faults, choose, shown
from lifejourney.answers.names import Names
from lifejourney.answers.values import read_day
from lifejourney.errors import Words
from lifejourney.schedule import last_day

Paper = tuple[str, str]
Items = Iterable[tuple[str, object]]
DAYS: Final = ("issued", "valid_until")
_PAPER: Final = Words("dokumen@orang", "document@person")


@dataclass(frozen=True)
class PaperReader:
    """Read papers of one request, on the day of the advice."""

    names: Names
    day: date
    faults: Faults

    def read(self, held: Items, lacking: Items) -> tuple[dict[Paper, bool], dict[Paper, date]]:
        """Return which papers are held and which are not, and the last day of those that lapse.

        Expired ones are not held. Of one paper named twice the longest day counts.
        """
        found: dict[Paper, bool] = {}
        ends: dict[Paper, date] = {}
        for field, item in held:
            if paper := self.one(item, field, DAYS):
                until = self._until(paper, item, field) if isinstance(item, Mapping) else None
                found[paper] = found.get(paper, False) or until is None or until >= self.day
                ends[paper] = max(ends.get(paper, date.min), until or date.max)
        said = dict(found)
        for field, item in lacking:
            if paper := self.one(item, field):
                self._contradiction(paper, said, field)
                found.setdefault(paper, False)
        return found, {one: day for one, day in ends.items() if found[one] and day < date.max}

    def wanted(self, items: Items) -> frozenset[Paper]:
        """Return the papers that are wanted, and the services among those that exclude another."""
        papers = (self._service(item, field) or self.one(item, field) for field, item in items)
        return frozenset(paper for paper in papers if paper is not None)

    def _service(self, item: object, field: str) -> Paper | None:
        slug, at, person = item.partition("@") if isinstance(item, str) else ("", "", "")
        if slug not in self.names.catalog.services or not at:
            return None
        member = self.names.member(person, field)
        return None if member is None else (slug, member)

    def one(self, item: object, field: str, days: tuple[str, ...] = ()) -> Paper | None:
        """Return document and holder of one entry."""
        text = item
        if isinstance(item, Mapping):
            known = ("document", *days)
            for name in item:
                if name not in known:
                    key = shown(str(name))
                    what = Words(f"bidang '{key}' tidak dikenal", f"there is no field '{key}'")
                    self.faults.add("unknown-field", f"{field}.{key}", what, choose(key, known))
            text, field = item.get("document"), f"{field}.document"
        if not isinstance(text, str):
            self.faults.wrong_type(field, text, _PAPER)
            return None
        slug, at, person = text.partition("@")
        if slug not in self.names.catalog.documents:
            self._unknown(slug, field)
            return None
        holder = self.names.holder(slug, person if at else None, field)
        return None if holder is None else (slug, holder)

    def _unknown(self, slug: str, field: str) -> None:
        """Report a document that is not in the catalog, by slug or by its everyday names."""
        documents = self.names.catalog.documents
        called = {
            name.casefold(): known
            for known, document in documents.items()
            for name in (document.title.id, *document.also_called)
        }
        text = shown(slug)
        what = Words(f"dokumen '{text}' tidak ada", f"there is no document '{text}'")
        entry = self.names.catalog.register.documents.get(slug)
        better = called.get(slug.casefold()) or (entry.replaced_by if entry is not None else None)
        near = (better,) if better else documents
        self.faults.add("unknown-document", field, what, choose(better or slug, near))

    def _until(self, paper: Paper, item: Mapping[object, object], field: str) -> date | None:
        """Return the last day on which a held paper is valid, None if it has none."""
        days = {
            name: read_day(item[name], f"{field}.{name}", self.faults)
            for name in DAYS
            if name in item
        }
        issued, until = days.get("issued"), days.get("valid_until")
        if issued is not None and issued > self.day:
            what = Words("dokumen ini baru terbit sesudah hari ini", "it is issued after the day")
            remedy = Words("periksa tanggalnya", "check the date")
            self.faults.add("bad-date", f"{field}.issued", what, remedy)
        elif issued is not None and until is not None and until < issued:
            what = Words("berlaku sampai sebelum tanggal terbit", "it ends before it was issued")
            remedy = Words("periksa kedua tanggalnya", "check both dates")
            self.faults.add("bad-date", f"{field}.valid_until", what, remedy)
        span = self.names.catalog.documents[paper[0]].valid_for
        if until is None and issued is not None and span is not None:
            until = last_day(issued, span.duration, span.until, self.names.catalog.calendar)
        return until

    def _contradiction(self, paper: Paper, held: Mapping[Paper, bool], field: str) -> None:
        """Report a paper that is said to be lacking, and held itself or in one of its kinds."""
        for kind in self.names.catalog.kinds(paper[0]):
            if held.get((kind, paper[1])):
                name = f"{kind}@{paper[1]}"
                what = Words(
                    f"'{name}' juga disebut ada di tangan", f"'{name}' is said to be held too"
                )
                remedy = Words("sebut di salah satu saja", "name it in one of the lists only")
                self.faults.add("contradiction", field, what, remedy)
