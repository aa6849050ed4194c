"""Help and usage errors in the language of the reader."""

import re
from pathlib import Path
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from lifejourney.cli.desk import MISUSED, Desk, Misuse, in_one
from lifejourney.errors import Words, did_you_mean
from lifejourney.loading import SHIPPED, language_of

_QUOTED: Final = re.compile(r"'([^']*)'")
_EXTRA: Final = re.compile(r"unexpected extra argument.* \((.*)\)$")
_BOUND: Final = re.compile(r"(less|greater) than or equal to ([0-9]+)")


def language(arguments: list[str]) -> str:
    """Return the language that is asked for, before anything else is read."""
    asked = _value_of("--lang", arguments)
    own = language_of(Path(_value_of("--catalog", arguments) or SHIPPED))
    return asked if asked in {"id", "en"} else own


def _value_of(option: str, arguments: list[str]) -> str | None:
    """Return what stands behind an option, None where it is not there."""
    for number, word in enumerate(arguments):
        if word == option:
            return next(iter(arguments[number + 1 : number + 2]), None)
        if word.startswith(f"{option}="):
            return word.removeprefix(f"{option}=")
    return None


def _language_of(ctx: Any) -> str:  # noqa: ANN401 - typer's context has no public type
    """Return the language that main() put into the context."""
    lang = ctx.find_root().obj
    return lang if isinstance(lang, str) else "id"


class Command(TyperCommand):
    """Show its help in Bahasa Indonesia or English."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, D102 - as typer
        lang = _language_of(ctx)
        usage = Words("Cara pakai", "Usage").in_language(lang)
        pieces = [_usage_piece(param) for param in self.params if not param.opts[0].startswith("-")]
        formatter.write(f"{usage}: {ctx.command_path} {' '.join([*pieces, '[--…]'])}\n\n")
        formatter.write_text(in_one(self.help or "", lang))
        rows = [
            (_names(param), in_one(getattr(param, "help", None) or "", lang))
            for param in self.get_params(ctx)
            if param.name != "help" and param.opts[0].startswith("-")
        ]
        formatter.write("\n")
        formatter.write_dl([*rows, ("-h, --help", Words("bantuan ini", "help").in_language(lang))])


class Group(TyperGroup):
    """Show the list of commands in Bahasa Indonesia or English."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, D102 - as typer
        lang = _language_of(ctx)
        usage = Words("Cara pakai", "Usage").in_language(lang)
        command = Words("PERINTAH", "COMMAND").in_language(lang)
        formatter.write(f"{usage}: lifejourney {command} [--…]\n\n")
        formatter.write_text(in_one(self.help or "", lang))
        formatter.write("\n")
        rows = [(name, in_one(one.help or "", lang)) for name, one in self.commands.items()]
        formatter.write_dl(rows)
        formatter.write("\n")
        formatter.write_text(
            Words(
                "lifejourney PERINTAH -h menjelaskan tiap perintah.",
                "lifejourney COMMAND -h tells more.",
            ).in_language(lang)
        )


def _usage_piece(param: Any) -> str:  # noqa: ANN401 - typer's parameters have no public type
    name = str(param.metavar or param.name).upper().strip("[].")
    name = f"{name}..." if param.nargs == -1 else name
    return name if param.required else f"[{name}]"


def _names(param: Any) -> str:  # noqa: ANN401 - typer's parameters have no public type
    metavar = "" if param.is_flag else f" {param.metavar or param.name.upper()}"
    return ", ".join(param.opts) + metavar


def show_misuse(desk: Desk, error: Misuse) -> int:
    """Print what was typed wrongly; return the exit code of wrong use."""
    desk.line(error.what.in_language(desk.lang), 0, 2)
    desk.line(f"→ {error.remedy.in_language(desk.lang)}", 2, 2)
    return MISUSED


def in_words(error: typer.TyperException, commands: list[str]) -> Misuse:
    """Return a usage error of typer in our words."""
    name = type(error).__name__
    quoted = _QUOTED.search(error.format_message())
    if name == "NoSuchOption":
        option = str(getattr(error, "option_name", ""))
        near = did_you_mean(option, getattr(error, "possibilities", None) or [])
        what = Words(f"opsi '{option}' tidak ada", f"there is no option '{option}'")
        return Misuse(what, near or Words("lihat -h", "see -h"))
    if name == "MissingParameter":
        missing = str(getattr(getattr(error, "param", None), "metavar", "") or "-")
        what = Words(f"{missing} belum diisi", f"{missing} is missing")
        return Misuse(what, Words("lihat -h", "see -h"))
    if error.format_message().startswith("No such command") and quoted:
        what = Words(f"perintah '{quoted[1]}' tidak ada", f"there is no command '{quoted[1]}'")
        return Misuse(what, did_you_mean(quoted[1], commands) or Words("lihat -h", "see -h"))
    if name == "BadParameter":
        param = getattr(getattr(error, "param", None), "opts", [""])[0]
        what = Words(f"nilai untuk {param} tidak cocok", f"the value of {param} does not fit")
        return Misuse(what, _number(error))
    if name == "BadOptionUsage":
        option = str(getattr(error, "option_name", ""))
        what = Words(f"{option} memerlukan nilai", f"{option} needs a value")
        return Misuse(what, Words("lihat -h", "see -h"))
    return _too_much(error)


def _too_much(error: typer.TyperException) -> Misuse:
    """Name the words that a command does not take."""
    extra = _EXTRA.search(error.format_message())
    if extra is None:
        what = Words("perintah ini tidak lengkap", error.format_message())
        return Misuse(what, Words("lihat -h", "see -h"))
    what = Words(f"'{extra[1]}' berlebih", f"'{extra[1]}' is too much")
    return Misuse(what, Words("hapus, atau lihat -h", "remove it, or see -h"))


def _number(error: typer.TyperException) -> Words:
    """Say which number fits where another was written."""
    bound = _BOUND.search(error.format_message())
    if bound is None:
        return Words("tulis angka bulat", "write a whole number")
    most, number = bound[1] == "less", bound[2]
    return Words(
        f"paling {'banyak' if most else 'sedikit'} {number}",
        f"at {'most' if most else 'least'} {number}",
    )
