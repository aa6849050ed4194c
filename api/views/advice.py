"""The shapes of `POST /v1/advice`: what is asked, and what is answered."""

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from .named import FactKey, UnknownId
from .plan import Kind, Plan, Reason
from .questions import Question

_EXAMPLE: Final[dict[str, Any]] = {
    "events": ["birth", "death"],
    "answers": {"child[1].birth_date": "2026-11-01"},
    "persons": {"child": 2, "deceased": "mother"},
    "documents": {"held": ["kartu-keluarga@family"], "lacking": ["ktp-el@father"]},
    "date": "2026-11-22",
    "lang": "id",
}

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

    events: list[str] = Field(min_length=1, description="Tanpa yang berulang")
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
    channel: Literal["electronic", "counter"] = Field(
        default="electronic", description="Yang lebih disukai bila keduanya ada"
    )
    lang: str = "id"
    include: list[Part] = ["verdicts", "plan", "questions"]
    unknown: Literal["refuse", "ignore"] = Field(
        default="refuse",
        description="`ignore`: jawaban, surat dan langkah yang tidak dikenal katalog ini "
        "(disimpan di bawah katalog lain) ditinggalkan dan disebut dalam `ignored`",
    )


class Version(BaseModel):
    """Katalog yang dipakai."""

    version: str
    date: str | None


class SetAside(BaseModel):
    """Jawaban yang tidak berlaku karena jawaban lain."""

    fact: FactKey
    title: str
    why: str


class Said(BaseModel):
    """Satu hal yang sudah dikatakan; tanpa nilai bila tidak ingin dijawab."""

    fact: UnknownId
    title: str
    value: str | int | bool | None
    label: str


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
    missing: list[UnknownId]
    reasons: list[Reason]


class Assumed(BaseModel):
    """Yang dianggap benar oleh rencana ini."""

    fact: UnknownId
    title: str
    value: str | int | bool
    label: str


class Ignored(BaseModel):
    """Satu bidang yang tidak dikenal katalog ini dan diabaikan (`unknown: ignore`)."""

    field: str
    why: str


class AdviceView(BaseModel):
    """Putusan, rencana dan pertanyaan."""

    catalog: Version
    date: str
    lang: str
    events: list[str]
    title: str
    zone: str
    said: list[Said]
    done: list[str]
    prefer: Literal["fastest", "cheapest", "fewest-visits"]
    channel: Literal["electronic", "counter"]
    notice: str
    greeting: str | None
    unused: list[str]
    set_aside: list[SetAside]
    ignored: list[Ignored]
    verdicts: list[Verdict] | None = None
    plan: Plan | None = None
    assumed: list[Assumed] | None = None
    questions: list[Question] | None = None
    remaining: int | None = None


ADVICE_BODY: Final[dict[str, Any]] = {
    "required": True,
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/AdviceRequest"}}},
}
