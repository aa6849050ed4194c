"""The words about dates: when a step can begin, by when it must, what lapses meanwhile."""

from collections.abc import Mapping

from lifejourney.errors import Words
from lifejourney.schedule import LimitKind, Trouble

TODAY = Words("bisa mulai hari ini", "can begin today")
ANY_HOUR = Words(
    "bisa mulai hari ini, siang atau malam, juga pada hari libur",
    "can begin today, day or night, on days off too",
)
FROM = Words("mulai paling cepat {day}", "begins on {day} at the earliest")
FROM_OPEN = Words(
    "sesudah langkah sebelumnya selesai, paling cepat {day}",
    "once the steps before are done, on {day} at the earliest",
)
ANNOUNCED = Words(
    "pada masa yang diumumkan. Biasanya: {usual}",
    "in the period that is announced. Usually: {usual}",
)
ANNOUNCED_LATER = Words(
    "pada masa yang diumumkan, paling cepat {day}. Biasanya: {usual}",
    "in the period that is announced, on {day} at the earliest. Usually: {usual}",
)
FROM_UNTOLD = Words(
    "mulai paling cepat {day}; tanggal bukanya kami hitung setelah ini dijawab: {question}",
    "begins on {day} at the earliest; we reckon when it opens once this is answered: {question}",
)
BY: Mapping[LimitKind, Words] = {
    "deadline": Words(
        "paling lambat {day} agar tidak lewat batas",
        "by {day} at the latest so as not to miss the deadline",
    ),
    "window": Words(
        "paling lambat {day}, sebelum masanya berakhir",
        "by {day} at the latest, before the time for it ends",
    ),
    "paper": Words(
        "paling lambat {day}, selagi suratnya masih berlaku",
        "by {day} at the latest, while the papers are valid",
    ),
}
"""Why a step is to begin by a day: for its own sake, or (`FOR`) for that of a step after it."""
BY_FOR: Mapping[LimitKind, Words] = {
    "deadline": Words(
        "paling lambat {day} agar batas “{step}” tidak lewat",
        "by {day} at the latest so as not to miss the deadline of “{step}”",
    ),
    "window": Words(
        "paling lambat {day}, sebelum masa “{step}” berakhir",
        "by {day} at the latest, before the time for “{step}” ends",
    ),
    "paper": Words(
        "paling lambat {day}, selagi surat untuk “{step}” masih berlaku",
        "by {day} at the latest, while the papers for “{step}” are valid",
    ),
}
SOONER = Words("; lebih awal lebih aman", "; sooner is safer")
"""What is added to a day that may be too late, as nobody knows how long a step takes."""
HURRY = Words(
    "sebaiknya secepatnya: bila setiap proses memakan waktu terlama, batas “{step}” dapat lewat",
    "as soon as you can: if everything takes longest, the limit of “{step}” may be missed",
)
TROUBLE: Mapping[Trouble, Words] = {
    "infeasible": Words(
        "Menurut lama layanan yang diketahui, langkah ini baru dapat diajukan {start}, sesudah "
        "batasnya ({limit}). Tetap ajukan, dan sampaikan bahwa berkasnya masih diproses. {late}",
        "By the times that are known this step can only be applied for on {start}, after its "
        "deadline ({limit}). Apply all the same, and say that the papers are being made. {late}",
    ),
    "closed": Words(
        "Masa pengajuannya berakhir {limit}. Tanyakan di kantornya apakah ada masa berikutnya.",
        "The time to apply ended on {limit}. Ask at the office whether there will be another.",
    ),
}
"""What is too late; of a deadline that is past the deadline itself tells."""
ASK_LATE = Words("Tanyakan akibatnya di loket.", "Ask at the counter what follows.")
AGAIN = Words("Lagi pada: {days}.", "Again on: {days}.")
CHANGES = Words(
    "Mulai {day} aturan layanan ini berubah; periksa lagi rencana ini saat itu.",
    "From {day} the rules of this service are others; look at this plan again then.",
)
LAPSES_USED = Words(
    "{paper} berlaku sampai {day}, dan dapat habis masa berlakunya sebelum langkah ini. {remedy}",
    "{paper} is valid until {day} and may lapse before this step. {remedy}",
)
LAPSES_SURELY = Words(
    "{paper} hanya berlaku sampai {day}, sebelum langkah ini dapat dimulai. {remedy}",
    "{paper} is valid only until {day}, before this step can begin. {remedy}",
)
LAPSES_UNTOLD = Words(
    "{paper} hanya berlaku {span}, dan dapat habis masa berlakunya sebelum langkah ini. {remedy}",
    "{paper} is valid {span} only and may lapse before this step. {remedy}",
)
LAPSES_LATER = Words(
    "{paper} hanya berlaku {span}; karena itu langkah “{step}” baru dimulai {day}.",
    "{paper} is valid {span} only; that is why “{step}” begins on {day} and no sooner.",
)
MAKE_AGAIN = Words(
    "Mintalah mendekati saat dipakai; bila habis, minta lagi lewat “{step}”.",
    "Get it close to its use; if it lapses, ask again by “{step}”.",
)
RENEW = Words("Perbarui dulu sebelum langkah ini.", "Renew it before this step.")
LAPSES_MADE_LATER = Words(
    "Urus paling cepat {day}, agar {paper} masih berlaku saat dipakai untuk “{step}”.",
    "Not before {day}, so that {paper} is still valid when “{step}” uses it.",
)
LAPSES_MADE = Words(
    "{paper} hanya berlaku {span} dan dapat habis sebelum dipakai untuk “{step}”. Mintalah "
    "mendekati saat itu.",
    "{paper} is valid {span} only and may lapse before “{step}” uses it. Get it close to then.",
)
SPAN = Words("{value} {unit}", "for {value} {unit}")
UP_TO = Words("sampai {day}", "until {day}")
SPAN_UP_TO = Words("{span}, lalu {up_to}", "{span}, then {up_to}")
DONE_ON = Words("Selesai paling cepat {day}", "Done on {day} at the earliest")
DONE_BETWEEN = Words(
    "Selesai paling cepat {day}, paling lambat sekitar {latest} bila tidak ditunda",
    "Done on {day} at the earliest, around {latest} at the latest if nothing is put off",
)
DONE_OPEN = Words(
    "Selesai paling cepat {day}, atau sesudahnya: lama {steps} belum diketahui",
    "Done on {day} at the earliest, or later: it is not known how long {steps}",
)
DONE_VAGUE = Words(
    "Kapan selesai belum dapat dihitung: lama {unknown} dari {count} langkah belum diketahui",
    "When it will be done cannot be told yet: for {unknown} of {count} steps it is not known how "
    "long they take",
)
DONE_UNTOLD = Words(
    "Selesai paling cepat {day}, atau sesudahnya: ada tanggal yang belum dijawab",
    "Done on {day} at the earliest, or later: a day is still to be told",
)
STEP = Words("{count} langkah", "{count} step takes")
STEPS = Words("{count} langkah", "{count} steps take")
