"""What nothing was made of is forgotten, with its bytes, and nothing else is."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from tests.pictures import saved
from workshop.files import storage
from workshop.files.models import StoredFile
from workshop.files.services import attach, delete_file, store_image, sweep
from workshop.files.tasks import sweep as task
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now

HOUR = timedelta(hours=1)
DAY = timedelta(hours=24)


@pytest.fixture
def files(anita: Actor, uploads: Path) -> list[StoredFile]:
    return [store_image(actor=anita, upload=BytesIO(saved())) for _ in range(3)]


def names(*files: StoredFile) -> set[str]:
    return {name for file in files for name in (file.storage_name, file.thumbnail_name)}


def test_what_nobody_attached_for_a_day_is_forgotten(
    files: list[StoredFile], anita: Actor, held: Callable[[], set[str]]
) -> None:
    attach(actor=anita, file_ids=[files[0].id], subject="appointment:1")
    assert sweep(at=real_now() + DAY - HOUR) == {"files": 0, "orphans": 0}
    assert sweep(at=real_now() + DAY + HOUR) == {"files": 2, "orphans": 0}
    assert [file.id for file in StoredFile.objects.all()] == [files[0].id]
    assert held() == names(files[0])


def test_what_was_taken_back_goes_at_once(
    files: list[StoredFile], anita: Actor, held: Callable[[], set[str]]
) -> None:
    delete_file(actor=anita, file_id=files[1].id)
    task()
    assert held() == names(files[0], files[2])
    assert StoredFile.objects.count() == 2


def test_bytes_without_a_row_go_when_their_command_cannot_commit_any_more(
    files: list[StoredFile], uploads: Path, held: Callable[[], set[str]]
) -> None:
    old, young = (storage.put(b"x", "jpg") for _ in range(2))
    aged(uploads / old, real_now() - DAY - HOUR)
    for name in names(*files):
        aged(uploads / name, real_now() - DAY - HOUR)
    assert sweep() == {"files": 0, "orphans": 1}
    assert held() == {young, *names(*files)}


def test_there_may_be_nothing_at_all(db: None, uploads: Path) -> None:
    assert sweep() == {"files": 0, "orphans": 0}


def test_more_than_one_batch_goes(files: list[StoredFile], held: Callable[[], set[str]]) -> None:
    for _ in range(3):
        storage.put(b"x", "jpg")
    assert sweep(at=real_now() + 2 * DAY, batch=2) == {"files": 3, "orphans": 3}
    assert held() == set()


def aged(path: Path, moment: datetime) -> None:
    """Let a file look as if it had been written at a moment."""
    os.utime(path, (moment.timestamp(), moment.timestamp()))
