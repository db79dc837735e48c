"""Pictures are uploaded by people and by visitors, shown by links, and taken back by their uploader alone."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from PIL import Image

from tests.api.answering import body_of, nothing_changes
from tests.api.conftest import As
from tests.cast import Cast
from tests.door import Door
from tests.pictures import drawn, png_that_claims, saved, see_through
from workshop.files.models import StoredFile
from workshop.files.services import attach
from workshop.kernel.actor import VISITOR

pytestmark = pytest.mark.usefixtures("uploads")
HERE = "/api/public/files"
MIB = 1024 * 1024
BOUNDARY = "a-line-that-no-picture-has"
FORM = f"multipart/form-data; boundary={BOUNDARY}"


def form(*parts: tuple[str, bytes]) -> bytes:
    """Return a form of parts, each with its Content-Disposition after `form-data; ` and its content."""
    said = [
        f"--{BOUNDARY}\r\nContent-Disposition: form-data; {named}\r\n\r\n".encode() + content + b"\r\n"
        for named, content in parts
    ]
    return b"".join(said) + f"--{BOUNDARY}--\r\n".encode()


def sent(door: Door, content: bytes, name: str = "photo.jpg", **headers: str) -> HttpResponse:
    body = form((f'name="file"; filename="{name}"\r\nContent-Type: image/jpeg', content))
    return door.send("POST", HERE, body, Content_Type=FORM, **headers)


def uploaded(door: Door, content: bytes | None = None) -> Any:
    return body_of(sent(door, content or saved()), 201)


def seen(url: str) -> HttpResponse:
    return Door().get(url)


def test_a_visitor_uploads_and_sees_it_by_its_links(as_: As) -> None:
    file = uploaded(as_(None), saved(drawn((4000, 3000))))
    assert (file["width"], file["height"], file["content_type"]) == (2560, 1920, "image/jpeg")
    for url, size, media in (
        (file["url"], (2560, 1920), "image/jpeg"),
        (file["thumbnail_url"], (480, 360), "image/webp"),
    ):
        answer = seen(url)
        assert answer.status_code == 200
        assert answer["Content-Type"] == media
        assert Image.open(BytesIO(answer.content)).size == size


def test_a_file_is_nothing_but_a_picture_to_a_browser(as_: As) -> None:
    with time_machine.travel("2026-11-21T12:10:00+00:00", tick=False):
        file = uploaded(as_(None), saved(see_through(), "PNG"))
        answer = seen(file["url"])
    assert answer["Content-Type"] == "image/webp"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == 'inline; filename="photo.webp"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == f"private, max-age={12 * 3600 + 50 * 60}"


def test_a_link_that_is_wrong_or_over_shows_nothing(as_: As) -> None:
    with time_machine.travel("2026-11-21T12:10:00+00:00", tick=False):
        file = uploaded(as_(None))
        path, _, said = file["url"].partition("?")
        for wrong in (
            path,
            f"{path}?{said}x",
            f"{path.replace('full', 'thumbnail')}?{said}",
            f"{path}x?{said}",
        ):
            problem = body_of(as_(None).get(wrong), 404)
            assert (problem["code"], bool(problem["next"])) == ("file_link_invalid", True)
    with time_machine.travel("2026-11-22T01:00:01+00:00", tick=False):
        answer = as_(None).get(file["url"])
    assert body_of(answer, 410)["code"] == "file_link_expired"
    assert answer["Content-Type"] == "application/problem+json"


def test_the_name_and_the_type_that_are_said_mean_nothing(as_: As, uploads: Path) -> None:
    picture = uploaded(as_(None), saved(format="PNG"))
    assert picture["content_type"] == "image/jpeg"
    named = sent(as_(None), saved(), name="../../x.html\x00.svg")
    assert named.status_code == 201
    assert "x.html" not in "".join(found.name for found in uploads.iterdir())
    refused(as_(None), b"<script>alert(1)</script>", 400, "file_type_not_allowed")


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (saved() + bytes(10 * MIB), 413, "file_too_large"),
        (bytes(11 * MIB), 413, "file_too_large"),
        (png_that_claims(30_000, 30_000), 400, "image_too_many_pixels"),
        (png_that_claims(9000, 9), 400, "image_side_too_long"),
        (saved(drawn((640, 480)))[:-400], 400, "image_unreadable"),
        (b"", 400, "validation_failed"),
    ],
    ids=["10 MiB and some", "11 MiB", "a bomb", "too wide", "cut off", "nothing"],
)
def test_what_is_not_allowed_is_refused_and_keeps_nothing(
    as_: As, uploads: Path, content: bytes, status: int, code: str
) -> None:
    problem = refused(as_(None), content, status, code)
    assert problem["fields"]["file"]
    assert not uploads.exists()


def refused(door: Door, content: bytes, status: int, code: str) -> Any:
    with nothing_changes():
        problem = body_of(sent(door, content), status)
    assert (problem["code"], bool(problem["next"])) == (code, True)
    return problem


FILE = ('name="file"; filename="a.jpg"', saved())


@pytest.mark.parametrize(
    ("body", "code", "fields"),
    [
        (form(), "validation_failed", {"file"}),
        (b"", "validation_failed", {"file"}),
        (form(('name="file"', b"text")), "validation_failed", {"file"}),
        (form(FILE, ('name="subject"', b"x")), "validation_failed", {"subject"}),
        (form(FILE, ('name="other"; filename="b.jpg"', saved())), "form_invalid", set()),
        (form(FILE, ('name="other"', bytes(3 * MIB))), "form_invalid", set()),
        (b"no form at all", "validation_failed", {"file"}),
    ],
    ids=["no part", "no body", "a text", "an unknown field", "two files", "a long text", "no form"],
)
def test_a_form_holds_one_file_and_nothing_else(
    as_: As, uploads: Path, body: bytes, code: str, fields: set[str]
) -> None:
    with nothing_changes():
        problem = body_of(as_(None).send("POST", HERE, body, Content_Type=FORM), 400)
    assert problem["code"] == code
    assert set(problem["fields"]) == fields
    assert not uploads.exists()


def test_it_is_a_form_and_no_json(api: Door) -> None:
    answer = api.post(HERE, {"file": "x"})
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")


def test_a_visitor_is_known_by_a_cookie_that_scripts_cannot_read(as_: As) -> None:
    door = as_(None)
    first = sent(door, saved()).cookies["pitlane_visitor"]
    assert (first["httponly"], first["samesite"], first["path"]) == (True, "Strict", "/api")
    uploaded(door)
    uploaded(as_(None))
    keys = list(StoredFile.objects.order_by("created_at").values_list("visitor_key", flat=True))
    assert keys[0] == keys[1] != keys[2]
    assert keys[0] not in first.value


def test_a_cookie_that_was_not_sealed_here_is_nobody(as_: As) -> None:
    door = as_(None)
    door.client.cookies["pitlane_visitor"] = "0190a000-0000-7000-8000-000000000000"
    uploaded(door)
    assert StoredFile.objects.get().visitor_key != "0190a000-0000-7000-8000-000000000000"


def test_the_cookie_is_secure_wherever_tls_is(as_: As, settings: Any) -> None:
    settings.COOKIES_SECURE = True
    assert sent(as_(None), saved()).cookies["pitlane_visitor"]["secure"]


def test_who_is_signed_in_is_the_uploader_and_gets_no_cookie(as_: As, everybody: Cast) -> None:
    answer = sent(as_(everybody.customer), saved())
    assert answer.status_code == 201
    assert "pitlane_visitor" not in answer.cookies
    file = StoredFile.objects.get()
    assert (file.uploaded_by_id, file.visitor_key) == (everybody.customer.id, "")


def test_whose_session_is_over_is_told_so(as_: As) -> None:
    assert body_of(sent(as_(None), saved(), Authorization="Bearer x"), 401)["code"] == "token_invalid"


def test_the_uploader_takes_it_back_and_its_links_end(as_: As) -> None:
    door = as_(None)
    file = uploaded(door)
    assert door.delete(f"{HERE}/{file['id']}").status_code == 204
    assert seen(file["url"]).status_code == 404
    assert body_of(door.delete(f"{HERE}/{file['id']}"), 404)["code"] == "not_found"


def test_nobody_else_takes_it_back(as_: As, everybody: Cast) -> None:
    mine, theirs = uploaded(as_(everybody.customer)), uploaded(as_(None))
    for door in (as_(None), as_(everybody.stranger), as_(everybody.home.admin)):
        for file in (mine, theirs):
            door.refused(f"{HERE}/{file['id']}", status=404, code="not_found", method="DELETE")


def test_what_was_sent_is_not_taken_back(as_: As) -> None:
    door = as_(None)
    file = uploaded(door)
    key = StoredFile.objects.get().visitor_key
    attach(actor=VISITOR, visitor_key=key, file_ids=[StoredFile.objects.get().id], subject="appointment:1")
    door.refused(f"{HERE}/{file['id']}", status=409, code="file_attached", method="DELETE")
    assert seen(file["url"]).status_code == 200


def test_bytes_that_are_lost_are_a_refusal_and_no_failure(as_: As, uploads: Path) -> None:
    file = uploaded(as_(None))
    for found in uploads.iterdir():
        found.unlink()
    assert body_of(as_(None).get(file["url"]), 404)["code"] == "not_found"


def test_a_storage_that_fails_is_told_with_when_to_come_back(as_: As, uploads: Path) -> None:
    uploads.write_text("This is no folder.")
    answer = sent(as_(None), saved())
    assert body_of(answer, 503)["code"] == "storage_unavailable"
    assert answer["Retry-After"] == "2"


def test_an_address_uploads_so_many_an_hour(as_: As, settings: Any) -> None:
    rates = {**settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"], "upload": "2/h"}
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "DEFAULT_THROTTLE_RATES": rates}
    door = as_(None)
    assert [sent(door, saved()).status_code for _ in range(3)] == [201, 201, 429]
