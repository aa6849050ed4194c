"""The shapes of `POST /v1/explain`: what is asked, and what is answered."""

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from .advice import AdviceRequest, Version
from .named import FactKey, UnknownId
from .plan import Reason

_EXAMPLE: Final[dict[str, Any]] = {
    "service": "isbat-nikah",
    "events": ["birth"],
    "answers": {"parents.marriage": "recorded"},
    "date": "2026-11-22",
    "lang": "id",
}


class ExplainRequest(AdviceRequest):
    """Permintaan seperti untuk rencana, dengan layanan yang ditanyakan."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    service: str = Field(min_length=1, description="Kode atau slug layanan")
    person: str | None = Field(
        default=None, description="Hanya untuk orang ini, misalnya `child[1]`; kosong: semua"
    )


class Deciding(BaseModel):
    """Satu hal yang belum diketahui dan menentukan."""

    unknown: UnknownId
    title: str


class Change(BaseModel):
    """Satu jawaban yang menjadi lain."""

    fact: FactKey
    title: str
    from_: str | int | bool = Field(alias="from")
    from_label: str
    to: str | int | bool
    to_label: str


class Changes(BaseModel):
    """Perubahan jawaban terkecil yang memasukkan atau mengeluarkan layanan."""

    would: Literal["add", "remove"]
    smallest: list[list[Change]] = Field(description="Satu atau dua jawaban; paling banyak tiga")
    others: int = Field(description="Banyaknya perubahan sama kecil yang tidak disebut")
    text: str


class Explained(BaseModel):
    """Penjelasan untuk satu orang; `person` kosong bila tidak ada yang dilayani."""

    person: str | None
    person_title: str | None
    status: Literal["certain", "possible", "blocked", "done", "not_needed", "does_not_apply"]
    status_label: str
    why: list[Reason]
    why_not: list[Reason]
    open: list[Deciding]
    changes: Changes | None


class ExplanationView(BaseModel):
    """Mengapa satu layanan ada dalam rencana, atau tidak."""

    catalog: Version
    date: str
    lang: str
    service: str
    slug: str
    title: str
    events: list[str]
    people: list[Explained]


EXPLAIN_BODY: Final[dict[str, Any]] = {
    "required": True,
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ExplainRequest"}}},
}
