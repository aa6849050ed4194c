"""The words of the list of figures: what each is, how it reads, how sure it is."""

from collections.abc import Mapping

from lifejourney.errors import Words

LABEL: Mapping[str, Words] = {
    "Time": Words("waktu", "time"),
    "Cost": Words("biaya", "cost"),
    "Deadline": Words("batas waktu", "deadline"),
    "Due": Words("jatuh tempo", "falls due"),
    "Opening": Words("kapan dibuka", "when it opens"),
    "Repeat": Words("terulang", "comes again"),
    "Benefit": Words("yang diterima", "benefit"),
    "LegalBasis": Words("dasar hukum", "law"),
    "Validity": Words("masa berlaku", "validity"),
    "SuppliedLater": Words("boleh menyusul", "may follow"),
    "Complaint": Words("pengaduan", "complaints"),
    "Treatment": Words("perlakuan khusus", "special treatment"),
    "Decree": Words("keputusan bersama", "joint decree"),
    "Change": Words("perubahan", "change"),
    "Unit": Words("unit", "unit"),
    "Told": Words("keterangan", "particulars"),
    "Retired": Words("nama lama", "retired name"),
}
STATUS: Mapping[str, Words] = {
    "verified": Words("terverifikasi", "verified"),
    "secondary": Words("dari berita atau laman lain", "from the press or another page"),
    "unverified": Words("belum dipastikan", "not yet confirmed"),
    "unknown": Words("belum diketahui", "not known"),
}
AFTER = Words("{span} setelah {after}", "{span} after {after}")
BEFORE = Words("{span} sebelum {before}", "{span} before {before}")
BY = Words("paling lambat {day} ({after})", "{day} at the latest ({after})")
EACH_YEAR = Words("setiap tahun", "each year")
FROM_DAY = Words("mulai {day}", "from {day}")
EACH_YEAR = Words("tiap tahun", "each year")
UNTIL_DAY = Words("sampai {day}", "until {day}")
NOT_BEFORE = Words("paling cepat {span} setelah {after}", "{span} after {after} at the earliest")
EVERY = Words("tiap {span}", "every {span}")
TIMES = Words("{times} kali", "{times} times")
UNTIL_AGE = Words("sampai umur {age} tahun", "until the age of {age}")
AT_AGE = Words("pada umur {age} tahun", "at the age of {age}")
BEFORE_EXPIRY = Words("{span} sebelum habis berlaku", "{span} before it expires")
VALID = Words("{span} sejak dibuat", "{span} from the day it is made")
SINCE = Words("sejak {day}: {keys}", "since {day}: {keys}")
CLAIM = Words(
    "{what} (diajukan dalam {span} setelah {after})",
    "{what} (to be claimed within {span} after {after})",
)
