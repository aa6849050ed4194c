"""The shape of a question: what is asked, how it can be answered, where the reply goes."""

from typing import Literal

from pydantic import BaseModel, Field

from .named import FactKey


class AskedOption(BaseModel):
    """Satu pilihan jawaban."""

    value: str
    label: str


class AskedFact(BaseModel):
    """Satu fakta yang ditanyakan; jawabannya masuk ke `answers`, dengan `fact` sebagai kunci.

    `accepts`, `precision` dan `so_far` hanya ada pada tanggal.
    """

    fact: FactKey
    title: str = Field(description="Pertanyaannya, siap ditampilkan")
    why: str
    type: Literal["boolean", "choice", "integer", "money", "date", "text"]
    data_class: Literal["none", "general", "specific"]
    regions: bool = Field(description="Jawabannya kode wilayah, dari `/v1/regions`")
    options: list[AskedOption] = Field(
        description="`value` dari yang dipilih adalah jawabannya; kosong: jawaban ditulis"
    )
    minimum: str | None
    maximum: str | None
    accepts: list[Literal["day", "month", "year", "age"]] = Field(
        default=[], description="Cara tanggal ini boleh dijawab"
    )
    precision: Literal["day", "year"] | None = Field(
        default=None, description="day: harinya diperlukan; year: tahunnya mungkin cukup"
    )
    so_far: str | None = Field(
        default=None, description="Jawaban yang belum menyebut hari, misalnya `2026-11`"
    )


class AskedPaper(BaseModel):
    """Satu surat yang ditanyakan; `document` masuk ke `documents.held` atau `.lacking`."""

    document: str = Field(examples=["kartu-keluarga@family"])
    title: str
    question: str = Field(description="Pertanyaannya, siap ditampilkan")
    person_title: str


class ResultOption(BaseModel):
    """Satu hasil yang dapat dipilih."""

    document: str
    title: str
    consequence: str | None


class ResultChoice(BaseModel):
    """Hasil mana yang diinginkan; `options[].document` dan `of` masuk ke `wanted` dengan `@`."""

    document: str
    of: str
    options: list[ResultOption]


class PeopleChoice(BaseModel):
    """Berapa atau siapa pemegang satu peran; jawabannya masuk ke `persons` dengan kunci `role`.

    Tanpa `options`: bilangan dari `minimum` sampai `maximum`; selain itu `value` yang dipilih.
    """

    role: str
    may_be: list[str]
    options: list[AskedOption]
    minimum: int
    maximum: int


class Question(BaseModel):
    """Satu pertanyaan yang jawabannya mengubah rencana.

    `facts` dan `documents` bertanya dengan `ask`; `choice` dan `persons` dengan `title`. Bila
    tidak tahu, sebut dalam `declined`: fakta, `document:…@orang`, `choice:…@orang`,
    `persons:peran`.
    """

    kind: Literal["facts", "documents", "choice", "persons"]
    topic: str
    topic_title: str
    decides: int
    facts: list[FactKey] = []
    documents: list[str] = []
    ask: list[AskedFact | AskedPaper] = []
    choice: ResultChoice | None = None
    persons: PeopleChoice | None = None
    title: str | None = None
    why: str | None = None
