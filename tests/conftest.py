"""Set up what all tests share: how hypothesis looks for cases, where catalogs are kept."""

import os
from pathlib import Path

from hypothesis import settings

# "ci" finds the same examples on every run; "dev" looks at new ones each time.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("dev", deadline=None)
# For hours, if one likes; what takes too long is told by the tests, in seconds of CPU.
settings.register_profile("long", max_examples=500_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

# Not in the home of whoever runs the tests; what is kept is addressed by content, so it may stay.
os.environ["LIFEJOURNEY_CACHE"] = str(Path(__file__).parents[1] / ".pytest_cache" / "catalogs")
