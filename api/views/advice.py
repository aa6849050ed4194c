"""The shapes of `POST /v1/advice`: what is asked, and what is answered."""

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

_EXAMPLE: Final[dict[str, Any]] = {
    "events": ["birth", "death"],
    "answers": {"child[1].birth_date": "2026-11-01"},
    "persons": {"child": 2, "deceased": "mother"},
    "documents": {"held": ["kartu-keluarga@family"], "lacking": ["ktp-el@father"]},
    "date": "2026-11-22",
    "lang": "id",
}

Status = Literal["verified", "secondary", "unverified"]
Kind = Literal["duty", "right", "advice"]
Part = Literal["verdicts", "plan", "questions"]


class HeldPaper(BaseModel):
    """Dokumen yang dipegang, dengan tanggalnya."""

    model_config = ConfigDict(extra="forbid")

    document: str = Field(examples=["paspor@self"])
    issued: str | None = Field(default=None, examples=["2020-02-01"])
    valid_until: str | None = Field(default=None, examples=["2027-02-01"])


class Papers(BaseModel):
    """Dokumen yang dipegang dan yang tidak."""

    model_config = ConfigDict(extra="forbid")

    held: list[str | HeldPaper] = []
    lacking: list[str] = []


class AdviceRequest(BaseModel):
    """Peristiwa dan apa yang diketahui; hanya `events` wajib, bidang tak dikenal ditolak."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    events: list[str] = Field(min_length=1, json_schema_extra={"uniqueItems": True})
    answers: dict[str, str | int | bool] = Field(
        default={},
        description="`orang.fakta`, misalnya `child[2].birth_date`, dan nilainya. Tanggal yang "
        "harinya tidak diketahui: bulan `2026-11`, tahun `2026`, atau (untuk tanggal lahir) umur "
        "pada hari rencana dibuat, `age 34` atau `age 30..39`",
        examples=[
            {"child[1].birth_date": "2026-11-01"},
            {"child[1].birth_date": "2026-11", "deceased.death_date": "2019"},
            {"heir[1].birth_date": "age 30..39"},
        ],
    )
    declined: list[str] = Field(
        default=[],
        description="Fakta yang tidak ingin dijawab. Tanggal yang dijawab dengan bulan, tahun, "
        "atau umur boleh disebut juga di sini: harinya tidak ditanyakan lagi",
    )
    persons: dict[str, int | str] = Field(
        default={}, description="Jumlah anggota satu peran, atau siapa yang memegang peran itu"
    )
    documents: Papers = Papers()
    wanted: list[str] = Field(default=[], description="Hasil yang dipilih: `dokumen@orang`")
    done: list[str] = Field(default=[], description="Langkah yang sudah selesai")
    date: str | None = Field(
        default=None, examples=["2026-11-22"], description="Hari ini jika kosong"
    )
    prefer: Literal["fastest", "cheapest", "fewest-visits"] = "fastest"
    lang: Literal["id", "en"] = "id"
    include: list[Part] = ["verdicts", "plan", "questions"]


class Version(BaseModel):
    """Katalog yang dipakai."""

    version: str
    date: str | None


class SetAside(BaseModel):
    """Jawaban yang tidak berlaku karena jawaban lain."""

    fact: str
    why: str


class Reason(BaseModel):
    """Satu alasan."""

    text: str
    fact: str | None
    law: str | None


class Verdict(BaseModel):
    """Putusan atas satu layanan atau hasil yang menyertai peristiwa."""

    service: str | None
    document: str | None
    slug: str
    title: str
    person: str
    person_title: str
    event: str
    kind: Kind
    kind_label: str
    tone: Literal["joy", "neutral"]
    verdict: Literal["applies", "does_not_apply", "unknown"]
    verdict_label: str
    missing: list[str]
    reasons: list[Reason]


class Paper(BaseModel):
    """Satu dokumen milik seseorang."""

    document: str
    title: str
    of: str
    person_title: str


class Blocker(Paper):
    """Dokumen yang tidak dapat diperoleh."""

    why: Literal["lacking", "circle", "not_applicable"]


class Asked(Paper):
    """Dokumen yang diminta satu langkah."""

    from_: Literal["held", "assumed", "step", "outside", "self", "lacking"] = Field(alias="from")
    made: str = Field(description="Dokumen itu sendiri, bila `document` menyebut jenisnya")
    step: str | None
    copies: int
    original: bool
    kept: bool
    form: str | None
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
    """Biaya dalam rupiah."""

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
    after: str | None
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
    depends_on: list[str]
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
    channels: list[str] = []
    procedure: list[str] = []
    say: str | None = None
    sent_back_when: list[str] = []
    proxy: str | None = None
    check_result: str | None = None
    note: str | None = None
    benefit: Benefit | None = None
    complaint: Complaint | None = None
    reasons: list[str]
    why: list[str] = Field(description="Alasan terpenting saja")
    legal: list[str] = []
    sources: list[Source] = []


class Alternatives(BaseModel):
    """Langkah lain bila jawabannya lain."""

    depends_on: str
    title: str
    steps: list[str]


class Branch(Alternatives):
    """Rencana bila sebuah pertanyaan yang tidak ditebak dijawab begini."""

    value: str | int | bool
    label: str


class Needed(Paper):
    """Satu dokumen untuk seluruh rencana."""

    from_: str = Field(alias="from")
    form: str | None
    copies: int
    original: bool
    for_: list[str] = Field(alias="for")


class Fee(BaseModel):
    """Jumlah biaya yang diketahui, dan berapa yang belum."""

    min: int
    max: int
    unknown: int


class Totals(BaseModel):
    """Jumlah seluruh rencana."""

    finish: str | None
    fee: Fee
    visits: int | None


class Plan(BaseModel):
    """Langkah menurut urutan."""

    steps: list[Step]
    possible: list[Step]
    alternatives: list[Alternatives]
    branches: list[Branch]
    documents: list[Needed]
    totals: Totals


class Assumed(BaseModel):
    """Yang dianggap benar oleh rencana ini."""

    fact: str
    title: str
    value: str | int | bool
    label: str


class Question(BaseModel):
    """Satu pertanyaan yang jawabannya mengubah rencana."""

    kind: Literal["facts", "documents", "choice", "persons"]
    topic: str
    topic_title: str
    decides: int
    facts: list[str] = []
    documents: list[str] = []
    ask: list[dict[str, Any]] = Field(
        default=[],
        description="Pertanyaannya. Untuk tanggal juga `accepts` (cara menjawab: day, month, year, "
        "age), `precision` (day: harinya diperlukan; year: tahunnya mungkin cukup), dan `so_far` "
        "(jawaban yang belum menyebut hari, misalnya `2026-11`)",
    )
    choice: dict[str, Any] | None = None
    persons: dict[str, Any] | None = None
    title: str | None = None
    why: str | None = None


class AdviceView(BaseModel):
    """Putusan, rencana dan pertanyaan."""

    catalog: Version
    date: str
    lang: Literal["id", "en"]
    events: list[str]
    notice: str
    greeting: str | None
    unused: list[str]
    set_aside: list[SetAside]
    verdicts: list[Verdict] | None = None
    plan: Plan | None = None
    assumed: list[Assumed] | None = None
    questions: list[Question] | None = None
    remaining: int | None = None


ADVICE_BODY: Final[dict[str, Any]] = {
    "required": True,
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/AdviceRequest"}}},
}
