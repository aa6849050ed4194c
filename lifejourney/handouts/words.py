"""The words on what is handed out, in Bahasa Indonesia and English."""

from collections.abc import Mapping
from typing import Final

from lifejourney.errors import Words

PLAN: Final = Words("Rencana: {title}", "Plan: {title}")
COMING: Final = Words("Yang akan datang: {title}", "What is coming: {title}")
NOTHING_COMING: Final = Words(
    "Belum ada yang jatuh tempo menurut yang dikatakan.", "Nothing falls due by what was said."
)
OF_DAY: Final = Words("Dibuat untuk {day}.", "Made for {day}.")
NO_STEP: Final = Words(
    "Belum ada langkah yang dapat disebut. Satu jawaban saja sudah membantu.",
    "No step can be named yet. One answer helps already.",
)
MORE: Final = Words(
    "{count} langkah lain bergantung pada jawaban Anda; tidak ditulis di sini.",
    "Not written here, as they depend on your answers: {count} more.",
)
WAVE: Final = Words("Tahap {wave}", "Stage {wave}")
WAVE_FIRST: Final = Words("Tahap 1: dapat dimulai lebih dulu", "Stage 1: can be started first")
STEP: Final = Words("langkah {number}", "step {number}")
FOR: Final = Words("untuk langkah {numbers}", "for step {numbers}")
AFTER: Final = Words("setelah langkah {numbers}", "after step {numbers}")
OPENS: Final = Words("membuka langkah {numbers}", "opens step {numbers}")
DONE: Final = Words("selesai", "done")
POSSIBLE: Final = Words("belum pasti", "not yet certain")
BLOCKED: Final = Words("terhalang", "blocked")
BLOCKED_TITLE: Final = Words("Yang belum dapat diurus", "What cannot be had yet")
MAY_BE_BLOCKED: Final = Words("mungkin belum dapat diurus", "perhaps not to be had yet")
BLOCKED_BY: Final = Words("terhalang oleh {papers}", "blocked by {papers}")
DONE_TITLE: Final = Words("Sudah selesai", "Done")
START: Final = Words("mulai {day}", "start {day}")
STARTS: Final = Words("Dapat dimulai: {title}", "Can be started: {title}")
LATEST: Final = Words("mulai paling lambat {day}", "start by {day}")
FINISH: Final = Words("selesai {day}", "finished {day}")
FINISH_FROM: Final = Words("selesai paling cepat {day}", "finished {day} at the earliest")
UNTIL: Final = Words("batas {day}", "deadline {day}")
DUE: Final = Words("Batas: {title}", "Deadline: {title}")
DUE_SOFT: Final = Words("Sebaiknya sebelum ini: {title}", "Better before this: {title}")
ESTIMATE: Final = Words("perkiraan", "estimate")
NO_DATE: Final = Words("tanggal belum diketahui", "day not known yet")
KEPT: Final = Words("diserahkan", "handed in")
INSTEAD: Final = Words("sebagai pengganti", "instead")
FROM_STEP: Final = Words("dari langkah {number}", "from step {number}")
FROM_OPEN_STEP: Final = Words(
    "dari langkah yang masih bergantung pada jawaban Anda",
    "from a step that still depends on your answers",
)
FILLED_IN: Final = Words("Anda isi", "you fill it in")
ASK_OF: Final = Words("minta ke: {issuer}", "from: {issuer}")
COPY: Final = Words("fotokopi {count} lembar", "{count} photocopy")
COPIES: Final = Words("fotokopi {count} lembar", "{count} photocopies")
STAMP: Final = Words("{count} meterai", "{count} duty stamp")
STAMPS: Final = Words("{count} meterai", "{count} duty stamps")
COPY_FIRST: Final = Words(
    "fotokopi dulu, langkah berikutnya masih memintanya",
    "copy it first, a later step asks for it too",
)
IF_MISSING: Final = Words("bila tidak ada: {papers}", "if missing: {papers}")
OR: Final = Words(" atau ", " or ")
AND: Final = Words(" dan ", " and ")
FIELDS: Final[Mapping[str, Words]] = {
    "where": Words("Di mana", "Where"),
    "when": Words("Kapan", "When"),
    "after": Words("Setelah", "After"),
    "unlocks": Words("Membuka", "Unlocks"),
    "bring": Words("Bawa", "Bring"),
    "result": Words("Hasil", "You get"),
    "time": Words("Waktu", "Time"),
    "cost": Words("Biaya", "Cost"),
    "deadline": Words("Batas", "By"),
    "say": Words("Katakan", "Say"),
    "mind": Words("Cek dulu", "Mind"),
    "leave": Words("Pulang", "Leave"),
    "note": Words("Catatan", "Note"),
    "law": Words("Hukum", "Law"),
    "code": Words("Kode", "Code"),
}
PAPERS: Final = Words("Surat yang disiapkan", "Papers to prepare")
VISITS: Final = Words("Banyaknya kunjungan: {count}.", "Visits: {count}.")
GRAPH: Final = Words("Urutan langkah: {title}", "Order of the steps: {title}")
GRAPH_KEY: Final = Words(
    "Garis turun ke langkah yang menunggu. Bingkai utuh: pasti. Putus-putus: belum pasti. "
    "Bersilang: terhalang. Bertanda centang: selesai.",
    "Lines lead down to the steps that wait. Solid frame: certain. Dashed: not yet certain. "
    "Crossed: blocked. Ticked: done.",
)
TIMELINE: Final = Words("Garis waktu: {title}", "Timeline: {title}")
TIMELINE_KEY: Final = Words(
    "Batang hitam: pasti. Bergaris: belum pasti. Putih: selesai. Panah: akhirnya belum diketahui. "
    "Belah ketupat: batas. Garis putus: hari ini.",
    "Black bar: certain. Hatched: not yet certain. White: done. Arrow: its end is not known. "
    "Diamond: deadline. Dashed line: today.",
)
WAVES_KEY: Final = Words(
    "Tanggalnya belum diketahui; kotak menunjukkan tahapnya. Hitam: pasti. Bergaris: belum "
    "pasti. Putih: selesai.",
    "The days are not known yet; boxes show the stages. Black: certain. Hatched: not yet "
    "certain. White: done.",
)
TODAY: Final = Words("hari ini", "today")
