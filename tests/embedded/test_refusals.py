"""What went wrong becomes one sentence that says what to do."""

import errno
import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from workshop.embedded.refusals import explain, explain_failure, explain_os_error

Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize(
    ("output", "remedy"),
    [
        ("OSError: [Errno 28] No space left on device: '/x'", "free some space"),
        ("npm error code ENOSPC", "free some space"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "pip cache purge"),
        ("npm error code EINTEGRITY", "npm cache clean"),
        ("error: command 'gcc' failed: No such file or directory", "build-essential"),
        ("error: command '/usr/bin/x86_64-linux-gnu-gcc' failed with exit code 1", "build-essential"),
        ("src/x.c:1:10: fatal error: Python.h: No such file or directory", "python3-dev"),
        ("ERROR: Wheel 'tiny' located at /t/tiny.whl is invalid.", "pip cache purge"),
        ("ERROR: No matching distribution found for orjson==3.11", "orjson==3.11"),
        ("urllib3: Temporary failure in name resolution", "network"),
        ("The virtual environment was not created because ensurepip is not available.", "python3-venv"),
        ("ModuleNotFoundError: No module named 'django'", "delete the folder .venv"),
        ("ImportError: libpq.so.5: cannot open shared object file", "delete the folder .venv"),
    ],
)
def test_a_known_cause_names_its_remedy(output: str, remedy: str) -> None:
    sentence = explain(f"Collecting everything\n{output}\nsome more words")
    assert sentence is not None
    assert remedy in sentence
    assert "\n" not in sentence


def test_a_module_of_our_own_that_is_missing_is_no_damaged_environment() -> None:
    assert explain("ModuleNotFoundError: No module named 'workshop.jobs.nothing'") is None


def test_an_unknown_cause_shows_the_last_line_and_the_log() -> None:
    refusal = explain_failure(
        "Migrating the database", Path("var/log/manage.log"), "first\n\nlast words.\n\n"
    )
    assert str(refusal) == (
        "Migrating the database failed (last words): read var/log/manage.log, put that right and run this "
        "again."
    )


def test_a_full_disk_is_recognised_when_the_tool_could_not_say_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**9, 10**9, 4096))
    assert "free some space" in str(explain_failure("Migrating the database", folder / "manage.log", ""))


def test_silence_is_said_too() -> None:
    assert "it said nothing" in str(explain_failure("Building", Path("x.log"), "\n"))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "free some space"),
        (errno.EDQUOT, "free some space"),
        (errno.EACCES, "var/x is closed to this account"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_an_error_of_the_system_is_one_sentence(number: int, words: str) -> None:
    sentence = explain_os_error(OSError(number, "Input/output error", "var/x"))
    assert words in sentence
    assert "\n" not in sentence
