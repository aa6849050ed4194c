"""Explain why a text is no FEEL unary test, pointing at the place and naming a remedy.

The table at the end lists every code with its message and its remedy, in Bahasa Indonesia
and in English. Words in braces are filled in from the text at fault.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from lifejourney.errors import LifejourneyError, Words

__all__ = ["REFUSALS", "InvalidTest", "Span", "invalid"]


class Span(NamedTuple):
    """Mark a stretch of the text: the first character and the one after the last, from 0."""

    start: int
    end: int


class InvalidTest(LifejourneyError):
    """Refuse a text as a unary test; `code` is a stable slug, `span` the place in `source`."""

    def __init__(self, code: str, message: Words, remedy: Words, source: str, span: Span) -> None:
        """Keep the evidence."""
        super().__init__(code, message, remedy, source, span)
        self.code = code
        self.message = message
        self.remedy = remedy
        self.source = source
        self.span = span

    def __str__(self) -> str:
        """Print message, source line and caret line in English."""
        return self.in_language("en")

    def in_language(self, lang: str) -> str:
        """Print the message, the line of the source at fault and carets under the place."""
        begin = self.source.rfind("\n", 0, self.span.start) + 1
        line = self.source[begin:].partition("\n")[0]
        before = line[: self.span.start - begin]
        # Tabs stay tabs, so that the carets stand under the place however wide a tab is.
        indent = "".join("\t" if char == "\t" else " " for char in before)
        width = max(1, min(self.span.end - self.span.start, len(line) - len(before)))
        return f"{self.message.in_language(lang)}\n    {line}\n    {indent}{'^' * width}"


def invalid(code: str, source: str, span: Span, **parts: str | Words) -> InvalidTest:
    """Make the refusal for a code of the table, its braces filled in."""
    message, remedy = (_fill(words, parts) for words in REFUSALS[code])
    return InvalidTest(code, message, remedy, source, span)


def _fill(words: Words, parts: dict[str, str | Words]) -> Words:
    """Fill the braces of a text, language by language."""

    def fill(lang: str) -> str:
        """Fill them in one language."""
        chosen = {
            name: part.in_language(lang) if isinstance(part, Words) else part
            for name, part in parts.items()
        }
        return words.in_language(lang).format(**chosen)

    return Words(id=fill("id"), en=fill("en"))


REFUSALS: Final[dict[str, tuple[Words, Words]]] = {
    "feel-and-or": (
        Words("'{word}' tidak dipakai di dalam syarat.", "'{word}' has no place inside a test."),
        Words(
            "Untuk 'atau' tulis koma (1, 2); untuk 'dan' tulis rentang ([17..60)) atau "
            "dua syarat terpisah.",
            "For 'or' write a comma (1, 2); for 'and' write an interval ([17..60)) or two "
            "separate conditions.",
        ),
    ),
    "feel-arithmetic": (
        Words(
            "Syarat tidak dapat berhitung dengan '{wrong}'.",
            "A test cannot calculate with '{wrong}'.",
        ),
        Words("Tulis hasil hitungannya.", "Write the result of the calculation."),
    ),
    "feel-bare-time": (
        Words("Waktu perlu ditulis sebagai waktu.", "A clock time has to be written as one."),
        Words("Tulis {right}, dengan hh:mm:ss.", "Write {right}, with hh:mm:ss."),
    ),
    "feel-bounds-reversed": (
        Words(
            "Batas bawah {low} lebih besar daripada batas atas {high}.",
            "The lower bound {low} is above the upper bound {high}.",
        ),
        Words("Tukar kedua batas: {right}.", "Swap the bounds: {right}."),
    ),
    "feel-curly-quote": (
        Words("Tanda kutip {wrong} tidak dikenal.", "The quote {wrong} is not a straight one."),
        Words('Pakai tanda kutip lurus: "...".', 'Use straight double quotes: "...".'),
    ),
    "feel-dash": (
        Words(
            "Tanda '-' di antara dua nilai bukan rentang.",
            "A '-' between two values is no interval.",
        ),
        Words("Tulis rentang: {right}.", "Write an interval: {right}."),
    ),
    "feel-decimal-comma": (
        Words(
            "Koma memisahkan nilai, bukan tanda desimal atau ribuan.",
            "A comma separates values; it marks neither decimals nor thousands.",
        ),
        Words(
            "Tulis {right}, atau beri spasi setelah koma bila maksudnya dua nilai.",
            "Write {right}, or put a space after the comma if you mean two values.",
        ),
    ),
    "feel-empty": (
        Words("Syaratnya kosong.", "The test is empty."),
        Words(
            "Tulis nilai, perbandingan, atau rentang; '-' berarti apa saja.",
            "Write a value, a comparison or an interval; '-' means anything.",
        ),
    ),
    "feel-empty-interval": (
        Words("Tidak ada nilai di dalam rentang {wrong}.", "No value lies inside {wrong}."),
        Words(
            "Tulis {right} saja, atau sertakan kedua batas.",
            "Write just {right}, or include both bounds.",
        ),
    ),
    "feel-empty-list": (
        Words("Tidak ada apa-apa di dalam kurung.", "There is nothing between the brackets."),
        Words("Tulis paling sedikit satu nilai.", "Write at least one value."),
    ),
    "feel-expected-comma": (
        Words("Perlu koma sebelum '{found}'.", "Expected a comma before '{found}'."),
        Words(
            'Pisahkan nilai dengan koma; teks berspasi ditulis dalam tanda kutip ("...").',
            'Separate values with commas; put a text with spaces in quotes ("...").',
        ),
    ),
    "feel-expected-text": (
        Words(
            "Perlu teks bertanda kutip setelah '{after}'.",
            "Expected a quoted text after '{after}'.",
        ),
        Words("Contoh: {example}.", "For example {example}."),
    ),
    "feel-expected-value": (
        Words("Perlu nilai {place}.", "Expected a value {place}."),
        Words(
            'Tulis angka, kata, teks ("..."), tanggal (2026-11-01), true, atau false.',
            'Write a number, a word, a text ("..."), a date (2026-11-01), true or false.',
        ),
    ),
    "feel-extra-bracket": (
        Words("Kurung '{found}' tidak ada pembukanya.", "The bracket '{found}' closes nothing."),
        Words("Hapus, atau tambahkan kurung pembuka.", "Remove it, or add the opening bracket."),
    ),
    "feel-interval-without-brackets": (
        Words("Rentang perlu kurung.", "An interval needs brackets."),
        Words(
            "Tulis [17..60] dengan batas ikut, atau (17..60) tanpa batas.",
            "Write [17..60] with the bounds included, or (17..60) without them.",
        ),
    ),
    "feel-invalid-date": (
        Words("'{wrong}' bukan tanggal.", "'{wrong}' is no date."),
        Words(
            "Tulis tahun-bulan-tanggal: 2026-11-01.",
            "Write year-month-day: 2026-11-01.",
        ),
    ),
    "feel-invalid-escape": (
        Words("'{wrong}' tidak dikenal di dalam teks.", "'{wrong}' means nothing inside a text."),
        Words(
            r"Garis miring terbalik ditulis \\, tanda kutip \".",
            r"Write a backslash as \\ and a quote as \".",
        ),
    ),
    "feel-invalid-literal": (
        Words("'{wrong}' tidak dapat dibaca.", "'{wrong}' cannot be read."),
        Words("Contoh: {example}.", "For example {example}."),
    ),
    "feel-invalid-number": (
        Words("'{wrong}' bukan angka.", "'{wrong}' is no number."),
        Words(
            'Tulis angka biasa (17, 2.5); kode dan teks dalam tanda kutip ("...").',
            'Write a plain number (17, 2.5); put codes and texts in quotes ("...").',
        ),
    ),
    "feel-missing-bracket": (
        Words("Perlu {closing} {place}.", "Expected {closing} {place}."),
        Words(
            "Tutup kurung yang dibuka di karakter {opened}.",
            "Close the bracket that was opened at character {opened}.",
        ),
    ),
    "feel-missing-dots": (
        Words("Perlu '..' di antara kedua batas.", "Expected '..' between the two bounds."),
        Words(
            "Tulis ]17..60[ tanpa batas, atau [17..60] dengan batas ikut.",
            "Write ]17..60[ without the bounds, or [17..60] with them.",
        ),
    ),
    "feel-mixed-bounds": (
        Words(
            "Batas {low} dan {high} berbeda jenis.",
            "The bounds {low} and {high} are of different types.",
        ),
        Words("Pakai dua batas sejenis.", "Use two bounds of the same type."),
    ),
    "feel-not": (
        Words(
            "'not' hanya dapat membungkus seluruh syarat.",
            "'not' can only be put around the whole test.",
        ),
        Words("Tulis not(...) di luar, satu kali.", "Write not(...) around it, once."),
    ),
    "feel-not-a-word": (
        Words(
            "'{word}' bukan kata dengan huruf kecil a-z, angka, _ dan -.",
            "'{word}' is no word of lower-case letters a-z, digits, _ and -.",
        ),
        Words(
            'Pakai huruf kecil, atau tulis sebagai teks: "{word}".',
            'Use lower case, or write it as a text: "{word}".',
        ),
    ),
    "feel-null": (
        Words("Syarat tidak dapat menguji null.", "A test cannot ask for null."),
        Words(
            "Hapus: yang belum diketahui akan ditanyakan; rentang tanpa batas ditulis < atau >=.",
            "Remove it: what is not known gets asked; write an open end with < or >=.",
        ),
    ),
    "feel-open-string": (
        Words("Teks ini tidak ditutup.", "This text is not closed."),
        Words(
            'Tutup dengan tanda kutip (") di baris yang sama.',
            'Close it with a quote (") on the same line.',
        ),
    ),
    "feel-thousands": (
        Words(
            "'{wrong}': titik adalah tanda desimal, bukan ribuan.",
            "'{wrong}': a dot is the decimal mark, not one of thousands.",
        ),
        Words(
            "Tulis {right}; pecahan ditulis tanpa nol di belakang (1.5).",
            "Write {right}; write a fraction without zeros at the end (1.5).",
        ),
    ),
    "feel-too-deep": (
        Words("Terlalu banyak kurung di dalam kurung.", "Too many brackets inside brackets."),
        Words("Tulis satu daftar saja: 1, 2, 3.", "Write one flat list: 1, 2, 3."),
    ),
    "feel-unexpected-character": (
        Words("Karakter '{wrong}' tidak dikenal.", "The character '{wrong}' means nothing here."),
        Words(
            'Hapus, atau tulis teks dalam tanda kutip ("...").',
            'Remove it, or put the text in quotes ("...").',
        ),
    ),
    "feel-unknown-function": (
        Words("Fungsi '{name}' tidak dikenal.", "There is no function '{name}'."),
        Words(
            "Yang ada: date, time, date and time, duration.",
            "There are date, time, date and time, and duration.",
        ),
    ),
    "feel-unordered": (
        Words(
            "{value} tidak punya urutan lebih besar atau lebih kecil.",
            "{value} is neither larger nor smaller than anything.",
        ),
        Words("Tulis {value} saja, atau != {value}.", "Write just {value}, or != {value}."),
    ),
    "feel-wrong-symbol": (
        Words("'{wrong}' tidak dikenal.", "'{wrong}' means nothing here."),
        Words("Tulis '{right}'.", "Write '{right}'."),
    ),
}
