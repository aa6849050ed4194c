"""The shapes of what the catalog answers."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from .figures import (
    CatalogComplaint,
    CatalogCost,
    CatalogDeadline,
    CatalogSource,
    CatalogTime,
    Legal,
    SuppliedLater,
    Validity,
)

Condition = dict[str, Any] | None
"""A condition as the catalog writes it: {"child.condition": "\\"healthy\\""}, any, all, not."""

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Wording(BaseModel):
    """Kata lain untuk sebuah pertanyaan atau sebutan, bila syaratnya berlaku."""

    when: Condition
    title: str
    why: str | None


class Person(BaseModel):
    """Peran dalam satu peristiwa."""

    person: str
    title: str
    many: bool
    minimum: int
    maximum: int
    likely: int | None
    ask: str | None
    why: str | None
    group: bool
    dead: bool
    when: Condition
    is_: dict[str, Condition] = Field(alias="is")
    also: dict[str, Condition]
    ask_also: str | None
    may_be: list[str]
    same_when: Condition
    likely_when: dict[str, Condition]
    topic: str | None
    worded: list[Wording]


class EventListed(BaseModel):
    """Peristiwa dalam daftar."""

    event: str
    title: str
    stage: str
    persons: list[Person]
    summary: str
    also_called: list[str]
    entries: list[str]
    sensitive: bool
    greeting: str | None


class Events(BaseModel):
    """Semua peristiwa."""

    events: list[EventListed]


class Call(BaseModel):
    """Dokumen atau layanan yang menyertai satu peristiwa."""

    of: str
    kind: Literal["duty", "right", "advice"]
    service: str | None
    document: str | None
    title: str
    when: Condition
    usual: str | None
    excludes: list[str]
    compare: bool
    tone: Literal["joy", "neutral"]
    why: str | None


class Condolence(BaseModel):
    """Ucapan duka, dan kapan menggantikan sapaan."""

    text: str
    when: Condition | None


class Event(EventListed):
    """Satu peristiwa selengkapnya."""

    condolence: Condolence | None
    special_treatment: list[dict[str, Any]]
    due: list[dict[str, Any]]
    calls_for: list[Call]
    sources: dict[str, CatalogSource]


class FactOption(BaseModel):
    """Satu pilihan jawaban."""

    value: str
    label: str
    likelihood: int | None
    note: str | None


class Fact(BaseModel):
    """Satu fakta yang dapat dijawab."""

    fact: str = Field(examples=["child.birth_date"])
    person: str
    person_title: str
    events: list[str]
    type: Literal["boolean", "choice", "integer", "money", "date", "text"]
    options: list[FactOption]
    minimum: int | str | None
    maximum: int | str | None
    accepts: list[Literal["day", "month", "year", "age"]] = Field(
        description="Cara menjawab sebuah tanggal: 2026-11-22, 2026-11, 2026, age 30..39"
    )
    title: str
    why: str
    data_class: Literal["none", "general", "specific"]
    applies_when: Condition
    derived: dict[str, Any] | None = Field(description="Jika terisi, fakta ini dihitung")
    regions: bool
    likely: int | None
    never_assumed: bool
    changeable: bool
    worded: list[Wording]
    forward: bool = Field(description="Hanya berubah ke yang lebih banyak, kemudian, atau berikut")
    effort: int = Field(description="1 hafal, 2 perlu dicari, 3 perlu surat atau orang lain")
    topic: str | None
    topic_title: str | None
    note: str | None


class Topic(BaseModel):
    """Satu kelompok pertanyaan; yang di `pinned` ditanyakan lebih dulu, menurut urutan."""

    topic: str
    title: str
    pinned: list[str] = Field(examples=[["child.condition"]])


class Facts(BaseModel):
    """Fakta dari peristiwa yang dipilih."""

    facts: list[Fact]
    topics: list[Topic]


class ServiceListed(BaseModel):
    """Layanan dalam daftar."""

    service: str = Field(examples=["LJ-0017"])
    slug: str
    title: str
    plain: str
    for_: list[str] = Field(alias="for")
    acts: Literal["citizen", "automatic", "other"]
    channels: list[str]
    cost: CatalogCost
    processing_time: CatalogTime
    authority: str
    authority_title: str
    also_called: list[str]


class Services(BaseModel):
    """Satu halaman layanan."""

    services: list[ServiceListed]
    next: str | None = Field(description="`cursor` halaman berikutnya")


class Way(BaseModel):
    """Satu dokumen yang memenuhi syarat."""

    document: str
    title: str
    of: str | None
    when: Condition
    substitute: bool


class Requirement(BaseModel):
    """Satu syarat; salah satu dari `any` cukup, menurut urutan."""

    any: list[Way]
    when: Condition
    copies: int
    original: bool
    kept: bool
    supplied_later: SuppliedLater | None
    note: str | None


class Result(BaseModel):
    """Satu hasil layanan."""

    document: str
    title: str
    of: str | None
    when: Condition
    requires: list[Requirement]


class ServiceDetail(ServiceListed):
    """Satu layanan selengkapnya."""

    procedure: list[str]
    legal: list[Legal]
    actor: str | None
    in_person: bool = Field(description="Harus datang sekali, juga bila diajukan daring")
    always_open: bool = Field(description="Siang dan malam, juga pada hari libur")
    applies: Condition
    requires: list[Requirement]
    produces: list[Result]
    updates: str | None
    response_time: CatalogTime | None
    deadline: CatalogDeadline | None
    opens: dict[str, Any] | None
    repeats: dict[str, Any] | None
    due: list[dict[str, Any]]
    filed_with: list[str]
    accommodations: list[str]
    benefit: dict[str, Any] | None
    proxy: str | None
    say: str | None
    sent_back_when: list[str]
    check_result: str | None
    note: str | None
    complaint: CatalogComplaint
    standard: dict[str, str | None]
    tags: dict[str, list[int] | list[str]]
    official_code: str | None
    sippn_id: str | None
    sources: dict[str, CatalogSource]
    changes: list[dict[str, Any]]
    called_for_by: list[str]


class ToldOf(BaseModel):
    """Satu keterangan; sumbernya bila bukan sumber kantor itu."""

    text: str
    source: str | None


class Named(BaseModel):
    """Kode, slug dan judul layanan."""

    service: str
    slug: str
    title: str


class KindOf(BaseModel):
    """Satu jenis dari sebuah dokumen."""

    document: str
    title: str


class DocumentDetail(BaseModel):
    """Satu dokumen selengkapnya."""

    document: str
    title: str
    of: list[str]
    from_: Literal["service", "self", "other"] = Field(alias="from")
    plain: str | None
    also_called: list[str]
    issuer: str | None
    signed_by: list[str]
    kind_of: str | None
    consequence: str | None
    usual: dict[str, Any] | None
    ask: str | None
    choose: str | None
    made_by_event: bool
    available_when: Condition
    valid_for: Validity | None
    due: dict[str, Any] | None
    form: str | None
    stamps: int
    where_to_get: str | None
    sources: dict[str, CatalogSource]
    kinds: list[KindOf]
    produced_by: list[Named]
    required_by: list[Named]


class UnitListed(BaseModel):
    """Satu kantor dalam daftar."""

    unit: str
    title: str
    region: str = Field(examples=["34.71"])
    authority: str | None
    mall: bool = Field(description="Tempat beberapa instansi, misalnya Mal Pelayanan Publik")
    each: bool = Field(description="Satu di setiap daerah provinsi itu")


class Units(BaseModel):
    """Kantor yang dikenal; di tempat lain namanya menurut instansi dan daerahnya."""

    units: list[UnitListed]


class UnitDetail(UnitListed):
    """Satu kantor selengkapnya."""

    region_name: str | None
    authority_title: str | None
    source: str
    hosts: list[str] = Field(description="Instansi yang diketahui punya loket di tempat ini")
    address: ToldOf | None
    map_query: str | None
    hours: ToldOf | None
    phone: str | None
    website: str | None
    complaint: CatalogComplaint | None
    sippn_id: str | None
    standard_reported: bool | None = Field(description="Sudah melaporkan standar pelayanan")
    accommodations: list[str]
    also_called: list[str]
    sources: dict[str, CatalogSource]


class Authority(BaseModel):
    """Satu instansi selengkapnya."""

    authority: str
    title: str
    level: Literal["national", "province", "regency", "village", "private"]
    complaint: CatalogComplaint
    full_name: str | None
    website: str | None
    working_week: list[Weekday]
    also_called: list[str]
    sources: dict[str, CatalogSource]
    services: list[Named]
    units: list[UnitListed]
