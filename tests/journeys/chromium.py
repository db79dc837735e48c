"""Find the Chromium that journeys run in."""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str:
    """Return the path of a Chromium: PITLANE_CHROMIUM, else the first on PATH.

    Without one the journey is skipped, and fails where PITLANE_NEEDS_CHROMIUM=1 asks for it.
    """
    named = os.environ.get("PITLANE_CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    missing = f"{named} cannot be run" if named else "there is no Chromium on PATH"
    advice = f"{missing}: install the package chromium or name one in PITLANE_CHROMIUM"
    if os.environ.get("PITLANE_NEEDS_CHROMIUM") == "1":
        pytest.fail(advice, pytrace=False)
    pytest.skip(advice)
