"""Text to nodes: places, and everything that is refused."""

import pytest

from lifejourney.loading.findings import Findings
from lifejourney.loading.nodes import Entries, Items, Ready, Scalar, follow, plain, spot
from lifejourney.loading.yaml_text import LONGEST, read_node


def read(text: str | bytes) -> tuple[object, list[tuple[str, str]]]:
    """Return plain data, and the codes with their places."""
    findings = Findings("x.yaml")
    node = read_node(text.encode() if isinstance(text, str) else text, findings)
    found = [(one.code, f"{one.where.line}:{one.where.column}") for one in findings.problems]
    return (None if node is None else plain(node)), found


def test_every_scalar_stays_text() -> None:
    """YAML guesses nothing."""
    text = "a: no\nb: 01111\nc: 34.70\nd: 12:30\ne: ~\nf: 1e3\ng: 2026-11-22\nh: true\n"
    data, found = read(text)
    assert found == []
    assert data == {
        "a": "no", "b": "01111", "c": "34.70", "d": "12:30", "e": "~", "f": "1e3",
        "g": "2026-11-22", "h": "true",
    }  # fmt: skip


def test_a_byte_order_mark_does_no_harm() -> None:
    """Some editors write one."""
    assert read(b"\xef\xbb\xbfa: b\n") == ({"a": "b"}, [])


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "empty-file", "1:1"),
        ("# nothing\n", "empty-file", "1:1"),
        ("a: b\n---\nc: d\n", "second-document", "2:1"),
        (b"a: b\nc: \xff\n", "not-utf8", "2:4"),
        ("a: 'x\x00'\n", "bad-character", "1:6"),
        ("a: &x [b]\n", "yaml-alias", "1:4"),
        ("a: *x\n", "yaml-alias", "1:4"),
        ("a: !!python/object:os.system x\n", "yaml-tag", "1:4"),
        ("a: !x [b]\n", "yaml-tag", "1:4"),
        ("a: b\na: c\n", "duplicate-key", "2:1"),
        ("a:\nb: c\n", "empty-value", "1:3"),
        ("a: [b, ~]\nc:\n  -\n", "empty-value", "3:4"),
        ("? [a]\n: b\n", "bad-key", "1:3"),
        ('"": b\n', "bad-key", "1:1"),
        ("*x : b\n", "yaml-alias", "1:1"),
        ("a: b\n\tc: d\n", "tab", "2:1"),
        ("a: [b\nc: d\n", "yaml-syntax", "2:2"),
        ("a: b: c\n", "yaml-syntax", "1:5"),
        ("a: 'b\n", "yaml-syntax", "2:1"),
        ("a: [17..60)\nb: c\n", "unquoted-value", "1:4"),
        ("a: ]17..60[\n", "unquoted-value", "1:4"),
        ("{a: (17..60]}\n", "unquoted-value", "1:5"),
        ("a: >= 5\n", "unquoted-value", "1:4"),
        ("a: @x\n", "unquoted-value", "1:4"),
        ("a: `x`\n", "unquoted-value", "1:4"),
        ("a: {b: Suami, istri}\n", "unquoted-value", "1:15"),
        ("a: Form #1\n", "cut-text", "1:4"),
        ("a:b\nc: d\n", "yaml-syntax", "1:2"),
        ("a: b\nc\uff1ad\ne: f\n", "yaml-syntax", "2:2"),
    ],
)  # fmt: skip
def test_refuses(text: str | bytes, code: str, place: str) -> None:
    """Each fault has its code and its place."""
    assert read(text)[1][0] == (code, place)


def test_a_block_that_is_a_mapping_of_nothing_points_at_its_start() -> None:
    """An error inside a long flow names the line where it began."""
    findings = Findings("x.yaml")
    read_node(b"a: {b: c,\n d: e\nf: g\n", findings)
    assert findings.problems[0].code == "yaml-syntax"
    assert "line 1" in findings.problems[0].what.en


def test_a_file_may_not_be_too_long() -> None:
    """Nobody writes two megabytes by hand."""
    assert read(b"a" * (LONGEST + 1)) == (None, [("file-too-large", "1:1")])


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 5_000, "- " * 5_000])
def test_a_file_may_not_nest_too_deeply(text: str) -> None:
    """Depth is refused before it can hurt."""
    data, found = read(text)
    assert data is None
    assert [code for code, _ in found] == ["too-deep"]


def test_an_alias_bomb_is_only_a_handful_of_problems() -> None:
    """Aliases are never followed."""
    rows = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    data, found = read("\n".join(rows))
    assert {code for code, _ in found} == {"yaml-alias"}
    assert data is not None


class TestSpot:
    """The place of a character inside a text."""

    @pytest.mark.parametrize(
        ("text", "offset", "column"),
        [
            ("a: bcd", 2, 6),
            ("a: 'bcd'", 2, 7),
            ("a: 'b''d'", 2, 8),
            (r'a: "b\"d"', 2, 8),
            (r'a: "\x41d"', 1, 9),
            (r'a: "\u0041d"', 1, 11),
            (r'a: "\U00000041d"', 1, 15),
            ("a: bcd", 9, 4),
            ("a: |\n  bcd", 1, 4),
            ("a: 'b\n  cd'", 1, 4),
            ("a: [bc, 'de']", 1, 6),
            ("a: [bc, 'de']", 5, 11),
            ("a: [bc, 'de']", 50, 4),
            ("a: [[b], cd]", 3, 11),
            ("a: {b: c}", 3, 4),
        ],
    )
    def test_counts_quotes_and_escapes(self, text: str, offset: int, column: int) -> None:
        """Quotes and escapes take more room in the file than in the text."""
        node = read_node(text.encode(), Findings("x"))
        assert isinstance(node, Entries)
        value = node.get("a")
        assert value is not None
        assert spot(value, offset) == (1, column)


def test_follows_a_path_as_far_as_it_goes() -> None:
    """Lists, mappings, keys and values that were read already."""
    inner = Entries(((Scalar("k", 2, 1), Scalar("v", 2, 4)),), 2, 1)
    root = Entries(
        (
            (Scalar("serves", 1, 1, written="for"), Items((Scalar("x", 1, 6),), 1, 5)),
            (Scalar("when", 3, 1), Ready(object(), inner)),
        ),
        1,
        1,
    )
    assert follow(root, ("serves", 0))[1] == "for[0]"
    assert follow(root, ("serves", "[key]"))[0].column == 1
    assert follow(root, ("serves", 7)) == (root.entries[0][1], "for")
    assert follow(root, ("when", "k"))[0] == Scalar("v", 2, 4)
    assert follow(root, ("nothing",)) == (root, "")
    assert (root.entries[1][1].line, root.entries[1][1].column) == (2, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b: c\n", "':' di tempat yang tidak cocok"),
        ("a: [b\nc: d\n", "kurung '[' yang belum ditutup"),
        ("a: {b: 1\nc: d\n", "kurung '{' yang belum ditutup"),
        ("a: 'b\n", "tanda kutip yang belum ditutup"),
        ("a:\n  - b\n c: d\n", "jorokan yang tidak cocok"),
        ("a: ]\n", "nilai yang belum ada"),
        ("? a\nb\nc: d\n", "tidak ada ':' sesudah kunci"),
    ],
)
def test_a_slip_of_grammar_is_told_in_words(text: str, said: str) -> None:
    """What the parser says in English is told in the reader's language."""
    findings = Findings("x.yaml")
    read_node(text.encode(), findings)
    assert said in findings.problems[0].what.id
