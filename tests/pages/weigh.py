"""Weigh the pages and time them as on a slow network: `python -m tests.pages.weigh`.

Weights are bytes over the wire of a first visit, all files in all. Times are the largest
contentful paint at 400 ms round trip, 400 kbit/s and a processor four times slower.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

from api.pages.visit import COOKIE
from api.session import Session
from lifejourney import SHIPPED, load_catalog
from tests.pages.serving import PHONE, chromium, context_of, sealed_by, served

PAINT = (
    "() => new Promise((done) => new PerformanceObserver((list) =>"
    " done(list.getEntries().at(-1).startTime))"
    ".observe({type: 'largest-contentful-paint', buffered: true}))"
)
SLOWEST = 2500
ANSWERED = Session(
    events=("birth",),
    steps=(
        {"child[1].condition": "healthy"},
        {"persons:child": 1},
        {"parents.known": "both"},
        {"parents.marriage": "recorded"},
        {"child[1].birth_place": "facility"},
        {"child[1].birth_date": "2026-11-12"},
    ),
)
"""Some questions about a birth are answered."""
SLOW = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}


@dataclass
class Scale:
    """Add up what comes over the wire to one page."""

    page: Page
    bytes: int = 0
    session: object = field(init=False)

    def __post_init__(self) -> None:
        self.session = session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.on("Network.loadingFinished", self._add)
        session.send("Network.emulateNetworkConditions", SLOW)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})

    def _add(self, event: dict[str, float]) -> None:
        self.bytes += int(event["encodedDataLength"])


def main() -> None:
    """Print one line a page: name, bytes, bar, milliseconds, bar, holds or short."""
    with served(load_catalog(SHIPPED)) as base, chromium() as browser:
        for name, most, path in (
            ("first page", 40_000, "/"),
            ("question", 25_000, "/pertanyaan/7"),
            ("plan", 60_000, "/rencana"),
        ):
            weight, paint = _weigh(browser, base, path)
            holds = "holds" if weight <= most and paint <= SLOWEST else "short"
            print(f"{name}\t{weight}\t{most}\t{paint:.0f}\t{SLOWEST}\t{holds}")  # noqa: T201


def _weigh(browser: Browser, base: str, path: str) -> tuple[int, float]:
    """Return bytes and milliseconds of one page, fetched by somebody who has answered."""
    context = context_of(browser, viewport=PHONE)
    context.add_cookies([{"name": COOKIE, "value": sealed_by(ANSWERED), "url": base}])
    page = context.new_page()
    scale = Scale(page)
    page.goto(base + path, wait_until="load")
    paint: float = page.evaluate(PAINT)
    context.close()
    return scale.bytes, paint


if __name__ == "__main__":
    main()
