"""The words of the engine itself, in Bahasa Indonesia and English."""

from collections.abc import Mapping

from lifejourney.errors import Words

NOTICE = Words(
    "Halaman ini hanya memberi petunjuk. Belum ada permohonan yang dikirim. Keputusan ada pada "
    "kantor yang berwenang. Situs ini bukan situs pemerintah dan tidak memungut biaya.",
    "This page only gives guidance. No application has been sent. The decision lies with the "
    "competent office. This is not a government site and it charges no fee.",
)
KIND: Mapping[str, Words] = {
    "duty": Words("Perlu Anda urus", "You need to do this"),
    "right": Words("Hak, bukan kewajiban", "A right, not a duty"),
    "advice": Words("Disarankan", "Recommended"),
}
NOT_YOURS: Mapping[str, Words] = {
    "automatic": Words("Berjalan otomatis", "Happens by itself"),
    "other": Words("Diurus pihak lain", "Done by others"),
}
"""What a step is called that the person does not take, by who acts."""
KIND_ON_THE_WAY: Mapping[str, Words] = {
    "duty": KIND["duty"],
    "right": Words("Diperlukan untuk sebuah hak", "Needed for a right"),
    "advice": Words("Diperlukan untuk yang disarankan", "Needed for what is recommended"),
}
"""What a step is called that no event asks for: another step needs its paper."""
TOPIC: Mapping[str, Words] = {
    "persons": Words("Siapa saja", "Who is who"),
    "papers": Words("Surat yang sudah ada", "Papers at hand"),
    "results": Words("Hasil yang Anda inginkan", "The result you want"),
}
"""The topics of questions that are about no fact of the catalog."""
VERDICT: Mapping[str, Words] = {
    "applies": Words("Berlaku", "Applies"),
    "does_not_apply": Words("Tidak berlaku", "Does not apply"),
    "unknown": Words("Belum pasti", "Not yet certain"),
}
STATUS: Mapping[str, Words] = {
    "certain": Words("Pasti", "Certain"),
    "possible": Words("Belum pasti", "Not yet certain"),
    "blocked": Words("Terhalang", "Blocked"),
    "done": Words("Selesai", "Done"),
}
CHECKED: Mapping[str, Words] = {
    "verified": Words("Dari laman instansi, dilihat {day}", "From the agency's page, seen {day}"),
    "secondary": Words("Dari berita atau laman lain", "From the press or another page"),
    "unverified": Words(
        "Belum dipastikan, tanyakan di loket", "Not yet confirmed, ask at the counter"
    ),
}
UNIT: Mapping[str, Words] = {
    "minute": Words("menit", "minutes"),
    "hour": Words("jam", "hours"),
    "calendar_day": Words("hari", "days"),
    "working_day": Words("hari kerja", "working days"),
    "week": Words("minggu", "weeks"),
    "month": Words("bulan", "months"),
    "year": Words("tahun", "years"),
}
NO_CALENDAR = Words(
    "Perkiraan: kalender hari libur belum ada.",
    "An estimate: there is no calendar of holidays yet.",
)
NO_CALENDAR_AFTER = Words(
    "Perkiraan: kalender hari libur setelah {year} belum ada.",
    "An estimate: there is no calendar of holidays after {year} yet.",
)
NO_CALENDAR_BEFORE = Words(
    "Perkiraan: kalender hari libur sebelum {year} tidak ada.",
    "An estimate: there is no calendar of holidays before {year}.",
)
FREE = Words("Tidak dipungut biaya", "Free of charge")
HANDED_IN = Words("selesai saat diserahkan", "done once handed in")
MADE_SURE = Words("selesai begitu Anda memastikannya", "done once you have made sure")
UNKNOWN = Words("belum diketahui, tanyakan di loket", "not known, ask at the counter")
WHERE_FREE = Words("Untuk yang tidak dipungut biaya: {text}", "For what is free of charge: {text}")
IF_ASKED_TO_PAY = Words(
    "Bila diminta membayar, tanyakan tandanya dan adukan kepada instansi itu.",
    "If you are asked to pay, ask for a receipt and complain to that office.",
)
AT_LEAST_OF = Words("sedikitnya {min}", "at least {min}")
STAMPS = Words("termasuk {number} meterai {each}", "including stamps of {each}: {number}")
FEES_UNKNOWN = Words("{number} biaya belum diketahui", "fees not known: {number}")
FEES_BY_REGION = Words("{number} biaya menurut aturan daerah", "fees by regional rule: {number}")
FEES_UNBOUNDED = Words("{number} biaya dapat lebih besar", "fees that may be higher: {number}")
BENEFITS_ONCE = Words("dibayar sekali: {sum}", "paid once: {sum}")
BENEFITS_UNKNOWN = Words("{number} belum diketahui besarnya", "amounts not known: {number}")
BENEFITS_REPEATED = Words(
    "{number} dibayar tiap bulan atau tahun, tidak ikut dijumlahkan",
    "paid monthly or yearly and not in the sum: {number}",
)
IF_GRANTED = Words("bila {authority} menyetujuinya", "if granted by {authority}")
IF_DEPENDS = Words(
    "bila {authority} menyetujuinya; tergantung juga: {titles}",
    "if granted by {authority}; it also depends on: {titles}",
)
AT_MOST = Words("paling lama {max} {unit}", "at most {max} {unit}")
AT_LEAST = Words("sedikitnya {min} {unit}", "at least {min} {unit}")
BETWEEN = Words("{min} sampai {max} {unit}", "{min} to {max} {unit}")
COST_BETWEEN = Words("{min} sampai {max}", "{min} to {max}")
COST_FROM = Words("mulai {min}", "from {min}")
UP_TO = Words("sampai {max}", "up to {max}")
EACH: dict[str, Words] = {
    "once": Words("", ""),
    "month": Words(" per bulan", " a month"),
    "year": Words(" per tahun", " a year"),
}
BY_REGION = Words("menurut aturan daerah", "by regional rule")
RULES_HERE = Words(
    "{region} punya aturan sendiri; yang tertulis di sini menurut aturan itu.",
    "{region} has a rule of its own; what stands here follows it.",
)
RULES_ELSEWHERE = Words(
    "Di sebagian daerah aturannya lain: {regions}.", "In some regions the rule differs: {regions}."
)
CONFLICT = Words(
    "Sumber tidak sepakat: {source} menyebut {says}. Tanyakan di loket mana yang berlaku.",
    "Sources do not agree: {source} says {says}. Ask at the counter which of them holds.",
)
ACTS = Words("Diurus oleh {actor}; Anda cukup memastikan", "Done by {actor}; you only make sure")
AUTOMATIC = Words("Berjalan otomatis; Anda cukup memastikan", "Automatic; you only make sure")
ARTICLE = Words("{act} pasal {article}", "{act} article {article}")
IN_YEAR = Words("tahun {year}", "the year {year}")
AGED = Words("umur {age} tahun", "aged {age}")
BETWEEN_DAYS = Words("{first} sampai {last}", "{first} to {last}")
MORE_EXACTLY = Words(
    "{question} Anda menjawab {said}. Tanggal berapa tepatnya?",
    "{question} You said {said}. On which day exactly?",
)
RECKONED = Words(
    "Dihitung dari hari paling awal yang mungkin menurut jawaban Anda. Bila harinya lebih akhir, "
    "batasnya sampai {latest}.",
    "Reckoned from the earliest day that your answer leaves possible. If it was a later day, the "
    "limit is up to {latest}.",
)
MAYBE_PAST = Words(
    "Mungkin sudah lewat: {earliest} bila dihitung dari hari paling awal yang mungkin menurut "
    "jawaban Anda, {latest} bila dari hari paling akhir.",
    "It may have passed: {earliest} if reckoned from the earliest day that your answer leaves "
    "possible, {latest} from the latest.",
)
RECKONED_PAST = Words(
    "Batasnya antara {earliest} dan {latest}, menurut harinya.",
    "The limit was between {earliest} and {latest}, depending on the day.",
)
YES = Words("Ya", "Yes")
NO = Words("Tidak", "No")
YOU = Words("Anda", "you")
YOU_AS = Words("Anda, {name}", "you, {name}")
AND = Words("{first} dan {last}", "{first} and {last}")
NUMBERED = Words("{title} ke-{number}", "{title} {number}")
WHY_EVENT_ITSELF = Words("Diperlukan karena {event}.", "Called for by {event}.")
WHY_EVENT = Words("Diperlukan karena {event}: {goal}.", "Called for by {event}: {goal}.")
WHY_ANSWER = Words("Jawaban Anda: {question} {value}.", "Your answer: {question} {value}.")
WHY_ANSWER_OF = Words(
    "Jawaban Anda tentang {person}: {question} {value}.",
    "Your answer about {person}: {question} {value}.",
)
WHY_NEEDED = Words(
    "{paper} dari langkah ini diperlukan untuk {step}.",
    "{paper} from this step is needed for {step}.",
)
BLOCKER: Mapping[str, Words] = {
    "lacking": Words(
        "{paper} diperlukan, tetapi belum ada cara mendapatkannya di sini. Tanyakan di kantornya.",
        "{paper} is needed, and there is no way here to get it. Ask at the office.",
    ),
    "circle": Words(
        "{paper} baru dapat dibuat dengan surat yang justru menunggunya. Tanyakan jalan keluarnya "
        "di kantor.",
        "{paper} needs a paper that itself waits for it. Ask at the office for a way out.",
    ),
    "not_applicable": Words(
        "{paper} tidak dapat dibuat dalam keadaan ini.", "{paper} cannot be made in this case."
    ),
}
"""Why a goal cannot be reached."""
ASK_AT_OFFICE = Words(
    "Tanyakan di kantornya apa yang masih dapat dilakukan.",
    "Ask at the office what can still be done.",
)
ANOTHER_KIND = Words(
    "Anda meminta jenis ini. Tanpa permintaan itu kami cari jenis lain yang dapat dibuat.",
    "You asked for this kind. Without that wish we look for another kind that can be made.",
)
FOLLOW_UP = Words("Serahkan {paper} untuk {step}", "Bring {paper} for {step}")
NOT_APPLYING = Words(
    "Tidak berlaku karena jawaban Anda: {question} {value}.",
    "Does not apply because of your answer: {question} {value}.",
)
PERHAPS_ANOTHER = Words(
    "Belum jelas siapa yang dimaksud. {who} Bila tidak, tulis {fact}.",
    "It is not clear yet who is meant. {who} If not, write {fact}.",
)
NOBODY = Words("Tidak ada orang itu dalam peristiwa ini.", "There is no such person here.")
ACCOMMODATION: Mapping[str, Words] = {
    "home_visit": Words("petugas dapat datang ke rumah", "staff can come to your home"),
    "priority_counter": Words("loket prioritas", "a priority counter"),
    "nursing_room": Words("ruang menyusui", "a nursing room"),
    "sign_language": Words("juru bahasa isyarat", "a sign language interpreter"),
    "companion": Words("boleh didampingi", "somebody may come along"),
    "proxy": Words("boleh diwakilkan", "somebody may go instead"),
    "remote": Words("dapat diurus dari jauh", "it can be done from afar"),
}
VISIT = Words("Kunjungan ke-{number}", "Visit {number}")
ONLINE = Words("Bisa daring; tidak perlu datang", "Can be done online; no need to go")
MALL = Words("pusat pelayanan terpadu", "one-stop service centre")
MALL_ASK = Words(
    "Tanyakan dulu apakah {mall} melayani urusan ini; bila tidak, datangi kantornya masing-masing.",
    "Ask first whether the {mall} handles these; if not, go to each office.",
)
MALL_UNKNOWN_DESKS = Words(
    "Di daerah Anda ada {mall}. Tanyakan apakah beberapa loket ini ada di sana.",
    "There is a {mall} where you live. Ask whether several of these counters are there.",
)
MALL_UNKNOWN = Words(
    "Bila di daerah Anda ada {mall}, tanyakan apakah beberapa loket ini ada di sana.",
    "If there is a {mall} where you live, ask whether several of these counters are there.",
)
PERHAPS_FEWER = Words(
    "Mungkin dapat lebih sedikit; kami tidak memeriksa semua cara.",
    "Perhaps fewer are enough; we did not look at every way.",
)
HELD_QUESTION = Words("Apakah {paper} ({person}) ada pada Anda?", "Do you have {paper} ({person})?")
CHOICE_QUESTION = Words(
    "{paper} ({person}): mana yang diinginkan?", "{paper} ({person}): which one is wanted?"
)
COUNT_QUESTION = Words("Ada berapa {role}?", "How many are there: {role}?")
WHO_QUESTION = Words("Siapa {role}?", "Who is {role}?")
HOUSEHOLD_QUESTION = Words(
    "Apakah {role} di kedua peristiwa ini sama?",
    "Is it the same {role} in both events?",
)
HELD = Words("ada", "at hand")
LACKING = Words("tidak ada", "not at hand")
WANTED = Words("diinginkan", "wanted")
NOT_ANSWERED = Words("tidak dijawab", "not answered")
UNSPOKEN = Words(
    "tidak dijawab; bila kelak dijawab, mungkin ada langkah lain",
    "not answered; if it is later, there may be further steps",
)
OTHER = Words("orang lain", "somebody else")
FOLLOWS = Words("boleh menyusul", "may follow later")
FOLLOWS_BY = Words("boleh menyusul sampai {day}", "may follow until {day}")
ANOTHER = Words("lainnya", "another")
NOTHING_SAID = Words("", "")
OTHER_WAY = Words(
    "{paper} juga dapat dibuat lewat {service}. Dengan cara itu: {other}. Rencana ini: {own}.",
    "{paper} can also be had by {service}. That way: {other}. This plan: {own}.",
)
RIVAL = Words("{title}: {figures}.", "{title}: {figures}.")
RIVAL_LESS = Words(
    "{title}: {figures}. Ini yang lebih ringan.", "{title}: {figures}. This takes less."
)
PLAN_FIGURES = Words(
    "{steps} langkah, {visits} kunjungan, biaya: {fee}",
    "steps: {steps}, visits: {visits}, cost: {fee}",
)
UNKNOWN_DAY = Words("belum diketahui", "not known")
NONE = Words("tidak ada", "none")
NOT_ANSWERED_YET = Words("belum dijawab", "not answered yet")
TURNED = Words("{title}: {before} menjadi {after}.", "{title}: {before} became {after}.")
ANSWERED = Words("{title} “{before}” menjadi “{after}”.", "{title} “{before}” became “{after}”.")
DIFFERENT_CATALOG = Words("Versi katalog", "Version of the catalog")
DIFFERENT_DAY = Words("Hari yang dipakai", "Day of the advice")
DIFFERENT_EVENT = Words("Peristiwa {title} dipilih", "Event {title} chosen")
WISH: Mapping[str, Words] = {
    "prefer": Words("Yang diutamakan", "What is preferred"),
    "channel": Words("Cara mengurus yang lebih disukai", "The preferred way"),
}
CHANNEL: Mapping[str, Words] = {
    "counter": Words("di loket", "at the counter"),
    "electronic": Words("daring", "online"),
    "mobile": Words("jemput bola", "mobile service"),
    "self_service": Words("mesin layanan mandiri", "self-service machine"),
}
WISHED: Mapping[object, Words] = {
    "fastest": Words("paling cepat selesai", "the earliest finish"),
    "cheapest": Words("paling murah", "the lowest fees"),
    "fewest-visits": Words("paling sedikit kunjungan", "the fewest visits"),
    "electronic": CHANNEL["electronic"],
    "counter": CHANNEL["counter"],
}
DIFFERENT_DONE = Words("{title} selesai", "{title} done")
MOMENT: Mapping[str, Words] = {
    "wave": Words("Tahap", "Stage"),
    "status": Words("Kepastian", "Standing"),
    "start": Words("Mulai paling cepat", "Earliest start"),
    "latest_start": Words("Mulai paling lambat", "Latest start"),
    "finish": Words("Selesai paling cepat", "Earliest finish"),
    "finish_latest": Words("Selesai paling lambat", "Latest finish"),
    "deadline": Words("Batas", "Deadline"),
}
PAPER_CHANGE: Mapping[str, Words] = {
    "added": Words("Sekarang perlu: {paper} ({how}).", "Now needed: {paper} ({how})."),
    "removed": Words("Tidak perlu lagi: {paper}.", "No longer needed: {paper}."),
    "changed": Words("Berubah: {paper} ({how}).", "Changed: {paper} ({how})."),
}
ORIGINAL = Words("asli", "original")
COPIES = Words("fotokopi {count} lembar", "photocopies: {count}")
FROM: Mapping[str, Words] = {
    "held": Words("sudah ada pada Anda", "you have it"),
    "assumed": Words("kami anggap sudah ada", "we suppose you have it"),
    "step": Words("dari langkah lain", "from another step"),
    "outside": Words("dari penerbitnya", "from its issuer"),
    "self": Words("Anda buat sendiri", "you make it yourself"),
    "lacking": Words("belum ada; tanyakan di loket", "not at hand; ask at the counter"),
}
"""Where a paper comes from."""
