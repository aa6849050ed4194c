"""The shapes of figures in the catalog: how long, how much, until when, by which source."""

from typing import Literal

from pydantic import BaseModel

Unit = Literal["minute", "hour", "calendar_day", "working_day", "week", "month", "year"]


class CatalogSource(BaseModel):
    """Sumber satu angka."""

    url: str
    checked: str
    status: Literal["verified", "secondary", "unverified"]
    title: str | None
    quote: str | None


class Span(BaseModel):
    """Jangka waktu."""

    value: int
    unit: Unit


class Validity(Span):
    """Masa berlaku sejak dibuat; dengan `until` lalu sampai hari itu dalam setahun."""

    source: str | None
    until: str | None


class CatalogConflict(BaseModel):
    """Yang disebut sumber lain; angkanya sendiri yang lebih hati-hati."""

    says: str
    source: str


class CatalogTime(BaseModel):
    """Lama pelayanan."""

    unit: Unit | None
    min: int | None
    max: int | None
    kind: Literal["law", "standard", "target", "experience"]
    source: str | None
    note: str | None
    conflicts: list[CatalogConflict]


class CatalogCost(BaseModel):
    """Biaya dalam mata uang katalog."""

    min: int | None
    max: int | None
    source: str | None
    by_region: bool
    note: str | None
    conflicts: list[CatalogConflict]


class SuppliedLater(BaseModel):
    """Dokumen yang boleh menyusul."""

    within: Span
    after: str
    source: str | None


class CatalogDeadline(BaseModel):
    """Batas waktu."""

    within: int | None
    unit: Unit | None
    after: str | None
    before: str | None
    by: str | None
    on: str | None
    late: str | None
    lapses: bool
    source: str | None
    binding: bool
    conflicts: list[CatalogConflict]


class CatalogComplaint(BaseModel):
    """Kanal pengaduan."""

    channel: str
    url: str | None
    phone: str | None
    source: str | None


class Legal(BaseModel):
    """Dasar hukum."""

    act: str
    article: str | None
    source: str | None
