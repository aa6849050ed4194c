"""Set up what all tests share: how hypothesis looks for counter-examples."""

import os

from hypothesis import settings

# "ci" finds the same examples on every run; "dev" looks at new ones each time.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("dev", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
