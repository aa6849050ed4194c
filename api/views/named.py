"""How an answer names a fact and whatever else may be unknown: one way, that of requests."""

from typing import Annotated

from pydantic import Field

FactKey = Annotated[
    str,
    Field(
        description="Fakta seseorang, ditulis seperti dalam `answers`",
        examples=["child[1].birth_date", "mother.alive"],
    ),
]
UnknownId = Annotated[
    str,
    Field(
        description="Yang dijawab atau belum: fakta ditulis seperti dalam `answers` dan "
        "`questions[].facts`, surat `document:…@child-1`, pilihan `choice:…@child-1`, orang "
        "`persons:child`; seperti dalam `declined`",
        examples=["child[1].condition", "document:kartu-keluarga@family", "persons:child"],
    ),
]
