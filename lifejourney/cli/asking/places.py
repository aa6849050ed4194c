"""Find the region that somebody names: by code, or by name with or without Kota and Kabupaten."""

import re
from collections.abc import Mapping
from typing import Final

from lifejourney.vocabulary import Region

MOST: Final = 8
_KIND: Final = re.compile(r"^(kabupaten|kab\.?|kota|provinsi|prov\.?) +")


def find_places(regions: Mapping[str, Region], text: str) -> list[Region]:
    """Return the regions that a text may mean: the one of a code, else those of the name."""
    code = text.removeprefix("kemendagri:")
    if code in regions:
        return [regions[code]]
    name = " ".join(text.casefold().split())
    same = [one for one in regions.values() if one.name.casefold() == name]
    bare = _KIND.sub("", name)
    kind = name[: len(name) - len(bare)].strip(". ")
    near = [
        one
        for one in regions.values()
        if _KIND.sub("", one.name.casefold()) == bare and one.name.casefold().startswith(kind)
    ]
    least = 4
    if not near and len(bare) >= least:
        near = [one for one in regions.values() if bare in one.name.casefold()]
    return (same or near)[:MOST]
