"""The shapes of `POST /v1/difference`: what is asked, and what is answered."""

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from .advice import AdviceRequest, Version
from .plan import Paper

_EXAMPLE: Final[dict[str, Any]] = {
    "before": {"events": ["birth"], "date": "2026-11-22"},
    "after": {"events": ["birth"], "date": "2026-11-22", "done": ["LJ-0017@child-1"]},
    "lang": "id",
}


class DifferenceRequest(BaseModel):
    """Dua permintaan rencana; `include` di dalamnya tidak mengubah jawaban."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    before: AdviceRequest
    after: AdviceRequest
    lang: str | None = Field(
        default=None, description="Bahasa jawaban; kosong: bahasa permintaan kedua"
    )


class Side(BaseModel):
    """Katalog dan hari satu permintaan."""

    catalog: Version
    date: str


class Cause(BaseModel):
    """Satu hal yang berbeda di antara dua permintaan."""

    kind: Literal["catalog", "day", "event", "answer", "wish", "done"]
    id: str = Field(description="Jawaban dinamai seperti `fact` dalam `said`")
    title: str
    from_: str | int | bool | None = Field(alias="from")
    from_label: str
    to: str | int | bool | None
    to_label: str
    text: str


class Changed(BaseModel):
    """Satu langkah yang muncul atau hilang."""

    id: str
    title: str
    person: str
    person_title: str


class Moment(BaseModel):
    """Tahap, kepastian atau tanggal yang berubah."""

    what: Literal["wave", "status", "start", "latest_start", "finish", "finish_latest", "deadline"]
    from_: str | int | None = Field(alias="from")
    to: str | int | None
    text: str


class Moved(Changed):
    """Satu langkah yang berubah waktunya atau kepastiannya."""

    changes: list[Moment]


class PaperChange(Paper):
    """Satu dokumen yang kini diminta, tidak diminta lagi, atau diminta dengan cara lain."""

    change: Literal["added", "removed", "changed"]
    text: str


class OtherPapers(Changed):
    """Satu langkah yang suratnya berubah."""

    changes: list[PaperChange]


class DifferenceView(BaseModel):
    """Yang berubah di antara dua rencana, dan sebabnya."""

    lang: str
    before: Side
    after: Side
    why: list[Cause]
    added: list[Changed]
    removed: list[Changed]
    moved: list[Moved]
    papers: list[OtherPapers]


DIFFERENCE_BODY: Final[dict[str, Any]] = {
    "required": True,
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/DifferenceRequest"}}},
}
