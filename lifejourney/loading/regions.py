"""Read the regions with their codes: in Indonesia those of Kemendagri."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import Final

from pydantic import TypeAdapter, ValidationError

from lifejourney.errors import Words
from lifejourney.loading.findings import Findings
from lifejourney.vocabulary import Region, is_zone, province_of

COLUMNS: Final = ("code", "name", "kind", "zone")
CODE: Final = re.compile(r"[\w-]+(?:\.[\w-]+)?")
_REGION: Final = TypeAdapter(Region)


def read_regions(data: bytes, findings: Findings) -> tuple[Region, ...]:
    """Return the regions in the order of the file, each code once."""
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        what = Words("berkas ini bukan CSV dalam UTF-8", "the file is no CSV in UTF-8")
        remedy = Words("simpan sebagai CSV UTF-8", "save it as CSV in UTF-8")
        findings.at("bad-csv", (1, 1), what, remedy)
        return ()
    header = ",".join(COLUMNS)
    if not rows or tuple(rows[0]) != COLUMNS:
        what = Words("baris pertama bukan kepala tabel", "the first line is not the header")
        findings.at("bad-csv", (1, 1), what, Words(f"tulis {header}", f"write {header}"))
        return ()
    found: dict[str, Region] = {}
    for number, row in enumerate(rows[1:], start=2):
        if region := _region(row, number, found, findings):
            found[region.code] = region
    return tuple(found.values())


def _region(
    row: list[str], number: int, before: Mapping[str, Region], findings: Findings
) -> Region | None:
    """Return the region of one row, None if it is none."""
    shown = ",".join(row)
    province = province_of(row[0]) if row else ""
    if len(row) != len(COLUMNS) or not CODE.fullmatch(row[0]):
        what = Words(f"'{shown}' bukan baris wilayah", f"'{shown}' is no row of a region")
        remedy = Words(
            "contoh: 34.71,Kota Yogyakarta,city,WIB", "for example 34.71,Kota Yogyakarta,city,WIB"
        )
        findings.at("bad-region", (number, 1), what, remedy)
    elif row[0] in before or (province != row[0] and province not in before):
        what = Words(
            f"kode {row[0]} sudah ada, atau provinsinya belum ada di atasnya",
            f"the code {row[0]} is there already, or its province does not stand above it",
        )
        remedy = Words("periksa kodenya", "check the code")
        findings.at("bad-region", (number, 1), what, remedy)
    else:
        return _typed(row, number, findings)
    return None


def _typed(row: list[str], number: int, findings: Findings) -> Region | None:
    """Return the region with its kind and zone, None where it is not known what these are."""
    found: Region | None = None
    try:
        found = _REGION.validate_python(dict(zip(COLUMNS, row, strict=True)))
    except ValidationError:
        what = Words(f"'{row[2]}' bukan jenis wilayah", f"'{row[2]}' is no kind of region")
        remedy = Words("contoh: province, regency, city", "for example province, regency, city")
        findings.at("unknown-word", (number, 1), what, remedy)
    if not is_zone(row[3]):
        what = Words(f"'{row[3]}' bukan zona waktu", f"'{row[3]}' is no time zone")
        remedy = Words(
            "tulis WIB, WITA, WIT, atau nama seperti Africa/Nairobi",
            "write WIB, WITA, WIT, or a name like Africa/Nairobi",
        )
        findings.at("unknown-word", (number, 1), what, remedy)
        return None
    return found
