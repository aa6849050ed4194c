"""Check the questionnaire as people meet it: by pipe, answering what they are asked."""

import re

import pytest

from tests.unit.cli.talking import Asking, Rules

PARENTS: Rules = (
    ("[Bb]erapa anak|Berapa bayi", "1"),
    ("Berapa kakak", "0"),
    ("masih hidup|selamat", "ya"),
    ("kewarganegaraan", "wni"),
    ("Tanggal berapa|Tanggal lahir anak", "1/11/2026"),
    ("umur", "28"),
    ("Siapa orang tua", "ibu dan ayah"),
    ("erkawinan", "1"),
    ("agama", "islam"),
    ("direkam", "y"),
    ("Di mana anak|Lahir di rumah", "2"),
    ("[Ss]urat mana", "semua"),
    ("JKN", "1"),
)
DEATH: Rules = (
    ("ahli waris\\?|berapa ahli waris", "0"),
    ("Kapan", "1 Oktober 2026"),
    ("Di mana", "1"),
    ("umur", "70"),
    ("[Ss]urat mana", "semua"),
)


def test_the_first_minute(talk: Asking) -> None:
    """Sympathy follows at once where a baby has died, and whoever stops gets a plan."""
    rules = [("keadaan bayi", ["lahir sudah meninggal"])]
    found = talk("birth", rules=rules, otherwise="berhenti")
    assert found.code == 0
    assert found.questions == 2
    assert "→ Lahir sudah meninggal Kami turut berduka cita." in found.said
    assert "Kami turut berduka cita." not in found.plan
    assert found.plan.startswith("Halaman ini hanya memberi petunjuk.")


@pytest.mark.slow
class TestFivePeople:
    """Birth and death in the shipped catalog, each walked by different people."""

    @pytest.mark.parametrize("event", ["birth", "death"])
    def test_who_knows_everything(self, talk: Asking, event: str) -> None:
        rules = [("keadaan bayi", "sehat"), *(PARENTS if event == "birth" else DEATH)]
        found = talk(event, rules=rules, otherwise="1")
        assert found.code == 0
        assert 3 < found.questions < 40
        assert found.has_plan
        assert found.plan.count("Halaman ini hanya memberi petunjuk.") == 1
        assert all(len(row) <= 80 for row in found.rows if not row.strip().startswith("--"))

    @pytest.mark.parametrize("condition", ["lahir sudah meninggal", "meninggal setelah lahir"])
    def test_who_grieves(self, talk: Asking, condition: str) -> None:
        """Sympathy follows at once, nothing of joy comes after it, and it is said once."""
        rules = [("keadaan bayi", condition), ("Kapan|Tanggal", "10 November 2026"), *PARENTS]
        found = talk("birth", rules=rules, otherwise="-")
        after = found.said.split("Kami turut berduka cita.", 1)
        assert len(after) == 2
        assert "Kami turut berduka cita" not in after[1] + found.plan
        assert not re.search("(?i)selamat datang|bahagia|imunisasi|posyandu|!", after[1])

    def test_who_has_lost_somebody(self, talk: Asking) -> None:
        found = talk("death", rules=[("Kapan", ["?", "berhenti"])], otherwise="?")
        assert found.said.startswith("Kami turut berduka cita.")
        assert "berhenti kapan saja" in found.said
        assert found.has_plan

    @pytest.mark.parametrize(("event", "word"), [("birth", "?"), ("death", "-")])
    def test_who_knows_little_or_declines(self, talk: Asking, event: str, word: str) -> None:
        """Nobody is pressed: no question comes twice, and there is a plan at the end.

        Only the checklist may come again, with other papers.
        """
        found = talk(event, rules=[("keadaan bayi", ["sehat"])], otherwise=word)
        asked = re.findall(r"(?:^|→ [^?]*? )([A-Z][^→]*?\?) Paling banyak", found.said)
        titles = [title for title in asked if "Surat mana" not in title]
        assert found.code == 0
        assert len(titles) == len(set(titles))
        assert found.said.count("Tidak apa-apa. Anda boleh berhenti di sini") == 1
        assert found.has_plan

    def test_who_stops_at_once(self, talk: Asking) -> None:
        found = talk("birth", "death", rules=[("", ["berhenti"])])
        assert found.code == 0
        assert found.questions == 1
        assert "berduka" in found.said
        assert found.has_plan
