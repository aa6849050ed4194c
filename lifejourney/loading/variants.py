"""Apply the changes of services by date: the same catalog from each later day on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from datetime import date
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.errors import Words, did_you_mean
from lifejourney.loading.findings import Findings, Positions
from lifejourney.loading.nodes import Entries, Items, Node, Scalar
from lifejourney.loading.nouns import build
from lifejourney.loading.shorthand import WRITTEN, change_keys
from lifejourney.vocabulary import Service

# What a change may not touch: by these the service is known and found.
FIXED: Final = frozenset({"code", "changes"})
_WRITTEN: Final = {field: key for key, field in WRITTEN[Service].items()}
# What a service cannot be without.
NEEDED: Final = FIXED | {
    _WRITTEN.get(one.name, one.name)
    for one in fields(Service)
    if one.default is MISSING and one.default_factory is MISSING
}


@dataclass(frozen=True, slots=True)
class Written:
    """Hold a service with the mapping of its file, and what was found in it."""

    service: Service
    node: Node
    findings: Findings


def with_variants(
    catalog: Catalog,
    services: Mapping[str, Written],
    positions: Positions,
    finish: Callable[[Catalog, Mapping[str, Written]], Catalog],
) -> Catalog:
    """Return the catalog with its variants; what is at fault in them is reported.

    `finish` is given each of them with what was written of its services.
    """
    days = sorted({one.from_day for each in services.values() for one in each.service.changes})
    current = dict(services)
    variants: list[tuple[date, Catalog]] = []
    for day in days:
        for slug, written in services.items():
            sets, ends = _sets(written, day), _ends(written, day)
            if sets or ends:
                left = _without(current[slug], ends, written.findings)
                current[slug] = rebuilt(left, sets, positions)
        chosen = {slug: written.service for slug, written in current.items()}
        variant = replace(catalog, services=chosen, variants=(), since=day)
        variants.append((day, finish(variant, current)))
    return replace(finish(catalog, services), variants=tuple(variants))


def _sets(written: Written, day: date) -> list[Entries]:
    """Return what a service sets on a day, without what is fixed."""
    changes = _inner(written.node, "changes")
    items = changes.items if isinstance(changes, Items) else (changes,)
    found: list[Entries] = []
    for change, item in zip(written.service.changes, items, strict=False):
        node = _inner(None if item is None else change_keys(item), "set")
        if change.from_day == day and isinstance(node, Entries):
            for key, _ in node.entries:
                if key.text in FIXED:
                    _report_fixed(key, written.findings)
            kept = tuple(entry for entry in node.entries if entry[0].text not in FIXED)
            found.append(replace(node, entries=kept))
    return found


def _ends(written: Written, day: date) -> list[Scalar]:
    """Return the keys of a service that end on a day, without those that it cannot do without."""
    changes = _inner(written.node, "changes")
    items = changes.items if isinstance(changes, Items) else (changes,)
    found: list[Scalar] = []
    for change, item in zip(written.service.changes, items, strict=False):
        node = _inner(item, "ends") if change.from_day == day else None
        keys = node.items if isinstance(node, Items) else (node,)
        found += [key for key in keys if isinstance(key, Scalar)]
    for key in found:
        if key.text in FIXED:
            _report_fixed(key, written.findings)
        elif key.text in NEEDED:
            what = Words(f"layanan perlu '{key.text}'", f"a service needs '{key.text}'")
            remedy = Words(
                f"tulis nilai barunya: {key.text}: …", f"write the new one: {key.text}: …"
            )
            written.findings.add("fixed-key", key, what, remedy)
    return [key for key in found if key.text not in NEEDED]


def _without(written: Written, ends: list[Scalar], findings: Findings) -> Written:
    """Return a service without the keys that end; one that it has not is reported."""
    if not isinstance(written.node, Entries):
        return written
    has = [key.text for key, _ in written.node.entries]
    for key in ends:
        if key.text not in has:
            what = Words(f"tidak ada '{key.text}' yang berakhir", f"no '{key.text}' that could end")
            remedy = did_you_mean(key.text, has) or Words("hapus dari ends", "remove it from ends")
            findings.add("ends-nothing", key, what, remedy)
    gone = {key.text for key in ends}
    entries = tuple(entry for entry in written.node.entries if entry[0].text not in gone)
    return replace(written, node=replace(written.node, entries=entries))


def _inner(node: Node | None, key: str) -> Node | None:
    """Return the value of a key of a mapping, None if there is none."""
    return node.get(key) if isinstance(node, Entries) else None


def _report_fixed(key: Scalar, findings: Findings) -> None:
    """Report a change of what never changes."""
    what = Words(f"'{key.text}' tidak dapat diubah", f"'{key.text}' cannot be changed")
    remedy = Words(
        "hapus kunci ini; kode baru berarti layanan baru",
        "remove the key; a new code means a new service",
    )
    findings.add("fixed-key", key, what, remedy)


def _merge(node: Node, change: Entries) -> Node:
    """Lay a change over a service key by key; sources are added to those there are."""
    if not isinstance(node, Entries):
        return change
    before = {key.text: (key, value) for key, value in node.entries}
    for key, value in change.entries:
        known = before.get(key.text)
        if key.text == "sources" and known is not None and isinstance(value, Entries):
            before[key.text] = (key, _merge(known[1], value))
        else:
            before[key.text] = (key, value)
    return replace(node, entries=tuple(before.values()))


def rebuilt(written: Written, sets: list[Entries], positions: Positions) -> Written:
    """Return the service with changes laid over it; as it was where they are at fault."""
    merged = written.node
    for change in sets:
        merged = _merge(merged, change)
    implied = {"slug": written.service.slug}
    service, shaped = build(Service, merged, written.findings, implied)
    if service is None:
        return written
    positions.remember(service, written.findings.file, shaped)
    return replace(written, service=service, node=merged)
