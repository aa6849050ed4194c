"""The words about what falls due, in Bahasa Indonesia and English."""

from collections.abc import Mapping

from lifejourney.advice.coming import Moment
from lifejourney.errors import Words

AHEAD = Words("{months} bulan ke depan", "The next {months} months")
MONTH_AHEAD = Words("Satu bulan ke depan", "The next month")
NOTHING_AHEAD = Words(
    "Tidak ada yang jatuh tempo sampai {day}, menurut yang Anda katakan.",
    "Nothing falls due up to {day}, by what you said.",
)
TURNS = Words("genap {age} tahun pada {day}", "turns {age} on {day}")
OF_AGE = Words("pada {day} sudah {age} tahun", "is {age} by {day}")
MOMENT: Mapping[Moment, Words] = {
    "age": TURNS,
    "after": Words("{span} sesudah {start}: {day}", "{span} after {start}: {day}"),
    "day": Words("{day}", "{day}"),
    "yearly": Words("paling lambat {day}, setiap tahun", "by {day}, every year"),
    "expiry": Words("berlaku sampai {day}", "valid until {day}"),
    "deadline": Words("batasnya {day}", "its deadline is {day}"),
    "opens": Words("dapat dimulai {day}", "can be started on {day}"),
    "again": Words("datang lagi {day}", "comes again on {day}"),
    "claim": Words("diajukan paling lambat {day}", "to be claimed by {day}"),
}
AT_SOME_AGE = Words("saat genap {age} tahun", "on turning {age}")
UNTOLD = Words("tanggalnya belum diketahui", "the day is not known yet")
AT_BIRTH = Words("segera", "at once")
BETWEEN_THESE = Words("antara {first} dan {last}", "between {first} and {last}")
FROM_ON = Words("dapat diurus mulai {day}", "can be seen to from {day} on")
NOW_ON = Words("dapat diurus mulai sekarang", "can be seen to from now on")
UNTIL_QUESTION = Words(
    "Sampai kapan {paper} ({person}) berlaku?", "Until when is {paper} ({person}) valid?"
)
RENEWED = Words("Perpanjang atau ganti {paper}", "Renew {paper}")
