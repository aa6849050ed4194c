"""The commands in one list, and what happens when one of them fails."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Final

import typer
from rich.console import Console

from lifejourney.cli.asking import ask
from lifejourney.cli.browse import documents, events, facts, services
from lifejourney.cli.checking import check, run_scenarios
from lifejourney.cli.desk import FINE, FOUND, MISUSED, Desk, Misuse, both
from lifejourney.cli.explain import explain
from lifejourney.cli.graph import graph
from lifejourney.cli.plan import plan
from lifejourney.cli.serving import serve
from lifejourney.cli.show import show
from lifejourney.cli.sources import sources
from lifejourney.cli.upcoming import upcoming
from lifejourney.cli.usage import Command, Group, in_words, language, show_misuse
from lifejourney.errors import InvalidCatalog, InvalidRequest, system_words

SETTINGS: Final = {"help_option_names": ["-h", "--help"]}
COMMANDS: Final = (
    ("events", events, both("peristiwa hidup yang dikenal", "the life events")),
    ("facts", facts, both("apa saja yang dapat dijawab", "what can be answered")),
    ("services", services, both("cari layanan", "find services")),
    ("documents", documents, both("cari dokumen", "find documents")),
    ("show", show, both("semua tentang satu layanan, dokumen, …", "everything of one noun")),
    ("sources", sources, both("setiap angka dan sumbernya", "every figure and its source")),
    (
        "plan",
        plan,
        both("apa yang perlu diurus, urut, dengan surat apa", "what to do, in which order"),
    ),
    ("ask", ask, both("tanya jawab, lalu rencananya", "answer questions, then see the plan")),
    (
        "upcoming",
        upcoming,
        both("yang akan jatuh tempo, sebelum diminta", "what falls due, without being asked"),
    ),
    ("explain", explain, both("mengapa, mengapa tidak, bagaimana bila", "why, why not, what if")),
    ("check", check, both("periksa katalog", "check the catalog")),
    ("test", run_scenarios, both("jalankan skenario katalog", "run the catalog's scenarios")),
    (
        "graph",
        graph,
        both("gambar kaitan layanan dan dokumen", "how services and documents depend"),
    ),
    ("serve", serve, both("jalankan API di komputer ini", "serve the API on this machine")),
)

app = typer.Typer(
    name="lifejourney",
    cls=Group,
    help=both(
        "Dari peristiwa hidup ke urutan layanan publik.",
        "From life events to public services in order.",
    ),
    add_completion=False,
    context_settings=SETTINGS,
    pretty_exceptions_enable=False,
)
for name, function, text in COMMANDS:
    app.command(name, cls=Command, help=text, context_settings=SETTINGS)(function)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; nothing but a bug raises."""
    lang = language(arguments)
    desk = Desk(lang, console=Console(stderr=True, highlight=False, markup=False, emoji=False))
    names = [name for name, _, _ in COMMANDS]
    try:
        code = typer.main.get_command(app).main(
            arguments or ["-h"], prog_name="lifejourney", standalone_mode=False, obj=lang
        )
    except (Misuse, typer.TyperException) as error:
        return show_misuse(desk, error if isinstance(error, Misuse) else in_words(error, names))
    except (InvalidCatalog, InvalidRequest) as refused:
        asked = isinstance(refused, InvalidRequest)
        for problem in refused.problems:
            (desk.problem if asked else desk.finding)(problem)
        return MISUSED if asked else FOUND
    except (SystemExit, BrokenPipeError):
        # Whoever read has gone (`| head`): nothing is wrong, and nothing is left to say.
        return FINE
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except OSError as error:  # a full disk: what is read is looked after where it is read
        why = system_words(error)
        desk.line(desk.words(f"tidak dapat ditulis: {why.id}", f"this cannot be written: {why.en}"))
        return FOUND
    return code if isinstance(code, int) else FINE


def main() -> None:
    """Run the terminal, also one that does not know every letter."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # whoever started it has closed it
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
            setattr(sys, name, nowhere)
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    code = run(sys.argv[1:])
    _let_go()
    sys.exit(code)


def _let_go() -> None:
    """Leave nothing to be written at the end, where it would fail without words."""
    stream = sys.stdout
    try:
        if isinstance(stream, TextIOWrapper):
            stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
