"""The shapes of `POST /v1/upcoming`: what is asked, and what is answered."""

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from .advice import AdviceRequest, Said, Version
from .named import UnknownId
from .plan import Kind, Source
from .questions import Question

_EXAMPLE: Final[dict[str, Any]] = {
    "answers": {"self.birth_date": "2010-03-04", "child[1].birth_date": "2026-11-01"},
    "documents": {"held": [{"document": "sim@self", "valid_until": "2027-02-01"}]},
    "date": "2026-12-01",
    "months": 12,
    "lang": "id",
}


class UpcomingRequest(AdviceRequest):
    """Yang diketahui tentang orang dan suratnya; `events` hanya bila sedang diurus."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    events: list[str] = Field(
        default=[],
        description="Peristiwa yang sedang diurus: batas dan ulangan dari rencananya ikut "
        "disebut. Tanpa ini orang-orang dari semua peristiwa dapat disebut dalam jawaban",
    )
    months: int = Field(default=12, ge=1, le=120, description="Berapa bulan ke depan")


class LeadsTo(BaseModel):
    """Yang perlu diurus: layanan (`id` kodenya), peristiwa, atau dokumen dari pihak lain."""

    kind: Literal["service", "event", "document"]
    id: str
    slug: str
    title: str
    where: str | None
    step: str | None = Field(description="Langkahnya dalam rencana, bila peristiwanya dipilih")


class Coming(BaseModel):
    """Satu hal yang jatuh tempo."""

    id: str
    slug: str = Field(description="Layanan, peristiwa, atau dokumen yang aturannya dipakai")
    moment: Literal[
        "age", "after", "day", "yearly", "expiry", "deadline", "opens", "again", "claim"
    ] = Field(
        description="Genap umur; sekian lama sesudah suatu hari; setiap tahun; akhir masa "
        "berlaku; atau dari rencana: batas, mulai dapat diurus, datang lagi, batas pengajuan"
    )
    date: str | None = Field(description="Harinya, bila pasti satu hari")
    earliest: str | None = Field(description="Hari paling awal; kosong bila belum dapat dihitung")
    latest: str | None
    begin: str | None = Field(description="Mulai kapan dapat diurus")
    estimate: bool
    title: str
    person: str
    person_title: str
    kind: Kind
    kind_label: str
    status: Literal["certain", "possible"]
    status_label: str
    grave: bool = Field(
        description="Bergantung pada pertanyaan yang terlalu berat untuk ditebak: jangan disebut "
        "sebelum dijawab"
    )
    depends_on: list[UnknownId]
    depends_on_titles: list[str]
    text: str = Field(description="Kapan, dalam satu kalimat")
    why: str | None
    leads_to: LeadsTo
    legal: list[str]
    sources: list[Source]


class UpcomingView(BaseModel):
    """Yang jatuh tempo menurut harinya, dan yang perlu diketahui untuk memastikan sisanya."""

    catalog: Version
    date: str
    until: str
    months: int
    lang: str
    events: list[str]
    title: str
    zone: str
    notice: str
    nothing: str | None = Field(description="Kalimat bila tidak ada yang pasti jatuh tempo")
    said: list[Said]
    due: list[Coming]
    questions: list[Question]


UPCOMING_BODY: Final[dict[str, Any]] = {
    "required": True,
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/UpcomingRequest"}}},
}
