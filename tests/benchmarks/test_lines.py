"""Hold what the lines are made of to small cases: the peers' conditions, a server, a start."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from tests.benchmarks.answered import body_of
from tests.benchmarks.lines import start, verdicts_python
from tests.benchmarks.load import Pace, post
from tests.benchmarks.peers.encoded import In, Is, Ranges, encode, form_of
from tests.benchmarks.peers.python_source import Source, named
from tests.benchmarks.personas import people
from tests.benchmarks.verdict_case import Asks, Joined, Plain, verdict_case

SERVICES = 80


def holds(of: Plain, known: dict[str, object]) -> bool:
    """Evaluate a condition as an engine of two values does."""
    if isinstance(of, Joined):
        return (all if of.how == "all" else any)(holds(part, known) for part in of.of)
    assert isinstance(of, Asks)
    test = form_of(of)
    value = known[test.name]
    if isinstance(test, Is):
        return value is test.value
    if isinstance(test, In):
        return value in test.words
    assert isinstance(test, Ranges)
    assert isinstance(value, int)
    return any(low <= value and (high is None or value < high) for low, high in test.ranges)


def test_all_forms_of_the_conditions_say_the_same() -> None:
    """Both forms of plain Python, and the tests as engines of two values get them."""
    case = verdict_case(SERVICES)
    verdicts, source = verdicts_python.ours(case), Source(case.conditions)
    forms = source.lanes(), source.pair()
    for situation in case.situations(20, 0.7):
        mine = list(verdicts.of(situation.facts))
        assert [mine, mine] == [list(run(named(situation.facts))) for run in forms]
        known = encode(case.facts, situation.facts)
        assert [lane == 3 for lane in mine] == [holds(one, known) for one in case.conditions]


def test_half_of_the_answers_are_some_of_all() -> None:
    person = people("birth")[0]
    whole, half = body_of(person), body_of(person, 0.5)
    assert half["answers"].items() < whole["answers"].items()
    assert whole["events"] == half["events"] == ["birth"]


def test_a_start_from_what_was_kept_is_quicker() -> None:
    (ratio,) = start.measure(160)
    assert ratio.measured < 1


class _Echo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer with what was posted."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200 if body != b"bad" else 422)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_each_body_is_posted_and_errors_are_counted() -> None:
    server = HTTPServer(("127.0.0.1", 0), _Echo)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        load = post(server.server_port, "/", [b"one", b"two", b"bad"], Pace(1, 0))
    finally:
        server.shutdown()
        server.server_close()
    assert load.answers == {0: b"one", 1: b"two", 2: b"bad"}
    assert load.errors == 1
    assert 0 < load.p99 <= load.seconds
