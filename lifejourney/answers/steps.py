"""Read which steps are done: `LJ-0017@child-1`, by code or by slug."""

import re
from dataclasses import dataclass
from typing import Final

from lifejourney.answers.faults import Faults, choose, shown
from lifejourney.answers.names import Names
from lifejourney.errors import Words
from lifejourney.vocabulary import Entry, Service

_STEP: Final = re.compile(r"([^@#+]+)@([^@#+]+)(#[2-9])?(?:\+([^@#+]+)@([^@#+]+))?")


@dataclass(frozen=True)
class StepReader:
    """Read ids of steps."""

    names: Names
    faults: Faults

    def read(self, items: list[tuple[str, str]]) -> tuple[str, ...]:
        """Return the ids of the steps that are done, each once."""
        found = (self._step(text, field) for field, text in items)
        return tuple(dict.fromkeys(id_ for id_ in found if id_ is not None))

    def _step(self, text: str, field: str) -> str | None:
        parts = _STEP.fullmatch(text)
        if parts is None:
            what = Words(f"'{shown(text)}' bukan langkah", f"'{shown(text)}' is no step")
            remedy = Words(
                "tulis kode dan orangnya, misalnya LJ-0017@child-1",
                "write code and person, as LJ-0017@child-1",
            )
            self.faults.add("unknown-step", field, what, remedy)
            return None
        service = self._service(parts[1], field)
        member = None if service is None else self._served(service, parts[2], field)
        if service is None or member is None:
            return None
        step = f"{service.code}@{member}{parts[3] or ''}"
        if parts[4] is None:
            return step
        paper = self._paper(parts[4], parts[5], field)
        return None if paper is None else f"{step}+{paper}"

    def _service(self, name: str, field: str) -> Service | None:
        """Return a service by code or slug."""
        catalog = self.names.catalog
        service = catalog.by_code.get(name) or catalog.services.get(name)
        if service is not None:
            return service
        gone = [
            entry
            for slug, entry in catalog.register.services.items()
            if name in (slug, entry.code) and entry.state == "withdrawn"
        ]
        if gone:
            self._withdrawn(name, gone[0], field)
            return None
        what = Words(f"layanan '{shown(name)}' tidak ada", f"there is no service '{shown(name)}'")
        remedy = choose(name, (*catalog.by_code, *catalog.services))
        self.faults.add("unknown-service", field, what, remedy)
        return None

    def _withdrawn(self, name: str, entry: Entry, field: str) -> None:
        what = Words(f"layanan '{name}' sudah ditarik", f"the service '{name}' was withdrawn")
        better = entry.replaced_by
        remedy = Words(
            f"penggantinya: {better}" if better else "hapus langkah ini",
            f"it was replaced by {better}" if better else "leave this step out",
        )
        self.faults.add("withdrawn-service", field, what, remedy)

    def _served(self, service: Service, person: str, field: str) -> str | None:
        """Return whom a service is for, if it can be for that person."""
        member = self.names.member(person, field)
        if member is None or self.names.serves(service.serves, member):
            return member
        what = Words(
            f"'{service.slug}' bukan untuk {member}", f"'{service.slug}' is not for {member}"
        )
        able = [m for m in self.names.cast.members if self.names.serves(service.serves, m)]
        remedy = choose("", [f"{service.code}@{m}" for m in able])
        self.faults.add("wrong-holder", field, what, remedy)
        return None

    def _paper(self, document: str, person: str, field: str) -> str | None:
        """Return the paper that a follow-up brings."""
        if document not in self.names.catalog.documents:
            text = shown(document)
            what = Words(f"dokumen '{text}' tidak ada", f"there is no document '{text}'")
            remedy = choose(document, self.names.catalog.documents)
            self.faults.add("unknown-document", field, what, remedy)
            return None
        holder = self.names.holder(document, person, field)
        return None if holder is None else f"{document}@{holder}"
