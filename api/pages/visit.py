"""One call at a page that is about a person: who comes, with which answers, and where to next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import Depends
from fastapi import Request as Call
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse, Response

from lifejourney import Request, Words, read_request

from ..bodies import read_limited
from ..language import Language, home_language, known_language
from ..look import Look, Speech, name_of
from ..problems import ABROAD, Refused
from ..sealing import NotSealed, Seal
from ..session import Session
from ..settings import Settings
from ..state import State, state_of
from ..tasks import advice
from .fitting import fit
from .paper import can_pdf

COOKIE: Final = "journey"
CARRIED: Final = "s"
LARGEST_COOKIE: Final = 3500
LONGEST_FIELD: Final = 2000
Show = Callable[["Visit"], Response]
SAFE: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@dataclass(frozen=True)
class Visit:
    """Hold one call. `session` is None where no answers came along.

    `is_carried`: the browser keeps no cookie, or the answers outgrew it; they travel sealed in
    the form, every link is a button, and a form is answered by the next page itself.
    """

    request: Call
    form: FormData
    session: Session | None
    lang: Language
    is_carried: bool = False

    @property
    def state(self) -> State:
        """Return what the application holds."""
        return state_of(self.request)

    @property
    def settings(self) -> Settings:
        """Return what the operator has set."""
        settings: Settings = self.request.app.state.settings
        return settings

    @property
    def look(self) -> Look:
        """Return how pages look."""
        look: Look = self.request.app.state.look
        return look

    @property
    def say(self) -> Speech:
        """Return the language of the page."""
        return Speech(self.lang, self.state.catalog)

    def text(self, name: str) -> str:
        """Return one field of the form, empty if it is not there or a file."""
        value = self.form.get(name)
        return value.strip() if isinstance(value, str) else ""

    def texts(self, name: str) -> list[str]:
        """Return every value of a field of the form."""
        return [value for value in self.form.getlist(name) if isinstance(value, str)]

    def fields(self) -> dict[str, str]:
        """Return what was typed, to be shown again."""
        return {
            name: value[:LONGEST_FIELD]
            for name, value in self.form.items()
            if isinstance(value, str) and name not in {CARRIED, "act"}
        }

    def with_session(self, session: Session | None) -> "Visit":
        """Return it with other answers."""
        return replace(self, session=session)

    # The engine.

    def asked(self, session: Session) -> Request:
        """Return the request that these answers make, without those that no longer fit."""
        return self._fit(session)[1]

    def fitting(self, session: Session) -> Session:
        """Return the answers without those that no longer fit."""
        return self._fit(session)[0]

    def _fit(self, session: Session) -> tuple[Session, Request]:
        today = self.state.today(session.body(self.lang))
        return fit(self.state.catalog, session, self.lang, today, read_request)

    def check(self, session: Session) -> None:
        """Raise InvalidRequest if the answers cannot all be true, or one cannot be read."""
        body = session.body(self.lang)
        read_request(self.state.catalog, body, self.state.today(body))

    def answer(self, session: Session, *parts: str) -> dict[str, Any]:
        """Return what the API would answer to the same request."""
        return self.state.room.do(advice, self.asked(session), parts)

    # Answers to the browser.

    def link(self, path: str) -> str:
        """Return an address in the language of this page."""
        return in_language(path, self.lang, self.home)

    @property
    def home(self) -> Language:
        """Return the language that needs no word in an address: that of the catalog."""
        return home_language(self.request)

    @property
    def _other_languages(self) -> list[tuple[str, str, str]]:
        """Return the code, name and address of each other language of this page."""
        path, query = self.request.url.path, self.request.url.query
        rest = "&".join(one for one in query.split("&") if one and not one.startswith("lang="))
        here = f"{path}?{rest}" if rest else path
        return [
            (code, name_of(code), in_language(here, code, self.home))
            for code in dict.fromkeys((self.home, "en"))
            if code != self.lang
        ]

    def page(self, template: str, context: Mapping[str, Any], status: int = 200) -> Response:
        """Return a page that only this person sees, and nobody keeps."""
        sealed = self._seal()
        carried = self.is_carried or len(sealed) > LARGEST_COOKIE
        content = self.render(template, {**context, "carried": sealed if carried else ""})
        response = HTMLResponse(content, status, {**SAFE, "Cache-Control": "no-store"})
        if self.session is not None and not carried:
            self._keep(response, sealed)
        return response

    def open_page(self, template: str, context: Mapping[str, Any]) -> Response:
        """Return a page that is the same for everybody."""
        headers = {**SAFE, "Cache-Control": "public, max-age=300", "Content-Language": self.lang}
        return HTMLResponse(self.with_session(None).render(template, context), 200, headers)

    def render(self, template: str, context: Mapping[str, Any]) -> str:
        """Return the text of a page."""
        return self.look.render(
            template,
            {
                "t": self.say,
                "lang": self.lang,
                "link": self.link,
                "same": self.request.url.path,
                "home": self.home,
                "other_languages": self._other_languages,
                "settings": self.settings,
                "catalog": self.state.current,
                "carried": "",
                "session": self.session,
                "sensitive": self._is_sensitive,
                "checked": self.state.checked,
                "feedback": self._feedback,
                "can_pdf": can_pdf(),
                **context,
            },
        )

    def to(self, path: str, session: Session, show: Show) -> Response:
        """Go on to a page with these answers: by an address, so that going back repeats nothing."""
        onward = self.with_session(session)
        sealed = onward._seal()  # noqa: SLF001 - of the same class
        if self.is_carried or len(sealed) > LARGEST_COOKIE:
            return show(replace(onward, is_carried=True, form=FormData()))
        response = RedirectResponse(self.link(path), 303, {"Cache-Control": "no-store"})
        self._keep(response, sealed)
        return response

    def _seal(self) -> str:
        if self.session is None:
            return ""
        return Seal(self.settings.key).close(self.session.pack(), self.state.now())

    def _keep(self, response: Response, sealed: str) -> None:
        secure = self.request.url.scheme == "https"
        response.set_cookie(
            COOKIE, sealed, path="/", httponly=True, samesite="strict", secure=secure
        )

    def carrying(self) -> "Visit":
        """Return it as from a browser that keeps no cookies."""
        return replace(self, is_carried=True)

    @property
    def _feedback(self) -> str:
        """Return a message that names the page and the catalog, and nothing that was said."""
        say = self.say
        subject = say("Tentang petunjuk ini", "About this guidance")
        asked = say("Benarkah petunjuk ini? Apa yang salah?", "Was this right? What was wrong?")
        body = f"{asked}\n\n\n{self.request.url.path}\n{self.state.current.version}"
        return f"mailto:{self.settings.feedback}?subject={quote(subject)}&body={quote(body)}"

    @property
    def _is_sensitive(self) -> bool:
        events = self.state.catalog.events
        chosen = self.session.events if self.session is not None else ()
        return any(events[slug].sensitive for slug in chosen if slug in events)


def forget(response: Response) -> None:
    """Have the browser forget the answers."""
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")


def in_language(path: str, lang: str, home: str) -> str:
    """Return an address in a language: the same one, with `lang=en` for English abroad."""
    if lang == home:
        return path
    path, hash_, fragment = path.partition("#")
    return f"{path}{'&' if '?' in path else '?'}lang={lang}{hash_}{fragment}"


async def read_visit(request: Call) -> Visit:
    """Read a call: its form, if it posts one from a page of ours, and the answers it brings.

    Raises Refused for a form from another site (a page of ours says so by itself) or too large.
    """
    form = FormData()
    if request.method == "POST":
        _check_origin(request)
        await read_limited(request)
        form = await request.form(max_files=1, max_fields=400)
    home = home_language(request)
    lang = known_language(request.query_params.get("lang"), home) or home
    brought = form.get(CARRIED)
    carried = isinstance(brought, str) and brought != ""
    sealed = brought if isinstance(brought, str) and carried else request.cookies.get(COOKIE, "")
    return Visit(request, form, _open(request, sealed), lang, carried)


Visiting = Annotated[Visit, Depends(read_visit)]


def _open(request: Call, sealed: str) -> Session | None:
    if not sealed:
        return None
    settings: Settings = request.app.state.settings
    try:
        opened = Seal(settings.key).open(sealed, state_of(request).now())
        return Session.unpack(opened)
    except NotSealed:
        return None


def _check_origin(request: Call) -> None:
    """Refuse a form that another site has sent."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    own = f"{request.url.scheme}://{request.url.netloc}"
    if site in {"same-origin", "none"} or (site is None and origin in {None, own}):
        return
    detail = Words("Formulir ini dikirim dari situs lain.", "This form was sent from another site.")
    raise Refused(ABROAD, detail)
