"""What every test may use: a door to the API, and a database that really commits."""

from pathlib import Path
from typing import Any

import pytest

from tests.door import Door


@pytest.fixture
def api(db: None) -> Door:
    """Return a visitor in front of the API; `api.as_(person)` signs somebody in."""
    return Door()


@pytest.fixture
def committed(transactional_db: None) -> None:
    """Let the test commit for real, where locks, threads or the relay are the subject."""


@pytest.fixture
def uploads(settings: Any, tmp_path: Path) -> Path:
    """Keep the uploads of this test in a folder of their own, and return it; nothing is in it yet."""
    folder = tmp_path / "uploads"
    ours = settings.STORAGES["uploads"]
    own = {**ours, "OPTIONS": {**ours["OPTIONS"], "location": folder}}
    settings.STORAGES = {**settings.STORAGES, "uploads": own}
    return folder


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests recorded, those of other processes too."""
    figures = [
        value
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
        if name == "figure" and report.when == "call"
    ]
    for figure in figures:
        terminalreporter.write_line(str(figure))
