"""Count requests for Prometheus: by route, method and class of status, by nothing else.

Several workers count together where PROMETHEUS_MULTIPROC_DIR names a folder.
"""

import os
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

TOGETHER: Final = "PROMETHEUS_MULTIPROC_DIR"
MEDIA_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS: Final = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30)


class Metrics:
    """Hold the counters of one application."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "lifejourney_requests",
            "Requests answered.",
            ("route", "method", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "lifejourney_request_seconds",
            "Seconds from a request to the end of its answer.",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._catalog = Gauge(
            "lifejourney_catalog_current",
            "1 while the catalog in the folder is the one served, 0 while it is broken.",
            registry=self._registry,
            multiprocess_mode="livemin",
        )
        self.catalog_is_current(current=True)

    def request(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one request."""
        self._requests.labels(route, method, f"{status // 100}xx").inc()
        self._seconds.labels(route).observe(seconds)

    def catalog_is_current(self, *, current: bool) -> None:
        """Note whether the catalog that is served is the one in its folder."""
        self._catalog.set(int(current))

    def text(self) -> bytes:
        """Return all figures in the text format of Prometheus."""
        registry = self._registry
        if TOGETHER in os.environ:
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry)
