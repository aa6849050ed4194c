"""A browser without scripts: it reads a page, fills in its form, and sends it as forms are sent."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from lifejourney import Catalog
from lifejourney.vocabulary import Scenario

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
KEY = bytes(range(32))
Said = Mapping[str, str]
UNKNOWN = "unknown"


def client_of(catalog: Catalog, settings: Settings | None = None) -> TestClient:
    """Return a client of the pages of a catalog, on a fixed day."""
    app = create_app(catalog, now=lambda: NOW, settings=settings or Settings(key=KEY))
    return TestClient(app, base_url="https://example.org", follow_redirects=False)


@dataclass
class Form:
    """Hold one form: where it goes and its fields in order, hidden ones with their values."""

    action: str
    fields: list[tuple[str, str, str]] = field(default_factory=list)  # name, type, value

    @property
    def hidden(self) -> dict[str, str]:
        return {name: value for name, type_, value in self.fields if type_ == "hidden"}

    def values(self, name: str) -> list[str]:
        return [value for each, _, value in self.fields if each == name]


class Reader(HTMLParser):
    """Read forms, headings and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.headings: list[str] = []
        self._in_heading = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(found.get("action", "")))
        if tag in {"input", "button", "select"} and self.forms and "name" in found:
            type_ = found.get("type", tag)
            self.forms[-1].fields.append((found["name"], type_, found.get("value", "")))
        if tag == "h1":
            self.headings.append("")
            self._in_heading = True

    def handle_endtag(self, tag: str) -> None:
        self._in_heading = self._in_heading and tag != "h1"

    def handle_data(self, data: str) -> None:
        if self._in_heading:
            self.headings[-1] += data


@dataclass
class Browser:
    """Visit pages one after the other; `page` is the one on the screen."""

    client: TestClient
    lang: str = "id"
    page: Response | None = None
    keeps_cookies: bool = True

    @property
    def text(self) -> str:
        assert self.page is not None
        return self.page.text

    @property
    def path(self) -> str:
        assert self.page is not None
        return self.page.url.path

    @property
    def title(self) -> str:
        return " ".join(Reader(self.text).headings[0].split())

    def open(self, path: str) -> "Browser":
        address = path if self.lang == "id" else f"{path}{'&' if '?' in path else '?'}lang=en"
        self._forget()
        self.page = self.client.get(address, follow_redirects=True)
        assert self.page.status_code == 200, self.page.text[:300]
        return self

    def send(self, action: str, data: Mapping[str, Any]) -> "Browser":
        headers = {"Sec-Fetch-Site": "same-origin"}
        self._forget()
        self.page = self.client.post(action, data=data, headers=headers)
        self._forget()
        if self.page.is_redirect:
            return self.open(self.page.headers["location"].removesuffix("lang=en").rstrip("?&"))
        assert self.page.status_code == 200, self.page.text[:300]
        return self

    def _forget(self) -> None:
        if not self.keeps_cookies:
            self.client.cookies.clear()

    def form(self, action: str) -> Form:
        for form in Reader(self.text).forms:
            if form.action.partition("?")[0] == action:
                return form
        raise AssertionError(f"no form to {action} on {self.path}: {self.title}")

    def begin(self, events: Sequence[str]) -> "Browser":
        self.open("/")
        return self.send(self.form("/mulai").action, {"event": list(events)})

    # Questions.

    @property
    def question(self) -> Form:
        """Return the form with the questions: the one with kinds."""
        for form in Reader(self.text).forms:
            if any(name.endswith("-kind") for name, _, _ in form.fields):
                return form
        raise AssertionError(f"nothing is asked on {self.path}: {self.title}")

    def asked(self) -> list[str]:
        """Return what is asked for on this page."""
        ids = [
            value
            for name, value in self.question.hidden.items()
            if re.fullmatch(r"q[0-9]+-id", name)
        ]
        return [as_member(id_) for one in ids for id_ in one.split()]

    def answer(self, said: Said) -> "Browser":
        """Answer what is asked from what a person knows; "unknown" is pressed for the rest."""
        form = self.question
        data: dict[str, Any] = dict(form.hidden)
        known = [self._fill(form, name.removesuffix("-kind"), said, data) for name in _kinds(form)]
        data["act"] = "answer" if any(known) else UNKNOWN
        return self.send(form.action, data)

    def _fill(self, form: Form, name: str, said: Said, data: dict[str, Any]) -> bool:
        ids = [as_member(one) for one in form.hidden[f"{name}-id"].split()]
        kind = form.hidden[f"{name}-kind"]
        if kind == "papers":
            for number, id_ in enumerate(ids):
                data[f"{name}-p{number}"] = known(said, id_, ()) or "unsure"
            return True
        value = known(said, ids[0], form.values(f"{name}-v"))
        if value is None:
            return False
        if kind == "date":
            year, month, day = (*value.split("-"), "", "")[:3]
            data |= {f"{name}-y": year, f"{name}-m": month.lstrip("0"), f"{name}-d": day}
        else:
            data[f"{name}-v"] = value
        return True

    def walk(self, said: Said, most: int = 60) -> int:
        """Answer until nothing is asked; return how many pages that took."""
        for number in range(most):
            if self.path == "/rencana" or not any(_kinds(f) for f in Reader(self.text).forms):
                return number
            assert 'class="alert"' not in self.text, self.text
            self.answer(said)
        raise AssertionError(f"still asked after {most} pages: {self.title}")

    def saved(self) -> dict[str, Any]:
        """Return the request that is saved to a file."""
        answer = self.client.get("/rencana/jawaban.json")
        assert answer.status_code == 200
        saved: dict[str, Any] = answer.json()["request"]
        return saved

    def steps(self) -> list[str]:
        """Return the ids of the steps on the plan, in order."""
        return [v for f in Reader(self.text).forms for n, _, v in f.fields if n == "step"]


def _kinds(form: Form) -> list[str]:
    return [name for name, _, _ in form.fields if re.fullmatch(r"q[0-9]+-kind", name)]


def as_member(id_: str) -> str:
    """Return an id as the engine numbers members, and `role.x` of many as that of the first."""
    return re.sub(r"\[([0-9]+)\]", r"-\1", id_)


def said_by(scenario: Scenario) -> dict[str, str]:
    """Return what the person of a scenario knows, by the ids of the questions."""
    said = {f"persons:{role}": who for role, who in scenario.persons.items()}
    said |= {as_member(key): value for key, value in scenario.answers.items()}
    for told, papers in (("held", scenario.held), ("lacking", scenario.lacking)):
        said |= {f"document:{as_member(paper)}": told for paper in papers}
    for wish in scenario.wanted:
        said[f"wish:{as_member(wish)}"] = wish
    return said


def known(said: Said, id_: str, options: Sequence[str]) -> str | None:
    """Return what somebody says to a question; `child.x` is said of every child."""
    if id_.startswith("choice:"):
        return next((one for one in options if f"wish:{as_member(one)}" in said), None)
    everybody = re.sub(r"-[0-9]+(?=\.|$)", "", id_)
    return said.get(id_, said.get(everybody))
