"""The shapes of a plan: its steps with their papers, figures and reasons, and its totals."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from .named import FactKey, UnknownId
from .otherwise import Compared, NotChosen, RivalGoal

Status = Literal["verified", "secondary", "unverified"]
Kind = Literal["duty", "right", "advice"]


class Reason(BaseModel):
    """Satu alasan."""

    text: str
    fact: FactKey | None
    law: str | None


class Paper(BaseModel):
    """Satu dokumen milik seseorang."""

    document: str
    title: str
    of: str
    person_title: str


class Blocker(Paper):
    """Dokumen yang tidak dapat diperoleh."""

    why: Literal["lacking", "circle", "not_applicable"]
    text: str = Field(description="Mengapa, dan apa yang membantu")


class Asked(Paper):
    """Dokumen yang diminta satu langkah."""

    from_: Literal["held", "assumed", "step", "outside", "self", "lacking"] = Field(alias="from")
    made: str = Field(description="Dokumen itu sendiri, bila `document` menyebut jenisnya")
    step: str | None
    copies: int
    original: bool
    kept: bool
    form: str | None
    where_to_get: str | None = Field(description="Di mana formulir atau surat itu diperoleh")
    issuer: str | None
    substitute: bool
    substitutes: list[str]
    supplied_later: dict[str, Any] | None
    note: str | None


class Amount(BaseModel):
    """Jumlah satuan waktu."""

    value: int
    unit: str


class Time(BaseModel):
    """Lama pelayanan."""

    min: Amount | None
    max: Amount | None
    kind: Literal["law", "standard", "target", "experience"]
    status: Status
    text: str
    note: str | None


class Cost(BaseModel):
    """Biaya dalam mata uang katalog."""

    min: int | None
    max: int | None
    status: Status
    by_region: bool
    text: str
    note: str | None


class Deadline(BaseModel):
    """Batas waktu."""

    within: int | None
    unit: str | None
    after: FactKey | None
    before: FactKey | None = Field(None, description="Fakta sebelum harinya batas itu berakhir")
    by: str | None = Field(None, description="Hari tetap setiap tahun, BB-HH")
    on: str | None = Field(None, description="Satu hari yang sama bagi semua, TTTT-BB-HH")
    after_title: str | None
    date: str | None = Field(description="Hanya bila harinya pasti")
    earliest: str | None = Field(description="Batas yang aman: dari hari paling awal yang mungkin")
    latest: str | None
    overdue: bool
    maybe_overdue: bool = Field(
        description="Batas paling awal sudah lewat, yang paling akhir belum"
    )
    note: str | None = Field(description="Cara menghitungnya, bila harinya tidak pasti")
    estimate: bool
    estimate_note: str | None = Field(description="Mengapa tanggalnya perkiraan")
    binding: bool
    status: Status
    late: str | None
    lapses: bool = Field(description="Yang terlambat mungkin tidak memperoleh apa-apa lagi")


class Benefit(BaseModel):
    """Yang mungkin diterima."""

    what: str
    min: int | None
    max: int | None
    per: Literal["once", "month", "year"]


class Complaint(BaseModel):
    """Kanal pengaduan."""

    channel: str
    url: str | None
    phone: str | None


class Source(BaseModel):
    """Sumber keterangan."""

    title: str | None
    url: str
    checked: str
    status: Status
    status_label: str
    quote: str | None


class LatestFor(BaseModel):
    """Demi batas siapa satu langkah harus dimulai."""

    step: str
    limit: Literal["deadline", "window", "paper"]
    open: bool = Field(description="Lama suatu langkah belum diketahui; lebih awal lebih aman")


class Lapse(BaseModel):
    """Dokumen yang dapat habis masa berlakunya sebelum dipakai."""

    document: str
    of: str
    title: str
    made_by: str | None = Field(description="Langkah yang membuatnya; kosong bila sudah ada")
    used_by: str
    until: str | None
    surely: bool = Field(description="Habis walaupun setiap langkah berjalan cepat")
    not_before: str | None = Field(description="Karena itu dibuat paling cepat pada hari ini")
    text: str


class Conflict(BaseModel):
    """Yang disebut sumber lain tentang satu angka."""

    about: str = Field(examples=["deadline"])
    text: str
    url: str
    status: Status


class Accommodation(BaseModel):
    """Satu kemudahan di loket."""

    accommodation: str
    title: str


class Office(BaseModel):
    """Tempat yang didatangi."""

    unit: str | None = Field(description="Kosong bila hanya menurut aturan umum")
    title: str
    region: str | None
    address: str | None
    map_query: str | None = Field(description="Yang dicari di peta")
    hours: str | None
    phone: str | None
    website: str | None
    standard_reported: bool | None
    status: Status | None
    status_label: str | None


class Step(BaseModel):
    """Satu langkah, atau satu tujuan yang terhalang (`service` kosong, `status` blocked)."""

    id: str = Field(examples=["LJ-0017@child-1"])
    service: str | None
    slug: str
    title: str
    person: str
    person_title: str
    kind: Kind
    kind_label: str
    called_for: bool
    tone: Literal["joy", "neutral"]
    status: Literal["certain", "possible", "blocked", "done"]
    status_label: str
    depends_on: list[UnknownId]
    depends_on_titles: list[str]
    blocked_by: list[Blocker]
    acts: Literal["citizen", "automatic", "other"] | None = None
    actor: str | None = None
    follow_up: bool = False
    wave: int | None
    after: list[str]
    authority: str | None = None
    plain: str | None = None
    requires: list[Asked]
    produces: list[Paper]
    time: Time | None = None
    cost: Cost | None = None
    deadline: Deadline | None = None
    unlocks: list[str] = Field(description="Yang dapat dimulai setelah langkah ini juga selesai")
    start: str | None = Field(default=None, description="Paling cepat mulai")
    start_open: bool = Field(default=False, description="Mulainya dapat lebih lambat")
    finish: str | None = Field(default=None, description="Paling cepat selesai")
    finish_open: bool = Field(default=False, description="Selesainya dapat lebih lambat")
    finish_latest: str | None = Field(default=None, description="Bila semua memakan waktu terlama")
    latest_start: str | None = Field(default=None, description="Paling lambat mulai, agar aman")
    latest_start_for: LatestFor | None = None
    slack_days: int | None = Field(default=None, description="Dari `start` sampai `latest_start`")
    critical: bool = Field(default=False, description="Tertunda sehari, semuanya tertunda")
    trouble: Literal["closed", "overdue", "infeasible"] | None = None
    dates_estimate: bool = Field(default=False, description="Kalender hari liburnya belum ada")
    lapses: list[Lapse] = []
    next_times: list[str] = Field(default=[], description="Kapan terulang")
    changes_on: str | None = Field(default=None, description="Sejak kapan aturannya lain")
    when: str | None = None
    when_notes: list[str] = []
    channels: list[str] = []
    visit: int | None = Field(description="Nomor kunjungan; kosong bila tidak perlu datang")
    visit_label: str | None
    office: Office | None = None
    accommodations: list[Accommodation] = []
    procedure: list[str] = []
    say: str | None = None
    sent_back_when: list[str] = []
    proxy: str | None = None
    check_result: str | None = None
    note: str | None = None
    benefit: Benefit | None = None
    complaint: Complaint | None = None
    conflicts: list[Conflict] = []
    regional: str | None = Field(default=None, description="Bila aturannya lain di suatu daerah")
    reasons: list[str]
    why: list[str] = Field(description="Alasan terpenting saja")
    legal: list[str] = []
    sources: list[Source] = []


class Alternatives(BaseModel):
    """Langkah lain bila jawabannya lain."""

    depends_on: UnknownId
    title: str
    steps: list[str]


class Branch(Alternatives):
    """Rencana bila sebuah pertanyaan yang tidak ditebak dijawab begini."""

    value: str | int | bool
    label: str


class Needed(Paper):
    """Satu dokumen untuk seluruh rencana."""

    from_: Literal["held", "assumed", "step", "outside", "self", "lacking"] = Field(alias="from")
    made: str = Field(description="Dokumen itu sendiri, bila `document` menyebut jenisnya")
    step: str | None
    where_to_get: str | None
    issuer: str | None
    form: str | None
    copies: int
    original: bool
    kept: bool = Field(description="Diserahkan di salah satu langkah")
    copy_first: bool = Field(description="Difotokopi dulu, karena langkah berikutnya memintanya")
    stamps: int = Field(description="Meterai untuk membuatnya")
    substitutes: list[str]
    substitute_titles: list[str]
    for_: list[str] = Field(alias="for")
    for_titles: list[str]


class Fee(BaseModel):
    """Jumlah biaya langkah yang belum selesai, dengan meterai; yang belum diketahui bukan nol."""

    min: int
    max: int | None = Field(description="Kosong bila ada biaya tanpa batas atas")
    unknown: int = Field(description="Berapa biaya yang sama sekali belum diketahui")
    by_region: int = Field(description="Berapa yang ditetapkan daerah, tanpa batas atas di sini")
    unknown_for: list[str]
    by_region_for: list[str]
    unbounded_for: list[str] = Field(description="Batas bawahnya saja yang diketahui")
    free_for: list[str]
    stamps: int
    text: str | None
    note: str | None


class Received(BaseModel):
    """Yang mungkin diterima lewat satu langkah; tidak dikurangkan dari biaya."""

    step: str
    title: str
    person: str
    person_title: str
    what: str
    min: int | None
    max: int | None
    per: Literal["once", "month", "year"]
    condition: str
    claim_by: str | None
    overdue: bool
    status: Status
    status_label: str


class BenefitTotal(BaseModel):
    """Jumlah yang dibayar sekali; yang berulang hanya dihitung banyaknya."""

    min: int
    max: int | None
    unknown: int
    repeated: int
    text: str | None


class Totals(BaseModel):
    """Jumlah seluruh rencana."""

    finish: str | None = Field(description="Paling cepat selesai seluruhnya")
    finish_latest: str | None = Field(description="Bila semua memakan waktu terlama")
    finish_open: bool = Field(description="Selesainya dapat lebih lambat dari `finish`")
    finish_vague: bool = Field(description="Lama lebih dari separuh langkah belum diketahui")
    finish_text: str | None
    fee: Fee
    benefit: BenefitTotal
    visits: int | None


class Visit(BaseModel):
    """Satu kali datang: ke mana, untuk langkah mana, sesudah kunjungan mana."""

    counter: str = Field(description="Instansi; `mpp` untuk tempat beberapa instansi")
    authority_title: str
    authorities: list[str]
    region: str | None
    office: Office | None
    steps: list[str]
    after: list[int] = Field(description="Nomor kunjungan sebelumnya, dari 1")


class SpecialTreatment(BaseModel):
    """Siapa boleh meminta perlakuan khusus di loket mana pun, dan apa."""

    who: str
    accommodations: list[Accommodation]


class Plan(BaseModel):
    """Langkah menurut urutan."""

    steps: list[Step]
    possible: list[Step]
    alternatives: list[Alternatives]
    never_assumed: list[UnknownId] = Field(
        default=[], description="Yang ditunggu langkah-langkah itu dan tidak pernah ditebak"
    )
    empty: str | None = Field(None, description="Mengapa tidak ada langkah, bila tidak ada")
    branches: list[Branch]
    not_chosen: list[NotChosen]
    rivals: list[RivalGoal]
    compared: list[Compared]
    documents: list[Needed]
    benefits: list[Received]
    visits: list[Visit]
    visits_notes: list[str]
    special_treatment: list[SpecialTreatment]
    ease_question: dict[str, Any] | None = Field(
        description="Pertanyaan pilihan bagi yang akan ke loket, untuk menyebut kemudahannya"
    )
    totals: Totals
