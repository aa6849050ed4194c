"""The shape of an error (RFC 9457)."""

from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field


class FieldError(BaseModel):
    """Satu bidang yang salah dan cara memperbaikinya."""

    field: str = Field(examples=["answers.child.birth_date"])
    message: str = Field(examples=["'kemarin' bukan tanggal"])
    remedy: str | None = Field(examples=["tulis tanggal sebagai YYYY-MM-DD"])


class ProblemView(BaseModel):
    """Kesalahan menurut RFC 9457."""

    model_config = ConfigDict(title="Problem")

    type: str = Field(examples=["/docs#invalid-request"])
    title: str
    status: int
    detail: str
    errors: list[FieldError]
    request: str = Field(description="Nomor permintaan, juga di tajuk X-Request-ID dan di log")
    replaced_by: str | None = Field(
        default=None, description="Hanya pada 410: layanan atau dokumen penggantinya"
    )


_MEANING: Final = {
    400: "JSON tidak dapat dibaca, atau satu nama ditulis dua kali",
    404: "Tidak ditemukan",
    406: "Tidak ada jawaban dalam jenis yang diminta tajuk Accept",
    410: "Sudah ditarik; `replaced_by` menyebut penggantinya",
    413: "Isi lebih besar dari yang diterima layanan ini (bawaan 256 KiB)",
    415: "Isi bukan application/json dalam UTF-8",
    422: "Permintaan belum benar",
    503: "Layanan sibuk, atau rencana ini terlalu lama dihitung; coba lagi sesudah `Retry-After`",
}
_REF: Final = {"$ref": "#/components/schemas/ProblemView"}
PROBLEMS: Final[dict[int, dict[str, Any]]] = {
    code: {"description": meaning, "content": {"application/problem+json": {"schema": _REF}}}
    for code, meaning in _MEANING.items()
} | {308: {"description": "Berganti nama; alamat baru ada di tajuk Location"}}
