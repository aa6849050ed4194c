"""Why a service is in the plan or not, in words, and the same bytes for terminal and API.

Nothing is said here that the person did not say; what is too grave to be guessed is not repeated.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from lifejourney.advice import Because, Change, Explanation, ForPerson, Reason, Smallest
from lifejourney.errors import Words
from lifejourney.explanation import words
from lifejourney.explanation.figures import law
from lifejourney.explanation.naming import Naming
from lifejourney.explanation.presenting import catalog_day
from lifejourney.explanation.telling import reason_text
from lifejourney.planning import Paper

Json = dict[str, Any]

STANDING: Final[Mapping[str, Words]] = {
    **words.STATUS,
    "certain": Words("Ada dalam rencana Anda", "In your plan"),
    "possible": Words(
        "Mungkin ada dalam rencana Anda, belum pasti", "Perhaps in your plan, not yet certain"
    ),
    "blocked": Words("Belum dapat diurus", "Cannot be had yet"),
    "not_needed": Words("Tidak diperlukan dalam rencana Anda", "Not needed in your plan"),
    "does_not_apply": Words("Tidak berlaku", "Does not apply"),
}
CHAIN: Final = Words(
    "{paper} dari layanan {maker} diperlukan untuk {step}.",
    "{paper}, made by {maker}, is needed for {step}.",
)
WANTED: Final = Words("Anda meminta {paper}.", "You asked for {paper}.")
BY_ANSWER: Final = Words("Sesuai dengan jawaban Anda.", "In keeping with what you told us.")
NOBODY: Final = Words(
    "Ini tidak termasuk dalam keadaan Anda.", "This is no part of your situation."
)
GRAVE: Final = Words(
    "Menurut jawaban Anda, layanan ini tidak perlu diurus.",
    "By what you told us, there is nothing to be done here.",
)
NO_EVENT: Final = Words(
    "Layanan ini tidak diperlukan untuk {events}.", "This service is not needed for {events}."
)
OTHER_EVENTS: Final = Words(
    "Layanan ini ada dalam peristiwa lain: {others}.",
    "This service belongs to another event: {others}.",
)
HELD: Final = Words(
    "Anda menyebut bahwa {paper} sudah ada.", "You said that {paper} is at hand already."
)
CHOSEN: Final = Words("Anda memilih {goal}.", "You chose {goal}.")
ELSEWHERE: Final = Words("{paper} diperoleh lewat {step}.", "{paper} comes from {step} instead.")
ENOUGH: Final = Words(
    "Untuk {step} sudah cukup surat yang lain.", "For {step} another paper is enough."
)
UNASKED: Final = Words(
    "Tidak ada langkah dalam rencana Anda yang memerlukan hasil layanan ini.",
    "No step of your plan needs what this service makes.",
)
CANNOT: Final[Mapping[str, Words]] = {
    "lacking": Words(
        "{paper} diperlukan, tetapi belum ada cara mendapatkannya di sini.",
        "{paper} is needed, and nobody here can issue it.",
    ),
    "circle": Words(
        "{paper} baru dapat dibuat dengan surat yang justru menunggunya.",
        "{paper} needs a paper that itself waits for it.",
    ),
    "not_applicable": Words(
        "{paper} diperlukan, tetapi tidak dapat dibuat dalam keadaan ini.",
        "{paper} is needed, and cannot be made in this case.",
    ),
}
WHOSE: Final = Words("{paper} ({person})", "{paper} ({person})")
WOULD: Final[Mapping[str, Words]] = {
    "add": Words(
        "Layanan ini masuk rencana bila jawaban Anda menjadi: {ways}.",
        "The service would come into your plan with this answer: {ways}.",
    ),
    "remove": Words(
        "Layanan ini tidak ada lagi dalam rencana bila jawaban Anda menjadi: {ways}.",
        "The service would leave your plan with this answer: {ways}.",
    ),
}
NONE_WOULD: Final[Mapping[str, Words]] = {
    "add": Words(
        "Layanan ini tetap tidak diperlukan, meskipun satu atau dua hal yang masih dapat berubah "
        "menjadi lain.",
        "The service stays out of your plan even if one or two of the things that can still "
        "change do so.",
    ),
    "remove": Words(
        "Layanan ini tetap ada dalam rencana, meskipun satu atau dua hal yang masih dapat berubah "
        "menjadi lain.",
        "The service stays in your plan even if one or two of the things that can still change "
        "do so.",
    ),
}
OPEN: Final = Words(
    "Yang menentukan adalah hal yang belum dijawab.", "What decides it is still to be answered."
)
CORRECT: Final = Words(
    "Bila ada jawaban yang keliru, Anda dapat memperbaikinya kapan saja.",
    "If an answer is wrong, you can correct it at any time.",
)
BECOMES: Final = Words("{question} {new} (sekarang: {old})", "{question} {new} (now: {old})")
OR: Final = Words("; atau ", "; or ")
TOGETHER: Final = Words(" bersama dengan ", " together with ")
OTHERS: Final = Words("Ada {number} cara lain.", "There are {number} other ways.")
ONE_OTHER: Final = Words("Ada 1 cara lain.", "There is 1 other way.")


def present_explanation(explanation: Explanation) -> Json:
    """Return the answer to a request for an explanation."""
    advice = explanation.advice
    telling = _Telling(explanation)
    return {
        "catalog": {"version": advice.catalog.version, "date": catalog_day(advice)},
        "date": advice.situation.day.isoformat(),
        "lang": advice.lang,
        "service": explanation.service.code,
        "slug": explanation.service.slug,
        "title": explanation.service.title.in_language(advice.lang),
        "events": list(advice.cast.events),
        "people": [telling.person(one) for one in explanation.people],
    }


class _Telling:
    """Put one explanation into words."""

    def __init__(self, explanation: Explanation) -> None:
        self.naming = Naming(explanation.advice)
        self.advice = explanation.advice
        self.service = explanation.service

    def person(self, one: ForPerson) -> Json:
        naming = self.naming
        grave = any(self._is_grave(ground) for ground in one.why_not)
        label = STANDING["not_needed" if grave else one.status]
        against = [self._ground(ground, GRAVE) for ground in one.why_not]
        return {
            "person": one.member,
            "person_title": None if one.member is None else naming.person(one.member),
            "status": one.status,
            "status_label": naming.say(label),
            "why": _each_once(self._ground(ground, BY_ANSWER) for ground in one.why),
            "why_not": _each_once(against),
            "open": [
                {"unknown": naming.id(id_), "title": naming.unknown(id_)} for id_ in one.open_
            ],
            "changes": self._changes(one),
        }

    # Grounds.

    def _ground(self, ground: Because, grave: Words) -> Json:
        """Return one ground; `grave` is said in place of an answer that is not repeated."""
        fact = None
        if ground.kind == "answer":
            fact = self.naming.key(ground.member or "", ground.fact or "")
        if self._is_grave(ground):
            return {"text": self.naming.say(grave), "fact": fact, "law": None}
        return {"text": self._text(ground), "fact": fact, "law": self._law(ground)}

    def _text(self, ground: Because) -> str:
        naming = self.naming
        match ground.kind:
            case "answer":
                reason = Reason("answer", ground.member, ground.fact, ground.value)
                return reason_text(naming, reason)
            case "event":
                return reason_text(naming, Reason("event", of=ground.of, value=ground.value))
            case "no_event":
                return self._no_event(ground)
            case "nobody":
                return naming.say(NOBODY)
            case _:
                return naming.say(_PHRASES[ground.kind], **self._names(ground))

    def _names(self, ground: Because) -> dict[str, str]:
        """Return the names that a phrase may be filled with."""
        naming = self.naming
        of = ground.of or ""
        slug = of.partition("@")[0]
        known = slug in self.advice.catalog.services or slug in self.advice.catalog.documents
        return {
            "paper": self._paper(ground.paper) if ground.paper is not None else "",
            "maker": naming.step(ground.by or ""),
            "step": naming.step(of),
            "goal": naming.target(slug) if known else "",
        }

    def _paper(self, paper: Paper) -> str:
        """Return a paper with whose it is, unless it says so itself."""
        title, person = self.naming.paper(paper), self.naming.person(paper[1])
        return title if person in title else self.naming.say(WHOSE, paper=title, person=person)

    def _is_grave(self, ground: Because) -> bool:
        """Tell whether a ground is an answer that is not to be repeated as a reason."""
        is_answer = ground.kind == "answer"
        return is_answer and not self.naming.is_told_back(ground.member, ground.fact)

    def _no_event(self, ground: Because) -> str:
        naming = self.naming
        chosen = naming.listed(naming.event(slug) for slug in self.advice.cast.events)
        text = naming.say(NO_EVENT, events=chosen)
        others = ground.value if isinstance(ground.value, tuple) else ()
        if not others:
            return text
        listed = naming.listed(naming.event(slug) for slug in others)
        return f"{text} {naming.say(OTHER_EVENTS, others=listed)}"

    def _law(self, ground: Because) -> str | None:
        """Return the law behind a ground: of the service that reaches the goal, or asks."""
        by_code = self.advice.catalog.by_code
        id_ = {"event": ground.by, "needed": ground.of}.get(ground.kind)
        service = by_code.get((id_ or "").partition("@")[0])
        if ground.kind == "answer":
            service = self.service
        legal = service.legal[:1] if service is not None else ()
        return next((law(self.naming, basis) for basis in legal), None)

    # What would have to change.

    def _changes(self, one: ForPerson) -> Json | None:
        changes = one.changes
        if changes is None:
            return None
        return {
            "would": changes.would,
            "smallest": [[self._change(each) for each in way] for way in changes.ways],
            "others": changes.others,
            "text": self._what_if(one, changes),
        }

    def _change(self, change: Change) -> Json:
        old, new = self._labels(change)
        return {
            "fact": self.naming.key(change.member, change.fact),
            "title": self.naming.question(change.member, change.fact),
            "from": _plain(change.old),
            "from_label": old,
            "to": _plain(change.new),
            "to_label": new,
        }

    def _labels(self, change: Change) -> tuple[str, str]:
        fact = self.naming.definition(change.member, change.fact)
        if fact is None:  # pragma: no cover - it was answered
            return str(change.old), str(change.new)
        return self.naming.value(fact, change.old), self.naming.value(fact, change.new)

    def _what_if(self, one: ForPerson, changes: Smallest) -> str:
        """Return the changes as a sentence; where the answer is a grave one, only how to mend."""
        naming = self.naming
        if not changes.ways:
            grave = any(self._is_grave(g) or self._of_the_dead(g) for g in one.why_not)
            mend = CORRECT if grave else OPEN if one.open_ else NONE_WOULD[changes.would]
            return naming.say(mend)
        ways = naming.say(OR).join(self._way(way) for way in changes.ways)
        text = naming.say(WOULD[changes.would], ways=ways)
        if not changes.others:
            return text
        phrase = ONE_OTHER if changes.others == 1 else OTHERS
        return f"{text} {naming.say(phrase, number=changes.others)}"

    def _of_the_dead(self, ground: Because) -> bool:
        """Tell whether an answer is about somebody who has died."""
        cast = self.advice.cast
        parts = [part for played in cast.parts.values() for part in played]
        return any(p.dead and not p.when and p.member == ground.member for p in parts)

    def _way(self, way: Iterable[Change]) -> str:
        return self.naming.say(TOGETHER).join(self._becoming(way))

    def _becoming(self, way: Iterable[Change]) -> Iterator[str]:
        for change in way:
            old, new = self._labels(change)
            question = self.naming.question(change.member, change.fact)
            yield self.naming.say(BECOMES, question=question, old=old, new=new)


_PHRASES: Final[Mapping[str, Words]] = {
    "needed": CHAIN,
    "wanted": WANTED,
    "held": HELD,
    "chosen": CHOSEN,
    "elsewhere": ELSEWHERE,
    "enough": ENOUGH,
    "unasked": UNASKED,
    **CANNOT,
}


def _each_once(grounds: Iterable[Json]) -> list[Json]:
    return list({ground["text"]: ground for ground in reversed(list(grounds))}.values())[::-1]


def _plain(value: object) -> object:
    """Return an answer as JSON holds it, and as it can be sent back."""
    return value if isinstance(value, (bool, int, str)) else str(value)
