"""The shapes of regions, and of the graph from events to services and documents."""

from typing import Literal

from pydantic import BaseModel, Field


class Region(BaseModel):
    """Satu daerah, misalnya provinsi, kabupaten atau kota."""

    region: str = Field(examples=["34.71"])
    name: str
    kind: str
    province: str
    zone: str
    units: list[str] = Field(description="Kantor yang dikenal")


class Regions(BaseModel):
    """Wilayah yang ditemukan."""

    regions: list[Region]


class Node(BaseModel):
    """Satu peristiwa, layanan atau dokumen."""

    id: str
    kind: Literal["event", "service", "document"]
    title: str
    service: str | None


class Edge(BaseModel):
    """Satu hubungan."""

    from_: str = Field(alias="from")
    to: str
    kind: Literal["calls_for", "produces", "required_by", "kind_of"]
    alternative: int | None = Field(
        description="Nomor yang sama: dokumen yang dapat saling menggantikan"
    )
    substitute: bool
    optional: bool


class Graph(BaseModel):
    """Graf peristiwa, layanan dan dokumen."""

    events: list[str]
    nodes: list[Node]
    edges: list[Edge]
