"""An uploaded picture is kept under names that say nothing, by who uploaded it."""

import hashlib
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests.pictures import saved, see_through
from workshop.files import storage
from workshop.files.models import StoredFile
from workshop.files.services import store_image
from workshop.kernel.actor import VISITOR, Actor
from workshop.kernel.errors import NotFound, Unavailable

NAME = re.compile(r"[0-9a-f]{40}\.(jpg|webp)")


def test_what_is_stored_is_what_the_row_says(anita: Actor, held: Callable[[], set[str]]) -> None:
    file = store_image(actor=anita, upload=BytesIO(saved()))
    content = storage.read(file.storage_name)
    assert (file.kind, file.content_type, file.width, file.height) == ("image", "image/jpeg", 64, 48)
    assert (file.bytes, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert (file.uploaded_by_id, file.visitor_key, file.subject) == (anita.id, "", "")
    assert held() == {file.storage_name, file.thumbnail_name}


def test_names_are_random_and_say_what_was_encoded(anita: Actor, held: Callable[[], set[str]]) -> None:
    upload = BytesIO(saved(see_through(), "PNG"))
    upload.name = "../../etc/passwd.html"
    for _ in range(2):
        upload.seek(0)
        store_image(actor=anita, upload=upload)
    assert len(held()) == 4
    assert all(NAME.fullmatch(name) for name in held())
    assert {name.partition(".")[2] for name in held()} == {"webp"}


def test_bytes_are_for_the_application_alone(anita: Actor, uploads: Path) -> None:
    store_image(actor=anita, upload=BytesIO(saved()))
    assert uploads.stat().st_mode & 0o777 == 0o700
    assert {found.stat().st_mode & 0o777 for found in uploads.iterdir()} == {0o600}


def test_without_an_account_it_belongs_to_a_key(db: None, uploads: Path) -> None:
    file = store_image(actor=VISITOR, visitor_key="browser", upload=BytesIO(saved()))
    assert (file.uploaded_by_id, file.visitor_key) == (None, "browser")


def test_history_says_who_kept_it(anita: Actor, uploads: Path) -> None:
    file = store_image(actor=anita, upload=BytesIO(saved()))
    (kept,) = file.history.all()
    assert (kept.pgh_label, kept.pgh_context["command"]) == ("insert", "store_image")
    assert kept.pgh_context["actor_id"] == str(anita.id)


def test_a_storage_that_fails_is_told_and_keeps_no_row(anita: Actor, uploads: Path) -> None:
    uploads.write_text("This is no folder.")
    with pytest.raises(Unavailable) as refused:
        store_image(actor=anita, upload=BytesIO(saved()))
    assert refused.value.code == "storage_unavailable"
    assert not StoredFile.objects.exists()


def test_bytes_that_are_lost_are_not_found(anita: Actor, uploads: Path) -> None:
    file = store_image(actor=anita, upload=BytesIO(saved()))
    (uploads / file.storage_name).unlink()
    with pytest.raises(NotFound):
        storage.read(file.storage_name)
