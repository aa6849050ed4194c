"""Write a catalog as the YAML files that a civil servant would write."""

# ruff: noqa: PLR0911, ANN401 - one line for each kind of condition; YAML is anything

from pathlib import Path
from typing import Any

import yaml

from lifejourney.catalog import Catalog
from lifejourney.vocabulary import (
    AllOf,
    AnyOf,
    Call,
    Condition,
    EventTest,
    Every,
    Fact,
    FactTest,
    Not,
    Person,
    Requirement,
    Same,
    Some,
)


def condition(of: Condition, inside: str | None = None) -> dict[str, Any]:
    """Return a condition as a map; inside `some` and `every` facts stand without a role."""
    match of:
        case AllOf(parts):
            return {"all": [condition(part, inside) for part in parts]}
        case AnyOf(parts):
            return {"any": [condition(part, inside) for part in parts]}
        case Not(part):
            return {"not": condition(part, inside)}
        case EventTest(events):
            return {"event": list(events)}
        case Same(roles):
            return {"same": list(roles)}
        case Some(role, part):
            return {"some": {role: condition(part, role)}}
        case Every(role, part):
            return {"every": {role: condition(part, role)}}
        case FactTest(role, name, test):
            return {name if role == inside else f"{role}.{name}": str(test)}


def _some(**fields: Any) -> dict[str, Any]:
    """Leave out what is not said."""
    return {key: value for key, value in fields.items() if value not in (None, (), [], {}, False)}


def _when(of: Condition | None) -> dict[str, Any] | None:
    return None if of is None else condition(of)


def _requirement(one: Requirement) -> dict[str, Any]:
    later = one.supplied_later
    return _some(
        any=[
            _some(document=w.document, of=w.of, when=_when(w.when), substitute=w.substitute)
            for w in one.any
        ],
        when=_when(one.when),
        supplied_later=later and {
            "within": {"value": later.within.value, "unit": later.within.unit},
            "after": later.after,
        },
    )  # fmt: skip


def _fact(one: Fact) -> dict[str, Any]:
    return _some(
        type=one.type, title=_text(one.title), why=_text(one.why), likely=one.likely,
        options={k: {"title": _text(o.title), "likelihood": o.likelihood}
                 for k, o in one.options.items()},
        likelihood=dict(one.likelihood), minimum=one.minimum, maximum=one.maximum,
        applies_when=_when(one.applies_when), never_assumed=one.never_assumed,
        topic=one.topic, changeable=one.changeable, effort=one.effort,
        derived=one.derived and {"condition": _when(one.derived.condition)},
    )  # fmt: skip


def _text(text: Any) -> dict[str, str]:
    return {"id": text.id, "en": text.en or text.id}


def _person(one: Person) -> dict[str, Any]:
    counts = {"minimum": one.minimum, "maximum": one.maximum} if one.many else {}
    found = _some(
        title=_text(one.title), many=one.many, group=one.group, dead=one.dead,
        when=_when(one.when), may_be=list(one.may_be), likely=one.likely, topic=one.topic,
    )  # fmt: skip
    return {
        **found,
        **counts,
        **_some(**{"is": {role: _when(when) for role, when in one.is_role.items()}}),
        **_some(also={role: _when(when) for role, when in one.also.items()}),
    }


def _call(one: Call) -> dict[str, Any]:
    return _some(
        of=one.of, kind=one.kind, service=one.service, document=one.document,
        when=_when(one.when), usual=one.usual, excludes=list(one.excludes),
    )  # fmt: skip


class _Quoting(yaml.SafeDumper):
    """Put quotes around whatever is more than a word, as the format asks for tests."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Write everything out: anchors are refused."""
        return True


def _quoted(dumper: _Quoting, text: str) -> yaml.Node:
    style = None if text.replace("-", "_").isidentifier() else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Quoting.add_representer(str, _quoted)


def write(catalog: Catalog, root: Path) -> None:
    """Write all files of a catalog below a folder."""
    files: dict[str, Any] = {}
    for slug, event in catalog.events.items():
        files[f"events/{slug}"] = {
            "title": _text(event.title), "summary": _text(event.summary), "stage": event.stage,
            "persons": {role: _person(person) for role, person in event.persons.items()},
            "calls_for": [_call(call) for call in event.calls_for],
        }  # fmt: skip
    for slug, document in catalog.documents.items():
        usual = document.usual
        files[f"documents/{slug}"] = {
            "from": document.origin,
            **_some(
                title=_text(document.title), of=list(document.of), kind_of=document.kind_of,
                signed_by=list(document.signed_by), made_by_event=document.made_by_event,
                issuer=document.issuer and _text(document.issuer),
                available_when=_when(document.available_when),
                usual=usual and _some(state=usual.state, when=_when(usual.when)),
            ),
        }  # fmt: skip
    for slug, one in catalog.services.items():
        time, fee = one.processing_time, one.cost.max
        files[f"services/{slug}"] = {
            "for": list(one.serves),
            "processing_time": "unknown" if time.max is None else {"max": time.max,
                                                                   "unit": time.unit},
            "cost": "unknown" if fee is None else {"max": fee},
            **_some(
                code=one.code, title=_text(one.title), plain=_text(one.plain),
                authority=one.authority, procedure=[_text(step.text) for step in one.procedure],
                channels=list(one.channels), legal=[{"act": basis.act} for basis in one.legal],
                applies=_when(one.applies), requires=[_requirement(r) for r in one.requires],
                produces=[
                    _some(document=r.document, of=r.of, when=_when(r.when),
                          requires=[_requirement(q) for q in r.requires])
                    for r in one.produces
                ],
            ),
        }  # fmt: skip
    for slug, office in catalog.authorities.items():
        files[f"authorities/{slug}"] = {
            "title": _text(office.title), "level": office.level,
            "complaint": {"channel": _text(office.complaint.channel), "phone": "112"},
        }  # fmt: skip
    for number, fact in enumerate(catalog.facts):
        files[f"facts/facts-{number}"] = {"of": list(fact.of), "facts": {fact.name: _fact(fact)}}
    if catalog.topics:
        files["topics"] = {
            slug: _some(title=_text(topic.title), pinned=list(topic.pinned))
            for slug, topic in catalog.topics.items()
        }
    for name, content in files.items():
        path = root / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(content, Dumper=_Quoting, sort_keys=False, allow_unicode=True)
        path.write_text(text, encoding="utf-8")
