"""Settings for all tests."""

import os

from hypothesis import settings

# In CI the same examples every time; elsewhere new ones, so that the search goes on. No deadline: the first parse
# compiles expressions and loads OpenCC.
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")
