"""What an operator may set from outside: the key of the cookie, the look, where feedback goes."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

KEY: Final = "LIFEJOURNEY_KEY"
LOOK: Final = "LIFEJOURNEY_LOOK"
FEEDBACK: Final = "LIFEJOURNEY_FEEDBACK"
LEAVE: Final = "LIFEJOURNEY_LEAVE"
ELSEWHERE: Final = "https://www.bmkg.go.id/"
SHORTEST_KEY: Final = 32


class InvalidSetting(ValueError):
    """Refuse a setting that cannot be used, and say how to mend it."""


@dataclass(frozen=True)
class Settings:
    """Hold the settings of one process.

    `key`: 32 bytes that seal the answers between pages. Without LIFEJOURNEY_KEY it is made by
    chance for this process alone: after a restart, and with several workers on every other page,
    nobody can open what was sealed before. `look`: a folder whose `static/` and `templates/` go
    before ours. `feedback`: an e-mail address for messages about the advice; none, no link.
    `leave`: where "leave quickly" goes.
    """

    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    look: Path | None = None
    feedback: str = ""
    leave: str = ELSEWHERE


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of the environment; raises InvalidSetting."""
    made = Settings()
    secret = environment.get(KEY, "")
    if secret and len(secret) < SHORTEST_KEY:
        raise InvalidSetting(
            f"{KEY} terlalu pendek: paling sedikit {SHORTEST_KEY} huruf. / "
            f"{KEY} is too short: at least {SHORTEST_KEY} characters."
        )
    look = Path(environment[LOOK]) if environment.get(LOOK) else None
    if look is not None and not look.is_dir():
        raise InvalidSetting(f"{LOOK}: {look} bukan folder. / {look} is no folder.")
    return Settings(
        key=sha256(secret.encode()).digest() if secret else made.key,
        look=look,
        feedback=environment.get(FEEDBACK, ""),
        leave=environment.get(LEAVE) or ELSEWHERE,
    )
