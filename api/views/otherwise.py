"""What a plan is compared with: another way, a rival goal, the kinds to choose from."""

from pydantic import BaseModel, Field


class WholeFee(BaseModel):
    """Biaya seluruh rencana."""

    min: int
    max: int | None
    unknown: int


class NotChosen(BaseModel):
    """Layanan lain untuk dokumen yang sama, dan rencana dengan cara itu."""

    document: str
    of: str
    instead_of: str
    step: str
    service_title: str
    person: str
    person_title: str
    fee: WholeFee
    visits: int
    steps: list[str]
    text: str


class RivalGoal(BaseModel):
    """Salah satu dari tujuan yang saling meniadakan, dan rencana dengan tujuan itu."""

    goal: str
    title: str
    excludes: str
    better: bool
    fee: WholeFee
    visits: int
    steps: list[str]
    finish: str | None
    finish_open: bool
    text: str


class ComparedKind(BaseModel):
    """Satu pilihan: apa akibatnya, dan rencana seluruhnya dengan pilihan itu."""

    document: str
    of: str
    title: str
    consequence: str | None
    shown: bool = Field(description="Pilihan inilah yang dipakai dalam rencana")
    fee: WholeFee
    visits: int
    steps: list[str]
    text: str
    finish: str | None
    finish_open: bool
    finish_text: str | None
    only: list[str] = Field(description="Langkah yang tidak ada pada setiap pilihan lain")
    only_titles: list[str]


class Compared(BaseModel):
    """Pilihan yang belum ditentukan, jenis-jenisnya dibandingkan."""

    document: str
    of: str
    title: str
    kinds: list[ComparedKind]
