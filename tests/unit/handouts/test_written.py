"""Check the written forms: Markdown, the table and Mermaid."""

import csv
import io

import pytest
from markdown_it import MarkdownIt

from lifejourney.handouts import hand_out
from lifejourney.handouts.paper import escape
from tests.unit.handouts.answers import Json, asked, blocked, dated

ODD = 'Akta <b>"1"</b> & *Kutipan* _a_ [x](y) `c` # | ~ \\ !'


def paper(answer: Json) -> str:
    """Return the plan in Markdown."""
    return hand_out(answer, "markdown").decode()


def rows(answer: Json) -> list[dict[str, str]]:
    """Return the rows of the table by their columns."""
    return list(csv.DictReader(io.StringIO(hand_out(answer, "csv").decode(), newline="")))


@pytest.mark.parametrize(
    "text",
    [ODD, "- a", "+ a", "1. a", "12) a", "= a", "# a", "> a", "a\n\n# b", "1985 saja", "&amp;"],
)
@pytest.mark.parametrize("before", ["", "- ", "### ☐ 1. ", "- **x:** "])
def test_markdown_shows_every_text_as_it_is(text: str, before: str) -> None:
    """A reader of CommonMark finds the text again, and nothing but text."""
    tokens = MarkdownIt().parse(f"{before}{escape(text)}")
    [inline] = [token for token in tokens if token.type == "inline"]
    children = inline.children or []
    shown = "".join(child.content for child in children if child.type.startswith("text"))
    wanted = " ".join(text.split())
    assert shown.endswith(wanted)
    assert {child.type for child in children} <= {"text", "text_special", "strong_open",
                                                  "strong_close"}  # fmt: skip


def test_the_printed_plan() -> None:
    """It has stages, boxes to tick, papers, days and what comes next."""
    answer = dated(blocked(asked(documents={"held": ["kartu-keluarga@family"]})))
    answer["plan"]["possible"] = answer["plan"]["steps"][:1]
    answer["plan"]["totals"] |= {"finish": "2026-12-03", "visits": 2}
    text = paper(answer)
    for expected in (
        "# Rencana: Kelahiran\n",
        "Dibuat untuk 22 November 2026.\nSelesai paling cepat 10 Desember 2026, atau sesudahnya",
        "Banyaknya kunjungan: 2.\n",
        "## Tahap 1: dapat dimulai lebih dulu\n",
        "### ☐ 1. Surat lahir dari fasilitas kesehatan (anak) (belum pasti)\n",
        "## Tahap 2\n",
        "- **Setelah:** 1\n",
        "- **Membuka:** 4\n",
        "- **Batas:** paling lambat 9 Januari 2027.",
        "sudah ada pada Anda",
        "## Yang belum dapat diurus\n",
        '- Akta \\<lain\\> \\& "kutipan" (anak): terhalang oleh Surat (ibu)\n',
        "## Surat yang disiapkan\n",
        "untuk langkah 3",
        "langkah lain bergantung pada jawaban Anda",
    ):
        assert expected in text, expected


def test_what_is_done_stands_first() -> None:
    """It is ticked and not told again; a goal without a reason has none."""
    answer = blocked(asked(done=["LJ-0001@child-1"]))
    answer["plan"]["steps"][-1]["blocked_by"] = []
    answer["greeting"] = "Selamat."
    answer["plan"]["steps"][1]["plain"] = None
    text = paper(answer)
    assert "## Sudah selesai\n\n- ☑ Pencatatan kelahiran (anak)\n" in text
    assert "### ☐ 1." not in text
    assert '"kutipan" (anak)\n' in text
    assert "\nSelamat.\n" in text


def test_a_plan_without_steps() -> None:
    """It says that none can be named yet."""
    answer = asked()
    answer["plan"] |= {"steps": [], "possible": [], "documents": []}
    answer["greeting"] = None
    text = paper(answer | {"lang": "en"})
    assert "No step can be named yet." in text
    assert "Papers to prepare" not in text
    assert "Not written here" not in text


def test_papers_say_how_many_and_from_where() -> None:
    """Copies, what is handed in or instead, and from which step or whom."""
    answer = asked()
    step = answer["plan"]["steps"][2]
    one = step["requires"][0] | {"title": "Surat", "person_title": "ibu"}
    step["requires"] = [
        one | {"copies": 2, "original": False, "from": "held", "step": None},
        one | {"copies": 1, "kept": True, "from": "step", "step": "LJ-9999@child-1"},
        one | {"substitute": True, "from": "outside", "step": None, "issuer": None},
        one | {"copies": 0, "original": False},
    ]
    [row] = [row for row in rows(answer) if row["id"] == step["id"]]
    assert row["papers"].split(" | ") == [
        "Surat (ibu); fotokopi 2 lembar; sudah ada pada Anda",
        (
            "Surat (ibu); asli dan fotokopi 1 lembar, diserahkan; "
            "dari langkah yang masih bergantung pada jawaban Anda"
        ),
        "Surat (ibu); asli, sebagai pengganti; dari penerbitnya",
    ]


def test_the_table() -> None:
    """What is known stands in its column, what is not is empty, and no cell is a formula."""
    answer = dated(blocked(asked()))
    answer["plan"]["steps"][0] |= {"title": "=1+1", "visit": 1, "start": None}
    first, *_, last = rows(answer)
    assert first["title"] == "'=1+1"
    assert (first["number"], first["visit"], first["start"]) == ("1", "1", "")
    assert (first["deadline"], first["unlocks"]) == ("2026-11-16", "LJ-0001@child-1")
    assert (last["number"], last["status"], last["time"], last["cost_min"]) == (
        "",
        "blocked",
        "",
        "",
    )


def test_mermaid() -> None:
    """Stages are frames, standing is told in words, and every sign is safe."""
    answer = blocked(asked())
    text = hand_out(answer, "mermaid").decode()
    for expected in (
        '  subgraph w1["Tahap 1"]\n',
        '    s1["1. Surat lahir dari fasilitas kesehatan (anak) (belum pasti)"]:::possible\n',
        '  b1["Akta &lt;lain&gt; &amp; &quot;kutipan&quot; (anak) (terhalang)"]:::blocked\n',
        "  s1 --> s3\n  s3 --> s4\n",
    ):
        assert expected in text, expected


def test_mermaid_takes_no_sign_for_a_code() -> None:
    """A number sign would begin a code, a new line would end the node."""
    answer = asked()
    answer["plan"]["steps"][1]["title"] = "A #9829;\nB"
    assert '"2. A #35;9829; B (anak)"' in hand_out(answer, "mermaid").decode()


def test_mermaid_leaves_out_what_follows_from_the_rest() -> None:
    """A line from the first to the last says nothing new."""
    answer = asked()
    answer["plan"]["steps"][3]["after"].append("LJ-0002@child-1")
    assert "s1 --> s4" not in hand_out(answer, "mermaid").decode()
