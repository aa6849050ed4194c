"""Where the catalog that travels with this program stands."""

from pathlib import Path
from typing import Final

_PROGRAM: Final = Path(__file__).parents[1]
_INSTALLED: Final = _PROGRAM / "shipped"  # where the wheel puts it
SHIPPED: Final = _INSTALLED if _INSTALLED.is_dir() else _PROGRAM.parent / "catalog"
